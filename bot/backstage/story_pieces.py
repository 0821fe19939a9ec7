"""What of a message is the same in every run: its words without codes, times and numbers."""

import re
from functools import cache

from bot.backstage.story_code import cut
from bot.core.folding import fold
from bot.core.receipt_codes import known_words
from bot.resources.receipt_words import load_receipt_words

LINES = 2  # of a message that are enough
MOST = 2  # pieces
LONGEST = 34  # columns of a piece
LETTERS = 3  # that make a piece
EDGES = " .,:;·–—-"  # of a piece, where something was taken out

_CODE = re.compile(r"\b([^\W\d_]+) ([^\W\d_]+) \d\d\b")
_NUMBER = re.compile(r"\d[\d.:,]*(?:\s[^\W\d_]+)?")  # with the word that is counted: its form may change


def pieces(text: str, before: str = "") -> tuple[str, ...]:
    """Parts of the first lines that say something, or of those that were not there before."""
    known = {_bare(line) for line in before.splitlines()}
    found: list[str] = []
    lines = 0
    for line in text.splitlines():
        stable = [] if _bare(line) in known else _stable(line)
        if stable and lines < LINES:
            found += [piece for piece in stable if piece not in found]
            lines += 1
    return tuple(found[:MOST])


def is_stable(text: str) -> bool:
    """Whether all of it is the same in every run; small numbers, as of a list's entries, are."""
    return not codes(text) and not re.search(r"\d\d[:.]\d\d", text)


def codes(text: str) -> list[str]:
    """The codes of cases and receipts in it, as they stand there."""
    found, at = [], 0
    while match := _CODE.search(text, at):
        at = match.start(2)  # the word before a code may stand where its first word could
        if {fold(match[1]), fold(match[2])} <= _words():
            found.append(match[0])
            at = match.end()
    return found


def _stable(line: str) -> list[str]:
    parts = [part.strip(EDGES) for part in _bare(line).split("\0")]
    return [cut(part, LONGEST) for part in parts if sum(map(str.isalpha, part)) >= LETTERS]


def _bare(line: str) -> str:
    """The line with NUL for what changes."""
    for code in codes(line):
        line = line.replace(code, "\0")
    return _NUMBER.sub("\0", line)


@cache
def _words() -> frozenset[str]:
    return known_words(load_receipt_words().values())
