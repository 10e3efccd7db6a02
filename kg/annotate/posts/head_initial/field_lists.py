"""Lists of what an English title is over: "Director for Chile, Peru and Cuba", "Minister of Trade, Transport and …"."""

from __future__ import annotations

from kg.annotate.posts.head_initial.apart import CLOSING
from kg.annotate.posts.head_initial.beside import honorific, name_at
from kg.annotate.posts.head_initial.title_aside import Asides

# How far the conjunction of a list in a portfolio may stand behind the list's first comma, in tokens.
_LISTED = 14
# Longest field of a list, in tokens.
_FIELD = 6


class FieldLists(Asides):
    """The tests for lists of fields; each is asked at the comma or the conjunction that goes on with one."""

    def _listed(self, k: int) -> int | None:
        """The last token of the rest of a list of fields behind "for": "Director for Chile[, Peru and the East] N".

        Behind it the name stands, a mark that closes the title, or where the post is held.
        """
        view = self.view
        led = any(view.tokens[m].norm in view.language.posts.fields for m in range(self.i, k))
        if self.fusional or not (led and view.joint(k)) or self.titled != k - 1 or k - 1 <= self.i:
            return None
        at, closed = k, False
        while view.joint(at) and not closed:
            at += view.tokens[at].text == "," and view.joint(at + 1)
            closed = closed or view.tokens[at].norm in view.conjunctions
            if (end := self._listed_field(at + 1, small=not view.capital(k - 1))) is None:
                return None
            at = end + 1
        return at - 1 if self._listed_for(at, closed=closed) else None

    def _listed_field(self, k: int, *, small: bool) -> int | None:
        """The last token of the field of a list that begins at `k`, in `small` letters or not, or None."""
        view, m = self.view, k
        while m < min(k + _FIELD, len(view.tokens)):
            word = view.tokens[m].norm
            if view.place[m]:
                m = view.place_end(m)
            elif not (m == k and word in self._articles):
                barred = view.joint(m) or view.posts[m] or honorific(view, m) or view.initial(m) or not view.word(m)
                plain = small and word not in view.stop and not word.endswith(view.language.morphology.past)
                plain = plain and word not in self._of | view.language.institutions.where
                if barred or not (view.capital(m) or plain) or (m in self.near.inside and not self._part_of_field(m)):
                    break
            m += 1
        return m - 1 if m > k and view.tokens[m - 1].norm not in self._articles else None

    def _part_of_field(self, k: int) -> bool:
        """Tell an institution's token that is part of a field: "Minister for Foreign and [Commonwealth] Affairs"."""
        return k in self.near.at_start and self._field(k)

    def _listed_for(self, k: int, *, closed: bool) -> bool:
        """Tell what stands behind a list of fields at `k`, which a conjunction has `closed` or not."""
        view, tokens = self.view, self.view.tokens
        if k >= len(tokens) or not closed:
            country = view.place[k - 1] is not None  # but "Minister for Trade, | Sardar Karl Berg"
            return closed or (country and k < len(tokens) and name_at(view, k, self.near) is not None)
        after = view.past_article(k + 1)
        data = view.language.institutions
        seat = tokens[k].norm in data.at | data.where | data.whose | data.sender
        seat = seat and (after in self.near.at_start or (after < len(tokens) and view.place[after] is not None))
        return seat or tokens[k].text in CLOSING or name_at(view, k, self.near) is not None

    def _fields(self, k: int) -> bool:
        """Tell the comma of a list of fields: "Minister of Transport[,] Communications and Energy"."""
        view, tokens = self.view, self.view.tokens
        if self.titled != k - 1 or k - 1 <= self.i:
            return False
        for m in range(k + 1, min(k + _LISTED, len(tokens))):
            if tokens[m].norm in view.conjunctions:
                after = m + 1 < len(tokens) and view.capital(m + 1) and not view.posts[m + 1]
                return m > k + 1 and after and m + 1 not in self.near.persons
            if tokens[m].text == ",":
                continue
            if not view.capital(m) or view.posts[m] or view.place[m] or m in self.near.persons:
                return False
        return False
