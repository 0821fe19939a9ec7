"""A day among the words by which cases are looked for: when it happened, or when we heard of it."""

from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from bot.core.model import Case
from bot.core.understanding.clock_words import understand_moment
from bot.core.values import Precision
from handlers.cards import case_lines
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import cases
from storage.transaction import Transaction

OF_A_DAY = frozenset({Precision.DAY, Precision.PART, Precision.HOUR, Precision.MINUTE})
SHORT = 2  # letters: "on", "от"; what is left beside a day


class Sought(Struct, frozen=True):
    """Words by which a case is looked for, and the day that they name; neither: one's own. ``offered``: it is that one."""

    words: str
    day: date | None = None
    offered: Case | None = None


def with_day(turn: Turn, words: str) -> Sought | None:
    """The same with the day taken out of the words; None if they name none."""
    zone = turn.service.zone
    found = understand_moment(words, turn.service.heard, turn.now, zone, turn.language)
    if found is None or found.at is None or found.precision not in OF_A_DAY:
        return None
    rest = [word for word in words.replace(found.words, " ", 1).split() if len(word.strip(".,;:()")) > SHORT]
    return Sought(" ".join(rest), found.at.astimezone(zone).date())


async def of_day(tx: Transaction, service: Service, day: date, most: int) -> list[Case]:
    """The newest of that day, in whatever state."""
    begins = datetime.combine(day, time(), service.zone).astimezone(UTC)
    heard = cases.c.opened_at >= begins, cases.c.opened_at < begins + timedelta(days=1)
    happened = await tx.cases.select(cases.c.happened_on == day, order_by=cases.c.id.desc(), limit=most)
    return [*happened, *await tx.cases.select(*heard, order_by=cases.c.opened_at.desc(), limit=most)]


def is_of(service: Service, case: Case, day: date) -> bool:
    """Whether it happened on that day, or was told on it, where it is."""
    return day in (case.happened_on, case.opened_at.astimezone(case_lines.zone_of(service, case)).date())
