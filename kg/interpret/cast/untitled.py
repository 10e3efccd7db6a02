"""Whose a title is that no name follows, where one person is named without any: "Президент елшіні қабылдады. …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words
from kg.model import Evidence, Role

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import Office, PostMention

# Posts of one state whose holders the news call by the title, then by the name.
_CALLED = frozenset({"president", "prime-minister", "speaker", "minister", "governor"})
# Posts of which a body has one.
_OF_BODIES = frozenset({"secretary-general", "rector"})
# Sentences of a headline and a lead.
_LEAD = 3
# Characters of "The " before a title that opens a sentence.
_ARTICLE = 4
# Tokens of a sentence that is more than a name under an article.
_TOLD = 6


def name_office(settling: Settling, of_mention: list[str | None]) -> None:
    """Give the one office that acts to the one person who acts without a title, where heads stand last.

    "Президент хатшы Анна Бергті қабылдады. Асқар Досов оның еңбегін атап өтті": one of those who met is named by the
    title, then by the name. One of them is in the lead. Two such offices or two such persons tell nothing.
    """
    offices = [office for office in settling.offices if _is_called(settling, office)]
    acting = [(n, p) for n, p in enumerate(settling.annotations.posts) if offices and of_mention[n] == offices[0].id]
    elected = {t.start for t in settling.annotations.triggers if t.form != "verb"}
    if any(p.end + 1 in elected for _, p in acting):
        return  # "Президент сайлауы", "Президент болып сайланды"
    if all(p.case == "ins" for _, p in acting):
        return  # "Ерлан Досов елшіні қабылдады. Елші Президентпен де кездесті"
    persons = _untitled(settling)
    if len(offices) != 1 or len(persons) != 1:
        return
    office, (person, sentence) = offices[0], persons[0]
    if any(p.case == "ins" and p.sentence == sentence for _, p in acting):
        return  # "Ерлан Досов министрмен кездесті. Министр рахмет айтты"
    leads = [p for _, p in acting if p.sentence < _LEAD and p.case == "nom"]
    if not leads and sentence >= _LEAD:
        return
    if any(r.country == office.country for r in settling.roles.of_post(office.post)):
        return
    settling.offices.remove(office)
    settling.roles.add(_role(office, person, (leads or [p for _, p in acting])[0]))
    settling.extra.setdefault(person, []).extend(office.mentions)
    for n, _ in acting:
        of_mention[n] = person


def _is_called(settling: Settling, office: Office) -> bool:
    """Tell an office of the text's own state."""
    return office.post in _CALLED and office.country == settling.home is not None


def _role(office: Office, person: str, post: PostMention) -> Role:
    evidence = Evidence(post.text, post.start, post.end)
    return Role(person, office.title, office.post, evidence, office.organisation, office.country, post.rule)


def _untitled(settling: Settling) -> list[tuple[str, int]]:
    """Ids of the persons without a post who are the subject of a sentence, each with the first, in text order."""
    titled = {role.person for role in settling.roles}
    sentences, found = settling.annotations.sentences, dict[str, int]()
    for mention, person in zip(settling.annotations.persons, settling.persons.of_mention, strict=True):
        final = settling.languages[mention.lang].head_final
        told = final and mention.case == "nom" and len(sentences[mention.sentence].tokens) >= _TOLD
        if person and told and person not in titled:
            found.setdefault(person, mention.sentence)
    return list(found.items())


def named_below(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell whom a headline calls by where the post is held: "Envoy of the Union visits Oslo", then "Envoy Anna Kim".

    So any sentence before of whom a body has one: "met the OSCE Secretary General. … Secretary General Anna Kim".
    """
    sentence = settling.annotations.sentences[post.sentence]
    before = sentence.heading or (post.post in _OF_BODIES and sentence.end < role.evidence.start)
    only = before and role.organisation is None
    return only and {r.person for r in settling.roles.of_post(post.post)} == {role.person}


def told_again(settling: Settling, post: PostMention) -> str | None:
    """The only one named before of a kind of ministers, where that title opens a sentence, and heads do not stand last.

    "The President of Peru received Foreign Minister of Chile N. [The Foreign Minister] said": no one of Peru.
    """
    told, sentence = words(post.title), settling.annotations.sentences[post.sentence]
    own = post.country or post.organisation is not None or post.post not in {"minister", "deputy-minister"}
    opens = post.start - sentence.start <= _ARTICLE and not settling.languages[post.lang].head_final
    if own or not opens or len(told) == 1:
        return None
    held = settling.roles.of_post(post.post)
    again = [r.person for r in held if r.evidence.start < sentence.start and words(r.title or "") == told]
    return again[0] if again and {r.person for r in held} == {again[0]} else None
