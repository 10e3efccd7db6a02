"""Load, merge and validate language files."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, get_type_hints

from kg.errors import LanguageError
from kg.language.case import lower, unmarked
from kg.language.dates import Dates
from kg.language.elections import Elections
from kg.language.events import Events
from kg.language.institutions import Head, Institutions, LegalForm
from kg.language.instruments import InstrumentHead, Instruments
from kg.language.lexicon import Lexicon
from kg.language.memo import Memo
from kg.language.morphology import Analysis, Morphology, analyser, possessed
from kg.language.names import Names
from kg.language.pages import Pages
from kg.language.phrases import Phrases
from kg.language.places import Places
from kg.language.posts import PostHead, Posts
from kg.language.quotations import Quotations
from kg.language.sentences import Sentences
from kg.language.standing import Standing
from kg.language.toml import convert, read_toml
from kg.resources import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kg.language.event_words import Noun, Topic, Verb, Word

FAMILY = {"tk": "turkic", "kk": "turkic", "ru": None, "en": None}
CODES = tuple(FAMILY)


@dataclass(frozen=True, eq=False)
class Language:
    """What is known of one language; a field a concern, named as its file.

    `fusional` tells whether endings fuse case, number and gender (Russian), so that a dictionary has to inflect,
    `analytic` whether order and prepositions do the work of endings (English), `head_final` whether the head of a noun
    phrase stands last (Turkic): rules ask for them all the time, so that they are no properties.
    """

    code: str
    dates: Dates
    pages: Pages
    places: Places
    elections: Elections
    events: Events
    sentences: Sentences
    morphology: Morphology
    names: Names
    institutions: Institutions
    posts: Posts
    quotations: Quotations
    instruments: Instruments
    standing: Standing
    fusional: bool = field(init=False)
    analytic: bool = field(init=False)
    head_final: bool = field(init=False)

    def __post_init__(self) -> None:
        """Tell of what type the language is."""
        object.__setattr__(self, "fusional", self.morphology.type == "fusional")
        object.__setattr__(self, "analytic", self.morphology.type == "analytic")
        object.__setattr__(self, "head_final", self.morphology.head_final)

    def genitive(self, word: str) -> bool:
        """Tell whether a word ends as a genitive does ("president's", "ministriň"); never in a fusional language."""
        return word.endswith(self.morphology.genitives)

    def owner(self, word: str) -> str:
        """A word without the clitic of an analytic language's genitive ("president's" gives "president")."""
        ending = next((e for e in self.morphology.genitives if word.endswith(e)), "") if self.analytic else ""
        return word.removesuffix(ending)

    def stems(self, word: str) -> frozenset[str]:
        """The stems that a word in lower case may be a form of."""
        return self._stems[word]

    @cached_property
    def _stems(self) -> Memo[str, frozenset[str]]:
        return Memo(lambda word: frozenset(a.stem for a in self.analyse(word)))

    @cached_property
    def analyse(self) -> Callable[[str], tuple[Analysis, ...]]:
        """Gives the possible analyses of a word in lower case; see `kg.language.morphology`."""
        return analyser(self.morphology)

    @cached_property
    def triggers(self) -> Phrases[Noun | Verb]:
        """Nouns and verbs that may tell of an event."""
        return Phrases(self.events.triggers(), self)

    @cached_property
    def event_nouns(self) -> frozenset[str]:
        """Single words that are nouns of events, in the nominative."""
        return _single_words(self.events.nouns)

    @cached_property
    def sittings(self) -> frozenset[str]:
        """Those of the `event_nouns` that may be of a parliament."""
        return _single_words(noun for noun in self.events.nouns if noun.type == "session" or "parliament" in noun.of)

    @cached_property
    def event_words(self) -> Phrases[Word]:
        """Words with a function beside events."""
        return Phrases(((p, word) for word in self.events.words for p in word.phrases), self)

    @cached_property
    def topic_words(self) -> Phrases[Topic]:
        """Words that tell what an event is about."""
        return Phrases(((p, topic) for topic in self.events.topics for p in topic.phrases), self)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words whose full stop ends no sentence, in lower case."""
        return frozenset(a.word for a in self.sentences.abbreviations)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Common given names, as written; in English without their marks, too ("Balázs", "Balazs")."""
        names = self.names.given.split()
        return frozenset([*names, *map(unmarked, names)] if self.analytic else names)

    @cached_property
    def given_names_folded(self) -> frozenset[str]:
        """Common given names in lower case."""
        return frozenset(name.lower() for name in self.given_names)

    @cached_property
    def _surname_endings(self) -> tuple[str, ...]:
        """Endings that are telling by themselves: three letters, or two with the w of "-ow" (not "-in", "-ko")."""
        endings = {e.ending for e in (*self.names.surnames, *self.names.patronymics)}
        return tuple(sorted(e for e in endings if len(e) > 2 or (len(e) == 2 and e[-1] in "wvв")))  # noqa: PLR2004

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words that are written with a capital and are no names, in lower case."""
        return frozenset(lower(self.names.common).split())

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words of institutions' names that tell none from another."""
        data = self.institutions
        return data.stop | data.and_ | data.purpose | data.filler

    @cached_property
    def tellers(self) -> frozenset[str]:
        """Verbs by which bodies and people tell the news."""
        return frozenset({*self.institutions.tellers, *self.posts.reporting})

    @cached_property
    def strong_surnames(self) -> tuple[str, ...]:
        """Endings that only surnames have."""
        return tuple(e.ending for e in self.names.surnames if e.strong)

    def forms(self, stems: frozenset[str]) -> Memo[str, bool]:
        """Which words in lower case are forms of these words in dictionary form: `forms(stems)[word]`."""
        known = self._forms.get(stems)
        if known is None:
            known = self._forms[stems] = Memo(lambda word: any(a.stem in stems for a in self.analyse(word)))
        return known

    @cached_property
    def _forms(self) -> dict[frozenset[str], Memo[str, bool]]:
        return {}

    def is_given(self, word: str) -> bool:
        """Tell whether a word in lower case, in any case, is a common given name."""
        return self._given[word]

    @cached_property
    def _given(self) -> Memo[str, bool]:
        return Memo(lambda word: any(a.stem in self.given_names_folded for a in self.analyse(word)))

    def is_surname(self, word: str) -> bool:
        """Tell whether a word in lower case, in any case, has a telling ending of a surname or patronymic."""
        return self._surname[word]

    @cached_property
    def _surname(self) -> Memo[str, bool]:
        return Memo(self._ends_as_surname)

    def _ends_as_surname(self, word: str) -> bool:
        return any(
            a.stem.endswith(ending) and len(a.stem) >= 2 * len(ending)
            for a in self.analyse(word)
            if a.stem.endswith(self._surname_endings)
            for ending in self._surname_endings
        )

    def possessed(self, lemma: str) -> str:
        """A noun with the third person's possessive ending ("ministrlik" -> "ministrligi"; Turkic languages)."""
        return possessed(lemma, self.morphology)

    @cached_property
    def institution_heads(self) -> Lexicon[Head]:
        """Institution heads by dictionary form."""
        data = self.institutions
        heads, tails = ([(h.lemma, h) for h in listed] for listed in (data.heads, data.tails))
        return Lexicon(heads, self.analyse, firsts=data.compounded, tails=tails)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Abbreviations for institutions, as written."""
        return frozenset(a.text for a in self.institutions.abbreviations)

    @cached_property
    def legal_forms(self) -> dict[str, LegalForm]:
        """Abbreviations of legal forms, as written."""
        return {form.text: form for form in self.institutions.forms}

    @cached_property
    def instrument_heads(self) -> Lexicon[InstrumentHead]:
        """Heads of names of plans, treaties and projects by dictionary form."""
        return Lexicon(((h.lemma, h) for h in self.instruments.heads), self.analyse)

    @cached_property
    def post_heads(self) -> Lexicon[PostHead]:
        """Heads of titles by dictionary form."""
        return Lexicon(((h.lemma, h) for h in self.posts.heads), self.analyse, self.posts.prefixes)


def _single_words(nouns: Iterable[Noun]) -> frozenset[str]:
    """The phrases of nouns that are one word, without their marks."""
    return frozenset(p.rstrip("~") for noun in nouns for p in noun.phrases if " " not in p)


def _merge(base: object, own: object) -> Any:  # noqa: ANN401 - parsed TOML, checked when it is converted
    if isinstance(base, dict) and isinstance(own, dict):
        return {key: _merge(base[key], own[key]) if key in base and key in own else {**base, **own}[key]
                for key in {**base, **own}}  # fmt: skip
    if isinstance(base, list) and isinstance(own, list):
        return base + own
    return own


@cache
def load(code: str, folder: Path = LANGUAGES) -> Language:
    """Load the language `code` (one of `CODES`). Raises `LanguageError` naming file and line."""
    if code not in FAMILY:
        raise LanguageError(f"no language '{code}': known are {', '.join(CODES)}")
    family = FAMILY[code]
    types = get_type_hints(Language)
    values: dict[str, Any] = {"code": code}
    for concern in fields(Language):
        if concern.name == "code" or not concern.init:
            continue
        path = folder / code / f"{concern.name}.toml"
        data = read_toml(path) if path.exists() else {}
        shared = folder / family / f"{concern.name}.toml" if family else None
        if shared and shared.exists():
            data = _merge(read_toml(shared), data)
        values[concern.name] = convert(data, types[concern.name], path if path.exists() else shared or path)
    return Language(**values)


def load_all(folder: Path = LANGUAGES) -> dict[str, Language]:
    """All languages, by code, in a fixed order."""
    return {code: load(code, folder) for code in CODES}
