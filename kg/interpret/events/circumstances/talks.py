"""Talks of which a sentence tells in passing have the day and place of what was discussed at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.fact import Fact


def framed(facts: Mapping[int, Fact]) -> None:
    """Give talks the day and place of what was discussed at them: "5 мая в ходе встречи A с B были обсуждены"."""
    told = [f for f in facts.values() if "discuss" in f.nucleus.frames and f.nucleus.verbal and not f.attend]
    talks = next((f for f in facts.values() if f.nucleus.during == "during" and f.attend), None)
    if talks is None or talks.nucleus.type not in {"meeting", "call", "dialogue", "session"}:
        return
    for fact in told:
        talks.dates += [d for d in fact.dates if not talks.dates]
        talks.places += [p for p in fact.places if not talks.places]
