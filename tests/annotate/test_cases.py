"""What annotation finds in single sentences: institutions and posts, case by case from the files in `cases/`."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from kg.annotate import annotate
from kg.annotate.sentences import split
from kg.build import reader
from kg.model import Annotations, Document, Item, Paragraph

CASES = Path(__file__).parent / "cases"


def _cases():
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['rule']}")


def annotated(text: str, lang: str) -> Annotations:
    paragraphs = tuple(Paragraph(line.start(), line.end(), lang) for line in re.finditer(r"[^\n]+", text))
    item = Item(0, len(text), lang, None, None, paragraphs)
    document = Document("case", text, hashlib.sha256(text.encode()).hexdigest(), lang, None, (item,))
    return annotate(document, reader().languages, reader().known)


@pytest.mark.parametrize(("lang", "case"), list(_cases()))
def test_case(lang, case):
    found = annotated(case["text"], lang)
    for mention in (*found.organisations, *found.persons, *found.posts, *found.places, *found.dates):
        assert case["text"][mention.start : mention.end] == mention.text
    if "organisations" in case:
        names = [f"{o.name} | {o.kind}" for o in found.organisations if o.kind != "state"]
        assert names == case["organisations"]
    if "persons" in case:
        assert [p.name for p in found.persons] == case["persons"]
    if "states" in case:
        assert [o.name for o in found.organisations if o.kind == "state" and o.form == "name"] == case["states"]
    if "posts" in case:
        posts = []
        for p in found.posts:
            organisation = found.organisations[p.organisation].name if p.organisation is not None else "-"
            person = found.persons[p.person].name if p.person is not None else "-"
            posts.append(f"{p.post} | {p.title} | {organisation} | {person}")
        assert posts == case["posts"]
    if "post_countries" in case:
        assert [p.country or "-" for p in found.posts] == case["post_countries"]


def test_a_line_of_a_list_is_no_headline():
    text = "Директор Института Анна Ким;\nВстреча с послом"
    paragraphs = tuple(Paragraph(m.start(), m.end(), "ru", heading=True) for m in re.finditer(r"[^\n]+", text))
    document = Document("case", text, "", "ru", None, (Item(0, len(text), "ru", None, None, paragraphs),))
    assert [s.heading for s in split(document, reader().languages)] == [False, True]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Maria Lopez, Director, Department of Trade, Ministry of Economy, came.", "Ministry of Economy"),
        ("Head of the Press Department at Chile's Ministry of Health Karl Berg came.", "Chile's Ministry of Health"),
        ("The Department of Trade, Ministry of Economy and others came.", None),
        ("The Ministry of Trade at the Ministry of Economy came.", None),
        ("Representatives of the Department of Trade, Ministry of Economy came.", None),
    ],
)
def test_a_department_beside_its_whole(text, owner):
    found = annotated(text, "en").organisations
    part = found[0].owner
    assert (found[part].name if part is not None else None) == owner


def test_a_body_behind_the_genitive_of_its_owner():
    found = annotated("The Department of the Treasury's Office of Wool met.", "en").organisations
    assert [o.owner for o in found] == [None, 0]


def test_initials_that_spell_a_countrys_name_are_no_country():
    found = annotated("The Secretary General of GUAM, Anna Berg, visited Guam.", "en")
    assert [p.text for p in found.places] == ["Guam"]
    assert [o.name for o in found.organisations] == ["GUAM", "Guam"]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        (
            "kk",
            "Кеше БҰҰ-ның Балалар қоры – ЮНИСЕФ-тің директоры Анна Берг келді.",
            "БҰҰ-ның Балалар қоры – ЮНИСЕФ-тің",
        ),
        (
            "tk",
            "Düýn BMG-niň Çagalar gaznasy – ÝUNISEF-iň müdiri Anna Berg geldi.",
            "BMG-niň Çagalar gaznasy – ÝUNISEF-iň",
        ),
    ],
)
def test_a_title_begins_at_the_full_name_of_its_body(lang, text, words):
    assert annotated(text, lang).posts[0].text.startswith(words)
