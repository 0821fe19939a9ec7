"""Which of the three languages a text is in, also if Kazakh or Russian is typed in Latin letters; or whether it is in
another.

Kazakh letters say it at once; without them the words that only one language's tables have, its frequent words and its
endings do, each Latin word being tried as a Kazakh, a Russian and an English one.

Kazakh and Russian words typed in Latin letters are turned into Cyrillic ones, so that one table entry meets both. English
words stay as they are. Positions stay those of the typed text; only a token's text changes.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.understanding.heard import Heard
from core.understanding.name_facts import NameFound
from core.understanding.plain import AT_ONCE, LIMIT, Sentence, Token, sentence_of, tokens

ENGLISH = "en"
_LONG = 4  # letters above which an ending tells something
_ADDRESS = re.compile(r"(?<!\S)\S+://\S*|www\.\S*")  # of a page: its words are no language
_OURS = ("LATIN", "CYRILLIC")  # the scripts that the three are written in
_NEVER = frozenset("ўҳҷӣӯґєїђћљњџѓќѕßñãõåæøłżźćńęąěřůđőű")  # letters of none, also not of Kazakh in Latin


@lru_cache(maxsize=AT_ONCE)
def guess_language(text: str, heard: Heard) -> str | None:
    """``kk``, ``ru`` or ``en``; None where the words do not tell (a name, a city, digits)."""
    cut = _ADDRESS.sub(" ", text[:LIMIT])
    lowered, words = cut.lower(), [t.text for t in tokens(cut) if t.kind == "word"]
    score = {
        language: sum(map(lowered.count, letters)) + _spoken(words, language, heard)
        for language, letters in heard.language.letters.items()
    }
    best = max(score, key=lambda language: (score[language], language == ENGLISH))  # "on" is "он" too
    return best if score[best] > 0 else None


def _spoken(words: Sequence[str], language: str, heard: Heard) -> float:
    known, endings = heard.known_words[language], heard.language.endings[language]
    turned = [in_cyrillic(word, language, heard) for word in words]
    return sum(word in known for word in turned) + sum(
        0.5 for word in turned if len(word) > _LONG and word.endswith(endings)
    )


def in_cyrillic(word: str, language: str, heard: Heard) -> str:
    """A plain word as it is written in the language's own letters; English ones stay."""
    signs = heard.language
    if not "a" <= word[0] <= "z":
        return word
    letters, whole = signs.latin[language], signs.latin_words[language].get(word)
    return whole or signs.latin_letters[language].sub(lambda part: letters[part[0]], word)


def is_foreign(text: str) -> bool:
    """Whether it is surely in none of the three: in another script, or with letters that none of them has.

    Words that nobody knows do not tell it: Kazakh in Latin letters has enough of them.
    """
    letters = [char for char in text[:LIMIT].lower() if char.isalpha()]
    others = sum(not unicodedata.name(char, "").startswith(_OURS) for char in letters)
    return 2 * others > len(letters) or any(char in _NEVER for char in letters)


SHORTEST_MENDED = 7  # letters
SHORTEST_GUESSED = 4  # of a word that is in no table


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
    kept = heard.known_words[ENGLISH] if mixed else frozenset[str]()
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


def with_slips_mended(line: Sequence[Token], named: Sequence[NameFound], heard: Heard) -> Sentence | None:
    """The sentence with each word in no table as the word for being taken that it is one slip of the finger from (увили,
    кетт), names left alone; None where there is no such word.
    """
    mended = [
        token if any(name.start <= token.start < name.end for name in named) else _as_taking(token, heard)
        for token in line
    ]
    return None if mended == [*line] else sentence_of(tuple(mended))


def _as_taking(token: Token, heard: Heard) -> Token:
    typed = token.text
    if token.kind != "word" or len(typed) < SHORTEST_GUESSED or typed in heard.every_known_word:
        return token
    near = process.extractOne(typed, heard.taking.get(typed[0], ()), scorer=OSA.distance, score_cutoff=1)
    if near is None or len(near[0]) < len(typed):  # one letter more may be a denial: қамалады, қамалмады
        return token
    return replace(token, text=near[0])


def heard_sentence(text: str, heard: Heard, language: str | None = None) -> Sentence:
    """The :func:`plain.sentence` of these tokens."""
    return sentence_of(heard_tokens(text, heard, language))
