"""How old somebody is, and whether a minor, as far as a case says: the flag, or when they were born."""

import re
from datetime import date, timedelta

from bot.core.casework.describe import CaseView
from bot.core.values import Moment, Precision, Value

ADULT = 18
MINOR = "minor"  # of what may be urgent
HALF_A_DAY = timedelta(hours=12)  # a day begins at midnight of the place, which may be the day before in UTC
_DATED = (Precision.DAY, Precision.MINUTE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_minor(view: CaseView, born: Value | None, own_flags: Value | None, on: date) -> bool | None:
    """None while it is not known. The flag of the case tells of its one person; of several, not of which.

    A date of birth decides, or a year where the whole year does; the flag goes before both, so that no clock falls silent
    by a slip.
    """
    if _flagged(own_flags):
        return True
    whole = age(born, on)
    if whole is not None:
        return whole < ADULT
    years = [int(year) for year in _YEAR.findall(born)] if isinstance(born, str) else []
    if len(years) == 1 and on.year - years[0] != ADULT:
        return on.year - years[0] < ADULT
    people = view.people
    alone = people.identified + people.unidentified_min <= 1
    return True if alone and _flagged(view.value("urgent")) else None


def age(born: Value | None, on: date) -> int | None:
    """Whole years on a day, by a date of birth; None where no day is known, or it is still to come."""
    if not isinstance(born, Moment) or born.at is None or born.precision not in _DATED:
        return None
    day = (born.at + HALF_A_DAY).date()
    years = on.year - day.year - ((on.month, on.day) < (day.month, day.day))
    return years if years >= 0 else None


def _flagged(flags: Value | None) -> bool:
    return isinstance(flags, tuple) and MINOR in flags
