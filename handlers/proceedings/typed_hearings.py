"""A hearing, or what a court has decided, of which a member writes without being asked: a claim and its reminders now, and
whether it is right. A court or an hour alone, a moment later, belongs to the same hearing.
"""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claims import SourceKind
from core.casework.proceedings import (
    HearingOutcome,
    ProceedingKind,
    TrackedHearing,
    TrackedProceeding,
    hearing_meant,
    is_agreed,
    tracked_hearing,
    tracked_proceeding,
    tracked_proceedings,
)
from core.intake.court_told import CourtTold, HearingTold, RulingTold, court_told
from core.intake.standing import WrittenHearing
from core.model import Case, Member
from core.presentation import Button, Presentation, Style
from core.traffic import Timer
from core.values import Hearing, Precision
from handlers.cards import case_lines, court_lines
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, notes, told_in_court
from handlers.forms.form_behaviour import OpenForm
from handlers.proceedings import arrest_reminders, proceeding_arguments, proceeding_claims, proceeding_lines
from handlers.proceedings.proceeding_arguments import OnHearing
from handlers.turn import Turn

SOON = timedelta(hours=1)  # so long a court or an hour alone belongs to the hearing that was written of
HOURS = (Precision.MINUTE, Precision.HOUR)
BOTH = "both"


def told_in(turn: Turn, words: str, case: Case) -> CourtTold:
    """What the words tell of court, by the clock of the case."""
    service = turn.service
    zone = case_lines.zone_of(service, case)
    return court_told(words, service.heard, service.cues, turn.now, zone, turn.language)


async def record_told(turn: Turn, case: Case, member: Member, told: CourtTold) -> None:
    """A hearing of that day that is known, or the next one if it moved, is the same."""
    if told.hearing is not None:
        await _record_hearing(turn, case, member, told.hearing)
    if told.ruling is not None and told.states_ruling:
        await record_ruling(turn, case, member, told.ruling)


async def _record_hearing(turn: Turn, case: Case, member: Member, told: HearingTold) -> None:
    view, at = await view_of(turn.tx, case), told.when.at or turn.now
    said = Hearing(0, at, told.when.precision, told.court)
    held = hearing_meant(view, said, turn.now, moved=told.moved, another=told.another)
    if held is None:
        course = await open_course(turn, case, member, view)
        claim = await proceeding_claims.record_hearing(turn, case, member, course, said)
        await _ask_whether_right(turn, case, claim.id, "hearing-told")
        return
    changes: dict[str, Any] = {"court": told.court or held.hearing.court}
    agrees = is_agreed(held.hearing, said)
    if not agrees or told.when.precision in HOURS or held.hearing.precision not in HOURS:
        changes |= {"at": at, "precision": told.when.precision}
    await proceeding_claims.record_hearing_change(turn, case, member, held, **changes)
    before = None if agrees else held.hearing
    await _ask_whether_right(turn, case, held.hearing.number, "hearing-told", before)


async def _ask_whether_right(
    turn: Turn, case: Case, number: int, key: str, before: Hearing | None = None
) -> None:
    """``before``: when it was, if it has moved."""
    written = tracked_hearing(await view_of(turn.tx, case), number)
    if written is None:
        return
    turn.tx.timers.put(Timer(_added_key(turn), "forget", turn.now + SOON, number))
    other = Button(turn.say("button-hearing-other"), f"sat:{number}:move")
    both = Button(turn.say("button-hearing-both"), f"unheld:{number}:{BOTH}")
    rows = (
        (Button(turn.say("button-hearing-right"), f"hearing:{number}", Style.SUCCESS),),
        (both if before else other, Button(turn.say("button-not-this"), f"unheld:{number}")),
    )
    line = proceeding_lines.hearing_line(turn.service, turn.language, case, written)
    lines = [turn.say(key, code=case.code, hearing=line)]
    if before is not None:
        lines.append(turn.say("hearing-was", times=case_lines.hearing_time(turn.service, case, before)))
    disclosure.show(turn, case, Presentation("\n".join(lines), rows, protect=True))
    turn.is_answered = True


def _added_key(turn: Turn) -> str:
    return f"hearing-written:{turn.address.id}"


async def written_hearing(turn: Turn) -> WrittenHearing | None:
    """The hearing of which the member wrote a moment ago."""
    found = await _written_lately(turn)
    if found is None:
        return None
    case, held = found
    return WrittenHearing(held.hearing, case_lines.zone_of(turn.service, case))


async def on_added(turn: Turn, opened: OpenForm | None, hearing: Hearing) -> None:
    """A court or an hour alone belongs to it."""
    found, member = await _written_lately(turn), turn.active
    if found is None or member is None:
        return
    case, held = found
    await notes.note_words(turn, case, member, turn.incoming.typed or turn.incoming.text)
    changes: dict[str, Any] = {"at": hearing.at, "precision": hearing.precision, "court": hearing.court}
    await proceeding_claims.record_hearing_change(turn, case, member, held, **changes)
    await _ask_whether_right(turn, case, held.hearing.number, "hearing-added")


async def _written_lately(turn: Turn) -> tuple[Case, TrackedHearing] | None:
    waits = await turn.tx.timers.get(_added_key(turn))
    case = await proceeding_arguments.case_of_claim(turn.tx, waits.subject_id) if waits is not None else None
    if waits is None or case is None or not await disclosure.may_see(turn.tx, case, turn.address.id):
        return None
    held = tracked_hearing(await view_of(turn.tx, case), waits.subject_id)
    return (case, held) if held is not None and held.stands else None


async def record_ruling(turn: Turn, case: Case, member: Member, ruling: RulingTold) -> None:
    """What came of the last hearing that has been; of one of today, if none is known. It ends the hours of the police."""
    view = await view_of(turn.tx, case)
    hearing = told_in_court.ruled(turn.service, case, view, ruling, turn.now)
    number = await record_decision(turn, case, member, hearing)
    buttons = (
        Button(turn.say("button-hearing-right"), f"hearing:{number}", Style.SUCCESS),
        Button(turn.say("button-not-this"), f"unheld:{number}"),
    )
    what = court_lines.outcome_words(turn.service, turn.language, hearing)
    text = turn.say("ruling-noted", code=case.code, what=what)
    term = await proceeding_lines.term_text(turn.tx, turn.service, turn.language, case)
    disclosure.show(turn, case, Presentation("\n".join(filter(None, (text, term))), (buttons,), protect=True))
    turn.is_answered = True


async def record_decision(turn: Turn, case: Case, member: Member, decided: Hearing) -> int:
    """A member says it, or confirms it; the hearing's number. ``decided``: number 0 if no hearing of it is known."""
    view = await view_of(turn.tx, case)
    held = tracked_hearing(view, decided.number)
    if held is None:
        course = await open_course(turn, case, member, view)
        bare = replace(decided, number=0, outcome="", measure="", days=0)
        claim = await proceeding_claims.record_hearing(turn, case, member, course, bare)
        held = tracked_hearing(await view_of(turn.tx, case), claim.id)
        assert held is not None  # it was written a moment ago
    of = tracked_proceeding(await view_of(turn.tx, case), held.proceeding)
    assert of is not None  # the hearing is in it
    outcome = HearingOutcome(decided.outcome)
    await proceeding_claims.record_outcome(
        turn, case, member, of, held, outcome, measure=decided.measure, days=decided.days
    )
    await arrest_reminders.tell_family(turn.tx, turn.service, case)
    return held.hearing.number


async def on_not_this(turn: Turn, found: OnHearing) -> None:
    """*Not this*: what this member said last of it does not hold; the words stay a note. *Both stand*: it is told of another
    hearing, and this one is as it was.
    """
    said = [
        fact.claim
        for fact in found.sitting.said
        if fact.claim.source == (SourceKind.MEMBER, found.member.id) and fact.claim.withdrawn_at is None
    ]
    if not said:
        turn.reply("button-unknown")
        return
    claim = max(said, key=lambda claim: claim.id)
    await proceeding_claims.take_back_guess(turn, found.case, found.sitting)
    await proceeding_claims.withdrawn(turn, claim.id)
    await proceeding_claims.taken_back(turn, found.case, found.member, claim)
    if found.word != BOTH:
        turn.reply_in_place("hearing-not-told", code=found.case.code)
        return
    course = tracked_proceeding(await view_of(turn.tx, found.case), found.sitting.proceeding)
    before = tracked_hearing(await view_of(turn.tx, found.case), found.sitting.hearing.number)
    if course is None or before is None:
        turn.reply("button-unknown")
        return
    other = replace(found.sitting.hearing, number=0)
    await proceeding_claims.record_hearing(turn, found.case, found.member, course, other)
    times = [case_lines.hearing_time(turn.service, found.case, at) for at in (before.hearing, other)]
    turn.reply_in_place("hearing-both", code=found.case.code, before=times[0], hearing=times[1])


async def open_course(turn: Turn, case: Case, member: Member, view: CaseView) -> TrackedProceeding:
    """The newest proceeding that is open, else a new one of a sort that nobody has said."""
    there = [course for course in tracked_proceedings(view) if course.is_open]
    if there:
        return there[-1]
    number = await proceeding_claims.open_proceeding(turn, case, member, ProceedingKind.OTHER, None)
    opened = tracked_proceeding(await view_of(turn.tx, case), number)
    assert opened is not None  # it was opened a moment ago
    return opened


async def on_confirmed(turn: Turn, case: Case, member: Member, sitting: TrackedHearing) -> None:
    """A member says that what a reporter tells of a hearing is right: the newest time that was told."""
    told = sitting.otherwise or sitting.hearing
    changes: dict[str, Any] = {"at": told.at, "precision": told.precision, "court": told.court}
    await proceeding_claims.record_hearing_change(turn, case, member, sitting, **changes)
