"""Parliaments and their houses: when "the Senate" or "the parliament" is one institution with a fuller name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.cast.candidates import Candidate, OrganisationGroup

# States whose parliament is one house, by the Inter-Parliamentary Union's Parline database ("structure of parliament");
# without those that have changed it since 2015, or that have another body making laws beside it.
UNICAMERAL = frozenset(
    {
        "AL", "AM", "AZ", "BD", "BG", "CN", "CY", "DK", "EE", "FI", "GE", "GR", "HR", "HU", "IL", "IR", "IS", "KG",
        "KR", "KW", "LA", "LB", "LK", "LT", "LU", "LV", "MD", "ME", "MK", "MN", "MT", "NO", "NZ", "PT", "QA", "RS",
        "SE", "SG", "SK", "TR", "UA", "VN",
    }
)  # fmt: skip


def chamber(c: Candidate, group: OrganisationGroup) -> bool:
    """A chamber in full that only its noun named before: "Сенат", "Сенат Парламента Республики Казахстан"."""
    bare = not any(group.contents) and c.heads == group.heads and c.mention.country in {None, group.country}
    bare = bare and not (c.mention.known and c.mention.country != group.country)  # the European Parliament
    return bare and c.mention.kind == group.kind == "parliament" and group.owner is None


def national_parliament(c: Candidate, group: OrganisationGroup) -> bool:
    """The parliament of a state that has but one house, by the noun and by its name: "Turkish parliament"."""
    both = c.mention.kind == group.kind == "parliament" and c.mention.country == group.country
    if not both or group.country not in UNICAMERAL or c.owner or group.owner or c.local or group.local:
        return False
    parts = [hit for h in c.heads | group.heads if (hit := c.language.institution_heads.find(h)) is not None]
    return (not c.content or not all(group.contents)) and all(hit.entry.kind == "parliament" for hit in parts)
