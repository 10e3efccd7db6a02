"""Each format, by files that real tools write: what text comes out, what is known of it, and what can't be read."""

from __future__ import annotations

import json
import os
import random
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest
from docx.oxml import parse_xml

from kg import api
from kg.errors import InputError
from kg.read import documents_in, read
from kg.read.formats import SUFFIXES
from tests.tools import program

HEADLINE = "Foreign Minister receives the Ambassador"
BODY = (
    "Yesterday the Minister of Foreign Affairs of Norway, Kari Nordmann, received the Ambassador of Finland, "
    "Matti Virtanen, in Oslo."
)
SECOND = "The sides discussed trade and the preparation of the forum, and agreed to continue their consultations."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} — Ministry</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="Ministry of Foreign Affairs">
<meta property="article:published_time" content="2021-03-05T09:30:00+01:00">
<link rel="canonical" href="https://example.org/news/17"></head><body>
<header><nav><a href="/">Home</a> <a href="/news">All news of the week</a> <a href="/c">Contacts</a></nav></header>
<main><article><h1>{HEADLINE}</h1><p>{BODY}</p><p>{SECOND}</p></article></main>
<aside><h3>Read also</h3><p><a href="x">The President received a delegation</a></p></aside>
<footer><p>© 2021 Ministry of Foreign Affairs. All rights reserved.</p></footer>
<script>var x = "The minister met nobody";</script></body></html>
"""
NOTES = f"""---
title: {HEADLINE}
date: 2021-03-05
url: https://example.org/news/17
site: Ministry of Foreign Affairs
---

{BODY.replace("Kari Nordmann", "**Kari Nordmann**").replace("Oslo", "[Oslo](https://example.org)")}

- The sides discussed *trade*.
- They agreed to meet again.

| who | post |
|---|---|
| Per Hansen | adviser |
"""
LINES = [
    {"id": "first", "text": BODY, "title": HEADLINE, "date": "2021-03-05", "url": "https://example.org/news/17"},
    {"text": BODY.replace("Yesterday", "On 9 March 2021"), "source": "Ministry of Foreign Affairs"},
]


RANDOM = random.Random(7)  # noqa: S311  no secret


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def word(path: Path) -> Path:
    file = docx.Document()
    file.core_properties.title = HEADLINE
    file.add_heading(HEADLINE)
    file.add_paragraph(BODY)
    row = file.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Per Hansen", "adviser"
    file.add_paragraph(SECOND)
    file.sections[0].header.paragraphs[0].text = "Letterhead"
    file.save(str(path))
    return path


def pdf(path: Path, *pages: list[str], title: str = "") -> Path:
    """A PDF file of text lines, as simple as the format allows."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 10 Tf 14 TL 50 750 Td {shown} ET".encode()
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * n} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        ]
    objects.append(f"<< /Title ({title}) >>".encode())
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    data += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, size - 1, start)
    return write(path, data)


def archive(path: Path, **members: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return path


def every_format(folder: Path) -> Path:
    write(folder / "page.html", PAGE)
    write(folder / "notes.md", NOTES)
    write(folder / "lines.jsonl", "".join(json.dumps(line) + "\n" for line in LINES))
    word(folder / "letter.docx")
    pdf(folder / "paper.pdf", [HEADLINE, *BODY.replace(", received", ",|received").split("|"), SECOND])
    write(folder / "plain.txt", BODY)
    return folder


def test_the_main_text_of_a_page_and_what_the_page_says_of_itself(tmp_path):
    document = read(write(tmp_path / "page.html", PAGE))
    assert document.text == f"{HEADLINE}\n{BODY}\n{SECOND}"
    assert (document.id, document.lang, document.media_type) == ("page", "en", "text/html")
    assert (document.title, document.site, document.url) == (
        HEADLINE,
        "Ministry of Foreign Affairs",
        "https://example.org/news/17",
    )
    assert document.published == "2021-03-05"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_a_page_is_in_the_encoding_that_it_declares(tmp_path, encoding):
    words = "Министр иностранных дел Норвегии Пер Хансен вчера принял посла Финляндии Матти Виртанена в Осло."
    page = f'<html><head><meta charset="{encoding}"></head><body><article><p>{words}</p></article></body></html>'
    assert words in read(write(tmp_path / "page.html", page.encode(encoding))).text


def test_a_page_laid_out_by_tables(tmp_path):
    menu = '<td><a href="/">Home</a><br><a href="/n">News</a><br><a href="/c">Contacts</a></td>'
    main = f"<td><b>{HEADLINE}</b><p>{BODY}</p><p>{SECOND}</p></td>"
    data = "<table><tr><td>Per Hansen</td><td>adviser</td></tr></table>"
    page = f"<html><body><table><tr>{menu}{main}</tr><tr><td>{data}</td></tr></table></body></html>"
    text = read(write(tmp_path / "page.html", page)).text
    assert {HEADLINE, BODY, SECOND} <= set(text.splitlines())


def test_a_page_without_a_main_part_is_read_whole(tmp_path):
    assert read(write(tmp_path / "page.htm", f"<p>{BODY}")).text.strip() == BODY


def test_markdown_without_its_marks(tmp_path):
    document = read(write(tmp_path / "notes.md", NOTES))
    assert document.text == (
        f"{HEADLINE}\n\n{BODY}\n\nThe sides discussed trade.\nThey agreed to meet again.\n\n"
        "who\tpost\t\nPer Hansen\tadviser\t"
    )
    assert (document.title, document.published, document.site) == (
        HEADLINE,
        "2021-03-05",
        "Ministry of Foreign Affairs",
    )


def test_markdown_without_metadata(tmp_path):
    document = read(write(tmp_path / "notes.markdown", f"# {HEADLINE}\n\n{BODY}\nAnd so on.\n"))
    assert document.text == f"{HEADLINE}\n\n{BODY}\nAnd so on."
    assert (document.title, document.url, document.published) == (None, None, None)


def test_word_documents(tmp_path):
    document = read(word(tmp_path / "letter.docx"))
    assert document.text == f"{HEADLINE}\n{BODY}\nPer Hansen\tadviser\n{SECOND}"
    assert document.title == HEADLINE


def test_word_documents_with_content_controls_changes_and_text_boxes(tmp_path):
    file = docx.Document()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    said = "<w:r><w:t>{}</w:t></w:r>"
    controlled = f"<w:sdt {space}><w:sdtContent><w:p>{said.format(HEADLINE)}</w:p></w:sdtContent></w:sdt>"
    changed = (
        f"<w:p {space}><w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>"
        f"{said.format('Kari Nordmann ')}<w:ins>{said.format('received the Ambassador')}</w:ins>"
        "<w:del><w:r><w:delText>met nobody</w:delText></w:r></w:del></w:p>"
    )
    box = f"<w:p>{said.format('In a box.')}</w:p>"
    boxed = f"<w:p {space}><w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>{said.format(SECOND)}</w:p>"
    for part in (controlled, changed, boxed):
        file.element.body.insert(-1, parse_xml(part))
    file.save(str(tmp_path / "a.docx"))
    lines = [HEADLINE, "Kari Nordmann received the Ambassador", SECOND, "In a box."]
    assert read(tmp_path / "a.docx").text.splitlines() == lines


def test_lines_of_a_pdf_file_are_joined_to_paragraphs(tmp_path):
    lines = [
        "The Minister of Foreign Affairs of Norway, Kari",
        "Nordmann, received the Ambassador of Finland, Matti",
        "Virtanen, in Oslo.",
        "The sides discussed trade.",
    ]
    document = read(pdf(tmp_path / "paper.pdf", [HEADLINE[:20], *lines], title="Talks"))
    assert document.text.splitlines() == [HEADLINE[:20], " ".join(lines[:3]), lines[3]]
    assert (document.title, document.media_type) == ("Talks", "application/pdf")


def test_words_parted_at_the_end_of_a_line_are_joined(tmp_path):
    lines = [
        "The Minister of Foreign Affairs of Norway received the Ambassador of Finland for con-",
        "sultations in Oslo, with the Deputy Prime-",
        "Minister.",
    ]
    text = read(pdf(tmp_path / "paper.pdf", lines)).text
    assert "consultations in Oslo" in text
    assert "Prime-Minister" in text


def test_what_stands_on_every_page_is_left_out(tmp_path):
    def page(number):
        return [
            "Bulletin of the Ministry, No. 4",
            f"On day {number} the Minister of Foreign Affairs received the Ambassador of Finland and they",
            f"agreed on point {number}.",
            "The sides discussed trade.",
            "They named experts.",
            f"The next meeting is in month {number}.",
            str(number),
        ]

    text = read(pdf(tmp_path / "paper.pdf", *map(page, range(1, 5)))).text
    assert "Bulletin" not in text
    assert [line for line in text.splitlines() if line[-1].isdigit()] == []
    assert [line[-8:] for line in text.splitlines()[::4]] == [f"point {n}." for n in range(1, 5)]


def test_a_pdf_file_as_a_browser_prints_it(tmp_path):
    """Real fonts, ligatures, a wrapped paragraph, Cyrillic letters."""
    chromium = program("chromium", "google-chrome")
    words = (
        "Министр иностранных дел Норвегии Пер Хансен принял посла Финляндии Матти Виртанена в Осло, и стороны обсудили "
        "вопросы сотрудничества в области энергетики, торговли и образования, а также подготовку к форуму."
    )
    page = write(
        tmp_path / "page.html", f'<meta charset="utf-8"><h2>Встреча</h2><p>{words}</p><p>Office of fine affairs.</p>'
    )
    out = tmp_path / "printed.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path}/p"]
    subprocess.run(
        [chromium, *options, f"--print-to-pdf={out}", page.as_uri()], check=True, capture_output=True, timeout=90
    )
    assert read(out).text.splitlines() == ["Встреча", words, "Office of fine affairs."]


def test_lines_of_json_are_documents(tmp_path):
    path = write(tmp_path / "lines.jsonl", "\n".join(json.dumps(line) for line in LINES) + "\n\n")
    found, skipped = documents_in([path])
    assert [(s.name, s.line, str(s)) for s in found] == [
        ("first", 1, f"{path}: line 1"),
        ("lines-2", 2, f"{path}: line 2"),
    ]
    assert skipped == []
    first, second = map(read, found)
    assert first.text == f"{HEADLINE}\n\n{BODY}"
    assert (first.id, first.published, first.url) == ("first", "2021-03-05", "https://example.org/news/17")
    assert (second.id, second.site, second.published) == ("lines-2", "Ministry of Foreign Affairs", None)


def test_a_zip_is_read_like_a_folder(tmp_path):
    folder = every_format(tmp_path / "folder")
    write(folder / "inner/other.txt", BODY)
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as file:
        for member in sorted(folder.rglob("*.*")):
            file.write(member, member.relative_to(folder))
        file.writestr("__MACOSX/._page.html", "x")
        file.writestr("picture.png", "x")
        file.writestr("more.zip", "x")
    in_zip, skipped = documents_in([path])
    in_folder, _ = documents_in([folder])
    assert [read(source) for source in in_zip] == sorted(
        map(read, in_folder), key=lambda d: [s.name for s in in_zip].index(d.id)
    )
    assert len(in_zip) == 8
    assert skipped == [
        f"{path}: more.zip: skipped, since a zip in a zip isn't read",
        f"{path}: picture.png: skipped, since its kind isn't read",
    ]


def test_offsets_are_those_of_the_text_that_is_kept(tmp_path):
    store = tmp_path / "graph"
    report = api.build(every_format(tmp_path / "folder"), store=store, jobs=1)
    assert (report.documents, report.failures, report.skipped) == (7, (), ())
    kept = [json.loads(line) for path in store.rglob("documents.jsonl") for line in path.read_text().splitlines()]
    texts = {document["id"]: document["text"] for document in kept}
    readings = [json.loads(line) for path in store.rglob("readings.jsonl") for line in path.read_text().splitlines()]
    for reading in readings:
        mentions = [m for person in reading["persons"] for m in person["mentions"]]
        assert {"Kari Nordmann", "Matti Virtanen"} <= {m["text"] for m in mentions}, reading["id"]
        assert all(texts[reading["id"]][m["start"] : m["end"]] == m["text"] for m in mentions)
    again = api.build(tmp_path / "folder", store=store, jobs=2)
    assert again.cached == 7


def test_the_file_s_date_is_where_relative_days_count_from(tmp_path):
    for path in (write(tmp_path / "page.html", PAGE), write(tmp_path / "notes.md", NOTES)):
        _, reading = api.read(path)
        assert [event.start for event in reading.events] == ["2021-03-04"], path


def test_a_date_in_the_text_goes_before_the_file_s(tmp_path):
    line = {"text": f"OSLO, 2 March 2021 – {BODY}", "date": "2021-03-05"}
    document, reading = api.read(write(tmp_path / "a.jsonl", json.dumps(line)))
    assert document.published == "2021-03-02"
    assert [event.start for event in reading.events] == ["2021-03-01"]


def test_the_graph_holds_what_a_page_says_of_itself(tmp_path):
    api.build(write(tmp_path / "page.html", PAGE), store=tmp_path / "graph", jobs=1)
    query = """SELECT ?title ?source ?site ?type { ?d a cmq:Document ; dcterms:title ?title ; dcterms:source ?source ;
               schema:publisher ?site ; schema:encodingFormat ?type }"""
    (row,) = api.ask(query, store=tmp_path / "graph").rows
    assert [str(term).strip('<"').split('"')[0].rstrip(">") for term in row] == [
        HEADLINE,
        "https://example.org/news/17",
        "Ministry of Foreign Affairs",
        "text/html",
    ]
    assert api.check(store=tmp_path / "graph") == []


def test_tables_tell_where_a_document_comes_from(tmp_path):
    api.build(write(tmp_path / "page.html", PAGE), store=tmp_path / "graph", jobs=1)
    api.export("csv", tmp_path / "csv", store=tmp_path / "graph")
    table = (tmp_path / "csv/documents.csv").read_text(encoding="utf-8")
    assert "Ministry of Foreign Affairs,https://example.org/news/17" in table


# ---- what can't be read


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
