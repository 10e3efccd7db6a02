"""The name of the ministry that a minister's title implies: "Minister of Justice" is of the Ministry of Justice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.language.case import lower

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.cast.candidates import OrganisationGroup
    from kg.language import Language

# Letters of the longest word in capitals that may be an acronym ("ICT Minister").
_ACRONYM = 4


def ministry_of(title: str, language: Language) -> str | None:
    """The ministry in the nominative, or None where the title has no minister or no portfolio.

    Turkic languages put the portfolio before the minister, Russian after; English has both ("Foreign Minister").
    """
    words = title.split()
    ministers = {"minister", "deputy-minister"} if language.head_final else {"minister"}  # "вице-министрі"
    at = next((i for i, w in enumerate(words) if _post(w, language) in ministers), None)
    head = next((h.lemma for h in language.institutions.heads if h.kind == "ministry"), None)
    if at is None or head is None:
        return None
    led = max(
        (i for i, w in enumerate(words[:at]) if _post(w, language)), default=-1
    )  # "First Deputy Interior Minister"
    before = [w for w in words[led + 1 : at] if _post(w, language) is None and lower(w) not in language.posts.ranks]
    after = words[at + 1 :]
    if language.head_final:
        aside = {*language.posts.modifiers, *language.institutions.purpose} - language.institutions.filler
        while len(before) > 1 and lower(before[-1]) in aside:
            before.pop()  # "ирригация бірінші вице-министрі", "söwda boýunça döwlet ministri"
        if language.posts.modifiers.issuperset(map(lower, before)):
            return None  # "döwlet ministri"
        field = " ".join(before)
        name = f"{lower(field) if field.isupper() else field} {language.possessed(head)}"
        return name[0].upper() + name[1:]  # "daşary işler ministri": titles stand in small letters, too
    stateless = f"{lower(' '.join(after))} ".startswith(tuple(f"{words} " for words in language.posts.no_field))
    if stateless or _cut(after, language):
        return None  # "Minister of State", "Minister of State for Europe", "Minister of Trade, Energy"
    if after and not (before and language.analytic and lower(after[0]) in language.posts.fields and led >= 0):
        return " ".join([head.capitalize(), *after])
    before = before[max((i + 1 for i, w in enumerate(before) if lower(w) in language.institutions.and_), default=0) :]
    before = [w.capitalize() if w.isupper() and len(w) > _ACRONYM else w for w in before]
    named = before and language.analytic and f"of {lower(' '.join(before))}" not in language.posts.no_field
    return " ".join([*before, head.capitalize()]) if named else None  # but "State Minister"


def _cut(after: Sequence[str], language: Language) -> bool:
    """Tell a list of fields that the title leaves open: "of Trade, Energy", of which the last has no conjunction."""
    last = max((i for i, word in enumerate(after) if word.endswith(",")), default=None)
    return last is not None and language.institutions.and_.isdisjoint(map(lower, after[last + 1 :]))


def is_begun(fuller: str, name: str, language: Language) -> bool:
    """Tell whether a name has the first of the fields of a ministry's fuller one, to which others are joined.

    "Экология министрлігі" begins "Экология және табиғи ресурстар министрлігі".
    """
    field = lower(name).rpartition(" ")[0] if language.head_final else lower(name)
    before, begun, behind = lower(fuller).partition(f"{field} ") if field else ("", "", "")
    comma = f"{field}, " in lower(fuller)
    joined = bool(begun) and behind.split(" ", 1)[0] in language.institutions.and_
    return (joined or comma) and not before.endswith(tuple(f"{word} " for word in language.institutions.and_))


def _post(word: str, language: Language) -> str | None:
    hit = language.post_heads.find(word.lower())
    return hit.entry.post if hit else None


def find_ministry(groups: Sequence[OrganisationGroup], portfolio: frozenset[str], country: str | None) -> str | None:
    """Id of the ministry that a minister's portfolio names ("Daşary işler ministri"), or None."""
    for group in groups:
        fits = group.country == country or country is None or group.country is None
        if group.kind == "ministry" and fits and portfolio and portfolio in group.contents:
            return group.id
    return None
