"""Names of institutions that are widely known, or abbreviations common to a language, found in one pass."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.annotate.organisations.draft import Draft, kind_of
from kg.annotate.organisations.inflect import agreeing_adjective, toponymic
from kg.annotate.organisations.outlets import Outlets
from kg.annotate.organisations.runs import eponym
from kg.language.case import lower

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.view import View
    from kg.authority import Authority
    from kg.language import Language

# An acronym is matched with its capitals; longer names whatever the capitals after the first.
_LONGEST_ACRONYM = 7
# Tokens from an institution at the beginning of a sentence to what it owns.
_OWNED = 5
# Kinds of bodies that a state has, so that its name may follow theirs.
_OF_STATE = frozenset({"ministry", "government", "parliament", "election-body", "court", "ngo"})
# In Turkic languages an owner stands first: a short name at the end of a full one is that one's.
_HEAD_FINAL = ("tk.", "kk.")


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    name: str
    kind: str
    country: str | None
    key: str | None
    acronym: bool
    lang: str | None


class KnownNames:
    """An index over the names of the authority and the abbreviations of the languages; and the cues of outlets."""

    def __init__(self, authority: Authority, languages: Mapping[str, Language]) -> None:
        entries: dict[str, list[_Entry]] = {}
        for text, lang, key in authority.names():
            record = authority.records[key]
            if record.kind == "person":
                continue
            entry = _Entry(text, text, record.kind, record.country, key, _is_acronym(text), lang)
            entries.setdefault(lower(text), []).append(entry)
        for code, language in languages.items():
            for a in language.institutions.abbreviations:
                entry = _Entry(a.text, a.text, a.kind, a.country, None, acronym=True, lang=code)
                entries.setdefault(lower(a.text), []).append(entry)
        self._wholes = {key: record.part_of for key, record in authority.records.items() if record.part_of}
        self.outlets = Outlets(languages.values())
        self._entries = entries
        self._patterns = sorted(entries)
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard)
        self._by_name = {name: found[0] for name, found in entries.items()}

    def key_of(self, name: str) -> str | None:
        """The key of the authority record that has exactly this name, whatever its capitals, or None."""
        entry = self._by_name.get(lower(name))
        return entry.key if entry else None

    def country_of(self, name: str) -> str | None:
        """The country of the authority record that has exactly this name, or None."""
        entry = self._by_name.get(lower(name))
        return entry.country if entry else None

    def find(self, text: str, views: Sequence[View]) -> dict[int, list[Draft]]:
        """Known names by sentence index; of overlapping ones the longest, then the leftmost."""
        folded = lower(text)
        starts = [v.sentence.start for v in views]
        found: dict[int, list[Draft]] = {}
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum():
                continue
            at = bisect_right(starts, start) - 1
            if at < 0 or end > views[at].sentence.end:
                continue
            draft = self._draft(views[at], self._entries[self._patterns[pattern]], start, end)
            if draft:
                found.setdefault(at, []).append(draft)
        return {
            at: _of_countries(views[at], self._slashed(views[at], _longest(drafts))) for at, drafts in found.items()
        }

    def _slashed(self, view: View, drafts: list[Draft]) -> list[Draft]:
        """Make an acronym with that of its owner and a slash before it one name: "OSCE/ODIHR"; the owner stays."""
        at_end = {d.last: d for d in drafts if d.form == "abbreviation"}
        for part in drafts:
            owner = at_end.get(part.first - 2)
            if owner is None or part.form != "abbreviation" or view.text[owner.end : part.start] != "/":
                continue
            if owner.known is not None and self._wholes.get(part.known or "") == owner.known:
                part.first, part.start, part.owner = owner.first, owner.start, owner
                part.name = view.text[part.start : part.end]
        return sorted(drafts, key=lambda d: (d.first, -d.last))

    def _draft(self, view: View, entries: list[_Entry], start: int, end: int) -> Draft | None:
        text = view.text[start:end]
        entry = next((e for e in entries if _fits(e, text, view)), None)
        first = view.token_at(start)
        if entry is None or first is None:
            return None
        head = view.heads[first]
        if first == 0 and head and head.entry.weak and end <= view.tokens[0].end and not _owns(view):
            return None  # "Mejlisiň dowamynda…" opens with a sitting, not with the parliament
        if head and head.entry.weak and end <= view.tokens[first].end and _sitting(view, first):
            return None
        last = first
        while view.tokens[last].end < end:
            last += 1
        case = _case(view, last, end)
        if case is None:
            return None
        short = entry.acronym or (text.isupper() and all(len(word) <= _LONGEST_ACRONYM for word in text.split()))
        form = "abbreviation" if short else "name"
        country = entry.country
        return Draft(
            first,
            last,
            start,
            view.tokens[last].end,
            entry.name if entry.acronym else " ".join(text.split()),
            entry.kind,
            f"{view.language.code}.known-name",
            country,
            form=form,
            known=entry.key,
            case=case,
        )


def _sitting(view: View, i: int) -> bool:
    """Tell a noun in a line of capitals that a body before it owns: "MERKEZI TOPARYŇ [MEJLISI]" is its sitting."""
    if not view.shouting or i == 0 or not (owner := view.heads[i - 1]) or view.place[i - 1]:
        return False
    return owner.analysis.case == "gen" and kind_of(view, max(0, i - _OWNED), i - 1, owner.entry) != "parliament"


def _owns(view: View) -> bool:
    """Tell a parliament that opens the sentence in the genitive by its officers, bodies and sittings.

    "Mejlisiň Başlygy", "Mejlisiň indiki maslahaty"; but "Mejlisiň dowamynda".
    """
    hit = view.heads[0]
    if hit is None or hit.analysis.case != "gen" or hit.analysis.possessive or not view.language.institutions.official:
        return False
    for k in range(1, min(_OWNED, len(view.tokens))):
        if (post := view.posts[k]) and post.analysis.possessive:
            return True
        found = view.language.analyse(view.tokens[k].norm)
        if any(a.possessive and a.stem in view.language.event_nouns for a in found):
            return True
    return False


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) <= _LONGEST_ACRONYM and " " not in text


def _fits(entry: _Entry, text: str, view: View) -> bool:
    if entry.acronym:
        return text == entry.text and (entry.key is not None or entry.lang == view.language.code)
    return text[0].isupper() or text == entry.text


def _case(view: View, last: int, end: int) -> str | None:
    """The case of a name whose last word ends at `end` inside token `last`; None where no ending explains the rest."""
    token = view.tokens[last]
    if token.end == end:
        return "nom" if view.language.head_final else ""
    word = token.norm[: end - token.start]
    for analysis in view.language.analyse(token.norm):
        if word in {analysis.base, analysis.stem} and analysis.case != "nom":
            return analysis.case
    return None


def _of_countries(view: View, drafts: list[Draft]) -> list[Draft]:
    owners = {id(d.owner) for d in drafts if d.owner}
    named = [_of_town(view, d if id(d) in owners else _of_country(view, d)) for d in drafts]
    return [draft for d in named for draft in (_of_other_country(view, d), d) if draft is not None]


def _of_other_country(view: View, draft: Draft) -> Draft | None:
    """The other country's body where two have one name: "[Çiliniň] we Perunyň DIM-niň ýolbaşçylary"."""
    place = view.place[draft.first - 1] if draft.first else None
    if not view.language.head_final or draft.form != "abbreviation" or draft.known or draft.kind not in _OF_STATE:
        return None
    joint = view.first_of(place) - 1 if place is not None and place.country == draft.country else 0
    other = view.place[joint - 1] if joint > 0 and view.tokens[joint].norm in view.conjunctions else None
    if other is None or other.kind != "country" or other.case != "gen" or other.country == draft.country:
        return None
    return replace(draft, country=other.country)


def _of_town(view: View, draft: Draft) -> Draft:
    """A Russian abbreviation for bodies of a kind with the adjective of its town: "[Кузбасская] ТПП"."""
    before = draft.first - 1
    if not view.language.fusional or draft.form != "abbreviation" or draft.known or draft.country or before < 0:
        return draft
    word, full = view.tokens[before], _expansion(view.language, draft.name)
    if not full or before == 0 or not view.capital(before) or view.place[before] or not toponymic(word.norm):
        return draft
    draft.first, draft.start = before, word.start
    draft.name = f"{agreeing_adjective(word.text, full)} {draft.name}"
    return draft


@cache
def _expansion(language: Language, text: str) -> str:
    """What an abbreviation for bodies of a kind stands for; empty for one that names a body."""
    known = (a.name for a in language.institutions.abbreviations if a.text == text and a.country is None)
    return next(known, "")


def _begin_at_country(view: View, draft: Draft) -> None:
    """Give an abbreviation the country before it, with which it begins if that is bare: "[Армения] СІМ"."""
    before = view.place[draft.first - 1] if draft.first else None
    if before is None or before.kind != "country" or draft.country:
        return
    if before.case == "gen":
        draft.country = before.country  # "Türkiýäniň DIM-niň ýolbaşçysy"
    if before.case != "nom" or not view.language.institutions.bare_owner:
        return
    first = view.first_of(before)
    draft.name = " ".join(f"{view.text[view.tokens[first].start : draft.start]}{draft.name}".split())
    draft.first, draft.start, draft.country = first, view.tokens[first].start, before.country


def _of_country(view: View, draft: Draft) -> Draft:
    """A Russian name of a state's body with the country behind it: "МИД [Казахстана]", "Жогорку Кенеш [КР]"."""
    if view.language.head_final and draft.form == "abbreviation" and not draft.known and draft.kind in _OF_STATE:
        _begin_at_country(view, draft)
        return draft
    k = draft.last + 1
    if view.language.fusional and k + 3 < len(view.tokens) and view.heads[k + 1]:
        k += 3 * ([t.text for t in view.tokens[k : k + 3 : 2]] == ["(", ")"])  # "Кнессет [(парламент)] Израиля"
    place = view.place[k] if k < len(view.tokens) else None
    if view.language.fusional and draft.kind == "education" and k < len(view.tokens):
        last = eponym(view, k)  # "МГУ [им. Ломоносова]"
        if last is not None:
            draft.last, draft.end = last, view.tokens[last].end
            return draft
    if view.language.analytic and draft.kind in _OF_STATE:
        return _of_state(view, draft)
    if not view.language.fusional or draft.kind not in _OF_STATE or place is None or place.kind != "country":
        return draft
    other = draft.country is not None and draft.country != place.country
    if (
        other
        or not (place.case in {"gen", ""} or place.text.isupper())
        or view.first_of(place) != k
        or not place.text[0].isupper()
    ):
        return draft
    while k + 1 < len(view.tokens) and view.place[k + 1] is place:
        k += 1
    draft.last, draft.end, draft.country = k, view.tokens[k].end, place.country
    if draft.form == "name":
        draft.name = f"{draft.name} {' '.join(place.text.split())}"
    return draft


def _of_state(view: View, draft: Draft) -> Draft:
    """An English name of a state's body with the country behind it: "CEC [of the Republic of Chile]"."""
    of = draft.last + 1
    if of + 1 >= len(view.tokens) or view.tokens[of].norm not in view.language.institutions.whose:
        return draft
    k = of + 1 + (view.tokens[of + 1].norm in view.language.institutions.articles)
    place = view.place[k] if k < len(view.tokens) else None
    if place is None or place.kind != "country" or place.case == "adj" or view.first_of(place) != k:
        return draft
    if draft.form == "name" and draft.country != place.country:
        return draft
    while k + 1 < len(view.tokens) and view.place[k + 1] is place:
        k += 1
    draft.last, draft.end, draft.country = k, view.tokens[k].end, place.country
    if draft.form == "name":
        draft.name = " ".join(view.text[draft.start : draft.end].split())
    return draft


def _longest(drafts: list[Draft]) -> list[Draft]:
    """Of overlapping names the longest, then the leftmost; a name at either end of a longer one is its owner."""
    chosen: list[Draft] = []
    owners: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start - d.end, d.start)):
        around = next((c for c in chosen if draft.last >= c.first and draft.first <= c.last), None)
        if around is None:
            chosen.append(draft)
            continue
        inside = around.first <= draft.first and draft.last <= around.last and around.owner is None
        tail = draft.last == around.last and not draft.known and draft.rule.startswith(_HEAD_FINAL)
        tail = tail or (draft.known is not None and draft.known == around.known)  # "ЕҚЫҰ ДИАҚБ", "ДИАҚБ"
        if inside and not tail and (draft.first == around.first) != (draft.last == around.last):
            around.owner = draft
            owners.append(draft)
    return sorted([*chosen, *owners], key=lambda d: (d.first, -d.last))
