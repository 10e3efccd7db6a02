"""Nouns of a part of an event joined with the event: its opening, its closing, what happens at it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.determiners import DETERMINERS
from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row


def opening_of(row: Row, j: int) -> bool:
    """Tell that a verb made a noun stands behind its noun, not the last: "форумның [ашылуында] министр сөйледі"."""
    after = row.elements[j + 1]
    return after.frame == "occur" and after.is_trigger("infinitive") and "gen" in row.elements[j].cases


def join_openings(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Join the opening or closing of an event with the event: "на открытии [заседания]", "the opening of the forum"."""
    if row.passage.language.analytic:
        for left, right in pairwise(i for i in sorted(nuclei) if not nuclei[i].verbal):
            gap = row.elements[left + 1 : right]
            of_event = bool(gap) and gap[0].role == "of" and _named_by(gap[1:])
            if of_event and _happenings(nuclei[left]):
                del nuclei[left]  # "attended the events of the [summit]"
                continue
            of_it = row.norm(row.elements[left]).endswith(" of")
            if of_event and getattr(nuclei[left].entry, "opens", False):
                nuclei[left].opens = nuclei[right]  # "spoke at the opening ceremony of the conference"
            if of_it and all(e.kind in {"text", "actor"} or e.role in DETERMINERS for e in gap):
                nuclei[right].during = nuclei[right].during or nuclei.pop(left).during
        return
    for left, right in pairwise(i for i in sorted(nuclei) if not nuclei[i].verbal):
        gap = row.elements[left + 1 : right]
        if row.passage.language.head_final:
            _open_behind(row, nuclei, left, right)
            continue
        if left in nuclei and nuclei[left].generic and "gen" in row.elements[right].cases and len(gap) <= 1:
            opening = nuclei.pop(left)
            if nuclei[right].type == "visit":
                del nuclei[right]  # "Основные мероприятия [визита] пройдут 5 мая"
                continue
            nuclei[right].part, nuclei[right].during = True, nuclei[right].during or opening.during


def join_named(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Give an event that a dash names the verbs of the word for events before it: "прошло событие — [форум] в Осло"."""
    for left, right in pairwise(i for i in sorted(nuclei) if not nuclei[i].verbal):
        event, named, gap = nuclei[left], nuclei[right], row.elements[left + 1 : right]
        dash = bool(gap) and row.norm(gap[0]) in DASHES and _named_by(gap[1:])
        if dash and event.generic and not (event.plural or named.generic or named.verbs or event.during):
            named.verbs, named.frames, named.novel = event.verbs, event.frames, True
            del nuclei[left]


def _happenings(nucleus: Nucleus) -> bool:
    """Tell the word that stands for events of any kind."""
    return getattr(nucleus.entry, "lemma", "") == "event" and nucleus.plural


def _named_by(gap: Sequence[Element]) -> bool:
    """Tell what may stand between "of" and a noun of events: an article, a number, words of its name."""
    return all(e.kind == "text" or e.role in DETERMINERS for e in gap)


def _open_behind(row: Row, nuclei: dict[int, Nucleus], left: int, right: int) -> None:
    """Note the event whose opening stands right behind it: "[forumynyň] açylyş dabarasyna gatnaşdy"."""
    event, opening = nuclei[left], nuclei[right]
    own = row.elements[left].cases == ("gen",) and right == left + 1
    if own and opening.generic and not (opening.plural or event.generic or event.type in {"visit", "election"}):
        opening.opens = nuclei.pop(left)
