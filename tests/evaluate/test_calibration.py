"""Confidences are honest on the documents that have answer keys: of what a reading is surer of, more is right."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kg import api
from kg.evaluate.calibration import Sample, bands, by_rule, ordered
from kg.language.confidence import load_confidence

ROOT = Path(__file__).parents[2]
FOLDERS = (("tests/gold", "seeds/documents"), *((f"tests/documents/{c}",) * 2 for c in ("en", "kk", "ru", "tk")))
SORTS = ("event", "organisation", "participation", "person", "role")


@cache
def samples() -> tuple[Sample, ...]:
    return tuple(s for gold, texts in FOLDERS for s in api.evaluate(ROOT / gold, ROOT / texts).samples)


@pytest.mark.parametrize("of", SORTS)
def test_the_surer_the_more_often_right(of):
    own = [sample for sample in samples() if sample.of == of]
    assert len(own) > 100
    if all(sample.right for sample in own):
        return  # without a wrong one there is no order to see
    order = ordered(own)
    assert order is not None
    assert order > 0.6
    found = [band for band in bands(own) if band.count > 10]
    assert found[-1].right >= found[0].right


@pytest.mark.parametrize("of", SORTS)
def test_confidence_is_near_the_share_that_is_right(of):
    """On documents that the rules were tuned with, more is right than on others: it may be below, not much above."""
    own = [sample for sample in samples() if sample.of == of]
    for band in bands(own):
        if band.count > 30:
            assert band.confidence < band.right + 0.12, (of, band)


def test_every_rule_is_in_the_table():
    table = load_confidence()
    missing = {(s.of, s.rule) for s in samples() if table.rule(s.of, s.rule) is None}
    assert missing == set(), "give them a confidence in kg/languages/confidence.toml"


def test_bands_and_order():
    found = [
        Sample("person", "a", 0.9, right=True),
        Sample("person", "a", 0.92, right=False),
        Sample("person", "b", 0.6, right=False),
    ]
    assert [(b.low, b.count, round(b.confidence, 2), b.right) for b in bands(found)] == [
        (0.5, 1, 0.6, 0.0),
        (0.9, 2, 0.91, 0.5),
    ]
    assert ordered(found) == 0.5
    assert ordered(found[:1]) is None
    assert [(rule, band.count) for rule, band in by_rule(found)] == [("person a", 2), ("person b", 1)]
