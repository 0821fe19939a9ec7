"""All phrases of a table, looked for in a :func:`plain.sentence`: as one regular expression would, of which the earlier
phrase is heard where two begin at one word, but in a fraction of its time.

A table has hundreds of phrases, a sentence few words with which any of them begins. So phrases are kept by the first
letters of those words and are tried, and compiled, only where such a word stands.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.core.understanding.notation import Phrase
from bot.core.understanding.plain import OPENING, Sentence


class PhraseTable:
    """Is searched like the compiled pattern that it stands for."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = tuple(phrase.pattern for phrase in phrases)
        self._by_opening: dict[str, list[int]] = {}
        for number, phrase in enumerate(phrases):
            for opening in {opening[:OPENING] for opening in phrase.openings}:
                self._by_opening.setdefault(opening, []).append(number)
        self._openings = frozenset(self._by_opening)
        self._compiled = cache(self._compile)  # each once, when it is first tried: all would take a second

    def finditer(self, sentence: str) -> Iterator[re.Match[str]]:
        """Every phrase in it from left to right, none overlapping the one before."""
        said = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        if self._openings.isdisjoint(said.openings):
            return
        known = self._openings & said.openings
        free = 0
        for start, openings in said.words:
            if start < free or known.isdisjoint(openings):
                continue
            numbers = {
                number for opening in openings if opening in known for number in self._by_opening[opening]
            }
            tried = (self._compiled(number).match(sentence, start) for number in sorted(numbers))
            if match := next(filter(None, tried), None):
                free = match.end()
                yield match

    def search(self, sentence: str) -> re.Match[str] | None:
        """The first phrase in it."""
        said = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        if self._openings.isdisjoint(said.openings):  # as of most tables: nobody is asked
            return None
        return next(self.finditer(said), None)

    def match(self, sentence: str) -> re.Match[str] | None:
        """The phrase with which it begins."""
        first = self.search(sentence)
        return first if first is not None and first.start() == 0 else None

    def sub(self, other: str, sentence: str) -> Sentence:
        """The sentence with something else in place of each phrase."""
        said = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        kept, behind = [], 0
        for match in self.finditer(said):
            kept.append(said[behind : match.start()])
            behind = match.end()
        return Sentence(other.join((*kept, said[behind:]))) if kept else said

    def _compile(self, number: int) -> re.Pattern[str]:
        return re.compile(self._phrases[number])
