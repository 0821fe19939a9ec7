"""Whether a sentence says one of the phrases of a table.

A phrase does not count where it is denied or only supposed: "не журналист", "жарақат жоқ", "nobody is injured", "если меня
задержат". A denial that is one of the phrase's own words does not count ("нет инсулина", "пропал без вести").
"""

import re
from itertools import pairwise

from core.understanding.kinds import VocabularySection, Words
from core.understanding.phrase_table import PhraseTable

_REACH = 2  # words before and after a phrase in which a denial is looked for
_SUPPOSED = 5  # the same for "if" and "nobody"


class Denial(VocabularySection):
    """The words that take a phrase back: before it or in its gaps, behind it; and those that only suppose it.

    What happened is taken back by fewer words, close by: nobody writes commas in "муж не звонит забрали хабар жоқ".
    """

    before: Words
    after: Words
    supposed: Words
    undone_before: Words
    undone_after: Words
    auxiliary: Words
    nobody: Words
    silent: Words


def says(phrases: PhraseTable, sentence: str, denial: Denial) -> bool:
    """Whether the sentence says it somewhere without denying it."""
    return any(not _denied(sentence, m, denial) for m in phrases.finditer(sentence))


def happened(phrases: PhraseTable, sentence: str, denial: Denial) -> re.Match[str] | None:
    """The last time that the sentence says that it happened; None if it does not, or takes it back."""
    found = [match for match in phrases.finditer(sentence) if not _undone(sentence, match, denial)]
    return found[-1] if found else None


def mentions(phrases: PhraseTable, sentence: str) -> bool:
    """Whether the words stand there at all. For phrases that carry their own "not"."""
    return phrases.search(sentence) is not None


def _denied(sentence: str, match: re.Match[str], denial: Denial) -> bool:
    clause = _clause_end(sentence[: match.start()].split(" ")[-_SUPPOSED:])
    before, inside = clause[-_REACH:], _in_gaps(match)
    after = _clause_start(sentence[match.end() :].split()[:_REACH])
    clear = denial.before.isdisjoint(before) and denial.before.isdisjoint(inside)
    return not (clear and denial.after.isdisjoint(after)) or not denial.supposed.isdisjoint(clause)


def _undone(sentence: str, match: re.Match[str], denial: Denial) -> bool:
    clause = _clause_end(sentence[: match.start()].split(" ")[-_SUPPOSED:])
    inside, after = _in_gaps(match), sentence[match.end() :].split()[:1]
    near = [word for word in clause if word not in denial.auxiliary][-1:]
    return not (
        denial.undone_before.isdisjoint((*near, *inside))
        and denial.undone_after.isdisjoint(after)
        and denial.nobody.isdisjoint((*_telling(clause, denial), *inside))
        and denial.supposed.isdisjoint(clause)
    )


def _telling(clause: list[str], denial: Denial) -> list[str]:
    """Without a "nobody" that is silent: who is said to tell nothing denies nothing."""
    words = [word for word in clause if word not in denial.undone_before]
    return [word for word, behind in pairwise((*words, "")) if behind not in denial.silent]


def _in_gaps(match: re.Match[str]) -> list[str]:
    return " ".join(filter(None, match.groups())).split()


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
