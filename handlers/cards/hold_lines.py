"""On the card of a case: that it is held, why, and until when; and the buttons by which it is kept or forgotten."""

from datetime import datetime

from bot.core.folding import inert
from bot.core.holds import Hold
from bot.core.model import Case
from bot.core.presentation import Button
from bot.core.vocabulary import CaseState
from handlers.cards import kept
from handlers.service import Service
from storage.transaction import Transaction


async def lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """One for each hold."""
    return [
        service.words.say(language, "case-preserved", why=inert(hold.reason), **ending(service, hold))
        for hold in await kept.holds_of(tx, case)
    ]


def ending(service: Service, hold: Hold) -> dict[str, str]:
    """Whether it has an end, and which."""
    if hold.until is None:
        return {"ends": "no", "until": ""}
    return {"ends": "yes", "until": day(service, hold.until)}


def day(service: Service, moment: datetime) -> str:
    """With its year: it is about years."""
    return f"{moment.astimezone(service.zone):%d.%m.%Y}"


def row(service: Service, language: str, case: Case) -> tuple[Button, ...]:
    """*Legal hold*, and of a closed case *Forget it*."""
    say = service.words.say
    hold = Button(say(language, "button-preserve"), f"preserve:{case.id}")
    if case.state is not CaseState.CLOSED:
        return (hold,)
    return (hold, Button(say(language, "button-forget"), f"forget:{case.id}"))
