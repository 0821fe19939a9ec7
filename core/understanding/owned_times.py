"""To what a time in a message belongs: an hour is of the clause in which it stands, and of what that clause tells.

A clause that tells of a taking, or of those who came for it, gives its time to the arrest. One that tells of something else
keeps it: a fever, medicine, a meal, an age, a birth, a call, a visit, what the writer did. Any other verb may be of either:
its time answers where it is asked for, and by the way it is only perhaps so. A clause without a verb leaves it open.
"""

from collections.abc import Container, Sequence
from enum import Enum, auto

from core.understanding.count_line import CountLine
from core.understanding.evidence_words import EvidenceWords
from core.understanding.flags import ages_told
from core.understanding.phrases import mentions
from core.understanding.plain import sentence_of

_FAR = 10_000  # words: nowhere in the clause
_REMEDY = 3  # words between "takes" and what is taken in


class Owner(Enum):
    """Whose a time is."""

    TAKING = auto()
    OTHER = auto()
    UNSURE = auto()
    OPEN = auto()


def owner_of(
    line: CountLine,
    words: EvidenceWords,
    start: int,
    end: int,
    *,
    is_now: bool,
    of_us: bool = False,
    taking: Container[int] = (),
) -> Owner:
    """Whose the time is that lies between these characters. ``of_us``: the writer is held, and what they do is of that.
    ``taking``: the tokens at which more than one word says that somebody is taken.
    """
    at = [i for i, token in enumerate(line.tokens) if start <= token.start < end]
    if not at:
        return Owner.OPEN
    low, high = _clause_around(line, words, at)
    clause, people = range(low, high), line.heard.people
    taken = [i for i in clause if _is_taking(line, words, i, taking)]
    owned = [i for i in clause if line.starts(i, words.owns_time)]
    if taken:
        return Owner.OTHER if _distance(owned, at) < _distance(taken, at) else Owner.TAKING
    pointed = line.heard.who.him | line.heard.who.they | people.us
    if is_now and any(line.text(i) in pointed for i in clause):
        return Owner.OTHER
    visited = any(line.starts(i, words.visitors) for i in clause)
    if owned or visited or _is_of_health(line, clause):
        return Owner.OTHER
    if any(line.within(i, people.came) for i in clause):
        return Owner.TAKING
    if not of_us and any(line.within(i, people.writer) for i in clause):
        return Owner.OTHER
    told = _is_told(line, words, [i for i in clause if i not in at])
    return Owner.UNSURE if told else Owner.OPEN


def _clause_around(line: CountLine, words: EvidenceWords, at: Sequence[int]) -> tuple[int, int]:
    """From where to where it goes; "and" ends it where something is told on this side: "at eight and at night" is one."""
    low, high = at[0], at[-1] + 1
    while not line.ends(high) and not _turns(line, words, high, range(at[-1] + 1, high)):
        high += 1
    while not line.ends(low - 1) and not _turns(
        line, words, low - 1, (*range(low, at[0]), *range(at[-1] + 1, high))
    ):
        low -= 1
    return low, high


def _turns(line: CountLine, words: EvidenceWords, i: int, told: Sequence[int]) -> bool:
    is_and = line.within(i, line.heard.people.and_with)
    return line.within(i, words.turns) or (is_and and _is_told(line, words, told))


def _is_told(line: CountLine, words: EvidenceWords, clause: Sequence[int]) -> bool:
    """Whether there is a verb which does not only say where somebody is."""
    people, sentences = line.heard.people, line.heard.sentences
    language = "en" if line.english else "kk" if line.kazakh else "ru"
    acts = people.taken + words.acts + words.owns_time
    return any(
        line.starts(i, acts)
        or line.within(i, people.came)
        or (
            sentences.is_verb(line.text(i), language)
            and not line.text(i).startswith(sentences.locates[language])
        )
        for i in clause
    )


def _is_taking(line: CountLine, words: EvidenceWords, i: int, taking: Container[int]) -> bool:
    """Whether somebody is taken there, and no pill: "he takes his tablets at eight"."""
    near = (*range(i - _REMEDY, i), *range(i + 1, i + 1 + _REMEDY))
    if line.kazakh and line.starts(i - 1, words.acts):  # "жылап отыр": what is done stands before
        return False
    is_taken = i in taking or line.starts(i, line.heard.people.taken)
    return is_taken and not any(line.starts(k, words.remedies) for k in near)


def _distance(found: Sequence[int], at: Sequence[int]) -> int:
    return min((min(abs(i - at[0]), abs(i - at[-1])) for i in found), default=_FAR)


def _is_of_health(line: CountLine, clause: range) -> bool:
    """Whether the clause tells how somebody is, or how old."""
    heard, tokens = line.heard, line.tokens[clause.start : clause.stop]
    if any(map(line.measures, clause)) or ages_told(tokens, heard):
        return True
    said = sentence_of(tokens)
    return any(mentions(table, said) for table in (heard.later.ill, heard.flags["medicine"]))
