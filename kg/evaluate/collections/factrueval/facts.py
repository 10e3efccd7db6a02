"""Facts, as in the third track: who holds which post where (`Occupation`), and who met whom (`Meeting`).

A fact of ours is compared with a fact of the key of which it has somebody or some place; a pair counts by the weight
of the parts that are right to that of all parts of either. Facts are paired one to one: a second telling is false.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from kg.evaluate.calibration import Sample
from kg.evaluate.collections.factrueval.pairs import best_pairs
from kg.evaluate.score import Difference, Tally
from kg.language.morphology import russian

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluate.collections.collection import Scored
    from kg.evaluate.collections.factrueval.key import Fact, Key, Part, Thing
    from kg.model import Annotations, Organisation, Person, PlaceMention, Reading, Role

_WEIGHTS = {"Position": 0.5}
# Two wordings of a name are the same where they differ by no more letters than these.
_LETTERS = 2
# Two mentions are of the same thing where they share more than this part of their words.
_SHARED = 0.5
_HALF = 0.5
_MET = frozenset({"meeting", "visit", "call"})


@dataclass(frozen=True, slots=True)
class Told:
    """A part of a fact of ours: words of the document where it is named, its names, and how to print it."""

    role: str
    mentions: tuple[frozenset[int], ...]
    names: tuple[str, ...]


Claim = tuple[Told, ...]


def score_facts(key: Key, mentions: Annotations, reading: Reading, scored: Scored) -> None:
    """Add to `scored` what is right of a document's facts, what differs, and how sure the reading was of roles."""
    words = _Words(key, mentions, reading)
    every = list(dict.fromkeys(words.occupation(role) for role in reading.roles))
    held = [claim for claim in every if any(told.role == "Where" for told in claim)]
    met = [
        tuple(words.actor("Participant", a) for a in event.attended_by)
        for event in reading.events
        if event.type in _MET and len(event.attended_by) > 1
    ]
    for measure, kind, claims, difficult in (
        ("occupation", "Occupation", held, False),
        ("occupation, difficult too", "Occupation", held, True),
        ("occupation, not mapped", "Occupation", every, False),
        ("meeting", "Meeting", met, False),
    ):
        facts = [fact for fact in key.facts if fact.type == kind]
        tally, told = _compare(facts, claims, difficult=difficult)
        scored.tallies[measure].add(tally)
        if claims is not every:
            scored.differences += [Difference(key.document, measure, what, words) for what, words in told]
    facts = [fact for fact in key.facts if fact.type == "Occupation"]
    for role in reading.roles:
        best = max((_quality(fact, words.occupation(role)) for fact in facts), default=0.0)
        scored.samples.append(Sample("role", role.rule, role.confidence, best > _HALF))


def _compare(facts: Sequence[Fact], claims: Sequence[Claim], *, difficult: bool) -> tuple[Tally, list[tuple[str, str]]]:
    """What is right, and the differences by kind and words."""
    pairs = _pairs(facts, claims, difficult=difficult)
    tally, differences = Tally(), []
    for n, fact in enumerate(facts):
        if fact.difficult and not difficult:
            continue
        mine = pairs.get(n)
        share = _quality(fact, claims[mine]) if mine is not None else 0.0
        tally.add(Tally(1, share, int(mine is not None), share))
        if mine is None:
            differences.append(("missed", _fact(fact)))
        elif share < 1:
            differences.append(("partly", f"{_fact(fact)}, not {_claim(claims[mine])}"))
    for m in sorted(set(range(len(claims))) - set(pairs.values())):
        tally.add(Tally(found=1))
        differences.append(("false", _claim(claims[m])))
    return tally, differences


def _pairs(facts: Sequence[Fact], claims: Sequence[Claim], *, difficult: bool) -> dict[int, int]:
    """The pairing by which most is right; facts that count before those that are passed over."""
    return best_pairs(
        {
            (n, m): _quality(fact, claim) + (difficult or not fact.difficult) / 100
            for n, fact in enumerate(facts)
            for m, claim in enumerate(claims)
            if any(p.role != "Position" and _same(p, told) for p in fact.parts for told in claim)
        }
    )


def _quality(fact: Fact, claim: Claim) -> float:
    right = [part for part in fact.parts if any(_same(part, told) for told in claim)]
    false = [told for told in claim if not any(_same(part, told) for part in fact.parts)]
    weigh = sum(_weight(part.role) for part in right)
    missed = sum(_weight(part.role) for part in fact.parts) - weigh
    return weigh / (weigh + missed + sum(_weight(told.role) for told in false))


def _weight(role: str) -> float:
    return _WEIGHTS.get(role, 1.0)


def _same(part: Part, told: Told) -> bool:
    if part.role != told.role:
        return False
    if part.role == "Position":
        return any(_same_post(wording, name) for wording in part.wordings for name in told.names)
    return any(_same_thing(thing, told) for thing in part.things)


def _same_thing(thing: Thing, told: Told) -> bool:
    """By a mention that both have, else by a name of the same letters but for two."""
    if any(
        len(name.tokens & own) > _SHARED * len(name.tokens | own) for name in thing.mentions for own in told.mentions
    ):
        return True
    theirs = (*thing.names, *(name.text for name in thing.mentions))
    return any(Levenshtein.distance(_plain(one), _plain(other)) <= _LETTERS for one in theirs for other in told.names)


def _same_post(wording: str, title: str) -> bool:
    one, other = _plain(wording), _plain(title)
    return Levenshtein.distance(one, other) <= _LETTERS or _lemmas(one) == _lemmas(other)


@lru_cache(maxsize=5_000)
def _lemmas(words: str) -> tuple[str, ...]:
    return tuple(russian().parse(word)[0].normal_form for word in words.replace("-", " ").split())


def _plain(words: str) -> str:
    return words.lower().replace("ё", "е").strip()


class _Words:
    """What is said of actors and posts, in the terms of the collection."""

    def __init__(self, key: Key, mentions: Annotations, reading: Reading) -> None:
        self.key = key
        self.places = mentions.places
        self.actors: dict[str, Person | Organisation] = {p.id: p for p in reading.persons}
        self.actors |= {o.id: o for o in reading.organisations}
        self.offices = {office.id: office for office in reading.title_only}

    def actor(self, role: str, identifier: str) -> Told:
        """A person, an institution, or an office, as a part of a fact."""
        actor = self.actors.get(identifier)
        mentions = (actor or self.offices[identifier]).mentions
        tokens = tuple(self.key.touched(m.start, m.end) for m in mentions)
        return Told(role, tokens, (actor.name, *actor.alt_names) if actor else ())

    def occupation(self, role: Role) -> Claim:
        """A role as the three parts of an occupation; what the reading leaves open is left out."""
        post = (Told("Position", (), (role.title,)),) if role.title else ()
        return (self.actor("Who", role.person), *post, *self._where(role))

    def _where(self, role: Role) -> tuple[Told, ...]:
        """The institution that the title names, else the country (of a governor the region), else the institution."""
        body = self.actors.get(role.organisation or "")
        at = role.evidence
        if body and any(at.start <= m.start and m.end <= at.end for m in body.mentions):
            return (self.actor("Where", body.id),)
        inside = [p for p in self.places if at.start <= p.start and p.end <= at.end]
        if role.post == "governor" and inside:
            return (self._place(inside[:1]),)
        named = [p for p in self.places if p.kind == "country" and p.country == role.country]
        if named:
            return (self._place(named),)
        return (self.actor("Where", body.id),) if body else ()

    def _place(self, places: Sequence[PlaceMention]) -> Told:
        tokens = tuple(self.key.touched(p.start, p.end) for p in places)
        return Told("Where", tokens, tuple(dict.fromkeys(p.name for p in places)))


def _fact(fact: Fact) -> str:
    parts = ((p.role, p.things[0].names[:1] if p.things else p.wordings[:1]) for p in fact.parts)
    return "; ".join(f"{role} {''.join(name)}" for role, name in parts)


def _claim(claim: Claim) -> str:
    return "; ".join(f"{told.role} {''.join(told.names[:1])}" for told in claim)
