"""How a place name sounds, and the forms it takes in Russian and Kazakh.

``sound`` is coarser than ``fold``: both alphabets become one, ы is и, э is е, soft signs and doubled consonants go;
so Алмати, Almaty and Алматы are one word. It is for names of places only: был and бил are one word too.
The forms are more than grammar has (a Kazakh ending after any vowel, since people mistype), never fewer. A text is compared
as words, each with what separates it from the word before.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from msgspec import Struct

from core.character_map import exchange_letters
from core.folding import fold_text


class NameCase(Enum):
    """What the form of a name says about its role. Kazakh has its own three that matter: at, from, to."""

    NOM = auto()
    GEN = auto()
    DAT = auto()
    ACC = auto()
    INS = auto()
    LOC = auto()
    AT = auto()  # -да
    FROM = auto()  # -дан
    TO = auto()  # -ға
    WHICH = auto()  # -дағы
    OTHER = auto()  # -ның, -ды, -мен


Forms = Iterator[tuple[str, frozenset[NameCase]]]

_RUSSIAN = frozenset({NameCase.NOM, NameCase.GEN, NameCase.DAT, NameCase.ACC, NameCase.INS, NameCase.LOC})
_AT, _FROM, _TO, _WHICH, _OTHER = (
    frozenset({case}) for case in (NameCase.AT, NameCase.FROM, NameCase.TO, NameCase.WHICH, NameCase.OTHER)
)

_SPELLINGS = (
    ("shch", "ш"), ("sch", "ш"), ("dzh", "ж"), ("zh", "ж"), ("sh", "ш"), ("ch", "ч"), ("kh", "х"), ("gh", "г"),
    ("dj", "ж"), ("ts", "ц"), ("ck", "к"), ("ph", "ф"), ("ya", "я"), ("yu", "ю"), ("ye", "е"), ("yo", "е"), ("x", "кс"),
)  # fmt: skip
_SPELLED = dict(_SPELLINGS)
_SPELLING = re.compile("|".join(_SPELLED))
_GLIDE = re.compile(
    "(?<![aeou]i)(?<![aeio]u)(?<=[aeiou])y(?![aeou])|(?<![aeio]u)(?<=[aeou])i(?![aeou])"
)  # Semey, Semei
_LETTERS = tuple(zip("abcdefghijklmnopqrstuvwyz", "абцдефгхижклмнопкрстувуиз", strict=True))
_ALIKE = (("ы", "и"), ("э", "е"), ("щ", "ш"), ("ь", ""), ("ъ", ""), ("'", ""))
_TWICE = re.compile(r"([бвгджзклмнпрстфхцчш])\1")
_SIMPLE = re.compile(
    "[А-яЁёІіӘәҒғҚқҢңӨөҰұҮүҺһ]+"
)  # the thousands of names of our own files, at a third of the price
_SIMPLY = (*((letter, fold_text(letter)) for letter in "ёіәғқңөұүһ"), *_ALIKE)


@lru_cache(maxsize=16)  # several readers look at the words of one message
def sound_of(word: str) -> str:
    """One word, or words separated by spaces, as it sounds. Anything that is no letter stays."""
    if _SIMPLE.fullmatch(word):
        word = exchange_letters(word.lower(), _SIMPLY)
    else:
        word = fold_text(word)
        if re.search("[a-z]", word):
            word = exchange_letters(
                _SPELLING.sub(lambda m: _SPELLED[m.group()], _GLIDE.sub("й", word)), _LETTERS
            )
        word = exchange_letters(word, _ALIKE)
    return _TWICE.sub(r"\1", word.replace("дж", "ж"))


_ROMAN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_ROMANISED = str.maketrans(_ROMAN | {letter.upper(): roman.capitalize() for letter, roman in _ROMAN.items()})


def romanise(name: str) -> str:
    """Шелек → Shelek: a name for readers of English that nobody has given one."""
    return name.translate(_ROMANISED)


def written_spellings(name: str) -> Iterator[str]:
    """The name, as it is typed where ң is two letters (Жангаозен), and as Kazakh has it without its Russian ending."""
    yield name
    if "ң" in name:
        yield name.replace("ң", "нг")
    if name.endswith(("ово", "ево", "ино")):  # Чапаево is Чапаев ауылы
        yield name[:-1]


def sounds_of(name: str) -> str:
    """A name of several words, with spaces where it has spaces or hyphens."""
    if name.isalpha():
        return sound_of(name)
    return " ".join(sound_of(part) for part in re.split(r"[\s\-–]+", name.strip()))


def name_forms(name: str) -> Forms:
    """The sounds of a name in every case of both languages. Only the last word changes."""
    yield from russian_forms(name)
    yield from kazakh_forms(name)


def russian_forms(name: str) -> Forms:
    """Семей, Семея, Семею …; names that do not decline (Алматы, Актау) stand for all cases at once."""
    folded = fold_text(name)
    if folded.isascii():
        yield sounds_of(folded), frozenset({NameCase.NOM})
        return
    for endings, cut, table in _DECLENSIONS:
        if folded.endswith(endings) and len(folded) > 2:
            stem = sounds_of(folded[: len(folded) - cut])
            for ending, cases in table:
                yield stem + ending, cases
            return
    yield sounds_of(folded), _RUSSIAN


def kazakh_forms(name: str) -> Forms:
    """Алматыда, Алматыдан, Алматыға …, with hard and soft vowels alike."""
    base = sounds_of(name)
    for ending, cases in _kazakh_endings(base[-1]):
        twice = ending[:1] == base[-1]  # only consonants: Шымкентте sounds like Шимкенте
        yield base + ending[twice:], cases
        if base.endswith("ск") and ending:  # Степногорскіде
            yield f"{base}и{ending}", cases


def _kazakh_endings(last: str) -> Forms:
    """What may follow a name that sounds so at its end. Before a written в, г, д the voice is lost."""
    vowel = last in "аеиоуюя"
    voiceless = last in "кптсшчцхфбвгд"
    d, g, m = ("т", "к", "п") if voiceless else ("д", "г", "б" if last in "жз" else "м")
    n = "н" if last in "мн" else d
    yield "", frozenset({NameCase.NOM})
    for a in "ае":
        yield d + a, _AT
        yield n + a + "н", _FROM
        yield g + a, _TO
        yield d + a + "ги", _WHICH
        yield m + a + "н", _OTHER
    yield ("н" if vowel else n) + "ин", _OTHER
    yield ("н" if vowel else d) + "и", _OTHER


_RUSSIAN_NAME = re.compile("[А-ЯЁ][А-яЁё-]+")


ADJECTIVE_ENDINGS = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их")


def adjective_forms(name: str) -> Iterator[str]:
    """Карагандинская or Алмалинский in every gender and case, as it sounds."""
    stem = sounds_of(fold_text(name)[:-2])
    for ending in ADJECTIVE_ENDINGS:
        yield stem + ending


_PERSONS = ("мин", "миз", "бин", "биз")


def without_person(typed: str) -> str:
    """Алматыдамын, Ақтауданбыз, "I am, we are there", without the person; else as it is."""
    place = typed[:-3] if typed.endswith(_PERSONS) else typed
    return place if place != typed and place.endswith(PLACED) else typed


def adjective_of(name: str) -> str | None:
    """Темиртау → Темиртауский, Караганда → Карагандинский; None if the name is not Russian or has none by rule."""
    if not _RUSSIAN_NAME.fullmatch(name) or name.endswith(("ий", "ый", "ое", "ье", "о")):
        return None
    if name.endswith("ск"):
        return f"{name}ий"
    if name.endswith(("а", "ы", "и", "е")):
        return f"{name[:-1]}инский"
    return f"{name.removesuffix('ь')}ский"


# An ending as it sounds, and what the name may have had in its place: the other way round, for names by the thousand.
_ENDED = {
    "е": ("", "а", "о", "й"), "и": ("", "а", "я"), "у": ("", "а"), "а": ("", "о"), "я": ("й", ""),
    "ом": ("", "о", "ий", "ое"), "ем": ("й", ""), "ой": ("а",), "ого": ("ий", "ое"),
}  # fmt: skip
PLACED = ("да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен")
_SAID = (*PLACED, "га", "ге", "ка", "ке", "нин", "дин", "тин", "даги", "деги", "таги", "теги")


def base_forms(typed: str) -> Iterator[tuple[str, bool]]:
    """The names that the sound may be a case of, and whether its ending alone says "there" or "from there"."""
    yield typed, False
    for ending in _SAID:
        if typed.endswith(ending) and len(typed) - len(ending) >= 3:
            placed = ending in PLACED and len(typed) - len(ending) >= 5
            yield typed[: -len(ending)], placed
            if ending[0] == "т":  # Ташкентте: a doubled letter sounds once
                yield typed[: -len(ending)] + "т", placed
    for ending, others in _ENDED.items():
        if typed.endswith(ending) and len(typed) - len(ending) >= 2:
            for other in others:
                yield typed[: -len(ending)] + other, False


def _case_endings(**endings: str) -> tuple[tuple[str, frozenset[NameCase]], ...]:
    """``GEN="а", ACC=""``: an ending per case; equal endings are one form of several cases."""
    table: dict[str, set[NameCase]] = {}
    for case, written in endings.items():
        for ending in written.split("|"):
            table.setdefault(ending, set()).add(NameCase[case])
    return tuple((ending, frozenset(cases)) for ending, cases in table.items())


# What a name ends in, how many letters of it go, and what is put there, as it sounds.
_DECLENSIONS = (
    (("ый", "ой"), 2, _case_endings(NOM="ий", GEN="ого", DAT="ому", ACC="ий", INS="им", LOC="ом")),
    (("ое",), 2, _case_endings(NOM="ое", GEN="ого", DAT="ому", ACC="ое", INS="им", LOC="ом")),
    (("й",), 1, _case_endings(NOM="й", GEN="я", DAT="ю", ACC="й", INS="ем", LOC="е")),
    (("а",), 1, _case_endings(NOM="а", GEN="и", DAT="е", ACC="у", INS="ой|ою", LOC="е")),
    (("о",), 1, _case_endings(NOM="о", GEN="а|о", DAT="у|о", ACC="о", INS="ом|о", LOC="е|о")),
    (("ь",), 1, _case_endings(NOM="", GEN="я|и", DAT="ю|и", ACC="", INS="ем|ю", LOC="е|и")),
    (
        tuple("бвгджзклмнпрстфхцчш"),
        0,
        _case_endings(NOM="", GEN="а", DAT="у", ACC="", INS="ом|ем|им", LOC="е"),
    ),
)


_TOKEN = re.compile(r"[^\W\d_]+")
_CLOSE_GAP = re.compile(r"[ \-–—'’]{1,3}")
_CLAUSE = re.compile(r"[,.;:!?…\n()]")
_SENTENCE = re.compile(r"[.!?…\n:]")


class SoundedWord(Struct, frozen=True):
    """One word as typed, as it sounds, where it stands, and what separates it from the word before."""

    words: str
    sound: str
    start: int
    end: int
    gap: str
    opening: bool  # of a sentence

    @property
    def capital(self) -> bool:
        return self.words[0].isupper()

    @property
    def joined(self) -> bool:
        """Whether it can be one name with the word before."""
        return _CLOSE_GAP.fullmatch(self.gap) is not None

    @property
    def in_a_new_clause(self) -> bool:
        return _CLAUSE.search(self.gap) is not None

    @property
    def in_a_new_sentence(self) -> bool:
        return _SENTENCE.search(self.gap) is not None


def sounded_words(text: str) -> list[SoundedWord]:
    """The words of a cleaned text."""
    result: list[SoundedWord] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        opening = not result or any(c in ".!?…\n" for c in gap)
        result.append(
            SoundedWord(match.group(), sound_of(match.group()), match.start(), match.end(), gap, opening)
        )
        end = match.end()
    return result
