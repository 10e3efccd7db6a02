"""Answer keys: readings made by hand, with what else is right beside each value.

`optional`: leaving the thing out, or having it, is both right. `<field>_accept`: other right values.
`<field>_optional`: members that may be there or not. `same_post_as`: another wording of the same post.
`may_merge_with`: an event that a reader may tell as one with another. `may_split`: one that it may tell as several.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg.errors import InputError
from kg.model import Evidence  # noqa: TC001 - msgspec needs the type when it decodes

if TYPE_CHECKING:
    from collections.abc import Iterable


class GoldMention(msgspec.Struct, frozen=True):
    """A mention; `core` is the unit's own name without its owner's."""

    text: str
    start: int
    end: int
    form: str = "name"
    core: Evidence | None = None


class GoldActor(msgspec.Struct, frozen=True):
    """A person, an office without its holder (`title`), or an organisation."""

    id: str
    name: str | None = None
    title: str | None = None
    canonical: str | None = None
    mentions: tuple[GoldMention, ...] = ()
    alt_names: tuple[str, ...] = ()
    kind: str | None = None
    kind_accept: tuple[str, ...] = ()
    part_of: str | None = None
    part_of_accept: tuple[str | None, ...] = ()
    status: str | None = None
    standing: str | None = None
    optional: bool = False


class GoldRole(msgspec.Struct, frozen=True):
    """A post of a named person."""

    id: str
    person: str
    post: str
    title: str | None = None
    organisation: str | None = None
    country: str | None = None
    post_accept: tuple[str, ...] = ()
    organisation_accept: tuple[str | None, ...] = ()
    organisation_implied: str | None = None
    same_post_as: str | None = None
    optional: bool = False


class GoldEvent(msgspec.Struct, frozen=True):
    """An event."""

    id: str
    type: str
    name: str | None = None
    status: str = "held"
    format: str = "unknown"
    start: str | None = None
    end: str | None = None
    place: str | None = None
    attended_by: tuple[str, ...] = ()
    organised_by: tuple[str, ...] = ()
    chaired_by: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    type_accept: tuple[str, ...] = ()
    status_accept: tuple[str, ...] = ()
    format_accept: tuple[str, ...] = ()
    start_accept: tuple[str | None, ...] = ()
    end_accept: tuple[str | None, ...] = ()
    place_accept: tuple[str | None, ...] = ()
    attended_optional: tuple[str, ...] = ()
    organised_optional: tuple[str, ...] = ()
    chaired_optional: tuple[str, ...] = ()
    may_merge_with: str | None = None
    may_split: bool = False
    optional: bool = False


class GoldTurnout(msgspec.Struct, frozen=True):
    """A turnout figure."""

    at: str
    percent: float
    constituency: str | None = None
    constituency_number: int | None = None
    optional: bool = False


class GoldElected(msgspec.Struct, frozen=True):
    """A person elected."""

    person: str
    constituency: str | None = None
    number: int | None = None
    constituency_number: int | None = None
    optional: bool = False


class GoldQuotation(msgspec.Struct, frozen=True):
    """Direct speech; `speaker` is the id of a person or office."""

    text: str
    start: int
    end: int
    speaker: str | None = None
    optional: bool = False


class _Fact(msgspec.Struct, frozen=True):
    """Another fact; of these only quotes are scored."""

    kind: str
    evidence: Evidence | None = None
    quote: str | None = None
    quote_span: Evidence | None = None
    speaker_ref: str | None = None
    subject_ref: str | None = None
    optional: bool = False


class Gold(msgspec.Struct, frozen=True):
    """The answer key of one document; `file` is the document's file name."""

    id: str
    file: str
    lang: str
    persons: tuple[GoldActor, ...] = ()
    title_only: tuple[GoldActor, ...] = ()
    organisations: tuple[GoldActor, ...] = ()
    roles: tuple[GoldRole, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    turnout: tuple[GoldTurnout, ...] = ()
    elected: tuple[GoldElected, ...] = ()
    quotations: tuple[GoldQuotation, ...] = ()
    other_facts: tuple[_Fact, ...] = ()

    @property
    def document(self) -> str:
        """The id of the document: its file's stem."""
        return Path(self.file).stem

    @property
    def quotes(self) -> tuple[GoldQuotation, ...]:
        """Quotations, from the list of that name or else from the facts of kind `quote`."""
        if self.quotations:
            return self.quotations
        return tuple(self._quotes())

    def _quotes(self) -> Iterable[GoldQuotation]:
        speakers = {actor.canonical: actor.id for actor in (*self.persons, *self.title_only) if actor.canonical}
        for fact in self.other_facts:
            if fact.kind != "quote" or not fact.quote or not fact.evidence:
                continue
            around = fact.quote_span or fact.evidence
            start = around.start + around.text.find(fact.quote)
            speaker = speakers.get(fact.speaker_ref or fact.subject_ref or "")
            yield GoldQuotation(fact.quote, start, start + len(fact.quote), speaker, fact.optional)


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """The answer keys in a folder and those below it (`*.json` with a `file`), or the one key of a file.

    Sorted by document. Raises `InputError` where there is none, where one isn't valid, or where two are of documents
    of the same name.
    """
    if not folder.exists():
        raise InputError(f"{folder}: there is no such folder; give the folder with the answer keys")
    paths = sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]
    keys: dict[str, tuple[Path, Gold]] = {}
    for path in paths:
        key = _load(path)
        if key is None:
            continue
        if key.document in keys:
            other, _ = keys[key.document]
            raise InputError(
                f"{path}: its document has the name of that of {other} ({key.document}); rename one of them"
            )
        keys[key.document] = path, key
    if not keys:
        raise InputError(f"{folder}: there is no answer key in it (a .json file that names its document as `file`)")
    return tuple(keys[document][1] for document in sorted(keys))


def _load(path: Path) -> Gold | None:
    """One key; None for JSON that is no key (it has no `file`, or no list of persons, organisations or events)."""
    try:
        data = path.read_bytes()
        raw = msgspec.json.decode(data)
        if not isinstance(raw, dict) or not isinstance(raw.get("file"), str):
            return None
        return msgspec.convert(raw, Gold)
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror or error})") from error
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: is no valid answer key: {error}") from error
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: is not JSON: {error}") from error
