"""Persons and organisations, as in the first track: words of the key's names against words of ours.

A pair counts by |common| / (|common| + |missed| + |false|), of the key's words only those that make the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.evaluate.calibration import Sample
from kg.evaluate.collections.factrueval.pairs import best_pairs
from kg.evaluate.score import Difference, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluate.collections.collection import Scored
    from kg.evaluate.collections.factrueval.key import Key, Name
    from kg.model import Reading

# A mention is taken for right where it agrees with a name by more than a half.
_HALF = 0.5
# In which types of objects a name of a type may be embedded; it is passed over then.
_AROUND = {"Person": ("Location", "Org", "LocOrg"), "Org": ("Org", "LocOrg")}


def score_names(key: Key, reading: Reading, scored: Scored) -> None:
    """Add to `scored` what is right of a document's names, what differs, and how sure the reading was of each."""
    persons = [m for p in reading.persons for m in p.mentions if m.form != "title"]
    bodies = [m for o in reading.organisations if o.kind != "state" for m in o.mentions if m.form != "short"]
    every = [m for o in reading.organisations for m in o.mentions]
    for measure, kind, mentions in (
        ("persons", "Person", persons),
        ("organisations", "Org", bodies),
        ("organisations, not mapped", "Org", every),
    ):
        ours = sorted({key.touched(m.start, m.end) for m in mentions}, key=sorted)
        tally, told = _compare(key, kind, ours, measure)
        scored.tallies[measure].add(tally)
        scored.differences += told if mentions is not every else []
    for of, kind, mentions in (("person", "Person", persons), ("organisation", "Org", bodies)):
        names = [name for name in key.names if name.type == kind]
        for mention in mentions:
            words = key.touched(mention.start, mention.end)
            right = any(quality(name, words) >= _HALF for name in names)
            scored.samples.append(Sample(of, mention.rule, mention.confidence, right))


def quality(name: Name, ours: frozenset[int]) -> float:
    """How far a name of ours is the key's: 1 for the same words."""
    common, missed = len(name.naming & ours), len(name.naming - ours)
    if not name.naming:
        return len(name.tokens & ours) / len(name.tokens | ours)
    return common / (common + missed + len(ours - name.tokens))


def _compare(key: Key, kind: str, ours: Sequence[frozenset[int]], measure: str) -> tuple[Tally, list[Difference]]:
    names = [name for name in key.names if name.type == kind]
    pairs = _pairs(names, ours)
    tally, differences = Tally(), []

    def tell(what: str, words: str) -> None:
        differences.append(Difference(key.document, measure, what, words))

    for n, name in enumerate(names):
        if not name.naming or _embedded(name, key) or _again(names, n, pairs):
            continue
        mine = pairs.get(n)
        share = quality(name, ours[mine]) if mine is not None else 0.0
        tally.add(Tally(1, share, int(mine is not None), share))
        if mine is None:
            tell("missed", name.text)
        elif share < 1:
            tell("partly", f"{name.text}, not {_text(key, ours[mine])}")
    for m in sorted(set(range(len(ours))) - set(pairs.values())):
        tally.add(Tally(found=1))
        tell("false", _text(key, ours[m]))
    return tally, differences


def _pairs(names: Sequence[Name], ours: Sequence[frozenset[int]]) -> dict[int, int]:
    """The pairing by which most words agree; whole names before parts of names, objects with a name before others."""
    return best_pairs(
        {
            (n, m): quality(name, mine) + len(name.tokens & mine) / len(name.tokens | mine) + bool(name.naming) / 4
            for n, name in enumerate(names)
            for m, mine in enumerate(ours)
            if name.tokens & mine
        }
    )


def _embedded(name: Name, key: Key) -> bool:
    return any(name.tokens < other.tokens for other in key.names if other.type in _AROUND[name.type])


def _again(names: Sequence[Name], n: int, pairs: dict[int, int]) -> bool:
    """Tell a name that the key holds twice, by the same words: one of them counts, the paired one if there is one."""
    same = [k for k, other in enumerate(names) if other.tokens == names[n].tokens]
    return n != min(same, key=lambda k: (k not in pairs, k))


def _text(key: Key, tokens: frozenset[int]) -> str:
    return " ".join(key.words[n] for n in sorted(tokens))
