"""Whose an institution is and after whom it is named: the questions that the scan leftwards asks of owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.bearers import after_person, initials, particle
from kg.annotate.organisations.head_final.modifiers import affairs, eponym, name_word, owns_title, plain_word
from kg.annotate.organisations.head_final.scan import STOP
from kg.annotate.view import DASHES, OPENING, OPENING_QUOTES

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.organisations.head_final.leftward import Leftward
    from kg.annotate.view import View

# Kinds of bodies known by a name that a noun for them may follow.
_BRANDS = frozenset({"company", "media"})
# Kinds of what states have together.
_OF_STATES = frozenset({"other", "international", "ngo"})


def bare_owner(scan: Leftward, owner: Draft) -> bool:
    """An institution in the nominative right before what it owns ("Парламент Мәжілісі", "… бюросы миссиясы").

    What begins with a capital of its own, and is no name by itself, is another institution.
    """
    if owner.case not in {"nom", ""} or not scan.view.language.institutions.bare_owner:
        return False
    if not scan.hit.analysis.possessive or scan.hit.analysis.number or scan.hit.entry.kind == "ministry":
        return False  # "ЕҚЫҰ офисі | Ішкі істер министрлігімен бірлесіп"
    own = scan.view.heads[owner.last]
    if own is not None and own.entry is scan.hit.entry:
        return False  # one ministry beside another
    if own is not None and not own.analysis.possessive and _quoted(scan, scan.j + 1):
        return False  # "Үкімет «Бәйтерек» қорымен бірлесіп"
    between = [t.norm for t in scan.view.tokens[scan.j + 1 : scan.i]]
    if (
        scan.first is None
        and scan.hit.entry.owned
        and all(w.startswith(scan.view.language.institutions.local_bodies) for w in between)
    ):
        return True  # "«Берік» партиясы қалалық филиалы"
    noted = scan.view.tokens[owner.last + 1].text == "(" and scan.view.tokens[scan.i - 1].text == ")"
    named = owner.form == "name" and (scan.j + 1 == scan.first or (scan.first is None and _over(scan)))
    return scan.j + 1 == scan.i or named or noted  # "… университеті тарих кафедрасының [меңгерушісі]"


def short_owner(scan: Leftward, owner: Draft) -> bool:
    """An abbreviation before what it owns, whose head has the possessive ending: "БҰҰ Балалар қоры"."""
    ended = scan.hit.analysis.possessive or scan.hit.analysis.number or scan.view.tokens[scan.i].text.isascii()
    short = owner.case == "nom" and owner.form == "abbreviation" and not scan.view.locative(scan.j + 1)
    return short and bool(ended)


def _quoted(scan: Leftward, k: int) -> bool:
    """Tell a name in quotation marks from token `k` on."""
    return scan.view.tokens[k].text in OPENING_QUOTES


def of_rank(scan: Leftward, j: int) -> bool:
    """Tell what tells of whom the title is with which the name begins so far: "[hökümet] Baştutanlarynyň geňeşi"."""
    post = scan.view.posts[j + 1] if scan.first == j + 1 else None
    return post is not None and scan.view.tokens[j].norm.startswith(tuple(post.entry.with_))


def brands(scan: Leftward, owner: Draft) -> bool:
    """Begin a name at a known one that the head only tells the kind of: "[Kazinform] агенттігі".

    Or at a brand in Latin letters, which is the body's own: "ҚазҰУ [SUN] желісі".
    """
    between = [t.text for t in scan.view.tokens[scan.j + 1 : scan.i]]
    own = bool(between) and all(word.isascii() and word.isalnum() for word in between)
    if own and owner.case == "nom" and not scan.view.tokens[scan.j].text.isascii():
        return scan.first is not None
    kinds = {scan.hit.entry.kind, *scan.hit.entry.kinds.values()}
    branded = owner.kind in _BRANDS & kinds or owner.kind == scan.hit.entry.any_of  # "ТҮРКСОЙ ұйымы"
    one = owner.known and branded and not scan.hit.entry.owned and scan.hit.analysis.possessive
    if not one or owner.last + 1 != scan.i or owner.case not in {"nom", ""}:
        return False
    scan.first = owner.first
    return True


def sent(scan: Leftward, owner: Draft) -> bool:
    """Begin a mission at the country that sends it to an organisation: "[Қазақстанның] БҰҰ жанындағы өкілдігі"."""
    place = scan.view.place[owner.first - 1] if owner.first else None
    country = place is not None and place.kind == "country" and place.case == "gen"
    under = scan.view.tokens[owner.last + 1].norm in scan.view.language.institutions.auspices
    if scan.hit.entry.kind != "embassy" or place is None or not (country and under):
        return False
    scan.first, scan.country = scan.view.first_of(place), place.country
    return True


def joined_owners(scan: Leftward, j: int, case: str) -> bool:
    """Tell whether the conjunction at `j` joins another country to the name's owner ("A-nyň we B-niň birligi").

    Both stand in the same case, the genitive or, before a head in the possessive, the nominative ("A we B birligi").

    Only what states form together is theirs together: "experts of A and B's ministry" is not. One genitive is of both
    before what its words say is joint: "Чили [мен] Перудің Мемлекетаралық кеңесі".
    """
    view, entry = scan.view, scan.hit.entry
    other = view.place[j - 1] if j else None
    if other is None or other.kind != "country" or view.tokens[j].norm not in view.conjunctions:
        return False
    joint = view.language.institutions.joint
    if joint and any(view.tokens[k].norm.startswith(joint) for k in range(j + 1, scan.i)):
        return other.case in {"nom", "gen"}
    return other.case == case and (case != "gen" or entry.weak) and entry.kind in _OF_STATES


def take_joint(scan: Leftward) -> int | None:
    """Begin the name of a body that two states have together: "[bilelikdäki türkmen-rus] hökümetara topary".

    The two nationalities stand in the token where the scan stands. What the body is for may stand before; then the
    scan goes on there.
    """
    view, j, joint = scan.view, scan.j, scan.view.language.institutions.joint
    token, place = view.tokens[j], view.place[j]
    pair = place is not None and view.text[place.start - 1] == "-" and token.start < place.start - 1
    if not (pair and joint) or scan.hit.analysis.possessive != "3" or scan.hit.entry.lemma in view.language.event_nouns:
        return None
    first = j
    while first and view.tokens[first - 1].norm.startswith(joint) and not view.capital(first):
        first -= 1
    told = any(view.tokens[k].norm.startswith(joint) for k in range(first, scan.i))
    if not (told or view.capital(first)):
        return None
    scan.first, scan.joint, scan.country = first, True, None
    return first - 1 if first and view.tokens[first - 1].norm in view.purpose else STOP


def begin(scan: Leftward) -> None:
    """Begin a name behind the bearer of a title, and at the first of two countries that have the body together."""
    if scan.first is None:
        return
    view, first = scan.view, scan.first
    if scan.eponym_at is not None:
        first = after_person(view, initials(view, first), scan.eponym_at)
    elif particle(view, first + 1) or all(name_word(view, k) for k in range(first, scan.i)):
        # "К. Берг орталығы", "ректоры [Анна Берг] Гарвард университетінің"
        first = after_person(view, initials(view, first), scan.i)
    first = _past_opening(scan, first)
    pair = _dashed_pair(scan, first)
    if pair is not None:
        scan.owner = scan.country = None
    scan.first = first if pair is None else pair
    if view.tokens[scan.first].norm.startswith(view.language.institutions.many_bodies):
        scan.first = None  # "Учаскелік комиссия жұмыс істеді": any of many


def _past_opening(scan: Leftward, first: int) -> int:
    """Where a local body begins behind words that only open the sentence: "Келесі мәселе [аудандық білім бөлімі]"."""
    view = scan.view
    words = [view.tokens[k].norm for k in range(first, scan.i)]
    local = next((n for n, w in enumerate(words) if w.startswith(view.language.institutions.local_bodies)), 0)
    named = view.place[first] is not None or any(view.capital(k) for k in range(1, first + local + 1))
    people = view.oblique(first) or any(a.number for a in view.language.analyse(words[0])) if local else False
    return first if first or named or local < 2 - people else local  # "Сайрам аудандық соты": its name


def _dashed_pair(scan: Leftward, second: int) -> int | None:
    """Where the first of two begins that have the body together, a dash between: "[Қазақстан –] Корея тобы"; or None.

    The second begins at `second`, or is an institution that ends before it: "[Türkmenistan –] Ýewropa Bileleşigi
    Bilelikdäki komiteti".
    """
    view = scan.view
    partner = scan.at_end.get(second - 1) if scan.owner is None else scan.owner
    body = partner is not None and partner.case in {"nom", ""} and second in {partner.first, partner.last + 1}
    second = partner.first if partner is not None and body else second
    place = view.place[second - 2] if second > 1 and view.tokens[second - 1].text in DASHES else None
    both = place is not None and place.kind == "country" and place.case == "nom" and (body or view.place[second])
    return view.first_of(place) if both and place is not None else None


def seats(scan: Leftward, country: str | None) -> bool:
    """Tell a bare place that begins the name; a country does only if the language has bare owners."""
    bare = scan.view.language.institutions.bare_owner or scan.hit.entry.eponymous  # "Belarus Döwlet uniwersiteti"
    if country and (not bare or scan.hit.analysis.possessive != "3"):
        return False  # "Қазақстан | Ұйымды құрды"
    data, noun = scan.view.language.institutions, scan.view.language.analyse(scan.view.tokens[scan.j].norm)
    if not data.bare_owner and any(a.possessive == "3" and a.stem in data.places for a in noun):
        return False  # "Aşgabat şäheri | Syýahatçylyk federasiýasyna girdi"
    adjacent = scan.j + 1 in {scan.first, scan.i}
    return adjacent or _plain_seat(scan) or bool(country and _plain_country(scan))


def _plain_seat(scan: Leftward) -> bool:
    """Tell whether a town begins a name of lower-case modifiers ("Ýerewan döwlet uniwersiteti")."""
    view = scan.view
    data, between = view.language.institutions, [view.tokens[k].norm for k in range(scan.j + 1, scan.i)]
    if between and between[0].startswith(data.local_bodies) and scan.hit.analysis.possessive:
        return True  # "Тараз қалалық мәслихаты"
    called = scan.hit.entry.lemma in view.language.posts.agencies  # "Чили қорғаныс ведомствосының басшысы"
    led = scan.hit.analysis.case == "gen" and data.bare_owner and owns_title(view, scan.i) and not called
    learned = (scan.hit.entry.kind == "education" or led) and scan.hit.analysis.possessive
    if between and learned and scan.first is None and all(plain_word(view, k) for k in range(scan.j + 1, scan.i)):
        return True  # "Сиань көлік университеті"
    # "Ahal welaýat häkimligi", "Ahal welaýat saýlaw topary"
    local = bool(between) and all(w in data.places or w.startswith(tuple(scan.hit.entry.kinds)) for w in between)
    kind = not scan.hit.entry.weak or scan.hit.entry.kind == "education"  # "Mary orta hünär okuw mekdebi"
    return scan.first is None and (local or (kind and all(w in data.modifiers for w in between)))


def _plain_country(scan: Leftward) -> bool:
    """Tell a country before the small letters of its ministry: "Беларусь қорғаныс министрлігі"."""
    strong = not scan.hit.entry.weak or scan.hit.entry.kind == "education" or _over(scan)
    owns = scan.view.language.institutions.bare_owner and strong and not scan.hit.entry.alone
    one = not scan.hit.analysis.number or scan.hit.entry.kind == "ministry"  # several may each be of a country
    own = scan.hit.analysis.possessive and one and not scan.purpose
    return bool(owns and own and scan.first is None)


def _over(scan: Leftward) -> bool:
    """Tell plain words to a head that a title is over: "Қытай [мұнай корпорациясының] президенті"."""
    view, after = scan.view, scan.i + 1
    while after < len(view.tokens) and view.tokens[after].norm in view.language.posts.modifiers:
        after += 1
    post = view.posts[after] if after < len(view.tokens) else None
    if scan.hit.entry.lemma in view.language.posts.agencies:
        return False  # "Қытай қорғаныс ведомствосы" is the ministry by another name
    over = post is not None and post.analysis.possessive == "3" and scan.hit.analysis.case in {"gen", "nom"}
    return over and all(plain_word(view, k) for k in range(scan.j + 1, scan.i))


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
    aim = first > 1 and view.tokens[first - 1].norm in {*data.inside, *view.purpose}
    if aim and (affairs(view, first - 2) or _deed(view, first - 2)):
        scan.purpose, scan.purpose_at = True, first - 1  # "ÝUNESKO-nyň işleri barada Türkmenistanyň Milli topary"
        return True
    return owned or eponym(view, first - 1)


def _deed(view: View, k: int) -> bool:
    """Tell a verbal noun before a word that only tells what a body is for: "[сақтау] жөніндегі Қазақстан бюросы"."""
    data = view.language.institutions
    deed = bool(data.actions) and view.tokens[k].norm.endswith(data.actions)
    return deed and view.tokens[k + 1].norm not in data.adverbial


def opens_name(scan: Leftward, j: int) -> bool:
    """Tell whether the sentence's first word begins the name for all that others of its words have capitals.

    It does where it is joined to another modifier of several bodies ("[Әділет] және Қаржы министрліктері"), or
    another word in Latin letters follows ("[Bek] Air компаниясы"), and may where a body is named after somebody.
    """
    view, end = scan.view, scan.eponym_at
    if end is None:
        other = scan.first if scan.first is not None else scan.i
        beside = other - 1 - (view.tokens[other - 1].norm in view.conjunctions)
        latin = beside == j and view.tokens[j].text.isascii() and view.tokens[other].text.isascii()
        latin = latin and not view.tokens[scan.i].text.isascii()
        return latin or bool(scan.hit.analysis.number and any(view.joint(k) for k in range(j + 1, other)))
    return view.language.is_given(view.tokens[j].norm) or not any(view.capital(k) for k in range(j + 1, end))


def take_office(scan: Leftward) -> None:
    """Let the name begin at an office that owns the body, with its country: "[Чили Президенті] Әкімшілігі".

    Or at one under which it stands: "[ҚР Президенті] жанындағы Құқық жөніндегі комиссия".
    """
    view, j, data = scan.view, scan.j, scan.view.language.institutions
    if not data.bare_owner:
        return
    post = view.posts[j]
    if post is not None and post.analysis.case == "gen":
        return  # "ministriniň | bankyň başlygy": an office in the genitive owns no body
    place = view.place[j - 1] if j else None
    stated = place is not None and place.kind == "country" and place.case in {"nom", "gen"}
    owned = j + 1 == scan.i and scan.hit.entry.owned and scan.hit.analysis.possessive and (view.capital(j) or stated)
    if not owned and (scan.first is None or view.tokens[j + 1].norm not in data.auspices):
        return
    scan.first = view.first_of(place) if place is not None and stated else j
    scan.country = place.country if place is not None and stated else scan.country
