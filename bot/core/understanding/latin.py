"""Kazakh and Russian typed in Latin letters, word by word in Cyrillic ones, so that one table entry meets both.

What is English stays as it is. Positions stay those of what was typed; only a token's text becomes another.
"""

from functools import lru_cache

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.understanding.heard import Heard
from bot.core.understanding.language import ENGLISH, guess_language, in_cyrillic
from bot.core.understanding.plain import AT_ONCE, Sentence, Token, sentence_of, tokens

SHORTEST_MENDED = 7  # letters


@lru_cache(maxsize=AT_ONCE)
def heard_tokens(text: str, heard: Heard, language: str | None = None) -> tuple[Token, ...]:
    """The tokens of a :func:`plain.readable` text as the tables have them. ``language``: if it is known already."""
    line = tuple(_mended(token, heard) for token in tokens(text))
    latin = [token.kind == "word" and token.text[0].isascii() for token in line]
    if not any(latin):
        return line
    language = language or guess_language(text, heard)
    if language is None or language == ENGLISH:
        return line
    mixed = sum(latin) < sum(token.kind == "word" for token in line)
    kept = heard.language.words[ENGLISH] if mixed else frozenset[str]()
    return tuple(
        replace(token, text=in_cyrillic(token.text, language, heard))
        if is_latin and token.text not in kept
        else token
        for token, is_latin in zip(line, latin, strict=True)
    )


def _mended(token: Token, heard: Heard) -> Token:
    """A long word that much depends on, with one slip of the finger: задержвли, detaned."""
    signs, typed = heard.language, token.text
    if token.kind != "word" or len(typed) < SHORTEST_MENDED or typed in signs.mended | signs.unmended:
        return token
    words = signs.mended_by_letter.get(typed[0], ())
    near = process.extractOne(typed, words, scorer=OSA.distance, score_cutoff=1)
    return token if near is None else replace(token, text=near[0])


def heard_sentence(text: str, heard: Heard, language: str | None = None) -> Sentence:
    """The :func:`plain.sentence` of these tokens."""
    return sentence_of(heard_tokens(text, heard, language))
