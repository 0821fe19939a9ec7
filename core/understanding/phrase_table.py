"""All phrases of a table, looked for in a :func:`plain.sentence`: as one regular expression would (the earlier phrase counts
if two begin at the same word), but in a fraction of the time.

A table has hundreds of phrases, a sentence few words with which any of them begins. So phrases are kept by the first
letters of those words and are tried, and compiled, only where such a word stands. A message is looked at by a hundred
tables, and most have nothing that begins like any word of it: a sentence finds once those that have.

The notation of phrases in ``heard.toml`` is turned into regular expressions over :func:`plain.sentence`:

``задерж*``   a word that begins so
``а|б``       either word
``~``         up to three words of the same clause between
``!у|с``      the word before is not one of these (comes first)
``[а|б]``     a word that may be missing
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from core.understanding.plain import OPENING, Sentence, any_spelling, is_word, plain, skeleton

_GAP = r"((?: [^ ,.]+){0,3})"  # a group, so that a denial in it is found
_REST = "[^ ,.]*"  # of a word that begins so


class Phrase(NamedTuple):
    """``openings``: the skeletons of words at which it may begin, a whole word with a space behind it."""

    pattern: str
    openings: tuple[str, ...]


class _Piece(NamedTuple):
    """One word of the notation; ``openings`` as above, none of a gap."""

    pattern: str
    openings: tuple[str, ...]
    may_be_missing: bool


def read_phrase(phrase: str, language: str, *, cut: bool = False) -> Phrase:
    """The phrase as a regular expression. ValueError says what is wrong with it.

    ``cut``: at the end of a message that breaks off in the last word.
    """
    guard, *rest = words = phrase.split()
    unless = ""
    if guard.startswith("!"):
        unless, words = "".join(f"(?<! {_word(word)})" for word in plain(guard[1:]).split("|")), rest
    pieces = [_piece(word, language) for word in words]
    if all(piece.may_be_missing for piece in pieces):
        raise ValueError("a phrase needs a word that is always there")
    if cut:
        last = max(place for place, piece in enumerate(pieces) if not piece.may_be_missing)
        pieces = [*pieces[:last], _beginning_of(words[last], language)]
    pattern = "".join(piece.pattern for piece in pieces)
    return Phrase(f"{unless}{pattern}(?= {'$' if cut else ''})", tuple(_openings(pieces)))


def _openings(pieces: Sequence[_Piece]) -> Iterator[str]:
    for piece in pieces:
        if not piece.openings:
            raise ValueError("~ stands behind a word")
        yield from piece.openings
        if not piece.may_be_missing:
            return


@lru_cache(maxsize=500)  # the words of a group stand in many phrases
def _piece(word: str, language: str) -> _Piece:
    if word == "~":
        return _Piece(_GAP, (), True)
    may_be_missing = word.startswith("[") and word.endswith("]")
    choices = plain(word[1:-1] if may_be_missing else word)
    for choice in choices.split("|"):
        _word(choice.removesuffix("*"))
    either = any_spelling(one_of(choices.split("|")), language).replace("*", _REST)
    pattern = f" {either}"
    openings = dict.fromkeys(
        choice[:-1] if choice.endswith("*") else f"{choice} "[:OPENING]
        for choice in skeleton(choices).split("|")
    )
    return _Piece(f"(?:{pattern})?" if may_be_missing else pattern, tuple(openings), may_be_missing)


def one_of(words: Sequence[str]) -> str:
    """A pattern of any of these words, what they begin with in common written once: a stem may have a hundred forms."""
    if len(words) == 1:
        return words[0]
    by_letter: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        by_letter.setdefault(word[:1], []).append(word[1:])
    branches = [letter + one_of(rest) if letter else "" for letter, rest in by_letter.items()]
    branches.sort(key=lambda branch: branch == "")  # nothing more comes last: the longer word is tried first
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _beginning_of(word: str, language: str) -> _Piece:
    """One letter of the word, or more."""
    choices = [choice.removesuffix("*") for choice in plain(word).split("|")]
    either = "|".join(
        "(?:".join(any_spelling(letter, language) for letter in choice) + ")?" * (len(choice) - 1)
        for choice in choices
    )
    return _Piece(f" (?:{either})", tuple({skeleton(choice)[:1] for choice in choices}), may_be_missing=False)


def _word(word: str) -> str:
    if not is_word(word):
        raise ValueError(f"«{word}» is no single word, so nothing that is typed can be it")
    return word  # nothing in it means something to a regular expression


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
