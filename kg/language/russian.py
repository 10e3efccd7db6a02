"""What a Russian word is by the dictionary, for those who read names and those who read events; in lower case."""

from __future__ import annotations

from functools import lru_cache

from kg.language.morphology import parsed

# The cases of the dictionary by our names; of its rarer ones, none.
CASES = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc"}


@lru_cache(maxsize=20_000)
def opening_plural(word: str) -> bool:
    """Tell whether a Russian noun that opens a sentence is its subject in the plural: "Главы МИД и Минобороны"."""
    nominative = {str(p.tag.number) for p in parsed(word) if p.tag.POS == "NOUN" and p.tag.case == "nomn"}
    return nominative == {"plur"}


@lru_cache(maxsize=20_000)
def predicate(word: str) -> bool:
    """Tell whether a word is a finite verb or a short participle first of all: "встретилась", "выработана"."""
    return parsed(word)[0].tag.POS in {"VERB", "PRTS"}
