"""The authority files: what ships is found by its own names, and what is not valid is refused by file and line."""

from __future__ import annotations

import shutil
from collections import defaultdict

import pytest

from kg.authority import load
from kg.authority.schema import LANGUAGES
from kg.compare.keys import bare, keys, values
from kg.compare.known import Known
from kg.compare.render import render
from kg.compare.wording import Reader
from kg.errors import InputError, LanguageError
from kg.resources import AUTHORITY


@pytest.fixture(scope="module")
def authority():
    return load()


@pytest.fixture(scope="module")
def reader(authority):
    return Reader(authority)


@pytest.fixture(scope="module")
def known(reader):
    return Known(reader)


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(AUTHORITY, tmp_path / "authority")


def test_it_is_broad(authority):
    institutions = [r for r in authority.records.values() if r.kind != "person"]
    assert len(institutions) > 250
    assert len(authority.bodies) > 50
    assert len(authority.glossary.concepts) > 350
    assert len({r.country for r in institutions}) > 25


def anchor(known, reader, text, lang, *, kind, country):
    countries = frozenset({country} if country else ())
    found = keys([reader.read(text, lang, whole=False)], countries, None, (), reader.authority.glossary)
    return known.anchor(
        None, kind, countries, wordings=[reader.read(text, lang)], found=found, owner=None
    )  # fmt: skip


def test_every_name_and_acronym_finds_its_record(authority, reader, known):
    bearers = defaultdict(set)
    for record in authority.records.values():
        for lang in LANGUAGES:
            for text in (*record.of(lang), *record.short.of(lang)):
                bearers[text].add(record.key)
    tried = 0
    for record in authority.records.values():
        for lang in LANGUAGES if record.kind != "person" else ():
            for text in (*record.of(lang), *record.short.of(lang)):
                found = anchor(known, reader, text, lang, kind=record.kind, country=record.country)
                if len(bearers[text]) == 1:
                    assert found is not None, (text, lang)
                    assert found.id == f"organisation/{record.key}", (text, lang)
                else:
                    assert found is None, (text, lang)  # ambiguous: it says neither
                tried += 1
    assert tried > 1500


def test_the_usual_names_of_a_body_say_the_same_in_every_language(authority, reader):
    for body in authority.bodies.values():
        said = {
            lang: values(bare(reader.read(body.of(lang)[0], lang)), authority.glossary, "")[0] for lang in LANGUAGES
        }
        # English has an "office" where Russian has a "прокуратура", Turkmen an "edara" where others have a chamber.
        if body.key not in {"prosecutor-generals-office", "chamber-of-commerce-and-industry"}:
            assert len(set(said.values())) == 1, (body.key, said)


def test_every_name_of_a_body_is_of_that_body_alone(authority, reader, known):
    for body in authority.bodies.values():
        for lang in LANGUAGES:
            for text in body.of(lang):
                found = anchor(known, reader, text, lang, kind=body.kind, country="LV")
                assert found is not None, (text, lang)
                assert found.id == f"organisation/{body.key}-of-latvia", (text, lang)


def test_states_by_any_name(known, reader):
    for text, lang, code in (
        ("Қазақстан Республикасы", "kk", "KZ"),
        ("Республика Казахстан", "ru", "KZ"),
        ("Gazagystan Respublikasy", "tk", "KZ"),
        ("the Republic of Kazakhstan", "en", "KZ"),
        ("Кыргызская Республика", "ru", "KG"),
        ("ABŞ", "tk", "US"),
        ("Түркия", "kk", "TR"),
        ("Russian Federation", "en", "RU"),
    ):
        found = anchor(known, reader, text, lang, kind="state", country=code)
        assert found is not None, text
        assert found.id == known.state(code)


@pytest.mark.parametrize(
    ("text", "lang", "english"),
    [
        ("Döwlet statistika komiteti", "tk", "State Statistics Committee"),
        ("Maliýe we ykdysadyýet ministrligi", "tk", "Ministry of Finance and Economy"),
        ("Döwlet, hukuk we demokratiýa instituty", "tk", "Institute of State, Law and Democracy"),
        ("Министерство внутренних дел", "ru", "Ministry of Internal Affairs"),
        ("Государственная миграционная служба", "ru", "State Migration Service"),
        ("Ғылым және технология комитеті", "kk", "Committee for Science and Technology"),
        ("Жоғарғы Сот", "kk", "Supreme Court"),
        ("Институт внешней политики", "ru", "Institute of Foreign Policy"),  # no "Institute of Foreign Political"
        ("Департамент экономической политики", "ru", "Department of Economic Policy"),
        ("Комитет по социальному и военному", "ru", None),  # nothing that the adjectives are of
        ("Правительство области", "ru", None),  # a region without its name
        ("Daşkentdäki Ilçihanasy", "tk", None),  # where it is, not whose
        ("Döwlet kitaphanasynyň döwlet muzeýi", "tk", None),  # one name within another
        ("Министрлер кабинеті", "kk", None),  # a minister is a person: "Cabinet of Ministers" needs grammar
        ("«Türkmenhowaýollary» agentligi", "tk", None),  # a word that the glossary does not know
        ("Ministry of Justice", "en", None),  # English already
        ("Комитет по экономической политике", "ru", "Economic Policy Committee"),
        ("Комитет по охране природы", "ru", None),  # a genitive, which English puts in front
        ("Министерство водных ресурсов", "ru", "Ministry of Water Resources"),
        ("Союз торговых палат", "ru", None),  # of institutions there are several
        ("Университет дружбы", "ru", None),  # a name of its own
        ("Пресс-служба президента", "ru", None),
        ("Комиссия по вопросам обороны", "ru", None),  # "Affairs Defence"
        ("Департамент Африки", "ru", None),
        ("Генеральное консульство", "ru", None),  # whose, nothing tells
        ("Adam hukuklary boýunça Ýewropa komiteti", "tk", None),  # an adjective that is not of the noun before it
        ("Daşkent şäheriniň saýlaw topary", "tk", "Tashkent City Election Commission"),
        ("Халықаралық істер және қорғаныс комитеті", "kk", "Committee for International Affairs and Defence"),
    ],
)
def test_rendering_in_english_is_complete_or_none(reader, text, lang, english):
    assert render(reader.read(text, lang, whole=False), reader.authority.glossary) == english


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("regional.toml", 'key = "osce"', 'kee = "osce"', "regional.toml:"),
        ("regional.toml", 'key = "osce"', 'key = "OSCE!"', "not made of small letters"),
        ("regional.toml", 'key = "osce"', 'key = "european-union"', "stands in"),
        ("regional.toml", 'part_of = "osce"', 'part_of = "osze"', "part of 'osze', which no record has"),
        ("regional.toml", 'country = "KG"', 'country = "XX"', "'XX' is no ISO 3166 code"),
        ("parliaments.toml", 'en = ["Knesset"]', 'en = [" Knesset"]', "spaces at its ends"),
        ("parliaments.toml", 'en = ["Knesset"]\n', "", "'knesset' has no English name"),
        ("parliaments.toml", 'kind = "parliament"', 'kind = "parlament"', "Invalid enum value 'parlament'"),
        ("national.toml", 'en = ["TASS"]', 'en = ["RIA Novosti"]', "are both called 'RIA Novosti'"),
        ("every-state.toml", 'key = "ministry-of-trade"', 'key = "ministry-of-energy"', "stands twice"),
        ("states.toml", 'code = "KZ"', 'code = "ZZ"', "'ZZ' is no ISO 3166 code"),
        ("glossary.toml", 'en = ["justice"]', 'en = ["education", "justice"]', "'education' stands for 'justice' too"),
        ("glossary.toml", 'en = ["justice"]', 'en = ["justice"], eng = []', "eng"),
        ("glossary.toml", 'en = ["justice"], ', "", "'justice' has no English word"),
        ("glossary.toml", "[concepts]", "[concepts", "not valid TOML"),
        ("glossary.toml", '["oil", "gas"]', '["oil", "gass"]', "holds 'gass', which is no concept"),
        ("glossary.toml", "[compounds.kk]", "[compounds.kz]", "'compounds.kz' is of no language"),
    ],
)
def test_what_is_not_valid_is_refused_by_file_and_line(folder, file, old, new, says):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(LanguageError) as caught:
        load(folder)
    message = str(caught.value)
    assert says in message
    assert file in message
    if not {"TOML", "twice", "in", "language"} & set(says.split()):
        assert abs(int(message.partition(f"{file}:")[2].partition(":")[0]) - line) < 6, (message, line)


def test_part_of_itself_is_refused(folder):
    path = folder / "regional.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('key = "osce"\n', 'key = "osce"\npart_of = "osce-odihr"\n', 1), encoding="utf-8")
    with pytest.raises(LanguageError, match="part of itself"):
        load(folder)


def test_a_missing_folder_or_file_is_named(tmp_path, folder):
    with pytest.raises(InputError, match="no such folder"):
        load(tmp_path / "nowhere")
    (folder / "glossary.toml").unlink()
    with pytest.raises(InputError, match=r"glossary\.toml"):
        load(folder)


def test_identifiers_have_a_source(authority):
    ids = [i for record in authority.records.values() for i in record.ids]
    ids += [i for state in authority.states.values() for i in state.ids]
    assert ids
    assert all(i.source and i.iri.startswith("http://www.wikidata.org/entity/Q") for i in ids)
