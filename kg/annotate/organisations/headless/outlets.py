"""What only the words before it show: companies ("the CEO of X"), and news outlets, the sources of a text.

"передаёт X", "деп хабарлайды X", "Источник: x.kz" name outlets, and so do datelines.

An outlet in a dateline ("ROME. ANSA – …", "РИМ, 3 марта. /АНСА/.") says who tells, and takes no part: its mention has
a rule name of its own. The words that introduce an outlet are looked up in all languages: a page in Kazakh may end
with a Russian line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of
from kg.annotate.view import CLOSING, CLOSING_QUOTES, DASHES, OPENING, OPENING_QUOTES
from kg.language.case import recase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.annotate.view import View
    from kg.language import Language

_QUOTES = OPENING_QUOTES | CLOSING_QUOTES
STOPS = frozenset({".", ":"})
# The rule of a company that only the words before it show: "the CEO of X", "the company X".
_COMPANY = "officer-of"
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}\b", re.IGNORECASE)
# A site by its domain in running text: of news, no address and no state's or president's own.
_SITE = re.compile(
    r"(?<![\w@/.-])(?!www\.|president\.)(?:[\w-]+\.)+(?:kz|com|org|net|info|news|media|asia|ru|uz|kg|tj|tm|az)\b(?![\w/@-]|\.\w)",
    re.IGNORECASE,
)
# Letters of a country's domain, which is its code; those that are no code, or that sites of any country have.
_STATE = 2
_ANYWHERE = frozenset({"AI", "CC", "CO", "EU", "FM", "GG", "IO", "ME", "SU", "TO", "TV", "UK", "WS"})
_LONGEST = 5
_MONTH = re.compile(r"[^\W\d_]{3,10}")
# A dateline is done within so many tokens.
_DATELINE = 16
_BETWEEN = DASHES | {",", ".", "(", ")"}
# Marks of which it has one beside the outlet.
_STROKES = DASHES | {"/"}


class Outlets:
    """Finds outlets; made once from the languages' data."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self._cues: dict[tuple[str, ...], tuple[str, str]] = {}
        for language in languages:
            for phrase in language.institutions.reports:
                self._cues[tuple(phrase.split())] = (language.code, "reported-by")
            for phrase in language.institutions.officers:
                self._cues[tuple(phrase.split())] = (language.code, _COMPANY)
            for phrase in language.institutions.sources:
                self._cues[(*phrase.split(), ":")] = (language.code, "source-line")
        self._first = {phrase[0] for phrase in self._cues}

    def find(self, view: View, taken: Sequence[Draft]) -> list[Draft]:
        """Outlets of a sentence; what is an institution by another rule is left to it."""
        found = []
        for i in view.sentence.at(self._first):
            for cue, (lang, rule) in self._cues.items():
                end = i + len(cue)
                if view.sentence.words[i:end] != cue:
                    continue
                of_name = rule == _COMPANY and len(cue) == 1 and i > 0 and view.capital(i) and view.capital(i - 1)
                draft = None if of_name else _name(view, end, lang, rule)  # "Orion [Corporation] | Anna Kim"
                if draft and not any(d.first <= draft.last and draft.first <= d.last for d in taken):
                    found.append(draft)
        found += _reporting(view, [*taken, *found])
        found += _sites(view, [*taken, *found])
        found += _residences(view)
        span = dateline(view)
        return [*found, *_dateline(view, span, [*taken, *found])] if span else found


def _reporting(view: View, taken: Sequence[Draft]) -> list[Draft]:
    """The outlet between a comma and a verb that ends the sentence's message: ", [Trend] reports"."""
    found = []
    for k in view.sentence.at(view.language.institutions.reporting):
        if k < 2:  # noqa: PLR2004 - comma and name before it
            continue
        known = view.place[k - 1] or view.posts[k - 1] or view.heads[k - 1] or view.personal(k - 1)
        inside = any(d.first <= k - 1 <= d.last for d in taken)
        plain = view.capital(k - 1) and view.word(k - 1) and not known and not inside
        if plain and view.tokens[k - 2].text == "," and not view.language.is_given(view.tokens[k - 1].norm):
            text = view.tokens[k - 1].text
            found.append(draft_of(view, (k - 1, k - 1), text, "media", "reported-by"))
    return found


def _sites(view: View, taken: Sequence[Draft]) -> list[Draft]:
    """News sites that a sentence names by their domain, among words of reporting: "BAQ.kz тілшісі хабарлады"."""
    found: list[Draft] = []
    if not view.language.head_final or not view.sentence.at(view.language.institutions.reporting):
        return found
    for site in _SITE.finditer(view.text, view.sentence.start, view.sentence.end):
        span = [i for i, t in enumerate(view.tokens) if site.start() < t.end and t.start < site.end()]
        free = not any(d.first <= span[-1] and span[0] <= d.last for d in [*taken, *found])
        if free and ".gov." not in site.group().lower():
            found.append(draft_of(view, (span[0], span[-1]), site.group(), "media", "reported-by"))
    return found


def _residences(view: View) -> list[Draft]:
    """A residence that stands for who speaks from it: "Ақорда [баспасөз] қызметі"; where it is only a house, none."""
    data = view.language.institutions
    found: list[Draft] = []
    for i in view.sentence.capitals if data.residences else ():
        token = view.tokens[i]
        if not view.capital(i) or i + 1 == len(view.tokens):
            continue
        stem = next((a.stem for a in view.language.analyse(token.norm) if a.stem in data.residences), None)
        if stem is not None and view.tokens[i + 1].norm.startswith(data.residences[stem]):
            found.append(draft_of(view, (i, i), recase(token.text, stem), "government", "reported-by"))
    return found


def dateline(view: View) -> tuple[int, int] | None:
    """The tokens of the outlet in the dateline that opens a sentence, or None.

    Before it stand places, dates and their punctuation, or nothing; it stands between slashes, or before a dash that
    ends the dateline, or after a dash before a full stop ("ОСЛО, 9 фев - Спутник.").
    """
    tokens, k, dashed = view.tokens, 0, False
    if _STROKES.isdisjoint(view.sentence.words):
        return None
    if tokens[0].text in DASHES:
        return None  # a line of a list: "– Чили – Марко Диас."
    while k < min(_DATELINE, len(tokens)) and _opens(view, k):
        dashed, k = tokens[k].text in DASHES, k + 1
    if k >= len(tokens) or (tokens[k].text != "/" and not view.word(k)):
        return None
    slashed = tokens[k].text == "/"
    first = k = k + slashed
    while (
        k < len(tokens)
        and k - first < _LONGEST
        and ((view.word(k) and tokens[k].text[0].isupper()) or (slashed and tokens[k].text in _QUOTES))
    ):
        k += 1
    if k == first or k >= len(tokens):
        return None
    closes = tokens[k].text == "/" if slashed else tokens[k].text in (STOPS if dashed else DASHES)
    spaced = slashed or dashed or (tokens[k].start > tokens[k - 1].end and _apart(view, k))
    return (first, k - 1) if closes and spaced else None


def _apart(view: View, k: int) -> bool:
    """Tell a dash with a blank after it, or a double one, and something besides the outlet before it."""
    after = k + 1
    return after < len(view.tokens) and (
        view.tokens[after].start > view.tokens[k].end or view.tokens[after].text in DASHES
    )


def _opens(view: View, k: int) -> bool:
    """Tell a token of a dateline before its outlet: a place, a number, a month beside a number, punctuation."""
    token = view.tokens[k]
    if view.place[k] or token.text in _BETWEEN or token.text.isdigit():
        return True
    if not _MONTH.fullmatch(token.text):
        return False
    return any(view.tokens[m].text.isdigit() for m in (k - 1, k + 1) if 0 <= m < len(view.tokens))


def _dateline(view: View, span: tuple[int, int], taken: Sequence[Draft]) -> list[Draft]:
    """The outlet of a dateline that no other rule found, where a place or slashes tell that it is one.

    That of one found by another rule is named after the dateline.
    """
    for draft in taken:
        if draft.kind == "media" and span[0] <= draft.first and draft.last <= span[1]:
            draft.rule = f"{view.language.code}.dateline"
    if any(d.first <= span[1] and span[0] <= d.last for d in taken):
        return []
    slashed = span[0] and view.tokens[span[0] - 1].text == "/"
    placed = any((place := view.place[k]) and place.case in {"", "nom"} for k in range(span[0]))
    plain = all(view.tokens[k].norm in view.ordinary for k in range(span[0], span[1] + 1))  # "Chile New Year – Fiesta"
    named = not any(
        view.place[k] or view.posts[k] or view.heads[k] or view.personal(k) for k in range(span[0], span[1] + 1)
    )
    known = span[0] == span[1] and view.tokens[span[0]].norm in view.language.institutions.capitals  # "Washington, DC"
    if not named or known or plain or not (placed or slashed):
        return []
    text = view.text[view.tokens[span[0]].start : view.tokens[span[1]].end]
    return [draft_of(view, span, text, "media", "dateline")]


def _name(view: View, k: int, lang: str, rule: str) -> Draft | None:
    tokens = view.tokens
    if k >= len(tokens):
        return None
    domain = _DOMAIN.match(view.text, tokens[k].start, view.sentence.end)
    if domain:
        last = max(i for i, t in enumerate(tokens) if t.start < domain.end())
        return _draft(view, (k, last), domain.group(), lang, rule)
    quoted = tokens[k].text in OPENING
    first = k + 1 if quoted else k
    last = first
    while last < min(len(tokens), first + _LONGEST) and view.word(last) and (quoted or view.capital(last)):
        if rule == _COMPANY and last > first and view.language.is_given(tokens[last].norm):
            break  # "the CEO of Chevron | Mike Brown"
        last += 1
    there = view.language.head_final and last < len(tokens) and view.locative(last)
    if last == first or there or (quoted and (last >= len(tokens) or tokens[last].text not in CLOSING)):
        return None  # "деп жазды Анна Берг Facebook [парақшасында]"
    if not quoted and (view.personal(first) or view.place[first] or view.posts[first]):
        return None  # "передаёт Казахстан" is no outlet, but "Деловой Казахстан" is: a place may not stand first
    if rule == _COMPANY and not quoted and all(t.norm in view.ordinary for t in tokens[first:last]):
        return None  # "the Director General of Hydrocarbons", "the Founder of Peace and National Unity"
    name = tokens[last - 1]
    stems = (a.stem for a in view.language.analyse(name.norm) if a.case == "gen")
    whose = next(stems, None) if view.language.head_final else None  # "[Ақорданың] ресми сайты"
    text = view.text[tokens[first].start : name.start] + (name.text if whose is None else recase(name.text, whose))
    return _draft(view, (first, last - 1), text, lang, rule)


def _draft(view: View, span: tuple[int, int], name: str, lang: str, rule: str) -> Draft:
    kind = "government" if name.lower() in view.language.institutions.residences else "media"
    draft = draft_of(view, span, name, "company" if rule == _COMPANY else kind, rule)
    draft.country = _of_domain(name) if draft.kind == "media" else None
    draft.rule, draft.lang = f"{lang}.{rule}", lang
    return draft


def _of_domain(name: str) -> str | None:
    """The country of an outlet with a domain of a country's: "Север.[kz]"; None of one that sites elsewhere have."""
    label = name.rpartition(".")[2].upper() if _DOMAIN.fullmatch(name) else ""
    return label if len(label) == _STATE and label not in _ANYWHERE else None
