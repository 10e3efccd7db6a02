"""A real browser with the network cut, and pages opened in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from kg import api
from tests.tools import program
from tests.view.pages import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from kg.view import Page

FLAGS = [
    "--no-sandbox",  # containers have none
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


class Opened:
    """A page in the browser, and everything that it asked for or complained of."""

    def __init__(self, page: Any, path: Path, state: str) -> None:
        self.page = page
        self.address = path.as_uri()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(f"{self.address}#{state}" if state else self.address)
        page.wait_for_selector("html[data-ready]")

    @property
    def state(self) -> str:
        """What stands in the address after `#`."""
        return str(self.page.evaluate("decodeURIComponent(location.hash.slice(1))"))

    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    def heading(self) -> str:
        return str(self.page.inner_text("#panel h2"))

    def find(self, typed: str) -> None:
        """Type a name and take the first thing found."""
        self.page.fill("#query", typed)
        self.page.press("#query", "Enter")

    def spot(self, path: str, right: float = 0, down: float = 0) -> tuple[float, float]:
        """Where a thing is drawn, in pixels of the window, or a place beside it."""
        box = self.page.locator("#network").bounding_box()
        x, y = self.page.evaluate(
            "path => { const { x, y } = document.getElementById('network').spot(path); return [x, y]; }", path
        )
        return box["x"] + x + right, box["y"] + y + down

    def click(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)
        self.page.wait_for_timeout(400)  # vis-network waits this long to tell a click from a double click

    def button(self, name: str, within: str = "#panel") -> Any:
        return self.page.locator(within).get_by_role("button", name=name, exact=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = program("chromium", "chromium-browser", "google-chrome", "chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of the five documents as they are read."""
    store = tmp_path_factory.mktemp("graph")
    api.build(*DOCUMENTS, store=store, jobs=1)
    return api.view(store)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    contexts = []

    def open_(page: Page, state: str = "", **options: Any) -> Opened:
        path = tmp_path / "page.html"
        page.write(path)
        settings = {"offline": True, "reduced_motion": "reduce", "viewport": {"width": 1280, "height": 800}}
        context = browser.new_context(**{**settings, **options})
        contexts.append(context)
        return Opened(context.new_page(), path, state)

    yield open_
    for context in contexts:
        context.close()
