"""Writing an institution's name in English from its concepts, where the glossary knows all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.authority import Concept, Glossary
    from kg.compare.wording import Part, Wording

_HEAD_FINAL = ("tk", "kk")
_OF_PLACES = frozenset({"city", "region", "district", "village", "capital"})  # concepts that say what a place is


def render(wording: Wording, glossary: Glossary) -> str | None:
    """The English name without country and owner ("Ministry of Foreign Affairs"), or None.

    None where a word is not known or means a person ("Council of Ministers" needs grammar), where nothing says what
    the institution is, and for English wordings, which need no rendering. States and known institutions in the
    name are passed over: they are the scope.
    """
    if wording.lang == "en" or any(p.sort in {"word", "number", "body"} for p in wording.parts):
        return None
    if any(p.sort == "concept" and _unwritable(glossary.concepts[p.value]) for p in wording.parts):
        return None
    parts = _places_first([p for p in wording.parts if p.sort in {"concept", "place", "join"}], wording.lang)
    while parts and parts[0].sort == "join":
        parts.pop(0)
    heads = [i for i, p in enumerate(parts) if p.sort == "concept" and glossary.concepts[p.value].head is not None]
    if not heads:
        return None
    at = heads[-1] if wording.lang in _HEAD_FINAL else heads[0]
    head = glossary.concepts[parts[at].value]
    before, after = parts[:at], parts[at + 1 :]
    if wording.lang in _HEAD_FINAL and after:
        return None
    prefix, rest = _prefix(before, glossary)
    if rest and wording.lang in _HEAD_FINAL and _leads(rest[-1], glossary):
        prefix.append(_title(glossary.concepts[rest.pop().value]))  # "hereketleriň milli meýilnamasy"
    items = _items([*rest, *after], glossary)
    return _write(prefix, head, items) if prefix or items or head.sole else None


def _places_first(parts: list[Part], lang: str) -> list[Part]:
    """Russian puts "города Ашхабада" at the end, English "Ashgabat City" at the beginning."""
    if lang in _HEAD_FINAL:
        return parts
    found = [i for i, p in enumerate(parts) if p.sort == "place"]
    moved = {i for at in found for i in (at, at - 1) if parts[i].sort == "place" or parts[i].value in _OF_PLACES}
    places = [parts[i] for at in found for i in (at, at - 1) if i in moved]
    return places + [p for i, p in enumerate(parts) if i not in moved]


def _prefix(parts: list[Part], glossary: Glossary) -> tuple[list[str], list[Part]]:
    """The leading adjectives that English puts in front ("State", "Central"), and what is left."""
    prefix: list[str] = []
    for i, part in enumerate(parts):
        listed = i + 1 < len(parts) and parts[i + 1].sort == "join"
        if listed or not _leads(part, glossary):
            return prefix, parts[i:]
        prefix.append(_title(glossary.concepts[part.value]))
    return prefix, []


def _unwritable(concept: Concept) -> bool:
    """A person, or a weak concept that can neither be written in a list nor left out ("against")."""
    return concept.person or (concept.weak and not (concept.said or concept.silent or concept.first))


def _leads(part: Part, glossary: Glossary) -> bool:
    return part.sort == "concept" and glossary.concepts[part.value].first


def _items(parts: list[Part], glossary: Glossary) -> list[str]:
    """The members of the list that the institution is for, each in words."""
    items: list[list[str]] = [[]]
    for part in parts:
        if part.sort == "join":
            items.append([])
        elif part.sort == "place":
            items[-1].append(part.text)
        else:
            concept = glossary.concepts[part.value]
            if not concept.silent:
                items[-1].append(_title(concept))
    return [" ".join(words) for words in items if words]


def _write(prefix: list[str], head: Concept, items: list[str]) -> str:
    listed = f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
    words = [*prefix, _title(head)]
    if not listed:
        return " ".join(words)
    if head.head == "of":
        return f"{' '.join(words)} of {listed}"
    if len(items) > 1:
        return f"{' '.join(words)} for {listed}"
    return " ".join([*prefix, listed, _title(head)])


def _title(concept: Concept) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in concept.en[0].split())
