"""What a Russian speaker gives: "выступил с [лекцией] в Осло", "с [лекцией] выступил посол"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements from the verb to the noun: a date, "with" and adjectives.
_NEAR = 6


def given_with(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun of what is given that the verb of speaking at `i` governs by "with", or None."""
    if row.elements[i].frame != "speak" or not row.passage.language.fusional:
        return None
    behind, before = range(i + 1, min(i + _NEAR, len(row.elements))), range(i - 1, max(-1, i - _NEAR), -1)
    found = (_given(row, span, nuclei) for span in (behind, before))
    return next((j for j in found if j is not None), None)


def _given(row: Row, span: Iterable[int], nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun of what is given in the instrumental, the first word of events of a span."""
    for j in span:
        e = row.elements[j]
        if j in nuclei:
            return j if "ins" in e.cases and getattr(nuclei[j].entry, "given", False) else None
        if e.kind not in {"text", "date"} and e.role not in {"with", "in", "people"}:
            return None
    return None
