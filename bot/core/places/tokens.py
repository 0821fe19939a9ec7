"""A text as words, each with what separates it from the word before."""

import re

from msgspec import Struct

from bot.core.places.names import sound

_TOKEN = re.compile(r"[^\W\d_]+")
_CLOSE_GAP = re.compile(r"[ \-–—'’]{1,3}")
_CLAUSE = re.compile(r"[,.;:!?…\n()]")
_SENTENCE = re.compile(r"[.!?…\n:]")


class Token(Struct, frozen=True):
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


def tokens_of(text: str) -> list[Token]:
    """The words of a cleaned text."""
    result: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        opening = not result or any(c in ".!?…\n" for c in gap)
        result.append(Token(match.group(), sound(match.group()), match.start(), match.end(), gap, opening))
        end = match.end()
    return result
