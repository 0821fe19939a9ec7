"""How nights of duty and alerts are shared out among people, so that nobody bears all of them unseen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.core.rota import Stint, StintState

NIGHT = (
    time(0),
    time(6),
)  # on the organisation's clock: whoever is on duty at some moment between them has had a night


class Share(Struct, frozen=True):
    """What one person had."""

    name: str
    nights: int
    alerts: int


def nights(stints: Iterable[Stint], zone: ZoneInfo, since: datetime, until: datetime) -> Counter[int]:
    """How many each member had between these moments, by id. Whoever took a time has it; what nobody took, nobody."""
    found: set[tuple[int, date]] = set()
    for stint in stints:
        if stint.state is not StintState.OFFERED:
            starts, ends = max(stint.starts, since), min(stint.ends, until)
            found |= {(stint.taken_by or stint.member_id, day) for day in _within(starts, ends, zone)}
    return Counter(member for member, _ in found)


def _within(starts: datetime, ends: datetime, zone: ZoneInfo) -> list[date]:
    first, last = starts.astimezone(zone).date(), ends.astimezone(zone).date()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    begin, end = ([datetime.combine(day, at, zone) for day in days] for at in NIGHT)
    return [day for day, a, b in zip(days, begin, end, strict=True) if max(a, starts) < min(b, ends)]


def told(shares: Sequence[Share], most: int) -> tuple[list[Share], list[Share]]:
    """Those who had most, and those who had least; together ``most`` at most. Where all fit the second is empty."""
    shares = sorted(shares, key=lambda one: (-one.nights, -one.alerts, one.name))
    if len(shares) <= most:
        return shares, []
    half = most // 2
    return shares[:half], shares[-half:]
