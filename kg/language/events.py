"""What tells of an event: the schema of `events.toml`.

Phrases are written in lower case. In them a word that ends in `~` is declined ("duşuşyk~" also stands for
"duşuşygyň", "круглый~ стол~" for "круглого стола"), a word that ends in `-` is conjugated ("gatnaş-", "посетить-",
"attend-"), any other word stands as it is. Every entry carries a sentence or phrase in which it is found.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

import msgspec

from kg.language.event_words import Ending, Noun, Topic, Verb, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Tokens of "acting" before a title: "и . о .".
_ABBREVIATED = 4


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Event data of a language.

    After `modals` a word that is noun or verb is a verb ("will visit").
    After `determiners` it is a noun, and no verb ("the [end]", "heads of [state]").
    `nominal` is a regular expression of endings that make a noun of a verb, whose subject stands in the genitive
    ("ministriň gatnaşjakdygyny"). `titled`: words after a title in quotation marks ("«…» atly maslahat").
    `further`: adverbs before a verb by which another event is told of ("also held", "last time met"), `too` particles
    behind people who were met besides others ("өкілдерімен [де] кездесті"); `earlier`: words
    by which a sentence tells of what was before ("[previously], a meeting was held"); `since`: words behind the time
    from which something else has been ("2019 жылдан [бергі] алғашқы кездесу"), `onward` those behind a month or a year
    from which it is done ("сәуір айынан [бастап]"); `todays`: beginnings of words before
    the event that the text tells of ("[сегодняшний] саммит").
    `attending`: nouns for those who were there ("the guests of honour included", "the envoys were – "); `amid` are
    prepositions that open a list of them ("[among] the guests were"). `moments`: words for when something happens
    right behind a verb that has no object ("the forum opened [today]").
    `conjunctions`: prepositions that begin a clause, too ("after the minister met").
    `contrasts`: words behind a comma by which another clause begins, with a subject of its own (", а").
    `leaders`: words in the plural for two who were told of by name ("[лидеры] встретятся").
    `press`: words for those who are told the news ("заявил [журналистам]"), by which nobody takes part in it.
    `about`: prepositions of what an event is about that stand before
    its place, too ("training [on] human rights").
    `preparations`: words of speaking about what is yet to come ("[preparations for] the summit"); `including`: words
    before a list of what stands before them ("the events planned, [including] a forum").
    `born`: participles by which somebody is told to be from a place and a day ("Ошта [туған] министр").
    `members`: words for the states of an international body, which by them does not act itself ("OTS [states] met").
    `outcomes`: nouns for what came of an event, which therefore took place ("обсудили [итоги] визита").
    `first_time`: two words for what had not been before ("алғаш рет").
    `founding`: participles of beginnings ("[initiated] in 2018"), `accompanying`: verbs ("[accompanied] the envoy"),
    `goals`: nouns for what an event is for ("[целью] визита"), `agreeing`: beginnings of words by which people agree on
    what will be ("[agreed] to hold a forum").
    `objects` and `theirs` are pronouns ("met [her]", "[their] talk"), `complementisers` begin clauses ("said [that]");
    `accounts` are nouns for what somebody tells ("по [словам] министра"), `apart` objects of verbs that may stand
    apart from these ("вручил Президенту [верительные грамоты]"); `housing` are prepositions before the house
    in which something is ("[at] the “Silk Road” complex").
    `passives`: endings of participles before who did something ("instructions giv[en] by"); `staying`: prepositions
    before the visit that somebody is on ("[on] a visit to Osh"); `several`: pronouns for more than one person;
    `there` begins a relative clause of a place, `who` one of a person, with a word of `one` behind it of one alone
    ("who [was]").
    `moved`: words by which an event is put off, which without another day is called off ("[postponed] to").
    `speeches`: nouns by which a verb of holding tells that somebody spoke ("delivered warm welcoming [remarks]"), in
    Russian a verb of showing ("представил международный [опыт]").
    `programmes`: nouns for a programme (`what`), and verbs by which it holds something (`future`) or held it (`past`):
    "the [agenda] [includes] talks".
    `standing_for`: words for a noun named before ("the Chilean [one]").
    `aims`: prepositions before the event for which somebody goes somewhere ("flew to Oslo [for] talks").
    `acting`: abbreviations before the title of who holds an office for a time, in tokens with spaces ("и . о .").
    `working`: words before the event that they stand for ("the [work] of the conference goes on").
    `inside`: prepositions before what somebody takes part in ("took part [in] the work").
    `seated`: words before the place where somebody sits ("accredited in"). `affairs`: what goes on in a country that
    people meet about elsewhere ("the war in"). `periods`: words before the time that
    something else covers ("results of the reporting period November 2018").
    `presiding`: nouns for who presides, as they stand with a verb of `copulas` ("председателем заседания был").
    `moderating`, `organising`: the same for who moderates or organises, without any event, too ("организатор — банк").
    `attached`: words after a body or office by which another belongs ("министрлік жанындағы кеңес").
    `formats`: words after the parties of a format of talks («Орталық Азия – Қытай» [форматында]).
    `located`: participles by which a house is said to be somewhere ("Парижде орналасқан штаб-пәтерде").
    `itself`: words after a noun in the genitive that stand for it ("maslahatyň özi").
    `returning`: verbs for going home, before where that is ("visited Oslo and [returned] to Astana").
    `demands`: nouns for what is met or adopted and is nobody ("met the [requirements]", "[қаулыны] қабылдады").
    `escorting`: verbs by which those behind them are told to have come with somebody ("Гостя [сопровождают] послы").
    `endings` conjugate by suffixes, tried in their order, after an optional `negation` (a regular expression); a
    language without them conjugates by rule (English, with `irregular` past and past participle, and further
    `suppletive` forms by tense) or by the dictionary (Russian). `auxiliaries` make a participle or converb before
    them the predicate; the tense is that of a converb ("өтіп жатыр"). Words with the endings `participles` govern the
    place before them, and a date with one of `attributive` tells of the noun behind it ("2025 жыл[ғы] маусым").
    `converbs` are endings before a verb that only says that something goes on ("kömek beri[p] gelýär").
    `postpositions` are written like a predicate, but are none within a clause ("ұйымдастыруға қатысты пікір"), unless
    a word of `reporting` follows. `leading_on` end what stands before a noun of events and is no part of its name
    ("кеңес құрылғалы [бері] отырыс өтті"). What ends in `own_dative` has no other ending in the dative ("[dabara]
    gatnaşdy"). `sitting`: words in the names of bodies that sit: a meeting
    of the Cabinet alone is its session. `joined`: words that a hyphen joins to a noun of events ("бизнес-форум"); one
    with a beginning of `remote` is held by video ("онлайн-семинар"). `capitals` gives the capital of a state (ISO
    3166 alpha-2), for "visited the capital". `labels`: words before a colon, by what they tell of an event announced.
    """

    modals: tuple[str, ...] = ()
    determiners: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    negation: str = ""
    nominal: str = ""
    too: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    onward: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    todays: tuple[str, ...] = ()
    attending: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    leaders: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    preparations: frozenset[str] = frozenset()
    born: frozenset[str] = frozenset()
    including: frozenset[str] = frozenset()
    accompanying: frozenset[str] = frozenset()
    first_time: frozenset[str] = frozenset()
    founding: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    agreeing: tuple[str, ...] = ()
    complementisers: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    apart: tuple[tuple[str, ...], ...] = ()
    housing: frozenset[str] = frozenset()
    passives: tuple[str, ...] = ()
    staying: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    standing_for: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    speeches: frozenset[str] = frozenset()
    programmes: dict[Literal["what", "past", "future"], frozenset[str]] = {}
    working: frozenset[str] = frozenset()
    acting: tuple[str, ...] = ()
    seated: frozenset[str] = frozenset()
    affairs: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    titled: tuple[str, ...] = ()
    presiding: frozenset[str] = frozenset()
    moderating: frozenset[str] = frozenset()
    organising: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    itself: tuple[str, ...] = ()
    returning: frozenset[str] = frozenset()
    demands: frozenset[str] = frozenset()
    escorting: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    located: frozenset[str] = frozenset()
    auxiliaries: dict[str, str] = {}
    participles: tuple[str, ...] = ()
    converbs: tuple[str, ...] = ()
    attributive: tuple[str, ...] = ()
    postpositions: frozenset[str] = frozenset()
    leading_on: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    endings: tuple[Ending, ...] = ()
    irregular: dict[str, tuple[str, str]] = {}
    suppletive: dict[str, dict[Literal["past", "present"], tuple[str, ...]]] = {}
    nouns: tuple[Noun, ...] = ()
    verbs: tuple[Verb, ...] = ()
    words: tuple[Word, ...] = ()
    topics: tuple[Topic, ...] = ()
    own_dative: tuple[str, ...] = ()
    sitting: tuple[str, ...] = ()
    joined: frozenset[str] = frozenset()
    remote: tuple[str, ...] = ()
    labels: dict[Literal["what", "who", "when", "where"], frozenset[str]] = {}
    capitals: dict[str, str] = {}

    @cached_property
    def pasts(self) -> frozenset[str]:
        """Past forms of the irregular verbs ("held")."""
        return frozenset(past for past, _ in self.irregular.values())

    @cached_property
    def shown(self) -> frozenset[str]:
        """Phrases of the verbs by which something is presented, as they stand in the past ("focused on")."""
        return frozenset(phrase for verb in self.verbs if verb.frame == "share" for phrase in verb.phrases)

    def acting_before(self, words: Sequence[str], at: int) -> bool:
        """Tell an abbreviation of "acting" that ends right before word `at` of a sentence: "и . о . [министра]"."""
        return " ".join(words[max(0, at - _ABBREVIATED) : at]).endswith(self.acting)

    @cached_property
    def by_role(self) -> dict[str, tuple[str, ...]]:
        """Phrases of words with a function by their role, in the order of the file."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self.words:
            found[word.role] = found.get(word.role, ()) + word.phrases
        return found

    @cached_property
    def verbs_like(self) -> dict[str, Verb]:
        """Verbs that are written like a noun of events ("to visit"), by the noun's lemma."""
        verbs = {phrase.rstrip("-"): verb for verb in self.verbs for phrase in verb.phrases if " " not in phrase}
        same = ((noun.lemma, verbs.get(phrase.rstrip("~"))) for noun in self.nouns for phrase in noun.phrases)
        return {lemma: verb for lemma, verb in same if verb}

    @cached_property
    def gerunds(self) -> dict[str, Verb]:
        """Verbs whose gerund is a noun of events ("meeting"), by the noun's lemma."""
        verbs = {f"{phrase[:-1]}ing": verb for verb in self.verbs for phrase in verb.phrases if phrase[-1:] == "-"}
        same = ((noun.lemma, verbs.get(noun.phrases[0].rstrip("~"))) for noun in self.nouns)
        return {lemma: verb for lemma, verb in same if verb}

    @cached_property
    def by_lemma(self) -> dict[str, Noun | Verb]:
        """Nouns and verbs by lemma."""
        return {entry.lemma: entry for entry in self._entries}

    def triggers(self) -> Iterator[tuple[str, Noun | Verb]]:
        """Each phrase of a noun or verb with its entry."""
        return ((phrase, entry) for entry in self._entries for phrase in entry.phrases)

    @property
    def _entries(self) -> tuple[Noun | Verb, ...]:
        return (*self.nouns, *self.verbs)
