"""Readers of hours: "7:00", "7 утра", "сағат жетіде", "half past seven", "в обед", and parts of the day."""

from bot.core.understanding import clock_tables as table
from bot.core.understanding.clock_days import (
    ago,
    day,
    day_and_month,
    month,
    night_between,
    weekday,
    written_date,
)
from bot.core.understanding.clock_facts import Clock, Found, Line, Part, hour_and_minute
from bot.core.understanding.numbers import KAZAKH, KAZAKH_FORMS, number_at, skip_ending

_HOUR_WORDS = frozenset(("час", "часа", "часов", "ч", "h", "hours", "oclock", "o'clock", "hrs"))
_MINUTE_WORDS = frozenset(("минут", "минути", "мин", "минута", "min", "minutes"))
_HALF = frozenset(("половине", "половина", "половини", "пол"))
_AT_OR_SINCE = ("да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан")
_ADVERBS = frozenset(
    ("танертен", "кешке", "тан", "днем", "вечером", "in", "at")
)  # alone, not only of an hour
_UNTIL_BEHIND = frozenset(("дейин", "шейин"))  # Kazakh says it after the hour
_NO_HOURS = frozenset(("онда", "оннан", "ондан"))  # "there", "from there"
_ENGLISH_PAST = {"half": 30, "quarter": 15}
_RUSSIAN_TO = {"четверти": 15, "пяти": 5, "десяти": 10, "пятнадцати": 15, "двадцати": 20}
Body = tuple[int, int | None, int, bool]  # hour, minute, index after it, whether it is surely an hour


def clock(line: Line, i: int) -> Found | None:
    """An hour with what belongs to it. An end ("до 9", "9-ға дейін") is read and says nothing."""
    part, j = line.phrase(table.HOUR_PARTS, i) or ("", i)
    said = bool(part)
    oclock = line.word(j) in ("сагат", "сагати")
    if oclock:
        part, j = line.phrase(table.HOUR_PARTS, j + 1) or (part, j + 1)
    placed = False
    while (
        not oclock and not part and (line.word(j) in table.HOUR_PREPOSITIONS or line.word(j) in table.UNTIL)
    ):
        placed, j = True, j + 1
    body = _body(line, j, placed or oclock)
    if body is None:
        return None
    hour, minute, end, sure = body
    if not part and (after := line.phrase(table.HOUR_PARTS, end)):
        named_days = line.word(end) == "дня" and not (placed or sure)  # "3 дня" are three days
        part, end = ("", end) if named_days else after
    if said and not (sure or oclock) and line.word(i) in _ADVERBS:
        return None  # "таңертең үш жігітті": the number counts something else
    if not (sure or oclock or part or (placed and _stands_alone(line, end))):
        return None
    if any(line.word(k) in table.UNTIL for k in range(max(0, i - 1), j)) or line.word(end) in _UNTIL_BEHIND:
        return (), end
    return (Clock(hour, minute, part),), end


def _stands_alone(line: Line, i: int) -> bool:
    """Whether what follows a bare "в 7" lets it be an hour: the end of a clause, a small word, a verb; no noun."""
    if not line.is_word(i):
        return line.kind(i) == "line" or line.word(i) in ",.!?;)"
    word = line.word(i)
    if word in table.AFTER_HOUR | table.UNTIL or (word,) in table.DAYS or (word,) in table.WEEKDAYS:
        return True
    return len(word) > 3 and word.endswith(table.VERB_ENDS)


def _body(line: Line, i: int, placed: bool) -> Body | None:
    """The hour and minute at ``i``."""
    if line.kind(i) == "time":
        return (*hour_and_minute(line.word(i)), skip_ending(line.tokens, i + 1)[1], True)
    if line.kind(i) == "dotted":
        hour, minute = hour_and_minute(line.word(i))
        return (hour, minute, skip_ending(line.tokens, i + 1)[1], True) if hour < 24 and minute < 60 else None
    return _relative(line, i) or _dashed(line, i, placed) or _number(line, i, placed)


def _dashed(line: Line, i: int, placed: bool) -> Body | None:
    """ "в 7-30"."""
    digits = line.kind(i) == line.kind(i + 2) == "number" and line.word(i + 1) == "-"
    if not (placed and digits and len(line.word(i)) <= 2 and len(line.word(i + 2)) == 2):
        return None
    hour, minute = int(line.word(i)), int(line.word(i + 2))
    fits = hour < 24 and minute < 60 and line.phrase(table.UNITS, i + 3) is None
    return (hour, minute, i + 3, True) if fits else None


def _relative(line: Line, i: int) -> Body | None:
    """ "в полвосьмого", "без четверти восемь", "half past seven", "quarter to eight"."""
    word = line.word(i)
    if word in _HALF and line.word(i + 1) in table.ORDINALS:
        return _minus(table.ORDINALS[line.word(i + 1)], 30, i + 2)
    if word.startswith("пол") and word[3:] in table.ORDINALS:
        return _minus(table.ORDINALS[word[3:]], 30, i + 1)
    if word == "четверть" and line.word(i + 1) in table.ORDINALS:
        return _minus(table.ORDINALS[line.word(i + 1)], 45, i + 2)
    if word == "без":
        less = _RUSSIAN_TO.get(line.word(i + 1))
        if less is None and line.kind(i + 1) == "number" and len(line.word(i + 1)) <= 2:
            less = int(line.word(i + 1))
        j = i + 2 + (line.word(i + 2) in _MINUTE_WORDS)
        hour = number_at(line.tokens, j)
        if less is not None and 0 < less < 60 and hour and hour[0] <= 24:
            return _minus(hour[0], less, hour[1])
    minutes = _ENGLISH_PAST.get(word)
    if minutes and line.word(i + 1) in ("past", "to") and (hour := number_at(line.tokens, i + 2)):
        if hour[0] > 24:
            return None
        past = line.word(i + 1) == "past"
        return (hour[0], minutes, hour[1], True) if past else _minus(hour[0], minutes, hour[1])
    return None


def _minus(hour: int, minutes: int, end: int) -> Body:
    return (hour - 1) % 24, 60 - minutes, end, True


def _number(line: Line, i: int, placed: bool) -> Body | None:
    word = line.word(i)
    if word in ("час", "часу") and not line.word(i - 1).isdigit():  # "в час дня", "час ночи"
        named = line.phrase(table.HOUR_PARTS, i + 1)
        return (1, None, i + 1, named is not None) if named or placed else None
    number = number_at(line.tokens, i, line.kazakh)
    if number is None or number[0] > 24 or (word in _NO_HOURS and not placed):
        return None
    hour, j = number
    sure = False
    if line.kind(i) == "number":
        ending, j = skip_ending(line.tokens, j)
        sure = ending in _AT_OR_SINCE
    elif (last := line.word(j - 1)) in KAZAKH_FORMS and last not in KAZAKH:
        sure = hour <= 12 and last.endswith(_AT_OR_SINCE)
    if line.word(j).startswith("жарим"):
        return hour, 30, j + 1, True
    minute = None
    if line.word(j) in _HOUR_WORDS:
        after = line.word(j + 1)
        if after in table.AGO or (
            not placed and not _dated(line, i) and line.phrase(table.HOUR_PARTS, j + 1) is None
        ):
            return (hour, None, j + 1, True) if after not in table.AGO and "clock" in line.word(j) else None
        sure, j = True, j + 1
        minutes = number_at(line.tokens, j)
        if minutes and minutes[0] < 60 and line.word(minutes[1]) in _MINUTE_WORDS:
            minute, j = minutes[0], minutes[1] + 1
    elif line.phrase(table.UNITS, j) and not (line.word(j) == "дня" and placed):
        return None
    return hour, minute, j, sure


def _dated(line: Line, i: int) -> bool:
    """Whether a day stands right before: "17 сентября 15 часов"."""
    before = (line.word(i - 1),)
    return (
        before in table.MONTHS
        or before in table.DAYS
        or before in table.WEEKDAYS
        or line.kind(i - 1) == "date"
    )


def part(line: Line, i: int) -> Found | None:
    """ "утром", "таңертең", "at night"; not a greeting."""
    found = line.phrase(table.PARTS, i)
    if found is None:
        return None
    return (() if line.word(i - 1).startswith(table.GREETINGS) else (Part(found[0]),)), found[1]


def named_hour(line: Line, i: int) -> Found | None:
    """ "в полдень", "түсте", "midnight"."""
    found = line.phrase(table.NAMED_HOURS, i)
    if found is None:
        return None
    vague = any(line.word(k) in table.VAGUE_HOURS for k in range(i, found[1]))
    return (Clock(found[0], None, "named", vague),), found[1]


# In order: the first that reads something at a position has it.
READERS = (night_between, written_date, day_and_month, ago, month, weekday, day, clock, part, named_hour)
