"""The types that flow between stages: frozen records that know neither text rules nor RDF.

Document -> Annotations (mentions) -> Reading -> Resolution (entities, merged events). Imports nothing of ours.
Offsets everywhere count Unicode code points in the document's text; `text[x.start:x.end] == x.text`, always.
"""

from kg.model.document import Document, Item, Paragraph
from kg.model.entity import Decision, Entity, EventCluster, ExternalId, Judgement, Name, Ref, Resolution
from kg.model.mention import (
    DAY,
    START,
    YEAR,
    Annotations,
    DateMention,
    Mention,
    OrganisationMention,
    PersonMention,
    PlaceMention,
    PostMention,
    Sentence,
    Token,
    TriggerMention,
)
from kg.model.reading import (
    Delegation,
    Elected,
    Event,
    Evidence,
    Instrument,
    Link,
    NamedMention,
    Office,
    Organisation,
    Participation,
    Person,
    Quotation,
    Reading,
    ReadItem,
    Role,
    Subject,
    Turnout,
)
from kg.model.record import Record

__all__ = [
    "DAY", "START", "YEAR", "Annotations", "DateMention", "Decision", "Delegation", "Document", "Elected", "Entity",
    "Event", "EventCluster", "Evidence", "ExternalId", "Instrument", "Item", "Judgement", "Link", "Mention", "Name",
    "NamedMention", "Office", "Organisation", "OrganisationMention", "Paragraph", "Participation", "Person",
    "PersonMention", "PlaceMention", "PostMention", "Quotation", "ReadItem", "Reading", "Record", "Ref",
    "Resolution", "Role", "Sentence", "Subject", "Token", "TriggerMention", "Turnout",
]  # fmt: skip
