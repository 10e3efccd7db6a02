"""Words of events that tell of none where they stand: before the noun that they qualify, in a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.groups import PEOPLE
from kg.interpret.events.sentence.quoted import title_end
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Row

# Longest part of a quoted name before a noun of events, in elements.
_TITLE = 8
# Elements from the mark that opens the name of an event to a noun in it.
_NAME = 20
# Frames of verbs for what is arranged.
_ARRANGED = frozenset({"hold", "organise"})
# Elements from whom somebody received to the passive verb.
_RECEIVED = 8
# Elements from a dialogue to what is to be done for it.
_ADVERBS = 4
# Letters of the longest Roman numeral of a sitting.
_NUMERAL = 4
# Elements of a label beside its noun.
_LABEL = 2
# Elements from the verb to who received.
_BY = 3
_GUESTS = PEOPLE | {"delegation", "participants", "he"}


def taken(row: Row, i: int) -> bool:
    """Tell a Russian passive of what isn't a guest: "решение [принято] на заседании", "[принимаемые] меры"."""
    trigger = row.elements[i].trigger
    if not row.passage.language.fusional or row.elements[i].frame != "receive" or trigger is None:
        return False
    if not trigger.passive:
        return False
    behind = row.elements[i + 1 : i + 1 + _BY] if trigger.form == "verb" else ()
    if any(e.actor is not None and e.actor.person and e.actor.case == "ins" for e in behind):
        return False  # "посетил Осло, где был [принят] президентом"
    guests = (e.role == "delegation" or (e.actor and e.actor.person and e.actor.case == "nom") for e in behind[:1])
    if any(guests):
        return False  # "Министром [принят] посол Чили Иван Орлов", "В министерстве [принята] делегация банка"
    for e in reversed(row.elements[max(0, i - _RECEIVED) : i]):
        if e.role in _GUESTS or (e.actor is not None and e.actor.person and e.actor.case != "ins"):
            return False
        if (e.kind == "comma" and i - e.last > 1) or e.trigger is not None:
            break
    return True


def assembled(row: Row, i: int) -> bool:
    """Tell a Russian participle for those who gathered: "обратился к [собравшимся]"."""
    participle = row.elements[i].is_trigger("participle") and row.passage.language.fusional
    return participle and getattr(row.elements[i].entry, "gathers", False)


def qualifies(row: Row, i: int) -> bool:
    """Tell "election" before the noun that it qualifies: "a course for [election] observers"."""
    trigger, after = row.elements[i].trigger, row.elements[i + 1 : i + 2]
    if not row.passage.language.analytic or not after or trigger is None or trigger.plural:
        return False
    return trigger.type == "election" and (after[0].kind == "text" or after[0].role in PEOPLE)


def several(row: Row, i: int) -> bool:
    """Tell chairmanships of several, which are no event: "representatives of the [Chairmanships] of the Conference"."""
    trigger = row.elements[i].trigger
    return trigger is not None and trigger.plural and bool(getattr(row.elements[i].entry, "office", False))


def guest(row: Row, i: int) -> bool:
    """Tell "visiting" before whom it qualifies: "the [visiting] president", "с [прибывшим] в Осло послом"."""
    if row.passage.language.fusional:
        return i > 0 and row.elements[i].is_trigger("participle") and row.elements[i - 1].role == "with"
    after = row.elements[i + 1 : i + 2]
    fits = bool(after) and (after[0].kind in {"text", "actor"} or after[0].role == "definite")
    if not row.passage.language.analytic or not fits:
        return False
    trigger, article = row.elements[i].trigger, row.elements[i - 1].role if i else ""
    aim = {"beneficiary", "of"}  # "information for visiting the polling stations"
    verb = row.elements[i + 2 : i + 3]  # "[Visiting] Foreign Minister N met with M"
    named = after[0].actor is not None and after[0].actor.person
    opens = i == 0 and named and bool(verb) and verb[0].is_trigger("verb")
    governed = article in ARTICLES | aim
    return trigger is not None and trigger.form == "participle" and (opens or governed)


def thanked_for(row: Row, i: int) -> bool:
    """Tell what somebody thanks for: "thanked the Bank for [organising] the forum", "форумды ұйымдастырғаны үшін"."""
    e, language = row.elements[i], row.passage.language
    beside = row.elements[i + 1 : i + 2] if language.head_final else row.elements[max(0, i - 1) : i]
    if e.frame not in _ARRANGED or [x.role for x in beside] != ["beneficiary"]:
        return False
    if language.head_final:
        return not e.is_trigger("infinitive")  # "форумды ұйымдастыру үшін" is an aim
    return e.is_trigger("participle", "present")


def labels(row: Row, i: int) -> bool:
    """Tell the word for events in a label of their day or place: "Дата [события]: 5 мая", "[Event] date: 5 May"."""
    if not getattr(row.elements[i].entry, "generic", False):
        return False
    behind = row.elements[i + 1 : i + 1 + _LABEL]
    colon = next((n for n, e in enumerate(behind) if row.norm(e) == ":"), None)
    if colon is None:
        return False
    words = {row.norm(e) for e in (*row.elements[max(0, i - _LABEL) : i], *behind[:colon])}
    given = row.passage.language.events.labels
    return any(not words.isdisjoint(given.get(kind, ())) for kind in ("when", "where"))


def gerund(row: Row, i: int) -> bool:
    """Tell a verb that looks like a noun of events: "interested in training local specialists"."""
    language = row.passage.language
    if not row.norm(row.elements[i]).endswith(language.morphology.gerund):
        return False
    before = row.elements[i - 1] if i else None
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    governed = before is not None and before.role in {"in", "of", "beneficiary", "and", "to", "by"}
    governed = governed or (before is not None and before.frame == "occur")  # "began training bachelors"
    return governed and after is not None and (after.kind == "text" or after.role in {"people", "definite"})


def in_title(row: Row, i: int) -> bool:
    """Tell a noun within the quoted name of an event: "форум «Диалог культур»"."""
    if row.passage.language.analytic and _in_name(row, i):
        return True
    for j in range(i - 1, max(0, i - _TITLE), -1):
        if row.elements[j].kind == "mark":
            before = row.elements[j - 1].trigger
            if row.elements[j - 1].role == "topic":
                return row.norm(row.elements[j]) == '"'  # 'на тему "Честные выборы"'
            return row.norm(row.elements[j]) in "«“" and before is not None and before.form == "noun"
        if row.elements[j].kind != "text":
            return False
    return False


def _in_name(row: Row, i: int) -> bool:
    """Tell a noun in a title between marks, which stands right behind a noun of events or "entitled"."""
    for j in range(i - 1, max(0, i - _NAME), -1):
        end = title_end(row, j)
        if end is not None:
            k = j - 1 - (j > 1 and row.elements[j - 1].role == "topic")
            return end > i and row.elements[k].is_trigger("noun") and not row.elements[k].frame
    return False


def _titled(row: Row, i: int) -> bool:
    """Tell a noun whose office somebody holds: "халықаралық [форумның] (ХФ) төрағасы Анна Берг"."""
    after = row.elements[i + 1 : i + 5]
    if after and row.norm(after[0]) == "(":
        closed = next((n for n, e in enumerate(after) if row.norm(e) == ")"), len(after))
        after = after[closed + 1 :]
    actor = after[0].actor if after else None
    words = row.norm(after[0]).split() if after else []
    return (
        actor is not None
        and actor.person
        and bool(words)
        and row.passage.language.post_heads.find(words[0]) is not None
    )


def furthered(row: Row, i: int) -> bool:
    """Tell a dialogue that is a relation: "саяси [диалогты] одан әрі дамытуды талқылады", "[диалогтың] маңызы".

    So is one of which a verb of no event tells: "gatnaşyklaryň esasyny syýasy [dialog] düzýär".
    """
    trigger = row.elements[i].trigger
    if trigger is None or trigger.type != "dialogue" or not row.passage.language.head_final:
        return False
    after = row.elements[i + 1 : i + 1 + _ADVERBS]
    plain = next((n for n, e in enumerate(after) if e.kind != "text"), len(after))
    words = [row.norm(e) for e in after[:plain]]
    if "nom" in row.elements[i].cases and plain and not trigger.plural:
        return [e.kind for e in row.elements[i + 1 + plain : i + 3 + plain]] in ([], ["mark"])
    if trigger.case == "gen":
        owned = [w for w in words[:1] if w.isalpha() and len(w) > _NUMERAL]
        return any(a.possessive == "3" and a.harmonic for w in owned for a in row.passage.language.analyse(w))
    return trigger.case == "acc" and any(_verbal(row, word) for word in words)


def _verbal(row: Row, word: str) -> bool:
    """Tell a verbal noun, in any case: "дамыту", "кеңейтуді"."""
    language = row.passage.language
    stems = (a.stem for a in language.analyse(word) if a.harmonic)
    return any(stem.endswith(language.institutions.actions) for stem in stems)


def modifier(row: Row, i: int) -> bool:
    """Tell whether a bare noun only qualifies the noun after it: "saýlaw okrugy", "okuw mekdepleri"."""
    trigger = row.elements[i].trigger
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    if not row.passage.language.head_final or after is None or trigger is None:
        return False
    if trigger.case == "gen" and _titled(row, i):
        return True
    if after.kind != "text" and after.role != "people":  # "сайлау бақылаушылары"
        return False
    if row.norm(after) in row.passage.language.events.itself:
        return False  # "форум жұмысына қатысты"
    if trigger.plural or trigger.case not in {"nom", "nom|dat"}:
        return False
    return any(a.possessive == "3" for a in row.passage.language.analyse(row.norm(after)) if a.harmonic)
