"""Readers of days: dates of the calendar, weekdays, "yesterday", nights between two days, so many days ago."""

from bot.core.understanding import clock_tables as table
from bot.core.understanding.clock_facts import Ago, Before, Date, Day, Fact, Found, Line, Now, Part, Weekday
from bot.core.understanding.numbers import number_at, skip_ending

_YEAR_WORDS = frozenset(("год", "года", "году", "г", "жил", "жили", "жилги", "жилди", "жилдин", "year"))
_FROM = frozenset(("с", "со", "from"))
_TO = frozenset(("на", "to"))
_NIGHT = frozenset(("ночь", "ночи", "night", "overnight"))
_LAST = frozenset(("прошлий", "прошлую", "прошлое", "прошлой", "last", "откен"))
_NEXT = frozenset(("следующий", "следующую", "следующее", "next", "келеси"))
_FEW = {"пару": 2, "пара": 2, "couple": 2, "a": 1, "an": 1}
_STILL = frozenset(("уже", "for", "почти"))
_LASTING = frozenset(("бери", "болди"))  # "3 сағаттан бері", "3 сағат болды"
_EDGE_OF = frozenset(("в", "с", "in", "of", "since"))
_AMONG = "среди"  # "among"; loosely it would be "среды"
_IN_MONTH = frozenset(("айи", "айинда", "айинин", "айинан"))  # "тамыз айының соңында"


def ago(line: Line, i: int) -> Found | None:
    """ "2 часа назад", "жарты сағат бұрын", "уже 3 часа", "for 3 hours", "just now"."""
    if now := line.phrase(table.NOW, i):
        return (Now(now[0] == "now"),), now[1]
    if part := line.phrase(table.HALF_HOURS, i) or line.phrase(table.FRACTIONS, i):
        return _behind(line, i, part[0], "minute", part[1])
    amount, j = _amount(line, i)
    if unit := line.phrase(table.UNITS, j):
        j = unit[1]
        late = number_at(line.tokens, j) if amount is None else None
        if late and line.word(late[1]) in table.AGO:  # "часа два назад"
            amount, j = late
        return _behind(line, i, 1 if amount is None else amount, unit[0], j)
    return None


def _amount(line: Line, i: int) -> tuple[int | None, int]:
    if line.word(i) in _FEW:
        j = i + 1 + (line.word(i + 1) == "of")
        return _FEW[line.word(i)], j
    number = number_at(line.tokens, i, line.kazakh)
    return number if number else (None, i)


def _behind(line: Line, i: int, amount: int, unit: str, end: int) -> Found | None:
    word = line.word(end)
    lasting = line.word(i - 1) in _STILL or word == "уже" or word in _LASTING
    if word in table.AGO:
        end += 1
    elif not lasting or unit == "year" or end == i + 1:
        return None
    return (_shifted(amount, unit),), end


def _shifted(amount: int, unit: str) -> Fact:
    match unit:
        case "minute":
            return Ago(amount, coarse=False)
        case "hour":
            return Ago(60 * amount, coarse=True)
        case "day":
            return Day(-amount)
        case "week":
            return Day(-7 * amount, about=True)
    return Before(amount, unit)


def day(line: Line, i: int) -> Found | None:
    """ "вчера", "алдыңғы күні", "last night"."""
    if night := line.phrase(table.LAST_NIGHT, i):
        return (Day(-1), Part("night")), night[1]
    found = line.phrase(table.DAYS, i)
    return ((Day(found[0]),), found[1]) if found else None


def weekday(line: Line, i: int) -> Found | None:
    """ "в понедельник", "дүйсенбі күні", "last Friday"; the coming one is nobody's beginning."""
    found = line.phrase(table.WEEKDAYS, i)
    if found is None or line.tokens[i].text == _AMONG:
        return None
    end = found[1] + (line.word(found[1]) == "куни")
    if line.word(i - 1) in _NEXT:
        return (), end
    return (Weekday(found[0], before=line.word(i - 1) in _LAST),), end


def night_between(line: Line, i: int) -> Found | None:
    """ "в ночь с субботы на воскресенье", "сенбіден жексенбіге қараған түні", "the night from Saturday to Sunday"."""
    night = line.word(i) in _NIGHT
    j = i + 1 if night else i
    j += line.word(j) in _FROM
    first = _named_day(line, j)
    if first is None:
        return None
    j = first[1] + (line.word(first[1]) in _TO)
    second = _named_day(line, j)
    if second is None:
        return None
    end = second[1]
    if line.word(end) == "караган":
        night, end = True, end + 1 + line.word(end + 1).startswith("тун")
    elif line.word(end) in _NIGHT:
        night, end = True, end + 1
    return ((second[0], Part("night", exact=True)), end) if night else None


def _named_day(line: Line, i: int) -> tuple[Fact, int] | None:
    if found := line.phrase(table.WEEKDAYS, i):
        return Weekday(found[0]), found[1]
    if (date := day_and_month(line, i)) and date[0] and isinstance(date[0][0], Date):
        return date[0][0], date[1]
    if number := number_at(line.tokens, i, line.kazakh):
        return Date(number[0], None), _after_number(line, number[1])
    return None


def written_date(line: Line, i: int) -> Found | None:
    """ "18.09.2018", "2018-09-18", "18/09/18", and "18.09" where no hour is meant."""
    text = line.word(i)
    if line.kind(i) == "dotted":
        first, month = (int(part) for part in text.split("."))
        hour = line.word(i - 1) in table.HOUR_PREPOSITIONS | {"сагат"} and month < 60 and first < 24
        plain_hour = month > 12 and month < 60 and first < 24
        return None if hour or plain_hour else ((Date(first, month),), i + 1)
    if line.kind(i) != "date":
        return None
    one, two, three = (int(part) for part in text.replace("/", "-").replace(".", "-").split("-"))
    if one > 999:
        one, three = three, one
    end = _year_word(line, i + 1)
    return _unless_birth(line, i, Date(one, two, three if three > 99 else 2000 + three), end)


def day_and_month(line: Line, i: int) -> Found | None:
    """ "17 сентября 2018 года", "18 қыркүйекте", "қыркүйектің 18-інде", "Sep 18th", "2018 жылғы 18 қыркүйек", "18 числа"."""
    if line.kind(i) == "number" and len(line.word(i)) == 4 and line.word(i + 1) in _YEAR_WORDS:
        rest = day_and_month(line, i + 2)
        if rest and rest[0] and isinstance(date := rest[0][0], Date):
            return (Date(date.day, date.month, int(line.word(i))),), rest[1]
    if number := _day_number(line, i):
        n, j = number
        j += line.word(j) == "of"
        if line.word(j) in ("числа", "число"):
            return (Date(n, None),), j + 1
        if month := line.phrase(table.MONTHS, j) or line.phrase(table.SHORT_MONTHS, j):
            year, end = _year(line, month[1])
            return _unless_birth(line, i, Date(n, month[0], year), end)
        return None
    month = line.phrase(table.MONTHS, i) or line.phrase(table.SHORT_MONTHS, i)
    if month and (number := _day_number(line, month[1])) and _names_a_day(line, i, month[1], number[1]):
        year, end = _year(line, number[1])
        return _unless_birth(line, i, Date(number[0], month[0], year), end)
    return None


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    """The number of a day with its ending; above 31 it is kept, so that it can be called impossible."""
    if line.word(i) in table.ORDINALS:
        return table.ORDINALS[line.word(i)], i + 1
    number = number_at(line.tokens, i, line.kazakh)
    if number is None or not 0 < number[0] < 100:
        return None
    if number[0] in (20, 30) and table.ORDINALS.get(line.word(number[1]), 10) < 10:
        return number[0] + table.ORDINALS[line.word(number[1])], number[1] + 1
    return number[0], _after_number(line, number[1])


def _after_number(line: Line, i: int) -> int:
    j = i + 1 if line.word(i) == "-" else i
    if line.word(j) in table.ORDINAL_ENDINGS and line.tokens[j].start <= line.tokens[j - 1].end:
        return j + 1
    return skip_ending(line.tokens, i)[1]


def _names_a_day(line: Line, i: int, number: int, end: int) -> bool:
    """Whether a number behind a month is a day: in English, or with a Kazakh genitive or ending."""
    word = line.word(i)
    return word.isascii() or word.endswith(("нин", "дин", "тин")) or end > number + 1


def month(line: Line, i: int) -> Found | None:
    """ "в конце августа", "тамыздың соңында", "in August 2018", "2015 жылы"."""
    if year := _bare_year(line, i):
        later = month(line, year[1])
        if later and later[0] and isinstance(date := later[0][0], Date):
            return (Date(None, date.month, year[0]),), later[1]
        return _unless_birth(line, i, Date(None, None, year[0]), year[1])
    found = line.phrase(table.MONTHS, i)
    if found is None:
        return None
    named = line.word(found[1]) in _IN_MONTH
    last = found[1] + named
    before, word, after = line.word(i - 1), line.word(i), line.word(last)
    placed = before in _EDGE_OF | table.EDGES or word.endswith(
        ("бре", "рте", "еле", "юне", "юле", "густе", "рале", "варе")
    )
    kazakh = (
        named
        or after in table.EDGES
        or word.endswith(("да", "де", "та", "те", "нан", "нен", "дан", "ден", "тан", "тен"))
    )
    if not (placed or kazakh):
        return None
    value, end = _year(line, last + (after in table.EDGES))
    return (Date(None, found[0], value),), end


def _bare_year(line: Line, i: int) -> tuple[int, int] | None:
    text = line.word(i)
    if line.kind(i) != "number" or len(text) != 4 or not 1900 <= int(text) < 2100:
        return None
    named = line.word(i + 1) in _YEAR_WORDS
    return (int(text), i + 1 + named) if named or line.word(i - 1) in ("в", "in", "since") else None


def _year(line: Line, i: int) -> tuple[int | None, int]:
    j = i + (line.word(i) == ",")
    text = line.word(j)
    if line.kind(j) == "number" and len(text) == 4 and 1900 <= int(text) < 2100:
        return int(text), _year_word(line, j + 1)
    return None, i


def _year_word(line: Line, i: int) -> int:
    return i + 1 if line.word(i) in _YEAR_WORDS and not line.word(i + 2).startswith("р") else i


def _unless_birth(line: Line, i: int, date: Date, end: int) -> Found:
    """The date, or no fact at all where it is somebody's birth date."""
    around = [line.word(k) for k in (*range(i - 3, i), *range(end, end + 4))]
    birth = any(word.startswith(table.BIRTH) for word in around) or ("г" in around and "р" in around)
    return ((), end) if birth else ((date,), end)
