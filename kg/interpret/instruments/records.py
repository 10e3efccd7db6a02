"""Mentions of instruments become records: one for each instrument, with what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.instruments.links import links
from kg.interpret.instruments.names import named
from kg.interpret.passages import passages
from kg.model import Instrument, NamedMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.instruments.names import Named
    from kg.language import Language
    from kg.model import Annotations, Document, Event


def read_instruments(
    document: Document,
    annotations: Annotations,
    cast: Cast,
    events: Sequence[Event],
    languages: Mapping[str, Language],
) -> tuple[Instrument, ...]:
    """Named instruments in text order, with ids `i1`, `i2`…; general talk of plans and documents is left out.

    A name is the longest noun phrase in the nominative, in the text's words. A shorter mention with the same head
    and no word of its own ("the strategy on migration") joins the fullest one before or behind it.
    """
    mentions = [n for p in passages(document, annotations, languages) for n in named(p, cast)]
    return tuple(_record(i, group, cast, events) for i, group in enumerate(_groups(mentions), 1))


def _groups(mentions: Sequence[Named]) -> list[list[Named]]:
    """Mentions of one instrument together, in text order; what names none and joins none is left out."""
    by_head: dict[tuple[str, str], list[list[Named]]] = {}
    same: dict[tuple[str, str, frozenset[str]], list[Named]] = {}
    for mention in sorted(mentions, key=lambda n: (not n.full, -len(n.words), n.start, n.end)):
        head = (mention.passage.language.code, mention.lemma)
        group = same.get((*head, mention.words))
        if group is None:
            group = next((g for g in by_head.get(head, ()) if mention.words <= g[0].words), None)
        if group is None and mention.full:
            by_head.setdefault(head, []).append(group := [])
        if group is not None:
            group.append(mention)
            same.setdefault((*head, mention.words), group)
    groups = [sorted(g, key=lambda n: n.start) for found in by_head.values() for g in found]
    return sorted(groups, key=lambda g: (g[0].start, g[0].end))


def _record(number: int, group: Sequence[Named], cast: Cast, events: Sequence[Event]) -> Instrument:
    best = max(group, key=lambda n: (n.full, len(n.words), -n.start))
    mentions = tuple(
        NamedMention(n.passage.text[n.start : n.end], n.start, n.end, n.passage.sentence.lang,
                     "name" if n.full else "short", f"{n.passage.sentence.lang}.instrument")
        for n in group
    )  # fmt: skip
    said = dict.fromkeys(link for n in group for link in links(n, cast, events))
    spoken = [link for link in said if link.how != "named"]
    return Instrument(
        f"i{number}",
        best.name,
        best.kind,
        mentions,
        tuple(spoken) or tuple(said)[:1],
        f"{best.passage.sentence.lang}.instrument",
    )
