"""What tells the language of a text, which words are found behind a slip of the finger, and what makes a text more than the
name of a place.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from core.understanding.kinds import (
    Beginnings,
    BeginningsByLanguage,
    EndingsByLanguage,
    LettersByLanguage,
    Phrases,
    SpellingsByLanguage,
    VocabularySection,
    Words,
    WordsByLanguage,
    by_first_letter,
)

LONG = 5  # letters of a word whose ending tells that it is a verb


class LanguageSigns(VocabularySection):
    """What tells the language of a text, by language."""

    letters: LettersByLanguage
    words: WordsByLanguage
    endings: EndingsByLanguage
    latin: SpellingsByLanguage
    latin_words: SpellingsByLanguage
    mended: Words
    unmended: Words

    @cached_property
    def mended_by_letter(self) -> Mapping[str, tuple[str, ...]]:
        """Those of ``mended``, by their first letter."""
        return by_first_letter(self.mended)

    @cached_property
    def latin_letters(self) -> Mapping[str, re.Pattern[str]]:
        """The letters of ``latin`` by language, ``shch`` before ``sh``."""
        return {
            language: re.compile("|".join(sorted(letters, key=len, reverse=True)) or "(?!)")
            for language, letters in self.latin.items()
        }


class Sentences(VocabularySection):
    """What makes a text more than the name of a place: ``core/words/<language>/sentences.toml``, explained there."""

    predicates: WordsByLanguage
    verbs: EndingsByLanguage
    nouns: BeginningsByLanguage
    locates: BeginningsByLanguage
    to_us: Phrases
    of_me: Phrases
    measured: Beginnings
    things: Phrases
    also: Phrases
    back: Phrases

    def is_verb(self, word: str, language: str) -> bool:
        """Whether a word of a sentence is a verb, as far as its ending tells."""
        if word in self.predicates[language]:
            return True
        ends = len(word) >= LONG and word.endswith(self.verbs[language])
        return ends and not word.startswith(self.nouns[language])
