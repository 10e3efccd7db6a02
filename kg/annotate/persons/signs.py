"""Signs of a token that the rules for names ask for, each a bit: a rule is asked only where all it needs are set."""

from __future__ import annotations


class Sign:
    """The bits. What they tell of a token says `Line`; of the last four all tokens of a line have the same."""

    TITLED = 1 << 0
    INITIAL = 1 << 1
    FOREIGN = 1 << 2
    GIVEN = 1 << 3
    SLOT = 1 << 4
    RARE = 1 << 5
    AFTER_TITLE = 1 << 6
    INNER = 1 << 7  # not the first of its line
    HEAD_FINAL = 1 << 8
    HEAD_INITIAL = 1 << 9
    FUSIONAL = 1 << 10
    IN_SENTENCE = 1 << 11  # the line is no heading
