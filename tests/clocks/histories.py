"""Random laws and random histories of a case: what several sources said of it, corrected and took back, in full hours."""

from datetime import date, timedelta
from random import Random
from typing import Any

from msgspec.structs import replace

from core.casework.claims import Claim
from core.clocks.clock_rows import FIRST_SAID, AtEnd, ClockLength, ClockRegime, ClockRow
from core.values import CountKind, Moment, People, Precision
from tests.clocks.rows import row
from tests.decisions.claims import START, at, claim

MOMENTS = ("started", "delivered", "protocol", "released_at", "transferred", "in_court")
SOURCES = ("report 1", "report 2", "member 1", "member 2", "paper 1")
SITUATIONS = ("me", "other", "blocked", "missing")
REGIMES = tuple(ClockRegime)
PERSONS = (None, None, 11, 12)
HOURS = 120  # of a history


def law(chance: Random) -> tuple[ClockRow, ...]:
    """One to three rows."""
    return tuple(_row(chance, number) for number in range(chance.randint(1, 3)))


def _row(chance: Random, number: int) -> ClockRow:
    regimes = _some(chance, REGIMES, 0.3)
    lengths = [_length(chance, regimes) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
    limit = date(2018, 9, 17) + timedelta(days=chance.randint(-1, 5))
    return row(
        f"row-{number}",
        starts=tuple(sorted(_some(chance, MOMENTS, 0.3))) or ("started",),
        else_from=tuple(sorted(_some(chance, (*MOMENTS[:3], FIRST_SAID), 0.4))),
        stops=frozenset(_some(chance, MOMENTS, 0.35)),
        at_end=chance.choice(tuple(AtEnd)),
        situations=frozenset(_some(chance, SITUATIONS, 0.6)) if chance.random() < 0.5 else frozenset(),
        regimes=frozenset(regimes),
        lengths=tuple(lengths),
        valid_from=limit if chance.random() < 0.15 else None,
        valid_to=limit if chance.random() < 0.15 else None,
    )


def _length(chance: Random, regimes: list[ClockRegime]) -> ClockLength:
    narrower = frozenset(_some(chance, REGIMES, 0.3)) or frozenset(regimes)
    minor = chance.choice((None, None, True, False))
    return ClockLength(chance.choice((1, 3, 24, 48)), "hours", narrower, minor, chance.random() < 0.1)


def _some(chance: Random, of: Any, share: float) -> list[Any]:
    return [one for one in of if chance.random() < share]


def history(chance: Random) -> list[Claim]:
    """What was said, in any order."""
    return [_claim(chance) for _ in range(chance.randint(0, 14))]


def _claim(chance: Random) -> Claim:
    kind = chance.choice(
        (*MOMENTS, *MOMENTS, "regime", "urgent", "born", "situation", "ongoing", "count", "name", "outcome")
    )
    noted = chance.randint(0, HOURS) * 60
    said = claim(
        kind,
        _value(chance, kind),
        chance.choice(SOURCES),
        noted,
        person_id=chance.choice((11, 12)) if kind == "name" else _whom(chance, kind),
    )
    if chance.random() < 0.1:
        return replace(said, withdrawn_at=at(noted + 60 * chance.randint(0, 20)))
    return said


def _whom(chance: Random, kind: str) -> int | None:
    of_the_case = kind in ("situation", "ongoing", "count", "outcome")
    return None if of_the_case else chance.choice(PERSONS)


def _value(chance: Random, kind: str) -> Any:
    match kind:
        case "regime":
            return chance.choice(REGIMES).value
        case "urgent":
            return tuple(_some(chance, ("minor", "injured"), 0.5))
        case "born":
            return chance.choice(("12 May 2003", "1980", "in spring", "2000", "2001 or 1999"))
        case "situation":
            return chance.choice(SITUATIONS)
        case "ongoing":
            return chance.choice(("yes", "unknown", "no"))
        case "count":
            return People(count=chance.randint(1, 3), kind=chance.choice(tuple(CountKind)))
        case "name":
            return chance.choice(("Dana Made-Up", "Erlan Made-Up"))
        case "outcome":
            return chance.choice(("released", "released", "false_alarm", "other"))
        case _:
            return _moment(chance)


def _moment(chance: Random) -> Moment:
    hour = chance.randint(0, HOURS)
    match chance.choice(
        (Precision.MINUTE, Precision.MINUTE, Precision.HOUR, Precision.PART, Precision.DAY, None)
    ):
        case None:
            return Moment(words="yesterday, perhaps")
        case Precision.DAY:
            return Moment(START + timedelta(days=hour // 24), Precision.DAY)
        case precision:
            return Moment(at(hour * 60), precision)
