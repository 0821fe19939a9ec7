"""The unit that begins at a word: a number of people, a relative, one person, many, or who writes."""

from bot.core.understanding.count_facts import Unit, What
from bot.core.understanding.count_line import CountLine
from bot.core.understanding.count_numbers import counted
from bot.core.understanding.count_takers import is_about_takers
from bot.core.values import CountKind

_DOOR = 3  # words between a lawyer and being let in


def unit_at(line: CountLine, i: int) -> Unit | None:
    """The unit that begins at token ``i``."""
    number = line.kind(i) == "number" or line.text(i) in line.heard.numbers.known
    if line.within(i, line.heard.people.and_with) and line.within(i - 1, line.heard.people.kin):
        return None
    if (
        not number
        and line.text(i) not in line.heard.who.him
        and not line.within(i, line.heard.people.opening)
    ):
        return None
    return counted(line, i) or _single(line, i) or _many(line, i)


def _single(line: CountLine, i: int) -> Unit | None:
    """A relative, one person, or who writes."""
    said = line.heard.people
    value = line.valued(i, said.sets)
    if value is not None:
        return Unit(i, i + 1, value, What.KIN)
    if line.within(i, said.us):
        return None if line.within(i - 1, said.at_whose) else Unit(i, i + 1, 0, What.US)
    if line.within(i, said.kin) or line.within(i, said.kin_beside):
        weak = line.within(i, said.kin_beside) or _is_beside(line, i)
        return Unit(i, i + 1, 1, What.KIN, weak=weak)
    pointed = line.within(i, said.them) or line.text(i) in line.heard.who.him
    together = pointed and line.within(i + 1, said.and_with)  # "мы с братом", "him and his wife"
    if together:
        return Unit(i, i + 1, 1, What.ME, weak=True, acts=True)
    if line.within(i, said.writer) and (line.ends(i - 1) or not line.within(i, said.and_with)):
        return Unit(i, i + 1, 1, What.ME, acts=True)
    if line.within(i, said.me):
        return Unit(i, i + 1, 1, What.ME, weak=line.within(i - 1, said.at_whose))
    if line.within(i, said.one) and not is_about_takers(line, i + 1) and not _is_kept_out(line, i):
        return Unit(i, i + 1, 1, What.ONE, weak=_is_beside(line, i))
    return None


def _is_kept_out(line: CountLine, i: int) -> bool:
    """Whether it is a lawyer who is not let in to those who are held."""
    said = line.heard.people
    near = (*range(i - _DOOR, i), *range(i + 1, i + 1 + _DOOR))
    return line.within(i, said.helpers) and any(line.starts(k, said.let_in) for k in near)


def _is_beside(line: CountLine, i: int) -> bool:
    """Whether the person at ``i`` is where it happened, tells it, or is who the writer is."""
    said, k = line.heard.people, i - 1
    while line.within(k, said.possessive):
        k -= 1
    if line.within(k, said.at_whose) or line.within(k, said.told_of):
        return True
    return any(line.starts(j, said.tells) for j in (i + 1, i + 2) if not line.ends(i + 1))


def _many(line: CountLine, i: int) -> Unit | None:
    said = line.heard.people
    if line.within(i, said.part):
        return Unit(i, i + 1, 0, What.MANY, CountKind.SEVERAL, weak=True)
    if line.within(i, said.several):
        noun = next((k for k in range(i + 1, i + 4) if line.starts(k, said.persons)), None)
        if noun is not None:
            if is_about_takers(line, i + 1, noun=False) or is_about_takers(line, noun + 1):
                return None
            return Unit(i, noun + 1, 0, What.MANY, CountKind.SEVERAL)
    if line.within(i, said.plurals) and not is_about_takers(line, i + 1):
        if line.taken_near(i, 3, 5):
            return Unit(i, i + 1, 0, What.MANY, CountKind.SEVERAL, subject=True)
        if line.done_near(i, 3, 5, said.released):
            return Unit(i, i + 1, 0, What.MANY, CountKind.SEVERAL, weak=True)
    return None
