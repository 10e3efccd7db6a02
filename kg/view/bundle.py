"""The parts of the page: our scripts and style, the drawing library that pyvis brings, data packed into text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import GraphError

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "tk", "kk", "ru")
"""Languages of the interface; each has a file in `words/`."""

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"  # as pyvis 0.3.2 packs it
_FIRST = "main.js"
_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./(?P<name>[a-z-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_COMMENT = re.compile(r"^ *(?:/\*\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)\n", re.MULTILINE)  # on lines of its own


@cache
def script() -> str:
    """Our modules as one script: each after those it imports, without comments and the lines that import and export.

    All share one scope, so that a name at the top of a module stands in one module only; a test holds them to it.
    """
    parts: dict[str, str] = {}
    _collect(_FIRST, parts)
    return '"use strict";\n(() => {\n' + "\n".join(parts.values()) + "})();\n"


def _collect(name: str, parts: dict[str, str]) -> None:
    if name in parts:
        return
    text = read(f"js/{name}")
    parts[name] = ""  # a circle of imports ends here
    for found in _IMPORT.finditer(text):
        _collect(found["name"], parts)
    del parts[name]
    parts[name] = _EXPORT.sub("", _COMMENT.sub("", _IMPORT.sub("", text)))


@cache
def style() -> str:
    """The page's style sheet."""
    return read("page.css")


@cache
def vis() -> str:
    """The drawing library, vis-network, out of pyvis. Raises `GraphError` where this pyvis has another one."""
    found = find_spec("pyvis")  # not imported, which takes a second
    folders = found.submodule_search_locations if found else None
    path = Path(next(iter(folders or [""]))) / _VIS
    if not path.is_file():
        raise GraphError(
            f"{path}: not there; the page needs the vis-network of pyvis 0.3.2 (pip install 'pyvis==0.3.2')"
        )
    return path.read_text(encoding="utf-8")


@cache
def words() -> dict[str, dict[str, Any]]:
    """What the interface says, by language and key."""
    return {lang: tomllib.loads(read(f"words/{lang}.toml")) for lang in LANGUAGES}


def read(name: str) -> str:
    """A file of this folder."""
    return (FOLDER / name).read_text(encoding="utf-8")


def packed(text: str) -> str:
    """A text deflated (RFC 1950) and in base64: it can't end the element that it stands in."""
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def packed_json(value: object) -> str:
    """The same for a value as JSON."""
    return packed(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def policy() -> str:
    """A Content-Security-Policy that allows our script, the library and the style, by hash, and no request at all."""
    allowed = f"{_hash(script())} {_hash(vis())}"
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style())}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
