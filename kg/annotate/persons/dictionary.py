"""What the Russian dictionary has a word for: a name, a noun, an adjective, a verb."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.language.morphology import parsed

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

NAME_TAGS = ("Name", "Surn", "Patr")


@lru_cache(maxsize=50_000)
def is_name(word: str, tag: str) -> bool:
    """Tell whether the dictionary has the word (any case) as `Name`, `Surn` or `Patr`."""
    return any(tag in parse.tag and parse.is_known for parse in parsed(word))


@lru_cache(maxsize=50_000)
def name_share(word: str, tag: str) -> float:
    """How much of the uses of a word (any case) are as `Name` or `Surn`, by the dictionary's corpus; 0 to 1."""
    return float(sum(parse.score for parse in parsed(word) if parse.is_known and tag in parse.tag))


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Tell whether the dictionary has the word and in none of its readings as a person's name."""
    parses = [parse for parse in parsed(word) if parse.is_known and not _chance(word, parse)]
    return bool(parses) and not any(tag in parse.tag for parse in parses for tag in NAME_TAGS)


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Tell whether a word is a finite verb or an infinitive first of all ("заявил")."""
    return parsed(word)[0].tag.POS in {"VERB", "INFN"}


@lru_cache(maxsize=50_000)
def done_by_man(word: str) -> bool:
    """Tell whether a word is first of all a verb of what a man has done to somebody ("назначил")."""
    tag = parsed(word)[0].tag
    return (tag.POS, tag.tense, tag.gender) == ("VERB", "past", "masc") and "tran" in tag


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective first of all ("государственного")."""
    return parsed(word)[0].tag.POS in {"ADJF", "PRTF"}


@lru_cache(maxsize=50_000)
def is_noun(word: str) -> bool:
    """Tell whether a word is a noun first of all ("правительства")."""
    return str(parsed(word)[0].tag.POS) == "NOUN"


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Tell whether the dictionary has the word."""
    return any(parse.is_known and not _chance(word, parse) for parse in parsed(word))


def _chance(word: str, parse: Parse) -> bool:
    """Tell whether a reading is a genitive plural that looks like a surname by chance ("Токаев", of "токай")."""
    return word.endswith(("аев", "иев")) and parse.tag.number == "plur" and parse.tag.case == "gent"
