"""Days of events whose numbers are not what the last digest knew of them: it has kept what it knew.

So whatever we learn changes a day in one way: a name, another date, a false alarm, a report that belongs to another case.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.digest.figures import Correction
from bot.core.digest.tally import Tally, by, event_day
from bot.core.model import Case

REMEMBERED = timedelta(
    days=14
)  # a day's numbers grow by 8-12 % within two weeks; later changes are not announced
SHOWN = 30


def thirty(today: date) -> list[str]:
    """The days that are shown, today last."""
    return [(today - timedelta(days=ago)).isoformat() for ago in range(SHOWN - 1, -1, -1)]


def days_of(true: Iterable[Case], today: date) -> dict[str, Tally]:
    """Of each of the thirty days what is known of it, by day of event; none of those of which nothing is."""
    tallies = by(true, event_day)
    return {day: tallies[day] for day in thirty(today) if day in tallies}


def corrections(
    were: Mapping[str, Tally], days: Mapping[str, Tally], before: datetime, zone: ZoneInfo, today: date
) -> tuple[Correction, ...]:
    """``were``: the days as the digest that ended ``before`` knew them. The day on which it ended counts only if something
    was known of it then.
    """
    ended_on = before.astimezone(zone).date()
    found = []
    for key in sorted({*were, *days}):
        day, was, now = date.fromisoformat(key), were.get(key, Tally()), days.get(key, Tally())
        if was != now and today - REMEMBERED <= day and (day < ended_on or key in were):
            found.append(Correction(day, was, now))
    return tuple(found)
