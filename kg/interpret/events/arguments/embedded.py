"""Actors that act in no event, as they stand within the phrase of something else, where the verb stands last."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kg.interpret.events.arguments.tails import UNNAMED
from kg.interpret.events.sentence.groups import separates

if TYPE_CHECKING:
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Row

# Cases in which nobody acts.
_DECLINED = frozenset({"dat", "loc", "abl"})
# Letters of the shortest participle that is looked for, and words up to its end behind who acts ("yglan eden").
_VERBAL = 6
_PARTICIPLE = 2


def embedded(row: Row, here: Member) -> bool:
    """Tell a body in the nominative that has no part of its own in the sentence."""
    bare = here.marker == "subject" and here.last == here.at and not here.actor.person
    rules = (_declined_with, _of_title, _of_field, _of_format)
    return bare and any(rule(row, here.at) for rule in rules)


def _declined_with(row: Row, at: int) -> bool:
    """Tell a body joined to an unnamed member that carries the ending of both: "[Чили] мен шетелдегі оқырмандарға".

    That member is the word behind the conjunction, or the next one behind words that tell where it is.
    """
    joined = row.elements[at + 1 : at + 2 + UNNAMED]
    if not joined or joined[0].role != "and":
        return False
    for element in joined[1:]:
        found = row.passage.language.analyse(row.norm(element)) if element.kind == "text" else ()
        cases = {a.case for a in found if a.harmonic}
        if "attr" not in cases:
            return bool(cases & _DECLINED) and "ins" not in cases
    return False


def _of_title(row: Row, at: int) -> bool:
    """Tell a body to which only what somebody's title names belongs: "[Чили Банкі] жобасының жетекшісі Анна Берг".

    So is that of a seat for which somebody stands: "[Сенат] депутаттығына үміткер ретінде тіркелген Анна Берг".
    """
    behind = row.elements[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].kind != "text":  # noqa: PLR2004 - the noun and what it goes on with
        return False
    found = row.passage.language.analyse(row.norm(behind[0]))
    cases = {a.case for a in found if a.possessive == "3" and a.harmonic}
    titled = behind[1].actor is not None and behind[1].actor.person
    return (titled and not cases.isdisjoint({"gen", "dat"})) or ("dat" in cases and behind[1].kind == "text")


def _of_field(row: Row, at: int) -> bool:
    """Tell a body right behind who acts, before what a plan of its is for: "Үкімет [БҰҰ] даму бойынша жоспарын"."""
    before = row.elements[at - 1].actor if at else None
    behind = list(takewhile(lambda e: e.kind == "text", row.elements[at + 1 : at + 1 + UNNAMED]))
    topic = row.elements[at + 1 + len(behind) : at + 2 + len(behind)]
    acts = before is not None and before.case in {"nom", ""}
    return acts and bool(behind) and [e.role for e in topic] == ["topic"]


def _of_format(row: Row, at: int) -> bool:
    """Tell a party after which a format of talks is called: "“Aziýa – [Ýewropa Bileleşigi]” formatynda"."""
    behind = row.elements[at + 1 : at + 2 + UNNAMED]
    word = next((e for e in behind if e.kind not in {"mark", "actor", "place"}), None)
    return word is not None and row.norm(word) in row.passage.language.events.formats


def in_clause_of_noun(row: Row, before: Member, here: Member) -> bool:
    """Tell who acts only in a clause before a noun: "министр [Анна Берг] жариялаған жоба туралы айтты".

    `before` is who is told right before, and somebody acts before; two of a list act both.
    """
    gap = row.elements[before.last + 1 : here.at]
    if here.marker != "subject" or not here.bare or (gap and all(separates(e) for e in gap)):
        return False
    behind = row.elements[here.last + 1 : here.last + 2 + _PARTICIPLE]
    words = [row.norm(e) for e in takewhile(lambda e: e.kind == "text", behind)]
    endings = row.passage.language.events.participles
    participles = [n for n, w in enumerate(words[:_PARTICIPLE]) if w.endswith(endings) and (n or len(w) >= _VERBAL)]
    return bool(participles) and participles[0] + 1 < len(words)
