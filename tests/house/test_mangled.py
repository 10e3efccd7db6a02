"""Texts that nobody would write: the rules make of them what they can, and neither they nor the graph fail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import reader
from kg.errors import InputError
from kg.resolve import resolve
from kg.write import quads

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from kg.model import Organisation, Person

ROOT = Path(__file__).resolve().parents[2]
TEXTS = tuple(p.read_text("utf-8") for p in sorted(ROOT.glob("tests/documents/*/*.txt")))
MARKS = " \n.,;:()«»“”\"'–—-/%№1"

# Each once made a rule fail.
FOUND = (
    "политике parliamentary elections Azerbaijan, scheduled Гарвардском",
    "2023-nji ýylyň kabul edişlik geçirildi. 20-nji sentýabrda Klaus Wolf duşuşdy.",
    "10 қаңтар сағат 22:00-дегі жағдай бойынша сайлауда сайлаушылардың жалпы санының 63,3 пайызы дауыс берді.",
    "Министр Ошқа сапармен келіп",  # a row ends with a converb
    "and " * 399 + "Minister John Smith met the ambassador of Norway in Oslo",  # cut between the title and the name
)


def _shuffled(text: str, _: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _thinned(text: str, _: str, chance: random.Random) -> str:
    return " ".join(word for word in text.split(" ") if chance.random() > 0.2)


def _joined(text: str, other: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text))] + other[chance.randrange(len(other)) :]


def _mixed(text: str, other: str, chance: random.Random) -> str:
    return " ".join(chance.choice(pair) for pair in zip(text.split(" "), other.split(" "), strict=False))


def _marked(text: str, _: str, chance: random.Random) -> str:
    return "".join(chance.choice(MARKS) if chance.random() < 0.01 else letter for letter in text)


WAYS = (_shuffled, _thinned, _joined, _mixed, _marked)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], None]:
    path = tmp_path_factory.mktemp("mangled") / "text.txt"

    def read(text: str) -> None:
        path.write_text(text, encoding="utf-8")
        try:
            document, reading = reader().read(path)
        except InputError:
            return  # no language is to be seen any more
        found: tuple[Person | Organisation, ...] = (*reading.persons, *reading.organisations)
        mentions = [m for thing in found for m in thing.mentions]
        assert all(document.text[m.start : m.end] == m.text for m in mentions)
        assert any(quads([document], [reading], resolve([reading], reader().authority)))

    return read


@pytest.mark.parametrize("text", FOUND)
def test_a_text_that_once_failed(read: Callable[[str], None], text: str) -> None:
    read(text)


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.sampled_from(WAYS), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None, derandomize=True, print_blob=True)
def test_no_text_makes_a_rule_fail(
    read: Callable[[str], None],
    text: str,
    other: str,
    way: Callable[[str, str, random.Random], str],
    chance: random.Random,
) -> None:
    read(way(text, other, chance))
