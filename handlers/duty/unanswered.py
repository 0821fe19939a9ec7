"""Nobody has confirmed a time of duty, or taken one that a colleague gave away: coordinators hear of it, once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from bot.core.duty.schedule import Interval
from bot.core.model import Member
from bot.core.presentation import Presentation
from bot.core.rota import Stint, StintState
from bot.core.traffic import Lane, Timer
from handlers.alerting import asks
from handlers.duty import said
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

MOST = 8  # lines of one message
WAIT = timedelta(hours=2)  # for an answer; never longer than until it begins


def due_of(stint: Stint) -> datetime:
    """When they are told."""
    return max(min(stint.asked_at + WAIT, stint.starts), stint.asked_at)


def watch(tx: Transaction, stint: Stint) -> None:
    """Look then: what is due together is told together."""
    due = due_of(stint)
    tx.timers.put(Timer(f"stints-unanswered:{due.astimezone(UTC):%Y%m%d%H%M%S}", "stints-unanswered", due))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is time for an answer."""
    waiting = [
        stint for state in (StintState.ASKED, StintState.OFFERED) for stint in await tx.stints.by(state=state)
    ]
    due = [one for one in waiting if one.told_at is None and one.ends > tx.now and due_of(one) <= tx.now]
    await tell(tx, service, due)


async def tell(tx: Transaction, service: Service, stints: Sequence[Stint]) -> None:
    """All of these in one message, with the numbers to ring: what begins first, as many as fit on a screen."""
    told = []
    for stint in sorted(stints, key=lambda one: one.starts):
        tx.stints.put(replace(stint, told_at=tx.now))
        member = await tx.members.get(stint.member_id)
        if member is not None and member.suspended_at is None:
            told.append((member, stint))
    for coordinator in await asks.coordinators(tx) if told else ():
        language = await language_of(tx, service, await home(tx, coordinator))
        lines = [service.words.say(language, "duty-unanswered")]
        lines += [
            line(service, language, f"duty-not-{stint.state}", member, (stint.starts, stint.ends))
            for member, stint in told[:MOST]
        ]
        if told[MOST:]:
            lines.append(service.words.say(language, "duty-unanswered-more", count=len(told) - MOST))
        await send(tx, service, coordinator, lines)


def line(service: Service, language: str, key: str, member: Member, times: Interval) -> str:
    """One member's time, where, and the number to ring."""
    return service.words.say(
        language,
        key,
        name=member.name,
        times=said.span(service, language, times),
        places=said.places(service, language, member),
        phone=member.phone or "–",
    )


async def send(tx: Transaction, service: Service, coordinator: Member, lines: Sequence[str]) -> None:
    """To a coordinator, who alone reads names and numbers."""
    shown = Presentation("\n".join(lines), protect=True)
    sending.message(tx, service, await home(tx, coordinator), shown, Lane.NEWS)
