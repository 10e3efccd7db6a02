"""What stands in a sentence and doesn't act: titles in quotation marks, abbreviations in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.interpret.events.sentence.groups import separates
from kg.interpret.events.sentence.row import CLOSING, DASHES, OPENING, Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.passages import Passage
    from kg.model import Token

# Elements that a title in quotation marks has at most.
_TITLE = 40
# Elements from a title to the word that makes its event a frame.
_FRAMED = 10
# Elements from a body to the end of the bracket with its seat.
_SEAT = 7
# Marks by one of which an actor may be joined to the same one before it.
_BESIDE = DASHES | {"("}


def silence(elements: list[Element], passage: Passage) -> None:
    """Make text of what tells of no event: of words in titles, of "not" before attributes, of commas before numbers."""
    _untitle(elements, passage)
    _attributes(elements, passage)
    _numbers(elements, passage)
    _respect(elements, passage)


def _untitle(elements: list[Element], passage: Passage) -> None:
    """Make text of words of events in a title in quotation marks: "«Howpsuzlyk boýunça dialog» atly maslahat".

    So in those listed before it: "[«Howpsuzlyk dialogy»] we «Suw» atly kitaplar".
    """
    titled, tokens = passage.language.events.titled, passage.sentence.tokens
    if not titled or CLOSING.isdisjoint(passage.sentence.words):
        return
    closing = [i for i, e in enumerate(elements) if e.kind == "mark" and tokens[e.first].text in CLOSING]
    listed = -1
    for i in reversed(closing):
        after = tokens[elements[i].last : elements[i].last + 1]
        opening = next((k for k in range(i - 1, max(-1, i - _TITLE), -1) if _opens(elements[k], tokens)), None)
        if opening is None or not after or (after[0].norm not in titled and i + 2 != listed):
            continue
        listed = opening if opening and separates(elements[opening - 1]) else -1
        for k in range(opening + 1, i):
            if elements[k].trigger:
                elements[k] = Element("text", elements[k].first, elements[k].last)


def _attributes(elements: list[Element], passage: Passage) -> None:
    """Make text of "not" where it only is of an attribute: "ýokanç däl keseller", "ресми емес кездесу"."""
    if not passage.language.head_final:
        return
    for i in [i for i, e in enumerate(elements[:-1]) if e.role == "negated"]:
        e, after = elements[i], elements[i + 1]
        plain = e.form is None or not e.form.kind
        if plain and (after.kind == "text" or after.is_trigger("noun")):
            elements[i] = Element("text", e.first, e.last)


def _numbers(elements: list[Element], passage: Passage) -> None:
    """Make text of the comma between a regular event and its number: "nobatdaky[,] dokuzynjy mejlisi"."""
    if not passage.language.head_final:
        return
    for i in [i for i, e in enumerate(elements[1:-1], 1) if e.kind == "comma" and elements[i - 1].role == "series"]:
        e, after = elements[i], elements[i + 1]
        if after.role == "ordinal" or passage.sentence.words[after.first][:1].isdigit():
            elements[i] = Element("text", e.first, e.last)


def _respect(elements: list[Element], passage: Passage) -> None:
    """Make text of the stop of an English honorific before a name: "her meeting with Mr[.] Orlov"."""
    words, honorifics = passage.sentence.words, passage.language.posts.honorifics
    if not passage.language.analytic or honorifics.isdisjoint(words):
        return
    for i, e in enumerate(elements[1:-1], 1):
        actor = elements[i + 1].actor if words[e.first] == "." else None
        if actor and actor.person and words[elements[i - 1].first] in honorifics:
            elements[i] = Element("text", e.first, e.last)


def acting(elements: list[Element], passage: Passage) -> list[Element]:
    """The elements with an abbreviation of "acting" before a title as one of text: "с [и.о.] ректора И. Орлова"."""
    phrases, said = passage.language.events.acting, " ".join(passage.sentence.words)
    if not any(phrase in said for phrase in phrases):
        return elements
    found, tokens, i = list[Element](), passage.sentence.tokens, 0
    longest = max(len(phrase.split()) for phrase in phrases)
    while i < len(elements):
        first, last = elements[i].first, min(elements[i].first + longest, len(tokens))
        whole = " ".join(passage.sentence.words[first:last]) in phrases
        found.append(Element("text", first, last) if whole else elements[i])
        while i < len(elements) and elements[i].first < found[-1].last:
            i += 1
    return found


def _opens(element: Element, tokens: Sequence[Token]) -> bool:
    return element.kind == "mark" and tokens[element.first].text in OPENING


def qualify(elements: list[Element], passage: Passage) -> None:
    """Make text of a state right before a name, whose country it is: "the Kyrgyz Republic – Anna Kim"."""
    tokens = passage.sentence.tokens
    for i in range(len(elements) - 2, -1, -1):  # from the end: of a list the states before are looked at
        e, after = elements[i], elements[i + 1]
        if e.actor is None and e.place is None:
            continue
        if passage.language.head_final:  # "Берлин сотының (Германия) судьясы"
            inside = [tokens[x.first].text for x in (*elements[max(0, i - 1) : i], after)] == ["(", ")"]
            quoted = tokens[after.first].text in CLOSING and e.actor and e.actor.country  # "«Aziýa — Çili» forumy"
            silent = quoted or _joined(elements, i, tokens) or (inside and e.actor and not e.actor.person)
            post = e.actor is not None and e.actor.id[:1] == "t"  # "Prezidenti wezipesine dalaşgär"
            silent = silent or (post and tokens[after.first].norm in passage.language.posts.appointed)
            elements[i] = Element("text", e.first, e.last) if silent else _goal(elements, i, passage)
            continue
        if e.actor and e.actor.country and _qualifies(elements, i, passage):
            elements[i] = Element("text", e.first, e.last)
            continue
        if after.kind == "mark" and tokens[after.first].text in DASHES and i + 2 < len(elements):
            after = elements[i + 2]
        if e.actor and e.actor.country and after.actor and after.actor.person:
            elements[i] = Element("text", e.first, e.last)


def _joined(elements: Sequence[Element], i: int, tokens: Sequence[Token]) -> bool:
    """Tell one of two after which what only frames is called: "«[Ýewropa Bileleşigi] — Aziýa» forumynyň çäklerinde"."""
    actor, frames = elements[i].actor, (e.role == "within" for e in elements[i + 1 : i + _FRAMED])
    if actor is None or actor.person or not i or not any(frames):
        return False
    before, after = (tokens[elements[k].first].text for k in (i - 1, i + 1))
    return (before in OPENING and after in DASHES) or (before in DASHES and after in CLOSING)


def _goal(elements: Sequence[Element], i: int, passage: Passage) -> Element:
    """The element `i`, in the dative where somebody goes there: "Ministr [Russiýa] sapar eder", "[Astana] bardy".

    Names that end in a vowel have the same form in both cases.
    """
    e, after = elements[i], elements[i + 1]
    going = after.frame in {"visit", "arrive"} or (after.trigger is not None and after.trigger.type == "visit")
    place, state = e.place, e.actor if e.actor is not None and e.actor.country else None
    case = place.case if place is not None else state.case if state is not None else None
    if not going or case not in {"nom", ""}:
        return e
    who = any(x.actor is not None and not x.actor.country and x.actor.case == "nom" for x in elements[:i])
    who = who or any(x.role == "delegation" for x in elements[:i])
    forms = passage.language.analyse(passage.sentence.tokens[e.last - 1].norm)
    if not who or not any(a.case == "dat" for a in forms):
        return e
    if place is not None:
        return replace(e, place=replace(place, case="dat"))
    return replace(e, actor=replace(state, case="dat")) if state is not None else e


def members_of(elements: list[Element], passage: Passage) -> None:
    """Make text of a body whose states are told: "ministers of [OTS] states", "member states of the [OTS]"."""
    members, tokens = passage.language.events.members, passage.sentence.tokens
    for i, e in enumerate(elements if members else ()):
        if e.actor is None or e.actor.person or e.actor.country:
            continue
        if passage.language.fusional:
            for k in _states_before(elements, i, passage):
                elements[k] = Element("text", elements[k].first, elements[k].last)
            continue
        after = next((x for x in elements[i + 1 : i + 3] if x.role != "people"), None)  # "GDA [agza] ýurtlar"
        beyond = tokens[after.last : after.last + 1] if after is not None else []
        says = bool(beyond) and beyond[0].norm in passage.language.events.complementisers  # "the OSCE states that"
        near = [x for x in elements[max(0, i - 3) : i] if x.role != "definite"][-2:]
        of = len(near) > 1 and near[1].role == "of"
        of = of and not members.isdisjoint({_norm(near[0], passage), _norm(near[0], passage, before=1)})
        of = of or ([x.role for x in near] == ["people", "of"] and _norm(e, passage) in members)  # "heads of state"
        if of or (after is not None and _norm(after, passage) in members and not says):
            elements[i] = Element("text", e.first, e.last)


def _states_before(elements: list[Element], i: int, passage: Passage) -> list[int]:
    """A body with the word for its states, by index: "послы государств – [членов ОДКБ]", "главы стран [СНГ]"."""
    members = passage.language.events.members
    near = [_norm(e, passage) for e in elements[max(0, i - 3) : i]]
    if near and (near[-1] in members or near[-1].partition("-")[0] in members):
        return [i]
    apart = len(near) == 3 and near[0] in members and near[1] in DASHES  # noqa: PLR2004 - with its dash
    return [i - 1, i] if apart and elements[i - 1].role in {"people", ""} and not elements[i - 1].frame else []


def _norm(element: Element, passage: Passage, before: int = 0) -> str:
    """The words of an element in lower case, with some of those before it."""
    return " ".join(passage.sentence.words[max(0, element.first - before) : element.last])


def _qualifies(elements: list[Element], i: int, passage: Passage) -> bool:
    """Tell a state that only qualifies what stands before it: "ambassadors of Chile and Peru", "Anna Kim (Chile)"."""
    tokens = passage.sentence.tokens
    around = [tokens[e.first].text for e in (*elements[max(0, i - 1) : i], *elements[i + 1 : i + 2])]
    sent = _envoys(elements, i, passage) or _sent_to(elements, i, passage) or _in_name(elements[i], passage)
    return around == ["(", ")"] or around[0] == "+" or sent or _of_town(elements, i)  # "the Asia + [Chile] Dialogue"


def _in_name(element: Element, passage: Passage) -> bool:
    """Tell a state right behind a word with a capital, of one name with it: "the Rural Women [Kyrgyzstan] project"."""
    before = passage.sentence.tokens[element.first - 1 : element.first]
    told = passage.language.analytic and element.first > 1 and not passage.sentence.heading
    return told and before[0].text[0].isupper()


def _before_states(elements: Sequence[Element], k: int) -> int:
    """The element before a list of states that ends with the element `k`, or the first."""
    while k > 0 and (
        elements[k].kind in {"comma", "place"}
        or elements[k].role in {"and", "definite"}
        or getattr(elements[k].actor, "country", None)
    ):
        k -= 1
    return k


def _sent_to(elements: list[Element], i: int, passage: Passage) -> bool:
    """Tell a further state to which an envoy is sent: "the Ambassador of Norway to Chile, [Cuba] and Peru"."""
    k = _before_states(elements, i - 1)
    title = elements[max(0, k)]
    if k == i - 1 or not passage.language.analytic or not (title.actor and title.actor.person):
        return False
    words = passage.sentence.words[title.first : title.last]
    hit = passage.language.post_heads.find(words[0])
    return hit is not None and hit.entry.post == "ambassador" and "to" in words


def _of_town(elements: list[Element], i: int) -> bool:
    """Tell a state behind a town of its own: "in Chișinău, [the Republic of Moldova]"."""
    k = i - 1
    while k > 0 and (elements[k].kind == "comma" or elements[k].role == "definite"):
        k -= 1
    place, actor = elements[max(0, k)].place, elements[i].actor
    if place is None or actor is None or k == i - 1:
        return False
    return (place.kind, place.country) == ("town", actor.country)


def _envoys(elements: list[Element], i: int, passage: Passage) -> bool:
    """Tell a further state whose office-holders, many of them, are told: "ambassadors of Russia and [China]"."""
    k = i - 1
    if k < 0 or not (elements[k].kind == "comma" or elements[k].role in {"and", "definite"}):
        return False
    k = _before_states(elements, k)
    if k < 1 or elements[k].role != "of":
        return False
    hit = passage.language.post_heads.find(passage.sentence.tokens[elements[k - 1].last - 1].norm)
    return hit is not None and bool(hit.analysis.number) and hit.entry.post == "ambassador"


def _seat(elements: Sequence[Element], i: int, tokens: Sequence[Token]) -> range:
    """Indices of the seat of a body in brackets behind its genitive: "Baş konsullygynyň [(Stambul ş.)] guramagynda"."""
    actor, inside = elements[i].actor, elements[i + 1 : i + 3]
    owner = actor is not None and not actor.person and actor.case == "gen"
    if not owner or len(inside) < 2 or tokens[inside[0].first].text != "(" or inside[1].place is None:  # noqa: PLR2004
        return range(0)
    end = next((k for k in range(i + 3, min(i + _SEAT, len(elements))) if tokens[elements[k].first].text == ")"), None)
    return range(i + 1, end + 1) if end is not None else range(0)


def bracket(elements: list[Element], passage: Passage) -> list[Element]:
    """Leave out an abbreviation in brackets, make text of a title before another by a dash: they act no second time."""
    tokens = passage.sentence.tokens
    if _BESIDE.isdisjoint(passage.sentence.words):
        return elements
    brackets: set[int] = set()
    actors = [i for i, e in enumerate(elements) if e.actor]
    for i in actors:
        if i < 2:  # noqa: PLR2004 - nothing stands before the bracket
            continue
        e, before = elements[i], elements[i - 2]
        opened = tokens[elements[i - 1].first].text == "("
        if opened and e.actor and before.actor and (e.actor.id == before.actor.id or not e.actor.person):
            elements[i] = Element("text", e.first, e.last)
            if i + 1 < len(elements) and tokens[elements[i + 1].first].text == ")":
                brackets |= {i - 1, i, i + 1}
    brackets |= {k for i in actors for k in _seat(elements, i, tokens)}
    for i in actors[:-1]:
        if i + 2 >= len(elements):
            break
        e, gap, after = elements[i], elements[i + 1], elements[i + 2]
        dash = gap.kind == "mark" and tokens[gap.first].text in DASHES
        if dash and e.actor and after.actor and e.actor.person and after.actor.person and e.actor.id[:1] == "t":
            elements[i] = Element("text", e.first, e.last)  # "Chairman of the Committee – Executive Secretary N."
    return [e for i, e in enumerate(elements) if i not in brackets] if brackets else elements
