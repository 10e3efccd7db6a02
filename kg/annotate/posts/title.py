"""A title while it is being put together, and the post that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import kind_of
from kg.annotate.organisations.inflect import adjective
from kg.annotate.view import DASHES
from kg.language.case import lower
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.parties import Party
    from kg.annotate.view import View
    from kg.language import Language
    from kg.language.posts import PostHead

# What a deputy is called, by the post that he deputises for; of any other post he is a deputy head.
_DEPUTY = {
    "minister": "deputy-minister",
    "prime-minister": "deputy-prime-minister",
    "chair": "deputy-chair",
    "speaker": "deputy-speaker",
    "director": "deputy-director",
    "adviser": "adviser",
}


# How far a title's head may stand behind its first word ("First Deputy Prime Minister"), in tokens.
LONGEST_LEFT = 4
# Tokens of an abbreviation of two letters with their stops.
_INTERIM = 4
# Posts whose bare title may stand for who is named with it before.
REFERRED = frozenset(
    {"ambassador", "minister", "deputy-minister", "governor", "rector", "consul", "speaker", "president"}
)
# Posts that are held for a state, and abroad.
SENT = frozenset({"ambassador", "consul"})
# Posts whose holders have counterparts beside those who only come along.
ECHOED = frozenset(
    {
        "president", "prime-minister", "deputy-prime-minister", "minister", "deputy-minister", "speaker",
        "deputy-speaker", "chair", "secretary", "ombudsman", "governor",
    }
)  # fmt: skip


class Around(Record, frozen=True):
    """What a title may stand beside in its sentence, by token.

    `at_start` and `at_end` are the longest institutions that begin and end at a token; `persons` maps the first
    token of a person's name to the mention's index and its last token, `ends` the last token to index and first.
    `inside` are the tokens of institutions and names, which no title takes; `parties` those whose people are listed.
    """

    at_start: Mapping[int, Draft]
    at_end: Mapping[int, Draft]
    persons: Mapping[int, tuple[int, int]]
    ends: Mapping[int, tuple[int, int]]
    inside: frozenset[int]
    parties: Sequence[Party] = ()


def around(drafts: Sequence[Draft], persons: Mapping[int, tuple[int, int]]) -> Around:
    """Index the institutions and persons of a sentence."""
    by_length = sorted(drafts, key=lambda d: d.last - d.first)
    spans = [*((d.first, d.last) for d in drafts), *((first, last) for first, (_, last) in persons.items())]
    return Around(
        {d.first: d for d in by_length},
        {d.last: d for d in by_length},
        persons,
        {last: (index, first) for first, (index, last) in persons.items()},
        frozenset(k for first, last in spans for k in range(first, last + 1)),
    )


@dataclass(slots=True)
class Title:
    """Tokens `first..last` (inclusive) are a title; `body` is its first token after institution and country.

    Where heads stand first, `head` is the head's token and `titled` the last one of the title's own words.
    `rank` tells a rank that stands between a post and the name: "начальник управления [полковник] Ким". A `tentative`
    one is a bare noun that is a title only where a clause tells who holds it: "Анна Ким стала [мэром]"; so is one of
    `several` in the plural ("[Сопредседателями] избраны Анна Ким и Пётр Ли"). A `referring` one may only stand for
    who is named with it before.
    """

    first: int
    body: int
    last: int
    text: str
    post: str
    rule: str
    organisation: Draft | None = None
    country: str | None = None
    person: int | None = None
    case: str = ""
    until: int | None = None
    generic: bool = False
    rank: bool = False
    trade: bool = False
    head: int | None = None
    titled: int | None = None
    tentative: bool = False
    several: bool = False
    referring: bool = False


def title_ends(view: View, i: int) -> list[int]:
    """The head of a title at `i`, and the last of the words that go on with it: "Chargé [d'Affaires] [a.i.]"."""
    data, ends = view.language.posts, [i]
    k = i + 1
    while data.interim and k < len(view.tokens):
        after = past_interim(view, k)
        if after == k and view.tokens[k].norm not in data.following:
            break
        k = max(after, k + 1)
        ends.append(k - 1)
    return ends


def past_interim(view: View, k: int) -> int:
    """The token behind the letters at `k` for who holds a post for the time being, "a.i."; `k` where none are."""
    letters = "".join(view.sentence.words[k : k + _INTERIM])
    return k + _INTERIM if letters in view.language.posts.interim else k


def deputy_of(post: str) -> str:
    """The post of who deputises for the holder of a post."""
    return post if post.startswith("deputy-") else _DEPUTY.get(post, "deputy-head")


def is_part(view: View, organisation: Draft) -> bool:
    """Tell a body that has its kind from its owner only: a parliament's committee has a chair, but no speaker."""
    owner = organisation.owner
    known = (view.heads[k] for k in range(organisation.first, organisation.last + 1))
    first = next((hit.entry for hit in known if hit is not None), None)
    if first is not None and first.part:
        return True
    if owner is None or owner.kind != organisation.kind:
        return False
    own = owner.last + 1 if owner.first == organisation.first and owner.last < organisation.last else organisation.first
    heads = [hit.entry for k in range(own, organisation.last + 1) if (hit := view.heads[k])]
    if not heads:
        return False
    head = heads[-1 if view.language.head_final else 0]
    if head.part:
        return True  # "Seimas [Committee on Trade]"
    if view.language.analytic:
        return organisation.kind != kind_of(view, own, organisation.last, head)
    return organisation.kind not in {head.kind, *head.kinds.values()}


def base_of(head: PostHead, words: Sequence[str], organisation: Draft | None, language: Language) -> str:
    """The post of a head by the words of its title, else by the kind of its institution."""
    by_kind = head.kinds.get(organisation.kind) if organisation else None
    return _by_words(head, words) or _by_name(head, organisation, language) or by_kind or head.post


def _by_name(head: PostHead, organisation: Draft | None, language: Language) -> str | None:
    """The post that a word of the institution's name gives.

    Where heads stand last, only its last word tells what it is; in Russian its first noun and what agrees with that
    ("[Аппарат] Правительства", "[Государственный комитет] при Кабинете министров").
    """
    named = lower(organisation.name).split() if organisation and head.over else []
    if language.head_final:
        named = named[-1:]
    elif language.fusional:
        named = named[: next((n for n, word in enumerate(named, 1) if not adjective(word)), None)]
    return next((post for word, post in head.over.items() if any(n.startswith(word) for n in named)), None)


def _of_part(view: View, organisation: Draft, last: int) -> bool:
    """Tell a title that is over a part of a body, by the noun behind it: "Chairman of the Mejlis [committee]"."""
    if not view.language.analytic:
        return False
    heads = (view.heads[k] for k in range(organisation.last + 1, last + 1))
    return any(head is not None and head.entry.part for head in heads)


def is_acting(view: View, title: Title) -> bool:
    """Tell the Russian title of who acts in a post: "исполняющий [обязанности] министра", "и. о. [министра]"."""
    words, head = view.sentence.words, title.body if title.head is None else title.head
    short = view.language.events.acting_before(words, title.body)
    return short or not view.language.posts.duties.isdisjoint(words[title.first : head])


def _by_words(head: PostHead, words: Sequence[str]) -> str | None:
    """The post that the words of a title give; the longest beginning decides.

    "баспасөз хатшысы" begins as "бас хатшы", too.
    """
    whole = f" {' '.join(words)}"
    met = [b for b in head.with_ if (b if " " in b else f" {b}") in whole]
    return head.with_[max(met, key=len)] if met else None


def post_of(view: View, head: PostHead, first: int, last: int, organisation: Draft | None) -> str:
    """The post of a title with its words and its institution; a deputy's follows from the title that it governs."""
    words = [t.norm for t in view.tokens[first : last + 1]]
    leads = head.post != "other"  # a committee's member is one of the parliament
    presides = head.post == "president" and not any(word in head.like for word in words)  # of the European Commission
    if leads and not presides and organisation and (is_part(view, organisation) or _of_part(view, organisation, last)):
        organisation = None
    named, language = _by_words(head, words), view.language
    lemma = next((lemma for word, lemma in head.like.items() if word in words), "")
    other = view.language.post_heads.find(lemma) if lemma else None
    if other is not None:
        return base_of(other.entry, (), organisation, language)  # a "Vice President" is a "vice-president"
    opening = [view.posts[k] for k in range(first, last + 1)] if view.language.analytic else []
    led = next((k for k, hit in enumerate(opening) if hit and hit.entry.post == "deputy"), None)
    main = next((k for k, hit in enumerate(opening) if hit and hit.entry is head), 0)
    if led is not None and led < main:
        return deputy_of(base_of(head, words, organisation, language))  # "Deputy Foreign Minister"
    if named:
        return base_of(head, words, organisation, language)
    if head.post == "deputy":
        hits = [(k, view.posts[k]) for k in range(first, last + 1)]
        governed = [(k, hit) for k, hit in hits if hit and hit.entry is not head and hit.entry.post != "deputy"]
        if not governed:
            return head.kinds.get(organisation.kind, "deputy-head") if organisation else "deputy-head"
        both = any(t.text in DASHES for t in view.tokens[first:last])  # "chair's – secretary's deputy"
        _, hit = governed[-1] if view.language.head_final and not both else governed[0]
        return deputy_of(base_of(hit.entry, words, organisation, language))
    return base_of(head, words, organisation, language)
