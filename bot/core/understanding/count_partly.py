"""Some of those who were taken were let go, and both are counted: "задержали девятерых, двоих отпустили" leaves seven."""

from bot.core.understanding.count_line import CountLine, count_line
from bot.core.understanding.heard import Heard
from bot.core.understanding.phones import without_phones
from bot.core.values import CountKind, People

_REACH = 3  # tokens between a number and the word for what was done
_MOST = 500  # people; what is more is no count of people


def left_behind(shown: str, heard: Heard, language: str | None) -> People | None:
    """How many are held still; None unless fewer were let go than had been taken before. ``shown``: readable."""
    line = count_line(without_phones(shown), heard, language)
    counts = list(numbers_told(line))
    freed = [(i, n) for i, end, n in counts if _is_beside(line, i, end, heard.people.released)]
    if not freed:
        return None
    at, free = freed[0]
    taken = [n for i, end, n in counts if i < at and _is_beside(line, i, end, heard.people.taken)]
    held = max(taken, default=0) - free
    return People((), held, CountKind.EXACT) if held > 0 else None


def numbers_told(line: CountLine) -> list[tuple[int, int, int]]:
    """Where each number of people begins and ends, and the number. Hours and days are none."""
    found, i = [], 0
    while i < len(line.tokens):
        together = line.heard.numbers.together.get(line.text(i))
        number = (together, i + 1) if together else line.number(i)
        if number is None or not 0 < number[0] <= _MOST or _is_time(line, i, number[1]):
            i += 1
            continue
        found.append((i, number[1], number[0]))
        i = number[1]
    return found


def _is_time(line: CountLine, i: int, end: int) -> bool:
    clock = line.heard.clock
    behind = line.text(end)
    of_time = behind in clock.hour_words or behind in clock.minute_words or (behind,) in clock.units
    return of_time or line.text(i - 1) in clock.hour_prepositions or line.starts(end, line.heard.ages.years)


def _is_beside(line: CountLine, i: int, end: int, done: tuple[str, ...]) -> bool:
    for near in (range(end, end + _REACH), range(i - 1, i - 1 - _REACH, -1)):
        for k in near:
            if line.ends(k) or line.number(k):
                break
            if line.starts(k, done):
                return not line.denied(k)
    return False
