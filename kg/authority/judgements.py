"""People's verdicts on identity: the rows of `judgements.csv`."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import InputError, LanguageError
from kg.model import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = ["left", "right", "verdict", "by", "on", "why"]
VERDICTS = ("same", "different")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read `judgements.csv` (UTF-8, columns as in `HEADER`); the rows come back in the order of the file.

    `left` and `right` name a thing each: `seed-000/o3` (a reading's id and the local id in it), or an entity's id
    such as `organisation/osce`. An empty or absent file holds no judgements.

    Raises `LanguageError` naming file and line for a wrong header, an empty field, an unknown verdict, a date
    that is no ISO 8601 date, and for two rows that contradict each other (also through a chain of "same").
    """
    if not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read as UTF-8 text: {error}") from error
    rows = csv.reader(text.splitlines())
    header = next(rows, None)
    if header is None:
        return ()
    if header != HEADER:
        raise LanguageError(f"{path}:1: the header must be {','.join(HEADER)}")
    numbered = [(rows.line_num, _judgement(path, rows.line_num, row)) for row in rows if row]
    _refuse_contradictions(path, numbered)
    return tuple(judgement for _, judgement in numbered)


def _judgement(path: Path, line: int, row: list[str]) -> Judgement:
    if len(row) != len(HEADER):
        raise LanguageError(f"{path}:{line}: {len(row)} columns instead of {len(HEADER)}")
    for name, value in zip(HEADER, row, strict=True):
        if not value.strip():
            raise LanguageError(f"{path}:{line}: '{name}' is empty")
    found = Judgement(*(value.strip() for value in row))
    if found.verdict not in VERDICTS:
        raise LanguageError(f"{path}:{line}: the verdict '{found.verdict}' is neither 'same' nor 'different'")
    if not _is_date(found.on):
        raise LanguageError(f"{path}:{line}: '{found.on}' is not a date like 2024-07-07")
    for side in (found.left, found.right):
        if "/" not in side:
            raise LanguageError(f"{path}:{line}: '{side}' names nothing: write document/o3 or organisation/osce")
    if found.left == found.right:
        raise LanguageError(f"{path}:{line}: '{found.left}' is judged against itself")
    return found


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _refuse_contradictions(path: Path, numbered: list[tuple[int, Judgement]]) -> None:
    links: dict[str, list[tuple[str, int]]] = {}
    for line, judgement in numbered:
        if judgement.verdict == "same":
            links.setdefault(judgement.left, []).append((judgement.right, line))
            links.setdefault(judgement.right, []).append((judgement.left, line))
    for line, judgement in numbered:
        if judgement.verdict == "different":
            chain = _chain(links, judgement.left, judgement.right)
            if chain:
                others = ", ".join(str(n) for n in sorted(set(chain)))
                raise LanguageError(
                    f"{path}:{line}: '{judgement.left}' and '{judgement.right}' are judged different here "
                    f"and the same in line {others}"
                )


def _chain(links: dict[str, list[tuple[str, int]]], start: str, goal: str) -> list[int]:
    """The lines of the shortest chain of "same" from `start` to `goal`; empty where there is none."""
    seen = {start}
    front: list[tuple[str, list[int]]] = [(start, [])]
    while front:
        here, lines = front.pop(0)
        for there, line in _unseen(links.get(here, []), seen):
            if there == goal:
                return [*lines, line]
            seen.add(there)
            front.append((there, [*lines, line]))
    return []


def _unseen(steps: list[tuple[str, int]], seen: set[str]) -> Iterator[tuple[str, int]]:
    return ((there, line) for there, line in steps if there not in seen)
