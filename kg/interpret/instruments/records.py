"""Mentions of instruments become records: one for each instrument, with what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.instruments import first, last
from kg.interpret.nominative import nominative_start, recase
from kg.interpret.passages import passages
from kg.model import Instrument, Link, NamedMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.passages import Passage
    from kg.language import Language
    from kg.language.instruments import InstrumentHead
    from kg.language.lexicon import Hit
    from kg.model import Annotations, Document, Event

_REACH = 6  # words between a name and what is done with it
_MODIFIERS = 2  # words in lower case that make a name of a head without a complement
_STEM = 5  # letters by which words of two mentions are compared


@dataclass(slots=True)
class _Named:
    """One mention: its span, name in the nominative, kind and the beginnings of its words."""

    passage: Passage
    start: int
    end: int
    head: int
    name: str
    kind: str
    lemma: str
    words: frozenset[str]
    full: bool


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
    groups: list[list[_Named]] = []
    for named in sorted(
        (n for p in passages(document, annotations, languages) for n in _named(p)),
        key=lambda n: (not n.full, -len(n.words), n.start, n.end),
    ):
        group = next((g for g in groups if _same(g[0], named)), None)
        if group:
            group.append(named)
        elif named.full:
            groups.append([named])
    for group in groups:
        group.sort(key=lambda n: n.start)
    groups.sort(key=lambda g: g[0].start)
    return tuple(_record(i, group, annotations, cast, events) for i, group in enumerate(groups, 1))


def _same(one: _Named, other: _Named) -> bool:
    return (
        one.lemma == other.lemma
        and one.passage.language.code == other.passage.language.code
        and (other.words <= one.words)
    )


def _named(passage: Passage) -> Iterator[_Named]:
    """Mentions of instruments in a passage; the owner inside a "new edition" is no mention of its own."""
    lexicon = passage.language.instrument_heads
    hits = [(i, hit) for i, t in enumerate(passage.sentence.tokens) if (hit := lexicon.find(t.norm))]
    if not hits:
        return
    ordered_last = passage.language.instruments.order == "last"
    reach = last.Reach(passage) if ordered_last else first.Reach(passage)
    swallowed: set[int] = set()
    found: list[tuple[int, _Named]] = []
    for i, hit in hits:
        token = passage.sentence.tokens[i]
        if hit.entry.before and (i == 0 or not passage.sentence.tokens[i - 1].norm.startswith(hit.entry.before)):
            continue
        if any(o.start <= token.start < o.end and o.kind != "state" for o in passage.organisations):
            continue
        inner = [j for j, h in hits if j < i and not h.entry.version]
        extent = reach.extent(i)
        if hit.entry.version:
            owned = [j for j in inner if extent.first <= j]
            if not owned:
                continue
            swallowed.add(owned[-1])
        named = _mention(passage, i, hit, extent)
        if named:
            found.append((i, named))
    for i, named in found:
        if i not in swallowed:
            yield named


def _mention(passage: Passage, i: int, hit: Hit[InstrumentHead], extent: first.Extent | last.Extent) -> _Named | None:
    tokens = passage.sentence.tokens
    a = extent.first
    b = extent.last if isinstance(extent, first.Extent) else i
    if extent.pronoun:
        return None
    modifiers = [t for j, t in enumerate(tokens[a : b + 1], a) if j != i and t.text[0].isalnum()]
    capital = tokens[i].text[0].isupper() and (i > 0) and not passage.sentence.heading
    capitals = capital or any(t.text[0].isupper() and t.start != passage.start for t in modifiers)
    if hit.entry.weak and not extent.quoted and not (capital and modifiers):
        return None
    general = hit.analysis.number == "plural" and not (extent.governed or extent.quoted)
    full = (
        bool(modifiers)
        and not general
        and (extent.quoted or extent.governed or (extent.owned and capitals) or len(modifiers) >= _MODIFIERS or capital)
    )
    if not modifiers:
        return None
    start, end = tokens[a].start, tokens[b].end
    words = frozenset(t.norm[:_STEM] for t in modifiers if len(t.text) > 2)  # noqa: PLR2004 - particles tell nothing
    return _Named(
        passage, start, end, tokens[i].start, _name(passage, i, hit, start, end, extent), hit.entry.kind,
        hit.entry.lemma, words, full,
    )  # fmt: skip


def _name(
    passage: Passage, i: int, hit: Hit[InstrumentHead], start: int, end: int, extent: first.Extent | last.Extent
) -> str:
    text = passage.text
    if passage.language.code == "ru":
        return nominative_start(text[start:end], passage.language)
    if passage.language.instruments.order == "first":
        return text[start:end]
    head = passage.sentence.tokens[i]
    base = _base(passage, i, hit, extent)
    return text[start : head.start] + recase(head.text, base)


def _base(passage: Passage, i: int, hit: Hit[InstrumentHead], extent: first.Extent | last.Extent) -> str:
    """The head without its case; a form that is possessive or accusative is the latter after an adjective alone.

    "milli strategiýalary işläp düzmek" is about strategies, "hereketleriň strategiýalary" about those of actions.
    """
    token = passage.sentence.tokens[i]
    analyses = [a for a in passage.language.analyse(token.norm) if a.stem == hit.analysis.stem and a.harmonic]
    accusative = next((a for a in analyses if a.case == "acc" and not a.possessive), None)
    before = passage.sentence.tokens[i - 1].norm if i else ""
    adjective = passage.language.instruments.match("adjectives").at(before, 0) is not None
    if accusative and adjective and not extent.owned:
        return accusative.base
    return hit.analysis.base


def _record(
    number: int, group: Sequence[_Named], annotations: Annotations, cast: Cast, events: Sequence[Event]
) -> Instrument:
    best = max(group, key=lambda n: (n.full, len(n.words), -n.start))
    mentions = tuple(
        NamedMention(n.passage.text[n.start : n.end], n.start, n.end, n.passage.sentence.lang,
                     "name" if n.full else "short", f"{n.passage.sentence.lang}.instrument")
        for n in group
    )  # fmt: skip
    links = dict.fromkeys(_link(n, annotations, cast, events) for n in group)
    spoken = [link for link in links if link.how != "named"]
    return Instrument(
        f"i{number}",
        best.name,
        best.kind,
        mentions,
        tuple(spoken) or tuple(links)[:1],
        f"{best.passage.sentence.lang}.instrument",
    )


def _link(named: _Named, annotations: Annotations, cast: Cast, events: Sequence[Event]) -> Link:
    passage = named.passage
    how, at = _spoken(named)
    evidence = passage.evidence()
    event = next(
        (e.id for e in events if any(v.start < passage.end and passage.start < v.end for v in e.evidence)), None
    )
    return Link(how, evidence, _agent(named, at, cast) if at else None, event)


def _spoken(named: _Named) -> tuple[str, tuple[int, int] | None]:
    """What is done with the instrument: the wording nearest to the name, without another head between."""
    passage, data = named.passage, named.passage.language.instruments
    hits = []
    for a, b, spoken in data.match_spoken.find(passage.low, passage.start, passage.end):
        if named.start <= a and b <= named.end:
            continue
        gap = (named.end, a) if a >= named.end else (b, named.start)
        if data.order == "last" and a < named.start and not spoken.agent:
            continue  # in the Turkic languages what is done with a thing follows it
        words = [t for t in passage.sentence.tokens if gap[0] <= t.start and t.end <= gap[1] and t.text[0].isalnum()]
        if len(words) > _REACH or any(passage.language.instrument_heads.find(w.norm) for w in words):
            continue
        hits.append((len(words), a, b, spoken.how))
    if not hits:
        return "named", None
    _, a, b, how = min(hits)
    return how, (a, b)


def _agent(named: _Named, at: tuple[int, int], cast: Cast) -> str | None:
    """Who does it, where the text has the word for it: "gazna tarapyndan", "by the Fund"."""
    passage, data = named.passage, named.passage.language.instruments
    for a, b, _ in data.match("agents").find(passage.low, passage.start, passage.end):
        for i, mention in enumerate(passage.organisations):
            behind = data.order == "first" and a >= at[0] and 0 <= mention.start - b <= len(" the ")
            before = data.order == "last" and 0 <= a - mention.end <= 1 and b <= at[0]
            if behind or before:
                return cast.organisation_of[passage.first_organisation + i]
    return None
