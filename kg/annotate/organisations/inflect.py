"""Names brought to the nominative where the head comes first; the Russian part goes through pymorphy3."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.language.case import lower, recase
from kg.language.morphology import inflected, parsed

if TYPE_CHECKING:
    from kg.annotate.view import View

_ADJECTIVE = re.compile(r"(?:его|ого|ему|ому|им|ым|ем|ом|ей|ой|ую|юю|ая|яя|ее|ое|ие|ые|их|ых|ими|ыми|ий|ый)$")
_TOPONYMIC = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое)$")
# "the Foreign Ministry's press service"
_POSSESSIVE = re.compile(r"(?:'s|’s|(?<=s)['’])$")
_PLAIN = frozenset({"ADJF", "PRTF"})
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})
_GENITIVE = frozenset({"gent", "gen2"})
_OBLIQUE = frozenset({"gent", "gen2", "datv"})


@lru_cache(maxsize=20_000)
def adjective(word: str) -> bool:
    """Tell a Russian adjective or participle (lower case), also where it is used as a noun more often ("главное")."""
    parses = parsed(word)
    noun = parses[0].tag.POS == "NOUN" and parses[0].normal_form.endswith(("ое", "ая"))
    return parses[0].tag.POS in _PLAIN or (noun and any(p.tag.POS in _PLAIN and p.is_known for p in parses))


@lru_cache(maxsize=20_000)
def noun(word: str) -> bool:
    """Tell a Russian noun (lower case)."""
    return str(parsed(word)[0].tag.POS) == "NOUN"


@lru_cache(maxsize=20_000)
def toponymic(word: str) -> bool:
    """Tell a word (lower case) that is a town's adjective or a surname: "Могилевского"."""
    return bool(_TOPONYMIC.search(word)) and any(
        {"ADJF", "Surn"} & {str(p.tag.POS), *map(str, p.tag.grammemes)} for p in parsed(word)
    )


@lru_cache(maxsize=20_000)
def participle(word: str) -> bool:
    """Tell a Russian participle (lower case): "созданный", not "объединённый", which the dictionary has as both."""
    parse = parsed(word)[0]
    return str(parse.tag.POS) == "PRTF"


@lru_cache(maxsize=20_000)
def agrees(word: str, noun: str) -> bool:
    """Tell whether a Russian adjective may stand with a noun (lower case): one case, number and gender.

    "финансируемого Европейским союзом" has two cases: the participle belongs to something else.
    """
    forms = {(p.tag.case, p.tag.number, p.tag.gender) for p in parsed(word) if p.tag.POS in _PLAIN}
    nouns = [p.tag for p in parsed(noun) if p.tag.POS == "NOUN" and p.tag.case]
    plain = {(case, number) for case, number, gender in forms if number == "plur" or gender is None}
    return (
        not nouns
        or any((n.case, n.number, n.gender) in forms or (n.case, n.number) in plain for n in nouns)
        or any("Fixd" in n.grammemes for n in nouns)
    )


@lru_cache(maxsize=20_000)
def personal_genitive(word: str) -> bool:
    """Tell whether a Russian word (lower case) is the genitive of a person's name first of all: "Конфуция"."""
    tag = parsed(word)[0].tag
    return str(tag.case) in _GENITIVE and tag.number == "sing" and not {"Name", "Surn"}.isdisjoint(tag.grammemes)


@lru_cache(maxsize=20_000)
def only_plural(word: str) -> bool:
    """Tell a Russian noun or adjective (lower case) that can only be a plural: "министерств", not "министерства"."""
    numbers = {str(p.tag.number) for p in parsed(word) if p.tag.POS in _NOMINAL}
    return numbers == {"plur"}


@lru_cache(maxsize=20_000)
def ordinal(word: str) -> bool:
    """Tell whether a Russian word (lower case) is an ordinal number: "четвёртого"."""
    return any("Anum" in p.tag for p in parsed(word))


@lru_cache(maxsize=20_000)
def oblique(word: str) -> bool:
    """Tell whether the dictionary has a Russian word (lower case) in another case than nominative and accusative."""
    cases = {str(p.tag.case) for p in parsed(word) if p.is_known and p.tag.case}
    return bool(cases - {"nomn", "accs", "voct"})


@lru_cache(maxsize=20_000)
def locative(word: str) -> bool:
    """Tell whether a Russian word (lower case) may be a locative: "в Вене", not "в Кыргызскую"."""
    parses = parsed(word)
    return any(str(p.tag.case) in {"loct", "loc2"} for p in parses) or not any(p.tag.case for p in parses)


@lru_cache(maxsize=20_000)
def genitive_name(word: str) -> bool:
    """Tell whether a Russian word (lower case) may be a genitive: "Ахмета [Ясави]", not "Абая [Анна]"."""
    return any(str(p.tag.case) in _GENITIVE for p in parsed(word))


@lru_cache(maxsize=20_000)
def instrumental(word: str) -> bool:
    """Tell whether a Russian word (lower case) is an instrumental first of all: "Ерланом", "Кошкаровым"."""
    return str(parsed(word)[0].tag.case) == "ablt"


@lru_cache(maxsize=20_000)
def mainly_genitive(word: str) -> bool:
    """Tell whether a Russian word (lower case) is a genitive first of all: "Родена", not "Берглунд"."""
    return str(parsed(word)[0].tag.case) in _GENITIVE


@lru_cache(maxsize=20_000)
def mainly_oblique(word: str) -> bool:
    """Tell whether a Russian word (lower case) is neither nominative nor accusative first of all: "лаборатории"."""
    return str(parsed(word)[0].tag.case) in {*_OBLIQUE, "ablt", "loct"}


@lru_cache(maxsize=20_000)
def in_dictionary(word: str) -> bool:
    """Tell whether the Russian dictionary has a word (lower case): "развития", not "Абеляном"."""
    return any(p.is_known for p in parsed(word))


@lru_cache(maxsize=20_000)
def is_geographic(word: str) -> bool:
    """Tell a Russian word (lower case) that names a part of the world first of all: "Азии"."""
    return "Geox" in parsed(word)[0].tag


@lru_cache(maxsize=20_000)
def with_whom(word: str) -> bool:
    """Tell whether a Russian noun or adjective (lower case) may be an instrumental: "[с] гражданами"."""
    return any(p.tag.POS in _NOMINAL and str(p.tag.case) == "ablt" for p in parsed(word))


@lru_cache(maxsize=20_000)
def _genitive(word: str, *, dative: bool = True, small: bool = False) -> bool:
    """Tell a genitive; a word that stands in `small` letters is no name, though it looks like one ("могилевского")."""
    parses = parsed(word)
    if parses[0].tag.POS in {"PREP", "CONJ", "PRCL", "VERB", "ADVB"}:
        return False
    if not small and {"Name", "Surn", "Patr"} & set(parses[0].tag.grammemes):
        return False
    if word.endswith("ли") and any(p.tag.POS == "VERB" and p.is_known for p in parses):
        return False  # "в кабинет губернатора | прибыли"
    cases = _OBLIQUE if dative else _GENITIVE
    return any(p.tag.POS in _NOMINAL and str(p.tag.case) in cases for p in parses)


def genitive_place(view: View, k: int) -> bool:
    """Tell a Russian place from token `k` on of which some word may be a genitive: "[Новой Зеландии]"."""
    return any(map(genitive_name, view.sentence.words[k : view.place_end(k) + 1]))


def genitive_follows(view: View, k: int, *, dative: bool = True) -> bool:
    """Tell whether the Russian word at token `k` may continue a chain of genitives, or of datives."""
    token = view.tokens[k]
    if view.posts[k] and not view.capital(k) and view.posts[k].analysis.case == "gen":  # type: ignore[union-attr]
        return True  # "заместитель акима": Аким is a name as well
    return (
        view.word(k)
        and token.norm not in view.stop
        and token.norm not in view.given_folded
        and (view.posts[k] is None or view.posts[k].analysis.case == "gen")  # type: ignore[union-attr]
        and _genitive(token.norm, dative=dative, small=token.text.islower())
        and not view.language.forms(view.language.posts.honorifics)[token.norm]
    )


@lru_cache(maxsize=20_000)
def _to_nominative(word: str, gender: str, number: str) -> str:
    """An adjective in the nominative, agreeing with its noun."""
    plain = [p for p in parsed(word) if p.tag.POS in _PLAIN]
    known = [p for p in plain if p.is_known] or plain or [parsed(word)[0]]
    hard = (p for p in known if p.normal_form == known[0].normal_form.removesuffix("ой") + "ый")
    parse = next(hard, known[0])  # "временного" is of "временный" rather than of "временной"
    grammemes = ("nomn", number) if number == "plur" else ("nomn", "sing", gender)
    form = inflected(parse, *grammemes)
    if form is not None and "ё" not in word:
        form = form.replace("ё", "е")  # "Почетного"
    if form is not None and not form.startswith(_ADJECTIVE.sub("", word)):
        return _by_ending(word, gender, number)  # "высшего" is no "высочайший"
    return form or word


def agreeing_adjective(word: str, phrase: str) -> str:
    """An adjective (as written) in the nominative that agrees with a phrase: "Кузбасской" with "палата"."""
    nouns = (p[0] for w in phrase.split() if (p := parsed(lower(w))) and p[0].tag.POS == "NOUN")
    gender = next((str(noun.tag.gender) for noun in nouns), "masc")
    return recase(word, _to_nominative(lower(word), gender, "sing"))


def _by_ending(word: str, gender: str, number: str) -> str:
    """The nominative of an adjective in "-ший" by its ending."""
    stem = _ADJECTIVE.sub("", word)
    return stem + ("ие" if number == "plur" else {"femn": "ая", "neut": "ее"}.get(gender, "ий"))


def nominative_phrase(view: View, first: int, head: int, last: int, *, singular: bool = False) -> str:
    """The text of a name from token `first` to `last` with its head at `head` in the nominative, spaces evened.

    `singular` asks for the singular of a head in the plural ("советниками" -> "советник").
    """
    tokens = view.tokens
    if not view.language.fusional:
        text = " ".join(view.text[tokens[first].start : tokens[last].end].split())
        text = _POSSESSIVE.sub("", text) if view.language.analytic else text
        hit = view.posts[head] or view.heads[head]
        return (
            text.replace(tokens[head].text, recase(tokens[head].text, hit.analysis.stem), 1)
            if singular and hit
            else text
        )
    parses, hit = parsed(tokens[head].norm), view.heads[head]
    post = view.posts[head]
    lemma = post.analysis.stem if post is not None else parses[0].normal_form
    noun = next((p for p in parses if p.normal_form == lemma), parses[0])  # "премьера" is no first night
    number, gender = str(noun.tag.number or "sing"), str(noun.tag.gender or "masc")
    form = inflected(noun, "nomn", "sing") if singular else inflected(noun, "nomn")
    if hit is not None and (singular or not hit.analysis.number) and not any(p.is_known for p in parses):
        form, number = hit.analysis.stem, "sing"  # "Совфеде"
    number = "sing" if singular else number
    words = [
        t.text if t.norm in view.conjunctions else recase(t.text, _to_nominative(t.norm, gender, number))
        for t in tokens[first:head]
    ]
    words.append(recase(tokens[head].text, form or tokens[head].norm))
    rest = view.text[tokens[head].end : tokens[last].end]
    return " ".join((" ".join(words) + rest).split())
