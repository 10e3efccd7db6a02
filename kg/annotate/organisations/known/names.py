"""Names of institutions that are widely known, or abbreviations common to a language, found in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.annotate.organisations.draft import Draft, kind_of
from kg.annotate.organisations.headless.outlets import Outlets
from kg.annotate.organisations.known.local import local_branch, with_ending
from kg.annotate.organisations.known.of_country import of_countries
from kg.language.case import lower

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.view import View
    from kg.authority import Authority
    from kg.language import Language

# An acronym is matched with its capitals; longer names whatever the capitals after the first.
_LONGEST_ACRONYM = 7
# Roles of words behind a noun of events that make it a frame: "during", "at the end of".
_FRAMES = ("during", "within", "after")
# Dashes within names, however long and with or without blanks.
_DASH = re.compile(r"\s*[-–—]\s*")
# Tokens from an institution at the beginning of a sentence to what it owns.
_OWNED = 5


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
            spellings = languages[lang].institutions.spellings if lang in languages else {}
            for spelt in dict.fromkeys([text, *_spelt(text, spellings)]):
                entry = _Entry(spelt, spelt, record.kind, record.country, key, _is_acronym(text), lang)
                entries.setdefault(lower(spelt), []).append(entry)
        for code, language in languages.items():
            for a in language.institutions.abbreviations:
                name = a.name if a.text.islower() else a.text  # a paraphrase goes by the name: "daşary syýasat edarasy"
                entry = _Entry(a.text, name, a.kind, a.country, None, acronym=True, lang=code)
                entries.setdefault(lower(a.text), []).append(entry)
        self._wholes = {key: record.part_of for key, record in authority.records.items() if record.part_of}
        self.outlets = Outlets(languages.values())
        self._entries = entries
        self._patterns = sorted(entries)
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard)
        self._by_name = {_undashed(name): found[0] for name, found in reversed(entries.items())}

    def key_of(self, name: str) -> str | None:
        """The key of the authority record that has exactly this name, whatever its capitals and dashes, or None."""
        entry = self._named(name)
        return entry.key if entry else None

    def is_world(self, name: str) -> bool:
        """Tell the whole name, in more than a word and whatever its capitals, of an international organisation."""
        entry = self._named(name)
        return entry is not None and entry.kind == "international" and " " in name

    def country_of(self, name: str) -> str | None:
        """The country of the authority record that has exactly this name, or None."""
        entry = self._named(name)
        return entry.country if entry else None

    def _named(self, name: str) -> _Entry | None:
        """The first entry of a name, whatever its capitals and dashes."""
        return self._by_name.get(_undashed(lower(name)))

    def find(self, text: str, views: Sequence[View]) -> dict[int, list[Draft]]:
        """Known names by sentence index; of overlapping ones the longest, then the leftmost."""
        folded = lower(text)
        starts = [v.sentence.start for v in views]
        found: dict[int, list[Draft]] = {}
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        told = {e.key for pattern, _, _ in matches for e in self._entries[self._patterns[pattern]] if not e.acronym}
        for pattern, start, end in matches:
            if start and folded[start - 1].isalnum():
                continue
            at = bisect_right(starts, start) - 1
            if at < 0 or end > views[at].sentence.end:
                continue
            entries = self._entries[self._patterns[pattern]]
            if len(entries) > 1:  # an acronym of two is that of the one whose name the text has
                entries = sorted(entries, key=lambda e: e.key not in told)
            draft = self._draft(views[at], entries, start, end)
            if draft:
                found.setdefault(at, []).append(draft)
        return {
            at: of_countries(views[at], self._slashed(views[at], _longest(views[at], drafts, self._wholes)))
            for at, drafts in found.items()
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
        draft = Draft(
            first,
            last,
            start,
            view.tokens[last].end,
            entry.name if entry.acronym else " ".join(text.split()),
            entry.kind,
            f"{view.language.code}.known-name",
            entry.country,
            form=form,
            known=entry.key,
            case=case,
        )
        return with_ending(view, local_branch(view, draft))


def _undashed(name: str) -> str:
    """A name with a hyphen for each dash, and nothing around it: "стран — участниц" as "стран-участниц"."""
    return _DASH.sub("-", name)


def _spelt(text: str, spellings: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A name in other spellings of its parts, one after the other: "Programme" as "Program", too."""
    found = [text]
    for part, others in spellings.items():
        found += [name.replace(part, other) for name in found for other in others if part in name != part]
    return found[1:]


def _sitting(view: View, i: int) -> bool:
    """Tell a noun in a line of capitals that a body before it owns: "MERKEZI TOPARYŇ [MEJLISI]" is its sitting.

    So is one in a row: "NOBATDAKY [MEJLISI]".
    """
    before = view.tokens[i - 1].norm if view.shouting and i else " "
    if before in view.generic or before.endswith(view.language.events.participles):
        return True  # "SUWA BAGYŞLANAN [MEJLISI]"
    if not view.shouting or i == 0 or not (owner := view.heads[i - 1]) or view.place[i - 1]:
        return False
    return owner.analysis.case == "gen" and kind_of(view, max(0, i - _OWNED), i - 1, owner.entry) != "parliament"


def _owns(view: View) -> bool:
    """Tell a parliament that opens the sentence in the genitive by its officers, bodies and sittings.

    "Mejlisiň Başlygy", "Mejlisiň indiki maslahaty"; but "Mejlisiň dowamynda", "Mejlisiň açylyş dabarasy".
    """
    hit = view.heads[0]
    if hit is None or hit.analysis.case != "gen" or hit.analysis.possessive or not view.language.institutions.official:
        return False
    frames = {phrase for role in _FRAMES for phrase in view.language.events.by_role[role]}
    for k in range(1, min(_OWNED, len(view.tokens))):
        if view.tokens[k].norm in view.stop or view.tokens[k].norm in frames:
            return False  # "Mejlisiň öňýanynda döwlet Baştutany"
        if (post := view.posts[k]) and post.analysis.possessive == "3":
            return True
        found = view.language.analyse(view.tokens[k].norm)
        if any(a.possessive and a.stem in view.language.sittings for a in found):
            return True
    return False


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) <= _LONGEST_ACRONYM and " " not in text


def _fits(entry: _Entry, text: str, view: View) -> bool:
    if entry.acronym:
        own = entry.lang == view.language.code
        head = not own and view.language.institution_heads.find(lower(text)) is not None  # "ПАО", a company in Russian
        told = text == entry.text or (entry.text.islower() and text[1:] == entry.text[1:])
        return told and (own or (entry.key is not None and not head))
    return text[0].isupper() or text == entry.text


def _case(view: View, last: int, end: int) -> str | None:
    """The case of a name whose last word ends at `end` inside token `last`; None where no ending explains the rest."""
    token = view.tokens[last]
    if token.end == end:
        return "nom" if view.language.head_final else ""
    if token.text.isupper() and "-" not in token.text and not view.shouting:
        return None  # "APA" is no dative of "AP"
    word = token.norm[: end - token.start]
    for analysis in view.language.analyse(token.norm):
        if word in {analysis.base, analysis.stem} and analysis.case != "nom":
            return analysis.case
    return None


def _longest(view: View, drafts: list[Draft], wholes: Mapping[str, str]) -> list[Draft]:
    """Of overlapping names the longest, then the leftmost; a name at either end of a longer one is its owner.

    So is one in its middle where `wholes` has it: "Астанадағы [ЕҚЫҰ] Бағдарламалар офисі".
    """
    chosen: list[Draft] = []
    owners: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start - d.end, d.start, -len(d.name))):
        around = next((c for c in chosen if draft.last >= c.first and draft.first <= c.last), None)
        if around is None:
            chosen.append(draft)
            continue
        inside = around.first <= draft.first and draft.last <= around.last and around.owner is None
        tail = draft.last == around.last and not draft.known and view.language.head_final
        tail = tail or (draft.known is not None and draft.known == around.known)  # "ЕҚЫҰ ДИАҚБ", "ДИАҚБ"
        opens = view.language.analytic and draft.first == around.first and draft.last < around.last
        if opens and view.tokens[draft.last + 1].norm in view.purpose | view.language.posts.of:
            continue  # "[European Commission] for the Efficiency of Justice"
        two = view.language.analytic and draft.form == "name" and None is not around.known != draft.known
        if two and draft.last == around.last and draft.first > around.first:
            joint = view.tokens[draft.first - 1].norm
            if joint not in view.purpose | view.language.posts.of | view.language.institutions.articles:
                continue  # "the American [University of Central Asia]"
        if view.language.fusional and None is not around.country != draft.country is not None:
            continue  # "Милли [Меджлис]": no state's body is another's
        whole = wholes.get(around.known or "")
        if view.language.fusional and draft.first == around.first and whole and draft.known and whole != draft.known:
            continue  # "[ЕЭК] ООН": another body of this short name
        of = draft.known is not None and whole == draft.known
        if inside and not tail and (of or (draft.first == around.first) != (draft.last == around.last)):
            around.owner = draft
            owners.append(draft)
    return sorted([*chosen, *owners], key=lambda d: (d.first, -d.last))
