"""TOML files decoded into structs; what is wrong with one is told with its file and line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from kg.errors import LanguageError

if TYPE_CHECKING:
    from pathlib import Path

_T = TypeVar("_T")


def read_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file; raises `LanguageError` naming file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguageError(f"{path}: not valid TOML: {error}") from error


def convert(data: dict[str, Any], target: type[_T], path: Path) -> _T:
    """Decode parsed TOML into `target`, a frozen `msgspec.Struct` that forbids unknown fields.

    Raises `LanguageError`, naming file and line, for an unknown field, a missing one, or a wrong type.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    try:
        return msgspec.convert(data, target, strict=True)
    except msgspec.ValidationError as error:
        words = re.findall(r"`([^`$]+)`|\.(\w+)", str(error))
        line = _line_of(text, next((a or b for a, b in reversed(words)), ""))
        raise LanguageError(f"{path}:{line}: {error}") from error


def _line_of(text: str, word: str) -> int:
    """Line (from 1) of the first key or value `word` in a TOML text; 1 where it can't be found."""
    found = re.search(rf"^.*(?<![\w-]){re.escape(word)}(?![\w-]).*$", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1
