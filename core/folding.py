"""How text of the three languages is cleaned for keeping and folded for comparing.

``clean`` keeps what a person wrote and takes out what no reader can see. ``fold`` is for comparing only: what is
typed with Kazakh letters, without them, in capitals or with look-alikes of the other alphabet comes out the same.
``fold`` does not transliterate: English words stay English.
"""

import re
import unicodedata
from functools import lru_cache

from core.character_map import exchange_letters

# Kazakh (and a few neighbours') Cyrillic letters as people type them without a Kazakh keyboard.
_PLAIN = (*zip("әғқңөұүһіё", "агкноуухие", strict=True), *zip("їєґўҳҷӣӯ", "иегухчиу", strict=True))
# Kazakh Latin letters whose mark changes the sound; every other mark on a Latin letter is dropped.
_LATIN = (("ş", "sh"), ("ç", "ch"), ("ı", "i"), ("ß", "ss"), ("ø", "o"), ("ł", "l"), ("đ", "d"))
_APOSTROPHES = tuple((typed, "'") for typed in "’‘ʼʻ`´′")

_TO_CYRILLIC = tuple(zip("aceopxykmthbi", "асеорхукмтнви", strict=True))
_TO_LATIN = tuple(zip("асеорхукмтнвиі", "aceopxykmthbii", strict=True))
_LETTERS = re.compile(r"[^\W\d_]+")
_MIXED = re.compile("[a-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-z]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")

# Invisible: soft hyphen, zero width, bidi marks, overrides and isolates, fillers, tags, byte order mark.
# The zero width joiner (200D) stays where it holds an emoji together.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
_JOINER = re.compile(
    "(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)
_MARK = re.compile("[\u0300-\u036f]")  # stress marks, and what lower case leaves of a dotted capital I
_NEWLINE = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
# Also what stands for no character (U+FFFF and its like): no file in XML may have it.
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)

_WORD = re.compile(r"[^\W_]+")
_NEW_LINE = re.compile(r"\s*\n\s*")
_COMMAND = re.compile(r"(?<![\w/])/(?=\w)")
_WORD_JOINER = "\u2060"


def storable_text(text: str) -> str:
    """The text as it is stored: without signs that stand for nothing, and that no file in XML may have."""
    return _CONTROL.sub("", _NEWLINE.sub("\n", text))


def clean_text(text: str) -> str:
    """The text as it may be stored and shown: no control or non-characters, no bidi overrides, nothing of zero width.

    Newlines stay (all kinds become ``\\n``), tabs become spaces, unpaired surrogates are dropped. Nothing is trimmed.
    """
    if text.isascii() and text.isprintable():  # most
        return text
    return _JOINER.sub("", _UNSEEN.sub("", storable_text(text).replace("\t", " ")))


def inert_line(text: str) -> str:
    """Somebody's words as others may be shown them: cleaned, in one line, and no command in them can be tapped.

    A line of theirs could look like one of the card's own.

    Messengers make a link of every ``/hide`` in a text, and who taps it has written it. Behind the slash stands a sign that
    nobody sees, so that it is no command any more.
    """
    return _COMMAND.sub("/" + _WORD_JOINER, _NEW_LINE.sub(" ⏎ ", clean_text(text).strip()))


@lru_cache(maxsize=8)  # several readers look at one message
def fold_text(text: str) -> str:
    """The form in which text is compared: NFKC, lower case, plain letters, newlines as they are.

    ``Қарағанды`` → ``караганды``; ``ещё`` → ``еще``; ``Алмaты`` with a Latin a → ``алматы``; ``Qarağandy`` → ``qaragandy``.
    """
    text = exchange_letters(unicodedata.normalize("NFKC", clean_text(text)).casefold(), _APOSTROPHES)
    if not text.isascii():
        text = _MARK.sub("", text)
        text = _LETTERS.sub(_one_alphabet, text)
        text = exchange_letters(_unmarked(exchange_letters(text, _LATIN)), _PLAIN)
    return text


def folded_words(text: str) -> list[str]:
    """The folded text as words and numbers, in order; everything else separates (a hyphen and an apostrophe too)."""
    return _WORD.findall(fold_text(text))


def _one_alphabet(match: re.Match[str]) -> str:
    """A word of both alphabets in the one that most of its letters have; its look-alikes follow."""
    word = match.group()
    if _MIXED.search(word) is None:
        return word
    cyrillic = len(_CYRILLIC.findall(word))
    return exchange_letters(word, _TO_CYRILLIC if 2 * cyrillic >= len(word) else _TO_LATIN)


def _unmarked(text: str) -> str:
    """Without the marks on Latin letters; Cyrillic letters keep theirs (й is not и)."""
    if text.isascii():
        return text
    return "".join(_bare(c) if "\u00c0" <= c <= "\u024f" or "\u1e00" <= c <= "\u1eff" else c for c in text)


def _bare(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
