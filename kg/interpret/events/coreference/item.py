"""What is known of a text's item while its sentences are read: the events told so far and what was spoken of last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.events.coreference.conflicts import conflict
from kg.interpret.events.coreference.forms import Form
from kg.interpret.events.coreference.lists import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact, Reported
    from kg.model import DateMention, PlaceMention

# Markers of the people by whom an event is told from another of its kind.
TELLING_WHICH = frozenset({"with", "between", "of", "object"})
# Events looked back at: a release that tells of more refers back to the last ones.
_BACK = 40


@dataclass(slots=True)
class Item:
    """The events of one item so far, in order of first mention, and the one spoken of last.

    `kin` gives for each actor those who may stand for it, `homes` the state of each person of one that acts.
    `framing` are events that only frame what the row says: what happened in them is another event.
    `delegation` are the actors whose delegation was spoken of last,
    `person` who acted in the sentence before, `pending` an event told there with no particulars, `first` such one.
    `framed` is the first fact that speaks of a meeting as known, `gathered` one that says that people attended it,
    `acting` are the persons who act in the item, `waiting` is the row that told who heads a delegation before any
    event was told.
    `scene` is the town of a line that says where; `opening` and `town` are the day and the town of a dateline that is
    a sentence of its own, for the one after it; `bare` tells that the sentence before was one name alone.
    `speech` are spans of quoted speech, in text order, `lines` is the list in lines that is being read,
    `form` the form. `lead` is the index of the first sentence that is no headline, -1 before it. `signings` are the
    facts that tell of documents signed, which may or may not be an event. `pair` gives the posts of the two persons of
    whom the last sentence that names any tells.
    """

    index: int
    kin: Mapping[str, frozenset[str]]
    homes: Mapping[str, str]
    speech: Sequence[tuple[int, int]] = ()
    lines: Lines = field(default_factory=Lines)
    form: Form = field(default_factory=Form)
    drafts: list[Draft] = field(default_factory=list)
    current: Draft | None = None
    framing: list[Draft] = field(default_factory=list)
    delegation: list[str] = field(default_factory=list)
    person: str | None = None
    pending: Fact | None = None
    opening: DateMention | None = None
    town: PlaceMention | None = None
    bare: bool = False
    scene: PlaceMention | None = None
    first: Fact | None = None
    framed: Fact | None = None
    gathered: Fact | None = None
    acting: list[str] = field(default_factory=list)
    waiting: Reported | None = None
    signings: list[Fact] = field(default_factory=list)
    lead: int = -1
    pair: Mapping[str, AbstractSet[str]] = field(default_factory=dict)

    def recent(self) -> Iterator[Draft]:
        """Events from the one spoken of last back to the first; what is planned or long past comes last."""
        last = [self.current] if self.current is not None else []
        order = [*last, *(d for d in reversed(self.drafts[-_BACK:]) if d is not self.current)]
        order = [d for d in order if d not in self.framing]
        later = [d for d in order if d.past or (d.planned and not d.main)]
        yield from (d for d in order if d not in later)
        yield from later

    def fitting(self, fact: Fact, *, lenient: bool) -> Draft | None:
        """The event spoken of last that the fact doesn't contradict; the same noun points to its own event."""
        found: Iterator[Draft] = (d for d in self.recent() if conflict(d, fact, self.kin, lenient=lenient) is None)
        if fact.markers & TELLING_WHICH and len(fact.attend) > 1 and fact.nucleus.definite:
            found = iter(sorted(found, key=lambda d: not set(d.attend) & set(fact.attend)))  # whose meeting it is
        if adjective := _adjective(fact):
            found = iter(sorted(found, key=lambda d: all(_adjective(f) != adjective for f in d.facts)))
        first, lemma = next(found, None), fact.nucleus.entry.lemma
        if first is None or fact.nucleus.generic or first.type == fact.nucleus.type:
            return first
        if _apart(first):  # "will be held, the spokesman said at a press briefing. The meeting will …"
            first = next((d for d in found if not _apart(d)), first)
        if any(f.nucleus.entry.lemma == lemma for f in first.facts):
            return first
        rest = [*found]  # of a headline: "N meets M. The summit was held in Oslo. During the meeting, …"
        headed = (d for d in rest if d.facts[0].heading and d.type == fact.nucleus.type)
        same = (d for d in rest if any(f.nucleus.entry.lemma == lemma for f in d.facts))
        return next(same, None) or next(headed, first)


def _adjective(fact: Fact) -> str:
    """The word between an English article and the noun of an event, which tells which: "the [ministerial] meeting"."""
    nucleus, row = fact.nucleus, fact.nucleus.row
    if nucleus.at == 0 or nucleus.verbal or not row.passage.language.analytic:
        return ""
    before = row.elements[nucleus.at - 1]
    return row.norm(before) if before.kind == "text" else ""


def _apart(draft: Draft) -> bool:
    """Tell an event whose noun stands for nothing else: a briefing."""
    return all(getattr(f.nucleus.entry, "apart", False) for f in draft.facts)
