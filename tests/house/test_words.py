"""Words of a language stand in its files, not in code: whoever adds a word needs no code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
READING = ("annotate", "interpret", "compare", "resolve")
# Five small letters in a row, one of which no English word has; endings of Russian words are shorter, sets of vowels
# are no words.
LETTERS = "a-zа-яёәғқңөұүһіäçňöşüýž"
WORD = re.compile(
    f"(?=[{LETTERS}]*[а-яёәғқңөұүһіäçňöşüýž])(?=[{LETTERS}]*[^aeiouyаеёиоуыэюяәөұүіäöüý])[{LETTERS}]{{5,}}"
)


def _words(code: str) -> Iterator[str]:
    """Literals of a module that hold a word; docstrings and sets of characters ("[а-яё]") hold none."""
    for node in ast.walk(ast.parse(code)):
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            first.value.value = None  # a docstring
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from WORD.findall(re.sub(r"\[[^\]]*\]", " ", node.value))


@pytest.mark.parametrize("part", READING)
def test_no_word_of_a_language_stands_in_code(part: str) -> None:
    files = sorted((ROOT / "kg" / part).rglob("*.py"))
    found = [(str(f.relative_to(ROOT)), word) for f in files for word in _words(f.read_text(encoding="utf-8"))]
    assert files
    assert found == []


def test_a_word_in_code_is_found() -> None:
    code = '"""Сказал."""\nWORDS = {"также", "the", "ом"}\nMARK = "[әғқңөұүһі]"\n\n\ndef f():\n    """Ýaly."""\n'
    assert list(_words(code)) == ["также"]
