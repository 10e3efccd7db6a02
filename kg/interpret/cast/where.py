"""Where a post is held: the institution and the country that its title names or implies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.chief import of_chief
from kg.interpret.cast.country import country_of, elsewhere, of_another
from kg.interpret.cast.following import body_before
from kg.interpret.cast.groups import OF_STATE, stems, words
from kg.interpret.cast.likeness import last_named
from kg.interpret.cast.ministries import find_ministry, is_begun, ministry_of
from kg.interpret.cast.seats import inherited, is_part
from kg.interpret.cast.titles import FIRST, heads_of, heads_titles, portfolio_of
from kg.interpret.spans import begun_in
from kg.model import Organisation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.interpret.cast.settling import Settling
    from kg.language import Language
    from kg.model import PostMention, Role

_MINISTRY_POSTS = frozenset({"minister", "deputy-minister"})


def organisation_of(settling: Settling, post: PostMention) -> str | None:
    """The institution that a title names, or the ministry that a minister's portfolio implies, if the text has it."""
    if post.organisation is not None:
        found = settling.organisations.of_mention[post.organisation]
        group = settling.organisations.group(found)
        if group is not None and of_another(settling, post, group):
            return None
        if found and not _is_state(settling, found):
            return found
        if settling.annotations.organisations[post.organisation].name.lower() in _agencies(settling, post):
            return _ministry_at_hand(settling, post)  # "ведомствоның жауапты хатшысы"
    if post.post not in _MINISTRY_POSTS:
        own = of_chief(settling, post) or _referred(settling, post) or settling.seats.seat_of(post)
        return own or (None if post.organisation is not None else body_before(settling, post))
    portfolio = portfolio_of(settling.languages[post.lang], post)
    country = country_of(settling, post).country
    if not portfolio:
        return _ministry_at_hand(settling, post) if post.post == "deputy-minister" else None
    known = () if country is None and elsewhere(settling, post) else settling.organisations.groups
    found = find_ministry(known, portfolio, country)
    return found or _fuller(settling, post, country) or _implied(settling, post, portfolio, country)


def post_in(settling: Settling, post: PostMention, organisation: str | None) -> str:
    """The post by the kind of an institution that the title only refers to: "the [Chamber]'s President" heads it.

    A parliament's committee has a chair, but no speaker; its members are those of the parliament.
    """
    language = settling.languages[post.lang]
    group = settling.organisations.group(organisation) if organisation is not None else None
    head = next((head for head in heads_of(language, post.title) if head.post == post.post), None)
    if group is None or head is None or not group.kind:
        return post.post
    part = is_part(language, group.heads) or (group.owner is not None and inherited(language, group.kind, group.heads))
    if head.post != "other" and (part or post.organisation is not None):
        return post.post
    return head.kinds.get(group.kind, post.post)


def _referred(settling: Settling, post: PostMention) -> str | None:
    """The institution named before that a common noun of a title refers to: "ректор [института]"."""
    if post.organisation is not None:
        return None
    language = settling.languages[post.lang]
    if not language.fusional:
        return (_referred_english if language.analytic else _referred_final)(settling, post, language)
    nouns = [w for w in words(post.title)[1:] if w not in language.posts.these]  # "президент [этого] банка"
    if field := _field_of_agency(language, nouns):  # "глава внешнеполитического ведомства"
        return find_ministry(settling.organisations.groups, stems(field), country_of(settling, post).country)
    if post.title.lower().startswith(language.posts.joint):  # "сопредседатель чешской стороны"
        return _nearest(settling, {head.lemma for head in language.institutions.heads if head.part}, post.start)
    hit = language.institution_heads.find(nouns[-1]) if nouns and not post.country else None
    if hit is None or (
        len(nouns) > 1 and nouns[-2] not in language.posts.modifiers and not heads_titles(language, nouns[-2])
    ):
        return None
    return _nearest(settling, {hit.entry.lemma}, post.start)


def _referred_final(settling: Settling, post: PostMention, language: Language) -> str | None:
    """The same where heads stand last: "[университет] ректоры", "[комитет] мүшесі"."""
    told = words(post.title)
    if (under := _under_named(settling, post)) is not None:
        return under
    if not language.posts.agencies.isdisjoint(h.entry.lemma for w in told if (h := language.institution_heads.find(w))):
        return _agency(settling, post, language)
    hit = language.institution_heads.find(told[0]) if len(told) > 1 and not post.country else None
    if hit is None or hit.analysis.case not in {"nom", "gen"} or hit.analysis.possessive or hit.analysis.number:
        return None
    if any(w not in language.posts.modifiers and not heads_titles(language, w) for w in told[1:]):
        return None
    return _nearest(settling, {hit.entry.lemma}, post.start)


def _under_named(settling: Settling, post: PostMention) -> str | None:
    """Where he is whom a title puts above its holder: "кеңестің Бас хатшысы A", then "Бас хатшының кеңесшісі B"."""
    language = settling.languages[post.lang]
    heads = heads_of(language, post.title)
    told = [w for w in words(post.title) if w not in language.posts.modifiers]
    bare = bool(told) and language.post_heads.find(told[0]) is not None  # "банк төрағасының кеңесшісі" is of a bank
    if len(heads) < 2 or not bare or post.country or heads[0].post in OF_STATE:  # noqa: PLR2004 - one above the other
        return None
    for role in reversed(settling.roles):
        last = heads_of(language, role.title or "")[-1:]
        if role.organisation and last and last[0].lemma == heads[0].lemma and role.evidence.start < post.start:
            return role.organisation
    return None


def _agencies(settling: Settling, post: PostMention) -> frozenset[str]:
    """Nouns that may stand for a ministry, in the dictionary form."""
    return settling.languages[post.lang].posts.agencies


def _ministry_at_hand(settling: Settling, post: PostMention) -> str | None:
    """The ministry that a bare "deputy of the minister" is of.

    That of the minister named before in the sentence, else the one named last, else the only one implied; one whose
    country is told is only of the former.
    """
    if not settling.languages[post.lang].head_final:
        return None
    start = settling.annotations.sentences[post.sentence].start
    beside = [r for r in settling.roles.of_post("minister") if start <= r.evidence.start < post.start]
    if beside and beside[-1].country == (post.country or settling.home) and post.post == "deputy-minister":
        return beside[-1].organisation
    if post.country:
        return None
    groups = [g for g in settling.organisations.groups if g.kind == "ministry" and g.country in {None, settling.home}]
    told = last_named((g for g in groups if any(m.start < post.start for m in g.mentions)), post.start)
    if told is not None:
        return told.id
    implied = [o.id for _, o in settling.implied if o.country == settling.home]
    return implied[0] if len(implied) == 1 else None


def _agency(settling: Settling, post: PostMention, language: Language) -> str | None:
    """The ministry that goes by another name: "қорғаныс [ведомствосының] басшысы", "сыртқы саяси [ведомство]"."""
    field = _field_of_agency(language, words(post.title))
    if field is None:
        return _ministry_at_hand(settling, post)
    portfolio, country = stems(field), country_of(settling, post).country or settling.home
    found = _already_implied(settling, portfolio, country)
    return found or find_ministry(settling.organisations.groups, portfolio, country)


def _field_of_agency(language: Language, title: Sequence[str]) -> str | None:
    """The field of the ministry that a word of a title stands for ("внешнеполитическое": foreign affairs), or None."""
    ministries = language.posts.ministries.items()
    return next((field for word in title for beginning, field in ministries if word.startswith(beginning)), None)


def _referred_english(settling: Settling, post: PostMention, language: Language) -> str | None:
    """The same in English: "deputy head of the [mission]", "the [Chamber]'s President", "[Committee] Chairperson".

    The title may hold nothing else that tells of what it is over.
    """
    if post.country:
        return None
    told = [w for w in words(post.title) if len(w) > 1 and w not in language.small_words]
    hits = [(w, language.institution_heads.find(w)) for w in told if not heads_titles(language, w)]
    nouns = [hit for _, hit in hits if hit is not None]
    rest = [w for w, hit in hits if hit is None and w not in language.posts.modifiers]
    if len(nouns) != 1 or rest or nouns[0].analysis.number:
        return None
    return _nearest(settling, {nouns[0].entry.lemma}, post.start)


def _nearest(settling: Settling, lemmas: AbstractSet[str], start: int) -> str | None:
    """The institution with one of the head nouns that was named last before an offset."""
    groups = settling.organisations.groups
    before = (g for g in groups if not lemmas.isdisjoint(g.heads) and g.mentions[0].start < start)
    nearest = last_named(before, start)
    return nearest.id if nearest else None


def _fuller(settling: Settling, post: PostMention, country: str | None) -> str | None:
    """The only ministry of a country with the field of a title and others: "Экология [және ресурстар] министрі"."""
    language = settling.languages[post.lang]
    name = ministry_of(post.title, language) if country is not None else None
    if name is None:
        return None
    groups = [g for g in settling.organisations.groups if g.kind == "ministry" and g.country == country]
    told = [(g.id, g.name(post.lang)) for g in groups]
    told += [(o.id, o.name) for _, o in settling.implied if o.country == country]
    found = {identifier for identifier, fuller in told if is_begun(fuller, name, language)}
    return found.pop() if len(found) == 1 else None


def _implied(settling: Settling, post: PostMention, portfolio: frozenset[str], country: str | None) -> str | None:
    """The ministry that only a minister's title implies: an institution without mentions."""
    if known := _already_implied(settling, portfolio, country):
        return known
    name = ministry_of(post.title, settling.languages[post.lang])
    if name is None or country is None or _over_place(settling, post):
        return None
    identifier = f"o{len(settling.organisations.records) + len(settling.implied) + 1}"
    settling.implied.append((portfolio, Organisation(identifier, name, "ministry", country)))
    return identifier


def _over_place(settling: Settling, post: PostMention) -> bool:
    """Tell a minister of a place, which no ministry is called after: "Foreign Minister for the UAE"."""
    language = settling.languages[post.lang]
    ties = (*language.posts.fields, *language.posts.of)
    places = begun_in(settling.located[post.sentence], post.start, post.end)
    whose = (f" {tie} {article}{p.text}" for p in places for tie in ties for article in ("", "the "))
    return language.analytic and post.title.endswith(tuple(whose))


def _already_implied(settling: Settling, portfolio: frozenset[str], country: str | None) -> str | None:
    """The ministry of a field and country that a title before this one implied."""
    return next((o.id for known, o in settling.implied if (known, o.country) == (portfolio, country)), None)


def _is_state(settling: Settling, identifier: str) -> bool:
    group = settling.organisations.group(identifier)
    return group is not None and group.kind == "state"


def heads_state(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell who is first in a state by its name: "Беларусь басшысы" is the president, "глава Чили" too."""
    if post.post != "head" or role.post not in FIRST or not role.country or role.country != post.country:
        return False
    inside = begun_in(settling.located[post.sentence], post.start, post.end)
    return len(words(post.title)) == 1 and any(p.kind == "country" for p in inside)
