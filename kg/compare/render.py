"""Writing an institution's name in English from its concepts, where the glossary knows all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.language import load

if TYPE_CHECKING:
    from kg.authority import Concept, Glossary
    from kg.compare.wording import Part, Wording

_SHORT = 3  # letters of "of", "and", "for", which may come again
_OF_PLACES = frozenset({"city", "region", "district", "village", "capital"})  # concepts that say what a place is


def render(wording: Wording, glossary: Glossary) -> str | None:
    """The English name without country and owner ("Ministry of Foreign Affairs"), or None.

    None where a word is not known or means a person ("Council of Ministers" needs grammar), where nothing says what
    the institution is or it has a name of its own ("Peoples' Friendship University"), where English would need another
    grammar ("Institute of Foreign"), a place without a name ("Government of Region") or a word twice, and for English
    wordings, which need no rendering. States and known institutions in the name are passed over: they are the scope.
    """
    if wording.lang == "en" or any(p.sort in {"word", "number", "body"} for p in wording.parts):
        return None
    if any(p.sort == "concept" and _unwritable(glossary.concepts[p.value]) for p in wording.parts):
        return None
    parts = _places_first([p for p in wording.parts if p.sort in {"concept", "place", "join"}], wording.lang)
    while parts and parts[0].sort == "join":
        parts.pop(0)
    heads = [i for i, p in enumerate(parts) if p.sort == "concept" and glossary.concepts[p.value].head is not None]
    at = (heads or [-1])[-1 if load(wording.lang).head_final else 0]
    written = None if at < 0 else _around(parts, at, wording.lang, glossary)
    return written if written and not _repeats(written) else None


def _around(parts: list[Part], at: int, lang: str, glossary: Glossary) -> str | None:
    """The name with the head at `at`, or None where English would need another grammar."""
    head = glossary.concepts[parts[at].value]
    before, after = parts[:at], parts[at + 1 :]
    if head.proper or (load(lang).head_final and after):
        return None
    prefix, rest = _prefix(before, glossary)
    if rest and load(lang).head_final and _leads(rest[-1], glossary):
        prefix.append(_title(glossary.concepts[rest.pop().value].en[0]))  # "hereketleriň milli meýilnamasy"
    items = _items([*rest, *after])
    seated = head.abroad and any(p.sort == "place" for p in parts)  # "Embassy in Tashkent", of a state named elsewhere
    if seated or any(_nameless(item) for item in items) or not (prefix or any(items) or head.sole):
        return None
    if not all(_in_english_order(item, lang, glossary) for item in items):
        return None
    return _write(prefix, head, [item for item in items if item], glossary)


def _repeats(name: str) -> bool:
    """Tell a name with a word of its own twice."""
    words = [word for word in name.casefold().split() if len(word) > _SHORT]
    return len(words) > len(set(words))


def _places_first(parts: list[Part], lang: str) -> list[Part]:
    """Russian puts "города Ашхабада" at the end, English "Ashgabat City" at the beginning."""
    if load(lang).head_final:
        return parts
    found = [i for i, p in enumerate(parts) if p.sort == "place"]
    moved = {i for at in found for i in (at, at - 1) if parts[i].sort == "place" or parts[i].value in _OF_PLACES}
    places = [parts[i] for at in found for i in (at, at - 1) if i in moved]
    return places + [p for i, p in enumerate(parts) if i not in moved]


def _prefix(parts: list[Part], glossary: Glossary) -> tuple[list[str], list[Part]]:
    """The leading adjectives that English puts in front ("State", "Central"), and what is left."""
    prefix: list[str] = []
    for i, part in enumerate(parts):
        then = parts[i + 1] if i + 1 < len(parts) else None
        listed = then is not None and (
            then.sort == "join" or (then.sort == "concept" and glossary.concepts[then.value].said)
        )  # "International Affairs" are not international themselves
        if listed or not _leads(part, glossary):
            return prefix, parts[i:]
        prefix.append(_title(glossary.concepts[part.value].en[0]))
    return prefix, []


def _unwritable(concept: Concept) -> bool:
    """A person, or a weak concept that can neither be written in a list nor left out ("against")."""
    return concept.person or (concept.weak and not (concept.said or concept.silent or concept.first))


def _leads(part: Part, glossary: Glossary) -> bool:
    return part.sort == "concept" and glossary.concepts[part.value].first


def _nameless(item: list[Part]) -> bool:
    """Tell a region or town that isn't named: "правительство области"."""
    return any(p.value in _OF_PLACES for p in item) and not any(p.sort == "place" for p in item)


def _in_english_order(item: list[Part], lang: str, glossary: Glossary) -> bool:
    """Tell words that English puts in the same order: adjectives, then nouns, of which none is an institution.

    A Russian noun behind another is its genitive, which English puts in front ("охрана природы"); a Turkic adjective
    behind a noun is not of that noun ("adam hukuklary boýunça Ýewropa").
    """
    concepts = [glossary.concepts[p.value] if p.sort == "concept" else None for p in item]
    if any(c.head is not None for c in concepts if c) or any(c.said for c in concepts[:-1] if c):
        return False
    if any(p.value in _OF_PLACES and (i == 0 or item[i - 1].sort != "place") for i, p in enumerate(item)):
        return False
    if any(p.sort == "place" and not p.text.isascii() for p in item):
        return False
    of_what = [_describes(p, c, lang) for p, c in zip(item, concepts, strict=True)]
    if load(lang).head_final:
        return of_what == sorted(of_what, reverse=True)
    return all(of_what[:-1])


def _describes(part: Part, concept: Concept | None, lang: str) -> bool:
    """Tell an adjective, or what English writes like one: a place, and what kind of place it is."""
    if concept is None or part.value in _OF_PLACES:
        return True
    if load(lang).head_final:
        return concept.first or concept.noun == "" or concept.adjective is not None
    return part.text.endswith(load(lang).morphology.adjectives) or concept.silent


def _items(parts: list[Part]) -> list[list[Part]]:
    """The members of the list that the institution is for."""
    items: list[list[Part]] = [[]]
    for part in parts:
        if part.sort == "join":
            items.append([])
        else:
            items[-1].append(part)
    return items


def _write(prefix: list[str], head: Concept, items: list[list[Part]], glossary: Glossary) -> str | None:
    """The name, or None where an item would end in an adjective."""
    before = head.head == "before" and len(items) == 1  # "Migration Service"
    told = [_words(item, glossary, before=before) for item in items]
    if None in told:
        return None
    written = [words for words in told if words]
    listed = f"{', '.join(written[:-1])} and {written[-1]}" if len(written) > 1 else "".join(written)
    words = " ".join([*prefix, _title(head.en[0])])
    if not listed:
        return words
    if before:
        return " ".join([*prefix, listed, _title(head.en[0])])
    return f"{words} {'of' if head.head == 'of' else 'for'} {listed}"


def _words(item: list[Part], glossary: Glossary, *, before: bool) -> str | None:
    """An item in English: adjectives before a noun; None where there is no noun to end it."""
    told = [p for p in item if p.sort == "place" or not glossary.concepts[p.value].silent]
    alone = sum(p.sort == "concept" and p.value not in _OF_PLACES for p in told) == 1
    words: list[str] = []
    for i, part in enumerate(told):
        if part.sort == "place":
            words.append(part.text)
            continue
        concept = glossary.concepts[part.value]
        last = i == len(told) - 1 and not (before and alone)  # "Election Commission", "Economic Policy Division"
        word = concept.noun if last else concept.adjective
        if word == "":
            return None
        words.append(_title(word or concept.en[0]))
    return " ".join(words)


def _title(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split())
