"""What somebody sent was given up: it breaks our own code, so nobody has read it. Coordinators hear of it with a sound.

an open case      the newest: a task, and the case says how the person can be reached
a member's        the newest case that they have
anybody else's    a draft without words, of which a case can be made, and the person be asked; of many one message says so

What was sent stays in the inbox (``dabyl parked``) and goes into no report: there it would break what comes next.
"""

from datetime import datetime, timedelta

from core.incoming import Incoming, IncomingKind
from core.model import Address, Case, Report
from core.presentation import Presentation
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import ReportState, TaskKind
from handlers.alerting import tasks
from handlers.cards import draft_card
from handlers.failures import on_update_parked
from handlers.outbox import sending
from handlers.people.membership import held_cases, home_address, members_at
from handlers.people.readers import language_of
from handlers.reporting import drafts
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

SENT = (
    IncomingKind.MESSAGE,
    IncomingKind.EDITED,
    IncomingKind.TAP,
)  # by a person, who waits for what follows
FEW, WITHIN = 5, timedelta(hours=1)  # drafts that are shown
MANY = "hush:unhandled"  # the timer that counts them


async def on_parked(
    tx: Transaction,
    service: Service,
    incoming: Incoming | None,
    row_id: int,
    kind: str,
    at: datetime,
    error: str,
) -> None:
    """The operator and the person hear of it; coordinators, if a person waits for what follows."""
    address = await on_update_parked(tx, service, incoming, row_id, kind, at, error)
    if incoming is not None and incoming.kind in SENT and address is not None:
        await _ask_coordinators(tx, service, address)


async def _ask_coordinators(tx: Transaction, service: Service, address: Address) -> None:
    """The task belongs to a case, if there is one."""
    members = await members_at(tx, address.id)
    case = await _case_of(tx, address)
    if case is None and members:
        held = await held_cases(tx, members[0])
        case = held[-1] if held else None
    if case is not None:
        await timeline.append(tx, case.id, 0, TimelineKind.UNHANDLED, {})
        await tasks.ask_coordinators(tx, service, case, TaskKind.UNHANDLED, again=True)
    elif not members and await _is_shown(tx, service):
        await drafts.show_to_coordinators(
            tx, service, await _draft_of(tx, service, address), draft_card.UNHANDLED, again=True
        )


async def _case_of(tx: Transaction, address: Address) -> Case | None:
    found = await tx.reports.by(address_id=address.id, state=ReportState.OPEN)
    cases = [report.case_id for report in found if report.case_id is not None]
    return await tx.cases.get(cases[-1]) if cases else None


async def _draft_of(tx: Transaction, service: Service, address: Address) -> Report:
    found = await tx.reports.by(address_id=address.id, state=ReportState.DRAFT)
    if found:
        return found[-1]
    language = await language_of(tx, service, address.id)
    return tx.reports.add(Report(tx.new_id(), address.id, ReportState.DRAFT, tx.now, language))


async def _is_shown(tx: Transaction, service: Service) -> bool:
    """Not what comes after many: then one message says that there is more."""
    window = await tx.timers.get(MANY)
    number = window.subject_id if window is not None else 0
    due = window.due_at if window is not None else tx.now + WITHIN
    tx.timers.put(Timer(MANY, "hush", due, number + 1))
    if number == FEW:
        for member in await tasks.coordinators(tx):
            there = await home_address(tx, member)
            text = service.words.say(await language_of(tx, service, there), "unhandled-more")
            sending.send_message(tx, service, there, Presentation(text), Lane.ALERT)
    return number < FEW
