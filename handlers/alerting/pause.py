"""A case that is said to be over rings nobody: by day until a coordinator can have called back, at night until the morning.
Members on duty at night can read it at once, without a sound, and have the search go on.

While the pause lasts it has a timer. Anything that looks for a lawyer ends the pause; when it ends, the search goes on by
itself.
"""

from datetime import timedelta

from core.alerting.quiet_hours import ANSWER_WAIT, next_daytime
from core.model import Case
from core.traffic import Timer
from core.vocabulary import CaseState, TaskKind
from handlers.alerting import tasks
from handlers.alerting.timer_keys import escalation_key, pause_key
from handlers.cards import case_lines
from handlers.service import Service
from storage.transaction import Transaction


async def begin(tx: Transaction, service: Service, case: Case) -> None:
    """It is said to be over: coordinators are asked, at night once more in the morning; lawyers not before they had time."""
    asked = next_daytime(tx.now, case_lines.zone_of(service, case))
    searching = case.state is CaseState.OPEN and case.alerting
    await tasks.ask_coordinators(
        tx, service, case, TaskKind.OVER, again=True
    )  # at night it makes no sound: ask_card.is_quiet
    if searching:
        due = asked if asked > tx.now else tx.now + ANSWER_WAIT
        tx.timers.put(Timer(pause_key(case.id), "pause", due, case.id))
        tx.timers.put(Timer(escalation_key(case.id), "escalation", max(due, asked + ANSWER_WAIT), case.id))


ONCE = timedelta(days=3)


async def begin_for_own_lawyer(tx: Transaction, service: Service, case: Case) -> bool:
    """They want no other lawyer: coordinators are asked at once, at night too, for somebody is held. Whether it begins: once
    in a case, because the phone may be in other hands.
    """
    key = f"own-lawyer:{case.id}"
    if await tx.timers.get(key) is not None:
        return False
    tx.timers.put(Timer(key, "forget", tx.now + ONCE, case.id))
    await tasks.ask_coordinators(tx, service, case, TaskKind.OWN_LAWYER)
    due = tx.now + ANSWER_WAIT
    tx.timers.put(Timer(pause_key(case.id), "pause", due, case.id))
    tx.timers.put(Timer(escalation_key(case.id), "escalation", due, case.id))
    return True


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is morning: coordinators are asked. After their time the search goes on."""
    case = await tx.cases.get(timer.subject_id)
    search = await tx.timers.get(escalation_key(timer.subject_id))
    if case is None or search is None or search.due_at <= tx.now:
        return
    if case.says_over and case.state is CaseState.OPEN:
        await tasks.ask_coordinators(tx, service, case, TaskKind.OVER, again=True)
        tx.timers.put(Timer(timer.key, "pause", search.due_at, case.id))
