"""A name as people write it, read into its parts: which word is the surname, the given name, the father's name; of whom."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum, auto
from itertools import product

from msgspec import Struct

from core.understanding.name_book import name_sound

FATHERS = r"(ұлы|улы|уулу|оглы|оғлы|қызы|кызы|гызы|кизи)"
_APART = re.compile(FATHERS, re.IGNORECASE)
_LETTERS = "а-яёәғқңөұүһі"
_WORD = re.compile(f"[{_LETTERS.upper()}][{_LETTERS}]+(-[{_LETTERS.upper()}][{_LETTERS}]+)*")
# How surnames end that are no given names, and of which sex they show somebody to be.
_HIS = r"(ов|ев|ёв|ин|ын|ский|цкий|ской|цкой|ый)"
_HERS = r"(ова|ева|ёва|ина|ына|ская|цкая|ая)"
_ANYBODYS = r"(ко|ых|[кгхшщ]их|чук|щук|нюк|швили|дзе|[ая]нц|янц|сян)"


class Sex(StrEnum):
    """Of whom a name is, where that changes its form."""

    MALE = auto()
    FEMALE = auto()


class GrammaticalCase(StrEnum):
    """The grammatical cases that both languages of papers have."""

    GENITIVE = auto()
    DATIVE = auto()
    ACCUSATIVE = auto()
    INSTRUMENTAL = auto()


class NameWordRole(StrEnum):
    """What a word of a name is."""

    SURNAME = auto()
    GIVEN = auto()
    FATHERS = auto()


_ORDERS: Mapping[int, tuple[tuple[NameWordRole, ...], ...]] = {
    1: ((NameWordRole.GIVEN,), (NameWordRole.SURNAME,)),
    2: (
        (NameWordRole.GIVEN, NameWordRole.SURNAME),
        (NameWordRole.SURNAME, NameWordRole.GIVEN),
        (NameWordRole.GIVEN, NameWordRole.FATHERS),
    ),
    3: (
        (NameWordRole.SURNAME, NameWordRole.GIVEN, NameWordRole.FATHERS),
        (NameWordRole.GIVEN, NameWordRole.FATHERS, NameWordRole.SURNAME),
    ),
}


class DeclensionBook(Struct, frozen=True):
    """Names by their sound: given names of men, of women, and of either; surnames that their end does not show."""

    men: frozenset[str]
    women: frozenset[str]
    other: frozenset[str]
    surnames: frozenset[str]
    spelled: frozenset[str]  # those of men, in small letters
    written: frozenset[str]  # all given names so

    def is_given(self, word: str) -> bool:
        """Whether it is a given name, or of two."""
        if "-" in word:
            return all(map(self.is_given, word.split("-")))
        sound = name_sound(word)
        return sound in self.men or sound in self.women or sound in self.other

    def sex(self, word: str) -> Sex | None:
        """Whose it is, if it is only theirs."""
        if "-" in word:
            sexes = set(map(self.sex, word.split("-")))
            return sexes.pop() if len(sexes) == 1 else None
        sound = name_sound(word)
        his, hers = sound in self.men, sound in self.women
        return None if his == hers else Sex.MALE if his else Sex.FEMALE


class NameWord(Struct, frozen=True):
    """A word and what it is. A father's name may be of two words, as in Болат ұлы."""

    text: str
    role: NameWordRole


NameReading = tuple[NameWord, ...]


def read_declension_book(given: Mapping[str, str], surnames: str) -> DeclensionBook:
    """Out of the lists of names.toml."""
    lists = {name: frozenset(map(name_sound, words.split())) for name, words in given.items()}
    men = frozenset().union(*(lists[name] for name in lists if name.endswith("_men")))
    women = frozenset().union(*(lists[name] for name in lists if name.endswith("_women")))
    spelled = (given[name].lower().split() for name in given if name.endswith("_men"))
    return DeclensionBook(
        men=men,
        women=women,
        other=frozenset().union(*lists.values()),
        surnames=frozenset(map(name_sound, surnames.split())),
        spelled=frozenset().union(*spelled),
        written=frozenset().union(*(words.lower().split() for words in given.values())),
    )


# Ends that no name has by itself: Ахметову; Болатұлын, Ахметовты, Асқардың.
_IN_A_CASE = re.compile(
    ".+([ео]ву|ёву|[иы]ну|(ұлы|улы|қызы|кызы)(н|на|ның|нда|нан|мен)|[днт](ың|ің)|[бвгджзйклмнпрстфхшқң][днт][ыі])"
)


def words_of_name(name: str) -> list[str] | None:
    """Its words, a father's name as one; None if it has other letters, initials, or is written without capitals."""
    words: list[str] = []
    for word in name.split():
        if words and _APART.fullmatch(word):
            words[-1] += f" {word}"
        elif _WORD.fullmatch(word):
            words.append(word)
        else:
            return None
    return words or None


def name_readings(
    words: Sequence[str], book: DeclensionBook, sex: Sex | None = None
) -> Iterator[NameReading]:
    """The readings that the words may have. Only what all readings agree on may be used; no readings: nobody can tell."""
    if _may_be_oblique(words, book, sex):
        return
    for order in _ORDERS.get(len(words), ()):
        reading = tuple(NameWord(word, role) for word, role in zip(words, order, strict=True))
        if _may_be(reading, book):
            yield reading


def _may_be_oblique(words: Sequence[str], book: DeclensionBook, sex: Sex | None) -> bool:
    """Whether it may be in a grammatical case already, as people write about somebody: Сауле Ахметову, Асқар Болатұлын are;
    Серика Ахметова is a man's, and Александра Иванова may be.
    """
    if any(_IN_A_CASE.fullmatch(word.lower()) and not book.is_given(word) for word in words):
        return True
    if sex is Sex.FEMALE or any(map(is_fathers, words)):
        return False
    hers = any(re.fullmatch(f".+{_HERS}", word.lower()) and not book.is_given(word) for word in words)
    his = [word for word in words if _is_his_in_a_case(word, book)]
    return any(hers or not book.is_given(word) for word in his)


def _is_his_in_a_case(word: str, book: DeclensionBook) -> bool:
    stem, last = word[:-1].lower(), word[-1]
    if last in "ау":
        return name_sound(stem) in book.men
    return last in "яю" and (f"{stem}й" in book.spelled or f"{stem}ь" in book.spelled)


def is_fathers(word: str) -> bool:
    """Whether it ends as fathers' names do."""
    return bool(re.fullmatch(rf".+(в?ич|вна|чна| ?{FATHERS})", word.lower()))


def sex_of_name(reading: NameReading, book: DeclensionBook) -> tuple[Sex | None, bool]:
    """Of whom the name is, if it shows; and whether its parts contradict each other."""
    shown = {sex for part in reading if (sex := _shown(part, book)) is not None}
    return (next(iter(shown)) if len(shown) == 1 else None), len(shown) > 1


def _may_be(reading: NameReading, book: DeclensionBook) -> bool:
    named = {part.role: part.text for part in reading}
    surname, first = named.get(NameWordRole.SURNAME, ""), named.get(NameWordRole.GIVEN, "")
    if NameWordRole.FATHERS in named:
        return is_fathers(named[NameWordRole.FATHERS])
    if not first:
        return _is_surname(surname, book)
    if surname and book.sex(first) is Sex.MALE and book.sex(surname) is Sex.FEMALE:
        return False  # surnames are made of fathers' names
    if _is_surname(first, book) and not _is_surname(surname, book):
        return False if book.is_given(surname) else book.is_given(first)
    return book.is_given(first)


def _is_surname(word: str, book: DeclensionBook) -> bool:
    if name_sound(word) in book.surnames:
        return True
    ends = f".+({_HIS}|{_HERS}|{_ANYBODYS}|{FATHERS})"
    return not book.is_given(word) and re.fullmatch(ends, word.lower()) is not None


def _shown(part: NameWord, book: DeclensionBook) -> Sex | None:
    word = part.text.lower()
    match part.role:
        case NameWordRole.GIVEN:
            return book.sex(part.text)
        case NameWordRole.FATHERS:
            return Sex.FEMALE if re.fullmatch(r".+(вна|чна|қызы|кызы|гызы|кизи)", word) else Sex.MALE
        case NameWordRole.SURNAME:
            his, hers = re.fullmatch(f".+{_HIS}", word), re.fullmatch(f".+{_HERS}", word)
            if re.fullmatch(f".+{FATHERS}", word):
                return Sex.FEMALE if re.fullmatch(r".+(қызы|кызы|гызы|кизи)", word) else Sex.MALE
            return Sex.MALE if his else Sex.FEMALE if hers else None


# Ends of words in a case, and what may have stood there before; of surnames and given names, Russian and Kazakh.
_ENDS: Mapping[str, tuple[str, ...]] = {
    "скому": ("ский",), "ского": ("ский",), "скую": ("ская",), "ской": ("ская",), "ским": ("ский",),
    "ому": ("ый",), "ого": ("ый",), "ую": ("ая",),
    "ича": ("ич",), "ичу": ("ич",), "ичем": ("ич",), "вны": ("вна",), "вне": ("вна",), "вну": ("вна",), "вной": ("вна",),
    "ой": ("а", "ая"), "ей": ("я",), "ым": ("",), "ом": ("",), "ем": ("й",), "у": ("а", ""), "ю": ("я", "й", "ь"),
    "ы": ("а",), "е": ("а", "я", ""), "и": ("а", "я", "ь"), "а": ("",), "я": ("й", "ь"),
    "ұлын": ("ұлы",), "улын": ("улы",), "қызын": ("қызы",), "кызын": ("кызы",),
}  # fmt: skip
_KAZAKH_ENDS = (
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден тан тен нан нен мен бен"
    " пен"
)
_EVERY_END = (*_ENDS.items(), *((end, ("",)) for end in _KAZAKH_ENDS.split()))
_UNWRITTEN = re.compile("([аәеёиоөуұүыіэюяй]ь|[иаеоуы]а)$")  # ends that no name is written with


def nominative_words(word: str, book: DeclensionBook) -> list[str]:
    """What the word may be in the nominative, if it may be in another case."""
    if "-" in word:
        pieces = [nominative_words(piece, book) or [piece] for piece in word.split("-")]
        return [joined for parts in product(*pieces) if (joined := "-".join(parts)) != word]
    found = [
        word[: len(word) - len(end)] + before
        for end, every in _EVERY_END
        if word.lower().endswith(end) and len(word) > len(end) + 1
        for before in every
    ]
    known = [
        other
        for other in dict.fromkeys(found)
        if (book.is_given(other) or _is_surname(other, book) or is_fathers(other))
        and not _UNWRITTEN.search(other)
    ]
    return sorted(known, key=lambda other: other.lower() not in book.written)


def may_be_nominative(word: str, book: DeclensionBook, sex: Sex | None = None) -> bool:
    """Whether it may stand there as it is: a given name, or an end that surnames have. Of a man's name not what only women's
    have.
    """
    low, others = word.lower(), nominative_words(word, book)
    if low in book.written or (book.is_given(word) and not any(o.lower() in book.written for o in others)):
        return sex is not Sex.MALE or book.sex(word) is not Sex.FEMALE
    if not others or re.fullmatch(r".+(вна|чна|ич)", low):
        return True
    hers = re.fullmatch(f".+{_HERS}", low) and not re.fullmatch(f".+{FATHERS}на", low)
    return bool(hers) and sex is not Sex.MALE
