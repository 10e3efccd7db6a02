"""What stands beside the head of a title, where heads stand last: its bearer, whom the bearer met, another phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.head_final.behind import past_respect
from kg.annotate.view import DASHES, nominative
from kg.language.case import recase

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead
    from kg.model import PlaceMention


# Letters of the longest stem that a chance locative leaves ("Сауда").
_SHORT = 3
# Letters of the longest word that ends like a participle by chance ("орган").
_VERBAL = 5
# Words of a board's title, with the head.
_BOARD = 5
# Words of a field before a comma.
_FIELDS = 5
# Kinds of instruments that parties sign.
_SIGNED = frozenset({"convention", "statement"})
_OF_FIELDS = frozenset({"minister", "deputy-minister"})


def head_of(view: View, i: int, hit: Hit[PostHead], *, alone: bool) -> str:
    """The head of a title at `i` in the nominative singular, as it would be written there, `alone` or behind a noun."""
    text, ours = view.tokens[i].text, hit.analysis.possessive == "1pl"  # "қаржы [министріміз]"
    if not hit.analysis.number and not ours:
        return nominative(view, i)
    owned = not alone if ours else hit.analysis.possessive == "3"
    return recase(text, view.language.possessed(hit.entry.lemma) if owned else hit.entry.lemma)


def met(view: View, i: int, bearer: tuple[int, int]) -> bool:
    """Tell whether who stands after a title is whom its bearer met: "АҚШ-тағы елшісі Трамппен кездесті".

    So it is in a sentence that begins with a title in the possessive and names one surname and the meeting.
    """
    last, hit, data = bearer[1], view.posts[i], view.language.posts
    if last != i + 1 or last + 1 >= len(view.tokens) or hit is None:
        return False
    joined = view.tokens[last].norm.endswith(data.with_)
    opens = all(view.place[k] or view.capital(k) or k == i for k in range(i + 1))
    met = view.tokens[last + 1].norm.startswith(data.meeting)
    return hit.analysis.possessive == "3" and opens and met and joined and not hit.entry.crowned


def met_by_all(view: View, last: int) -> bool:
    """Tell the one name, which ends at token `last`, of whom those met who bear a title in the plural before it.

    "ministrleri Anna Berg bilen duşuşdylar".
    """
    after = last + 1
    if after >= len(view.tokens) or view.tokens[after].norm not in view.language.posts.with_:
        return False
    behind = past_respect(view, after + 1)  # "төрағалары Анна Берг пен [лорд] Ито Кита"
    return behind < len(view.tokens) and not view.capital(behind)


def state_of_people(view: View, j: int, hit: Hit[PostHead]) -> PlaceMention | None:
    """The state at `j` of an ombudsman before his title: "[Türkmenistanda] adam hukuklary boýunça wekil"; else None."""
    place, opening = view.place[j], view.tokens[j + 1].norm
    named = any(opening.startswith(b) and post == "ombudsman" for b, post in hit.entry.with_.items())
    return place if named and place is not None and place.kind == "country" and place.case == "loc" else None


def is_referred(view: View, j: int) -> bool:
    """Tell the genitive of a noun for the country in question, in the singular: "[ýurduň] Prezidenti"."""
    data = view.language.posts
    several = j and view.tokens[j - 1].norm in data.both
    found = () if several else view.language.analyse(view.tokens[j].norm)
    return any(a.stem in data.ours and a.case == "gen" and not (a.number or a.possessive) for a in found)


def is_object(view: View, j: int) -> bool:
    """Tell what is signed, whose dative is its bare form, before a title: "[Ähtnama] adalat ministri gol çekdi".

    And a word in small letters in the accusative whose stem ends in a vowel: "-ды" and "-ты" make adjectives, too
    ("құрметті").
    """
    signed = view.language.instrument_heads.find(view.tokens[j].norm)
    if signed is not None and signed.entry.kind in _SIGNED:
        return True
    if view.capital(j):
        return False
    vowels = view.language.morphology.vowels
    found = view.language.analyse(view.tokens[j].norm) if view.language.institutions.bare_owner else ()
    return any(a.case == "acc" and not a.possessive and a.harmonic and a.stem[-1] in vowels for a in found)


def located(view: View, j: int) -> bool:
    """Tell a name in the locative before a title with a capital, and a word in the ablative.

    It is an unknown town ("Жиддада Сыртқы істер министрі"), or a side ("қазақстандық тараптан вице-министр").
    """
    if view.heads[j] or view.place[j] or not view.language.institutions.bare_owner:
        return False  # "Қазақстан" looks like an ablative
    case = "loc" if view.capital(j) and view.capital(j + 1) else "abl"
    found = view.language.analyse(view.tokens[j].norm)
    return any(a.case == case and a.harmonic and len(a.stem) > _SHORT for a in found)


def during(view: View, j: int) -> bool:
    """Tell a noun of events in the locative: "үкімет [отырысында] білім мәселелері жөніндегі вице-министр сөйледі".

    At the beginning of a sentence a noun for a body is one, too: "[Кеңесте]".
    """
    found = [a for a in view.language.analyse(view.tokens[j].norm) if a.case == "loc"]
    opens = j == 0 and view.heads[0] is not None
    return bool(found) and (opens or any(a.stem in view.language.event_nouns for a in found))


def named_from(view: View, short: Draft, near: Around) -> int | None:
    """Where the full name begins behind which a dash sets an abbreviation: "[Балалар қоры] – ЮНИСЕФ-тің"; or None."""
    dash = short.first - 1
    full = near.at_end.get(dash - 1) if dash > 0 and view.tokens[dash].text in DASHES else None
    return full.first if full is not None and full.known == short.known is not None else None


def delegation(view: View, j: int) -> bool:
    """Tell an institution's or a country's people before a title: "Türkmenistanyň wekiliýeti ministriň …".

    Or a delegation that opens the sentence in the dative: "[Wekiliýete] bilim ministri ýolbaşçylyk etdi".
    """
    people = view.language.institutions.people
    if not people or view.posts[j]:
        return False
    found = [a for a in view.language.analyse(view.tokens[j].norm) if a.stem in people and a.harmonic]
    return any((a.possessive and a.case == "nom") or (j == 0 and a.case == "dat") for a in found)


def joins(view: View, j: int, i: int, near: Around) -> bool:
    """Tell whether the comma at `j` joins the fields of the minister at `i` ("Bilim, ylym we sport ministri").

    Or those that another post is for ("Demokratiýa, hukuk we zähmet meseleleri boýunça kömekçisi").
    """
    posts = {p.entry.post for p in view.posts[j + 1 : i + 1] if p}
    purpose = any(t.norm in view.purpose for t in view.tokens[j + 1 : i])
    if not (posts & _OF_FIELDS or purpose) or view.capital(j + 1):
        return False
    if not any(t.norm in view.conjunctions for t in view.tokens[j + 1 : i]):
        return False
    for k in range(j - 1, max(-1, j - _FIELDS), -1):
        other = view.heads[k] or view.posts[k] or view.place[k] or k in near.inside
        if other or not view.word(k) or view.tokens[k].norm in view.stop:
            return False
        if view.capital(k):
            return True
        if k and (place := view.place[k - 1]) is not None and place.kind == "country":
            return place.case == "gen"  # "Özbegistanyň ýokary bilim, ylym we innowasiýa ministri"
    return False


def qualifies(view: View, i: int, hit: Hit[PostHead]) -> bool:
    """Tell a bare head that only qualifies the noun after it: "partiýanyň ýolbaşçy düzümi", "ynanylan wekilleri"."""
    if hit.analysis.possessive or hit.analysis.case != "nom" or i + 1 >= len(view.tokens) or view.capital(i):
        return False
    if view.tokens[i].norm in view.language.posts.modifiers:
        return True  # "ресейлік [жетекші] газеттер"
    after = view.language.analyse(view.tokens[i + 1].norm)
    return not view.capital(i + 1) and any(a.possessive == "3" and a.harmonic for a in after)


def is_elected(view: View, title: Title) -> bool:
    """Tell an office that the election behind it fills, and nobody who holds it: "[Prezidentiň] saýlawlary"."""
    after = title.last + 1
    heads = view.language.elections.match_heads
    return title.person is None and after < len(view.tokens) and heads.whole[view.tokens[after].norm] is not None


def is_degree(view: View, title: Title) -> bool:
    """Tell a degree of learning or a word of respect: "тарих ғылымдарының [докторы]", "[Доктор] Анна Берг"."""
    hit = view.posts[title.last]
    before = view.tokens[title.last - 1].norm if title.last else ""
    if hit is None or before in hit.entry.unless:
        return hit is not None
    respect = hit.entry.lemma in view.language.posts.honorifics
    services = view.language.posts.services
    alone = all(view.tokens[k].norm in services for k in range(title.body, title.last))  # "полиция [полковнигі]"
    return respect and (bool(hit.entry.unless) or (alone and not title.country))


def refers(view: View, i: int) -> bool:
    """Tell the bare noun of an institution named elsewhere, right before the head at `i`: "[комитет] мүшесі"."""
    head, hit = view.heads[i - 1] if i else None, view.posts[i]
    if head is None or hit is None or head.analysis.case != "nom":
        return False
    return not (head.analysis.possessive or head.analysis.number) and hit.analysis.possessive == "3"


def second_title(view: View, i: int) -> bool:
    """Tell the second title of a person, whose head is at `i`: "сыйлықтың лауреаты, ақын Несіпбек Айтұлы"."""
    before = view.posts[i - 2] if i > 1 and view.tokens[i - 1].text == "," else None
    return before is not None and not before.analysis.number and before.analysis.possessive == "3"


def board_from(view: View, i: int) -> int | None:
    """Where the second title of a person begins that is of an unnamed board; None where the head at `i` has none.

    "Korporasiýanyň prezidenti, [dolandyryjylar geňeşiniň] agzasy N".
    """
    board = view.heads[i - 1] if i else None
    if board is None or board.analysis.case != "gen" or not board.analysis.possessive or board.analysis.number:
        return None
    k = i - 1
    while k > 0 and view.word(k - 1) and not view.capital(k - 1) and i - k < _BOARD:
        k -= 1
    return k if k < i - 1 and second_title(view, k) else None


def compound(view: View, j: int) -> bool:
    """Tell a dash with blanks within a title of two words: "премьер [–] министр"."""
    if view.tokens[j].text not in DASHES or j == 0 or j + 1 >= len(view.tokens):
        return False
    head = view.posts[j + 1]
    return head is not None and bool(view.posts[j - 1]) and view.tokens[j - 1].norm in head.entry.with_


def participle(view: View, j: int) -> bool:
    """Tell a participle in small letters, with which no title goes on: "алдына [шыққан] ғылым министрі".

    A compound with a hyphen is none: "[тау-кен] және сауда министрі".
    """
    word = view.tokens[j].norm.rpartition("-")[2]
    verbal = word.endswith(view.language.events.participles) and len(word) > _VERBAL and not view.capital(j)
    return verbal and word not in view.language.posts.modifiers


def placed(view: View, opening: int, j: int) -> bool:
    """Tell brackets from `opening` to `j` that hold where a place is: "Astrahandaky (RF) konsuly"."""
    return view.place[opening - 1] is not None and all(view.place[k] for k in range(opening + 1, j))


def both(view: View, j: int, i: int) -> bool:
    """Tell a dash between the posts of whom a deputy at `i` acts for: "төрағаның [–] атқарушы хатшының орынбасары"."""
    hit = view.posts[i]
    if view.tokens[j].text not in DASHES or j == 0 or hit is None or hit.entry.post != "deputy":
        return False
    sides = [view.posts[j - 1], *(view.posts[k] for k in range(j + 1, i) if view.posts[k])]
    return len(sides) > 1 and all(s is not None and s.analysis.case == "gen" for s in sides)


def deputised(view: View, k: int, i: int) -> bool:
    """Tell the title at `k` for whose holder the deputy at `i` acts: "[премьер-министрдің] орынбасары"."""
    post, deputy = view.posts[k], view.posts[i]
    if post is None or deputy is None or deputy.entry.post != "deputy":
        return False
    return post.analysis.case == "gen" or (post.analysis.case == "nom" and k + 1 == i)


def apart(view: View, k: int) -> bool:
    """Tell a word in the genitive, unless it is a title that another governs, or a word of respect."""
    word = view.tokens[k].norm
    genitive = view.language.genitive(word) and not view.posts[k]
    return genitive or word in view.language.posts.honorifics


def governing(view: View, k: int, i: int) -> bool:
    """Tell another's title in the genitive at token `k` or behind it, before what the title at `i` is for.

    "АҚШ [мемлекеттік хатшысының] Еуропа істері жөніндегі көмекшісі".
    """
    while k < i and view.tokens[k].norm not in view.purpose:
        post = view.posts[k]
        if post is not None:
            return post.analysis.case == "gen" and not post.analysis.number
        k += 1
    return False


def whose(view: View) -> bool:
    """Tell a sentence's first word that is part of the title right behind it: "[Hökümet] Başlygynyň orunbasary"."""
    head = view.posts[1] if len(view.posts) > 1 else None
    return head is not None and view.tokens[0].norm in head.entry.with_
