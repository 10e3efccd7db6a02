"""Where an election is: by its phrase, its sentence, or the only country that its item names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ABROAD
from kg.interpret.elections.areas import in_full
from kg.interpret.spans import starts_within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.interpret.elections.phrases import Spoken
    from kg.model import Annotations, PlaceMention, PostMention

# Posts of those who observe elections in another state: "the Norwegian [member of parliament] has come to Chile".
_OBSERVING = frozenset({"member-of-parliament"})


def countries_named(annotations: Annotations) -> dict[int, tuple[str | None, str]]:
    """Code and name of the country of each item that names one country only, by the item's index."""
    named: dict[int, dict[str | None, str]] = {}
    for place in _apart(annotations.places, annotations.posts, ABROAD):
        if place.kind == "country":
            here = named.setdefault(annotations.sentences[place.sentence].item, {})
            here.setdefault(place.country, in_full(place))
    return {item: next(iter(names.items())) for item, names in named.items() if len(names) == 1}


def place_of(one: Spoken) -> tuple[str | None, str | None]:
    """Name and code of the country (for a town's own election, the town) by the phrase, else by the sentence."""
    inside = [p for p in one.places if p.kind == "country"]
    local = [p for p in one.places if p.kind == "town"]
    if local and any(f.filled.fills in {"mayor", "local", "governor"} for f in one.fills) and not inside:
        return local[0].name, local[0].country
    around = [p for p in _apart(one.passage.places, one.passage.posts, ABROAD) if p.kind == "country"]
    around = _apart(around, one.passage.posts, _OBSERVING) or around
    found = inside or (around if len({p.country for p in around}) == 1 else [])
    if found:
        return in_full(found[0]), found[0].country
    bodies = [o for o in one.passage.organisations if o.country and o.start < one.end and one.start < o.end]
    return None, bodies[0].country if bodies else None


def _apart(places: Sequence[PlaceMention], posts: Sequence[PostMention], of: AbstractSet[str]) -> list[PlaceMention]:
    """The places but for those in titles of some posts, who speak of elections abroad: "the Ambassador of [Chile]"."""
    posted = starts_within(places, (post for post in posts if post.post in of))
    return [p for p in places if p.start not in posted]
