"""The language of each line of a text, by its letters, its words and the lines around."""

from __future__ import annotations

import pytest

from tests.read.pages import items_in


def test_short_lines_take_the_language_of_their_letters_or_of_the_text_around():
    text = (
        "Қазақстан Республикасының Президенті кездесу өткізді және келіссөздер жүргізді.\nТалғат\nӘсел\nIOM\n"
        "Встреча с министром иностранных дел прошла в Минске."
    )
    (item,) = items_in(text)
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
    (item,) = items_in(text)
    assert item.lang == lang


def test_a_long_line_without_the_letters_of_a_language_is_not_in_it():
    names = "Грамоты вручили посол Малайзии Мохамад бин Али, посол Катара Файсал бен Ханиф, посол Ирана Али Акбар."
    (item,) = items_in(f"Церемония прошла в резиденции Президента.\n{names}\nОн пожелал послам успехов в работе.")
    assert [p.lang for p in item.paragraphs] == ["ru", "ru", "ru"]


def test_english_with_letters_of_another_alphabet_is_english():
    line = "The talks with the delegation of Qatar were put off at the request of the Qatari side until Monday.\n"
    (item,) = items_in(line)
    assert [p.lang for p in item.paragraphs] == ["en"]


def test_a_source_is_in_the_language_of_its_words_not_of_its_label():
    (item,) = items_in("Сарапшылар кеңесті ашты.\nФото: Чили Республикасы үкіметінің төтенше жағдайлар комитеті")
    assert [p.lang for p in item.paragraphs] == ["kk", "kk"]


def test_a_single_name_with_the_letters_of_another_language_tells_nothing():
    text = (
        "Глава государства Касым-Жомарт Ким принял председателя правления АО «Самрук-Қазына» Нурлана Иванова.\n"
        "Об этом сообщила пресс-служба ведомства, встреча прошла в столице."
    )
    (item,) = items_in(text)
    assert [p.lang for p in item.paragraphs] == ["ru", "ru"]


def test_addresses_and_telephones_are_in_no_language():
    text = (
        "For more information on the elections, please contact the office of the mission.\n"
        "Danuta Kowalczyk, ODIHR: +48 609 522 266 or danuta.kowalczyk@odihr.pl"
    )
    (item,) = items_in(text)
    assert [p.lang for p in item.paragraphs] == ["en", "en"]
