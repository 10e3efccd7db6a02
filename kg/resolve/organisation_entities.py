"""Entities of institutions: names, kind, country, owner and identifier of each cluster."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.authority.schema import LANGUAGES
from kg.compare.organisations import COMPARISONS
from kg.compare.render import render
from kg.language.letters import slug
from kg.model import Decision, Entity, ExternalId
from kg.resolve.names import LANGUAGES as NAME_ORDER
from kg.resolve.names import cut, longest_first, ordered, unique, usual
from kg.resolve.why import decisions, members

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.authority import Authority
    from kg.authority.schema import Identifier
    from kg.compare.organisations import Key, OrganisationProfile
    from kg.compare.wording import Reader, Wording
    from kg.model import Ref
    from kg.resolve.clusters import Clusters
    from kg.resolve.organisations import Organisations

# Kinds of institutions that a text names without the state that it is about.
_OF_A_STATE = frozenset({"ministry", "election-body", "embassy"})


class OrganisationEntities:
    """Turns clusters of institutions into entities; `id_of` maps each reference to its entity's id."""

    def __init__(self, stage: Organisations, clusters: Clusters[OrganisationProfile], reader: Reader) -> None:
        self._stage, self._clusters, self._reader = stage, clusters, reader
        self._authority: Authority = reader.authority
        self._bodies = {
            f"organisation/{key}-of-{slug(state.names.en[0])}": (key, code)
            for key in self._authority.bodies
            for code, state in self._authority.states.items()
        }
        self._states = {f"organisation/{slug(s.names.en[0])}": code for code, s in self._authority.states.items()}
        self._numbers = {numbers[0]: numbers for numbers in clusters.clusters()}
        self._first = {ref: first for first, numbers in self._numbers.items() for ref in members(clusters, numbers)}
        self._members = {first: members(clusters, numbers) for first, numbers in self._numbers.items()}
        self._anchors = self._anchored_clusters()
        self._owners = {first: self._owner(first) for first in self._numbers}
        self._english: dict[int, str | None] = {}
        for first in self._numbers:
            self._name_in_english(first, frozenset())
        wanted = {first: self._anchors[first] or self._wanted(first) for first in self._numbers}
        self._ids = unique(wanted, self._members, frozenset(first for first, a in self._anchors.items() if a))
        self.id_of: dict[Ref, str] = {ref: self._ids[first] for ref, first in self._first.items()}

    def _anchored_clusters(self) -> dict[int, str | None]:
        """The known thing that each cluster is; of clusters that a person judged different, only the first is it."""
        found: dict[int, str | None] = {}
        for first, numbers in self._numbers.items():
            anchors = {a for i in numbers if (a := self._clusters.groups[i].profile.anchor)}
            found[first] = min(anchors - {a for a in found.values() if a}, default=None)
        return found

    def _owner(self, first: int) -> int | None:
        """The cluster that most references are part of; of equals the first."""
        owners = Counter(
            self._first[owner]
            for ref in self._members[first]
            if (owner := self._stage.owner(ref)) is not None and self._first[owner] != first
        )
        return min(owners, key=lambda o: (-owners[o], o), default=None)

    def _countries(self, first: int) -> list[str]:
        found = Counter(
            c for ref in self._members[first] if (c := self._stage.found[ref].country) is not None
        )  # fmt: skip
        return sorted(found, key=lambda c: (-found[c], c))

    def _country(self, first: int) -> str | None:
        anchor = self._anchors[first]
        if anchor in self._bodies:
            return self._bodies[anchor][1]
        if anchor in self._states:
            return self._states[anchor]
        record = self._authority.records.get((anchor or "").removeprefix("organisation/"))
        if record is not None:
            return record.country
        return next(iter(self._countries(first)), None)

    def _name_in_english(self, first: int, seen: frozenset[int]) -> str | None:
        """The English name: the authority's, or else a complete rendering with the state's or owner's name."""
        if first not in self._english and first not in seen:
            self._english[first] = self._known_name(first) or self._rendered(first, seen | {first})
        return self._english.get(first)

    def _known_name(self, first: int) -> str | None:
        words = self._known_words(first)
        return words["en"][0] if words else None

    def _known_words(self, first: int) -> dict[str, tuple[str, ...]] | None:
        """The authority's names by language; of a body that every state has, its English name with the state's."""
        anchor = self._anchors[first]
        if anchor is None:
            return None
        record = self._authority.records.get(anchor.removeprefix("organisation/"))
        if record is not None:
            return {lang: record.of(lang) + record.short.of(lang) for lang in LANGUAGES}
        if anchor in self._states:
            names = self._authority.states[self._states[anchor]].names
            return {lang: names.of(lang)[:1] for lang in LANGUAGES}
        if anchor in self._bodies:
            key, code = self._bodies[anchor]
            state = self._authority.states[code].names.en[0]
            return {"en": (f"{self._authority.bodies[key].en[0]} of {state}",)}
        return None

    def _rendered(self, first: int, seen: frozenset[int]) -> str | None:
        """The rendering of the name that says most; of equals the first in order."""
        fullest = max((len(key.full) for key in self._keys(first)), default=0)
        found: set[tuple[int, str]] = set()
        for wording in self._wordings(first):
            english = render(wording, self._authority.glossary) if wording.unread() == 0 else None
            if english:
                found.add((abs(fullest - sum(p.sort == "concept" for p in wording.parts)), english))
        if not found:
            return None
        return self._scoped(min(found)[1], first, seen)

    def _scoped(self, english: str, first: int, seen: frozenset[int]) -> str | None:
        owner = self._owners[first]
        scoped_by_owner = any(
            self._clusters.groups[i].profile.owner is not None for i in self._numbers[first]
        )  # fmt: skip
        if owner is not None and scoped_by_owner:
            name = self._name_in_english(owner, seen)
            return f"{english} of the {name}" if name else None
        scopes = sorted({key.scope for key in self._keys(first)})
        scope = scopes[0].removeprefix("country ").split() if scopes[0].startswith("country ") else []
        names = [self._authority.states[code].names.en[0] for code in scope if code in self._authority.states]
        if not names:
            record = self._authority.records.get(scopes[0].removeprefix("organisation/")) if scopes[0] else None
            return f"{english} of the {record.en[0]}{self._places(first)}" if record else english
        values = {value for key in self._keys(first) for value in key.full}
        concepts = self._authority.glossary.concepts
        if len(names) > 1 and not any(concepts[v].abroad for v in values if v in concepts):
            return None  # "Японский банк … в Узбекистане": whose it is the name alone doesn't tell
        if not self._tells_state(first, scope):
            # "Общий комитет по политическим вопросам", in a text from Luxembourg; "Аппарат" is nobody's
            return english if " " in english else None
        return f"{english} of {' in '.join(names[:2])}"

    def _tells_state(self, first: int, codes: Sequence[str]) -> bool:
        """Tell an institution whose name says of which state it is, or of a kind that is some state's in any text."""
        if any(self._stage.found[ref].kind in _OF_A_STATE for ref in self._members[first]):
            return True
        return any(code in wording.of("state") for wording in self._wordings(first) for code in codes)

    def _wordings(self, first: int) -> Iterator[Wording]:
        """The names of a cluster, taken apart."""
        for ref in self._members[first]:
            lang = self._stage.language(ref)
            yield from (self._stage.own_wording(ref, text, lang) for text in self._stage.names(ref))

    def _keys(self, first: int) -> list[Key]:
        """The keys of a cluster."""
        return [key for i in self._numbers[first] for key in self._clusters.groups[i].profile.keys]

    def _places(self, first: int) -> str:
        """The countries that the keys name beside the owner: " in Uzbekistan"."""
        keys = self._keys(first)
        codes = sorted({value[1:] for key in keys for value in key.values if value.startswith("@")})
        names = [self._authority.states[code].names.en[0] for code in codes if code in self._authority.states]
        return f" in {' and '.join(names)}" if names else ""

    def _wanted(self, first: int) -> str:
        english = self._english[first]
        if english:
            return f"organisation/{cut(slug(english))}"
        preferred = usual(self._full(first), longest_first)
        lang, name = next((lang, preferred[lang]) for lang in (*NAME_ORDER, *sorted(preferred)) if lang in preferred)
        country = self._country(first)
        state = slug(self._authority.states[country].names.en[0]) if country in self._authority.states else ""
        text = slug(name, lang)
        return f"organisation/{cut(text)}" + (f"-{state}" if state and not self._says_state(name, country) else "")

    def _says_state(self, name: str, country: str | None) -> bool:
        return country in self._reader.read(name, "en", whole=False).of("state")

    def _texts(self, first: int) -> list[tuple[str, str]]:
        return [
            (text, self._stage.name_language(ref, text))
            for ref in self._members[first]
            for text in self._stage.telling_names(ref)
        ]

    def _preferred(self, first: int) -> dict[str, str]:
        return {**usual(self._texts(first), longest_first), **usual(self._full(first), longest_first)}

    def _full(self, first: int) -> list[tuple[str, str]]:
        names = [(ref, self._stage.found[ref].name) for ref in self._members[first]]
        return [(text, self._stage.name_language(ref, text)) for ref, text in names]

    def entities(self) -> list[Entity]:
        """One entity a cluster."""
        why = decisions(self._clusters, COMPARISONS)
        return [self._entity(first, why.get(self._clusters.find(first), ())) for first in self._numbers]

    def _entity(self, first: int, merged: tuple[Decision, ...]) -> Entity:
        known = self._known_words(first)
        preferred = self._preferred(first)
        texts = self._texts(first)
        english = self._english[first]
        if known:
            preferred |= {lang: words[0] for lang, words in known.items() if words}
            texts += [(word, lang) for lang, words in known.items() for word in words]
        elif english:
            preferred["en"] = english
        anchor = self._anchors[first]
        record = self._authority.records.get((anchor or "").removeprefix("organisation/"))
        kinds = Counter(self._stage.found[ref].kind for ref in self._members[first])
        kind = record.kind if record else min(kinds, key=lambda k: (-kinds[k], k))
        if anchor in self._bodies:
            kind = self._authority.bodies[self._bodies[anchor][0]].kind
        return Entity(
            self._ids[first],
            "organisation",
            ordered(texts, preferred),
            self._members[first],
            kind,
            self._country(first),
            self._part_of(first, record.key if record else None),
            tuple(sorted(ExternalId(i.iri, i.source) for i in self._identifiers(anchor))),
            (*self._anchored(first), *merged),
        )

    def _identifiers(self, anchor: str | None) -> tuple[Identifier, ...]:
        if anchor in self._states:
            return self._authority.states[self._states[anchor]].ids
        record = self._authority.records.get((anchor or "").removeprefix("organisation/"))
        return record.ids if record else ()

    def _part_of(self, first: int, record: str | None) -> str | None:
        """The owner's id: by the authority the nearest owner that these readings name, else by the readings."""
        known = set(self._ids.values())
        while record is not None:
            record = self._authority.records[record].part_of
            if record is not None and f"organisation/{record}" in known:
                return f"organisation/{record}"
        owner = self._owners[first]
        return self._ids[owner] if owner is not None and self._ids[owner] != self._ids[first] else None

    def _anchored(self, first: int) -> list[Decision]:
        return sorted(
            (
                Decision(ref, profile.anchor, profile.anchored_by, profile.anchor_score, profile.anchor_reason)
                for i in self._numbers[first]
                for profile in (self._clusters.groups[i].profile,)
                if profile.anchor and profile.anchor == self._anchors[first]
                for ref in self._clusters.groups[i].refs
            ),
            key=lambda d: d.left,
        )
