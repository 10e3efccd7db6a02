"""Files of every format, as real tools write them."""

from __future__ import annotations

import json
import random
import zipfile
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from pathlib import Path

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
