"""Bodies that the text says were created, are to be created by a decision, or were proposed, and by whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.interpret.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.passages import Passage
    from kg.language import Language
    from kg.language.standing import Founding
    from kg.model import Annotations, Document, Evidence, Organisation, OrganisationMention

_Wording = tuple[int, int, "Founding"]
_RANK = {"proposed": 0, "decided": 1, "created": 2}


def mark_standing(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Organisation, ...]:
    """The organisations of the cast, those that come into being marked with standing, evidence and proposer.

    Where a text tells more than one standing of a body, the furthest counts: created, decided, proposed.
    """
    found: dict[str, tuple[str, Evidence, str | None]] = {}
    for passage in passages(document, annotations, languages):
        before, after = _wordings(passage) if passage.organisations else ([], [])
        for i, mention in enumerate(passage.organisations if before or after else ()):
            who = cast.organisation_of[passage.first_organisation + i]
            if who is None or mention.kind == "state" or mention.form == "qualifier":
                continue
            for start, founding in _of(passage, mention, before, after):
                known = found.get(who)
                if known and _RANK[known[0]] >= _RANK[founding.standing]:
                    continue
                proposer = _proposer(passage, mention, start, cast) if founding.standing == "proposed" else None
                found[who] = (founding.standing, passage.evidence(), proposer)
    return tuple(
        replace(o, standing=s[0], standing_evidence=s[1], proposer=s[2]) if (s := found.get(o.id)) else o
        for o in cast.organisations
    )


def _wordings(passage: Passage) -> tuple[list[_Wording], list[_Wording]]:
    """Wordings of a passage that stand before a body's name, and those that stand behind one."""
    data, span = passage.language.standing, (passage.low, passage.start, passage.end)
    return list(data.match_before.find(*span)), list(data.match_after.find(*span))


def _of(
    passage: Passage, mention: OrganisationMention, before: Sequence[_Wording], after: Sequence[_Wording]
) -> Iterator[tuple[int, Founding]]:
    """Wordings that stand right before or right behind a mention, with where they start."""
    for start, end, founding in before:
        if end <= mention.start and _only_between(passage, end, mention.start):
            yield start, founding
    for start, _, founding in after:
        if mention.end <= start and _only_between(passage, mention.end, start):
            yield start, founding


def _only_between(passage: Passage, start: int, end: int) -> bool:
    """Tell whether nothing lies between but words of the language's list and closing brackets."""
    between = passage.language.standing.match_between
    at = start
    while at < end:
        if passage.low[at] in ' )»”"':
            at += 1
            continue
        hit = between.at(passage.low, at, end)
        if hit is None:
            return False
        at = hit[1]
    return True


def _proposer(passage: Passage, mention: OrganisationMention, start: int, cast: Cast) -> str | None:
    """Who proposes: the person, office or institution named last before the body and the wording."""
    before = min(mention.start, start)
    found = [
        (p.end, 0, who)
        for i, p in enumerate(passage.persons)
        if p.end <= before and (who := cast.person_of[passage.first_person + i])
    ]
    found += [
        (p.end, 0, who)
        for i, p in enumerate(passage.posts)
        if p.end <= before and (who := cast.office_of[passage.first_post + i])
    ]
    if not found:
        found = [
            (o.end, 0, who)
            for i, o in enumerate(passage.organisations)
            if o.end <= before and o is not mention and (who := cast.organisation_of[passage.first_organisation + i])
        ]
    return max(found)[2] if found else None
