"""One line for coordinators: who of the lawyers had how many nights and alerts in the last thirty days."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from bot.core.duty.fairness import Share, nights, told
from bot.core.forgetting.terms import DEFAULTS
from bot.core.model import Member
from bot.core.vocabulary import Role
from handlers.service import Service
from storage.schema import alerts, stints
from storage.transaction import Transaction

LAST = DEFAULTS.stints  # as long as times of duty are kept
MOST = 6  # people who are named


async def shares(tx: Transaction, service: Service, members: Sequence[Member]) -> list[Share]:
    """What each of these lawyers had; empty where nobody had anything."""
    since = tx.now - LAST
    times = await tx.stints.select(stints.c.ends > since)
    by_night = nights(times, service.zone, since, tx.now)
    made = await tx.execute(select(alerts.c.member_id).where(alerts.c.offered_at >= since))
    asked = Counter(made.scalars())
    found = [Share(one.name, by_night[one.id], asked[one.id]) for one in members if one.role is Role.LAWYER]
    return found if any(one.nights or one.alerts for one in found) else []


def line(service: Service, language: str, found: Sequence[Share]) -> str:
    """Those who had most first; of many only they and those who had least."""
    say = service.words.say
    most, least = (
        ", ".join(
            say(language, "digest-share", name=one.name, nights=one.nights, alerts=one.alerts) for one in part
        )
        for part in told(found, MOST)
    )
    return say(language, "digest-shares", people=f"{most} … {least}" if least else most)
