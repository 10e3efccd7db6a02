"""Bodies that the text says were created, are to be created by a decision, or were proposed, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

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

    Where a text tells more than one standing of a body, the furthest counts: created, decided, proposed. A body whose
    name gives neither country nor owner, in a sentence about the bodies of one international organisation, is its.
    """
    found: dict[str, tuple[str, Evidence, str | None]] = {}
    hosts: dict[str, str] = {}
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
                host = _host(passage, i, cast) if mention.owner is None and mention.country is None else None
                if host and host != who:
                    hosts[who] = host
    return tuple(_marked(o, found.get(o.id), hosts.get(o.id)) for o in cast.organisations)


def _marked(body: Organisation, standing: tuple[str, Evidence, str | None] | None, host: str | None) -> Organisation:
    if standing:
        body = replace(body, standing=standing[0], standing_evidence=standing[1], proposer=standing[2])
    if host and body.part_of is None and not (body.kind == "international" and body.known):
        body = replace(body, part_of=host, kind="international", country=None)
    return body


def _host(passage: Passage, body: int, cast: Cast) -> str | None:
    """The one international organisation whose bodies the sentence of the `body`th institution names, or None.

    Of several the one that is widely known counts.
    """
    records = {o.id: o for o in cast.organisations}
    roots = set()
    for i, mention in enumerate(passage.organisations):
        who = cast.organisation_of[passage.first_organisation + i]
        if i == body or who is None or mention.kind != "international":
            continue
        while (owner := records[who].part_of) is not None:
            who = owner
        roots.add(who)
    hosts = {who for who in roots if records[who].known} or roots
    return min(hosts) if len(hosts) == 1 else None


def _wordings(passage: Passage) -> tuple[list[_Wording], list[_Wording]]:
    """Wordings of a passage that stand before a body's name, and those that stand behind one."""
    data = passage.language.standing
    return list(passage.find(data.match_before)), list(passage.find(data.match_after))


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
