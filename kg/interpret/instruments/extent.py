"""How far the name of an instrument reaches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Extent:
    """A name by its first and last token, and what was met in it that makes it a name.

    `quoted`: a title in quotation marks. `governed`: a complement with a postposition or preposition, or years.
    `owned`: a genitive or a proper name that the instrument belongs to. `pronoun`: it points elsewhere ("its plan").
    `loose`: Turkic; right before the head stands a noun or infinitive, which belongs to a name only where the head
    has a possessive ending ("кіргізу жоспары", but "кіргізу жоспарда бар": it is planned).
    """

    first: int
    last: int
    quoted: bool = False
    governed: bool = False
    owned: bool = False
    pronoun: bool = False
    loose: bool = False
