"""Dates of a document are read against the document's own time."""

from __future__ import annotations

from kg.annotate.dates import find_date_mentions
from kg.annotate.sentences import split
from kg.language import load_all
from kg.model import Document, Item, Paragraph

LANGUAGES = load_all()


def _mentions(text, lang, date=None):
    item = Item(0, len(text), lang, date, None, (Paragraph(0, len(text), lang),))
    document = Document("d", text, "", lang, None, (item,))
    return find_date_mentions(document, split(document, LANGUAGES), LANGUAGES)


def test_this_year_is_that_of_the_items_date():
    (found,) = _mentions("The vote will be held on September 23 of this year.", "en", "2022-12-02")
    assert (found.iso, found.relative, found.sentence) == ("2022-09-23", True, 0)


def test_without_a_date_the_first_date_with_a_year_counts():
    text = "2021-nji ýylyň 3-nji fewralynda duşuşyk geçirildi. Saýlaw şu ýylyň 5-nji martynda geçiriler."
    assert [(m.iso, m.sentence) for m in _mentions(text, "tk")] == [("2021-02-03", 0), ("2021-03-05", 1)]


def test_a_plans_years_are_no_reference():
    text = "План на 2021–2025 годы обсуждён. Встреча прошла 5 марта."
    assert [(m.iso, m.kind) for m in _mentions(text, "ru")] == [("2021", "period"), ("XXXX-03-05", "date")]


def test_a_later_date_is_no_reference_for_this_year():
    text = "2021 жылғы төрағалық. Кеңес ағымдағы жылғы қызметін қорытындылады. Отырыс 2022 жылғы 5 мамырда өтеді."
    assert [m.iso for m in _mentions(text, "kk")] == ["2021", "2021", "2022-05-05"]


def test_a_year_before_any_release_is_no_reference_for_other_days():
    text = "Сегодня, 15 июня, ректор принял посла. Посол передала пожелания президента, окончившего вуз в 1978 году."
    assert "XXXX-06-15" in [d.iso for d in _mentions(text, "ru")]


def test_a_month_of_history_is_no_reference_for_other_days():
    text = "Он прибудет 30 марта. Так сообщило агентство. Созданный в октябре 2009 года совет собирается ежегодно."
    assert [m.iso for m in _mentions(text, "ru")] == ["XXXX-03-30", "2009-10"]


def test_a_day_of_history_is_no_reference_for_today():
    text = (
        "The sides met. They spoke of trade. The 23rd session was held on 14 September 2018. Today's meeting paved it."
    )
    assert [m.iso for m in _mentions(text, "en")] == ["2018-09-14"]


def test_the_last_week_of_a_month_is_not_the_last_week():
    text = "The session was held during the last week of November 2021, the next one last week."
    assert [m.iso for m in _mentions(text, "en", "2023-01-19")] == ["2021-11", "2023-01-09"]


def test_a_month_told_behind_a_day_without_a_year_is_no_reference_for_it():
    text = "Mejlis 21-nji noýabrda geçirildi. Gatnaşyklar 1992-nji ýylyň oktýabrynda ýola goýuldy."
    assert [m.iso for m in _mentions(text, "tk")] == ["XXXX-11-21", "1992-10"]


def test_a_day_of_history_told_behind_a_day_without_a_year_is_no_reference_for_it():
    text = "5 қазанда министр келді. Мұндай кездесу 2018 жылғы 3 наурызда өткен."
    assert [m.iso for m in _mentions(text, "kk")] == ["XXXX-10-05", "2018-03-03"]


def test_the_day_on_which_something_began_is_no_reference():
    text = "The Minister left. On 5 October he met the envoy. Relations were established on 4 October 1992."
    assert [m.iso for m in _mentions(text, "en")] == ["XXXX-10-05", "1992-10-04"]
    later = "The Minister left. On 5 October he met the envoy. The session will open on 14 October 2024."
    assert [m.iso for m in _mentions(later, "en")] == ["2024-10-05", "2024-10-14"]


def test_where_heads_stand_last_only_what_is_to_come_gives_its_year_to_a_day_before_it():
    text = "15 желтоқсанда форум өтті. Ол жайлы айтылды. 1991 жылғы 16 желтоқсанда Тәуелсіздік жарияланды."
    assert [m.iso for m in _mentions(text, "kk")] == ["XXXX-12-15", "1991-12-16"]
    text = "15 желтоқсанда форум өтті. Ол жайлы айтылды. Сайлау 2022 жылғы 26 желтоқсанда өтеді."
    assert [m.iso for m in _mentions(text, "kk")] == ["2022-12-15", "2022-12-26"]
    text = "15-nji dekabrda forum geçirildi. Ol barada aýdyldy. Ylalaşyga 2022-nji ýylyň 15-nji dekabrynda gol çekildi."
    assert [m.iso for m in _mentions(text, "tk")] == ["2022-12-15", "2022-12-15"]


def test_a_day_told_in_the_pluperfect_is_no_reference():
    text = "2-nji dekabrda maslahat geçirildi. 2020-nji ýylyň 12-nji dekabrynda Bitaraplygyň 25 ýyllygy bellenilipdi."
    assert [m.iso for m in _mentions(text, "tk")] == ["XXXX-12-02", "2020-12-12"]
    text = "Ошта 2 желтоқсанда форум өтті. Ол жайлы айтылды. 2020 жылғы 12 желтоқсанда форум Таразда өткен болатын."
    assert [m.iso for m in _mentions(text, "kk")] == ["XXXX-12-02", "2020-12-12"]


def test_a_year_alone_is_no_reference_for_days():
    text = "2023-nji ýylda saýlawlar geçiriler. 23-nji sentýabrda geçirilen maslahatda bu barada aýdyldy."
    assert [m.iso for m in _mentions(text, "tk")] == ["2023", "XXXX-09-23"]
    assert [m.iso for m in _mentions("2023 жылы Ошта 5 мамырда форум өтті.", "kk")] == ["2023", "2023-05-05"]


def test_next_week_is_not_told_from_a_day_told_later():
    text = "Отырыс келесі аптаға ауыстырылды. Ол 2024 жылғы 3 маусымда өтеді."
    assert [m.iso for m in _mentions(text, "kk")] == ["2024-06-03"]
