"""A list of names as people paste it: numbered or not, with ranks, years, comments, headings, in any script.

    "1. Ахметов Ерлан, 1990 г.р., нужен инсулин"   a name, a year, a comment
    "майор Иванов"                                 an official: nobody who is held
    "Список задержанных:", "и др.", "Всего 23"     no name

A line is cut only where each of its pieces is a whole name.

A list may also say that people on it were let go, or are not there:

"Оспанов Даурен – отпустили в 13:00"    let go: of somebody who is out nobody writes that they are held there
"Петрова Анна – нет", "Не нашли: …"     asked for, and not there
"Нет в списках:", "Released:"           above names: said of all below, up to the next heading
"""

import re
from collections.abc import Iterator, Sequence
from datetime import time
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from core.folding import clean_text
from core.understanding.name_book import NameBook
from core.understanding.name_facts import NameFound, Part, Who
from core.understanding.names import find_names
from core.understanding.plain import plain

_WORDS = re.compile(r"[^\W\d_]+")
_OWN = {"freed", "no", "there", "heading"}  # the lists of words of which such headings are made


class Remark(StrEnum):
    """Said of a name."""

    OUT = "freed"
    ABSENT = "absent"


def remark(words: str, names: NameBook) -> Remark | None:
    """What the words behind a name say. «Нет адвоката» says nothing of where somebody is."""
    found = _lists(words, names)
    no = any("no" in lists for lists in found)
    if any("freed" in lists for lists in found):
        return None if no else Remark.OUT
    return Remark.ABSENT if no and all(lists & {"no", "there"} for lists in found) else None


def heading(row: str, names: NameBook) -> tuple[Remark | None, str]:
    """What a heading says of the names below it, or of those behind its colon, which are given back."""
    lead, _, rest = row.partition(":")
    if not all(lists & _OWN for lists in _lists(lead, names)):
        return None, ""
    said = remark(lead, names)
    return (said, rest.strip()) if ":" in row or said is Remark.OUT else (None, "")


def without_heading(row: str, names: NameBook) -> str:
    """A heading without the words that only call it a list: what may be a place is left."""
    words = row.strip(_EDGES).split()
    while words and _is_of_heading(words[0], names):
        words = words[1:]
    while words and _is_of_heading(words[-1], names):
        words = words[:-1]
    return " ".join(words).strip(_EDGES)


def _is_of_heading(word: str, names: NameBook) -> bool:
    """Whether it says list, detained, surname …, or is too short to be a place."""
    letters = plain(word.strip(_EDGES))
    return len(letters) <= _LITTLE or "heading" in names.words.of(letters)


def _lists(words: str, names: NameBook) -> list[frozenset[str]]:
    return [names.words.of(plain(word)) for word in _WORDS.findall(words)]


MOST = 600  # lines that are read of one message
LONGEST = 300  # characters in which a line's own name is looked for
_NUMBER = re.compile(
    r"^\s*(?:(?:№|#|N)\s*)?\(?\d{1,3}\s*(?:[.)\]:/]|[-–—](?=\s)|(?=\s+[^\W\d_]{2}))\s*|^\s*[-–—•*·▪]+\s*"
)
_NUMBERED = re.compile(r"(?:^|(?<=[\s,;]))(?=\d{1,3}[.)]\s*[^\W\d])")
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|200\d|201[0-5])(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{2})\s*(?:г\.?\s*р|ж\.?\s*т)", re.IGNORECASE)
_BORN = re.compile(
    r"(?:(?<!\d)\d{1,2}[./]\d{1,2}[./])?(?<!\d)(?:19[2-9]\d|200\d|201[0-5])(?!\d)"
    r"(?:\s*(?:г\.?\s*р?\.?|ж\.?\s*т\.?|года|жыл\w*))?"
    r"|(?<![\d.])\d{2}\s*(?:г\.?\s*р\.?|ж\.?\s*т\.?)|\bд\.?\s?р\.?|\bborn\b|\bb\.",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*[,;]\s*")
_LEAD = re.compile(r"\s*(?:[,;:(\[/]|\s[-–—]\s|\d)")
_SPACES = re.compile(r"\s+")
_GIVEN = re.compile(r"\s*,\s*([^\W\d_]+)\s*(?=$|[,;(]|\d|\s[-–—])")
_EDGES = " \t,;:.()[]-–—/"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*\.?")
_OFFICIALS = (Who.OFFICER, Who.LAWYER)
_MOST_WORDS = 4  # of a name that no list knows
_LITTLE = 2  # letters: «в», "at", "of"
_ABBREVIATION = 5  # letters, up to which a word in capitals alone is an office: РУВД
_TIME = re.compile(
    r"[\s,]*(?:\bв|\bat|\bсағат)?\s*(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)\s*(?:-?[дт][ае])?\s*$"
)


class Named(Struct, frozen=True):
    """One line. ``name``: empty where it has none; ``official``: the name is that of somebody who holds others."""

    typed: str
    name: str = ""
    born: int | None = None
    comment: str = ""
    official: bool = False
    says: Remark | None = None


def read(text: str, names: NameBook) -> tuple[Named, ...]:
    """The lines of a list, in their order; empty ones are left out."""
    rows = [row for line in clean_text(text).split("\n") for row in _rows(line)]
    found: list[Named] = []
    above = None
    for row in rows[:MOST]:
        said, row_names = heading(_NUMBER.sub("", row), names)
        if said is not None and not row_names:
            above = said
            found.append(Named(row))
            continue
        lines = list(_line(row_names if said is not None else row, names))
        lead, _, rest = row.partition(":")
        behind = list(_line(rest.strip(), names)) if rest.strip() else []
        if _count_names(behind) > _count_names(lines):  # «ещё двое: Ахметов Ерлан, Иванова Вера»
            lines = [Named(f"{lead}:"), *behind]
        if not has_names(lines) and row.endswith(":"):
            above = None
        found += [replace(line, says=said or remark(line.comment, names) or above) for line in lines]
    return tuple(found)


def has_names(lines: Sequence[Named]) -> bool:
    """Whether any of the lines names somebody."""
    return any(line.name for line in lines)


def _count_names(lines: Sequence[Named]) -> int:
    return sum(bool(line.name) for line in lines)


def begins_with_name(text: str, names: NameBook) -> bool:
    """Whether the first line has a name that is known for one, so that it is no place which nobody knows."""
    first = _NUMBER.sub("", clean_text(text).strip().partition("\n")[0]).strip()
    return any(
        found.who is Who.HELD
        for words in dict.fromkeys((_lead(first), first))
        for found in find_names(words, names, asked=True)
    )


def place_and_time(words: str) -> tuple[str, time | None]:
    """A place, and the time that stands behind it: "Алмалинское РУВД, 14:20"."""
    found = _TIME.search(words)
    if found is None or not words[: found.start()].strip():
        return words.strip(), None
    return words[: found.start()].strip(), time(int(found[1]), int(found[2]))


def _rows(line: str) -> Iterator[str]:
    pieces = _NUMBERED.split(line)
    for piece in pieces if len(pieces) > 2 else [line]:
        if piece.strip(_EDGES + "\t"):
            yield piece.strip()


def _line(typed: str, names: NameBook) -> Iterator[Named]:
    row = _NUMBER.sub("", typed).strip()
    several = _several(row, names)
    if several:
        yield from (replace(named, typed=named.name) for named in several)
    else:
        yield _named_in_row(typed, row[:LONGEST], names)


def _several(row: str, names: NameBook) -> list[Named]:
    """Where each piece between commas is a whole name: all of them. A surname and a given name are one person's."""
    pieces = [piece for piece in _CUT.split(row) if piece.strip(_EDGES)]
    if len(pieces) < 2:
        return []
    found = []
    for piece in pieces:
        known = find_names(piece, names, asked=True)
        if (
            len(known) != 1
            or known[0].who is not Who.HELD
            or known[0].words.strip(_EDGES) != piece.strip(_EDGES)
        ):
            return []
        found.append(known[0])
    if len(found) == 2 and _is_all(found[0], Part.SURNAME) and not _is_all(found[1], Part.SURNAME):
        return []
    return [Named(name.words, name.words) for name in found]


def _is_all(found: NameFound, part: Part) -> bool:
    return all(kin.part is part for kin in found.parts)


def _named_in_row(typed: str, row: str, names: NameBook) -> Named:
    lead = _lead(row)
    found = find_names(row, names, asked=True)
    alone = find_names(lead, names, asked=True) if lead else ()
    first = alone[0] if alone else next(iter(found), None)
    if first is None or (not alone and first.start > len(lead)):
        name = _unknown_name(lead, names)
        if not name:
            return Named(typed)
        return Named(typed, name, _year(row), _comment(row, name))
    alone_here = len(found) == 1 and found[0].who in _OFFICIALS
    if first.who in _OFFICIALS or alone_here:
        return Named(typed, first.words, official=True, comment=_comment(row, first.words))
    given = _given_behind(row, first)
    name = f"{first.words} {given}" if given else first.words
    return Named(typed, name, _year(row), _comment(row, first.words, given))


def _given_behind(row: str, first: NameFound) -> str:
    """«Ахметов, Ерлан» is one name."""
    if not _is_all(first, Part.SURNAME):
        return ""
    behind = _GIVEN.match(row, row.find(first.words) + len(first.words))
    return behind[1] if behind is not None and behind[1][0].isupper() else ""


def _lead(row: str) -> str:
    """What stands before the first comma, bracket, dash or digit: there the name is."""
    cut = _LEAD.search(row)
    return (row[: cut.start()] if cut is not None else row).strip()


def _unknown_name(lead: str, names: NameBook) -> str:
    """A name that no list knows: up to four words with capitals, or of a script that has none, at the end of the lead."""
    words = _WORD.findall(lead)
    if not words or len(words) > _MOST_WORDS or lead.endswith(":") or _WORD.sub("", lead).strip(" .-'’"):
        return ""
    if any({"heading", "places", "not"} & names.words.of(plain(word.rstrip("."))) for word in words):
        return ""
    loud = all(word.isupper() for word in words) and sum(map(len, words)) > _ABBREVIATION
    held: list[str] = []
    for word in reversed(words):
        if not _may_name(word, loud=loud):
            break
        held.insert(0, word)
    return " ".join(held)


def _may_name(word: str, *, loud: bool) -> bool:
    letters = word.rstrip(".")
    if letters.lower() == letters.upper():
        return True
    if not letters[0].isupper():
        return False
    return loud or len(letters) == 1 or not (letters.isupper() and len(letters) <= _ABBREVIATION)


def _year(row: str) -> int | None:
    found = _YEAR.search(row)
    if found is not None:
        return int(found[1])
    short = _SHORT_YEAR.search(row)
    return 1900 + int(short[1]) if short is not None and int(short[1]) > 20 else None


def _comment(row: str, *names: str) -> str:
    """What else was written, without the names and the year."""
    for name in filter(None, names):
        row = row.replace(name, " ", 1)
    rest = _SPACES.sub(" ", _BORN.sub(" ", row)).strip(_EDGES)
    return rest if sum(map(str.isalpha, rest)) > 2 else ""


def bare(typed: str) -> str:
    """The line without its number and what stands behind a comma: a person says that it is a name."""
    row = _NUMBER.sub("", clean_text(typed)).strip()
    return _lead(row) or row
