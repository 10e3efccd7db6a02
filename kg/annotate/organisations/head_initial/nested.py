"""Names inside other names: whose a body is that opens another's name, and other words for a body in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import LONGEST, Draft, kind_of, settle
from kg.annotate.organisations.inflect import genitive_follows
from kg.annotate.view import CLOSING, OPENING

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head


def own(view: View, drafts: list[Draft]) -> None:
    """Make a body that opens the name of another its owner: "[Seimas] Committee on Trade".

    So one that ends in a genitive right before: "[Department of the Treasury]'s Office of Trade".
    """
    whose = {d.last + 1: d for d in drafts if view.language.genitive(view.tokens[d.last].norm)}
    for draft in drafts:
        if draft.owner is None:
            inner = (d for d in drafts if d is not draft and d.first == draft.first and d.last < draft.last)
            owner = max(inner, key=lambda d: d.last, default=whose.get(draft.first))
            if owner is not None:
                settle(draft, owner, draft.country)


def house(view: View, drafts: list[Draft], known: list[Draft]) -> None:
    """Give a department the body at which it is: "Press Department [at the Ministry]", "…, [Ministry of Trade]".

    Behind a comma only where a title leads to the department: "Director, Department of Prices, Ministry of Trade".
    """
    data = view.language.institutions
    wholes = {d.first: d for d in sorted([*known, *drafts], key=lambda d: d.last)}
    for draft in drafts:
        at = draft.last + 1
        heads = [h.entry.lemma for k in range(draft.first, draft.last + 1) if (h := view.heads[k])]
        if draft.owner or not (set(heads[:1]) & data.departments) or at + 1 >= len(view.tokens):
            continue
        beside = view.tokens[at].text == "," and _titled(view, draft.first)
        if view.tokens[at].norm in data.at or beside:
            owner = wholes.get(at + 1 if beside else view.past_article(at + 1))
            if owner is not None and owner.form != "short" and owner.kind not in {"state", "media"}:
                settle(draft, owner, draft.country)


def _titled(view: View, first: int) -> bool:
    """Tell the title of one right before a name, a comma or "of the" between them."""
    data, k = view.language, first - 1
    joints = data.institutions.articles | data.posts.of | {","}
    while k > 0 and view.tokens[k].norm in joints:
        k -= 1
    post = view.posts[k] if k >= 0 else None
    return post is not None and not post.analysis.number  # "representatives of the Committee, Customs Agency"


def glosses(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell another word for a body, in brackets inside its name: "Riksdag ([Parliament]) of Sweden"."""
    if draft.first != draft.last or not draft.first or view.tokens[draft.first - 1].text != "(":
        return False
    return any(d.first < draft.first and draft.last < d.last for d in drafts)


def of_party(view: View, i: int) -> bool:
    """Tell a head that only says what a party is: "the Nationalist [Movement] Party"."""
    ahead = view.heads[i + 1] if i + 1 < len(view.tokens) else None
    return ahead is not None and ahead.entry.kind == "party" and view.capital(i + 1)


def nameless(view: View, first: int, i: int, last: int, head: Head, *, owned: bool) -> bool:
    """Tell a phrase from token `first` to `last`, its head at `i`, that names no body; `owned` tells of another's."""
    alone = first == i and all(view.place[k] for k in range(i + 1, last + 1))
    some = board(view, i, last) or (alone and bare_form(view, i, head))
    data = view.language.institutions
    away = view.language.fusional and head.kind == "embassy" and first == i < last and not owned
    hosted = away and view.tokens[i + 1].norm in data.where - data.beneath  # "[посольство] в Осло"
    return some or hosted or (first == i and described(view, i, last, head))


def described(view: View, i: int, last: int, head: Head) -> bool:
    """Tell a head in small letters, or that opens a sentence, that only says what is done, to token `last`.

    So a Russian company's purpose.

    "The [organization] of Book Fairs", "the [mission] of the club is to help", "[компания] по реализации проекта …".
    """
    data = view.language.institutions
    opens = i == 0 or not view.word(i - 1)
    if i == last:
        return False
    if head.lemma in data.undertakings and (opens or not view.capital(i)):
        done = not view.capital(i + 1) and genitive_follows(view, i + 1, dative=False)
        return done and kind_of(view, i, last, head) == head.kind  # "[Организация] выборов", "[издание] книги"
    said = opens and view.language.analytic and view.tokens[last].text.islower()  # "1. [Organization] of fairs"
    if view.capital(i) and not said:
        return False
    if view.language.analytic and head.lemma in data.deeds:
        return kind_of(view, i, last, head) == head.kind
    if head.kind == "company" and view.tokens[i + 1].norm in view.language.posts.of:
        return True  # "the expert [group] of the IIMDD"
    aim = view.language.fusional and view.tokens[i + 1].norm in view.purpose
    quoted = any(view.tokens[k].text in OPENING for k in range(i, last + 1))
    return aim and head.kind == "company" and not quoted


def board(view: View, i: int, last: int) -> bool:
    """Tell the board of some company in Russian: "[совет] директоров", but "[совет] директоров «Волны»"."""
    officers = view.posts[i + 1] if view.language.fusional and i + 1 < len(view.tokens) else None
    if officers is None or view.tokens[last].text in CLOSING:
        return False
    return officers.entry.post == "director" and bool(officers.analysis.number)


def bare_form(view: View, i: int, head: Head) -> bool:
    """Tell a legal form in letters that no name follows: "[НПО] Чили и Перу"."""
    return head.kind in {"company", "ngo"} and view.tokens[i].text.isupper()


def organ(view: View, first: int, head: Head, owner: Draft | None) -> bool:
    """Tell a Russian body, named from token `first` on, that an international one has: "исполнительный комитет СНГ"."""
    telling = view.heads[first] is None or not head.kinds
    world = view.language.fusional and owner is not None and owner.kind == "international"
    return world and telling and head.lemma in view.language.institutions.organs


def taught(view: View, i: int) -> bool:
    """Tell a head that is what a school teaches: "Academy of Public [Administration]", "School of [Government]"."""
    k = i - 1
    while k > 0 and view.capital(k) and view.word(k) and not view.place[k] and not view.heads[k]:
        k -= 1
    school = view.heads[k - 1] if k > 0 and view.tokens[k].norm in view.language.institutions.whose else None
    return school is not None and school.entry.kind == "education"


def of_heads(view: View, i: int) -> bool:
    """Tell a head in the name of a rank: "the Council of Heads of [Government]", "the Heads of State [Council]".

    So what a chief is of who has no article: "Deputy Chief of [Mission]".
    """
    data, hit, k = view.language, view.heads[i], i - 1
    joints = data.posts.of | view.conjunctions | data.institutions.places
    while k > 0 and view.posts[k] is None and view.tokens[k].norm in joints:
        k -= 1
    between = {t.norm for t in view.tokens[k + 1 : i]}
    over = view.posts[k] if k >= 0 and between & data.posts.of else None
    state = hit is not None and (hit.entry.alone or not between.isdisjoint(data.institutions.places))
    state = state or (hit is not None and hit.entry.lemma in data.institutions.charges)
    return state and over is not None and over.entry.post == "head"


def gerund(view: View, i: int) -> bool:
    """Tell what somebody does by an English verb in small letters: "the [holding] of the Water Forum"."""
    return not view.capital(i) and view.tokens[i].norm.endswith(view.language.morphology.gerund)


def serves(view: View, i: int) -> bool:
    """Tell a head in small letters of what a body has: "the Ministry of Trade press [service]"."""
    pair = f"{view.tokens[i - 1].norm} {view.tokens[i].norm}" if i else ""
    return pair in view.language.institutions.services and not view.capital(i)


def purpose_of(view: View, i: int) -> bool:
    """Tell what somebody is there for, in small letters, in no place: "the University's [mission] is to teach"."""
    hit, after = view.heads[i], i + 1
    if hit is None or view.capital(i) or hit.entry.lemma not in view.language.institutions.deeds or not i:
        return False
    place = view.past_article(after + 1)
    seat = after < len(view.tokens) and view.tokens[after].norm in view.language.institutions.local
    there = seat and place < len(view.tokens) and view.place[place] is not None
    return view.language.genitive(view.tokens[i - 1].norm) and view.place[i - 1] is None and not there


def power(view: View, i: int) -> bool:
    """Tell a head in small letters for whose power somebody is under: "under the [authority] of the President"."""
    data, k = view.language.institutions, i - 1
    k -= k > 0 and view.tokens[k].norm in data.articles
    return view.tokens[i].text in data.auspices and k >= 0 and view.tokens[k].norm in data.beneath


def portfolio(view: View, i: int) -> bool:
    """Tell a head that ends what a minister is over: "Minister of Public [Administration]", "… and [Government]"."""
    data, hit, k = view.language, view.heads[i], i
    if hit is None or hit.entry.kind != "government":
        return False
    joints = data.posts.of | view.conjunctions | {","}
    while k > 0 and ((view.capital(k) and view.posts[k] is None) or view.tokens[k].norm in joints):
        k -= 1
    over = k + 1 < i and view.tokens[k + 1].norm in data.posts.of and view.tokens[i - 1].norm not in joints
    minister = view.posts[k]
    return over and minister is not None and minister.entry.post in {"minister", "deputy-minister"}


def outgrows(view: View, draft: Draft, known: Draft) -> bool:
    """Tell a phrase that names more than the known name inside it."""
    after = view.tokens[known.last + 1].norm if known.last + 1 < len(view.tokens) else ""
    if view.language.analytic and draft.first == known.first and after in view.language.institutions.field:
        return False  # "[Food and Agriculture Organization of the United Nations] for Europe"
    owned = draft.first <= known.first and draft.last > known.last and draft.owner is not None
    head = view.heads[known.first] if view.language.analytic and draft.first == known.first else None
    if owned and head and head.entry.kind == "international":
        return False  # "Bureau for the [Commonwealth of Independent States] of the UNDP"
    beneath = view.language.institutions.beneath if view.language.analytic and draft.first <= known.first else ()
    under = draft.last > known.last + 1 and view.tokens[known.last + 1].norm in beneath
    return owned or under or another(view, draft, known)  # "Institute for Strategic Studies [under the President]"


def another(view: View, draft: Draft, known: Draft) -> bool:
    """Tell an English body by the capitals before a known name: "[Security] Council of the Republic"."""
    words = range(draft.first, known.first)
    if not words or not view.language.analytic or draft.last < known.last or known.form != "name":
        return False
    if draft.owner is not None:
        return False  # "the UN [Food and Agriculture Organization]"
    return all(view.capital(k) and not view.place[k] and view.heads[k] is None for k in words)


def quoted_in(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell what a Russian company's whole name in quotation marks is: "АО «[Фонд развития «Север»]»"."""
    if not view.language.fusional or draft.first < 2 or view.tokens[draft.first - 1].text not in OPENING:  # noqa: PLR2004
        return False
    return any(
        d.kind in {"company", "ngo"} and d.first == draft.first - 2 and d.last in {draft.last, draft.last + 1}
        for d in drafts
    )


def gathering(view: View, i: int) -> bool:
    """Tell a head in small letters that is what people gather for: "the [congress] of writers"."""
    return not view.capital(i) and view.tokens[i].norm in view.language.event_nouns


def of_states(view: View, i: int) -> bool:
    """Tell the states that are bound by a treaty: "the States [Parties] to the Convention"."""
    return bool(i) and f"{view.tokens[i - 1].norm} {view.tokens[i].norm}" in view.language.institutions.members


def described_so(view: View, i: int) -> bool:
    """Tell what something is said to be, in small letters: "Oslo, which was the cultural [centre] of the Empire"."""
    data, k = view.language, i
    while k > max(0, i - LONGEST) and not view.capital(k) and (view.word(k) or view.tokens[k].text == ","):
        if view.tokens[k].norm in data.institutions.articles:
            return view.tokens[k - 1].norm in data.posts.copulas | data.events.copulas | data.posts.apposed
        k -= 1
    return False


# What tells an English head that is no body.
NO_BODY = (
    of_party, of_states, taught, of_heads, portfolio, power, serves, purpose_of, gathering, gerund, described_so,
)  # fmt: skip
