"""The post of a counterpart whose sentence names nobody with one: "N came. He was met by his Chilean [counterpart]"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.interpret.cast.titles import heads_of
from kg.model import START

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import PostMention, Role

# Posts whose holders have counterparts in other states.
_ECHOED = frozenset(
    {"president", "prime-minister", "deputy-prime-minister", "minister", "deputy-minister", "speaker", "deputy-speaker"}
)
# Sentences back to whom a pronoun points.
_FAR = 1


def is_echo(settling: Settling, post: PostMention) -> bool:
    """Tell a counterpart's title to which its sentence gave no post."""
    return post.post == "other" and any(h.echo for h in heads_of(settling.languages[post.lang], post.title))


def echoed(settling: Settling, post: PostMention, person: str) -> str | None:
    """The post of the only one whom the text names right before a counterpart, and who is of another state; or None."""
    persons, named = settling.annotations.persons, set[str | None]()
    for n in range(bisect_left(persons, post.start, key=START) - 1, -1, -1):
        if post.sentence - persons[n].sentence > _FAR:
            break
        named.add(settling.persons.of_mention[n])
    if len(named - {None, person}) != 1:
        return None  # whose counterpart it is isn't told
    held = (r for who in named - {None, person} if who for r in settling.roles.of_person(who) if r.post in _ECHOED)
    return next((r.post for r in held if r.country != post.country), None)


def echoes(settling: Settling, role: Role) -> bool:
    """Tell a holder called by the post of another: "his Maldivian counterpart"."""
    if role.organisation is not None or not role.title:
        return False
    return any(h.echo for language in settling.languages.values() for h in heads_of(language, role.title))
