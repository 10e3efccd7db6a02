"""Compare readings with answer keys: precision, recall and F1 of each thing that a reading holds.

Which thing of the reading is which thing of the key is said in `kg.evaluate.align`; what counts as right in
`score_actors`, `score_roles`, `score_events`, `score_turnout`, `score_elected` and `score_quotations`. Precision is
the share of what was found that is right, recall the share of what is to be found that was found. Figures are added
up over documents (micro-average), for each language of a document and for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.evaluate.actors import score_actors, score_roles
from kg.evaluate.align import align
from kg.evaluate.calibration import samples
from kg.evaluate.events import score_events
from kg.evaluate.figures import score_elected, score_quotations, score_turnout
from kg.evaluate.gold import Gold, load_gold
from kg.evaluate.score import MEASURES, Card, Difference, Scores, Tally, total
from kg.model import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["MEASURES", "Difference", "Gold", "Scores", "Tally", "evaluate", "load_gold"]


def evaluate(readings: Sequence[Reading], gold_folder: Path) -> Scores:
    """Score readings against the answer keys in a folder.

    A reading belongs to the key whose `file` has the reading's id as its stem; readings without a key are passed
    over, and of a key without a reading all is missed. `Scores.differences` lists every miss and every false alarm.
    Raises `InputError` where there are no keys, or none of a document that was read.
    """
    keys = load_gold(gold_folder)
    by_id = {reading.id: reading for reading in readings}
    if not any(key.document in by_id for key in keys):
        wanted = ", ".join(key.file for key in keys)
        raise InputError(f"{gold_folder}: its answer keys are of documents that were not read ({wanted})")
    return total([(key.lang, _card(key, by_id.get(key.document))) for key in keys])


def _card(gold: Gold, reading: Reading | None) -> Card:
    card = Card(gold.document)
    reading = reading or Reading(gold.document, gold.lang)
    alignment = align(gold, reading)
    score_actors(gold, reading, alignment, card)
    score_roles(gold, reading, alignment, card)
    score_events(gold, reading, alignment, card)
    score_turnout(gold, reading, card)
    score_elected(gold, reading, alignment, card)
    score_quotations(gold, reading, alignment, card)
    card.samples += samples(gold, reading, alignment)
    return card
