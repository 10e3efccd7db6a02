"""What stands beside a place in an English text: the rest of a name, another state, the house that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Row

# Words of the name of a house.
_HOUSE = 6


def in_name(row: Row, i: int) -> bool:
    """Tell a place right before a word with a capital."""
    after = row.elements[i + 1 : i + 2]
    return bool(after) and after[0].kind == "text" and row.tokens[after[0].first].text[0].isupper()


def of_pair(row: Row, i: int) -> bool:
    """Tell a state whose name a hyphen joins to that of another: "set out in the [Peru]-Chile statement"."""
    after = row.elements[i + 1 : i + 3]
    other = after[1:] and (after[1].place is not None or after[1].actor is not None)
    return bool(other) and row.norm(after[0]) == "-"


def at_house(row: Row, i: int) -> bool:
    """Tell the town of the house in which something is: "called on him at the Lake House, [Osh]"."""
    place, k = row.elements[i].place, i - 1
    if place is None or place.kind != "town" or k < 1 or row.elements[k].kind != "comma":
        return False
    while k > max(1, i - _HOUSE) and row.elements[k - 1].kind == "text" and in_name(row, k - 2):
        k -= 1
    at = [e for e in row.elements[max(0, k - 2) : k] if e.role != "definite"][-1:]
    housed = bool(at) and at[0].role == "in" and row.norm(at[0]) in row.passage.language.events.housing
    return housed and row.elements[k].kind == "text"
