"""Is it still yours? Asked on the owner's card when nothing was heard of them for hours, by day, while somebody is held.

Whatever they do in the case is an answer. Where none comes coordinators hear of it, once until there is one.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.alerting.pauses import by_day
from bot.core.casework.columns import zone_of
from bot.core.casework.holding import (
    ANSWER,
    SILENCE,
    asked_still_key,
    is_running,
    last_sign,
    still_yours_key,
)
from bot.core.casework.life import Change
from bot.core.clocks.running import clocks_of
from bot.core.model import Case, Member
from bot.core.timeline import Line
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import AskKind, CaseState
from handlers.alerting import asks, signs
from handlers.cards import case_lines, tracking
from handlers.cards.case_view import view_of
from handlers.people.membership import home
from handlers.people.readers import is_reachable
from handlers.pressed import OnCase
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction


async def follow(tx: Transaction, service: Service, case: Case, change: Change) -> None:
    """Somebody has the case from now on, or nobody."""
    if change.holding is None:
        return
    await asks.settle_of_owner(tx, service, case)
    await signs.answered(tx, service, case)
    tx.timers.remove(still_yours_key(case.id))
    if change.holding:
        signs.wait(tx, case, tx.now + SILENCE)


async def on_mine(turn: Turn, found: OnCase) -> None:
    """*Yes, it is mine*."""
    case = found.case
    if await turn.tx.timers.get(asked_still_key(case.id)) is not None:
        await timeline.append(turn.tx, case.id, found.member.id, Line.STILL_MINE, {})
        await signs.heard(turn.tx, turn.service, case)
    await tracking.touch_case(turn.tx, case.id)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Ask, if nothing was heard; else, and at night, later."""
    if (found := await _with_owner(tx, timer)) is None:
        return
    case, owner = found
    sign = last_sign(await tx.timeline.by(case_id=case.id), owner.id, timer.due_at - SILENCE)
    if sign + SILENCE > tx.now:
        signs.wait(tx, case, sign + SILENCE)
    elif not await _runs(tx, service, case) or not await is_reachable(
        tx, owner
    ):  # coordinators know that they are gone
        signs.wait(tx, case, tx.now + SILENCE)
    elif (day := by_day(tx.now, _zone(service, owner))) > tx.now:
        signs.wait(tx, case, day)
    else:
        await timeline.append(tx, case.id, 0, Line.ASKED_STILL, {"member": owner.id})
        await _ask(tx, case, owner, by_day(tx.now + ANSWER, _zone(service, owner)))


async def on_answer_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """No answer: coordinators hear of it once, and the owner is asked again."""
    if (found := await _with_owner(tx, timer)) is None:
        return
    case, owner = found
    lines = await tx.timeline.by(case_id=case.id)
    asked = max((line.at for line in lines if line.kind is Line.ASKED_STILL), default=tx.now)
    sign = last_sign(lines, owner.id, asked)
    if sign > asked or not await _runs(tx, service, case):
        await asks.settle(tx, service, case, AskKind.SILENT_OWNER)
        signs.wait(tx, case, tx.now + SILENCE)
        await tracking.touch_case(tx, case.id)
        return
    again = by_day(tx.now + SILENCE, _zone(service, owner))
    if await tx.cards.by(subject=f"ask-{AskKind.SILENT_OWNER}", subject_id=case.id):
        await _ask(tx, case, owner, again)
    else:
        await timeline.append(tx, case.id, 0, Line.NO_ANSWER, {"member": owner.id})
        await asks.put(tx, service, case, AskKind.SILENT_OWNER)
        tx.timers.put(Timer(asked_still_key(case.id), "mine-unanswered", again, case.id))


async def _with_owner(tx: Transaction, timer: Timer) -> tuple[Case, Member] | None:
    case = await tx.cases.get(timer.subject_id)
    owner = await tx.members.get(case.owner_id or 0) if case is not None else None
    if case is None or owner is None or case.state is not CaseState.ACCEPTED:
        return None
    return case, owner


async def _runs(tx: Transaction, service: Service, case: Case) -> bool:
    """Whether hours count: somebody is held, and a clock of the law runs, where the country's data has any."""
    if not service.law or not is_running(case):
        return is_running(case)
    zone = case_lines.zone_of(service, case)
    clocks = clocks_of(service.law, await view_of(tx, case), zone)
    return any(clock.due is not None and clock.stop is None for clock in clocks)


async def _ask(tx: Transaction, case: Case, owner: Member, until: datetime) -> None:
    tx.timers.put(Timer(asked_still_key(case.id), "mine-unanswered", until, case.id))
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == owner.id:
            await tracking.renew(tx, "alert", alert.id, await home(tx, owner), Lane.ALERT, case_id=case.id)


def _zone(service: Service, owner: Member) -> ZoneInfo:
    """Of where the owner works."""
    return zone_of(service.gazetteer, service.zone, *owner.cities)
