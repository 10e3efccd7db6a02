"""Instruments and dialogue series of all readings.

A series has no local id in a reading: its references are those of its events with "/series" (`e1/series`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.compare.keys import bare, values
from kg.compare.lookup import guess
from kg.compare.render import render
from kg.compare.titles import COMPARISONS, CONTRADICTIONS, TitleProfile
from kg.compare.wording import Wording
from kg.language.letters import slug
from kg.model import Entity, Ref
from kg.resolve.decide import decide
from kg.resolve.names import LANGUAGES as NAME_ORDER
from kg.resolve.names import cut, longest_first, ordered, unique, usual
from kg.resolve.why import decisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.compare.known import Known
    from kg.compare.wording import Reader
    from kg.model import Name, Reading
    from kg.resolve.verdicts import Verdicts

SERIES = "/series"


class Titles:
    """Clusters what is known by its title: instruments, or the series of sittings."""

    def __init__(self, readings: Mapping[str, Reading], reader: Reader, known: Known, sort: str) -> None:
        self._reader, self._known, self._sort = reader, known, sort
        self._titles: dict[Ref, tuple[str, str]] = {}
        self._profiles: dict[Ref, TitleProfile] = {}
        for reading in readings.values():
            home = _only_country(reading)
            if sort == "instrument":
                for instrument in reading.instruments:
                    self._add(Ref(reading.id, instrument.id), instrument.name, instrument.kind, reading.lang, home)
            else:
                for event in reading.events:
                    if event.series:
                        self._add(Ref(reading.id, event.id + SERIES), event.series, sort, reading.lang, None)

    def _add(self, ref: Ref, name: str, kind: str, lang: str, home: str | None) -> None:
        self._titles[ref] = (name, guess(name, lang))
        wording = self._reader.read(name, lang, whole=False)
        parts = bare(wording)
        strong, _, _ = values(
            [p for p in parts if p.sort in {"concept", "word", "place"}], self._reader.authority.glossary, ""
        )
        parties = {f"organisation/{p.value}" for p in parts if p.sort == "record"}
        parties |= {self._known.state(p.value) for p in parts if p.sort == "state"}
        worldwide = kind == "convention"
        if not parties and home and not worldwide:
            parties = {self._known.state(home)}
        self._profiles[ref] = TitleProfile(
            kind,
            strong,
            tuple(sorted(p.value for p in parts if p.sort == "number")),
            () if worldwide else tuple(sorted(parties)),
            worldwide,
        )

    def entities(self, verdicts: Verdicts) -> list[Entity]:
        """Cluster, and give one entity a cluster."""
        clusters, refs = decide(self._profiles, COMPARISONS, CONTRADICTIONS, verdicts)
        english = {first: self._rendered(refs[first], clusters.groups[first].profile) for first in refs}
        wanted = {first: f"{self._sort}/{cut(self._slug(refs[first], english[first]))}" for first in refs}
        ids = unique(wanted, refs)
        why = decisions(clusters, COMPARISONS)
        return [
            Entity(
                ids[first],
                self._sort,
                self._named(refs[first], english[first]),
                refs[first],
                clusters.groups[first].profile.kind if self._sort == "instrument" else None,
                decisions=why.get(clusters.find(first), ()),
            )
            for first in refs
        ]

    def _rendered(self, refs: tuple[Ref, ...], profile: TitleProfile) -> str | None:
        """The title in English from its concepts, whose it is and its years, by the first member that gives one."""
        for ref in refs:
            name, lang = self._titles[ref]
            wording = self._reader.read(name, lang, whole=False)
            own = tuple(p for p in wording.parts if p.sort not in {"state", "record", "number"})
            words = Wording(own, wording.lang)
            english = render(words, self._reader.authority.glossary)
            if english:
                parties = [self._known.english(party) for party in profile.parties]
                of = f" of {' and '.join(parties)}" if parties else ""
                return " ".join([english + of, "–".join(profile.numbers)]).strip()
        return None

    def _slug(self, refs: tuple[Ref, ...], english: str | None) -> str:
        if english:
            return slug(english)
        preferred = usual([self._titles[ref] for ref in refs], longest_first)
        lang = next(lang for lang in (*NAME_ORDER, *sorted(preferred)) if lang in preferred)
        return slug(preferred[lang], lang) or self._sort

    def _named(self, refs: tuple[Ref, ...], english: str | None) -> tuple[Name, ...]:
        texts = [self._titles[ref] for ref in refs]
        preferred = usual(texts, longest_first)
        if english and self._sort == "series":  # an instrument is a work: it is cited as it is worded
            preferred["en"] = english
        return ordered(texts, preferred)


def _only_country(reading: Reading) -> str | None:
    """The country of a reading's institutions where all are of one: whose a "national plan" is, unless it says."""
    found = {o.country for o in reading.organisations if o.country and o.kind != "state"}
    return found.pop() if len(found) == 1 else None
