"""The wheel works in a fresh environment, far from the checkout: it carries everything but the documents."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What `git` leaves out, and what makes copying slow.
_LEFT = shutil.ignore_patterns(
    ".git", ".venv", ".communique", "__pycache__", ".*_cache", ".hypothesis", "exports", "dist"
)


def run(*command: str | Path, cwd: Path) -> str:
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COMMUNIQUE", "VIRTUAL"))
    }
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, check=False, env=env, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built of a copy so that nothing is left in the checkout."""
    copy = tmp_path_factory.mktemp("source") / "communique"
    shutil.copytree(ROOT, copy, ignore=_LEFT)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", copy.parent, cwd=copy)
    (found,) = copy.parent.glob("*.whl")
    return found


def test_the_wheel_carries_the_data_and_no_more(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    def wanted(folder: str, pattern: str, below: str) -> set[str]:
        return {f"{below}/{path.relative_to(ROOT / folder)}" for path in (ROOT / folder).rglob(pattern)}

    assert wanted("ontology", "*.ttl", "kg/data/ontology") <= names
    assert wanted("queries", "*.rq", "kg/data/queries") <= names
    assert wanted("seeds/authority", "*.toml", "kg/data/authority") <= names
    assert wanted("kg/languages", "*.toml", "kg/languages") <= names
    assert wanted("kg", "*.py", "kg") <= names
    assert wanted("kg/view", "*.js", "kg/view") | wanted("kg/view", "*.toml", "kg/view") <= names
    assert {"kg/data/judgements.csv", "kg/py.typed", "kg/view/page.html", "kg/view/page.css"} <= names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"kg", "communique"}


def test_it_works_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    """Dependencies are lent by this environment: what is tested is the wheel, not the index of packages."""
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    python = environment / "bin/python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    assert Path(run(python, "-c", "import kg; print(kg.__file__)", cwd=tmp_path).strip()).is_relative_to(environment)
    shutil.copytree(ROOT / "seeds/documents", tmp_path / "texts")
    kg = environment / "bin/kg"
    run(kg, "build", "texts", cwd=tmp_path)
    assert "Raşid Meredow" in run(kg, "query", "meetings-about-elections", "--format", "csv", cwd=tmp_path)
    run(kg, "check", cwd=tmp_path)
    run(kg, "export", "--out", "graph.ttl", cwd=tmp_path)
    run(kg, "view", "--out", "graph.html", cwd=tmp_path)
    # The same data give the same graph.
    assert run(kg, "read", "texts", "--format", "jsonl", cwd=tmp_path) == run(
        sys.executable, "-m", "kg.cli", "read", tmp_path / "texts", "--format", "jsonl", cwd=ROOT
    )
    assert run(python, "-c", "import kg; print(len(kg.query('timeline').rows))", cwd=tmp_path).strip().isdigit()
