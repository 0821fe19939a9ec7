"""All phrases of a table, looked for in a :func:`plain.sentence`: as one regular expression would, of which the earlier
phrase is heard where two begin at one word, but in a fraction of its time.

A table has hundreds of phrases, a sentence few words with which any of them begins. So phrases are kept by the first
letters of those words and are tried, and compiled, only where such a word stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.core.understanding.notation import Phrase
from bot.core.understanding.plain import skeleton

_DEPTH = 5  # letters; with more of them fewer phrases are tried, with fewer of them they are found sooner


class PhraseTable:
    """Is searched like the compiled pattern that it stands for."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = tuple(phrase.pattern for phrase in phrases)
        self._by_opening: dict[str, list[int]] = {}
        for number, phrase in enumerate(phrases):
            for opening in {opening[:_DEPTH] for opening in phrase.openings}:
                self._by_opening.setdefault(opening, []).append(number)
        self._compiled = cache(self._compile)

    def finditer(self, sentence: str) -> Iterator[re.Match[str]]:
        """Every phrase in it from left to right, none overlapping the one before."""
        words = _words(sentence)
        if self._by_opening.keys().isdisjoint(words.openings):
            return
        free = 0
        for start, openings in words.each:
            known = tuple(opening for opening in openings if opening in self._by_opening)
            if known and start >= free and (match := self._compiled(known).match(sentence, start)):
                free = match.end()
                yield match

    def search(self, sentence: str) -> re.Match[str] | None:
        """The first phrase in it."""
        return next(self.finditer(sentence), None)

    def match(self, sentence: str) -> re.Match[str] | None:
        """The phrase with which it begins."""
        first = self.search(sentence)
        return first if first is not None and first.start() == 0 else None

    def sub(self, other: str, sentence: str) -> str:
        """The sentence with something else in place of each phrase."""
        kept, behind = [], 0
        for match in self.finditer(sentence):
            kept.append(sentence[behind : match.start()])
            behind = match.end()
        return other.join((*kept, sentence[behind:]))

    def _compile(self, openings: tuple[str, ...]) -> re.Pattern[str]:
        """Those of one of these openings, in their order."""
        numbers = sorted({number for opening in openings for number in self._by_opening[opening]})
        return re.compile("|".join(self._phrases[number] for number in numbers))


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence's words: of each the place of the space before it, and the openings that it may be."""

    each: tuple[tuple[int, tuple[str, ...]], ...]
    openings: frozenset[str]


@lru_cache(maxsize=8)  # one sentence is looked through for one table after the other
def _words(sentence: str) -> _Words:
    first, *words = sentence.split(" ")
    each, start = [], len(first)
    for word in words:
        ended = f"{skeleton(word)} "
        each.append((start, tuple(ended[:length] for length in range(1, min(_DEPTH, len(ended)) + 1))))
        start += len(word) + 1
    return _Words(tuple(each), frozenset(opening for _, openings in each for opening in openings))
