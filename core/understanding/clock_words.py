"""When: the moment that clock words mean.

Facts are gathered left to right; one that contradicts what the group has (a second day, a second hour) begins a new
group, and the first group that makes a sound moment is the one. Rules:

* an hour without a day is today's, or yesterday's if that is at most twelve hours ago; else it is to come, which is a
  problem. A part of a day, a weekday and a yearless date are the latest not after now (but a yearless date up to a
  month ahead is a date in the future, not one of last year);
* an hour that is said comes before one that is counted back from now ("уже 3 часа"), and both before "now";
* what stands in a sentence of medicine or food is no beginning, unless its clause says that somebody was taken;
* what stands beside a release ("отпустили час назад") is no beginning;
* "last night", "вчера ночью", "кеше түнде" are the night that followed yesterday;
* ``at`` is the start of what the precision covers, in the place's zone, kept as UTC; for "an hour ago", an hour ago;
* ``exact`` is False with "about", lunch, months and everything counted back from now;
* hours are those of the 24-hour clock, unless a part of the day is said; from one to five, and by halves and quarters,
  they are of the afternoon where that has been;
* a zone that is named ("по Москве", GMT) is that of its hour.

A zone that is named beside an hour is not a place: "в 7 утра по Москве" does not say where it happened.

In answers that hold nothing but a time, days ahead become dates ("in two days", "через неделю", "20-го"); elsewhere the same
words may tell of the past.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.understanding.clock_facts import Clock, Day, Line
from core.understanding.clock_resolve import SKEW, Group, When, as_utc, groups, resolve
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_tokens
from core.understanding.phones import without_phones
from core.understanding.phrases import mentions
from core.understanding.plain import loosened, readable, sentence_of, tokens
from core.values import Moment, Precision

YEAR = 4  # digits
LONG_AGO_YEARS = 10  # older than this is asked about
_DOTTED_HALF = re.compile(r"(?<![^\W\d_])([apAP])\.( ?)([mM])(\.|(?![^\W\d_]))")  # "7 p.m."


class MomentProblem(StrEnum):
    """Why an answer to "when" cannot be taken without asking."""

    IMPOSSIBLE = "impossible"  # 31 February, 25 o'clock
    FUTURE = "future"
    LONG_AGO = "long_ago"


class CheckedMoment(Struct, frozen=True):
    """An answer to "when". Where nothing was understood the words stay, with precision unknown and no problem."""

    moment: Moment
    problem: MomentProblem | None = None


def understand_moment(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None
) -> Moment | None:
    """The first plausible moment that free text names, if any. ``now`` is UTC; so is the result.

    Impossible dates, the future and more than ten years ago are nobody's beginning and are passed over.
    """
    shown = readable(text)
    return moment_of(shown, heard, now, zone, guess_language(shown, heard) or language)


def moment_of(
    shown: str,
    heard: Heard,
    now: datetime,
    zone: ZoneInfo,
    language: str | None,
    *,
    since: datetime | None = None,
) -> Moment | None:
    """The same for a readable text of which the language is known, as far as it tells it; none of before ``since``."""
    line = line_of(shown, heard, language)
    readings = (c.moment for c in _readings(shown, line, now, zone) if c.problem is None)
    return next((found for found in readings if found.at and (since is None or found.at >= since)), None)


def understand_appointment(
    text: str,
    heard: Heard,
    now: datetime,
    zone: ZoneInfo,
    language: str | None = None,
    *,
    hearing: bool = False,
) -> Moment | None:
    """When somebody is called to come: the first moment that is still ahead, today's day at least; None if none is."""
    found = understand_appointments(text, heard, now, zone, language, hearing=hearing)
    return found[0] if found else None


def understand_appointments(
    text: str,
    heard: Heard,
    now: datetime,
    zone: ZoneInfo,
    language: str | None = None,
    *,
    hearing: bool = False,
) -> list[Moment]:
    """All such moments, as they are said one after the other."""
    shown = readable(text)
    line = line_of(shown, heard, guess_language(shown, heard) or language, hearing=hearing)
    today = datetime.combine(now.astimezone(zone), time(), zone)
    found = []
    for group in groups(line):
        when = resolve(group, now, zone, ahead=True)
        at = None if group.ago or group.now or not (group.day or group.clock) else as_utc(when, zone)
        if at and at >= (today if when.precision is Precision.DAY else now):
            words = _cut(shown, line, group.start, group.end)
            found.append(Moment(at, when.precision, when.exact, words))
    return found


def check_moment(
    text: str,
    heard: Heard,
    now: datetime,
    zone: ZoneInfo,
    language: str | None = None,
    years: int = LONG_AGO_YEARS,
    *,
    hearing: bool = False,
) -> CheckedMoment:
    """The answer to the question "when". More than ``years`` ago must be asked about. ``words`` is the whole answer."""
    words = readable(text).strip()
    language = guess_language(words, heard) or language
    line = line_of(words, heard, language, hearing=hearing)
    found = list(
        _bare_hour(words, now, zone, years)
        or _bare_year(words, line, now, zone, years)
        or _readings(words, line, now, zone, years)
    )
    best = next((c for c in found if c.problem is None and c.moment.at), None)
    best = best or next((c for c in found if c.problem), None) or CheckedMoment(Moment())
    return replace(best, moment=replace(best.moment, words=words))


def _bare_hour(answer: str, now: datetime, zone: ZoneInfo, years: int) -> list[CheckedMoment]:
    """A number as the whole answer is an hour."""
    if not (answer.isdecimal() and len(answer) <= 2 and int(answer) <= 24):
        return []
    group = Group(0, 1, clock=Clock(int(answer)))
    return [_checked(resolve(group, now, zone), now, zone, years, answer)]


def _bare_year(answer: str, line: Line, now: datetime, zone: ZoneInfo, years: int) -> list[CheckedMoment]:
    """A year as the whole answer is all that is known of when it was."""
    words = [line.word(i) for i in range(len(line.tokens)) if any(map(str.isalnum, line.word(i)))]
    year = [word for word in words if len(word) == YEAR and word.isdecimal() and word[:2] in ("19", "20")]
    beside = [
        word for word in words if word not in line.said.year_words and word not in line.said.year_prepositions
    ]
    if len(year) != 1 or beside != year:
        return []
    begun = When(datetime(int(year[0]), 1, 1), Precision.YEAR)  # noqa: DTZ001
    return [_checked(begun, now, zone, years, answer)]


def _readings(
    shown: str, line: Line, now: datetime, zone: ZoneInfo, years: int = LONG_AGO_YEARS
) -> Iterator[CheckedMoment]:
    """All that the words can mean, the surest first."""
    found = [
        (
            group,
            _checked(resolve(group, now, zone), now, zone, years, _cut(shown, line, group.start, group.end)),
        )
        for group in groups(line)
    ]
    stated = any(g.clock and g.day in (None, Day(0)) and c.problem is None for g, c in found)

    def rank(group: Group) -> int:
        if group.now is not None and not group.now.sure:
            return 2
        return int(stated and group.ago is not None)

    for group, checked in sorted(found, key=lambda pair: rank(pair[0])):
        if not (_is_release(line, group) or _is_of_care(line, group)):
            yield checked


def _is_release(line: Line, group: Group) -> bool:
    """Whether it is when somebody was let go: such a word stands right beside it, and none for being taken."""
    taken, released = line.heard.people.taken, line.said.released
    for side in (range(group.start - 1, group.start - 3, -1), range(group.end, group.end + 2)):
        for k in side:
            if not line.is_word(k) or line.tokens[k].text.startswith(taken):
                break
            if line.word(k).startswith(released):
                return line.tokens[k - 1].text not in line.heard.denial.undone_before
    return False


def _is_of_care(line: Line, group: Group) -> bool:
    """Whether it is when somebody needs medicine or food, or has had none since: such words stand in its sentence, and none
    for being taken in its clause.
    """
    texts = [token.text if token.kind != "line" else "." for token in line.tokens]

    def around(marks: str) -> tuple[int, int]:
        first = next((k + 1 for k in range(group.start - 1, -1, -1) if texts[k] in marks), 0)
        return first, next((k for k in range(group.end, len(texts)) if texts[k] in marks), len(texts))

    first, behind = around(".!?;")
    if not mentions(line.heard.unasked.care, sentence_of(line.tokens[first:behind])):
        return False
    first, behind = around(".!?;,")
    return not any(text.startswith(line.heard.people.taken) for text in texts[first:behind])


def line_of(shown: str, heard: Heard, language: str | None, *, hearing: bool = False) -> Line:
    """Readable text as the readers of clock words see it; ``language``: what it is in, else of whom it is; ``hearing``: it
    answers when a hearing is.
    """
    read = _DOTTED_HALF.sub(lambda m: (m[1] + m[3]).ljust(len(m[0])), without_phones(shown))
    return Line(heard_tokens(read, heard, language), heard, kazakh=language == "kk", hearing=hearing)


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
    if at > now + SKEW:
        problem = MomentProblem.FUTURE
    elif at < now - timedelta(days=365.25 * years):
        problem = MomentProblem.LONG_AGO
    return CheckedMoment(Moment(at, when.precision, when.exact, words), problem)


def _problem_of_year(year: int, this: int, years: int) -> MomentProblem | None:
    if year > this:
        return MomentProblem.FUTURE
    return MomentProblem.LONG_AGO if year < this - years else None


def without_zones(text: str, heard: Heard) -> str:
    """The text with such names blanked, at the same length."""
    pieces = tokens(text)
    if heard.clock.zone_words.isdisjoint(loosened(piece.text) for piece in pieces):
        return text
    line = Line(pieces, heard, kazakh=False)
    for i in range(1, len(line.words)):
        if (zone := line.phrase(line.said.zones, i)) and _is_beside_hour(line, i, zone[1]):
            start, end = line.tokens[i].start, line.tokens[zone[1] - 1].end
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_beside_hour(line: Line, i: int, end: int) -> bool:
    hour = line.kind(i - 1) in ("number", "time", "dotted") or line.word(i - 1) in line.said.hour_words
    hour |= line.word(end) in line.said.oclock
    return hour or any(len(part) == 1 and part[0] == line.word(i - 1) for part in line.said.hour_parts)


DAYS = {"day": 1, "week": 7}
FARTHEST = 366  # days ahead; what is farther is no day that anybody counts
Counted = tuple[date, int, int]  # the day, and where the words for it begin and end


def with_dates(text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None) -> str:
    """The text with dates in place of such words, otherwise unchanged. ``now`` is UTC, "today" is the zone's."""
    shown = readable(text)
    line = line_of(shown, heard, guess_language(shown, heard) or language)
    today = now.astimezone(zone).date()
    for i in range(len(line.words)):
        found = _counted(line, i, today) or _numbered(line, i, today)
        if found is not None:
            day, first, end = found
            start, behind = line.tokens[first].start, line.tokens[end - 1].end
            return f"{shown[:start]}{day:%d.%m.%Y}{shown[behind:]}"
    return text


def _counted(line: Line, i: int, today: date) -> Counted | None:
    """ "two days", "3 күннен", "неделю": counted from today. Not what is counted back."""
    amount, j = line.number(i) or (1, i)
    unit = line.phrase(line.said.units, j)
    if unit is None or unit[0] not in DAYS or (j == i and not _is_one_week(line, i, unit[0])):
        return None
    if line.word(unit[1]) in line.said.ago or not 0 < amount * DAYS[unit[0]] <= FARTHEST:
        return None
    return today + timedelta(days=amount * DAYS[unit[0]]), i, unit[1]


def _is_one_week(line: Line, i: int, unit: str) -> bool:
    """Whether a week without a number is one from now: not "next week, on Monday"."""
    weekday = any(line.phrase(line.said.weekdays, at) for at in range(len(line.words)))
    return unit == "week" and not weekday and line.word(i - 1) not in line.said.last | line.said.next


def _numbered(line: Line, i: int, today: date) -> Counted | None:
    """ "20-го", "the 20th", without a month behind it: the next day of this number."""
    j = i + 1 + (line.word(i + 1) == "-")
    joined = line.kind(i) == "number" and line.word(j) in line.said.ordinal_endings
    if not joined or not 0 < int(line.word(i)) <= 31 or _is_month(line, j + 1) or _is_month(line, i - 1):
        return None
    ahead = (today + timedelta(days=shift) for shift in range(FARTHEST))
    day = next((day for day in ahead if day.day == int(line.word(i))), None)
    return (day, i, j + 1) if day is not None else None


def _is_month(line: Line, i: int) -> bool:
    of = i + (line.word(i) in line.said.of)
    return any(line.phrase(table, of) for table in (line.said.months, line.said.short_months))
