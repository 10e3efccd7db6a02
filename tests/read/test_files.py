"""What can't be read gets one sentence that names the file and what to do."""

from __future__ import annotations

import os
import time

import pytest

from kg.errors import InputError
from kg.read import LARGEST, documents_in, read

RUSSIAN = "Министр иностранных дел провёл встречу с послом. Стороны обсудили «вопросы» сотрудничества.\n"
KOI8 = "Министр иностранных дел провёл встречу с послом соседней страны.".encode("koi8-r")
KAZAKH = "Қазақстан Республикасының Сыртқы істер министрі елшімен кездесу өткізді.\n"


def _read(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", RUSSIAN),
        ("utf-8-sig", RUSSIAN),
        ("utf-16", RUSSIAN),
        ("utf-16-le", KAZAKH),
        ("utf-16-be", "The Minister met the Ambassador of a neighbouring country."),
        ("cp1251", RUSSIAN),
        ("kz1048", KAZAKH),
    ],
)
def test_encodings_are_told_by_evidence(tmp_path, encoding, text):
    assert _read(tmp_path, text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "only white space"),
        (RUSSIAN.encode() + RUSSIAN.encode("cp1251"), f"at byte {len(RUSSIAN.encode())}"),
        (b"\xff\xfe" + b"a", "byte 2"),
        ("Türkiye Dışişleri Bakanı görüştü".encode("cp1254"), "byte 1 is 0xfc"),
        (KOI8, "none of UTF-8"),
        (bytes(range(256)) * 8, "binary"),
        (b"%PDF-1.7 stuff", "PDF"),
        (b"PK\x03\x04stuff", "zip"),
        (b"text \x01\x02\x03\x04\x05\x06", "binary"),
        (
            "Der Minister traf gestern den Botschafter in der Hauptstadt und sprach über den Handel.".encode(),
            "language",
        ),
    ],
)
def test_what_cant_be_read_is_refused_in_a_sentence(tmp_path, data, words):
    with pytest.raises(InputError, match=r"a\.txt: ") as caught:
        _read(tmp_path, data)
    assert words in str(caught.value)


def test_a_missing_path_and_a_folder_are_named(tmp_path):
    for path in (tmp_path / "no.txt", tmp_path):
        with pytest.raises(InputError, match=path.name):
            read(path)


def test_what_is_no_ordinary_file_is_refused(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(InputError, match="no ordinary file"):
        read(path)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match=r"has 50\.0 MB, and a document may have 5; cut it"):
        read(path)
    assert LARGEST == 5_000_000


SHAPES = {
    "long lines": RUSSIAN + "1" * 200 + " " * 500 + "\n",
    "many items": "1 марта\nВстреча\n" + RUSSIAN + "2 марта 2022 года\nВстреча\n" + RUSSIAN,
    "one line": RUSSIAN.strip() + " ",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_takes_linear_time(tmp_path, shape):
    def seconds(copies):
        path = tmp_path / f"{copies}.txt"
        path.write_text(SHAPES[shape] * copies, encoding="utf-8")
        start = time.process_time()
        read(path)
        return time.process_time() - start

    seconds(10)
    small, large = min(seconds(50) for _ in range(3)), min(seconds(400) for _ in range(2))
    assert large < 8 * small * 3  # eight times the text; a quadratic step would make it 64 times as long


def test_files_and_folders_are_listed_in_order(tmp_path):
    for name in ("b/c.txt", "b/.hidden.txt", "b/d.png", "a.txt", "e.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found, skipped = documents_in([tmp_path / "b", tmp_path / "a.txt", tmp_path / "e.md", tmp_path / "b" / "c.txt"])
    assert [source.path for source in found] == [tmp_path / "a.txt", tmp_path / "b" / "c.txt", tmp_path / "e.md"]
    assert skipped == [f"{tmp_path / 'b' / 'd.png'}: skipped, since its kind isn't read"]


def test_a_folder_without_texts_and_a_missing_path_are_named(tmp_path):
    with pytest.raises(InputError, match="there is no file in this folder that is read"):
        documents_in([tmp_path])
    with pytest.raises(InputError, match="no such file or folder"):
        documents_in([tmp_path / "nowhere"])
