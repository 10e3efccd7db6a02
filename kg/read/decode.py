"""From bytes to text. UTF-8 is expected; UTF-16 and Windows-1251 are taken on evidence, nothing is guessed.

byte-order mark                        UTF-8 or UTF-16, as it says
NUL bytes                              UTF-16 if that gives letters and signs of our scripts, else binary
valid UTF-8                            UTF-8
few UTF-8 sequences, Cyrillic words    Windows-1251 or its Kazakh variant KZ-1048
anything else                          an `InputError` naming the first byte that is wrong
"""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

# Letters of ours, figures, and the signs and spaces of ordinary text.
_ORDINARY = re.compile(r"[\t\n\r\x0b\x0c -~\xa0-ɏЀ-ӿ‐-⁯€№™−•]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁё]{2,}")
_MIXED_SCRIPTS = re.compile(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
_WRONG_CASE = re.compile(r"[а-яё][А-ЯЁ]{2,}")
# Letters of Windows-1251 that Russian lacks, in whose places KZ-1048 has those of Kazakh.
_KAZAKH_PLACES = re.compile(r"[ЎўЈҐЄЇєїјЅѕЋћЌќґ]")
_SIGNATURES = {
    b"%PDF": "a PDF file; give it the suffix .pdf",
    b"PK\x03\x04": "a zip or a Word document; give it its suffix, .zip or .docx",
    b"\xd0\xcf\x11\xe0": "an old Office file; save it anew as .docx",
    b"{\\rtf": "an RTF file; save it anew as .docx",
}
_ENOUGH = 0.9
_FEW = 0.1
_MOST_CONTROL = 0.02


def decode(data: bytes, where: str) -> str:
    """The text of a file's bytes, unchanged but for a byte-order mark. Raises `InputError` naming file and byte."""
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise InputError(f"{where}: is {what}")
    text = _by_mark(data, where)
    if text is None:
        text = _without_nul(data, where) if b"\0" not in data else _utf_16(data, where)
    control = _CONTROL.search(text)
    if control and len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise InputError(f"{where}: is no text but binary data (control character at character {control.start()})")
    return text


def _by_mark(data: bytes, where: str) -> str | None:
    for mark, encoding, name in (
        (codecs.BOM_UTF8, "utf-8", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
    ):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                at = len(mark) + error.start
                raise InputError(
                    f"{where}: begins with the mark of {name}, but byte {at} is none of it; save it as UTF-8"
                ) from error
    return None


def _utf_16(data: bytes, where: str) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_ORDINARY.findall(text)) >= _ENOUGH * len(text):
            return text
    raise InputError(f"{where}: is no text but binary data (NUL at byte {data.index(0)})")


def _without_nul(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first = error
    tolerant = data.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= c <= "\udcff" for c in tolerant)
    right = sum(c > "\x7f" for c in tolerant) - wrong
    if right <= _FEW * (right + wrong):
        text = _windows_1251(data)
        if text is not None:
            return text
        raise InputError(
            f"{where}: is in none of UTF-8, UTF-16 and Windows-1251 (byte {first.start} is 0x{data[first.start]:02x}); "
            "save it as UTF-8"
        )
    line = data.count(b"\n", 0, first.start) + 1
    raise InputError(
        f"{where}: is UTF-8 with other bytes among it, first at byte {first.start} (0x{data[first.start]:02x}, "
        f"line {line}); save it anew as UTF-8"
    )


def _windows_1251(data: bytes) -> str | None:
    """The text if these bytes make Cyrillic words in Windows-1251 or KZ-1048, else None."""
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        return None
    if _KAZAKH_PLACES.search(text):
        text = data.decode("kz1048")
    letters = sum(len(word) for word in _CYRILLIC_WORD.findall(text))
    high = sum("Ѐ" <= c <= "ӿ" for c in text)
    broken = len(_MIXED_SCRIPTS.findall(text)) + len(_WRONG_CASE.findall(text))
    if not letters or letters < (1 - 4 * _FEW) * high or broken > _FEW * len(_CYRILLIC_WORD.findall(text)):
        return None
    return text
