"""Phrase tables: how a fact is said, one phrase a line, in natural spelling, read over :func:`plain.sentence`.

    ``задерж*``   a word that begins so
    ``а|б``       either word
    ``~``         up to three words of the same clause between
    ``!у``        the word before is not "у" (stands first)
    ``[а|б]``     a word that may be missing

A phrase does not count where it is denied or only supposed: "не журналист", "жарақат жоқ", "nobody is injured", "если меня
задержат". A denial that a phrase begins with is its own ("нет инсулина").
"""

import re
from collections.abc import Mapping

from bot.core.understanding.plain import plain, plain_words

_GAP = r"(?: [^ ,.]+){0,3}"
_BEFORE = plain_words("не ни нет без никто никого not no nobody none isn't wasn't aren't never without")
_AFTER = plain_words("жоқ емес жоқпын емеспін нет not")
_IF = plain_words("если if егер")
_REACH = 2  # words before and after a phrase in which a denial is looked for
_SUPPOSED = 5  # the same for "if"


def compile_table(table: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Each id's phrases as one pattern."""
    return {key: compile_phrases(phrases) for key, phrases in table.items()}


def compile_phrases(phrases: str) -> re.Pattern[str]:
    """One pattern for phrases written one a line."""
    lines = [line.split() for line in plain(phrases).strip().splitlines()]
    return re.compile("|".join(_phrase(line) for line in lines if line))


def _phrase(line: list[str]) -> str:
    guard = ""
    if line[0].startswith("!"):
        guard, line = f"(?<! {re.escape(line[0][1:])})", line[1:]
    out = guard
    for word in line:
        if word == "~":
            out += _GAP
        elif word.startswith("["):
            out += f"(?: {_word(word[1:-1])})?"
        else:
            out += f" {_word(word)}"
    return out + "(?= )"


def _word(word: str) -> str:
    choices = [
        re.escape(w.removesuffix("*")) + ("[^ ,.]*" if w.endswith("*") else "") for w in word.split("|")
    ]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def says(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether the sentence says it somewhere without denying it."""
    return any(not _denied(sentence, m) for m in pattern.finditer(sentence))


def mentions(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether the words stand there at all. For phrases that carry their own "not"."""
    return pattern.search(sentence) is not None


def _denied(sentence: str, match: re.Match[str]) -> bool:
    clause = _clause_end(sentence[: match.start()].split(" ")[-_SUPPOSED:])
    before, inside = clause[-_REACH:], match.group().split()[1:]
    after = _clause_start(sentence[match.end() :].split()[:_REACH])
    denied = not (_BEFORE.isdisjoint(before) and _BEFORE.isdisjoint(inside) and _AFTER.isdisjoint(after))
    return denied or not _IF.isdisjoint(clause)


def _clause_end(words: list[str]) -> list[str]:
    for i in range(len(words) - 1, -1, -1):
        if words[i] in (",", "."):
            return words[i + 1 :]
    return words


def _clause_start(words: list[str]) -> list[str]:
    for i, word in enumerate(words):
        if word in (",", "."):
            return words[:i]
    return words
