"""How far a title reaches to the left of its head, in languages that put the head last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import in_order
from kg.annotate.posts.head_final.beside import (
    apart,
    board_from,
    both,
    compound,
    delegation,
    deputised,
    during,
    head_of,
    is_object,
    joins,
    located,
    participle,
    refers,
    second_title,
    whose,
)
from kg.annotate.posts.head_final.candidacy import office_sought
from kg.annotate.posts.head_final.owned import LONGEST, STOP, Owned
from kg.annotate.posts.head_final.seats import behind_seat
from kg.annotate.posts.title import REFERRED, SENT, Title, post_of

if TYPE_CHECKING:
    from collections.abc import Callable

# How many words a title without institution or country may have before its head.
_PHRASE = 6
# Posts that a bare title before them tells to whom they are held.
_SECONDS = frozenset({"deputy", "adviser"})


class Scan(Owned):
    """The scan: its rules are asked in order, the first opinion wins."""

    def title(self) -> Title | None:
        """The title, or None where the head is a common noun."""
        view, i = self.view, self.i
        lowest = max(-1, i - LONGEST)
        if (sought := office_sought(view, i)) is not None:
            self.first = self.body = sought
            self.j, self.anchored = sought - 1, True
        while self.j > lowest:
            step = next((s for rule in _RULES if (s := rule(self)) is not None), None)
            if step == STOP:
                break
            if step is None:
                self.first = self.body = self.j
            self.j = self.j - 1 if step is None else step
        if not self.anchored:
            self.first = self.body = self._plain_body()
        while self.first > 0 and view.tokens[self.first - 1].norm in view.language.posts.honorifics:
            self.first -= 1
        if any((h := view.heads[k]) and h.analysis.number and h.analysis.case == "gen" for k in range(self.body, i)):
            return None  # "komitetleriniň başlygy": several posts
        telling = self.taken or self.hit.entry.post != "other" or second_title(view, i) or refers(view, i)
        telling = telling or board_from(view, i) is not None
        plain = self.borne and (self._degree() or telling)
        small = not self.anchored and self.first == i and not view.capital(i) and not plain
        if small and not self._refers():
            return None
        if self.seated and self.organisation is None and post_of(view, self.hit.entry, self.body, i, None) in SENT:
            self.country = None  # "Алматыдағы бас консул": where somebody else has sent him
        self.body = behind_seat(view, self.body, i)
        head = head_of(view, i, self.hit, alone=self.body == i)
        text = " ".join((view.text[view.tokens[self.body].start : view.tokens[i].start] + head).split())
        rule, case = f"{view.language.code}.title", self.hit.analysis.case
        own, owner = (self.organisation, self.country), self.view.place[self.first]
        trade = self.hit.entry.trade and (owner is None or owner.case == "adj")  # "türkmen şahyry" is no post
        post = self._post()
        return Title(self.first, self.body, i, text, post, rule, *own, case=case, trade=trade, referring=small)

    def _refers(self) -> bool:
        """Tell a bare title in small letters that may stand for its only bearer: "[елші] форумға қатысты"."""
        told = self.hit.analysis
        return self.hit.entry.post in REFERRED and not (told.possessive or told.number or self.taken)

    def _post(self) -> str:
        part = any(self.view.heads[k] for k in range(self.body, self.i))  # chair of a parliament's group: no speaker
        post = post_of(self.view, self.hit.entry, self.body, self.i, None if part else self.organisation)
        if self.body == self.i and (own := self.hit.entry.of_place.get(self.place)):
            return own  # "Çiliniň Baştutany"
        plain = {t.norm for t in self.view.tokens[self.body : self.i]} <= self.view.language.posts.modifiers
        return self.hit.entry.in_country(post, self.country) if plain and not self.organisation else post

    def _degree(self) -> bool:
        """Tell a degree of learning, and begin it at its field: "[тарих ғылымдарының докторы]"."""
        view = self.view
        if self.i == 0 or view.tokens[self.i - 1].norm not in self.hit.entry.unless:
            return False
        while self.first > 0 and view.word(self.first - 1) and not view.posts[self.first - 1]:
            self.first -= 1
        return True

    def _plain_body(self) -> int:
        """Where a title without institution or country begins.

        At its leftmost capital; else at its modifiers ("baş direktor") and, before a name, at its whole phrase.
        """
        view = self.view
        if self.borne and (board := board_from(view, self.i)) is not None:
            return board
        if self.purpose and self.body == 0 and (lead := view.posts[0]) and lead.analysis.case == "gen":
            return 0  # "[Президенттің] экология жөніндегі арнайы өкілі"
        listed = any(
            view.tokens[k].text == "," for k in range(self.body, self.i)
        )  # "[Білім, ғылым және спорт министрі"
        known = view.language.posts.modifiers | view.conjunctions  # "[Төтенше және] Өкілетті Елші"
        styled = self.i > 1 and all(t.norm in known for t in view.tokens[self.body : self.i])
        opens = whose(view) or listed or styled
        capital = next((k for k in range(max(not opens, self.body), self.i) if view.capital(k)), None)
        if capital is not None or (self.purpose and self.body == 0 and view.capital(0)):
            return capital or 0  # "Adam hukuklary boýunça ygtyýarly wekil – Adalatçy N."
        k = self.i - (self.i > self.body and refers(view, self.i))
        while k > self.body and (self._modifies(k - 1) or deputised(view, k - 1, self.i)):
            k -= 1
        if self.borne and self.hit.entry.post != "other" and (self.purpose or self.hit.analysis.possessive == "3"):
            while k > self.body and self.i - k < _PHRASE and not apart(view, k - 1):
                k -= 1
        while view.tokens[k].norm in view.conjunctions | view.language.posts.aside:
            k += 1  # "Ошқа барды және | әкім Асан Киммен кездесті", "жаңа | басшысы"
        return k

    def meet_aside(self) -> int | None:
        """An adjective that is no part of the title is passed over: "АҚШ-тың [жаңа] елшісі"."""
        return self.j - 1 if self.view.tokens[self.j].norm in self.view.language.posts.aside else None

    def meet_title(self) -> int | None:
        """Another title ends this one, unless this one governs it."""
        post = self.view.posts[self.j]
        if post and post.analysis.case == "gen" and self._met_by(self.j):
            return STOP
        if self._modifies(self.j) and not (post and post.analysis.case not in {"nom", "gen"}):
            return None  # "dolandyryjy direktor": managing director
        if post and post.analysis.case == "nom" and self.hit.entry.post in _SECONDS and self.j + 1 == self.i:
            return None  # "министр орынбасары", "rektor kömekçisi"
        if post and post.analysis.case == "nom" and post.analysis.possessive and not self.hit.analysis.possessive:
            return STOP  # "компанияның [өкілдері] | әкіммен кездесті"
        return STOP if post and not post.analysis.number and post.analysis.case != "gen" else None

    def _met_by(self, j: int) -> bool:
        """Tell a title in the genitive whose holder only meets that of this one.

        "[kanslerniň] Prezident Anna Berg bilen duşuşjakdygy"; so before an abbreviation that nothing explains, whose
        this title is: "ministriniň [orunbasarynyň] KHG-ň Başlygy bilen duşuşygy".
        """
        if self.borne and not self.hit.analysis.possessive:
            return True
        k = j + 1
        if k >= self.i or k in self.near.inside or self.view.place[k] is not None:
            return False
        stem, hyphen, _ = self.view.tokens[k].text.partition("-")
        return bool(hyphen) and stem.isupper() and len(stem) > 1

    def meet_other_phrase(self) -> int | None:
        """A person, a generic word, or a word whose endings are those of another phrase."""
        view, j = self.view, self.j
        word = view.tokens[j].norm
        if j in self.near.ends or view.opens_event(j):
            return STOP
        if word in view.language.posts.modifiers:
            return None
        if word in view.language.institutions.people and j + 1 < self.i and view.capital(j + 1):
            return STOP  # "қазақстандық делегация Қорғаныс министрі … басшылығымен"
        owner = view.capital(j) and 0 < j < self.i - 1 and not (view.posts[j] or view.heads[j] or view.place[j])
        owner = owner and view.language.genitive(word)  # "Kremliň metbugat wekili"
        number = word[0].isdigit() and (word.isdigit() or not view.language.institutions.bare_owner)
        if not self.purpose and (owner or number or is_object(view, j)):
            return STOP  # "делегацияны Премьер-министрдің орынбасары"
        if delegation(view, j) or located(view, j) or participle(view, j):
            return STOP
        apart = during(view, j) if self.purpose else view.oblique(j)
        return STOP if word in view.generic or apart else None

    def meet_joint(self) -> int | None:
        """A conjunction or a purpose joins words of the title; other small words and marks end it."""
        view, j = self.view, self.j
        word = view.tokens[j].norm
        if compound(view, j):
            self.first = self.body = j - 1
            return j - 2
        if word in view.purpose:
            if in_order(view, j):
                return STOP
            self.purpose = True
            return j - 1
        if word in view.conjunctions or (word == "," and joins(view, j, self.i, self.near)) or both(view, j, self.i):
            return j - 1
        return STOP if not view.word(j) or word in view.stop else None


_RULES: tuple[Callable[[Scan], int | None], ...] = (
    Owned.meet_institution,
    Owned.meet_sitting,
    Scan.meet_aside,
    Owned.meet_state,
    Owned.meet_referred,
    Owned.meet_place,
    Owned.meet_brackets,
    Scan.meet_title,
    Scan.meet_other_phrase,
    Owned.meet_accreditation,
    Scan.meet_joint,
)
