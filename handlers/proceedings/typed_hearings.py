"""A hearing, or what a court has decided, of which a member writes without being asked: a claim and its reminders now, and
whether it is right. A court or an hour alone, a moment later, belongs to the same hearing.
"""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from core.casework.arrest_terms import last_decided
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
    tracked_hearings,
    tracked_proceeding,
    tracked_proceedings,
)
from core.folding import inert_line
from core.intake.court_told import CourtTold, HearingTold, RulingTold, court_told
from core.intake.standing import WrittenHearing
from core.model import Case, Member
from core.presentation import Button, Presentation, Style
from core.traffic import Timer
from core.values import Hearing, Moment, Precision
from handlers.cards import case_lines, court_lines
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, notes, told_in_court
from handlers.casework.meant_cases import cases_meant
from handlers.forms.form_behaviour import OpenForm
from handlers.people.membership import held_cases
from handlers.proceedings import arrest_reminders, proceeding_arguments, proceeding_claims, proceeding_lines
from handlers.proceedings.proceeding_arguments import OnHearing
from handlers.turn import Turn

SOON = timedelta(hours=1)  # so long a court or an hour alone belongs to the hearing that was written of
HOURS = (Precision.MINUTE, Precision.HOUR)
BOTH = "both"
TOLD = "hearing-told"


async def record_told(turn: Turn, case: Case, member: Member, told: CourtTold) -> None:
    """A hearing of that day that is known, or the next one if it moved, is the same."""
    if told.hearing is not None:
        await _record_hearing(turn, case, member, told.hearing)
    if told.ruling is not None and told.states_ruling:
        await record_ruling(turn, case, member, told.ruling)


async def ends_arrest(turn: Turn, case: Case, member: Member, release: Moment) -> bool:
    """Whether the day on which somebody is to be free ended an arrest that a member has told. Nobody is free yet."""
    view = await view_of(turn.tx, case)
    term = court_lines.term_of(turn.service, view)
    held, day = last_decided(view) if term is not None and term.report is None else None, release.at
    if held is None or day is None:
        return False
    await proceeding_claims.record_hearing_change(turn, case, member, held, until=day)
    await arrest_reminders.tell_family(turn.tx, turn.service, case)
    shown = f"{day.astimezone(case_lines.zone_of(turn.service, case)):%d.%m}"
    lines = [turn.say("release-day-noted", code=case.code, day=shown)]
    lines.append(await proceeding_lines.term_text(turn.tx, turn.service, turn.language, case))
    disclosure.show(turn, case, Presentation("\n".join(filter(None, lines)), protect=True))
    turn.is_answered = True
    return True


async def _record_hearing(turn: Turn, case: Case, member: Member, told: HearingTold) -> None:
    view, at = await view_of(turn.tx, case), told.when.at or turn.now
    said = Hearing(0, at, told.when.precision, told.court)
    held = hearing_meant(view, said, turn.now, moved=told.moved, another=told.another)
    if held is None:
        course = await open_course(turn, case, member, view)
        claim = await proceeding_claims.record_hearing(turn, case, member, course, said)
        await _ask_whether_right(turn, case, claim.id, TOLD)
        return
    changes: dict[str, Any] = {"court": told.court or held.hearing.court}
    agrees = is_agreed(held.hearing, said)
    if not agrees or told.when.precision in HOURS or held.hearing.precision not in HOURS:
        changes |= {"at": at, "precision": told.when.precision}
    await proceeding_claims.record_hearing_change(turn, case, member, held, **changes)
    before = None if agrees else held.hearing
    await _ask_whether_right(turn, case, held.hearing.number, TOLD, before)


async def _ask_whether_right(
    turn: Turn, case: Case, number: int, key: str, before: Hearing | None = None
) -> None:
    """``before``: as it was, if it has changed."""
    written = tracked_hearing(await view_of(turn.tx, case), number)
    if written is None:
        return
    turn.tx.timers.put(Timer(_added_key(turn), "forget", turn.now + SOON, number))
    other = Button(turn.say("button-hearing-other"), f"sat:{number}:move")
    both = Button(turn.say("button-hearing-both"), f"unheld:{number}:{BOTH}")
    rows = (
        (Button(turn.say("button-hearing-right"), f"hearing:{number}", Style.SUCCESS),),
        (both if before and key == TOLD else other, Button(turn.say("button-not-this"), f"unheld:{number}")),
    )
    line = proceeding_lines.hearing_line(turn.service, turn.language, case, written)
    lines = [turn.say(key, code=case.code, hearing=line)]
    if before is not None:
        times = case_lines.hearing_time(turn.service, case, before)
        is_moved = before.court == written.hearing.court or not before.court
        lines.append(
            turn.say("hearing-was", times=times if is_moved else f"{times} · {inert_line(before.court)}")
        )
    disclosure.show(turn, case, Presentation("\n".join(lines), rows, protect=True))
    turn.is_answered = True


def _added_key(turn: Turn) -> str:
    return f"hearing-written:{turn.address.id}"


async def written_hearing(turn: Turn, *, corrected: bool = False) -> WrittenHearing | None:
    """The hearing of which the member wrote a moment ago; what is put right may be the one that is to come."""
    found = await _meant_hearing(turn, corrected=corrected)
    if found is None:
        return None
    case, held = found
    return WrittenHearing(held.hearing, case_lines.zone_of(turn.service, case))


async def on_added(turn: Turn, opened: OpenForm | None, hearing: Hearing) -> None:
    """A court or an hour alone belongs to it, and what is put right changes it."""
    words, member = turn.incoming.typed or turn.incoming.text, turn.active
    zone = turn.service.zone
    told = court_told(words, turn.service.heard, turn.service.cues, turn.now, zone, turn.language)
    found = await _meant_hearing(turn, corrected=told.corrects)
    if found is None or member is None:
        return
    case, held = found
    await notes.note_words(turn, case, member, words)
    changes: dict[str, Any] = {"at": hearing.at, "precision": hearing.precision, "court": hearing.court}
    await proceeding_claims.record_hearing_change(turn, case, member, held, **changes)
    before = held.hearing if told.corrects else None
    await _ask_whether_right(turn, case, held.hearing.number, "hearing-added", before)


async def _meant_hearing(turn: Turn, *, corrected: bool) -> tuple[Case, TrackedHearing] | None:
    found = await _written_lately(turn)
    if found is not None or not corrected or turn.active is None:
        return found
    cases = await held_cases(turn.tx, turn.active)
    cases = await cases_meant(turn, cases, turn.incoming.typed or turn.incoming.text)
    known = [(case, held) for case in cases for held in tracked_hearings(await view_of(turn.tx, case))]
    ahead = [(case, held) for case, held in known if held.stands and not held.has_passed(turn.now)]
    return ahead[0] if len(ahead) == 1 else None


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
        turn, case, member, of, held, outcome, measure=decided.measure, days=decided.days, until=decided.until
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
