"""Load and check the authority files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from kg.authority.schema import LANGUAGES, Glossary, Record, RecordFile, StateBody, StateBodyFile, StateFile, Town
from kg.authority.states import State, codes, states
from kg.errors import InputError, LanguageError
from kg.language.toml import read_toml
from kg.resources import AUTHORITY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_T = TypeVar("_T")

GLOSSARY, STATES, BODIES = "glossary.toml", "states.toml", "every-state.toml"


@dataclass(frozen=True, eq=False)
class Authority:
    """What is widely known. Two are equal only if they are one, so that tables built from one can be remembered.

    `records` by key; `bodies` are the institutions that most states have, by key; `states` by ISO 3166 alpha-2
    code; `towns` are those whose names sound different in the languages; `glossary` is the vocabulary of
    institutions' names. Tables are sorted by key.
    """

    records: dict[str, Record]
    bodies: dict[str, StateBody]
    states: dict[str, State]
    towns: tuple[Town, ...]
    glossary: Glossary

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Every name of every record as `(text, language, key)`, acronyms too, sorted."""
        return iter(
            sorted(
                (text, lang, record.key)
                for record in self.records.values()
                for lang in LANGUAGES
                for text in (*record.of(lang), *record.short.of(lang))
            )
        )


def load(folder: Path = AUTHORITY) -> Authority:
    """Read the authority files of `folder`.

    Raises `InputError` where the folder or one of its fixed files is absent, `LanguageError` naming file and
    line for an unknown field, a wrong value, a key or name that stands twice, and a `part_of` or country that
    there is not.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder of authority files")
    fixed = {name: folder / name for name in (GLOSSARY, STATES, BODIES)}
    for path in fixed.values():
        if not path.exists():
            raise InputError(f"{path}: this authority file is missing")
    records = _records(sorted(set(folder.glob("*.toml")) - set(fixed.values())))
    state_file = _decode(fixed[STATES], StateFile)
    for forms in state_file.state:
        if forms.code not in codes():
            raise _error(fixed[STATES], "code", forms.code, f"'{forms.code}' is no ISO 3166 code of a country")
    glossary = _decode(fixed[GLOSSARY], Glossary)
    _check_glossary(fixed[GLOSSARY], glossary)
    return Authority(records, _bodies(fixed[BODIES]), states(state_file), state_file.town, glossary)


def _records(paths: list[Path]) -> dict[str, Record]:
    found: dict[str, tuple[Path, Record]] = {}
    for path in paths:
        for record in _decode(path, RecordFile).record:
            if record.key in found:
                other = found[record.key][0]
                raise _error(path, "key", record.key, f"the key '{record.key}' stands in {other.name} already")
            found[record.key] = (path, record)
    _check_records(found)
    return {key: found[key][1] for key in sorted(found)}


def _bodies(path: Path) -> dict[str, StateBody]:
    found: dict[str, StateBody] = {}
    for body in _decode(path, StateBodyFile).body:
        if body.key in found:
            raise _error(path, "key", body.key, f"the key '{body.key}' stands twice")
        found[body.key] = body
    return {key: found[key] for key in sorted(found)}


def _check_records(records: dict[str, tuple[Path, Record]]) -> None:
    taken: dict[tuple[str, str | None, str | None], str] = {}
    for key, (path, record) in sorted(records.items()):
        if record.part_of is not None and record.part_of not in records:
            raise _error(path, "key", key, f"'{key}' is part of '{record.part_of}', which no record has as its key")
        if record.country is not None and record.country not in codes():
            raise _error(path, "key", key, f"'{key}': '{record.country}' is no ISO 3166 code of a country")
        _check_chain(path, key, records)
        for name in sorted({name for lang in LANGUAGES for name in record.of(lang)}):
            place = (name.casefold(), record.country, record.part_of)
            if taken.setdefault(place, key) != key:
                raise _error(path, "key", key, f"'{key}' and '{taken[place]}' are both called '{name}'")


def _check_chain(path: Path, key: str, records: dict[str, tuple[Path, Record]]) -> None:
    seen = {key}
    owner = records[key][1].part_of
    while owner in records:
        if owner in seen:
            raise _error(path, "key", key, f"'{key}' is part of itself through '{owner}'")
        seen.add(owner)
        owner = records[owner][1].part_of


def _check_glossary(path: Path, glossary: Glossary) -> None:
    for key, concept in glossary.concepts.items():
        if not concept.en:
            raise _error(path, None, key, f"the concept '{key}' has no English word")
    for lang, compounds in glossary.compounds.items():
        _check_compounds(path, lang, compounds, glossary)
    for lang in LANGUAGES:
        taken: dict[tuple[str, bool], str] = {}
        for key, concept in glossary.concepts.items():
            for word in concept.of(lang):
                other = taken.setdefault((word.casefold(), concept.head is None), key)
                if other != key:
                    raise _error(path, None, key, f"the {lang} word '{word}' stands for '{other}' too")


def _check_compounds(path: Path, lang: str, compounds: dict[str, tuple[str, ...]], glossary: Glossary) -> None:
    if lang not in LANGUAGES:
        raise _error(path, None, lang, f"'compounds.{lang}' is of no language: there are {', '.join(LANGUAGES)}")
    for word, parts in compounds.items():
        for unknown in sorted(set(parts) - set(glossary.concepts)):
            raise _error(path, None, f'"{word}"', f"'{word}' holds '{unknown}', which is no concept")


def _decode(path: Path, target: type[_T]) -> _T:
    data: dict[str, Any] = read_toml(path)
    try:
        return msgspec.convert(data, target, strict=True)
    except msgspec.ValidationError as error:
        raise LanguageError(f"{path}:{_line_of(path, str(error))}: {error}") from error


def _line_of(path: Path, message: str) -> int:
    """The line that a validation error is about: `$.record[3].kind` is line of `kind` in the fourth `[[record]]`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    start = 0
    unknown = re.search(r"field `([^`]+)`", message)
    if "[...]" in message and unknown:  # of a table of tables: msgspec does not say which
        found = [i for i, line in enumerate(lines, 1) if re.search(rf"(?<![\w-]){re.escape(unknown[1])}\s*=", line)]
        return found[0] if found else 1
    item = re.search(r"\$\.(\w+)\[(\d+)\]", message)
    if item:
        headers = [i for i, line in enumerate(lines) if line.strip().startswith(f"[[{item[1]}]]")]
        start = headers[int(item[2])] if int(item[2]) < len(headers) else 0
    words = re.findall(r"field `([^`]+)`", message) + re.findall(
        r"(?:\.|\[)(\w[\w-]*)", message.rpartition(" - at ")[2]
    )
    for word in words:
        for i in range(start, len(lines)):
            if re.match(rf"\s*(?:\[+\S*)?{re.escape(word)}\b", lines[i]) and (
                i == start or not lines[i].startswith("[[")
            ):
                return i + 1
            if i > start and lines[i].startswith("[["):
                break
    return start + 1


def _error(path: Path, field: str | None, value: str, message: str) -> LanguageError:
    wanted = rf'\s*{field}\s*=\s*"{re.escape(value)}"' if field else rf"\s*{re.escape(value)}\s*="
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [i for i, line in enumerate(lines, 1) if re.match(wanted, line)]
    return LanguageError(f"{path}:{found[-1] if found else 1}: {message}")
