"""Institution names in languages that put the head last: "Türkmenistanyň Bilim ministrligi".

From each head noun the name grows to the left (`leftward.py`), and begins at its owner (a country or institution in
the genitive) or at the leftmost capital.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, kind_of, may_own, settle, words_of
from kg.annotate.organisations.head_final.bare import of_title, short
from kg.annotate.organisations.head_final.ellipsis import coordinated, names_two
from kg.annotate.organisations.head_final.ends import latin_word
from kg.annotate.organisations.head_final.eponyms import honoured
from kg.annotate.organisations.head_final.forms import with_forms
from kg.annotate.organisations.head_final.idioms import is_idiom, names_title
from kg.annotate.organisations.head_final.leftward import Leftward
from kg.annotate.organisations.head_final.modifiers import in_titles, is_modifier, name_word, owns_title, plain_word
from kg.annotate.organisations.head_final.territorial import territorial
from kg.annotate.view import CLOSING, CLOSING_QUOTES, OPENING, OPENING_QUOTES, nominative
from kg.language.case import recase

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# What a body is called in the rest of the text: "(бұдан әрі – Қор)".
_NOTE = re.compile(r"\([^()]*\s[–—-]\s[^()]*\)")


def find_head_final(view: View, known: list[Draft]) -> list[Draft]:
    """Institution names of a sentence, in text order; `known` are the names found in the authority."""
    drafts = with_forms(view)
    at_end = {d.last: d for d in (*known, *drafts)}
    titled = in_titles(view) if view.head_at else frozenset()
    for i in view.head_at:
        hit = view.heads[i]
        if hit is None or (i in at_end and at_end[i].first < i) or is_modifier(view, i, hit) or i in titled:
            continue
        if (place := view.place[i]) is not None and place.kind == "country":
            continue  # "Russiýa Federasiýasy"
        if names_title(view, i, hit) or is_idiom(view, i) or _goes_on(view, i):
            continue
        found = _names(view, i, hit, Leftward(view, i, hit, at_end).run())
        at_end |= {draft.last: draft for draft in found if may_own(draft)}
        drafts = [d for d in drafts if not any(_begins(view, d, draft) for draft in found)] + found
    return [*drafts, *_cut_off(view, drafts), *honoured(view, known)]


def _goes_on(view: View, i: int) -> bool:
    """Tell a head within a longer name in Latin letters, or a given name: "Orda [Group] Co.", "[Ұлан] Досов"."""
    if i + 1 == len(view.tokens) or not view.capital(i + 1):
        return False
    given = view.capital(i) and view.language.is_given(view.tokens[i].norm) and name_word(view, i + 1)
    return given or (latin_word(view, i) and latin_word(view, i + 1))


def _begins(view: View, part: Draft, whole: Draft) -> bool:
    """Tell a quoted beginning of a name from its owner ("«X» ұлттық компаниясы» акционерлік қоғамы")."""
    if whole.owner is part or view.tokens[whole.first].text not in OPENING:
        return False
    closing = next((k for k in range(whole.first, whole.last) if view.tokens[k].text in CLOSING), whole.first)
    return part.first == whole.first or (whole.first < part.first and part.last < closing)


def _names(view: View, i: int, hit: Hit[Head], scan: Leftward) -> list[Draft]:
    """The names that a head gives: one, several by coordination, or a reference to one named elsewhere."""
    if hit.analysis.number == "plural" or names_two(view, i, scan):
        return coordinated(view, i, hit, scan)
    first = scan.first
    if first is None or scan.generic or not _is_named(view, i, hit, scan):
        first = territorial(view, i, hit)
        if first is None:
            return short(view, i, hit)
        scan.owner = scan.country = None
    text = view.text[view.tokens[first].start : view.tokens[i].start]
    head = nominative(view, i)
    if hit.analysis.possessive == "1pl":  # "biziň Şekillendiriş sungaty [muzeýimizde]"
        head = recase(view.tokens[i].text, view.language.possessed(hit.analysis.stem))
    elif _of_other(view, first, i, hit):
        head = recase(view.tokens[i].text, hit.analysis.stem)
    name = " ".join((_NOTE.sub("", text) + head).split())
    kind = kind_of(view, first, i, hit.entry)
    draft = draft_of(view, (first, i), name, "government" if scan.joint and kind == "other" else kind, "head-final")
    draft.case = hit.analysis.case
    by_people = (place := view.place[first]) is not None and place.case == "adj" and draft.kind == "international"
    return [settle(draft, scan.owner, None if by_people else scan.country)]  # "[Türk] medeniýetiniň halkara guramasy"


def _of_other(view: View, first: int, i: int, hit: Hit[Head]) -> bool:
    """Tell a body that has its possessive ending from an owner outside its name: "партияның [Саяси кеңесі]"."""
    data, words = view.language, [view.tokens[k].norm for k in range(first, i)]
    owned = first > 0 and hit.analysis.possessive == "3" and data.genitive(view.tokens[first - 1].norm)
    return owned and all(w in data.institutions.adjectives for w in words)


def _is_named(view: View, i: int, hit: Hit[Head], scan: Leftward) -> bool:
    """Tell a name from a phrase about some institution: an owner or a capital, and for weak heads one near by."""
    first = scan.first
    if scan.joint:
        return True
    does = hit.entry.work and first is not None and _works(view, first, i)
    does = does or (hit.entry.middle and first is not None and _in_middle(view, first, i))
    owned = scan.genitive or hit.entry.possessed or (first is not None and first < i and _genitive(view, i - 1))
    ended = hit.analysis.possessive == "3" or scan.eponym_at is not None
    if first is not None and 0 <= i - 2 <= first and not ended and _strange(view, i, hit):
        return False  # "Kit Huber Gullugyň başlygyny gutlady"
    opens = first is not None and (_of_somebody(view, i, scan) or (not ended and _opens_speech(view, first, i)))
    if first is None or does or (owned and not ended) or opens:
        return False  # "Қазақстанның Ұйымдағы төрағалығы": what a genitive owns has a possessive ending
    whole = hit.entry.kind == "education" and view.place_end(first) == i - 1 and _of_country(view, first)
    if whole and not (hit.analysis.case == "gen" and owns_title(view, i)):
        return False  # "Қытай университетімен": of which a state has many
    told = _of_place(view, first, i, hit)
    return _is_rightly_named(view, i, hit, scan, first) if told is None else told


def _of_somebody(view: View, i: int, scan: Leftward) -> bool:
    """Tell whose a body is by the common noun that alone has a capital: "[Іскердің] дау комиссиясына жазғаны"."""
    opens = scan.first == 0 and not (scan.owner or scan.eponym_at or view.place[0] or view.posts[0])
    common = opens and view.language.genitive(view.tokens[0].norm)
    return common and not any(view.capital(k) for k in range(1, i + 1))


def _opens_speech(view: View, first: int, i: int) -> bool:
    """Tell words of which speech gives the first alone a capital: "«[Ygtybarly maglumat jemgyýet] üçin möhümdir»"."""
    opens = first == 1 and view.tokens[0].text in OPENING_QUOTES
    return opens and not any(view.capital(k) or view.tokens[k].text in CLOSING_QUOTES for k in range(2, i + 1))


def _of_country(view: View, k: int) -> bool:
    """Tell a country that begins at token `k`."""
    place = view.place[k]
    return place is not None and place.kind == "country"


def _strange(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell a head without possessive behind two unknown words with capitals, as no compound noun stands."""
    plain = not hit.analysis.possessive and not latin_word(view, i - 1)  # "Orda Steel Group"
    return plain and all(name_word(view, k) for k in range(i - 2, i))


def _works(view: View, first: int, i: int) -> bool:
    """Tell what somebody does from a service: "Елбасының қызметі", "қоғамдағы полиция қызметі"."""
    if (first == i - 1 and view.heads[first]) or view.posts[i - 1]:
        return True
    words = [view.tokens[k].norm for k in range(first, i) if not view.place[k]]
    words = [w for w in words if w not in view.language.institutions.auspices]
    return any(a.case == "attr" and a.harmonic for w in words for a in view.language.analyse(w))


def _in_middle(view: View, first: int, i: int) -> bool:
    """Tell the middle of a place from a centre: "Алматының орталығында", "Тараз қаласының орталығындағы"."""
    place = view.place[first]
    only = place is not None and all(view.place[k] for k in range(first, i))
    return only and not owns_title(view, i) and not of_title(view, i)


def _genitive(view: View, k: int) -> bool:
    """Tell a word in the genitive: "Республикасының | Парламент төрағалары"."""
    found = view.language.analyse(view.tokens[k].norm) if view.language.institutions.bare_owner else ()
    return any(a.case == "gen" and a.possessive == "3" and a.harmonic for a in found)


def _is_rightly_named(view: View, i: int, hit: Hit[Head], scan: Leftward, first: int) -> bool:
    """The same by the capitals, the owner and the purpose of what is no place's body."""
    body = scan.owner.last + 1 if scan.owner else first
    while not scan.owner and body < i and view.place[body]:
        body += 1
    office = view.posts[first] or (scan.country and view.posts[i - 1])  # "Чили президенті әкімшілігі"
    owned = hit.entry.owned and hit.analysis.possessive and (scan.owner or office)
    kind = kind_of(view, first, i, hit.entry)
    weak = hit.entry.weak and kind == hit.entry.kind
    if weak and (scan.owner or scan.country or owned):
        official = any(view.tokens[k].norm in view.language.institutions.official for k in range(body, i))
        part = bool(scan.owner or scan.country) and body < i and owns_title(view, i)
        part = part or _school(view, first, i, hit)
        return bool(owned) or scan.purpose or official or part or any(view.capital(k) for k in range(body, i + 1))
    inner = any(view.capital(k) for k in range(max(body, 1), i + 1))
    national = view.tokens[0].norm in view.language.institutions.national and kind != "parliament"
    if weak and not scan.purpose and not any(view.capital(k) for k in range(body + 1, i + 1)):
        inner = inner and not _owns(view, body)
    if weak:
        colon = i + 1 < len(view.tokens) and view.tokens[i + 1].text == ":"
        heading = body == 0 and not hit.analysis.possessive and (colon or view.sentence.heading)
        led = first == 0 and hit.analysis.possessive and (owns_title(view, i) or of_title(view, i))
        known = view.tokens[0].norm in view.language.institutions.modifiers  # "Жоғарғы сот төрағасы"
        known = known and kind != "parliament"  # "Жоғарғы палата басшысы"
        led = led or (first == 0 and (national or (known and of_title(view, i))))
        led = led or _school(view, first, i, hit) or _of_district(view, first, i, hit)
        return inner or led or (scan.purpose and not heading)  # "Тиімді даму үшін серіктестік: …" is no name
    if first == 0 and body == 0 and not inner:  # only the sentence's own capital
        led = of_title(view, i) and kind != "parliament"
        its = hit.analysis.possessive not in {"", "1pl"}  # "Елшілер университетімізді аралады"
        return bool(its or scan.purpose or led or national) and not view.shouting
    return True


def _school(view: View, first: int, i: int, hit: Hit[Head]) -> bool:
    """Tell a school by its town or eponym and its field: "[Тараз политехникалық колледжі]", "Досов қаржы колледжі"."""
    place = view.place[first]
    named = place.kind != "country" if place is not None else first > 0 and name_word(view, first)
    fields = range(first + 1 if place is None else view.place_end(first) + 1, i)
    learned = hit.entry.kind == "education" and hit.entry.eponymous and hit.analysis.possessive == "3"
    return learned and named and bool(fields) and all(plain_word(view, k) for k in fields)


def _of_district(view: View, first: int, i: int, hit: Hit[Head]) -> bool:
    """Tell a local body that a title is over, or by its area's unknown name: "[Сайрам аудандық мәслихаты]"."""
    local = view.language.institutions.local_bodies
    if first + 1 >= i or hit.analysis.possessive != "3":
        return False
    area = name_word(view, first) and view.tokens[first + 1].norm.startswith(local)
    return area or (view.tokens[first].norm.startswith(local) and owns_title(view, i))


def _owns(view: View, k: int) -> bool:
    """Tell an abbreviation in the genitive: "ТүркПА-ның 10 жылдық қызметі" is its work."""
    token = view.tokens[k]
    return "-" in token.text and any(a.case == "gen" for a in view.language.analyse(token.norm))


def _of_place(view: View, first: int, i: int, hit: Hit[Head]) -> bool | None:
    """Tell a place's body by its kind: "Ahal welaýat häkimligi", "Aşgabat şäher kitaphanasy"; None for no opinion.

    What is a noun of events as well is none: "sebitleýin ýygnagy" is held, "Halk Ýygnagy" may be a body.
    """
    other = kind_of(view, first, i, hit.entry) != hit.entry.kind
    place, data = view.place[first], view.language.institutions
    of_state = other and place is not None and place.kind == "country"  # "Ресейдің Федералдық жиналысы"
    if hit.entry.lemma in view.language.event_nouns and hit.entry.weak and not (view.capital(i) or of_state):
        return False if not of_title(view, i) else None  # "Ұлттық мәжілісі төрайымы"
    if not hit.entry.weak or other:
        return None
    body = first
    while body < i and view.place[body]:
        body += 1
    rest = [view.tokens[k].norm for k in range(body, i)]
    local = place is not None and place.kind != "country" and hit.analysis.possessive
    led = hit.analysis.case == "gen" and owns_title(view, i)  # "Астана қаржы [орталығының] басқарушысы"
    if local and not (led or rest) and hit.entry.lemma in data.units and not view.capital(i):
        return False  # "Lebap welaýatynyň topary"
    return True if local and (led or all(w in data.modifiers or w in data.places for w in rest)) else None


def _cut_off(view: View, drafts: list[Draft]) -> list[Draft]:
    """An institution named after somebody, in a text that the page cuts off before the head ("X adyndaky …...")."""
    tokens = view.tokens
    end = len(tokens)
    while end and tokens[end - 1].text in {".", "…"}:
        end -= 1
    if tokens[-1].text != "…" and len(tokens) - end < len("..."):
        return []
    for i in range(1, end - 1):
        if tokens[i].norm not in view.language.names.eponym or not view.capital(i + 1) or not view.personal(i - 1):
            continue
        first = i - 1
        while first > 0 and view.personal(first - 1):
            first -= 1
        if not any(d.first <= i <= d.last for d in drafts):
            name = f"{words_of(view, first, end - 1)}…"
            return [draft_of(view, (first, end - 1), name, "other", "cut-off")]
    return []
