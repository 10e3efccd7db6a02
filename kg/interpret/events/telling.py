"""Which event a fact tells of: an ordered list of rules; each answers or stays silent, the first answer wins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.events.draft import Draft, conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.interpret.events.facts import Fact

# Types of a noun that by itself, with no verb, tells of an event where it has one participant.
_SELF = frozenset({"visit", "session"})
# Markers of the people by whom an event is told from another of its kind.
_TELLING_WHICH = frozenset({"with", "between", "of", "object"})


@dataclass(slots=True)
class Item:
    """The events of one item so far, in order of first mention, and the one spoken of last.

    `framing` are those that only frame what the row says: what happened in them is another event. `delegation` are the
    actors whose delegation was spoken of last.
    """

    index: int
    kin: Mapping[str, frozenset[str]]
    drafts: list[Draft] = field(default_factory=list)
    current: Draft | None = None
    framing: list[Draft] = field(default_factory=list)
    delegation: list[str] = field(default_factory=list)

    def recent(self) -> Iterator[Draft]:
        """Events from the one spoken of last back to the first; what is only planned comes after what is told."""
        last = [self.current] if self.current is not None else []
        order = [*last, *(d for d in reversed(self.drafts) if d is not self.current)]
        order = [d for d in order if d not in self.framing]
        yield from (d for d in order if not d.planned or d.main)
        yield from (d for d in order if d.planned and not d.main)


@dataclass(frozen=True, slots=True)
class Answer:
    """A rule's answer: an event that is there, a new one (`draft` None), or no event at all (`drop`)."""

    rule: str
    draft: Draft | None = None
    drop: bool = False


def tell(item: Item, fact: Fact, *, heading: bool) -> Answer:
    """The answer of the first rule that has one."""
    for name, rule in RULES:
        answer = rule(item, fact, heading)
        if answer is not None:
            return Answer(name, answer if isinstance(answer, Draft) else None, answer is DROP)
    return Answer("no-particulars", drop=True)


DROP = object()
NEW = object()


def _denied(_: Item, fact: Fact, __: bool) -> object:
    """ "The meeting did not take place", "mejlis ýatyryldy"."""
    return DROP if fact.nucleus.negated else None


def _no_counterpart(_: Item, fact: Fact, __: bool) -> object:
    """ "Kabul etdi" of a decision, "discussed" of a topic: no meeting without somebody met."""
    frames = set(fact.nucleus.frames) if fact.nucleus.verbal else set()
    if "receive" in frames and not fact.markers & {"object", "by"}:
        return DROP
    if "discuss" in frames and not fact.markers & {"with", "also"}:
        return DROP
    if "visit" in frames and not (fact.attend and (fact.places or fact.nucleus.row)):
        return DROP
    return None


def _refers_back(item: Item, fact: Fact, _: bool) -> object:
    """ "The event was attended by", "Oňa … gatnaşdylar": the event spoken of last."""
    nucleus = fact.nucleus
    if not nucleus.generic:
        return None
    if nucleus.plural and not nucleus.definite:
        return DROP
    found = next((d for d in item.recent() if conflict(d, fact, item.kin, lenient=True) is None), None)
    return found or DROP


def _hypothetical(item: Item, fact: Fact, heading: bool) -> object:
    """ "Proposed to hold a forum"; a hypothesis about an event that is told is still about that event."""
    if not fact.nucleus.hypothetical:
        return None
    return _again(item, fact, heading) or DROP


def _again(item: Item, fact: Fact, _: bool) -> object:
    """A noun that points back: "the meeting", "duşuşygyň barşynda", or bare and with nothing new."""
    nucleus = fact.nucleus
    bare = not (fact.dates or nucleus.ordinal or nucleus.indefinite or nucleus.plural)
    points = nucleus.definite or bool(nucleus.during) or (bare and not nucleus.asserted)
    if nucleus.verbal or nucleus.novel or not points:
        return None
    # "The meeting was attended by" adds people, "the meeting with the ambassador" tells which meeting.
    lenient = not fact.markers & _TELLING_WHICH
    return next((d for d in item.recent() if conflict(d, fact, item.kin, lenient=lenient) is None), None)


def _headline(item: Item, fact: Fact, heading: bool) -> object:
    """A headline's event begins; the lead will tell it again."""
    if not heading or not _particular(fact):
        return None
    if fact.nucleus.during:
        return None
    return NEW


def _lead(item: Item, fact: Fact, heading: bool) -> object:
    """What the headline announced is told: types are kindred, date, place and state agree."""
    if heading or fact.nucleus.during:
        return None
    return next((d for d in item.drafts if d.titled and conflict(d, fact, item.kin, lenient=True) is None), None)


def _same(item: Item, fact: Fact, _: bool) -> object:
    """Told twice: the same people, or the same day and some of the people."""
    if not (fact.attend or fact.dates):
        return None
    for draft in item.recent():
        if conflict(draft, fact, item.kin, lenient=False) is None and (
            set(fact.attend) & set(draft.attend) or (fact.dates and draft.dates and not fact.attend)
        ):
            return draft
    return None


def _new(_: Item, fact: Fact, __: bool) -> object:
    """An event with a particular of its own."""
    return NEW if _particular(fact) else None


def _told_on(item: Item, fact: Fact, _: bool) -> object:
    """“The talks were held online”: nothing by which it could be another event."""
    nucleus = fact.nucleus
    if nucleus.verbal or nucleus.indefinite or nucleus.novel or nucleus.plural or nucleus.hypothetical:
        return None
    return next((d for d in item.recent() if conflict(d, fact, item.kin, lenient=False) is None), None)


def _particular(fact: Fact) -> bool:
    """Tell whether a fact has a date, a place or participants enough to be an event of its own."""
    nucleus = fact.nucleus
    told = bool(nucleus.verbs) or nucleus.verbal
    if nucleus.type == "office":
        return bool(fact.chair) and len(fact.attend) > 1
    if fact.dates and (told or not nucleus.plural or len(fact.dates[0].iso) > len("2024")):
        return True
    if nucleus.topical and not nucleus.planned and not told:
        return False
    if told:
        return bool(fact.attend or fact.places or fact.organise or fact.chair)
    if nucleus.plural:
        return nucleus.planned and len(fact.attend) > 1
    return bool(fact.places and fact.attend) or len(fact.attend) > 1 or (nucleus.type in _SELF and bool(fact.attend))


# The order of the rules. `kg explain` shows the name of the rule by which an event began.
RULES: tuple[tuple[str, Callable[[Item, Fact, bool], object]], ...] = (
    ("denied", _denied),
    ("no-counterpart", _no_counterpart),
    ("refers-back", _refers_back),
    ("hypothetical", _hypothetical),
    ("told-again", _again),
    ("headline", _headline),
    ("lead", _lead),
    ("same-particulars", _same),
    ("new-particulars", _new),
    ("told-on", _told_on),
)
