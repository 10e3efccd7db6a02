"""The questions of the key with their answers, and how an answer of a graph is compared with the key's."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.query.key_graph import GOLD, Graph, keys

Question = dict[str, Any]
Check = Callable[[Graph, Question], None]
QUESTIONS: dict[str, Question] = {
    question["id"]: question
    for question in json.loads((GOLD / "questions.json").read_text(encoding="utf-8"))["questions"]
}
# The check of each question by its number; `answers` enters them.
CHECKS: dict[str, Check] = {}


def answers(*numbers: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(numbers, check))
        return check

    return register


def same(got: set[Any], wanted: set[Any], optional: set[Any] = frozenset()) -> None:  # type: ignore[assignment]
    """`got` holds all that is wanted but what is optional, and nothing else."""
    assert got - optional == wanted - optional


def optional_things(*fields: str) -> set[str]:
    """Slugs of what the keys hold right to have and right to leave out."""
    return {
        thing["canonical"]
        for key in keys().values()
        for field in fields
        for thing in key[field]
        if thing.get("optional")
    }


def optional_events() -> set[str]:
    return {f"{key['id']}/{e['id']}" for key in keys().values() for e in key["events"] if e.get("optional")}


def members(event: str, *fields: str) -> set[str]:
    """Slugs of those whom the key's event has in these fields (`attended_by`, `attended_optional`…)."""
    document, _, local = event.partition("/")
    key = keys()[document]
    slugs = {
        thing["id"]: thing["canonical"] for field in ("persons", "organisations", "title_only") for thing in key[field]
    }
    record = next(found for found in key["events"] if found["id"] == local)
    return {slugs[member] for field in fields for member in record.get(field, [])}


def facts(sources: list[str]) -> list[dict[str, Any]]:
    """The facts of the keys that are meant by `seed-001/f5`."""
    return [
        fact
        for source in sources
        for document, _, local in [source.partition("/")]
        for fact in keys()[document]["other_facts"]
        if fact["id"] == local
    ]
