"""What a sentence says of an instrument: adopted, approved, implemented, discussed, funded, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.instruments.names import Named
    from kg.model import Event

_REACH = 6  # words between a name and what is done with it
_BEFORE = 25  # characters before a name in which "in line with" stands
_ARTICLE = 5  # characters: an article and its spaces
_ENDS = ' .!»”"'


def links(named: Named, cast: Cast, events: Sequence[Event]) -> Iterator[Link]:
    """What the sentence says of the instrument, each wording once; `named` where it says nothing."""
    passage = named.passage
    evidence = passage.evidence()
    event = next(
        (e.id for e in events if any(v.start < passage.end and passage.start < v.end for v in e.evidence)), None
    )
    spoken = _spoken(named)
    for how, at in spoken:
        yield Link(how, evidence, _agent(named, at, cast), event)
    if not spoken:
        yield Link("named", evidence, None, event)


def _spoken(named: Named) -> list[tuple[str, tuple[int, int]]]:
    """The wording nearest to the name, no other head between; and talk of it that a Turkic sentence ends with."""
    passage, data = named.passage, named.passage.language.instruments
    aside = _aside(named)
    nearest: tuple[int, int, int, str] | None = None
    final: tuple[str, tuple[int, int]] | None = None
    for a, b, spoken in passage.find(data.match_spoken):
        if named.start <= a and b <= named.end:
            continue
        if not spoken.agent and (aside or (passage.language.head_final and a < named.start)):
            continue  # in the Turkic languages what is done with a thing follows it
        if passage.language.head_final and spoken.how == "discussed" and not passage.low[b : passage.end].strip(_ENDS):
            final = (spoken.how, (a, b))
        distance = _distance(named, (named.end, a) if a >= named.end else (b, named.start))
        if distance is not None and (nearest is None or distance < nearest[0]):
            nearest = (distance, a, b, spoken.how)
    found: list[tuple[str, tuple[int, int]]] = [(nearest[3], (nearest[1], nearest[2]))] if nearest else []
    return [*found, final] if final and (not nearest or final[0] != nearest[3]) else found


def _aside(named: Named) -> bool:
    """Tell whether the name only says by what else is done: "in line with the Strategy, a law was adopted"."""
    passage, data = named.passage, named.passage.language.instruments
    start = max(passage.start, named.start - _BEFORE)
    before = data.match("barriers").last(passage.low, start, named.start) if not passage.language.head_final else None
    return before is not None and len(passage.low[before[1] : named.start].split()) <= 1


def _distance(named: Named, gap: tuple[int, int]) -> int | None:
    """Words between a name and a wording; None where they don't belong together."""
    passage = named.passage
    tokens = [passage.sentence.tokens[i] for i in passage.tokens_in(*gap)]
    words = [t for t in tokens if gap[0] <= t.start and t.end <= gap[1] and t.text[0].isalnum()]
    if len(words) > _REACH or passage.language.instruments.match("barriers").first(passage.low, *gap):
        return None
    return None if any(passage.language.instrument_heads.find(w.norm) for w in words) else len(words)


def _agent(named: Named, at: tuple[int, int], cast: Cast) -> str | None:
    """Who does it, where the text has the word for it: "gazna tarapyndan", "by the Fund"."""
    passage = named.passage
    final = passage.language.head_final
    for a, b, _ in passage.find(passage.language.instruments.match("agents")):
        for i, mention in enumerate(passage.organisations):
            behind = not final and a >= at[0] and mention.end > b and mention.start - b <= _ARTICLE
            before = final and 0 <= a - mention.end <= 1 and b <= at[0]
            if behind or before:
                return cast.organisation_of[passage.first_organisation + i]
    return None
