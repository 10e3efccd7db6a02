"""A sentence as a row of elements: actors, dates, places, words of events, words with a function, other words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.passages import Passage
    from kg.language.events import Noun, Verb
    from kg.language.phrases import Form
    from kg.model import DateMention, OrganisationMention, PlaceMention, PostMention, Token, TriggerMention

# Elements within which a dateline ends.
_DATELINE = 14
# Words from an institution to the verb of its press service, "the Senate's press service reports", the verb included.
_VOICE = 4
# Quotation marks, and how many elements a title between them has at most.
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”“"')
_TITLE = 40


class Actor(Record, frozen=True):
    """A named actor: `id` in the reading, `person` for persons and offices, `case` as it stands in the text.

    `people` tells that the words name people of an institution ("members of the Council"), `country` is that of a
    state, `kind` the kind of an institution.
    """

    id: str
    person: bool
    case: str
    people: bool = False
    country: str | None = None
    kind: str = ""


class Element(Record, frozen=True):
    """One element over the tokens `first` (in) to `last` (out).

    `kind`: `actor`, `date`, `place`, `trigger`, `word` (with `role`), `comma`, `mark` (other punctuation), `text`.
    `frame` is that of a verb of events, "" of everything else.
    """

    kind: str
    first: int
    last: int
    role: str = ""
    actor: Actor | None = None
    date: DateMention | None = None
    place: PlaceMention | None = None
    trigger: TriggerMention | None = None
    entry: Noun | Verb | None = None
    form: Form | None = None
    frame: str = ""


class Row:
    """The elements of a passage, in order, none overlapping another.

    `telling` are the indices of all but plain text; `roles` and `frames` those of any element. The first `lead`
    elements are a dateline.
    """

    __slots__ = ("elements", "frames", "lead", "passage", "roles", "telling")

    def __init__(self, passage: Passage, elements: Sequence[Element], lead: int = 0) -> None:
        self.passage = passage
        self.elements = elements
        self.lead = lead
        self.telling = [i for i, e in enumerate(elements) if e.kind != "text"]
        told = [elements[i] for i in self.telling]
        self.roles = frozenset(e.role for e in told)
        self.frames = frozenset(e.frame for e in told)

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens that elements count in."""
        return self.passage.sentence.tokens

    def start(self, element: Element) -> int:
        """Where an element starts in the document."""
        return self.tokens[element.first].start

    def end(self, element: Element) -> int:
        """Where an element ends in the document."""
        return self.tokens[element.last - 1].end

    def norm(self, element: Element) -> str:
        """An element's words in lower case."""
        return " ".join(t.norm for t in self.tokens[element.first : element.last])


def make_row(passage: Passage, cast: Cast, states: Mapping[str, str]) -> Row:
    """The elements of a passage; `states` gives the id of each state that is an actor, by ISO 3166 code.

    Of what overlaps, dates win over actors, these over places, triggers and words.
    """
    tokens = passage.sentence.tokens
    ends = [t.end for t in tokens]
    starts = [t.start for t in tokens]
    of_token: list[Element | None] = [None] * len(tokens)

    def claim(first: int, last: int, element: Element) -> None:
        while element.actor and first < last and of_token[first]:  # a date is no part of a title after it
            first += 1
        if first < last and not any(of_token[first:last]):
            of_token[first:last] = [_placed(element, first, last)] * (last - first)

    for start, end, element in _spans(passage, cast):
        claim(bisect_right(ends, start), bisect_left(starts, end), element)
    for hit_first, hit_last, element in _words(passage, starts):
        claim(hit_first, hit_last, element)
    elements: list[Element] = []
    for i, (e, token) in enumerate(zip(of_token, tokens, strict=True)):
        if e is None:
            kind = "text" if (c := token.text[0]).isalnum() else "comma" if c in ",;" else "mark"
            elements.append(Element(kind, i, i + 1))
        elif e.first == i:
            elements.append(e)
    _untitle(elements, passage)
    lead = _dateline(elements, passage)
    elements[:lead] = [Element("text", e.first, e.last) if e.actor else e for e in elements[:lead]]
    if passage.organisations or passage.persons or passage.posts:
        elements = _bracket(elements, passage)
    return Row(passage, _sides(elements, states) if states and passage.places else elements, lead)


def _untitle(elements: list[Element], passage: Passage) -> None:
    """Make text of words of events in a title in quotation marks: "«Howpsuzlyk boýunça dialog» atly maslahat"."""
    titled, tokens = passage.language.events.titled, passage.sentence.tokens
    closing = [i for i, e in enumerate(elements) if titled and e.kind == "mark" and tokens[e.first].text in _CLOSING]
    for i in closing:
        after = tokens[elements[i].last : elements[i].last + 1]
        opening = next((k for k in range(i - 1, max(-1, i - _TITLE), -1) if _opens(elements[k], tokens)), None)
        if opening is None or not after or after[0].norm not in titled:
            continue
        for k in range(opening + 1, i):
            if elements[k].trigger:
                elements[k] = Element("text", elements[k].first, elements[k].last)


def _opens(element: Element, tokens: Sequence[Token]) -> bool:
    return element.kind == "mark" and tokens[element.first].text in _OPENING


def _dateline(elements: list[Element], passage: Passage) -> int:
    """How many elements the dateline has that opens a sentence: "ASHGABAT, Turkmenistan, 5 May 2024 – The Centre"."""
    if passage.sentence.heading:
        return 0
    tokens = passage.sentence.tokens
    for i, e in enumerate(elements[:_DATELINE]):
        word = tokens[e.first].text
        if e.kind == "mark" and word in "–—-" and i:
            return i + 1 if any(x.kind == "place" or _capitals(x, tokens) for x in elements[:i]) else 0
        if not (e.kind in {"place", "date", "comma", "mark"} or (e.actor and not e.actor.person) or word.isupper()):
            return 0
    return 0


def _capitals(element: Element, tokens: Sequence[Token]) -> bool:
    return all(t.text.isupper() for t in tokens[element.first : element.last])


def _stands_for_people(elements: list[Element], i: int) -> bool:
    """Tell whether a country at `i` stands before "side", "delegation" or "experts", or after "experts from"."""
    if i + 1 < len(elements) and elements[i + 1].role in {"side", "delegation", "people"}:
        return True
    before = elements[max(0, i - 2) : i]
    return [e.role for e in before] == ["people", "from"]


def states_of(cast: Cast) -> dict[str, str]:
    """Ids of the states of a cast, by ISO 3166 code."""
    return {o.country: o.id for o in cast.organisations if o.kind == "state" and o.country}


def _spans(passage: Passage, cast: Cast) -> Iterable[tuple[int, int, Element]]:
    """Dates, actors and places with their offsets, the stronger first."""
    yield from ((d.start, d.end, Element("date", 0, 0, date=d)) for d in passage.dates)
    yield from _actors(passage, cast)
    yield from ((p.start, p.end, Element("place", 0, 0, place=p)) for p in passage.places)


def _bracket(elements: list[Element], passage: Passage) -> list[Element]:
    """Leave out an abbreviation in brackets, make text of a title before another by a dash: they act no second time."""
    tokens = passage.sentence.tokens
    brackets: set[int] = set()
    actors = [i for i, e in enumerate(elements) if e.actor]
    for i in actors:
        if i < 2:  # noqa: PLR2004 - nothing stands before the bracket
            continue
        e, before = elements[i], elements[i - 2]
        opened = tokens[elements[i - 1].first].text == "("
        if opened and e.actor and before.actor and (e.actor.id == before.actor.id or not e.actor.person):
            elements[i] = Element("text", e.first, e.last)
            if i + 1 < len(elements) and tokens[elements[i + 1].first].text == ")":
                brackets |= {i - 1, i, i + 1}
    for i in actors[:-1]:
        if i + 2 >= len(elements):
            break
        e, gap, after = elements[i], elements[i + 1], elements[i + 2]
        dash = gap.kind == "mark" and tokens[gap.first].text in "–—-"
        if dash and e.actor and after.actor and e.actor.person and after.actor.person and e.actor.id[:1] == "t":
            elements[i] = Element("text", e.first, e.last)  # "Chairman of the Committee – Executive Secretary N."
    return [e for i, e in enumerate(elements) if i not in brackets] if brackets else elements


def _sides(elements: list[Element], states: Mapping[str, str]) -> list[Element]:
    """Make an actor of a state through its people: "türkmen tarapy", "experts from Albania"."""
    sides = list(elements)
    for i, e in enumerate(elements):
        state = states.get(e.place.country or "") if e.place and e.place.kind == "country" else None
        if state and e.place and _stands_for_people(elements, i):
            actor = Actor(state, person=False, case=e.place.case.replace("adj", ""), country=e.place.country)
            sides[i] = Element("actor", e.first, e.last, actor=actor)
    return sides


def _placed(e: Element, first: int, last: int) -> Element:
    return Element(e.kind, first, last, e.role, e.actor, e.date, e.place, e.trigger, e.entry, e.form, e.frame)


def _actors(passage: Passage, cast: Cast) -> Iterable[tuple[int, int, Element]]:
    """Spans of actors, the longest first. An institution inside a title does not act."""
    found: list[tuple[int, int, int, Actor]] = []
    for i, post in enumerate(passage.posts):
        ident = cast.office_of[passage.first_post + i]
        if post.generic:
            owner = cast.organisation_of[post.organisation] if post.organisation is not None else None
            if owner:
                found.append((post.start, post.end, 0, Actor(owner, person=False, case=post.case, people=True)))
        elif ident:
            start, end = _own_words(passage, post)
            found.append((start, end, 0, Actor(ident, person=True, case=_case(passage, post))))
    for i, person in enumerate(passage.persons):
        ident = cast.person_of[passage.first_person + i]
        if ident:
            found.append((person.start, person.end, 1, Actor(ident, person=True, case=person.case)))
    for i, body in enumerate(passage.organisations):
        ident = cast.organisation_of[passage.first_organisation + i]
        if ident and body.form != "qualifier" and not _tells(passage, body):
            found.append((body.start, body.end, 2, _body(ident, body)))
    found.sort(key=lambda f: (f[0] - f[1], f[2], f[0]))
    return [(start, end, Element("actor", 0, 0, actor=actor)) for start, end, _, actor in found]


def _own_words(passage: Passage, post: PostMention) -> tuple[int, int]:
    """The span of a title with its bearer; of a title that several share only the bearer's name ("experts A and B")."""
    if post.person is None:
        return post.start, post.end
    own = passage.persons[post.person - passage.first_person] if post.person >= passage.first_person else None
    inside = [p for p in passage.persons if post.start <= p.start and p.end <= post.end]
    if own in inside and len(inside) > 1 and own is not inside[0]:
        return own.start, own.end
    return post.start, post.end


def _case(passage: Passage, post: PostMention) -> str:
    """The case of a title: that of the name where it ends with one, since only the last word shows it (Turkic)."""
    name = next((p for p in passage.persons if p.end == post.end and p.start > post.start), None)
    return name.case if name is not None and name.case else post.case


def _tells(passage: Passage, body: OrganisationMention) -> bool:
    """Tell an outlet that only tells the news: in a dateline, or beside a verb of reporting ("Kazinform reports")."""
    if body.rule.endswith((".dateline", ".reported-by", ".source-line")):
        return True
    after = passage.tokens_in(body.end, passage.end).start
    following = [t.norm for t in passage.sentence.tokens[after : after + _VOICE]]
    voiced = following[:1] and following[0] in passage.language.institutions.voices
    reports = passage.language.posts.reporting
    return bool(following[:1] and body.kind == "media" and following[0] in reports) or bool(
        voiced and any(word in reports for word in following)
    )


def _body(ident: str, body: OrganisationMention) -> Actor:
    country = body.country if body.kind == "state" else None
    return Actor(ident, person=False, case=body.case, country=country, kind=body.kind)


def _words(passage: Passage, starts: Sequence[int]) -> list[tuple[int, int, Element]]:
    """Triggers and words with a function, the longer first, so that "under the chairmanship of" is one marker."""
    entries = passage.language.events.by_lemma
    found = [
        (hit.first, hit.last, 0, Element("word", 0, 0, role=hit.key.role, form=hit.form))
        for hit in passage.language.event_words.find(passage.sentence.tokens)
    ]
    found += [
        (
            bisect_left(starts, t.start),
            bisect_left(starts, t.end),
            1,
            Element("trigger", 0, 0, trigger=t, entry=(e := entries[t.lemma]), frame=getattr(e, "frame", "")),
        )
        for t in passage.triggers
    ]
    found.sort(key=lambda f: (f[0] - f[1], f[2], f[0]))
    return [(first, last, element) for first, last, _, element in found]
