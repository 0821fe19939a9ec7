"""Kazakh: only the last word of a name takes the ending, and its last vowel decides which.

The library puts an ending on every word, takes и and у for nothing, and knows no ь; so it is asked for one word alone, and
only where the harmony is clear: Серікке, Қасымовқа, Айгүлге. Names such as Путин, Максим or Юрий are left to a sentence
that needs no case.
"""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from bot.core.declining.parts import Case

_V = "аәеёиоөуұүыіэюя"


class Library(NamedTuple):
    """What is asked of it: a word in a case, and what belongs to somebody (ұл, ұлы) in a case."""

    inflect: Callable[[str, Case], str]
    of_somebody: Callable[[str, Case], str]


def declined(
    words: Collection[str], case: Case, is_kazakh: Callable[[str], bool], library: Library
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
