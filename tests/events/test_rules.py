"""Properties of the events of a document, and the cost of reading them."""

from __future__ import annotations

import time
import tomllib

import pytest

from kg.build import reader
from kg.interpret.days import to_come
from kg.interpret.events import read_events
from kg.interpret.events.coreference.conflicts import CONFLICTS
from kg.interpret.events.coreference.draft import long_before
from kg.interpret.events.coreference.telling import RULES
from kg.model import DateMention
from tests.events.marked import CASES, LANGUAGES, read
from tests.texts import document, spoken_of

LINES = {
    "tk": "[Ministr Gurban Amanow]{{p{n} nom}} 2024-nji ýylyň 5-nji maýynda [ilçi Anna Şmid]{{p{m} nom}} bilen "
    "duşuşdy.",
    "kk": "[Министр Ерлан Досов]{{p{n} nom}} 2024 жылғы 5 мамырда [елші Анна Шмидпен]{{p{m} ins}} кездесті.",
    "ru": "[Министр Иван Громов]{{p{n} nom}} 5 мая 2024 года встретился с [послом Анной Шмид]{{p{m} ins}}.",
    "en": "[Minister John Gray]{{p{n}}} met with [Ambassador Anna Schmid]{{p{m}}} on 5 May 2024.",
}


@pytest.mark.parametrize("lang", sorted(LINES))
def test_people_of_one_event_are_not_those_of_another(lang):
    text = "\n".join(LINES[lang].format(n=2 * i, m=2 * i + 1) for i in range(6))
    events = read(text, lang)
    assert [sorted(e.attended_by) for e in events] == [[f"p{2 * i}", f"p{2 * i + 1}"] for i in range(6)]
    assert [e.id for e in events] == [f"e{i}" for i in range(1, 7)]
    assert {e.start for e in events} == {"2024-05-05"}


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_evidence_trigger_and_links_hold_in_every_case(path):
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
        events = read(case["text"], path.stem, case.get("published"))
        ids = [e.id for e in events]
        for event in events:
            assert event.evidence
            assert list(event.evidence) == sorted(event.evidence, key=lambda e: e.start)
            assert any(event.trigger in e.text for e in event.evidence)
            assert event.rule in {"signing", *(name for name, _ in RULES)}
            assert event.part_of is None or event.part_of in ids
            assert set(event.chaired_by) <= set(event.attended_by)
            assert not set(event.invited) & set(event.attended_by)
        assert sum(e.salience == "main" for e in events) <= 1


def test_rules_and_conflicts_have_names_of_their_own():
    for table in (RULES, CONFLICTS):
        names = [name for name, _ in table]
        assert len(names) == len(set(names))


def test_reading_is_the_same_every_time():
    text = "\n".join(LINES["en"].format(n=i, m=i + 1) for i in range(5))
    assert read(text, "en") == read(text, "en")


@pytest.mark.parametrize("lang", sorted(LINES))
def test_a_long_sentence_costs_in_proportion_to_its_length(lang):
    """A list of 8 times as many people may take 8 times as long, with room for noise, and not 64 times."""
    line = LINES[lang].format(n=1, m=2)
    name = "[Anna Schmid]{{p{n} nom}}, "

    def seconds(size):
        text = "".join(name.format(n=i) for i in range(10, 10 + size)) + line
        start = time.process_time()
        read(text, lang)
        return time.process_time() - start

    seconds(50)
    assert seconds(1600) < 30 * seconds(200)


@pytest.mark.parametrize(
    ("text", "rule", "iso", "day"),
    [
        ("1 October", "en.day-month", "2023-10-01", "2024-10-01"),
        ("1 October last year", "en.day-month-relative-year", "2023-10-01", "2023-10-01"),
        ("1 October 2023", "en.day-month", "2023-10-01", "2023-10-01"),
        ("1 February", "en.day-month", "2024-02-01", "2024-02-01"),
        ("Friday", "en.weekday", "2024-03-08", "2024-03-15"),
    ],
)
def test_a_day_of_what_is_to_come_is_that_of_next_year_where_the_last_is_long_past(text, rule, iso, day):
    told = DateMention(0, len(text), text, "en", 0, rule, iso, relative=True)
    assert to_come(told, "2024-03-10", "2024-03-10") == day


def test_languages_are_those_of_the_cases():
    assert sorted(path.stem for path in CASES.glob("*.toml")) == sorted(LANGUAGES)


def test_states_that_own_a_summit_take_part():
    text = "Gürjüstanyň, Wengriýanyň we Italiýanyň birinji üçtaraplaýyn sammiti Bakuda geçirildi.\n"
    document_, annotations, cast = spoken_of(document(text, "tk"))
    (event,) = read_events(document_, annotations, cast, LANGUAGES)
    names = {o.id: o.name for o in cast.organisations}
    assert [names[i] for i in event.attended_by] == ["Gürjüstan", "Wengriýa", "Italiýa"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Главы Чили Марко Диасов и Перу Иван Громов поговорили по телефону.\n", ["Марко Диасов", "Иван Громов"]),
        ("Министр финансов Чили Э.Азимова и посол Иван Громов посетили Минск.\n", ["Э.Азимова", "Иван Громов"]),
    ],
)
def test_russian_names_that_look_oblique_act_where_their_titles_do(text, names):
    document_, annotations, cast = spoken_of(document(text, "ru"))
    (event,) = read_events(document_, annotations, cast, LANGUAGES)
    found = {p.id: p.name for p in cast.persons}
    assert [found[i][:6] for i in event.attended_by] == [name[:6] for name in names]


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("Reforms under the leadership of President Karl Berg were praised at the reception in Oslo on 5 May.", False),
        ("A delegation under the leadership of President Karl Berg met the deputies in Oslo on 5 May.", True),
    ],
)
def test_praise_of_a_leader_is_no_delegation(text, headed):
    roles = reader().read_document(document(text, "en")).roles
    assert ("head-of-delegation" in {role.post for role in roles}) == headed


def test_a_body_and_its_head_hold_the_same_meetings():
    text = (
        "On 25 October 2024, the Central Election Commission held meetings attended by observers. "
        "The Chairperson of the Commission, Arman Bekov, met with the Minister of Justice Olga Kim."
    )
    parts = spoken_of(document(text, "en"))
    events = read_events(*parts, LANGUAGES)
    assert [e.start for e in events] == ["2024-10-25"]
    names = {p.id: p.name for p in parts[2].persons}
    assert {names[i] for i in events[0].attended_by if i in names} == {"Arman Bekov", "Olga Kim"}


def test_what_somebody_spoken_of_took_part_in_is_another_meeting():
    text = (
        "On November 13, 2018, Foreign Minister Anna Berg met Chilean delegation headed by Karl Holm, Deputy Director "
        "of the Asian Department of the Foreign Ministry, who took part in the consultative meeting between the "
        "Foreign Ministries of Norway and Chile, and exchanged views on trade."
    )
    parts = spoken_of(document(text, "en"))
    persons = {p.id for p in parts[2].persons}
    assert [persons <= set(e.attended_by) for e in read_events(*parts, LANGUAGES)] == [True, False]


def test_the_name_of_a_ceremony_holds_the_event_whose_it_is():
    text = "On 12 May 2025, the Ministry of Justice hosted the opening ceremony of the regional training in Osh."
    events = read_events(*spoken_of(document(text, "en")), LANGUAGES)
    assert [e.name for e in events] == ["opening ceremony of the regional training"]


@pytest.mark.parametrize(
    ("lang", "text", "types"),
    [
        ("tk", "Welaýatlarda okuw sapaklary geçirildi. Merkezi saýlaw topary okuw sapaklaryny geçirip", ["training"]),
        ("en", "The minister will visit Oslo for talks to visit Rome for a meeting", ["visit", "visit"]),
        ("ru", "В ходе телефонного разговора мэры обсудили торговлю, послы обсудили транспорт и обсудили туризм", []),
    ],
)
def test_an_event_at_the_end_and_one_behind_what_was_joined_to_another_are_read(lang, text, types):
    assert [e.type for e in reader().read_document(document(text, lang)).events] == types


@pytest.mark.parametrize(("written", "expected"), [("2018-10-08", True), ("2016-01-20", False), ("2015-05-01", False)])
def test_a_year_is_long_before_news_only_when_all_of_it_is(written, expected):
    assert long_before(DateMention(0, 4, "2015", "en", 0, "en.year", "2015"), written) is expected


def test_where_an_embassy_is_nobody_goes_on_the_visit_that_it_organised():
    doc = document("Визит делегации в мае 2024 года организован посольством Чили в Республике Корея.", "ru")
    _, annotations, cast = spoken_of(doc)
    (event,) = read_events(doc, annotations, cast, LANGUAGES)
    assert (event.type, event.start, event.place) == ("visit", "2024-05", None)


def test_a_title_that_a_page_gives_twice_tells_of_one_event():
    title = "# Ошта Түркі мемлекеттері ұйымына мүше елдердің қаржы министрлерінің кеңесі өтті"
    below = "Ошта өткен іс-шараға Чили мен Перудің Қаржы министрлері қатысты."
    before = "Сәуірде Президент Ерлан Досов хатшылармен кездескен еді."
    text = document(f"{title}\n{title}\n{below} {before}", "kk")
    events = read_events(*spoken_of(text), LANGUAGES)
    assert [(e.type, e.place, e.start) for e in events] == [("session", "Ош", None), ("meeting", None, "XXXX-04")]
