"""When a member is on duty, as it was said: weekly shifts, exceptions, and the tap of the member's own hand.

Shifts are times on the wall in the organisation's zone: minutes of a day, the end of one that crosses midnight smaller than
its beginning. Exceptions and marks are moments, UTC. How they become an answer is core.duty's.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec import Struct

DAY = 24 * 60  # minutes; as an end it is midnight


class OverrideKind(StrEnum):
    """What an exception does."""

    ADD = "add"
    REMOVE = "remove"
    REPLACE = "replace"  # on duty in the place of a colleague, who is not


class Shift(NamedTuple):
    """One a week, beginning on ``weekday`` (Monday is 0). ``region``: where it counts; None: wherever the member works."""

    weekday: int
    starts: int
    ends: int
    region: str | None = None


class Override(Struct, frozen=True):
    """An exception. ``by``: the member who said so. ``replaces``: whom, where it does."""

    change: OverrideKind
    starts: datetime
    ends: datetime
    by: int
    replaces: int | None = None


class DutyMark(Struct, frozen=True):
    """*On duty* or *not on duty*, tapped; it ends by itself."""

    on: bool
    since: datetime
    until: datetime


class Rota(Struct, frozen=True):
    """All that was said of one member's duty."""

    shifts: tuple[Shift, ...] = ()
    overrides: tuple[Override, ...] = ()
    mark: DutyMark | None = None

    def to_data(self) -> dict[str, Any]:
        """As JSON data."""
        mark = (
            [self.mark.on, _moment_text(self.mark.since), _moment_text(self.mark.until)]
            if self.mark
            else None
        )
        return {
            "shifts": [list(shift) for shift in self.shifts],
            "overrides": [
                [
                    override.change.value,
                    _moment_text(override.starts),
                    _moment_text(override.ends),
                    override.by,
                    override.replaces,
                ]
                for override in self.overrides
            ],
            "mark": mark,
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Rota":
        """What :meth:`to_data` wrote."""
        mark = data["mark"]
        return cls(
            tuple(Shift(*shift) for shift in data["shifts"]),
            tuple(
                Override(OverrideKind(change), _moment(starts), _moment(ends), by, replaces)
                for change, starts, ends, by, replaces in data["overrides"]
            ),
            DutyMark(mark[0], _moment(mark[1]), _moment(mark[2])) if mark else None,
        )


class StintState(StrEnum):
    """What became of one time of duty about which its member was asked."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    OFFERED = "offered"  # they cannot; colleagues may take it
    TAKEN = "taken"


class Stint(Struct, frozen=True):
    """One time of a member's duty, from its beginning to its end: whether they come, or who comes in their place."""

    id: int
    member_id: int
    starts: datetime
    ends: datetime
    state: StintState
    asked_at: datetime
    settled_at: datetime | None = None
    taken_by: int | None = None  # the member
    told_at: datetime | None = None  # coordinators, that nobody has answered


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
