"""`judgements.csv`: what is refused, by line, and that a verdict outranks authority and comparisons."""

from __future__ import annotations

import pytest

from kg.authority import load, load_judgements
from kg.errors import InputError, LanguageError
from kg.model import Judgement, Organisation, Reading, Ref
from kg.resolve import resolve
from kg.resources import JUDGEMENTS

HEADER = "left,right,verdict,by,on,why\n"


def test_what_ships_is_valid():
    assert all(judgement.why for judgement in load_judgements(JUDGEMENTS))


def test_rows_come_back_in_order(tmp_path):
    path = tmp_path / "judgements.csv"
    path.write_text(
        HEADER + 'a/o1,organisation/osce,same,A. Reader,2024-07-07,"the same, by its charter"\n\n'
        "a/o2,b/o2,different,A. Reader,2024-07-08,two towns\n",
        encoding="utf-8",
    )
    assert load_judgements(path) == (
        Judgement("a/o1", "organisation/osce", "same", "A. Reader", "2024-07-07", "the same, by its charter"),
        Judgement("a/o2", "b/o2", "different", "A. Reader", "2024-07-08", "two towns"),
    )


def test_an_absent_file_holds_none(tmp_path):
    assert load_judgements(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ("left,right\n", 1, "header"),
        (HEADER + "a/o1,b/o1,same,me,2024-07-07\n", 2, "5 columns instead of 6"),
        (HEADER + "a/o1,b/o1,same,,2024-07-07,why\n", 2, "'by' is empty"),
        (HEADER + "a/o1,b/o1,perhaps,me,2024-07-07,why\n", 2, "'perhaps' is neither"),
        (HEADER + "a/o1,b/o1,same,me,7 July,why\n", 2, "'7 July' is not a date"),
        (HEADER + "a/o1,b/o1,same,me,2024-02-31,why\n", 2, "'2024-02-31' is not a date"),
        (HEADER + "osce,b/o1,same,me,2024-07-07,why\n", 2, "'osce' names nothing"),
        (HEADER + "a/o1,a/o1,same,me,2024-07-07,why\n", 2, "judged against itself"),
        (HEADER + "a/o1,b/o1,same,me,2024-07-07,x\nb/o1,a/o1,different,me,2024-07-07,y\n", 3, "same in line 2"),
        (
            HEADER
            + "a/o1,b/o1,same,me,2024-07-07,x\na/o1,c/o1,different,me,2024-07-07,y\nb/o1,c/o1,same,me,2024-07-07,z\n",
            3,
            "same in line 2, 4",
        ),
    ],
)
def test_what_is_not_valid_is_refused_by_line(tmp_path, rows, line, says):
    path = tmp_path / "judgements.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(LanguageError) as caught:
        load_judgements(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert says in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "judgements.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        load_judgements(path)


def readings():
    return [
        Reading(name, "en", organisations=(Organisation("o1", "Court of Riga", "court", "LV"),)) for name in "abc"
    ]  # fmt: skip


def judge(left, right, verdict):
    return Judgement(left, right, verdict, "me", "2024-07-07", "a reason")


def test_a_verdict_splits_and_the_reason_is_kept():
    authority = load()
    assert len(set(resolve(readings(), authority).entity_of().values())) == 1
    entity_of = resolve(readings(), authority, [judge("a/o1", "b/o1", "different")]).entity_of()
    assert entity_of[Ref("a", "o1")] != entity_of[Ref("b", "o1")]
    both = [judge("a/o1", "c/o1", "different"), judge("b/o1", "a/o1", "same")]
    resolution = resolve(readings(), authority, both)
    entity_of = resolution.entity_of()
    assert entity_of[Ref("a", "o1")] == entity_of[Ref("b", "o1")] != entity_of[Ref("c", "o1")]
    reasons = [d.reason for e in resolution.entities for d in e.decisions if d.rule == "judgement"]
    assert reasons == ["me on 2024-07-07: a reason"]


def test_verdicts_that_contradict_through_an_entity_are_refused():
    with pytest.raises(LanguageError, match="judged different"):
        resolve(
            readings(),
            load(),
            [judge("a/o1", "b/o1", "same"), judge("b/o1", "c/o1", "same"), judge("a/o1", "c/o1", "different")],
        )
