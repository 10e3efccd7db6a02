"""What a Russian word can be, by the dictionary; words in lower case."""

from __future__ import annotations

from functools import lru_cache

from kg.language.morphology import parsed

# Parts of speech that no noun phrase holds.
_OUTSIDE = frozenset({"VERB", "INFN", "GRND", "PRTS", "NPRO", "ADVB", "CONJ", "PRCL", "PREP"})
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})


@lru_cache(maxsize=20_000)
def oblique(word: str) -> bool:
    """Tell whether a word can be a noun or adjective in an oblique case, a number or unchangeable."""
    tags = [p.tag for p in parsed(word)]
    if str(tags[0].POS) in _OUTSIDE:
        return False
    return (
        any(t.POS in _NOMINAL and (t.case is None or str(t.case) != "nomn" or "Fixd" in t) for t in tags)
        or "LATN" in tags[0]
        or "UNKN" in tags[0]
    )


@lru_cache(maxsize=20_000)
def instrumental(word: str) -> bool:
    """Tell whether a word is a noun or participle in the instrumental first of all ("темой", "ведущим")."""
    return str(parsed(word)[0].tag.case) == "ablt"


@lru_cache(maxsize=20_000)
def genitive(word: str) -> bool:
    """Tell whether a word can be a noun or adjective in the genitive, or is none that the dictionary knows."""
    tags = [p.tag for p in parsed(word)]
    if str(tags[0].POS) in _OUTSIDE:
        return False
    return any(t.POS in _NOMINAL and str(t.case) in {"gent", "gen2"} for t in tags) or not tags[0].POS


@lru_cache(maxsize=20_000)
def future(word: str) -> bool:
    """Tell whether a word is a verb in the future first of all ("станет")."""
    return str(parsed(word)[0].tag.tense) == "futr"


@lru_cache(maxsize=20_000)
def imperfective(word: str) -> bool:
    """Tell whether a word is a verb of what lasts first of all ("представлял"), not of what is done ("представил")."""
    return str(parsed(word)[0].tag.aspect) == "impf"


@lru_cache(maxsize=20_000)
def adjective(word: str) -> bool:
    """Tell whether a word can be an adjective or participle."""
    return any(p.tag.POS in {"ADJF", "PRTF"} for p in parsed(word))


@lru_cache(maxsize=20_000)
def modifier(word: str) -> bool:
    """Tell an adjective, participle or number that is no pronoun ("этот", "свой")."""
    return any(p.tag.POS in {"ADJF", "PRTF", "NUMR"} and "Apro" not in p.tag for p in parsed(word))


@lru_cache(maxsize=20_000)
def participle(word: str) -> bool:
    """Tell whether a word is a full participle first of all ("возглавляющий"), or a past one ("достигнутый")."""
    tags = [p.tag for p in parsed(word)]
    past = tags[0].POS == "ADJF" and any(t.POS == "PRTF" and "past" in t for t in tags)
    return past or str(tags[0].POS) == "PRTF"


@lru_cache(maxsize=20_000)
def adverb(word: str) -> bool:
    """Tell whether a word is an adverb first of all ("сегодня")."""
    return str(parsed(word)[0].tag.POS) == "ADVB"


@lru_cache(maxsize=20_000)
def attributive(word: str) -> bool:
    """Tell whether a word is a full adjective or participle first of all, and no noun ("турецким")."""
    tags = [p.tag for p in parsed(word)]
    return tags[0].POS in {"ADJF", "PRTF"} and not any(t.POS == "NOUN" for t in tags)


@lru_cache(maxsize=20_000)
def linking(word: str) -> bool:
    """Tell whether a word is a preposition or conjunction first of all."""
    return parsed(word)[0].tag.POS in {"PREP", "CONJ"}


@lru_cache(maxsize=20_000)
def numeral(word: str) -> bool:
    """Tell whether a word is a number in the nominative ("два", "оба")."""
    return any(p.tag.POS == "NUMR" and p.tag.case == "nomn" for p in parsed(word))


@lru_cache(maxsize=20_000)
def plural(word: str) -> bool:
    """Tell whether a word is a verb or participle in the plural first of all ("состоятся", "запланированы")."""
    tag = parsed(word)[0].tag
    return tag.POS in {"VERB", "PRTS", "PRTF"} and str(tag.number) == "plur"
