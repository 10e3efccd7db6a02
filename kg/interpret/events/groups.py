"""Which actors stand together, and by which marker: a case, a postposition or a preposition.

Two strategies, by the order of the language. Where the verb stands last, a marker follows its group and the last
member of a list carries it for all. Where the verb stands earlier, a preposition holds for all that follows it up
to the next marker, and what stands before the verb without one is its subject.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.interpret.events.elements import Actor, Element, Row

# Words that may stand between an institution's name and its people: "the ministry's (three young) experts".
_ADJECTIVES = 4
# Words of an unnamed member of a list: "X, heads of schools and Y".
_UNNAMED = 12
# Words with a function elsewhere that may stand there too: "interested experts".
_INSIDE = frozenset({"series", "novel", "ordinal", "hypothetical", "relation", "planned", "definite"})
MARKERS = frozenset(
    {"with", "jointly", "also", "between", "by", "present", "chair", "lead", "organiser", "host", "invitation",
     "support", "beneficiary", "topic", "behalf", "to", "from", "in", "of"}
)  # fmt: skip
_NOUNS = frozenset({"present"})
_CASES = {"nom": "subject", "acc": "object", "dat": "to", "loc": "in", "abl": "from", "ins": "with", "gen": "of",
          "attr": "in", "": "subject"}  # fmt: skip
# The same for actors without a preposition where the language has prepositions; English marks the genitive alone.
_BARE = {"nom": "subject", "acc": "object", "gen": "of", "dat": "to", "ins": "by", "loc": "in"}
_PEOPLE = frozenset({"people", "delegation", "side"})


@dataclass(frozen=True, slots=True)
class Member:
    """An actor in a group: index of its element, its marker, and what stands for it.

    `through`: "" (itself), `people` (its representatives), `delegation`, `side`. `last` is the index of the last
    element of the phrase, marker included. `blocked` tells that the marker belongs to another noun ("cooperation
    with X").
    """

    at: int
    last: int
    actor: Actor
    marker: str
    through: str = ""
    blocked: bool = False
    bare: bool = False
    plural: bool = False


def members(row: Row) -> tuple[Member, ...]:
    """All actors of a row in order, each with its marker."""
    if row.passage.language.events.order == "final":
        return tuple(_final(row))
    return tuple(_initial(row))


# ---- verb last


def _final(row: Row) -> list[Member]:
    elements = row.elements
    found = [_own_marker(row, i) for i, e in enumerate(elements) if e.kind == "actor"]
    for k in range(len(found) - 2, -1, -1):
        here, after = found[k], found[k + 1]
        if _listed(elements, here.last, after.at) and _inherits(here, after):
            found[k] = replace(here, marker=after.marker, through=here.through or after.through, blocked=after.blocked)
    return found


def _own_marker(row: Row, at: int) -> Member:
    elements = row.elements
    actor = elements[at].actor
    assert actor is not None  # noqa: S101 - the caller chose an actor
    case, through, last, plural = actor.case, "people" if actor.people else "", at, False
    tail = _tail(elements, at) if case in {"gen", "nom", "attr", ""} else None
    if tail is not None:
        word = elements[tail]
        through, last = word.role, tail
        cases = word.form.cases if word.form else ()
        case = _likely(cases) if cases else case
        plural = bool(word.form and word.form.plural)
    following = elements[last + 1] if last + 1 < len(elements) else None
    if tail is None and case in {"nom", ""} and (unnamed := _unnamed(row, at)) is not None:
        # "the commission and other state bodies": what follows the unnamed member holds for the named one too.
        if elements[unnamed].kind == "text":
            return Member(at, unnamed, actor, "with", through, _relation_follows(elements, unnamed + 1), plural=plural)
        following, last = elements[unnamed], unnamed - 1
    if tail is None and case == "gen" and (noun := _marking_noun(elements, at)) is not None:
        following, last = elements[noun], noun - 1
    if following and following.kind == "word" and following.role in MARKERS:
        marker = following.role
        if case == "ins" or marker not in {"of", "to", "from", "in"}:
            blocked = marker in {"with", "between"} and _relation_follows(elements, last + 2)
            blocked = blocked or (marker == "by" and not _verb_follows(elements, last + 2))
            return Member(at, last + 1, actor, marker, through, blocked, plural=plural)
    marker = _CASES.get(case, "subject")
    blocked = marker == "with" and _relation_follows(elements, last + 1)
    return Member(at, last, actor, marker, through, blocked, bare=marker in {"subject", "of"}, plural=plural)


def _likely(cases: tuple[str, ...]) -> str:
    """Of the cases that a form may be, the one it most often is: "wekili" is a nominative before an accusative."""
    return "nom" if "nom" in cases else cases[0]


def _tail(elements: Sequence[Element], at: int) -> int | None:
    """Index of the word for people or a delegation that the actor at `at` owns, or None."""
    owner = elements[at].actor
    far = owner is not None and owner.case == "gen"
    for i in range(at + 1, min(at + 2 + (_UNNAMED if far else _ADJECTIVES), len(elements))):
        element = elements[i]
        if element.kind == "word" and element.role in _PEOPLE:
            return i
        if element.kind == "text" or (element.kind == "word" and element.role in _INSIDE):
            continue
        # "the Government's ministries and agencies dealing with migration": a chain of genitives goes on.
        chain = far and i > at + 1 and (element.role in {"and", "topic"} or _participle(element))
        if not chain:
            return None
    return None


def _marking_noun(elements: Sequence[Element], at: int) -> int | None:
    """Index of a marker that is a noun with adjectives: "комитеттің белсенді қатысуымен"; None where there is none."""
    for i in range(at + 1, min(at + 4, len(elements))):
        if elements[i].kind == "word" and elements[i].role in _NOUNS:
            return i
        if elements[i].kind != "text":
            return None
    return None


def _unnamed(row: Row, at: int) -> int | None:
    """Index of the marker after unnamed members of a list that begins with the actor at `at`, or None.

    It may be a word in the instrumental case ("және басқа да тұлғалармен").
    """
    elements = row.elements
    if at + 1 >= len(elements) or not _separates(elements[at + 1]):
        return None
    for i in range(at + 2, min(at + 2 + _UNNAMED, len(elements))):
        element = elements[i]
        if element.kind == "word" and element.role in MARKERS - {"topic"}:
            return i
        if element.kind == "text" and _instrumental(row, element):
            return i
        inside = element.kind in {"text", "place"} or element.role in {"novel", "people", "series"}
        if not inside and not _separates(element):
            return None
    return None


def _instrumental(row: Row, element: Element) -> bool:
    found = [a for a in row.passage.language.analyse(row.norm(element)) if a.harmonic and a.number]
    return (
        bool(found) and all(a.case == "ins" for a in found if a.case != "nom") and any(a.case == "ins" for a in found)
    )


def _participle(element: Element) -> bool:
    return element.trigger is not None and element.trigger.form == "participle"


def _relation_follows(elements: Sequence[Element], at: int) -> bool:
    """Tell whether a noun such as "cooperation" takes the marker, before any word of events."""
    for element in elements[at : at + 6]:
        if element.kind == "word" and element.role == "relation":
            return True
        if element.kind in {"trigger", "comma", "actor", "date"}:
            return False
    return False


def _verb_follows(elements: Sequence[Element], at: int) -> bool:
    """Tell whether a verb of events follows soon: "financed by" tells of no part in the event."""
    return any(e.trigger is not None and e.trigger.form != "noun" for e in elements[at : at + 3])


def _inherits(here: Member, after: Member) -> bool:
    if not here.bare or after.marker in {"in", "from"} and after.through == "":
        return False
    if here.marker == "of":  # a genitive joins only genitives: "A-nyň we B-niň wekilleri"
        return after.marker == "of" or after.through != "" or after.marker in {"between", "present", "chair"}
    return True


def _listed(elements: Sequence[Element], before: int, after: int) -> bool:
    """Tell whether two actors are members of one list: separators between them, and perhaps unnamed members."""
    gap = elements[before + 1 : after]
    if not gap or len(gap) > _UNNAMED or not any(_separates(e) for e in gap):
        return False
    if all(_separates(e) for e in gap):
        return True
    return all(_separates(e) or e.kind == "text" or e.role in _INSIDE or e.role == "people" for e in gap)


def _separates(element: Element) -> bool:
    return element.kind == "comma" or (element.kind == "word" and element.role == "and")


# ---- verb earlier


def _initial(row: Row) -> Iterator[Member]:
    """Read from left to right with two markers: the list's, and that of the noun phrase in it."""
    elements = row.elements
    base, nested, through, blocked = "subject", "", "", False
    held = ""  # people of what follows: "representatives of the ministry"
    finite, noun, cased = False, False, row.passage.language.events.cases
    for i, e in enumerate(elements):
        if e.kind == "actor":
            actor = e.actor
            assert actor is not None  # noqa: S101 - of this kind
            if cased and actor.case == "nom" and actor.person and base in {"subject", "object"}:
                held = ""  # "представители министерства, эксперт Ольга Ким": a genitive would go on with people
            after = elements[i + 1] if i + 1 < len(elements) else None
            marker, via = base, held or through
            if after is not None and after.kind == "word" and after.role in _PEOPLE and not _missions(after):
                via = after.role  # "the OSCE delegation", "UN experts"
            elif nested and not (held and nested in {"of", "from"}):
                marker = nested
            if marker in {"subject", "object"} and not held:
                animate = cased and actor.case == "gen" and marker == "object" and actor.person and not noun
                bare = _BARE.get(actor.case, marker) if cased or actor.case == "gen" else marker
                marker = "object" if animate else bare  # "принял посла": of persons the genitive is the object
            yield Member(i, i, actor, marker, via or ("people" if actor.people else ""), blocked and marker == base)
            nested = "" if not held else nested
        elif e.kind == "word":
            base, nested, held, blocked = _turn(row, i, base, nested, held, blocked=blocked)
            if e.role in _PEOPLE and base == "object" and e.form and "nom" in e.form.cases:
                base = "subject"  # "приняли участие представители": a subject after its verb
        elif e.kind == "comma":
            nested = ""
            base = "subject" if base == "object" and not finite else base  # "Speaking at the session, the minister"
        elif e.kind == "trigger" and e.trigger is not None:
            nested, held = "", ""
            base, blocked = _after_trigger(row, i, base), False
            finite = finite or e.trigger.form == "verb"
            noun = e.trigger.form == "noun"
        elif e.kind in {"date", "place"}:
            nested = ""


def _missions(word: Element) -> bool:
    """Tell whether a word is of standing delegations in the plural, "OSCE missions", which go nowhere."""
    return word.role == "delegation" and word.form is not None and word.form.plural


def _turn(row: Row, i: int, base: str, nested: str, held: str, *, blocked: bool) -> tuple[str, str, str, bool]:
    """The markers after a word with a function."""
    e = row.elements[i]
    before = row.elements[i - 1] if i else None
    relation = before is not None and before.kind == "word" and before.role == "relation"
    if e.role in _PEOPLE:
        return base, nested if nested in {"in", "to", "from"} else "", e.role, blocked
    if e.role == "and":
        return base, "", held, blocked
    if e.role in {"of", "from"}:
        if held and before is not None and before.kind != "text":
            return base, e.role, held, blocked
        trigger = before is not None and before.kind == "trigger"
        return ("of", "", "", False) if trigger and e.role == "of" else (base, "apart", "", blocked)
    if e.role in {"in", "to", "venue"}:
        return base, "to" if e.role == "to" else "in", "", blocked
    if e.role in {"during", "within", "after"}:
        return "subject", "in", "", False
    if e.role == "by" and not _governed(row, i):
        return base, "in", "", blocked
    if e.role in {"with", "between"} and (relation or base == "topic"):
        return base, "topic", "", blocked
    if e.role in MARKERS or e.role == "organised-it":
        return e.role.replace("organised-it", "organiser"), "", "", False
    if e.role == "stop":
        return "subject", "", "", False
    if e.role == "it":
        return base, "", "", blocked
    return base, nested, held, blocked


def _governed(row: Row, i: int) -> bool:
    """Tell whether "by" belongs to a verb: "was received by", "instructions given by"."""
    before = row.elements[i - 1] if i else None
    if before is None:
        return False
    return before.kind == "trigger" or (before.kind == "text" and row.norm(before).endswith(("ed", "en", "ade")))


def _after_trigger(row: Row, i: int, base: str) -> str:
    """What an actor is that follows a word of events with no preposition."""
    trigger = row.elements[i].trigger
    if trigger is not None and trigger.form == "noun":
        return base
    return "object"
