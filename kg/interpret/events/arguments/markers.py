"""The markers that words with a function set for the actors behind them, where verbs stand earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.belonging import adjective, again, discussed_with, gone_to, governed, of_topic, whose
from kg.interpret.events.arguments.heading import led
from kg.interpret.events.arguments.lists import brought_about, holders, listing
from kg.interpret.events.nuclei.determiners import FRAMING
from kg.interpret.events.sentence.groups import MARKERS, PEOPLE, Member

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Element, Row

# Markers of those who acted or were there, whose titles may go on with "for".
_AGENTS = frozenset({"by", "present", "chair", "lead", "with"})
# Frames of verbs beside which "from" tells who took part: "received credentials from the ambassadors", "a call from".
_FROM = frozenset({"accept", "receive", "called"})
_OTHERS = FRAMING | {"spoken", "relation", "organised-it", "stop"}
_PLACES = frozenset({"in", "to", "venue"})
# Markers that words of another role set.
_SETS = {"organised-it": "organiser", "spoken": "present", "stop": "subject", "into": "object"}


class Markers:
    """A reading from left to right with two markers: `base`, the list's, and `nested`, of the phrase in it.

    `held` are people of what follows ("representatives of the ministry"), `chain` tells that nothing but "of" has
    followed them, `finite` that a finite verb has passed, `noun` that the last word of events is a noun, `taken` is the
    marker of the person before, `headed` the index of the last body whose people alone are told of, `acted` tells that
    somebody is a subject.
    """

    def __init__(self, row: Row) -> None:
        self.row = row
        self.cases = not row.passage.language.analytic
        self.found: list[Member] = []
        self.base, self.nested, self.held = "subject", "", ""
        self.finite = self.noun = self.chain = False
        self.where, self.headed, self.frame, self.marked = -1, -1, "", 0
        self.taken, self.outside, self.pair, self.waiting = "", self.base, False, False
        self.acted = False

    def _set(self, base: str) -> None:
        self.marked = len(self.found)
        self.base, self.nested, self.held = base, "", ""

    def _word(self, i: int, e: Element) -> None:
        before, after = self.row.elements[i - 1] if i else None, next(iter(self.row.elements[i + 1 : i + 2]), None)
        if e.role == "people" and after is not None and not self.cases and adjective(self.row, e, after):
            return
        if e.role in PEOPLE or (e.role == "participants" and after is not None and after.role in {"of", "from"}):
            self._people(i, e)
        elif e.role == "passive" and not self.cases:
            self.held, self.chain = "", False  # "The mission is monitoring [Chile's] elections"
            self.base = "present" if listing(self.row, i) else self.base  # "Among those attending [were] N and M"
        elif e.role == "and":
            pair = self.pair and before is not None and before.actor is not None
            self.nested, self.chain, self.pair = ("topic" if pair else ""), False, False
        elif e.role in {"of", "from"}:
            self._of(i, e, before)
        elif e.role == "by" and not self.cases and self.base in _AGENTS and again(self.row, i):
            self.nested = self.held = ""  # "a speech by the minister and [by] the envoy"
        elif e.role in _PLACES or (e.role == "by" and not governed(self.row, i)):
            self.nested, self.held = "to" if e.role == "to" else self._there(after), ""
        elif e.role == "beneficiary" and self.base in _AGENTS and (not self.cases or self.awaits()):
            self.nested, self.held = "in", ""  # "opened by the Coordinator for the project, [N]"
        elif e.role in MARKERS or e.role in _OTHERS or (self.base, e.role) == ("lead", "into"):
            self._marker(i, e)

    def awaits(self) -> bool:
        """Tell "with" behind which nobody has been named yet: "[с] прибывшим для переговоров послом"."""
        return self.base == "with" and not self.found[self.marked :]

    def _marker(self, i: int, e: Element) -> None:
        if self.cases and e.role == "topic" and self.awaits():
            self.waiting = True
        if e.role == "chair" and led(self.row, i):
            self._set("lead")
            return
        if not self.cases and brought_about(self.row, i, self.found):
            self._set("apart")
            return
        if e.role == "lead" and not self.cases:  # "between the delegation, led by A, and [B]"
            self.outside = self.base if self.row.elements[i - 1].kind == "comma" else "lead"
        joined = e.role == "jointly" or (e.role == "with" and self.cases and not self.found[self.marked :])
        if joined and (self.base == "organiser" or (self.base in _AGENTS and not self.cases)):
            return  # "a speech by the head, together with the envoy", "организован центром совместно с министерством"
        about = e.role in {"with", "between"} and of_topic(self.row, i, told=self.base == "topic")
        if about and not (self.frame == "discuss" and discussed_with(self.row, i)):
            self.nested, self.held, self.pair = "topic", "", e.role == "between"  # "cooperation with X"
        elif e.role == "relation":
            self.base = "topic" if self.base in {"with", "between"} else self.base  # "with a view to relations of X"
        elif e.role in FRAMING:
            self._set("subject")
            self.nested = "in"
        else:
            self._set(_SETS.get(e.role, e.role))

    def _people(self, i: int, e: Element) -> None:
        self.nested = self.nested if self.nested in {"in", "to", "from"} else ""
        self.held, self.chain = e.role.replace("participants", "people"), True
        if self.cases and self.base != "of" and whose(self.row, i):
            self.base, self.nested = "of", ""
        before = self.row.elements[max(0, i - 2) : i]
        including = [x.kind for x in before] == ["comma", "word"] and before[1].role == "and"
        if self.cases and self.base == "object" and self.frame == "attend" and including:
            self.base = "also"  # "приняли участие заинтересованные стороны, включая представителей министерства"
        if self.cases and self.base == "object" and e.form and "nom" in e.form.cases:
            self.base = "subject"  # "приняли участие представители": a subject after its verb

    def _of(self, i: int, e: Element, before: Element | None) -> None:
        called = self.frame == "called" and before is not None and before.date is not None
        called = called or (self.cases and self.frame == "accept")  # "принял 5 мая грамоты [от] посла"
        if e.role == "from" and before is not None and (before.frame in _FROM or called):  # "a call today from"
            self._set("from")
        elif self.held and before is not None and (before.kind != "text" or self.chain):
            self.nested = e.role
            if not self.cases and e.role == "of" and self._bodies(before):
                self.nested, self.held = "apart", ""  # "representatives of the parliaments [of] Chile and Peru"
        elif before is not None and not self.nested and holders(self.row, before):
            self.held, self.nested, self.chain = "people", e.role, True
        elif e.role == "of" and before is not None and before.kind == "trigger":
            self.outside = self.outside if self.cases or self.base == "of" else self.base
            self._set("of")
        elif self.base == "between":
            self.nested, self.held = "", ""  # "between the Ministries of A and B"
        elif before is not None and before.place is not None and not self.cases and gone_to(self.row, i):
            self._set("of")  # "the visit to Norway [of] the minister"
        else:
            self.nested, self.held = "apart", ""

    def _there(self, after: Element | None) -> str:
        """The marker of a preposition of place; none before a day: "received on Tuesday [the ambassador]"."""
        moments = self.row.passage.language.events.moments
        return "" if after is not None and after.kind == "text" and self.row.norm(after) in moments else "in"

    def _bodies(self, e: Element) -> bool:
        """Tell a noun for bodies without a name: "parliaments"."""
        hit = self.row.passage.language.institution_heads.find(self.row.norm(e)) if e.kind == "text" else None
        return hit is not None and bool(hit.analysis.number)
