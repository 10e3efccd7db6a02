"""The names of events: the noun phrase of the trigger in the nominative, the words that tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.noun_phrases import extent
from kg.interpret.events.sentence.groups import PEOPLE
from kg.interpret.events.sentence.quoted import title_start
from kg.interpret.nominative import nominative, nominative_start
from kg.language.case import lower, recase
from kg.language.date_grammar import date_grammar

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.row import Element, Row

_NAME_TOKENS = 24
# Roles of words inside a Turkic noun phrase, and of those that begin none.
_INNER = frozenset({"with", "between", "topic", "and", "series", "ordinal", "novel", "relation", "video", "phone"})
_JOINING = frozenset({"and", "with", "between", "topic", "definite"})
_TRIGGER_TOKENS = 5


def event_name(draft: Draft) -> str:
    """The fullest noun phrase by which the text calls the event, in the nominative; else its trigger."""
    named = [fact for fact in draft.facts if not fact.nucleus.verbal and not fact.nucleus.generic]
    if draft.type != "other":  # "called on him. His visit included [the signing of] agreements"
        named = [f for f in named if not getattr(f.nucleus.entry, "signs", False)]
    if draft.type == "meeting":  # "A meeting was held. During the exchange of views"
        named = [f for f in named if not getattr(f.nucleus.entry, "loose", False)] or named
    body = next((f for f in draft.facts if f.nucleus.verbal and f.nucleus.sits is not None), None)
    counted = body is not None and not any(f.nucleus.type == draft.type for f in named)  # but "the meeting" later on
    if counted and body is not None and body.nucleus.sits is not None:
        return _from_to(body, body.nucleus.sits)  # "Одақтың V Бас Ассамблеясы өтті"
    named = [fact for fact in named if not _ours(fact)]
    if not named:  # "Басқосу өтті", where nothing else calls it
        named = [f for f in draft.facts if f.nucleus.row.passage.language.head_final and _by_noun(f) and not _ours(f)]
    if not named:
        return trigger_text(draft)
    ahead = named[0].nucleus.planned  # "обсудили подготовку к предстоящей встрече": another than the one told
    told = [f for f in named if f.nucleus.type == draft.type and f.nucleus.planned == ahead]
    return max((_phrase(fact) for fact in told or named), key=lambda name: (len(name.split()) > 1, len(name)))


def _ours(fact: Fact) -> bool:
    """Tell what somebody says of his own: "бүгінгі [кездесуіміз]"."""
    row = fact.nucleus.row
    found = row.passage.language.analyse(row.norm(fact.nucleus.element)) if row.passage.language.head_final else ()
    return any(a.possessive == "1pl" and a.harmonic for a in found)


def _by_noun(fact: Fact) -> bool:
    trigger = fact.nucleus.element.trigger
    return trigger is not None and trigger.form == "noun" and not fact.nucleus.verbal


def trigger_text(draft: Draft) -> str:
    """The words of the fact that tells most plainly of the event: its noun and verb where they stand together."""
    facts = [f for f in draft.facts if f.nucleus.verbs or f.nucleus.verbal] or draft.facts
    nucleus = facts[0].nucleus
    row = nucleus.row
    ends = sorted([nucleus.at, *nucleus.verbs])
    first, last = row.elements[ends[0]], row.elements[ends[-1]]
    if last.last - first.first <= _TRIGGER_TOKENS:
        return row.passage.text[row.start(first) : row.end(last)]
    return row.passage.text[row.start(last) : row.end(last)]


def series_name(draft: Draft) -> str | None:
    """The standing mechanism or body whose sitting the event is, where the text counts or names its sittings."""
    for fact in draft.facts:
        nucleus = fact.nucleus
        if nucleus.sits is not None:
            return _from_to(fact, nucleus.sits)
    if draft.ordinal is None:
        return None
    return next((_phrase(f) for f in draft.facts if f.nucleus.ordinal is not None and not f.nucleus.verbal), None)


def _phrase(fact: Fact) -> str:
    return _from_to(fact, fact.nucleus.at)


def _from_to(fact: Fact, at: int) -> str:
    row = fact.nucleus.row
    return _final(fact, at) if row.passage.language.head_final else _initial(row, at, alone=fact.nucleus.gapped)


def _final(fact: Fact, at: int) -> str:
    """The noun phrase that ends with the element `at`, in the nominative."""
    row = fact.nucleus.row
    last = row.elements[at]
    start = row.start(last if fact.nucleus.gapped else row.elements[_opening(row, at)])
    head = row.tokens[last.last - 1]
    noun = _nominative(row, last, head.text, objective=_is_object(fact, at))
    return _one_line(f"{row.passage.text[start : head.start]}{noun}")


def _is_object(fact: Fact, at: int) -> bool:
    """Tell a noun that its verb has as its object, and nobody before it as its owner: "N bilen [duşuşygy] geçirdi"."""
    row = fact.nucleus.row
    before = next((e.role for e in reversed(row.elements[:at]) if e.role != "and"), "")
    return before == "with" and any(row.elements[i].frame == "hold" for i in fact.nucleus.verbs)


def _opening(row: Row, at: int) -> int:
    """The element that a Turkic noun phrase begins with: back to a date, a place, a nominative or a verb."""
    first = at
    while first > 0 and _belongs(row, first - 1):
        first -= 1
    titled = row.norm(row.elements[first]) in row.passage.language.events.titled or _owned(row, first) == "attr"
    if first and (titled or ((last := row.elements[at].trigger) is not None and last.possessed)):
        opening = title_start(row, first - 1)  # "«Таза ауа» форумы"
        first = first if opening is None else opening
    first = _members_of(row, first)
    first = _trimmed(row, _past_owner(row, first, at), at)
    while row.elements[at].last - row.elements[first].first > _NAME_TOKENS and first < at:
        first = next((i + 1 for i in range(first, at) if row.elements[i].actor is not None), at)
        first = _trimmed(row, first, at)
    return first


def _past_owner(row: Row, first: int, at: int) -> int:
    """Pass whom a noun without a possessive is not of: "[Prezident A-nyň] foruma (gatnaşyjylara iberen haty)".

    Nor is it what the verb before it tells to do: "[hünärmen taýýarlamak] duşuşygyň temasy boldy".
    """
    trigger = row.elements[at].trigger
    if trigger is None or trigger.possessed or trigger.form != "noun":
        return first
    if first < at and row.norm(row.elements[at - 1]).endswith(row.passage.language.institutions.aims):
        return at
    while at > first and row.elements[at - 1].kind == "text":
        at -= 1
    before = row.elements[at - 1].actor if at > first else None
    return at if before is not None and before.person and before.case == "gen" else first


def _trimmed(row: Row, first: int, at: int) -> int:
    """The first element from `first` on that may begin a name."""
    while first < at and (row.elements[first].role in _JOINING or _bereft(row, first)):
        first += 1
    return first


def _members_of(row: Row, first: int) -> int:
    """Begin at the organisation whose members they are: "[ұйымға мүше] елдердің министрлерінің отырысы"."""
    if first < 2 or row.elements[first].kind != "text":  # noqa: PLR2004 - an organisation and "member"
        return first
    before, owner = row.norm(row.elements[first - 1]), row.elements[first - 2].actor
    word = f"{before} {row.norm(row.elements[first])}"
    members = any(word.startswith(phrase) for phrase in row.passage.language.institutions.members)
    return first - 2 if members and owner is not None and owner.case in {"dat", "gen"} else first


def _belongs(row: Row, i: int) -> bool:
    """Tell what stands inside a Turkic noun phrase: plain words, owners in the genitive, "between", "on", a format."""
    e = row.elements[i]
    after = row.elements[i + 1 : i + 3]
    same = after[-1].trigger is not None and after[-1].trigger.case == "gen"  # "sapaklarynyň hem-de [okuwlarynyň]"
    joined = after[0].role == "and" and (after[-1].role in PEOPLE or same)  # "көмекшілері мен [кеңесшілерінің]"
    if e.role == "and" and row.norm(row.elements[i + 1]).endswith(row.passage.language.events.participles):
        return False  # "žurnalynyň hem [çagyrylan] ýygnagy"
    genitive = e.form is not None and ("gen" in e.form.cases or (joined and e.form.possessed))
    owner = e.actor is not None and e.actor.case in {"gen", "attr", "nom"} and _inside(row, i)
    plain = e.kind == "text" and row.norm(e) not in row.passage.language.events.leading_on
    # "[диалогтың] раунды"
    mechanism = not joined and e.trigger is not None and (e.trigger.form, e.trigger.case) == ("noun", "gen")
    return plain or e.role in _INNER or (e.role in PEOPLE and genitive) or owner or mechanism


def _owned(row: Row, i: int) -> str:
    """The case of a word with a possessive ending ("деңгейіндегі"), "" of others; a nominative counts in the plural."""
    if row.elements[i].kind != "text":
        return ""
    found = row.passage.language.analyse(row.norm(row.elements[i]))
    cases = {a.case for a in found if a.possessive and a.harmonic and (a.case != "nom" or a.number)}
    return next((case for case in ("attr", "loc", "nom", "gen") if case in cases), "")


def _bereft(row: Row, i: int) -> bool:
    """Tell a word that begins no name: no name holds it, or what it needs stands outside ("[5 мамырда] өткен")."""
    if row.elements[i].kind != "text":
        return False
    language, word = row.passage.language, row.tokens[row.elements[i].first]
    owned = _owned(row, i)
    respect = any(a.stem in language.posts.honorifics for a in language.analyse(word.norm))  # "[мырзаның] сапары"
    before = row.elements[i - 1].kind if i else "mark"
    weekday = date_grammar(language.code, language.dates).weekday
    dated = before == "date" or (i and weekday.fullmatch(row.norm(row.elements[i - 1])))  # "5 мамыр [күні]"
    of_date = dated and any(a.possessive == "3" for a in language.analyse(word.norm))
    adverb = word.norm in language.institutions.stop - language.institutions.modifiers
    if adverb or owned == "loc" or respect or of_date or weekday.fullmatch(word.norm):
        return True
    clause = word.norm.endswith(language.events.participles)
    return before not in {"comma", "mark"} and (owned in {"attr", "nom"} or clause)


def _nominative(row: Row, element: Element, word: str, *, objective: bool = False) -> str:
    """The noun of an event in the nominative: by the dictionary form of the phrase that found it.

    A form that may be a possessed nominative, too, stands in the accusative where the noun is `objective`.
    """
    trigger, entry = element.trigger, element.entry
    if trigger is None or entry is None:
        body = element.actor is not None and element.actor.case == "loc"  # "өткен [Министрлер кеңесінде]"
        return nominative(word, row.passage.language) if body else word
    if "nom" in element.cases:
        bare = (a.base for a in row.passage.language.analyse(lower(word)) if (a.case, a.possessive) == ("acc", ""))
        return recase(word, min(bare, key=len, default=word)) if objective else word
    counted = word.rpartition("-")  # "76-сессиясының"
    if counted[0].isdigit() or lower(counted[0]) in row.passage.language.events.joined:  # "онлайн-кездесуге"
        return f"{counted[0]}-{_nominative(row, element, counted[2])}"
    for phrase in entry.phrases:
        found = nominative(word, row.passage.language, phrase.split()[-1].rstrip("~"))
        if found != word:
            return found
    return word


def _inside(row: Row, i: int) -> bool:
    """Tell whether an actor is part of a noun phrase: a genitive, or one with a postposition."""
    actor, e = row.elements[i].actor, row.elements[i]
    if actor is None or actor.case in {"gen", "attr"}:
        return actor is not None
    if actor.country and "-" in row.passage.text[row.start(e) : row.end(e)]:
        return True  # "Hytaý-Merkezi Aziýa sammiti"
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    theirs = after is not None and after.role in PEOPLE and after.form is not None and "gen" in after.form.cases
    if not actor.person and after is not None and (theirs or _owned(row, i + 1) == "gen"):
        return True  # "GDA ýurtlarynyň forumy", "Қауіпсіздік кеңесі хатшыларының кездесуі"
    return i + 1 < len(row.elements) and row.elements[i + 1].role in {"with", "and", "between"}


def _initial(row: Row, at: int, *, alone: bool) -> str:
    """The noun phrase round the element `at`, in the nominative; that element `alone`, where so told."""
    first, last = (at, at) if alone else extent(row, at)
    fusional = row.passage.language.fusional
    while fusional and last > at and _dangles(row, last):
        last -= 1
    start, end = row.start(row.elements[first]), row.end(row.elements[last])
    before = _one_line(row.passage.text[start : _noun(row, at)])
    phrase = _one_line(row.passage.text[start:end])
    if fusional and russian.numeral(phrase.split()[0].lower()):
        return phrase  # "два заседания"
    return nominative_start(phrase, row.passage.language, len(before.split()))


def _dangles(row: Row, i: int) -> bool:
    """Tell a word with which no Russian name ends, cut off from its noun: "встреча с [турецким] | коллегой"."""
    e = row.elements[i]
    if e.role in {"and", "with", "between", "in", "to", "topic"}:
        return True
    plain = e.kind == "text" or (e.place is not None and e.place.case == "adj")
    return plain and (russian.attributive(row.norm(e)) or russian.linking(row.norm(e)))


def _one_line(text: str) -> str:
    """The text with single spaces: a name may go over the end of a line."""
    return " ".join(text.split())


def _noun(row: Row, at: int) -> int:
    """Where the noun of a Russian phrase starts, behind its adjectives: "рабочий [визит]", "[церемония] открытия"."""
    tokens = row.tokens[row.elements[at].first : row.elements[at].last]
    return next((t for t in tokens if not russian.modifier(t.norm)), tokens[-1]).start
