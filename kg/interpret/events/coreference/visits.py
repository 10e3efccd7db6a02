"""Who of a visit took part in its meetings, and who in its meetings was of the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.coreference.conflicts import related

if TYPE_CHECKING:
    from kg.interpret.cast import Cast
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.coreference.item import Item


def settle_visits(item: Item, cast: Cast) -> None:
    """Complete visits and their parts, for all events of an item."""
    persons = {p.id for p in cast.persons}
    countries = _countries(cast)
    bodies: dict[str, set[str]] = {}
    for role in cast.roles:
        if role.organisation:
            bodies.setdefault(role.person, set()).add(role.organisation)
    for draft in item.drafts:
        visit = draft.part_of
        if visit is None or visit.type != "visit":
            continue
        if draft.delegation or _hosts_only(draft, visit, item, countries):
            heads = [person for person, owner in visit.delegations if owner in visit.delegation]
            draft.add([*visit.delegation, *heads] or visit.attend)
        visit.add(i for i in draft.attend if i in persons and bodies.get(i, set()) & set(visit.delegation))


def _hosts_only(draft: Draft, visit: Draft, item: Item, countries: dict[str, str | None]) -> bool:
    """Tell whether none of those at a meeting is of the visitors' institutions or country."""
    visiting = {countries.get(i) for i in visit.attend} - {None}
    return not any(
        countries.get(i) in visiting or any(related(i, j, item.kin) for j in visit.attend) for i in draft.attend
    )


def _countries(cast: Cast) -> dict[str, str | None]:
    """The country of each actor: a body's own, that of a person's first role, that of an office."""
    found: dict[str, str | None] = {}
    for role in cast.roles:
        if role.country:
            found.setdefault(role.person, role.country)
    found.update({o.id: o.country for o in cast.organisations})
    found.update({t.id: t.country for t in cast.offices})
    return found
