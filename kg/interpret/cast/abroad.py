"""Posts told without a country that are another state's than the text's own."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ENVOYS, OF_STATE, stems, words
from kg.interpret.cast.titles import FIRST
from kg.interpret.spans import begun_in, starts_within, tokens_before, tokens_behind
from kg.model import START

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.interpret.cast.settling import Settling
    from kg.model import Annotations, PlaceMention, PostMention

# Posts of which a state has one, or one for each field.
_ONE = FIRST | {"minister"}
# Posts of those who receive visitors of such a post.
_RECEIVING = _ONE | {"speaker"}
# How far back a sentence may tell where somebody meets others.
_FAR = 2
# Tokens from "met" to who was met: "met with the".
_MET = 4
# Tokens between a visit and whose it is: "visit of the", "N's first official visit".
_VISIT = 3


def seats_of_envoys(
    annotations: Annotations, located: Mapping[int, Sequence[PlaceMention]]
) -> Iterator[tuple[PostMention, str | None]]:
    """Titles of envoys of one state with the other in which they are, told in or right before them.

    "Чилидің [Қазақстандағы] елшісі", "[Қазақстандағы] Чили елшісі". `located` are the places of each sentence.
    """
    for post in annotations.posts:
        if post.post in ENVOYS and post.country:
            places = located.get(post.sentence, ())
            first, last = (bisect_left(places, at, key=START) for at in (post.start, post.end))
            for place in places[max(0, first - 1) : last]:
                beside = post.start - 1 <= place.end <= post.end
                if place.case == "attr" and beside and place.country not in {None, post.country}:
                    yield post, place.country


def met_by_envoy(settling: Settling, post: PostMention) -> bool:
    """Tell a title that may be of the state to which the text's own has sent an envoy, who is told of before.

    So with whom he meets, and with all who head areas there: "Чилидегі елші Анна Ким аймақ әкімі Карл Хольммен
    кездесті". Behind a comma one more of his own state may be told.
    """
    told = settling.sent.get(post.sentence, post.start)
    if told < post.start:
        behind = tokens_behind(settling.annotations.sentences[post.sentence], told, 1)[0]
        return behind.text != "," and post.post in OF_STATE
    return post.post == "governor" and next(iter(settling.sent.values()), post.start) < post.start


def told_abroad(settling: Settling, post: PostMention, person: str) -> bool:
    """Tell a post of another state that the text has told of already: "Trade Minister of Chile N.", "Minister N."."""
    field = stems(post.title)
    held = (r for r in settling.roles.of_person(person) if r.post == post.post == "minister")
    return any(r.country not in {None, settling.home} and field <= stems(r.title or "") for r in held)


def held_abroad(settling: Settling, post: PostMention, country: str | None, person: str) -> bool:
    """Tell a post that the text's own state has too, but that `person` holds in another; `country` is the post's."""
    if country != settling.home or country is None or _visits(settling, post):
        return False
    if post.post in OF_STATE and (_visited(settling, post) or _comes(settling, post)):
        return True
    if post.post not in _RECEIVING:
        return False
    if _met_on_visit(settling, post) or _met_by_peer(settling, post, person):
        return True
    if post.post in FIRST and settling.languages[post.lang].head_final and _receives(settling, post):
        return True
    held = post.post in _ONE and _held_at_home(settling, post, person)  # a parliament may have two speakers
    language = settling.languages[post.lang]
    met = not language.head_final and _met_abroad(settling, post, person)
    return held or met or (not language.fusional and _hosts(settling, post, person))


def destination(settling: Settling, post: PostMention) -> str | None:
    """The country of whose visit to it an English text tells: "the visit of [President N] to Chile"."""
    if not _visits(settling, post):
        return None
    return next((p.country for p in settling.located[post.sentence] if p.start >= post.end), None)


def _visits(settling: Settling, post: PostMention) -> bool:
    """Tell whose visit an English text tells of: "the visit of [President N] to Chile", "[President N]'s visit"."""
    language, sentence = settling.languages[post.lang], settling.annotations.sentences[post.sentence]
    if not language.analytic or post.sentence not in settling.going:
        return False
    before = [t for t in tokens_before(sentence, post.start, _VISIT) if t.norm not in language.institutions.articles]
    of = len(before) > 1 and before[-1].norm in language.posts.of
    behind = tokens_behind(sentence, post.end, _VISIT) if language.genitive(post.text.split()[-1].lower()) else ()
    starts = {t.start for t in behind}
    visits = settling.going[post.sentence]
    return any((of and t.end == before[-2].end) or t.start in starts for t in visits)


def _held_at_home(settling: Settling, post: PostMention, person: str) -> bool:
    """Tell a post that somebody else holds in the text's own state."""
    held = _titles_in(settling, post, person, settling.home)
    if settling.languages[post.lang].analytic:  # told later: "President N met the President of China M in Beijing"
        later = [p for p in settling.named_for[post.post, settling.home] if not _to_be(settling, post, p.title)]
        held += [p.title for p in later if settling.bearer_of(p) not in {None, person}]
    return _one_of(post, held)


def _titles_in(settling: Settling, post: PostMention, person: str, country: str | None) -> list[str]:
    """The titles by which others than a person hold a post in a country."""
    same = settling.roles.of_post(post.post)
    titles = (r.title or "" for r in same if r.country == country and r.person != person)
    return [title for title in titles if not _to_be(settling, post, title)]


def _to_be(settling: Settling, post: PostMention, title: str) -> bool:
    """Tell a title of who does not hold a post yet, in the language of another: "President-[elect]"."""
    return not settling.languages[post.lang].posts.to_be.isdisjoint(words(title)[-1:])


def _one_of(post: PostMention, held: Iterable[str]) -> bool:
    """Tell a post of which a state has no more than one, if it is held by one of these titles."""
    return any(post.post in FIRST or stems(post.title) <= stems(title) for title in held)


def _met_abroad(settling: Settling, post: PostMention, person: str) -> bool:
    """Tell the post of who is met abroad: "The Minister will travel to Yerevan to meet Foreign Minister N".

    Nobody else is told to hold it there: "the letter of the Prime Minister of Chile to Prime Minister N".
    """
    language = settling.languages[post.lang]
    if language.fusional and post.case == "nom" and post.sentence not in settling.meetings:
        return False  # "Вместе с Кимом в Лиму прибыли [министр Ян Берг] и другие": no host
    here = settling.located[post.sentence]
    titled = starts_within(here, settling.told_in[post.sentence] if language.analytic else ())
    before = [p for p in here if p.start < post.start and p.start not in titled]
    first = min((p.start for p in before), default=post.start)
    guest = any(p.start < first for p in settling.told_in[post.sentence])
    if not guest or len({p.country for p in before}) != 1 or before[0].country == settling.home:
        return False
    return not _one_of(post, _titles_in(settling, post, person, before[0].country))


def _met_on_visit(settling: Settling, post: PostMention) -> bool:
    """Tell whom somebody named before meets on a visit abroad: "N Чилидегі сапарында [Президент] M-мен кездесті"."""
    sentence = settling.annotations.sentences[post.sentence]
    final = settling.languages[post.lang].head_final and post.sentence in settling.meetings
    if not final or post.sentence not in settling.going:
        return False
    visits = {t.start for t in settling.going[post.sentence] if t.form == "noun" and t.end < post.start}
    there = [
        p
        for p in settling.located[post.sentence]
        if p.country not in {None, settling.home}
        and p.case == "attr"
        and any(t.start in visits for t in tokens_behind(sentence, p.end, _VISIT))
    ]
    return bool(there) and bool(begun_in(settling.annotations.persons, sentence.start, there[0].start))


def _met_by_peer(settling: Settling, post: PostMention, person: str) -> bool:
    """Tell with whom one of the same post meets who is told next: "Oşda [Prezident A] bilen duşuşykda Prezident B"."""
    language = settling.languages[post.lang]
    if not language.head_final or post.post not in FIRST or post.person is None:
        return False
    name, sentence = settling.annotations.persons[post.person], settling.annotations.sentences[post.sentence]
    behind = tokens_behind(sentence, name.end, 1)
    joined = name.case == "ins" or any(t.norm in language.posts.with_ for t in behind)
    if not joined or post.sentence not in settling.meetings:
        return False
    peers = (p for p in settling.told_in[post.sentence] if p.start > name.end and p.post == post.post)
    return any(p.country is None and settling.bearer_of(p) not in {None, person} for p in peers)


def _comes(settling: Settling, post: PostMention) -> bool:
    """Tell who comes to the text's own state, or is first in one and comes to its capital: "Премьер N Астанаға келді".

    Where heads stand last, the verb stands behind the title and the place.
    """
    language, sentence = settling.languages[post.lang], post.sentence
    if not language.head_final or post.case != "nom" or sentence not in settling.going:
        return False
    if post.person is not None and settling.annotations.persons[post.person].case == "gen":
        return False  # "Чили президенті президент [Анна Бергтің] шақыруымен Астанаға келді": who invites
    capital = language.events.capitals.get(settling.home or "") if post.post in FIRST else None
    goes = max((t.start for t in settling.going[sentence] if t.form == "verb" and not t.negated), default=0)
    there = [p for p in settling.located[sentence] if post.end <= goes > p.start and p.case == "dat"]
    return any(p.country == settling.home and (p.kind == "country" or p.name == capital) for p in there)


def _hosts(settling: Settling, post: PostMention, person: str) -> bool:
    """Tell who is first in a state and meets somebody else who has gone abroad: "Ол Осло қаласына барды. Король N".

    Whom a text only mentions, like the President whose greetings are conveyed, may be of its own state.
    """
    analytic = settling.languages[post.lang].analytic
    if post.post not in FIRST or (post.case in {"", "gen"} and not analytic) or post.sentence not in settling.meetings:
        return False
    near = tokens_before(settling.annotations.sentences[post.sentence], post.start, _MET)
    if analytic and settling.met_at.isdisjoint(t.start for t in near):
        return False  # "At the meeting she conveyed the greetings of President N"
    return any(at < post.start and person not in goers for goers, at in settling.gone_abroad.items())


def _receives(settling: Settling, post: PostMention) -> bool:
    """Tell who is first in the state where he meets an officer of the text's: "N Türkmenistanyň ministrini Oşda …"."""
    if post.case not in {"", "nom"} or post.sentence not in settling.meetings:
        return False
    titles = [p for p in settling.told_in[post.sentence] if p.start > post.end and p.country == settling.home]
    towns = [p for p in settling.located[post.sentence] if p.kind == "town" and p.case == "loc"]
    return bool(titles) and any(p.country not in {None, settling.home} for p in towns)


def _visited(settling: Settling, post: PostMention) -> str | None:
    """The other country where a sentence that opens with a pronoun goes on: "The Minister came to Lima. He met …"."""
    annotations, pronouns = settling.annotations, settling.languages[post.lang].posts.pronouns
    first = annotations.sentences[post.sentence]
    if first.words[0] not in pronouns or settling.located[post.sentence]:
        return None
    if settling.meetings.get(post.sentence, post.start) >= post.start:
        return None
    before = [p for n in range(post.sentence - _FAR, post.sentence) for p in settling.located[n]]
    last = max((p.sentence for p in before), default=None)
    told = {p.country for p in before if p.sentence == last} - {settling.home}
    acts = last is not None and any(p.person is not None for p in settling.told_in[last])
    return next(iter(told)) if acts and len(told) == 1 else None


def abroad(settling: Settling, post: PostMention, person: str) -> str | None:
    """The one other country that a sentence on a visit or a meeting names, or where it goes on; None of several.

    What else names another country may tell of who held the post before. Where another than `person` holds it, it is
    not the one.
    """
    country = _other_country(settling, post)
    held = country is not None and _one_of(post, _titles_in(settling, post, person, country))
    return None if held else country


def _other_country(settling: Settling, post: PostMention) -> str | None:
    """The one other country named, whoever else holds the post there."""
    if visited := _visited(settling, post):
        return visited
    if post.sentence not in settling.meetings and post.sentence not in settling.going:
        return None
    found = {p.country for p in settling.located[post.sentence] if p.country not in {None, settling.home}}
    return next(iter(found)) if len(found) == 1 else None
