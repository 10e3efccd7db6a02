"""A sentence as a row of elements: actors, dates, places, words of events, words with a function, other words."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.passages import Passage
    from kg.language.event_words import Noun, Verb
    from kg.language.phrases import Form
    from kg.model import DateMention, PlaceMention, Token, TriggerMention

# Marks that stand for a dash.
DASHES = frozenset("-–—")
# Roles of articles.
ARTICLES = frozenset({"definite", "indefinite"})
# Marks that open a quotation or title, and that close one.
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')


class Actor(Record, frozen=True):
    """A named actor: `id` in the reading, `person` for persons and offices, `case` as it stands in the text.

    `through` is that of a member whose words name people of an institution ("members of the Council"), `country` is
    that of a state, `kind` the kind of an institution, `beside` the other state of a pair in one word ("Peru-Chile").
    """

    id: str
    person: bool
    case: str
    through: str = ""
    country: str | None = None
    kind: str = ""
    beside: str = ""


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

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases that the form of a word of events may be, none for what is no such word."""
        return tuple(self.trigger.case.split("|")) if self.trigger is not None else ()

    def is_trigger(self, form: str, tense: str | None = None) -> bool:
        """Tell a word of events in a form, in one tense or in any.

        Forms are `noun`, `verb`, `participle`, `converb` and `infinitive`.
        """
        told = self.trigger
        return told is not None and told.form == form and (tense is None or told.tense == tense)


_ROLE, _FRAME = attrgetter("role"), attrgetter("frame")


class Row:
    """The elements of a passage, in order, none overlapping another.

    `telling` are the indices of all but plain text, `actors` and `triggers` those of such elements; `roles` and
    `frames` those of any element. The first `lead` elements are a dateline.
    """

    __slots__ = ("actors", "elements", "frames", "lead", "passage", "roles", "telling", "triggers")

    def __init__(self, passage: Passage, elements: Sequence[Element], lead: int = 0) -> None:
        self.passage = passage
        self.elements = elements
        self.lead = lead
        self.telling = [i for i, e in enumerate(elements) if e.kind != "text"]
        self.actors = [i for i in self.telling if elements[i].kind == "actor"]
        self.triggers = [i for i in self.telling if elements[i].kind == "trigger"]
        self.roles = frozenset(map(_ROLE, elements))
        self.frames = frozenset(map(_FRAME, elements))

    def at(self, role: str) -> list[int]:
        """Indices of the elements with a role: most roles stand in few rows, and a rule that needs one ends here."""
        return [i for i in self.telling if self.elements[i].role == role] if role in self.roles else []

    def tells(self, frame: str, tense: str) -> bool:
        """Tell whether a verb of a frame stands in the row in a tense."""
        told = [self.elements[i] for i in self.triggers] if frame in self.frames else []
        return any(e.frame == frame and e.trigger is not None and e.trigger.tense == tense for e in told)

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens that elements count in."""
        return self.passage.sentence.tokens

    def account(self, at: int = 0) -> int:
        """Index where, from `at` on, the clause with what somebody tells begins; of no element where none does."""
        data = self.passage.language.events
        words = data.complementisers | data.accounts if at == 0 else data.complementisers
        rest = range(at, len(self.elements)) if not words.isdisjoint(self.passage.sentence.words) else ()
        return next((i for i in rest if self.norm(self.elements[i]) in words), len(self.elements))

    def start(self, element: Element) -> int:
        """Where an element starts in the document."""
        return self.tokens[element.first].start

    def end(self, element: Element) -> int:
        """Where an element ends in the document."""
        return self.tokens[element.last - 1].end

    def sits(self, element: Element) -> bool:
        """Tell an institution with the word for a body that sits in its name: "[Council] of Ministers"."""
        body = element.actor is not None and not element.actor.person
        return body and not set(self.norm(element).split()).isdisjoint(self.passage.language.events.sitting)

    def norm(self, element: Element) -> str:
        """An element's words in lower case: mostly it is a single one."""
        words, first, last = self.passage.sentence.words, element.first, element.last
        return words[first] if last - first == 1 else " ".join(words[first:last])
