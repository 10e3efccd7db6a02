"""Days of which no event of a row is: of the news, of periods, of relative clauses; and the day on which N said it."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.circumstances import years
from kg.interpret.events.nuclei.sharing import clause_of
from kg.language.russian import predicate
from kg.model import DAY, YEAR

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# Elements from a day to the event at which somebody says something then.
_CLOSE = 8
# Elements from the comma before a source to the day of the news.
_SOURCE = 8
# Elements from a participle to the day before it.
_DONE = 6
# Words of what has a day before it.
_THING = 6
# Roles of words inside the name of a feast and before its day.
_FEAST = frozenset({"of", "in", "definite", "and"})
# The rule of days by which documents are told: "указ от [5 мая 2024 года]".
_DOCUMENT = ".of-a-document"
# Letters of the longest word that ends like a participle by chance ("орган").
_VERBAL = 5


def of_another(clause: Clause, i: int) -> bool:
    """Tell a date of something else: of a relative clause, of the news, of a period ("results of the period [May]")."""
    k = i - 1
    while k > 0 and clause.row.elements[k].kind in {"mark", "date"}:
        k -= 1  # "the period November 2018 – April 2019"
    period = k >= 0 and clause.row.norm(clause.row.elements[k]) in clause.row.passage.language.events.periods
    period = period and not _throughout(clause, k)
    document = (date := clause.row.elements[i].date) is not None and date.rule.endswith(_DOCUMENT)
    document = document or _of_thing(clause.row, i)
    other = _of_noun(clause, i) or _of_clause(clause, i) or _of_report(clause, i)
    return period or document or other or aside(clause, i) or _of_eve(clause, i) or _of_told(clause, i)


def _of_told(clause: Clause, i: int) -> bool:
    """Tell the day of what somebody tells at the event behind it: "Гость приедет [5 мая], сообщила N на брифинге"."""
    row, slot = clause.row, next(iter(clause.after(i)), None)
    if slot is None or clause.before(i) or not row.passage.language.fusional:
        return False
    said = next((v for v in slot.nucleus.verbs if v > i and row.elements[v].frame == "say"), None)
    if said is None or all(e.kind != "comma" for e in row.elements[i + 1 : said]):
        return False
    before = row.elements[:said]
    return any(e.is_trigger("verb") or (e.kind == "text" and predicate(row.norm(e))) for e in before)


def _of_thing(row: Row, i: int) -> bool:
    """Tell the day of an English thing that is no event: "the [5 May 2024] Joint Statement", not "… Joint Forum".

    So "the statement of [5 May 2024]", of a document.
    """
    language = row.passage.language
    if not language.analytic or i < 2:  # noqa: PLR2004 - a noun and "of"
        return False
    noun, before = row.elements[i - 2 : i]
    if before.role == "of":
        return noun.kind == "text" and language.instrument_heads.find(row.norm(noun)) is not None
    if before.role != "definite" and row.norm(row.elements[i]).split()[0] not in language.institutions.articles:
        return False
    named = list(takewhile(lambda e: e.kind == "text", row.elements[i + 1 : i + 1 + _THING]))
    behind = row.elements[i + 1 + len(named) : i + 2 + len(named)]
    return bool(named) and all(e.trigger is None and e.actor is None and e.place is None for e in behind)


def _of_noun(clause: Clause, i: int) -> bool:
    """Tell a year in the genitive of the Russian word before it, which tells of no event: "жертвам засухи [1930 года]".

    Those who are elected then are no such word: "выборы депутатов [2024 года]".
    """
    before, date, language = clause.row.elements[i - 1 : i], clause.row.elements[i].date, clause.row.passage.language
    vague = all(s.at < i - 1 for s in clause.before(i)[:1])  # "жертвам событий [1930 года]"
    plain = any(e.kind == "text" or (e.is_trigger("noun") and vague) for e in before)
    if not (plain and language.fusional and date is not None):
        return False
    word = clause.row.norm(before[0])
    year = len(date.iso) == YEAR and date.text[0].isdigit()
    return year and russian.oblique(word) and not any(s.nucleus.type == "election" for s in clause.before(i)[:1])


def _throughout(clause: Clause, k: int) -> bool:
    """Tell a period, the word for which is at `k`, in which all of a sentence was: "In the [period] 5-7 May, N"."""
    before = [e for e in clause.row.elements[:k] if e.role != "definite"]
    return [e.role for e in before] in (["in"], ["during"])


def _of_report(clause: Clause, i: int) -> bool:
    """Tell the day of the news: ", the ministry said on [Friday]", ", according to a source here on [Monday]"."""
    row = clause.row
    if row.passage.language.head_final:
        return _between_subjects(clause, i)
    if _before_report(clause, i):
        return True
    if clause.cases:
        return _of_news(clause, i)
    before = [e for e in row.elements[max(0, i - 2) : i] if e.role != "in"][-1:]
    if before and before[0].frame == "say":
        return said_at(clause, i) is None
    start = next((k for k in range(i - 1, max(0, i - _SOURCE), -1) if row.elements[k].kind == "comma"), i)
    source = row.norm(row.elements[start + 1]).split() if start + 1 < i else []
    return bool(source) and source[0] in row.passage.language.institutions.voices


def _before_report(clause: Clause, i: int) -> bool:
    """Tell a day before what is told then: "Министерство [5 мая] сообщило, что N посетит", "On [5 May] N said that"."""
    elements = clause.row.elements
    until = next((s.at for s in clause.after(i)), i) if not clause.before(i) else i
    saying = (k for k in range(i + 1, until) if elements[k].frame == "say" and elements[k].is_trigger("verb"))
    said = next(saying, until)
    return any(e.role == "stop" for e in elements[said:until])


def _between_subjects(clause: Clause, i: int) -> bool:
    """Tell the day of what a body reports about another: "Министрлік [5 мамырда] елші Ошқа барады деп хабарлады"."""
    row, slot = clause.row, next(iter(clause.after(i)), None)
    if slot is None or not any(row.elements[k].frame == "say" for k in row.triggers if k > slot.at):
        return False
    first = row.elements[0]
    reports = i == 1 and first.kind in {"text", "actor"} and not (first.actor is not None and first.actor.person)
    owner = any(e.actor is not None and e.actor.person and e.actor.case == "gen" for e in row.elements[i : slot.at])
    return reports and (owner or clause.subject_between(i, slot.at))


def _of_news(clause: Clause, i: int) -> bool:
    """Tell the day on which a clause of its own says that somebody told it: "…, заявил министр [5 мая] журналистам"."""
    elements = clause.row.elements
    start = next((k + 1 for k in range(i - 1, max(0, i - _SOURCE), -1) if elements[k].kind == "comma"), None)
    return start is not None and elements[start].frame == "say" and any(s.at < start for s in clause.before(i))


def _of_clause(clause: Clause, i: int) -> bool:
    """Tell a date of a relative clause that tells of something else: "2021-nji ýylda döredilen guramanyň sammiti"."""
    row = clause.row
    if years.founded(row, i):
        return True
    if row.passage.language.head_final and _of_participle(row, i):
        return True
    if row.passage.language.analytic and _of_what(clause, i):
        return True
    words, date = row.passage.language.events, row.elements[i].date
    told = words.since if date is None or len(date.iso) >= DAY else words.since | words.onward
    since = any(row.norm(e) in told for e in row.elements[i + 1 : i + 2])
    return since or any(e.role == "relative" for e in row.elements[i + 1 : i + 4])


def _of_what(clause: Clause, i: int) -> bool:
    """Tell when something else is held or done: "spoke of the Assembly, which will be held on [5 May]"."""
    verb = next((k for k in reversed(clause.row.triggers) if k < i), None)
    told = verb is not None and any(verb in n.predicates for n in clause.nuclei)
    return verb is not None and not told and clause_of(clause.row, verb) is not None


def _of_deed(clause: Clause, i: int) -> bool:
    """Tell when that was done of which a clause tells that has no event: "the group, which was listed in [2020]".

    What stands right before it may be the event, and so may what is told behind the day: "the forum, which is
    scheduled for [5 May]", "a pact that was signed on [5 May] at the forum".
    """
    elements = clause.row.elements
    if _right_behind(clause, i) is not None:
        return False
    before = clause.before(i)[:1]
    if before and before[0].nucleus.untold and _since(clause.row, i - 1):
        return True  # "their second meeting since May"
    start = before[0].at if before else -1
    opens = next((k for k in range(i - 1, start, -1) if elements[k].role == "stop" or _since(clause.row, k)), None)
    told = elements[opens + 1 : i] if opens is not None else ()
    done = any(e.kind == "text" for e in told) and not any(e.role == "planned" for e in told)
    if opens is None or not done or any(a.kind == "comma" and b.role == "and" for a, b in pairwise(told)):
        return False
    return not before or any(e.kind != "comma" for e in elements[start + 1 : opens])


def aside(clause: Clause, i: int) -> bool:
    """Tell what English says aside of somebody: "N, who has worked in [Oslo], …", "N, born in [Oslo] in [May], met"."""
    return clause.row.passage.language.analytic and (_of_deed(clause, i) or _apposed(clause, i))


def _apposed(clause: Clause, i: int) -> bool:
    """Tell what a participle tells between commas behind a name, before the event: "N, born on [5 May 1970], met M"."""
    elements, passives = clause.row.elements, clause.row.passage.language.events.passives
    k = next((k for k in range(i - 1, 0, -1) if elements[k].kind == "comma"), 0)
    if not k or elements[k - 1].actor is None:
        return False
    done = elements[k + 1].kind == "text" and clause.row.norm(elements[k + 1]).endswith(passives)
    return done and any(e.kind == "comma" for e in elements[i + 1 : next((s.at for s in clause.after(i)), i + 1)])


def _of_eve(clause: Clause, i: int) -> bool:
    """Tell the day of a feast before which something was: "ahead of Peace Day on [5 May]", "9-njy maý – Ýeňiş güni"."""
    elements, row = clause.row.elements, clause.row
    if row.passage.language.head_final:
        behind = list(takewhile(lambda e: e.kind in {"mark", "text"}, elements[i + 1 : i + 1 + _THING]))
        after = elements[i + 1 + len(behind) : i + 2 + len(behind)]
        return bool(behind) and behind[0].kind == "mark" and [e.role for e in after] == ["before"]
    name = [*takewhile(_named, elements[max(0, i - _SOURCE) : i][::-1])]
    k = i - 1 - len(name)
    return any(e.kind != "word" for e in name) and k >= 0 and elements[k].role == "before"


def _named(e: Element) -> bool:
    """Tell a word of the name of a feast, or elections."""
    election = e.trigger is not None and e.trigger.type == "election"
    return election or e.kind in {"text", "actor"} or e.role in _FEAST


def _since(row: Row, k: int) -> bool:
    """Tell "since" before a clause: "the first meeting [since] the states joined the pact in 2018"."""
    return row.norm(row.elements[k]) in row.passage.language.events.since


def _of_participle(row: Row, i: int) -> bool:
    """Tell when something else was done: "[1992 жылы] орнатылған қатынастар", "[5 мамырда] қол қойылған келісім"."""
    words, there = row.passage.language.events, False
    for e in row.elements[i + 1 : i + 1 + _DONE]:
        there = there or e.place is not None
        if not (e.kind == "text" or e.place):
            return False
        done = row.norm(e).endswith(words.participles) and len(row.norm(e)) > _VERBAL
        if row.norm(e) in words.born or (done and not there):
            return True  # "[1970 жылы] Ошта туған", but "[5 мамырда] Ошта орналасқан орталықта"
    return False


def said_at(clause: Clause, i: int) -> Nucleus | None:
    """The event behind a day at which somebody says something then: "said on [5 May] at a briefing"."""
    said = clause.row.passage.language.analytic and any(
        e.frame == "say" for e in clause.row.elements[max(0, i - 2) : i]
    )
    return _right_behind(clause, i) if said else None


def _right_behind(clause: Clause, i: int) -> Nucleus | None:
    """The event of the noun behind a day, in or at which something is: "on [5 May] at a briefing"."""
    inside = any(e.role == "in" for e in clause.row.elements[i + 1 : i + 2])
    return next((s.nucleus for s in clause.after(i)[:1] if inside and s.noun and s.at - i < _CLOSE), None)
