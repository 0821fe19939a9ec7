"""Which of the three languages a text is in, also where Kazakh or Russian is typed in Latin letters; and whether in none.

Kazakh letters say it at once; without them the frequent words and endings do, each Latin word being tried as a Kazakh, a
Russian and an English one. Words that two languages share are in neither list.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bot.core.understanding.heard import Heard
from bot.core.understanding.plain import AT_ONCE, LIMIT, tokens

ENGLISH = "en"
_LONG = 4  # letters above which an ending tells something
_ADDRESS = re.compile(r"(?<!\S)\S+://\S*|www\.\S*")  # of a page: its words are no language
_OURS = ("LATIN", "CYRILLIC")  # the scripts that the three are written in
_NEVER = frozenset("ўҳҷӣӯґєїђћљњџѓќѕßñãõåæøłżźćńęąěřůđőű")  # letters of none, also not of Kazakh in Latin


@lru_cache(maxsize=AT_ONCE)
def guess_language(text: str, heard: Heard) -> str | None:
    """``kk``, ``ru`` or ``en``; None where the words do not tell (a name, a city, digits)."""
    cut = _ADDRESS.sub(" ", text[:LIMIT])
    lowered, words = cut.lower(), [t.text for t in tokens(cut) if t.kind == "word"]
    score = {
        language: sum(map(lowered.count, letters)) + _spoken(words, language, heard)
        for language, letters in heard.language.letters.items()
    }
    best = max(score, key=lambda language: (score[language], language == ENGLISH))  # "on" is "он" too
    return best if score[best] > 0 else None


def _spoken(words: Sequence[str], language: str, heard: Heard) -> float:
    frequent, endings = heard.language.words[language], heard.language.endings[language]
    turned = [in_cyrillic(word, language, heard) for word in words]
    return sum(word in frequent for word in turned) + sum(
        0.5 for word in turned if len(word) > _LONG and word.endswith(endings)
    )


def in_cyrillic(word: str, language: str, heard: Heard) -> str:
    """A plain word as it is written in the language's own letters; English ones stay."""
    signs = heard.language
    if not "a" <= word[0] <= "z":
        return word
    letters, whole = signs.latin[language], signs.latin_words[language].get(word)
    return whole or signs.latin_letters[language].sub(lambda part: letters[part[0]], word)


def is_foreign(text: str) -> bool:
    """Whether it is surely in none of the three: in another script, or with letters that none of them has.

    Words that nobody knows do not tell it: Kazakh in Latin letters has enough of them.
    """
    letters = [char for char in text[:LIMIT].lower() if char.isalpha()]
    others = sum(not unicodedata.name(char, "").startswith(_OURS) for char in letters)
    return 2 * others > len(letters) or any(char in _NEVER for char in letters)
