"""What a person does with the page in a real browser: find, click, read, go back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.view.pages import gold_page, page_of

if TYPE_CHECKING:
    from kg.view import Page


def test_it_opens_offline_without_a_request_or_a_complaint(opened: Any) -> None:
    page = opened(gold_page())
    page.page.wait_for_timeout(300)
    assert len(page.requests) == 1
    assert page.requests[0].startswith("file://")
    assert page.complaints == []
    assert page.page.title() == "Who met whom, and where it says so"
    assert "5 documents" in page.page.inner_text("#counts")
    # Something is drawn: not every point of the canvas is empty.
    assert page.page.evaluate(
        "() => { const c = document.querySelector('#network canvas');"
        " return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((value) => value > 0); }"
    )


def test_it_opens_on_who_met_whom_with_the_words(opened: Any) -> None:
    page = opened(gold_page())
    told = page.page.locator(".story > li", has_text="24 February 2022").first
    assert {"Raşid Meredow", "Kreýg Jenness"} <= set(told.locator(".cast button").all_inner_texts())
    assert "DUŞUŞDY" in told.locator("mark").inner_text()


def test_a_node_is_found_by_its_name_in_any_language(opened: Any, seeds_page: Page) -> None:
    page = opened(seeds_page)
    states = set()
    for typed in ("OSCE", "ÝHHG", "yhhg", "ОБСЕ", "обсе", "ЕҚЫҰ"):
        page.find(typed)
        states.add((page.state, page.heading()))
    assert states == {("thing=organisation/osce", "Organization for Security and Co-operation in Europe")}
    assert page.complaints == []


def test_search_shows_the_name_that_fits_and_names_that_sound_alike(opened: Any) -> None:
    names = {"ru": "Анна Петрова", "kk": "Әсел Нұрланқызы", "tk": "Aýna Çaryýewa"}
    page = opened(page_of("2021-03-04 visit in Oslo: Ann, Bob", names={"Ann": names}))
    shown = [
        ("ПЕТРОВ", "Анна Петрова"),
        ("нұрлан", "Әсел Нұрланқызы"),
        ("ayna caryyewa", "Aýna Çaryýewa"),
        ("Petrova", "Анна Петрова"),
    ]
    for typed, name in shown:
        page.page.fill("#query", typed)
        (found,) = page.page.locator("#results [role=option]").all()
        assert " ".join(found.inner_text().split()) == f"Ann {name}"
        found.click()
        assert page.heading() == "Ann"
        assert page.page.locator("#results [role=option]").count() == 0
    page.page.fill("#query", "Каренина")
    assert page.page.inner_text("#results") == "Nothing of this name"


def test_the_topics_beside_the_menus_tell_something(opened: Any) -> None:
    chips = opened(gold_page()).page.locator("button.chip").all_inner_texts()
    assert "Elections" in chips
    assert "Other" not in chips


def test_a_click_on_a_node_shows_the_words_that_tell_of_it(opened: Any) -> None:
    page = opened(page_of("2021-03-04 visit in Oslo: Ann, Bob, FUND", "2021-12-24 meeting: Cem, Dua"))
    page.click(*page.spot("person/ann"))
    assert page.heading() == "Ann"
    assert page.state == "thing=person/ann"
    assert "2021-03-04 visit in Oslo: Ann, Bob, FUND" in page.page.locator("#panel mark").all_inner_texts()
    assert "invented · 31 December 2021 · characters 0–40" in page.panel()
    page.button("Visit, 4 March 2021: Ann, Bob, FUND").first.click()
    assert {"Ann", "Bob", "FUND"} <= set(page.page.locator("#panel .facts button.thing").all_inner_texts())
    page.click(*page.spot("person/ann", 0, -70))
    assert page.heading() == "Who met whom", "a click on nothing chooses nothing"


def test_a_click_on_a_line_shows_the_words_that_tell_of_it(opened: Any) -> None:
    page = opened(page_of("2021-03-04 visit: Ann, chair Bob"))
    (x, y), (u, v) = page.spot("person/bob"), page.spot("event/e1")
    page.click((x + u) / 2, (y + v) / 2)
    assert page.state == "edge=person/bob event/e1".replace(" ", "+")
    assert "Chair" in page.panel()
    assert page.page.locator("#panel h2 button").all_inner_texts() == ["Bob", "Visit, 4 March 2021: Bob, Ann"]
    assert page.page.locator("#panel mark").first.inner_text() == "2021-03-04 visit: Ann, chair Bob"


def test_the_document_is_read_in_the_page(opened: Any) -> None:
    page = opened(gold_page())
    page.find("Alexei Gromov")
    page.button("Read the document").first.click()
    reading = page.page.get_by_role("dialog")
    assert reading.get_by_role("heading").first.inner_text() == "seed-001"
    assert "A meeting was held with the OSCE delegation" in reading.inner_text()
    assert reading.locator("mark.here").count() > 0
    assert reading.locator("mark").count() > 30
    page.page.keyboard.press("Escape")
    assert page.state == "thing=person/alexey-gromov"
    assert page.complaints == []


def test_back_and_forward(opened: Any) -> None:
    page = opened(page_of("2021-03-04 visit: Ann, Bob"))
    page.find("Ann")
    page.button("Visit, 4 March 2021: Ann, Bob").first.click()
    assert page.heading() == "Visit, 4 March 2021: Ann, Bob"
    page.page.go_back()
    assert page.heading() == "Ann"
    page.page.go_back()
    assert page.heading() == "Who met whom"
    page.page.go_forward()
    assert page.heading() == "Ann"
    assert page.state == "thing=person/ann"
    again = opened(page_of("2021-03-04 visit: Ann, Bob"), page.state)
    assert again.heading() == "Ann", "a view that was sent"
