"""Titles without a name: whose they are, and when they are an office's that nobody is named for."""

from __future__ import annotations

from tests.texts import document, spoken_of


def cast_of(text, lang):
    return spoken_of(document(text, lang))[2]


def mentions(text, lang):
    """Every person's mentions behind the first, by the person's name."""
    return {p.name: [m.text for m in p.mentions][1:] for p in cast_of(text, lang).persons}


def test_the_head_of_state_is_the_president_of_the_text():
    text = "Soňra Türkmenistanyň Prezidenti Aman Amanow geldi. Gijräk döwlet Baştutany şäheri synlady."
    assert mentions(text, "tk") == {"Aman Amanow": ["döwlet Baştutany"]}
    assert not cast_of(text, "tk").offices


def test_the_head_of_an_agency_is_the_minister_of_its_field():
    text = (
        "Қорғаныс министрі Асқар Досов Ошқа барды. Әділет министрі Болат Сапаров та келді. "
        "Қазақстан қорғаныс ведомствосының басшысы сөз сөйледі."
    )
    assert mentions(text, "kk") == {"Асқар Досов": ["Қазақстан қорғаныс ведомствосының басшысы"], "Болат Сапаров": []}
    assert not cast_of(text, "kk").offices


def test_the_head_of_a_state_by_its_name_is_its_president():
    text = "Чили президенті Анна Берг келді. Перу премьер-министрі Карл Ким Чили басшысымен кездесті."
    assert mentions(text, "kk")["Анна Берг"] == ["Чили басшысымен"]
    assert not cast_of(text, "kk").offices


def test_a_bare_title_is_his_whose_post_it_alone_is():
    text = "Перудің Энергетика министрі Анна Берг келді. Министр форумға қатысатынын растады."
    assert mentions(text, "kk") == {"Анна Берг": ["Министр"]}


def test_a_bare_title_is_the_guests_and_not_the_hosts():
    text = "Перу министрі Анна Берг келді. Берг Чили министрі Карл Кимнің шақыруымен Ошқа барды. Министр қайтты."
    assert mentions(text, "kk") == {"Анна Берг": ["Берг", "Министр"], "Карл Ким": []}


def test_a_consulate_again_is_the_one_named():
    text = "Чилидің Оштағы Бас консулдығы көрме өткізді. Кейін Бас консулдық жұмысын жалғастырды."
    assert len([o for o in cast_of(text, "kk").organisations if o.kind == "embassy"]) == 1


def test_a_title_alone_is_whose_name_alone_acts():
    text = "Президент елші Анна Бергті қабылдады. Кездесу барысында Асқар Досов ынтымақтастықтың маңызын атап өтті."
    cast = cast_of(text, "kk")
    names = {p.id: p.name for p in cast.persons}
    assert [(names[r.person], r.post) for r in cast.roles] == [
        ("Анна Берг", "ambassador"),
        ("Асқар Досов", "president"),
    ]
    assert not cast.offices


def test_a_title_alone_is_nobodys_where_two_names_alone_act():
    text = (
        "Президент елші Анна Бергті қабылдады. Кездесуде Асқар Досов ынтымақтастықтың маңызын атап өтті. "
        "Өз кезегінде Болат Сапаров жобаның мәнін түсіндіріп берді."
    )
    assert [o.post for o in cast_of(text, "kk").offices] == ["president"]


def test_a_title_alone_is_his_who_bears_it_in_these_words():
    text = (
        "UNICEF Regional Director Anna Petrova spoke. UNICEF Country Director Karl Berg left. "
        "The UNICEF Regional Director stayed."
    )
    assert mentions(text, "en") == {"Anna Petrova": ["UNICEF Regional Director"], "Karl Berg": []}


def test_a_bare_title_of_a_country_is_its_only_office_of_that_kind():
    text = "Ерлан Досов Чили Ішкі істер министрімен кездесті. Өз кезегінде Чили министрі Досовқа рахмет айтты."
    cast = cast_of(text, "kk")
    assert [[m.text for m in office.mentions] for office in cast.offices] == [
        ["Чили Ішкі істер министрімен", "Чили министрі"]
    ]
    assert not cast.roles


def test_whom_somebody_met_is_not_he():
    text = "Ерлан Досов Астанада Қаржы министрімен бүгін кездесті. Қаржы министрі Досовқа алғыс айтып, сөз сөйледі."
    assert not cast_of(text, "kk").roles
