"""Whoever is the only one on duty somewhere cannot be reached: coordinators are told at once, with the number to ring."""

from collections.abc import Sequence

from bot.core.duty.schedule import ON_DUTY, Why
from bot.core.model import Member
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from bot.core.vocabulary import Role
from handlers.alerting import asks
from handlers.outbox import sending
from handlers.people import on_duty
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def tell(tx: Transaction, service: Service, member: Member) -> None:
    """The member has just become unreachable."""
    if member.role is not Role.LAWYER or member.suspended_at is not None:
        return
    planned = await on_duty.schedule(tx, service)
    if planned.said(member, tx.now) not in ON_DUTY:
        return
    alone = [
        region for region in sorted(planned.regions(member)) if not _others(planned.on_duty(tx.now, region))
    ]
    if not alone and (planned.regions(member) or _others(planned.on_duty(tx.now))):
        return
    for coordinator in await asks.coordinators(tx):
        there = await home(tx, coordinator)
        language = await language_of(tx, service, there)
        say = service.words.say
        places = ", ".join(service.gazetteer.name(region, language) for region in alone)
        text = say(
            language,
            "duty-left-alone",
            name=member.name,
            places=places or say(language, "duty-everywhere"),
            phone=member.phone or "–",
        )
        shown = Presentation(text, protect=True)
        sending.message(tx, service, there, shown, Lane.ALERT)


def _others(on: Sequence[tuple[Member, Why]]) -> bool:
    return any(member.role is Role.LAWYER for member, _ in on)
