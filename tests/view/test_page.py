"""The page as a file: what it holds, and that the same graph is the same page."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from kg.errors import GraphError
from kg.export import serialise
from kg.network import load
from kg.view import view
from kg.vocab import BASE
from tests.graphs import gold_store, invented
from tests.view.pages import DOCUMENTS, ROOT, Content, gold_page, page_of, unpacked

if TYPE_CHECKING:
    from pathlib import Path

EVIL = (
    "</script><script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 2">',
    "{{ 7 * 7 }} \u2028 <!-- <script>",
)


def test_every_actor_and_event_is_there_with_all_names() -> None:
    network, content = load(gold_store()), Content(gold_page())
    nodes = {content.texts[node["path"]]: node for node in content.nodes}
    assert set(nodes) == {iri.removeprefix(BASE) for iri in (*network.actors, *network.events)}
    known = {thing.id: thing.names for thing in network.actors.values()}
    known |= {thing.id: thing.names for thing in network.events.values()}
    for iri, names in known.items():
        assert content.names(nodes[iri.removeprefix(BASE)]) == [(name.text, name.lang) for name in names]


def test_every_participation_and_role_is_told_with_its_words() -> None:
    network, content = load(gold_store()), Content(gold_page())
    facts = {content.texts[fact["path"]]: fact for fact in content.facts}
    told = {part.id: part.words for part in network.participations} | {role.id: role.words for role in network.roles}
    for iri, words in told.items():
        assert content.quoted(facts[iri.removeprefix(BASE)]["words"]) == [said.text for said in words]


def test_other_facts_are_told_too() -> None:
    content = Content(gold_page())
    kinds = {content.texts[fact["what"]] for fact in content.facts}
    assert kinds >= {"participation", "role", "elected", "turnout", "quotation", "instrument", "founding", "concerns"}


def test_whole_texts_are_there_once() -> None:
    content = Content(gold_page())
    texts = {content.texts[document["text"]] for document in content.documents}
    assert texts == {path.read_text(encoding="utf-8") for path in DOCUMENTS}
    assert not any(row["text"] for row in content.words), "words are parts of the texts"


def test_without_texts_the_words_stand_for_themselves() -> None:
    content = Content(view(invented("2021-03-04 visit in Oslo: Ann, chair Bob")))
    assert content.quoted([0]) != [""]
    assert all(row["text"] for row in content.words)


def test_the_file_is_not_three_times_what_it_shows() -> None:
    """Even of five short texts, where the drawing library is half of the page."""
    assert len(gold_page().html.encode()) < 3 * len(serialise(gold_store(), "turtle"))


def test_the_policy_allows_what_is_there_and_nothing_else() -> None:
    page = gold_page()
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page.html)
    assert found
    policy = html.unescape(found[1])
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page.html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page.html, re.DOTALL)
    assert (len(scripts), len(styles)) == (1, 1)
    allowed = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in (*scripts, unpacked(page, "vis"), *styles)
    ]
    assert re.findall(r"'sha256-([^']+)'", policy) == allowed


def test_nothing_is_fetched() -> None:
    """No element and no style refers to an address; scripts name vocabularies only."""
    own = re.sub(r"<script\b.*?</script>", "", gold_page().html, flags=re.DOTALL)
    assert "://" not in own
    assert not re.search(r"<(link|script|img|iframe|object|embed)\b[^>]*\b(src|href)=(?!\"data:,\")", own)
    assert not re.search(r"url\(|@import", own)


def test_texts_stay_texts() -> None:
    """What documents say is packed, so that it can't end the element that holds it."""
    lines = (
        f"2021-03-04 visit in Oslo: {EVIL[0]}, chair {EVIL[1]}, FUND",
        f"2021-05 meeting planned: {EVIL[0]}, {EVIL[2]}",
    )
    page = page_of(*lines, names={EVIL[0]: {"ru": "<b>Анна</b>"}})
    harmless = page_of("2021-03-04 visit: Ann, Bob")
    for tag in ("<script", "</script>", "<img", "<b>", "<!--"):
        assert page.html.count(tag) == harmless.html.count(tag), tag
    data = unpacked(page, "data")
    assert all(json.dumps(evil, ensure_ascii=False)[1:-1] in data for evil in (*EVIL, "<b>Анна</b>"))


def test_focus_keeps_what_is_near() -> None:
    lines = ("2021-03-04 visit: Ann, FUND", "2021-03-05 meeting: Bob, FUND", "2021-03-06 call: Bob, Cem")
    content = Content(page_of(*lines, focus="person/ann"))
    paths = {content.texts[node["path"]] for node in content.nodes}
    assert paths == {"person/ann", "organisation/fund", "event/e1", "event/e2"}
    assert content.data["focus"] == "person/ann"
    assert page_of(*lines, focus=f"{BASE}person/ann") == page_of(*lines, focus="person/ann")
    with pytest.raises(GraphError, match="person/nobody' is no actor and no event"):
        page_of(*lines, focus="person/nobody")


def test_focus_on_what_is_only_mentioned() -> None:
    network = load(gold_store())
    linked = {part.actor for part in network.participations} | {
        iri for role in network.roles for iri in (role.person, role.organisation)
    }
    alone = min(set(network.actors) - linked).removeprefix(BASE)
    content = Content(view(gold_store(), focus=alone))
    assert [content.texts[node["path"]] for node in content.nodes] == [alone]


def test_a_large_graph_is_placed_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.view.page.WHOLE", 5)
    monkeypatch.setattr("kg.view.page.FIRST", 3)
    content = Content(page_of("2021-03-04 visit: Ann, FUND", "2021-03-05 meeting: Bob, Cem, FUND"))
    placed = {content.texts[node["path"]] for node in content.nodes if node["x"]}
    assert placed == {"event/e2", "organisation/fund", "person/bob"}, "the best linked, each with its neighbours"


def test_a_page_is_written_whole_and_shown_in_a_notebook(tmp_path: Path) -> None:
    page, out = page_of("2021-03-04 visit: Ann, Bob"), tmp_path / "page.html"
    page.write(out)
    assert out.read_text(encoding="utf-8") == page.html
    assert list(tmp_path.iterdir()) == [out]
    with pytest.raises(GraphError, match=r"none/page\.html: can't be written"):
        page.write(tmp_path / "none" / "page.html")
    frame = page._repr_html_()
    assert frame.count("<") == 2, "one element; the page is its attribute"
    assert html.unescape(frame.partition('srcdoc="')[2].rpartition('"></iframe>')[0]) == page.html


_PRINT = """
import hashlib
from tests.view.pages import gold_page
print(hashlib.sha256(gold_page().html.encode()).hexdigest())
"""


def test_hash_seed_does_not_matter() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1


def test_what_is_packed_is_deflated() -> None:
    page = gold_page()
    assert zlib.decompress(base64.b64decode(re.findall(r'id="words"[^>]*>([^<]*)<', page.html)[0])).startswith(b"{")
