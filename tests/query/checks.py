"""How each question of the key is asked: one function a question, registered by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.query.answers import answers, facts, members, optional_events, optional_things, same
from tests.query.key_graph import keys

if TYPE_CHECKING:
    from tests.query.answers import Question
    from tests.query.key_graph import Graph

TURKMENISTAN = "country/TM"


@answers("q01")
def organisations_in_several_documents(graph: Graph, question: Question) -> None:
    wanted = {(item["canonical"], document) for item in question["items"] for document in item["documents"]}
    same(graph.rows("organisations-across-documents", "organisation document"), wanted)


@answers("q02")
def organisations_in_several_languages(graph: Graph, question: Question) -> None:
    wanted = {(item["canonical"], lang) for item in question["items"] for lang in item["languages"]}
    same(graph.rows("organisations-across-languages", "organisation language"), wanted)


@answers("q03")
def link_of_kazakh_to_turkmen(graph: Graph, question: Question) -> None:
    rows = graph.rows("links-between-languages", "thing language document", one="kk", other="tk")
    documents = {("kk", "seed-004"), ("tk", "seed-003")}
    same(rows, {(thing, *found) for thing in question["items"] for found in documents})


@answers("q04")
def persons_in_several_documents(graph: Graph, question: Question) -> None:
    same(graph.column("persons-across-documents", "person"), set(question["items"]))


@answers("q05")
def meetings_about_elections(graph: Graph, question: Question) -> None:
    columns = "meeting date format election participant"
    rows = graph.rows("meetings-about-elections", columns, type="meeting")
    formats = {"seed-000/e1": "video", "seed-001/e2": "in-person"}
    # the key's answer names the local elections of the second meeting too, its items do not
    elections = {"seed-000/e1": {"seed-000/e2"}, "seed-001/e2": {"seed-001/e4", "seed-001/e5"}}
    assert {item["election"] for item in question["items"]} <= set().union(*elections.values())
    wanted = {
        (item["event"], item["date"], formats[item["event"]], election, participant)
        for item in question["items"]
        for election in elections[item["event"]]
        for participant in item["participants"]
    }
    optional = {row for row in rows if row[4] in members(str(row[0]), "attended_optional")}
    same(rows, wanted, optional)


@answers("q06")
def elections(graph: Graph, question: Question) -> None:
    wanted = {(item["event"], item["date"], item["status"]) for item in question["items"]}
    same(graph.rows("elections", "election date status"), wanted)


@answers("q07")
def dealings_of_ministry(graph: Graph, question: Question) -> None:
    who = graph.iri("ministry-of-foreign-affairs-of-turkmenistan")
    rows = graph.rows("dealings-of-organisation", "counterpart dated", who=who, kind="international")
    items = {(item["organisation"], str(item["year"])): item for item in question["items"]}
    same(rows, set(items), {row for row, item in items.items() if item.get("strict") is False})
    via = graph.rows("dealings-of-organisation", "counterpart via", who=who, kind="international", year="2025")
    assert via == {(item["organisation"], item["via"]) for item in question["items"] if "via" in item}


@answers("q08")
def people_of_ministry(graph: Graph, question: Question) -> None:
    who = graph.iri("ministry-of-foreign-affairs-of-turkmenistan")
    rows = graph.rows("people-of-organisation", "person post attested", who=who)
    same({person for person, _, _ in rows}, set(question["items"]))
    assert {
        ("rashid-meredov", "minister", "2022-02-24"),
        ("ahmet-gurbanov", "deputy-minister", "2025-06-17"),
    } <= rows


@answers("q09", "q10")
def parts_of_organisation(graph: Graph, question: Question) -> None:
    who = {"q09": "osce", "q10": "united-nations"}[question["id"]]
    rows = graph.rows("parts-of-organisation", "part document event", who=graph.iri(who))
    same({part for part, _, _ in rows}, set(question["items"]))
    same({document for _, document, _ in rows}, set(question["documents"]))
    events = {event for _, _, event in rows if event}
    derived = {source for source in question["derived_from"] if "/e" in source}
    assert derived <= events


@answers("q11")
def dealings_between_two(graph: Graph, question: Question) -> None:
    who = {"who": graph.iri("central-election-commission-of-turkmenistan"), "whom": graph.iri("osce")}
    rows = graph.rows("dealings-between", "event date", **who, year="2022")
    same(rows, {(item["event"], item["date"]) for item in question["items"]})


@answers("q12", "q13", "q14", "q15")
def events_of_institution(graph: Graph, question: Question) -> None:
    who = {
        "q12": "institute-of-state-law-and-democracy-of-turkmenistan",
        "q13": "ministry-of-justice-of-turkmenistan",
        "q14": "ministry-of-labour-and-social-protection-of-turkmenistan",
        "q15": "mejlis-of-turkmenistan",
    }[question["id"]]
    same(graph.column("events-of-actor", "event", who=graph.iri(who)), set(question["items"]))


@answers("q16")
def active_in_several_documents(graph: Graph, question: Question) -> None:
    wanted = {(item["canonical"], event) for item in question["items"] for event in item["events"]}
    same(graph.rows("active-across-documents", "organisation event", country=TURKMENISTAN), wanted)


@answers("q17")
def states_met(graph: Graph, question: Question) -> None:
    rows = graph.rows("counterparts-of-country", "counterpart event", country=TURKMENISTAN, kind="state")
    same(rows, {(state, "seed-003/e1") for state in question["items"]})


@answers("q18")
def delegation_and_elsewhere(graph: Graph, question: Question) -> None:
    of, items = graph.iri("turkmenistan"), question["items"]
    same(graph.column("delegation", "member", of=of, on="2025-06-17"), set(items["delegation"]))
    for key, other in (("odihr_2022", "osce-odihr"), ("iom_2022", "international-organization-for-migration")):
        found = {"of": of, "on": "2025-06-17", "with": graph.iri(other), "year": "2022"}
        same(graph.column("delegation-elsewhere", "member", **found), set(items[key]))


@answers("q19")
def election_bodies(graph: Graph, question: Question) -> None:
    # "Besides: the UN Electoral Assistance Division and the apparatus of the Central Election Commission."
    besides = {"un-electoral-assistance-division", "apparatus-of-the-central-election-commission-of-turkmenistan"}
    found = graph.column("bodies-on-topic", "body", topic="election")
    same(found, set(question["items"]) | besides, optional_things("organisations"))


@answers("q20")
def human_rights_bodies(graph: Graph, question: Question) -> None:
    same(graph.column("bodies-on-topic", "body", topic="human-rights"), set(question["items"]))


@answers("q21")
def events_to_come(graph: Graph, question: Question) -> None:
    rows = graph.rows("planned-events", "event date")
    optional = {row for row in rows if row[0] in optional_events()}
    same(rows, {(item["event"], item["start"]) for item in question["items"]}, optional)


@answers("q22")
def timeline(graph: Graph, question: Question) -> None:
    rows = graph.rows("timeline", "event start end")
    optional = {row for row in rows if row[0] in optional_events()}
    same(rows, {(item["event"], item["start"], item["end"]) for item in question["items"]}, optional)


@answers("q23")
def training(graph: Graph, question: Question) -> None:
    rows = graph.rows("events-of-type", "event capacity actor", type="training")
    same({event for event, _, _ in rows}, set(question["items"]), optional_events())
    for event in question["items"]:
        for capacity, fields in {
            "organiser": ("organised_by", "organised_optional"),
            "attendee": ("attended_by", "attended_optional"),
            "invited": ("invited", "invited_optional"),
        }.items():
            got = {actor for found, role, actor in rows if found == event and role == capacity}
            if got or event not in optional_events():
                same(got, members(event, fields[0]), members(event, fields[1]) - members(event, fields[0]))


@answers("q24")
def turnout(graph: Graph, question: Question) -> None:
    rows = graph.rows("turnout-against-overall", "at overall percent", number="1", day="2024-07-07")
    wanted = {(item["at"] + ":00", str(item["overall"]), str(item["garassyzlyk"])) for item in question["items"]}
    same(rows, wanted)
    # the same figures, told apart by constituency
    figures = graph.rows("turnout", "at percent number", day="2024-07-07")
    same(figures, {(at, all_, None) for at, all_, _ in wanted} | {(at, one, "1") for at, _, one in wanted})


@answers("q25")
def turnout_below_overall(graph: Graph, question: Question) -> None:
    rows = graph.rows("turnout-against-overall", "at overall percent below", number="1", day="2024-07-07")
    items = question["items"]
    same({str(at)[11:16] for at, _, _, below in rows if below == "true"}, set(items["below"]))
    _, final, of_constituency, _ = max(rows, key=lambda row: str(row[0]))
    assert (final, of_constituency) == (str(items["final"]), str(items["final_constituency_1"]))


@answers("q26")
def elected(graph: Graph, question: Question) -> None:
    rows = graph.rows("elected", "person election number post organisation", day="2024-07-07")
    same({row[0] for row in rows}, set(question["items"]))
    assert {row[1:3] for row in rows} == {("seed-001/e7", "1")}
    assert ("manager", "apparatus-of-the-halk-maslahaty-of-turkmenistan") in {row[3:] for row in rows}
    table = graph.ask("elected", day="2024-07-07")
    assert {text.value for iri, text in table.labels.items() if "/constituency/" in iri} == {"Garaşsyzlyk"}


@answers("q27")
def representative_bodies(graph: Graph, question: Question) -> None:
    found = graph.column("organisations-of-kind", "organisation", kind="parliament", country=TURKMENISTAN)
    accepted = {
        body["canonical"]
        for key in keys().values()
        for body in key["organisations"]
        if body["country"] == "TM" and body["kind"] != "parliament" and "parliament" in body.get("kind_accept", [])
    }
    same(found, set(question["items"]), optional_things("organisations") | (accepted - set(question["items"])))


@answers("q28")
def quotations(graph: Graph, question: Question) -> None:
    same(graph.rows("quotations", "who text"), {(item["speaker"], item["quote"]) for item in question["items"]})


@answers("q29")
def instruments(graph: Graph, question: Question) -> None:
    table = graph.ask("instruments")
    names = [table.labels[str(term)[1:-1]].value for term in table.column("instrument")]
    columns = [[graph.cell(term) for term in table.column(name)] for name in ("document", "kind", "words")]
    rows = [row for row in zip(names, *columns, strict=True) if row[2] != "project"]  # the question asks for no project
    # the key's answer names two plans more, its items do not
    unlisted = [
        fact for fact in facts(question["derived_from"]) if fact["kind"] == "document" and "document" not in fact
    ]
    optional = {row[:2] for row in rows if any(str(row[3]) in fact["evidence"]["text"] for fact in unlisted)}
    same({row[:2] for row in rows}, {(item["document"], item["doc"]) for item in question["items"]}, optional)


@answers("q30")
def bodies_founded(graph: Graph, question: Question) -> None:
    wanted = {(item["body"], item["status"], item.get("by"), "seed-004") for item in question["items"]}
    same(graph.rows("bodies-founded", "body standing proposedBy document"), wanted)


@answers("q31")
def meetings_by_video(graph: Graph, question: Question) -> None:
    same(graph.column("meetings-by-format", "meeting", format="video"), set(question["items"]))


@answers("q32")
def chairs_and_heads(graph: Graph, question: Question) -> None:
    wanted = {(item.get("person") or item["state"], item["event"]) for item in question["items"]}
    same(graph.rows("chairs-and-delegations", "who event"), wanted)


@answers("q33")
def posts_and_embassy(graph: Graph, question: Question) -> None:
    who = graph.iri("askar-beisenbayev")
    *posts, embassy = question["items"]
    same(graph.column("posts-of-person", "post", who=who), set(posts))
    same(graph.rows("organised-by", "organiser event", who=who), {(embassy, "seed-004/e4")})


@answers("q34")
def advisers_and_experts(graph: Graph, question: Question) -> None:
    rows = graph.rows("people-by-post", "person organisation country", post=["adviser", "expert"])
    accepted = {
        person["canonical"]
        for key in keys().values()
        for role in key["roles"]
        for person in key["persons"]
        if role["person"] == person["id"] and {"adviser", "expert"} & set(role.get("post_accept", []))
    }
    same({row[0] for row in rows}, set(question["items"]), accepted)
    assert {
        ("alexey-gromov", "osce-odihr", None),
        ("hamadziripi-munyikwa", "osce-odihr", None),
        ("saodat-olimova", None, "TJ"),
    } <= rows


@answers("q35")
def documents_naming_both(graph: Graph, question: Question) -> None:
    who = [graph.iri(slug) for slug in ("turkmenistan", "united-nations", "osce")]
    rows = graph.rows("documents-naming-all", "document topic", who=who)
    same({document for document, _ in rows}, set(question["items"]))
    assert {("seed-000", "election"), ("seed-002", "human-rights")} <= rows


@answers("q36")
def documents_on_migration(graph: Graph, question: Question) -> None:
    rows = graph.rows("documents-on-topic", "document event", topic="migration")
    same({document for document, _ in rows}, set(question["items"]))
    assert ("seed-003", "seed-003/e1") in rows
