"""Which reports are of one event, over all readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.compare.events import COMPARISONS, CONTRADICTIONS, EventProfile
from kg.compare.keys import bare, values
from kg.compare.lookup import guess
from kg.language.letters import fold, slug
from kg.model import EventCluster, Ref
from kg.resolve.decide import decide
from kg.resolve.names import cut, unique
from kg.resolve.titles import SERIES
from kg.resolve.why import decisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.compare.known import Known
    from kg.compare.wording import Reader
    from kg.model import Entity, Event, Reading
    from kg.resolve.verdicts import Verdicts

_SHOWN = 3  # participants that an event's identifier names
_NAME_WORDS = 8
# What every election's name says.
_OF_ELECTIONS = frozenset({"election", "holding", "'election", "regular", "extraordinary"})


class Events:
    """Clusters the events.

    `entity_of` maps references of actors to entity ids, `stands_for` a person's id to the ids of the institutions
    in whose posts the person is.
    """

    def __init__(
        self,
        readings: Mapping[str, Reading],
        reader: Reader,
        known: Known,
        *,
        entities: Mapping[str, Entity],
        entity_of: Mapping[Ref, str],
        stands_for: Mapping[str, frozenset[str]],
    ) -> None:
        self._reader, self._known = reader, known
        self._entities, self._entity_of, self._stands_for = entities, entity_of, stands_for
        self._events: dict[Ref, Event] = {}
        self._lang: dict[Ref, str] = {}
        self._profiles: dict[Ref, EventProfile] = {}
        for reading in readings.values():
            for event in reading.events:
                ref = Ref(reading.id, event.id)
                self._events[ref], self._lang[ref] = event, reading.lang
                self._profiles[ref] = self._profile(ref, event)

    def _profile(self, ref: Ref, event: Event) -> EventProfile:
        local = (*event.attended_by, *event.organised_by, *event.chaired_by)
        actors = frozenset(self._entity_of[r] for r in (Ref(ref.document, a) for a in local) if r in self._entity_of)
        town, country = self._place(event.place, self._lang[ref])
        elects, elects_in = self._elects(event, self._lang[ref])
        states = frozenset(a for a in actors if self._entities[a].kind == "state")
        return EventProfile(
            event.type,
            event.start,
            event.end,
            actors,
            frozenset(reached for actor in actors for reached in self._reach(actor)),
            states,
            self._entity_of.get(Ref(ref.document, event.id + SERIES)),
            event.ordinal,
            town,
            country or elects_in,
            event.format,
            elects,
        )

    def _reach(self, actor: str) -> set[str]:
        """An actor's id, those of the institutions that it stands for, and of what these are part of."""
        found: set[str] = set()
        waiting = [actor]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting.extend(self._stands_for.get(here, ()))
                entity = self._entities.get(here)
                if entity is not None and entity.part_of:
                    waiting.append(entity.part_of)
                if entity is not None and entity.country and entity.type != "organisation":
                    found.add(self._known.state(entity.country))
        return found

    def _place(self, place: str | None, lang: str) -> tuple[str | None, str | None]:
        """The fold of a town, and the code of a country."""
        if not place:
            return None, None
        parts = bare(self._reader.read(place, lang))
        if len(parts) == 1 and parts[0].sort == "state":
            return None, parts[0].value
        towns = [p.value for p in parts if p.sort == "place"]
        return (towns[0] if len(towns) == 1 else fold(place)), None

    def _elects(self, event: Event, lang: str) -> tuple[tuple[str, ...], str | None]:
        """What an election fills, as values, and the country that its wording names."""
        if event.type != "election":
            return (), None
        found: set[str] = set()
        states: set[str] = set()
        for text in event.elects or (event.name,):
            parts = bare(self._reader.read(text, lang))
            strong, _, _ = values(
                [p for p in parts if p.sort not in {"state", "number"}], self._reader.authority.glossary, ""
            )
            found.update(set(strong) - _OF_ELECTIONS)
            states.update(p.value for p in parts if p.sort == "state")
        return tuple(sorted(found)), min(states) if len(states) == 1 else None

    def clusters(self, verdicts: Verdicts) -> list[EventCluster]:
        """Cluster the events, each with its identifier."""
        clusters, refs = decide(self._profiles, COMPARISONS, CONTRADICTIONS, verdicts)
        wanted = {first: f"event/{cut(self._slug(refs[first]))}" for first in refs}
        ids = unique(wanted, refs)
        why = decisions(clusters, COMPARISONS)
        return [EventCluster(ids[first], refs[first], why.get(clusters.find(first), ())) for first in refs]

    def _slug(self, refs: tuple[Ref, ...]) -> str:
        """Date, type, and who or what: by the report whose date is the most precise, then the first."""
        profiles = [self._profiles[ref] for ref in refs]
        start = max((p.start or "" for p in profiles), key=lambda s: (len(s), s))
        kind = min(p.type for p in profiles)
        return "-".join(filter(None, (slug(start), kind, self._subject(refs, profiles))))

    def _subject(self, refs: tuple[Ref, ...], profiles: list[EventProfile]) -> str:
        elects = next((p for p in profiles if p.elects), None)
        if elects is not None:
            state = self._known.state(elects.country).partition("/")[2] if elects.country else ""
            known = [value for value in elects.elects if not value.startswith("'")]
            words = [slug(value.strip("'@").removesuffix(f"-of-{state}")) for value in known or elects.elects]
            return "-".join(filter(None, (*words, "of" if state else "", state)))
        sitting = next((p for p in profiles if p.series), None)
        if sitting is not None and sitting.series:
            number = str(sitting.ordinal) if sitting.ordinal is not None else ""
            return "-".join(filter(None, (sitting.series.partition("/")[2], number)))
        actors = frozenset().union(*(p.actors - p.states for p in profiles)) or frozenset().union(
            *(p.states for p in profiles)
        )
        if actors:
            shown = sorted(actors, key=lambda a: (not a.startswith("person/"), a))[:_SHOWN]
            return "-".join(actor.partition("/")[2] for actor in shown)
        first = min(refs)
        name = self._events[first].name
        return "-".join(slug(name, guess(name, self._lang[first])).split("-")[:_NAME_WORDS])
