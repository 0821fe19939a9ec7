"""How long nobody is rung about what is said to be over, unless somebody says that it is not.

By day coordinators are asked at once, and the search goes on if none of them has answered: the phone may be in other
hands. At night it waits until they are asked in the morning.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

EVENING, MORNING = time(22), time(8)  # in the place's zone
ANSWER_WAIT = timedelta(minutes=15)  # for a coordinator


def next_daytime(moment: datetime, zone: ZoneInfo) -> datetime:
    """That moment, or the next morning if it is night there: news that can wait comes by day. Both are UTC."""
    here = moment.astimezone(zone)
    if MORNING <= here.time() < EVENING:
        return moment
    day = here.date() + timedelta(days=here.time() >= EVENING)
    return datetime.combine(day, MORNING, zone).astimezone(moment.tzinfo)


def next_morning(now: datetime, zone: ZoneInfo) -> datetime:
    """The next morning later than now, in UTC."""
    here = now.astimezone(zone)
    day = here.date() + timedelta(days=here.time() >= MORNING)
    return datetime.combine(day, MORNING, zone).astimezone(now.tzinfo)
