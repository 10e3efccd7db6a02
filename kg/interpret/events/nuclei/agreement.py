"""Which nouns of events a Russian verb agrees with, and for which another word stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements before a noun among which the word that stands for it is.
_BACK = 4


def agreeing(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> Mapping[int, Nucleus]:
    """The nuclei that can be the subject of a Russian verb by their number: "встреча [прошла] накануне заседания"."""
    verb = row.elements[i].trigger
    if verb is None or verb.form != "verb" or verb.plural:
        return nuclei
    return {j: nucleus for j, nucleus in nuclei.items() if nucleus.verbal or not _only_plural(nucleus)}


def _only_plural(nucleus: Nucleus) -> bool:
    """Tell a noun whose nominative is a plural, "заседания", but no genitive that another stands for it.

    An adjective before it tells its case already.
    """
    several = nucleus.element.last - nucleus.element.first > 1
    if several or nucleus.part or at_work(nucleus.row, nucleus.at):
        return False
    last = nucleus.row.tokens[nucleus.element.last - 1].norm
    found = [a for a in nucleus.row.passage.language.analyse(last) if a.case == "nom"]
    return bool(found) and all(a.number for a in found)


def at_work(row: Row, j: int) -> bool:
    """Tell a noun that the word before stands for: "работа [форума] продлится до мая"."""
    working = row.passage.language.events.working
    before = next((e for e in reversed(row.elements[max(0, j - _BACK) : j]) if row.norm(e) in working), None)
    return before is not None
