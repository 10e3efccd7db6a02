"""Words that may tell of an event: nouns ("duşuşyk", "заседание") and verbs ("қабылдады", "met")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from kg.model import TriggerMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.model import Sentence


def find_triggers(
    text: str, sentences: Sequence[Sentence], languages: Mapping[str, Language]
) -> tuple[TriggerMention, ...]:
    """All triggers of a text in order, whatever they will turn out to tell; none overlaps another.

    `sentence` is the index in `sentences`; sentences in an unknown language have none. `lemma` keys the nouns and
    verbs of `Language.events`, the rule is `<language>.<lemma>`.
    """
    found = []
    for index, sentence in enumerate(sentences):
        language = languages.get(sentence.lang)
        if language is None:
            continue
        events = language.events
        shouting = sum(t.text.isupper() for t in sentence.tokens) * 2 > len(sentence.tokens)
        for hit in language.triggers.find(sentence.tokens):
            capital = hit.first > 0 and not shouting and sentence.tokens[hit.first].text[:1].isupper()
            if capital and getattr(hit.key, "lower", False):
                continue
            key, form = hit.key, hit.form
            if hit.first and sentence.tokens[hit.first - 1].norm in events.modals and key.lemma in events.verbs_like:
                key, form = events.verbs_like[key.lemma], structs.replace(form, kind="infinitive", cases=())
            start, end = sentence.tokens[hit.first].start, sentence.tokens[hit.last - 1].end
            found.append(
                TriggerMention(
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
            )
    return tuple(found)
