"""Lists that begin an English name before its head: "the [Foreign Affairs, Defence and] Security Committee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

# What follows the owner's name where that ends in "s".
APOSTROPHES = frozenset("'’")
# Posts whose holders lead a part of an institution.
_OF_UNITS = frozenset({"head", "director", "deputy-head", "deputy-director", "chair", "deputy-chair", "president"})


def list_before(view: View, joint: int, head: int, at_end: Mapping[int, Draft]) -> int | None:
    """The first token of the list that ends at the conjunction `joint` before the `head` of a name, or None.

    Words with capitals stand behind an article, an owner or the "of" of a unit's chief: "the Judicial Support and
    Training Department"; plain ones may have commas between them. Such ones need nothing before them where a title
    follows the head: "[Education and] Science Committee Chair Anna Kim".
    """
    tokens, at, commas = view.tokens, joint - 1, False
    while _item(view, at, at_end) or (tokens[at].text == "," and at < joint - 1 and _item(view, at - 1, at_end)):
        commas = commas or tokens[at].text == ","
        at -= 1
    first = at + 1
    if first == joint and not (at >= 0 and at in at_end):
        return None
    plain = all(tokens[k].norm in view.ordinary or tokens[k].text == "," for k in range(first, joint))
    if commas and not plain:
        return None
    if _begins(view, at, at_end, empty=first == joint, plain=plain and first < joint):
        return first
    titled = head + 1 < len(tokens) and view.posts[head + 1] is not None
    opens = at < 0 or tokens[at].norm not in view.language.posts.of
    return first if plain and titled and opens and not commas and first < joint else None


def _item(view: View, k: int, at_end: Mapping[int, Draft]) -> bool:
    """Tell a word with a capital that is no body, title, place or name by itself."""
    if k < 0 or k in at_end or not (view.capital(k) and view.word(k)):
        return False
    office = (hit := view.posts[k]) and hit.entry.post != "judge"  # "Justice and Development Party"
    barred = view.heads[k] or office or view.place[k] or view.personal(k)
    return not barred and view.tokens[k].norm not in view.language.institutions.articles


def _begins(view: View, k: int, at_end: Mapping[int, Draft], *, empty: bool, plain: bool) -> bool:
    """Tell what stands right before a name at token `k`: an article, an owner, a unit's chief; `empty` has no item.

    An owner and a place do before `plain` items: "the [U.S. Trade and] Development Agency".
    """
    if k < 0:
        return False
    token = view.tokens[k]
    if k in at_end or view.place[k] is not None:
        return plain  # "the Bank's [Central and] …", "the [Chilean-Peruvian Scientific and] Cultural Center"
    if token.text in APOSTROPHES:
        return k - 1 in at_end
    if (house := view.heads[k]) is not None and house.entry.kind == "parliament":
        return not empty  # "the Majlis [National Security and] Foreign Policy Committee"
    over = view.posts[k - 1] if k and token.norm in view.language.posts.of else None
    chief = over is not None and over.entry.post in _OF_UNITS  # "Head of [Trade Policy and] Tariffs Department"
    return chief or token.norm in view.language.institutions.articles
