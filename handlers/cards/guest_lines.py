"""On the card of a case: that somebody writes with a code of it, not proved; coordinators can say that it is them."""

from bot.core.model import Case, Guest
from bot.core.presentation import Button
from bot.core.vocabulary import Standing
from handlers.cards import case_lines
from handlers.service import Service
from storage.transaction import Transaction

SHOWN = 3  # of those who have the code, the newest


async def lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Since when; nothing if nobody does."""
    found = await _unproved(tx, case)
    if not found:
        return []
    since = case_lines.local(found[-1].since, case_lines.zone_of(service, case), service.zone)
    return [service.words.say(language, "case-by-code", time=since)]


async def rows(tx: Transaction, service: Service, language: str, case: Case) -> list[tuple[Button, ...]]:
    """*It is them*: a button for each chat."""
    zone = case_lines.zone_of(service, case)
    return [
        (
            Button(
                service.words.say(
                    language, "button-proved", time=case_lines.local(guest.since, zone, service.zone)
                ),
                f"proved:{guest.id}",
            ),
        )
        for guest in await _unproved(tx, case)
    ]


async def _unproved(tx: Transaction, case: Case) -> list[Guest]:
    found = [
        guest
        for report in await tx.reports.by(case_id=case.id)
        for guest in await tx.guests.by(report_id=report.id)
        if guest.standing is not Standing.EARLIER
    ]
    return sorted(found, key=lambda guest: guest.since)[-SHOWN:]
