"""The numbers of one digest: what everybody may read, and beside it what only coordinators do.

    who is counted   records of a deprivation of liberty that are no false alarm; proceedings, observations and what is
                     only guessed apart: a number is of what somebody said, or a member confirmed
    new              opened in the hours covered, by day of the report, day of the event, region, hour and situation
    changes          accepted, released, false alarm, closed otherwise in the hours covered; open at their end
    corrections      days of events within two weeks whose numbers are not what the last digest knew

Everything is as of the end of the hours covered. core.digest.count counts. Digests keep their figures as JSON data: times in
ISO form, a tally as three numbers.
"""

from collections.abc import Mapping
from datetime import date, datetime
from statistics import median
from typing import Any

from msgspec import Struct, field, to_builtins
from msgspec.structs import fields

from core.digest.tally import Tally

HOURS = 3  # of a day are counted as one: a single hour of a quiet day would point at somebody
PARTS = 24 // HOURS
NONE = Tally()


class DayCorrection(Struct, frozen=True):
    """A day's numbers as an earlier digest knew them, and as they are known now."""

    day: date
    was: Tally
    now: Tally


class ChatFlood(Struct, frozen=True):
    """One chat that opened many cases in the hours covered, and the code of the newest of them."""

    cases: int
    code: str


class CoordinatorFigures(Struct, frozen=True):
    """For coordinators only. Codes are of cases; seconds run from opening to acceptance, of cases accepted now."""

    found_nobody: tuple[str, ...] = ()  # came to the last step in the hours covered
    without: tuple[str, ...] = ()  # a lawyer at the end
    answer_seconds: tuple[int, ...] = ()  # sorted
    offers: Mapping[str, int] = field(default_factory=dict)  # made in the hours covered: state → how many
    hearings: tuple[str, ...] = ()  # one code a hearing
    overrun: tuple[str, ...] = ()
    floods: tuple[ChatFlood, ...] = ()
    overrun_perhaps: tuple[str, ...] = ()
    unanswered: int = 0  # of those without a lawyer: everybody was asked, or it is urgent and nobody answers
    lapsed: int = 0  # accepted, and in the hours covered offered again because nothing followed

    @property
    def median_seconds(self) -> int | None:
        """The middle of the response times; None if nothing was accepted."""
        return round(median(self.answer_seconds)) if self.answer_seconds else None

    @property
    def worst_seconds(self) -> int | None:
        """The longest response time; None if nothing was accepted."""
        return self.answer_seconds[-1] if self.answer_seconds else None


class DigestFigures(Struct, frozen=True):
    """The numbers of one digest. Days are ISO dates; a month (``2018-08``) or a year is that of what is known no better."""

    covers_from: datetime  # UTC
    covers_to: datetime  # UTC, not included
    new: Tally = NONE
    confirmed: int = 0  # of the new ones
    earlier: Tally = NONE  # new ones that had happened on a day before the report
    reported: Mapping[str, Tally] = field(default_factory=dict)  # day in the organisation's zone
    happened: Mapping[str, Tally] = field(default_factory=dict)  # day in the place's zone
    regions: Mapping[str, Tally] = field(default_factory=dict)  # OTHERS: core.digest.tally
    situations: Mapping[str, Tally] = field(default_factory=dict)
    hours: tuple[int, ...] = (0,) * PARTS  # new detentions by time of day at the place, as far as it is known
    days: Mapping[str, Tally] = field(default_factory=dict)  # of the last thirty, as known now
    prosecutions: int = 0  # new
    observations: int = 0  # new
    summonses: int = 0  # new
    unclear: int = 0  # new; nobody has said that somebody is held
    without_place: int = 0  # new detentions of which nobody knows in which region
    unfinished: int = 0  # reports that were begun and never became a case
    still_open: Tally = NONE
    accepted: int = 0
    released: int = 0
    false_alarms: int = 0
    closed_otherwise: int = 0
    hearings: int = 0  # on the day after
    overrun: int = 0  # cases in which the law's hours are surely over and somebody is still held
    overrun_perhaps: int = 0
    corrections: tuple[DayCorrection, ...] = ()
    private: CoordinatorFigures = CoordinatorFigures()

    @property
    def hour_unknown(self) -> int:
        """New detentions of which nobody has said at what time they happened."""
        return self.new.detentions - sum(self.hours)

    @property
    def eventless(self) -> bool:
        """Whether nothing came in, nothing changed and nothing is corrected."""
        new = self.new.detentions + self.prosecutions + self.observations + self.summonses + self.unclear
        changed = self.accepted + self.released + self.false_alarms + self.closed_otherwise
        return not (new or changed or self.unfinished or self.corrections)


SPAN = ("covers_from", "covers_to")


def figures_to_data(figures: DigestFigures) -> dict[str, Any]:
    """The figures as JSON data."""
    data = {field.name: _plain(getattr(figures, field.name)) for field in fields(figures)}
    return data | {"hours": list(figures.hours), "private": to_builtins(figures.private)}


def figures_from_data(data: Mapping[str, Any]) -> DigestFigures:
    """The figures that :func:`to_data` wrote; what the digests of before did not count is not there.

    Raises KeyError, TypeError or ValueError on anything else.
    """
    first, last = (datetime.fromisoformat(data[name]) for name in SPAN)
    return DigestFigures(
        first, last, **{name: _typed(name, value) for name, value in data.items() if name not in SPAN}
    )


def days_known(data: Mapping[str, Any]) -> dict[str, Tally] | None:
    """What a digest knew of each day; None of one of before, which did not keep it."""
    return {day: Tally(*counts) for day, counts in data["days"].items()} if "days" in data else None


def _plain(value: Any) -> Any:
    if isinstance(value, Tally):
        return [value.detentions, value.identified, value.unidentified]
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple) and value and isinstance(value[0], DayCorrection):
        return [
            [correction.day.isoformat(), _plain(correction.was), _plain(correction.now)]
            for correction in value
        ]
    return value.isoformat() if isinstance(value, datetime) else value


def _typed(name: str, value: Any) -> Any:
    if name == "corrections":
        return tuple(
            DayCorrection(date.fromisoformat(day), Tally(*was), Tally(*now)) for day, was, now in value
        )
    if name == "hours":
        return tuple(value)
    if name == "private":
        return _coordinator_figures(value)
    if isinstance(value, list):
        return Tally(*value)
    return {key: Tally(*counts) for key, counts in value.items()} if isinstance(value, Mapping) else value


def _coordinator_figures(value: Mapping[str, Any]) -> CoordinatorFigures:
    known: dict[str, Any] = {
        name: tuple(entry) if isinstance(entry, list) else entry for name, entry in value.items()
    }
    return CoordinatorFigures(
        **known | {"floods": tuple(ChatFlood(**flood) for flood in value.get("floods", ()))}
    )
