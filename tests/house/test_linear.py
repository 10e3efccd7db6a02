"""Reading costs what the text's length asks for, also of texts that nobody would write: four times, not sixteen."""

from __future__ import annotations

import random
import sys
import time
from itertools import product
from typing import TYPE_CHECKING

import pytest

from kg.build import reader
from kg.model import Document, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLAUSE = {
    "tk": "ministr Aşgabatda ilçi bilen duşuşdy we 12-nji maýda BMG-niň wekili kabul edildi, ",
    "kk": "министр Астанада елшімен кездесті және 12 мамырда БҰҰ өкілі қабылданды, ",
    "ru": "министр в Минске встретился с послом и 12 мая принял представителя ООН, ",
    "en": "the minister met the ambassador in London and on 12 May received the OSCE representative, ",
}
MEETING = {
    "tk": "Orunbasar {} ýurduň Prezidenti {} bilen duşuşdy. ",
    "kk": "Төраға орынбасары {} ел Президенті {} кездесті. ",
    "ru": "Заместитель председателя {} встретился с президентом страны {}. ",
    "en": "Deputy Chairman {} met with the President of the country {} in London. ",
}
BODIES = {
    "tk": "«{}» komiteti «{}» instituty bilen şertnama baglaşdy. ",
    "kk": "«{}» комитеті «{}» институтымен келісімге қол қойды. ",
    "ru": "Комитет «{}» подписал договор с институтом «{}». ",
    "en": "The Ministry of {} signed a contract with the {} Institute. ",
}
NAME = {"tk": "Myrat {}ow", "kk": "Нұрлан {}ов", "ru": "Иван {}ов", "en": "John {}son"}
GENITIVE = {"tk": "ministrliginiň ", "kk": "министрлігінің ", "ru": "комитета ", "en": "of the Committee "}
LANGUAGES = tuple(CLAUSE)
# What a text with so many parts is made of: a hundred thousand characters in one sentence, ten thousand names.
SHAPES: dict[str, tuple[int, Callable[[str, int], str]]] = {
    "one sentence": (1200, lambda lang, n: CLAUSE[lang] * n),
    "names in one sentence": (10_000, lambda lang, n: ", ".join(_names(lang, n))),
    "names in sentences": (10_000, lambda lang, n: "".join(f"{name}. " for name in _names(lang, n))),
    "meetings": (20_000, lambda lang, n: "".join(_meetings(lang, n))),
    "bodies": (20_000, lambda lang, n: "".join(_bodies(lang, n))),
    "genitives": (6000, lambda lang, n: "X " + GENITIVE[lang] * n),
    "brackets": (50_000, lambda lang, n: "(" * n + CLAUSE[lang] + ")" * n),
    "quotation marks": (50_000, lambda lang, n: "«" * n + CLAUSE[lang] + "»" * n),
}
# The tests are of texts this much smaller and four times as small again: growth shows there, too.
SMALLER, TIMES = 20, 4
# Linear growth is four, quadratic sixteen.
MOST = 8


def _names(lang: str, count: int) -> Iterator[str]:
    """Names of which few surnames are spelt alike."""
    cyrillic = lang in {"kk", "ru"}
    syllables = [c + v for c, v in product("бдмнртсл" if cyrillic else "bdmnrtsl", "аеиоу" if cyrillic else "aeiou")]
    chance = random.Random(0)  # noqa: S311 - the same names every time are wanted
    for _ in range(count):
        yield NAME[lang].format("".join(chance.choices(syllables, k=4)).title())


def _meetings(lang: str, count: int) -> Iterator[str]:
    """Sentences of which each tells of two persons with titles."""
    names = _names(lang, 2 * count)
    return (MEETING[lang].format(*pair) for pair in zip(names, names, strict=True))


def _bodies(lang: str, count: int) -> Iterator[str]:
    """Sentences of which each tells of two institutions named by a word of their own."""
    names = (name.split()[-1] for name in _names(lang, 2 * count))
    return (BODIES[lang].format(*pair) for pair in zip(names, names, strict=True))


def _document(text: str, lang: str) -> Document:
    paragraph = Paragraph(0, len(text), lang)
    item = Item(0, len(text), lang, "2023-03-14", None, (paragraph,))
    return Document("long", text, "0", lang, "2023-03-14", (item,))


def _calls(document: Document) -> int:
    """How many functions are called to read a document: the same on every machine."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        reader().read_document(document)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_calls_grow_with_the_length(shape: str, lang: str) -> None:
    size, made = SHAPES[shape]
    small, large = (_document(made(lang, size // SMALLER // times), lang) for times in (TIMES, 1))
    reader().read_document(large)  # what is remembered of words is remembered
    assert _calls(large) < MOST * _calls(small)


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length(shape: str) -> None:
    """What libraries do within one call doesn't show in the number of calls."""
    size, made = SHAPES[shape]

    def seconds(times: int) -> float:
        documents = [_document(made(lang, size // SMALLER // times), lang) for lang in LANGUAGES]
        taken = []
        for _ in range(2):
            start = time.process_time()
            for document in documents:
                reader().read_document(document)
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(TIMES)
    assert seconds(1) < 2 * MOST * seconds(TIMES) + 0.05
