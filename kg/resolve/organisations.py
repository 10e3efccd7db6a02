"""Institutions of all readings: profiles level by level (owners before their parts), and their clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.compare.keys import bare, keys, without
from kg.compare.lookup import acronymic, guess
from kg.compare.organisations import COMPARISONS, CONTRADICTIONS, OrganisationProfile
from kg.compare.wording import Wording
from kg.model import Ref
from kg.resolve.clusters import Clusters
from kg.resolve.groups import group

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.compare.known import Known
    from kg.compare.wording import Part, Reader
    from kg.model import Organisation, Reading
    from kg.resolve.verdicts import Verdicts

Level = dict[Ref, str]


class Organisations:
    """Clusters the institutions of all readings."""

    def __init__(self, readings: Mapping[str, Reading], reader: Reader, known: Known) -> None:
        self._reader, self._known = reader, known
        self.found: dict[Ref, Organisation] = {}
        self._lang: dict[Ref, str] = {}
        for reading in readings.values():
            for organisation in reading.organisations:
                ref = Ref(reading.id, organisation.id)
                self.found[ref] = organisation
                self._lang[ref] = language_of(reading, organisation)
        self._depth = {ref: self._depth_of(ref) for ref in self.found}
        self._owners_worded: dict[Ref, tuple[tuple[Part, ...], ...]] = {}
        self._cache: dict[tuple[object, ...], OrganisationProfile] = {}

    def owner(self, ref: Ref) -> Ref | None:
        """The institution of the same reading that one is part of."""
        part_of = self.found[ref].part_of
        owner = Ref(ref.document, part_of) if part_of is not None else None
        return owner if owner in self.found and owner != ref else None

    def _depth_of(self, ref: Ref) -> int:
        seen = {ref}
        owner = self.owner(ref)
        while owner is not None and owner not in seen:
            seen.add(owner)
            owner = self.owner(owner)
        return len(seen) - 1

    def language(self, ref: Ref) -> str:
        """The language in which an institution's names are to be read."""
        return self._lang[ref]

    def names(self, ref: Ref) -> tuple[str, ...]:
        """An institution's name and its other names."""
        organisation = self.found[ref]
        return tuple(dict.fromkeys((organisation.name, *organisation.alt_names)))

    def telling_names(self, ref: Ref) -> tuple[str, ...]:
        """The names without those that would be anybody's ("the Council", "Bölüm")."""
        return tuple(text for i, text in enumerate(self.names(ref)) if i == 0 or not self._generic(ref, text))

    def _generic(self, ref: Ref, text: str) -> bool:
        concepts = self._reader.authority.glossary.concepts
        parts = bare(self._reader.read(text, self._lang[ref]))
        return all(p.sort == "concept" and concepts[p.value].head is not None for p in parts)

    def name_language(self, ref: Ref, text: str) -> str:
        """The language of one name: of the mention that has it, else by its letters."""
        for mention in self.found[ref].mentions:
            if mention.text == text and mention.lang != "und":
                return mention.lang
        return guess(text, self._lang[ref])

    def own_wording(self, ref: Ref, text: str, lang: str) -> Wording:
        """A name taken apart, less its owner's name, with the commas kept."""
        wording = self._reader.read(text, lang, whole=False)
        rest, _ = without(bare(wording), self._owner_parts(ref))
        wanted = list(rest)
        kept: list[Part] = []
        for part in wording.parts:
            if part.sort == "join":
                kept.append(part)
            elif part in wanted:
                wanted.remove(part)
                kept.append(part)
        return Wording(tuple(kept), wording.lang)

    def cluster(self, verdicts: Verdicts) -> Clusters[OrganisationProfile]:
        """Cluster level by level: what an institution is part of is known before it is compared."""
        identity: dict[Ref, str] = {}
        clusters: Clusters[OrganisationProfile] | None = None
        for level in range(max(self._depth.values(), default=0) + 1):
            profiles = {ref: self._profile(ref, identity) for ref in self.found if self._depth[ref] <= level}
            clusters = Clusters(group(profiles, COMPARISONS, verdicts.touched), CONTRADICTIONS)
            verdicts.apply(clusters)
            for comparison in COMPARISONS:
                clusters.apply(comparison)
            identity = self._identities(clusters)
        return clusters or Clusters([], CONTRADICTIONS)

    def _identities(self, clusters: Clusters[OrganisationProfile]) -> dict[Ref, str]:
        """What parts of an institution are scoped by: the known thing's id, or the first of its references."""
        found: dict[Ref, str] = {}
        for members in clusters.clusters():
            groups = [clusters.groups[i] for i in members]
            anchors = sorted({g.profile.anchor for g in groups if g.profile.anchor})
            first = min(ref for g in groups for ref in g.refs)
            for g in groups:
                for ref in g.refs:
                    found[ref] = anchors[0] if anchors else f"{first.document}/{first.local}"
        return found

    def _profile(self, ref: Ref, identity: Mapping[Ref, str]) -> OrganisationProfile:
        organisation = self.found[ref]
        owner = self.owner(ref)
        owner_id = None if owner is None or self._governs(owner) else identity.get(owner)
        owner_parts = self._owner_parts(ref)
        names = (organisation.name, *organisation.alt_names)
        signature = (
            names,
            self._lang[ref],
            organisation.kind,
            organisation.country,
            organisation.known,
            owner_id,
            owner_parts,
        )
        if signature not in self._cache:
            self._cache[signature] = self._build(organisation, self._lang[ref], owner_id, owner_parts)
        return self._cache[signature]

    def _build(
        self, organisation: Organisation, lang: str, owner: str | None, owner_parts: tuple[tuple[Part, ...], ...]
    ) -> OrganisationProfile:
        glossary = self._reader.authority.glossary
        names = (organisation.name, *organisation.alt_names)
        countries = frozenset({organisation.country} if organisation.country else ())
        whole = [self._reader.read(name, lang) for name in names]
        partial = [self._reader.read(name, lang, whole=False) for name in names]
        abroad = organisation.kind == "international"
        found = keys(_unambiguous(names, partial), countries, owner, owner_parts, glossary, international=abroad)
        anchor = self._known.anchor(
            organisation.known, organisation.kind, countries, wordings=whole, found=found, owner=owner
        )
        if not countries and organisation.kind != "international":
            countries = frozenset(c for w in partial[:1] for c in w.of("state"))
        return OrganisationProfile(
            tuple(sorted(names)), organisation.kind, countries, owner, found,
            *((anchor.id, anchor.rule, anchor.score, anchor.reason) if anchor else ()),
        )  # fmt: skip

    def _governs(self, ref: Ref) -> bool:
        """Tell whether an institution is a state or its government, which every ministry is part of."""
        organisation = self.found[ref]
        if organisation.kind == "state":
            return True
        parts = bare(self._reader.read(organisation.name, self._lang[ref]))
        return {p.value for p in parts if p.sort != "state"} in ({"government"}, {"cabinet", "minister"})

    def _owner_parts(self, ref: Ref) -> tuple[tuple[Part, ...], ...]:
        """The names of all institutions that one is part of, taken apart."""
        if ref in self._owners_worded:
            return self._owners_worded[ref]
        found: set[tuple[Part, ...]] = set()
        seen = {ref}
        owner = self.owner(ref)
        while owner is not None and owner not in seen:
            seen.add(owner)
            organisation = self.found[owner]
            for name in (organisation.name, *organisation.alt_names):
                found.add(bare(self._reader.read(name, self._lang[owner], whole=False)))
                found.add(bare(self._reader.read(name, self._lang[owner])))
            owner = self.owner(owner)
        self._owners_worded[ref] = tuple(sorted(found))
        return self._owners_worded[ref]


def language_of(reading: Reading, thing: Organisation) -> str:
    """The language of a thing's name: of the mention that has it, else of the item it stands in, or the reading's."""
    mentions = sorted(thing.mentions, key=lambda m: (m.text != thing.name, m.start))
    for mention in mentions[:1]:
        if mention.lang != "und":
            return mention.lang
        for item in reading.items:
            if item.span[0] <= mention.start < item.span[1]:
                return item.lang
    return reading.lang


def _unambiguous(names: Sequence[str], wordings: Sequence[Wording]) -> list[Wording]:
    """The names less initials of a body that every state has, where others tell it: a regional commission's, too."""
    shared = [
        acronymic(name) and any(p.sort == "body" for p in w.parts) for name, w in zip(names, wordings, strict=True)
    ]
    if all(shared):
        return list(wordings)
    return [wording for wording, is_shared in zip(wordings, shared, strict=True) if not is_shared]
