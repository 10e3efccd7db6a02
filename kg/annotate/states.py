"""Where a country is named: as an actor of its own, or only as the country of a title, an institution or a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.annotate.view import CLOSING, DASHES, OPENING
from kg.model import OrganisationMention, PlaceMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.view import View

# How far before a country the word may stand that makes it act ("между Россией, Ираном и Азербайджаном"), in tokens.
_REACH = 6

# Cases in which a country is where something is or comes from; `adj` is the adjective ("Turkmen").
_LOCAL = frozenset({"loc", "attr", "abl", "adj"})

# Cases that the names of many countries don't tell apart ("представляют Беларусь, Грузию").
_DIRECT = frozenset({"nom", "acc"})

# Tokens of a short title before its last word.
_TITLE = 5

# Countries with a mere comma between them, which may be no list.
_TWO = 2

# Tokens of a sum of money with its currency: "bir million iki ýüz dollar".
_SUM = 6

# Tokens of a part of a country ("оңтүстік өңірі").
_PART = 2

# Letters of the longest acronym of a state ("ҚХР").
_ACRONYM = 3


class _Listed(NamedTuple):
    """A list of countries up to one of them: its `first` token, how many `items`, whether a conjunction joins some."""

    first: int
    items: int
    joined: bool


def find_states(
    view: View, places: Sequence[PlaceMention], covered: Sequence[tuple[int, int]]
) -> list[OrganisationMention]:
    """A mention of kind `state` for each country of a sentence.

    Its form is `qualifier` where it lies inside an institution's name or a title (the spans `covered`, in
    characters), names where something is, or makes a plural of people ("Täjigistanly"), or, in a language that says
    by its forms who acts, where nothing tells that the state does; else `name`.
    """
    found = []
    countries = [place for place in places if place.kind == "country"]
    lists = _listed(view, countries) if countries else {}
    for place in countries:
        listed = lists[view.first_of(place)]
        if view.text[place.end : place.end + 2].lstrip()[:1] == "$":
            continue  # "US $2 million"
        after = view.token_at(place.end + 1)
        if after is not None and _currency(view, _past_sum(view, after)):
            continue  # "U.S. dollars", "ABŞ-nyň bir million dollary"
        inside = any(start <= place.start and place.end <= end for start, end in covered)
        form = "qualifier" if inside or _local(view, place, listed) or not _acts(view, place, listed) else "name"
        found.append(
            OrganisationMention(
                place.start,
                place.end,
                place.text,
                place.lang,
                view.index,
                f"{place.lang}.state",
                place.name,
                "state",
                place.country,
                form=form,
                case=place.case,
            )
        )
    return found


def _past_sum(view: View, k: int) -> int:
    """The token behind a sum of money in figures or words that begins at token `k`; else `k`."""
    if not view.language.head_final:
        return k
    end = next((j for j in range(k, min(k + _SUM, len(view.tokens))) if _currency(view, j)), k)
    plain = all(view.tokens[j].text.islower() or view.tokens[j].text[0].isdigit() for j in range(k, end))
    return end if plain and not any(view.place[j] or view.posts[j] or view.heads[j] for j in range(k, end)) else k


def _currency(view: View, k: int) -> bool:
    """Tell the noun for a currency at token `k`, with any Turkic ending: "АҚШ [долларының]"; no "Peru [sums] up"."""
    word, currencies = view.tokens[k].norm, view.language.institutions.currencies
    return view.language.forms(currencies)[word] if view.language.head_final else word in currencies


def _acts(view: View, place: PlaceMention, listed: _Listed) -> bool:
    """Tell a Russian country that does something or stands in a relation, not one that only qualifies a noun.

    It is the subject ("Казахстан выступил"), one of those between whom something is ("между Россией и Ираном",
    "сотрудничества Казахстана с Россией"), or sends somebody ("делегация Узбекистана"). What holds for the
    first of a list, in which it is `listed`, holds for all of it.
    """
    if not view.language.fusional:
        return not (view.language.head_final and _is_topic(view, place))
    data = view.language.institutions
    if DASHES & {view.text[place.start - 1 : place.start], view.text[place.end : place.end + 1]}:
        return False  # "группа дружбы Чили–Перу"
    i = view.first_of(place)
    leading = view.place[listed.first]
    if leading is not None and leading is not place and {leading.case, place.case} <= _DIRECT:
        return _acts(view, leading, _Listed(listed.first, 1, joined=False))
    end = next((k for k in range(i, len(view.tokens)) if view.place[k] is not place), len(view.tokens))
    after = view.tokens[end].text if end < len(view.tokens) else ""
    before = view.tokens[i - 1].norm if i else ""
    if place.case in {"nom", ""} and not place.text.isupper():
        return (
            after not in {")", "–", "—", "-", "»"}
            and before not in {"(", ",", "«", "–", "—"}
            and not view.sentence.heading
        )
    window = [t.norm for t in view.tokens[max(0, i - _REACH) : i]]
    if any(w in data.between for w in window):
        return True
    sender = view.tokens[listed.first - 1].norm if listed.first else ""
    return sender in data.chairing or _sends(view, sender) or _come(view, listed.first)


def _is_topic(view: View, place: PlaceMention) -> bool:
    """Tell a Turkic country that something is only about: "[Ауғанстан] мәселелері", "[Owganystan] boýunça"."""
    after = view.place_end(view.first_of(place)) + 1
    if place.case != "nom" or after >= len(view.tokens):
        return False
    return view.tokens[after].norm in view.language.events.by_role.get("topic", ())


def _listed(view: View, countries: Sequence[PlaceMention]) -> dict[int, _Listed]:
    """What list each of the countries, in text order, stands in with those before it, by its first token."""
    found: dict[int, _Listed] = {}
    for country in countries:
        i = view.first_of(country)
        joint = i - 1
        while joint > 0 and view.tokens[joint].norm in view.language.institutions.articles:
            joint -= 1
        before = joint
        while before > 0 and view.joint(before):
            before -= 1  # ", and"
        place = view.place[before] if 0 <= before < joint else None
        if place is None or place.kind != "country":
            found[i] = _Listed(i, 1, joined=False)
            continue
        other = view.first_of(place)
        left = found.get(other, _Listed(other, 1, joined=False))
        joined = left.joined or view.tokens[joint].norm in view.conjunctions
        found[i] = _Listed(left.first, left.items + 1, joined=joined)
    return found


def _several_from(view: View, i: int, listed: _Listed) -> int:
    """The first token of an English list of countries with the one at `i`: "to [Chile, the Congo and Peru]".

    Two with a comma between them are none: "In Chile, | Peru signed a treaty".
    """
    onward = after = view.place_end(i) + 1
    while view.joint(onward):
        onward += 1
    onward = view.past_article(onward)
    goes_on = onward > after and onward < len(view.tokens) and view.place[onward] is not None
    return listed.first if listed.joined or goes_on or listed.items > _TWO else i


def _come(view: View, first: int) -> bool:
    """Tell a Russian list of countries from token `first` on that people come from: "наблюдатели из [Грузии]"."""
    sent = first > 1 and view.tokens[first - 1].norm in view.language.institutions.sender
    return sent and view.language.fusional and _sends(view, view.tokens[first - 2].norm)


def _sends(view: View, word: str) -> bool:
    return view.language.forms(view.language.institutions.senders)[word]


def _of_next(view: View, place: PlaceMention) -> bool:
    """Tell a country that only tells whose or where the next thing is: "Швейцарияның Женева қаласында".

    In a language that leaves the genitive out also "Исландия мен Ирландиядағы елші", "ҚР Мемлекеттік сыйлығы".
    """
    i = view.first_of(place)
    while i < len(view.tokens) and view.tokens[i].start < place.end:
        i += 1
    if i + 1 >= len(view.tokens):
        return False
    following = view.place[i]
    if place.case == "gen":
        return _part_of(view, i) or (following is not None and following.kind in {"town", "region"})
    if place.case != "nom" or not view.language.institutions.bare_owner:
        return False
    if following is not None and following.kind == "capital":
        return True  # "Түркия астанасы Анкараға"
    if view.tokens[i].norm in view.conjunctions:
        joined = view.place[i + 1]
        return joined is not None and joined.kind == "country" and joined.case in _LOCAL
    return place.text.isupper() and len(place.text) <= _ACRONYM and view.capital(i) and view.word(i)


def _part_of(view: View, i: int) -> bool:
    """Tell a part of a country, in small letters, from token `i` on: "Қазақстанның [оңтүстік өңірінің] судьялары"."""
    nouns = view.language.institutions.places
    for k in range(i, min(i + _PART, len(view.tokens))):
        if view.capital(k) or not view.word(k) or view.heads[k] or view.posts[k] or view.place[k]:
            return False
        if any(a.stem in nouns and a.possessive == "3" for a in view.language.analyse(view.tokens[k].norm)):
            return True
    return False


def _in_title(view: View, place: PlaceMention) -> bool:
    """Tell a country that ends a short title in quotation marks: "«Таза [Қазақстан]» акциясы"."""
    i = view.first_of(place)
    last = view.place_end(i)
    closed = last + 1 < len(view.tokens) and view.tokens[last + 1].text in CLOSING
    opening = next((k for k in range(i - 1, max(-1, i - _TITLE), -1) if view.tokens[k].text in OPENING), None)
    return closed and opening is not None and opening < i - 1 and all(view.word(k) for k in range(opening + 1, i))


def _local(view: View, place: PlaceMention, listed: _Listed) -> bool:
    if place.case in _LOCAL:
        return True
    data = view.language.institutions
    if (view.language.head_final and _of_next(view, place)) or (data.bare_owner and _in_title(view, place)):
        return True
    i = view.first_of(place) - 1
    if i > 0 and view.tokens[i].text in {"(", "/"} and view.place[i - 1]:
        return True  # "Жидда қаласына (Сауд Аравиясы)", "ОСЛО /Норвегия/"
    town = view.place[i - 1] if i > 0 and view.tokens[i].text == "," else None
    if town is not None and town.kind != "country" and town.country == place.country:
        return True  # "in Geneva, Switzerland"
    i = (_several_from(view, i + 1, listed) if view.language.analytic else i + 1) - 1
    while i >= 0 and view.tokens[i].norm in data.articles:
        i -= 1
    if view.language.analytic and i > 0 and view.tokens[i].norm in data.sender:
        field = i >= 3 and view.tokens[i - 2].norm in data.whose  # noqa: PLR2004
        sent = i - 3 if field else i - 1  # "ministers [of health]"
        if view.tokens[sent].norm in data.senders:
            return False  # "participants from Tunisia"
    return i >= 0 and view.tokens[i].norm in data.local and not _come(view, listed.first)
