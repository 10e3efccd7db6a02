"""The parts that the page is made of: scripts in one scope, words in all languages, colours that can be told apart."""

from __future__ import annotations

import re
import string
import subprocess
import tomllib
from collections import Counter

import pytest

from kg.view import bundle
from tests.tools import program

MODULES = sorted((bundle.FOLDER / "js").glob("*.js"))
_TOP = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) ([A-Za-z_]+|\[[^]]*\])", re.MULTILINE)


def test_every_module_is_in_the_script_and_names_are_its_own() -> None:
    script = bundle.script()
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    names = [
        name
        for path in MODULES
        for top in _TOP.findall(path.read_text(encoding="utf-8"))
        for name in re.findall(r"\w+", top)
    ]
    assert len(names) > len(MODULES)
    assert [name for name, count in Counter(names).items() if count > 1] == []
    for path in MODULES:
        first = re.search(_TOP, path.read_text(encoding="utf-8"))
        assert first
        assert first[1] in script, f"{path.name} is imported by none"


def test_no_module_is_renamed_or_takes_markup() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bimport \{[^}]* as ", text), "modules share a scope: a name can't be another there"
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text)
        assert len(text.splitlines()) <= 300


def test_types_of_the_scripts() -> None:
    tsc = program("tsc")
    done = subprocess.run([tsc, "-p", bundle.FOLDER / "js"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize("lang", [lang for lang in bundle.LANGUAGES if lang != "en"])
def test_every_language_says_everything(lang: str) -> None:
    english, other = bundle.words()["en"], bundle.words()[lang]
    assert sorted(other) == sorted(english)
    for key, text in english.items():
        if isinstance(text, str):
            fields = [
                {field for _, field, _, _ in string.Formatter().parse(one) if field} for one in (text, other[key])
            ]
            assert fields[0] == fields[1], key
    assert len(set(other["months"])) == len(set(other["months-alone"])) == 12


def test_words_are_all_used() -> None:
    script, page = bundle.script(), bundle.read("page.html")
    known = tomllib.loads(bundle.read("words/en.toml"))
    made = ("type-", "fact-", "filter-")  # keys put together
    for key in known:
        assert key.startswith(made) or f'"{key}"' in script or f'"{key}"' in page or key.startswith("months"), key


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        parts = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_are_told_apart_from_the_ground(scheme: int) -> None:
    blocks = re.findall(r":root[^{]*\{(.*?)\}", bundle.style(), re.DOTALL)
    assert len(blocks) == 2
    colours = dict(re.findall(r"--(\w+): (#\w{6})", blocks[scheme]))
    for name in ("text", "quiet", "accent"):
        for ground in ("ground", "raised"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    assert contrast(colours["text"], colours["mark"]) >= 7
    for name in ("edge", "person", "organisation", "state", "office", "meeting", "election", "other"):
        assert contrast(colours[name], colours["ground"]) >= 3, name
