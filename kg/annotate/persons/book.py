"""What the language files say about names, ready to be asked word by word."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from kg.annotate.persons import dictionary
from kg.language.case import lower
from kg.language.memo import Memo
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.language import Language

# Two letters that stand for one in another script begin initials, too: "Ş.", but also "Sh. Durdyyev".
DIGRAPHS = frozenset("Sh Ch Zh Kh Gh Ts Yu Ya Ye Yo Ýa Ýu Ýe Ýo Ju Ja Žu Дж Дз Хв Ch Th Ph".split())  # noqa: SIM905 - as one text they are easy to read
ROMAN = re.compile(r"[IVX]{1,4}$")
# Capitals in a word of a name ("McCarthy"); an acronym with small letters among its own has more ("СПбУТиЭ").
_CAPITALS = 2


class NameWord(Record, frozen=True):
    """What a word, as it is written, may be in a name, its neighbours left aside.

    `titled`, `capitals`, `foreign`, `post`, `slot`, `rare`, `given`: see `Line`. `initial`: one letter or two that
    stand for a name where a full stop follows. `month`: a month or weekday.
    """

    titled: bool = False
    capitals: bool = False
    initial: bool = False
    foreign: bool = False
    post: bool = False
    given: bool = False
    month: bool = False
    slot: bool = False
    rare: bool = False


# What a word in the nominative may be, by the lists and endings.
_GIVEN, _SURNAME, _STRONG, _PATRONYMIC = 1, 2, 4, 8
# Most words: they begin no name.
NO_NAME = NameWord()


@cache
def calendar(code: str) -> frozenset[str]:
    """Months and weekdays of a language in lower case, from CLDR."""
    locale = Locale.parse(code)
    kinds = ("wide",) if code == "en" else ("wide", "abbreviated")  # "Sun Wei" is a name
    widths = [table[c][w] for table in (locale.months, locale.days) for c in table for w in kinds]
    return frozenset(lower(str(name)).rstrip(".") for names in widths for name in names.values())


@cache
def peoples(code: str) -> frozenset[str]:
    """First words of the names of languages ("Turkmen", "түрікмен"): nationalities, too. From CLDR.

    Only languages with a code of two letters: the names of small ones ("Kim", "Ali") are given names as well.
    """
    languages = Locale.parse(code).languages
    first = {lower(name.split()[0]) for key, name in languages.items() if len(key) == 2}  # noqa: PLR2004 - ISO 639-1
    return frozenset(first | {f"{name}s" for name in first} if code == "en" else first)  # "Tibetans"


def script(language: Language) -> str:
    """The script of a language's names, as Unicode calls it (`LATIN`, `CYRILLIC`)."""
    first = next((c for c in language.names.given if c.isalpha()), "")
    return _script_of(first)


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


class NameBook:
    """Names of one language, together with those of the languages in the same script.

    A Kazakh text has Russian names, a Turkmen one English names in their own spelling. All words are in lower case.
    """

    def __init__(self, language: Language, languages: Iterable[Language]) -> None:
        self.language = language
        self.head_final = bool(language.morphology.suffixes)
        self.fusional = language.fusional
        self.words = Memo(self._word)
        self._parts = Memo(self._part)
        self._script = written = script(language)
        kin = [other for other in languages if other is not language and script(other) == written]
        self._lists = [language, *kin]
        names = [other.names for other in self._lists]
        self._endings = tuple(dict.fromkeys(e.ending for n in names for e in n.surnames))
        self._strong = tuple(dict.fromkeys(e.ending for n in names for e in n.surnames if e.strong))
        self._patronymics = tuple(dict.fromkeys(e.ending for n in names for e in n.patronymics))
        self._particles = frozenset(p for n in names for p in n.particles)
        self._compounds = tuple(dict.fromkeys(e.ending for n in names for e in n.compounds))
        self._women = tuple(w for n in names for w in n.women)
        institutions, posts = language.institutions, language.posts
        self._syllables = re.compile(language.names.syllables) if language.names.syllables else None
        self.eponym = language.names.eponym
        self.places = institutions.places
        self.stop = institutions.stop | institutions.generic | posts.generic
        if not self.head_final:
            self.stop -= language.given_names_folded  # with a capital "Ли" is no particle, and "Said" no verb
        self.honorifics = posts.honorifics
        self.months = calendar(language.code)
        self.common = language.common_words
        self._not_names = (
            self.stop
            | self.common
            | self.months
            | peoples(language.code)
            | self.honorifics
            | institutions.modifiers
            | posts.modifiers
            | self.places
        )

    def _word(self, text: str) -> NameWord:
        norm = lower(text)
        titled, capitals = self._titled(text), _capitals(text)
        if not (titled or capitals) or ("-" in text and _is_initial(text)):
            return NameWord(initial=True) if _is_initial(text) else NO_NAME
        post = self.language.post_heads.find(norm) if titled else None
        several = post is not None and bool(post.analysis.number)  # "[Акимы] Омской и Томской областей"
        given, month = self._is_given(norm) and not several, norm in self.months
        foreign = titled and not self.writes(text)
        return NameWord(
            titled,
            capitals,
            text in DIGRAPHS,
            foreign,
            post is not None,
            given,
            month,
            len(text) > 3 if capitals else self._slot(norm, given=given),  # noqa: PLR2004 - shorter ones are acronyms
            titled
            and not foreign
            and (given or not self.ordinary(norm))
            and not (self.fusional and dictionary.is_common(norm)),
        )

    def _titled(self, text: str) -> bool:
        """Tell whether a word begins as a name: a capital, or "эль-" or "al-" before one."""
        if not text[0].isupper():
            article, hyphen, rest = text.partition("-")
            joined = self.particle(article) or article in self.language.names.articles
            return bool(hyphen) and rest[:1].isupper() and joined
        if sum(map(str.isupper, text)) > _CAPITALS + text.count("-"):
            return False
        if self.fusional and "-" in text and any(map(self.language.post_heads.find, lower(text).split("-")[1:])):
            return False  # "Председатель Правления-Ректор Иван Ким"
        return len(text) > 1 and not text.isupper() and not any(map(str.isdigit, text)) and not text[-2:].isupper()

    def _is_given(self, word: str) -> bool:
        if self.given(word):
            return True
        if self.fusional:
            return dictionary.is_name(word, "Name")
        return self.language.genitive(word) and self.given(self.language.owner(word))

    def _slot(self, word: str, *, given: bool) -> bool:
        """Tell whether a word may be a surname, the heads of titles included."""
        if word in self.months:
            return True
        if word in self.stop:
            return False
        if given:
            return True
        if self.head_final and self.language.instrument_heads.find(word):
            return False  # "Aman Amanow Ähtnama gol çekdi"
        found = (a for a in self.language.analyse(word) if a.stem in self.common)
        ours = any(a.possessive not in {"", "3"} or (a.case == "loc" and a.harmonic) for a in found)  # "Ақордада"
        return not (ours or word in self.common or self.language.institution_heads.find(word))  # "Arkadagymyz"

    def writes(self, word: str) -> bool:
        """Tell whether a word is in the language's script."""
        return _script_of(word[-1]) == self._script

    def given(self, word: str) -> bool:
        """Tell whether a word is a common given name (in the nominative), or two with a hyphen, the first known."""
        return bool(self._parts[word] & _GIVEN)

    def surname(self, word: str) -> bool:
        """Tell whether a word (nominative) ends as surnames do."""
        return bool(self._parts[word] & _SURNAME)

    def strong(self, word: str) -> bool:
        """Tell whether a word (nominative) ends as hardly anything but surnames does."""
        return bool(self._parts[word] & _STRONG)

    def patronymic(self, word: str) -> bool:
        """Tell whether a word (nominative) ends as patronymics do."""
        return bool(self._parts[word] & _PATRONYMIC)

    def _part(self, word: str) -> int:
        """Which parts of a name a word (nominative) may be, as bits."""
        return (
            self._is_common_given(word) * _GIVEN
            | _ends(word, self._endings) * _SURNAME
            | _ends(word, self._strong) * _STRONG
            | (_ends(word, self._patronymics) and not _ends(word, self._compounds)) * _PATRONYMIC  # "Magtymguly"
        )

    def _is_common_given(self, word: str) -> bool:
        if any(word in other.given_names_folded for other in self._lists) or _ends(word, self._compounds):
            return True
        left, hyphen, right = word.partition("-")
        if not (hyphen and left and right and self.given(left)):
            return False
        return self.given(right) or (self.language.analytic and not self.ordinary(right))  # "Jens-Hagen Berg"

    def kinship(self, word: str) -> bool:
        """Tell whether a word makes the one before it a patronymic ("ogly", "қызы")."""
        return word in self._patronymics

    def particle(self, word: str) -> bool:
        """Tell whether a word in lower case may stand within a name ("van", "de")."""
        return word in self._particles

    def syllables(self, word: str) -> bool:
        """Tell a word (lower case) that is built as a Korean given name of two syllables is: "sang-mok"."""
        return self._syllables is not None and self._syllables.fullmatch(word) is not None

    def woman(self, word: str) -> bool:
        """Tell whether a given name is a woman's, by its ending."""
        return word.endswith(self._women)

    def ordinary(self, word: str) -> bool:
        """Tell whether a word with a capital is known to be something other than a name."""
        return word in self._not_names


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    """Tell whether a word has one of these endings, and two letters and more before it: "Low" is no surname in -ow."""
    return word.endswith(endings) and len(word) >= min(len(e) for e in endings if word.endswith(e)) + 2


@cache
def name_book(language: Language, languages: tuple[Language, ...]) -> NameBook:
    """The names of a language and of those of `languages` in its script; made once."""
    return NameBook(language, languages)


def _is_initial(text: str) -> bool:
    """Tell a letter, two that stand for one, or two of those with a hyphen: "K", "Zh", "K-Zh"."""
    return all((len(part) == 1 and part.isupper()) or part in DIGRAPHS for part in text.split("-"))


def _capitals(text: str) -> bool:
    return len(text) > 2 and text.isupper() and not ROMAN.match(text) and text.replace("-", "").isalpha()  # noqa: PLR2004 - "BM" is no name
