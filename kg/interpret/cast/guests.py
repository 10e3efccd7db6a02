"""Countries of guests and hosts: those that a text tells of without being at home there."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import OF_STATE, ORGANS, VISITS, first_told
from kg.interpret.cast.titles import told_by
from kg.interpret.spans import starts_within, tokens_behind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.model import Annotations, OrganisationMention, PlaceMention, PostMention

# Cases of where somebody goes or is.
_THERE = frozenset({"dat", "loc", "attr"})
# Tokens behind a visit among which the visited is named ("visits to [the] Bundestag").
_NEAR = 3
# The same behind a meeting ("met with a delegation of the [Senate]").
_FAR = 6


def visited_from(annotations: Annotations) -> frozenset[str]:
    """Countries to which somebody goes, from another: "Премьер-министр Иранға ресми сапармен барды"."""
    going = first_told(annotations, VISITS)
    return frozenset(p.country for p in annotations.places if p.country and p.sentence in going and p.case in _THERE)


def gone_to(annotations: Annotations, languages: Mapping[str, Language]) -> frozenset[str]:
    """Countries that somebody whose post is told without one goes to: "Minister Anna Kim [arrived] in Norway".

    So with people of a body of no country that is told: "a delegation of Turan University [visited] Norway".
    """
    bearers: dict[int, int] = {}
    for body in annotations.organisations:
        told = body.country or body.known or body.kind in {"media", "international"}
        if languages[body.lang].analytic and not told:
            bearers.setdefault(body.sentence, body.start)
    for post in annotations.posts:
        if post.person is not None and post.post in OF_STATE and told_by(annotations, post) is None:
            bearers[post.sentence] = min(post.start, bearers.get(post.sentence, post.start))
    going = {n: start for n, start in first_told(annotations, VISITS).items() if bearers.get(n, start) < start}
    gone = (p for p in annotations.places if p.start > going.get(p.sentence, p.start) and p.case != "adj")
    return frozenset(p.country for p in gone if p.country)


def guests_of(annotations: Annotations, held: Sequence[PostMention]) -> frozenset[str]:
    """Countries that only titles tell, where the first who bears a post of his state has it without a country.

    "Foreign Minister Anna Kim met President of Cyprus N": the text is not at home in Cyprus. `held` are the titles of
    those who bear such posts.
    """
    if not held or told_by(annotations, held[0]):
        return frozenset()
    titles = [p for p in annotations.posts if p.country]
    told = starts_within(annotations.places, titles) | starts_within(annotations.organisations, titles)
    things: tuple[OrganisationMention | PlaceMention, ...] = (*annotations.places, *annotations.organisations)
    own = {thing.country for thing in things if thing.start not in told}
    own_posts = {p.post for p in held if p.person == held[0].person}
    peers = {p.country for p in held if p.post in own_posts and p.person != held[0].person}
    titled = {p.country for p in titles if p.country}
    return frozenset(country for country in titled if country in peers or country not in own)


def met_first(annotations: Annotations) -> frozenset[str]:
    """The countries of those whom the first who acts for a state, told without a country, meets.

    "Under Secretary N [met with] President of Cyprus M", "Minister N met with a delegation of the Senate of Chile".
    """
    bodies, bearers = annotations.organisations, (p for p in annotations.posts if p.person is not None)
    first = next((p for p in bearers if p.post in OF_STATE or _kind(annotations, p) in ORGANS), None)
    if first is None or told_by(annotations, first):
        return frozenset()
    meeting = next((t for t in annotations.triggers if t.start > first.start and t.type == "meeting"), None)
    if meeting is None or meeting.sentence != first.sentence or meeting.form != "verb":
        return frozenset()
    told: tuple[PostMention | OrganisationMention, ...] = (*annotations.posts, *(o for o in bodies if o.kind in ORGANS))
    behind = tokens_behind(annotations.sentences[first.sentence], meeting.end, _FAR)
    ahead = {t.start for t in takewhile(lambda t: t.text != ",", behind)}
    return frozenset(thing.country for thing in told if thing.country and thing.start in ahead)


def _kind(annotations: Annotations, post: PostMention) -> str:
    """The kind of the institution that a title names, "" where it names none."""
    return annotations.organisations[post.organisation].kind if post.organisation is not None else ""


def visited_bodies(annotations: Annotations) -> frozenset[int]:
    """Where names stand right behind a visit: "A delegation [visits the] Bundestag"."""
    found: set[int] = set()
    for trigger in annotations.triggers:
        if trigger.type == "visit":
            behind = tokens_behind(annotations.sentences[trigger.sentence], trigger.end, _NEAR)
            found.update(t.start for t in behind if t.text[:1].isupper())
    return frozenset(found)


def told_later(held: Sequence[PostMention], person_of: Sequence[str | None]) -> str | None:
    """The country of the first who bears a post of his state, told with a later mention of him: "Pakistan's FM Kim".

    `held` are the titles of those who bear such posts, `person_of` gives the person (by id) of each mention of one.
    """
    if not held or held[0].country:
        return None
    bearers = [person_of[p.person] for p in held if p.person is not None]
    return next(
        (p.country for p, bearer in zip(held, bearers, strict=True) if p.country and bearer == bearers[0]), None
    )


def titled_later(
    annotations: Annotations, held: Sequence[PostMention], person_of: Sequence[str | None]
) -> tuple[int, str] | None:
    """Where a text's first person is named, and the country of the post of his state that he bears below that.

    "Kim meets Russian FM N. President of Chile Anna Kim …"; `held` and `person_of` are as for `told_later`.
    """
    if not annotations.persons or person_of[0] is None or any(p.person == 0 for p in held):
        return None
    later = (told_by(annotations, p) for p in held if p.person is not None and person_of[p.person] == person_of[0])
    country = next(later, None)
    return (annotations.persons[0].start, country) if country else None
