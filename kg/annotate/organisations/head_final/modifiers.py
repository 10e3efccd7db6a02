"""What a word before a head is, where heads stand last: its modifier, a name, member states of an organisation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.view import CLOSING, CLOSING_QUOTES, OPENING, OPENING_QUOTES
from kg.language.memo import Memo

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language import Language
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# How far right of a noun its own head may stand ("Merkezi Saýlaw … topary").
_NEAR = 6
# Within so many words after an institution stands the title that it owns.
_TITLE = 4
_MARKS = OPENING | CLOSING


def member_states(view: View, j: int) -> bool:
    """Tell whether "member states" stands at token `j` ("… -ға қатысушы мемлекеттердің кеңесі")."""
    for beginnings in _members(view.language)[view.tokens[j].norm]:
        there = view.sentence.words[j : j + len(beginnings)]
        if len(there) == len(beginnings) and all(map(str.startswith, there, beginnings)):
            return True
    return False


@cache
def _members(language: Language) -> Memo[str, list[list[str]]]:
    """The beginnings of the words for "member states" that may begin with a word."""
    phrases = [phrase.split() for phrase in language.institutions.members]
    return Memo(lambda word: [beginnings for beginnings in phrases if word.startswith(beginnings[0])])


def eponym(view: View, j: int) -> bool:
    """Tell whether token `j` is a word such as "adyndaky", before which stands after whom an institution is named."""
    word = view.tokens[j].norm
    return word in view.language.names.eponym and word not in view.language.institutions.places


def with_article(view: View, j: int) -> bool:
    """Tell a name with an article in small letters: "[әл-Фараби] атындағы"."""
    article, _, name = view.tokens[j].text.partition("-")
    names = view.language.names
    return name[:1].isupper() and (article in names.articles or article in names.particles)


def in_order(view: View, j: int) -> bool:
    """Tell a word for in order to what something is done, or on what grounds, which is no body's or title's purpose.

    "Инвестиция тарту [үшін]", "дамуға қосқан үлесі [үшін] министр …", "кеңес қорытындысы [бойынша] әкім …".
    """
    data = view.language.institutions
    if not j or view.tokens[j].norm not in view.purpose:
        return False
    before = view.tokens[j - 1].norm
    if any(a.possessive == "3" and a.stem in data.grounds for a in view.language.analyse(before)):
        return True
    if not data.actions or view.tokens[j].norm not in data.in_order:
        return False
    named = j > 1 and view.capital(j - 1)
    owned = not named and any(a.possessive == "3" and a.harmonic for a in view.language.analyse(before))
    return owned or before.endswith(data.actions)


def area(view: View, j: int) -> bool:
    """Tell whether token `j` is a part of the world, of which the word before it tells the part ("Merkezi Aziýa")."""
    areas = view.language.institutions.areas
    word = view.tokens[j].norm.partition("-")[0]  # "Merkezi Aziýa-Ýaponiýa"
    return view.capital(j) and any(a.stem in areas or a.base in areas for a in view.language.analyse(word))


def _area_too(view: View, i: int) -> bool:
    """Tell a word for a part of the world of which another is joined to it: "[Merkezi] we Günorta Aziýa"."""
    last = i + 3
    joined = last < len(view.tokens) and view.tokens[i + 1].norm in view.conjunctions and view.capital(i + 2)
    return joined and area(view, last)


def _region(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell the middle of a country: "[Орталық] Қазақстандағы ескерткіш"."""
    place = view.place[i + 1]
    return hit.entry.middle and not hit.analysis.possessive and place is not None and place.kind == "country"


def is_modifier(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell a noun that only modifies a later head from a head ("Merkezi Saýlaw topary": central, not centre)."""
    if hit.analysis.case != "nom" or hit.analysis.number:
        return _members_of_next(view, i)  # "Ұйымның байқаушылар [миссиясын] | ұйымның хатшысы"
    if i + 1 < len(view.tokens) and (area(view, i + 1) or _area_too(view, i) or _region(view, i, hit)):
        return True
    return not _complete(view, i, hit) and _modifies(view, i, hit)


def _complete(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell a name that is complete before another one: "Söwda-senagat edarasy Türki … birleşigine"."""
    data = view.language.institutions
    chamber = i > 0 and any(
        k == "parliament" and view.tokens[i - 1].norm.startswith(w) for w, k in hit.entry.kinds.items()
    )
    whole = hit.analysis.possessive == "3" and (not data.bare_owner or chamber)  # "Федералдық жиналысы | Федерация …"
    whole = whole and view.tokens[i].norm not in data.modifiers
    return whole and i + 1 < len(view.tokens) and view.capital(i + 1)


def _modifies(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell whether a later head within the phrase takes the noun for its modifier."""
    purpose = False
    for j in range(i + 1, min(i + _NEAR, len(view.tokens))):
        token = view.tokens[j]
        if token.norm in view.purpose:
            purpose = True
        elif not view.word(j) or token.norm in view.stop or token.norm in view.conjunctions or view.place[j]:
            return False
        elif (head := view.heads[j]) is not None and not _members_of_next(view, j):
            return not _apart(view, hit, j, purpose=purpose) and _takes(hit, head, beside=j == i + 1, purpose=purpose)
        elif view.posts[j] or (view.oblique(j) and not purpose):
            return False  # "«Көк жол» кәсіпорны | жанында училище"
    return False


def _apart(view: View, hit: Hit[Head], j: int, *, purpose: bool) -> bool:
    """Tell a noun of institutions from the head at `j`, which begins something else behind it."""
    head = view.heads[j]
    if head is None or (head.entry.board and j + 1 < len(view.tokens) and view.posts[j + 1]):
        return True  # "Кәсіпкерлер палатасы | Басқарма төрағасы"
    if hit.entry.alone and not (purpose or head.analysis.possessive):
        return True  # "Үкімет | Ұлттық қорды"
    if head.entry.kind == "ministry":
        return True  # "ЕҚЫҰ офисі | Ішкі істер министрлігімен"
    several = _others(head) or (not hit.entry.alone and _gathers(view, j))  # "ынтымақтастық кеңесі | жиналысының"
    return bool(hit.analysis.possessive) and several


def _takes(hit: Hit[Head], head: Hit[Head], *, beside: bool, purpose: bool) -> bool:
    """Tell a head that takes the noun before it for its modifier; `beside` it or behind other words."""
    owner = hit.entry.alone or (beside and head.entry.owned)
    own = owner and hit.analysis.possessive  # "Федералдық Мәжілісі Федерация Кеңесі", "… бюросы миссиясы"
    return purpose or (hit.entry.weak and not own) or not hit.analysis.possessive


def _members_of_next(view: View, j: int) -> bool:
    """Tell institutions in the plural of which the next word is a union: "Parlament [Ýygnaklar] Birleşigi"."""
    head, union = view.heads[j], view.heads[j + 1] if j + 1 < len(view.tokens) else None
    plain = head is not None and head.analysis.number and not head.analysis.possessive and head.analysis.case == "nom"
    return bool(plain) and union is not None and union.analysis.possessive == "3"


def _others(head: Hit[Head]) -> bool:
    """Tell institutions that nothing owns: "Merkezi saýlaw topary [häkimlikler] bilen"."""
    return bool(head.analysis.number) and not head.analysis.possessive


def _gathers(view: View, j: int) -> bool:
    """Tell a noun in small letters that is one of events as well ("жиналыс")."""
    head = view.heads[j]
    return head is not None and head.entry.lemma in view.language.event_nouns and not view.capital(j)


def in_titles(view: View) -> frozenset[int]:
    """Tokens in quotation marks before a head noun, but the last: parts of its name ("«… muzeý işi» kafedrasy").

    And all of them before a noun of works: "«Көшбасшылық мектебі» бағдарламасы".
    """
    works = view.language.institutions.works
    found: set[int] = set()
    opening: int | None = None
    for k in view.sentence.at(_MARKS):
        token = view.tokens[k]
        if token.text in OPENING_QUOTES and opening is None:
            opening = k
        elif token.text in CLOSING_QUOTES and opening is not None:
            after = view.heads[k + 1] if k + 1 < len(view.tokens) else None
            if after and after.analysis.possessive:
                found.update(range(opening + 1, k - 1))
            elif works and k + 1 < len(view.tokens):
                noun = view.language.analyse(view.tokens[k + 1].norm)
                found.update(range(opening + 1, k) if any(a.possessive and a.stem in works for a in noun) else ())
            opening = None
    return frozenset(found)


def name_word(view: View, k: int) -> bool:
    """Tell a word with a capital that is no noun of institutions, no title, no place and no listed modifier."""
    if not view.capital(k) or view.heads[k] or view.posts[k] or view.place[k]:
        return False
    word, language = view.tokens[k].norm, view.language
    known = word in language.institutions.modifiers or word in language.posts.modifiers
    return not known and word not in view.stop


def ends_name(view: View, j: int) -> bool:
    """Tell whether token `j` ends a name whose surname tells nothing: after a given name, or two after a title."""
    if j == 0 or not name_word(view, j) or not name_word(view, j - 1):
        return False
    if view.tokens[j - 1].text.isupper() and not view.shouting and len(view.tokens[j - 1].text) > 1:
        return False  # an abbreviation: "ИЫҰ Адам құқықтары жөніндегі комиссиясы"
    before = view.tokens[j - 1].norm
    if view.language.is_given(before) and before not in view.ordinary:
        return True
    post = view.posts[j - 2] if j > 1 else None
    return post is not None and not post.analysis.number and post.analysis.case == "nom"


def plain_word(view: View, k: int) -> bool:
    """Tell a word in small letters with no ending: the field of a school."""
    plain = view.word(k) and not (view.capital(k) or view.posts[k] or view.place[k] or view.oblique(k))
    return plain and view.tokens[k].norm not in view.stop and not view.language.genitive(view.tokens[k].norm)


def affairs(view: View, k: int) -> bool:
    """Tell a noun in the plural that something owns, in the nominative: "(ÝUNESKO-nyň) işleri"."""
    found = view.language.analyse(view.tokens[k].norm)
    return any(a.number and a.possessive == "3" and a.case == "nom" and a.harmonic for a in found)


def owns_title(view: View, i: int) -> bool:
    """Tell whether a title that the noun at `i` owns follows it."""
    for k in range(i + 1, min(i + _TITLE, len(view.tokens))):
        post = view.posts[k]
        if post is not None:
            return post.analysis.possessive == "3"
        if view.tokens[k].norm not in view.language.posts.modifiers | view.language.posts.aside:
            return False
    return False
