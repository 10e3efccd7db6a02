"""Names of institutions as texts of four languages give them: those of one institution come together, no others do."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.authority import load
from kg.model import Organisation, Reading, Ref
from kg.resolve import resolve

LINES = (Path(__file__).parent / "institutions.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def test_names_of_one_institution_come_together_and_no_others():
    wanted = {}
    by_language = defaultdict(list)
    for number, (country, kind, *forms) in enumerate(ROWS):
        assert len(forms) > 1, ROWS[number]
        for form in forms:
            lang, _, name = form.partition(":")
            by_language[lang].append(Organisation(f"o{number}", name, kind, country or None))
            wanted[Ref(lang, f"o{number}")] = number
    readings = [Reading(lang, lang, organisations=tuple(found)) for lang, found in by_language.items()]
    entity_of = resolve(readings, load()).entity_of()
    got, rows = defaultdict(set), defaultdict(set)
    for ref, number in wanted.items():
        got[entity_of[ref]].add(number)
        rows[number].add(entity_of[ref])
    assert {i: numbers for i, numbers in got.items() if len(numbers) > 1} == {}
    assert {tuple(ROWS[n]): ids for n, ids in rows.items() if len(ids) > 1} == {}
    assert len(ROWS) > 60
