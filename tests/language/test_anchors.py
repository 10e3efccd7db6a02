"""What a pattern requires of a text is found in all that it matches: no rule is passed over that would have fired."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.anchors import Anchors, beginnings, fold, required
from kg.language.memo import Memo


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        (r"(?<!\w)(?:geçen|öten) ýyl(?:da)?(?!\w)", [{"geçen", "öten"}, {"ýyl", "ýylda"}]),
        (r"(?:19|20)\d\d", [{"0000"}]),
        (r"в?(?:о вторник|о среду)", [{"о", "во"}, {"вторник", "среду"}]),
        (r"\w+", []),
        (r"(?:abc|\d*)", []),
        (r"(?:ab){1,}c", [{"ab"}, {"c"}]),
        (r"[ab]c[^d]", [{"ac", "bc"}]),
        (r"o'clock", [{"o"}, {"clock"}]),
    ],
)
def test_what_a_pattern_requires(pattern: str, sets: list[set[str]]) -> None:
    assert [set(strings) for strings in required(pattern)] == sets


@given(
    st.lists(st.sampled_from(["(?:ab|c)", "d?", "[ef]+", r"\d\d?", " ", "(?:gh|i*)j", "k{2,3}"]), min_size=1),
    st.data(),
)
def test_every_match_has_the_anchors_of_its_pattern(parts: list[str], data: st.DataObject) -> None:
    pattern = "".join(parts)
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    anchors = Anchors()
    wanted = anchors.add(pattern)
    bits = anchors.of(tuple(re.findall(r"\S+", text.upper())))
    assert bits & wanted == wanted
    assert fold(text).startswith(tuple(beginnings(pattern)))


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"(?<!\w)(?:geçen|öten) ýyl(?:da)?(?!\w)", {"geçen", "öten"}),
        (r"(?:on )?\d\d?(?:st|nd)? May", {"on", "0", "00"}),
        (r"a?b+c", {"ab", "b"}),
        (r"on5|\d(?:a|b)", {"on", "0"}),
        (r"(?:ab)? c", {"", "ab"}),
        (r"[^a]b|c", {"", "c"}),
    ],
)
def test_with_what_matches_begin(pattern: str, strings: set[str]) -> None:
    assert beginnings(pattern) == strings


def test_a_memo_is_bounded_and_asks_once() -> None:
    asked: list[str] = []

    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    memo = Memo(upper, most=3)
    assert [memo[word] for word in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]
    assert all(memo[word] == word.upper() and len(memo) <= 3 for word in "cdefg")
