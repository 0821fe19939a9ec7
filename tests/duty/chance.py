"""Schedules by chance: a few members of whom everything that can be said is said now and then."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from core.duty.schedule import DutySchedule
from core.model import Member
from core.rota import DutyMark, Override, OverrideKind, Rota, Shift
from core.vocabulary import Role
from tests.duty.oracle import Window

LONG_AGO = datetime(2018, 1, 1, tzinfo=UTC)
TIMES = (0, 30, 90, 120, 137, 150, 180, 210, 360, 540, 1080, 1320, 1410)
ENDS = (*TIMES, 1440)
WINDOWS = (
    Window("Europe/Berlin", date(2018, 3, 23), 4),  # clocks are put forward on the 25th: no 02:30
    Window("Europe/Berlin", date(2018, 10, 26), 4),  # and back on the 28th: 02:30 twice
    Window("Asia/Almaty", date(2018, 9, 17), 4),
    Window("Asia/Almaty", date(2024, 2, 28), 4),  # back at midnight, for good
    Window("America/Santiago", date(2018, 8, 10), 4),  # a day without midnight
)
REGIONS = ("north", "south")


@dataclass(frozen=True)
class Case:
    """A schedule, and what it was made of."""

    window: Window
    members: list[Member]
    away: set[int]
    works: dict[int, set[str]]

    @property
    def schedule(self) -> DutySchedule:
        zone = ZoneInfo(self.window.zone)
        return DutySchedule(self.members, zone, away=self.away, regions=lambda member: self.works[member.id])


def case(chance: Random) -> Case:
    """One of them."""
    window = chance.choice(WINDOWS)
    members = [_member(chance, window, id) for id in range(1, chance.randint(2, 4))]
    away = {member.id for member in members if chance.random() < 0.1}
    works = {m.id: set(chance.sample(REGIONS, chance.randint(0, 2))) for m in members}
    return Case(window, members, away, works)


def _member(chance: Random, window: Window, id: int) -> Member:
    return Member(
        id,
        id,
        Role.LAWYER,
        "",
        tuple(chance.sample(("kk", "ru", "en"), chance.randint(1, 3))),
        (),
        chance.random() < 0.3,
        "",
        False,
        LONG_AGO,
        suspended_at=LONG_AGO if chance.random() < 0.1 else None,
        duty=_rota(chance, window, id) if chance.random() < 0.9 else None,
    )


def _rota(chance: Random, window: Window, id: int) -> Rota:
    shifts = []
    while chance.random() < 0.7:
        starts, ends = chance.choice(TIMES), chance.choice(ENDS)
        if starts != ends:
            region = chance.choice(REGIONS) if chance.random() < 0.2 else None
            shifts.append(Shift(chance.randrange(7), starts, ends, region))
    overrides = []
    while chance.random() < 0.4:
        change = chance.choice(tuple(OverrideKind))
        since, until = _span(chance, window)
        replaces = (
            chance.choice([n for n in range(1, 5) if n != id]) if change is OverrideKind.REPLACE else None
        )
        overrides.append(Override(change, since, until, 1, replaces))
    mark = DutyMark(chance.random() < 0.5, *_span(chance, window)) if chance.random() < 0.3 else None
    return Rota(tuple(shifts), tuple(overrides), mark)


def _span(chance: Random, window: Window) -> tuple[datetime, datetime]:
    starts = window.at(chance.randrange(window.days * 1440))
    return starts, starts + timedelta(minutes=chance.randint(1, 2000))
