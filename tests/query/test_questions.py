"""Every question of the key, asked of a graph by saved questions and compared with the key's answer.

The graph of the answer keys shows that the questions are right if the readings are; the graph that the program builds
shows what a user gets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.query import checks  # noqa: F401  registers the checks
from tests.query.answers import CHECKS, QUESTIONS
from tests.query.built_graph import built_graph
from tests.query.key_graph import key_graph

if TYPE_CHECKING:
    from tests.query.key_graph import Graph


@pytest.fixture(scope="module")
def of_keys() -> Graph:
    return key_graph()


@pytest.fixture(scope="module")
def built() -> Graph:
    return built_graph()


@pytest.mark.parametrize("number", sorted(QUESTIONS))
def test_question_to_the_keys(number: str, of_keys: Graph) -> None:
    CHECKS[number](of_keys, QUESTIONS[number])


@pytest.mark.parametrize("number", sorted(QUESTIONS))
def test_question_to_what_was_read(number: str, built: Graph) -> None:
    CHECKS[number](built, QUESTIONS[number])


def test_every_question_is_asked() -> None:
    assert sorted(CHECKS) == sorted(QUESTIONS)
    assert len(CHECKS) == 36
