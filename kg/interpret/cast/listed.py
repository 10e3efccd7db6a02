"""Members listed under an owner: "ministries and agencies of the Government, including A, B and C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.interpret.cast.candidates import OrganisationGroup
    from kg.language import Language
    from kg.model import Annotations, OrganisationMention, Sentence

# Kinds of bodies of which a government consists.
_PARTS = frozenset({"ministry", "government"})
# Tokens between the government and the plural noun for its bodies.
_NEAR = 12


def settle_lists(
    annotations: Annotations, languages: Mapping[str, Language], of_mention: Sequence[OrganisationGroup | None]
) -> None:
    """Give the ministries and agencies that a sentence lists as a government's to that government.

    `of_mention` is parallel to the organisations of the annotations. What has an owner keeps it.
    """
    by_sentence: dict[int, list[int]] = {}
    for n, mention in enumerate(annotations.organisations):
        by_sentence.setdefault(mention.sentence, []).append(n)
    for index, found in by_sentence.items():
        sentence = annotations.sentences[index]
        language = languages.get(sentence.lang)
        if language is None or len(found) < 2:  # noqa: PLR2004 - an owner and a member
            continue
        cue = _cue(sentence, language.institutions.including)
        if cue is None:
            continue
        before = [n for n in found if annotations.organisations[n].end <= cue]
        owner = _owner(sentence, language, cue, [(annotations.organisations[n], of_mention[n]) for n in before])
        if owner is None:
            continue
        for n in found:
            group = of_mention[n]
            listed = annotations.organisations[n].start > cue and group is not None and group.kind in _PARTS
            if group is not None and listed and group.owner is None and group is not owner:
                group.owner = owner


def _cue(sentence: Sentence, phrases: Iterable[str]) -> int | None:
    """The offset of the words that begin a list of members, or None."""
    for phrase in phrases:
        words = tuple(phrase.split())
        if words[0] not in sentence.words:
            continue
        for i in range(len(sentence.words) - len(words) + 1):
            if sentence.words[i : i + len(words)] == words:
                return sentence.tokens[i].start
    return None


def _owner(
    sentence: Sentence,
    language: Language,
    cue: int,
    before: Sequence[tuple[OrganisationMention, OrganisationGroup | None]],
) -> OrganisationGroup | None:
    """The government near a plural noun for its bodies ("ministrlikleriniň"), both before the list."""
    tokens = [t for t in sentence.tokens if t.end <= cue]
    plural = [i for i, token in enumerate(tokens) if _several(language, token.norm)]
    for mention, group in reversed(before):
        at = next((i for i, t in enumerate(tokens) if t.end >= mention.end), None)
        if group is None or group.kind != "government" or at is None:
            continue
        if any(abs(i - at) <= _NEAR and not mention.start <= tokens[i].start < mention.end for i in plural):
            return group
    return None


def _several(language: Language, word: str) -> bool:
    """Tell a noun for bodies of a government that is, or may be, in the plural."""
    hit = language.institution_heads.find(word)
    if hit is None or hit.entry.kind not in _PARTS:
        return False
    return any(a.number == "plural" and a.stem == hit.entry.lemma for a in language.analyse(word))
