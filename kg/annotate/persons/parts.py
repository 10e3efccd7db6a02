"""Parts of names: what the rules ask of neighbouring words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.persons.book import ROMAN
from kg.annotate.persons.dictionary import is_common, is_verb
from kg.annotate.persons.russian import readings
from kg.annotate.view import DASHES
from kg.model import Record

if TYPE_CHECKING:
    from kg.annotate.persons.line import Line
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead


class Found(Record, frozen=True):
    """A name over the tokens `start` to `end` (exclusive); `surname` is the index of its surname, or None."""

    start: int
    end: int
    surname: int | None
    form: str = "name"


_ARTICLES = ("al-", "el-")
# Marks that end a name.
MARKS = frozenset(",;.()")
# What Russian names in the instrumental singular end in.
_INSTRUMENTAL = ("ом", "ем", "ым", "им", "ой", "ей")
# Words of a name without what stands within it.
LONGEST = 3
# Words of a ministry's field, and the post behind them: "Мәдениет және ақпарат министрі".
_FIELD = 6
# Letters of the longest word of a name in syllables: "Chang".
SYLLABLE = 4


def beside(line: Line, j: int) -> bool:
    """Tell whether token j stands right after the full stop of an initial, with or without a blank."""
    return line.joined[j] or line.tokens[j - 1].end == line.tokens[j].start


def more_names(line: Line, j: int) -> int:
    """Where a name of several parts ends that seemed to end before token j: "Nguyen Thi [Minh Hanh], Ambassador of …".

    A mark or a word in small letters shows its end. Gives j where no part follows.
    """
    end = j
    if opens_title(line, j):
        return j
    while end - j <= LONGEST and line.follows(end) and line.rare[end]:
        end += 1
    after = line.tokens[end].text if end < line.size else ""
    told = (after[:1].islower() or after in {".", ";"}) and not line.sentence.heading  # "Kairat Lama [Sharif] met …"
    closed = after in {",", "(", ")"} or told or (bool(after) and dash(line, end))
    closed = closed or (line.head_final and end < line.size and line.blocked[end])  # "Anna Kim Çou | Çiliniň ilçisi"
    return end if closed and end - j <= LONGEST and not (line.head_final and met(line, j, end)) else j


def met(line: Line, j: int, end: int) -> bool:
    """Tell whom somebody met, named right behind him: "Мұрат Нұртілеу [Марко Рубиомен] сөйлесті".

    Tokens `j` to `end` (exclusive) are two words or more, the last of them in the case of an object.
    """
    reading = line.reading(end - 1) if end - j > 1 else None
    return reading is not None and reading.case in {"ins", "acc", "dat"}


def second_surname(line: Line, j: int) -> int:
    """How many words from token j on are a second surname: rare words that close a phrase ("Мануэль Мехуто Диас (…)").

    In Turkic languages, where a comma parts an apposition from a name, any rare word right after it is one. In Russian
    no two names stand side by side, and a name of two may have two more ("Луис Франсиско Ривера Монтес").
    """
    if not _extends(line, j) or line.book.surname(line.bare(j - 1)) or subject(line, j):
        return 0
    if opens_title(line, j):
        return 0
    if line.head_final and line.follows(j + 1) and line.rare[j + 1] and met(line, j, j + 2):
        return 0
    if line.head_final and not line.sentence.heading and line.bare(j - 1) == line.tokens[j - 1].norm:
        return 1
    if line.fusional:
        end = j + 1 + _extends(line, j + 1)
        marked = end < line.size and line.tokens[end].text in {";", ".", ","}  # a line of a list is no headline
        if marked or not line.sentence.heading:
            return 0 if line.follows(end) and line.titled[end] else end - j
    return int(j + 1 < line.size and line.tokens[j + 1].text in {",", "(", ")"})


def opens_title(line: Line, j: int) -> bool:
    """Tell the field of another's post, behind a Turkic name: "елші Ларс Берг [Сыртқы] істер министрімен кездесті"."""
    if not line.head_final:
        return False
    for token in line.tokens[j + 1 : j + 1 + _FIELD]:
        if not token.text[0].islower():
            return False
        hit = line.language.post_heads.find(token.norm)
        if hit is not None:
            return over_field(hit)
    return False


def over_field(hit: Hit[PostHead]) -> bool:
    """Tell the head of a Turkic title behind the field of a ministry: "әділет [министрі]"."""
    return hit.entry.post in {"minister", "deputy-minister"} and hit.analysis.possessive == "3"


def subject(line: Line, j: int) -> bool:
    """Tell the subject behind a Russian name in the instrumental: "с послом Петром Беком [Мухриддин] отметил"."""
    if not line.fusional or j < 2 or j + 1 >= line.size or not is_verb(line.tokens[j + 1].norm):  # noqa: PLR2004 - two parts
        return False
    name, word = [line.tokens[k].norm for k in (j - 2, j - 1)], line.tokens[j].norm
    return all(part.endswith(_INSTRUMENTAL) for part in name) and not word.endswith(_INSTRUMENTAL)


def namesake(line: Line, i: int) -> bool:
    """Tell a Russian town with a name of a person before a name in another case: "с мэром [Манаса] Иваном Орловым".

    So an unknown place that is not declined: "с главой области [Эстерлунд] Иваном Орловым".
    """
    if not (line.fusional and line.follows(i + 1) and line.follows(i + 2)):
        return False
    areas = line.language.forms(line.language.institutions.places)
    if not (line.after_title[i] or (i > 0 and areas[line.tokens[i - 1].norm])):
        return False
    wanted, words = line.wanted(i), [line.tokens[k].norm for k in range(i, i + 3)]
    cases = [{reading.case for reading in readings(word) if reading.nominative != word} for word in words]
    town = "gen" in cases[0] and not cases[0] & wanted
    given = any(r.case == "ins" and line.book.given(r.nominative) for r in readings(words[1]))
    town = town or (given and not (line.given[i] or "ins" in cases[0]))
    return line.titled[i + 1] and line.titled[i + 2] and town and all(found & wanted for found in cases[1:])


def _extends(line: Line, j: int) -> bool:
    """Tell a word right after the one before it that may be a surname: in Russian a given name, too ("Мартинес")."""
    return line.follows(j) and line.rare[j] and (line.fusional or not line.given[j])


def particles(line: Line, j: int) -> int:
    """The token after the particles and the words that follow each from token j on ("[bin Zaýed Al Nahaýýan]")."""
    while line.follows(j + 1) and line.joined[j] and line.book.particle(line.tokens[j].norm):
        after = j + 1 + (line.follows(j + 2) and line.book.particle(line.tokens[j + 1].norm))  # "ван дер Линден"
        if not line.slot[after] or line.tokens[after].norm in line.language.names.one_letter:
            break  # "Мұрат Нұртілеу | Ван Имен кездесті"
        j = after + 1
    return j


def inner_particle(line: Line, j: int) -> bool:
    """Tell whether token j is a particle within a name: "van" before what may be a surname."""
    token = line.tokens[j]
    return not line.blocked[j] and line.book.particle(token.norm) and line.follows(j + 1) and (
        line.slot[j + 1] or line.book.particle(line.tokens[j + 1].norm)
    )  # fmt: skip


def kinship(line: Line, j: int) -> bool:
    """Tell whether token j makes a patronymic of the word before it; after a genitive it is a common noun."""
    if not line.follows(j) or not (line.book.kinship(line.tokens[j].norm) or kin_of(line, j)):
        return False
    return line.bare(j - 1) == line.tokens[j - 1].norm and not line.book.strong(line.bare(j - 1))  # "Әлиев ұлы ақын"


def kin_of(line: Line, j: int) -> tuple[str, str] | None:
    """The nominative and the case of such a word with an ending, where heads stand last: "уулуды"."""
    found = line.language.analyse(line.tokens[j].norm) if line.head_final else ()
    return next(((a.base, a.case) for a in found if a.case != "nom" and line.book.kinship(a.base)), None)


def fits_together(line: Line, i: int, k: int) -> bool:
    """Tell whether word k may be the surname to the given name i.

    It must look like one after a given name that is a common word as well ("Döwlet Ataýew", but "Döwlet Gullugy"),
    and in a headline in capitals; "Ivan PETROV" needs no more than the given name.
    """
    unsure = line.book.ordinary(line.tokens[i].norm) or line.capitals[i]
    if unsure and line.fusional and is_common(line.tokens[k].norm):
        return False  # "Герой Социалистического Труда"
    return not unsure or line.book.surname(line.bare(k)) or line.book.patronymic(line.bare(k))


def apart(line: Line, i: int, k: int) -> bool:
    """Tell a Russian given name behind the name of somebody else: "мать Кристины [Ольга]", "адвокат Гаева [Иван]".

    They agree in no case and gender; a woman's surname may stay as it is ("Клару [Освальд]").
    """
    if not (line.fusional and line.follows(k) and line.given[k]):
        return False
    first, second = ({(r.case, r.gender) for r in readings(line.tokens[m].norm) if r.sure} for m in (i, k))
    if not (first and second) or not first.isdisjoint(second):
        return False
    whole = any(case == "nom" for case, _ in first)
    woman = any(gender == "femn" for _, gender in first) and all(gender == "masc" for _, gender in second)
    return not (line.given[i] and (whole or woman))


def complete(line: Line, i: int) -> bool:
    """Tell a name whose second word is plainly the surname: "ректоры Ерлан Досов Жібек жолы желісінің …"."""
    last = line.bare(i + 2)
    more = line.book.strong(last) or line.book.patronymic(last)
    return line.book.strong(line.bare(i + 1)) and not line.book.strong(line.bare(i)) and not more


def another(line: Line, k: int) -> bool:
    """Tell the surname of somebody else behind a foreign name of two words: "Си Цзиньпин [Тоқаевты] қабылдады".

    It is inflected, and neither word of the name is known.
    """
    unknown = not any(line.given[j] or line.book.strong(line.bare(j)) for j in (k - 2, k - 1))
    return unknown and line.book.strong(line.bare(k)) and line.bare(k) != line.tokens[k].norm


def run(line: Line, i: int) -> tuple[int, int]:
    """End of the run of possible names from i on, and how many of them; particles within it count for nothing.

    A run that is too long for a name is not followed to its end.
    """
    j, words = i, 0
    toward = line.language.institutions.toward if line.analytic else ()  # "Minister Berg | To Deliver Remarks"
    while j < line.size and (j == i or (line.joined[j] and line.tokens[j].norm not in toward)) and words <= LONGEST:
        if words and not line.fusional and inner_particle(line, j):
            pass  # "Suhail Mohamed Al Mazrui"
        elif line.rare[j]:
            article = words > 1 and line.tokens[j].norm.startswith(_ARTICLES)  # "Jaber Ahmad Al-Sabah"
            initial = words and line.analytic and len(line.tokens[j].text) == 1  # "K [P] Sharma Oli"
            words += not (article or initial)
        elif words and not line.head_final and line.initial[j] and line.follows(j + 2) and line.rare[j + 2]:
            j += 1  # "Yousef [A.] Al-Othaimeen"
        elif words and letter(line, j):
            pass  # "Zayn [M] Karim"
        elif words == 1 and line.capitals[j] and line.slot[j] and (line.analytic or _surname(line, j)):
            words += 1  # "Alizoda HUSEIN", "аким Ерхан УМАРОВ"
        elif words and line.fusional and line.titled[j] and _between(line, j):
            words += 1  # "Юссеф [Си] Хассен"
        elif not (words and inner_particle(line, j)):
            break
        j += 1
        if not line.head_final and line.language.genitive(line.tokens[j - 1].norm):
            break  # "Hallworth's | Travel to Asia"
    return j, words


def letter(line: Line, j: int) -> bool:
    """Tell an initial without its stop between two parts of a name."""
    text = line.tokens[j].text
    one = line.analytic and len(text) == 1 and text.isupper() and text.isalpha()
    return one and not line.blocked[j] and line.follows(j + 1) and line.rare[j + 1]


def _surname(line: Line, j: int) -> bool:
    """Tell a Russian word that is a surname in one of its readings, in any case."""
    return line.fusional and any(line.book.surname(reading.nominative) for reading in readings(line.tokens[j].norm))


def _between(line: Line, j: int) -> bool:
    """Tell a short word within a name whose next word is a rare one."""
    short = len(line.tokens[j].text) <= SYLLABLE and not (line.blocked[j] or line.post[j])
    return short and line.follows(j + 1) and line.rare[j + 1] and not line.book.particle(line.tokens[j].norm)


def dash(line: Line, j: int) -> bool:
    """Tell whether token j is a dash with blanks round it."""
    return line.tokens[j].text in DASHES and line.joined[j]


def shut(line: Line, end: int) -> bool:
    """Tell the end of a name at token `end`: a mark, a word in small letters, nothing more."""
    return end >= line.size or line.tokens[end].text in MARKS or line.tokens[end].text.islower()


def opens_initials(line: Line, i: int) -> bool:
    """Tell initials without their stops, from the first on, before a name: "Minister [K P] Sharma", "[KP] Sharma"."""
    k, text = i + 1, line.tokens[i].text
    if not line.analytic or not (text.isupper() and text.isalpha() and line.joined[i]) or line.initial[i]:
        return False
    if len(text) > 1 and not _pair(line, i):
        return False
    while k < min(line.size, i + LONGEST) and len(line.tokens[k].text) == 1 and line.tokens[k].text.isupper():
        k += 1
    named = k < line.size and line.tokens[k].text.istitle() and len(line.tokens[k].text) >= LONGEST
    return named and all(line.joined[i + 1 : k + 1]) and not line.blocked[k]


def _pair(line: Line, i: int) -> bool:
    """Tell two initials written as one behind a word with a capital or of respect: no number, no known abbreviation."""
    norm, before = line.tokens[i].norm, line.tokens[i - 1]
    honorifics, capitals = line.book.honorifics, line.language.institutions.capitals
    known = norm in honorifics or norm in capitals or line.language.post_heads.find(norm)
    told = before.text[0].isupper() or before.norm in honorifics
    return len(norm) == LONGEST - 1 and told and not (known or line.blocked[i] or ROMAN.match(line.tokens[i].text))
