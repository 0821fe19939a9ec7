"""All phrases of a table, looked for in a :func:`plain.sentence`: as one regular expression would, of which the earlier
phrase is heard where two begin at one word, but in a fraction of its time.

A table has hundreds of phrases, a sentence few words with which any of them begins. So phrases are kept by the first
letters of those words and are tried, and compiled, only where such a word stands. A message is looked at by a hundred
tables, and most have nothing that begins like any word of it: a sentence finds once those that have.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from bot.core.understanding.notation import Phrase
from bot.core.understanding.plain import OPENING, Sentence

_BEGIN: dict[str, int] = {}  # by the opening of a phrase the tables that have such a phrase, a bit each


class PhraseTable:
    """Is searched like the compiled pattern that it stands for."""

    made = 0  # tables until now

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = tuple(phrase.pattern for phrase in phrases)
        self._by_opening: dict[str, list[int]] = {}
        for number, phrase in enumerate(phrases):
            for opening in {opening[:OPENING] for opening in phrase.openings}:
                self._by_opening.setdefault(opening, []).append(number)
        self._openings = frozenset(self._by_opening)
        self._compiled = cache(self._compile)  # each once, when it is first tried: all would take a second
        self._register()

    def __setstate__(self, state: dict[str, Any]) -> None:
        """As it was kept: see resources.cached."""
        self.__dict__.update(state)
        self._register()

    def _register(self) -> None:
        self._bit = 1 << PhraseTable.made
        for opening in self._by_opening:
            _BEGIN[opening] = _BEGIN.get(opening, 0) | self._bit
        PhraseTable.made += 1

    def finditer(self, sentence: str) -> Iterator[re.Match[str]]:
        """Every phrase in it from left to right, none overlapping the one before."""
        said = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        return self._found(said) if self._may_be_in(said) else iter(())

    def search(self, sentence: str) -> re.Match[str] | None:
        """The first phrase in it."""
        said = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        return next(self._found(said), None) if self._may_be_in(said) else None

    def match(self, sentence: str) -> re.Match[str] | None:
        """The phrase with which it begins."""
        first = self.search(sentence)
        return first if first is not None and first.start() == 0 else None

    def sub(self, other: str, sentence: str) -> Sentence:
        """The sentence with something else in place of each phrase."""
        said = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        if not self._may_be_in(said):
            return said
        kept, behind = [], 0
        for match in self._found(said):
            kept.append(said[behind : match.start()])
            behind = match.end()
        return Sentence(other.join((*kept, said[behind:]))) if kept else said

    def _may_be_in(self, said: Sentence) -> bool:
        """Whether any of its words begins as a phrase of this table does."""
        made, begun = said.begun
        if made != PhraseTable.made:  # none was looked for, or there are more tables now
            begun = 0
            for opening in _BEGIN.keys() & said.openings:
                begun |= _BEGIN[opening]
            said.begun = PhraseTable.made, begun
        return begun & self._bit != 0

    def _found(self, said: Sentence) -> Iterator[re.Match[str]]:
        free = 0
        for start, openings in said.words:
            if start < free or self._openings.isdisjoint(openings):
                continue
            numbers = {number for opening in openings for number in self._by_opening.get(opening, ())}
            tried = (self._compiled(number).match(said, start) for number in sorted(numbers))
            if match := next(filter(None, tried), None):
                free = match.end()
                yield match

    def _compile(self, number: int) -> re.Pattern[str]:
        return re.compile(self._phrases[number])
