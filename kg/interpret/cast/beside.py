"""Titles right before the name of somebody else: "Президент [Петровқа] хат жолдады"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.interpret.cast.groups import ENVOYS, words
from kg.interpret.cast.titles import FIRST, HEADS
from kg.interpret.cast.where import organisation_of

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import PersonMention, PostMention

# Posts that one person holds at a time.
_SOLE = HEADS | {"prime-minister", "governor"}
# Cases of whom one writes to or receives, and of whom one speaks to or meets.
_RECEIVING = frozenset({"dat", "acc"})
_OBLIQUE = frozenset({"dat", "ins", "abl"})


def apart(settling: Settling, post: PostMention, person: str) -> PostMention | None:
    """The title apart from the name behind it, which is that of `person`, where somebody else bears it; else None."""
    if post.person is None:
        return None
    bearer = settling.annotations.persons[post.person]
    if post.start >= bearer.start or not (
        _written_to(settling, post, bearer, person)
        or _spoken_to(settling, post, bearer, person)
        or _another_holds(settling, post, bearer, person)
    ):
        return None
    text = post.text[: bearer.start - post.start].rstrip()
    return replace(post, person=None, text=text, end=post.start + len(text))


def _written_to(settling: Settling, post: PostMention, bearer: PersonMention, person: str) -> bool:
    """Tell who is first in a state before whom he writes to: "Ýurduň Baştutany Wladimir Putine salam iberdi"."""
    if bearer.case not in _RECEIVING or post.post not in FIRST:
        return False
    return any(r.country == post.country and r.person != person for r in settling.roles.of_post(post.post))


def _spoken_to(settling: Settling, post: PostMention, bearer: PersonMention, person: str) -> bool:
    """Tell a bare title before whom its bearer speaks to, who has a post of his own: "әкім Итиро Кавабатаға айтты"."""
    if bearer.case not in _OBLIQUE or post.organisation is not None or post.country:
        return False
    if not settling.languages[post.lang].head_final:
        return False
    told = settling.told_in[post.sentence]
    if any(p.person == post.person and p.start <= post.start and p != post for p in told):
        return False  # "Премьер-Министр орынбасары – Сыртқы істер министрі Асқар Досовпен"
    held = (r for r in settling.roles.of_person(person) if r.post != post.post)
    return any(r.organisation or r.country for r in held)


def _another_holds(settling: Settling, post: PostMention, bearer: PersonMention, person: str) -> bool:
    """Tell the title of the subject before whom it is said of: "Төраға Иван Петров қонақ екенін айтты".

    Somebody else holds the post, which one person has at a time, and who is named behind it has another. So does an
    envoy before whom he speaks to or of: "Елші Иван Петровты министр болуымен құттықтады".
    """
    spoken_of = post.post in ENVOYS and bearer.case in _RECEIVING
    if not settling.languages[post.lang].head_final or not (post.post in _SOLE or spoken_of):
        return False
    others = (r for r in settling.roles.of_person(person) if r.post != post.post)
    if not any(r.organisation or r.country for r in others):
        return False
    organisation = organisation_of(settling, post) if post.organisation is not None else None
    if organisation is None and (post.country or len(words(post.title)) > 1):
        return False
    held = (r for r in settling.roles.of_post(post.post) if r.person != person)
    return any(organisation in {None, r.organisation} for r in held)
