"""Imports point one way: a part of the program may use those below it, and stages do not know each other."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

# What each part of `kg` may import, types included. "kg" is the package's own version number.
DATA = {"model", "errors", "resources"}
ALLOWED: dict[str, set[str]] = {
    # what flows between the stages, and knowledge as data
    "model": set(),
    "errors": set(),
    "resources": set(),
    "language": DATA,
    "dates": DATA | {"language"},
    "authority": DATA | {"language"},
    # text stages: from a file to a reading
    "read": DATA | {"language", "dates"},
    "annotate": DATA | {"language", "dates", "authority"},
    "interpret": DATA | {"language", "dates"},
    "evaluate": DATA | {"language"},
    # identity, over all readings
    "compare": DATA | {"language", "authority"},
    "resolve": DATA | {"language", "authority", "compare"},
    # graph stages: from readings to answers
    "files": {"errors"},
    "vocab": {"errors", "resources"},
    "store": {"errors", "vocab"},
    "write": DATA | {"language", "vocab"},
    "check": {"errors", "resources", "vocab"},
    "query": {"errors", "resources", "vocab", "language"},
    "network": {"errors", "model", "vocab"},
    "explain": {"errors", "vocab", "query", "language"},
    "export": {"errors", "files", "vocab", "network"},
    "view": {"errors", "files", "vocab", "network", "language"},
    # where the stages meet
    "cache": DATA | {"kg", "read"},
    "build": DATA | {"cache", "store", "language", "authority", "read", "annotate", "interpret", "resolve", "write"},
    "api": DATA
    | {"build", "interpret", "store", "read", "evaluate", "check", "query", "network", "explain", "export", "view"},
    "cli": DATA | {"kg", "interpret", "api", "build", "read", "evaluate", "query", "network", "explain", "export"},
    "kg": {"api"},
}
TEXT = {"language", "dates", "authority", "read", "annotate", "interpret", "evaluate", "compare", "resolve", "cache"}
GRAPH = {"vocab", "store", "check", "query", "network", "explain", "export", "view"}
RDF = {"pyoxigraph", "rdflib", "oxrdflib", "owlready2", "pyshacl"}
OF_ONE = {
    "click": {"cli"},
    "pymorphy3": {"language", "annotate", "interpret"},
    "pyvis": {"view"},
    "jinja2": {"view"},
    **{key: {"read"} for key in ("trafilatura", "lxml", "docx", "pypdfium2", "markdown_it", "yaml")},
}


def part_of(path: Path) -> str:
    first = path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")
    return "kg" if first == "__init__" else first


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def used(path: Path) -> tuple[set[str], set[str]]:
    """The other parts of ours that a file imports, and the libraries."""
    parts, libraries = set(), set()
    for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        first, *rest = name.split(".")
        if first != "kg":
            libraries.add(first)
        elif (ROOT / "kg" / rest[0]).is_dir() or (ROOT / "kg" / f"{rest[0]}.py").is_file():
            parts.add(rest[0])
        else:
            parts.add("kg")
    return parts - {part_of(path)}, libraries


FILES = sorted((ROOT / "kg").rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    part, (parts, libraries) = part_of(path), used(path)
    assert parts <= ALLOWED[part], f"kg.{part} may not use {sorted(parts - ALLOWED[part])}"
    if part in TEXT:
        assert not libraries & RDF, "text stages know no RDF"
    if part in GRAPH:
        assert not parts & (TEXT - {"language"}), "graph stages know no rules of texts"
    for library, parts_of_it in OF_ONE.items():
        assert library not in libraries or part in parts_of_it, f"{library} is for {sorted(parts_of_it)}"


def test_the_table_holds_every_part_and_no_other() -> None:
    assert {part_of(path) for path in FILES} == set(ALLOWED)


def test_what_may_be_imported_never_leads_back() -> None:
    """A part's number of steps to the ground; a circle would have none."""
    left = {part: allowed - {"kg"} for part, allowed in ALLOWED.items() if part != "kg"}
    while left:
        ground = {part for part, below in left.items() if not below & left.keys()}
        assert ground, f"a circle among {sorted(left)}"
        left = {part: below for part, below in left.items() if part not in ground}


def test_the_table_allows_nothing_that_nobody_uses() -> None:
    found: dict[str, set[str]] = {part: set() for part in ALLOWED}
    for path in FILES:
        found[part_of(path)] |= used(path)[0]
    idle = {part: sorted(allowed - found[part] - DATA) for part, allowed in ALLOWED.items()}
    assert {part: parts for part, parts in idle.items() if parts} == {}


def test_only_the_command_line_prints_and_ends_the_program() -> None:
    found = set()
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        ends = {"sys.exit"} & {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        if ends or names & {"print", "exit", "quit", "SystemExit"}:
            found.add(str(path.relative_to(ROOT)))
    # the child process that answers a question of a user's own
    assert {name for name in found if not name.startswith("kg/cli/")} == {"kg/query/limited.py"}
