"""Marks and words where the scan leftwards ends, or goes on within a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.organisations.head_final.leftward import Leftward
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead


# Cases that tell where.
_WHERE = frozenset({"loc", "dat", "abl"})
# Cases of a country that a body is of.
_OWNING = frozenset({"adj", "gen"})
# Letters of the longest stem that a chance locative leaves.
_TOWN = 3
# Letters of the longest stem that a chance ending leaves ("валю[та]").
_LONG = 4
# How far before a comma the capital may stand with which a list of modifiers begins, in tokens.
_LISTED = 8
# Those who have no institutions of their own, and kinds of institutions that nobody's office owns.
_OFFICERS = frozenset({"minister", "deputy-minister", "deputy", "ambassador", "consul", "speaker", "governor"})
_OWN_MASTERS = frozenset({"company", "education", "international", "ngo", "media", "party"})


def ends_phrase(scan: Leftward) -> bool:
    """Tell a mark, a particle or a finite verb, with which no name goes on to the left."""
    view, j = scan.view, scan.j
    opens = view.opens_event(j) and (scan.first is not None or not view.capital(scan.i))  # "[Форумды] Бас сот ашты"
    opens = opens and not scan.purpose  # "[Saýlawlary] geçirmek baradaky merkezi komissiýa"
    if not view.word(j) or opens or in_domain(view, j) or respects(scan):
        return True
    data, word = view.language.institutions, view.tokens[j].norm
    inside = (scan.purpose and word in data.inside) or (word in data.modifiers and scan.hit.analysis.possessive)
    stop = word in view.stop or (word in data.headings and view.capital(j))
    return stop and not inside  # "saglyk babatda hyzmatdaşlyk boýunça geňeş"


def latin(view: View, j: int) -> bool:
    """Tell punctuation inside a company's name in Latin letters ("Fu Jian Group Co., Ltd компаниясы")."""
    if view.tokens[j].text not in {".", ","} or j == 0 or j + 2 >= len(view.tokens) or in_domain(view, j + 1):
        return False
    if view.heads[j + 1] and latin_word(view, j - 1) and not latin_word(view, j + 1):
        return view.tokens[j].text == "." and view.capital(j - 1)  # "Fu Jian Group Co. компаниясы"
    if not view.capital(j + 1 if view.word(j + 1) else j + 2):
        return False
    after = view.tokens[j + 1] if view.word(j + 1) else view.tokens[j + 2]
    before = view.tokens[j - 1] if view.word(j - 1) else view.tokens[j - 2]
    return after.text.isascii() and before.text.isascii() and before.text[0].isalpha() and after.text[0].isalpha()


def latin_word(view: View, k: int) -> bool:
    """Tell a word in Latin letters of a text in Cyrillic ones."""
    return view.language.institutions.bare_owner and view.tokens[k].text[:1].isascii() and view.word(k)


def in_domain(view: View, j: int) -> bool:
    """Tell the last part of a domain name ("BAQ.KZ министрліктің …")."""
    if j < 2 or view.tokens[j - 1].text != "." or view.tokens[j - 2].end + 1 != view.tokens[j].start:  # noqa: PLR2004
        return False
    named = len(view.tokens[j - 2].text) == 1  # "M.Amanow"
    return not named and view.word(j) and view.tokens[j].text.isascii() and view.tokens[j - 2].text.isascii()


def in_place(view: View, j: int) -> bool:
    """Tell a noun of places that says where, in small letters: "бауырлас [елде] Милли Меджлис"."""
    places = view.language.institutions.places
    found = () if view.capital(j) else view.language.analyse(view.tokens[j].norm)
    return any(a.case in _WHERE and not a.possessive and a.stem in places for a in found)


def there(view: View, j: int) -> bool:
    """Tell a longer word in small letters that says where: "тарихи [парадта] Орталық комиссия", but not "команда"."""
    found = view.language.analyse(view.tokens[j].norm) if not view.capital(j) else ()
    return any(a.case == "loc" and a.harmonic and len(a.stem) > _LONG for a in found)


def town_before(view: View, j: int) -> bool:
    """Tell an unknown town in the locative before a capital: "[Gazanda] Ýewraziýa geňeşi"."""
    if not view.capital(j) or j + 1 >= len(view.tokens) or not view.capital(j + 1) or view.heads[j]:
        return False
    found = view.language.analyse(view.tokens[j].norm)
    cases = {a.case for a in found if a.harmonic and not a.possessive and len(a.stem) > _TOWN}
    return "loc" in cases and view.tokens[j].norm not in view.language.institutions.modifiers


def respects(scan: Leftward) -> bool:
    """Tell a word of respect after a person's name ("Тери Хакала ханымды министрлік …", "Берг мырза банктің …")."""
    view, data = scan.view, scan.view.language.posts
    found = view.language.analyse(view.tokens[scan.j].norm)
    behind = scan.eponym_at is None and any(a.stem in data.respect for a in found)
    return behind or any(a.stem in data.honorifics and a.case != "nom" for a in found)


def joins(scan: Leftward) -> bool:
    """Tell whether the comma where the scan stands joins modifiers.

    It joins where a conjunction stands between it and the head, or the head is plural and so has several names; the
    words on its left, back to their capital, must be bare nouns. Behind a country so must all the others: "Gyrgyz
    döwlet gurluşyk, ulag we arhitektura uniwersiteti".
    """
    view, j = scan.view, scan.j
    listed = scan.hit.analysis.number or any(t.norm in view.conjunctions for t in view.tokens[j + 1 : scan.i])
    for k in range(j - 1, max(-1, j - _LISTED) if listed else j, -1):
        if not scan.hit.analysis.number and listed and k in scan.at_end and scan.at_end[k].case == "gen":
            return k < j - 1  # "Мәжілістің халықаралық істер, қорғаныс және қауіпсіздік комитеті"
        if k in scan.at_end:
            return False  # "ТүркПА, Мәдениет және мұра қоры"
        if view.tokens[k].norm in view.conjunctions or (listed and view.tokens[k].text == ","):
            continue
        if (place := view.place[k]) is not None and place.case in _OWNING and not scan.hit.analysis.number:
            return k < j - 1 and all(_plain(view, m) for m in range(k + 1, scan.i))
        if view.heads[k] or view.posts[k] or view.place[k] or not view.word(k) or view.tokens[k].norm in view.stop:
            return False
        if view.capital(k):
            return True
    return False


def _plain(view: View, k: int) -> bool:
    """Tell a mark, a small word, or a noun in small letters with no ending."""
    if not view.word(k) or view.tokens[k].norm in view.conjunctions | view.language.institutions.modifiers:
        return True
    ends = any(a.harmonic and (a.number or a.possessive) for a in view.language.analyse(view.tokens[k].norm))
    return not (ends or view.capital(k) or view.heads[k] or view.posts[k] or view.place[k])


def other_bodies(scan: Leftward, head: Hit[Head]) -> bool:
    """Tell bodies in the plural where the scan stands that are none of the name's own words.

    A mark or a conjunction stands behind them, or what is no body of theirs: "Siemens [компаниялары] министрлікпен".
    """
    view, j = scan.view, scan.j
    if not head.analysis.number:
        return False
    joins_on = view.tokens[j + 1].norm in view.conjunctions and not pairs(scan, j + 2, head)
    beside = j + 1 == scan.i and head.analysis.possessive and not scan.hit.analysis.possessive
    return joins_on or not view.word(j + 1) or bool(beside)


def pairs(scan: Leftward, k: int, head: Hit[Head]) -> bool:
    """Tell members of one name joined by a conjunction: "елдер университеттері мен орталықтары қауымдастығы".

    From token `k` on, another noun of institutions in the same form stands right before the name's head.
    """
    last = scan.view.heads[scan.i - 1] if scan.i - 1 >= k else None
    if last is None or last.analysis.possessive != head.analysis.possessive:
        return False
    return bool(last.analysis.number) and last.analysis.case == head.analysis.case == "nom"


def of_officer(scan: Leftward, post: Hit[PostHead]) -> bool:
    """Tell who only meets somebody of the body: "[ministriniň] bankyň başlygy bilen gepleşigi"."""
    return post.entry.post in _OFFICERS and scan.hit.entry.kind in _OWN_MASTERS


def renamed(scan: Leftward) -> bool:
    """Tell the name that a body is given: "Кеңестің [Достық ұйымы] болып аталуы", "Geňeşiň [X guramasy] diýlip"."""
    following = scan.view.tokens[scan.i + 1 : scan.i + 2]
    return bool(following) and following[0].norm in scan.view.language.institutions.naming


def does_that(scan: Leftward, post: Hit[PostHead]) -> bool:
    """Tell a Turkmen noun of who does something before a body that does it: "[utgaşdyryjy] agentligi"."""
    view, j = scan.view, scan.j
    bare = post.analysis.case == "nom" and not post.analysis.possessive and not view.capital(j)
    beside = j + 1 == scan.i and scan.hit.analysis.possessive == "3" and not view.language.institutions.bare_owner
    return bare and beside and post.entry.lemma.endswith(view.language.institutions.doers)
