"""Readers of what is counted back from now: "2 часа назад", "уже 3 часа", "пятый час", "just now"."""

from bot.core.understanding.clock_days import after_number
from bot.core.understanding.clock_facts import Ago, Before, Day, Fact, Found, Line, Now
from bot.core.understanding.heard_people import spoken
from bot.core.understanding.numbers import number_at

_DAY = 24 * 60  # minutes


def ago(line: Line, i: int) -> Found | None:
    """ "2 часа назад", "жарты сағат бұрын", "уже 3 часа", "for 3 hours", "just now"."""
    if now := line.phrase(line.said.now, i):
        if line.word(now[1]) in line.said.places:
            return None
        return (() if _is_hour(line, now[1]) else (Now(now[0] == "surely"),)), now[1]
    if nth := _nth(line, i):
        return nth
    if part := line.phrase(line.said.spans, i):
        return _behind(line, i, part[0], "minute", part[1])
    amount, j = _amount(line, i)
    if unit := line.phrase(line.said.units, j):
        j = unit[1]
        late = number_at(line.tokens, j, line.heard.numbers) if amount is None else None
        behind = line.said.ago if line.word(i) in line.said.oclock else line.said.ago | line.said.already
        if late and line.word(late[1]) in behind:  # "часа два назад", "часа два как"; no "сағат 7-ден бері"
            amount, j = late
        elif amount is None and (line.word(i) in line.said.bare_plurals or _is_several(line, i)):
            return None
        return _behind(line, i, 1 if amount is None else amount, unit[0], j)
    return None


def _is_several(line: Line, i: int) -> bool:
    """Whether it is said to be some, and not how many: "несколько часов назад"."""
    return i > 0 and spoken(line.tokens[i - 1].text) in line.heard.people.several


def _is_hour(line: Line, i: int) -> bool:
    """Whether an hour stands there: "сейчас 9 вечера"."""
    return line.kind(i) in ("number", "time", "dotted") or line.word(i) in line.said.oclock


def _nth(line: Line, i: int) -> Found | None:
    """ "пятый час", "третьи сутки", "екінші күн", "the 5th hour": it began before the one that runs."""
    n, j = line.said.nth.get(line.word(i)), i + 1
    if n is None and line.kind(i) == "number" and (j := after_number(line, i + 1)) > i + 1:
        n = int(line.word(i)) if len(line.word(i)) <= 2 else None
    unit = line.phrase(line.said.units, j) or _day_span(line, j)
    if n is None or n < 2 or unit is None:
        return None
    match unit[0]:
        case "hour":
            return (Ago(60 * n - 30, coarse=True),), unit[1]
        case "day":
            return (Day(1 - n, about=True),), unit[1]
        case "week":
            return (Day(7 - 7 * n, about=True),), unit[1]
    return None


def _day_span(line: Line, i: int) -> tuple[str, int] | None:
    span = line.phrase(line.said.spans, i)
    return ("day", span[1]) if span and span[0] == _DAY else None


def _amount(line: Line, i: int) -> tuple[int | None, int]:
    few = line.said.few.get(line.word(i))
    if few is not None:
        return few, i + 1 + (line.word(i + 1) in line.said.of)
    number = line.number(i)
    return number if number else (None, i)


def _behind(line: Line, i: int, amount: int, unit: str, end: int) -> Found | None:
    if end < len(line.words) and line.word(end) in line.said.about:  # "час наверно прошел"
        passed = line.word(end + 1) in line.said.already | line.said.ago
        end += passed
    word = line.word(end)
    lasting = line.word(i - 1) in line.said.still or word in line.said.already
    if word in line.said.ago:
        end += 1
    elif not lasting or unit == "year" or (end == i + 1 and not _lasts(line, unit, end)):
        return None
    return (_shifted(amount, unit),), end


def _lasts(line: Line, unit: str, end: int) -> bool:
    """Whether a unit without a number is one of it ("уже час держат"), and no hour or part of the day."""
    return unit not in ("day", "year") and line.phrase(line.said.hour_parts, end) is None


def _shifted(amount: int, unit: str) -> Fact:
    match unit:
        case "minute":
            return Ago(amount, coarse=amount >= _DAY)
        case "hour":
            return Ago(60 * amount, coarse=True)
        case "day":
            return Day(-amount)
        case "week":
            return Day(-7 * amount, about=True)
    return Before(amount, unit)
