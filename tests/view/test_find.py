"""Finding one's way: filters, the time line, neighbourhoods, what connects two names, groups of a large graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.view.pages import page_of

if TYPE_CHECKING:
    from kg.view import Page
    from tests.view.conftest import Opened

LINES = (
    "2021-03-04 visit in Oslo: Ann, chair Bob, FUND",
    "2021-12 meeting planned: Bob, invited Cem",
    "2023 call: Cem, Dua",
)


def shown(page: Opened) -> set[str]:
    """The paths of what is drawn."""
    return set(page.page.evaluate("document.getElementById('network').shown()"))


def choose(page: Opened, menu: str, *options: str) -> None:
    page.page.locator(f"#menu-{menu} > summary").click()
    for option in options:
        page.page.locator(f"#menu-{menu} label", has_text=option).first.click()
    page.page.keyboard.press("Escape")


FILTERED = [
    ("type", ("Person",), {"person/ann", "person/bob", "person/cem", "person/dua"}),
    ("kind", ("Visit",), {"event/e1"}),
    ("status", ("Planned",), {"event/e2", "person/bob", "person/cem"}),
    ("capacity", ("Chair",), {"event/e1", "person/bob"}),
    ("capacity", ("Invited", "Holds a post in"), {"event/e2", "person/cem", "person/ann", "organisation/fund"}),
]


@pytest.mark.parametrize(("menu", "options", "left"), FILTERED)
def test_a_filter_leaves_what_passes(opened: Any, menu: str, options: tuple[str, ...], left: set[str]) -> None:
    page = opened(page_of(*LINES))
    choose(page, menu, *options)
    drawn = shown(page)
    assert left <= drawn
    if menu != "capacity":
        assert drawn == left
    page.page.get_by_role("button", name="Clear filters").click()
    assert len(shown(page)) == 8
    page.page.go_back()
    assert shown(page) == drawn
    assert page.complaints == []


def test_without_events_those_who_met_are_linked(opened: Any) -> None:
    page = opened(page_of(*LINES), "type=person")
    assert shown(page) == {"person/ann", "person/bob", "person/cem", "person/dua"}
    told = page.page.locator(".story h3").all_inner_texts()
    assert [text.split(",")[0] for text in told] == ["Visit", "Meeting", "Telephone call"]
    (x, y), (u, v) = page.spot("person/ann"), page.spot("person/bob")
    page.click((x + u) / 2, (y + v) / 2)
    assert page.state == "from=person/ann&to=person/bob"
    assert "event/e1" in shown(page)


def test_documents_languages_topics_and_countries_filter(opened: Any, seeds_page: Page) -> None:
    page = opened(seeds_page)
    whole = shown(page)
    page.page.get_by_role("button", name="Elections", exact=True).click()
    assert "topic=topic-election" in page.state
    elections = shown(page)
    assert {"person/rashid-meredov", "person/kreyg-jenness"} <= elections < whole
    page.page.get_by_role("button", name="Elections", exact=True).click()
    assert shown(page) == whole
    choose(page, "language", "Қазақша")
    kazakh = shown(page)
    assert "person/askar-beysenbayev" in kazakh
    assert "person/rashid-meredov" not in kazakh
    page.page.get_by_role("button", name="Clear filters").click()
    choose(page, "source", "A meeting was held with the OSCE delegation")
    assert "person/alexei-gromov" in shown(page)
    assert "person/askar-beysenbayev" not in shown(page)
    page.page.get_by_role("button", name="Clear filters").click()
    choose(page, "country", "Kazakhstan")
    assert {"organisation/kazakhstan", "person/askar-beysenbayev"} <= shown(page)
    assert "person/rashid-meredov" not in shown(page)


def test_the_time_line_is_brushed(opened: Any) -> None:
    page = opened(page_of(*LINES))
    box = page.page.locator("#timeline svg").bounding_box()
    page.page.mouse.move(box["x"] + 2, box["y"] + 10)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 10)
    page.page.mouse.up()
    assert {"event/e1", "event/e2"} <= shown(page)
    assert "event/e3" not in shown(page)
    assert page.state.startswith("until=202")
    page.page.go_back()
    assert "event/e3" in shown(page)


def test_the_time_line_is_set_by_keyboard(opened: Any) -> None:
    page = opened(page_of(*LINES))
    slider = page.page.get_by_label("To month")
    slider.focus()
    assert slider.get_attribute("aria-valuetext") == "January 2023"
    for _ in range(20):
        page.page.keyboard.press("ArrowLeft")
    assert page.state == "until=2021-05"
    assert "event/e1" in shown(page)
    assert not {"event/e2", "event/e3"} & shown(page)
    slider = page.page.get_by_label("From month")
    slider.focus()
    page.page.keyboard.press("End")
    assert "since=" in page.state


def test_a_year_alone_meets_every_month_of_it(opened: Any) -> None:
    page = opened(page_of(*LINES), "since=2023-06&until=2023-07")
    assert {"event/e3", "person/cem", "person/dua"} == shown(page)


def test_neighbours_up_to_a_distance(opened: Any) -> None:
    page = opened(page_of(*LINES), "thing=person/ann")
    for steps, more in ((1, {"event/e1", "organisation/fund"}), (2, {"person/bob"}), (3, {"event/e2"})):
        page.button(str(steps)).click()
        assert more <= shown(page)
    assert shown(page) == {"person/ann", "event/e1", "organisation/fund", "person/bob", "event/e2"}
    page.page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == 8


def test_what_connects_two_names(opened: Any) -> None:
    page = opened(page_of(*LINES, "2022 visit: Eve, Gul"), "thing=person/ann")
    page.button("What connects it with…").click()
    assert "what Ann is to be connected with" in page.page.inner_text("#scope")
    page.find("Dua")
    assert shown(page) == {"person/ann", "event/e1", "person/bob", "event/e2", "person/cem", "event/e3", "person/dua"}
    assert page.page.inner_text("#scope").startswith("What connects Ann and Dua.")
    again = opened(page_of(*LINES, "2022 visit: Eve, Gul"), "from=person/ann&to=person/eve")
    assert again.page.inner_text("#scope").startswith("Nothing shown connects Ann and Eve.")
    assert shown(again) == {"person/ann", "person/eve"}


def test_a_large_graph_opens_on_the_best_linked_and_groups_open(opened: Any) -> None:
    lines = [f"2021-03-04 visit: Hub, A{number}a, B{number}b" for number in range(120)]
    page = opened(page_of(*lines))
    drawn = shown(page)
    assert len(drawn) == 120
    assert "person/hub" in drawn
    page.page.evaluate("document.getElementById('network').open('person/hub')")
    assert len(shown(page)) > 120
    assert page.state.startswith("open=person/hub")
    page.find("B119b")
    assert "person/b119b" in shown(page), "what is chosen is drawn"
    assert page.complaints == []
