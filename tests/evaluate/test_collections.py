"""The public collections' own rules of comparison, on small collections of the same form, invented here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg import api
from kg.errors import InputError
from kg.evaluate.collections import COLLECTIONS
from kg.evaluate.collections.collection import Scored
from kg.evaluate.collections.factrueval.facts import score_facts
from kg.evaluate.collections.factrueval.key import load
from kg.evaluate.collections.factrueval.names import score_names
from kg.evaluate.collections.kaznerd import load as load_sentences
from kg.evaluate.score import Tally
from kg.model import (
    Annotations,
    Event,
    Evidence,
    NamedMention,
    Organisation,
    Person,
    PlaceMention,
    Reading,
    Role,
)

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Министр обороны Норвегии Пер Хансен и председатель Комитета по водам Анна Берг встретились."
SPANS = [
    ("1", "job", "Министр обороны"),
    ("2", "loc_name", "Норвегии"),
    ("3", "name", "Пер"),
    ("4", "surname", "Хансен"),
    ("5", "job", "председатель"),
    ("6", "org_descr", "Комитета"),
    ("7", "org_name", "по водам"),
    ("8", "name", "Анна"),
    ("9", "surname", "Берг"),
]
OBJECTS = [
    ("11", "LocOrg", "2"),
    ("12", "Person", "3 4"),
    ("13", "Org", "6 7"),
    ("14", "Person", "8 9"),
    ("15", "Org", "6"),
]
COREF = """\
21 11
name Норвегия

22 12
firstname Пер
lastname Хансен

23 13 15
descriptor комитет
name Комитет по водам

24 14
firstname Анна
lastname Берг
"""
FACTS = """\
1-0 Occupation
Who obj22 Хансен Пер
Position span1 Министр обороны
Where obj21 Норвегия

1-1 Occupation
Who obj24 Берг Анна
Position span5 председатель
Where obj23 Комитет по водам
Сложность повышенная

1-2 Meeting
Participant obj22 Хансен Пер
Participant obj24 Берг Анна
"""


def write(folder: Path, *, spans=SPANS, objects=OBJECTS, facts=FACTS) -> Path:
    """A text with its annotation, in the form of FactRuEval-2016."""
    folder.mkdir(parents=True, exist_ok=True)
    tokens = [(n, m.start(), m[0]) for n, m in enumerate(re.finditer(r"\w+|[^\w\s]", TEXT), 101)]
    lines = {"txt": TEXT, "coref": COREF, "facts": facts}
    lines["tokens"] = "".join(f"{n} {start} {len(word)} {word}\n" for n, start, word in tokens)
    lines["spans"] = ""
    for identifier, kind, words in spans:
        start = TEXT.index(words)
        inside = [n for n, at, _ in tokens if start <= at < start + len(words)]
        listed = " ".join(map(str, inside))
        lines["spans"] += f"{identifier} {kind} {start} {len(words)} {inside[0]} {len(inside)}  # {listed} {words}\n"
    lines["objects"] = "".join(f"{i} {kind} {listed} # \n" for i, kind, listed in objects)
    for suffix, content in lines.items():
        (folder / f"book_1.{suffix}").write_text(content, encoding="utf-8")
    return folder / "book_1.txt"


def mention(words, **values):
    start = TEXT.index(words)
    return NamedMention(words, start, start + len(words), **values)


def evidence(words):
    return Evidence(words, TEXT.index(words), TEXT.index(words) + len(words))


HANSEN = Person("p1", "Пер Хансен", (mention("Пер Хансен"),))
BERG = Person("p2", "Анна Берг", (mention("Анна Берг"),))
COMMITTEE = Organisation("o1", "Комитет по водам", "government", mentions=(mention("Комитета по водам"),))
NORWAY = PlaceMention(16, 24, "Норвегии", "ru", 0, "", "Норвегия", "country", "NO")
MINISTER = Role("p1", "Министр обороны", "minister", evidence("Министр обороны Норвегии Пер Хансен"), None, "NO")
CHAIR = Role("p2", "председатель", "chair", evidence("председатель Комитета по водам Анна Берг"), "o1")
MEETING = Event("e1", "meeting", "", attended_by=("p1", "p2"))
WHOLE = Reading(
    "book_1", "ru", persons=(HANSEN, BERG), organisations=(COMMITTEE,), roles=(MINISTER, CHAIR), events=(MEETING,)
)
MEASURES = (
    "persons",
    "organisations",
    "organisations, not mapped",
    "occupation",
    "occupation, difficult too",
    "occupation, not mapped",
    "meeting",
)


def scored(tmp_path, reading=WHOLE, **files):
    """Tallies, as (in the key, right of it, found), and differences, as kind and words."""
    key = load(write(tmp_path, **files))
    scores = Scored({measure: Tally() for measure in MEASURES})
    score_names(key, reading, scores)
    score_facts(key, Annotations((), places=(NORWAY,)), reading, scores)
    assert {s.right for s in scores.samples} <= {True} or reading != WHOLE
    counts = {measure: (t.gold, round(t.gold_right, 3), t.found) for measure, t in scores.tallies.items()}
    return counts, [(d.measure, d.kind, d.what) for d in scores.differences]


def test_a_whole_reading_is_right(tmp_path):
    counts, differences = scored(tmp_path)
    assert counts == {
        "persons": (2, 2, 2),
        "organisations": (1, 1, 1),  # "Комитета" alone has no name, and is passed over
        "organisations, not mapped": (1, 1, 1),
        "occupation": (1, 1, 1),  # the difficult one and its twin of ours are passed over
        "occupation, difficult too": (2, 2, 2),
        "occupation, not mapped": (1, 1, 1),
        "meeting": (1, 1, 1),
    }
    assert differences == []


def changed(**values):
    return {name: values.get(name, getattr(WHOLE, name)) for name in ("persons", "organisations", "roles", "events")}


SHORTER = Person("p1", "Хансен", (mention("Хансен"),))
LONGER = Organisation("o1", "…", "government", mentions=(mention("председатель Комитета по водам"),))
STATE = Organisation("o2", "Норвегия", "state", mentions=(mention("Норвегии"),))
SHORT = Organisation("o2", "…", "government", mentions=(mention("Комитета", form="short"),))


@pytest.mark.parametrize(
    ("values", "measure", "counts", "told"),
    [
        ({"persons": (HANSEN,), "roles": (), "events": ()}, "persons", (2, 1, 1), ("missed", "Анна Берг")),
        ({"persons": (SHORTER, BERG)}, "persons", (2, 1.5, 2), ("partly", "Пер Хансен, not Хансен")),
        ({"organisations": ()}, "organisations", (1, 0, 0), ("missed", "Комитета по водам")),
        # The head noun is no part of the name: two words right, one false.
        ({"organisations": (LONGER,)}, "organisations", (1, 0.667, 1), ("partly", None)),
        ({"organisations": (COMMITTEE, STATE)}, "organisations", (1, 1, 1), None),
        ({"organisations": (COMMITTEE, STATE)}, "organisations, not mapped", (1, 1, 2), None),
        ({"organisations": (COMMITTEE, SHORT)}, "organisations", (1, 1, 1), None),
        (
            {"roles": ()},
            "occupation",
            (1, 0, 0),
            ("missed", "Who Пер Хансен; Position Министр обороны; Where Норвегия"),
        ),
        ({"roles": (CHAIR,)}, "occupation", (1, 0, 0), None),
        ({"roles": (CHAIR,)}, "occupation, difficult too", (2, 1, 1), None),
        ({"events": ()}, "meeting", (1, 0, 0), None),
        ({"events": (Event("e1", "conference", "", attended_by=("p1", "p2")),)}, "meeting", (1, 0, 0), None),
        ({"events": (Event("e1", "call", "", attended_by=("p1", "o1")),)}, "meeting", (1, 0.333, 1), ("partly", None)),
    ],
)
def test_what_counts(tmp_path, values, measure, counts, told):
    found, differences = scored(tmp_path, Reading("book_1", "ru", **changed(**values)))
    assert found[measure] == counts
    if told:
        assert [d for d in differences if d[0] == measure and d[1] == told[0] and told[1] in {None, d[2]}]


@pytest.mark.parametrize(
    ("title", "country", "right"),
    [
        ("Министр обороны", "NO", 1),
        ("Министра обороны", "NO", 1),  # the dictionary's form decides
        ("Министр", "NO", 0.667),  # somebody and the place of two and a half parts, and the same of ours: 2 / 3
        (None, "NO", 0.8),  # no post of ours: 2 / 2.5
    ],
)
def test_parts_of_an_occupation(tmp_path, title, country, right):
    role = Role("p1", title, "minister", MINISTER.evidence, None, country)
    found, _ = scored(tmp_path, Reading("book_1", "ru", **changed(roles=(role,))))
    assert found["occupation"] == (1, right, 1)


def test_an_occupation_nowhere_is_left_out(tmp_path):
    """The country of this role is named nowhere: what is left is 1.5 of 2.5 parts."""
    role = Role("p1", "Министр обороны", "minister", MINISTER.evidence, None, "FI")
    found, _ = scored(tmp_path, Reading("book_1", "ru", **changed(roles=(role,))))
    assert (found["occupation"], found["occupation, not mapped"]) == ((1, 0, 0), (1, 0.6, 1))


def test_a_name_inside_a_name_is_passed_over(tmp_path):
    spans = [*SPANS, ("10", "org_name", "водам")]
    found, _ = scored(tmp_path, spans=spans, objects=[*OBJECTS, ("16", "Org", "10")])
    assert found["organisations"] == (1, 1, 1)


def test_the_same_name_twice_counts_once(tmp_path):
    found, _ = scored(tmp_path, objects=[*OBJECTS, ("16", "Org", "6 7")])
    assert found["organisations"] == (1, 1, 1)


SENTENCES = """\
Сыртқы B-POSITION
істер I-POSITION
министрі I-POSITION
Пер B-PERSON
Хансен I-PERSON
« O
Қалам B-ORGANISATION
» O
газетіне O
келді O
. O

Норвегия B-GPE
Парламентінің B-ORGANISATION
"""


def test_sentences_with_their_spans(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text(SENTENCES, encoding="utf-8")
    first, second = load_sentences(path)
    assert first.text()[0] == "Сыртқы істер министрі Пер Хансен «Қалам» газетіне келді."
    assert all(first.text()[0][a:b] == token for token, (a, b) in zip(first.tokens, first.text()[1], strict=True))
    assert (first.spans("POSITION"), first.spans("PERSON"), first.spans("GPE")) == ({(0, 3)}, {(3, 5)}, set())
    assert (second.line, second.spans("ORGANISATION")) == (13, {(1, 2)})


def test_both_collections_are_read_and_told(tmp_path):
    write(tmp_path / "factrueval-2016/devset")
    (tmp_path / "kaznerd").mkdir()
    (tmp_path / "kaznerd/IOB2_valid.txt").write_text(SENTENCES, encoding="utf-8")
    russian, kazakh = api.evaluate_collections(tmp_path)
    assert russian.tallies["persons"].gold == 2
    assert kazakh.tallies["PERSON"].f1 == kazakh.tallies["POSITION"].f1 == 1.0
    assert kazakh.tallies["ORGANISATION"].found_right >= 1  # «Қалам» газеті is Қалам, as the key has it
    assert kazakh.tallies["ORGANISATION, not mapped"].found_right < kazakh.tallies["ORGANISATION"].found_right
    assert all(m.collection.paragraphs() for m in (russian, kazakh))


def test_where_there_are_none_it_says_where_they_come_from(tmp_path):
    with pytest.raises(InputError) as caught:
        api.evaluate_collections(tmp_path)
    assert all(c.origin in str(caught.value) and c.path in str(caught.value) for c in COLLECTIONS)


@pytest.mark.parametrize("suffix", ["tokens", "spans", "objects", "coref", "facts"])
def test_a_file_that_is_missing_is_named(tmp_path, suffix):
    text = write(tmp_path)
    text.with_suffix(f".{suffix}").unlink()
    with pytest.raises(InputError, match=rf"book_1\.{suffix}"):
        load(text)


def test_a_line_that_is_no_token_with_a_tag_is_named(tmp_path):
    (tmp_path / "kaznerd").mkdir()
    (tmp_path / "kaznerd/IOB2_valid.txt").write_text("Пер B-PERSON\nХансен\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        api.evaluate_collections(tmp_path)
