"""Names of instruments in a sentence, in the nominative, with what tells one instrument from another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.instruments import first, last
from kg.interpret.nominative import nominative_start
from kg.language.case import recase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.instruments.extent import Extent
    from kg.interpret.passages import Passage
    from kg.language.instruments import InstrumentHead
    from kg.language.lexicon import Hit
    from kg.model import OrganisationMention, Token

_MODIFIERS = 2  # words in lower case that make a name of a head without a complement
_STEM = 5  # letters by which words of two mentions are compared


@dataclass(slots=True)
class Named:
    """One mention: its span, name in the nominative, kind and the beginnings of its words."""

    passage: Passage
    start: int
    end: int
    name: str
    kind: str
    lemma: str
    words: frozenset[str]
    full: bool
    quoted: bool


def named(passage: Passage, cast: Cast) -> Iterator[Named]:
    """Mentions of instruments in a passage, in text order.

    The regulations inside "a new edition of the regulations", and words inside a title, are no mentions of their own.
    """
    heads = passage.language.instrument_heads.among(passage.sentence.words)
    hits = [(i, hit) for i, hit in heads if _counts(passage, i, hit)]
    if not hits:
        return
    reach = (last if passage.language.head_final else first).Reach(passage)
    swallowed: set[int] = set()
    found: list[tuple[int, Named]] = []
    for i, hit in hits:
        extent = reach.extent(i)
        if hit.entry.version:
            owned = [j for j, h in hits if extent.first <= j < i and not h.entry.version]
            if not owned:
                continue
            swallowed.add(owned[-1])
        mention = _mention(passage, i, hit, extent, cast)
        if mention:
            found.append((i, mention))
    titles = [(m.start, m.end) for _, m in found if m.quoted]
    for i, mention in found:
        inside = any(
            a <= mention.start and mention.end <= b and (a, b) != (mention.start, mention.end) for a, b in titles
        )
        if i not in swallowed and not inside:
            yield mention


def _counts(passage: Passage, i: int, hit: Hit[InstrumentHead]) -> bool:
    """Leave out heads inside an institution's name, without the word they need ("ýol kartasy"), or in general talk."""
    token, before = passage.sentence.tokens[i], hit.entry.before
    if before and (i == 0 or not passage.sentence.tokens[i - 1].norm.startswith(before)):
        return False
    if any(t.norm.startswith(hit.entry.reached) for t in passage.sentence.tokens[i + 1 : i + 2]):
        return False
    if _done(passage, i):
        return False
    covering = [o for o in passage.organisations if o.start <= token.start < o.end and o.kind != "state"]
    return not any(not _is_programme(passage, i, o) for o in covering)


def _done(passage: Passage, i: int) -> bool:
    """Tell an English verb that looks like a head: "the parties [plan] to discuss"."""
    tokens, language = passage.sentence.tokens, passage.language
    if not language.analytic or i == 0 or i + 1 >= len(tokens) or tokens[i + 1].norm not in language.posts.goals:
        return False
    before = tokens[i - 1].norm
    if not tokens[i].text.islower() or language.instruments.match("adjectives").at(before, 0):
        return False
    if language.instruments.match("doing").at(before, 0):
        return True
    leads = (language.institutions.articles, language.posts.possessives, language.posts.its, language.small_words)
    return not any(before in words for words in leads)


def _is_programme(passage: Passage, i: int, mention: OrganisationMention) -> bool:
    """Tell whether what was taken for an institution is the instrument itself: "the State Programme for …"."""
    tokens = passage.sentence.tokens
    before = [tokens[j] for j in passage.tokens_in(mention.start, tokens[i].start)]
    adjectives = passage.language.instruments.match("adjectives")
    following = tokens[i + 1].text if i + 1 < len(tokens) and tokens[i + 1].start < mention.end else ""
    return bool(before) and all(adjectives.at(t.norm, 0) for t in before) and not following[:1].isupper()


def _mention(passage: Passage, i: int, hit: Hit[InstrumentHead], extent: Extent, cast: Cast) -> Named | None:
    tokens = passage.sentence.tokens
    modifiers = [
        t for j, t in enumerate(tokens[extent.first : extent.last + 1], extent.first) if j != i and t.text[0].isalnum()
    ]
    capital = _is_capital(passage, i, hit.entry.kind)
    lifted = any(t.norm.startswith(hit.entry.unless) for t in modifiers)
    weak = hit.entry.weak and not (extent.quoted or capital or lifted)
    ours = hit.analysis.possessive not in {"", "3"}
    if extent.pronoun or ours or not modifiers or weak or (extent.loose and not hit.analysis.possessive):
        return None
    start, end = tokens[extent.first].start, tokens[extent.last].end
    return Named(
        passage,
        start,
        end,
        _name(passage, i, hit, extent),
        hit.entry.kind,
        hit.entry.lemma,
        _words(passage, modifiers, cast),
        _is_full(hit, extent, modifiers, passage.start, capital=capital),
        extent.quoted,
    )


def _is_capital(passage: Passage, i: int, kind: str) -> bool:
    """Tell whether a capital makes a name of the head: its own, or that of the word that qualifies it.

    "Saýlaw kodeksi", "Социальный кодекс", "Ashgabat declaration"; not "UNDP project", which may be any of them.
    """
    tokens = passage.sentence.tokens
    if i == 0 or passage.sentence.heading:
        return False
    if tokens[i].text[0].isupper():
        return True
    owners = [(o.start, o.end) for o in passage.organisations if o.form != "qualifier"]
    before = tokens[i - 1]
    owned = any(a <= before.start < b for a, b in owners) or kind == "project"
    placed = any(p.start <= before.start < p.end for p in passage.places)
    return (i > 1 or placed) and before.text[0].isupper() and not before.text.isupper() and not owned


def _is_full(
    hit: Hit[InstrumentHead], extent: Extent, modifiers: Sequence[Token], start: int, *, capital: bool
) -> bool:
    """Tell a name from general talk: by a title, a complement, an owner, capitals, or two words beside the head.

    Plans need more than two words: everybody has "a work plan for the year".
    """
    plural = hit.analysis.number == "plural"
    if plural and not extent.quoted and (hit.entry.kind == "plan" or not extent.governed):
        return False
    if extent.quoted or (extent.governed and len(modifiers) >= _MODIFIERS):
        return True
    capitals = capital or any(t.text[0].isupper() and t.start != start for t in modifiers)
    return capital or (extent.owned and capitals) or (hit.entry.kind != "plan" and len(modifiers) >= _MODIFIERS)


def _words(passage: Passage, modifiers: Sequence[Token], cast: Cast) -> frozenset[str]:
    """What tells instruments of one head apart: beginnings of words, and institutions by their records' ids.

    "ТМД" and "Тәуелсіз Мемлекеттер Достастығы" count as one word; postpositions and prepositions tell nothing.
    """
    data = passage.language.instruments
    empty = ("postpositions", "relational", "prepositions", "conjunctions")
    found = set()
    for token in modifiers:
        owner = next((i for i, o in enumerate(passage.organisations) if o.start <= token.start < o.end), None)
        who = cast.organisation_of[passage.first_organisation + owner] if owner is not None else None
        if who or not any(data.match(field).at(token.norm, 0) for field in empty):
            found.add(who or token.norm[:_STEM])
    return frozenset(found)


def _name(passage: Passage, i: int, hit: Hit[InstrumentHead], extent: Extent) -> str:
    head = passage.sentence.tokens[i]
    start, end = passage.sentence.tokens[extent.first].start, passage.sentence.tokens[extent.last].end
    if not passage.language.head_final:
        return nominative_start(passage.text[start:end], passage.language)
    return passage.text[start : head.start] + recase(head.text, _base(passage, i, hit, extent))


def _base(passage: Passage, i: int, hit: Hit[InstrumentHead], extent: Extent) -> str:
    """The head without its case ending, and without a possessive ending where nothing in the name owns it.

    "söwda boýunça strategiýalary işläp düzmek" is about "söwda boýunça strategiýalar"; "hereketleriň
    strategiýalary" keeps its ending, for the actions own it.
    """
    before = passage.sentence.tokens[i - 1].norm if i else ""
    data = passage.language.instruments
    loose = any(data.match(f).at(before, 0) for f in ("adjectives", "postpositions", "relational"))
    if not loose or extent.owned or not hit.analysis.possessive:
        return hit.analysis.base
    token = passage.sentence.tokens[i]
    plain = [a.base for a in passage.language.analyse(token.norm) if a.stem == hit.analysis.stem and not a.possessive]
    return plain[0] if plain else (hit.analysis.base if hit.analysis.number else hit.analysis.stem)
