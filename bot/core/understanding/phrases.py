"""Whether a sentence says one of the phrases of a table.

A phrase does not count where it is denied or only supposed: "не журналист", "жарақат жоқ", "nobody is injured", "если меня
задержат". A denial that is one of the phrase's own words is none ("нет инсулина", "пропал без вести").
"""

import re

from bot.core.understanding.kinds import Section, Words

_REACH = 2  # words before and after a phrase in which a denial is looked for
_SUPPOSED = 5  # the same for "if"


class Denial(Section):
    """The words that take a phrase back: before it or in its gaps, behind it; and those that only suppose it."""

    before: Words
    after: Words
    supposed: Words


def says(pattern: re.Pattern[str], sentence: str, denial: Denial) -> bool:
    """Whether the sentence says it somewhere without denying it."""
    return any(not _denied(sentence, m, denial) for m in pattern.finditer(sentence))


def mentions(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether the words stand there at all. For phrases that carry their own "not"."""
    return pattern.search(sentence) is not None


def _denied(sentence: str, match: re.Match[str], denial: Denial) -> bool:
    clause = _clause_end(sentence[: match.start()].split(" ")[-_SUPPOSED:])
    before, inside = clause[-_REACH:], " ".join(filter(None, match.groups())).split()
    after = _clause_start(sentence[match.end() :].split()[:_REACH])
    clear = denial.before.isdisjoint(before) and denial.before.isdisjoint(inside)
    return not (clear and denial.after.isdisjoint(after)) or not denial.supposed.isdisjoint(clause)


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
