"""What coordinators alone read beside the digest."""

from datetime import date

from bot.core.digest.figures import Figures
from bot.core.digest.private_text import coordinators_text
from handlers.cards.drill_lines import head
from handlers.daily.edition import reader
from handlers.duty import shared_out, tonight
from handlers.people import on_duty
from handlers.people.readers import unreachable
from handlers.service import Service
from storage.schema import drills
from storage.transaction import Transaction


async def for_coordinators(
    tx: Transaction, service: Service, counted: Figures, day: date, language: str
) -> str:
    """Unmet need, response times, who is on duty tonight, who cannot be reached, who bore how much."""
    members = await tx.members.by(suspended_at=None)
    away = await unreachable(tx, members)
    last = await tx.drills.select(drills.c.ended_at.is_not(None), order_by=drills.c.id.desc(), limit=1)
    planned = on_duty.schedule_of(service, members, away)
    there = tonight.on_duty(planned, tx.now)
    text = coordinators_text(
        counted,
        reader(service, language),
        day,
        on_duty=there,
        unreachable=[m for m in members if m.id in away],
        tonight=await tonight.by_region(tx, planned, there),
    )
    said = [service.words.say(language, "digest-drill", drill=head(service, language, one)) for one in last]
    shares = await shared_out.shares(tx, service, members)
    if shares:
        said.append(shared_out.line(service, language, shares))
    return "\n".join([text, *said])
