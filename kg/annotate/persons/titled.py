"""Rules for unknown names that a title before or after them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import is_geographic
from kg.annotate.persons.dictionary import is_adjective, is_name, is_noun, is_verb
from kg.annotate.persons.governing import COMPLEMENT, before_note
from kg.annotate.persons.nearness import since_title, until_title
from kg.annotate.persons.parts import LONGEST, MARKS, Found, another, complete, dash, kinship, particles, run, shut
from kg.annotate.persons.russian import readings

if TYPE_CHECKING:
    from kg.annotate.persons.line import Line

# How far a title may stand before the comma and the name of who bears it, in tokens.
_FAR = 14
# How far after a name and a comma a title's head may stand: behind its institution in Turkic, at once elsewhere.
APPOSITION = {True: 16, False: 4}
# Longest word that joins others in a headline, in letters.
_PARTICLE = 3
# Most words of what an officer is over between the two words of his title.
_PORTFOLIO = 5


def title_name(line: Line, i: int) -> Found | None:
    """Up to three words with capitals right after a title: "direktory Kit Howard", "Secretary Blinken"."""
    if _more_title(line, i) or _particle(line, i) or _ranked(line, i) or _headline_verb(line, i):
        return None
    word = line.tokens[i].norm
    end, words = run(line, i)
    if line.head_final and line.follows(end) and line.initial[end] and _rare(line, end + 2):
        words, end = words + 1, end + 3  # "ilçisi Emiliýa [A. Berg]"
    if line.fusional and end > i + 1 and line.book.particle(line.tokens[end - 1].norm):
        words, end = words + 1, particles(line, end - 1)  # "принцу Наваду ибн [Хамаду]"
    longer = line.analytic or (line.head_final and line.follows(i + 1) and line.given[i + 1] and not line.given[i])
    closed = shut(line, end) or (line.head_final and line.blocked[end])
    if words > (LONGEST - 1 if line.sentence.heading else LONGEST + (longer and closed)):
        return None  # but "премьер-министрі Сайед Юсуф Реза Гилани"
    if words == LONGEST == end - i and line.head_final and (complete(line, i) or another(line, i + 2)):
        end -= 1
    plain = words == 1 and _plain_surname(line, i + 1)
    if words > 1 or plain:
        end += plain
        return Found(i, end + kinship(line, end), end - 1)
    if line.fusional and line.blocked[i - 1] and line.language.institution_heads.find(line.tokens[i - 1].norm):
        return None  # "вице-президенты Университета [Тайху]"
    if line.fusional and line.known_word(i):
        known = line.dictionary_name(i, "Surn") or line.dictionary_name(i, "Name")
    else:
        known = not line.head_final or any(
            test(line.bare(i)) for test in (line.book.surname, line.book.given, line.book.patronymic)
        )
        known = known and not (line.head_final and line.book.ordinary(line.tokens[i].norm))
        known = known and word not in line.book.honorifics  # "His Highness Sheikh | Dr Ahmed Nasser"
    if known:
        return Found(i, end, i, "surname")
    return None


def _rare(line: Line, k: int) -> bool:
    """Tell a word that may be a surname and is nothing else."""
    return k < line.size and line.rare[k]


def _plain_surname(line: Line, k: int) -> bool:
    """Tell a word with a capital that is a common noun, too, and closes a list's name: "директоры Кубыч [Ерен],"."""
    if not line.head_final or not line.follows(k) or not line.titled[k] or line.post[k] or line.blocked[k]:
        return False
    closed = k + 1 < line.size and line.tokens[k + 1].text in MARKS
    return closed and line.tokens[k].norm in line.book.common and not line.book.ordinary(line.tokens[k - 1].norm)


def before_respect(line: Line, i: int) -> Found | None:
    """Up to three words with capitals right before a word of respect: "Кит Ховард [мырза]", "Ховард [ханыммен]"."""
    if not line.language.posts.respect:
        return None
    end, words = run(line, i)
    if not line.follows(end) or words > LONGEST:
        return None
    respected = line.language.forms(line.language.posts.respect)[line.tokens[end].norm]
    return Found(i, end, end - 1, "name" if words > 1 else "surname") if respected else None


def _more_title(line: Line, i: int) -> bool:
    """Tell a word right after a title that is more of the title."""
    word = line.tokens[i].norm
    after = line.tokens[i + 1].text if line.follows(i + 1) else ""
    if line.fusional and is_adjective(word) and ("-" in word or (after.islower() and not is_verb(after))):
        return True  # "президент Австрийско-Грузинского общества", "губернатор Ошской области"
    if not line.head_final and line.language.genitive(word) and line.book.ordinary(line.language.owner(word)):
        return True  # "Her Majesty's Ambassador"
    if not line.analytic or line.given[i] or not line.follows(i + 1):
        return False
    if _to_head(line, i):
        return True
    if line.post[i + 1] and not line.given[i + 1]:
        return True  # "Deputy | Foregin Minister Karl Berg", misspelt
    return line.post[i] and line.rare[i + 1]  # "Deputy | Head Karl Berg"


def _to_head(line: Line, i: int) -> bool:
    """Tell common words with capitals that lead to the head of a title: "Chief | Diversity and Inclusion Officer"."""
    k = i
    while k < min(line.size, i + _PORTFOLIO) and (k == i or line.joined[k]):
        if line.post[k] and k > i:
            return True
        if not (line.book.ordinary(line.tokens[k].norm) or line.tokens[k].norm in line.language.institutions.and_):
            return False
        k += 1
    return False


def _ranked(line: Line, i: int) -> bool:
    """Tell a single word behind a rank in an English headline: "Korea Hosts Major [Gathering]"."""
    hit = line.language.post_heads.find(line.tokens[i - 1].norm) if i else None
    ranked = line.analytic and line.sentence.heading and hit is not None and hit.entry.rank
    return ranked and run(line, i)[1] == 1


def _headline_verb(line: Line, i: int) -> bool:
    """Tell a word of an English headline that no sentence names: "Prime Minister [Hails] Ties with Norway".

    What ends a line may be a name that stands there alone: "By Cpl Anna Berg".
    """
    heading = line.analytic and line.sentence.heading and not line.given[i]
    return heading and line.tokens[i].norm not in line.told and run(line, i)[0] < len(line.tokens)


def _particle(line: Line, i: int) -> bool:
    """Tell a short word of a headline in which each word has a capital: "OSCE Chief [To] Visit Norway"."""
    if not line.analytic or len(line.tokens[i].norm) > _PARTICLE or not line.follows(i + 1):
        return False
    return line.titled[i + 1] and line.book.ordinary(line.tokens[i + 1].norm)


def title_complement(line: Line, i: int) -> Found | None:
    """Two or three words with capitals after a title and what it governs: "the Head of the OSCE Centre Hamid Munik"."""
    if not line.joined[i]:
        return None
    at = _before_note(line, _before_dash(line, i))  # "генсек Собрания Чили (СЧ) Кемар Дузан"
    before = line.tokens[at - 1]
    noted = at < i - 1 and line.analytic and before.end in line.titles  # "Director General (Asia Division) Le Mpo"
    # not "President Kim wants to see Lesotho's Silicon Valley"
    near = noted or _field(line, at - 1) if line.analytic else since_title(line, at, COMPLEMENT) <= COMPLEMENT
    if not near or not (
        noted
        or line.blocked[at - 1]
        or (line.fusional and (before.text[0].islower() or _acronym(line, at - 1) or is_geographic(before.norm)))
    ):
        return None
    end, words = run(line, i)
    if words == 1 and _surname_of_holder(line, i, at):
        return Found(i, end, i, "surname")
    return Found(i, end + kinship(line, end), end - 1) if words in {2, LONGEST} else None


def _acronym(line: Line, k: int) -> bool:
    """Tell letters that end what a title is over: "представитель по свободе [СМИ] Арлем Дузан"."""
    text = line.tokens[k].text
    return len(text) > 1 and text.isupper() and text.isalpha() and not line.shouting


def _surname_of_holder(line: Line, i: int, at: int) -> bool:
    """Tell a single word that may be a surname, in the title's case: "пресс-секретарь президента Чили [Песков]".

    The words of the title end before token `at` in an institution, a country or a noun.
    """
    word = line.tokens[i].norm
    if not line.fusional or (line.follows(i + 1) and line.titled[i + 1]) or is_adjective(word):
        return False
    if not is_name(word, "Surn") or not (line.blocked[at - 1] or is_noun(line.tokens[at - 1].norm)):
        return False
    wanted = line.wanted(i)
    return any(r.sure and r.case in wanted for r in readings(word))


def _before_dash(line: Line, i: int) -> int:
    """The dash with blanks round it right before token i in an English text: "Chairman of the Chamber [–] Le Mpo"."""
    return i - 1 if line.analytic and i > 1 and dash(line, i - 1) else i


def _before_note(line: Line, i: int) -> int:
    """The bracket of an abbreviation that stands right before token i, else i."""
    return before_note(line, i) if not line.head_final and line.tokens[i - 2].text[:1].isupper() else i


def title_field(line: Line, i: int) -> Found | None:
    """Two or three words with capitals after a title's field: "the Minister of Trade and Industry Edil Mamyt"."""
    if not line.analytic or i < LONGEST or not line.joined[i]:
        return None
    at = _before_dash(line, i)
    if line.blocked[at - 1] or not _titled_field(line, at - 1):
        return None
    end, words = run(line, i)
    return Found(i, end, end - 1) if words in {2, LONGEST} else None


def _field(line: Line, k: int) -> bool:
    """Tell whether the words up to token k, none of them a name, are what a title before them is over."""
    small, where, far = line.language.small_words, line.language.institutions.where, _FAR
    bracket = k + 1  # that opens the note last passed
    for m in range(k, -1, -1):
        word = line.tokens[m]
        if m >= bracket:
            continue
        if word.end in line.titles:
            return m < k
        if (bracket := before_note(line, m + 1)) <= m:
            continue  # "Director of the Bank (NB) for Asia, Le Mpo"
        far -= not line.blocked[m]
        if far < 0:
            return False
        known = line.book.ordinary(word.norm) or line.language.institution_heads.find(word.norm) or line.blocked[m]
        if not (word.text == "," or word.norm in small or word.norm in where or known):
            return False
    return False


def title_comma(line: Line, i: int) -> Found | None:
    """Two or three words between commas behind a title, its institution or country: "the Minister of Peru, Le Mpo,"."""
    if not line.analytic or i < 2 or line.tokens[i - 1].text != ",":  # noqa: PLR2004
        return None
    at = _before_note(line, i - 1)  # "the President of the Assembly (AP), Le Mpo,"
    whole = line.blocked[at - 1] and (since_title(line, at, _FAR) <= _FAR or _field(line, at - 1))
    before = line.tokens[i - 2]  # "its Chairman, Le Mpo", "the head of the OSCE delegation, Le Mpo"
    titled = before.end in line.titles or (before.norm in line.language.posts.bodies and _field(line, i - 2))
    if not (whole or titled or _titled_field(line, i - 2)):
        return None
    end, words = run(line, i)
    return Found(i, end, end - 1) if words in {2, LONGEST} and shut(line, end) else None


def listed_name(line: Line, i: int) -> Found | None:
    """Two or three words with capitals joined to a name: "Anna Kim and Boriana Oberg", "Anna Kim, Le Mpo and …"."""
    if not line.analytic or i < 2 or line.named != i - 1 or line.post[i]:  # noqa: PLR2004
        return None
    joints = line.language.institutions.and_
    end, words = run(line, i)
    if words not in {2, LONGEST} or not shut(line, end):
        return None
    if line.tokens[i - 1].norm in joints:
        return Found(i, end, end - 1)
    goes_on = end < line.size and (line.tokens[end].text == "," or line.tokens[end].norm in joints)
    return Found(i, end, end - 1) if line.tokens[i - 1].text == "," and goes_on else None


def _titled_field(line: Line, k: int) -> bool:
    """Tell the capital that ends what an English title is over: "Representative for Central [Asia], Le Mpo,"."""
    return line.titled[k] and not line.given[k] and _field(line, k)


def name_apposition(line: Line, i: int) -> Found | None:
    """Two or three words with capitals before a comma or dash and a title: "Hamid Munik, adviser of the Office".

    An English title may stand in brackets: "Hamid Munik (adviser)".
    """
    if line.joined[i] and line.rare[i - 1]:
        return None
    end, words = run(line, i)
    surname = end - 1
    end += kinship(line, end)
    if words not in {2, LONGEST} or end >= line.size:
        return None
    bracket = line.tokens[end].text == "(" and line.analytic
    if not (line.tokens[end].text == "," or dash(line, end) or bracket):
        return None
    joints = line.language.institutions.and_
    if not line.head_final and end + 1 < line.size and line.tokens[end + 1].norm in joints:
        return None  # "Director of the Agency for Norwegians Abroad, and Chief Secretary"
    near = APPOSITION[line.head_final]
    return Found(i, end, surname) if until_title(line, end + 1, near) <= near else None
