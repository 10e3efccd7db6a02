"""Annotation: a document and its languages to mentions.

The order of the stages: sentences, dates, places, institutions, persons, titles, states, triggers. Each sees what
those before it found; none changes it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.annotate.dates import find_date_mentions
from kg.annotate.organisations import KnownNames, find_organisations
from kg.annotate.persons import find_persons
from kg.annotate.places import find_places
from kg.annotate.posts import FINDERS, bind_predicates, find_listed, find_signatures, referring, title_ends
from kg.annotate.sentences import split
from kg.annotate.states import find_states
from kg.annotate.triggers import find_triggers
from kg.annotate.view import make_view
from kg.model import START, Annotations, OrganisationMention, PostMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts import Title
    from kg.annotate.view import View
    from kg.language import Language
    from kg.language.morphology import Analysis
    from kg.model import Document, PersonMention, PlaceMention

__all__ = ["KnownNames", "annotate"]


def annotate(document: Document, languages: Mapping[str, Language], known: KnownNames) -> Annotations:
    """All mentions of a document. `known` is built once from authority and languages and may be shared.

    Sentences in a language that is not in `languages` carry no mentions.
    """
    text = document.text
    sentences = split(document, languages)
    places = find_places(text, sentences, languages)
    views = _views(document, languages, sentences, places)
    drafts = find_organisations(text, views, known)
    initials = {(d.start, d.end) for found in drafts.values() for d in found if d.form == "abbreviation"}
    places = tuple(p for p in places if (p.start, p.end) not in initials)  # GUAM is not Guam
    blocked = sorted(
        {(d.start, d.end) for found in drafts.values() for d in found} | {(p.start, p.end) for p in places}
    )
    titles = {
        v.tokens[k].end
        for v in views
        for i in v.post_at
        if (hit := v.posts[i]) and _before_name(hit.analysis)
        for k in title_ends(v, i)
    }
    persons = find_persons(text, sentences, languages, titles=titles, blocked=blocked)
    organisations, posts = _compose(views, drafts, persons, places)
    return Annotations(
        sentences,
        find_date_mentions(document, sentences, languages),
        places,
        organisations,
        persons,
        posts,
        find_triggers(text, sentences, languages),
    )


def _before_name(analysis: Analysis) -> bool:
    """Tell a title after which a name may stand: in the plural only one that somebody has ("the Office's experts")."""
    return not analysis.number or analysis.possessive == "3"


def _by_sentence(places: Sequence[PlaceMention]) -> dict[int, list[PlaceMention]]:
    found: dict[int, list[PlaceMention]] = {}
    for place in places:
        found.setdefault(place.sentence, []).append(place)
    return found


def _views(
    document: Document,
    languages: Mapping[str, Language],
    sentences: Sequence[object],
    places: Sequence[PlaceMention],
) -> list[View]:
    by_sentence = _by_sentence(places)
    return [
        make_view(document.text, index, sentence, languages[sentence.lang], by_sentence.get(index, []))  # type: ignore[attr-defined, arg-type]
        for index, sentence in enumerate(sentences)
        if sentence.lang in languages  # type: ignore[attr-defined]
    ]


def _compose(
    views: Sequence[View],
    drafts: Mapping[int, list[Draft]],
    persons: Sequence[PersonMention],
    places: Sequence[PlaceMention],
) -> tuple[tuple[OrganisationMention, ...], tuple[PostMention, ...]]:
    """Find titles, then turn drafts, states and titles into mentions that refer to each other by index."""
    by_sentence: dict[int, list[int]] = {}
    for n, person in enumerate(persons):
        by_sentence.setdefault(person.sentence, []).append(n)
    located = _by_sentence(places)
    flat: list[tuple[OrganisationMention, Draft | None]] = []
    signatures = find_signatures(views, drafts, _bare_names(views, by_sentence, persons))
    signed = {at for at, _ in signatures}
    titles: list[tuple[View, Title]] = [(views[at], title) for at, title in signatures]
    named = [
        {view.first_of(persons[n]): (n, _last_token(view, persons[n].end)) for n in by_sentence.get(view.index, [])}
        for view in views
    ]
    titles += [(views[at], title) for at, title in find_listed(views, drafts, named)]
    borne = {title.post for _, title in titles}
    for at, (view, here) in enumerate(zip(views, named, strict=True)):
        found: list[Title] = []
        if view.post_at or here:  # a noun tells a post, or a verb that of who is named
            found = FINDERS[view.language.head_final](view, drafts.get(at, []), here)
            found = referring(view, bind_predicates(view, found, persons, here), borne)
            found = [t for t in found if t.organisation or not t.trade or (t.post == "candidate" and t.last > t.body)]
        titles += [(view, title) for title in found if title.person is not None or (at not in signed)]
        flat += [(_mention(view, d), d) for d in drafts.get(at, [])]
        covered = [(d.start, d.end) for d in drafts.get(at, [])]
        covered += [(view.tokens[t.first].start, view.tokens[t.last].end) for t in found]
        covered += [(persons[n].start, persons[n].end) for n in by_sentence.get(view.index, [])]
        flat += [(m, None) for m in find_states(view, located.get(view.index, []), covered)]
    flat.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    index = {id(draft): n for n, (_, draft) in enumerate(flat) if draft is not None}
    organisations = tuple(
        OrganisationMention(
            m.start,
            m.end,
            m.text,
            m.lang,
            m.sentence,
            m.rule,
            m.name,
            m.kind,
            m.country,
            index.get(id(d.owner)) if d and d.owner else None,
            m.form,
            m.known,
            m.case,
        )
        for m, d in flat
    )
    posts = tuple(_post(view, title, index, persons) for view, title in titles)
    return organisations, tuple(sorted(posts, key=lambda p: (p.start, p.end)))


def _bare_names(
    views: Sequence[View], by_sentence: Mapping[int, list[int]], persons: Sequence[PersonMention]
) -> dict[int, int]:
    """The views that are nothing but a person's name, with the person's index."""
    found = {}
    for at, view in enumerate(views):
        here = by_sentence.get(view.index, [])
        if len(here) != 1 or persons[here[0]].start != view.sentence.start:
            continue
        if view.text[persons[here[0]].end : view.sentence.end].strip() in {"", ","}:
            found[at] = here[0]
    return found


def _last_token(view: View, end: int) -> int:
    return bisect_left(view.tokens, end, key=START) - 1


def _mention(view: View, d: Draft) -> OrganisationMention:
    return OrganisationMention(
        d.start,
        d.end,
        view.text[d.start : d.end],
        d.lang or view.language.code,
        view.index,
        d.rule,
        d.name,
        d.kind,
        d.country,
        None,
        d.form,
        d.known,
        d.case,
    )


def _post(view: View, title: Title, index: Mapping[int, int], persons: Sequence[PersonMention]) -> PostMention:
    start, end = view.tokens[title.first].start, view.tokens[title.last].end
    if title.person is not None and persons[title.person].sentence == view.index:
        start, end = min(start, persons[title.person].start), max(end, persons[title.person].end)
    return PostMention(
        start,
        end,
        view.text[start:end],
        view.language.code,
        view.index,
        title.rule,
        title.text,
        title.post,
        index.get(id(title.organisation)) if title.organisation else None,
        title.country,
        title.person,
        title.generic,
        case=title.case,
    )
