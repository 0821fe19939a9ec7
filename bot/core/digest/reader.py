"""How the numbers, days and times of a digest are written for one reader."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.core.digest.tally import Tally
from bot.core.words import Words


class Reader(Struct, frozen=True):
    """Who reads: the words, the language, the zone whose clock is shown, and the names of places in that language."""

    words: Words
    language: str
    zone: ZoneInfo
    place: Callable[[str], str]  # the name of a region or city

    def say(self, key: str, **values: str | int) -> str:
        """A text of the digest."""
        return self.words.say(self.language, f"digest-{key}", **values)

    def day(self, day: date) -> str:
        """A date with its year."""
        month = self.say("month", month=day.month)
        return self.say("date", day=str(day.day), month=month, year=str(day.year))

    def short_day(self, key: str) -> str:
        """A day without its year, in numbers."""
        return f"{date.fromisoformat(key):%d.%m}"

    def day_or_month(self, key: str) -> str:
        """A day or month of :class:`bot.core.digest.figures.Figures`."""
        if len(key) == len("2018-09-18"):
            return self.day(date.fromisoformat(key))
        year, month = key.split("-")
        return self.say("month-of", month=self.say("month-alone", month=int(month)), year=year)

    def moment(self, at: datetime) -> str:
        """A date and the time of day in the zone."""
        local = at.astimezone(self.zone)
        return self.say("moment", date=self.day(local.date()), time=f"{local:%H:%M}")

    def short_moment(self, at: datetime) -> str:
        """A day without its year and the time of day in the zone."""
        return f"{at.astimezone(self.zone):%d.%m %H:%M}"

    def offset(self, at: datetime) -> str:
        """What the zone's clock is ahead of UTC at this moment: ``UTC+6``, ``UTC+5:30``."""
        minutes = round((at.astimezone(self.zone).utcoffset() or timedelta()) / timedelta(minutes=1))
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")

    def tally(self, tally: Tally) -> str:
        """Detentions, and the persons in them."""
        return self.say(
            "tally", detentions=tally.detentions, named=tally.identified, unnamed=tally.unidentified
        )

    def cell(self, tally: Tally) -> str:
        """The same in a table, whose title says what is counted."""
        return self.say(
            "cell", detentions=tally.detentions, named=tally.identified, unnamed=tally.unidentified
        )

    def situation(self, key: str) -> str:
        """A situation in the words of staff."""
        return self.words.say(self.language, f"situation-{key}")

    def lasting(self, seconds: int) -> str:
        """How long it took."""
        minutes = seconds // 60
        if minutes < 60:
            return self.say("minutes", minutes=minutes)
        return self.say("hours-minutes", hours=minutes // 60, minutes=minutes % 60)
