"""The roles found so far, by person and by post: a title is compared with those of its bearer, not with all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Role


class RoleIndex:
    """Roles in the order in which they were first told; one may be told again more fully, in its place."""

    def __init__(self) -> None:
        self._roles: list[Role] = []
        self._of_person: defaultdict[str, list[int]] = defaultdict(list)
        self._of_post: defaultdict[str, set[int]] = defaultdict(set)

    def __iter__(self) -> Iterator[Role]:
        """All roles, in order."""
        return iter(self._roles)

    def __reversed__(self) -> Iterator[Role]:
        """All roles, the last first."""
        return reversed(self._roles)

    def add(self, role: Role) -> None:
        """Put a role at the end."""
        self._of_person[role.person].append(len(self._roles))
        self._of_post[role.post].add(len(self._roles))
        self._roles.append(role)

    def replace(self, place: int, role: Role) -> None:
        """Put a role of the same person in the place of the one there."""
        self._of_post[self._roles[place].post].discard(place)
        self._of_post[role.post].add(place)
        self._roles[place] = role

    def places_of(self, person: str) -> list[tuple[int, Role]]:
        """The roles of a person, in order, each with its place."""
        return [(place, self._roles[place]) for place in self._of_person.get(person, ())]

    def of_person(self, person: str) -> list[Role]:
        """The roles of a person, in order."""
        return [role for _, role in self.places_of(person)]

    def of_post(self, post: str) -> list[Role]:
        """The roles with a post, in order."""
        return [self._roles[place] for place in sorted(self._of_post.get(post, ()))]
