"""Files that can't be read are named in a sentence, and the rest is read."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest

from kg import api
from kg.errors import InputError
from kg.read import documents_in, read
from kg.read.formats import SUFFIXES
from tests.read.files import BODY, RANDOM, archive, every_format, pdf, word, write


def encrypted_zip(path: Path) -> Path:
    archive(path, a_txt=BODY)
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + at
        data[place] |= 1
    return write(path, bytes(data))


def bomb(path: Path) -> Path:
    """A member of 60 MB in some kilobytes that says it has ten bytes."""
    archive(path, a_txt=b"word " * 12_000_000)
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(signature) + at
        data[place : place + 4] = struct.pack("<I", 60_000_000)
    return write(path, bytes(data))


def locked_pdf(path: Path) -> Path:
    """Encrypted with a password: the dictionary alone is enough for a reader to ask for it."""
    pdf(path, [BODY])
    data = path.read_bytes()
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >> /ID [<00> <00>] " % (
        b"11" * 32,
        b"22" * 32,
    )
    return write(path, data.replace(b"trailer << ", b"trailer << " + lock))


def scan(path: Path) -> Path:
    file = pdfium.PdfDocument.new()
    file.new_page(612, 792)
    file.save(str(path))
    return path


def big_docx(path: Path) -> Path:
    word(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/image1.png", bytes(210_000_000))
    return path


BAD = {
    "scan.pdf": (scan, "has no text layer: it is a scan"),
    "locked.pdf": (locked_pdf, "is encrypted"),
    "broken.pdf": (lambda path: write(path, b"%PDF-1.7 stuff"), "is no readable PDF file"),
    "broken.docx": (lambda path: write(path, b"PK\x03\x04stuff"), "is no readable Word document"),
    "other.docx": (lambda path: archive(path, a_txt="x"), "is no readable Word document"),
    "locked.docx": (lambda path: write(path, b"\xd0\xcf\x11\xe0" + bytes(600)), "is encrypted, or of the old"),
    "big.docx": (big_docx, "and may have 200"),
    "empty.docx": (lambda path: docx.Document().save(str(path)) or path, "there is no text in this document"),
    "empty.html": (
        lambda path: write(path, "<html><body><script>x</script></body></html>"),
        "there is no text on this page",
    ),
    "front.md": (lambda path: write(path, "---\ntitle: a: b: [\n---\n\nText."), "are no YAML (line 2)"),
    "dated.md": (
        lambda path: write(path, f"---\ndate: in May\n---\n\n{BODY}"),
        "the date 'in May' is none",
    ),
    "broken.zip": (lambda path: write(path, b"PK\x03\x04stuff"), "is no readable zip"),
    "nothing.zip": (lambda path: archive(path, a_png="x"), "there is no file in it that is read"),
    "locked.zip": (encrypted_zip, "a.txt: is encrypted"),
    "bomb.zip": (bomb, "a.txt: unpacks to more than the 5 MB that a document may have"),
    "void.jsonl": (lambda path: write(path, ""), "is empty"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_can_t_be_read_is_named_and_the_rest_is_read(tmp_path, name):
    make, words = BAD[name]
    folder = tmp_path / "folder"
    write(folder / "good.txt", BODY)
    make(folder / name)
    report = api.build(folder, store=tmp_path / "graph", jobs=1)
    assert report.documents == 1
    (failure,) = report.failures
    assert failure.startswith(str(folder / name))
    assert words in failure
    assert "\n" not in failure


def test_a_bad_line_is_named_by_its_number(tmp_path):
    lines = [json.dumps({"text": BODY}), "{", '{"text": 5}', '{"text": "' + BODY + '", "date": "soon"}', "[1]"]
    path = write(tmp_path / "lines.jsonl", "\n".join(lines))
    report = api.build(path, store=tmp_path / "graph", jobs=1)
    assert report.documents == 1
    assert [failure.split(": ")[1] for failure in report.failures] == ["line 2", "line 3", "line 4", "line 5"]


def test_a_member_whose_bytes_are_damaged_is_named(tmp_path):
    path = archive(tmp_path / "a.zip", one_txt=BODY, two_txt=RANDOM.randbytes(3000).hex())
    data = path.read_bytes()
    at = data.index(b"two.txt") + 200
    write(path, data[:at] + bytes(50) + data[at + 50 :])
    found, _ = documents_in([path])
    assert read(found[0]).text == BODY
    with pytest.raises(InputError, match=r"a\.zip: two\.txt: can't be unpacked"):
        read(found[1])


def test_random_bytes_make_a_sentence_in_every_format(tmp_path):
    for suffix in SUFFIXES:
        for start in (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"{"):
            path = write(tmp_path / f"x{suffix}", start + RANDOM.randbytes(500))
            with pytest.raises(InputError) as caught:
                read(path)
            assert str(caught.value).startswith(str(path))


def test_several_documents_are_read_one_after_the_other(tmp_path):
    folder = every_format(tmp_path / "folder")
    assert len(list(api.read_all(folder))) == 7
    with pytest.raises(InputError, match="holds 2 documents"):
        api.read(folder / "lines.jsonl")
    with pytest.raises(InputError, match="is a folder"):
        api.read(folder)


def test_a_format_s_library_is_loaded_when_such_a_file_is_met(tmp_path):
    code = (
        "import sys; from pathlib import Path; from kg.read import read\n"
        f"read(Path({str(write(tmp_path / 'a.txt', BODY))!r}))\n"
        "loaded = {'trafilatura', 'lxml', 'docx', 'pypdfium2', 'markdown_it', 'yaml'} & set(sys.modules)\n"
        "assert not loaded, loaded"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", code], check=True, env=env)


def test_the_same_file_is_the_same_text_anywhere(tmp_path):
    """Whatever the hash seed, the time zone and the locale."""
    folder = every_format(tmp_path / "folder")
    code = (
        "from pathlib import Path; from kg.read import documents_in, read\n"
        f"print([read(source) for source in documents_in([Path({str(folder)!r})])[0]])"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}
    told = [
        subprocess.run([sys.executable, "-c", code], check=True, env={**env, **own}, capture_output=True).stdout
        for own in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    ]
    assert told[0] == told[1] != b""


def test_a_document_beyond_the_limit_of_a_line_is_refused(tmp_path):
    path = write(tmp_path / "a.jsonl", json.dumps({"text": "word " * 1_100_000}))
    with pytest.raises(InputError, match=r"has 5\.5 MB"):
        read(documents_in([path])[0][0])
