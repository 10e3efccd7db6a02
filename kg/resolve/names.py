"""Names of an entity: all that texts and authority give it, one preferred in each language, and its identifier."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.model import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.model import Ref

LANGUAGES = ("en", "tk", "ru", "kk")
_LONGEST = 90  # characters of an identifier's last part


def ordered(names: Iterable[tuple[str, str]], preferred: Mapping[str, str]) -> tuple[Name, ...]:
    """Names as `(text, language)` with the preferred text of each language, preferred ones first, each once."""
    found = {
        Name(text, lang, preferred.get(lang) == text)
        for text, lang in {*names, *((text, lang) for lang, text in preferred.items())}
    }
    return tuple(sorted(found, key=lambda n: (not n.preferred, _rank(n.lang), n.lang, n.text)))


def _rank(lang: str) -> int:
    return LANGUAGES.index(lang) if lang in LANGUAGES else len(LANGUAGES)


def usual(names: Iterable[tuple[str, str]], better: Callable[[str], tuple[int | bool, ...]]) -> dict[str, str]:
    """The preferred text of each language: the smallest by `better`, then the most frequent, then the first."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for text, lang in names:
        counted[lang][text] += 1
    return {
        lang: min(texts, key=lambda text: (better(text), -texts[text], text)) for lang, texts in sorted(counted.items())
    }


def longest_first(text: str) -> tuple[int]:
    """Order of names to call an institution by: the one that says most."""
    return (-len(text),)


def cut(slug: str) -> str:
    """A slug of bearable length, cut between words."""
    return slug if len(slug) <= _LONGEST else slug[:_LONGEST].rpartition("-")[0]


def unique(
    wanted: Mapping[int, str], members: Mapping[int, tuple[Ref, ...]], known: frozenset[int] = frozenset()
) -> dict[int, str]:
    """Identifiers by cluster: those that several clusters want get a suffix from what the cluster holds.

    The suffix is six hexadecimal digits of the SHA-256 of the cluster's first reference, so it depends neither on
    the order of documents nor on other clusters. The identifiers of `known` clusters are never changed.
    """
    clusters: dict[str, list[int]] = defaultdict(list)
    for number, name in wanted.items():
        clusters[name].append(number)
    found: dict[int, str] = {}
    for name, numbers in clusters.items():
        for number in numbers:
            alone = len(numbers) == 1 or number in known
            found[number] = name if alone else f"{name}-{_digest(members[number][0])}"
    return found


def _digest(ref: Ref) -> str:
    return hashlib.sha256(f"{ref.document}/{ref.local}".encode()).hexdigest()[:6]
