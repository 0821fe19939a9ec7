"""Codes that read as nothing in particular.

A receipt code lets a reporter come back from another phone: two everyday words and two digits (``алма терезе 42``). With 256
words or more a list there are over five million codes a language: enough where tries are limited. The code of a case is one
for all languages and can be read aloud in each of them: twice three digits (``483-170``). Neither is sequential.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from rapidfuzz.distance import OSA

from core.folding import fold_text

LONGEST = 60  # characters of a code, however many spaces and hyphens somebody puts into it
SLIPS_FROM = 4  # letters of a word in which a slip is looked for
LOWEST, HIGHEST = 10, 99  # always two digits, so that no leading zero is lost

LOWEST_HALF, HIGHEST_HALF = 100, 999
_CASE_CODE = re.compile(r"[№#]?\s*([1-9]\d\d)\s*[-‐‑–—]?\s*([1-9]\d\d)\.?")

_BETWEEN = re.compile(r"[\W_]+")
_CODE = re.compile(r"([^\W\d_]{6,14})(\d\d)")
_AMONG_WORDS = re.compile(r"(?=(?<!\w)([^\W\d_]+[\W_]+[^\W\d_]+[\W_]*\d\d)(?!\d))")
_BLOT = re.compile(r"·[\W_]*·")
_WORD = re.compile(r"\w")
_JOINS = " \t\n\r.,:;—–-"
_ALMOST = re.compile(r"([^\W\d_]+)[\W_]+([^\W\d_]+)[\W_]*\d{1,3}[\W_]*")


def make_code(words: Sequence[str], pick: Callable[[int], int]) -> str:
    """A new code from these words. ``pick(n)`` draws a number from 0 to n - 1. Raises ValueError on under two words.

    Codes may repeat: the caller that stores them tries again if a code is taken.
    """
    if len(words) < 2:
        raise ValueError("a code needs two different words")
    first = pick(len(words))
    second = pick(len(words) - 1)
    second += second >= first  # the same word twice would read as a slip
    return f"{words[first]} {words[second]} {LOWEST + pick(HIGHEST - LOWEST + 1)}"


def make_case_code(pick: Callable[[int], int]) -> str:
    """A new code of a case; as above, it may be taken."""
    return "-".join(f"{LOWEST_HALF + pick(HIGHEST_HALF - LOWEST_HALF + 1)}" for _ in range(2))


def normalise_case_code(text: str) -> str | None:
    """The form in which a case's code is stored, however it was typed; None if the text, as a whole, is no such code."""
    match = _CASE_CODE.fullmatch(text.strip()) if len(text) <= LONGEST else None
    return f"{match[1]}-{match[2]}" if match is not None else None


def normalise_code(text: str, known: Collection[str] | None = None) -> str | None:
    """The one form in which a code is hashed and looked up, or None if the text, as a whole, cannot be a code.

    However it was typed: capitals, hyphens, spaces or none, ``ё`` or ``е``, with or without the Kazakh letters.
    ``known`` (see :func:`known_words`) tells codes from other short words with a number, as in ``Алматы 17``.
    """
    if len(text) > LONGEST:
        return None
    match = _CODE.fullmatch(_BETWEEN.sub("", fold_text(text)))
    if match is None or (known is not None and not _two_of(known, match[1])):
        return None
    return f"{match[1]}{int(match[2])}"


def code_among_words(text: str, known: Collection[str]) -> tuple[str, str] | None:
    """A code that stands among words, as :func:`normalise_code` gives it, and as it was typed; None without either."""
    for match in _AMONG_WORDS.finditer(text):
        code = normalise_code(match[1], known)
        if code is not None and _WORD.search(words_beside(text, match[1])):
            return code, match[1]
    return None


def words_beside(text: str, code: str) -> str:
    """The same words without the code that was typed among them, and without what only joined it to them."""
    before, _, behind = text.partition(code)
    return " ".join(filter(None, (before.rstrip(_JOINS), behind.lstrip(_JOINS)))).strip()


def blotted(text: str, code: str) -> str:
    """The same text with a dot for each sign of the code that was typed in it: no shorter, and as odd as it was."""
    parts = re.findall(r"[^\W_]+", code)
    return re.sub(
        r"[\W_]+".join(map(re.escape, parts)),
        lambda found: "".join("·" if sign.isalnum() else sign for sign in found.group()),
        text,
    )


def without_blot(text: str) -> str:
    """The words beside a code that was blotted."""
    found = _BLOT.search(text)
    return words_beside(text, found.group()) if found is not None else text


def is_mistyped(text: str, known: Collection[str]) -> bool:
    """Whether the text, as a whole, is a code but for a slip: one letter of one word, or a digit too few or too many."""
    match = _ALMOST.fullmatch(fold_text(text)) if len(text) <= LONGEST else None
    if match is None:
        return False
    first, second = match.groups()
    if first in known and second in known:
        return True
    other = second if first in known else first
    return (first in known or second in known) and any(_one_slip(other, word) for word in known)


def _one_slip(typed: str, word: str) -> bool:
    """Whether one letter was changed, left out or put in, or two neighbours changed places. Short words are no proof."""
    return len(typed) >= SLIPS_FROM and OSA.distance(typed, word, score_cutoff=1) <= 1


def known_words(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words of all lists as :func:`normalise_code` compares them. Compute it once."""
    return frozenset(fold_text(word) for words in lists for word in words)


def _two_of(known: Collection[str], letters: str) -> bool:
    return any(letters[:n] in known and letters[n:] in known for n in range(1, len(letters)))
