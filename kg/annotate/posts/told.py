"""Posts that a verb tells: "Anna Kim, who heads the Agency", "the Agency, led by Anna Kim"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.head_initial.beside import name_at
from kg.annotate.posts.title import Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View

# How far before an institution a noun may stand that is headed instead ("the delegation of the Ministry, led by …").
_BACK = 6
# Cases of what somebody heads, in Russian.
_OBJECT = frozenset({"acc", "nom", "ins"})


def find_told(view: View, near: Around, titles: Sequence[Title]) -> list[Title]:
    """Titles that no noun but a verb tells, in text order; `titles` are those of the sentence that nouns tell."""
    data = view.language.posts
    found: list[Title] = []
    for k in sorted({*view.sentence.at(data.heading.keys()), *view.sentence.at(data.led_by.keys())}):
        token = view.tokens[k]
        if (post := data.heading.get(token.norm)) and view.language.fusional and k + 1 < len(view.tokens):
            told = _headed(view, k, post, near)
        elif (post or (post := _perfect(view, k))) and k + 1 < len(view.tokens):
            led = near.at_start.get(view.past_article(k + 1))
            told = _told(view, k, post, led, _subject(view, k, near))
        elif (post := data.led_by.get(token.norm)) and k + 2 < len(view.tokens) and view.tokens[k + 1].norm in data.by:
            told = _told(view, k, post, _body(view, k, near), _agent(view, k + 2, near, titles))
        else:
            continue
        found += [told] if told else []
    return found


def _perfect(view: View, k: int) -> str | None:
    """The post of who has headed a body, which an English participle at `k` tells: "Anna Kim, who has [headed] it"."""
    data, before = view.language, view.tokens[k - 1].norm if k else ""
    active = data.analytic and before in data.institutions.auxiliaries and k + 1 < len(view.tokens)
    active = active and view.tokens[k + 1].norm not in data.posts.by
    return data.posts.led_by.get(view.tokens[k].norm) if active else None


def _told(view: View, k: int, post: str, organisation: Draft | None, person: int | None) -> Title | None:
    if organisation is None or person is None or organisation.kind == "state":
        return None
    rule, text = f"{view.language.code}.verb", view.language.posts.headed_as or post
    return Title(k, k, k, text, post, rule, organisation, organisation.country, person)


def _headed(view: View, k: int, post: str, near: Around) -> Title | None:
    """Who heads a body by a Russian verb, in either order: "Анна Ким [возглавляет] Центр", "Миссию [возглавил] N"."""
    before, after = near.at_end.get(k - 1), near.at_start.get(k + 1)
    if after is not None and after.case in _OBJECT:
        return _told(view, k, post, after, _subject(view, k, near))
    name = name_at(view, k + 1, near) if before is not None and before.case in _OBJECT else None
    return _told(view, k, post, before, near.persons[name][0]) if name is not None else None


def _subject(view: View, k: int, near: Around) -> int | None:
    """The person right before the verb, or before its relative pronoun."""
    before = k - 1 - (view.language.analytic and view.tokens[k - 1].norm in view.language.institutions.auxiliaries)
    if before > 0 and view.tokens[before].norm in view.language.posts.who:
        before -= 1 + (view.tokens[before - 1].text == ",")
    return near.ends[before][0] if before in near.ends else None


def _body(view: View, k: int, near: Around) -> Draft | None:
    """The institution before the participle, a comma, a pronoun or a verb between them; nothing else may be headed."""
    data, before = view.language.posts, k - 1
    while before > 0 and (view.tokens[before].text == "," or view.tokens[before].norm in {*data.who, *data.copulas}):
        before -= 1
    draft = near.at_end.get(before)
    sent = draft is not None and view.heads[draft.first]
    if draft is None or (sent and sent.entry.refined):
        return None  # "Delegation of the Council, led by …" has come from there
    if draft.rule.endswith(".coordinated-ellipsis"):
        return None  # "talks of the ministries of Chile and Peru, led by …"
    for m in range(draft.first - 1, max(-1, draft.first - _BACK), -1):
        if not view.word(m):
            break
        if view.posts[m] or view.tokens[m].norm in data.bodies or view.tokens[m].norm in view.language.event_nouns:
            return None
    return draft


def _agent(view: View, k: int, near: Around, titles: Sequence[Title]) -> int | None:
    """The person behind "by", whose other title may stand first."""
    k += k + 1 < len(view.tokens) and view.tokens[k].norm in view.language.institutions.articles
    title = next((t for t in titles if t.first in {k, k - 1} and t.person is not None), None)
    if title is not None:
        return title.person
    name = name_at(view, k, near)
    return near.persons[name][0] if name is not None else None
