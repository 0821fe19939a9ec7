"""The notation of phrases in ``heard.toml``, as regular expressions over :func:`plain.sentence`.

``задерж*``   a word that begins so
``а|б``       either word
``~``         up to three words of the same clause between
``!у``        the word before is not "у" (stands first)
``[а|б]``     a word that may be missing
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.core.understanding.plain import any_spelling, is_word, plain, skeleton

_GAP = r"((?: [^ ,.]+){0,3})"  # a group, so that a denial in it is found
_REST = "[^ ,.]*"  # of a word that begins so


class Phrase(NamedTuple):
    """``openings``: the skeletons of words at which it may begin, a whole word with a space behind it."""

    pattern: str
    openings: tuple[str, ...]


def read_phrase(phrase: str, language: str) -> Phrase:
    """The phrase as a regular expression. ValueError says what is wrong with it."""
    text = plain(phrase)
    guard, *rest = words = text.split()
    unless, starts = "", skeleton(text).split()
    if guard.startswith("!"):
        unless, words, starts = f"(?<! {_word(guard[1:])})", rest, starts[1:]
    if all(word == "~" or word.startswith("[") for word in words):
        raise ValueError("a phrase needs a word that is always there")
    pattern = ""
    for word in words:
        if word == "~":
            pattern += _GAP
        elif word.startswith("[") and word.endswith("]"):
            pattern += f"(?: {_choice(word[1:-1])})?"
        else:
            pattern += f" {_choice(word)}"
    return Phrase(unless + any_spelling(pattern, language) + "(?= )", tuple(_openings(starts)))


def _openings(words: Sequence[str]) -> Iterator[str]:
    """The words at which it may begin: those up to the first that is always there."""
    for word in words:
        if word == "~":
            raise ValueError("~ stands behind a word")
        for choice in word.strip("[]").split("|"):
            yield choice[:-1] if choice.endswith("*") else f"{choice} "
        if not word.startswith("["):
            return


def _choice(words: str) -> str:
    choices = [
        _word(word.removesuffix("*")) + (_REST if word.endswith("*") else "") for word in words.split("|")
    ]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _word(word: str) -> str:
    if not is_word(word):
        raise ValueError(f"«{word}» is no single word, so nothing that is typed can be it")
    return word  # nothing in it means something to a regular expression
