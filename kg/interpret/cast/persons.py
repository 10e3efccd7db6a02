"""Mentions of one person: full names in any order and spelling, initials, surnames."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from kg.interpret.cast.groups import named, words
from kg.interpret.cast.spellings import ALIKE, Spellings
from kg.model import START

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.model import NamedMention, PersonMention

_LONG = 4


@dataclass(slots=True, eq=False)
class PersonGroup:
    """A person while his mentions are being collected.

    `names` are distinct nominative forms in the order of collecting, `name` is the fullest of them: that of most words
    that are no initials, then the first.
    """

    id: str
    name: str = ""
    names: list[str] = field(default_factory=list)
    mentions: list[NamedMention] = field(default_factory=list)

    def call(self, name: str) -> None:
        """Note one more form of the name."""
        self.names.append(name)
        self.name = max(self.name, name, key=_whole_words)


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons in order of first mention, and the id for each mention."""

    groups: tuple[PersonGroup, ...]
    of_mention: tuple[str | None, ...]


# The rule of a surname behind a title or an honorific, which where heads stand first is a name by itself: "Mr Brown".
_TITLED = frozenset({"en.title-name", "ru.title-name", "ru.title-complement"})


def group_persons(mentions: Sequence[PersonMention], languages: Mapping[str, Language]) -> Persons:
    """Group mentions by person. Full names are grouped first, so that an earlier surname finds its person too."""
    groups: list[PersonGroup] = []
    called: defaultdict[tuple[str, ...], list[PersonGroup]] = defaultdict(list)  # by the first word of a name
    of_mention: list[str | None] = [None] * len(mentions)
    spellings = Spellings()
    order = sorted(range(len(mentions)), key=lambda n: (mentions[n].form != "name", mentions[n].start))
    for n in order:
        mention = mentions[n]
        if n and (again := of_mention[n - 1]) is not None and _respelt(mentions[n - 1], mention):
            of_mention[n] = again
            groups[int(again[1:]) - 1].mentions.append(named(mention, "name"))
            continue
        parts = words(mention.name)
        fitting = [groups[k] for k in spellings.like(parts) if _same(groups[k], parts)]
        spelt = [g for g in fitting if any({*parts} <= {*words(name)} for name in g.names)]  # "Ким", "Кимова"
        group = _nearest(spelt or fitting, mention.start)
        if group is None and _by_father(parts, languages[mention.lang]):
            group = called[parts[:1]][0] if len(called[parts[:1]]) == 1 else None
        if group is None:
            if mention.form == "surname" and mention.rule not in _TITLED:
                continue
            group = PersonGroup(f"#{len(groups) + 1}")
            groups.append(group)
        if mention.name not in group.names:
            group.call(mention.name)
            spellings.add(int(group.id[1:]) - 1, parts)
            if group not in called[parts[:1]]:
                called[parts[:1]].append(group)
        group.mentions.append(named(mention, "name" if mention.form == "name" else "abbreviation"))
        of_mention[n] = group.id
    groups.sort(key=lambda g: min(m.start for m in g.mentions))
    renamed = {}
    for count, group in enumerate(groups, 1):
        renamed[group.id] = group.id = f"p{count}"
        group.mentions.sort(key=START)
    return Persons(tuple(groups), tuple(renamed.get(i) if i else None for i in of_mention))


def _whole_words(name: str) -> int:
    """How many words of a name are no initials; fewer than none where there is no name."""
    return sum(len(word) > 1 for word in words(name)) if name else -1


def _respelt(before: PersonMention, mention: PersonMention) -> bool:
    """Tell a name in brackets that is the one before it in another script: "Кнут Хансен (Knut Hansen)"."""
    return mention.start == before.end + len(" (") and mention.name[0].isascii() != before.name[0].isascii()


def _by_father(parts: tuple[str, ...], language: Language) -> bool:
    """Tell a given name and a patronymic, which respect somebody named before: "Ерлан Досов", "Ерлан Серікұлы"."""
    if not language.head_final or len(parts) != 2:  # noqa: PLR2004 - both; elsewhere a surname may end so: "Myasnikovich"
        return False
    return parts[1].endswith(tuple(p.ending for p in language.names.patronymics))


def _nearest(groups: Sequence[PersonGroup], start: int) -> PersonGroup | None:
    """Of several persons who fit, the one named last before `start`, else the first after it."""
    if len(groups) < 2:  # noqa: PLR2004 - nothing to choose
        return groups[0] if groups else None
    return min(groups, key=lambda g: min((start < m.start, abs(start - m.start)) for m in g.mentions))


def _same(group: PersonGroup, parts: tuple[str, ...]) -> bool:
    return any(_agree(words(name), parts) for name in group.names)


def _agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether the parts of two names can belong to one person.

    Every part of the shorter must match a part of the longer: an initial its beginning, a word its spelling; and
    at least one whole word must match.
    """
    if len(left) > len(right):
        left, right = right, left
    free = list(right)
    whole = 0
    for part in sorted(left, key=len, reverse=True):
        match = next((w for w in sorted(free, key=len, reverse=True) if _part_agrees(part, w)), None)
        if match is None:
            return False
        free.remove(match)
        whole += len(part) > 1 and len(match) > 1
    return whole > 0


def _part_agrees(part: str, word: str) -> bool:
    if len(part) == 1 or len(word) == 1:
        return part[0] == word[0]
    return part == word or (
        part[0] == word[0] and len(part) >= _LONG and Levenshtein.normalized_similarity(part, word) >= ALIKE
    )
