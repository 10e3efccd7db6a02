"""Documents to measure with, made of the seed documents."""

from __future__ import annotations

import re
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parent.parent / "seeds" / "documents"
TEXTS = Path(__file__).parent.parent / "tests" / "documents"
# Words with a capital and five letters or more are given new middles, so that caches of words don't help either.
_NAME = re.compile(r"(?<![\w-])([^\W\d_a-zа-яёәғқңөұүһіäçňöşüýž])([^\W\d_]{2,})([^\W\d_]{2})(?![\w-])")


def seeds() -> list[Path]:
    """The seed documents, sorted."""
    return sorted(SEEDS.glob("*.txt"))


def copies(folder: Path, times: int) -> None:
    """Write each seed document `times` times into a new folder, under new names."""
    folder.mkdir()
    for path in seeds():
        content = path.read_bytes()
        for n in range(times):
            (folder / f"{path.stem}-{n:05}.txt").write_bytes(content)


def texts() -> list[Path]:
    """The documents written for the tests, in four languages, sorted: a folder a language."""
    return sorted(TEXTS.glob("*/*.txt"))


def renamed(folder: Path, times: int) -> None:
    """Write each of the texts `times` times into a new folder; in each copy every third name is another one."""
    folder.mkdir()
    for path in texts():
        text = path.read_text(encoding="utf-8")
        cyrillic = sum("а" <= c <= "я" for c in text) > len(text) / 3
        for n, syllables in enumerate(islice(_syllables("бдмнрт" if cyrillic else "bdmnrt"), times)):
            count = iter(range(len(text)))
            changed = _NAME.sub(
                lambda m, s=syllables, c=count: m[0] if next(c) % 3 else m[1] + s + m[3],  # type: ignore[misc]
                text,
            )
            (folder / f"{path.parent.name}-{path.stem}-{n:05}.txt").write_text(changed, encoding="utf-8")


def _syllables(consonants: str) -> Iterator[str]:
    """Pairs of syllables, each pair once."""
    vowels = "аеиоу" if consonants[0] == "б" else "aeiou"
    for a, b, c, d in product(vowels, consonants, vowels, consonants):
        yield f"{a}{b}{c}{d}a"
