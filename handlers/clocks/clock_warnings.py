"""The clocks of a case are looked at: who hears what, what is frozen, and when to look again, in one transaction.

warning    some time before the end: the member who has the case
alarm      at the end: the member who has the case; the coordinators at once if nobody has it, else when nobody answers
evidence   an overrun, with what we knew when it was seen; its minutes as far as it was looked at, final when it stops
void       what is claimed now does not show it any more: the mark stays, with the time, and a line of the timeline
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from core.clocks.clock_rows import AtEnd
from core.clocks.computation import LegalClock, legal_clocks
from core.clocks.warning_times import (
    ClockStep,
    coordinators_told_at,
    look_at_clock,
    next_redraw,
    telling_moments,
)
from core.model import Case
from core.records.holds import ClockMark, HowSurely
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.alerting.unanswered import ALL_CLOCKS, unanswered_clocks
from handlers.cards import case_lines, live_cards
from handlers.cards.case_loading import view_of
from handlers.clocks import clock_card
from handlers.clocks.law_signatures import checked_by, load_signatures
from handlers.clocks.recompute import CLOCK_TIMER, clock_timer_key, wakes_anybody
from handlers.people.membership import home_address
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

Marked = tuple[LegalClock, ClockMark, ClockStep]
LINES = {ClockStep.PASSED: TimelineKind.OVERRUN, ClockStep.ENDED: TimelineKind.OVERRUN_ENDED}
QUIET, LONGEST = (
    timedelta(minutes=5),
    timedelta(hours=1),
)  # between two sounds of the card of all: so much for each case
SHOWN_ON = ("case", clock_card.OWN)  # cards of a case that show its clocks; for its owner, the alert


async def on_clock_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A clock of the case warns, or is over; or its card says something else by now."""
    case = await tx.cases.get(timer.subject_id)
    if case is None:
        return
    clocks = legal_clocks(service.law, await view_of(tx, case), case_lines.zone_of(service, case), tx.now)
    found = await _look_at_clocks(tx, case, [clock for clock in clocks if clock.due is not None])
    if case.state is not CaseState.CLOSED and wakes_anybody(case):
        found = await _tell_owner_and_coordinators(tx, case, found)
        _set_timer(tx, case, found)
    await redraw_cards(tx, case)


async def _look_at_clocks(tx: Transaction, case: Case, clocks: Sequence[LegalClock]) -> list[Marked]:
    """What has happened to each since it was looked at last, written down."""
    before = {mark.key: mark for mark in await tx.clock_marks.by(case_id=case.id) if mark.void_at is None}
    found = []
    for clock in clocks:
        mark = before.pop(clock.key, None)
        after, step = look_at_clock(clock, mark or _new_mark(tx, case, clock), tx.now)
        if after.passed_at is not None and clock.row.at_end is AtEnd.OVERRUN:
            after = replace(after, over=HowSurely.PERHAPS if clock.doubts else HowSurely.SURELY)
        if step in LINES and clock.row.at_end is AtEnd.OVERRUN:
            if not after.known:
                after = replace(after, known=await _known_facts(tx, clock))
            await timeline.append(tx, case.id, 0, LINES[step], _mark_details(after))
        if mark is None and step is not ClockStep.NOTHING:
            tx.clock_marks.add(after)
        elif mark is not None and after != mark:
            tx.clock_marks.put(after)
        found.append((clock, after, step))
    for mark in before.values():
        await _void_mark(tx, case, mark)
    return found


def _new_mark(tx: Transaction, case: Case, clock: LegalClock) -> ClockMark:
    assert clock.due is not None
    assert clock.length is not None
    return ClockMark(tx.new_id(), case.id, clock.row.id, clock.length.text, clock.due, clock.person)


async def _void_mark(tx: Transaction, case: Case, mark: ClockMark) -> None:
    """A correction has moved the clock: what was frozen stays as it was, and does not hold any more."""
    tx.clock_marks.put(replace(mark, void_at=tx.now))
    if mark.known:
        await timeline.append(tx, case.id, 0, TimelineKind.OVERRUN_VOID, _mark_details(mark))


async def _known_facts(tx: Transaction, clock: LegalClock) -> dict[str, Any]:
    """What we knew: from when, who said so, by which article, what was not known, and who had checked the row."""
    by = checked_by(tx, clock.row, await load_signatures(tx))
    claim = clock.start.claim
    return {
        "articles": list(clock.row.article_ids),
        "start": clock.start.at.isoformat(),
        "start_kind": clock.start.kind,
        "start_known": clock.start.known,
        "claim": claim.id if claim is not None else 0,
        "source": claim.source_kind.value if claim is not None else "",
        "doubts": sorted(clock.doubts),
        "sure": clock.row.sure.value,
        "row": clock.row.text,
        "checked_by": by.member_id if by is not None else 0,
        "checked_at": by.signed_at.isoformat() if by is not None else "",
    }


def _mark_details(mark: ClockMark) -> dict[str, Any]:
    return {
        "clock": mark.clock,
        "length": mark.length,
        "due": mark.due_at.isoformat(),
        "minutes": mark.minutes,
        "start": mark.known.get("start", ""),
        "articles": mark.known.get("articles", []),
        "doubts": mark.known.get("doubts", []),
    }


async def _tell_owner_and_coordinators(tx: Transaction, case: Case, found: list[Marked]) -> list[Marked]:
    """The member who has the case hears of each warning and each end; coordinators of what nobody answers."""
    marks = await tx.clock_marks.by(case_id=case.id)
    owner = (
        await tx.members.get(case.owner_id) if case.state is CaseState.ACCEPTED and case.owner_id else None
    )
    if owner is not None and any(_rings(clock, mark, step, marks, tx.now) for clock, mark, step in found):
        await live_cards.renew(
            tx, clock_card.OWN, case.id, await home_address(tx, owner), Lane.ALERT, case_id=case.id
        )
    after = []
    for clock, mark, step in found:
        due = _told_at(case, clock, mark, marks)
        now = due is not None and due <= tx.now
        told = tx.clock_marks.put(replace(mark, told_at=tx.now)) if now else mark
        after.append((clock, told, step))
    if after != found:
        quiet = min(QUIET * len(await unanswered_clocks(tx)), LONGEST)
        for member in await tasks.coordinators(tx):
            if owner is None or member.id != owner.id:
                await live_cards.ring(
                    tx, ALL_CLOCKS, 0, await home_address(tx, member), quiet=quiet, later=True
                )
    return after


def _rings(
    clock: LegalClock, mark: ClockMark, step: ClockStep, marks: Sequence[ClockMark], now: datetime
) -> bool:
    """Whether it makes a sound. What was only read from words makes one, the earliest mark first; where it would not even
    run by what the words tell, one in all of the case.
    """
    if step not in (ClockStep.WARNED, ClockStep.PASSED) or not clock.is_perhaps:
        return step in (ClockStep.WARNED, ClockStep.PASSED)
    if step is ClockStep.PASSED and mark.warned_at is not None:
        return False
    before = [
        at for other in marks for at in (other.warned_at, other.passed_at) if at is not None and at < now
    ]
    return not (clock.kind_read and before)


def _told_at(case: Case, clock: LegalClock, mark: ClockMark, marks: Sequence[ClockMark]) -> datetime | None:
    """When coordinators hear of it. Not while they are asked to call back, because its reporter says that it is over."""
    owned = case.state is CaseState.ACCEPTED
    if clock.is_perhaps and owned and mark.warned_at is not None:
        return None  # its owner has heard of it once
    if clock.kind_read and any(other.told_at for other in marks):
        return None
    return None if case.says_over and not owned else coordinators_told_at(clock, mark, owned=owned)


def _set_timer(tx: Transaction, case: Case, found: Sequence[Marked]) -> None:
    """When to look again: the next warning or end, an answer that does not come, a card that says something else."""
    marks = [mark for _, mark, _ in found]
    shown = case.state is CaseState.ACCEPTED or any(mark.told_at and mark.goes_on for _, mark, _ in found)
    running = [clock for clock, _, _ in found if clock.stop is None]
    due: list[datetime] = [at for clock in running for at in telling_moments(clock) if at > tx.now]
    due += [at for clock, mark, _ in found if (at := _told_at(case, clock, mark, marks)) is not None]
    if shown and (again := next_redraw(running, tx.now)) is not None:
        due.append(again)
    if due:
        tx.timers.put(Timer(clock_timer_key(case.id), CLOCK_TIMER, max(tx.now, min(due)), case.id))


async def redraw_cards(tx: Transaction, case: Case) -> None:
    """The cards that show the clocks of a case, where they stand: in silence. No offer does; the card of all shows those of
    which coordinators were told.
    """
    shown = ("alert", *SHOWN_ON) if case.state is CaseState.ACCEPTED else SHOWN_ON
    cards = [card for card in await tx.cards.by(case_id=case.id) if card.subject in shown]
    if any(mark.told_at is not None for mark in await tx.clock_marks.by(case_id=case.id)):
        cards += await tx.cards.by(subject=ALL_CLOCKS, subject_id=0)
    for card in cards:
        live_cards.touch(tx, card)
