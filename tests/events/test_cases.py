"""Short texts with marked actors and the events that are to be read from them."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.events.marked import CASES, read


def _cases():
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")


def words(event, events, line):
    """An event in the form of a case's line: what the line leaves out is left out."""
    form = f" {event.format}" if re.match(r"\w+ \w+ (?:video|phone|in-person|unknown) ", line) else ""
    span = f"{event.start}/{event.end}" if event.end else event.start or "-"
    who = " ".join(sorted(event.attended_by))
    out = f"{event.type} {event.status}{form} {span} @{event.place or '-'}: {who}".rstrip()
    for name, field in (("chair", event.chaired_by), ("org", event.organised_by), ("invited", event.invited)):
        if field:
            out += f" | {name}={' '.join(sorted(field))}"
    if event.head_of_delegation and "| head=" in line:
        out += " | head=" + " ".join(f"{h.person}>{h.delegation_of}" for h in event.head_of_delegation)
    if event.part_of:
        out += f" | part={[e.id for e in events].index(event.part_of) + 1}"
    if event.ordinal is not None:
        out += f" | series={event.ordinal}"
    return out


def canonical(line):
    """A line with its lists sorted."""

    def ordered(m):
        return m[1] + " ".join(sorted(m[2].split()))

    return re.sub(r"((?:: |\w+=))([^|=>]+?)(?= \||$)", ordered, line)


@pytest.mark.parametrize(("lang", "case"), list(_cases()))
def test_events_of_a_case(lang, case):
    events = read(case["text"], lang, case.get("published"), case.get("homes", ()), case.get("bodies", ()))
    expected = [canonical(line) for line in case["events"]]
    lines = case["events"] + [""] * len(events)
    assert [words(e, events, line) for e, line in zip(events, lines, strict=False)] == expected
    main = [n for n, event in enumerate(events, 1) if event.salience == "main"]
    assert main == case.get("main", main)
