"""The institutions of a document, each with all its mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.cast.candidates import Blocking, Candidate, OrganisationGroup
from kg.interpret.cast.following import bodies_before
from kg.interpret.cast.groups import BODIES_OF_STATES, ORGANS, is_foreign, named, places_by_sentence, words
from kg.interpret.cast.home import home_of
from kg.interpret.cast.houses import UNICAMERAL
from kg.interpret.cast.likeness import find_group, find_referent
from kg.interpret.cast.listed import settle_lists
from kg.interpret.cast.name_parts import expansions, is_distant, is_joint, is_local, of_unknown, parts_of, without
from kg.interpret.cast.namesakes import name_states
from kg.interpret.cast.referred import bodies_referred
from kg.interpret.spans import begun_in
from kg.model import START, Organisation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.cast.home import Home
    from kg.language import Language
    from kg.model import Annotations, Document, OrganisationMention, PlaceMention

# The order in which mentions are grouped: names first, so that what refers to them finds them.
_ORDER = {"name": 0, "qualifier": 0, "abbreviation": 1, "short": 2}
# Kinds of institutions that a text leaves the country of unsaid where it is its own.
_OF_HOME = ORGANS | {"party"}
# Kinds that are of a text's own country only where it tells of no other.
_WHERE_ALONE = frozenset({"education", "ngo", "media", "company"})
_AT_HOME = _OF_HOME | _WHERE_ALONE
# What is looked at before a mention: an abbreviation's definition, an apposition's dash.
_BEFORE = 40
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]*[»”“\"]")


@dataclass(frozen=True, slots=True)
class Organisations:
    """Records in order of first mention, the groups they were made of, and the id for each mention."""

    records: tuple[Organisation, ...]
    groups: tuple[OrganisationGroup, ...]
    of_mention: tuple[str | None, ...]

    def group(self, identifier: str | None) -> OrganisationGroup | None:
        """The group with an id; None of none, and of a ministry that only a title implies."""
        place = int(identifier[1:]) - 1 if identifier is not None else len(self.groups)
        return self.groups[place] if place < len(self.groups) else None


def group_organisations(
    document: Document,
    annotations: Annotations,
    languages: Mapping[str, Language],
    home: Home,
    *,
    beside: Mapping[int, str],
    bearers: Sequence[str | None],
) -> Organisations:
    """Group mentions by institution: names first, then abbreviations, then short references.

    `home` is where institutions without a country are, `beside` what `told_beside` gives, `bearers` the person (by id)
    of each mention of one. States that never
    act ("Ministry of Justice of X" names X but X does nothing) are left out.
    """
    held = [(p.organisation, p.person, p.post) for p in annotations.posts if p.person is not None]
    told = bodies_before(annotations, languages)
    told |= bodies_referred(annotations, languages, home.country)
    told |= {n: beside[person] for n, person, _ in held if n is not None and person in beside}
    for n, country in list(told.items()):
        owner = annotations.organisations[n].owner
        if owner is not None and annotations.organisations[owner].kind in ORGANS:
            told.setdefault(owner, country)  # "глава отдела [Департамента торговли]"
    borne = {n: (post, bearers[person]) for n, person, post in held if n is not None and person is not None}
    grouping = _Grouping(document, annotations, languages, home, told=told, held=borne)
    mentions = annotations.organisations
    for n in sorted(
        range(len(mentions)), key=lambda n: (_ORDER[mentions[n].form], not _defined(document, mentions[n]), n)
    ):
        grouping.add(n)
    settle_lists(annotations, languages, grouping.of_mention)
    groups = [g for g in grouping.groups if g.kind != "state" or g.acts]
    name_states(annotations, grouping.of_mention, document.lang)
    groups.sort(key=lambda g: min(m.start for m in g.mentions))
    for count, group in enumerate(groups, 1):
        group.id = f"o{count}"
    of_mention = tuple((g.id or None) if g else None for g in grouping.of_mention)
    return Organisations(tuple(_record(g, document.lang) for g in groups), tuple(groups), of_mention)


def _record(group: OrganisationGroup, lang: str) -> Organisation:
    name = group.name(lang)
    return Organisation(
        id=group.id,
        name=name,
        kind=group.kind,
        country=group.country,
        part_of=(group.owner.id or None) if group.owner else None,
        mentions=tuple(sorted(group.mentions, key=START)),
        alt_names=tuple(dict.fromkeys(n for n, _, _ in group.names if n != name)),
        known=group.known,
    )


class _Grouping:
    """Collects mentions into groups, one after the other.

    `told` are countries that holders of posts tell of them, `held` the post and the person (by id) of each that a title
    before a name names.
    """

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        languages: Mapping[str, Language],
        home: Home,
        *,
        told: Mapping[int, str],
        held: Mapping[int, tuple[str, str | None]],
    ) -> None:
        self.text = document.text
        self.mentions = annotations.organisations
        self.languages = languages
        self.home = home
        self.groups: list[OrganisationGroup] = []
        self.states: dict[str | None, OrganisationGroup] = {}
        self.blocking = Blocking()
        self.of_mention: list[OrganisationGroup | None] = [None] * len(self.mentions)
        self.expansions = expansions(tuple(languages.values()))
        self.places = places_by_sentence(annotations)
        # An adjective is a school's: "Мюнхенский университет".
        self.named_home = any(p.country == home.country and p.case != "adj" for p in annotations.places)
        self.told = told
        self.held = held
        ends = {m.end: n for n, m in enumerate(self.mentions) if m.form == "name"}
        full = ((n, m.name, ends.get(m.start - 2)) for n, m in enumerate(self.mentions) if _defined(document, m))
        self.explained = {name: (before, n) for n, name, before in full if before is not None}

    def add(self, n: int) -> None:
        """Give mention `n` its group, an old one or a new one. Owners may have been added before."""
        if self.of_mention[n] is not None:
            return
        mention = self.mentions[n]
        candidate = self._candidate(n)
        group = self._find(candidate)
        if group is None:
            if mention.form == "short":
                return
            group = OrganisationGroup(
                mention.kind, self._country(candidate), mention.known, candidate.owner, local=candidate.local
            )
            told = mention.country or mention.known or mention.kind in {"international", "state"} or candidate.owner
            group.assumed = not told and mention.kind == "company"
            self.groups.append(group)
        self.of_mention[n] = group
        _collect(group, candidate)
        if group.kind == "state":
            self.states[group.country] = group
        else:
            self.blocking.add(group, candidate)

    def _find(self, candidate: Candidate) -> OrganisationGroup | None:
        mention = candidate.mention
        if mention.kind == "state":
            return self.states.get(mention.country)
        find = find_referent if mention.form == "short" else find_group
        return find(candidate, self.blocking)

    def _candidate(self, n: int) -> Candidate:
        mention = self.mentions[n]
        language, full = self.languages[mention.lang], self._full(mention)
        heads, content = parts_of(language, self._own_name(mention) if full == mention.name else full)
        local = any(p.kind in {"town", "region"} and p.end <= mention.end for p in self._begun_in(mention))
        local = local or is_local(language, full)
        before = self.text[max(0, mention.start - _BEFORE) : mention.start]
        owner = self._owner(mention)
        told = mention.country or mention.kind in {"international", "state"} or mention.known
        held = None if is_joint(language, mention.name) else self.told.get(n)  # its two chairs are of two states
        country = mention.country if told else owner.country if owner else held
        return Candidate(mention, language, owner, heads, content, local, before, country, self.held.get(n))

    def _begun_in(self, mention: OrganisationMention) -> Sequence[PlaceMention]:
        """The places that begin within a mention, in order; one may end behind it ("the [OSCE] region")."""
        return begun_in(self.places[mention.sentence], mention.start, mention.end)

    def _owner(self, mention: OrganisationMention) -> OrganisationGroup | None:
        """The owner's group; an owner is a name or abbreviation that may come later in the order of grouping."""
        if mention.owner is None:
            return None
        for n in self.explained.pop(self.mentions[mention.owner].name, ()):
            self.add(n)  # "CICA-nyň komiteti" is of the council that "Geňeş (CICA)" names
        self.add(mention.owner)
        return self.of_mention[mention.owner]

    def _country(self, candidate: Candidate) -> str | None:
        """The country of a new group: the one that is told, or the document's home."""
        mention = candidate.mention
        if candidate.country or candidate.owner or mention.known or mention.kind not in _AT_HOME:
            return candidate.country
        foreign = mention.kind in _WHERE_ALONE and is_foreign(mention.name, mention.lang)
        foreign = foreign or (mention.rule.endswith(".brand") and not self.named_home)
        foreign = foreign or of_unknown(candidate.language, mention.name)
        own = not foreign and not self._shared(candidate) and (self.home.alone or self._of_home(candidate))
        return self.home.country if own else None

    def _shared(self, candidate: Candidate) -> bool:
        """Tell a body of several states, or of a place that isn't the home's: "межправительственная комиссия"."""
        language, mention = candidate.language, candidate.mention
        if is_joint(language, mention.name) or is_distant(language, mention.name):
            return True
        return any(p.country != self.home.country for p in self._begun_in(mention))

    def _of_home(self, candidate: Candidate) -> bool:
        """Tell a body of the home in a text that tells of several countries, in which any body may have departments.

        "Департамент по связям", but "Национальный совет по туризму". Where a language is that of the home, a word for
        the whole state tells it of other bodies, too: "«Turan» döwlet konserni". Where the houses of its parliament
        are known, an "Ұлттық ассамблея" is another state's.
        """
        data, mention = candidate.language.institutions, candidate.mention
        houses = {head.lemma for head in data.heads if head.chamber} if mention.kind == "parliament" else set[str]()
        if houses and candidate.heads and houses.isdisjoint(candidate.heads):
            return False
        whole = [candidate.language.forms(data.statewide)[word] for word in words(_QUOTED.sub("", mention.name))]
        if mention.kind in _WHERE_ALONE:  # but "Losewo döwlet uniwersiteti"
            return whole[:1] == [True] and home_of(mention.lang) == self.home.country
        return any(whole) or mention.kind != "government" or data.units.isdisjoint(candidate.heads)

    def _full(self, mention: OrganisationMention) -> str:
        """What an abbreviation that the language file lists stands for, else the name: "ҚР СІМ", "Kazakh MFA"."""
        if mention.form != "abbreviation":
            return mention.name
        bare = mention.name if self.languages[mention.lang].fusional else mention.name.rpartition(" ")[2]
        return self.expansions.get(mention.name) or self.expansions.get(bare, mention.name)

    def _own_name(self, mention: OrganisationMention) -> str:
        """A mention's name without the words of its owner and of its country."""
        phrases = self.languages[mention.lang].institutions.members if mention.owner is not None else ()
        cut = [self.mentions[mention.owner].text] if mention.owner is not None else []
        stateless = mention.country is None  # "Group on Relations with Chile" is another than "… with Peru"
        inside = (p for p in self._begun_in(mention) if p.kind == "country" and p.end <= mention.end)
        cut += [_nominative(mention, p) for p in inside if p.case == "adj" or not stateless]
        return without(mention.name, phrases, cut)


def _nominative(mention: OrganisationMention, place: PlaceMention) -> str:
    """A place within a mention as its name has it: "[Чилийского] парламента" is "Чилийский парламент"."""
    told, name, own = mention.text.split(), mention.name.split(), place.text.split()
    first = len(mention.text[: place.start - mention.start].split())
    whole = told[first : first + len(own)] == own  # but "[узбекско]-японская комиссия"
    return " ".join(name[first : first + len(own)]) if whole and len(told) == len(name) else place.text


def _defined(document: Document, mention: OrganisationMention) -> bool:
    """Tell an abbreviation in brackets, which its full name explains, also where it stands in the headline before."""
    start, end = mention.start, mention.end
    return mention.form == "abbreviation" and document.text[start - 1 : start] + document.text[end : end + 1] == "()"


def _collect(group: OrganisationGroup, candidate: Candidate) -> None:
    """Add a mention to its group."""
    mention = candidate.mention
    group.known = group.known or mention.known
    if group.kind == mention.kind == "company" and mention.country and (group.assumed or not group.country):
        group.country, group.assumed = mention.country, False
    if {group.kind, mention.kind} <= BODIES_OF_STATES and group.country is None and not group.known:
        group.country = mention.country  # "Security Council secretaries met. The Security Council of Chile"
    if group not in _owners(candidate.owner):
        group.owner = group.owner or candidate.owner
    group.heads |= candidate.heads
    if candidate.held is not None and candidate.country is None:
        group.alone.add(mention.sentence)
        group.holders.setdefault(candidate.held[0], candidate.held[1])
    if mention.form in {"name", "qualifier"} or (candidate.content and mention.form == "abbreviation"):
        group.contents.append(candidate.content)
    if mention.form == "name" and mention.kind == "international" and group.kind != "state":
        if group.kind != "international" and not group.known:
            group.country = mention.country  # that of the document was assumed before its owner was named
        group.kind = "international"
    group.acts = group.acts or mention.form == "name"
    if mention.kind == "parliament" and group.country in UNICAMERAL and not candidate.content:
        group.nouns.add(mention.name)  # "Turkish parliament" beside the name of the house
    group.names.append((mention.name, mention.form, mention.lang))
    group.mentions.append(named(mention, mention.form))


def _owners(group: OrganisationGroup | None) -> list[OrganisationGroup]:
    """A group with its owner, the owner's owner, and so on."""
    found = []
    while group is not None:
        found.append(group)
        group = group.owner
    return found
