"""What persons and institutions are compared by alike: the known thing that each is, and countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class Profile(Protocol):
    """Who is compared: the id of the known thing that it is, if any, and the countries that it is of."""

    @property
    def anchor(self) -> str | None:
        """The id in the authority file or of a record."""

    @property
    def countries(self) -> frozenset[str]:
        """ISO 3166 alpha-2."""


def known(profile: Profile) -> Iterator[str]:
    """The key of a known thing: its id."""
    if profile.anchor:
        yield profile.anchor


def different_known(left: Profile, right: Profile) -> str | None:
    """Two known things are two."""
    if left.anchor and right.anchor and left.anchor != right.anchor:
        return f"{left.anchor} and {right.anchor} are known to be two"
    return None


def different_country(left: Profile, right: Profile) -> str | None:
    """Who is of different states is not the same."""
    if left.countries and right.countries and not left.countries & right.countries:
        return f"one is of {', '.join(sorted(left.countries))}, the other of {', '.join(sorted(right.countries))}"
    return None
