"""Mentions of one institution: full and shorter names, abbreviations, references such as "the Commission"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import named, stems, words
from kg.model import Organisation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.model import Annotations, Document, NamedMention, OrganisationMention


# A dash, after an abbreviation in brackets or not, right before a name.
_DASH = re.compile(r"(?:\s*\([^()]*\))?\s*[–—-]\s+$")
_NEAR = 40


@dataclass(slots=True)
class OrganisationGroup:
    """An institution while its mentions are being collected; lists are in text order."""

    kind: str
    country: str | None
    known: str | None
    owner: OrganisationGroup | None
    id: str = ""
    names: list[tuple[str, str, str]] = field(default_factory=list)
    mentions: list[NamedMention] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    contents: list[frozenset[str]] = field(default_factory=list)
    local: bool = False
    acts: bool = False

    def name(self, lang: str) -> str:
        """The fullest name in the document's language, else in any; a name before an abbreviation."""
        return max(self.names, key=lambda n: (n[1] != "abbreviation", n[2] == lang, len(n[0])))[0]


@dataclass(frozen=True, slots=True)
class Organisations:
    """Records in order of first mention, the groups they were made of, and the id for each mention."""

    records: tuple[Organisation, ...]
    groups: tuple[OrganisationGroup, ...]
    of_mention: tuple[str | None, ...]


def group_organisations(
    document: Document, annotations: Annotations, languages: Mapping[str, Language], home: str | None
) -> Organisations:
    """Group mentions by institution: names first, then abbreviations, then short references.

    States that never act ("Ministry of Justice of X" names X but X does nothing) are left out.
    """
    grouping = _Grouping(document, annotations, languages, home)
    mentions = annotations.organisations
    rank = {"name": 0, "qualifier": 0, "abbreviation": 1, "short": 2}
    for n in sorted(range(len(mentions)), key=lambda n: (rank[mentions[n].form], n)):
        grouping.add(n)
    groups = [g for g in grouping.groups if g.kind != "state" or g.acts]
    groups.sort(key=lambda g: min(m.start for m in g.mentions))
    for count, group in enumerate(groups, 1):
        group.id = f"o{count}"
    records = []
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)
        name = group.name(document.lang)
        others = tuple(dict.fromkeys(n for n, _, _ in group.names if n != name))
        records.append(
            Organisation(
                group.id,
                name,
                group.kind,
                group.country,
                (group.owner.id or None) if group.owner else None,
                tuple(group.mentions),
                others,
                group.known,
            )  # fmt: skip
        )
    of_mention = tuple((g.id or None) if g else None for g in grouping.of_mention)
    return Organisations(tuple(records), tuple(groups), of_mention)


class _Grouping:
    def __init__(
        self, document: Document, annotations: Annotations, languages: Mapping[str, Language], home: str | None
    ) -> None:
        self.text = document.text
        self.annotations = annotations
        self.mentions = annotations.organisations
        self.languages = languages
        self.home = home
        self.groups: list[OrganisationGroup] = []
        self.of_mention: list[OrganisationGroup | None] = [None] * len(self.mentions)
        self.expansions = {
            a.text: a.name for language in languages.values() for a in language.institutions.abbreviations
        }
        self.towns = [(p.start, p.end) for p in annotations.places if p.kind in {"town", "region"}]

    def add(self, n: int) -> None:
        """Give mention `n` its group: the first rule that finds one wins. Owners may have been added before."""
        if self.of_mention[n] is not None:
            return
        mention = self.mentions[n]
        owner = self._owner(mention)
        heads, content = self._parts(mention)
        local = self._local(mention)
        group = self._find(n, mention, owner, heads, content, local=local)
        if group is None:
            if mention.form == "short":
                return
            country = mention.country
            if country is None and mention.kind not in {"international", "state"} and mention.form != "abbreviation":
                country = owner.country if owner else self.home
            if country is None and mention.form == "abbreviation" and mention.known is None:
                country = self.home if mention.kind != "international" else None
            group = OrganisationGroup(mention.kind, country, mention.known, owner, local=local)
            self.groups.append(group)
        self.of_mention[n] = group
        group.known = group.known or mention.known
        group.owner = group.owner or (owner if owner is not group else None)
        group.heads |= heads
        if content and mention.form == "abbreviation":
            group.contents.append(content)
        if mention.form in {"name", "qualifier"}:
            group.contents.append(content)
            if mention.kind == "international" and group.kind != "state":
                group.kind = "international"
        group.acts = group.acts or mention.form == "name"
        group.names.append((mention.name, mention.form, mention.lang))
        group.mentions.append(named(mention, mention.form))

    def _owner(self, mention: OrganisationMention) -> OrganisationGroup | None:
        """The owner's group; an owner is a name or abbreviation that may come later in the order of grouping."""
        if mention.owner is None:
            return None
        if self.of_mention[mention.owner] is None:
            self.add(mention.owner)
        return self.of_mention[mention.owner]

    def _parts(self, mention: OrganisationMention) -> tuple[set[str], frozenset[str]]:
        """The head noun (if any) and the other content words of a name, without owner, country and small words.

        The head is the last of the head nouns in Turkic, the first in English and Russian.
        """
        language = self.languages[mention.lang]
        if mention.form == "abbreviation" and mention.name in self.expansions:
            name = self.expansions[mention.name]
        else:
            name = self._own_name(mention)
        heads: list[str] = []
        plain: list[str] = []
        small = {*language.institutions.stop, *language.institutions.and_, *language.institutions.purpose}
        for word in words(name):
            hit = language.institution_heads.find(word)
            if hit:
                heads.append(hit.entry.lemma)
            if word not in small:
                plain.append(word)
        head = heads[0 if mention.lang in {"en", "ru"} else -1] if heads else None
        others = [w for w in plain if (hit := language.institution_heads.find(w)) is None or hit.entry.lemma != head]
        return {head} if head else set(), stems(" ".join(others))

    def _own_name(self, mention: OrganisationMention) -> str:
        """A mention's name without the words of its owner and of its country."""
        name = mention.name
        cut = []
        if mention.owner is not None:
            cut.append(self.mentions[mention.owner].text)
        cut += [
            p.text
            for p in self.annotations.places
            if p.kind == "country" and mention.start <= p.start and p.end <= mention.end
        ]
        for words_ in cut:
            name = name.replace(" ".join(words_.split()), " ")
        return name

    def _local(self, mention: OrganisationMention) -> bool:
        return any(mention.start <= start and end <= mention.end for start, end in self.towns)

    def _find(
        self,
        n: int,
        mention: OrganisationMention,
        owner: OrganisationGroup | None,
        heads: set[str],
        content: frozenset[str],
        *,
        local: bool,
    ) -> OrganisationGroup | None:
        if mention.kind == "state":
            return next((g for g in self.groups if g.kind == "state" and g.country == mention.country), None)
        if mention.form == "short":
            return self._referent(mention, heads)
        others = [g for g in self.groups if g.kind != "state"]
        rules = (
            lambda g: mention.known is not None and g.known == mention.known,
            lambda g: mention.form == "abbreviation" and mention.name in {x for x, _, _ in g.names},
            lambda g: self._defines(n, g),
            lambda g: self._same_name(g, mention, owner, heads, content),
            lambda g: self._national_election_body(g, mention, local=local),
            lambda g: self._shorter(g, mention, owner, heads, content),
            lambda g: self._apposition(mention, g, heads),
            lambda g: self._same_outlet(mention, g),
        )
        for rule in rules:
            found = [g for g in others if rule(g) and not self._contradicts(g, mention)]
            if found:
                return found[0]
        single = mention.form == "name" and not content and owner is None and mention.country is None
        return self._referent(mention, heads) if single and len(words(mention.name)) == 1 else None

    def _contradicts(self, group: OrganisationGroup, mention: OrganisationMention) -> bool:
        known = group.known and mention.known and group.known != mention.known
        country = group.country and mention.country and group.country != mention.country
        return bool(known or country)

    def _defines(self, n: int, group: OrganisationGroup) -> bool:
        """An abbreviation in brackets right after a name of the group."""
        mention = self.mentions[n]
        if mention.form != "abbreviation":
            return False
        before = self.text[: mention.start].rstrip()
        if not before.endswith("("):
            return False
        end = len(before[:-1].rstrip())
        return any(m.end == end for m in group.mentions)

    def _apposition(self, mention: OrganisationMention, group: OrganisationGroup, heads: set[str]) -> bool:
        """A second name with the same head after a dash: "Halkara … Guramasy (HMG) – BMG-niň … Guramasy"."""
        dash = _DASH.search(self.text, max(0, mention.start - _NEAR), mention.start)
        return bool(heads & group.heads and dash and any(m.end == dash.start() for m in group.mentions))

    @staticmethod
    def _same_name(
        group: OrganisationGroup,
        mention: OrganisationMention,
        owner: OrganisationGroup | None,
        heads: set[str],
        content: frozenset[str],
    ) -> bool:
        """The same words; heads may differ where owner and words agree ("OSCE bureau for…", "Office for… of the OSCE")."""
        if content not in group.contents or (owner and group.owner and owner is not group.owner):
            return False
        if heads == group.heads or heads & group.heads:
            return bool(content) or mention.kind == "parliament" or owner is group.owner
        return owner is not None and owner is group.owner and len(content) > 1

    @staticmethod
    def _same_outlet(mention: OrganisationMention, group: OrganisationGroup) -> bool:
        """The outlet that reports and the domain in the source line are one."""
        rules = {m.rule.partition(".")[2] for m in group.mentions}
        return mention.rule.endswith(".source-line") and rules == {"reported-by"} and "." in mention.name

    @staticmethod
    def _national_election_body(group: OrganisationGroup, mention: OrganisationMention, *, local: bool) -> bool:
        """A state has one election commission for the whole country, whatever words it goes by."""
        both = group.kind == mention.kind == "election-body" and mention.form != "abbreviation"
        return both and not local and not group.local and group.owner is None and mention.owner is None

    @staticmethod
    def _shorter(
        group: OrganisationGroup,
        mention: OrganisationMention,
        owner: OrganisationGroup | None,
        heads: set[str],
        content: frozenset[str],
    ) -> bool:
        """A shorter name with the same head and no word that the full one lacks."""
        if not heads & group.heads or len(content) < 2 or mention.form != "name":
            return False
        if owner and group.owner and owner is not group.owner:
            return False
        return any(content < full for full in group.contents)

    def _referent(self, mention: OrganisationMention, heads: set[str]) -> OrganisationGroup | None:
        """What "the Commission" refers to: the institution with that head named last before it."""
        before = [g for g in self.groups if heads & g.heads and g.mentions[0].start < mention.start]
        return max(
            before, key=lambda g: max(m.start for m in g.mentions if m.start < mention.start), default=None
        ) or self._by_word(mention)

    def _by_word(self, mention: OrganisationMention) -> OrganisationGroup | None:
        """Or the one whose name ends with that very word ("Достастық")."""
        stem = stems(mention.name)
        found = [
            g
            for g in self.groups
            if g.mentions[0].start < mention.start and any(stem <= stems(x) for x, f, _ in g.names if f == "name")
        ]
        return found[-1] if found else None


def find_ministry(groups: Sequence[OrganisationGroup], portfolio: frozenset[str], country: str | None) -> str | None:
    """Id of the ministry that a minister's portfolio names ("Daşary işler ministri"), or None."""
    for group in groups:
        fits = group.country == country or country is None or group.country is None
        if group.kind == "ministry" and fits and portfolio and portfolio in group.contents:
            return group.id
    return None
