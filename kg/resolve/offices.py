"""Offices that act without their holders being named, of all readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.compare.keys import bare
from kg.compare.lookup import guess
from kg.compare.offices import COMPARISONS, CONTRADICTIONS, OfficeProfile, field_of, takes_ministry
from kg.language.letters import slug
from kg.model import Entity, Ref
from kg.resolve.decide import decide
from kg.resolve.names import cut, longest_first, ordered, unique, usual
from kg.resolve.why import decisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.compare.wording import Reader
    from kg.model import Decision, Office, Reading
    from kg.resolve.verdicts import Verdicts


class Offices:
    """Clusters the offices of all readings; `organisations` are the entities of institutions by id."""

    def __init__(
        self,
        readings: Mapping[str, Reading],
        reader: Reader,
        organisation_of: Mapping[Ref, str],
        organisations: Mapping[str, Entity],
    ) -> None:
        self._reader, self._organisations = reader, organisations
        self.found: dict[Ref, Office] = {}
        self._lang: dict[Ref, str] = {}
        self._profiles: dict[Ref, OfficeProfile] = {}
        for reading in readings.values():
            for office in reading.title_only:
                ref = Ref(reading.id, office.id)
                self.found[ref], self._lang[ref] = office, reading.lang
                organisation = organisation_of.get(Ref(reading.id, office.organisation or ""))
                self._profiles[ref] = self._profile(office, reading.lang, organisation)

    def _profile(self, office: Office, lang: str, organisation: str | None) -> OfficeProfile:
        glossary = self._reader.authority.glossary
        wording = self._reader.read(office.title, lang)
        field = field_of(bare(wording), glossary, office.post)
        entity = self._organisations.get(organisation or "")
        country = office.country or next(iter(wording.of("state")), None)
        if entity is not None and entity.kind == "state":
            country, entity = entity.country, None
        if entity is not None and takes_ministry(office.post) and entity.country:
            own = field_of(bare(self._reader.read(self._english(entity), "en")), glossary)
            field = tuple(sorted({*own, *(key for key in field if key == "first-in-rank")}))
            country, entity = entity.country, None
        if entity is not None:
            return OfficeProfile(office.post, entity.id, (), office.title)
        return OfficeProfile(office.post, f"country {country}" if country else "", field, office.title)

    @staticmethod
    def _english(entity: Entity) -> str:
        return next((name.text for name in entity.names if name.lang == "en"), entity.names[0].text)

    def entities(self, verdicts: Verdicts) -> list[Entity]:
        """Cluster, and give one entity a cluster."""
        clusters, refs = decide(self._profiles, COMPARISONS, CONTRADICTIONS, verdicts)
        english = {first: self._rendered(clusters.groups[first].profile) for first in refs}
        wanted = {
            first: f"office/{cut(self._slug(clusters.groups[first].profile, english[first], refs[first][0]))}"
            for first in refs
        }
        ids = unique(wanted, refs)
        why = decisions(clusters, COMPARISONS)
        return [
            self._entity(
                ids[first],
                refs[first],
                english[first],
                clusters.groups[first].profile,
                why.get(clusters.find(first), ()),
            )
            for first in refs
        ]

    def _slug(self, profile: OfficeProfile, english: str | None, ref: Ref) -> str:
        if english:
            return slug(english)
        if profile.scope in self._organisations and profile.post != "other":
            return f"{profile.post}-of-{profile.scope.partition('/')[2]}"
        return slug(self.found[ref].title, self._lang[ref])

    def _rendered(self, profile: OfficeProfile) -> str | None:
        """The office in English ("Deputy Minister of Education of Turkmenistan"), or None."""
        if not profile.scope or profile.post == "other":
            return None
        rank = "First " if "first-in-rank" in profile.field else ""
        post = rank + profile.post.replace("-", " ").title().replace(" Of ", " of ")
        if profile.scope.startswith("country "):
            state = self._reader.authority.states.get(profile.scope.removeprefix("country "))
            if state is None:
                return None
            field = self._field(profile)
            if field is None:
                return None
            return f"{post} of {field} of {state.names.en[0]}" if field else f"{post} of {state.names.en[0]}"
        entity = self._organisations[profile.scope]
        name = next((n.text for n in entity.names if n.lang == "en"), None)
        return f"{post} of the {name}" if name else None

    def _field(self, profile: OfficeProfile) -> str | None:
        """The field as the ministry of that field calls it, or a list of nouns for a minister; None where neither fits.

        Empty where the title names no field.
        """
        authority = self._reader.authority
        field = tuple(key for key in profile.field if key != "first-in-rank")
        for body in authority.bodies.values():
            words = field_of(bare(self._reader.read(body.en[0], "en")), authority.glossary)
            if field and words == field and body.en[0].startswith("Ministry of "):
                return body.en[0].removeprefix("Ministry of ")
        concepts = [authority.glossary.concepts[key] for key in field]
        if field and not takes_ministry(profile.post):
            return None  # "Head of Mission"
        if any(c.noun == "" or c.first or c.head is not None for c in concepts):
            return None  # "Minister of Energy and Political"
        labels = [(c.noun or c.en[0]).capitalize() for c in concepts]
        return f"{', '.join(labels[:-1])} and {labels[-1]}" if len(labels) > 1 else "".join(labels)

    def _entity(
        self,
        entity: str,
        refs: tuple[Ref, ...],
        english: str | None,
        profile: OfficeProfile,
        merged: tuple[Decision, ...],
    ) -> Entity:
        texts = [(self.found[ref].title, guess(self.found[ref].title, self._lang[ref])) for ref in refs]
        preferred = usual(texts, longest_first)
        if english:
            preferred["en"] = english
        organisation = profile.scope if profile.scope in self._organisations else None
        country = self._organisations[organisation].country if organisation else profile.scope.removeprefix("country ")
        return Entity(
            entity, "office", ordered(texts, preferred), refs, profile.post, country or None, organisation, (), merged
        )
