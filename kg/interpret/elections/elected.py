"""Who was elected, in which constituency, of which election; and the seat that this gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.interpret.elections.areas import constituencies, in_full
from kg.interpret.elections.turnout import elections_by_item
from kg.interpret.passages import passages
from kg.model import START, Elected, Record, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.elections.areas import Seatplace
    from kg.interpret.passages import Passage
    from kg.language import Language
    from kg.language.elections import Chosen, Seat
    from kg.model import Annotations, Document, Event, Evidence, PersonMention

_COMMA = re.compile(r"\s*,\s*")


class _Seated(Record, frozen=True):
    """A person who was elected, with what the words say of the seat."""

    passage: Passage
    mention: int
    seat: Seat | None
    area: Seatplace | None
    evidence: Evidence
    said_in: Passage


def read_elected(
    document: Document,
    annotations: Annotations,
    cast: Cast,
    elections: Sequence[Event],
    languages: Mapping[str, Language],
) -> tuple[Elected, ...]:
    """Persons whom the text says were elected, in text order, each once for an election.

    Two forms: a list of constituencies with names, announced as that of the elected; and a sentence that says so.
    Somebody who was elected in no election of this document ("elected chair of the committee") is left out.
    """
    found: dict[tuple[str, str], Elected] = {}
    for seated, election in _all(document, annotations, elections, languages):
        person = cast.person_of[seated.mention]
        if person is None or (person, election.id) in found:
            continue
        area = seated.area
        found[person, election.id] = Elected(
            person,
            election.id,
            seated.evidence,
            area.name if area else None,
            area.number if area else None,
            f"{seated.passage.sentence.lang}.elected",
        )
    return tuple(found.values())


def elected_roles(
    document: Document,
    annotations: Annotations,
    cast: Cast,
    elections: Sequence[Event],
    languages: Mapping[str, Language],
) -> tuple[Role, ...]:
    """The seats that the elected of `read_elected` hold: a deputy's in the parliament that the text names."""
    found: dict[tuple[str, str], Role] = {}
    for seated, election in _all(document, annotations, elections, languages):
        person = cast.person_of[seated.mention]
        if person is None or seated.seat is None or (person, seated.seat.post) in found:
            continue
        if any(r.person == person and r.post == seated.seat.post for r in cast.roles):
            continue
        body = _body(seated, election, annotations, cast)
        organisation = next((o for o in cast.organisations if o.id == body), None)
        found[person, seated.seat.post] = Role(
            person,
            seated.seat.title,
            seated.seat.post,
            seated.said_in.evidence() if seated.said_in is not seated.passage else seated.evidence,
            body,
            (organisation.country if organisation else None) or _country(election, annotations),
            f"{seated.passage.sentence.lang}.elected",
        )
    return tuple(found.values())


def _all(
    document: Document, annotations: Annotations, elections: Sequence[Event], languages: Mapping[str, Language]
) -> Iterator[tuple[_Seated, Event]]:
    announced: Passage | None = None
    here = elections_by_item(document, elections)
    for passage in passages(document, annotations, languages) if elections else ():
        data = passage.language.elections
        chosen = list(passage.find(data.match_chosen))
        if announced and announced.sentence.item != passage.sentence.item:
            announced = None
        if any(c.listed for _, _, c in chosen):
            announced = passage
        seats = _listed(passage, announced) if announced else ()
        for seated in seats or _said(passage, [found for found in chosen if not found[2].listed]):
            election = _election(seated, elections, here.get(passage.sentence.item, ()), languages)
            if election:
                yield seated, election


def _listed(passage: Passage, announced: Passage) -> tuple[_Seated, ...]:
    """Constituency and name in a list: "1-nji «X» saýlaw okrugy boýunça Amanow Aman – …"."""
    seat = announced.language.elections.match_seats.first(announced.low, announced.start, announced.end)
    return tuple(
        _Seated(
            passage,
            passage.first_person + i,
            seat[2] if seat else None,
            area,
            passage.evidence(area.start, person.end),
            announced,
        )
        for area, i, person in _placed(passage)
    )


def _placed(passage: Passage) -> list[tuple[Seatplace, int, PersonMention]]:
    """Constituencies with the persons who are named right after them, by their numbers in the passage."""
    found = []
    for area in constituencies(passage) if passage.persons else ():
        behind = [(i, p) for i, p in enumerate(passage.persons) if p.start >= area.end]
        if behind and _fills_gap(passage, area.end, behind[0][1].start):
            found.append((area, *behind[0]))
    return found


def _fills_gap(passage: Passage, start: int, end: int) -> bool:
    """Tell whether only punctuation and at most a postposition ("boýunça") lie between."""
    words = [t for t in passage.sentence.tokens if start <= t.start < end and t.text[0].isalnum()]
    return len(words) <= 1 and not any(w.text[0].isupper() for w in words)


def _said(passage: Passage, chosen: Sequence[tuple[int, int, Chosen]]) -> Iterator[_Seated]:
    """A sentence that says that somebody was elected to a seat, or in a constituency, which is seat enough."""
    areas = constituencies(passage)
    for start, end, how in chosen:
        seat = None if how.placed else _nearest_seat(passage, start, end)
        opening, closing = _clause(passage, start, end)
        persons = _persons(passage, start, end, (opening, closing))
        here = [area for area in areas if opening <= area.start and area.end <= closing]
        if not persons or (seat is None and not here):
            continue
        placed = [(area, i) for area, i, person in _placed(passage) if opening <= area.start and person.end <= start]
        if len(placed) > 1 and {i for i, _ in persons} <= {i for _, i in placed}:
            for area, i in placed:
                yield _Seated(passage, passage.first_person + i, seat, area, passage.evidence(), passage)
            continue
        for i, _ in persons:
            yield _Seated(
                passage,
                passage.first_person + i,
                seat,
                here[0] if len(here) == 1 else None,
                passage.evidence(),
                passage,
            )


def _clause(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The bounds of the words between two semicolons."""
    before, behind = passage.low.rfind(";", passage.start, start), passage.low.find(";", end, passage.end)
    return before + 1 if before >= 0 else passage.start, behind if behind >= 0 else passage.end


def _nearest_seat(passage: Passage, start: int, end: int) -> Seat | None:
    seats = passage.language.elections.match_seats.find(passage.low, passage.start, passage.end)
    near = [(max(a - end, start - b, 0), seat) for a, b, seat in seats]
    fitting = [(distance, seat) for distance, seat in near if distance <= _SEAT_REACH]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


_SEAT_REACH = 60  # characters between "was elected" and the seat


def _persons(passage: Passage, start: int, end: int, clause: tuple[int, int]) -> list[tuple[int, PersonMention]]:
    """The elected: those named last before the verb, else first behind it, with all who are joined to them."""
    before = [(i, p) for i, p in enumerate(passage.persons) if clause[0] <= p.start and p.end <= start]
    behind = [(i, p) for i, p in enumerate(passage.persons) if end <= p.start and p.end <= clause[1]]
    if not passage.language.head_final and behind and (not before or _close(passage, end, behind[0][1])):
        run = behind
    else:
        run = before[::-1]
    found = run[:1]
    for pair in run[1:]:
        a, b = sorted((found[-1][1], pair[1]), key=START)
        if not _joined(passage, a.end, b.start):
            break
        found.append(pair)
    return sorted(found)


def _joined(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a comma or a conjunction alone lies between."""
    if _COMMA.fullmatch(passage.low, start, end):
        return True
    while start < end and passage.low[start] in " ,":
        start += 1
    join = passage.language.elections.match("joins").at(passage.low, start, end)
    return join is not None and not passage.low[join[1] : end].strip()


def _close(passage: Passage, end: int, person: PersonMention) -> bool:
    """Tell whether the name stands in the clause of the verb, and no comma between ("избран депутатом Иванов")."""
    return person.start - end <= _SEAT_REACH and "," not in passage.low[end : person.start]


def _election(
    seated: _Seated, elections: Sequence[Event], here: Sequence[Event], languages: Mapping[str, Language]
) -> Event | None:
    """The election of this document that fills the seat; of several, that of the date, or of the item."""
    fitting = [e for e in elections if e.type == "election" and _fills(e, seated.seat, languages)]
    days = {d.iso for d in seated.passage.dates}
    dated = [e for e in fitting if e.start in days]
    near = [e for e in here if e in fitting]
    return next(iter(dated or near or (fitting if len(fitting) == 1 else ())), None)


def _fills(election: Event, seat: Seat | None, languages: Mapping[str, Language]) -> bool:
    """Tell whether an election may fill a seat: by its name and what it elects; unknown counts as yes."""
    if seat is None:
        return True
    words = " ; ".join((election.name, *election.elects)).lower()
    kinds = {
        filled.fills
        for language in languages.values()
        for _, _, filled in language.elections.match_filled.find(words)
        if not filled.weak and filled.fills not in {"general", "referendum"}
    }
    return not kinds or seat.fills in kinds


def _country(election: Event, annotations: Annotations) -> str | None:
    """The country that an election is held in, by the code of its place's name."""
    return next((p.country for p in annotations.places if election.place in {p.name, in_full(p)}), None)


def _body(seated: _Seated, election: Event, annotations: Annotations, cast: Cast) -> str | None:
    """The parliament of the seat: named where a list is announced, in the sentence, or of the election.

    What an entry of a list names besides is of the person's other posts.
    """
    spans = [(seated.said_in.start, seated.said_in.end), (seated.passage.start, seated.passage.end)]
    spans += [(v.start, v.end) for v in election.evidence]
    if seated.seat is None or seated.seat.fills != "parliament":
        return None
    for start, end in spans:
        for i, mention in enumerate(annotations.organisations):
            if (
                mention.kind == "parliament"
                and start <= mention.start
                and mention.end <= end
                and cast.organisation_of[i]
            ):
                return cast.organisation_of[i]
    return None
