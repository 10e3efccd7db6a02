"""Days of events beside the day of writing."""

from __future__ import annotations

# Months by which what is told in the past may lie ahead of a text whose own date isn't exact.
_FAR_AHEAD = 4


def not_after(start: str, end: str | None, reference: str) -> tuple[str, str | None]:
    """A year earlier, where the text leaves the year out and tells of what is past: "visited in March", in February."""
    ahead = int(start[:4]) * 12 + int(start[5:7]) - int(reference[:4]) * 12 - int(reference[5:7]) if start[4:5] else 0
    if ahead <= _FAR_AHEAD:
        return start, end
    return f"{int(start[:4]) - 1}{start[4:]}", end and f"{int(end[:4]) - 1}{end[4:]}"


def after(start: str, reference: str) -> bool:
    """Tell whether an ISO date lies after another, as far as both are precise."""
    shared = min(len(start), len(reference))
    return "X" not in start and start[:shared] > reference[:shared]
