"""Names of those who reign, who go by one name, often with a number: "Королі Филипп", "III Чарльз"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.persons.book import ROMAN
from kg.annotate.persons.parts import Found, inner_particle, particles

if TYPE_CHECKING:
    from kg.annotate.persons.line import Line


def crowned_name(line: Line, i: int) -> Found | None:
    """One name right after such a title, with the number before or behind it: "Королі [II Абдалла]", "[Фелипе VI]".

    What stands behind its name with a particle belongs to it: "[Абдалла II ибн Хусейн]".
    """
    first = i - 1 if i > 1 and line.joined[i] and ROMAN.match(line.tokens[i - 1].text) else i
    hit = line.language.post_heads.find(line.tokens[first - 1].norm) if first else None
    if hit is None or not hit.entry.crowned or line.post[i]:
        return None
    told = line.language.analyse(line.tokens[i].norm)
    if any(a.possessive == "3" for a in told) and not any(a.case == "acc" and not a.possessive for a in told):
        return None  # "Король [Сарайында] жиын өтті", but "королі [Филиппті] қабылдады"
    end = i + 1
    numbered = line.follows(end) and ROMAN.match(line.tokens[end].text) is not None
    if not numbered and first == i and line.follows(end) and (line.slot[end] or inner_particle(line, end)):
        return None  # a name of several words, as others have
    end += numbered
    if (further := particles(line, end)) > end:
        return Found(first, further, further - 1)
    return None if numbered and line.rare[i] else Found(first, end, i)  # "Koroly [Mswati III]", as behind any title
