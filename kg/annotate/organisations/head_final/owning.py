"""Whose an institution is and where its name begins: the questions that the scan leftwards asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import kind_of
from kg.annotate.organisations.head_final.modifiers import affairs, eponym, name_word
from kg.annotate.view import OPENING

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.organisations.head_final.leftward import Leftward
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# Letters of the shortest verbal noun that is looked for.
_VERBAL = 4
# Tokens from an abbreviation to the word that tells what a body is for.
_AIM = 2
# Tokens of an abbreviation in brackets.
_NOTE = 3
_WHERE = frozenset({"loc", "dat", "abl"})
# Kinds of what states have together.
_OF_STATES = frozenset({"other", "international", "ngo"})


def bare_owner(scan: Leftward, owner: Draft) -> bool:
    """An institution in the nominative right before what it owns ("Парламент Мәжілісі", "… бюросы миссиясы").

    What begins with a capital of its own, and is no name by itself, is another institution.
    """
    if owner.case not in {"nom", ""} or not scan.view.language.institutions.bare_owner:
        return False
    if not scan.hit.analysis.possessive or scan.hit.analysis.number:
        return False
    own = scan.view.heads[owner.last]
    if own is not None and own.entry is scan.hit.entry:
        return False  # one ministry beside another
    between = [t.norm for t in scan.view.tokens[scan.j + 1 : scan.i]]
    if (
        scan.first is None
        and scan.hit.entry.owned
        and all(w.startswith(scan.view.language.institutions.local_bodies) for w in between)
    ):
        return True  # "«Берік» партиясы қалалық филиалы"
    noted = scan.view.tokens[owner.last + 1].text == "(" and scan.view.tokens[scan.i - 1].text == ")"
    return scan.j + 1 == scan.i or (owner.form == "name" and scan.j + 1 == scan.first) or noted


def aims_at(scan: Leftward, owner: Draft) -> bool:
    """Tell an abbreviation that says what a body is for: "GDA üçin", "GDA ýurtlary boýunça"."""
    if scan.purpose_at is None:
        return False
    if owner.case == "gen":  # "ÝUNESKO-nyň işleri baradaky", "guramasynyň (ÝUNESKO) işleri baradaky"
        return affairs(scan.view, scan.purpose_at - 1) and scan.purpose_at - scan.j in {_AIM, _AIM + _NOTE}
    if owner.case != "nom" or owner.form != "abbreviation":
        return False
    near = scan.purpose_at - scan.j <= _AIM
    if scan.view.language.institutions.bare_owner:  # "ЮНЕСКО істері жөніндегі", but "БҰҰ босқындар жөніндегі"
        after = scan.view.language.analyse(scan.view.tokens[scan.j + 1].norm)
        return near and scan.purpose_at > scan.j + 1 and any(a.possessive == "3" and a.case == "nom" for a in after)
    return near


def of_rank(scan: Leftward, j: int) -> bool:
    """Tell what tells of whom the title is with which the name begins so far: "[hökümet] Baştutanlarynyň geňeşi"."""
    post = scan.view.posts[j + 1] if scan.first == j + 1 else None
    return post is not None and scan.view.tokens[j].norm.startswith(tuple(post.entry.with_))


def joint_aims(scan: Leftward) -> bool:
    """Begin a name at the first of two abbreviations that it is for: "[ЮНЕСКО және] ИСЕСКО істері жөніндегі топ"."""
    left, j = scan.at_end.get(scan.j - 1), scan.j
    second = scan.view.tokens[j + 1].text.isupper() and scan.first == j + 1 and scan.purpose_at is not None
    if left is None or left.form != "abbreviation" or left.case != "nom" or not second:
        return False
    if scan.purpose_at is None or scan.purpose_at - (j + 1) > _AIM or not scan.view.language.institutions.bare_owner:
        return False
    scan.first = left.first
    return True


def joined_owners(scan: Leftward, j: int) -> bool:
    """Tell whether the conjunction at `j` joins another country to the name's owner ("A-nyň we B-niň birligi").

    Only what states form together is theirs together: "experts of A and B's ministry" is not.
    """
    view = scan.view
    if j < 1 or view.tokens[j].norm not in view.conjunctions or not scan.hit.entry.weak:
        return False
    other = view.place[j - 1]
    return other is not None and other.kind == "country" and other.case == "gen" and scan.hit.entry.kind in _OF_STATES


def seats(scan: Leftward, country: str | None) -> bool:
    """Tell a bare place that begins the name; a country does only if the language has bare owners."""
    bare = scan.view.language.institutions.bare_owner or scan.hit.entry.eponymous  # "Belarus Döwlet uniwersiteti"
    if country and (not bare or scan.hit.analysis.possessive != "3"):
        return False  # "Қазақстан | Ұйымды құрды"
    adjacent = scan.j + 1 in {scan.first, scan.i}
    return adjacent or _plain_seat(scan) or bool(country and _plain_country(scan))


def _plain_seat(scan: Leftward) -> bool:
    """Tell whether a town begins a name of lower-case modifiers ("Ýerewan döwlet uniwersiteti")."""
    view = scan.view
    data, between = view.language.institutions, [view.tokens[k].norm for k in range(scan.j + 1, scan.i)]
    if between and between[0].startswith(data.local_bodies) and scan.hit.analysis.possessive:
        return True  # "Тараз қалалық мәслихаты"
    learned = scan.hit.entry.kind == "education" and data.bare_owner and scan.hit.analysis.possessive
    if between and learned and scan.first is None and all(_plain_word(view, k) for k in range(scan.j + 1, scan.i)):
        return True  # "Сиань көлік университеті"
    local = bool(between) and all(w in data.places for w in between)  # "Ahal welaýat häkimligi"
    kind = not scan.hit.entry.weak or scan.hit.entry.kind == "education"  # "Mary orta hünär okuw mekdebi"
    return scan.first is None and (local or (kind and all(w in data.modifiers for w in between)))


def _plain_word(view: View, k: int) -> bool:
    """Tell a word in small letters with no ending: the field of a school."""
    plain = view.word(k) and not (view.capital(k) or view.posts[k] or view.place[k] or view.oblique(k))
    return plain and view.tokens[k].norm not in view.stop and not view.language.genitive(view.tokens[k].norm)


def _plain_country(scan: Leftward) -> bool:
    """Tell a country before the small letters of its ministry: "Беларусь қорғаныс министрлігі"."""
    strong = not scan.hit.entry.weak or scan.hit.entry.kind == "education"
    owns = scan.view.language.institutions.bare_owner and strong and not scan.hit.entry.alone
    own = scan.hit.analysis.possessive and not scan.hit.analysis.number and not scan.purpose
    return bool(owns and own and scan.first is None)


def begins_before(scan: Leftward, first: int) -> bool:
    """Tell whether the name goes on left of the place that begins at `first`.

    There stands after whom the body is named ("М. Досов атындағы Атырау университеті", "M.Amanow adyndaky
    Türkmenistanyň Döwlet uniwersiteti") or, before a town or region, the owner ("partiýanyň Mary welaýat komiteti").
    """
    view = scan.view
    if not first or scan.first != first:
        return False
    place, owner = view.place[first], scan.at_end.get(first - 1)
    quoted = owner is not None and scan.hit.entry.owned and view.tokens[owner.first].text in OPENING
    tied = owner is not None and (owner.case == "gen" or quoted)  # "«Мирас» ҚБ Ақмола филиалы"
    local = place is not None and place.case == "nom" and tied
    owned = local and owner is not None and place is not None and owner.country in {None, place.country}
    data = view.language.institutions
    if first > 1 and view.tokens[first - 1].norm in {*data.inside, *view.purpose} and affairs(view, first - 2):
        scan.purpose, scan.purpose_at = True, first - 1  # "ÝUNESKO-nyň işleri barada Türkmenistanyň Milli topary"
        return True
    return owned or eponym(view, first - 1)


def ends_phrase(scan: Leftward) -> bool:
    """Tell a mark, a particle or a finite verb, with which no name goes on to the left."""
    view, j = scan.view, scan.j
    count = view.tokens[j].text.isdigit() and scan.first is not None and j > 0 and view.word(j - 1)
    opens = view.opens_event(j) and (scan.first is not None or not view.capital(scan.i))  # "[Форумды] Бас сот ашты"
    if not view.word(j) or count or opens or in_domain(view, j) or respects(view, j):
        return True
    data, word = view.language.institutions, view.tokens[j].norm
    inside = (scan.purpose and word in data.inside) or (word in data.modifiers and scan.hit.analysis.possessive)
    stop = word in view.stop or (word in data.headings and view.capital(j))
    return stop and not inside  # "saglyk babatda hyzmatdaşlyk boýunça geňeş"


def opens_eponym(scan: Leftward, j: int) -> bool:
    """Tell whether the sentence's first word may begin the name of whom an institution is named after."""
    view, end = scan.view, scan.eponym_at
    if end is None:
        return False
    return view.language.is_given(view.tokens[j].norm) or not any(view.capital(k) for k in range(j + 1, end))


def take_office(scan: Leftward) -> None:
    """Let the name begin at an office that owns the body: "Президент Әкімшілігі".

    Or at one under which it stands, with its country: "[ҚР Президенті] жанындағы Құқық жөніндегі комиссия".
    """
    view, j, data = scan.view, scan.j, scan.view.language.institutions
    if not data.bare_owner:
        return
    owned = j + 1 == scan.i and scan.hit.entry.owned and scan.hit.analysis.possessive
    if owned and view.capital(j):
        scan.first = j
    elif scan.first is not None and view.tokens[j + 1].norm in data.auspices:
        place = view.place[j - 1] if j else None
        stated = place is not None and place.kind == "country" and place.case in {"nom", "gen"}
        scan.first = view.first_of(place) if place is not None and stated else j
        scan.country = place.country if place is not None and stated else scan.country


def of_elections(scan: Leftward) -> bool:
    """Tell the name of an election body, which begins with the country where it holds elections."""
    return kind_of(scan.view, scan.j + 1, scan.i, scan.hit.entry) == "election-body"


def initials(view: View, first: int) -> int:
    """Where a name begins whose initials stand before token `first`, each with its point ("М.Х.Дулати атындағы")."""
    while first > 1 and view.tokens[first - 1].text == "." and len(view.tokens[first - 2].text) == 1:
        if not view.capital(first - 2):
            break
        first -= 2
    return first


def latin(view: View, j: int) -> bool:
    """Tell punctuation inside a company's name in Latin letters ("Fu Jian Group Co., Ltd компаниясы")."""
    if view.tokens[j].text not in {".", ","} or j == 0 or not view.capital(j + 1 if view.word(j + 1) else j + 2):
        return False
    after = view.tokens[j + 1] if view.word(j + 1) else view.tokens[j + 2]
    before = view.tokens[j - 1] if view.word(j - 1) else view.tokens[j - 2]
    return after.text.isascii() and before.text.isascii() and before.text[0].isalpha() and after.text[0].isalpha()


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


def is_object(scan: Leftward, j: int) -> bool:
    """The object of a verbal noun that is part of the name ("Аралды құтқару қоры")."""
    endings, after = scan.view.language.institutions.actions, scan.view.tokens[j + 1].norm
    return bool(endings) and j + 1 < scan.i and after.endswith(endings) and len(after) >= _VERBAL


def opening_of(view: View, j: int, lowest: int) -> int | None:
    """The token of the mark that the closing mark at `j` closes."""
    bracket = view.tokens[j].text == ")"
    for k in range(j - 1, lowest, -1):
        text = view.tokens[k].text
        if text in OPENING and (text == "(") == bracket:
            return k
    return None


def respects(view: View, j: int) -> bool:
    """Tell a word of respect after a person's name ("Тери Хакала ханымды министрлік …")."""
    honorifics = view.language.posts.honorifics
    return any(a.stem in honorifics and a.case != "nom" for a in view.language.analyse(view.tokens[j].norm))


def joins(scan: Leftward) -> bool:
    """Tell whether the comma where the scan stands joins modifiers; see `Leftward.meet_comma`."""
    view, j = scan.view, scan.j
    listed = scan.hit.analysis.number or any(t.norm in view.conjunctions for t in view.tokens[j + 1 : scan.i])
    for k in range(j - 1, max(-1, j - 8) if listed else j, -1):
        if not scan.hit.analysis.number and listed and k in scan.at_end and scan.at_end[k].case == "gen":
            return True  # "Мәжілістің халықаралық істер, қорғаныс және қауіпсіздік комитеті"
        if k in scan.at_end:
            return False  # "ТүркПА, Мәдениет және мұра қоры"
        if view.tokens[k].norm in view.conjunctions or (listed and view.tokens[k].text == ","):
            continue
        if view.heads[k] or view.posts[k] or view.place[k] or not view.word(k) or view.tokens[k].norm in view.stop:
            return False
        if view.capital(k):
            return True
    return False


def pairs(scan: Leftward, k: int, head: Hit[Head]) -> bool:
    """Tell members of one name joined by a conjunction: "елдер университеттері мен орталықтары қауымдастығы".

    From token `k` on, another noun of institutions in the same form stands right before the name's head.
    """
    last = scan.view.heads[scan.i - 1] if scan.i - 1 >= k else None
    if last is None or not last.analysis.possessive or not head.analysis.possessive:
        return False
    return bool(last.analysis.number) and last.analysis.case == head.analysis.case == "nom"


def named_after(scan: Leftward) -> bool:
    """Tell whether the person named where the scan stands only gives the institution its name."""
    view, j = scan.view, scan.j
    alone = scan.hit.entry.eponymous and scan.hit.analysis.possessive
    if alone and all(name_word(view, k) for k in range(j, scan.i)):
        return True
    return any(eponym(view, k) for k in range(j + 1, min(scan.i, j + 4)))


def of_purpose(scan: Leftward, case: str) -> bool:
    """Tell whether the country where the scan stands is part of what a body is for.

    "… in Turkmenistan" (locative), "Словениямен ынтымақтастық жөніндегі топ" (instrumental).
    """
    return case == "ins" or (case == "loc" and (scan.first == scan.j + 1 or of_elections(scan)))
