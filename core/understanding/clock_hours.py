"""Readers of hours ("7:00", "7 утра", "сағат жетіде", "half past seven", "в обед"), of parts of the day, and of times
counted back from now ("2 часа назад", "уже 3 часа", "пятый час", "just now").
"""

from core.understanding.clock_facts import (
    Ago,
    Before,
    Clock,
    Day,
    Fact,
    Found,
    Line,
    Now,
    Part,
    after_number,
    day,
    day_and_month,
    hour_and_minute,
    month,
    night_between,
    weekday,
    written_date,
)
from core.understanding.heard_people import spoken
from core.understanding.numbers import KAZAKH, number_at
from core.understanding.phrases import mentions
from core.understanding.plain import sentence_of

_DAY = 24 * 60  # minutes
FIRST, LAST = 8, 19  # hours in which courts sit


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
    elif lasting and unit in ("day", "week") and mentions(line.heard.court.gave, sentence_of(line.tokens)):
        return (), end  # days that a court gave began nothing
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


_PREPOSITIONS = 4  # that may stand one behind the other before an hour
Body = tuple[int, int | None, int, bool]  # hour, minute, index after it, whether it is surely an hour


def clock(line: Line, i: int) -> Found | None:
    """An hour with what belongs to it. An end ("до 9", "9-ға дейін") is read and says nothing."""
    said = line.said
    zone, j = line.phrase(said.zones, i) or ("", i)
    part, j = line.phrase(said.hour_parts, j) or ("", j)
    parted = bool(part)
    oclock = line.word(j) in said.oclock
    if oclock:
        part, j = line.phrase(said.hour_parts, j + 1) or (part, j + 1)
    first = j
    while j < first + _PREPOSITIONS and not (oclock or part) and _is_placing(line, j):
        j += 1
    placed = j > first
    dial = _relative(line, j)
    body = dial or _body(line, j, placed or oclock)
    if body is None:
        return None
    hour, minute, end, sure = body
    if not part and (after := line.phrase(said.hour_parts, end)):
        named_days = line.word(end) in said.day_or_afternoon and not (placed or sure)
        part, end = ("", end) if named_days else after
    sure = sure or (line.hearing and not dial and _is_of_a_hearing(line, j, hour, end))
    if parted and not (sure or oclock) and line.word(i) in said.adverbs:
        return None  # "таңертең үш жігітті": the number counts something else
    if not (sure or oclock or part or (placed and (_dated(line, i) or _stands_alone(line, end)))):
        return None
    zone, end = line.phrase(said.zones, end) or (zone, end)
    if (
        any(line.word(k) in said.until for k in range(max(0, i - 1), j))
        or line.word(end) in said.until_behind
        or (line.word(i - 1) in said.present and not placed)
    ):
        return (), end
    return (Clock(hour, minute, part, dial=dial is not None, zone=zone),), end


def _is_of_a_hearing(line: Line, i: int, hour: int, end: int) -> bool:
    """Whether a bare number is the hour to which a hearing was moved: "на десять", "to ten", "10-ға", "tomorrow 10"."""
    courts = line.heard.court
    if not FIRST <= hour <= LAST:
        return False
    if line.kazakh and line.word(end - 1).endswith(courts.towards_behind):
        return True
    return (line.word(i - 1) in courts.towards or _dated(line, i)) and _stands_alone(line, end)


def _is_placing(line: Line, i: int) -> bool:
    return line.word(i) in line.said.hour_prepositions or line.word(i) in line.said.until


def _stands_alone(line: Line, i: int) -> bool:
    """Whether what follows a bare "в 7" lets it be an hour: the end of a clause, a small word, a verb; no noun."""
    if not line.is_word(i):
        return line.kind(i) == "line" or line.word(i) in ",.!?;)"
    said, word = line.said, line.word(i)
    if word in said.after_hour or word in said.until or (word,) in said.days or (word,) in said.weekdays:
        return True
    return len(word) > 3 and word.endswith(said.verb_ends)


def _body(line: Line, i: int, placed: bool) -> Body | None:
    """The hour and minute at ``i``."""
    if line.kind(i) == "time":
        return (*hour_and_minute(line.word(i)), line.after_ending(i + 1)[1], True)
    if line.kind(i) == "dotted":
        hour, minute = hour_and_minute(line.word(i))
        return (hour, minute, line.after_ending(i + 1)[1], True) if hour < 24 and minute < 60 else None
    return _dashed(line, i, placed) or _number(line, i, placed)


def _dashed(line: Line, i: int, placed: bool) -> Body | None:
    """ "в 7-30", "в 19 30"."""
    j = i + 1 + (line.word(i + 1) == "-")
    digits = line.kind(i) == line.kind(j) == "number"
    if not (placed and digits and len(line.word(i)) <= 2 and len(line.word(j)) == 2):
        return None
    hour, minute = int(line.word(i)), int(line.word(j))
    fits = hour < 24 and minute < 60 and line.phrase(line.said.units, j + 1) is None
    if j == i + 1:  # no "в 14 30 человек забрали"
        fits = (
            fits and _stands_alone(line, j + 1) and not line.word(j + 1).startswith(line.heard.people.persons)
        )
    return (hour, minute, j + 1, True) if fits else None


def _relative(line: Line, i: int) -> Body | None:
    """ "в полвосьмого", "без четверти восемь", "half past seven", "quarter to eight"."""
    said, word = line.said, line.word(i)
    if word in said.half and line.word(i + 1) in said.ordinals:
        return _minus(said.ordinals[line.word(i + 1)], 30, i + 2)
    if word in said.half and line.kind(i + 1) == "number" and 0 < int(line.word(i + 1)[:4]) <= 12:
        return _minus(int(line.word(i + 1)), 30, i + 2)
    if word in said.nth_hour and line.word(i + 1) in said.one_oclock:
        return said.nth_hour[word] - 1, None, i + 2, True
    for joined in said.half_joined:
        if word.startswith(joined) and word[len(joined) :] in said.ordinals:
            return _minus(said.ordinals[word[len(joined) :]], 30, i + 1)
    if word in said.quarter and line.word(i + 1) in said.ordinals:
        return _minus(said.ordinals[line.word(i + 1)], 45, i + 2)
    if word in said.less:
        less = said.minutes_less.get(line.word(i + 1))
        if less is None and line.kind(i + 1) == "number" and len(line.word(i + 1)) <= 2:
            less = int(line.word(i + 1))
        j = i + 2 + (line.word(i + 2) in said.minute_words)
        hour = number_at(line.tokens, j, line.heard.numbers)
        if less is not None and 0 < less < 60 and hour and hour[0] <= 24:
            return _minus(hour[0], less, hour[1])
    minutes, between = said.minutes_past.get(word), line.word(i + 1)
    if minutes and (between in said.past or between in said.to):
        hour = number_at(line.tokens, i + 2, line.heard.numbers)
        if hour and hour[0] <= 24:
            past = between in said.past
            return (hour[0], minutes, hour[1], True) if past else _minus(hour[0], minutes, hour[1])
    return _minutes_first(line, i)


def _minutes_first(line: Line, i: int) -> Body | None:
    """ "десять минут восьмого", "twenty to three", "10 past 5"; no "from 10 to 5"."""
    said, minutes = line.said, line.number(i)
    if minutes is None or not 0 < minutes[0] < 60:
        return None
    j = minutes[1]
    named = line.word(j) in said.minute_words
    j += named
    if named and line.word(j) in said.ordinals:
        return (said.ordinals[line.word(j)] - 1) % 24, minutes[0], j + 1, True
    past, to = line.word(j) in said.past, line.word(j) in said.to
    hour = number_at(line.tokens, j + 1, line.heard.numbers) if past or to else None
    if hour is None or hour[0] > 12 or minutes[0] % 5 or (to and line.word(i - 1) in said.hour_prepositions):
        return None
    return (hour[0], minutes[0], hour[1], True) if past else _minus(hour[0], minutes[0], hour[1])


def _minus(hour: int, minutes: int, end: int) -> Body:
    return (hour - 1) % 24, 60 - minutes, end, True


def _number(line: Line, i: int, placed: bool) -> Body | None:
    said, word = line.said, line.word(i)
    if word in said.one_oclock and not line.word(i - 1).isdigit():  # "в час дня", "час ночи"
        named = line.phrase(said.hour_parts, i + 1)
        return (1, None, i + 1, named is not None) if named or placed else None
    number = line.number(i)
    if number is None or number[0] > 24 or (word in said.no_hours and not placed):
        return None
    hour, j = number
    sure = False
    if line.kind(i) == "number":
        ending, j = line.after_ending(j)
        sure = ending in said.at_or_since
    elif (last := line.tokens[j - 1].text) in line.heard.numbers.cardinal[KAZAKH]:
        sure = hour <= 12 and last.endswith(said.at_or_since)
    if line.word(j).startswith(said.and_a_half):
        return hour, 30, j + 1, True
    minute = None
    if line.word(j) in said.hour_words:
        after = line.word(j + 1)
        if after in said.ago or (
            not placed and not _dated(line, i) and line.phrase(said.hour_parts, j + 1) is None
        ):
            oclock = after not in said.ago and line.word(j) in said.surely_oclock
            return (hour, None, j + 1, True) if oclock else None
        sure, j = True, j + 1
        minutes = number_at(line.tokens, j, line.heard.numbers)
        if minutes and minutes[0] < 60 and line.word(minutes[1]) in said.minute_words:
            minute, j = minutes[0], minutes[1] + 1
    elif line.phrase(said.units, j) and not (line.word(j) in said.day_or_afternoon and placed):
        return None
    return hour, minute, j, sure


def _dated(line: Line, i: int) -> bool:
    """Whether a day stands right before: "17 сентября 15 часов"."""
    before = (line.word(i - 1),)
    return (
        before in line.said.months
        or before in line.said.days
        or before in line.said.weekdays
        or line.kind(i - 1) == "date"
    )


def part(line: Line, i: int) -> Found | None:
    """ "утром", "таңертең", "at night"; not a greeting."""
    found = line.phrase(line.said.parts, i)
    if found is None:
        return None
    return (() if line.word(i - 1).startswith(line.said.greetings) else (Part(found[0]),)), found[1]


def named_hour(line: Line, i: int) -> Found | None:
    """ "в полдень", "түсте", "midnight"."""
    found = line.phrase(line.said.named_hours, i)
    if found is None:
        return None
    vague = any(line.word(k) in line.said.vague_hours for k in range(i, found[1]))
    return (Clock(found[0], None, "named", vague),), found[1]


# In order: the first that reads something at a position has it.
READERS = (night_between, written_date, day_and_month, ago, month, weekday, day, clock, part, named_hour)
