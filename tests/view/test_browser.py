"""The page in a real browser with the network cut: what a person does with it, and what must not happen."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from kg.view import view
from tests.graphs import gold_store, invented
from tests.tools import program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyoxigraph as ox
    from playwright.sync_api import Browser, Page

FLAGS = [
    "--no-sandbox",  # containers have none
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
NAMES = (
    "</script><script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 2">',
    "<svg onload=alert(1)> {{ 7 * 7 }} \u2028",
)


class Opened:
    """A page in the browser, and everything that it asked for or complained of."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(path.as_uri())
        page.wait_for_selector("#network canvas")

    def details(self) -> str:
        return self.page.inner_text("#details")

    def centre(self) -> tuple[float, float]:
        box = self.page.locator("#network").bounding_box()
        assert box
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def click(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)
        self.page.wait_for_timeout(400)  # vis-network waits this long to tell a click from a double click


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = program("chromium", "chromium-browser", "google-chrome", "chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    contexts = []

    def open_(store: ox.Store, focus: str | None = None, **options: Any) -> Opened:
        path = tmp_path / "page.html"
        view(store, path, focus)
        settings = {"offline": True, "reduced_motion": "reduce", "viewport": {"width": 1280, "height": 800}}
        context = browser.new_context(**{**settings, **options})
        contexts.append(context)
        return Opened(context.new_page(), path)

    yield open_
    for context in contexts:
        context.close()


def test_it_opens_offline_without_a_request_or_a_complaint(opened: Any) -> None:
    page = opened(gold_store())
    page.page.wait_for_timeout(300)
    assert len(page.requests) == 1
    assert page.requests[0].startswith("file://")
    assert page.complaints == []
    assert page.page.title() == "Communiqué: who met whom"
    assert "5 documents" in page.page.inner_text("#counts")
    # Something is drawn: not every point of the canvas is empty.
    assert page.page.evaluate(
        "() => { const c = document.querySelector('#network canvas');"
        " return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((value) => value > 0); }"
    )


def test_search_finds_a_node_by_a_name_in_another_script(opened: Any) -> None:
    names = {"ru": "Анна Петрова", "kk": "Әсел Нұрланқызы", "tk": "Aýna Çaryýewa"}
    page = opened(invented("2021-03-04 visit in Oslo: Ann, Bob", names={"Ann": names}))
    for typed, shown in (("ПЕТРОВ", "Анна Петрова"), ("нұрлан", "Әсел Нұрланқызы"), ("ayna caryyewa", "Aýna Çaryýewa")):
        page.page.fill("#query", typed)
        (found,) = page.page.locator("#results button").all()
        assert found.inner_text() == f"Ann {shown}"
        found.click()
        assert page.page.inner_text("#details h2") == "Ann"
        assert page.page.locator("#results button").count() == 0
    assert page.page.locator("#details dd").all_inner_texts() == [names["kk"], names["ru"], names["tk"]]
    page.page.fill("#query", "Анна Каренина")
    assert page.page.inner_text("#results") == "Nothing of this name"
    page.page.fill("#query", "oslo")
    assert page.page.inner_text("#results button") == "Visit, 4 March 2021: Ann, Bob Held, 2021-03-04, Oslo"
    assert page.complaints == []


def test_a_click_on_a_node_shows_the_words_that_tell_of_it(opened: Any) -> None:
    page = opened(invented("2021-03-04 visit in Oslo: Ann, Bob, FUND", "2021-12-24 meeting: Cem, Dua"))
    page.page.fill("#query", "Ann")
    page.page.press("#query", "Enter")  # brings Ann to the middle of the drawing
    page.page.fill("#query", "Cem, or nobody")
    page.page.evaluate("document.getElementById('details').replaceChildren()")
    page.click(*page.centre())
    assert page.page.inner_text("#details h2") == "Ann"
    assert page.page.locator("#details blockquote q").all_inner_texts() == [
        "Ann",
        "2021-03-04 visit in Oslo: Ann, Bob, FUND",
    ]
    assert "invented, 2021-12-31, characters 0–40" in page.details()
    page.page.locator("#details button", has_text="Visit, 4 March 2021").click()
    assert page.page.inner_text("#details h2") == "Visit, 4 March 2021: Ann, Bob, FUND"
    assert {"Ann", "Bob", "FUND"} <= set(page.page.locator("#details button").all_inner_texts())


def test_a_click_on_a_line_shows_the_words_that_tell_of_it(opened: Any) -> None:
    page = opened(invented("2021-03-04 visit: Ann, chair Bob"))
    page.page.fill("#query", "Bob")
    page.page.press("#query", "Enter")
    nodes = json.loads(page.page.locator("#drawing").text_content() or "{}")["nodes"]
    bob, visit = ({node["id"]: node for node in nodes}[name] for name in ("person/bob", "event/e1"))
    angle = math.atan2(visit["y"] - bob["y"], visit["x"] - bob["x"])
    x, y = page.centre()
    page.click(x + 60 * math.cos(angle), y + 60 * math.sin(angle))
    assert page.page.inner_text("#details h2") == "Chair"
    assert page.page.locator("#details button").all_inner_texts() == ["Bob", "Visit, 4 March 2021: Bob, Ann"]
    assert page.page.inner_text("#details blockquote q") == "2021-03-04 visit: Ann, chair Bob"


def test_texts_of_documents_do_not_run(opened: Any) -> None:
    lines = (f"2021-03-04 visit: {NAMES[0]}, chair {NAMES[1]}", f"- meeting: {NAMES[0]}, {NAMES[2]}")
    page = opened(invented(*lines, names={NAMES[0]: {"ru": "<b onclick=alert(2)>Анна</b>"}}))
    for name in NAMES:
        page.page.fill("#query", name.strip())
        page.page.press("#query", "Enter")
        assert " ".join(page.page.inner_text("#details h2").split()) == " ".join(name.split())
        for button in page.page.locator("#details button").all()[:1]:
            button.click()
    for button in page.page.locator("#list button").all():
        button.click()
        assert page.page.inner_text("#details h2").strip()
    page.page.wait_for_timeout(300)
    assert page.page.evaluate("window.hit") is None
    assert page.page.locator("img, #details svg, #list svg, #results svg").count() == 0
    assert page.page.locator("body script").count() == 4
    assert page.complaints == []
    assert len(page.requests) == 1


def test_the_policy_stops_what_slips_through(opened: Any) -> None:
    page = opened(invented("2021-03-04 visit: Ann, Bob"), offline=False)
    assert page.complaints == []
    page.page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.hit = 1';"
        " const image = document.createElement('img'); image.src = 'http://127.0.0.1:9/x.png';"
        " const markup = document.createElement('p'); markup.innerHTML = '<b onclick=\"window.hit = 2\">x</b>';"
        " document.body.append(script, image, markup); markup.firstChild.click();"
        " return fetch('http://127.0.0.1:9/').catch(() => null); }"
    )
    page.page.wait_for_timeout(200)
    assert page.page.evaluate("window.hit") is None
    assert len(page.complaints) >= 4
    assert all("Content Security Policy" in text or "Fetch API cannot load" in text for text in page.complaints)


def test_the_keyboard_is_enough(opened: Any) -> None:
    page = opened(invented("2021-03-04 visit: Ann, Bob", "2021-03-05 meeting: Bob, Cem"))
    page.page.keyboard.press("Tab")
    page.page.keyboard.type("ann")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    assert page.page.inner_text("#details h2") == "Ann"
    assert page.page.evaluate("document.activeElement.id") == "details"
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Space")
    assert page.page.inner_text("#details h2") == "Visit, 4 March 2021: Ann, Bob"
    page.page.locator("#list button", has_text="Cem").last.focus()
    page.page.keyboard.press("Enter")
    assert page.page.inner_text("#details h2") == "Cem"
    for name in ("Zoom in", "Zoom out", "Show all"):
        page.page.get_by_role("button", name=name).press("Enter")
    assert page.page.get_by_role("region", name="Details").count() == 1
    assert page.complaints == []


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_nothing_is_wider_than_the_window(opened: Any, width: int, height: int) -> None:
    page = opened(gold_store(), viewport={"width": width, "height": height})
    page.page.fill("#query", "Turkmenistan")
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    page.page.press("#query", "Enter")
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.page.locator("#details h2").bounding_box()
    assert 0 <= box["y"] < height, "what was chosen is in sight"


def test_light_and_dark(opened: Any) -> None:
    grounds = set()
    for scheme in ("light", "dark"):
        page = opened(gold_store(), color_scheme=scheme)
        grounds.add(page.page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
        page.page.wait_for_timeout(100)
        assert page.complaints == []
    assert grounds == {"rgb(255, 255, 255)", "rgb(20, 22, 26)"}


def test_focus_opens_on_its_thing(opened: Any) -> None:
    page = opened(invented("2021-03-04 visit: Ann, FUND", "2021-03-05 meeting: Bob, FUND"), focus="organisation/fund")
    assert page.page.inner_text("#details h2") == "FUND"
    assert page.complaints == []


def test_without_scripts_the_list_is_there(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    view(invented("2021-03-04 visit: Ann, chair Bob"), path)
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    lines = page.inner_text("#list").splitlines()
    assert lines[1:4] == ["Visit, 4 March 2021: Bob, Ann · event 1 · Held, 2021-03-04", "Ann Attendee", "Bob Chair"]
    context.close()
