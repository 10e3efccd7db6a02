"""Words in capitals that nothing explains: in English texts most of them are institutions ("experts of FIAP")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, words_of
from kg.annotate.organisations.head_initial.pieces import acting
from kg.annotate.organisations.headless.clusters import is_acronym
from kg.annotate.organisations.headless.outlets import dateline
from kg.annotate.view import ROMAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kg.annotate.view import View

_LONGEST = 8
_BRACKETS = frozenset("()")
# What joins letters to a longer sign or an address.
_SIGNS = frozenset("@_/-+#")


def of_titles(views: Sequence[View]) -> frozenset[str]:
    """The acronyms that the text gives for titles, and so are no body in it: "Chief Election Commissioner (CEC)"."""
    return frozenset(
        view.tokens[k].text for view in views if view.language.analytic for k in _in_brackets(view) if _titled(view, k)
    )


def _titled(view: View, k: int) -> bool:
    """Tell an acronym in brackets, token k, of the words with capitals before it, one of which heads a title."""
    words: list[int] = []
    for m in range(k - 2, -1, -1):
        if view.capital(m) and len(words) < len(view.tokens[k].text):
            words.insert(0, m)
        elif not view.tokens[m].text.islower() or len(words) == len(view.tokens[k].text):
            break
    spelt = "".join(view.tokens[m].text[0] for m in words)
    return spelt == view.tokens[k].text and any(view.posts[m] for m in words)


def find_acronyms(views: Sequence[View], found: dict[int, list[Draft]], titles: AbstractSet[str]) -> None:
    """Add a draft for each word of three to eight capitals in a sentence that no other name holds.

    `titles` are those that stand for titles.

    What stands in brackets behind a phrase is that phrase's short form, and so no institution's name where the phrase
    is none: "the Development Assistance Framework (DAF)".
    """
    if not any(view.language.analytic for view in views):
        return
    kinds = {text: kind for view in views if view.language.analytic for text, kind in _kinds(view)}
    barred = {view.tokens[k].text for at, view in enumerate(views) for k in _defined(view, found[at])} | titles
    for at, view in enumerate(views):
        if not view.language.analytic or view.shouting or view.sentence.heading:
            continue
        taken = {k for d in found[at] for k in range(d.first, d.last + 1)}
        opening = _opening(view)
        added = [
            _draft(view, k, kinds.get(text, "other"))
            for k in view.sentence.capitals
            if k >= opening
            and k not in taken
            and is_acronym(view, k)
            and len(text := view.tokens[k].text) <= _LONGEST
            and not (set(text) <= ROMAN or view.tokens[k].norm.endswith(view.language.strong_surnames))
            and text not in barred
            and view.tokens[k].norm not in view.language.institutions.capitals
            and _alone(view, k)
            and not (_glued(view, k) or _kind(view, k))
        ]
        for draft in added:
            draft.form = "abbreviation"
        if added:
            found[at] = sorted([*found[at], *added], key=lambda d: (d.start, -d.end))


def _draft(view: View, k: int, kind: str) -> Draft:
    """The body of an acronym, with whose name it bears before one with small letters: "[Abai] KazNPU"."""
    first = k - 1 if k and not view.tokens[k].text.isupper() else k
    named = first < k and view.capital(first) and view.tokens[first].norm not in view.ordinary
    named = named and view.tokens[first].norm not in view.stop
    named = named and not (view.posts[first] or view.heads[first] or view.place[first])
    first = first if named and view.tokens[first].text[1:].islower() else k
    return draft_of(view, (first, k), words_of(view, first, k), kind, "acronym")


def _defined(view: View, drafts: Sequence[Draft]) -> list[int]:
    """The acronyms that stand in brackets behind something else than an institution."""
    ends = {d.last for d in drafts}
    return [k for k in _in_brackets(view) if k - 2 not in ends]


def _in_brackets(view: View) -> list[int]:
    """The acronyms that stand alone in brackets behind something."""
    tokens = view.tokens
    return [
        k + 1
        for k in view.sentence.at(_BRACKETS)
        if tokens[k].text == "(" and 0 < k < len(tokens) - 2 and tokens[k + 2].text == ")" and is_acronym(view, k + 1)
    ]


def _kinds(view: View) -> Iterator[tuple[str, str]]:
    """Acronyms behind or before a title that is held in one kind of institution: "Rector of TSU", "TSU Rector"."""
    data = view.language.posts
    for i in view.post_at:
        hit = view.posts[i]
        if hit is None:
            continue
        general = i + 1 < len(view.tokens) and view.tokens[i + 1].norm in data.following
        last = i + general
        post = hit.entry.with_.get(view.tokens[last].norm, hit.entry.post) if general else hit.entry.post
        kind = hit.entry.seat or data.seats.get(post)
        behind = last + 2 if last + 2 < len(view.tokens) and view.tokens[last + 1].norm in data.of else i - 1
        borne = behind > i and behind + 1 < len(view.tokens) and view.capital(behind)  # "Rector of Abai KazNPU"
        behind += borne and not is_acronym(view, behind)
        if kind and behind >= 0 and is_acronym(view, behind):
            yield view.tokens[behind].text, kind


def _opening(view: View) -> int:
    """The first token behind a dateline: "DUSHANBE, May 2 – …"."""
    span = dateline(view)
    first = span[1] + 1 if span else 0
    return max(first, 1 if is_acronym(view, 0) and len(view.tokens) > 1 and not view.word(1) else 0)


def _of_plan(view: View, k: int) -> bool:
    """Tell the short name of a programme or a treaty: "the [BMP] Programme", "within the framework of the [MIP]".

    So what something is told on: "a report on the [ZIV]".
    """
    after = view.tokens[k + 1].norm if k + 1 < len(view.tokens) else ""
    hit = view.language.instrument_heads.find(after)
    before = k - 1
    while before > 0 and view.tokens[before].norm in view.language.posts.of | view.language.institutions.articles:
        before -= 1
    framed = before >= 0 and view.tokens[before].norm in view.language.institutions.frames
    return framed or (hit is not None and view.capital(k + 1) and not view.sentence.heading)


def _glued(view: View, k: int) -> bool:
    """Tell a part of an address or of a longer sign: "[ABC]@oslo.no", "[ABC]-XY"."""
    start, end = view.tokens[k].start, view.tokens[k].end
    return not _SIGNS.isdisjoint(view.text[max(0, start - 1) : start] + view.text[end : end + 1])


def _kind(view: View, k: int) -> bool:
    """Tell what only says of what kind a thing is: "the [TIP] Report", "the [EDK] level", but "[TCO] signed".

    So one of several, and what the noun before tells to be something else: "a [TPP]", "the agreement [ABC]".
    """
    before = view.tokens[k - 1].norm if k else ""
    named = view.language.instrument_heads.find(before) is not None
    if before in view.language.institutions.indefinite or named:
        return True
    if k + 1 >= len(view.tokens) or acting(view, k + 1):
        return False
    word, verbs = view.tokens[k + 1].norm, view.language.morphology
    acts = word.endswith(verbs.past + verbs.present)
    small = word in view.stop or word in view.purpose or word in view.conjunctions
    return word in view.ordinary and not (acts or small)


def _alone(view: View, k: int) -> bool:
    """Tell a word in capitals that is no place, title, note in brackets or part of a heading."""
    marks = [t.text for t in view.tokens[:k] if t.text in _BRACKETS]
    if view.place[k] or view.posts[k] or view.heads[k] or marks[-1:] == ["("] or _of_plan(view, k):
        return False
    beside = [view.tokens[m] for m in (k - 1, k + 1) if 0 <= m < len(view.tokens)]
    return not any((len(t.text) > 1 and t.text.isupper()) or t.text[0].isdigit() for t in beside)
