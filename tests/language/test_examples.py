"""Every entry of the language files is found in the phrase that earned it."""

import re

import pytest

from kg.language import CODES, load

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def words(phrase):
    return [w.lower() for w in WORD.findall(phrase)]


def entries(concern, field):
    return [
        pytest.param(
            *((code, entry) if field in {"heads", "tails"} else (entry,)),
            id=f"{code}-{concern}-{getattr(entry, 'lemma', None) or entry.example}",
        )
        for code in CODES
        for entry in getattr(getattr(load(code), concern), field)
    ]


@pytest.mark.parametrize(("code", "head"), entries("institutions", "heads") + entries("institutions", "tails"))
def test_an_institution_head_is_found_in_its_example(code, head):
    lexicon = load(code).institution_heads
    assert head in [hit.entry for word in words(head.example) if (hit := lexicon.find(word))]


@pytest.mark.parametrize(("code", "head"), entries("posts", "heads"))
def test_a_post_is_found_in_its_example(code, head):
    lexicon = load(code).post_heads
    assert head in [hit.entry for word in words(head.example) if (hit := lexicon.find(word))]


@pytest.mark.parametrize("form", entries("institutions", "forms"))
def test_a_legal_form_stands_beside_a_name_in_its_example(form):
    text = rf"(?<!\w){form.text}(?![^\W_])"
    assert re.search(rf"(?:»|[A-Z]\w+) {text}|{text} [A-Z]", form.example)


@pytest.mark.parametrize("abbreviation", entries("institutions", "abbreviations"))
def test_an_abbreviation_stands_in_its_example(abbreviation):
    assert re.search(rf"(?<!\w){abbreviation.text}(?![^\W_])", abbreviation.example)
    assert abbreviation.name.lower() != abbreviation.text.lower()


@pytest.mark.parametrize(
    "ending", entries("names", "surnames") + entries("names", "patronymics") + entries("names", "compounds")
)
def test_a_name_has_its_ending(ending):
    assert ending.example.lower().endswith(ending.ending)
    assert len(ending.example) > len(ending.ending) + 1


@pytest.mark.parametrize("declension", load("ru").names.declensions, ids=lambda d: d.means)
def test_a_declension_reads_its_example(declension):
    stem = declension.means.removesuffix(declension.base)
    assert stem.endswith(declension.stems)
    assert declension.example in [stem + end for endings in declension.endings.values() for end in endings]


KINDS = (
    "state government ministry parliament election-body court embassy international party ngo company education media "
    "other"
)
POSTS = (
    "president prime-minister deputy-prime-minister minister deputy-minister speaker deputy-speaker chair deputy-chair "
    "secretary-general director deputy-director head deputy-head ambassador permanent-representative "
    "special-representative representative adviser expert coordinator member-of-parliament governor ombudsman judge "
    "professor rector spokesperson consul commander secretary manager head-of-delegation candidate other deputy"
)


@pytest.mark.parametrize("code", CODES)
def test_kinds_and_posts_are_those_of_a_reading(code):
    language = load(code)
    kinds = {h.kind for h in language.institutions.heads} | {a.kind for a in language.institutions.abbreviations}
    kinds |= {kind for h in language.institutions.heads for kind in h.kinds.values()}
    kinds |= {kind for h in language.posts.heads for kind in h.kinds} | {f.kind for f in language.institutions.forms}
    assert kinds <= set(KINDS.split())
    posts = {h.post for h in language.posts.heads}
    posts |= {post for h in language.posts.heads for post in (*h.with_.values(), *h.kinds.values())}
    assert posts <= set(POSTS.split())


@pytest.mark.parametrize("code", CODES)
def test_what_governs_a_name_asks_for_cases_that_exist(code):
    asked = {case for cases in load(code).names.governs.values() for case in cases}
    assert asked <= {"nom", "gen", "dat", "acc", "ins", "loc", "abl"}


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_listed_twice(code):
    language = load(code)
    lists = [
        [h.lemma for h in language.institutions.heads],
        [h.lemma for h in language.posts.heads],
        [a.text for a in language.institutions.abbreviations],
        language.names.given.split(),
        language.names.common.split(),
        [e.ending for e in language.names.surnames],
        [e.ending for e in language.names.patronymics],
    ]
    fields = ("purpose", "and_", "generic", "stop", "places", "members", "modifiers", "auspices")
    lists += [list(getattr(language.institutions, field)) for field in fields]
    for names in lists:
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("code", CODES)
def test_lists_are_broad(code):
    language = load(code)
    assert len(language.institutions.heads) >= 40
    assert len(language.posts.heads) >= 40
    assert len(language.given_names) >= 300
