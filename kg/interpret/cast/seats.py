"""Where a bare title is held that tells the kind of its institution: "ректор Анна Ким", in texts on several."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from kg.interpret.cast.groups import words
from kg.interpret.cast.titles import heads_of, heads_titles
from kg.interpret.spans import index_at, tokens_before, tokens_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from kg.interpret.cast.candidates import OrganisationGroup
    from kg.interpret.cast.organisations import Organisations
    from kg.interpret.cast.persons import Persons
    from kg.language import Language
    from kg.model import Annotations, OrganisationMention, PostMention

Key = TypeVar("Key")
Value = TypeVar("Value")

# Farthest that the noun for a delegation stands before the body that sent it, in tokens.
_SENT = 9


class Seats:
    """What a document tells of where its bare titles are held; each index is made when it is first asked for."""

    def __init__(
        self,
        annotations: Annotations,
        languages: Mapping[str, Language],
        persons: Persons,
        organisations: Organisations,
    ) -> None:
        self._annotations = annotations
        self._languages = languages
        self._persons = persons
        self._organisations = organisations
        self._ranked: dict[tuple[str, str], list[OrganisationGroup]] = {}
        self._delegations: dict[tuple[int, str], int | None] = {}  # where the first noun for one ends

    def seat_of(self, post: PostMention) -> str | None:
        """The institution in which a post of this name is held: the university that the text speaks of most ("ректор").

        Of those of another country than the post's none; a part of another institution only where there is no whole.
        Rectors in the plural are each of another: "[Rectors] Anna Kim and Karl Lund".
        """
        language = self._languages[post.lang]
        heads = heads_of(language, post.title)
        kind = (heads[0].seat or language.posts.seats.get(post.post)) if heads else None
        each = post.post == "rector" and post.rule.endswith(".title-names")
        if not kind or each or post.organisation is not None or _fielded(language, post):
            return None
        if (own := self._told_elsewhere(post)) is not None:
            return own
        analytic = language.analytic and bool(heads[0].seat)
        for group in self._by_rank(kind, language):
            countries = self._claimed.get(group.id, set()) if post.country else set()
            taken = post.post == "rector" and self._borne_by_another(group.id, post)
            taken = taken or (analytic and self._met(group, post))
            if countries <= {post.country} and not (taken or (analytic and self._elsewhere(group.id, post))):
                return group.id
        return None

    def _met(self, group: OrganisationGroup, post: PostMention) -> bool:
        """Tell an institution that is first named behind an English title, as what its bearer met or visited.

        "The rector of the university met the leadership of [Oslo University]", but "spoke at Oslo University".
        """
        first, language = group.mentions[0], self._languages[post.lang]
        if first.start < post.end:
            return False
        sentences = self._annotations.sentences
        at = index_at(sentences, first.start)
        sentence = sentences[at]
        told = [t.norm for t in tokens_before(sentence, first.start, _SENT)]
        before = [word for word in told if word not in language.institutions.articles]
        if at > post.sentence:
            return not language.posts.with_whom.isdisjoint(before)  # "A meeting was held with the leadership of"
        return bool(before) and before[-1] not in language.institutions.at | language.institutions.where

    def _borne_by_another(self, group: str, post: PostMention) -> bool:
        """Tell an institution (by id) in which another than who is named with a title bears the post.

        "Ректор РУДН Анна Ким приняла [ректора] Ивана Орлова".
        """
        return post.person is not None and bool(
            self._bearers[post.post, group] - {self._persons.of_mention[post.person]}
        )

    def _by_rank(self, kind: str, language: Language) -> list[OrganisationGroup]:
        """The institutions of a kind, the likeliest first: hosts before guests, wholes before parts, by mentions."""
        found = self._ranked.get((kind, language.code))
        if found is None:
            guests = self._visitors if language.fusional else frozenset()

            def rank(group: OrganisationGroup) -> tuple[bool, bool, int, int]:
                part = group.owner is not None or is_part(language, group.heads)
                return group.id in guests, part, -len(group.mentions), group.mentions[0].start

            groups = (group for group in self._organisations.groups if group.kind == kind)
            found = self._ranked[kind, language.code] = sorted(groups, key=rank)
        return found

    def _told_elsewhere(self, post: PostMention) -> str | None:
        """The one institution in which another title of the holder has the same post, by its id; None of several."""
        if post.person is None:
            return None
        held = self._held.get((post.post, self._persons.of_mention[post.person]), set())
        return next(iter(held)) if len(held) == 1 else self._sender(post)

    def _sender(self, post: PostMention) -> str | None:
        """The body with an acronym whose delegation the holder comes with: "The UNN delegation included [Rector] N"."""
        here = self._in_sentence[post.sentence]
        mentions, of_mention = self._annotations.organisations, self._organisations.of_mention
        sent = {of_mention[n] for n in here if mentions[n].end <= post.start and n in self._sent}
        acronym = any(mentions[n].form == "abbreviation" and mentions[n].kind == "other" for n in here)
        return sent.pop() if len(sent) == 1 and acronym and self._comes(post) else None

    def _elsewhere(self, group: str, post: PostMention) -> bool:
        """Tell an institution (by id) in which a bare English title is not held.

        Somebody else bears the same post with the institution told ("Li Wei, vice-rector of the Gansu University"), or
        a delegation of theirs is told of apart from the holder. A name in small letters is none ("a Mexican
        university").
        """
        if post.person is None:
            return False
        if group in self._small or group in self._of_members or self._borne_by_another(group, post):
            return True
        beside = self._in_sentence[post.sentence]
        if any(self._organisations.of_mention[n] == group for n in beside):
            return False
        if not self._comes(post):
            return group in self._senders
        return not self._sent.isdisjoint(beside) or self.sent_by_another(group, post)

    def sent_by_another(self, institution: str | None, post: PostMention) -> bool:
        """Tell one of a delegation that others than an institution (by id) have sent.

        "A delegation of Oslo University came to the rector of the Academy. Its members: [Vice-Rector] Anna Kim".
        """
        return self._comes(post) and bool(self._senders) and institution not in self._senders

    def _comes(self, post: PostMention) -> bool:
        """Tell one of a delegation: "The delegation includes [vice-rector] Anna Kim"."""
        key = post.sentence, post.lang
        if key not in self._delegations:
            tokens, nouns = (
                self._annotations.sentences[post.sentence].tokens,
                self._languages[post.lang].posts.delegations,
            )
            self._delegations[key] = next((t.end for t in tokens if t.norm in nouns), None)
        end = self._delegations[key]
        return end is not None and end <= post.start

    @cached_property
    def _claimed(self) -> dict[str | None, set[str]]:
        """The countries that the words of each institution tell."""
        mentions = zip(self._organisations.of_mention, self._annotations.organisations, strict=True)
        return _sets((institution, mention.country) for institution, mention in mentions if mention.country)

    @cached_property
    def _titles(self) -> list[tuple[str, str | None, str | None]]:
        """The post, the person and the institution of each title that tells all of them."""
        persons, of_mention = self._persons.of_mention, self._organisations.of_mention
        return [
            (post.post, persons[post.person], of_mention[post.organisation])
            for post in self._annotations.posts
            if post.organisation is not None and post.person is not None
        ]

    @cached_property
    def _held(self) -> dict[tuple[str, str | None], set[str | None]]:
        """The institutions in which each person holds a post."""
        return _sets(((post, person), institution) for post, person, institution in self._titles)

    @cached_property
    def _bearers(self) -> dict[tuple[str, str | None], set[str | None]]:
        """The persons who hold a post in each institution."""
        return _sets(((post, institution), person) for post, person, institution in self._titles)

    @cached_property
    def _in_sentence(self) -> dict[int, list[int]]:
        """The mentions of institutions in each sentence."""
        found = defaultdict(list)
        for n, mention in enumerate(self._annotations.organisations):
            found[mention.sentence].append(n)
        return found

    @cached_property
    def _sent(self) -> frozenset[int]:
        """The mentions of institutions that a delegation right before or behind them is of."""
        return frozenset(n for n, mention in enumerate(self._annotations.organisations) if self._sends(mention))

    def _sends(self, mention: OrganisationMention) -> bool:
        nouns = self._languages[mention.lang].posts.delegations
        beside = tokens_beside(self._annotations.sentences[mention.sentence], mention, _SENT)
        return not self._is_listed(mention) and any(token.norm in nouns for token in beside)

    def _is_listed(self, mention: OrganisationMention) -> bool:
        """Tell an institution behind the colon that leads to a delegation's members."""
        return self._listing.get(mention.sentence, mention.end) <= mention.start

    @cached_property
    def _of_members(self) -> frozenset[str | None]:
        """The institutions first named in a list of a delegation: "Its members: N, Director of [the Institute], …"."""
        of_mention, mentions = self._organisations.of_mention, self._annotations.organisations
        first = {of_mention[n]: mention for n, mention in reversed(list(enumerate(mentions)))}
        return frozenset(group for group, mention in first.items() if self._is_listed(mention))

    @cached_property
    def _listing(self) -> dict[int, int]:
        """Where in a sentence (by index) the colon behind an English noun for a delegation leads to its members."""
        found: dict[int, int] = {}
        for at, sentence in enumerate(self._annotations.sentences):
            language = self._languages.get(sentence.lang)
            nouns = language.posts.delegations if language is not None and language.analytic else frozenset[str]()
            if sentence.at(nouns):
                colons = (b for a, b in pairwise(sentence.tokens) if b.text == ":" and a.norm in nouns)
                if (colon := next(colons, None)) is not None:
                    found[at] = colon.end
        return found

    @cached_property
    def _senders(self) -> frozenset[str | None]:
        """The institutions of which a delegation is told."""
        return frozenset(self._organisations.of_mention[n] for n in self._sent)

    @cached_property
    def _visitors(self) -> frozenset[str | None]:
        """The institutions whose people come, in Russian: "[делегация] Университета Осло посетила Академию"."""
        found = set()
        for n, mention in enumerate(self._annotations.organisations):
            language, sentence = self._languages[mention.lang], self._annotations.sentences[mention.sentence]
            before = tokens_before(sentence, mention.start, 1) if language.fusional else ()
            if any(language.forms(language.posts.delegations)[t.norm] for t in before):
                found.add(self._organisations.of_mention[n])
        return frozenset(found)

    @cached_property
    def _small(self) -> frozenset[str]:
        """The institutions that only names in small letters tell."""
        groups = self._organisations.groups
        return frozenset(g.id for g in groups if all(m.text.split()[-1].islower() for m in g.mentions))


def _sets(pairs: Iterable[tuple[Key, Value]]) -> defaultdict[Key, set[Value]]:
    """The second parts of pairs by the first; none of what no pair begins with."""
    found: defaultdict[Key, set[Value]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def is_part(language: Language, heads: AbstractSet[str]) -> bool:
    """Tell a part of an institution by its head: "Faculty of Law"."""
    return any((hit := language.institution_heads.find(w)) is not None and hit.entry.part for w in heads)


def inherited(language: Language, kind: str, heads: AbstractSet[str]) -> bool:
    """Tell a kind that an institution has from its owner, not from its heads: a parliament's committee."""
    found = [hit.entry for w in heads if (hit := language.institution_heads.find(w)) is not None]
    return bool(found) and not any(kind in {entry.kind, *entry.kinds.values()} for entry in found)


def _fielded(language: Language, post: PostMention) -> bool:
    """Tell a title that has a field of its own, where the post and not the noun tells the seat."""
    told = words(post.title)
    plain = (w for w in told if w not in language.small_words and not heads_titles(language, w))
    field = any(w in language.posts.fields for w in told) or any(w not in language.posts.modifiers for w in plain)
    return post.post in language.posts.seats and field
