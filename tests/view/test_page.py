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
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.network import load
from kg.view import view
from kg.view.page import html as page_of
from kg.vocab import BASE
from tests.graphs import gold_store, invented

ROOT = Path(__file__).parents[2]
EVIL = (
    "</script><script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 2">',
    "{{ 7 * 7 }} \u2028 <!-- <script>",
)
FACING = invented(
    f"2021-03-04 visit in Oslo: {EVIL[0]}, chair {EVIL[1]}, FUND",
    f"2021-05 meeting planned: {EVIL[0]}, {EVIL[2]}",
    "- call: Ann, FUND",
    names={EVIL[0]: {"ru": "<b>Анна</b>"}},
)


def embedded(text: str, name: str) -> dict[str, object]:
    found = re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(load(gold_store()))


def test_every_actor_and_event_is_there_with_all_names(page: str) -> None:
    network = load(gold_store())
    things = embedded(page, "data")["things"]
    assert isinstance(things, dict)
    assert set(things) == {iri.removeprefix(BASE) for iri in (*network.actors, *network.events)}
    for actor in network.actors.values():
        told = things[actor.id.removeprefix(BASE)]
        assert {name.text for name in actor.names} <= {told["label"], *(name for _, name in told["names"])}
        assert told["facts"], actor.id


def test_every_participation_and_role_is_told_with_its_words(page: str) -> None:
    network, data = load(gold_store()), embedded(page, "data")
    things, words = data["things"], data["words"]
    assert isinstance(things, dict)
    assert isinstance(words, list)

    def quoted(iri: str, other: str | None) -> set[str]:
        facts = things[iri.removeprefix(BASE)]["facts"]
        wanted = other.removeprefix(BASE) if other else None
        return {words[number][3] for fact in facts if fact.get("thing") == wanted for number in fact["words"]}

    for part in network.participations:
        assert {said.text for said in part.words} <= quoted(part.actor, part.event)
    for role in network.roles:
        assert {said.text for said in role.words} <= quoted(role.person, role.organisation)


def test_shapes_and_groups_tell_kinds_apart(page: str) -> None:
    nodes = embedded(page, "drawing")["nodes"]
    assert isinstance(nodes, list)
    shapes = {(node["group"].removesuffix("-planned"), node["shape"]) for node in nodes}
    assert len({shape for _, shape in shapes}) == len({group for group, _ in shapes}) == len(shapes)
    assert {"person", "organisation", "state", "office", "meeting", "election"} <= {group for group, _ in shapes}
    assert any(node["group"] == "election-planned" for node in nodes)
    style = (ROOT / "kg/view/page.css").read_text(encoding="utf-8")
    for group, _ in shapes:
        assert style.count(f"--{group}: #") == 2, "a colour for light and for dark"
        assert f'<svg class="{group}"' in page, "in the legend"


def test_the_policy_allows_what_is_there_and_nothing_else(page: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    policy = html.unescape(found[1])
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*scripts, *styles)]
    assert len(scripts) == 2
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes


def test_nothing_is_fetched(page: str) -> None:
    """Addresses stand in comments and names of the drawing library; no element and no style refers to one."""
    own = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "://" not in own
    assert not re.search(r"<(link|script|img|iframe|object|embed)\b[^>]*\b(src|href)=(?!\"data:,\")", own)
    assert "jsdelivr" not in page
    assert "cdnjs" not in page


def test_texts_stay_texts() -> None:
    page = page_of(load(FACING))
    for evil in EVIL:
        assert evil not in page
    harmless = page_of(load(invented("2021-03-04 visit: Ann, Bob")))
    for tag in ("<script", "</script>", "<img", "<b>", "<!--"):
        assert page.count(tag) == harmless.count(tag), tag
    data = json.dumps(embedded(page, "data"), ensure_ascii=False)
    assert "<b>Анна</b>" in data
    assert all(json.dumps(evil, ensure_ascii=False)[1:-1] in data for evil in EVIL)


def test_the_list_tells_the_same_without_a_script() -> None:
    page = page_of(load(invented("2021-03-04 visit in Oslo: Ann, chair Bob, FUND", "2020 call planned: Bob, Cem")))
    listed = page[page.index('<section id="list"') : page.index("</section>", page.index('<section id="list"'))]
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", listed))
    assert "Visit, 4 March 2021: Bob, Ann, FUND · event 1 · Held" in text
    assert "Ann Attendee Bob Chair" in text
    assert text.index("Telephone call, 2020") < text.index("Visit, 4 March 2021"), "by date"
    assert text.rstrip().endswith("Ann Bob Cem FUND")


def test_counts_and_title() -> None:
    network = load(invented("2021-03-04 visit: Ann, FUND", "2021-03-05 meeting: Ann, Bob", "2021-03-06 call: Cem, Dua"))
    page = page_of(network)
    assert "<title>Communiqué: who met whom</title>" in page
    assert ">4 persons · 1 organisation or state · 3 events · 1 document<" in page


def test_focus_keeps_what_is_near() -> None:
    store = invented("2021-03-04 visit: Ann, FUND", "2021-03-05 meeting: Bob, FUND", "2021-03-06 call: Bob, Cem")
    page = page_of(load(store), "person/ann")
    things = embedded(page, "data")["things"]
    assert isinstance(things, dict)
    assert set(things) == {"person/ann", "organisation/fund", "event/e1", "event/e2"}
    assert embedded(page, "drawing")["focus"] == "person/ann"
    assert "<title>Communiqué: who met whom, near Ann</title>" in page
    assert page_of(load(store), f"{BASE}person/ann") == page
    with pytest.raises(GraphError, match="person/nobody' is no actor and no event"):
        page_of(load(store), "person/nobody")


def test_focus_on_what_is_only_mentioned() -> None:
    store = gold_store()
    network = load(store)
    linked = {part.actor for part in network.participations} | {
        iri for role in network.roles for iri in (role.person, role.organisation)
    }
    alone = min(set(network.actors) - linked)
    assert list(embedded(page_of(network, alone), "data")["things"]) == [alone.removeprefix(BASE)]  # type: ignore[call-overload]


def test_too_many_for_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    network = load(invented("2021-03-04 visit: Ann, FUND", "2021-03-05 meeting: Bob, Cem"))
    monkeypatch.setattr("kg.view.page.MOST_NODES", 5)
    with pytest.raises(GraphError, match="6 actors and events are too many for one page, which takes 5"):
        page_of(network)
    assert page_of(network, "person/ann")


def test_labels_in_another_language() -> None:
    page = page_of(load(invented("2021-03-04 visit: Ann, Bob", names={"Ann": {"ru": "Анна"}}), "ru"))
    assert "Визит, 2021-03-04" in page
    assert ">Анна</button>" in page


def test_view_writes_the_page_whole(tmp_path: Path, page: str) -> None:
    out = tmp_path / "page.html"
    view(gold_store(), out)
    assert out.read_text(encoding="utf-8") == page
    assert list(tmp_path.iterdir()) == [out]
    with pytest.raises(GraphError, match=r"none/page\.html: can't be written"):
        view(gold_store(), tmp_path / "none" / "page.html")


_PRINT = """
import hashlib
from kg.network import load
from kg.view.page import html
from tests.graphs import gold_store
print(hashlib.sha256(html(load(gold_store())).encode()).hexdigest())
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
    style = (ROOT / "kg/view/page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    assert len(blocks) == 2
    colours = dict(re.findall(r"--(\w+): (#\w{6})", blocks[scheme]))
    for name in ("text", "quiet", "accent"):
        assert contrast(colours[name], colours["ground"]) >= 4.5, name
        assert contrast(colours[name], colours["raised"]) >= 4.5, name
    for name in ("edge", "person", "organisation", "state", "office", "meeting", "election", "other"):
        assert contrast(colours[name], colours["ground"]) >= 3, name
