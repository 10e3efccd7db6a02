"""Gatherings and meetings that are not the ones told before: other people's, with a name of their own, yet to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.event_types import GATHERINGS, HELD, MET
from kg.interpret.events.nuclei.journeys import thanked_for
from kg.interpret.events.nuclei.prospects import coming
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus

# Elements from people to the verb by which somebody met them: "өкілдерімен де [кездесті]".
_WHOM = 3


def in_passing(fact: Fact) -> bool:
    """Tell an event of its own at which somebody did what is spoken of: "Елбасының Кеңестің отырысында [берген] сөзі".

    Who did it stands in the genitive before the words for which event it was, and what was done behind a participle.
    """
    nucleus, row = fact.nucleus, fact.nucleus.row
    if nucleus.generic and fact.dates and fact.places and any(thanked_for(row, v) for v in nucleus.verbs):
        return True  # "N-e Oşda 5-nji maýda geçirilen açylyş dabarasyna gatnaşandygy üçin minnetdarlyk bildirdi"
    if not row.passage.language.head_final or nucleus.verbal or nucleus.verbs or "loc" not in nucleus.element.cases:
        return False
    behind = row.elements[nucleus.head + 1 : nucleus.head + 3]
    before = enumerate(row.elements[: nucleus.at])
    doers = [k for k, e in before if e.actor and e.actor.person and e.actor.case == "gen"]
    if not doers or doers[-1] == nucleus.at - 1 or [e.kind for e in behind] != ["text", "text"]:
        return False
    done, what = map(row.norm, behind)
    owned = any(a.possessive == "3" and a.harmonic for a in row.passage.language.analyse(what))
    return owned and done.endswith(row.passage.language.events.participles)


def others_too(fact: Fact) -> bool:
    """Tell a meeting with people who aren't named, besides the one told before: "өкілдерімен [де] кездесті"."""
    nucleus, elements = fact.nucleus, fact.nucleus.row.elements
    too = nucleus.row.passage.language.events.too
    if not nucleus.verbal or nucleus.type not in MET or not nucleus.at:
        return False
    whom = elements[max(0, nucleus.at - _WHOM) : nucleus.at - 1]
    return nucleus.row.norm(elements[nucleus.at - 1]) in too and any(e.role == "people" for e in whom)


def _met_another(titled: Draft, fact: Fact) -> bool:
    """Tell a meeting of one whom the headline names with another: "Kim meets Holm. … Lee met Holm. So did Kim"."""
    headed, told = ({i for i in those if i[0] == "p"} for those in (titled.attend, fact.attend))
    return titled.type in MET and min(len(headed), len(told)) > 1 and bool(headed - told) and bool(told - headed)


def opens_apart(titled: Draft, fact: Fact) -> bool:
    """Tell a summit told right behind a headline by which two met: "Президент төрағаны қабылдады. Саммит басталды".

    So of another meeting.
    """
    if _met_another(titled, fact):
        return True
    nucleus = fact.nucleus
    met = all({"meet", "receive"} & set(f.nucleus.frames) and f.nucleus.verbal for f in titled.facts)
    language, noun = nucleus.row.passage.language, not (nucleus.verbal or nucleus.generic)
    if language.fusional:  # "Министр встретился с послом. … накануне заседания правительства, которое провёл премьер"
        others = bool(fact.attend) and not set(fact.attend) & set(titled.attend)
        return noun and met and nucleus.type in GATHERINGS and len(titled.attend) > 1 and others
    if language.analytic:
        return _other_pair(titled, fact)
    final = language.head_final and noun and met and nucleus.type in GATHERINGS
    within = final and any(e.role == "within" for v in nucleus.verbs for e in nucleus.row.elements[v + 1 : v + 2])
    began = final and nucleus.type == "conference" and len(titled.attend) > 1 and not fact.attend
    return within or began  # "Ол министрмен кездесті. … Кеңестің отырысына қатысу [аясында] ол министрмен кездесті"


def _other_pair(titled: Draft, fact: Fact) -> bool:
    """Tell who called on somebody from whom a headline names: "Minister N calls on M. … K paid a call on M"."""
    one, other = ({i for i in group if i[0] == "p"} for group in (titled.attend, fact.attend))
    told = fact.nucleus.verbal and not fact.nucleus.row.passage.sentence.heading
    return told and len(one) == len(other) == 2 and len(one & other) == 1  # noqa: PLR2004 - pairs


def named_apart(found: Draft, fact: Fact) -> bool:
    """Tell a gathering with a name of its own from who met whom: "met N. She addressed the International Forum"."""
    nucleus = fact.nucleus
    tokens = nucleus.row.tokens[: nucleus.element.last]
    capital = all(t.text[0].isupper() for t in tokens[-2:]) or (len(tokens[-1].text) > 1 and tokens[-1].text.isupper())
    capital = capital and nucleus.row.passage.language.analytic  # "the International Forum", "COP29"
    met = found.type in MET and found.facts[0].nucleus.verbal
    article = tokens[-2:-1] and tokens[-2].norm in nucleus.row.passage.language.institutions.articles
    called = nucleus.untold and not (nucleus.during or article)  # "through the Annual Meeting of Ministers"
    return capital and (nucleus.type in GATHERINGS or called) and met


def _named_behind(found: Draft, nucleus: Nucleus) -> bool:
    """Tell an event that the sentence names behind its whole: "атап өтті. [Форум] аясында өткен ашылуға қатысты"."""
    return any(found.told_by(e.entry) for e in nucleus.row.elements[nucleus.at + 1 :])


def beyond(found: Draft, fact: Fact) -> bool:
    """Tell what isn't the meeting told: a gathering on whose margins it is, or one to come.

    "На полях форума президент принял …", "Внимание уделено подготовке предстоящего саммита". A gathering that is only
    named is no meeting of which verbs alone tell: "met the minister. He thanked her for the organisation of the forum".
    """
    nucleus, language = fact.nucleus, fact.nucleus.row.passage.language
    dated = language.analytic and fact.dates and not found.dates  # "… of the Assembly meetings in May"
    gathered = nucleus.type in GATHERINGS or bool(dated)
    counted = nucleus.ordinal is not None and found.ordinal is None  # "on the sidelines of the 16th meeting"
    within = nucleus.during == "within" and (gathered or counted)
    within = within and (found.type == "meeting" or _named_behind(found, nucleus))
    past = found.held or (language.fusional and not found.planned)
    eve = nucleus.during == "before"  # "They met on the eve of the summit"
    eve = eve and (found.type != nucleus.type or any(f.nucleus.row is nucleus.row for f in found.facts))
    ahead = nucleus.planned and not (nucleus.verbs or nucleus.during) and past
    other = found.type != nucleus.type and language.fusional
    taking_part = {"speak", "attend", "open"} if language.analytic else {"attend"}
    named = nucleus.untold or (not language.fusional and set(nucleus.frames) <= taking_part)
    apart = all(f.nucleus.verbal and f.nucleus.row is not nucleus.row for f in found.facts)
    named = named and nucleus.type in HELD and found.type in MET and apart
    return within or named or eve or (ahead and (other or (coming(nucleus) and not nucleus.generic)))


def past_gathering(found: Draft, fact: Fact) -> bool:
    """Tell a gathering of which a Russian participle says that it was, from the meeting at which it was spoken of.

    "Состоялась встреча министра с послом. Посол рассказал о [саммите], прошедшем в Лиме".
    """
    nucleus = fact.nucleus
    verbs = [nucleus.row.elements[i] for i in nucleus.verbs]
    was = bool(verbs) and all(e.is_trigger("participle", "past") for e in verbs)
    return was and found.type in MET and nucleus.type in GATHERINGS and nucleus.row.passage.language.fusional


def framed_apart(found: Draft, fact: Fact) -> bool:
    """Tell what somebody attended in a town from that on whose sidelines something is only told to be.

    "На полях сессии Ассамблеи министр проведёт встречи. Вчера он в Лиме принял участие в [заседании]".
    """
    framed = all(f.nucleus.during == "within" for f in found.facts) and not found.places
    attended = "attend" in fact.nucleus.frames and bool(fact.places) and not fact.nucleus.definite
    return framed and attended and fact.nucleus.row.passage.language.fusional


def besides(found: Draft, nucleus: Nucleus) -> bool:
    """Tell what somebody attended besides who met whom: "встретился с послом. Затем принял участие в [саммите]".

    So what is planned besides: "Намечена встреча с послом. Состоится [форум]".
    """
    met = found.type == "meeting" and all(
        (f.nucleus.verbal and {"meet", "receive"} & {*f.nucleus.frames}) or (f.nucleus.planned and "with" in f.markers)
        for f in found.facts
    )
    own = nucleus.type in GATHERINGS and not (nucleus.definite or nucleus.during)
    own = own and ("attend" in nucleus.frames or nucleus.planned)
    return met and own and nucleus.row.passage.language.fusional


def subordinate(nucleus: Nucleus) -> bool:
    """Tell the object of what an English clause says of a thing: "an agreement that ended the [conference]"."""
    elements, at = nucleus.row.elements, nucleus.at - 1
    if nucleus.verbal or not nucleus.row.passage.language.analytic:
        return False
    while at > 0 and elements[at].role in ARTICLES:
        at -= 1
    clause = at > 1 and elements[at].frame and elements[at - 1].role == "stop"
    if not clause:
        return False
    who = elements[at - 3].actor if at > 2 and elements[at - 2].kind == "comma" else None  # noqa: PLR2004 - "N, who"
    return not ((who is not None and who.person) or elements[at - 2].actor or elements[at - 2].trigger)


def done_at(found: Draft, fact: Fact) -> bool:
    """Tell an event at which something was done on a day, none being told yet: "plans made in May at the [meeting]"."""
    nucleus, elements = fact.nucleus, fact.nucleus.row.elements
    if found.dates or not fact.dates or not nucleus.row.passage.language.analytic:
        return False
    opens = next((k for k in range(nucleus.at - 1, 0, -1) if elements[k].role == "stop"), nucleus.at)
    day = next((k for k in range(opens, nucleus.at) if elements[k].date is not None), opens)
    return any(e.kind == "text" for e in elements[opens:day])


def at_forum(draft: Draft, fact: Fact) -> bool:
    """Tell a forum or conference from who met with whom: "N met with M. The summit was hosted by", another event."""
    nucleus = fact.nucleus
    apart = getattr(nucleus.entry, "apart", False)  # "met with students. The lecture"
    if nucleus.verbal or apart or nucleus.type != "conference":
        return False
    return (nucleus.asserted or nucleus.row.passage.language.analytic) and all(_two(f) for f in draft.facts)


def _two(fact: Fact) -> bool:
    """Tell that one side met another: "N met with M", "received M", "a meeting between N and M"."""
    nucleus = fact.nucleus
    verb = nucleus.verbal and {"meet", "receive"} & {*nucleus.frames} and {"with", "object"} & fact.markers
    noun = nucleus.type == "meeting" and not nucleus.verbal and "between" in fact.markers
    again = nucleus.untold and nucleus.type == "meeting" and nucleus.row.passage.language.head_final  # "Кездесуде …"
    return again or (bool(verb or noun) and len(fact.attend) > 1)
