"""Nuclei, and a clause: the row in which they stand with the places where they take arguments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kg.language.event_words import Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.row import Element, Row
    from kg.language.event_words import Noun

# How many places for arguments, and how many elements, are looked at on either side: enough for any real sentence,
# and what keeps a sentence of 100,000 characters linear.
_SLOTS = 12
# Elements from a visit to the participle of going there.
_WAY = 6
# Cases of what somebody owns and a verb governs: "баяндамасын қорғауға", "тапсырмасымен құрылған".
_OF_VERBS = frozenset({"acc", "dat", "ins"})
# Words of the field of ministers, between their state and the noun for them.
_FIELD = 4
# Letters of a stem that no chance ending leaves.
_STEM = 3
FAR = 80


@dataclass(slots=True, eq=False)
class Nucleus:
    """A possible event in a row: its noun or telling verb (index `at`), and the verbs about it.

    `frames` are those of its verbs. `during`: "" or the role of the word that makes it a frame for something else
    (before, during, within, after). `type` is that of the noun or verb. `regular` tells of the next or a usual
    sitting, `novel` of another than was told, `next` of one after it, `topical` that it is only spoken about.
    `sits` is the index of the standing mechanism of which it is a sitting. `aside` tells that it is only what
    somebody who is spoken of has come for, `bound` that somebody has set out for it, `attained` that somebody was
    there for it, `verbal` that a verb alone tells of it. `part` tells that its opening or closing is spoken of, so
    that verbs find it in the genitive; `opens` is the event whose opening a noun right behind it tells of.
    `gapped` tells that its verb stands beside another event of which it tells, too.
    """

    row: Row
    at: int
    type: str
    entry: Noun | Verb
    verbs: list[int] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    during: str = ""
    definite: bool = False
    indefinite: bool = False
    novel: bool = False
    regular: bool = False
    plural: bool = False
    generic: bool = False
    topical: bool = False
    planned: bool = False
    negated: bool = False
    hypothetical: bool = False
    next: bool = False
    ordinal: int | None = None
    sits: int | None = None
    part: bool = False
    opens: Nucleus | None = None
    aside: bool = False
    bound: bool = False
    attained: bool = False
    gapped: bool = False
    verbal: bool = field(init=False)

    def __post_init__(self) -> None:
        """Tell whether a verb alone tells of the event."""
        self.verbal = isinstance(self.entry, Verb) and self.type != "office"

    def tell(self, verb: int, frame: str) -> None:
        """Note a verb about the event and the frame that tells what."""
        self.verbs.append(verb)
        self.frames.append(frame)

    def become(self, event: Nucleus) -> None:
        """Tell of an event of which only the opening was told."""
        self.at, self.type, self.entry, self.generic = event.at, event.type, event.entry, False
        self.verbal = event.verbal
        self.ordinal, self.definite, self.indefinite = event.ordinal, event.definite, event.indefinite

    def with_(self, other: Nucleus) -> bool:
        """Tell two nouns in a row that have one verb, which stands behind both: "mejlisi we [forumy] geçiriler"."""
        shared = [v for v in other.verbs if v > self.at]
        return bool(self.verbs) and self.verbs == shared and other.at < self.at < min(self.verbs)

    @property
    def element(self) -> Element:
        """The element of the noun or telling verb."""
        return self.row.elements[self.at]

    @property
    def remote(self) -> bool:
        """Tell whether its noun says that people met by video: "онлайн-семинар"."""
        beginnings = self.row.passage.language.events.remote
        return bool(beginnings) and not self.verbal and self.row.norm(self.element).startswith(beginnings)

    @property
    def untold(self) -> bool:
        """Tell a noun that no verb is about and that frames nothing: the event is only named."""
        return not (self.verbs or self.verbal or self.during)

    @property
    def predicates(self) -> list[int]:
        """Indices of the verbs that tell of it: those about it, then its own."""
        return [*self.verbs, self.at] if self.verbal else self.verbs

    @property
    def tenses(self) -> list[str]:
        """Tenses of the verbs that tell of the event; an invitation says nothing of it."""
        told = self.predicates
        return [e.trigger.tense for v in told if (e := self.row.elements[v]).trigger and e.frame != "invite"]

    @property
    def phase(self) -> str:
        """Which end of the event its verbs are about: `start` ("began"), `end` ("concluded"), or ""."""
        phases = [str(getattr(self.row.elements[v].entry, "phase", "")) for v in self.predicates]
        opened = any(self.row.elements[v].frame == "open" for v in self.verbs)
        return next(filter(None, phases), "start" if opened else "")

    @property
    def told(self) -> frozenset[str]:
        """Roles of words that tell how it was held; of an event that only frames a sentence those before it.

        "Wideoaragatnaşyk arkaly geçirilen duşuşygyň barşynda", but not "Duşuşygyň barşynda … wideoaragatnaşyk".
        """
        if not self.during or not self.row.passage.language.head_final:
            return self.row.roles
        return frozenset(e.role for e in self.row.elements[: self.at])

    @property
    def relative(self) -> bool:
        """Tell what a relative clause says of somebody: "saparda bolýan", "iş sapary bilen gelen"."""
        elements, at = self.row.elements, self.at
        if not self.row.passage.language.head_final or self.type != "visit":
            return False
        if not self.verbal:
            if [e.role for e in elements[at + 1 : at + 2]] != ["with"]:
                return False
            at += 2
            while at < self.at + _WAY and at < len(elements) and elements[at].kind in {"text", "place"}:
                at += 1  # "sapar bilen ýurdumyza gelen ministr"
        trigger = elements[at].trigger if at < len(elements) else None
        going = trigger is not None and trigger.form == "participle" and elements[at].frame in {"visit", "arrive"}
        return going and at + 1 < len(elements) and elements[at + 1].kind != "mark"

    @property
    def past(self) -> bool:
        """Tell whether a verb in the past tells of the event, and nothing says that it is yet to come."""
        return ("past" in self.tenses or self.attained) and not self.planned

    @property
    def asserted(self) -> bool:
        """Tell whether a finite verb says that the event is held, is organised or takes place."""
        return bool(self.verbs) and any(
            (t := self.row.elements[v].trigger) is not None
            and t.form in {"verb", "converb"}
            and self.row.elements[v].frame in {"hold", "occur", "organise"}
            for v in self.verbs
        )

    @property
    def finite(self) -> bool:
        """Whether a verb about it is more than a participle before its noun, or an invitation to it."""
        told = ((v, self.row.elements[v]) for v in self.verbs)
        return any(
            e.frame != "invite" and e.trigger is not None and (e.trigger.form != "participle" or v > self.at)
            for v, e in told
        )

    @property
    def aim(self) -> bool:
        """Whether it is only what somebody means to do: all verbs about it are infinitives ("gatnaşmak üçin")."""
        triggers = [self.row.elements[v].trigger for v in self.verbs]
        return self.hypothetical or (bool(triggers) and all(t is not None and t.form == "infinitive" for t in triggers))

    @property
    def start(self) -> int:
        """Index where the nucleus begins: of its first verb or of its noun."""
        return min(self.at, *self.verbs) if self.verbs else self.at

    @property
    def last_verb(self) -> int:
        """Index of the last verb about it, else of its noun or telling verb."""
        return max(self.verbs) if self.verbs else self.at

    @property
    def head(self) -> int:
        """Index where the nucleus is complete: of its last verb, else of its noun."""
        return max(self.at, *self.verbs) if self.verbs else self.at


class Slot(NamedTuple):
    """Where a nucleus may take arguments: at its noun or telling verb (`verb` None), or at a verb about it."""

    at: int
    nucleus: Nucleus
    verb: int | None

    @property
    def noun(self) -> bool:
        """Tell whether this is the place of a noun."""
        return self.verb is None and not self.nucleus.verbal


class Clause:
    """A row with its nuclei and their slots, for asking what stands before and after an index."""

    def __init__(self, row: Row, nuclei: Sequence[Nucleus]) -> None:
        self.row = row
        self.nuclei = tuple(nuclei)
        self.ats = frozenset(n.at for n in nuclei)
        self.final = row.passage.language.head_final
        self.cases = not row.passage.language.analytic
        self._slots = sorted(_slots(nuclei), key=lambda slot: slot.at)
        self._at = [slot.at for slot in self._slots]

    @cached_property
    def _heads(self) -> list[int]:
        """Where the nuclei are complete, in order."""
        return sorted(n.head for n in self.nuclei)

    @cached_property
    def _subjects(self) -> list[int]:
        """Indices of the actors in a bare nominative."""
        row = self.row
        return [i for i in row.actors if (a := row.elements[i].actor) and a.case == "nom" and not self._listed(i)]

    def outside(self, spans: Sequence[tuple[int, int]]) -> Clause:
        """The same without the slots in spans of elements; itself where no others are left."""
        kept = [s for s in self._slots if not any(a < s.at < b for a, b in spans)]
        if not kept or len(kept) == len(self._slots):
            return self
        rest = Clause(self.row, self.nuclei)
        rest._slots, rest._at = kept, [s.at for s in kept]
        return rest

    def after(self, i: int) -> list[Slot]:
        """Slots after an index, the nearest first."""
        first = bisect_right(self._at, i)
        return [s for s in self._slots[first : first + _SLOTS] if s.at - i <= FAR]

    def before(self, i: int) -> list[Slot]:
        """Slots before an index, the nearest first."""
        last = bisect_left(self._at, i)
        return [s for s in reversed(self._slots[max(0, last - _SLOTS) : last]) if i - s.at <= FAR]

    def marked(self, i: int) -> bool:
        """Tell whether a word with a function stands right after an index."""
        return i + 1 < len(self.row.elements) and self.row.elements[i + 1].kind == "word"

    def _listed(self, i: int) -> bool:
        """Tell whether a word with a function stands after an actor, or after the list that it opens: "A, B bilen"."""
        elements = self.row.elements
        while self.final and i + 2 < len(elements) and elements[i + 1].kind == "comma" and elements[i + 2].actor:
            i += 2
        state, k = elements[i].actor, i
        while self.final and state and state.country and k + 2 < len(elements) and elements[k + 1].kind == "text":
            k += 1  # "Қазақстан, Чили және Перу [қорғаныс] министрлерінің кездесуі"
        return self.marked(k if k - i <= _FIELD else i)

    def owned(self, i: int) -> bool:
        """Tell a plain word that something owns, an object or a circumstance ("баяндамасын", "тапсырмасымен")."""
        language = self.row.passage.language
        word = self.row.norm(self.row.elements[i])
        if language.analytic or word.endswith(language.events.participles):
            return False
        found = language.analyse(word)
        return any(a.possessive == "3" and a.case in _OF_VERBS and a.harmonic and len(a.stem) > _STEM for a in found)

    def subject_between(self, i: int, at: int) -> bool:
        """Tell whether a bare nominative stands between two indices."""
        return bisect_left(self._subjects, at) > bisect_right(self._subjects, i)

    def arrived_before(self, i: int) -> bool:
        """Tell whether somebody arrives before an index."""
        return any(self.row.elements[k].frame == "arrive" for k in self.row.triggers if k < i)

    def more_after(self, nucleus: Nucleus, at: int) -> bool:
        """Tell whether another nucleus is complete only after an index."""
        later = len(self._heads) - bisect_right(self._heads, at)
        return later - (nucleus.head > at) > 0


def _slots(nuclei: Sequence[Nucleus]) -> list[Slot]:
    found = []
    for n in nuclei:
        # "The importance of holding events", "a plan of events": nobody takes part in them.
        attended = "attend" in n.frames and n.past  # "В мероприятиях приняли участие послы"
        if n.generic and (n.hypothetical or (n.plural and not n.definite and not attended)):
            continue
        found += [Slot(n.at, n, None), *(Slot(v, n, v) for v in n.verbs)]
    return found
