"""The words behind an actor for its people or its delegation, where the verb stands last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.groups import MARKERS, PEOPLE, separates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

# Words that may stand between an institution's name and its people: "the ministry's (three young) experts".
_ADJECTIVES = 4
# Words of an unnamed member of a list: "X, heads of schools and Y".
UNNAMED = 12
# Words with a function elsewhere that may stand there too: "interested experts".
INSIDE = frozenset({"series", "novel", "ordinal", "hypothetical", "relation", "planned", "definite", "body"})


def tail_of(elements: Sequence[Element], at: int) -> int | None:
    """Index of the word for people or a delegation that the actor at `at` owns, or None."""
    owner = elements[at].actor
    far = owner is not None and owner.case == "gen"
    listed = far and at + 1 < len(elements) and elements[at + 1].kind == "comma"
    bare = owner is not None and owner.person and owner.case == "nom"
    if far and owner is not None and not owner.person and (came := _who_came(elements, at)) is not None:
        return came
    adjectives = 0 if bare else _ADJECTIVES
    for i in range(at + 1, min(at + 2 + (UNNAMED if far else adjectives), len(elements))):
        element = elements[i]
        if element.kind == "word" and element.role in PEOPLE:
            if owner is not None and owner.person and far and i > at + 1:
                return None  # "ministriň öz ýurdunyň wekiliýetine"
            if bare and i + 1 < len(elements) and (titled := elements[i + 1].actor) and titled.person:
                return None  # "ministr Aman Amanow [synçylar toparynyň] ýolbaşçysy Anna Berg bilen duşuşdy"
            following = elements[i + 1] if i + 1 < len(elements) else element
            if element.role == following.role == "people" and element.form and "gen" in element.form.cases:
                continue  # "Gazagystanyň ministrleriniň [orunbasarlary]"
            return None if bare and element.role == "people" else i  # "Ерлан Досов ғалымдардың зерттеуін …"
        if element.kind == "text" or (element.kind == "word" and element.role in INSIDE):
            continue
        if owner is not None and owner.case == "abl" and element.is_trigger("participle"):
            continue  # "GDA-dan bolan synçylar topary"
        # "the Government's ministries and agencies dealing with migration": a chain of genitives goes on.
        chain = far and (
            element.role == "and" or (i > at + 1 and (element.role == "topic" or element.is_trigger("participle")))
        )
        # "the Parliament's, the diplomatic corps' and the diaspora's representatives": a list of genitives goes on.
        people = element.place is not None and element.place.case == "adj"
        chain = chain or (listed and (people or separates(element) or element.trigger is not None))
        if not chain:
            return None
    return None


def _who_came(elements: Sequence[Element], at: int) -> int | None:
    """Index of the delegation of the one at `at` behind the words for its coming: "Çiliniň Oşa gelen [wekiliýeti]"."""
    came = next((i for i in range(at + 1, min(at + 2 + _ADJECTIVES, len(elements))) if elements[i].trigger), None)
    if came is None or elements[came].frame not in {"visit", "arrive"} or not elements[came].is_trigger("participle"):
        return None
    after = elements[came + 1] if came + 1 < len(elements) else None
    plain = all(e.kind in {"place", "date", "text"} for e in elements[at + 1 : came])
    return came + 1 if plain and after is not None and after.role == "delegation" else None


def of_unnamed(row: Row, member: Member) -> bool:
    """Tell a state whose bodies without a name are there beside others: "N, Çiliniň [ministrlikleriniň] wekilleri".

    Where several states stand beside each other, each takes part.
    """
    at, elements = member.at, row.elements
    beside = any(map(separates, elements[at + 1 : at + 2]))
    if not (member.actor.country and member.through) or beside or len(row.actors) == 1:
        return False
    words = (row.norm(e) for e in elements[at + 1 : member.last] if e.kind == "text")
    found = (a for word in words for a in row.passage.language.analyse(word))
    return any(a.case == "gen" and a.number and a.possessive and a.harmonic for a in found)


def past_note(row: Row, last: int) -> int:
    """The last element of an abbreviation in brackets before the marker: "Suw gullugy [(SG)] tarapyndan", or `last`."""
    elements = row.elements
    note, after = elements[last + 1 : last + 4], elements[last + 4 : last + 5]
    marked = bool(after) and after[0].kind == "word" and after[0].role in MARKERS
    told = [row.norm(e) for e in note[::2]] == ["(", ")"] and note[1].kind == "text"
    return last + 3 if marked and told else last
