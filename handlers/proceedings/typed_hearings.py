"""A hearing of which a member writes without being asked: a claim and its reminders now, and whether it is right."""

from datetime import datetime
from typing import Any

from core.casework.case_view import CaseView
from core.casework.proceedings import (
    ProceedingKind,
    TrackedHearing,
    TrackedProceeding,
    tracked_hearing,
    tracked_proceeding,
    tracked_proceedings,
)
from core.model import Case, Member
from core.presentation import Button, Presentation, Style
from core.understanding.member_news import HearingTold, hearing_told
from core.values import Hearing, Precision
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure
from handlers.proceedings import proceeding_claims, proceeding_lines
from handlers.proceedings.proceeding_arguments import OnHearing
from handlers.turn import Turn


def told_in(turn: Turn, case: Case, words: str) -> HearingTold | None:
    """The hearing that the words tell, by the clock of the case."""
    zone = case_lines.zone_of(turn.service, case)
    return hearing_told(words, turn.service.heard, turn.now, zone, turn.language)


async def record_told(turn: Turn, case: Case, member: Member, told: HearingTold) -> None:
    """In the newest proceeding that is open, else in a new one of a sort that nobody has said. A hearing of that day that is
    known is the same.
    """
    view = await view_of(turn.tx, case)
    held = _same_day(turn, case, view, told)
    if held is not None:
        changes: dict[str, Any] = {"court": told.court or held.hearing.court}
        if _is_finer(told, held):
            changes |= {"at": told.when.at, "precision": told.when.precision}
        claim = await proceeding_claims.record_hearing_change(turn, case, member, held, **changes)
    else:
        course = await _open_course(turn, case, member, view)
        at = told.when.at or turn.now
        hearing = Hearing(0, at, told.when.precision, told.court)
        claim = await proceeding_claims.record_hearing(turn, case, member, course, hearing)
    number = held.hearing.number if held is not None else claim.id
    written = tracked_hearing(await view_of(turn.tx, case), number)
    if written is not None:
        _ask_whether_right(turn, case, written)


def _ask_whether_right(turn: Turn, case: Case, written: TrackedHearing) -> None:
    number = written.hearing.number
    rows = (
        (Button(turn.say("button-hearing-right"), f"hearing:{number}", Style.SUCCESS),),
        (
            Button(turn.say("button-hearing-other"), f"sat:{number}:move"),
            Button(turn.say("button-not-this"), f"unheld:{number}"),
        ),
    )
    line = proceeding_lines.hearing_line(turn.service, turn.language, case, written)
    text = turn.say("hearing-told", code=case.code, hearing=line)
    disclosure.show(turn, case, Presentation(text, rows, protect=True))
    turn.is_answered = True


async def on_not_this(turn: Turn, found: OnHearing) -> None:
    """*Not this*: what this member said last of it does not hold; the words stay a note."""
    said = [
        fact.claim
        for fact in found.sitting.said
        if fact.claim.source_id == found.member.id and fact.claim.withdrawn_at is None
    ]
    if not said:
        turn.reply("button-unknown")
        return
    claim = max(said, key=lambda claim: claim.id)
    await proceeding_claims.withdrawn(turn, claim.id)
    await proceeding_claims.taken_back(turn, found.case, found.member, claim)
    turn.reply_in_place("hearing-not-told", code=found.case.code)


async def _open_course(turn: Turn, case: Case, member: Member, view: CaseView) -> TrackedProceeding:
    there = [course for course in tracked_proceedings(view) if course.is_open]
    if there:
        return there[-1]
    number = await proceeding_claims.open_proceeding(turn, case, member, ProceedingKind.OTHER, None)
    opened = tracked_proceeding(await view_of(turn.tx, case), number)
    assert opened is not None  # it was opened a moment ago
    return opened


def _same_day(turn: Turn, case: Case, view: CaseView, told: HearingTold) -> TrackedHearing | None:
    zone = case_lines.zone_of(turn.service, case)

    def day(at: datetime) -> object:
        return at.astimezone(zone).date()

    ahead = [
        sitting
        for course in tracked_proceedings(view)
        for sitting in course.sittings
        if not sitting.hearing.off and not sitting.hearing.outcome
    ]
    at = told.when.at
    return next((sitting for sitting in ahead if at and day(sitting.hearing.at) == day(at)), None)


def _is_finer(told: HearingTold, held: TrackedHearing) -> bool:
    """Whether it names an hour, or nobody has."""
    hours = (Precision.MINUTE, Precision.HOUR)
    return told.when.precision in hours or held.hearing.precision not in hours
