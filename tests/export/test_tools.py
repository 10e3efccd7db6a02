"""A test that lacks its program is skipped on a plain machine and fails where CI is set."""

from __future__ import annotations

import pytest

from tests.tools import program


def test_an_absent_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program: not on this machine"):
        program("no-such-program")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-program: not on this machine, but CI is set"):
        program("no-such-program")


def test_the_first_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert program("no-such-program", "python3").endswith("python3")
