"""Delegations and speakers of a row: who is in a delegation, who says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.arguments.belonging import untitled
from kg.interpret.events.arguments.heading import led_by, names_it, together
from kg.interpret.events.nuclei.voice import is_passive
from kg.interpret.events.sentence.groups import separates
from kg.interpret.events.sentence.quoted import speech
from kg.interpret.events.sentence.row import ARTICLES, DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

# Words before a list of members: "the delegation included", "among the participants were".
_INTO = frozenset({"into", "among"})
# Frames of what those listed did in the same sentence.
_ACTED = frozenset({"meet", "visit", "arrive", "attend", "hold"})
# Elements between "delegation" and "included".
_NEAR = 6
# Marks before a list.
_LISTING = DASHES | {":"}


def composition(row: Row, found: Sequence[Member]) -> list[str]:
    """Actors of a row that lists a delegation: "Wekiliýetiň düzümi … ybarat boldy", "The delegation included…"."""
    if "half" in row.roles and "lead" in row.frames:  # "Toparyň bir bölegine A, beýlekisine B ýolbaşçylyk etdi"
        return [m.actor.id for m in found if m.marker == "subject" and m.actor.person and not m.through]
    told = _told_list(row)
    if not row.roles & _INTO and told is None:
        if (there := _represented(row, found) or _escorting(row, found)) is not None:
            return there
        leaders = led_by(row, found)
        owners = [m for m in found if m.through == "delegation"]
        return [m.actor.id for m in (*owners, *leaders)] if together(row, leaders) else []
    at = told if told is not None else next(i for i in row.telling if row.elements[i].role in _INTO)
    near = row.elements[max(0, at - _NEAR) : at + 4]
    known = any(e.role in {"delegation", "participants", "people", "among"} for e in near) or names_it(row, at)
    known = known or told is not None or _company(row, at, found) or _attending(row, at)
    again = row.passage.language.analytic and row.elements[0].role == "it"  # "The delegation … It was composed of"
    known = known or (again and any(m.at > at and m.actor.person for m in found))
    known = known and not any(e.role == "negated" for e in near)  # "В состав делегации [не] вошли"
    if not known or (at and row.passage.language.head_final and _sits(row, row.elements[at - 1])):
        return []
    later = (row.elements[i] for i in row.triggers if i > at) if row.passage.language.analytic else ()
    if any(e.frame in _ACTED and e.is_trigger("verb") for e in later) or _inserted(row, at):
        return []  # "The delegation comprising Kim and Orlov visited Oslo": they are its subject
    aside = {"topic", "in", *(("with",) if row.passage.language.analytic else ())}  # "along with" is another word
    if row.passage.language.fusional and any(row.elements[i].frame in _ACTED for i in row.triggers if i > at):
        aside |= {"subject"}  # "в составе делегации институт посетил [министр]"
    behind = [m for m in found if m.at > at and (m.marker not in aside or _goes_on(row, m))]
    if row.passage.language.fusional and _by_the_way(row, at):
        behind = [m for m in behind if m.actor.person]
    if row.passage.language.analytic:  # "includes representatives of the parliaments of [Chile]"
        behind = [m for m in behind if m.marker != "apart" or not m.actor.country]
    company = _accompanied(row, at)  # "accompanied by Kim and officials of [the ministry]" on the way
    if company or (row.passage.language.analytic and any(m.actor.person for m in behind)):
        # "head of the faction of [the Duma], N"
        own = told is not None  # of those told to have been there the institutions of their titles are left out
        behind = [
            m for m in behind if m.actor.person or (own and m.through) or not (company or own or m.marker == "apart")
        ]
    listed = [m.actor.id for m in behind]
    named = any(i[0] == "p" for i in listed)  # "В числе гостей был обладатель премии, писатель Олег Ким"
    return list(dict.fromkeys(i for i in listed if i[0] != "t" or not named))


def _by_the_way(row: Row, at: int) -> bool:
    """Tell the delegation in which somebody has come: "принял посла, находящегося [в составе делегации] Чили"."""
    near = row.elements[max(0, at - _NEAR) : at]
    comma = next((n for n, e in enumerate(reversed(near), 1) if e.kind == "comma"), 0)
    return any(e.is_trigger("participle") for e in near[len(near) - comma :]) if comma else False


def _sits(row: Row, element: Element) -> bool:
    """Tell the noun for a body that sits, in any case: "[Кеңес] құрамына министрлер кіреді"."""
    forms = row.passage.language.forms(frozenset(row.passage.language.events.sitting))
    return any(forms[w] for w in row.norm(element).split()[-1:])


def _inserted(row: Row, at: int) -> bool:
    """Tell a clause within one of what the delegation did: "The mission, [which is composed of] …, worked"."""
    before = row.elements[:at]
    which = any(e.role == "stop" for e in before[-2:])
    return row.passage.language.analytic and which and not any(e.frame or e.trigger for e in before)


def _told_list(row: Row) -> int | None:
    """Index of the colon or dash before those told of: "The envoys who presented their credentials were [–] A, B"."""
    if not row.passage.language.analytic or "passive" not in row.roles:
        return None
    for i in row.telling:
        after = row.elements[i + 1 : i + 3]
        listing = len(after) > 1 and row.norm(after[0]) in _LISTING and after[1].actor is not None
        if row.elements[i].role == "passive" and listing and _attending(row, i):
            return i + 1
        if row.elements[i].role == "passive" and _are(row, i):
            return i
    return None


def _are(row: Row, at: int) -> bool:
    """Tell the verb of "The speakers of the round table [were] A and B", whose subject opens the sentence."""
    start = 1 if row.elements[0].role == "definite" else 0
    subject = row.elements[start:at]
    who = next((k for k, e in enumerate(row.elements[: at + _NEAR]) if k > at and e.actor is not None), at)
    attending = row.passage.language.events.attending
    opens = bool(subject) and (row.norm(subject[0]) in attending or subject[0].role == "participants")
    plain = not any(e.kind in {"comma", "actor"} or e.frame or e.role == "stop" for e in subject)
    return opens and plain and untitled(row, who) == at + 1


def _attending(row: Row, at: int) -> bool:
    """Tell a clause whose subject is a noun for those who were there: "The guests of honour [included]"."""
    attending = row.passage.language.events.attending
    return bool(attending) and any(row.norm(e) in attending for e in row.elements[max(0, at - _NEAR) : at])


def _company(row: Row, at: int, found: Sequence[Member]) -> bool:
    """Tell who came with somebody: "The minister was [accompanied by] the ambassador"."""
    people = [m.at for m in found if m.actor.person]
    he = at > 0 and row.elements[at - 1].role in {"he", "participants"}
    return _accompanied(row, at) and bool(people) and at < people[-1] and (he or people[0] < at)


def _accompanied(row: Row, at: int) -> bool:
    """Tell a word before a list that is a passive verb: "accompanied by", not "included"."""
    language = row.passage.language
    return language.analytic and row.norm(row.elements[at]).split()[-1] in language.events.by_role["by"]


def _goes_on(row: Row, member: Member) -> bool:
    """Tell a person of a list behind a title with a preposition: "chair of the group for ties with Italy, [N]"."""
    before = row.elements[member.at - 1]
    return row.passage.language.analytic and member.actor.person and member.marker == "with" and separates(before)


def _acting_behind(found: Sequence[Member], i: int) -> list[Member]:
    """The people who are subjects behind a verb at an index: "сопровождают [министр Ким и посол Ли]"."""
    return [m for m in found if m.at > i and m.marker == "subject" and m.actor.person and not m.through]


def _represented(row: Row, found: Sequence[Member]) -> list[str] | None:
    """An institution and those by whom it is represented at an event: "Фонд на встрече представляли Ким и Орлов"."""
    language = row.passage.language
    if "lead" in row.frames and language.analytic:
        return _represented_by(row, found)
    if "lead" not in row.frames or not language.fusional:
        return None
    for i in range(2, len(row.elements)):
        place, event, verb = row.elements[i - 2 : i + 1]
        place = row.elements[i - 3] if place.role == "definite" and i > 2 else place  # noqa: PLR2004 - "на этом форуме"
        at_event = place.role == "in" and event.is_trigger("noun")
        if verb.frame == "lead" and at_event:
            after = _acting_behind(found, i)
            start = max((k for k in range(i) if row.elements[k].kind == "comma"), default=-1)  # "Как сообщил N, …"
            whose = [m for m in found if start < m.at < i and m.marker in {"subject", "object"} and not m.actor.person]
            return [m.actor.id for m in (*whose, *after)] if after else None
    return _represented_alone(row, found)


def _escorting(row: Row, found: Sequence[Member]) -> list[str] | None:
    """Those who are told to have come with somebody: "Гостя сопровождают [министр Ким и посол Ли]"."""
    words = row.passage.language.events.escorting
    if words.isdisjoint(row.passage.sentence.words):
        return None
    i = next((k for k, e in enumerate(row.elements) if k and row.norm(e) in words), 0)
    told = (row.elements[k] for k in row.triggers)
    if not i or any(e.trigger is not None and e.trigger.type != "visit" for e in told):
        return None
    after = _acting_behind(found, i)
    return [m.actor.id for m in after] if after and after[0].at == i + 1 else None


def _represented_alone(row: Row, found: Sequence[Member]) -> list[str] | None:
    """Those by whom a state or body was represented at what was told before: "Чили представлял министр Иван Орлов"."""
    if len(row.triggers) != 1:
        return None
    i = row.triggers[0]
    word = row.norm(row.elements[i])
    acted = row.elements[i].is_trigger("verb", "past") and russian.imperfective(word)
    if not acted or word not in row.passage.language.posts.represented:
        return None  # "Фонд представил директор Ким"
    whose = [m for m in found if m.at < i and m.marker in {"subject", "object"} and not (m.actor.person or m.through)]
    after = _acting_behind(found, i)
    beside = len(whose) == 1 and whose[0].last == i - 1 and not any(e.kind == "comma" for e in row.elements[:i])
    return [m.actor.id for m in (*whose, *after)] if beside and after else None


def _represented_by(row: Row, found: Sequence[Member]) -> list[str] | None:
    """A state or body with those by whom it is represented: "[Norway] was represented at the forum by [Kim]"."""
    for i in row.triggers:
        if getattr(row.elements[i].entry, "represents", False) and is_passive(row, i):
            whose = [m for m in found if m.at < i and m.marker == "subject" and not (m.actor.person or m.through)]
            by = [m for m in found if m.at > i and m.marker == "by"]
            sides = any(e.role == "participants" for e in row.elements[:i])  # "The sides were represented by"
            known = bool(whose or sides) and any(m.actor.person for m in by)
            return [m.actor.id for m in (*whose[-1:], *by)] if known else None
    return None


def presenters(row: Row, found: Sequence[Member]) -> list[str]:
    """Who shows or shares something: "[Experts from the Academy] presented", "was presented by [N]"."""
    if "share" not in row.frames:
        return []
    shown: list[str] = []
    for i in row.triggers:
        trigger = row.elements[i].trigger
        if row.elements[i].frame != "share" or trigger is None or trigger.form == "infinitive":
            continue
        if any(e.role == "passive" for e in row.elements[max(0, i - 3) : i]):
            shown += [m.actor.id for m in found if m.at > i and m.marker == "by"]
        else:
            verbs = [j for j in row.triggers if j < i and row.elements[j].frame]
            after = max(verbs, default=-1)
            shown += [m.actor.id for m in found if after < m.at < i and m.marker == "subject"]
    return list(dict.fromkeys(shown))


def _article(row: Row, i: int) -> bool:
    return row.elements[i].role in ARTICLES


def _side_by_side(row: Row, members: Sequence[Member]) -> list[Member]:
    """The first of some members and those whom a comma or a conjunction alone joins to it."""
    joined = [members[0]]
    for member in members[1:]:
        gap = row.elements[joined[-1].last + 1 : member.at]
        titled = bool(gap) and row.passage.language.head_final and separates(gap[0]) and all(map(_of_title, gap))
        if not gap or not (titled or all(separates(e) for e in gap)):
            break
        joined.append(member)
    return joined


def _of_title(e: Element) -> bool:
    """Tell what may stand before a title whose it is: "başlyk A we [guramanyň bu düzüminiň] sekretary B"."""
    body = e.actor is not None and not e.actor.person and e.actor.case == "gen"
    return body or separates(e) or e.kind == "text" or e.role == "definite"


def _new_sentence(row: Row, member: Member) -> bool:
    """Tell who stands right behind a date that ends with a point: "… 5 июня с.г. [Министр] сказал"."""
    before = row.elements[member.at - 1] if member.at else None
    return before is not None and before.date is not None and row.tokens[before.last - 1].text == "."


def speakers(row: Row, found: Sequence[Member]) -> list[str]:
    """Who says something in the row: one person, or but for English those who say it together."""
    if "say" not in row.frames:
        return []
    said = [(i, e.trigger) for i in row.triggers if (e := row.elements[i]).frame == "say"]
    says = {i for i, trigger in said if trigger is not None and trigger.form != "infinitive"}
    if not says:
        return []
    subjects = [m for m in found if m.actor.person and m.marker == "subject" and not m.through]
    if row.passage.language.head_final and subjects:
        inside = speech(row)  # «… Анна Берг форумға келеді», – деді Карл Ким
        subjects = [m for m in subjects if m.at not in inside] or subjects
        return [m.actor.id for m in _side_by_side(row, subjects)]
    joined = _side_by_side(row, subjects) if subjects and row.passage.language.fusional else subjects[:1]
    before = [m.actor.id for m in joined]
    said_by = {i + 1 for i in says} | {i + 2 for i in says if row.elements[i + 1 : i + 2] and _article(row, i + 1)}
    after = [m.actor.id for m in found if m.actor.person and m.marker == "object" and m.at in said_by]
    others = [m.actor.id for m in subjects[1:] if m.last + 1 in says and _new_sentence(row, m)]
    return [*(before or after[:1]), *others]
