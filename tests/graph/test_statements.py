"""What hand-made readings say: each case is the smallest reading with the thing it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.model import (
    Decision,
    Delegation,
    Document,
    Elected,
    Entity,
    Event,
    EventCluster,
    Evidence,
    ExternalId,
    Instrument,
    Item,
    Link,
    Name,
    NamedMention,
    Office,
    Organisation,
    Paragraph,
    Person,
    Quotation,
    Reading,
    ReadItem,
    Ref,
    Resolution,
    Role,
    Turnout,
)
from kg.store import memory
from kg.vocab import BASE, CMQ, IDENTITY_GRAPH, PREFIXES, SKOS, document, document_graph
from kg.write import quads
from kg.write.terms import date, decimal, precision

WORDS = "Anna Berg met Boris. Anna Berg said yes to him. The Council sat."
SAID = Evidence(WORDS[:20], 0, 20)
LATER = Evidence(WORDS[21:47], 21, 47)
ANNA = Person("p1", "Anna Berg", (NamedMention("Anna Berg", 0, 9, "en"), NamedMention("Anna Berg", 21, 30, "en")))
BORIS = Person("p2", "Boris", (NamedMention("Boris", 14, 19, "en", rule="en.name"),))
COUNCIL = Organisation("o1", "Council", "international", mentions=(NamedMention("The Council", 48, 59, "en"),))
MEETING = Event("e1", "meeting", "talks", "main", evidence=(SAID, LATER), rule="en.met")
VOTE = Event("e9", "election", "vote", evidence=(LATER,))


def _reading(id_: str = "a", **parts) -> Reading:
    return Reading(id_, "en", **{"persons": (ANNA, BORIS), "organisations": (COUNCIL,), **parts})


def _document(id_: str, items: tuple[Item, ...] = ()) -> Document:
    whole = Item(0, len(WORDS), "en", None, None, (Paragraph(0, len(WORDS), "en"),))
    return Document(id_, WORDS, "0" * 64, "en", None, items or (whole,))


def _resolution(readings: list[Reading], **changes) -> Resolution:
    """Everything with the same local id is the same thing in all readings; `changes` by local id."""
    things: dict[str, tuple[str, str, str]] = {}
    for reading in readings:
        things |= {p.id: ("person", p.name, "") for p in reading.persons}
        things |= {o.id: ("organisation", o.name, o.kind) for o in reading.organisations}
        things |= {t.id: ("office", t.title, t.post) for t in reading.title_only}
        things |= {i.id: ("instrument", i.name, i.kind) for i in reading.instruments}
        things |= {f"{e.id}/series": ("series", e.series, "") for e in reading.events if e.series}
    entities = [
        Entity(
            f"{type_}/{name.lower().replace(' ', '-')}",
            type_,
            (Name(name, "en", preferred=True),),
            tuple(Ref(reading.id, local) for reading in readings),
            kind=kind or None,
        )
        for local, (type_, name, kind) in things.items()
    ]
    entities = [replace(thing, **changes.get(thing.members[0].local, {})) for thing in entities]
    events = sorted({event.id for reading in readings for event in reading.events})
    clusters = [EventCluster(f"event/{id_}", tuple(Ref(r.id, id_) for r in readings)) for id_ in events]
    return Resolution(tuple(sorted(entities, key=lambda e: e.id)), tuple(clusters))


def _graph(*readings: Reading, items: tuple[Item, ...] = (), **changes) -> ox.Store:
    documents = [_document(reading.id, items) for reading in readings]
    return memory(quads(documents, readings, _resolution(list(readings), **changes)))


def _short(term: object) -> str:
    text = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    for long, short in ((BASE, ""), (PREFIXES["cmq"], "cmq:"), (PREFIXES["xsd"], "xsd:")):
        text = text.replace(long, short)
    return text


def _said(store: ox.Store, path: str, graph: ox.NamedNode | None = None) -> dict[str, set[str]]:
    """Everything said of a thing by its path, by the last part of the predicate, in the default graph or another."""
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(ox.NamedNode(BASE + path), None, None, graph or ox.DefaultGraph()):
        name = quad.predicate.value.replace("#", "/").rpartition("/")[2]
        found.setdefault(name, set()).add(_short(quad.object))
    return found


def _paths(store: ox.Store, start: str) -> set[str]:
    """The paths of all subjects that begin so."""
    subjects = {_short(quad.subject) for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    return {path for path in subjects if path.startswith(start)}


# ---------------------------------------------------------------- literals

DATES = [
    ("2023", "2023", "gYear"),
    ("2023-03", "2023-03", "gYearMonth"),
    ("2023-03-14", "2023-03-14", "date"),
    ("XXXX-03-14", "--03-14", "gMonthDay"),
    ("XXXX-03", "--03", "gMonth"),
    ("2024-07-07T09:00", "2024-07-07T09:00:00", "dateTime"),
    ("2024-07-07T09:00:30", "2024-07-07T09:00:30", "dateTime"),
]


@pytest.mark.parametrize(("text", "value", "datatype"), DATES)
def test_date_is_as_precise_as_the_text(text, value, datatype):
    assert date(text) == ox.Literal(value, datatype=ox.NamedNode(PREFIXES["xsd"] + datatype))


@pytest.mark.parametrize(
    "text", ["", "0000", "23", "2023-13", "2023-00-01", "2023-03-32", "XXXX-13", "2024-07-07T24:00"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(GraphError, match=f"'{text}' is no date"):
        date(text)


def test_dates_are_ordered_by_what_they_say():
    assert sorted(["2023-03-14", "2023", "XXXX-03-14", "2023-03"], key=precision) == [
        "2023",
        "XXXX-03-14",
        "2023-03",
        "2023-03-14",
    ]
    assert precision(None) == 0


def test_decimals_have_the_digits_of_the_text():
    assert [decimal(value).value for value in (20.22, 91.0, 1e-7)] == ["20.22", "91.0", "0.0000001"]


# ---------------------------------------------------------------- participation


def test_capacities_and_shortcuts():
    event = replace(
        MEETING,
        attended_by=("p1",),
        organised_by=("o1",),
        chaired_by=("p2",),
        invited=("t1",),
        head_of_delegation=(Delegation("p1", "o1"),),
    )
    office = Office("t1", "Ombudsman", "ombudsman")
    store = _graph(_reading(events=(event,), title_only=(office,)))
    said = _said(store, "event/e1")
    assert said["attendedBy"] == {"person/anna-berg", "person/boris"}
    assert said["organisedBy"] == {"organisation/council"}
    assert said["chairedBy"] == {"person/boris"}
    assert said["hasParticipation"] == {
        "participation/e1/attendee/person/anna-berg",
        "participation/e1/organiser/organisation/council",
        "participation/e1/chair/person/boris",
        "participation/e1/invited/office/ombudsman",
        "participation/e1/head-of-delegation/person/anna-berg",
    }
    head = _said(store, "participation/e1/head-of-delegation/person/anna-berg")
    assert head["capacity"] == {"cmq:capacity-head-of-delegation"}
    assert head["participant"] == {"person/anna-berg"}
    assert head["onBehalfOf"] == {"organisation/council"}
    assert head["rule"] == {"en.met"}


def test_participation_leads_to_the_words_that_name_the_actor():
    store = _graph(_reading(events=(replace(MEETING, attended_by=("p1", "p2", "o1")),)))
    path = "participation/e1/attendee/"
    assert _said(store, path + "person/boris")["wasDerivedFrom"] == {"mention/a/0-20"}
    assert _said(store, path + "person/anna-berg")["wasDerivedFrom"] == {"mention/a/0-20", "mention/a/21-47"}
    # No piece of the evidence names the Council: all of it stands for it.
    assert _said(store, path + "organisation/council")["wasDerivedFrom"] == {"mention/a/0-20", "mention/a/21-47"}


# ---------------------------------------------------------------- one event told twice

PLANNED = replace(
    MEETING, status="planned", start="2023-03", place="Türkmenistan", rule="en.will", salience="secondary"
)
HELD = replace(
    MEETING, type="training", status="held", format="video", start="2023-03-14", end="2023-03-15", place="Ashgabat"
)


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_event_told_twice_is_what_says_most(names):
    first, second = names
    store = _graph(_reading(first, events=(PLANNED,)), _reading(second, events=(HELD,)))
    said = _said(store, "event/e1")
    assert said["status"] == {"cmq:status-held"}
    assert said["format"] == {"cmq:format-video"}
    assert said["salience"] == {"cmq:salience-main"}
    assert said["eventType"] == {"cmq:type-training"}
    assert said["type"] == {"cmq:Training", "cmq:Meeting", "cmq:Event"}
    assert (said["startDate"], said["endDate"]) == ({"2023-03-14"}, {"2023-03-15"})
    assert said["heldIn"] == {"place/ashgabat"}
    assert said["rule"] == {"en.met", "en.will"}
    assert said["wasDerivedFrom"] == {f"mention/{name}/{span}" for name in names for span in ("0-20", "21-47")}


def test_each_document_keeps_what_it_told():
    store = _graph(_reading("a", events=(PLANNED,)), _reading("b", events=(HELD,)))
    said = _said(store, "event/e1", document_graph("a"))
    assert said["status"] == {"cmq:status-planned"}
    assert said["startDate"] == {"2023-03"}
    assert "endDate" not in said
    assert said["type"] == {"cmq:Meeting", "cmq:Event"}
    assert said["heldIn"] == {"country/TM"}


def test_held_report_without_a_date_takes_it_from_the_plan():
    held = replace(HELD, start=None, end=None)
    said = _said(_graph(_reading("a", events=(PLANNED,)), _reading("b", events=(held,))), "event/e1")
    assert said["startDate"] == {"2023-03"}
    assert said["status"] == {"cmq:status-held"}


def test_events_that_are_one_in_the_end_do_not_lead_to_themselves():
    events = (replace(MEETING, concerns=("e2", "e9"), part_of="e2"), replace(MEETING, id="e2"), VOTE)
    reading = _reading(events=events)
    resolution = _resolution([reading])
    first, second, third = resolution.events
    joined = (replace(first, members=(*first.members, *second.members)), third)
    said = _said(memory(quads([_document("a")], [reading], replace(resolution, events=joined))), "event/e1")
    assert said["concerns"] == {"event/e9"}
    assert "partOf" not in said


def test_institutions_that_are_one_in_the_end_are_not_their_own_part():
    bodies = (replace(COUNCIL, part_of="o2"), replace(COUNCIL, id="o2", name="Board"))
    reading = _reading(organisations=bodies)
    resolution = _resolution([reading])
    council = next(thing for thing in resolution.entities if thing.id == "organisation/council")
    joined = replace(council, members=(Ref("a", "o1"), Ref("a", "o2")))
    rest = tuple(thing for thing in resolution.entities if thing.type == "person")
    store = memory(quads([_document("a")], [reading], replace(resolution, entities=(joined, *rest))))
    assert "partOf" not in _said(store, "organisation/council")


# ---------------------------------------------------------------- places and labels


def test_town_by_its_names_in_two_languages_is_one_place():
    other = replace(HELD, id="e2", place="Aşgabat")
    turkmen = replace(_reading("b", events=(other,)), lang="tk")
    store = _graph(_reading("a", events=(HELD,)), turkmen)
    assert _said(store, "event/e1")["heldIn"] == _said(store, "event/e2")["heldIn"] == {"place/ashgabat"}
    said = _said(store, "place/ashgabat")
    assert said["prefLabel"] >= {"Ashgabat", "Aşgabat", "Ашхабад"}
    assert said["country"] == {"country/TM"}
    assert said["kind"] == {"cmq:place-kind-town"}
    assert _said(store, "country/TM")["prefLabel"] >= {"Turkmenistan", "Türkmenistan"}


def test_place_that_nobody_knows_is_a_place_by_its_name():
    said = _said(_graph(_reading(events=(replace(HELD, place="Little Whinging"),))), "place/little-whinging")
    assert said["prefLabel"] == said["label"] == {"Little Whinging"}
    assert "kind" not in said


def test_place_in_an_unknown_script_has_an_iri_too():
    store = _graph(_reading(events=(replace(HELD, place="東京"),)))
    assert _said(store, "event/e1")["heldIn"] == {"place/東京"}


def test_place_that_identity_knows_is_its_entity():
    store = _graph(_reading(events=(replace(HELD, place="Old Town"),)))
    known = Entity("place/new-town", "place", (Name("Old Town", "en"),), (), kind="town", country="TM")
    readings = [_reading(events=(replace(HELD, place="Old Town"),))]
    resolution = _resolution(readings)
    with_place = Resolution((*resolution.entities, known), resolution.events)
    store = memory(quads([_document("a")], readings, with_place))
    assert _said(store, "event/e1")["heldIn"] == {"place/new-town"}
    assert _said(store, "place/new-town")["kind"] == {"cmq:place-kind-town"}


def test_one_preferred_name_a_language_and_the_others_beside_it():
    person = replace(ANNA, name="A. Berg", alt_names=("Anna Berg", "Berg"))
    names: Any = {
        "p1": {"names": (Name("Anna Berg", "en", preferred=True), Name("Анна Берг", "ru"), Name("Берг", "ru"))}
    }
    said = _said(_graph(_reading(persons=(person, BORIS)), **names), "person/a.-berg")
    assert said["prefLabel"] == {"Anna Berg", "Анна Берг"}
    assert said["altLabel"] == {"A. Berg", "Berg", "Берг"}
    assert said["label"] == {"Anna Berg"}


def test_name_has_the_language_of_its_mention():
    mention = NamedMention("ООН", 0, 3, "ru", form="abbreviation")
    body = replace(COUNCIL, name="ООН", mentions=(mention,))
    store = _graph(_reading(organisations=(body,)), o1={"names": ()})
    node = ox.NamedNode(BASE + "organisation/оон")
    (label,) = store.quads_for_pattern(node, SKOS.prefLabel, None, document_graph("a"))
    assert label.object == ox.Literal("ООН", language="ru")


# ---------------------------------------------------------------- roles

ROLE = Role("p1", "Minister", "minister", Evidence("Anna Berg", 0, 9), "o1", "TM", "en.title")


def _attested(**parts) -> set[str]:
    role = "role/anna-berg/minister-council"
    return _said(_graph(_reading(roles=(ROLE,), **parts)), role).get("attestedOn", set())


def test_role_in_an_institution_is_one_whatever_its_titles():
    other = replace(ROLE, title="Head of the Council", country=None)
    said = _said(_graph(_reading("a", roles=(ROLE,)), _reading("b", roles=(other,))), "role/anna-berg/minister-council")
    assert said["title"] == {"Minister", "Head of the Council"}
    assert said["country"] == {"country/TM"}
    assert said["wasDerivedFrom"] == {"mention/a/0-9", "mention/b/0-9"}
    assert said["rule"] == {"en.title"}


def test_roles_without_an_institution_are_told_apart_by_their_titles():
    one = replace(ROLE, organisation=None, title="Minister of Justice")
    other = replace(ROLE, organisation=None, title="Minister of Health", country=None)
    store = _graph(_reading(roles=(one, other)))
    assert _said(store, "person/anna-berg")["hasRole"] == {
        "role/anna-berg/minister-TM-minister-of-justice",
        "role/anna-berg/minister-minister-of-health",
    }


def test_role_is_attested_on_the_day_of_the_held_event_it_is_told_with():
    event = replace(MEETING, attended_by=("p1",), start="2023-03-14")
    assert _attested(events=(event,), published="2023-03-20") == {"2023-03-14"}


@pytest.mark.parametrize(
    "event",
    [
        replace(MEETING, attended_by=("p1",), start="2030-01-01", status="planned"),
        replace(MEETING, attended_by=("p2",), start="2023-03-14"),
        replace(MEETING, attended_by=("p1",), start="2023-03-14", evidence=(LATER,)),
        replace(MEETING, attended_by=("p1",)),
    ],
    ids=["planned", "not-there", "told-elsewhere", "undated"],
)
def test_role_is_else_attested_on_the_day_of_the_text(event):
    assert _attested(events=(event,), published="2023-03-20") == {"2023-03-20"}


def test_role_is_attested_on_the_day_of_its_item():
    items = (ReadItem("2021-05-01", "en", (0, 20)), ReadItem("2022-06-02", "en", (20, 64)))
    assert _attested(items=items, published="2023-03-20") == {"2021-05-01"}
    assert _attested() == set()


# ---------------------------------------------------------------- elections


def _turnout(**parts) -> Turnout:
    return Turnout(**{"election": "e9", "at": "2024-07-07T09:00", "percent": 20.22, "evidence": SAID, **parts})


def test_turnout_over_all_and_of_a_constituency():
    rows = (_turnout(), _turnout(constituency="North", constituency_number=1, percent=30))
    store = _graph(_reading(events=(VOTE,), turnout=rows))
    whole = _said(store, "turnout/e9/all/2024-07-07T09-00/20.22")
    assert whole["constituency"] == {"cmq:all-constituencies"}
    assert whole["percent"] == {"20.22"}
    assert whole["at"] == {"2024-07-07T09:00:00"}
    assert whole["dataSet"] == {"cmq:turnout"}
    assert whole["type"] == {"cmq:TurnoutObservation", "http://purl.org/linked-data/cube#Observation"}
    part = _said(store, "turnout/e9/1/2024-07-07T09-00/30")
    assert part["constituency"] == {"constituency/e9/1"}
    assert _said(store, "constituency/e9/1")["prefLabel"] == {"North"}


def test_figures_that_disagree_are_both_kept():
    store = _graph(_reading("a", events=(VOTE,), turnout=(_turnout(),)),
                   _reading("b", events=(VOTE,), turnout=(_turnout(percent=21),)))  # fmt: skip
    assert len(_paths(store, "turnout/")) == 2


def test_constituency_by_name_alone_is_the_one_with_that_name_and_a_number():
    elected = Elected("p1", "e9", SAID, constituency="NORTH")
    rows = (_turnout(constituency="North", constituency_number=1),)
    store = _graph(_reading("a", events=(VOTE,), elected=(elected,)), _reading("b", events=(VOTE,), turnout=rows))
    said = _said(store, "result/e9/anna-berg")
    assert said["constituency"] == {"constituency/e9/1"}
    assert said["elected"] == {"person/anna-berg"}
    assert said["election"] == {"event/e9"}
    assert _paths(store, "constituency/") == {"constituency/e9/1"}


def test_constituency_without_a_number_is_known_by_its_name():
    store = _graph(_reading(events=(VOTE,), elected=(Elected("p1", "e9", SAID, "Солтүстік"),)))
    assert _paths(store, "constituency/") == {"constituency/e9/soltustik"}


# ---------------------------------------------------------------- speech, instruments, bodies


def test_quotation_with_its_speaker():
    said = _said(_graph(_reading(quotations=(Quotation("p1", "yes", 36, 39, rule="en.said"),))), "quotation/a/36-39")
    assert said["speaker"] == {"person/anna-berg"}
    assert said["text"] == {"yes"}
    assert said["language"] == {"en"}
    assert said["wasDerivedFrom"] == {"mention/a/36-39"}
    assert said["rule"] == {"en.said"}


def test_instrument_and_how_it_is_spoken_of():
    links = (Link("adopted", SAID, "o1", "e1"), Link("named", LATER))
    plan = Instrument("i1", "Plan", "plan", links=links, rule="en.plan")
    store = _graph(_reading(events=(MEETING,), instruments=(plan,)))
    said = _said(store, "instrument-link/plan/adopted/a/0-20")
    assert said["how"] == {"cmq:how-adopted"}
    assert said["actor"] == {"organisation/council"}
    assert said["event"] == {"event/e1"}
    assert said["instrument"] == {"instrument/plan"}
    assert _said(store, "instrument/plan")["kind"] == {"cmq:instrument-kind-plan"}
    assert len(_paths(store, "instrument-link/")) == 2


def test_body_that_was_proposed():
    body = replace(COUNCIL, standing="proposed", standing_evidence=LATER, proposer="p1")
    said = _said(_graph(_reading(organisations=(body,))), "founding/council/proposed")
    assert said["standing"] == {"cmq:standing-proposed"}
    assert said["proposedBy"] == {"person/anna-berg"}
    assert said["wasDerivedFrom"] == {"mention/a/21-47"}


def test_body_whose_founding_has_no_words_of_its_own_leads_to_where_it_is_named():
    body = replace(COUNCIL, standing="created")
    said = _said(_graph(_reading(organisations=(body,))), "founding/council/created")
    assert said["wasDerivedFrom"] == {"mention/a/48-59"}


SITTINGS = [("dialogue", {"cmq:Dialogue", "cmq:Series"}), ("session", {"cmq:Series"})]


@pytest.mark.parametrize(("type_", "classes"), SITTINGS)
def test_sitting_of_a_series(type_, classes):
    event = replace(MEETING, type=type_, series="Rights dialogue", ordinal=17)
    store = _graph(_reading(events=(event,)))
    said = _said(store, "event/e1")
    assert said["sessionOf"] == {"series/rights-dialogue"}
    assert said["ordinal"] == {"17"}
    assert said["eventType"] == {f"cmq:type-{type_}"}
    assert said["type"] == {"cmq:Session", "cmq:Meeting", "cmq:Event"}
    assert _said(store, "series/rights-dialogue")["type"] == classes
    assert _said(store, "series/rights-dialogue")["prefLabel"] == {"Rights dialogue"}


# ---------------------------------------------------------------- identity


def test_identifier_elsewhere_has_its_source_beside_it():
    known = ExternalId("http://www.wikidata.org/entity/Q1", "https://example.org/list")
    store = _graph(_reading(), o1={"same_as": (known,)})
    said = _said(store, "identifier/organisation/council/www-wikidata-org-q1")
    assert said["identifies"] == {"organisation/council"}
    assert said["identifier"] == {"http://www.wikidata.org/entity/Q1"}
    assert said["source"] == {"https://example.org/list"}
    assert _said(store, "organisation/council")["exactMatch"] == {"http://www.wikidata.org/entity/Q1"}


def test_source_that_is_no_address_is_text():
    known = ExternalId("http://example.org/1", "a printed list, p. 3")
    store = _graph(_reading(), o1={"same_as": (known,)})
    assert _said(store, "identifier/organisation/council/example-org-1")["source"] == {"a printed list, p. 3"}


def test_identity_outranks_what_a_document_says():
    merged: Any = {"o1": {"kind": "ngo", "country": "KZ"}}
    store = _graph(_reading(organisations=(replace(COUNCIL, country="TM"),)), **merged)
    said = _said(store, "organisation/council")
    assert (said["kind"], said["country"]) == ({"cmq:kind-ngo"}, {"country/KZ"})
    own = _said(store, "organisation/council", document_graph("a"))
    assert (own["kind"], own["country"]) == ({"cmq:kind-international"}, {"country/TM"})


def test_what_identity_leaves_open_a_document_says():
    store = _graph(_reading(organisations=(replace(COUNCIL, country="TM"),)), o1={"kind": None})
    said = _said(store, "organisation/council")
    assert (said["kind"], said["country"]) == ({"cmq:kind-international"}, {"country/TM"})


def test_office_has_its_post_and_institution():
    office = Office("t1", "Ombudsman", "ombudsman", "o1", "TM", (NamedMention("Boris", 14, 19, form="title"),))
    store = _graph(_reading(title_only=(office,)), t1={"part_of": "organisation/council"})
    said = _said(store, "office/ombudsman")
    assert said["type"] == {"cmq:Office", "cmq:Actor"}
    assert said["post"] == {"cmq:post-ombudsman"}
    assert said["roleIn"] == {"organisation/council"}
    assert said["country"] == {"country/TM"}
    assert _said(store, "mention/a/14-19")["form"] >= {"title"}


def test_decisions_stand_in_a_graph_of_their_own():
    why = Decision(Ref("a", "p1"), Ref("b", "p1"), "same-name", 0.97, "both are called Anna Berg")
    store = _graph(_reading("a"), _reading("b"), p1={"decisions": (why,)})
    path = "decision/person/anna-berg/a%2Fp1/b%2Fp1/same-name"
    assert _said(store, path) == {}
    said = _said(store, path, IDENTITY_GRAPH)
    assert (said["decides"], said["left"], said["right"]) == ({"person/anna-berg"}, {"a/p1"}, {"b/p1"})
    assert (said["rule"], said["score"], said["reason"]) == ({"same-name"}, {"0.97"}, {"both are called Anna Berg"})


# ---------------------------------------------------------------- documents


@pytest.mark.parametrize("name", ["a b", "x#y", "ý/ž", "..", "100%", '"<>'])
def test_document_with_any_name_has_its_graph_and_mentions(name):
    store = _graph(_reading(name))
    assert len(list(store.quads_for_pattern(None, None, None, document_graph(name)))) > 10
    said = _said(store, document(name).value.removeprefix(BASE))
    assert said["identifier"] == {name}
    assert len(_paths(store, "mention/")) == 3 * len(_paths(store, "mention/") - _paths_with_fragment(store))


def _paths_with_fragment(store: ox.Store) -> set[str]:
    return {path for path in _paths(store, "mention/") if "#" in path}


def test_items_and_headlines():
    items = (
        ReadItem("2021-05-01", "en", (0, 20), Evidence("Anna Berg", 0, 9)),
        ReadItem(None, "ru", (21, 64)),
    )
    cut = Item(0, 64, "en", None, (0, 9), (Paragraph(0, 64, "en"),))
    store = _graph(_reading(items=items, published="2023"), items=(cut,))
    first = _said(store, "document/a/item/1")
    assert (first["itemOf"], first["published"], first["headline"]) == ({"document/a"}, {"2021-05-01"}, {"Anna Berg"})
    assert _said(store, "document/a/item/1#position")["end"] == {"20"}
    second = _said(store, "document/a/item/2")
    assert second["language"] == {"ru"}
    assert "published" not in second
    whole = _said(store, "document/a")
    assert (whole["headline"], whole["published"], whole["digest"]) == ({"Anna Berg"}, {"2023"}, {"0" * 64})


def test_document_with_one_item_has_none_beside_it():
    store = _graph(_reading(items=(ReadItem("2021-05-01", "en", (0, 64)),), published="2021-05-01"))
    assert _paths(store, "document/") == {"document/a"}
    assert _said(store, "document/a")["published"] == {"2021-05-01"}


def test_event_has_the_language_of_the_item_it_is_told_in():
    items = (ReadItem(None, "ru", (0, 64)),)
    store = _graph(_reading(items=items, events=(replace(MEETING, venue="hall", trigger="met"),)))
    (quad,) = store.quads_for_pattern(None, CMQ.venue, None, ox.DefaultGraph())
    assert quad.object == ox.Literal("hall", language="ru")


def test_mention_has_the_language_of_its_paragraph_where_it_has_none_of_its_own():
    cut = Item(0, 64, "en", None, None, (Paragraph(0, 47, "ru"), Paragraph(47, 64, "und")))
    store = _graph(_reading(quotations=(Quotation(None, "yes", 36, 39), Quotation(None, "sat", 60, 63))), items=(cut,))
    assert _said(store, "mention/a/36-39")["language"] == {"ru"}
    assert _said(store, "mention/a/60-63")["language"] == {"en"}
    assert "speaker" not in _said(store, "quotation/a/36-39")


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"roles": (replace(ROLE, post="ministre"),)}, "'ministre' is no post"),
        ({"events": (replace(MEETING, type="party"),)}, "'party' is no type"),
        ({"events": (replace(MEETING, status="denied"),)}, "'denied' is no status"),
        ({"events": (replace(MEETING, about=("gossip",)),)}, "'gossip' is no topic"),
        ({"events": (replace(MEETING, start="soon"),)}, "'soon' is no date"),
        ({"events": (replace(MEETING, attended_by=("p7",)),)}, "a: 'p7' belongs to no entity or event"),
    ],
)
def test_what_the_ontology_does_not_know_is_refused(parts, sentence):
    with pytest.raises(GraphError, match=sentence):
        _graph(_reading(**parts))


def test_entity_of_an_unknown_type_is_refused():
    with pytest.raises(GraphError, match="'person/anna-berg' is of type 'robot'"):
        _graph(_reading(), p1={"type": "robot"})
