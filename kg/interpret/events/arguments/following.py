"""What stands behind a marker where the verb stands last: whose the marker is, and whether it tells of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.groups import separates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.row import Element, Row

# Roles of those who do something behind the marker themselves: "Birleşik bilen Çiliniň [wekilleri] hyzmatdaşlygy".
_OTHERS = frozenset({"people", "delegation"})
# Elements from a marker to the relation, and of a phrase behind a marker.
_RELATION = 6
_MEMBER = 12
# Elements from "by" to the verb that it is of.
_VERB = 24


def relation_follows(elements: Sequence[Element], at: int, reach: int = _RELATION) -> bool:
    """Tell whether a noun such as "cooperation" takes the marker, before any word of events.

    So does a dialogue of which something plain is said: "Одақпен [диалогты] дамыту". The other party may own it:
    "Türkmenistan bilen Çiliniň özara [hyzmatdaşlyk] meseleleri".
    """
    for k, element in enumerate(elements[at : at + reach], at):
        party = element.actor if k == at else None
        if party is not None and not party.person and party.case == "gen":
            continue
        if element.role in _OTHERS:
            return False
        if element.kind == "word" and element.role == "relation":
            return True
        talks = element.trigger if element.trigger is not None and element.trigger.type == "dialogue" else None
        plain = [e.kind for e in elements[k + 1 : k + 2]] == ["text"]
        if talks is not None and talks.case == "acc" and plain:
            return True
        if element.kind in {"trigger", "comma", "actor", "date"}:
            return False
    return False


def frame_follows(elements: Sequence[Element], at: int) -> bool:
    """Tell what only frames the sentence, before any word of events: "A bilen B-niň arasyndaky taslamanyň çäginde"."""
    near = (e for e in elements[at : at + _MEMBER] if e.trigger is not None or e.role in {"during", "within", "after"})
    first = next(near, None)
    return first is not None and first.trigger is None


def person_follows(elements: Sequence[Element], at: int) -> bool:
    """Tell who acts on a state's side: "Қазақстан тарапынан отырысқа [министр Ерлан Досов] қатысты"."""
    after = (e.actor for e in elements[at : at + _MEMBER] if e.actor is not None)
    first = next(after, None)
    return first is not None and first.person and first.case in {"nom", ""}


def verb_follows(row: Row, at: int) -> bool:
    """Tell whether a verb of events follows, no other's participle before it ("financed by")."""
    for e in row.elements[at : at + _VERB]:
        if e.trigger is not None and e.trigger.form != "noun":
            return True
        other = e.kind == "text" and row.norm(e).endswith(row.passage.language.events.participles)
        if other or separates(e):
            return False
    return False
