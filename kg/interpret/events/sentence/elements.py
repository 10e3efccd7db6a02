"""The row of a sentence: what its mentions and words are, and what of them does not act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ENVOYS
from kg.interpret.events.sentence.datelines import dateline
from kg.interpret.events.sentence.predicates import predicates
from kg.interpret.events.sentence.row import DASHES, Actor, Element, Row
from kg.interpret.events.sentence.signed import parties, signs
from kg.interpret.events.sentence.silent import acting, bracket, members_of, qualify, silence
from kg.interpret.events.sentence.sources import reports, tells
from kg.interpret.events.sentence.titles import join_titles
from kg.language.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.interpret.cast import Cast
    from kg.interpret.passages import Passage
    from kg.model import OrganisationMention, PostMention

# Frames of what states do themselves.
_DEEDS = frozenset({"attend", "hold", "organise", "discuss"})
# Of a token that nothing claims the kind of element that it is.
_KINDS: Memo[str, str] = Memo(
    lambda word: "text" if word[0].isalnum() or word == "+" else "comma" if word[0] in ",;" else "mark"
)


def make_row(passage: Passage, cast: Cast, states: Mapping[str, str], *, signing: bool = False) -> Row:
    """The elements of a passage; `states` gives the id of each state that is an actor, by ISO 3166 code.

    Of what overlaps, dates win over actors, these over places, triggers and words. With `signing` the row tells of
    nothing but documents signed, of which else a ceremony alone is told.
    """
    tokens = passage.sentence.tokens
    of_token: list[Element | None] = [None] * len(tokens)

    def claim(at: range, make: Callable[[int, int], Element]) -> None:
        if at and not any(of_token[at.start : at.stop]):
            of_token[at.start : at.stop] = [make(at.start, at.stop)] * len(at)

    def rest(at: range) -> range:
        while at and of_token[at.start]:
            at = at[1:]
        return at

    for date in passage.dates:
        claim(passage.tokens_in(date.start, date.end), partial(Element, "date", date=date))
    for start, end, actor in _actors(passage, cast):
        at = rest(passage.tokens_in(start, end))  # a date is no part of a title after it
        claim(at, partial(Element, "actor", actor=actor))
    for place in passage.places:
        claim(passage.tokens_in(place.start, place.end), partial(Element, "place", place=place))
    for at, kind, make in _words(passage, signing=signing):
        claim(rest(at) if kind == "trigger" else at, make)  # "the Trade Committee [meeting]"
    elements = [
        Element(_KINDS[word], i, i + 1) if e is None else e
        for i, (e, word) in enumerate(zip(of_token, passage.sentence.words, strict=True))
        if e is None or e.first == i
    ]
    elements = acting(elements, passage)
    silence(elements, passage)
    lead = 0 if passage.sentence.heading else dateline(elements, passage)
    elements[:lead] = [Element("text", e.first, e.last) if e.actor else e for e in elements[:lead]]
    if passage.organisations or passage.persons or passage.posts:
        elements = bracket(elements, passage)
        qualify(elements, passage)
        members_of(elements, passage)
        join_titles(elements, passage)
    elements = predicates(elements, passage)
    elements = parties(elements, passage) if signing else elements
    return Row(passage, _sides(elements, passage, states) if states and passage.places else elements, lead)


def _stands_for_people(elements: list[Element], i: int, *, cases: bool) -> bool:
    """Tell whether a country at `i` stands before "side", "delegation" or "experts", or after "experts from"."""
    if i + 1 < len(elements) and elements[i + 1].role in {"side", "delegation", "people"}:
        return True
    if cases and i and elements[i - 1].role == "delegation":
        return True  # "делегация Чили": a name that is not declined
    while i > 1 and _listed(elements[i - 1]):
        i -= 1
    before = [e.role for e in elements[max(0, i - 2) : i]]
    return before in (["people", "from"], ["participants", "from"])


def _listed(element: Element) -> bool:
    """Tell what stands in a list of countries: a country, a comma, "and", "the"."""
    place, actor = element.place, element.actor
    country = (place is not None and place.kind == "country") or (actor is not None and actor.country)
    return bool(country) or element.kind == "comma" or element.role in {"and", "definite"}


def states_of(cast: Cast) -> dict[str, str]:
    """Ids of the states of a cast, by ISO 3166 code."""
    return {o.country: o.id for o in cast.organisations if o.kind == "state" and o.country}


def _acts(elements: list[Element], i: int) -> bool:
    """Tell a state right before what it does: "[Япония] приняла участие в форуме"."""
    after = elements[i + 1] if i + 1 < len(elements) else None
    active = after is not None and after.is_trigger("verb")
    return active and after is not None and after.frame in _DEEDS and not (after.trigger and after.trigger.passive)


def _sides(elements: list[Element], passage: Passage, states: Mapping[str, str]) -> list[Element]:
    """Make an actor of a state through its people: "türkmen tarapy", "experts from Albania"."""
    sides, cases = list(elements), passage.language.fusional
    told = next((i for i, e in enumerate(elements) if e.role in {"delegation", "side"}), len(elements))
    headed = told < len(elements) and any(e.frame == "lead" or e.role == "lead" for e in elements)
    for i, e in enumerate(elements):
        state = states.get(e.place.country or "") if e.place and e.place.kind == "country" else None
        acts = cases and e.place is not None and e.place.case == "nom" and _acts(elements, i)
        through = _left_out(elements, i, passage, told) if headed and state else ""
        if state and e.place and (acts or through or _stands_for_people(elements, i, cases=cases)):
            case = e.place.case.replace("adj", "")
            actor = Actor(state, person=False, case=case, through=through, country=e.place.country)
            sides[i] = Element("actor", e.first, e.last, actor=actor)
    return sides


def _left_out(elements: list[Element], i: int, passage: Passage, told: int) -> str:
    """What an adjective stands for whose noun was told before: "делегацию Перу возглавил A, [чилийскую] — B".

    So "the Peruvian delegation was headed by A, the [Chilean] one by B". A side has its noun in the plural, too: "с
    [чилийской] стороны".
    """
    place, after = elements[i].place, elements[i + 1] if i + 1 < len(elements) else None
    if place is None or "adj" not in place.case or after is None:
        return ""
    if after.role == "participants" and i and elements[i - 1].role == "with":
        return "side"
    word = passage.sentence.tokens[after.first].norm
    dash = word in DASHES or word in passage.language.events.standing_for
    left = dash or after.role == "by" or after.frame == "lead" or (after.actor is not None and after.actor.person)
    return "delegation" if left and told < i else ""


def _actors(passage: Passage, cast: Cast) -> list[tuple[int, int, Actor]]:
    """Actors with their offsets, the longest first. An institution inside a title does not act."""
    found: list[tuple[int, int, int, Actor]] = []
    for i, post in enumerate(passage.posts):
        ident = cast.office_of[passage.first_post + i]
        if post.generic:
            owner = cast.organisation_of[post.organisation] if post.organisation is not None else None
            # many of them don't make their state take part: "ambassadors of Japan and Italy"
            sent = post.post in ENVOYS and passage.organisations and _state(cast, owner)
            if owner and not sent:
                found.append((post.start, post.end, 0, Actor(owner, person=False, case=post.case, through="people")))
        elif ident and not reports(passage, post):
            start, end = _own_words(passage, post)
            found.append((start, end, 0, Actor(ident, person=True, case=_case(passage, post))))
    for i, person in enumerate(passage.persons):
        ident = cast.person_of[passage.first_person + i]
        if ident:
            found.append((person.start, person.end, 1, Actor(ident, person=True, case=person.case)))
    for i, body in enumerate(passage.organisations):
        ident = cast.organisation_of[passage.first_organisation + i]
        if ident and body.form != "qualifier" and not tells(passage, body):
            found.append((body.start, body.end, 2, _body(ident, body, _paired(passage, cast, i))))
    found.sort(key=lambda f: (f[0] - f[1], f[2], f[0]))
    return [(start, end, actor) for start, end, _, actor in found]


def _own_words(passage: Passage, post: PostMention) -> tuple[int, int]:
    """The span of a title with its bearer; of a title that several share only the bearer's name ("experts A and B")."""
    if post.person is None:
        return post.start, post.end
    at = post.person - passage.first_person
    own = passage.persons[at] if 0 <= at < len(passage.persons) else None  # a long sentence may be cut before the name
    inside = [p for p in passage.persons if post.start <= p.start and p.end <= post.end]
    if own is not None and post.rule.endswith(".capacity"):
        return own.start, own.end  # "N begins a visit in his role as chairman"
    if own in inside and len(inside) > 1 and own is not inside[0]:
        return own.start, own.end
    return post.start, post.end


def _case(passage: Passage, post: PostMention) -> str:
    """The case of a title: that of the name where it ends with one, since only the last word shows it (Turkic)."""
    name = next((p for p in passage.persons if p.end == post.end and p.start >= post.start), None)
    if name is not None and name.start == post.start:
        return name.case or post.case  # "Главы МИД Чили и Перу Марко Диас и [Луис Рамос]"
    if name is not None and not passage.language.head_final and post.case and name.case == "nom":
        first = passage.tokens_in(post.start, post.end)[:1]
        head = {
            a.case for k in first for a in passage.language.analyse(passage.sentence.tokens[k].norm) if not a.number
        }
        sure = ".given" in name.rule or name.rule.endswith(".title-listed")
        if ("." in name.text or not sure) and head and "nom" not in head:
            return post.case  # "ректора А.В.Орлова": a name in the genitive may look like a nominative
    fusional = passage.language.fusional
    if fusional and name is not None and "." in name.text and name.case == "gen" and post.case == "nom":
        return post.case  # "председатель А.В.Орлова": so may a woman's name look like a man's in the genitive
    if post.rule.endswith(".title-names") and post.case == "nom":
        return "nom"  # "[Главы] Чили Марко Диас и Перу Иван Ким": a plural that looks like a genitive
    return name.case if name is not None and name.case else post.case


def _state(cast: Cast, ident: str | None) -> bool:
    return any(o.id == ident and o.kind == "state" for o in cast.organisations)


def _body(ident: str, body: OrganisationMention, beside: str) -> Actor:
    country = body.country if body.kind == "state" else None
    return Actor(ident, person=False, case=body.case, country=country, kind=body.kind, beside=beside)


def _paired(passage: Passage, cast: Cast, i: int) -> str:
    """The state (its id) that shares a word with another beside it, or "": "the Costa Rica-[Chile] forum"."""
    bodies, here = passage.organisations, passage.organisations[i]
    word = passage.tokens_in(here.start, here.end)
    near = (k for k in (i - 1, i + 1) if 0 <= k < len(bodies) and bodies[k].kind == here.kind == "state")
    pair = next((k for k in near if set(passage.tokens_in(bodies[k].start, bodies[k].end)) & set(word)), None)
    return (cast.organisation_of[passage.first_organisation + pair] or "") if pair is not None else ""


def _words(passage: Passage, *, signing: bool) -> list[tuple[range, str, partial[Element]]]:
    """Triggers and words with a function: their tokens, kind and element.

    The longer come first, so that "under the chairmanship of" is one marker.
    """
    entries = passage.language.events.by_lemma
    found = [
        (range(hit.first, hit.last), "word", partial(Element, "word", role=hit.key.role, form=hit.form))
        for hit in passage.language.event_words.find(passage.sentence.words)
        if not (hit.key.role == "present" and _is_verb(passage, range(hit.first, hit.last)))
    ]
    ceremony = signing and any(getattr(entries[t.lemma], "signs", False) for t in passage.triggers)
    for t in passage.triggers:
        entry = entries[t.lemma]
        if not (signs(entry, ceremony=ceremony) if signing else getattr(entry, "frame", "") != "sign"):
            continue
        make = partial(Element, "trigger", trigger=t, entry=entry, frame=getattr(entry, "frame", ""))
        found.append((passage.tokens_in(t.start, t.end), "trigger", make))
    return sorted(found, key=lambda one: -len(one[0]))  # of equally long ones words come first


def _is_verb(passage: Passage, at: range) -> bool:
    """Tell words with a function that are a verb of events: "Форумға елшілер [қатысқан]."."""
    return any(t.form == "verb" and passage.tokens_in(t.start, t.end) == at for t in passage.triggers)
