"""Finding the known thing that a name means: a record of the authority, a state, or a body that every state has."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.authority.schema import LANGUAGES
from kg.compare.keys import bare, keys, values
from kg.language.letters import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.authority import Record
    from kg.compare.organisations import Key
    from kg.compare.wording import Part, Reader, Wording

_TELLING = 3  # values that name a part of a known institution even where the institution goes unsaid


@dataclass(frozen=True, slots=True)
class Anchor:
    """The id of a known thing, and why it is meant."""

    id: str
    rule: str
    score: float
    reason: str


class Known:
    """The authority's institutions, found by name or by the concepts of a name."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        authority = reader.authority
        self._records = authority.records
        self._states = authority.states
        self._by_values: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._bodies: dict[tuple[str, ...], dict[str, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
        self.chains = {key: self._chain(record) for key, record in authority.records.items()}
        self._said: dict[str, set[str]] = defaultdict(set)
        for key, record in authority.records.items():
            if record.kind != "person":
                self._index(key, record)
        for key, body in authority.bodies.items():
            for lang in LANGUAGES:
                for text in body.of(lang):
                    strong, full, _ = values(bare(reader.read(text, lang)), authority.glossary, "")
                    self._bodies[strong][key].add(full)
            self._bodies[key,][key].add((key,))

    def _chain(self, record: Record) -> tuple[str, ...]:
        """The keys of the institutions that a record is part of, the nearest first."""
        found: list[str] = []
        while record.part_of is not None:
            found.append(record.part_of)
            record = self._records[record.part_of]
        return tuple(found)

    def _index(self, key: str, record: Record) -> None:
        glossary = self._reader.authority.glossary
        owners = [p for owner in self.chains[key] for p in self._names(owner)]
        owner = f"organisation/{record.part_of}" if record.part_of else None
        countries = frozenset({record.country} if record.country else ())
        for lang in LANGUAGES:
            for text in record.of(lang):
                wording = self._reader.read(text, lang, whole=False)
                self._said[key].update(v for v in wording.of("concept") if glossary.concepts[v].head is not None)
                abroad = record.kind == "international"
                for found in keys([wording], countries, owner, owners, glossary, international=abroad):
                    if found.specific or _several(found):
                        self._by_values[found.values].add(key)

    def _names(self, key: str) -> list[tuple[Part, ...]]:
        record = self._records[key]
        return [
            bare(self._reader.read(text, lang, whole=False))
            for lang in LANGUAGES
            for text in (*record.of(lang), *record.short.of(lang))
        ] + [bare(self._reader.read(record.en[0], "en"))]

    def state(self, code: str) -> str:
        """The id of a state."""
        return f"organisation/{slug(self._states[code].names.en[0])}"

    def english(self, known: str) -> str:
        """The usual English name of a record or state by its id, with "the" where it is an organisation."""
        key = known.removeprefix("organisation/")
        if key in self._records:
            return f"the {self._records[key].en[0]}"
        return next((s.names.en[0] for code, s in self._states.items() if self.state(code) == known), key)

    def body(self, key: str, code: str) -> str:
        """The id of a body that every state has, of one state."""
        return f"organisation/{key}-of-{slug(self._states[code].names.en[0])}"

    def anchor(
        self,
        known: str | None,
        kind: str,
        countries: frozenset[str],
        *,
        wordings: Iterable[Wording],
        found: Iterable[Key],
        owner: str | None,
    ) -> Anchor | None:
        """The known thing that an institution is, by the first rule that answers; None where none does."""
        wordings, found = tuple(wordings), tuple(found)
        if known is not None and known in self._records:
            return Anchor(f"organisation/{known}", "known-key", 1.0, "the reading names its record")
        return (
            self._as_state(kind, wordings)
            or self._by_name(countries, wordings)
            or self._as_body(found, owner)
            or self._by_concepts(countries, found)
        )

    def _as_state(self, kind: str, wordings: tuple[Wording, ...]) -> Anchor | None:
        if kind != "state":
            return None
        for wording in wordings:
            parts = bare(wording)
            if len(parts) == 1 and parts[0].sort == "state" and parts[0].value in self._states:
                return Anchor(self.state(parts[0].value), "state-name", 1.0, f"'{parts[0].value}' by its name")
        return None

    def _by_name(self, countries: frozenset[str], wordings: tuple[Wording, ...]) -> Anchor | None:
        """The whole name is a record's name or acronym, and only one such record fits the country.

        Besides it the name may hold the state ("Mejlis of Turkmenistan"), institutions that it is part of ("Совет
        Федерации Федерального Собрания") and what it is ("CNPC korporasiýasy").
        """
        for wording in wordings:
            parts = bare(wording)
            named = {p.value for p in parts if p.sort == "state"}
            records = [p for p in parts if p.sort == "record"]
            rest = {p.value for p in parts if p.sort not in {"state", "record"}}
            fitting = {
                key: part.text
                for part in records
                for key in part.value.split("|")
                if self._fits(self._records[key], countries | named, named)
                and rest <= self._said[key]
                and {p.value for p in records if p is not part} <= set(self.chains[key])
            }
            if len(fitting) == 1:
                key, text = next(iter(fitting.items()))
                return Anchor(f"organisation/{key}", "known-name", 1.0, f"'{text}' is a name of it")
        return None

    @staticmethod
    def _fits(record: Record, countries: frozenset[str] | set[str], named: set[str]) -> bool:
        if record.country is None:
            return not named  # "UN in Turkmenistan" is not the UN
        return not countries or countries == {record.country}

    def _as_body(self, found: tuple[Key, ...], owner: str | None) -> Anchor | None:
        if owner is not None:
            return None
        for key in found:
            scope = key.scope.removeprefix("country ")
            bodies = self._bodies.get(key.values, {})
            # "National economy" and "economy" differ in a weak concept only: then the weak ones decide.
            fitting = [k for k in sorted(bodies) if len(bodies) == 1 or key.full in bodies[k]]
            if len(fitting) == 1 and scope in self._states:
                return Anchor(self.body(fitting[0], scope), "every-state", 0.98, f"the {fitting[0]} of {scope}")
        return None

    def _by_concepts(self, countries: frozenset[str], found: tuple[Key, ...]) -> Anchor | None:
        for key in found:
            fitting = sorted(k for k in self._by_values.get(key.values, ()) if self._in_scope(k, key, countries))
            if len(fitting) == 1 and (key.specific or _several(key)):
                return Anchor(
                    f"organisation/{fitting[0]}",
                    "known-concepts",
                    0.95,
                    f"'{' '.join(key.values)}' is what it is called",
                )
        return None

    def _in_scope(self, candidate: str, key: Key, countries: frozenset[str]) -> bool:
        record = self._records[candidate]
        owners = {f"organisation/{k}" for k in self.chains[candidate]}
        if record.country is not None:
            return key.scope == f"country {record.country}" or (
                key.scope in owners and (not countries or countries == {record.country})
            )
        if key.scope:
            return key.scope in owners
        return record.part_of is None or len(key.values) >= _TELLING


def _several(key: Key) -> bool:
    """Tell heads that together single out a part of a known institution ("Parliamentary Assembly" of the OSCE)."""
    return len(key.values) > 1 and key.scope.startswith("organisation/")
