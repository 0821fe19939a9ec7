"""Typed text made plain, so that one table entry meets all the ways in which people type a word.

Lower case, Kazakh letters as the Russian ones that stand in for them on a phone (ә→а, қ→к, і→и), ё as е, and Latin
letters that look Cyrillic inside a Cyrillic word turned back. Unlike ``folding.fold`` every step keeps the length: a
position in the plain text is the same position in what was typed, so a moment can quote its words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, chain

from msgspec import Struct

from core.character_map import Pairs, exchange_letters
from core.folding import clean_text

OPENING = 6  # letters, at most, by which phrases are found: with more of them fewer are tried in vain
LIMIT = 4096  # characters that are read at all: the longest message of the messengers
AT_ONCE = 8  # texts that stay cut in words: many readers look at one message, one after the other

_STAND_INS = tuple(zip("ёәғқңөұүһі", "еагкноуухи", strict=True))
_LOOKALIKES = tuple(zip("aceopxyikmthb", "асеорхуикмтнв", strict=True))
_UNIFORM = tuple(zip("’ʼ`‘–—−‑", "''''----", strict=True))
_PLAIN = (*_UNIFORM, *_STAND_INS)
_ALIKE: dict[str, Pairs] = {  # in a row of this language: people type either, or leave it out
    "kk": (("ы", "и"), ("и", "[ыи]"), ("ь", "ь?")),
    "ru": (("ь", "ь?"), ("ъ", "[ъь]?")),
}
_SKELETON = (("ы", "и"), ("ь", ""), ("ъ", ""))
_OTHERWISE = {"kk": ("ы", "и"), "ru": ("ь", "")}

_OPENINGS = range(1, OPENING + 1)
_LETTERS = r"[^\W\d_]+"
_SOMEBODY = r"(?:ким|кай|каш|кал|кан|неге|не)[^\W\d_]{0,6} ?-? ?(?:дир|дыр|тир|тыр)(?![^\W\d_])"  # «кімді-дір» asks nobody
_SIGN = "[\U0001f198\U0001f6a8]"  # SOS in a square, a police car's light: words of those who have no time for words
_WORDS = re.compile(_LETTERS)
_WORD = re.compile(rf"{_LETTERS}(?:'{_LETTERS})*|\d+|{_SIGN}")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")


@lru_cache(maxsize=AT_ONCE)
def readable(text: str) -> str:
    """The text without what no reader can see, composed (NFC), cut to what is read."""
    return unicodedata.normalize("NFC", clean_text(text[: 2 * LIMIT]))[:LIMIT]


def plain(text: str) -> str:
    """The text folded, character for character (the length stays)."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" would become two
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    if _LATIN.search(lowered) and _CYRILLIC.search(lowered):
        lowered = _WORDS.sub(_one_script, exchange_letters(lowered, _UNIFORM))
    return exchange_letters(lowered, _PLAIN)


def loose(text: str) -> str:
    """Plain, and ы as и, because people without Kazakh letters write either for і. For words of the clock."""
    return loosened(plain(text))


def loosened(word: str) -> str:
    """The same of a word that is plain already."""
    return word.replace("ы", "и")


def any_spelling(word: str, language: str) -> str:
    """A plain word of a row as a pattern that meets what people type for it: алып and алип, ночь and ноч."""
    return exchange_letters(word, _ALIKE.get(language, ()))


def skeleton(word: str) -> str:
    """What all that :func:`any_spelling` of a word meets has in common."""
    return exchange_letters(word, _SKELETON)


class Sentence(str):
    """Plain words with a space before and behind each: what phrase tables look at, one after the other.

    ``words``: of each word where the space before it is, and the openings of phrases that it may be. ``begun``: how many
    tables there were, and those that may have a phrase in it, a bit each.
    """

    begun = 0, 0

    @cached_property
    def words(self) -> list[tuple[int, list[str]]]:
        starts, found = accumulate((len(word) + 1 for word in self.split(" ")), initial=-1), []
        for start, common in zip(starts, skeleton(self).split(" "), strict=False):
            ended = f"{common} "
            found.append((start, [ended[:length] for length in _OPENINGS[: len(ended)]]))
        return found[1:]

    @property
    def openings(self) -> Iterable[str]:
        """Those of all words."""
        return chain.from_iterable(openings for _, openings in self.words)


def spellings(word: str, language: str) -> tuple[str, ...]:
    """The same as words: it, and how it is typed without its letters or in Latin ones."""
    other = word.replace(*_OTHERWISE.get(language, ("ь", "")))
    return (word,) if other == word or not other else (word, other)


def is_word(text: str) -> bool:
    """Whether plain text is one word or one number: what a token or a word of a :func:`sentence` can be."""
    return _WORD.fullmatch(text) is not None


def _one_script(match: re.Match[str]) -> str:
    word = match.group()
    if _LATIN.search(word) and _CYRILLIC.search(word):
        return exchange_letters(word, _LOOKALIKES)
    return word


class Token(Struct, frozen=True):
    """One piece of plain text. ``kind``: date, time, dotted (18.09 or 7.30), number, word, line, mark."""

    kind: str
    text: str
    start: int
    end: int


# Alternatives in order: what is longer and surer stands first.
_TOKEN = re.compile(
    r"(?P<date>(?<!\d)(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}([./-])\d{1,2}\2(?:\d{4}|\d{2}))(?!\d))"
    r"|(?P<time>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<dotted>(?<![\d.])\d{1,2}\.\d{2}(?![\d]))"
    r"|(?P<number>\d+)"
    rf"|(?P<word>{_SOMEBODY}|{_LETTERS}(?:'{_LETTERS})*|{_SIGN})"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\s])"
)


@lru_cache(maxsize=AT_ONCE)
def tokens(text: str) -> tuple[Token, ...]:
    """The plain text in pieces, left to right. ``text`` is as typed (already :func:`readable`)."""
    return tuple(
        Token(m.lastgroup or "mark", m.group().replace(" ", ""), m.start(), m.end())
        for m in _TOKEN.finditer(plain(text))
    )


_ENDS = frozenset(".!?;\n…")


def sentence(text: str) -> Sentence:
    """The plain words with one space between, "." or "," where a clause ends, "? ." behind a question: what phrase tables
    look at.
    """
    return sentence_of(tokens(text))


@lru_cache(maxsize=AT_ONCE)
def sentence_of(line: tuple[Token, ...]) -> Sentence:
    """The sentence that these tokens make."""
    return Sentence(f" {' '.join(word for _, word in _placed_words(line))} ")


def places_of(line: tuple[Token, ...]) -> tuple[int, ...]:
    """Of each word of that sentence the token that it comes from."""
    return tuple(i for i, _ in _placed_words(line))


def _placed_words(line: tuple[Token, ...]) -> Iterator[tuple[int, str]]:
    for i, token in enumerate(line):
        if token.text == "?":
            yield from ((i, "?"), (i, "."))
        elif token.kind == "line" or token.text in _ENDS:
            yield i, "."
        elif token.text in (",", ":", "(", ")"):
            yield i, ","
        elif token.kind != "mark":
            yield i, token.text
