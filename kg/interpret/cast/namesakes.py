"""What tells bodies of several states from each other that go by one abbreviation: "МИД Чили" and "МИД Перу"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import places_by_sentence
from kg.interpret.spans import begun_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.cast.candidates import OrganisationGroup
    from kg.model import Annotations

# The rule for a body of which nothing but the state is said: "МИД Чили и [Перу]".
_ELIDED = ".coordinated-ellipsis"


def _short(group: OrganisationGroup) -> bool:
    """Tell a body of a state that a text only has by an abbreviation, whichever states have one of that name."""
    own = group.country is not None and group.known is None
    return own and all(form == "abbreviation" for _, form, _ in group.names)


def name_states(annotations: Annotations, of_mention: Sequence[OrganisationGroup | None], lang: str) -> None:
    """Give bodies of different states that have one name in language `lang` one with the state that stands behind it.

    So a body of a state that only goes by an abbreviation.
    `of_mention` is parallel to the organisations of the annotations.
    """
    called: defaultdict[str, dict[int, OrganisationGroup]] = defaultdict(dict)
    for group in of_mention:
        if group is not None and group.kind != "state":
            called[group.name(lang)][id(group)] = group
    several: dict[int, str] = {}
    for called_so, namesakes in called.items():
        apart = len({group.country for group in namesakes.values()}) > 1
        several |= {ident: called_so for ident, group in namesakes.items() if apart or _short(group)}
    places = places_by_sentence(annotations) if several else {}
    for mention, group in zip(annotations.organisations, of_mention, strict=True):
        if group is None or (name := several.get(id(group))) is None:
            continue
        if mention.rule.endswith(_ELIDED):
            group.names.append((f"{name} {mention.text}", "name", mention.lang))
        for place in begun_in(places[mention.sentence], mention.start, mention.end):
            if place.end == mention.end:
                group.names.append((f"{name} {place.text}", "name", mention.lang))
