"""An institution's name while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head

# Tokens of the longest name that may own another: longer chains of genitives are no names.
LONGEST = 60
# Kinds that say little: a part of an international organisation is international whatever its head says.
_PARTS = frozenset({"government", "other", "education", "election-body", "court", "ngo", "embassy"})
# A department of these is of the same kind: a university's department, a parliament's committee, a radio's service.
_WHOLES = frozenset({"education", "parliament", "company", "media", "ngo", "party"})


@dataclass(slots=True)
class Draft:
    """Tokens `first..last` (inclusive) of a sentence name an institution.

    `start` and `end` are offsets in the text; `owner` is the draft of the institution that it is a part of; `lang`
    is the language of the words where it isn't the sentence's.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: str
    rule: str
    country: str | None = None
    owner: Draft | None = None
    form: str = "name"
    known: str | None = None
    case: str = ""
    lang: str | None = None


def may_own(draft: Draft) -> bool:
    """Tell whether a name is short enough to be a part of another's."""
    return draft.last - draft.first < LONGEST


def draft_of(view: View, span: tuple[int, int], name: str, kind: str, rule: str) -> Draft:
    """A draft over tokens `span` (inclusive), its rule named with the language's code."""
    first, last = span
    return Draft(
        first, last, view.tokens[first].start, view.tokens[last].end, name, kind, f"{view.language.code}.{rule}"
    )


def settle(draft: Draft, owner: Draft | None, country: str | None, *, part: bool = False) -> Draft:
    """Give a draft its owner and country; a part takes the country and, where its own says little, the kind.

    `part` tells that its head is one of which institutions have many ("committee", "group").
    """
    draft.owner = owner
    draft.country = country or (owner.country if owner else None)
    if owner and owner.kind == "international" and (draft.kind in _PARTS or part):
        draft.kind = "international"
    vague = draft.kind in {"government", "other"} or (part and draft.kind == "company")
    if owner and owner.kind in _WHOLES and vague:
        draft.kind = owner.kind
    return draft


def kind_of(view: View, first: int, last: int, head: Head) -> str:
    """The head's kind, refined by the first of the name's words that its data lists; the last where heads stand last.

    So "Жоғарғы Аудиторлық палата" is for audit, and no upper house. A beginning may go on into the next word: "Совет
    [министров обороны]" is of several states.
    """
    places = range(first, last + 1)
    for k in reversed(places) if view.language.head_final else places:
        pair = " ".join(view.sentence.words[k : k + 2])
        for beginning, kind in head.kinds.items():
            if pair.startswith(beginning):
                return head.kind if kind == "parliament" and _of_town(view, first, last) else kind
    return head.kind


def _of_town(view: View, first: int, last: int) -> bool:
    """Tell a body of a town, which has no parliament: "Committee on Foreign Relations of the City of [Oslo]"."""
    return any((place := view.place[k]) is not None and place.kind == "town" for k in range(first, last + 1))


def words_of(view: View, first: int, last: int) -> str:
    """The text of tokens `first..last`, white space evened."""
    return " ".join(view.text[view.tokens[first].start : view.tokens[last].end].split())
