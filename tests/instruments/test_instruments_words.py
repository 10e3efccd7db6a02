"""Every pattern of the language files for instruments finds the phrase that earned it."""

from __future__ import annotations

import pytest

from tests.texts import finds_its_example, patterns


@pytest.mark.parametrize(("items", "index"), patterns("instruments"))
def test_pattern_finds_its_example(items, index):
    assert finds_its_example(items, index), items[index]
