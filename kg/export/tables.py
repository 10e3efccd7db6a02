"""The graph as CSV tables, joined by ids: the paths of IRIs below the base, such as `person/ann-lee`."""

from __future__ import annotations

import csv
import zipfile
from io import StringIO
from typing import IO, TYPE_CHECKING

from kg.errors import GraphError
from kg.export.order import natural
from kg.files import whole_file
from kg.network import Reader, load
from kg.vocab import BASE, CMQ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    import pyoxigraph as ox

    from kg.network import Network

Cell = str | int | None
Row = tuple[Cell, ...]


def folder(store: ox.Store, out: Path) -> None:
    """Write each table to `out`, made if it isn't there; other files in it stay."""
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise GraphError(f"{out}: this folder can't be made ({reason})") from error
    for name, data in list(tables(store)):
        with whole_file(out / name) as stream:
            stream.write(data)


def zipped(store: ox.Store, out: IO[bytes]) -> None:
    """Write all tables as one zip file, in which every file has the same date: 1 January 1980."""
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in tables(store):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, data)


def tables(store: ox.Store) -> Iterator[tuple[str, bytes]]:
    """File name and content of each table: RFC 4180 in UTF-8, a row of names first, rows in the order of ids.

    Several values in one cell are parted by `; `.
    """
    reader = Reader(store)
    network = load(store)
    for name, (columns, rows) in _TABLES.items():
        text = StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(columns.split())
        writer.writerows(sorted(rows(network, reader), key=lambda row: [natural(str(cell or "")) for cell in row]))
        yield f"{name}.csv", text.getvalue().encode()


def _id(iri: str | None) -> str | None:
    return iri.removeprefix(BASE) if iri else None


def _ids(iris: Iterable[str]) -> str:
    return "; ".join(iri.removeprefix(BASE) for iri in iris)


def _documents(network: Network, _: Reader) -> Iterator[Row]:
    for source in network.sources.values():
        told = source.title, source.site, source.url
        yield _id(source.id), source.name, source.lang, source.published, source.headline, *told


def _actors(network: Network, _: Reader) -> Iterator[Row]:
    for actor in network.actors.values():
        kind = actor.kind.code if actor.kind else None
        yield _id(actor.id), actor.type, actor.label, kind, actor.country, _id(actor.part_of)


_NAMED = (CMQ.Person, CMQ.Organisation, CMQ.Office, CMQ.Event, CMQ.Series, CMQ.Instrument, CMQ.Place, CMQ.Constituency)


def _names(_: Network, reader: Reader) -> Iterator[Row]:
    for class_ in _NAMED:
        for node in reader.members(class_):
            for name in reader.names(node):
                yield _id(node.value), name.lang, name.text, "yes" if name.preferred else "no"


def _events(network: Network, _: Reader) -> Iterator[Row]:
    for event in network.events.values():
        yield (
            *(_id(event.id), event.type.code, event.label, event.name, event.status.code, event.format.code),
            *(event.start, event.end, event.place, "; ".join(topic.code for topic in event.about)),
            *(event.series, event.ordinal, _id(event.part_of), _ids(event.concerns)),
        )


def _participations(network: Network, _: Reader) -> Iterator[Row]:
    for part in network.participations:
        present = "yes" if part.present else "no"
        yield _id(part.id), _id(part.event), _id(part.actor), part.capacity.code, present, _id(part.on_behalf_of)


def _roles(network: Network, _: Reader) -> Iterator[Row]:
    for role in network.roles:
        titles, attested = "; ".join(title.text for title in role.titles), "; ".join(role.attested)
        yield _id(role.id), _id(role.person), role.post.code, titles, _id(role.organisation), role.country, attested


def _turnout(_: Network, reader: Reader) -> Iterator[Row]:
    for node in reader.members(CMQ.TurnoutObservation):
        where = _constituency(reader, node)
        yield (*_linked(reader, node, CMQ.election), reader.text(node, CMQ.at), *where, reader.text(node, CMQ.percent))


def _elected(_: Network, reader: Reader) -> Iterator[Row]:
    for node in reader.members(CMQ.ElectionResult):
        yield (*_linked(reader, node, CMQ.election, CMQ.elected), *_constituency(reader, node))


def _quotations(_: Network, reader: Reader) -> Iterator[Row]:
    for node in reader.members(CMQ.Quotation):
        speaker = _id(reader.iri(node, CMQ.speaker))
        yield _id(node.value), speaker, reader.text(node, CMQ.language), reader.text(node, CMQ.text)


def _instruments(_: Network, reader: Reader) -> Iterator[Row]:
    for node in reader.members(CMQ.Instrument):
        kind = reader.term_of(node, CMQ.kind, "instrument-kind")
        yield _id(node.value), reader.label(node), kind.code if kind else None


def _instrument_links(_: Network, reader: Reader) -> Iterator[Row]:
    for node in reader.members(CMQ.InstrumentLink):
        how = reader.term_of(node, CMQ.how, "how")
        who = (_id(reader.iri(node, predicate)) for predicate in (CMQ.actor, CMQ.event))
        yield (*_linked(reader, node, CMQ.instrument), how.code if how else None, *who)


def _foundings(_: Network, reader: Reader) -> Iterator[Row]:
    for node in reader.members(CMQ.Founding):
        standing = reader.term_of(node, CMQ.standing, "standing")
        proposers = _ids(actor.value for actor in reader.nodes(node, CMQ.proposedBy))
        yield (*_linked(reader, node, CMQ.organisation), standing.code if standing else None, proposers)


def _mentions(_: Network, reader: Reader) -> Iterator[Row]:
    for node in reader.members(CMQ.Mention):
        (words,) = reader.words([node])
        things = _ids(thing.value for thing in reader.nodes(node, CMQ.mentions))
        forms = "; ".join(form for form, _ in reader.texts(node, CMQ.form))
        yield _id(node.value), _id(words.document), words.start, words.end, words.lang, things, forms, words.text


def _evidence(_: Network, reader: Reader) -> Iterator[Row]:
    for fact, mention in reader.evidence():
        yield _id(fact.value), _id(mention.value)


def _linked(reader: Reader, node: ox.NamedNode, *predicates: ox.NamedNode) -> Iterator[Cell]:
    yield _id(node.value)
    yield from (_id(reader.iri(node, predicate)) for predicate in predicates)


def _constituency(reader: Reader, node: ox.NamedNode) -> tuple[Cell, Cell]:
    """Name and number; both empty for a figure over all constituencies."""
    found = reader.node(node, CMQ.constituency)
    if found is None or found == CMQ["all-constituencies"]:
        return None, None
    return reader.name(found), reader.text(found, CMQ.number)


_TABLES: Mapping[str, tuple[str, Callable[[Network, Reader], Iterator[Row]]]] = {
    "documents": ("id name language published headline title site url", _documents),
    "actors": ("id type label kind country part_of", _actors),
    "names": ("thing language name preferred", _names),
    "events": (
        "id type label name status format start end place about series ordinal part_of concerns",
        _events,
    ),
    "participations": ("id event actor capacity present on_behalf_of", _participations),
    "roles": ("id person post title organisation country attested", _roles),
    "turnout": ("id election at constituency constituency_number percent", _turnout),
    "elected": ("id election person constituency constituency_number", _elected),
    "quotations": ("id speaker language text", _quotations),
    "instruments": ("id label kind", _instruments),
    "instrument_links": ("id instrument how actor event", _instrument_links),
    "foundings": ("id organisation standing proposed_by", _foundings),
    "mentions": ("id document start end language things form text", _mentions),
    "evidence": ("fact mention", _evidence),
}
