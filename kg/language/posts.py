"""How posts are named: the schema of `posts.toml`."""

from __future__ import annotations

import msgspec


class PostHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that heads titles, in its dictionary form with the post it names.

    `with_` refines the post by another word of the title (its beginning: "general" makes a secretary a
    `secretary-general`); `kinds` by the kind of the institution (a `parliament`'s chair is its `speaker`); `over` by a
    word of the institution's name (the chair of a `kabinet` of ministers is a `prime-minister`).
    `countries` gives the only country (ISO 3166 alpha-2) in which a title with these words is held.
    `within` gives, by country, what a post is there (in the US a `secretary` is a `minister`).
    `seat` is the kind of the institutions in which a post of this name is always held ("ректор": `education`). A
    `deputy` head turns the post of the title it governs into that of the deputy. A `rank` ("colonel", "professor")
    may stand between another post and the name. One that `needs` a word is a title only right before it ("charge
    [d'affaires]"). `like` gives the lemma of the head that it is with another word (a `vice` president is a
    `vice-president`). A `shortened` one has a full stop behind it ("зам. министра"). `never` are countries that
    have no such post, `only` those that have it, the likeliest first. With a word of `unless` it is no post
    ("candidate of [sciences]"). A `trade` ("writer") is a post only where the institution is named, or where heads
    stand last the country. With a word of `state` it is held for the state ("[бас] прокурор"). An `echo`
    ("counterpart") names the post of whom the sentence named before. One who is `sent` is told with "to" and the
    country where ("envoy"). `of_place` gives the post of who heads a place of a kind ("Çiliniň [Baştutany]").
    One `by_name` is told of by no title alone ("корреспондент"); a `crowned` one may go by one name. One that
    stands `behind` a word is a post only there ("First [Lady]").
    """

    lemma: str
    post: str
    example: str
    with_: dict[str, str] = msgspec.field(default={}, name="with")
    countries: dict[str, str] = {}
    kinds: dict[str, str] = {}
    rank: bool = False
    trade: bool = False
    over: dict[str, str] = {}
    seat: str = ""
    needs: tuple[str, ...] = ()
    shortened: bool = False
    like: dict[str, str] = {}
    never: frozenset[str] = frozenset()
    only: tuple[str, ...] = ()
    within: dict[str, dict[str, str]] = {}
    unless: frozenset[str] = frozenset()
    state: frozenset[str] = frozenset()
    echo: bool = False
    sent: bool = False
    of_place: dict[str, str] = {}
    by_name: bool = False
    crowned: bool = False
    behind: frozenset[str] = frozenset()

    def in_country(self, post: str, country: str | None) -> str:
        """What a post of this head is in a country: that of a "state secretary" in the US is a minister's."""
        return self.within.get(country or "", {}).get(post, post)


class Posts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of a language.

    `modifiers`: lower-case words that belong to a title before its head ("senior", "baş"). `generic`: words that
    make a title nobody's ("every", "former heads"). Before `goals` stands where the holder of a post of `stay`
    goes, who is sent nowhere ("the visit of the President of Chile to Peru"). `aims` are for a
    preposition the words behind it for what the holder is to do or is thanked for ("asked the Ambassador to [attend]").
    `of`: prepositions between a title
    and what it is over ("of", "to", "по"). `at`: words between an institution and a post that is held with it, not
    in it ("ýanyndaky", "жанындағы"). `interim`: abbreviations behind a head that tell its holder for the time being
    ("Resident Representative [a.i.]"). `bodies`: common nouns for what a post is over, which no institution's name
    has ("head of the [mission]"), `body_modifiers` words before them ("observation"). `possessives` tell whose
    deputy a title means ("[his] deputy"). `on_side` are prepositions before the adjective of a country on one side
    of a meeting ("[on] the Kazakh side"). `reporting` verbs behind a title make it the reporter's ("…, a
    correspondent of the agency [reports]"). `acting`: what stands between a title in the genitive and the name of
    who holds the post for the time being ("w.ý.ý."). `appointed`: words after a title that tell of coming to the
    post or leaving it ("wezipesine"), and `seeking` beginnings of those behind them that tell of a candidate.
    `becoming`: words after a title that the subject has or gets ("төрағасы болып
    сайланды"). `leading`: words between who leads a delegation and the delegation ("бастаған"). `holding`: words
    between the words for coming to a post and the name of who holds it ("хатшысы қызметін атқаратын"). `honorifics`
    stand before titles or names ("H.E.", "г-н"), `services` before those that are ranks ("[полиция] полковнигі"),
    `respect` behind names ("мырза"). `following` words go on with a
    title right after its head ("Ambassador Extraordinary"). After the prepositions `fields` stands what a post deals
    with, not whose it is
    ("Director for Russia"). `sequels`: words that go on with a head ("поверенный [в делах]"). `over_whom`: heads
    before an instrumental ("командующий [войсками]"). `both` are pairs of words that go on with a title and name no
    country of their own ("двух стран"); `duties` is the word for what who acts for another does, `acting_for` what
    such a title begins with; `copulas` verbs before what somebody is or becomes ("избран [председателем]"), `comings`
    phrases for the same ("[took office] as"), `working` those that lead to the employer ("who works at"), `under` words
    that make the title behind them a deputy's, and `between` words that may stand before the title then ("is also");
    `called`
    gives the post of who is told by the name of the body ("the [Consulate General] of Chile N"); `no_field` are words
    after a minister that
    name no ministry ("without portfolio"). After `bonds` ("дружба") the prepositions `with_whom` lead to who is
    befriended. `besides`: conjunctions between two titles of one person ("директоры [әрі] төрағасы N"). `meeting`:
    beginnings of verbs for meeting somebody, who is named right after a title ("елшісі Трамппен кездесті") with the
    ending `with`. `held_at` are prepositions before the `elections` at which a post is
    held ("head of the mission at the elections"). `detours` are prepositions of where or for whom, whose words may
    stand between a title and the name. `ministries` gives the field of the ministry that a word (its beginning)
    stands for ("внешнеполитическое ведомство"), where heads stand last before one of the `agencies`. `capacities`
    are two words before a title of the person named before them ("in his capacity as chairman"). `bygone` are
    adjectives that say, before a title's country, that it is held no longer ("former Chilean minister"), `news`
    nouns for what its holder is told of, not over ("informed the Minister of plans"). `aside` are
    adjectives before a title that are no part of it ("нынешний"). `former` are beginnings of words that tell a
    president who is one no longer ("[тұңғыш] президент"), `in_turn` words before who speaks next ("[Өз кезегінде]
    министр"). `ours` are nouns for the country in question ("министр
    юстиции [страны]"), `realms` those in its name ("Габонская [Республика]"). `degrees` begin
    abbreviations for degrees of learning before a name and `sciences` end them ("д.и.н."), `callings` are nouns that
    tell no post ("общественный [деятель] Ким"). `sides` are nouns for one
    of the parties to talks ("с чешской стороны"), `joint` beginnings of
    titles in a body that sides have together ("сопредседатель"), `delegations` those for the people of an
    institution or a country; `lead_to` are words between whose they are and their list ("во [главе] с", "в
    [составе]"), `headed` beginnings of verbs there ("возглавляемая", "представляли"), `represented` those before
    all who came, not one head alone ("Chile was [represented] by …"). `these` are demonstratives before the noun of
    an institution named before ("президент [этого] банка"). `posts` are words for a post in "назначен на [пост]",
    `appointing` nouns for coming to one or leaving it. `now` are adverbs before the later of two titles ("министр,
    [ныне] ректор"). `who` are pronouns before a verb that tells a post ("Anna Kim, [who] serves as head"),
    `heading` verbs between a name and the institution that its bearer heads, with the post ("Anna Kim [leads] the
    Agency"), `headed_as` the title that they tell, `led_by` participles before one of `by` and the name ("the
    Agency, [headed] by Anna Kim"). `its` stands before the title of who belongs to the institution named last,
    `apposed` words between a comma and the title of the one before it ("Анна Ким, [как] глава комитета,").
    `others` are nouns for further institutions behind the one that a title names ("… to the UN and other
    international [organizations]"). `seats` gives the kind of the institutions in which a post is held that is told
    without one ("Secretary General Anna Kim": `international`). `staff` are lemmas of heads whose holder, named
    beside the holder of another post, is of the same office ("konsul A we [ikinji sekretar] B"), `units` nouns
    (dictionary form) for what belongs to the institution of the one named before ("[bölüm] müdiri"). `qualified` are
    nouns behind a title that it only tells the kind of ("member [states]"). `sovereigns` are words before a title
    for whose it is, with the country ("[His Majesty's] Ambassador"). Russian verbs in dictionary form: of `being`
    or becoming somebody, those that say who `appoints` somebody, `holding_post` those for having, taking or leaving
    a post ("занимает [пост] министра"), `removes` those by which somebody loses one; `clauses` are words that open
    another clause, `unsure` words (dictionary form) by which nobody has the post ("[кандидат] на пост"). `prefixes`
    stand with a hyphen before a head that they don't change ("экс-министр"). `undeclined` are heads in the
    nominative behind a deputy ("заместитель [Торага]"). `one_of` are the words before a title in the plural for one
    of its holders ("[один из] директоров"). `ages` end adjectives that tell how old somebody is ("57-летний").
    `doings` are finite verbs of what somebody does to or with another ("Анна Бергті [қабылдады]"). `members` are
    nouns for the people of an institution, whom a dash or a colon names ("[представители] университета – ректор N").
    `postnominals` stand right behind a name ("Anna Kim [MP], Chair of the Committee"). `ranks` are words before a
    minister that no ministry's name has ("[acting] minister"). A sentence that opens with one of `pronouns` goes on
    in the country named before it ("The Minister came to Lima. [He] met President Kim"). `adjuncts` are prepositions
    that open a sentence with a phrase to the first comma ("[At] the request of the President, the Minister").
    `delegated` are beginnings of nouns for a delegation, `led` those of words for who leads it or is in it, where heads
    stand last ("Грузия [делегациясын бастап]"). `areas` are nouns for several areas, each with the one of one area.
    `to_be` end titles of posts not held yet ("President-[elect]").
    """

    heads: tuple[PostHead, ...] = ()
    modifiers: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    postnominals: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    aims: dict[str, frozenset[str]] = {}
    interim: frozenset[str] = frozenset()
    represented: frozenset[str] = frozenset()
    stay: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    acting: tuple[str, ...] = ()
    appointed: frozenset[str] = frozenset()
    seeking: tuple[str, ...] = ()
    becoming: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    respect: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    body_modifiers: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    realms: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()
    sciences: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    joint: tuple[str, ...] = ()
    delegations: frozenset[str] = frozenset()
    lead_to: frozenset[str] = frozenset()
    headed: tuple[str, ...] = ()
    areas: dict[str, str] = {}
    delegated: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    on_side: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    following: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    both: frozenset[str] = frozenset()
    sequels: frozenset[str] = frozenset()
    over_whom: frozenset[str] = frozenset()
    bonds: frozenset[str] = frozenset()
    with_whom: frozenset[str] = frozenset()
    held_at: frozenset[str] = frozenset()
    detours: frozenset[str] = frozenset()
    bygone: frozenset[str] = frozenset()
    news: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    ministries: dict[str, str] = {}
    agencies: frozenset[str] = frozenset()
    former: tuple[str, ...] = ()
    in_turn: frozenset[str] = frozenset()
    elections: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    comings: tuple[str, ...] = ()
    working: tuple[str, ...] = ()
    under: frozenset[str] = frozenset()
    called: dict[str, str] = {}
    duties: frozenset[str] = frozenset()
    acting_for: str = ""
    capacities: frozenset[str] = frozenset()
    meeting: tuple[str, ...] = ()
    besides: frozenset[str] = frozenset()
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    between: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    these: frozenset[str] = frozenset()
    appointing: tuple[str, ...] = ()
    headed_as: str = ""
    members: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    heading: dict[str, str] = {}
    its: frozenset[str] = frozenset()
    doings: frozenset[str] = frozenset()
    apposed: frozenset[str] = frozenset()
    led_by: dict[str, str] = {}
    by: frozenset[str] = frozenset()
    no_field: frozenset[str] = frozenset()
    seats: dict[str, str] = {}
    others: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    qualified: frozenset[str] = frozenset()
    sovereigns: dict[str, str] = {}
    ranks: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    adjuncts: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    appoints: frozenset[str] = frozenset()
    holding_post: frozenset[str] = frozenset()
    removes: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    one_of: tuple[str, ...] = ()
    undeclined: frozenset[str] = frozenset()
    to_be: frozenset[str] = frozenset()
