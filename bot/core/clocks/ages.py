"""Whether somebody is a minor, as far as a case says: the flag, or when they were born."""

import re
from datetime import date

from bot.core.casework.describe import CaseView
from bot.core.values import Value

ADULT = 18
MINOR = "minor"  # of what may be urgent
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_minor(view: CaseView, born: Value | None, own_flags: Value | None, on: date) -> bool | None:
    """None while it is not known. The flag of the case tells of its one person; of several, not of which.

    A year of birth decides where the whole year does.
    """
    if _flagged(own_flags):
        return True
    years = [int(year) for year in _YEAR.findall(born)] if isinstance(born, str) else []
    if len(years) == 1 and on.year - years[0] != ADULT:
        return on.year - years[0] < ADULT
    people = view.people
    alone = people.identified + people.unidentified_min <= 1
    return True if alone and _flagged(view.value("urgent")) else None


def _flagged(flags: Value | None) -> bool:
    return isinstance(flags, tuple) and MINOR in flags
