"""Files become documents: text unchanged, items with dates, a language for each paragraph."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import load_all
from kg.read import read
from kg.read.items import items_of

ROOT = Path(__file__).parents[2]
LANGUAGES = load_all()
DATELESS = "The Minister met the Ambassador in the capital and they discussed trade."


def _items(text):
    return items_of(text, LANGUAGES)


FURNITURE = [(code, line) for code, language in LANGUAGES.items() for line in language.pages.lines]
LABELS = [label for language in LANGUAGES.values() for label in language.pages.labels]


@pytest.mark.parametrize(("code", "line"), FURNITURE, ids=[f"{c}.{x.example}" for c, x in FURNITURE])
def test_each_line_of_furniture_is_told_by_its_pattern(code, line):
    text = f"{DATELESS}\n{line.example}"
    (item,) = _items(text)
    written = [(text[p.start : p.end], p.lang, p.heading) for p in item.paragraphs]
    kept = [(line.example, code, True)] if line.kind == "source" else []
    assert written == [(DATELESS, "en", False), *kept]


@pytest.mark.parametrize("label", LABELS, ids=[x.example for x in LABELS])
def test_each_label_may_stand_on_a_dateline(label):
    (item,) = _items(f"{label.example}\n{DATELESS}")
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
    (item,) = _items(f"{line}\nHeadline of the text\n{DATELESS}")
    assert item.date == date


def test_a_page_of_several_items_is_cut_at_its_datelines():
    text = (
        "02 Dec\n\nA meeting took place\n\nOn November 29, 2022 a meeting was held in the ministry.\n\n"
        "10 July\nThe vote has ended\nBy 7 p.m. the voters had voted in all districts of the country.\n\n"
        "9-njy iýul\nMejlis geçirildi\n2024-nji ýylyň 9-njy iýulynda merkezi toparyň mejlisi geçirildi."
    )
    items = _items(text)
    assert [(i.date, i.lang, text[slice(*i.headline)]) for i in items] == [
        ("2022-12-02", "en", "A meeting took place"),
        ("2024-07-10", "en", "The vote has ended"),  # its year is the next item's: its own text has none
        ("2024-07-09", "tk", "Mejlis geçirildi"),
    ]


def test_headlines_above_datelines_belong_to_the_item_below():
    text = "First talks\n2 March 2022\nTalks were held.\n\nSecond talks\n4 March 2022\nTalks went on."
    assert [(text[slice(*i.headline)], i.date) for i in _items(text)] == [
        ("First talks", "2022-03-02"),
        ("Second talks", "2022-03-04"),
    ]


def test_a_text_before_the_first_dateline_is_an_item_of_its_own():
    text = (
        "The Minister met the Ambassador.\n\n2 March 2022\nTalks\nTalks were held.\n\n1 March 2022\nTrade\nGoods went."
    )
    assert [i.date for i in _items(text)] == [None, "2022-03-02", "2022-03-01"]


def test_of_two_days_above_the_text_the_page_has_the_one_without_a_time():
    (item,) = _items(f"Monday, 6 May 2024\n24 February 2022, 15:30\nHeadline of the text\n{DATELESS}")
    assert item.date == "2022-02-24"


def test_a_day_below_a_label_of_the_text_is_no_dateline():
    (item,) = _items(f"VIENNA, 3 May 2024 – A briefing will be held.\nWhen:\n15:00, Monday, 6 May 2024\n{DATELESS}")
    assert item.date == "2024-05-03"


def test_one_dateline_dates_the_whole_document():
    text = f"Press release\n\nA seminar was held\n\n21 June 2022\n\n{DATELESS}"
    (item,) = _items(text)
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
    ("3 марта 2023 года, министр принял посла.", None),
    ("Напомнив, что через месяц, 3 марта 2023 года, откроется форум, министр ушёл.", None),
    ("3 марта 2023 года Министр принял посла в 10:30.", None),
    ("It was on 3 March 2023 – the Ambassador left.", None),
]


@pytest.mark.parametrize(("body", "date"), OPENINGS)
def test_a_body_may_open_with_town_and_date(body, date):
    (item,) = _items(f"Press release\nA mission was opened\n{body} {DATELESS}")
    assert item.date == date


@pytest.mark.parametrize("day", ["29-njy aprelde", "5 мамырда", "2023 жылғы 5 мамырда"])
def test_a_day_alone_in_its_case_begins_the_sentence_below(day):
    text = f"{day}\nMinistrlikde mejlis geçirildi."
    (item,) = _items(text)
    assert (item.date, [text[p.start : p.end] for p in item.paragraphs]) == (None, [text])


def test_a_day_alone_above_a_line_of_the_page_begins_nothing():
    text = "29-njy aprelde\nPaýlaş\nMinistrlikde mejlis geçirildi."
    (item,) = _items(text)
    assert [text[p.start : p.end] for p in item.paragraphs] == ["29-njy aprelde", "Ministrlikde mejlis geçirildi."]


def test_an_ordinal_alone_begins_the_sentence_below():
    text = "23-nji\naprelde ministrlikde mejlis geçirildi."
    (item,) = _items(text)
    assert [text[p.start : p.end] for p in item.paragraphs] == [text]


def test_a_second_dateline_right_below_opens_no_item():
    (item,) = _items(f"21 June 2022\nUpdated: 22 June 2022\n{DATELESS}")
    assert item.date == "2022-06-21"


def test_history_is_no_year_of_the_day_of_writing():
    text = "Осло, 18 февраля. – Прибыла делегация. Первая прибыла 23 августа 2002 года."
    assert [i.date for i in _items(text)] == ["XXXX-02-18"]
    near = "Осло, 18 февраля. – Прибыла делегация. Первая прибыла 3 февраля 2002 года."
    assert [i.date for i in _items(near)] == ["2002-02-18"]


def test_the_day_on_which_something_began_is_no_year_of_the_day_of_writing():
    text = "Осло, 18 февраля. – Прибыла делегация. Отношения установлены 3 февраля 1992 года."
    assert [i.date for i in _items(text)] == ["XXXX-02-18"]


def test_a_year_that_nothing_tells_stays_unknown():
    assert [i.date for i in _items(f"2 March\n{DATELESS}\n\n1 March\n{DATELESS}")] == ["XXXX-03-02", "XXXX-03-01"]


def test_lines_wrapped_at_a_margin_are_one_paragraph():
    text = (
        "The Minister of Foreign Affairs of the country met the\nambassador of a neighbouring country in the capital "
        "city and\ndiscussed trade.\nA second paragraph follows here with its own words."
    )
    (item,) = _items(text)
    assert [text.count("\n", p.start, p.end) for p in item.paragraphs] == [2, 0]


def test_short_lines_take_the_language_of_their_letters_or_of_the_text_around():
    text = (
        "Қазақстан Республикасының Президенті кездесу өткізді және келіссөздер жүргізді.\nТалғат\nӘсел\nIOM\n"
        "Встреча с министром иностранных дел прошла в Минске."
    )
    (item,) = _items(text)
    assert [p.lang for p in item.paragraphs][:3] == ["kk", "kk", "kk"]
    assert item.paragraphs[-1].lang == "ru"
    assert item.lang == "kk"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Анна Ким, председатель Сената Олий Мажлиса, прибыла.", "ru"),
        ("Посол Чили Анна Берг прибыла.", "ru"),
        ("Председатель Сената Олий Мажлиса Узбекистана Танзила Ким прибыла. Олий Мажлис провёл встречу.", "ru"),
        ("Активно развиваются отношения между муниципалитетами.", "ru"),
        ("Ни к чему, кроме кровопролития, не приведёт и война с Пхеньяном.", "ru"),
        ("Министар се састао са амбасадором Норвешке у Београду.", "und"),
        ("Rector Anna Berg met Karl Lind.", "en"),
        ("Prezident Aman Amanow geldi.", "tk"),
        ("Hola, el rector Juan Gallo saluda a Pedro.", "und"),
        ("Qazaqstan Respýblıkasynyń mınıstri Ito Kita Túrkııa elshisimen kezdesip, saýda týraly aıtty.", "und"),
        ("Ўзбекистон Республикаси Бош вазирининг ўринбосари Ито Кита билан учрашув ўтказди.", "und"),
    ],
)
def test_a_text_of_names_is_in_the_language_of_its_other_words(text, lang):
    (item,) = _items(text)
    assert item.lang == lang


def test_a_long_line_without_the_letters_of_a_language_is_not_in_it():
    names = "Грамоты вручили посол Малайзии Мохамад бин Али, посол Катара Файсал бен Ханиф, посол Ирана Али Акбар."
    (item,) = _items(f"Церемония прошла в резиденции Президента.\n{names}\nОн пожелал послам успехов в работе.")
    assert [p.lang for p in item.paragraphs] == ["ru", "ru", "ru"]


def test_the_seeds_are_read_as_the_keys_say():
    for key in sorted((ROOT / "tests" / "gold").glob("seed-*.json")):
        gold = json.loads(key.read_text(encoding="utf-8"))
        path = ROOT / "seeds" / "documents" / gold["file"]
        document = read(path)
        assert (document.id, document.lang, document.published) == (path.stem, gold["lang"], gold["published"])
        assert len(document.text) == gold["chars"]
        if "items" in gold:
            assert [([i.start, i.end], i.date, i.lang) for i in document.items] == [
                (x["span"], x["date"], x["lang"]) for x in gold["items"]
            ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_the_text_is_kept_as_it_is(tmp_path, newline):
    text = f"  {DATELESS}{newline}{newline}\t{DATELESS} {newline}"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    document = read(path)
    assert document.text == text
    assert document.digest == hashlib.sha256(text.encode()).hexdigest()
    assert [text[p.start : p.end] for p in document.items[0].paragraphs] == [DATELESS, DATELESS]


LINES = st.lists(
    st.sampled_from(
        [
            "02 Dec",
            "10 July 2024",
            "24.02.2022",
            "",
            " ",
            "Headline",
            DATELESS,
            "364",
            "Источник: a.kz",
            "Встреча.",
            "İ\x00",
        ]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\x85"]))
def test_items_and_paragraphs_lie_in_order_and_within(lines, newline):
    text = newline.join(lines)
    if not text.strip():
        return
    items = _items(text)
    assert items
    assert all(a.end <= b.start for a, b in pairwise(items))
    for item in items:
        inside = [(p.start, p.end) for p in item.paragraphs]
        assert all(item.start <= a < b <= item.end for a, b in inside)
        assert all(a[1] <= b[0] for a, b in pairwise(inside))


def test_english_with_letters_of_another_alphabet_is_english():
    line = "The talks with the delegation of Qatar were put off at the request of the Qatari side until Monday.\n"
    (item,) = items_of(line, LANGUAGES)
    assert [p.lang for p in item.paragraphs] == ["en"]


def test_a_source_is_in_the_language_of_its_words_not_of_its_label():
    (item,) = items_of(
        "Сарапшылар кеңесті ашты.\nФото: Чили Республикасы үкіметінің төтенше жағдайлар комитеті", LANGUAGES
    )
    assert [p.lang for p in item.paragraphs] == ["kk", "kk"]


def test_a_single_name_with_the_letters_of_another_language_tells_nothing():
    text = (
        "Глава государства Касым-Жомарт Ким принял председателя правления АО «Самрук-Қазына» Нурлана Иванова.\n"
        "Об этом сообщила пресс-служба ведомства, встреча прошла в столице."
    )
    (item,) = _items(text)
    assert [p.lang for p in item.paragraphs] == ["ru", "ru"]


@pytest.mark.parametrize(("below", "heading"), [("«The forum is open.»", False), ("Anna Kim", True)])
def test_a_line_that_leads_to_direct_speech_is_no_heading(below, heading):
    (item,) = _items(f"Headline of the text\n{DATELESS}\nThe minister told the forum:\n{below}")
    assert item.paragraphs[2].heading is heading
