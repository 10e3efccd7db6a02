"""Names that follow a head as they stand: in quotation marks, in another script, of whom a body is named after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import genitive_name, in_dictionary
from kg.annotate.view import CLOSING, DASHES, OPENING_QUOTES

if TYPE_CHECKING:
    from kg.annotate.view import View

# Longest quoted name, in tokens.
_QUOTED = 10
# Longest name that a body is named after, in tokens with the full stops of initials.
_EPONYM = 9
# The most words of a school's undeclined name, how far a title may stand before the school, and words of its holder.
_WORDS = 3
_TITLED = 4
_HOLDER = 2
# Letters of the longest article of a name.
_ARTICLE = 3
# Marks that stand right behind a closed quotation.
_PUNCTUATION = DASHES | frozenset(",.;:!?…")
_LATIN = re.compile(r"[A-Za-z][A-Za-zÀ-ÿ0-9’'\-]*|&|[0-9]+")


def quoted_name(view: View, k: int) -> int | None:
    """The closing mark of the quoted name that token `k` opens, or None where it opens none.

    A mark between a word and a blank or a mark of punctuation closes what stands before it.
    """
    tokens = view.tokens
    if tokens[k].text not in OPENING_QUOTES:
        return None
    beside = [tokens[m] for m in (k - 1, k + 1) if 0 <= m < len(tokens)]
    glued = tokens[k].text in CLOSING and len(beside) > 1 and beside[0].end == tokens[k].start
    if glued and (tokens[k].start < beside[1].start - 1 or beside[1].text in _PUNCTUATION):
        return None  # "создадут [союз"], — пишут «Вести»"
    return next((m for m in range(k + 1, min(k + _QUOTED, len(tokens))) if tokens[m].text in CLOSING), None)


def eponym(view: View, k: int) -> int | None:
    """Whom a body is named after: "университет [имени Л. Н. Гумилёва]", "театр [им. Абая]"."""
    tokens = view.tokens
    if tokens[k].norm not in view.language.institutions.eponym:
        return None
    m, last, initials = k + 1 + (k + 1 < len(tokens) and tokens[k + 1].text == "."), None, False
    while m < min(k + _EPONYM, len(tokens)) and (view.capital(m) or _article(tokens[m].text)) and not view.heads[m]:
        if len(tokens[m].text) == 1 and m + 1 < len(tokens) and tokens[m + 1].text == ".":
            initials, m = True, m + 2
            continue
        if last is not None and (initials or not genitive_name(tokens[m].norm) or _opens_name(view, m)):
            break  # "института имени С. Раджаратнама | Анна Ким", "имени Абая | Анны Ким"
        last, m = m, m + 1
    return last


def _opens_name(view: View, m: int) -> bool:
    """Tell a given name before another word with a capital: "ректора университета имени Абая [Анны] Ким"."""
    named = view.language.is_given(view.tokens[m].norm) and m + 1 < len(view.tokens)
    return named and view.capital(m + 1) and not view.heads[m + 1]


def _article(text: str) -> bool:
    """Tell a name that begins with an Arabic article in small letters: "аль-Фараби"."""
    article, hyphen, name = text.partition("-")
    return bool(hyphen) and article.islower() and len(article) <= _ARTICLE and name[:1].isupper()


def latin_run(view: View, k: int) -> int | None:
    """The last token of the run of names in Latin letters from token `k` on, or None where there is none."""
    m = k
    while (
        m < len(view.tokens) and _LATIN.fullmatch(view.tokens[m].text) and (m > k or view.tokens[m].text[0].isupper())
    ):
        m += 1
    while m > k and view.tokens[m - 1].text in {"&", "-", "."}:
        m -= 1
    return m - 1 if m > k else None


def branded(view: View, i: int, last: int) -> bool:
    """Tell a head with a name in quotation marks or in another script right behind."""
    return i < last and (view.tokens[i + 1].text in OPENING_QUOTES or latin_run(view, i + 1) == last)


def unknown_run(view: View, head: int, first: int) -> int | None:
    """The last token of the undeclined name of a school in Russian: "университета [Коч]", "университета [Ибн Халдун]".

    The phrase begins at token `first`. A single holder of a title before it is named by the last two words.
    """
    last = head
    while last + 1 < len(view.tokens) and _unknown(view, last + 1):
        last += 1
    title = next((hit for k in range(first - 1, max(-1, first - _TITLED), -1) if (hit := view.posts[k])), None)
    if title is not None and not title.analysis.number:
        end = last
        while end + 1 < len(view.tokens) and view.capital(end + 1) and view.word(end + 1):
            end += 1
        last = min(last, end - _HOLDER)
    elif last + 1 < len(view.tokens) and view.capital(last + 1) and not view.heads[last + 1]:
        return None
    return last if head < last <= head + _WORDS else None


def _unknown(view: View, k: int) -> bool:
    """Tell a word with a capital that no Russian dictionary has, and that is no part of a person's name."""
    word = view.tokens[k].norm
    other = view.place[k] or view.posts[k] or view.heads[k] or view.personal(k) or view.initial(k)
    other = other or word.endswith(view.language.strong_surnames)
    return view.capital(k) and view.word(k) and not other and not in_dictionary(word) and word not in view.given_folded
