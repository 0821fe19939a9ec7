"""A message as words, and what each of them may be in a name.

A capital letter counts only where capitals mean something: not in a line that is written in capitals, and less at the
beginning of a sentence.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from core.understanding.name_book import LONGEST, NameBook, name_sound
from core.understanding.plain import plain

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[-'][^\W\d_]+)*)|(?P<number>\d+)|(?P<line>\n)|(?P<gap>[^\S\n]+)|(?P<mark>.)",
    re.DOTALL,
)
_ABBREVIATED = re.compile(r"[a-zа-яёәғқңөұүһі][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2}")
_AS_TYPED = frozenset(("кім",))  # no name, though folded it is one: Ким
_NOTHING: frozenset[str] = frozenset()
_ENDS = frozenset(".!?…\n;")
_TELLING = frozenset(
    (
        "kin",
        "held_as",
        "officer",
        "lawyer",
        "contact",
        "bystander",
        "naming",
        "taken",
        "says",
        "i_am",
        "whose",
        "it_is",
    )
)
_ABBREVIATION = 5  # letters: ГАИ, ТОО
_LOUD = 12  # letters, from which a text in capitals is one


class Kind(Enum):
    """What a word may be in a name."""

    GIVEN = auto()
    ALSO = auto()  # a given name that is an ordinary word too, or a place
    SURNAME = auto()  # sure by itself
    SHAPED = auto()  # looks like a surname
    PATRONYMIC = auto()
    APART = auto()  # ұлы, қызы behind a name
    INITIAL = auto()
    PLACE = auto()  # one that is a given name too
    CAPITAL = auto()  # an unknown word with a capital
    OTHER = auto()


class Word(Struct, frozen=True):
    """One piece of a message: a word, a number or a mark. ``text`` is folded, ``typed`` as it stands."""

    typed: str
    text: str
    start: int
    end: int
    kind: Kind
    capital: bool  # its capital letter means something
    first: bool  # of a sentence
    spaced: bool  # white space stands before it
    means: frozenset[str]  # the lists of names.toml in which it is

    @property
    def is_word(self) -> bool:
        """Letters, not digits or marks."""
        return self.text[0].isalpha()


def words_of(shown: str, names: NameBook) -> tuple[Word, ...]:
    """The pieces of a text, left to right, with what each may be in a name."""
    folded = plain(shown)
    loud = _is_loud(shown)
    found: list[Word] = []
    first, spaced = True, False
    for match in _TOKEN.finditer(folded):
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind == "gap":
            spaced = True
            continue
        typed, text = shown[start:end], match.group()
        if kind == "word":
            capital = typed[0].isupper() and not (loud and typed.isupper())
            initial = len(text) == 1 and typed.isupper() and shown[end : end + 1] in (".", ",", "", ")", "\n")
            means = names.words.of(text)
            what = Kind.INITIAL if initial else _kind_of(typed, text, means, capital, first, names)
            found.append(Word(typed, text, start, end, what, capital, first, spaced, means))
            first = False
        else:
            found.append(Word(typed, text, start, end, Kind.OTHER, False, first, spaced, _NOTHING))
            after_initial = text == "." and len(found) > 1 and found[-2].kind is Kind.INITIAL
            first = (first if kind != "number" else True) or (text in _ENDS and not after_initial)
        spaced = False
    return tuple(found)


def text_at(words: Sequence[Word], i: int) -> str:
    """The folded text of a piece; empty before the first and behind the last."""
    return words[i].text if 0 <= i < len(words) else ""


def means(words: Sequence[Word], i: int, meaning: str) -> bool:
    """Whether there is a piece at ``i`` and it is in the list of that name."""
    return 0 <= i < len(words) and meaning in words[i].means


def _is_loud(shown: str) -> bool:
    upper = sum(map(str.isupper, shown))
    return upper >= _LOUD and 2 * upper > sum(map(str.isalpha, shown))


def _kind_of(
    typed: str, text: str, means: frozenset[str], capital: bool, first: bool, names: NameBook
) -> Kind:
    if len(text) < 2 or len(text) > LONGEST:
        return Kind.OTHER
    if "apart" in means:
        return Kind.APART
    if _ABBREVIATED.search(typed) and not typed.isupper():  # КазНУ
        return Kind.OTHER
    if "-" in text:
        return _of_parts(typed, text, means, capital, names)
    if "not" in means or typed.lower() in _AS_TYPED:
        return Kind.OTHER
    kind = _of_one(text, means, capital, first, names)
    short = len(text) <= _ABBREVIATION and typed.isupper()
    return Kind.OTHER if short and kind in (Kind.CAPITAL, Kind.SHAPED) else kind


def _of_one(text: str, means: frozenset[str], capital: bool, first: bool, names: NameBook) -> Kind:
    key = name_sound(text)
    weight = names.surname_weight(key)
    if "places" in means and not (capital and weight == 2 and names.has_surname_end(key)):
        return Kind.PLACE if names.is_both(key) and capital else Kind.OTHER
    given = names.is_given(key)
    exact = (key in names.listed or (first and names.is_listed(key))) and "also" not in means
    known = capital and (exact or weight == 2 or (given and not first))
    if not known and not _TELLING.isdisjoint(means):
        return Kind.OTHER
    if given:
        return Kind.GIVEN if exact or ("also" not in means and not first) else Kind.ALSO
    if names.is_patronymic(key):
        return Kind.PATRONYMIC
    if weight == 2:
        return Kind.SURNAME
    if not capital:
        return Kind.OTHER
    return Kind.SHAPED if weight else Kind.CAPITAL


def _of_parts(typed: str, text: str, means: frozenset[str], capital: bool, names: NameBook) -> Kind:
    """Иванова-Петрова and Анна-Мария are what their parts are; РУП-та, Нур-Султан, какой-то are not names."""
    if "places" in means or "not" in means:
        return Kind.PLACE if names.is_both(name_sound(text)) and capital else Kind.OTHER
    parts = text.split("-")
    if "apart" in names.words.of(parts[-1]) or names.is_patronymic(name_sound("".join(parts))):
        return Kind.PATRONYMIC
    if not all(p and p[0].isupper() for p in typed.replace("–", "-").split("-")):
        return Kind.OTHER
    told = [(part, names.words.of(part)) for part in parts]
    kinds = [Kind.CAPITAL if "not" in m else _of_one(p, m, capital, False, names) for p, m in told]
    if Kind.OTHER in kinds or len(kinds) > 3:
        return Kind.OTHER
    order = (Kind.SURNAME, Kind.GIVEN, Kind.SHAPED, Kind.ALSO, Kind.CAPITAL)
    return next((kind for kind in order if kind in kinds), Kind.OTHER)
