"""Each format, by files that real tools write: what text comes out, and what is known of it."""

from __future__ import annotations

import json
import subprocess
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from kg import api
from kg.read import documents_in, read
from tests.read.files import BODY, HEADLINE, LINES, NOTES, PAGE, SECOND, every_format, pdf, word, write
from tests.tools import program


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
