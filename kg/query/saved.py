"""Saved questions: `.rq` files whose leading comments give a title, a description and typed parameters.

    # Who met whom
    # Meetings in which the actor took part, and those who took part with it.
    # param who: actor — whose meetings
    # param year: integer? — only those of this year
    # param status: concept(status) = held — held or planned
    PREFIX …
    SELECT … WHERE { VALUES ?who { UNDEF } … }

A parameter is a variable that the query binds by `VALUES ?who { UNDEF }`, at one place or several: UNDEF is where
its value is put in. So the file is a valid SPARQL 1.1 query as it stands, which any other store answers for
everything. `?` after the kind: may be left out; `= …`: the value when it is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.guard import check
from kg.query.labels import concept_labels
from kg.query.lexer import position, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pyoxigraph as ox


class Kind(StrEnum):
    """What a parameter's value is; `concept` names the scheme it comes from, as `concept(topic)`."""

    ACTOR = "actor"
    PERSON = "person"
    ORGANISATION = "organisation"
    EVENT = "event"
    PLACE = "place"
    DOCUMENT = "document"
    CONCEPT = "concept"
    TEXT = "text"
    INTEGER = "integer"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its variable's name, kind, the scheme of a concept, default as text, and meaning in words."""

    name: str
    kind: Kind
    description: str = ""
    scheme: str | None = None
    default: str | None = None
    optional: bool = False

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is None and not self.optional

    def __str__(self) -> str:
        scheme = f"({self.scheme})" if self.scheme else ""
        default = f" = {self.default}" if self.default is not None else ""
        return f"{self.name}: {self.kind}{scheme}{'?' if self.optional else ''}{default}"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question with a name: `text` is the whole file, `path` where it lies."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    path: Path

    def bind(self, values: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]) -> str:
        """The query with the values put in as RDF terms, every line where it was.

        With several values of a parameter, the answer holds for any of them. A parameter without a value loses its
        `VALUES` block, which is what UNDEF means, and is faster.
        """
        pieces: list[str] = []
        done = 0
        for name, block, hole in _slots(self.text):
            start, end = hole if name in values else block
            term = " ".join(map(str, values[name])) if name in values else " " * (end - start)
            pieces += [self.text[done:start], term]
            done = end
        return "".join([*pieces, self.text[done:]])


def load_queries(folder: Path) -> dict[str, SavedQuery]:
    """All `*.rq` files of a folder by name (the file's stem), sorted.

    Raises `QueryError` naming file and line for a header or a query that is not valid, or an absent folder.
    """
    if not folder.is_dir():
        raise QueryError(f"{folder}: no such folder of saved questions")
    return {path.stem: _load_named(path) for path in sorted(folder.glob("*.rq"))}


def _load_named(path: Path) -> SavedQuery:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem):
        raise QueryError(f"{path}: a question's file name is lower-case words with hyphens, such as who-met-whom.rq")
    query = load_query(path)
    if not query.title:
        raise QueryError(f"{path}, line 1: the first line is the question's title, as a comment: # Who met whom")
    if not query.description:
        raise QueryError(f"{path}, line 2: the lines after the title say what the answer holds, as comments")
    return query


def load_query(path: Path) -> SavedQuery:
    """One question from any file; a plain query has neither title nor description.

    Raises `QueryError` naming file and line, or that the file can't be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not a text in UTF-8 ({error.reason} at byte {error.start})") from error
    except OSError as error:
        raise QueryError(f"{path}: can't be read: {error.strerror}") from error
    title, description, parameters = _header(text, path)
    check(text, str(path))
    _check_slots(text, parameters, path)
    return SavedQuery(path.stem, title, description, parameters, text, path)


_PARAMETER = re.compile(
    r"(?P<name>[a-z][a-zA-Z0-9_]*)\s*:\s*(?P<kind>[a-z]+)(?:\((?P<scheme>[a-z-]+)\))?(?P<optional>\?)?"
    r"(?:\s*=\s*(?P<default>\S.*?))??(?:\s+—\s+(?P<description>\S.*))?"
)


def _header(text: str, path: Path) -> tuple[str, str, tuple[Parameter, ...]]:
    comments = list(takewhile(lambda line: line.startswith("#"), text.splitlines()))
    lines = [(number, line[1:].strip()) for number, line in enumerate(comments, 1)]
    described = [words for _, words in takewhile(lambda line: not _is_parameter(line[1]), lines[1:])]
    parameters: list[Parameter] = []
    for number, words in lines[1 + len(described) :]:
        where = f"{path}, line {number}"
        if not _is_parameter(words):
            raise QueryError(f"{where}: after the parameters only parameters; the description stands before them")
        parameter = _parameter(words.removeprefix("param").strip(), where)
        if parameter.name in {known.name for known in parameters}:
            raise QueryError(f"{where}: parameter '{parameter.name}' stands twice")
        parameters.append(parameter)
    return lines[0][1] if lines else "", " ".join(filter(None, described)), tuple(parameters)


def _is_parameter(words: str) -> bool:
    return words.split(" ", maxsplit=1)[0] == "param"


def _parameter(words: str, where: str) -> Parameter:
    found = _PARAMETER.fullmatch(words)
    if not found:
        raise QueryError(f"{where}: can't be read: write '# param who: actor — whose meetings'")
    try:
        kind = Kind(found["kind"])
    except ValueError:
        raise QueryError(f"{where}: no kind '{found['kind']}': known are {', '.join(Kind)}") from None
    if (kind is Kind.CONCEPT) != bool(found["scheme"]):
        raise QueryError(f"{where}: a scheme in brackets belongs to a concept, and to it alone: concept(topic)")
    if found["scheme"] and not concept_labels(found["scheme"]):
        raise QueryError(f"{where}: the ontology has no scheme '{found['scheme']}'")
    if found["optional"] and found["default"]:
        raise QueryError(f"{where}: '?' and a default exclude each other")
    return Parameter(
        name=found["name"],
        kind=kind,
        description=found["description"] or "",
        scheme=found["scheme"],
        default=found["default"],
        optional=bool(found["optional"]),
    )


_Span = tuple[int, int]


def _slots(text: str) -> list[tuple[str, _Span, _Span]]:
    """Each `VALUES ?name { UNDEF }` outside comments and strings: name, span of the block, span of UNDEF."""
    words = list(tokens(text))
    found = []
    for first, second, opening, hole, closing in zip(words, words[1:], words[2:], words[3:], words[4:], strict=False):
        if (
            first.is_word("VALUES")
            and second.kind == "variable"
            and (opening.text, closing.text) == ("{", "}")
            and hole.is_word("UNDEF")
        ):
            found.append((second.text[1:], (first.start, closing.end), (hole.start, hole.end)))
    return found


def _check_slots(text: str, parameters: tuple[Parameter, ...], path: Path) -> None:
    slots = _slots(text)
    declared = {parameter.name for parameter in parameters}
    for name, (start, _), _ in slots:
        if name not in declared:
            line, _ = position(text, start)
            raise QueryError(f"{path}, line {line}: '{name}' is no parameter: add '# param {name}: …' above")
    for name in sorted(declared - {name for name, _, _ in slots}):
        raise QueryError(f"{path}: the query has no place for parameter '{name}': add VALUES ?{name} {{ UNDEF }}")
