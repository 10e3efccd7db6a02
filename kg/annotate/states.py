"""Where a country is named: as an actor of its own, or only as the country of a title, an institution or a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import OrganisationMention, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.view import View

# Cases in which a country is where something is or comes from; `adj` is the adjective ("Turkmen").
_LOCAL = frozenset({"loc", "attr", "abl", "adj"})


def find_states(
    view: View, places: Sequence[PlaceMention], covered: Sequence[tuple[int, int]]
) -> list[OrganisationMention]:
    """A mention of kind `state` for each country of a sentence.

    Its form is `qualifier` where it lies inside an institution's name or a title (the spans `covered`, in
    characters), names where something is, or makes a plural of people ("Täjigistanly"); else `name`.
    """
    found = []
    for place in places:
        if place.kind != "country":
            continue
        inside = any(start <= place.start and place.end <= end for start, end in covered)
        form = "qualifier" if inside or _local(view, place) else "name"
        found.append(
            OrganisationMention(
                place.start,
                place.end,
                place.text,
                place.lang,
                view.index,
                f"{place.lang}.state",
                place.name,
                "state",
                place.country,
                form=form,
                case=place.case,
            )
        )
    return found


def _local(view: View, place: PlaceMention) -> bool:
    if place.case in _LOCAL:
        return True
    data = view.language.institutions
    i = view.first_of(place) - 1
    while i >= 0 and view.tokens[i].norm in data.articles:
        i -= 1
    return i >= 0 and view.tokens[i].norm in data.local
