"""FactRuEval-2016: Russian news with persons, organisations, and facts of who holds which post and who met whom.

Starostin and others (2016): FactRuEval 2016: Evaluation of Named Entity Recognition and Fact Extraction Systems for
Russian, Dialogue, pages 702-720. What its tracks count is told anew in `names` and `facts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.evaluate.collections.collection import Collection, Scored
from kg.evaluate.collections.factrueval.facts import score_facts
from kg.evaluate.collections.factrueval.key import load
from kg.evaluate.collections.factrueval.names import score_names
from kg.evaluate.score import Tally

if TYPE_CHECKING:
    from pathlib import Path

    from kg.evaluate.collections.collection import Reads

MEASURES = (
    "persons",
    "organisations",
    "organisations, not mapped",
    "occupation",
    "occupation, difficult too",
    "occupation, not mapped",
    "meeting",
)


def score(path: Path, reads: Reads) -> Scored:
    """Compare names and facts of each text with its key. Raises `InputError` naming a file that is not of the form."""
    scored = Scored({measure: Tally() for measure in MEASURES})
    for file in sorted(path.glob("*.txt")):
        key, document = load(file), reads.open(file)
        mentions = reads.mentions(document)
        reading = reads.reading(document, mentions)
        score_names(key, reading, scored)
        score_facts(key, mentions, reading, scored)
    return scored


_MAPPING = """
Names are compared by words, as in the collection's first track: names are paired one to one so that the most
agree, and a pair counts by the share of words that both have (words of the key that are no part of the name
count nothing); names inside other names, and objects without a name, are passed over.

States, which the key holds as LocOrg, and nouns that stand for a name (the commission) are left out of ours;
in the line `not mapped` they are not.

A fact counts by the share of its parts that are right, a post half of the others, as in the third track;
facts that the key marks as difficult are passed over, or counted in the line of that name. A post is right
where its words in the dictionary form are the key's.

An occupation is somewhere, in 210 of the key's 211: posts for which a reading has neither an institution nor a
country are left out of ours; in the line `not mapped` they are not.

Where somebody holds a post is the institution, else the country that the title names, of a governor the
region; `Meeting` is compared with meetings, visits and calls of two and more.
"""

COLLECTION = Collection(
    "FactRuEval-2016 (devset)",
    "factrueval-2016/devset",
    "Dialogue Evaluation (github.com/dialogue-evaluation/factRuEval-2016)",
    _MAPPING,
    score,
)
