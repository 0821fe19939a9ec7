"""When: the moment that clock words mean.

Facts are gathered left to right; one that contradicts what the group has (a second day, a second hour) begins a new
group, and the first group that makes a sound moment is the one. Rules:

* an hour without a day is the latest such hour not after now; so are a part of a day, a weekday and a yearless date
  (but a yearless date up to a month ahead is a date in the future, not one of last year);
* "last night", "вчера ночью", "кеше түнде" are the night that followed yesterday;
* ``at`` is the start of what the precision covers, in the place's zone, kept as UTC; for "an hour ago", an hour ago;
* ``exact`` is False with "about", lunch, months and everything counted back from now;
* hours are those of the 24-hour clock, unless a part of the day is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.understanding.clock_facts import Clock, Line
from bot.core.understanding.clock_foreign import other_moment
from bot.core.understanding.clock_group import Group, When, as_utc, groups, resolve
from bot.core.understanding.heard import Heard
from bot.core.understanding.language import guess_language
from bot.core.understanding.latin import heard_tokens
from bot.core.understanding.phones import without_phones
from bot.core.understanding.plain import readable
from bot.core.values import Moment

LONG_AGO_YEARS = 10  # older than this is asked about
_DOTTED_HALF = re.compile(r"(?<![^\W\d_])([apAP])\.( ?)([mM])(\.|(?![^\W\d_]))")  # "7 p.m."
_SKEW = timedelta(minutes=5)  # phones' clocks differ, and people round up


class MomentProblem(StrEnum):
    """Why an answer to "when" cannot be taken without asking."""

    IMPOSSIBLE = "impossible"  # 31 February, 25 o'clock
    FUTURE = "future"
    LONG_AGO = "long_ago"


@dataclass(frozen=True, slots=True)
class CheckedMoment:
    """An answer to "when". Where nothing was understood the words stay, with precision unknown and no problem."""

    moment: Moment
    problem: MomentProblem | None = None


def understand_moment(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None
) -> Moment | None:
    """The first sound moment that free text names; None if there is none. ``now`` is UTC; so is the result.

    Impossible dates, the future and more than ten years ago are nobody's beginning and are passed over.
    """
    readings = _readings(text, heard, now, zone, language)
    return next((c.moment for c in readings if c.problem is None and c.moment.at), None)


def check_moment(
    text: str,
    heard: Heard,
    now: datetime,
    zone: ZoneInfo,
    language: str | None = None,
    years: int = LONG_AGO_YEARS,
) -> CheckedMoment:
    """The answer to the question "when". More than ``years`` ago must be asked about. ``words`` is the whole answer."""
    words = readable(text).strip()
    found = list(_bare_hour(words, now, zone, years) or _readings(words, heard, now, zone, language, years))
    best = next((c for c in found if c.problem is None and c.moment.at), None)
    best = best or next((c for c in found if c.problem), None) or CheckedMoment(Moment())
    return replace(best, moment=replace(best.moment, words=words))


def _bare_hour(answer: str, now: datetime, zone: ZoneInfo, years: int) -> list[CheckedMoment]:
    """A number as the whole answer is an hour."""
    if not (answer.isdecimal() and len(answer) <= 2 and int(answer) <= 24):
        return []
    group = Group(0, 1, clock=Clock(int(answer)))
    return [_checked(resolve(group, now, zone), now, zone, years, answer)]


def _readings(
    text: str,
    heard: Heard,
    now: datetime,
    zone: ZoneInfo,
    language: str | None,
    years: int = LONG_AGO_YEARS,
) -> Iterator[CheckedMoment]:
    """All that the words can mean, the surest first."""
    shown = readable(text)
    line, language = _line(shown, heard, language)
    later: list[CheckedMoment] = []
    nothing = True
    for group in groups(line):
        nothing = False
        checked = _checked(
            resolve(group, now, zone), now, zone, years, _cut(shown, line, group.start, group.end)
        )
        if group.now is not None and not group.now.sure:
            later.append(checked)
        else:
            yield checked
    yield from later
    if nothing and (other := other_moment(line, now, zone, language)):
        when, start, end = other
        yield _checked(when, now, zone, years, _cut(shown, line, start, end))


def _line(shown: str, heard: Heard, language: str | None) -> tuple[Line, str | None]:
    language = guess_language(shown, heard) or language
    read = _DOTTED_HALF.sub(lambda m: (m[1] + m[3]).ljust(len(m[0])), without_phones(shown))
    return Line(heard_tokens(read, heard, language), heard, kazakh=language == "kk"), language


def _cut(shown: str, line: Line, start: int, end: int) -> str:
    return shown[line.tokens[start].start : line.tokens[end - 1].end]


def _checked(when: When, now: datetime, zone: ZoneInfo, years: int, words: str) -> CheckedMoment:
    if when.impossible:
        return CheckedMoment(Moment(words=words), MomentProblem.IMPOSSIBLE)
    at = as_utc(when, zone)
    if at is None:
        problem = None if when.year is None else _problem_of_year(when.year, now.astimezone(zone).year, years)
        return CheckedMoment(Moment(words=words), problem)
    problem = None
    if at > now + _SKEW:
        problem = MomentProblem.FUTURE
    elif at < now - timedelta(days=365.25 * years):
        problem = MomentProblem.LONG_AGO
    return CheckedMoment(Moment(at, when.precision, when.exact, words), problem)


def _problem_of_year(year: int, this: int, years: int) -> MomentProblem | None:
    if year > this:
        return MomentProblem.FUTURE
    return MomentProblem.LONG_AGO if year < this - years else None
