"""Closed cases are forgotten part by part, at night, a piece a transaction. The parts and their order:
core.forgetting.retention_terms.

Somebody who needs help meanwhile does not wait for it, and a purge that was killed goes on where it was. An older database
that was put back has its timer overdue, and forgets at its start.

If a piece of the night fails for good, something of its cases cannot be removed. Each of them is then tried alone, so that
one bad case is passed over, told to the operator with its number, and tried again in the next night; the others are
forgotten.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import time, timedelta

from msgspec.structs import replace

from core.digest.recurrence import next_occurrence as next_daily
from core.forgetting.retention_terms import ForgettingReason, ForgettingStage, RetentionTerms
from core.forgetting.retention_terms import due_stages as parts_due
from core.model import Case
from core.timeline import TimelineKind
from core.traffic import Timer
from handlers.forgetting import case_words, expired_records, help_and_evidence, legal_holds
from handlers.people import placeholders
from handlers.service import Service
from storage import files, timeline
from storage.purge import aged_rows, due_cases
from storage.transaction import Transaction

Does = Callable[[Transaction, Service, Case], Awaitable[bool]]
DOES: Mapping[ForgettingStage, Does] = {
    ForgettingStage.HELP: help_and_evidence.forget_help,
    ForgettingStage.PAPERS: help_and_evidence.forget_papers,
    ForgettingStage.FILES: help_and_evidence.forget_files,
    ForgettingStage.WORDS: case_words.forget_words,
}


async def forget_parts(
    tx: Transaction,
    service: Service,
    case: Case,
    stages: Sequence[ForgettingStage],
    why: ForgettingReason = ForgettingReason.TERM,
) -> bool:
    """These parts of a case. False: there is more of it, for the next transaction."""
    tx.forget()
    for stage in stages:
        for merged in await legal_holds.with_merged_cases(tx, case):
            current = await tx.cases.get(merged.id)
            if current is None or stage in current.forgotten:
                continue
            if not await DOES[stage](tx, service, current):
                return False
            await _note_forgotten(tx, current.id, stage, why)
    return True


async def _note_forgotten(
    tx: Transaction, case_id: int, stage: ForgettingStage, why: ForgettingReason
) -> None:
    """It is gone, and the history says since when and why, not what it was."""
    case = await tx.cases.get(case_id)
    assert case is not None
    gone = {"forgotten": stage.value if why is ForgettingReason.TERM else why.value}
    if why is ForgettingReason.TERM or stage is ForgettingStage.WORDS:
        await timeline.append(tx, case.id, 0, TimelineKind.FORGOTTEN, gone)
    at = tx.now if stage is ForgettingStage.WORDS else case.forgotten_at
    tx.cases.put(replace(case, forgotten=(*case.forgotten, stage.value), forgotten_at=at))


FORGETTING = "forgetting"
ALONE = "alone-forgotten"  # handlers.forgetting.purge
NIGHT_AT = time(2, 40)
CASES_AT_ONCE = 10  # in one transaction
PAUSE = timedelta(seconds=2)  # between two pieces, for everybody else


async def on_night_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next piece; after the last one, the next night."""
    after = await forget_piece(tx, service, timer.subject_id)
    if after is None:
        await schedule_night(tx, service)
    else:
        tx.timers.put(Timer(FORGETTING, FORGETTING, tx.now + PAUSE, after))


async def forget_piece(tx: Transaction, service: Service, after: int) -> int | None:
    """One of them: behind which case it goes on; None after the last. What goes by age alone goes first, and again at the
    end, with what was freed meanwhile; members, and what is over without its timer having come, after the cases.
    """
    if after == 0 and await _forget_by_age(tx, service):
        return after
    found = await due_cases.find_due_cases(tx, service.retention, after, CASES_AT_ONCE)
    last = after
    for expired in found.due:
        case = await tx.cases.get(expired.case_id)
        free = case if case is not None and not await legal_holds.holds_of(tx, case) else None
        if free is not None and not await forget_parts(tx, service, free, expired.stages):
            return expired.case_id - 1
        tx.timers.remove(f"{ALONE}:{expired.case_id}")  # one that was given up once
        last = expired.case_id
    if tx.folder is None:  # nothing of them was copied, so that nobody else looks after the rows
        for file in await files.list_unwanted(tx):
            tx.files.remove(file.id)
    if found.after is not None:
        return found.after
    if found.due:
        return last
    more = await expired_records.forget_members(tx, service) + await expired_records.forget_export_reasons(
        tx, service
    )
    more = more or await expired_records.forget_over(tx, service) or await _forget_by_age(tx, service)
    return last if more else None


async def _forget_by_age(tx: Transaction, service: Service) -> int:
    """Not in every piece: what is old and stays would be looked at again and again."""
    await tx.flush()
    return await aged_rows.delete_aged(
        tx, aged_rows.RULES, retention_terms(service), await kept_chats(tx, service)
    )


def retention_terms(service: Service) -> RetentionTerms:
    """The configured ones. Where a message is stays known as long as a messenger can delete it."""
    deletable = [messenger.deletable for messenger in service.abilities.values()]
    return replace(service.retention, messages=max(service.retention.messages, *deletable))


async def kept_chats(tx: Transaction, service: Service) -> set[bytes]:
    """By which chats are found that stay though nothing leads to them: the administrators', and those of nobody."""
    named = {tx.lookup(service.home, chat) for chat in service.administrators}
    return named | await placeholders.chat_lookups(tx)


async def schedule_night(tx: Transaction, service: Service) -> None:
    """Set the timer of the next night, unless it is set; one that is parked is tried again then."""
    timer = await tx.timers.get(FORGETTING)
    if timer is None or timer.parked:
        _, at = next_daily(tx.now, service.zone, NIGHT_AT)
        tx.timers.put(Timer(FORGETTING, FORGETTING, at))


SINGLY = ALONE


async def on_piece_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer for each case of the piece; the night goes on behind them, or is over where it was no case that failed."""
    found = await due_cases.find_due_cases(tx, service.retention, timer.subject_id, CASES_AT_ONCE)
    for expired in found.due:
        tx.timers.put(Timer(f"{SINGLY}:{expired.case_id}", SINGLY, tx.now, expired.case_id))
    after = found.after or (found.due[-1].case_id if found.due else None)
    if after is not None:
        tx.timers.put(Timer(timer.key, timer.kind, tx.now + PAUSE, after))


async def on_single_case_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """This case, in as many pieces as it takes."""
    if not await forget_single_case(tx, service, timer.subject_id):
        tx.timers.put(Timer(timer.key, SINGLY, tx.now + PAUSE, timer.subject_id))


async def forget_single_case(tx: Transaction, service: Service, case_id: int) -> bool:
    """What is due of a closed case. False: there is more of it."""
    case = await tx.cases.get(case_id)
    if case is None or case.closed_at is None or await legal_holds.holds_of(tx, case):
        return True
    stages = parts_due(service.retention, case.outcome, case.closed_at, case.forgotten, tx.now)
    return await forget_parts(tx, service, case, stages)
