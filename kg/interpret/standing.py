"""Bodies that the text says were created, are to be created by a decision, or were proposed, and by whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.interpret.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.interpret.cast import Cast
    from kg.interpret.passages import Passage
    from kg.language import Language
    from kg.language.standing import Founding
    from kg.model import Annotations, Document, Evidence, Organisation, OrganisationMention

_RANK = {"proposed": 0, "decided": 1, "created": 2}


def mark_standing(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Organisation, ...]:
    """The organisations of the cast, those that come into being marked with standing, evidence and proposer.

    Where a text tells more than one standing of a body, the furthest counts: created, decided, proposed.
    """
    found: dict[str, tuple[str, Evidence, str | None]] = {}
    for passage in passages(document, annotations, languages):
        for i, mention in enumerate(passage.organisations):
            who = cast.organisation_of[passage.first_organisation + i]
            if who is None or mention.kind == "state" or mention.form == "qualifier":
                continue
            for start, founding in _foundings(passage, mention):
                known = found.get(who)
                if known and _RANK[known[0]] >= _RANK[founding.standing]:
                    continue
                proposer = _proposer(passage, mention, start, cast) if founding.standing == "proposed" else None
                found[who] = (founding.standing, passage.evidence(), proposer)
    return tuple(
        replace(o, standing=s[0], standing_evidence=s[1], proposer=s[2]) if (s := found.get(o.id)) else o
        for o in cast.organisations
    )


def _foundings(passage: Passage, mention: OrganisationMention) -> Iterator[tuple[int, Founding]]:
    """Wordings that stand right before or behind a mention, with where they start."""
    data = passage.language.standing
    for start, end, founding in data.match_foundings.find(passage.low, passage.start, passage.end):
        if founding.side == "after" and mention.end <= start and _only_between(passage, mention.end, start):
            yield start, founding
        elif founding.side == "before" and end <= mention.start and _only_between(passage, end, mention.start):
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
