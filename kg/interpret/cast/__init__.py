"""Who is spoken of in a document: its persons, institutions and offices, each with all its mentions.

Coreference inside one document: mentions of one actor by name, initials, abbreviation, shorter name or title
become one record. Identity across documents is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.cast.home import home_country
from kg.interpret.cast.hosts import hosts_met
from kg.interpret.cast.organisations import group_organisations
from kg.interpret.cast.persons import group_persons
from kg.interpret.cast.posts import settle_posts
from kg.interpret.cast.titles import told_beside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.language import Language
    from kg.model import Annotations, Document, Office, Organisation, Person, Role


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document and what each mention refers to.

    `person_of`, `organisation_of`, `office_of` are parallel to `persons`, `organisations` and `posts` of the
    annotations. `office_of` gives a person's id where the post resolves to a named person, else an office's id,
    else None. Records are in order of first mention, then institutions that only titles imply, which have no
    mentions; ids count from 1.
    """

    persons: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    offices: tuple[Office, ...]
    roles: tuple[Role, ...]
    person_of: tuple[str | None, ...]
    organisation_of: tuple[str | None, ...]
    office_of: tuple[str | None, ...]


def read_cast(document: Document, annotations: Annotations, languages: Mapping[str, Language]) -> Cast:
    """Decide what each mention of a person, an institution or a post refers to."""
    persons = group_persons(annotations.persons, languages)
    home = home_country(document, annotations, languages, persons.of_mention)
    beside = hosts_met(annotations, languages, home.country) | told_beside(annotations)
    organisations = group_organisations(
        document, annotations, languages, home, beside=beside, bearers=persons.of_mention
    )
    posts = settle_posts(annotations, languages, persons, organisations, home=home, beside=beside)
    return Cast(
        posts.persons,
        (*organisations.records, *posts.implied),
        posts.offices,
        posts.roles,
        persons.of_mention,
        organisations.of_mention,
        posts.of_mention,
    )


__all__ = ["Cast", "read_cast"]
