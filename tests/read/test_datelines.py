"""Datelines: which lines are a page's, which tell its day, and of which item."""

from __future__ import annotations

import pytest

from tests.read.pages import DATELESS, items_in
from tests.texts import LANGUAGES

FURNITURE = [(code, line) for code, language in LANGUAGES.items() for line in language.pages.lines]
LABELS = [label for language in LANGUAGES.values() for label in language.pages.labels]


@pytest.mark.parametrize(("code", "line"), FURNITURE, ids=[f"{c}.{x.example}" for c, x in FURNITURE])
def test_each_line_of_furniture_is_told_by_its_pattern(code, line):
    text = f"{DATELESS}\n{line.example}"
    (item,) = items_in(text)
    written = [(text[p.start : p.end], p.lang, p.heading) for p in item.paragraphs]
    kept = [(line.example, code, True)] if line.kind == "source" else []
    assert written == [(DATELESS, "en", False), *kept]


@pytest.mark.parametrize("label", LABELS, ids=[x.example for x in LABELS])
def test_each_label_may_stand_on_a_dateline(label):
    (item,) = items_in(f"{label.example}\n{DATELESS}")
    assert item.date == "2022-02-24"


DATELINES = [
    ("02 Dec", "XXXX-12-02"),
    ("21 June 2022", "2022-06-21"),
    ("24.02.2022", "2022-02-24"),
    ("24.02.2022, 15:30", "2022-02-24"),
    ("12-nji mart", "XXXX-03-12"),
    ("12-nji mart 2023", "2023-03-12"),
    ("14 сәуір 2023", "2023-04-14"),
    ("24 февраля 2022 г.", "2022-02-24"),
    ("Tuesday, 29 November 2022", "2022-11-29"),
    ("Ashgabat, 24 February 2022", "2022-02-24"),
    ("24 ақпан 2022, 10:15 | Саясат", "2022-02-24"),
    ("Сұхбат 2916 12 пікір 24 ақпан, 2022 сағат 09:40", "2022-02-24"),
    ("24 февраля 2022, 12:33 Мск", "2022-02-24"),
    ("24 February 2022, 15:30 (GMT+5)", "2022-02-24"),
    ("24 марта, 2023 г., вторник", "2023-03-24"),
    ("24 Mar 2023 | Press Release", "2023-03-24"),
    ("Президент • 24 Наурыз, 2023", "2023-03-24"),
    ("2023-03-14T10:00:00+05:00", "2023-03-14"),
    ("24 Şubat 2022", "2022-02-24"),
    ("Perşembe, 24 ŞUBAT 2022, 10:15", "2022-02-24"),
    ("Şubat 24, 2022", "2022-02-24"),
    ("24 de febrero de 2022", "2022-02-24"),
    ("2022-yil 24-fevral", "2022-02-24"),
    ("31 Şubat 2022", None),
    ("24 Şubat 2022 Anna Lind", None),
    ("24.2.2022", "2022-02-24"),
    ("2022/02/24", "2022-02-24"),
    ("2022-nji ýylyň 24-nji fewraly, penşenbe güni", "2022-02-24"),
    ("Астана қ., 24 ақпан 2022 жыл", "2022-02-24"),
    ("The meeting of 24 February 2022", None),
    ("24 February 2022 in Ashgabat", None),
    ("24 February 2022 Ashgabat", None),
    ("March 2023", None),
    ("Constituency 12", None),
    ("24 February 2022 and 25 March 2022", None),
]


@pytest.mark.parametrize(("line", "date"), DATELINES)
def test_datelines(line, date):
    (item,) = items_in(f"{line}\nHeadline of the text\n{DATELESS}")
    assert item.date == date


def test_a_page_of_several_items_is_cut_at_its_datelines():
    text = (
        "02 Dec\n\nA meeting took place\n\nOn November 29, 2022 a meeting was held in the ministry.\n\n"
        "10 July\nThe vote has ended\nBy 7 p.m. the voters had voted in all districts of the country.\n\n"
        "9-njy iýul\nMejlis geçirildi\n2024-nji ýylyň 9-njy iýulynda merkezi toparyň mejlisi geçirildi."
    )
    items = items_in(text)
    assert [(i.date, i.lang, text[slice(*i.headline)]) for i in items] == [
        ("2022-12-02", "en", "A meeting took place"),
        ("2024-07-10", "en", "The vote has ended"),  # its year is the next item's: its own text has none
        ("2024-07-09", "tk", "Mejlis geçirildi"),
    ]


def test_headlines_above_datelines_belong_to_the_item_below():
    text = "First talks\n2 March 2022\nTalks were held.\n\nSecond talks\n4 March 2022\nTalks went on."
    assert [(text[slice(*i.headline)], i.date) for i in items_in(text)] == [
        ("First talks", "2022-03-02"),
        ("Second talks", "2022-03-04"),
    ]


def test_a_text_before_the_first_dateline_is_an_item_of_its_own():
    text = (
        "The Minister met the Ambassador.\n\n2 March 2022\nTalks\nTalks were held.\n\n1 March 2022\nTrade\nGoods went."
    )
    assert [i.date for i in items_in(text)] == [None, "2022-03-02", "2022-03-01"]


def test_of_two_days_above_the_text_the_page_has_the_one_without_a_time():
    (item,) = items_in(f"Monday, 6 May 2024\n24 February 2022, 15:30\nHeadline of the text\n{DATELESS}")
    assert item.date == "2022-02-24"


def test_a_day_below_a_label_of_the_text_is_no_dateline():
    (item,) = items_in(f"VIENNA, 3 May 2024 – A briefing will be held.\nWhen:\n15:00, Monday, 6 May 2024\n{DATELESS}")
    assert item.date == "2024-05-03"


def test_one_dateline_dates_the_whole_document():
    text = f"Press release\n\nA seminar was held\n\n21 June 2022\n\n{DATELESS}"
    (item,) = items_in(text)
    assert (item.date, text[slice(*item.headline)]) == ("2022-06-21", "A seminar was held")


OPENINGS = [
    ("VIENNA, 3 March 2023 – The Office opened a mission.", "2023-03-03"),
    ("Nur-Sultan, September 5, 2021 - The Centre held a seminar.", "2021-09-05"),
    ("АСТАНА, 14 наурыз 2023 (ҚазАқпарат) – Министр елшімен кездесті.", "2023-03-14"),
    ("Ashgabat, 3 March 2023 was the day of the talks.", None),
    ("Осло қ., 2023 жылғы 3 наурыз. Министр келді.", "2023-03-03"),
    ("OSLO — 2023-nji ýylyň 3-nji marty. Ministr geldi.", "2023-03-03"),
    ("Oslo, 3-nji mart (TDH). Ministr geldi.", "XXXX-03-03"),
    ("(Oslo, 3-nji mart, 2023) Ministr geldi.", "2023-03-03"),
    ("2023 жыл 3 наурыз. Министр келді.", "2023-03-03"),
    ("3 March 2023 – The minister came.", "2023-03-03"),
    ("3 March – The day of writers.", None),
    ("3 марта 2023 года, Минск /Корр. Вестника/. Министр принял посла.", "2023-03-03"),
    ("Женева (3 марта 2023 г.) – Открылась сессия.", "2023-03-03"),
    ("(Бишкек, 3 марта 2023 г.) – Открылась сессия.", "2023-03-03"),
    ("г. Вена, 3 марта 2023 г. – Открылась сессия.", "2023-03-03"),
    ("10:30, 3 марта 2023, Бишкек - Новости", "2023-03-03"),
    ("3 марта 2023, 10:30, Вестник (KG)", "2023-03-03"),
    ("Осло - 3 марта «Вестник.com». Министр принял посла.", "XXXX-03-03"),
    ("3 марта 2023 года, министр принял посла.", None),
    ("Напомнив, что через месяц, 3 марта 2023 года, откроется форум, министр ушёл.", None),
    ("3 марта 2023 года Министр принял посла в 10:30.", None),
    ("It was on 3 March 2023 – the Ambassador left.", None),
]


@pytest.mark.parametrize(("body", "date"), OPENINGS)
def test_a_body_may_open_with_town_and_date(body, date):
    (item,) = items_in(f"Press release\nA mission was opened\n{body} {DATELESS}")
    assert item.date == date


@pytest.mark.parametrize("day", ["29-njy aprelde", "5 мамырда", "2023 жылғы 5 мамырда"])
def test_a_day_alone_in_its_case_begins_the_sentence_below(day):
    text = f"{day}\nMinistrlikde mejlis geçirildi."
    (item,) = items_in(text)
    assert (item.date, [text[p.start : p.end] for p in item.paragraphs]) == (None, [text])


def test_a_day_alone_above_a_line_of_the_page_begins_nothing():
    text = "29-njy aprelde\nPaýlaş\nMinistrlikde mejlis geçirildi."
    (item,) = items_in(text)
    assert [text[p.start : p.end] for p in item.paragraphs] == ["29-njy aprelde", "Ministrlikde mejlis geçirildi."]


def test_an_ordinal_alone_begins_the_sentence_below():
    text = "23-nji\naprelde ministrlikde mejlis geçirildi."
    (item,) = items_in(text)
    assert [text[p.start : p.end] for p in item.paragraphs] == [text]


def test_a_second_dateline_right_below_opens_no_item():
    (item,) = items_in(f"21 June 2022\nUpdated: 22 June 2022\n{DATELESS}")
    assert item.date == "2022-06-21"


def test_history_is_no_year_of_the_day_of_writing():
    text = "Осло, 18 февраля. – Прибыла делегация. Первая прибыла 23 августа 2002 года."
    assert [i.date for i in items_in(text)] == ["XXXX-02-18"]
    near = "Осло, 18 февраля. – Прибыла делегация. Первая прибыла 3 февраля 2002 года."
    assert [i.date for i in items_in(near)] == ["2002-02-18"]


def test_the_day_on_which_something_began_is_no_year_of_the_day_of_writing():
    text = "Осло, 18 февраля. – Прибыла делегация. Отношения установлены 3 февраля 1992 года."
    assert [i.date for i in items_in(text)] == ["XXXX-02-18"]


def test_a_year_that_nothing_tells_stays_unknown():
    assert [i.date for i in items_in(f"2 March\n{DATELESS}\n\n1 March\n{DATELESS}")] == ["XXXX-03-02", "XXXX-03-01"]
