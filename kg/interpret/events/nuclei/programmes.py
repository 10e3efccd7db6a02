"""What a programme holds for somebody: "the agenda includes talks with N"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus

# Elements of a list before one of what it lists, and from a word for a programme to its verb.
_LIST, _WIDE = 48, 8


def scheduled(nucleus: Nucleus) -> str:
    """What a programme holds for somebody: "past" or "future", "" for none: "the agenda [includes] talks with N".

    In Russian a dash leads to what it holds: "В программе визита [–] встречи с послами".
    """
    row, events = nucleus.row, nucleus.row.passage.language.events
    if not events.programmes or nucleus.verbs or nucleus.verbal or nucleus.during:
        return ""
    for i in range(nucleus.at - 1, max(0, nucleus.at - _LIST), -1):
        e, word = row.elements[i], row.norm(row.elements[i])
        tense = next((tense for tense, words in events.programmes.items() if word in words), "")
        leads = row.passage.language.fusional and word in DASHES
        tense = "future" if leads else tense
        if tense and tense != "what":
            before = row.elements[max(0, i - _WIDE) : i]
            words = {row.norm(x) for x in before}
            noun = not words.isdisjoint(events.programmes["what"])
            return tense if noun or (not leads and any(x.is_trigger("noun") for x in before)) else ""
        if e.role == "stop" or (e.trigger is not None and e.trigger.form != "noun"):
            return ""
    return ""
