"""Each rule of each language reads its own example; figures that are no dates are left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import find_dates, find_times
from kg.language import load_all

LANGUAGES = load_all()
REFERENCE = "2022-06-15"  # a Wednesday; the examples in the language files are read on it


def _spans(text, code, reference=REFERENCE):
    return find_dates(text, 0, len(text), LANGUAGES[code], reference)


def _iso(found):
    return found.iso if found.iso_end is None else f"{found.iso}/{found.iso_end}"


RULES = [(code, rule) for code, language in LANGUAGES.items() for rule in language.dates.rules]
RELATIVES = [(code, words) for code, language in LANGUAGES.items() for words in language.dates.relatives]
TIMES = [(code, rule) for code, language in LANGUAGES.items() for rule in language.dates.times]
NONE = [(code, none.example) for code, language in LANGUAGES.items() for none in language.dates.none]


@pytest.mark.parametrize(("code", "rule"), RULES, ids=[f"{c}.{r.name}" for c, r in RULES])
def test_each_rule_reads_its_example(code, rule):
    (found,) = _spans(rule.example, code)
    assert (_iso(found), found.kind, found.rule) == (rule.means, rule.kind, f"{code}.{rule.name}")


@pytest.mark.parametrize(("code", "words"), RELATIVES, ids=[f"{c}.{r.words}" for c, r in RELATIVES])
def test_each_relative_word_reads_its_example(code, words):
    (found,) = _spans(words.example, code)
    assert (_iso(found), found.relative) == (words.means, True)


@pytest.mark.parametrize(("code", "rule"), TIMES, ids=[f"{c}.{r.name}" for c, r in TIMES])
def test_each_time_rule_reads_its_example(code, rule):
    (found,) = find_times(rule.example, 0, len(rule.example), LANGUAGES[code])
    assert (found.time, found.rule) == (rule.means, f"{code}.{rule.name}")


@pytest.mark.parametrize(("code", "text"), NONE)
def test_what_is_no_date_is_left_alone(code, text):
    assert _spans(text, code) == []
    assert find_times(text, 0, len(text), LANGUAGES[code]) == []


CASES = [
    ("en", "from 28 to 30 November 2022", "2022-11-28/2022-11-30"),
    ("en", "28-30 November 2022", "2022-11-28/2022-11-30"),
    ("en", "between December 30, 2022 and January 2, 2023", "2022-12-30/2023-01-02"),
    ("en", "December 30 to January 2, 2023", "2022-12-30/2023-01-02"),
    ("en", "NOVEMBER 29, 2022", "2022-11-29"),
    ("en", "21 June 2022", "2022-06-21"),
    ("en", "13 May", "2022-05-13"),
    ("en", "29\nNovember 2022", "2022-11-29"),
    ("en", "September 5th", "2022-09-05"),
    ("en", "Sept. 5, 2021", "2021-09-05"),
    ("tk", "6-njy iýunda", "2022-06-06"),
    ("tk", "2020–nji ýylyň 18–nji dekabrynda", "2020-12-18"),
    ("kk", "2020–шы жылы", "2020"),
    ("tk", "28-nji noýabrdan 2-nji dekabra çenli", "2022-11-28/2022-12-02"),
    ("tk", "2021-nji ýylyň 4-nji maýyndan", "2021-05-04"),
    ("tk", "2021-NJI ÝYLYŇ 4-NJI IÝUNYNDA", "2021-06-04"),
    ("tk", "28-nji we 29-njy noýabrda", "2022-11-28/2022-11-29"),
    ("tk", "2023-nji ýylyň 26-njy martyndaky saýlawlar", "2023-03-26"),
    ("tk", "3-nji maýda", "2022-05-03"),
    ("kk", "2023 жылдың 14 сәуірінде", "2023-04-14"),
    ("kk", "2022 жылғы 28 қарашадан 2 желтоқсанға дейін", "2022-11-28/2022-12-02"),
    ("kk", "осы жылғы 20 қарашада", "2022-11-20"),
    ("kk", "2023 ж. 14 сәуір", "2023-04-14"),
    ("kk", "14-сәуір", "2022-04-14"),
    ("kk", "2022 жылғы Достастық төрағалығы", "2022"),
    ("ru", "с 28 по 30 ноября 2022 года", "2022-11-28/2022-11-30"),
    ("ru", "28 и 29 ноября", "2022-11-28/2022-11-29"),
    ("ru", "24.02.2022 г.", "2022-02-24"),
    ("ru", "с 30 декабря 2022 года по 2 января 2023 года", "2022-12-30/2023-01-02"),
    ("ru", "1 мая 2023", "2023-05-01"),
    ("ru", "к марту 2023 года", "2023-03"),
    ("ru", "12 июля", "2022-07-12"),
    ("ru", "в понедельник, 6 марта 2023 года", "2023-03-06"),
    ("tk", "6-njy martda, duşenbe güni", "2022-03-06"),
    ("tk", "2021 ýylyň 4-nji maýy", "2021-05-04"),
    ("kk", "қараша айының 20-сы", "2022-11-20"),
    ("kk", "қазан айының 26 күні", "2022-10-26"),
    ("kk", "қыркүйектің 14-15 күндері", "2022-09-14/2022-09-15"),
    ("kk", "қазанның 3-і мен 5-і аралығында", "2022-10-03/2022-10-05"),
    ("kk", "сейсенбіде кездесті", "2022-06-14"),
    ("kk", "алдағы аптада", "2022-06-20/2022-06-26"),
    ("kk", "1 – 3 маусым 2023 ж.", "2023-06-01/2023-06-03"),
    ("tk", "düýn – 6-njy iýunda", "2022-06-06"),
    ("kk", "комиссиясы19 наурызда", "2022-03-19"),
    ("tk", "topary19-njy martda", "2022-03-19"),
    ("ru", "комиссия19 марта", "2022-03-19"),
    ("en", "Commission19 March", "2022-03-19"),
    ("kk", "3, 4 және 5 мамырда", "2022-05-03/2022-05-05"),
    ("kk", "19-21-наурызда", "2022-03-19/2022-03-21"),
    ("kk", "20 және 23 мамырда", "2022-05-20"),
    ("kk", "мамыр айының 20-сы мен 23-і күндері", "2022-05-20"),
    ("kk", "осы айдың 20 және 23 күндері", "2022-06-20"),
    ("kk", "20 мен 23 мамыр аралығында", "2022-05-20/2022-05-23"),
    ("kk", "6 және 7 мамырда", "2022-05-06/2022-05-07"),
    ("tk", "20-nji we 23-nji maýda", "2022-05-20"),
    ("tk", "maýyň 20-si we 23-i günleri", "2022-05-20"),
    ("kk", "19 наурыздан бастап 2 сәуірге дейін", "2022-03-19/2022-04-02"),
    ("kk", "2023-жылғы 19-ы наурызда", "2023-03-19"),
    ("kk", "2023, 19 наурыз", "2023-03-19"),
    ("kk", "наурыздың 19 жұлдызында", "2022-03-19"),
    ("kk", "ертең, 19 маусымда", "2022-06-19"),
    ("kk", "өткен аптада, 2022 жылғы 17 мамырда", "2022-05-17"),
    ("tk", "oktýabryň 5-i bilen 7-si aralygynda", "2022-10-05/2022-10-07"),
    ("tk", "oktýabr aýynyň 5-inden 7-sine çenli", "2022-10-05/2022-10-07"),
    ("tk", "2023-nji ýylyň 3-nden 5-nji maýyna çenli", "2023-05-03/2023-05-05"),
    ("tk", "3-nji, 4-nji we 5-nji maýda", "2022-05-03/2022-05-05"),
    ("tk", "düýn, 3-nji maýda", "2022-05-03"),
    ("tk", "19-njy hem-de 20-nji aprelde", "2022-04-19/2022-04-20"),
    ("ru", "5-го и 6-го октября", "2022-10-05/2022-10-06"),
    ("ru", "24.2.2022", "2022-02-24"),
    ("ru", "вчера (14 июня)", "2022-06-14"),
    ("en", "24.2.2022", "2022-02-24"),
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_wordings(code, text, expected):
    assert [_iso(found) for found in _spans(text, code)] == [expected]


def test_a_full_stop_behind_a_months_name_ends_the_sentence():
    assert [d.text for d in _spans("ОШ. 6 маусым. Елші келді.", "kk")] == ["6 маусым"]
    assert [d.text for d in _spans("On 6 Nov. the envoy left.", "en")] == ["6 Nov."]


def test_the_day_behind_a_dateline_ends_no_range():
    found = _spans("Aşgabat, 2020-nji ýylyň 1-nji maýy – 30-njy aprelde ministr ilçini kabul etdi.", "tk", "2020-05-01")
    assert [_iso(d) for d in found] == ["2020-05-01", "2020-04-30"]


def test_a_left_out_year_is_the_nearest_to_the_reference():
    assert _spans("28 December", "en", "2023-01-05")[0].iso == "2022-12-28"
    assert _spans("15 March", "en", "2022-12-20")[0].iso == "2023-03-15"
    assert _spans("15 March", "en", "2022")[0].iso == "2022-03-15"


def test_without_a_reference_the_year_stays_unknown():
    (found,) = _spans("şu ýylyň 20-nji awgustynda", "tk", None)
    assert (found.iso, found.relative) == ("XXXX-08-20", True)
    assert _spans("28 November - 2 December", "en", None)[0].iso_end == "XXXX-12-02"
    assert _spans("yesterday, this year", "en", None) == []


def test_yesterday_behind_the_dash_of_a_dateline_is_not_the_day_of_the_dateline():
    found = _spans("OSLO, 2 March 2022 – Yesterday the minister left.", "en")
    assert [d.iso for d in found] == ["2022-03-02", "2022-06-14"]


def test_two_dates_in_one_sentence_stay_two():
    text = "12 марта 2023 года и в апреле 2024 года"
    assert [found.iso for found in _spans(text, "ru")] == ["2023-03-12", "2024-04"]


def test_both_times_of_a_range_are_found():
    text = "15:00-17:30"
    assert [found.time for found in find_times(text, 0, len(text), LANGUAGES["en"])] == ["15:00", "17:30"]


def test_only_the_given_span_is_read():
    text = "on 1 March 2022, on 2 April 2023"
    assert [found.iso for found in find_dates(text, 17, len(text), LANGUAGES["en"], None)] == ["2023-04-02"]


PIECES = st.lists(st.sampled_from([r.example for _, r in RULES] + [t for _, t in NONE] + ["\n", " 9", ".", "-"]))


@given(PIECES, st.sampled_from(sorted(LANGUAGES)), st.sampled_from([None, "2022", "2022-06", REFERENCE]))
def test_offsets_hold_and_spans_never_overlap(pieces, code, reference):
    text = " ".join(pieces)
    found = _spans(text, code, reference)
    assert all(text[f.start : f.end] == f.text for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
