"""Markers where the verb stands last: cases, and postpositions after a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from kg.interpret.events.arguments.embedded import embedded, in_clause_of_noun
from kg.interpret.events.arguments.following import frame_follows, person_follows, relation_follows, verb_follows
from kg.interpret.events.arguments.tails import INSIDE, UNNAMED, of_unnamed, past_note, tail_of
from kg.interpret.events.event_types import HELD
from kg.interpret.events.nuclei.ordinals import ordinal_of
from kg.interpret.events.sentence.groups import MARKERS, Member, separates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.row import Actor, Element, Row

# Markers that are nouns, which adjectives may precede.
_NOUNS = frozenset({"present"})
# Elements from a body's postposition to the relation that takes it.
_RELATION = 8
# Words of a title that nothing else tells, between a state and the name.
_TITLED = 2
# Elements from who heads an event to its verb.
_SITTING = 12
# What is done with an event that somebody heads, and never with a delegation.
_HELD = frozenset({"hold", "occur"})
_CASES = {"nom": "subject", "acc": "object", "dat": "to", "loc": "in", "abl": "from", "ins": "with", "gen": "of",
          "attr": "in", "": "subject"}  # fmt: skip


def members(row: Row) -> tuple[Member, ...]:
    """All actors of a row in order, each with its marker. The last member of a list carries it for all."""
    elements = row.elements
    found = [_own_marker(row, i) for i in row.actors]
    found = [structs.replace(m, marker="in", blocked=True) if embedded(row, m) else m for m in found]
    for k in range(len(found) - 2, -1, -1):
        here, after = found[k], found[k + 1]
        both = _both(elements, here, after)
        apart = here.marker == "subject" and here.through and elements[here.last + 1].kind == "text"
        if both or (not apart and _listed(elements, here.last, after.at) and _inherits(here, after)):
            found[k] = structs.replace(
                here, marker=after.marker, through=here.through or after.through, blocked=after.blocked
            )
    found = [
        structs.replace(m, marker="in", blocked=True)
        if _of_people(m) or _houses(elements, m) or of_unnamed(row, m)
        else m
        for m in found
    ]
    for k in range(len(found) - 1):
        if _between(found[k], found[k + 1]):
            found[k] = structs.replace(found[k], marker=found[k + 1].marker, blocked=found[k + 1].blocked)
        if _organises_too(elements, found[k], found[k + 1]):
            found[k] = structs.replace(found[k], marker="organiser")
    acts = False
    for k, member in enumerate(found):
        if acts and in_clause_of_noun(row, found[k - 1], member):
            found[k] = structs.replace(member, marker="in", blocked=True)
        acts = acts or (member.marker == "subject" and member.bare)
    for k in range(1, len(found)):
        if _received(elements, found[k - 1], found[k]):
            found[k] = structs.replace(found[k], marker="object")
    return tuple(found)


def _both(elements: Sequence[Element], here: Member, after: Member) -> bool:
    """Tell two persons whose event it is: "Анна Берг мен Ерлан Досовтың кездесуі"."""
    following = elements[after.last + 1] if after.last + 1 < len(elements) else None
    trigger = following.trigger if following else None
    owned = trigger is not None and trigger.form == "noun" and trigger.possessed
    joint = [e.role for e in elements[here.last + 1 : after.at]] == ["and"]
    return joint and owned and here.bare and here.actor.person and after.actor.person and after.marker == "of"


def _between(here: Member, after: Member) -> bool:
    """Tell the first of two between or by whom something is: "A bilen B-niň arasyndaky (bilelikde guramagyndaky)".

    So it is of two subjects: "A bilen B Aşgabada geldi".
    """
    if here.marker != "with" or here.blocked or after.at - here.last > 2:  # noqa: PLR2004 - side by side
        return False
    alike = here.actor.person == after.actor.person and not here.through and not after.through
    return after.marker in {"between", "organiser"} or (after.marker == "subject" and after.bare and alike)


def _organises_too(elements: Sequence[Element], here: Member, after: Member) -> bool:
    """Tell who organises with another: "[A-nyň] B bilen bilelikde guramagynda"."""
    role = elements[after.last + 1].role if after.last + 1 < len(elements) else ""
    return here.marker == "of" and here.bare and after.marker == "jointly" and role == "organiser"


def _received(elements: Sequence[Element], before: Member, here: Member) -> bool:
    """Tell whether of two bare persons before "received" this is the one received: a foreign name hides its case."""
    if not (here.actor.person and here.bare and before.bare and here.marker == before.marker == "subject"):
        return False
    verb = elements[here.last + 1] if here.last + 1 < len(elements) else None
    return verb is not None and verb.frame == "receive" and not _listed(elements, before.last, here.at)


def _own_marker(row: Row, at: int) -> Member:
    elements = row.elements
    actor = elements[at].actor
    assert actor is not None  # noqa: S101 - the caller chose an actor
    case, through, last = actor.case, actor.through, at
    if actor.person and case in {"nom", ""} and (honoured := _honorific(row, at + 1)):
        case, last = honoured, at + 1
    tail = tail_of(elements, at) if case in {"gen", "nom", "attr", "", "abl"} else None
    if tail is not None:
        word = elements[tail]
        through, last = word.role, tail
        cases = word.form.cases if word.form else ()
        case = _likely(cases) if cases else case
        last = _past_unnamed(row, last, case)
    last = past_note(row, last)
    following = elements[last + 1] if last + 1 < len(elements) else None
    if tail is None and case in {"nom", ""} and (unnamed := _unnamed(row, at)) is not None:
        # "the commission and other state bodies": what follows the unnamed member holds for the named one too.
        if elements[unnamed].kind == "text":
            return Member(at, unnamed, actor, "with", through, relation_follows(elements, unnamed + 1))
        following, last = elements[unnamed], unnamed - 1
    if tail is None and case == "gen" and (noun := _marking_noun(elements, at)) is not None:
        following, last = elements[noun], noun - 1
    if following and following.kind == "word" and following.role in MARKERS:
        marker = "chair" if _presided(elements, last + 1, actor) else following.role
        if marker == "lead" and not actor.person and not through and case == "gen":
            marker = "with"  # "ұйымның басшылығымен кездесті": with its leaders
        joint = marker == "jointly" and case == "gen"  # "комитеттің бірлескен отырысы": a joint sitting
        goal = marker == "to" and case == "gen" and actor.person  # "ministriň ýanyna geldi"
        if not joint and (case == "ins" or goal or marker not in {"of", "to", "from", "in"}):
            body = marker in {"with", "between"} and not actor.person
            blocked = body and relation_follows(elements, last + 2, _RELATION)
            blocked = blocked or (marker == "between" and frame_follows(elements, last + 2))
            blocked = blocked or (marker == "by" and not verb_follows(row, last + 2))
            blocked = blocked or (marker == "by" and bool(actor.country) and person_follows(elements, last + 2))
            return Member(at, last + 1, actor, marker, through, blocked)
    marker = _CASES.get(case, "subject")
    blocked = (marker == "with" and relation_follows(elements, last + 1)) or _of_another(row, last + 1, marker)
    if marker == "subject" and following is not None:
        counted = tail is None and last + 2 < len(elements) and ordinal_of(row.norm(following)) is not None
        attached = row.passage.language.events.attached  # "БҰҰ бөлімшесі [жанындағы] өкілі"
        part = following.kind == "text" and any(row.norm(e) in attached for e in elements[last + 2 : last + 3])
        owned = elements[last + 2] if counted or part else following  # "Бас Ассамблея 74-ші [сессиясының]"
        marker, blocked = _bare_owner(row, owned, actor, named=tail is None)
    return Member(at, last, actor, marker, through, blocked, bare=marker in {"subject", "of"})


def _past_unnamed(row: Row, last: int, case: str) -> int:
    """The last element before the marker that holds for people and others: "мүшелері [және басшылардың] қатысуымен"."""
    unnamed = _unnamed(row, last) if case == "nom" else None
    return unnamed - 1 if unnamed is not None and row.elements[unnamed].kind == "word" else last


def _of_people(here: Member) -> bool:
    """Tell an office that only tells whose people are spoken of: "[başlygynyň] orunbasarlary"."""
    return here.through == "people" and here.actor.id[0] == "t" and here.actor.case == "gen"


def _houses(elements: Sequence[Element], here: Member) -> bool:
    """Tell whose house it is ("DIM-niň binasynda"), and a state that only tells whose institution or head follows."""
    if here.last == here.at + 1 < len(elements) - 1 and (here.marker, here.through) == ("subject", "people"):
        titled = elements[here.last + 1].actor  # "[университет] ректоры Анна Берг"
        return here.actor.case in {"nom", ""} and titled is not None and titled.person
    if here.through or here.actor.person or here.last + 1 >= len(elements):
        return False
    after = elements[here.last + 1]
    if here.marker == "subject" and here.bare and here.actor.country and here.last == here.at:
        return after.actor is not None and after.actor.person  # "[Türkmenistan] Hökümetiniň başlygy Anna Berg"
    if here.marker != "of":
        return False
    behind = elements[here.last + 1 : here.last + 2 + _TITLED] if here.actor.country and after.kind == "text" else ()
    told = next((e for e in behind if e.kind != "text"), None)
    if told is not None and told.actor is not None and told.actor.person:
        return True  # "Türkmenistanyň ýaş Lideri Anna Berg"
    body = after.actor if here.actor.country else None
    return after.role == "venue" or (body is not None and not body.person and not body.country and body.case == "gen")


def _presided(elements: Sequence[Element], at: int, actor: Actor) -> bool:
    """Tell whether the word at `at` has a person head the event: "Orbanyň ýolbaşçylygynda (mejlis) geçirildi"."""
    if not actor.person or elements[at].role != "lead":
        return False
    if at + 1 < len(elements) and elements[at + 1].frame in _HELD:
        return True
    after = [e for e in elements[at + 1 : at + 1 + _SITTING] if e.trigger is not None]
    sits = len(after) > 1 and after[0].trigger is not None and after[0].trigger.type in HELD
    led = any(e.role in {"delegation", "people", "side"} for e in elements[:at])
    return sits and after[1].frame == "occur" and not led


def _bare_owner(row: Row, following: Element, actor: Actor, *, named: bool) -> tuple[str, bool]:
    """The marker of an institution in the nominative before a noun, and whether it is blocked.

    "Үкімет отырысы" is a sitting of the Government, "Үкімет үйінде" tells where something is, "Үкімет жанындағы"
    to what something belongs.
    """
    if row.norm(following) in row.passage.language.events.attached:
        return "in", True
    if actor.person:  # "başlyk [wezipesine] bellenmegi"
        return ("in", True) if row.norm(following) in row.passage.language.posts.appointed else ("subject", False)
    if following.role in {"venue", "within"}:
        return "in", True  # "БҰҰ Бас Ассамблеясы аясында"
    if following.role == "relation" and following.form is not None and following.form.possessed:
        return "subject", True  # "Қазақстан мен ДДҰ ынтымақтастығы мәселелері"
    noun = following.trigger if named else None
    return ("of" if noun is not None and noun.form == "noun" and noun.possessed else "subject"), False


def _of_another(row: Row, at: int, marker: str) -> bool:
    """Tell the object of a verb of no event, before the event's own: "[музейді] аралап, әкіммен жүздесті"."""
    return marker == "object" and [e.kind for e in row.elements[at : at + 2]] == ["text", "comma"]


def _honorific(row: Row, at: int) -> str:
    """The case of a word of respect after a name ("Анна Берг ханыммен"), "" where there is none."""
    if at >= len(row.elements) or row.elements[at].kind != "text":
        return ""
    language = row.passage.language
    found = (a.case for a in language.analyse(row.norm(row.elements[at])) if a.stem in language.posts.honorifics)
    return next((case for case in found if case != "nom"), "")


def _likely(cases: tuple[str, ...]) -> str:
    """Of the cases that a form may be, the one it most often is: "wekili" is a nominative before an accusative."""
    return "nom" if "nom" in cases else cases[0]


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
    if at + 1 >= len(elements) or not separates(elements[at + 1]):
        return None
    for i in range(at + 2, min(at + 2 + UNNAMED, len(elements))):
        element = elements[i]
        if element.kind == "word" and element.role in MARKERS - {"topic"}:
            sent = element.role == "by" and elements[i - 1].kind == "place"
            return None if sent else i  # "қазақ тарапынан Анна Берг, [фин тарапынан] Ян Новак басқарды"
        if element.kind == "text" and _instrumental(row, element):
            return i
        inside = element.kind in {"text", "place"} or element.role in {"novel", "people", "series"}
        if not inside and not separates(element):
            return None
    return None


def _instrumental(row: Row, element: Element) -> bool:
    found = [a for a in row.passage.language.analyse(row.norm(element)) if a.harmonic and a.number]
    return (
        bool(found) and all(a.case == "ins" for a in found if a.case != "nom") and any(a.case == "ins" for a in found)
    )


def _inherits(here: Member, after: Member) -> bool:
    titles = after.marker in {"chair", "lead"} and here.actor.id[0] == "t" and after.actor.id[0] == "p"
    # "А делегациясын [N], Б делегациясын M басқарды"
    led = after.marker in {"object", "to"} and after.through in {"delegation", "side"}
    sent = after.marker == "behalf" or (after.marker == "by" and bool(after.actor.country))
    sent = sent or (after.marker == "from" and after.through == "side")  # "бір тараптан A, екінші тараптан B қатысты"
    goal = after.marker == "to" and bool(after.actor.country)  # "Prezident N, Çilä saparynyň dowamynda, …"
    if titles or (here.actor.person and (led or sent or goal)):
        return False  # "Prezident, Başlyk N.-yň başlyklygynda"; "А атынан Анна Берг, Б атынан Ян Новак қатысты"
    if here.marker == "with" and after.marker in {"jointly", "also"}:
        return True  # "А-мен және Б-мен бірлесіп"
    if not here.bare or (after.marker in {"in", "from"} and after.through == ""):
        return False
    if here.marker == "of":  # a genitive joins only genitives: "A-nyň we B-niň wekilleri"
        return (
            after.marker == "of" or after.through != "" or after.marker in {"between", "present", "chair", "organiser"}
        )
    if after.marker in {"topic", "host"} and after.actor.case == "gen" and here.marker == "subject":
        return False  # "Ilçi N., Geňeşiň başlygynyň haýyşy boýunça, … barar"
    # "Aman Amanow, kitaphananyň müdiri …": what owns the next member's title
    return not (after.marker == "of" and not after.through and here.marker == "subject")


def _listed(elements: Sequence[Element], before: int, after: int) -> bool:
    """Tell whether two actors are members of one list: separators between them, and perhaps unnamed members."""
    gap = elements[before + 1 : after]
    if not gap or len(gap) > UNNAMED or not any(separates(e) for e in gap):
        return False
    if all(separates(e) for e in gap):
        return True
    inside = INSIDE | {"people", "definite"} if separates(gap[0]) else INSIDE | {"people"}
    return all(separates(e) or e.kind == "text" or e.role in inside for e in gap)  # "ministrligiň, [bu] edaranyň"
