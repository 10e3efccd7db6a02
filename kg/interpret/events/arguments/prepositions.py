"""Markers where the verb stands earlier: a preposition holds for all that follows it, up to the next marker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.beginnings import State, begins_clause, where_too
from kg.interpret.events.arguments.belonging import (
    bare_name,
    holder,
    led_by_heads,
    of_visit,
    possessive,
    standing,
    untitled,
)
from kg.interpret.events.arguments.lists import behind_mark, behind_noun, listed_with, owned
from kg.interpret.events.arguments.markers import Markers
from kg.interpret.events.nuclei.idle import guest
from kg.interpret.events.nuclei.voice import having, is_reduced, modal
from kg.interpret.events.sentence.groups import PEOPLE, Member
from kg.interpret.events.sentence.row import CLOSING

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Actor, Element, Row

# Markers of actors without a preposition, by case; English marks the genitive alone.
_BARE = {"nom": "subject", "acc": "object", "gen": "of", "dat": "to", "ins": "by", "loc": "in"}
# Elements between a mark that closes a quotation and the verb of saying.
_MARKS = 3
# Roles of words that govern the case of the title right behind them.
_GOVERNING = frozenset({"chair", "lead", "present", "jointly"})


def members(row: Row) -> tuple[Member, ...]:
    """All actors of a row in order, each with its marker."""
    scan = _Scan(row)
    for i in row.telling:
        scan.take(i, row.elements[i])
    return tuple(scan.found)


class _Scan(Markers):
    """A reading from left to right."""

    def take(self, i: int, e: Element) -> None:
        """Go on by one element."""
        if e.actor is not None:
            self._actor(i, e.actor)
        elif e.kind == "word":
            self._word(i, e)
        elif e.kind == "comma":
            paired = self.pair and self.nested == "" and self.found[-1:] and self.found[-1].at == i - 1
            self.nested, self.chain = "topic" if paired else "", False  # "an accord between A, [B] and C"
            if not self.cases and self.base == "lead" and self.found[-1:] and self.found[-1].actor.id[0] == "p":
                self._set(self.outside)
            over = {"source"} if self.cases else {"source", "invitation", "behalf"}
            done = self.base == "object" and not self.finite and (self.cases or not self.acted)
            if not (self.cases or self.acted or self.found) and self.frame == "say":
                done, self.finite = self.base == "object", False  # "As it was reported, [N] met M"
            if self.base in over or done:
                self.base, self.held = "subject", self.held if self.cases else ""  # "Speaking at the session, N"
        elif e.trigger is not None:
            self._trigger(i, e)
        elif e.kind in {"date", "place"}:
            self.where, self.nested = i if self.nested in {"in", "to"} and e.kind == "place" else self.where, ""
        elif e.kind == "mark":
            self._mark(i, self.row.norm(e))

    def _trigger(self, i: int, e: Element) -> None:
        if self.nested == "in" and self.base == "topic":
            self.base = "subject"  # "Об этом сказано на встрече министра": what it was about is over
        self.nested = self.held = ""
        self.pair = self.waiting = False
        self.noun, self.frame = e.is_trigger("noun"), e.frame
        held = not self.cases and (is_reduced(self.row, i) or self.row.norm(self.row.elements[i - 1]) == "to be")
        self.finite = self.finite or (e.is_trigger("verb") and not held) or modal(self.row, i)
        held = held or guest(self.row, i)  # "[Visiting] Foreign Minister N met M"
        came = self.cases and e.is_trigger("participle") and self.awaits()
        held = held or came  # "встретился с [прибывшим] в Осло послом"
        if not self.cases and having(self.row, i):
            self.finite = False  # "Having [completed] her mission, the envoy"
        held = held or (not self.cases and _behind_speech(self.row, i))  # "“…”, said [N] at a briefing in Osh"
        self.base = self.base if self.noun or held else "object"  # "at the meeting held in Osh, [N] met M"

    def _mark(self, i: int, mark: str) -> None:
        if self.base == "organiser" and self.found and self.found[-1].at == i - 1 and mark in "–—":
            self.base = "subject"  # "Организаторы – министерство и [банк] – ждут гостей"
        elif not self.cases and mark == ":":
            self.base = self.outside if self.base == "of" else self.base  # "by heads of the Chairmanships: [N], M"
            self.nested, self.held = "", ""  # "met a group of deputies: [N], M"
        elif self.base == "lead" and mark == ":":
            self.base = "subject"  # "В состав делегации, возглавляемой Кимом, входят: [посол N]"
        elif self.cases and mark == "(":
            self.outside = self.base
        elif self.cases and mark == ")":
            self._set(self.outside)  # "вручили послы Чили – Анна Ким (с резиденцией в Осло), Перу – [Марк Рид]"

    def _actor(self, i: int, actor: Actor) -> None:
        k = i if self.cases else untitled(self.row, i)
        before = self.row.elements[k - 1] if k else None
        self._open(i, actor, before)
        after = self.row.elements[i + 1] if i + 1 < len(self.row.elements) else None
        marker, through = self.base, self.held
        if after is not None and after.role in PEOPLE and not standing(after):
            through = after.role  # "the OSCE delegation", "UN experts"
        elif self.nested and not (self.held and self.nested in {"of", "from"}):
            marker = self.nested
        marker = self._with(i, actor, marker)
        if self.cases and marker in {"topic", "with"} and actor.case == "gen" and before and of_visit(self.row, i):
            marker = "of"  # "о подготовке к визиту в Осло Президента": what is spoken about is the visit
        office = self.cases and before is not None and before.actor is not None and before.actor.id[0] == "t"
        if marker == "with" and office and actor.person and actor.case == "gen":
            marker = "apart"  # "с начальником штаба [Ивана Орлова]"
        if not self.cases and not self.held and self.base != "source" and possessive(self.row, i):
            marker = "of"  # "after the President's visit"
        if marker in {"subject", "object"} and not self.held:
            marker = self._by_case(actor, marker) if i or actor.person or actor.case != "gen" else marker
            if self.cases and marker == "object" and self.taken == "subject" and actor.person and not actor.case:
                marker = "subject"  # "грамоты вручили посол Иван Орлов, посол [Якубу Сулейман]"
            if marker == "by" and self.noun and self._beside(i):
                marker = "of"  # "разговор министра Орлова и министром Кимом"
            if self.cases and not (actor.case or through) and (noun := behind_noun(self.row, i)) is not None:
                attending = noun.frame == "attend"  # "участие [ЕС] в форуме"
                marker = "of" if attending else "apart" if marker == "subject" else marker
        same = listed_with(self.row, self.found, i, actor)
        marker, through = (same.marker, same.through) if same is not None else (marker, through)
        through = through or actor.through or self._led(i, actor)
        self.found.append(Member(i, i, actor, marker, through, blocked=self.cases and owned(actor, before)))
        self.acted = self.acted or marker == "subject"
        self.nested = self.nested if self.held else ""
        self.taken = marker if actor.person else ""

    def _led(self, i: int, actor: Actor) -> str:
        """What a title in the plural makes of a body, or of the next one of a list: "главы МИД Чили и [банка]"."""
        before = self.row.elements[i - 1] if i else None
        if before is not None and (before.kind == "comma" or before.role == "and"):
            listed = self.headed == i - 2 and not (actor.person or actor.country)
            led = "people" if listed else ""
        else:
            led = led_by_heads(self.row, i, actor)
        self.headed = i if led else self.headed
        return led

    def _with(self, i: int, actor: Actor, marker: str) -> str:
        """The marker before a title that says what its office is for: "[с] президентом по Чили и Перу Анной Ким"."""
        if self.waiting and marker == "topic" and actor.person and actor.case == "ins":
            self.base = marker = "with"
        if marker == "apart" and not self.cases and actor.person and holder(self.row, i):
            return self.base
        return marker

    def _open(self, i: int, actor: Actor, before: Element | None) -> None:
        """Forget the markers before an actor who begins a clause."""
        if not self.cases:
            state = State(self.base, self.nested, self.held, finite=self.finite)
            if before is not None and begins_clause(self.row, i, actor, before, state):
                self._set("subject")
            if actor.country and where_too(self.row, i, self.where):
                self.nested, self.where = "in", i
            return
        if (
            self.nested == "in"
            and actor.person
            and before is not None
            and before.kind == "text"
            and (self.base == "object" or (self.base == "with" and actor.case == "ins"))
        ):
            self.nested = ""  # "принял находящегося в стране [посла]": the preposition is of the word before
        if actor.case != "nom" or not actor.person:
            return
        beside = self._beside(i) and bare_name(self.row, i)
        if beside or (before is not None and before.role in _GOVERNING):
            self.nested = "of" if beside else self.nested  # "встреча Лаврова и [Рубио]": a name that is not declined
            return  # "под председательством министра [Насима Олимзода]": a genitive that looks like a nominative
        if self.base in {"subject", "object"}:
            self.held = ""  # "представители министерства, эксперт Ольга Ким": a genitive would go on with people
        if self.nested in {"in", "to", "from", "apart"} or (self.nested == "topic" and not bare_name(self.row, i)):
            self.nested = ""  # "В среду министр посетил": it is of another word
        listed = self.base != "topic" and behind_mark(self.row, i)
        going_on = self.base == self.taken and bare_name(self.row, i)
        if not (listed or going_on or self.base in {"subject", "object"}):
            self.base = "subject"  # "По его данным, министр": no preposition governs it

    def _beside(self, i: int) -> bool:
        """Tell a person joined by "and" right behind a person in the genitive."""
        last = self.found[-1] if self.found else None
        joined = last is not None and last.at == i - 2 and self.row.elements[i - 1].role == "and"
        owner = last is not None and last.marker == "of" and last.actor.person
        return joined and owner

    def _by_case(self, actor: Actor, marker: str) -> str:
        if self.cases and actor.case == "gen" and marker == "object" and actor.person and not self.noun:
            return "object"  # "принял посла": of persons the genitive is the object
        acted = any(m.marker == "subject" for m in self.found)
        if self.cases and not actor.person and marker == "object" and self.frame == "visit" and acted:
            return "object"  # "министр посетил институт": the accusative looks like a nominative
        return _BARE.get(actor.case, marker) if self.cases or actor.case == "gen" else marker


def _behind_speech(row: Row, i: int) -> bool:
    """Tell an English verb of saying right behind a quotation: who speaks stands behind it."""
    if row.elements[i].frame != "say":
        return False
    before = row.elements[max(0, i - _MARKS) : i]
    beside = bool(before) and before[-1].kind in {"mark", "comma"}
    return beside and any(row.norm(e) in CLOSING for e in before)
