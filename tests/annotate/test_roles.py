"""What coreference makes of titles: one role for one post, however it is worded, and the ministry that it implies."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.build import reader
from kg.interpret.cast import Cast, read_cast
from kg.model import Document, Item, Paragraph


def cast_of(text: str, lang: str) -> Cast:
    item = Item(0, len(text), lang, None, None, (Paragraph(0, len(text), lang),))
    document = Document("case", text, "", lang, None, (item,))
    return read_cast(document, annotate(document, reader().languages, reader().known), reader().languages)


def roles(text: str, lang: str) -> list[str]:
    cast = cast_of(text, lang)
    names = {p.id: p.name for p in cast.persons} | {o.id: o.name for o in cast.organisations}
    return [f"{names[r.person]} | {r.post} | {names.get(r.organisation or '')}" for r in cast.roles]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "The visit of the Minister of Trade of Norway to Chile began.", ["Minister of Trade of Norway"], id="a goal"
        ),
        pytest.param("She met with the President of Chile in Oslo.", ["President of Chile"], id="a town"),
        pytest.param(
            "The Ambassador of Norway to Chile came.", ["Ambassador of Norway to Chile"], id="who is sent there"
        ),
    ],
)
def test_where_the_holder_of_a_post_goes_is_no_part_of_the_title(text: str, titles: list[str]) -> None:
    assert [t.mentions[0].text for t in cast_of(text, "en").offices] == titles


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(
            "ru",
            "В Северном техническом университете прошла встреча. Выступили ректор СТУ Анна Ким и проректор Пётр Ли.",
            [
                "Анна Ким | rector | Северный технический университет",
                "Пётр Ли | deputy-head | Северный технический университет",
            ],
            id="a vice-rector holds the post in the text's university, which goes by its initials, too",
        ),
        pytest.param(
            "ru",
            "Ректор Северного университета принял посла Китая, советника посольства Китая и гостей из Китая. "
            "С российской стороны выступил проректор Пётр Ли.",
            ["Пётр Ли | deputy-head | Северный университет"],
            id="that the text speaks of another country doesn't make the university one of that country",
        ),
        pytest.param(
            "ru",
            "Министр иностранных дел Грузии Иван Петров прибыл. Главу МИД Грузии Ивана Петрова встретил посол.",
            ["Иван Петров | minister | МИД"],
            id="a minister by his title and as the head of the ministry",
        ),
        pytest.param(
            "ru",
            "Ректор Цыбульский открыл форум. Губернатор Джалалабадской области приветствовал ректора Цыбульского.",
            ["Цыбульский | rector | None"],
            id="a surname behind a title is a name by itself, an area's adjective is none",
        ),
        pytest.param(
            "ru",
            "Национальный совет Чили по водным ресурсам провёл форум. Председатель Национального совета Анна Ким ушла.",
            ["Анна Ким | chair | Национальный совет Чили по водным ресурсам"],
            id="the words with which a body's long name opens",
        ),
        pytest.param(
            "ru",
            "Посол Чили Томас Хансен (Thomas Hansen Berg) прибыл. Министр труда Перу Анна Ли приняла Томаса Хансена.",
            ["Томас Хансен | ambassador | None", "Анна Ли | minister | Министерство труда"],
            id="a name in brackets in another script is the same person's",
        ),
        pytest.param(
            "ru",
            "Открылось заседание Совместной комиссии Чили и Перу. Сопредседателем чилийской стороны является Анна Ким.",
            ["Анна Ким | chair | Совместная комиссия Чили и Перу"],
            id="a co-chair is one of the joint body named before",
        ),
        pytest.param(
            "en",
            "Ambassador Anna Petrova spoke. Anna Petrova, Georgia's ambassador to Chile, left.",
            ["Anna Petrova | ambassador | None"],
            id="an ambassador's country told behind the name",
        ),
        pytest.param(
            "en",
            "Secretary General Anna Lind came. The Council of Europe and the Council of Europe's guests met her.",
            ["Anna Lind | secretary-general | Council of Europe"],
            id="a secretary-general without an institution is that of the international one",
        ),
        pytest.param(
            "en",
            "Secretary General for Defence Policy Anna Lind of Chile came. The Council of Europe met her.",
            ["Anna Lind | secretary-general | None"],
            id="one with a field is not",
        ),
        pytest.param(
            "en",
            "A delegation of Oslo University came. The vice president of the university, Prof. Anna Lind, spoke.",
            ["Anna Lind | deputy-head | Oslo University"],
            id="a common noun stands for the institution named before",
        ),
        pytest.param(
            "en",
            "The University of Mazandaran met guests. The president of UMZ, Dr Anna Lind, spoke.",
            ["Anna Lind | head | University of Mazandaran"],
            id="an acronym of first letters and others",
        ),
        pytest.param(
            "en",
            "The Committee on Trade of the Senate of Chile met. The Committee Chairperson Anna Lind spoke.",
            ["Anna Lind | chair | Committee on Trade of the Senate of Chile"],
            id="a parliament's committee has a chair, but no speaker",
        ),
        pytest.param(
            "ru",
            "Он принял директора Северного банка Петра Ли и вице-президента этого же банка Анну Ким.",
            ["Пётр Ли | director | Северный банк", "Анна Ким | deputy-head | Северный банк"],
            id="this bank is the one named before",
        ),
        pytest.param(
            "en",
            "First Deputy Interior Minister of Georgia Anna Petrova spoke.",
            ["Anna Petrova | deputy-minister | Interior Ministry"],
            id="the ministry of a deputy",
        ),
        pytest.param(
            "en",
            "The Ministry of Justice of Georgia hosted it. The Minister of Justice of Georgia Anna Petrova spoke.",
            ["Anna Petrova | minister | Ministry of Justice of Georgia"],
            id="justice is a portfolio",
        ),
        pytest.param(
            "en",
            "The Foreign Ministry of Georgia hosted it. The Minister of Foreign Affairs of Georgia Anna Petrova spoke.",
            ["Anna Petrova | minister | Foreign Ministry of Georgia"],
            id="the Foreign Ministry is that of Foreign Affairs",
        ),
        pytest.param(
            "en",
            "Deputy Foreign Minister of Georgia Anna Petrova spoke. Deputy Minister Petrova thanked them.",
            ["Anna Petrova | deputy-minister | Foreign Ministry"],
            id="a shorter title of the same post is no second role",
        ),
        pytest.param(
            "en",
            "The Norwegian Chamber of Trade hosted it. The Chamber's President Anna Petrova spoke.",
            ["Anna Petrova | head | Norwegian Chamber of Trade"],
            id="an institution that a title refers to by its noun",
        ),
        pytest.param(
            "kk",
            "Солтүстік университетінің ректоры Анна Берг келді. Университет деканы Ито Кита сөйледі. "
            "Қаржы комитеті хабарлады. Кейін комитет мүшелері Серік Досов пен Ольга Ким келді.",
            [
                "Анна Берг | rector | Солтүстік университеті",
                "Ито Кита | head | Солтүстік университеті",
                "Серік Досов | other | Қаржы комитеті",
                "Ольга Ким | other | Қаржы комитеті",
            ],
            id="an institution that a Kazakh title refers to by its bare noun",
        ),
        pytest.param(
            "kk",
            "Қаржы министрі Анна Берг Еуропа Кеңесінің арнайы өкілі Ито Китамен кездесті. "
            "Сондай-ақ министр Ито Кита ханымды жобамен таныстырды.",
            ["Анна Берг | minister | Қаржы министрлігі", "Ито Кита | special-representative | Еуропа Кеңесі"],
            id="the bare title of somebody else before a name",
        ),
        pytest.param(
            "kk",
            "Мәдениет пен мұрасы қорының басшысы Анна Берг келді. Мәдениет пен мұра қорының кеңесшісі Ито Кита кетті.",
            ["Анна Берг | head | Мәдениет пен мұрасы қоры", "Ито Кита | adviser | Мәдениет пен мұрасы қоры"],
            id="a word of a name with and without the possessive",
        ),
        pytest.param(
            "kk",
            "Төраға Чили Премьер-министрінің орынбасары – Қаржы министрі Ито Китамен кездесті.",
            ["Ито Кита | deputy-prime-minister | None", "Ито Кита | minister | Қаржы министрлігі"],
            id="the second title of whom somebody met",
        ),
        pytest.param(
            "kk",
            "Ресей Мемлекеттік Думасының төрағасы Анна Берг келді. Ресей Думасының кеңесшісі Ито Кита кетті.",
            ["Анна Берг | speaker | Мемлекеттік Дума", "Ито Кита | adviser | Мемлекеттік Дума"],
            id="a state's parliament by its noun",
        ),
        pytest.param(
            "ru",
            "Председатель Сената Анна Ким приняла посла Чили. Сенат Парламента Республики Казахстан готов к диалогу.",
            ["Анна Ким | speaker | Сенат Парламента Республики Казахстан"],
            id="a chamber named by its noun alone before its full name",
        ),
    ],
)
def test_roles(lang, text, expected):
    assert roles(text, lang) == expected


def test_a_regional_commission_is_not_the_central_one():
    text = "Центральная избирательная комиссия Грузии и Озёрская областная избирательная комиссия открылись."
    assert len([o for o in cast_of(text, "ru").organisations if o.kind == "election-body"]) == 2


def test_two_contractions_of_two_towns_are_two():
    text = "Председатель Озёрского горисполкома Анна Ким и председатель Горского горисполкома Пётр Ли приехали."
    assert len([o for o in cast_of(text, "ru").organisations if o.kind == "government"]) == 2


def test_the_head_of_state_is_the_president_of_the_text():
    text = "Soňra Türkmenistanyň Prezidenti Aman Amanow geldi. Gijräk döwlet Baştutany şäheri synlady."
    cast = cast_of(text, "tk")
    assert [(p.name, len(p.mentions)) for p in cast.persons] == [("Aman Amanow", 2)]
    assert not cast.offices


def test_a_country_without_presidents_is_no_presidents_home():
    text = "Foreign Minister of Japan Anna Petrova left Japan for Chile, where she met President Ivan Petrov."
    found = {r.post: r.country for r in cast_of(text, "en").roles}
    assert found == {"minister": "JP", "president": "CL"}


def test_a_state_has_one_minister_of_a_field():
    text = (
        "Foreign Minister of Norway Anna Petrova left Oslo. In Lima she met Foreign Minister Maria Ilves. "
        "Foreign Minister of Chile Karl Berg wrote. Foreign Minister Berg will come."
    )
    cast = cast_of(text, "en")
    names = {p.id: p.name for p in cast.persons}
    assert {names[r.person]: r.country for r in cast.roles} == {
        "Anna Petrova": "NO",
        "Maria Ilves": "PE",
        "Karl Berg": "CL",
    }


def test_the_head_of_an_agency_is_the_minister_of_its_field():
    text = (
        "Қорғаныс министрі Асқар Досов Ошқа барды. Әділет министрі Болат Сапаров та келді. "
        "Қазақстан қорғаныс ведомствосының басшысы сөз сөйледі."
    )
    cast = cast_of(text, "kk")
    assert [o.title for o in cast.offices] == []
    assert [m.text for m in cast.persons[0].mentions][1:] == ["Қазақстан қорғаныс ведомствосының басшысы"]


def test_the_head_of_a_state_by_its_name_is_its_president():
    text = "Чили президенті Анна Берг келді. Перу премьер-министрі Карл Ким Чили басшысымен кездесті."
    cast = cast_of(text, "kk")
    assert [o.title for o in cast.offices] == []
    assert "Чили басшысымен" in [m.text for m in cast.persons[0].mentions]


def test_a_bare_title_is_his_whose_post_it_alone_is():
    text = "Перудің Энергетика министрі Анна Берг келді. Министр форумға қатысатынын растады."
    assert [m.text for m in cast_of(text, "kk").persons[0].mentions][1:] == ["Министр"]


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
    assert cast.offices == ()


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
    titles = {p.name: [m.text for m in p.mentions if m.form == "title"] for p in cast_of(text, "en").persons}
    assert titles == {"Anna Petrova": ["UNICEF Regional Director"], "Karl Berg": []}


def test_an_ambassador_is_of_the_state_that_sends_him():
    text = "She met the Swiss Ambassador to Peru, Maria Ilves, and the Ambassador to Chile, Karl Berg."
    assert [(r.post, r.country) for r in cast_of(text, "en").roles] == [("ambassador", "CH"), ("ambassador", "CH")]


def test_a_council_is_not_its_secretariat():
    text = "The Nordic Council Secretariat met. Nordic Council Chairman Karl Berg spoke."
    assert roles(text, "en") == ["Karl Berg | chair | Nordic Council"]


def test_each_ambassador_of_a_list_has_his_country():
    text = "The following Ambassadors will be guests in the Grand Palace: Karl Berg of Chile, Maria Ilves of Spain."
    assert [r.country for r in cast_of(text, "en").roles] == ["CL", "ES"]


def test_the_country_of_an_ambassador_told_later():
    cast = cast_of("Ambassador Anna Petrova spoke. Anna Petrova, Georgia's ambassador to Chile, left.", "en")
    assert [r.country for r in cast.roles] == ["GE"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Observation Mission of OSCE/ODIHR came. The OSCE/ODIHR Election Observation Mission left.", 1),
        ("The George C. Marshall Center came. The George C. Marshall European Center for Security left.", 1),
        ("The Energy Center came. The State Energy Resources Center left.", 2),
    ],
)
def test_a_fuller_name_is_the_same_body(text, count):
    assert (
        sum(o.kind != "state" and len(o.name) > len("OSCE/ODIHR") for o in cast_of(text, "en").organisations) == count
    )
