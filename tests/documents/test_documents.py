"""Documents written for the tests, with their answer keys, in each language.

`tests/documents/<language>/<slug>.txt` is a document, `<slug>.json` its key. Floors are in `floors.toml`: F1 of each
measure by language. Raise a floor when a measure rises; never lower one.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kg import api
from kg.evaluate import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.evaluate import Scores

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
LANGUAGES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and any(folder.glob("*.json")))
KEYS = [path for language in LANGUAGES for path in sorted((HERE / language).glob("*.json"))]


@cache
def scores(language: str) -> Scores:
    return api.evaluate(HERE / language, HERE / language)


def spans(thing: Any) -> Iterator[tuple[str, int, int]]:
    """Every quoted text of a key with its offsets, at any depth."""
    if isinstance(thing, dict):
        if {"text", "start", "end"} <= thing.keys():
            yield thing["text"], thing["start"], thing["end"]
        thing = list(thing.values())
    if isinstance(thing, list):
        for part in thing:
            yield from spans(part)


def test_languages_have_floors_and_documents() -> None:
    assert LANGUAGES
    assert sorted(FLOORS) == LANGUAGES
    assert {measure for floors in FLOORS.values() for measure in floors} <= set(MEASURES)


@pytest.mark.parametrize("path", KEYS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_keys_quote_their_document(path: Path) -> None:
    key = msgspec.json.decode(path.read_bytes())
    text = (path.parent / key["file"]).read_text(encoding="utf-8")
    quoted = list(spans(key))
    assert quoted
    assert [(text[start:end], start) for _, start, end in quoted] == [(words, start) for words, start, _ in quoted]


@pytest.mark.parametrize("path", KEYS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_keys_point_at_their_own_things(path: Path) -> None:
    key = msgspec.json.decode(path.read_bytes())
    actors = {a["id"] for kind in ("persons", "title_only", "organisations") for a in key.get(kind, ())}
    events = {event["id"] for event in key["events"]}
    members = [f"{what}_{which}" for what in ("attended", "organised", "chaired") for which in ("by", "optional")]
    used = {member for event in key["events"] for field in members for member in event.get(field, ())}
    used |= {role["person"] for role in key["roles"]} | {role["organisation"] for role in key["roles"]} - {None}
    used |= {quotation["speaker"] for quotation in key.get("quotations", ())} - {None}
    assert used <= actors
    assert {figure["election"] for kind in ("turnout", "elected") for figure in key.get(kind, ())} <= events


@pytest.mark.parametrize(
    ("language", "measure"), [(language, measure) for language in LANGUAGES for measure in FLOORS.get(language, ())]
)
def test_figures_stay_above_their_floors(language: str, measure: str) -> None:
    assert round(scores(language).all[measure].f1, 2) >= FLOORS[language][measure]
