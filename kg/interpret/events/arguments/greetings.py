"""Who greets visitors where they come, which is no meeting of its own: "visited the institute, where N met them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.voice import is_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Row

# Frames of verbs by which somebody greets who comes.
_GREETING = frozenset({"meet", "welcome"})


def but_greetings(row: Row, facts: list[Fact], found: Sequence[Member]) -> list[Fact]:
    """Facts without those of greetings, whose hosts take part in the visit told before them."""
    if not row.passage.language.analytic:
        return facts
    kept: list[Fact] = []
    for fact in facts:
        visit = kept[-1] if kept and kept[-1].nucleus.type == "visit" else None
        if visit is None or not _greets(fact):
            kept.append(fact)
            continue
        hosts = (m.actor.id for m in found if m.marker == "by" and m.at > fact.nucleus.at and m.actor.id in fact.attend)
        for ident in hosts:
            visit.add("attend", ident)
    return kept


def _greets(fact: Fact) -> bool:
    """Tell a passive by which visitors are met, with no day or town of its own."""
    nucleus = fact.nucleus
    passive = nucleus.verbal and is_passive(nucleus.row, nucleus.at) and "by" in fact.markers
    return passive and bool(_GREETING & set(nucleus.frames)) and not fact.dates
