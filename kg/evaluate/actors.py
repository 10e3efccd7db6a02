"""Score persons, organisations and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kg.evaluate.align import same
from kg.model import START

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluate.align import Alignment
    from kg.evaluate.gold import Gold, GoldActor, GoldRole
    from kg.evaluate.score import Card
    from kg.model import Organisation, Person, Reading, Role

_Actor = TypeVar("_Actor", "Person", "Organisation")


def score_actors(gold: Gold, reading: Reading, alignment: Alignment, card: Card) -> None:
    """Persons and organisations are right when paired; a pair with an optional one counts nowhere.

    `names` asks for the nominative name or one of the key's `alt_names`, `kinds`, `part of` and `standing` for the
    value; all four of pairs only. Institutions that only a title implies have no mentions and count nowhere.
    """
    persons = _paired("persons", gold.persons, reading.persons, alignment, card)
    read = [o for o in reading.organisations if o.mentions]  # the others are implied by titles, not named
    organisations = _paired("organisations", gold.organisations, read, alignment, card)
    named = [*((found.name, key) for found, key in persons), *((found.name, key) for found, key in organisations)]
    for name, key in named:
        right = same(name) in {same(other) for other in (key.name, *key.alt_names) if other}
        card.value("names", key.id, name, key.name, right=right)
    for found, key in organisations:
        whose = f"{key.id} {key.name}"
        card.value("kinds", whose, found.kind, key.kind, right=found.kind in {key.kind, *key.kind_accept})
        whole = alignment.key_of(found.part_of) if found.part_of else None
        owner = f"another ({found.part_of})" if found.part_of and whole is None else whole
        if key.part_of or key.part_of_accept or owner:
            right = owner in {key.part_of, *key.part_of_accept}
            card.value("part of", whose, owner, key.part_of, right=right)
        standing = key.standing or key.status
        if standing or found.standing:
            card.value("standing", whose, found.standing, standing, right=found.standing == standing)


def _paired(
    measure: str, expected: Sequence[GoldActor], found: Sequence[_Actor], alignment: Alignment, card: Card
) -> list[tuple[_Actor, GoldActor]]:
    """Count who is found, missed and false; give the pairs of those that aren't optional."""
    keys = {key.id: key for key in expected}
    pairs = []
    for thing in found:
        key = keys.pop(alignment.actors.get(thing.id, ""), None)
        if key is None:
            card.false(measure, f"{thing.id} {thing.name} ({_where(thing)})")
        elif not key.optional:
            card.right(measure)
            pairs.append((thing, key))
    for key in keys.values():
        if not key.optional:
            card.missed(measure, f"{key.id} {key.name}")
    return pairs


def _where(thing: Person | Organisation) -> str:
    first = min(thing.mentions, key=START, default=None)
    return f"character {first.start}: {first.text}" if first else "no mention"


def score_roles(gold: Gold, reading: Reading, alignment: Alignment, card: Card) -> None:
    """Roles, and `posts`: the person and the post, wherever it is held.

    A role is right when the person, the post, and where it is held are. Where: the organisation of the key (or one
    that it accepts); where the key has none, no organisation and the same country. Wordings of one post
    (`same_post_as`) are one role: any of them will do, more of them count nowhere. The role of an optional person
    counts nowhere either.
    """
    _score("roles", gold, reading, alignment, card)
    _score("posts", gold, reading, alignment, card)


def _score(measure: str, gold: Gold, reading: Reading, alignment: Alignment, card: Card) -> None:
    right = {"roles": fits, "posts": holds}[measure]
    optional = {actor.id for actor in gold.persons if actor.optional}
    leaders = {role.id: role.same_post_as or role.id for role in gold.roles}
    neutral = {leaders[role.id] for role in gold.roles if role.optional or role.person in optional}
    seen: set[str] = set()
    for role in reading.roles:
        # of several wordings that fit, first one not found yet
        fitting = [leaders[key.id] for key in gold.roles if right(role, key, alignment)]
        group = next((g for g in fitting if g not in seen), fitting[0] if fitting else None)
        if group is None:
            if alignment.key_of(role.person) not in optional:
                card.false(measure, _role_words(role, reading))
        elif group not in seen:
            seen.add(group)
            if group not in neutral:
                card.right(measure)
    names = {actor.id: actor.name for actor in (*gold.persons, *gold.organisations)}
    for key in gold.roles:
        if leaders[key.id] == key.id and key.id not in seen | neutral:
            where = names.get(key.organisation or "", key.country)
            card.missed(measure, f"{key.id} {names.get(key.person, key.person)}: {key.post} ({key.title}), {where}")


def fits(role: Role, key: GoldRole, alignment: Alignment) -> bool:
    """Tell whether a role is the key's: the person, the post, and where it is held."""
    if not holds(role, key, alignment):
        return False
    right = {key.organisation, *key.organisation_accept}
    if role.organisation is None:
        return None in right and role.country == key.country
    where = alignment.key_of(role.organisation)
    if where is None:  # an institution that the title implies and the key doesn't list
        return key.organisation_implied is not None and role.country == key.country
    return where in right


def holds(role: Role, key: GoldRole, alignment: Alignment) -> bool:
    """Tell whether a role is of the key's person and post."""
    return alignment.key_of(role.person) == key.person and role.post in {key.post, *key.post_accept}


def _role_words(role: Role, reading: Reading) -> str:
    persons = {person.id: person.name for person in reading.persons}
    organisations = {organisation.id: organisation.name for organisation in reading.organisations}
    where = organisations.get(role.organisation or "", role.country)
    return f"{persons.get(role.person, role.person)}: {role.post} ({role.title}), {where}"
