"""By when: a time that is still ahead, as the answer to "until when shall we wait?".

"15:00", "до трёх", "в 9 вечера", "tomorrow 9am", "через 40 минут", "екі сағаттан кейін", "half an hour".
A clock time is the next one: that of today, or of tomorrow where a day is said or the night lies between. One that has
just passed is asked about, because it is more likely a slip than tomorrow's.

A check-in may also be told in one message: "I go to the akimat; if I have not written by 15:00, they took me". What would
follow from silence is told there as if it had happened, but none of it has.
"""

import re
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.understanding.clock_facts import Line
from core.understanding.clock_words import MomentProblem, check_moment, line_of, understand_appointment
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence
from core.understanding.numbers import skip_ending
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.values import Moment, Precision

FARTHEST = timedelta(hours=48)
NEXT = timedelta(hours=12)  # within which a clock time without a day is surely the one to come
MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60}
SHORTEST = timedelta(minutes=1)
LARGEST = 9999  # of a unit: more is far in any


class AheadProblem(StrEnum):
    """Why a time cannot be taken without asking."""

    PASSED = "passed"
    FAR = "far"  # more than :data:`FARTHEST` ahead
    DAY = "day"  # of which the hour is missing
    IMPOSSIBLE = "impossible"


def understand_ahead(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None
) -> Moment | AheadProblem | None:
    """The time that the answer names, or what is wrong with it; None if it names none. ``now`` is UTC, so is the result."""
    readable_text = readable(text)
    language = guess_language(readable_text, heard) or language
    shown = _without_until(line_of(readable_text, heard, language), readable_text)
    shown = _SPACED.sub(r"\1:\2", shown)
    at = _bare_hour(_in_digits(shown, heard, language), now, zone) or _at(shown, heard, now, zone, language)
    if at is not None:
        return _checked(at, now)
    length = _length(line_of(shown, heard, language))
    if length is not None:
        return _checked(Moment(now + length, Precision.MINUTE), now)
    return _problem(shown, heard, now, zone, language)


def _problem(
    shown: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None
) -> Moment | AheadProblem | None:
    """What is wrong with it, if it names a time at all; midnight is the next one."""
    checked = check_moment(shown, heard, now, zone, language)
    match checked.problem:
        case MomentProblem.IMPOSSIBLE:
            return AheadProblem.IMPOSSIBLE
        case MomentProblem.FUTURE:
            return AheadProblem.FAR
        case MomentProblem.LONG_AGO:
            return AheadProblem.PASSED
    past = checked.moment
    if past.at is None:
        return None
    if past.precision is Precision.PART:
        return AheadProblem.DAY
    midnight = past.at.astimezone(zone).time() == time() and past.at > now - timedelta(days=1)
    return Moment(past.at + timedelta(days=1), Precision.MINUTE) if midnight else AheadProblem.PASSED


def _at(shown: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None) -> Moment | None:
    """A clock time with or without its day."""
    found = understand_appointment(shown, heard, now, zone, language)
    if found is None or found.at is None:
        return None
    if found.at <= now + NEXT or found.precision is Precision.DAY:
        return found
    known = check_moment(shown, heard, now, zone, language)
    return found if known.problem is MomentProblem.FUTURE else None  # a day was said, or it was the past


def _without_until(line: Line, shown: str) -> str:
    """Without "до", "дейін": every answer to this question is an end. Digits also lose the ending that stood before it."""
    said = line.said.until | line.said.until_behind
    ends = [token for token, word in zip(line.tokens, line.words, strict=True) if word in said]
    for token in reversed(ends):
        shown = shown[: token.start] + shown[token.end :]
    if ends and (digits := [t for t in line.tokens if t.kind == "number"]) and len(digits) == 1:
        end = skip_ending(line.tokens, line.tokens.index(digits[0]) + 1, line.heard.numbers)[1]
        shown = shown[: digits[0].end] + shown[line.tokens[end - 1].end :]
    return " ".join(shown.split())


def _in_digits(shown: str, heard: Heard, language: str | None) -> str:
    """A number that is the whole answer, in digits: "трёх"; any other text as it is."""
    line = line_of(shown, heard, language)
    number = line.number(0)
    return str(number[0]) if number is not None and number[1] == len(line.words) else shown


def _bare_hour(shown: str, now: datetime, zone: ZoneInfo) -> Moment | None:
    """A number as the whole answer is the next such hour, of either half of the day where both may be meant."""
    if not (shown.isdecimal() and len(shown) <= 2 and int(shown) <= 24):
        return None
    said = int(shown) % 24
    hours = {said, said + 12} if 0 < said < 12 else {said}
    today = now.astimezone(zone).replace(minute=0, second=0, microsecond=0)
    ahead = (today.replace(hour=hour) + timedelta(days=day) for day in (0, 1) for hour in sorted(hours))
    return next((Moment(at.astimezone(now.tzinfo), Precision.HOUR) for at in ahead if at > now), None)


def _length(line: Line) -> timedelta | None:
    """A length of time: "через два часа", "40 минут", "half an hour", "час"."""
    for i in range(len(line.words)):
        if span := line.phrase(line.said.spans, i):
            return timedelta(minutes=span[0])
        few = line.said.few.get(line.word(i))
        number = (few, i + 1) if few is not None else line.number(i)
        if number is None and line.kind(i) == "number":
            number = LARGEST, i + 1
        amount, j = number or (1, i)
        j += line.word(j) in line.said.of
        unit = line.phrase(line.said.units, j)
        if unit is None or unit[0] not in MINUTES or (number is None and _is_clock(line, *unit)):
            continue
        if number is None:
            amount = _behind(line, unit[1])
        halved = 2 if number is None and line.word(i - 1) in _halves(line) else 1
        return timedelta(minutes=min(amount, LARGEST) * MINUTES[unit[0]] / halved)
    return None


def _is_clock(line: Line, unit: str, end: int) -> bool:
    """Whether the word for an hour stands before one of the clock: "сағат 10:00", and in Kazakh "сағат 10"."""
    return unit == "hour" and (line.kind(end) == "time" or (line.kazakh and line.kind(end) == "number"))


def _halves(line: Line) -> set[str]:
    """The words that make half an hour of an hour, in any grammatical case."""
    return {saying[0] for saying, minutes in line.said.spans.items() if minutes == 30 and len(saying) > 1}


def _behind(line: Line, i: int) -> int:
    """The number behind its unit, with or without a word between: "часа через два", "минут сорок"; 1 if no number is
    there.
    """
    number = line.number(i) or line.number(i + 1)
    return number[0] if number else 1


def _checked(found: Moment, now: datetime) -> Moment | AheadProblem:
    if found.at is None or found.at > now + FARTHEST:
        return AheadProblem.FAR
    if found.precision is Precision.DAY:
        return AheadProblem.DAY
    return (
        Moment(found.at, Precision.MINUTE, exact=True) if found.at >= now + SHORTEST else AheadProblem.PASSED
    )


_SPACED = re.compile(r"^([01]?\d|2[0-3])(?:[ -]|(?<=\d\d))([0-5]\d)$")  # "15 30", "15-30", "1530"
_CLAUSES = re.compile(r"[,;!?\n–—]|\.(?!\d)|(?<=\s)-(?=\s)")


def promises(text: str, heard: Heard) -> bool:
    """Whether somebody says what is to be thought if they do not write; not of another, who may be gone by now."""
    said = heard_sentence(readable(text), heard)
    return mentions(heard.told.promise, said) and not mentions(heard.told.quoted, said)


def until(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None
) -> Moment | AheadProblem | None:
    """By when they will have written, or what is wrong with that time; None if none is said. ``now`` is UTC.

    The hour that stands beside the promise comes before any other: "at ten I go there, if I do not write by three …".
    """
    beside = [part for clause in _clauses(text) for part in _beside(clause, heard)]
    found = [understand_ahead(part, heard, now, zone, language) for part in (*beside, text)]
    sound = (answer for answer in found if isinstance(answer, Moment) and answer.at is not None)
    return next(sound, None) or next((answer for answer in found if isinstance(answer, AheadProblem)), None)


def _beside(clause: str, heard: Heard) -> list[str]:
    """A clause that promises; what is left of it, and what stands inside: "if I do not write *by three*"."""
    said = heard_sentence(clause, heard)
    match = heard.told.promise.search(said)
    if match is None:
        return []
    inside = match.group().split()[1:-2]
    return [clause, said[: match.start()] + said[match.end() :], " ".join(inside)]


def said_before(text: str, heard: Heard) -> str:
    """What stands before the promise: all that has happened. Behind it is what is feared."""
    clauses = _clauses(text)
    first = next((n for n, clause in enumerate(clauses) if promises(clause, heard)), 0)
    return ", ".join(clauses[:first])


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSES.split(readable(text)) if clause.strip()]
