"""When two mentions in one text are of one institution: a list of named rules, the first that finds a group wins."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from kg.interpret.cast.candidates import OPENING, quoted
from kg.interpret.cast.groups import BODIES_OF_STATES, ORGANS, stems, words
from kg.interpret.cast.houses import chamber, national_parliament
from kg.interpret.cast.letters import abbreviates, spells
from kg.interpret.cast.spellings import ALIKE
from kg.interpret.cast.titles import HEADS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.interpret.cast.candidates import Blocking, Candidate, OrganisationGroup

similarity = Levenshtein.normalized_similarity
# Content words that a shorter name needs, so that "the Committee" and "State Committee" fit nothing by chance.
_TELLING = 2


def same_record(c: Candidate, group: OrganisationGroup) -> bool:
    """Both are the same widely known institution."""
    return group.known == c.mention.known


def same_abbreviation(c: Candidate, group: OrganisationGroup) -> bool:
    """The abbreviation has been met."""
    return any(c.mention.name == name for name, _, _ in group.names)


def defined(c: Candidate, group: OrganisationGroup) -> bool:
    """An abbreviation in brackets right after a name of the group."""
    single = c.mention.form == "abbreviation" or (c.mention.form == "name" and len(c.mention.name.split()) == 1)
    bracket = c.bracket if single else None  # "университетінде ([ҚазҰУ])"
    return bracket is not None and group.ends_at(bracket)


def defined_within(c: Candidate, group: OrganisationGroup) -> bool:
    """An abbreviation in brackets within a name of the group: "Институт труда (ИТ) Академии наук"."""
    bracket = c.before.endswith("(") and not c.language.head_final
    return bracket and any(m.start < c.mention.start and c.mention.end < m.end for m in group.mentions)


def initials(c: Candidate, group: OrganisationGroup) -> bool:
    """An abbreviation of the first letters of a full name: "ЗТУ", "Западный технический университет"."""
    if group.known is not None:
        return False
    if c.mention.form == "abbreviation":
        return any(form == "name" and abbreviates(c.mention.name, name) for name, form, _ in group.names)
    return c.mention.form == "name" and any(
        form == "abbreviation" and abbreviates(name, c.mention.name) for name, form, _ in group.names
    )


def spelt(c: Candidate, group: OrganisationGroup) -> bool:
    """An unexplained acronym of the first letters and others of a name: "UMZ", "University of Mazandaran"."""
    mine, data = c.mention.name.lower(), c.language.institutions
    full = [words(name) for name, form, _ in group.names if form == "name" and group.known is None]
    tails = data.eponym | data.where  # "УрФУ [имени Ельцина]", "РЦНК [в Армении]"
    return any(spells(mine, n) or spells(mine, tuple(takewhile(lambda w: w not in tails, n))) for n in full)


def same_words(c: Candidate, group: OrganisationGroup) -> bool:
    """The same words; heads may differ where owners agree ("OSCE bureau for …", "Office for … of the OSCE")."""
    if c.content not in group.contents or _owners_differ(c, group):
        return False
    if c.heads == group.heads or c.heads & group.heads:
        return bool(c.content) or c.mention.kind == "parliament" or c.owner is group.owner
    return c.owner is not None and c.owner is group.owner and len(c.content) >= _TELLING


def national_election_body(c: Candidate, group: OrganisationGroup) -> bool:
    """A state has one election commission for the whole country, whatever words or known letters it goes by."""
    both = group.kind == c.mention.kind == "election-body" and (c.mention.form != "abbreviation" or bool(c.heads))
    return both and not c.local and not group.local and group.owner is None and c.mention.owner is None


def shorter_name(c: Candidate, group: OrganisationGroup) -> bool:
    """A shorter name with the same head and no word that the full one lacks; with the same owner the head is enough."""
    telling = 0 if c.owner is not None and c.owner is group.owner else _TELLING
    if c.mention.kind == group.kind == "parliament" and c.country == group.country is not None:
        telling = 0  # "Ресей Думасы": "Ресей Мемлекеттік Думасы"
    if c.mention.kind == group.kind == "embassy" and c.language.head_final and c.mention.country is None:
        telling = 0  # "Қазақстанның Ыстанбұлдағы Бас консулдығы", then "Бас консулдық"
    elections = c.mention.kind == group.kind == "election-body"  # "saýlaw topary", "saýlaw komiteti"
    if not (c.heads & group.heads or elections) or len(c.content) < telling:
        return False
    return (
        c.mention.form in {"name", "abbreviation"}
        and not _owners_differ(c, group)
        and any(c.content < full for full in group.contents)
    )


def fuller_name(c: Candidate, group: OrganisationGroup) -> bool:
    """A name with more words than the one met before, of the same head and owner: "Mission", "Election Mission".

    Without an owner the names begin alike: "Karl Berg Centre", "Karl Berg Energy Centre". That it observes elections
    need not be told the first time: "OSCE Mission", "OSCE Observation Mission".
    """
    if c.owner is not group.owner or not c.heads & group.heads or c.mention.form != "name":
        return False
    opening = words(c.mention.name)[:OPENING]
    alike = c.owner is not None or any(words(name)[:OPENING] == opening for name, _, _ in group.names)
    telling = 1 if c.owner is not None else _TELLING
    if c.owner is not None and not any(group.contents):  # "ЕҚЫҰ миссиясы", then "ЕҚЫҰ сайлауды бағалау миссиясы"
        observes = c.language.head_final or c.content <= stems(" ".join(c.language.institutions.observing))
        telling = 0 if observes or _where(c, group) else 1
    return alike and any(len(short) >= telling and short < c.content for short in group.contents)


def _where(c: Candidate, group: OrganisationGroup) -> bool:
    """Tell a name that only says where, too, what the group has no other words for: "OSCE Centre [in Oslo]"."""
    mine = words(c.mention.name)
    names = (words(name) for name, form, _ in group.names if form == "name")
    return any(
        mine[: len(n)] == n and mine[len(n)] in c.language.institutions.where for n in names if len(n) < len(mine)
    )


def opening_words(c: Candidate, group: OrganisationGroup) -> bool:
    """The words with which a longer name opens: "Национальный совет", "Национальный совет Чили по водным ресурсам"."""
    if c.language.head_final or c.mention.form != "name" or not c.heads & group.heads:
        return False
    mine = words(c.mention.name)
    theirs = [words(name) for name, form, _ in group.names if form == "name"]
    own = c.mention.country in {None, group.country}
    short = c.owner is None and own and len(mine) >= _TELLING
    return any(
        (short and name[: len(mine)] == mine)
        or (group.owner is None and len(name) >= _TELLING and mine[: len(name)] == name)
        for name in theirs
    )


def same_quoted(c: Candidate, group: OrganisationGroup) -> bool:
    """The same name in quotation marks, or the beginning of it: "«Siemens»", "«Siemens Energy Ltd.»"."""
    mine = quoted(c.mention.name)
    if mine is None:
        return _within_quotes(c, group)
    companies = c.mention.kind == group.kind == "company"
    name, theirs = words(mine), [words(told) for told in _quoted(group)]
    if companies and name in theirs:
        return True  # "НК «Казына»", "АО «Казына»"
    form = not (c.heads and group.heads) and companies  # «Şöhle» DK
    if not (form or c.heads & group.heads):
        return False
    return any(name and t and (t[: len(name)] == name or name[: len(t)] == t) for t in theirs)


def same_brand(c: Candidate, group: OrganisationGroup) -> bool:
    """A company by its brand, with the word for what it is and without: "компания Kale Holding", "Kale Holding"."""
    companies = c.mention.kind == group.kind == "company" and not (c.heads and group.heads)
    return companies and bool(c.content) and c.content in group.contents and not _owners_differ(c, group)


def _within_quotes(c: Candidate, group: OrganisationGroup) -> bool:
    """Tell the name alone that a group has in quotation marks: "Росатом", "«Росатом» мемлекеттік корпорациясы"."""
    return c.language.head_final and c.mention.form == "name" and words(c.mention.name) in map(words, _quoted(group))


def _quoted(group: OrganisationGroup) -> list[str]:
    """What stands in quotation marks in the names of a group."""
    return [told for name, _, _ in group.names if (told := quoted(name))]


def contraction(c: Candidate, group: OrganisationGroup) -> bool:
    """A contraction, which leaves words out: "Генштаб", "Генеральный штаб Вооруженных сил"."""
    single = len(words(c.mention.name)) == 1 or any(len(words(n)) == 1 for n, _, _ in group.names)
    if not (single and c.heads & group.heads and c.content) or _owners_differ(c, group):
        return False
    return any(c.content <= full or full <= c.content for full in group.contents if full)


def apposition(c: Candidate, group: OrganisationGroup) -> bool:
    """A second name with the same head after a dash: "Halkara … Guramasy (HMG) – BMG-niň … Guramasy"."""
    dash = c.dash if c.heads & group.heads else None
    return dash is not None and group.ends_at(dash)


def same_outlet(c: Candidate, group: OrganisationGroup) -> bool:
    """The outlet that reports and the domain in the source line are one."""
    rules = {m.rule.partition(".")[2] for m in group.mentions}
    return rules == {"reported-by"} and "." in c.mention.name


# What a mention must be for a rule to find it any group at all, and the rule.
RULES: tuple[tuple[Callable[[Candidate], bool], Callable[[Candidate, OrganisationGroup], bool]], ...] = (
    (lambda c: c.mention.known is not None, same_record),
    (lambda c: c.mention.form == "abbreviation", same_abbreviation),
    (lambda c: c.mention.form in {"abbreviation", "name"}, defined),
    (lambda c: c.mention.form == "abbreviation", defined_within),
    (lambda c: c.mention.known is None, initials),
    (lambda _: True, same_words),
    (lambda c: c.mention.kind == "election-body", national_election_body),
    (lambda c: bool(c.heads), shorter_name),
    (lambda c: bool(c.heads), fuller_name),
    (lambda c: bool(c.heads), opening_words),
    (lambda c: c.mention.kind == "parliament", chamber),
    (lambda c: c.mention.kind == "parliament", national_parliament),
    (lambda c: bool(c.heads and c.content), contraction),
    (lambda c: bool(c.heads) or c.language.head_final, same_quoted),
    (lambda c: c.mention.kind == "company", same_brand),
    (lambda c: bool(c.heads) and c.dash is not None, apposition),
    (lambda c: c.mention.rule.endswith(".source-line"), same_outlet),
    (lambda c: c.mention.form == "abbreviation" and c.mention.rule.endswith((".acronym", ".brand")), spelt),
)


def find_group(c: Candidate, blocking: Blocking) -> OrganisationGroup | None:
    """The group that a mention belongs to, or None: by the first rule that fits any group, the first such group."""
    groups = blocking.alike(c)
    for may_find, fits in RULES:
        if not may_find(c):
            continue
        for group in groups:
            if fits(c, group) and not _contradicts(c, group):
                return group
    single = c.mention.form == "name" and not c.content and c.owner is None and c.mention.country is None
    return find_referent(c, blocking) if single and len(words(c.mention.name)) == 1 else None


def find_referent(c: Candidate, blocking: Blocking) -> OrganisationGroup | None:
    """What "the Commission" refers to: the institution with that head, else that word, named last before it."""
    start, word = c.mention.start, words(c.mention.name)
    hits = (c.language.institution_heads.find(w) for w in word)
    any_of = frozenset(hit.entry.any_of for hit in hits if hit is not None)
    before = [g for g in blocking.referents(c, any_of) if g.mentions[0].start < start]
    by_head = [g for g in before if c.heads & g.heads]
    by_word = [g for g in before if any(word == words(n)[-1:] for n, form, _ in g.names if form == "name")]
    by_kind = [g for g in before if not g.heads and g.kind in any_of]  # "БҰҰ", then "ұйымның Бас хатшысы"
    return last_named(by_head or by_word or by_kind, start)


def last_named(groups: Iterable[OrganisationGroup], start: int) -> OrganisationGroup | None:
    """Of institutions that are all named before an offset the one named last there; None of none."""
    return max(groups, key=lambda g: max(m.start for m in g.mentions if m.start < start), default=None)


def _owners_differ(c: Candidate, group: OrganisationGroup) -> bool:
    return bool(c.owner and group.owner and c.owner is not group.owner)


def _contradicts(c: Candidate, group: OrganisationGroup) -> bool:
    known = group.known and c.mention.known and group.known != c.mention.known
    country = group.country and c.country and group.country != c.country and not group.assumed
    other = c.mention.country is not None and c.mention.kind in ORGANS and _of_others(c, group)
    return bool(known or country or other) or _worldwide(c, group) or _quoted_otherwise(c, group)


def _of_others(c: Candidate, group: OrganisationGroup) -> bool:
    """Tell a body with its country beside one without, whose holder a sentence names, or of whose post another is.

    "The Speaker of the [Senate] N met the Speaker of the [Senate of Chile] M". What its own legal form has in quotation
    marks is no other: "«[Тараз білім басқармасы]» ММ".
    """
    if c.mention.sentence in group.alone:
        return not any(m.start < c.mention.start and c.mention.end < m.end for m in group.mentions)
    post, person = c.held if c.held is not None else ("", None)
    return post in HEADS and group.holders.get(post, person) != person


def _worldwide(c: Candidate, group: OrganisationGroup) -> bool:
    """Tell a known body of the world and one of a state: "the UN Security Council", "the Security Council of Peru"."""
    mention, told = c.mention, group.country is not None and not group.assumed
    if _within_world(c.owner, c.country) and told and group.owner is None and group.kind in BODIES_OF_STATES:
        return True
    body_of_state = mention.country is not None and mention.kind in BODIES_OF_STATES
    if _within_world(group.owner, group.country) and c.owner is None and body_of_state:
        return True
    if mention.known is not None:
        return mention.kind == "international" and c.country is None and told and group.known is None
    return group.known is not None and group.kind == "international" and group.country is None and c.country is not None


def _within_world(owner: OrganisationGroup | None, country: str | None) -> bool:
    """Tell a body, by its owner and its country, that is part of one of the world."""
    return owner is not None and owner.kind == "international" and country is None


def _quoted_otherwise(c: Candidate, group: OrganisationGroup) -> bool:
    """Tell two names in quotation marks that are spelt differently: «Türkmengaz», «Türkmennebit»."""
    mine = quoted(c.mention.name)
    theirs = [told.lower() for told in _quoted(group)]
    if mine is None or not theirs or c.mention.known:
        return False
    name = mine.lower()
    return not any(name.startswith(t) or t.startswith(name) or similarity(name, t) >= ALIKE for t in theirs)
