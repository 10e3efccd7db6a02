"""How institutions are named: the schema of `institutions.toml`."""

from __future__ import annotations

import msgspec


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that heads the names of institutions, in its dictionary form, with the kind it gives them.

    `kinds` refines the kind by a word of the name (its stem or beginning: `saýlaw` makes a committee an election
    body). `weak` heads ("centre", "group") need a capital of their own or of a modifier next to them to be a name.
    `alone` heads are names without a modifier ("Mejlis", "Сенат"). `eponymous` ones may be named after a person with
    nothing between ("Nawoýy muzeýi"). `full` is what a contraction stands for ("Минфин"). `owned` ones are names,
    though weak, right after the institution whose they are ("ЕҚЫҰ миссиясы"); `work` ones mean there what a body does
    ("Кеңес қызметі"). `possessed` ones name nothing without the possessive. `board` ones that a title follows belong
    to the title ("басқарма төрағасы"). `refined` ones name an institution only with a word of `kinds` ("House of
    Representatives", but "Opera House"). A `part` of a parliament has a chair, but no speaker ("committee").
    A `chamber` is a name in small letters, too, right before a title in it ("сенат төрағасы").
    `quoted` is the kind where a name in quotation marks or another script stands right behind ("агентство «Север»").
    A `deed` is what another body does, right behind its noun ("Агентство государственной службы").
    The name of a `whole` one doesn't go on with what it is for ("Европейский союз | по …"), that of a `seated` one may
    with where it is ("Centre [in Oslo]").
    A `listed` one names an institution only where the name is widely known ("Программа развития ООН").
    A `middle` is that of a place which alone owns it ("Алматының орталығында").
    By itself it may refer to one of the kind `any_of` that the text names by an abbreviation ("БҰҰ", "ұйымның").
    Each of several has the whole of one of its `fields` ("Chambers of [Commerce and Industry]").
    Behind a word that begins as one of `abstract` does it heads no name ("civil society").
    `example` is a phrase that holds such a name.
    """

    lemma: str
    kind: str
    example: str
    kinds: dict[str, str] = {}
    weak: bool = False
    alone: bool = False
    eponymous: bool = False
    full: str = ""
    owned: bool = False
    work: bool = False
    possessed: bool = False
    board: bool = False
    whole: bool = False
    seated: bool = False
    refined: bool = False
    part: bool = False
    chamber: bool = False
    listed: bool = False
    deed: bool = False
    middle: bool = False
    quoted: str = ""
    any_of: str = ""
    abstract: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


class LegalForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An abbreviation for the legal form of a body, which follows its quoted name, the kind, and a phrase."""

    text: str
    kind: str
    example: str


class Abbreviation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An abbreviation common to a language, what it stands for (nominative), and a phrase in which it stands."""

    text: str
    name: str
    kind: str
    example: str
    country: str | None = None


class Institutions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Institution names of a language.

    `purpose`: postpositions or prepositions that introduce what a body is for ("boýunça", "по", "for"). `and_`:
    conjunctions that join modifiers. `generic`: words that make a phrase no name ("relevant", "other"). `stop`:
    words that no name holds (particles, pronouns, auxiliary verbs). `places`: nouns of places that may own an
    institution ("şäher", "область"). `members`: word sequences for "member states", whose owner precedes (Turkic)
    or follows. `ties`: those of `purpose` that follow certain nouns only ("договор [о]", "движение [за]").
    `observing`: words of a mission's name that tell that it observes elections, which its short name leaves out.
    `people`: what an institution's people are called, who end its name where they stand before the head of another
    ("the Consulate's staff … Penza University"). `official`: modifiers that make a name of a country's weak head
    ("the national committee of X"). `modifiers`: lower-case adjectives that begin names ("central", "state"),
    `national`: those that make one of a weak head at the beginning of a sentence, too ("Ұлттық банк").
    `reports`: phrases before the name of the outlet that reports ("передаёт"); `sources`: words before a colon and
    the outlet ("Источник: …"), `reporting` verbs behind it (", Trend [reports]"). `bare_owner`: whether a country
    may own an institution without the genitive ("Қазақстан Үкіметі"). `areas`: parts of the world (nominative,
    lower case), before which a noun is an adjective ("Merkezi Aziýa"); a body named for one of the `distant` ones, by
    its beginning, is not at home ("Еуропалық сыртқы әрекет қызметі"). `articles`, `indefinite` words
    for one of several ("a", "any"), and `auxiliaries` that may follow a name.
    `where`: prepositions of place that may join a body to its seat;
    `offices`: nouns for the office of whose genitive stands before them, in small letters too ("Ombudsman's [office]").
    `charges`: nouns for what a chief has without an article ("Chief of [Mission]").
    `quarters` before a place make it a part of the world or of a state ("[North] American Bureau").
    `legal`: the words of a company's legal form before its head ("[Joint Stock] Company"). `pacts`: lemmas of heads
    that behind states tell what binds them ("the US-Chile [Alliance]").
    `frames`: nouns for what is done on a programme, before an abbreviation for it ("the [framework] of the MIP"), and
    prepositions before what something is told of ("a report [on] the MIP").
    `deeds`: lemmas of heads that in small letters tell what somebody does ("the [organization] of fairs"),
    `undertakings` those that do so with a genitive, also with the capital of the sentence ("[Организация] выборов").
    `epithets` praise a body ("известный") and are no part of its name. `handling`: nouns with an instrumental in
    names ("управление").
    `told_on` are the prepositions of what one with this head tells of behind its field ("Department of Trade | [on]").
    `doers` end nouns of who does something, also before a body that does it ("[utgaşdyryjy] agentligi").
    `peoples` are nouns for people that are a field in the genitive ("Office of [Women's] Issues").
    `compounded`: beginnings of words that end with one of the `tails`, heads in one word with them ("[Каз]гидромет").
    `attributive`: lemmas of heads that only tell the kind of the body whose head follows ("Border [Guard] Service").
    `counted`: nouns that stand with their number in names ("XXI [Century] Fund").
    `ranked`: words for how high the people of a body stand ("[Senior] Administration officials").
    `namesakes`: titles with which the names of those begin whose name a body bears ("[King] Saud University").
    `field`: those of `purpose` that bound what a body is for, so that `where` goes on with it ("… Co-operation in
    Europe"). `local`: words after which a country is a place and no actor ("visited", "из"). `filler`: words of
    names that tell nothing apart ("affairs": the Foreign Ministry is that of Foreign Affairs). `local_bodies`:
    beginnings of the words that make a body one of a part of the country ("областн", "district"). `sender`:
    prepositions before the institution that sent a body ("mission from", "миссия от"). `between`: words before
    states that stand in a relation; `senders`: nouns for those whom a state sends ("delegation"), `chairing`: forms
    of the noun for what a state does at an event. `school_endings` end acronyms of universities ("УрФУ").
    `eponym`: words before the person whom a body is named after ("имени"). `brands`: stems of heads before names
    without quotation marks in another script ("компания Toyota").
    `not_bodies` are words in capitals or in another script (lower case) that are no institutions ("ВВП", "sms"),
    `capitals` English ones ("gdp"), `works` nouns before names that are none ("проект"), `belongings` nouns before
    names of what has them ("филиал"). `union` is the head that two states may own together. `departments` are heads
    of bodies that are parts of others, `at` words between them and the whole. `following` words go on with a head
    right behind it ("Consulate [General]"). `whose`: prepositions before the owner of what stands before them ("of").
    `beneath`: prepositions before the office to which a body belongs ("agency under the President").
    `borne`: beginnings of adjectives of a country or town that bodies elsewhere bear, too ("Колумбийский университет").
    `residences` of a government by what they speak with ("Ақорда [баспасөз] қызметі").
    `joint`: beginnings of adjectives for bodies that several states have together ("межправительственн"). `units`:
    heads of bodies that any other body may have ("department", "council"; dictionary form), unless one of the
    `statewide` words tells that it is the state's ("[National] Council"); `organs` those of bodies that an
    international one has, in small letters, too ("[секретариат] ОДКБ"). `others`:
    words with which no name goes on behind a conjunction ("Администрация порта и [других] органов"). `auspices`:
    words for "under the auspices of", which tie a body to its owner and name none. `naming` words stand behind the
    name that a body is given ("Кеңестің Достық ұйымы [болып] аталуы"). `apart`: words with which no name
    goes on after its head ("Monday"). `toward`: those of `purpose` after which only a name or a place belongs to it
    ("Mission to the UN"). `voices`: words after a body that make it a mere source ("the Senate's press service
    reports"). `including`: words that begin a list of members ("şol sanda", "including"). `tellers`: verbs of
    reporting, `services`: who reports for a body ("press service of"). `officers`: words before the name of a
    company ("CEO of", "the company"). `adverbial`: those of `purpose` that mean something else before a head
    without possessive ("… бойынша комитет"). `actions`: endings of verbal nouns, whose object stands in a name with its
    case ending ("Аралды құтқару қоры"); `in_order`: those of `purpose` that tell behind one in order to what something
    is done ("Инвестиция тарту [үшін]"), `grounds`: nouns (dictionary form) beside one of them that tell on what grounds
    something is done ("кеңес [қорытындысы] бойынша", "по [рекомендации] Совета"), `aims`: endings of infinitives that
    tell right before the head what a body is for ("ýangyna garşy göreşmek gullugy"), `targeting` nouns of deeds whose
    object stands in the dative within a name ("saýlawlara [gözegçilik] missiýasy"). `inside`: words of `stop` that may
    stand within what a body is for ("saglyk [babatda] hyzmatdaşlyk boýunça geňeş"). `spellings` are other spellings of
    a part of widely known names ("organisation", "organization"): each name is known in all of them. `idioms` are two
    words of which the first is no head there ("ұйым [желісі бойынша]": through the body), or the second, in the
    dictionary form
    ("жұмыс кеңес"). With a capital `headings` are those of a page that was run into one line ("[Жаңалықтар] Сенат
    …"). `articled` fields keep their article in a list ("… and the [rule of law]"). Before `currencies` a country's
    adjective tells of money ("US dollars"). `errands` are beginnings of what only bodies of a head are for, whoever
    owns them ("Миссия Совета [по наблюдению за выборами]"). With `abroad` a name goes on ("соотечественников [за
    рубежом]"). `telling` adjectives make another body of the one behind them in small letters, too ("[деловой] Совет
    ШОС"). `latin_kinds` are the kinds that words of names in Latin letters tell ("Coventry [University]").
    `many_bodies`: those of `local_bodies` of which a place has many ("учаскелік"). `adjectives`: those of `modifiers`
    that make no compound with the head, so that its possessive ending is of an owner ("партияның [Саяси] кеңесі").
    """

    heads: tuple[Head, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    forms: tuple[LegalForm, ...] = ()
    purpose: frozenset[str] = frozenset()
    ties: dict[str, frozenset[str]] = {}
    and_: frozenset[str] = msgspec.field(default=frozenset(), name="and")
    generic: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    members: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()
    national: frozenset[str] = frozenset()
    spellings: dict[str, tuple[str, ...]] = {}
    articles: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    attributive: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    ranked: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    told_on: dict[str, frozenset[str]] = {}
    peoples: frozenset[str] = frozenset()
    compounded: tuple[str, ...] = ()
    tails: tuple[Head, ...] = ()
    frames: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    legal: frozenset[str] = frozenset()
    pacts: frozenset[str] = frozenset()
    field: frozenset[str] = frozenset()
    local: frozenset[str] = frozenset()
    sender: frozenset[str] = frozenset()
    filler: frozenset[str] = frozenset()
    local_bodies: tuple[str, ...] = ()
    many_bodies: tuple[str, ...] = ()
    adjectives: frozenset[str] = frozenset()
    beneath: frozenset[str] = frozenset()
    borne: tuple[str, ...] = ()
    whose: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    observing: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    auspices: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    actions: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    in_order: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    aims: tuple[str, ...] = ()
    targeting: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    idioms: tuple[str, ...] = ()
    headings: frozenset[str] = frozenset()
    adverbial: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    chairing: frozenset[str] = frozenset()
    senders: frozenset[str] = frozenset()
    eponym: frozenset[str] = frozenset()
    school_endings: tuple[str, ...] = ()
    brands: frozenset[str] = frozenset()
    not_bodies: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    belongings: frozenset[str] = frozenset()
    undertakings: frozenset[str] = frozenset()
    epithets: frozenset[str] = frozenset()
    handling: frozenset[str] = frozenset()
    union: str = ""
    joint: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    organs: frozenset[str] = frozenset()
    statewide: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    reports: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reporting: frozenset[str] = frozenset()
    apart: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    residences: dict[str, tuple[str, ...]] = {}
    officers: tuple[str, ...] = ()
    articled: tuple[str, ...] = ()
    currencies: frozenset[str] = frozenset()
    tellers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    areas: frozenset[str] = frozenset()
    distant: tuple[str, ...] = ()
    errands: dict[str, tuple[str, ...]] = {}
    abroad: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    latin_kinds: dict[str, str] = {}
    bare_owner: bool = False
