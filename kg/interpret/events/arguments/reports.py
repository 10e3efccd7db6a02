"""Institutions that only tell of an event: "…, the ministry reports", "The ministry said the envoy would visit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Row

# Elements of an institution's name and its country between a comma and the verb of saying.
_NAME = 3
# Roles of what may stand between a verb of saying and the subject of what is said.
_CLAUSE = ARTICLES | {"stop"}
# Those before the verb of what is said to come: "said the minister would visit".
_WILL = frozenset({"reported", "planned"})


def only_tells(row: Row, member: Member) -> bool:
    """Tell an institution that says something of which it is no part, where word order alone tells the subject."""
    if not row.passage.language.analytic or member.actor.person or member.marker == "of":
        return False
    i = member.last + 1
    said = row.elements[i] if i < len(row.elements) else None
    if said is None or said.frame != "say" or not said.is_trigger("verb"):
        return False
    return _behind_comma(row, member.at, i) or _clause(row, i)


def cited(row: Row, at: int) -> int:
    """Index where what is told begins behind a clause that says where it was said; the last one where none does.

    "Ýygnakda aýtmagyna görä, [ministr] gelýär": where verbs stand last.
    """
    after = row.elements[at + 1 : at + 3]
    said = len(after) > 1 and after[0].frame == "say" and row.norm(after[1]) in row.passage.language.events.leading_on
    return at + 2 if said else len(row.elements)


def _behind_comma(row: Row, at: int, said: int) -> bool:
    """Tell a source at the end of what it tells: "met in Oslo, the Norwegian [ministry] reports."."""
    k = next((k for k in range(at - 1, max(-1, at - 1 - _NAME), -1) if row.elements[k].kind == "comma"), None)
    after = row.elements[said + 1 : said + 2]
    named = k is not None and all(e.actor is not None or e.role == "definite" for e in row.elements[k + 1 : at])
    return named and k != 0 and (not after or after[0].kind in {"mark", "date"} or after[0].role == "in")


def _clause(row: Row, said: int) -> bool:
    """Tell a verb of saying behind which a clause with a subject of its own stands: "said [the envoy] would visit"."""
    start = next((k for k in range(said + 1, len(row.elements)) if row.elements[k].role not in _CLAUSE), said)
    subject = row.elements[start]
    verb = next((k for k in row.triggers if k > start and row.elements[k].frame), None)
    if verb is None or subject.role or subject.trigger is not None:
        return False
    that = any(e.role == "stop" for e in row.elements[said + 1 : start])
    person = subject.actor is not None and subject.actor.person
    named = subject.kind == "text" and row.tokens[subject.first].text[0].isupper()
    further = row.passage.language.events.further
    joined = any(e.role == "and" and row.norm(e) not in further for e in row.elements[start:verb])
    will = row.elements[start - 1].role == "definite" and bool(_WILL & {e.role for e in row.elements[start:verb]})
    return (that or person or named or will) and not joined
