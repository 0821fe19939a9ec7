"""How names are declined with the help of libraries, and where these may be trusted.

Kazakh: only the last word of a name takes the ending, and its last vowel decides which.

The library puts an ending on every word, takes и and у for nothing, and knows no ь; so it is asked for one word alone, and
only where the harmony is clear: Серікке, Қасымовқа, Айгүлге. Names such as Путин, Максим or Юрий are left to a sentence
that needs no case.

Russian: which rule of the library may be trusted for a word, by its end; the first row that fits decides.

The library's rules are good where they are followed, and it follows them badly: given a sex it forgets the rules of both
sexes (Никита, Цой), it goes on behind a rule that says "unchanged" (Черных), and it knows no Kazakh ends (Қуаныш). So each
row says with which of its sexes it is asked, or that the word stays as it is, or that nobody should believe it.
"""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from core.declining.name_parts import (
    FATHERS,
    DeclensionBook,
    GrammaticalCase,
    NameReading,
    NameWord,
    NameWordRole,
    Sex,
    sex_of_name,
)

_V = "аәеёиоөуұүыіэюя"


class KazakhInflector(NamedTuple):
    """What is asked of it: a word in a case, and what belongs to somebody (ұл, ұлы) in a case."""

    inflect: Callable[[str, GrammaticalCase], str]
    of_somebody: Callable[[str, GrammaticalCase], str]


def decline_kazakh(
    words: Collection[str], case: GrammaticalCase, is_kazakh: Callable[[str], bool], library: KazakhInflector
) -> str | None:
    """The name in a case, if its last word shows which ending it takes."""
    *before, last = words
    low = last.lower()
    if re.fullmatch(".*(ұлы|улы|қызы|кызы)", low):
        return " ".join([*before, library.of_somebody(last[:-1], case)])
    return " ".join([*before, library.inflect(last, case)]) if _is_clear(low, is_kazakh) else None


def _is_clear(word: str, is_kazakh: Callable[[str], bool]) -> bool:
    if re.fullmatch(".*[ьъғһщё]", word):
        return False
    stem = re.sub("([ое]в)$", "", word)
    vowels = re.sub(f"[^{_V}]", "", stem)
    if stem == word and re.fullmatch(".+[иу]", word):
        vowels = vowels[:-1]  # Айсұлу, Мәди: an open и or у follows the vowel before it
    if not vowels or vowels[-1] in "иуюё":
        return False
    soft = vowels[-1] in "әеөүіэ"
    return not (soft and word.endswith("ов")) or is_kazakh(stem)  # Мәсімовке, but Петров?


MALE, FEMALE, BOTH, KEPT, UNSURE = "male", "female", "androgynous", "kept", "unsure"
RussianInflector = Callable[
    [str, NameWordRole, GrammaticalCase, str], str
]  # word, what it is, case, sex as the library calls it
_INSTRUMENTAL, _DATIVE = (GrammaticalCase.INSTRUMENTAL,), (GrammaticalCase.DATIVE,)


class _Row(NamedTuple):
    ends: str
    men: str
    women: str
    unsure: tuple[GrammaticalCase, ...] = ()


_SURNAMES = (
    _Row("лев|заяц|дюма|тома|дега|люка|ферма|гамарра|петипа|шандра|скаля|каруана", UNSURE, UNSURE),
    _Row(f".+ ?{FATHERS}", KEPT, KEPT),
    _Row("щербина|калина|малина|долина|година|рябина|бузина|осина|середина|былина|перина", UNSURE, UNSURE),
    _Row(".+([оеё]ва|[иы]на)", UNSURE, FEMALE),
    _Row(".+[сц]ка", UNSURE, UNSURE),
    _Row(".+(ая|яя)", UNSURE, FEMALE),
    _Row(f".+[{_V}][ая]|.+[ғқңһ]а|.+ә", UNSURE, UNSURE),
    _Row(".+[оеэыиуюіұүё]", KEPT, KEPT),
    _Row(".+(ых|[кгхшщ]их)", KEPT, KEPT),
    _Row(".+рих", MALE, KEPT),
    _Row(".+[иы]х", UNSURE, KEPT),
    _Row(f"[^{_V}]*[иы]н", MALE, KEPT, _INSTRUMENTAL),
    _Row(".+([оеё]в|[иы]н|[сц]кий|[сц]кой)", MALE, UNSURE),
    _Row("[цхс]ой", BOTH, KEPT),
    _Row(f"[^{_V}]*ой", UNSURE, KEPT),
    _Row(".+(овой|ной|стой)", MALE, UNSURE),
    _Row(".+(ый|[кх]ий|[шщн]ий)", MALE, UNSURE),
    _Row(".+([оиыәөүэяюі]й|[бв]ей)", UNSURE, UNSURE),
    _Row(f"[^{_V}]*ец|.+([оё]к|[{_V}]ец|[^{_V}][^{_V}]ец|яц|[её]л|ень|ын|ін|[ғқңһъ])", UNSURE, KEPT),
    _Row(".+ич", MALE, KEPT),
    _Row(".+([жчшщц]|[аия]в|[өәүюэрл]н)", MALE, KEPT, _INSTRUMENTAL),
    _Row(f".+[^{_V}]", MALE, KEPT),
    _Row(".+[жчшщц]а", BOTH, BOTH, _INSTRUMENTAL),
    _Row(".+[ая]", BOTH, BOTH),
)
_GIVEN = (
    _Row(
        "мария|анастасия|виктория|валерия|евгения|юлия|лилия|наталия|эмилия|ксения|лидия|клавдия|софия|таисия",
        UNSURE,
        FEMALE,
    ),
    _Row(".*ия", UNSURE, FEMALE, _DATIVE),  # Алия́ has Алие or Алии, Закария has both or neither
    _Row(".+ша", FEMALE, FEMALE),
    _Row(f".+[{_V}]а|.+[ғқңһ]а|.+ә", UNSURE, UNSURE),
    _Row(".+[жчщц]а", BOTH, BOTH, _INSTRUMENTAL),
    _Row(".+а", BOTH, BOTH),
    _Row(".+я", MALE, FEMALE),
    _Row(".+[оеэыиуюіұүөё]", KEPT, KEPT),
    _Row("любовь", UNSURE, FEMALE, (GrammaticalCase.ACCUSATIVE,)),
    _Row(".+ь", MALE, UNSURE),  # Асели and Асель, both are written
    _Row(".+[шщғқңһъ]", UNSURE, KEPT),
    _Row(".+[жчц]", MALE, KEPT, _INSTRUMENTAL),
    _Row(".+", MALE, KEPT),
)
_FATHERS = (
    _Row(f".+ ?{FATHERS}", KEPT, KEPT),
    _Row(".+вич", MALE, UNSURE),
    _Row(".+ич", MALE, UNSURE, _INSTRUMENTAL),  # Ильичом
    _Row(".+(вна|чна)", UNSURE, FEMALE),
)
_TABLES = {NameWordRole.SURNAME: _SURNAMES, NameWordRole.GIVEN: _GIVEN, NameWordRole.FATHERS: _FATHERS}


def decline_russian(
    readings: list[NameReading],
    case: GrammaticalCase,
    sex: Sex | None,
    book: DeclensionBook,
    library: RussianInflector,
) -> str | None:
    """The name in a case, if all that it may be agree on it."""
    forms: set[str | None] = set()
    for reading in readings:
        shown, contradicts = sex_of_name(reading, book)
        if contradicts or (sex is not None and shown not in (None, sex)):
            forms.add(None)
            continue
        known = sex or shown
        for possible in (known,) if known is not None else Sex:
            forms.add(_whole_name([_part(part, case, possible, library) for part in reading]))
    return forms.pop() if len(forms) == 1 else None


def _whole_name(words: list[str | None]) -> str | None:
    sure = [word for word in words if word is not None]
    return " ".join(sure) if len(sure) == len(words) else None


def _part(part: NameWord, case: GrammaticalCase, sex: Sex, library: RussianInflector) -> str | None:
    pieces = part.text.split("-")
    if len(pieces) > 1 and not _all_change(pieces, part.role):
        return None
    declined = [_word(piece, part.role, case, sex, library) for piece in pieces]
    return None if None in declined else "-".join(piece for piece in declined if piece is not None)


def _all_change(pieces: list[str], role: NameWordRole) -> bool:
    """Double names of which every part is declined: Салтыков-Щедрин, Анна-Мария."""
    ends = ".+([оеё]ва?|[иы]на?|[сц]кий|[сц]кая)" if role is NameWordRole.SURNAME else ".+[ая]"
    return all(re.fullmatch(ends, piece.lower()) for piece in pieces)


def _word(
    word: str, role: NameWordRole, case: GrammaticalCase, sex: Sex, library: RussianInflector
) -> str | None:
    row = next((row for row in _TABLES[role] if re.fullmatch(row.ends, word.lower())), None)
    if row is None or case in row.unsure:
        return None
    rule = row.men if sex is Sex.MALE else row.women
    if rule in (KEPT, UNSURE):
        return word if rule == KEPT else None
    found = library(word, role, case, rule)
    return found if found != word else None  # a word that is declined changes in these cases
