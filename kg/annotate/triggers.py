"""Words that may tell of an event: nouns ("duşuşyk", "заседание") and verbs ("қабылдады", "met")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import structs

from kg.model import START, TriggerMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.language.event_words import Noun, Verb
    from kg.language.events import Events
    from kg.language.phrases import Form, Hit
    from kg.model import Sentence

# A number joined by a hyphen to a word that is long enough to be no ending of the number.
_COUNTED = re.compile(r"\d{1,3}-([^\W\d_]{5,})")
# A word, and the last word that a hyphen joins to it.
_JOINED = re.compile(r"([^\W\d_]+)-([^\W\d_]{5,})")
# Words of events before a verb among which the one that it is joined to stands.
_CHAIN = 6
# Tokens between a verb and its object that stands apart.
_APART = 30
# Words of a place between the two.
_PLACE = 4
# What stands behind the last word of a sentence.
_ENDS = frozenset({"", ".", "!", "?", "…"})


def find_triggers(
    text: str, sentences: Sequence[Sentence], languages: Mapping[str, Language]
) -> tuple[TriggerMention, ...]:
    """All triggers of a text in order, whatever they will turn out to tell; none overlaps another.

    `sentence` is the index in `sentences`; sentences in an unknown language have none. `lemma` keys the nouns and
    verbs of `Language.events`, the rule is `<language>.<lemma>`.
    """
    found: list[TriggerMention] = []
    for index, sentence in enumerate(sentences):
        language = languages.get(sentence.lang)
        if language is None:
            continue
        events = language.events
        here: list[TriggerMention] = []
        until = 0
        hyphens = "-" in text[sentence.start : sentence.end]
        for hit in language.triggers.find(_parted(sentence.words, events.joined) if hyphens else sentence.words):
            if hit.first < until or _postposed(sentence, hit.last, language) or _helps(sentence, hit, language):
                continue
            inside = hit.first > 0 or getattr(hit.key, "body", False)  # "[Мәжілісте] топтың отырысы өтті"
            capital = inside and sentence.tokens[hit.first].text[:1].isupper()
            if capital and getattr(hit.key, "lower", False) and not _capitals(sentence):
                continue
            key, form = hit.key, hit.form
            bare = getattr(key, "frame", "") and form.kind in {"infinitive", "verb"} and form.tense != "past"
            if bare and _named(sentence, hit.first, events.determiners):
                continue
            doing = getattr(key, "frame", "") and (form.kind, form.tense) == ("participle", "present")
            if doing and language.analytic and _named(sentence, hit.first, language.posts.possessives):
                continue  # "in her opening statement"
            key, form = _as_verb(sentence, hit, language, here)
            until, form = _with_auxiliary(sentence, hit.last, form, events)
            here.append(_mention((text, sentence, index), (hit.first, until), key, form))
        if apart := _apart(sentence, language):
            own = _mention((text, sentence, index), (apart.first, apart.last), apart.key, apart.form)
            if not any(t.start <= own.start and own.end < t.end for t in here):  # beside its object it is found already
                before = [t.start for t in here if t.start < own.start and t.type == own.type and t.form == "noun"]
                taken = {own.start, *(before[-1:] if language.head_final else ())}  # "[сапармен] Ошта болды"
                here = sorted([own, *(t for t in here if t.start not in taken)], key=START)
        found += here
    return tuple(found)


def _mention(where: tuple[str, Sentence, int], span: tuple[int, int], key: Noun | Verb, form: Form) -> TriggerMention:
    """The trigger over the tokens `span` (the last out) of a sentence; `where` is the text, it and its index."""
    text, sentence, index = where
    start, end = sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end
    return TriggerMention(
        start,
        end,
        text[start:end],
        sentence.lang,
        index,
        f"{sentence.lang}.{key.lemma}",
        type=key.type,
        lemma=key.lemma,
        form=form.kind or ("noun" if hasattr(key, "generic") else "verb"),
        case="|".join(form.cases),
        tense=form.tense,
        plural=form.plural,
        negated=form.negated,
        passive=form.passive,
        possessed=form.possessed,
    )


def _apart(sentence: Sentence, language: Language) -> Hit[Noun | Verb] | None:
    """The verb whose object stands apart from it: "[вручил] Президенту Чили верительные грамоты"; its first token.

    Of several verbs it is the nearest. Where verbs stand last a place may stand before it: "сапармен Ошта [болды]".
    """
    words, starts = sentence.words, range(len(sentence.words))
    for phrase in language.events.apart:
        size = len(phrase)
        if phrase[-1] not in words or (at := next((k for k in starts if words[k : k + size] == phrase), None)) is None:
            continue
        if language.head_final:
            near = _past_place(sentence, at + size, language)
            whole = [(k, language.triggers.find((*phrase, words[k]))) for k in near]
        else:
            near = range(max(0, at - _APART), min(len(words), at + size + _APART))
            whole = [(k, language.triggers.find((words[k], *phrase))) for k in near if words[k] not in phrase]
        verbs = [(k, hits[0]) for k, hits in whole if hits and hits[0].last == 1 + size]
        if verbs:
            k, hit = min(verbs, key=lambda found: abs(found[0] - at))
            return structs.replace(hit, first=k, last=k + 1)
    return None


def _past_place(sentence: Sentence, first: int, language: Language) -> range:
    """The tokens of a place that begins at `first`, but its first, and one behind it: "Лосево [қаласында болды]"."""
    area = language.forms(language.institutions.places)
    for k in range(first, min(len(sentence.tokens), first + _PLACE + 1)):
        if not (sentence.tokens[k].text[0].isupper() or area[sentence.words[k]]):
            return range(first + 1, k + 1)
    return range(0)


def _capitals(sentence: Sentence) -> bool:
    """Tell a sentence of which most words are in capitals, short ones too."""
    return sum(token.text.isupper() for token in sentence.tokens) * 2 > len(sentence.tokens)


def _named(sentence: Sentence, first: int, determiners: frozenset[str]) -> bool:
    """Tell what is a noun by the word before it: "at the [end]", "heads of [state]", "member [states]"."""
    return first > 0 and sentence.tokens[first - 1].norm in determiners


def _helps(sentence: Sentence, hit: Hit[Noun | Verb], language: Language) -> bool:
    """Tell an English auxiliary right before a verb of saying: "the leaders [had] agreed that"."""
    if not language.analytic or sentence.words[hit.first] not in language.institutions.auxiliaries:
        return False
    said = language.triggers.find(sentence.words[hit.last : hit.last + 2])
    return bool(said) and said[0].first == 0 and getattr(said[0].key, "frame", "") == "say"


def _does(sentence: Sentence, first: int, last: int, language: Language) -> bool:
    """Tell a verb in the present between names: "Foreign Minister Berg [visits] Oslo"."""
    around = [*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[last : last + 1]]
    if not language.analytic or len(around) < 2 or language.genitive(around[0].norm):  # noqa: PLR2004 - on either side
        return False
    who, what = around
    return who.text[0].isupper() and (what.text[0].isupper() or what.norm in language.institutions.articles)


def _infinitive(sentence: Sentence, first: int, language: Language, found: Sequence[TriggerMention]) -> bool:
    """Tell a verb without an ending: after "will", or joined to one before it ("will meet N and [visit] Oslo")."""
    if first and sentence.tokens[first - 1].norm in language.events.modals:
        return True
    around = [*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[first + 1 : first + 2]]
    if not language.analytic or len(around) < 2 or not found:  # noqa: PLR2004 - on either side
        return False
    before, after = around
    joins = before.text == "," or before.norm in language.institutions.and_
    what = after.text[0].isupper() or after.norm in language.institutions.articles
    return joins and what and any(t.form == "infinitive" for t in found[-_CHAIN:])


def _as_verb(
    sentence: Sentence, hit: Hit[Noun | Verb], language: Language, found: Sequence[TriggerMention]
) -> tuple[Noun | Verb, Form]:
    """A word that is written like a noun of events as the verb that it is, where the words round it say so."""
    verb, gerund = language.events.verbs_like.get(hit.key.lemma), language.events.gerunds.get(hit.key.lemma)
    if verb is not None and _infinitive(sentence, hit.first, language, found):
        return verb, structs.replace(hit.form, kind="infinitive", cases=())
    if gerund is not None and _is_doing(sentence, hit.first, hit.last, language):
        return gerund, structs.replace(hit.form, kind="participle", tense="present")
    if verb is not None and hit.form.plural and _does(sentence, hit.first, hit.last, language):
        return verb, structs.replace(hit.form, kind="verb", tense="present", plural=False)
    return hit.key, hit.form


def _is_doing(sentence: Sentence, first: int, last: int, language: Language) -> bool:
    """Tell a verb that is written like a noun of events: "is [meeting] the minister", "are [meeting] with N"."""
    around = [*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[last : last + 1]]
    if not language.analytic or len(around) < 2:  # noqa: PLR2004 - on either side
        return False
    before, after = around
    roles = language.events.by_role
    whom = after.text[0].isupper() or after.norm in {*language.institutions.articles, *roles["with"], *roles["in"]}
    return before.norm in roles["passive"] and (whom or after.norm in language.posts.possessives)


def _postposed(sentence: Sentence, last: int, language: Language) -> bool:
    """Tell a postposition that is written like a verb: a word of the same clause follows it."""
    if sentence.tokens[last - 1].norm not in language.events.postpositions or last >= len(sentence.tokens):
        return False
    word = sentence.tokens[last]
    ends = word.norm in language.institutions.and_ or word.norm in language.events.auxiliaries
    ends = ends or word.norm in language.events.reporting
    return word.text[0].isalnum() and not ends


def _parted(words: Sequence[str], joined: frozenset[str]) -> Sequence[str]:
    """Words with what a hyphen joins to a noun of events taken from it: "7-кездесуі", "бизнес-форум"."""
    return [_bare(word, joined) if "-" in word else word for word in words]


def _bare(word: str, joined: frozenset[str]) -> str:
    counted, compound = _COUNTED.fullmatch(word), _JOINED.fullmatch(word)
    if counted:
        return counted[1]
    return compound[2] if compound and compound[1] in joined else word


def _with_auxiliary(sentence: Sentence, last: int, form: Form, events: Events) -> tuple[int, Form]:
    """Where a verb ends with the auxiliary after it, and its form as the predicate ("кездескен болатын").

    Who is on the way with a converb for what goes on will come: "келе жатыр", but "өтіп жатыр".
    """
    auxiliaries, word = events.auxiliaries, sentence.tokens[last].norm if last < len(sentence.tokens) else ""
    if (form.kind, form.tense) == ("participle", "past") and auxiliaries and word in _ENDS:
        return last, structs.replace(form, kind="verb")  # "Форумға елшілер қатысқан."
    if form.kind not in {"participle", "converb"} or word not in auxiliaries:
        return last, form
    tense, lasting = auxiliaries[word], sentence.tokens[last - 1].norm.endswith(events.converbs)
    if form.kind == "converb" and events.converbs and not lasting and tense == "present":
        tense = "future"
    return last + 1, structs.replace(form, kind="verb", tense=form.tense or tense)
