"""Who is who in short texts, case by case from the files in `cases/`: one role for one post, however it is worded."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.texts import document, spoken_of

CASES = Path(__file__).parent / "cases"


def _cases():
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['rule']}")


@pytest.mark.parametrize(("lang", "case"), list(_cases()))
def test_case(lang, case):
    cast = spoken_of(document(case["text"], lang))[2]
    names = {p.id: p.name for p in cast.persons} | {o.id: o.name for o in cast.organisations}
    found = {
        "roles": [f"{names[r.person]} | {r.post} | {names.get(r.organisation or '')}" for r in cast.roles],
        "countries": [f"{names[r.person]} | {r.country}" for r in cast.roles],
        "offices": [office.mentions[0].text for office in cast.offices],
        "persons": [person.name for person in cast.persons],
        "called": [f"{p.name} | {m.text}" for p in cast.persons for m in p.mentions if m.form == "title"],
        "organisations": [o.name for o in cast.organisations if o.kind != "state"],
        "bodies": [f"{o.name} | {o.country}" for o in cast.organisations if o.kind != "state" and o.mentions],
    }
    told = {key: value for key, value in case.items() if key in found}
    assert told
    assert {key: found[key] for key in told} == told
