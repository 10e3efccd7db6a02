"""Safe and kind: nothing is fetched or run, all is reached without a mouse, seen in any light, in four languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from kg.view import bundle
from tests.view.pages import gold_page, page_of
from tests.view.test_parts import contrast

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from kg.view import Page

EVIL = (
    "</script><script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 2">',
    "<svg onload=alert(1)> {{ 7 * 7 }} \u2028",
)


def test_texts_of_documents_do_not_run(opened: Any) -> None:
    lines = (f"2021-03-04 visit: {EVIL[0]}, chair {EVIL[1]}", f"- meeting: {EVIL[0]}, {EVIL[2]}")
    page = opened(page_of(*lines, names={EVIL[0]: {"ru": "<b onclick=alert(2)>Анна</b>"}}))
    for name in EVIL:
        page.find(name.strip())
        assert " ".join(page.heading().split()) == " ".join(name.split())
        page.button("Read the document").first.click()
        assert name in page.page.locator("#reading .text").text_content()
        page.page.keyboard.press("Escape")
        page.button("Cite").first.click()
        page.page.locator("#offer-close").click()
    page.page.evaluate("location.hash = 'lang=ru&source=<img src=x onerror=alert(3)>&kind=<script>alert(4)</script>'")
    page.page.wait_for_timeout(300)
    assert page.page.evaluate("window.hit") is None
    assert page.page.locator("img, #panel b, [onclick], [onerror], [onload]").count() == 0
    assert page.page.locator("body script").count() == 4
    assert page.complaints == []
    assert len(page.requests) == 1


def test_the_policy_stops_what_slips_through(opened: Any) -> None:
    page = opened(page_of("2021-03-04 visit: Ann, Bob"), offline=False)
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


def test_nothing_is_asked_for_whatever_one_does(opened: Any, seeds_page: Page) -> None:
    page = opened(seeds_page, offline=False)
    for state in ("lang=kk", "around=organisation/osce&steps=3", "topic=topic-election&until=2023-01", "lang=ru"):
        page.page.evaluate("state => { location.hash = state; }", state)
        page.page.wait_for_timeout(100)
    page.find("Gromov")
    page.page.locator("#panel button", has_text="Читать документ").first.click()
    page.page.keyboard.press("Escape")
    page.page.emulate_media(media="print")
    page.page.emulate_media(media="screen", color_scheme="dark")
    page.page.locator("#physics").check()
    page.page.wait_for_timeout(300)
    assert len(page.requests) == 1
    assert page.complaints == []


def test_the_keyboard_is_enough(opened: Any) -> None:
    page = opened(page_of("2021-03-04 visit: Ann, chair Bob", "2021-05-05 meeting: Bob, Cem"))
    keys = page.page.keyboard
    keys.press("Tab")
    assert page.page.evaluate("document.activeElement.id") == "skip"
    keys.press("Tab")
    keys.type("e")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    assert page.page.locator("#query").get_attribute("aria-activedescendant") == "result-1"
    keys.press("Escape")
    page.page.fill("#query", "ann")
    keys.press("Enter")
    assert page.heading() == "Ann"
    assert page.page.evaluate("document.activeElement.id") == "panel"
    page.button("Visit, 4 March 2021: Bob, Ann").first.press("Enter")
    assert page.heading() == "Visit, 4 March 2021: Bob, Ann"
    drawing = page.page.locator("#network")
    for key in ("ArrowLeft", "ArrowUp", "+", "-", "0"):
        before = page.spot("person/cem")
        drawing.press(key)
        page.page.wait_for_timeout(50)
        if key != "0":
            assert page.spot("person/cem") != before
    for name in ("Zoom in", "Zoom out", "Fit"):
        page.page.get_by_role("button", name=name, exact=True).press("Enter")
    page.page.locator("#menu-type summary").press("Enter")
    page.page.locator("#menu-type").get_by_label("Person").press("Space")
    assert page.state.endswith("type=person")
    assert page.page.evaluate("document.activeElement.type") == "checkbox", "the focus stays where one works"
    keys.press("Escape")
    assert page.page.locator("details.menu[open]").count() == 0
    assert page.complaints == []


# What has no name for a screen reader, and what two elements call themselves by one id.
NAMELESS = """() => {
  const labelled = (one) => one.labels && one.labels[0] && one.labels[0].textContent.trim();
  const named = (one) => one.getAttribute('aria-label') || one.textContent.trim() || labelled(one);
  const all = [...document.querySelectorAll('button, input, select, textarea, summary, section, [role]')];
  const bad = all.filter((one) => !named(one) && one.getAttribute('role') !== 'status');
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  return [...bad.map((one) => one.outerHTML), ...ids.filter((id, i) => ids.indexOf(id) !== i)];
}"""


@pytest.mark.parametrize(
    "state", ["", "thing=person/alexey-gromov", "document=document/seed-001", "lang=tk&around=person/alexey-gromov"]
)
def test_everything_has_a_name(opened: Any, state: str) -> None:
    page = opened(gold_page(), state)
    page.page.fill("#query", "a")
    assert page.page.evaluate(NAMELESS) == []


# The colours of each text that is seen and of what it stands on.
COLOURS = """() => {
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$|transparent/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    const seen = one.checkVisibility() && !['SCRIPT', 'OPTION'].includes(one.tagName) && !one.closest('.unseen');
    if (!seen || !texts.currentNode.textContent.trim()) continue;
    found.add([getComputedStyle(one).color, ground(one), one.tagName + '.' + one.className].join('|'));
  }
  return [...found];
}"""


def hexadecimal(colour: str) -> str:
    """A colour as the browser tells it, `rgb(…)` or `color(srgb …)`, without its opacity."""
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]
    scale = 255 if colour.startswith("color(") else 1
    return "#" + "".join(f"{round(number * scale):02x}" for number in numbers)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "state", ["", "thing=person/alexey-gromov&topic=topic-election", "document=document/seed-001&mark=3"]
)
def test_every_text_is_told_from_its_ground(opened: Any, scheme: str, state: str) -> None:
    """WCAG 2.2, 1.4.3 (AA): 4.5 to 1."""
    page = opened(gold_page(), state, color_scheme=scheme)
    pairs = page.page.evaluate(COLOURS)
    assert len(pairs) > 8
    for pair in pairs:
        text, ground, where = pair.split("|")
        assert contrast(hexadecimal(text), hexadecimal(ground)) >= 4.5, where


def test_light_and_dark(opened: Any) -> None:
    grounds = set()
    for scheme in ("light", "dark"):
        page = opened(gold_page(), color_scheme=scheme)
        grounds.add(page.page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
        page.page.wait_for_timeout(100)
        assert page.complaints == []
    assert grounds == {"rgb(255, 255, 255)", "rgb(20, 22, 26)"}


@pytest.mark.parametrize("lang", bundle.LANGUAGES)
def test_the_page_in_each_language(opened: Any, seeds_page: Page, lang: str) -> None:
    page = opened(seeds_page)
    page.page.select_option("#lang", lang)
    words = bundle.words()[lang]
    assert page.page.title() == words["title"]
    assert page.page.evaluate("document.documentElement.lang") == lang
    assert page.heading() == words["who-met-whom"]
    page.find("ОБСЕ")
    assert (
        page.heading()
        == {
            "en": "Organization for Security and Co-operation in Europe",
            "tk": "Ýewropada Howpsuzlyk we Hyzmatdaşlyk Guramasy",
            "kk": "Еуропадағы қауіпсіздік және ынтымақтастық ұйымы",
            "ru": "Организация по безопасности и сотрудничеству в Европе",
        }[lang]
    )
    if lang != "en":
        english = {text for text in bundle.words()["en"].values() if isinstance(text, str) and len(text) > 6}
        seen = {line.strip() for line in page.page.inner_text("body").splitlines()}
        assert not seen & english, "nothing is left in English"
    page.page.go_back()
    page.page.go_back()
    assert page.page.title() == bundle.words()["en"]["title"]


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_nothing_is_wider_than_the_window(opened: Any, width: int, height: int) -> None:
    page = opened(gold_page(), viewport={"width": width, "height": height})
    for state in ("", "lang=ru", "document=document/seed-001", "around=organisation/turkmenistan&steps=3"):
        page.page.evaluate("state => { location.hash = state; }", state)
        page.page.wait_for_timeout(100)
        assert page.page.evaluate("document.documentElement.scrollWidth") <= width, state
    page.page.keyboard.press("Escape")
    page.find("Gromov")
    box = page.page.locator("#panel h2").bounding_box()
    assert 0 <= box["y"] < height, "what was chosen is in sight"


def test_on_a_phone_the_filters_are_behind_a_button(opened: Any) -> None:
    page = opened(gold_page(), viewport={"width": 360, "height": 740}, has_touch=True)
    assert not page.page.locator("#menu-type").is_visible()
    page.page.get_by_role("button", name="Filters").click()
    page.page.locator("#menu-type > summary").click()
    box = page.page.locator("#menu-type > div").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_in_a_notebook(browser: Browser, tmp_path: Path) -> None:
    """The page in a frame without an address and rights of its own, as a notebook shows it."""
    path = tmp_path / "notebook.html"
    path.write_text(
        f"<!DOCTYPE html><p>Out[1]:</p>{page_of('2021-03-04 visit: Ann, Bob')._repr_html_()}", encoding="utf-8"
    )
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for()
    frame.locator("#query").fill("Bob")
    frame.locator("#query").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "Bob"
    frame.get_by_role("button", name="Visit, 4 March 2021: Ann, Bob").first.click()
    assert frame.locator("#panel h2").inner_text() == "Visit, 4 March 2021: Ann, Bob"
    assert complaints == []
    context.close()


def test_without_scripts_a_sentence_says_so(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page_of("2021-03-04 visit: Ann, chair Bob").write(path)
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    assert "script of its own" in page.inner_text("body")
    context.close()
