"""Nobody has confirmed a time of duty, or taken one that a colleague gave away: coordinators hear of it, once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from core.duty.schedule import Interval
from core.model import Member
from core.presentation import Presentation
from core.rota import Stint, StintState
from core.traffic import Lane, Timer
from handlers.alerting import tasks
from handlers.duty import wording
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

MOST = 8  # lines of one message
WAIT = timedelta(hours=2)  # for an answer; never longer than until it begins


def due_at(stint: Stint) -> datetime:
    """When they are told."""
    return max(min(stint.asked_at + WAIT, stint.starts), stint.asked_at)


def watch_stint(tx: Transaction, stint: Stint) -> None:
    """Look then: what is due together is told together."""
    due = due_at(stint)
    tx.timers.put(Timer(f"stints-unanswered:{due.astimezone(UTC):%Y%m%d%H%M%S}", "stints-unanswered", due))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is time for an answer."""
    waiting = [
        stint for state in (StintState.ASKED, StintState.OFFERED) for stint in await tx.stints.by(state=state)
    ]
    due = [
        stint
        for stint in waiting
        if stint.told_at is None and stint.ends > tx.now and due_at(stint) <= tx.now
    ]
    await tell_coordinators(tx, service, due)


async def tell_coordinators(tx: Transaction, service: Service, stints: Sequence[Stint]) -> None:
    """All of these in one message, with the numbers to ring: what begins first, as many as fit on a screen."""
    told = []
    for stint in sorted(stints, key=lambda stint: stint.starts):
        tx.stints.put(replace(stint, told_at=tx.now))
        member = await tx.members.get(stint.member_id)
        if member is not None and member.suspended_at is None:
            told.append((member, stint))
    for coordinator in await tasks.coordinators(tx) if told else ():
        language = await language_of(tx, service, await home_address(tx, coordinator))
        lines = [service.words.say(language, "duty-unanswered")]
        lines += [
            stint_line(service, language, f"duty-not-{stint.state}", member, (stint.starts, stint.ends))
            for member, stint in told[:MOST]
        ]
        if told[MOST:]:
            lines.append(service.words.say(language, "duty-unanswered-more", count=len(told) - MOST))
        await send_lines(tx, service, coordinator, lines)


def stint_line(service: Service, language: str, key: str, member: Member, times: Interval) -> str:
    """One member's time, where, and the number to ring."""
    return service.words.say(
        language,
        key,
        name=member.name,
        times=wording.span_words(service, language, times),
        places=wording.member_places(service, language, member),
        phone=member.phone or "–",
    )


async def send_lines(tx: Transaction, service: Service, coordinator: Member, lines: Sequence[str]) -> None:
    """To a coordinator, who alone reads names and numbers."""
    shown = Presentation("\n".join(lines), protect=True)
    sending.send_message(tx, service, await home_address(tx, coordinator), shown, Lane.NEWS)
