"""What the parts of coreference share: words of names, and the country that a document is at home in."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.model import NamedMention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Annotations, Document, Mention

# Country that news in a language is at home in when the text names none.
_HOME = {"tk": "TM", "kk": "KZ"}
_WORD = re.compile(r"\w+")
# Words are compared by their beginning, so that endings don't matter ("комитетінің" and "комитеті").
_STEM = 5
# Shorter words are particles.
_CONTENT = 3


def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case."""
    return tuple(_WORD.findall(name.lower()))


def stems(name: str, *, without: Iterable[str] = ()) -> frozenset[str]:
    """Beginnings of a name's words of three letters and more, less those of `without`."""
    left_out = {w[:_STEM] for w in without}
    return frozenset(w[:_STEM] for w in words(name) if len(w) >= _CONTENT) - left_out


def home_country(document: Document, annotations: Annotations) -> str | None:
    """The country named most often in a document (the first of equals), else its language's own."""
    named = [p.country for p in annotations.places if p.country and p.kind == "country"]
    if not named:
        return _HOME.get(document.lang)
    counts = Counter(named)
    return max(counts, key=lambda c: (counts[c], -named.index(c)))


def named(mention: Mention, form: str) -> NamedMention:
    """A mention in the form of a reading."""
    return NamedMention(mention.text, mention.start, mention.end, mention.lang, form, mention.rule)
