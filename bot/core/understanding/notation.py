"""The notation of phrases in ``heard.toml``, as regular expressions over :func:`plain.sentence`.

``задерж*``   a word that begins so
``а|б``       either word
``~``         up to three words of the same clause between
``!у|с``      the word before is none of these (stands first)
``[а|б]``     a word that may be missing
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.core.understanding.plain import any_spelling, is_word, plain, skeleton

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


def read_phrase(phrase: str, language: str) -> Phrase:
    """The phrase as a regular expression. ValueError says what is wrong with it."""
    guard, *rest = words = phrase.split()
    unless = ""
    if guard.startswith("!"):
        unless, words = "".join(f"(?<! {_word(word)})" for word in plain(guard[1:]).split("|")), rest
    pieces = [_piece(word, language) for word in words]
    if all(piece.may_be_missing for piece in pieces):
        raise ValueError("a phrase needs a word that is always there")
    pattern = "".join(piece.pattern for piece in pieces)
    return Phrase(f"{unless}{pattern}(?= )", tuple(_openings(pieces)))


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
    either = any_spelling(choices, language).replace("*", _REST)
    pattern = f" (?:{either})" if "|" in choices else f" {either}"
    openings = (
        choice[:-1] if choice.endswith("*") else f"{choice} " for choice in skeleton(choices).split("|")
    )
    return _Piece(f"(?:{pattern})?" if may_be_missing else pattern, tuple(openings), may_be_missing)


def _word(word: str) -> str:
    if not is_word(word):
        raise ValueError(f"«{word}» is no single word, so nothing that is typed can be it")
    return word  # nothing in it means something to a regular expression
