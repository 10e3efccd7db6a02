"""Nuclei: each word of events with the verbs that govern it, before it is asked which event it tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.events.frames import FRAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.elements import Element, Row
    from kg.language.events import Noun, Verb

# Frames of verbs that say something of an event that a noun names.
RELATIONAL = frozenset({"hold", "occur", "attend", "chair", "organise", "speak", "open", "invite"})
# Frames of verbs that tell of an event by themselves.
TELLING = frozenset({"meet", "receive", "discuss", "present", "visit"})
# In which cases the noun stands beside a verb of the frame; languages that mark no case allow any.
_NOUN_CASES = {
    "hold": {"acc", "nom", "gen"},
    "occur": {"nom", "acc"},
    "attend": {"dat", "loc", "gen", "acc"},
    "chair": {"dat", "loc", "acc", "ins"},
    "organise": {"acc", "nom"},
    "speak": {"loc", "dat"},
    "open": {"acc", "nom"},
    "invite": {"dat", "acc", "loc"},
}
# How many elements may lie between a participle and the noun it stands before, or between verb and noun.
_NEAR = 14


@dataclass(slots=True)
class Nucleus:
    """A possible event in a row: its noun or telling verb (index `at`), and the verbs about it.

    `frames` are those of its verbs. `during`: "" or the role of the word that makes it a frame for something else
    (during, within, after). `type` is that of the noun or verb.
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
    tense: str = ""
    planned: bool = False
    negated: bool = False
    hypothetical: bool = False
    ordinal: int | None = None
    sits: int | None = None

    @property
    def element(self) -> Element:
        """The element of the noun or telling verb."""
        return self.row.elements[self.at]

    @property
    def verbal(self) -> bool:
        """Tell whether a verb alone tells of the event."""
        return hasattr(self.entry, "frame") and self.type != "office"

    @property
    def past(self) -> bool:
        """Tell whether a verb in the past tells of the event itself, not of an invitation to it."""
        places = [v for v in self.verbs if _frame(self.row, v) != "invite"] or ([self.at] if self.verbal else [])
        tenses = [t.tense for v in places if (t := self.row.elements[v].trigger) is not None]
        return "past" in tenses and not self.planned

    @property
    def asserted(self) -> bool:
        """Tell whether a finite verb says that the event is held, is organised or takes place."""
        return any(
            (t := self.row.elements[v].trigger) is not None
            and t.form in {"verb", "converb"}
            and _frame(self.row, v) in {"hold", "occur", "organise"}
            for v in self.verbs
        )

    @property
    def head(self) -> int:
        """Index where the nucleus is complete: of its last verb, else of its noun."""
        return max([self.at, *self.verbs])


def find_nuclei(row: Row) -> list[Nucleus]:
    """All nuclei of a row, in order of their nouns and telling verbs."""
    elements = row.elements
    final = row.passage.language.events.order == "final"
    nuclei = {}
    for i, e in enumerate(elements):
        if e.kind == "trigger" and e.trigger and e.entry:
            frame = getattr(e.entry, "frame", "")
            if (not frame and not _modifier(row, i)) or (frame in TELLING and not _support(row, i, frame)):
                nuclei[i] = _nucleus(row, i, frame)
    _compounds(row, nuclei)
    _sittings(row, nuclei)
    for i, e in enumerate(elements):
        if e.kind == "trigger" and e.entry and getattr(e.entry, "frame", "") in RELATIONAL:
            noun = _noun_after_participle(row, i, nuclei) if final else None
            if noun is None:
                noun = _noun_final(row, i, nuclei) if final else _noun_initial(row, i, nuclei)
            if noun is not None:
                nuclei[noun].verbs.append(i)
                nuclei[noun].frames.append(_frame(row, i))
            elif _sat(row, i):
                nuclei[i] = _body_sitting(row, i)
            else:
                bare = _bare(row, i)
                if bare is not None:
                    nuclei[i] = bare
    if not nuclei and (pronoun := _brought_together(row)) is not None:
        nuclei[pronoun.at] = pronoun
    found = [nuclei[i] for i in sorted(nuclei)]
    for nucleus in found:
        _modality(nucleus)
    return found


def _nucleus(row: Row, i: int, frame: str) -> Nucleus:
    e = row.elements[i]
    assert e.trigger is not None  # noqa: S101 - the caller chose a trigger
    assert e.entry is not None  # noqa: S101 - the same
    nucleus = Nucleus(row, i, e.trigger.type, e.entry, plural=e.trigger.plural)
    if frame:
        nucleus.frames.append(frame)
        nucleus.tense = e.trigger.tense
        nucleus.negated = e.trigger.negated
        return nucleus
    nucleus.generic = bool(getattr(e.entry, "generic", False))
    nucleus.plural = nucleus.plural and not getattr(e.entry, "mass", False)
    nucleus.type = "office" if getattr(e.entry, "office", False) else nucleus.type
    _determine(nucleus)
    if row.passage.language.events.order == "final" and e.trigger.case == "acc" and not e.trigger.possessed:
        nucleus.definite = True  # a bare accusative is of something known: "отырысты … жүргізді"
    return nucleus


def _support(row: Row, i: int, frame: str) -> bool:
    """Tell whether a verb only carries a noun before it: "участие в форуме приняли", not "приняли посла"."""
    return frame == "receive" and any(
        e.trigger is not None and e.trigger.form == "noun" and _frame(row, j) == "attend"
        for j, e in enumerate(row.elements[:i])
    )


def _modifier(row: Row, i: int) -> bool:
    """Tell whether a bare noun only qualifies the noun after it: "saýlaw okrugy", "okuw mekdepleri"."""
    e = row.elements[i]
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    if row.passage.language.events.order != "final" or after is None or after.kind != "text" or e.trigger is None:
        return False
    if e.trigger.plural or e.trigger.case != "nom":
        return False
    return any(a.possessive for a in row.passage.language.analyse(row.norm(after)) if a.harmonic)


def _brought_together(row: Row) -> Nucleus | None:
    """A pronoun for the event with those present ("It brought together"), or words that need none."""
    roles = [e.role for e in row.elements]
    pronoun = "it" in roles and "present" in roles
    if not pronoun and "organised-it" not in roles:
        return None
    at = roles.index("it" if pronoun else "organised-it")
    entry = next(noun for noun in row.passage.language.events.nouns if noun.generic)
    return Nucleus(row, at, "", entry, definite=True, generic=True)


def _frame(row: Row, i: int) -> str:
    return str(getattr(row.elements[i].entry, "frame", ""))


def _bare(row: Row, i: int) -> Nucleus | None:
    """A verb about an event that a pronoun names ("Oňa … gatnaşdylar"), or that nothing names."""
    if _frame(row, i) not in {"attend", "speak", "chair", "open"}:
        return None
    e = row.elements[i]
    if e.trigger is None or e.entry is None:
        return None
    if e.trigger.form == "infinitive":
        # "ТМД-ға төрағалық ету тұжырымдамасы": chairing as a noun is the chairmanship itself.
        chairing = _frame(row, i) == "chair" and row.passage.language.events.order == "final"
        return Nucleus(row, i, "office", e.entry, definite=True, during="during") if chairing else None
    pronoun = any(x.kind == "word" and x.role == "it" for x in row.elements)
    if not pronoun and _frame(row, i) == "open":
        return None
    return Nucleus(row, i, "", e.entry, [], [_frame(row, i)], definite=True, generic=True, tense=e.trigger.tense)


def _sat(row: Row, i: int) -> bool:
    """Tell whether an institution's name stands for its sitting: "at the Council held on 5 May"."""
    before = row.elements[i - 1] if i else None
    return before is not None and before.actor is not None and not before.actor.person and _reduced(row, i)


def _body_sitting(row: Row, i: int) -> Nucleus:
    entry = row.elements[i].entry
    assert entry is not None  # noqa: S101 - the caller chose a trigger
    return Nucleus(row, i, "session", entry, [], ["occur"], tense="past")


def _determine(nucleus: Nucleus) -> None:
    """Read the words around a noun: articles, demonstratives, "during", ordinals."""
    elements = nucleus.row.elements
    for i in range(nucleus.at - 1, max(-1, nucleus.at - 7), -1):
        e = elements[i]
        if e.kind == "word" and e.role in {"definite", "indefinite", "novel", "ordinal", "series"}:
            if e.role == "novel" and nucleus.at - i > 2:  # noqa: PLR2004 - "other persons' meeting" is not another
                break
            _determiner(nucleus, e)
            if e.role in {"definite", "indefinite"}:
                break
        elif e.kind == "text" and nucleus.ordinal is None and _digits(nucleus.row.norm(e)):
            nucleus.ordinal = _digits(nucleus.row.norm(e))
        elif not (e.kind == "text" or (e.kind == "mark" and nucleus.row.norm(e) in '-«»"“”')):
            break
    _framing(nucleus)


def _determiner(nucleus: Nucleus, e: Element) -> None:
    if e.role == "definite":
        nucleus.definite = True
    elif e.role == "indefinite":
        nucleus.indefinite = True
    elif e.role == "novel":
        nucleus.novel = True
    elif e.role == "series":
        nucleus.regular = True
    elif e.role == "ordinal":
        nucleus.ordinal = _ordinal(nucleus, e)


def _ordinal(nucleus: Nucleus, e: Element) -> int | None:
    words = next(w for w in nucleus.row.passage.language.events.words if w.role == "ordinal").phrases
    norm = nucleus.row.norm(e)
    for number, word in enumerate(words, 1):
        if norm.replace("ё", "е").startswith(word[:3]):
            return number
    return None


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _digits(norm: str) -> int | None:
    """The number of an ordinal: "17-nji", "5-ші", "3rd", "IV"; years and other numbers are none."""
    head = norm.partition("-")[0]
    number = head.rstrip("stndrh")
    if number.isdigit() and (head != norm or number != head) and int(number) < 500:  # noqa: PLR2004 - no year
        return int(number)
    if norm and set(norm) <= set(_ROMAN) and norm != "i":
        values = [_ROMAN[c] for c in norm]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return None


def _framing(nucleus: Nucleus) -> None:
    """Find out whether the noun only frames the sentence: "Duşuşygyň barşynda", "в ходе встречи"."""
    elements, at = nucleus.row.elements, nucleus.at
    if nucleus.row.passage.language.events.order == "final":
        for e in elements[at + 1 : at + 3]:
            if e.kind == "word" and e.role in {"during", "within", "after"}:
                nucleus.during = e.role
                return
            if e.kind == "word" and e.role == "topic":
                nucleus.topical = True
            if e.kind != "text":
                return
        return
    for i in range(at - 1, max(-1, at - 6), -1):
        e = elements[i]
        if e.kind == "word" and e.role in {"during", "within", "after"}:
            nucleus.during = e.role
            return
        if e.kind == "word" and e.role == "topic":
            nucleus.topical = True
            return
        if e.kind in {"comma", "trigger", "date", "place"}:
            return


def _compounds(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Join nouns that are one: "training advice seminars", "okuw sapaklary hem-de tälim okuwlary"."""
    order = [i for i in sorted(nuclei) if not nuclei[i].verbal]
    for left, right in zip(order, order[1:], strict=False):
        gap = row.elements[left + 1 : right]
        first, second = nuclei[left], nuclei[right]
        joined = len(gap) == 1 and gap[0].kind == "word" and gap[0].role == "and"
        if joined and first.type == second.type:
            second.at, second.plural = (right, True)
            _lend(first, second)
            del nuclei[left]
        elif len(gap) <= 1 and all(e.kind == "text" for e in gap) and _modifies(row, left):
            _lend(first, second)
            del nuclei[left]


def _lend(first: Nucleus, second: Nucleus) -> None:
    """Give what stands before the first noun of a compound to the second."""
    second.definite = second.definite or first.definite
    second.indefinite = second.indefinite or first.indefinite
    second.novel = second.novel or first.novel
    second.ordinal = second.ordinal or first.ordinal
    second.during = second.during or first.during
    second.topical = second.topical or first.topical


def _modifies(row: Row, at: int) -> bool:
    """Tell whether a noun stands bare, as the first part of a compound does."""
    trigger = row.elements[at].trigger
    if trigger is None or trigger.plural:
        return False
    if row.passage.language.events.cases and row.passage.language.events.order == "initial":
        return False
    return "gen" not in trigger.case.split("|")


def _sittings(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Join "the 17th session" and "of the dialogue" into one nucleus of the mechanism's type."""
    order = sorted(nuclei)
    for left, right in zip(order, order[1:], strict=False):
        if right - left > 6 or left not in nuclei:  # noqa: PLR2004 - a noun phrase
            continue
        first, second = nuclei[left], nuclei[right]
        if row.passage.language.events.order == "final":
            first, second = second, first
        mechanism, sitting = second, first
        if not getattr(mechanism.entry, "sits", False) or sitting.type not in {"session", "meeting"} or sitting.verbal:
            continue
        if not _owned(row, left, right):
            continue
        sitting.type = mechanism.type
        sitting.sits = mechanism.at
        sitting.ordinal = sitting.ordinal or mechanism.ordinal
        del nuclei[mechanism.at]


def _owned(row: Row, left: int, right: int) -> bool:
    if row.passage.language.events.order == "final":
        trigger = row.elements[left].trigger
        return trigger is not None and "gen" in trigger.case.split("|")
    gap = row.elements[left + 1 : right]
    return all(e.kind == "text" or (e.kind == "word" and e.role in {"of", "definite", "ordinal"}) for e in gap)


# ---- verbs and their nouns


def _noun_after_participle(row: Row, i: int, nuclei: dict[int, Nucleus]) -> int | None:
    """The noun that a participle stands before: "geçiriljek … saýlawlar", "өтетін … отырыс"."""
    trigger = row.elements[i].trigger
    if trigger is None or trigger.form != "participle" or _frame(row, i) not in {"hold", "occur", "organise"}:
        return None
    for j in range(i + 1, min(i + _NEAR, len(row.elements))):
        if j in nuclei and not nuclei[j].verbal:
            return j
        e = row.elements[j]
        if (e.kind == "trigger" and _frame(row, j)) or (e.kind == "mark" and row.norm(e) not in '«»"“”()-'):
            return None
        if e.kind == "word" and e.role in {"with", "during", "topic"} and j > i + 8:  # noqa: PLR2004 - far already
            return None
    return None


def _noun_final(row: Row, i: int, nuclei: dict[int, Nucleus]) -> int | None:
    """The noun before a verb, in the case that the verb wants."""
    wanted = _NOUN_CASES[_frame(row, i)]
    for j in range(i - 1, -1, -1):
        e = row.elements[j]
        if j in nuclei and not nuclei[j].verbal:
            noun = nuclei[j]
            if noun.generic and noun.plural and not noun.definite:
                continue  # "a plan of events was carried out": no event in particular
            if _cases(e) & wanted and (not noun.during or noun.type == "office"):
                return j
            continue
        if e.kind == "trigger" and e.trigger and e.trigger.form in {"verb"} and _frame(row, j) not in {"say"}:
            # Coordinated verbs share their noun: "maslahata gatnaşdy we çykyş etdi".
            earlier = [n.at for n in nuclei.values() if j in n.verbs]
            return earlier[0] if earlier and _frame(row, i) in {"speak", "attend", "open"} else None
    return None


def _cases(e: Element) -> set[str]:
    if e.trigger is None:
        return set()
    return set(e.trigger.case.split("|")) if e.trigger.case else {"nom", "acc", "dat", "loc"}


def _noun_initial(row: Row, i: int, nuclei: dict[int, Nucleus]) -> int | None:
    """The noun of a verb that may stand on either side of it."""
    frame = _frame(row, i)
    if _reduced(row, i) and i - 1 in nuclei and not nuclei[i - 1].verbal:
        return i - 1
    cased = row.passage.language.events.cases
    passive = is_passive(row, i)
    wanted = {"nom"} if passive or frame == "occur" else _NOUN_CASES[frame]
    right = _search(row, range(i + 1, min(i + _NEAR, len(row.elements))), nuclei, wanted if cased else None)
    left = _search(row, range(i - 1, -1, -1), nuclei, wanted if cased else None)
    if cased:
        return right if right is not None else left
    if passive or frame == "occur":
        return left if left is not None else right
    return right if right is not None else (left if _reduced(row, i) else None)


def _search(row: Row, span: range, nuclei: dict[int, Nucleus], wanted: set[str] | None) -> int | None:
    for j in span:
        e = row.elements[j]
        if j in nuclei and not nuclei[j].verbal:
            if (wanted is None or _cases(e) & wanted) and not nuclei[j].during:
                return j
        elif e.kind == "trigger" and e.trigger and e.trigger.form == "verb" and _frame(row, j) not in {"say", "lead"}:
            if span.step < 0 and j and row.elements[j - 1].kind == "comma":
                continue  # "the course, delivered with support, was opened": a participle, which English doesn't mark
            return None
        elif e.kind == "word" and e.role == "stop" and span.step == 1:
            return None
    return None


def is_passive(row: Row, i: int) -> bool:
    """Tell whether a verb is passive: by its form, or by "was" before it."""
    trigger = row.elements[i].trigger
    if trigger is None:
        return False
    if trigger.passive:
        return True
    before = row.elements[max(0, i - 3) : i]
    return trigger.tense == "past" and any(e.kind == "word" and e.role == "passive" for e in before)


def _reduced(row: Row, i: int) -> bool:
    """Tell whether a past form stands right after its noun: "the meeting held in Almaty"."""
    trigger = row.elements[i].trigger
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    return (
        trigger is not None
        and trigger.tense == "past"
        and _frame(row, i) in {"hold", "organise"}
        and after is not None
        and (after.kind in {"date", "place"} or after.role in {"in", "venue", "from", "between", "present", "by"})
    )


# ---- modality


def _modality(nucleus: Nucleus) -> None:
    """Settle tense, plan, denial and hypothesis from the verbs and the words next to them."""
    row = nucleus.row
    places = nucleus.verbs or [nucleus.at]
    main = row.elements[max(places)].trigger
    tenses = [t.tense for v in nucleus.verbs if (t := row.elements[v].trigger) is not None]
    if nucleus.verbs:
        nucleus.tense = (
            "future" if "future" in tenses else "past" if "past" in tenses else next(filter(None, tenses), "")
        )
    nucleus.negated = nucleus.negated or any(
        t.negated for v in nucleus.verbs if (t := row.elements[v].trigger) is not None
    )
    roles = {e.role for e in _clause(row, nucleus, 4) if e.kind == "word"}
    if not nucleus.verbs and not nucleus.verbal:  # "the meeting planned for 5 May was cancelled"
        roles |= {e.role for e in _clause(row, nucleus, 8) if e.kind == "word" and e.role == "negated"}
    nucleus.planned = nucleus.tense == "future" or "planned" in roles
    nucleus.negated = nucleus.negated or "negated" in roles
    infinitive = main is not None and main.form == "infinitive" and (bool(nucleus.verbs) or nucleus.verbal)
    nucleus.hypothetical = ("hypothetical" in roles and not nucleus.verbs) or (infinitive and "planned" not in roles)
    if "habitual" in roles and not nucleus.tense == "future":
        nucleus.hypothetical = nucleus.hypothetical or nucleus.plural


def _clause(row: Row, nucleus: Nucleus, after: int) -> Sequence[Element]:
    """The elements close to a nucleus: three before it to `after` after its last verb, within commas."""
    first = min([nucleus.at, *nucleus.verbs])
    last = nucleus.head
    start, end = first, last + 1
    while start > 0 and first - start < 3 and row.elements[start - 1].kind != "comma":  # noqa: PLR2004
        start -= 1
    while end < len(row.elements) and end - last < after and row.elements[end].kind != "comma":
        end += 1
    return row.elements[start:end]


def role_of(nucleus: Nucleus, marker: str) -> str | None:
    """What a group with this marker is in the nucleus by the frames of its verbs, or None."""
    for frame in nucleus.frames:
        found = FRAMES[frame].get(marker)
        if found:
            return found
    return None
