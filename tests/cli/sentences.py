"""Running the program in a process of its own, and what a refusal looks like."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.conftest import ROOT, Done

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, bytes | str], Path]

RUSSIAN = "Министр иностранных дел провёл встречу с послом. Стороны обсудили «вопросы» сотрудничества.\n"
GERMAN = "Der Minister traf gestern den Botschafter in der Hauptstadt und sprach über den Handel.\n"
HEADER = "left,right,verdict,by,on,why\n"
STORES = ("query", "check", "stats", "export", "view", "explain OSCE", "path OSCE UN", "query elections")


def child(*args: str | Path, **env: str) -> Done:
    """`kg ARGS` in a process of its own."""
    command = [sys.executable, "-P", "-m", "kg.cli", *map(str, args)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    done = subprocess.run(command, capture_output=True, check=False, env=variables, timeout=120)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def sentence(done: Done, *words: str) -> None:
    """Misuse: exit status 2, nothing on standard output, and one sentence with these words."""
    assert (done.status, done.out) == (2, ""), done
    assert done.err.startswith("kg: ") or done.err.startswith("Usage: "), done.err
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err
