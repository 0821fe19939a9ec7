"""Where phrases stand in a line of words, all of them at once and also where they overlap.

A table of cues is looked for as a whole: each word of the line is looked up once, and only phrases that begin like it are
tried. So the time grows with the words, not with the cues.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from core.understanding.phrase_table import Phrase
from core.understanding.plain import OPENING, Sentence


class Spotter:
    """``phrases`` are numbered by their place in it."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._patterns = [phrase.pattern for phrase in phrases]
        self._by_opening: dict[str, list[int]] = {}
        for number, phrase in enumerate(phrases):
            for opening in {opening[:OPENING] for opening in phrase.openings}:
                self._by_opening.setdefault(opening, []).append(number)

    @cached_property
    def _compiled(self) -> dict[int, re.Pattern[str]]:
        return {}  # each when it is first tried: most of them never are

    def spot(self, said: Sentence) -> Iterator[tuple[int, int, int]]:
        """The number of a phrase, its first word, and the first one behind it."""
        for at, (start, openings) in enumerate(said.words):
            for opening in openings:
                for number in self._by_opening.get(opening, ()):
                    if match := self._pattern(number).match(said, start):
                        yield number, at, at + match.group().count(" ")

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            self._compiled[number] = re.compile(self._patterns[number])
        return self._compiled[number]
