"""How persons are named: the schema of `names.toml`."""

from __future__ import annotations

from typing import Literal

import msgspec


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An ending of names (lower case, nominative) and a name that has it.

    `strong` tells that the ending alone makes a capitalised word a surname ("-owa", "-енко"): no other word that
    stands with a capital is likely to have it. The others ("-in", "-ian") need a given name or a title beside them.
    """

    ending: str
    example: str
    strong: bool = False


class Declension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names decline that the dictionary lacks (Russian): endings by case, put in the place of `base`.

    `stems` are the ends of the stems that decline so; where there are none, all stems whose last letter is as `after`
    says. `genders` are `masc`, `femn`. `example` is an inflected name, `means` its nominative.
    """

    base: str
    genders: tuple[str, ...]
    endings: dict[str, tuple[str, ...]]
    example: str
    means: str
    stems: tuple[str, ...] = ("",)
    after: Literal["any", "consonant", "vowel"] = "any"


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Personal names of a language.

    `given`: common given names, nominative, as one text separated by white space; `compounds`: second parts of given
    names that are made freely ("-geldi", "-бек"). `surnames` and `patronymics`: endings that make a capitalised word
    one. `particles`: lower-case parts of names ("van", "de"); `sons` those that lead to a father's name ("bin"),
    `articles` those that only a hyphen ties to a name ("аш-Шараа"), `tribal` Arabic articles before the name of a
    tribe, which keeps its last vowel ("[Al] Halili"). `eponym`: words, in the form or the dictionary form, that tell
    that a name beside them is an eponym ("adyndaky", "имени", "көше"): nobody who takes part. `women`: endings of
    women's given names, where the feminine form of surnames is also a masculine case ("Amanowa"). `common`: words that
    official texts write with a capital though they are neither names nor heads of institutions or titles
    ("Independence", "Konstitusiýa"), and given names that are common nouns as well ("Döwlet"): these need a surname's
    ending beside them. `declensions`, and `governs` (prepositions and postpositions with the cases that they ask for),
    give inflected names back their nominative. `agents`: endings of surnames made of trades ("Demirji"), to which a
    genitive's "n" does not belong. `contracted`: inflected ends of surnames that don't show their nominative, with the
    end that they stand for ("skä": "skiý"). `one_letter` gives the case of a form of a Chinese given name of one
    letter, which any short word looks like ("Ван [Имен]"). `clitics`: particles that a hyphen ties to a name
    ("Amanow-da": Amanow, too). `syllables`: the pattern of a Korean given name of two syllables ("Sang-mok"), before
    which its surname stands. `holidays`: two words that look like a name. `done_by`: two words behind which it is
    mostly people that are named ("led by"). `initialisms`: two letters with stops that are nobody's initials ("D.C").
    """

    given: str = ""
    compounds: tuple[Ending, ...] = ()
    surnames: tuple[Ending, ...] = ()
    patronymics: tuple[Ending, ...] = ()
    particles: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    tribal: frozenset[str] = frozenset()
    sons: frozenset[str] = frozenset()
    eponym: frozenset[str] = frozenset()
    women: tuple[str, ...] = ()
    holidays: frozenset[str] = frozenset()
    common: str = ""
    agents: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    contracted: dict[str, str] = {}
    one_letter: dict[str, str] = {}
    declensions: tuple[Declension, ...] = ()
    governs: dict[str, tuple[str, ...]] = {}
    syllables: str = ""
    done_by: frozenset[str] = frozenset()
    initialisms: frozenset[str] = frozenset()
