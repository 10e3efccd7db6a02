"""The country that a document is at home in: that of posts and institutions that it tells without one."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ABROAD, OF_STATE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.model import Annotations, Document, OrganisationMention, PlaceMention, PostMention

# Country that news in a language is at home in when the text names none.
_HOME = {"tk": "TM", "kk": "KZ"}
# How often another country must be named for a text to be at home there, and how many times as often as its own.
_OFTEN = 4
_MUCH = 3
# Kinds of institutions that a text may name of any country: the states themselves, and who is sent.
_SENT = frozenset({"state", "embassy"})
# Cases of where somebody goes or is.
_THERE = frozenset({"dat", "loc", "attr"})
# Lines among which a dateline stands, and what sets the town off from what follows.
_HEAD = 4
_SET_OFF = frozenset(",./(–—-")
# What may stand between a town and its country.
_BEHIND = frozenset({" ", " (", ", "})


def _own_right(document: Document, annotations: Annotations) -> list[PlaceMention]:
    """The countries named, but not behind a town of theirs, as news tell a town abroad: "в Чолпон-Ате (Киргизия)"."""
    behind = {
        p.start
        for town, p in pairwise(annotations.places)
        if (town.kind, town.country) == ("town", p.country) and document.text[town.end : p.start] in _BEHIND
    }
    return [p for p in annotations.places if p.kind == "country" and p.start not in behind]


def home_of(lang: str) -> str | None:
    """The country that "our country" is in a language which only one country's news are written in, or None."""
    return _HOME.get(lang)


def home_country(document: Document, annotations: Annotations) -> str | None:
    """The country that a document speaks from: its language's own, unless another is named much more often.

    A country that somebody visits is none that the text speaks from. A language of several countries has none of its
    own: then that of the town that opens the text ("Ташкент, 28 февраля – …") where the text goes on to name it, else
    the country of whom the text names first, unless another is named far more often. Who represents a country
    elsewhere is left aside.
    """
    named = [p.country for p in annotations.places if p.country and p.kind == "country"]
    own = _HOME.get(document.lang)
    if own is None:
        named = named if document.lang == "en" else [p.country for p in _own_right(document, annotations) if p.country]
        if opening := _opening(document, annotations, named):
            return opening
        guests = _guests(annotations)
        return _first_actors(annotations, guests) or _host(annotations, named, guests)
    if not named:
        return own
    counts = Counter(named)
    counts[own] += sum(p.country == own and p.kind != "country" for p in annotations.places)
    if any(p.country == own and p.post in OF_STATE for p in annotations.posts):
        return own  # "Қазақстанның Сыртқы істер министрі Үндістанға барады"
    most = most_named(named) or own
    seldom = counts[most] < _OFTEN or counts[own] * _MUCH >= counts[most]
    return own if seldom or most in _visited(annotations) else most


def _visited(annotations: Annotations) -> frozenset[str]:
    """Countries to which somebody goes, from another: "Премьер-министр Иранға ресми сапармен барды"."""
    going = {t.sentence for t in annotations.triggers if t.type == "visit"}
    return frozenset(p.country for p in annotations.places if p.country and p.sentence in going and p.case in _THERE)


def told_beside(annotations: Annotations) -> dict[int, str]:
    """The one country that the titles of a person mention tell (by its index), for those of them that tell none.

    "Deputy Chairman of the Cabinet, Minister of Trade of Chile N.": the Cabinet is Chile's, wherever the text is from.
    """
    told: dict[int, set[str]] = {}
    for post in annotations.posts:
        if post.person is not None and (country := told_by(annotations, post)):
            told.setdefault(post.person, set()).add(country)
    return {person: next(iter(countries)) for person, countries in told.items() if len(countries) == 1}


def most_named(countries: Sequence[str]) -> str | None:
    """The country named most often, the first of equals; None of none."""
    counts = Counter(countries)
    return max(counts, key=counts.__getitem__, default=None)


def _host(annotations: Annotations, named: Sequence[str], guests: AbstractSet[str]) -> str | None:
    """The country named most often: of a text by those sent abroad, another than their own; of equals none."""
    sent = [(p.start, p.country) for p in annotations.posts if p.country and p.post in ABROAD]
    sent += [(o.start, o.country) for o in annotations.organisations if o.country and o.kind == "embassy"]
    sender = min(sent, default=(0, None))[1]
    others = {country for _, country in sent}
    if len(others) > 2 and not set(named) - others:  # noqa: PLR2004 - a list of envoys is nobody's home
        return None
    senders = others if len(others) > 1 and set(named) - others else {sender}  # several present their credentials
    named = [c for c in named if c not in guests]
    rest = [c for c in named if c not in senders] or list(named)
    counts = Counter(rest).most_common(2)
    tied = len(counts) > 1 and counts[0][1] == counts[1][1]
    return None if tied and len(set(rest)) > 2 else most_named(rest)  # noqa: PLR2004 - a list of states is nobody's home


def _first_actors(annotations: Annotations, guests: AbstractSet[str]) -> str | None:
    """The country of the first title or institution, if the document names it not much less often than any other."""
    told = [(p.start, p.country) for p in annotations.posts if p.country and p.post not in ABROAD]
    told += [
        (o.start, o.country)
        for o in annotations.organisations
        if o.country and o.kind not in _SENT and not _by_adjective(annotations, o)
    ]
    told = [(start, country) for start, country in told if country not in guests]
    counts = Counter(country for _, country in told)
    counts.update(p.country for p in annotations.places if p.country)
    first = _told_later(annotations) or min(told, default=(0, None))[1]
    return first if first and counts[first] * _MUCH >= max(counts.values()) else None


def _by_adjective(annotations: Annotations, body: OrganisationMention) -> bool:
    """Tell a body of which only the first word of its name tells the country: "Шведская академия"."""
    if body.known is not None or not body.rule.startswith("ru."):
        return False
    return all(p.case == "adj" for p in annotations.places if body.start <= p.start < body.end)


def _guests(annotations: Annotations) -> frozenset[str]:
    """Countries that only titles tell, where the first who bears a post of his state has it without a country.

    "Foreign Minister Anna Kim met President of Cyprus N": the text is not at home in Cyprus.
    """
    held = [p for p in annotations.posts if p.person is not None and p.post in OF_STATE]
    if not held or held[0].country or _owner(annotations, held[0]) or _told_later(annotations):
        return frozenset()
    titles = [(p.start, p.end) for p in annotations.posts if p.country]
    own = {p.country for p in annotations.places if not any(a <= p.start < b for a, b in titles)}
    own |= {o.country for o in annotations.organisations if not any(a <= o.start < b for a, b in titles)}
    own_posts = {p.post for p in held if p.person == held[0].person}
    peers = {p.country for p in held if p.post in own_posts and p.person != held[0].person}
    return frozenset(p.country for p in annotations.posts if p.country and (p.country in peers or p.country not in own))


def told_by(annotations: Annotations, post: PostMention) -> str | None:
    """The country that a title names: its own, or that of its institution."""
    return post.country or _owner(annotations, post)


def _owner(annotations: Annotations, post: PostMention) -> str | None:
    """The country of the institution that a post is held in."""
    return annotations.organisations[post.organisation].country if post.organisation is not None else None


def _told_later(annotations: Annotations) -> str | None:
    """The country of the first who bears a post of his state, told with a later mention of him: "Pakistan's FM Kim"."""
    held = [p for p in annotations.posts if p.person is not None and p.post in OF_STATE]
    if not held or held[0].country:
        return None
    surnames = [annotations.persons[p.person].name.split()[-1] for p in held if p.person is not None]
    return next((p.country for p, name in zip(held, surnames, strict=True) if p.country and name == surnames[0]), None)


def _opening(document: Document, annotations: Annotations, named: Sequence[str]) -> str | None:
    """The country of the town that opens a line at the head of the text, if the text names that country too."""
    lines = {p.start for p in [p for item in document.items for p in item.paragraphs][:_HEAD]}
    for place in annotations.places:
        if (
            place.start in lines
            and place.country in named
            and document.text[place.end : place.end + 2].strip()[:1] in _SET_OFF
        ):
            return place.country
    return None
