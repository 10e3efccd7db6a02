"""Persons and offices of all readings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.authority.schema import LANGUAGES
from kg.compare.lookup import guess
from kg.compare.person_names import PersonName, agreement, person_name
from kg.compare.persons import COMPARISONS, CONTRADICTIONS, PersonProfile
from kg.language.letters import fold, slug
from kg.model import Decision, Entity, ExternalId, Ref
from kg.resolve.decide import decide
from kg.resolve.names import LANGUAGES as NAME_ORDER
from kg.resolve.names import cut, ordered, unique, usual
from kg.resolve.why import decisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.authority import Authority, Record
    from kg.model import Person, Reading
    from kg.resolve.verdicts import Verdicts

# Posts that say nothing of who somebody is: anybody heads a delegation some day.
_PASSING = frozenset({"other", "head-of-delegation", "candidate", "expert", "representative"})
# Posts for which people come to be known worldwide: with one, a known person needs no country.
_HIGH = frozenset({"president", "prime-minister", "secretary-general", "minister", "speaker", "chair"})
_SURNAME = re.compile(r"(?:ov|ev|ova|eva|enko|skiy|ski)$")
_NO_SURNAME_FIRST = 2


class Persons:
    """Clusters the persons of all readings; `organisation_of` maps references of institutions to entity ids."""

    def __init__(
        self, readings: Mapping[str, Reading], authority: Authority, organisation_of: Mapping[Ref, str]
    ) -> None:
        self._authority = authority
        self._known: dict[tuple[str, ...], list[tuple[PersonName, Record]]] = defaultdict(list)
        for record in authority.records.values():
            for lang in LANGUAGES if record.kind == "person" else ():
                for text in record.of(lang):
                    name = person_name(text)
                    self._known[tuple(sorted(name.words))].append((name, record))
        self.found: dict[Ref, Person] = {}
        self._lang: dict[Ref, str] = {}
        self.organisations: dict[Ref, frozenset[str]] = {}
        self._profiles: dict[Ref, PersonProfile] = {}
        for reading in readings.values():
            for person in reading.persons:
                ref = Ref(reading.id, person.id)
                self.found[ref] = person
                self._lang[ref] = reading.lang
                self._profiles[ref] = self._profile(ref, reading, organisation_of)

    def _profile(self, ref: Ref, reading: Reading, organisation_of: Mapping[Ref, str]) -> PersonProfile:
        person = self.found[ref]
        roles = [role for role in reading.roles if role.person == person.id]
        own = {
            Ref(reading.id, role.organisation)
            for role in roles
            if role.organisation and role.post != "head-of-delegation"
        }
        self.organisations[ref] = frozenset(organisation_of[o] for o in own if o in organisation_of)
        countries = {person.country, *(role.country for role in roles)} - {None}
        names = tuple(sorted({person_name(text) for text in self.names(ref)}, key=str))
        posts = frozenset(role.post for role in roles)
        known = self._record(names, frozenset(filter(None, countries)), high=bool(posts & _HIGH))
        return PersonProfile(
            names,
            frozenset(c for c in countries if c is not None),
            self.organisations[ref],
            posts - _PASSING,
            f"person/{known.key}" if known else None,
        )

    def _record(self, names: tuple[PersonName, ...], countries: frozenset[str], *, high: bool) -> Record | None:
        """The known person of that full name and country, or of that name in a `high` post of no known country."""
        fitting = {
            record.key: record
            for name in names
            for text, record in self._known.get(tuple(sorted(name.words)), ())
            if (record.country in countries or (high and not countries)) and agreement(name, text) == ("same", 1.0)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def names(self, ref: Ref) -> tuple[str, ...]:
        """A person's name and its other forms."""
        person = self.found[ref]
        return tuple(dict.fromkeys((person.name, *person.alt_names)))

    def entities(self, verdicts: Verdicts) -> list[Entity]:
        """Cluster, and give one entity a cluster."""
        clusters, refs = decide(self._profiles, COMPARISONS, CONTRADICTIONS, verdicts)
        anchors: dict[int, str | None] = {}
        for first in refs:
            own = {a for ref in refs[first] if (a := self._profiles[ref].anchor)}
            anchors[first] = min(own - {a for a in anchors.values() if a}, default=None)
        wanted = {first: anchors[first] or self._wanted(refs[first]) for first in refs}
        ids = unique(wanted, refs, frozenset(first for first, a in anchors.items() if a))
        why = decisions(clusters, COMPARISONS)
        return [
            self._entity(ids[first], refs[first], anchors[first], why.get(clusters.find(first), ())) for first in refs
        ]

    def _texts(self, refs: tuple[Ref, ...]) -> list[tuple[str, str]]:
        return [(text, self._name_language(ref, text)) for ref in refs for text in self.names(ref)]

    def _name_language(self, ref: Ref, text: str) -> str:
        for mention in self.found[ref].mentions:
            if mention.text == text and mention.lang != "und":
                return mention.lang
        return guess(text, self._lang[ref])

    def _wanted(self, refs: tuple[Ref, ...]) -> str:
        preferred = usual(self._texts(refs), _worst_last)
        lang = next(lang for lang in (*NAME_ORDER, *sorted(preferred)) if lang in preferred)
        return f"person/{cut(slug(given_first(preferred[lang]), lang))}"

    def _entity(self, entity: str, refs: tuple[Ref, ...], anchor: str | None, merged: tuple[Decision, ...]) -> Entity:
        texts = self._texts(refs)
        preferred = usual(texts, _worst_last)
        record = self._authority.records.get(anchor.removeprefix("person/")) if anchor else None
        own: list[Decision] = []
        if record is not None and anchor is not None:
            preferred |= {lang: record.of(lang)[0] for lang in LANGUAGES if record.of(lang)}
            texts += [(text, lang) for lang in LANGUAGES for text in record.of(lang)]
            own = [
                Decision(ref, anchor, "known-person", 0.98, "the name and country of the record")
                for ref in refs
                if self._profiles[ref].anchor == anchor
            ]
        countries = Counter(c for ref in refs for c in sorted(self._profiles[ref].countries))
        return Entity(
            entity,
            "person",
            ordered(texts, preferred),
            refs,
            None,
            min(countries, key=lambda c: (-countries[c], c), default=record.country if record else None),
            None,
            tuple(sorted(ExternalId(i.iri, i.source) for i in record.ids)) if record else (),
            (*own, *merged),
        )


def _worst_last(text: str) -> tuple[bool, int, bool]:
    """Order of names to call somebody by: full ones first, the longest, the given name before the surname."""
    name = person_name(text)
    return not name.full, -len(name.words), given_first(text) != text


def given_first(text: str) -> str:
    """A name of two words with the given name first, where the surname tells itself by its ending."""
    words = text.split()
    if len(words) == _NO_SURNAME_FIRST and _SURNAME.search(fold(words[0])) and not _SURNAME.search(fold(words[1])):
        return f"{words[1]} {words[0]}"
    return text
