"""*Is it still yours?* Asked on the owner's card when nothing was heard of them for hours, by day, while somebody is held.

Several at once, as in the morning after a night, are asked on one card: the owner's list. Anything that the owner does in
the case is an answer. If none comes, coordinators hear of it once, and the owner is reminded
once a day, without a sound, by one list of all that they have.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.alerting.quiet_hours import next_daytime
from core.casework.case_columns import zone_of
from core.casework.ownership import (
    OWNER_ANSWER,
    SILENCE,
    asked_still_key,
    is_running,
    last_sign,
    still_yours_key,
)
from core.casework.transitions import Transition, first_action_key
from core.clocks.computation import legal_clocks
from core.model import Case, Member
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, TaskKind
from handlers.alerting import owner_activity, tasks
from handlers.arguments import OnCase
from handlers.cards import case_lines, live_cards, sounds
from handlers.cards.case_loading import view_of
from handlers.people.membership import addresses_of, held_cases, home_address
from handlers.people.readers import is_reachable
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

HANDING = "handing"  # the form that asks to whom
LATEST = 20  # messages of theirs that are looked at
TOGETHER = timedelta(minutes=30)  # the list that asks of several sounds once in it
TAKEN = (TimelineKind.ACCEPTED, TimelineKind.HANDED_OVER, TimelineKind.INHERITED)


async def follow_ownership(tx: Transaction, service: Service, case: Case, change: Transition) -> None:
    """Somebody has the case from now on, or nobody."""
    if change.holding is None:
        return
    await tasks.settle_of_owner(tx, service, case)
    await owner_activity.settle_question(tx, service, case)
    tx.timers.remove(still_yours_key(case.id))
    if change.holding:
        owner_activity.ask_at(tx, case, tx.now + SILENCE)


async def on_mine(turn: Turn, found: OnCase) -> None:
    """*Yes, it is mine*."""
    case = found.case
    if await turn.tx.timers.get(asked_still_key(case.id)) is not None:
        await timeline.append(turn.tx, case.id, found.member.id, TimelineKind.STILL_MINE, {})
        await owner_activity.note_sign(turn.tx, turn.service, case)
    await live_cards.touch_case(turn.tx, case.id)


async def on_all_mine(turn: Turn, argument: str) -> None:
    """*All of them are mine*, on the list."""
    member = turn.active
    for case in await held_cases(turn.tx, member) if member is not None else ():
        if member is not None and case.owner_id == member.id:
            await on_mine(turn, OnCase(member, case, ""))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Ask, if nothing was heard; else, and at night, later."""
    if (found := await _with_owner(tx, timer)) is None:
        return
    case, owner = found
    sign = last_sign(await tx.timeline.by(case_id=case.id), owner.id, timer.due_at - SILENCE)
    if sign + SILENCE > tx.now:
        owner_activity.ask_at(tx, case, sign + SILENCE)
    elif not await _do_hours_count(tx, service, case) or not await is_reachable(
        tx, owner
    ):  # coordinators know that they are gone
        owner_activity.ask_at(tx, case, tx.now + SILENCE)
    elif (day := next_daytime(tx.now, _owner_zone(service, owner))) > tx.now:
        owner_activity.ask_at(tx, case, day)
    else:
        await timeline.append(tx, case.id, 0, TimelineKind.ASKED_STILL, {"member": owner.id})
        await _ask_owner(tx, case, owner, next_daytime(tx.now + OWNER_ANSWER, _owner_zone(service, owner)))


async def on_answer_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """No answer: coordinators hear of it once, and the owner has their list every morning."""
    if (found := await _with_owner(tx, timer)) is None:
        return
    case, owner = found
    lines = await tx.timeline.by(case_id=case.id)
    asked = max((line.at for line in lines if line.kind is TimelineKind.ASKED_STILL), default=tx.now)
    sign = last_sign(lines, owner.id, asked)
    if sign > asked or not await _do_hours_count(tx, service, case):
        await tasks.settle(tx, service, case, TaskKind.SILENT_OWNER)
        owner_activity.ask_at(tx, case, tx.now + SILENCE)
        await live_cards.touch_case(tx, case.id)
        return
    if await tx.cards.by(subject=f"ask-{TaskKind.SILENT_OWNER}", subject_id=case.id):
        await _show_list(tx, owner, _owner_zone(service, owner))
    else:
        await timeline.append(tx, case.id, 0, TimelineKind.NO_ANSWER, {"member": owner.id})
        await tasks.ask_coordinators(tx, service, case, TaskKind.SILENT_OWNER)
    again = next_daytime(tx.now + SILENCE, _owner_zone(service, owner))
    tx.timers.put(Timer(asked_still_key(case.id), "mine-unanswered", again, case.id))


async def ask_writer(tx: Transaction, service: Service, case: Case) -> bool:
    """The time for the first action is over. Whether the owner has written since they took it: then they are asked, and the
    case waits for the answer; not a second time while the question stands.
    """
    owner = await tx.members.get(case.owner_id or 0)
    asked = await tx.timers.get(asked_still_key(case.id)) is not None
    if owner is None or asked or not await _has_written(tx, case, owner):
        return False
    await timeline.append(tx, case.id, 0, TimelineKind.ASKED_STILL, {"member": owner.id})
    due = tx.now + service.policy.first_action / 2
    tx.timers.put(Timer(first_action_key(case.id), "first-action", due, case.id))
    await _ask_owner(tx, case, owner, tx.now + OWNER_ANSWER)
    return True


async def _has_written(tx: Transaction, case: Case, owner: Member) -> bool:
    """Anything of theirs in its history, or anything that they have typed to us since; but that they ask a colleague to take
    it over tells of no work on it.
    """
    lines = await tx.timeline.by(case_id=case.id)
    taken = max((line.at for line in lines if line.kind in TAKEN), default=tx.now)
    theirs = [line.kind for line in lines if line.actor_id == owner.id and line.at >= taken]
    if TimelineKind.NOTED in theirs:
        return True
    typed = [
        message
        for id in addresses_of(owner)
        for message in await tx.messages.newest(LATEST, address_id=id, outgoing=False)
        if message.at > taken
    ]
    return bool(typed or set(theirs) - set(TAKEN)) and not await _hands_over(tx, case, owner, taken)


async def _hands_over(tx: Transaction, case: Case, owner: Member, since: datetime) -> bool:
    """Whether they ask, or are asked, who shall take it over."""
    forms = [
        form for id in addresses_of(owner) for form in await tx.dialogues.by(address_id=id, form=HANDING)
    ]
    asked = [offer.offered_at for offer in await tx.alerts.by(case_id=case.id) if offer.asked_by == owner.id]
    return any(at >= since for at in (*asked, *(form.started_at for form in forms)))


async def _show_list(tx: Transaction, owner: Member, zone: ZoneInfo) -> None:
    """Once a day for all their cases together."""
    key = f"owned-list:{owner.id}"
    if await tx.timers.get(key) is None:
        tx.timers.put(Timer(key, "forget", _next_midnight(tx.now, zone), owner.id))
        await live_cards.renew(tx, "list", owner.id, await home_address(tx, owner), Lane.REMINDER)


def _next_midnight(now: datetime, zone: ZoneInfo) -> datetime:
    """In UTC, of the day where the owner works."""
    local = now.astimezone(zone)
    midnight = datetime.combine(local.date() + timedelta(days=1), time(), zone)
    return midnight.astimezone(UTC)


async def _with_owner(tx: Transaction, timer: Timer) -> tuple[Case, Member] | None:
    case = await tx.cases.get(timer.subject_id)
    owner = await tx.members.get(case.owner_id or 0) if case is not None else None
    if case is None or owner is None or case.state is not CaseState.ACCEPTED:
        return None
    return case, owner


async def _do_hours_count(tx: Transaction, service: Service, case: Case) -> bool:
    """Whether hours count: somebody is held, and a clock of the law runs, where the country's data has any."""
    if not service.law or not is_running(case):
        return is_running(case)
    zone = case_lines.zone_of(service, case)
    clocks = legal_clocks(service.law, await view_of(tx, case), zone, tx.now)
    return any(clock.due is not None and clock.stop is None for clock in clocks)


async def _ask_owner(tx: Transaction, case: Case, owner: Member, until: datetime) -> None:
    tx.timers.put(Timer(asked_still_key(case.id), "mine-unanswered", until, case.id))
    there = await home_address(tx, owner)
    if await _is_asked_of_others(tx, case, owner):
        await live_cards.touch_case(tx, case.id)
        if await sounds.has_just_sounded(tx, there):
            shown = await live_cards.show(tx, "list", owner.id, there, Lane.EDIT, sound=False)
            live_cards.move_to_end(tx, shown)
        else:
            await live_cards.ring(tx, "list", owner.id, there, quiet=TOGETHER, later=False)
        return
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == owner.id:
            await live_cards.renew(tx, "alert", alert.id, there, Lane.ALERT, case_id=case.id)


async def _is_asked_of_others(tx: Transaction, case: Case, owner: Member) -> bool:
    """Whether the same is asked, or will be at this moment, of other cases that they have."""
    for other in await held_cases(tx, owner):
        due = await tx.timers.get(still_yours_key(other.id))
        waits = await tx.timers.get(asked_still_key(other.id)) is not None
        if other.id != case.id and (waits or (due is not None and due.due_at <= tx.now)):
            return True
    return False


def _owner_zone(service: Service, owner: Member) -> ZoneInfo:
    """Of where the owner works."""
    return zone_of(service.gazetteer, service.zone, *owner.cities)
