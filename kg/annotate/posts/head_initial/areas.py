"""Which of several areas each of their heads is over: "главы Омской и Томской областей Анна Берг и Ян Новак"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View

# Endings of an adjective in the genitive: "Омск[ой]", "Алтайск[ого]".
_ENDINGS = ("ого", "ой")


def divide(view: View, titles: Sequence[Title]) -> None:
    """Give each of as many bearers as areas the title and the country of the one at the same place, in Russian.

    The noun for the areas stands in the plural behind their adjectives; one's title has its singular.
    """
    one = view.language.posts.areas
    *words, noun = titles[0].text.split() if titles else [""]
    singular, areas = one.get(noun), list[str]()
    while singular and len(words) > 1 and words[-1].rstrip(",").endswith(_ENDINGS):
        areas.insert(0, words.pop().rstrip(","))
        if words[-1] in view.conjunctions:
            words.pop()
        elif not words[-1].endswith(","):
            break
    if len(areas) != len(titles) or len(areas) == 1:
        return
    for title, area in zip(titles, areas, strict=True):
        title.text = " ".join((*words, area, singular or noun))
        title.country = title.country or _country(view, area)


def _country(view: View, area: str) -> str | None:
    """The country of the region with this adjective, or None."""
    stem = next(area.removesuffix(ending) for ending in _ENDINGS if area.endswith(ending))
    regions = view.language.places.regions.items()
    return next((code for code, names in regions if any(name.startswith(stem) for name in names)), None)
