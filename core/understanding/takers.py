"""Who takes, told apart from who is held: "six of them in masks", «их было шестеро», «төртеуі ағамды алып кетті».

Those who take are counted by how they are dressed, by coming, or by acting on somebody else who is named.
"""

from collections.abc import Sequence

from core.understanding.count_line import CountLine, Unit, What
from core.understanding.evidence_words import EvidenceWords

_SO_MANY = (What.NUMBER, What.MANY, What.US)
PERSONS = (What.KIN, What.ONE, What.NAME, What.ME)
_REACH = 3  # words behind those counted in which it says that they are who takes
_ACTING_REACH = 3  # between what was done and those who did it: "маму вывели под руки двое"


def is_about_takers(line: CountLine, i: int, noun: bool = True) -> bool:
    """Whether those just named are who takes: "двое полицейских", "двое парней без формы", "екі адам келіп".

    ``noun``: a word for people stands before, so that the police behind it are others.
    """
    said = line.heard.people
    for k in range(i, i + _REACH):
        if line.ends(k):
            return False
        coming = line.within(k, said.came) and not line.within(k + 1, said.passive)
        if coming or (not noun and line.starts(k, said.takers)):
            return True
        if line.starts(k, said.taken):
            return False
        if line.starts(k + 1, said.dress) and not line.ends(k + 1):  # "in masks", "without uniform"
            return True
        if not line.starts(k, (*said.persons, *said.dress)):
            return line.starts(k, said.dress)
    return False


def came(line: CountLine, i: int) -> bool:
    """Whether the word at ``i`` says that those behind it came: "приехали двое"."""
    said = line.heard.people
    return line.within(i, said.came) and not line.starts(i, said.taken)


def are_takers(line: CountLine, words: EvidenceWords) -> bool:
    """Whether only those who came are counted, beside somebody who is known to be held: "they were 3", "six in masks"."""
    places = range(len(line.tokens))
    if _is_done(line, places):
        return False
    return any(line.starts(i, line.heard.people.dress) for i in places) or _says_how_many(line, words, places)


def _says_how_many(line: CountLine, words: EvidenceWords, clause: Sequence[int]) -> bool:
    """Whether it says of "them" that they were so many."""
    return all(any(line.within(i, table) for i in clause) for table in (words.been, words.those))


def are_they(line: CountLine, words: EvidenceWords, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a number in a clause by itself is of "them" who took somebody else: "took my son. there were five of them"."""
    low, high = clause_of(line, unit)
    clause = range(low, high)
    if unit.what not in _SO_MANY or _is_done(line, clause):
        return False
    elsewhere = [other for other in units if not low <= other.start < high]
    counted = any(other.what in _SO_MANY for other in elsewhere)
    taken = any(other.what in PERSONS and _is_beside_taking(line, other) for other in elsewhere)
    return taken and not counted and _says_how_many(line, words, clause)


def _is_beside_taking(line: CountLine, unit: Unit) -> bool:
    return _is_done(line, range(*clause_of(line, unit)))


def _is_done(line: CountLine, clause: Sequence[int]) -> bool:
    people = line.heard.people
    return any(line.starts(i, people.taken + people.released) for i in clause)


def clause_of(line: CountLine, unit: Unit) -> tuple[int, int]:
    """Where the clause around it begins and ends, as tokens."""
    low, high = unit.start, unit.end
    while not line.ends(low - 1):
        low -= 1
    while not line.ends(high):
        high += 1
    return low, high


def take_others(line: CountLine, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether somebody else stands in their clause whom they took."""
    if unit.what is not What.NUMBER:
        return False
    if line.english:
        return _takes_behind(line, unit, units)
    return unit.subject and _is_acting(line, unit) and _on_others(line, unit, units)


def _takes_behind(line: CountLine, unit: Unit, units: Sequence[Unit]) -> bool:
    """In English who is taken stands right behind what is done: "two men grabbed my brother"."""
    said, k = line.heard.people, unit.end
    k += line.within(k, said.being) or line.within(k, said.just)
    if not line.starts(k, said.taken):
        return False
    k += 1
    while line.within(k, said.possessive):
        k += 1
    return line.text(k) in line.heard.who.him or any(u.start == k and u.what in PERSONS for u in units)


def _on_others(line: CountLine, unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether somebody else stands in the clause; not beside them: "забрали двух парней и девушку"."""
    others = [u for u in units if u.what in PERSONS and not (u.weak or u.acts)]
    between = ((min(u.end, unit.end), max(u.start, unit.start)) for u in others)
    return any(not any(map(line.ends, range(*span))) and not _is_and(line, *span) for span in between)


def _is_and(line: CountLine, start: int, end: int) -> bool:
    said = line.heard.people
    return start < end and all(line.within(i, said.and_with | said.possessive) for i in range(start, end))


def _is_acting(line: CountLine, unit: Unit) -> bool:
    return line.taken_near(unit.end - 1, 0, 2) or line.taken_near(unit.start, _ACTING_REACH, 0)
