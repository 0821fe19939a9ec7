"""How it stands, when a reporter asks: one line a report, true at this moment. A look may be promised, never a result.

If they have several reports each has its line, with its place and day, or only the one whose person or place the words name.
Nobody hears of another's case, and no lawyer is named. When stations have said that the people of a case are there, those
of its reporters whom a member has verified read the place and since when, without a name.
"""

from datetime import datetime, timedelta

from core.casework.ownership import actions_shown
from core.casework.proceedings import tracked_hearings
from core.casework.telling import may_be_told
from core.casework.transitions import first_action_key
from core.casework.turns import people_left
from core.model import Case, Report
from core.presentation import Presentation
from core.timeline import TimelineKind
from core.vocabulary import (
    CaseState,
    GuestStanding,
    ReportState,
    WhoIsAsked,
    outcome_key,
    reporter_outcome,
)
from handlers.alerting import tasks
from handlers.alerting.timer_keys import escalation_key
from handlers.cards import case_lines, visit_way
from handlers.cards.case_loading import view_of
from handlers.casework import found_people
from handlers.forms import dialogues
from handlers.forms.report_form import FORM
from handlers.people.warnings import is_warned_of
from handlers.reporting import guests, receipt_codes, subject_of_words
from handlers.turn import Turn


async def found_sentence(turn: Turn, case: Case, report: Report) -> str:
    """Each place once; empty if nobody was found, and for anyone who may not hear what others have told."""
    if not await found_people.may_hear(turn.tx, report):
        return ""
    told = await found_people.found_places(turn.tx, turn.service, case)
    return turn.say("stands-found", **told) if told else ""


MINUTE = timedelta(minutes=1)
SHOWN = 5  # reports that have a line: the newest
TOLD = (GuestStanding.BY_CODE, GuestStanding.PROVED)  # guests who know that there is such a code
ON_THE_WAY = "on-my-way"
STAGES = {  # what each step of the lawyer tells the reporter
    TimelineKind.ON_MY_WAY: ON_THE_WAY,
    TimelineKind.AT_STATION: "at-station",
    TimelineKind.ADMITTED: "at-station",
    TimelineKind.REFUSED: "came",
    TimelineKind.OUT: "came",
}
A_WAY = timedelta(hours=12)  # after it nobody is on the way, or at the station, by a step so old


async def on_asked(turn: Turn, argument: str) -> None:
    """``/status``. Somebody who has only a code hears what they heard when they wrote it: nothing of the report."""
    guest = await guests.current_guest(turn)
    if guest is not None and guest.standing in TOLD and not await _asked_about(turn):
        turn.reply("code-proof")
        return
    turn.show(Presentation(turn.with_hotline(await status_lines(turn))), topic="status")


async def status_lines(turn: Turn) -> str:
    """A line for each report that is asked about."""
    asked = await _asked_about(turn)
    if len(asked) > 1:
        labels = await receipt_codes.report_labels(turn, asked)
        lines = [
            f"• {name}: {await report_status(turn, report)}"
            for name, report in zip(labels, asked, strict=True)
        ]
        return "\n".join(lines)
    return await report_status(turn, asked[0]) if asked else turn.say("stands-nothing")


async def report_status(turn: Turn, report: Report) -> str:
    """How this one stands."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:  # words that only ask, of a code that nobody has too, begin no report
        begun = await turn.tx.dialogues.by(form=FORM.name, subject_id=report.id)
        return turn.say("stands-draft" if begun else "stands-nothing")
    if await is_warned_of(turn.tx, report):
        return turn.say("guest-added")  # somebody who works on it reads what they write
    if case.state is CaseState.CLOSED:
        how, since = turn.say(outcome_key(reporter_outcome(case.outcome))), case.closed_at or turn.now
        return turn.say("stands-closed", how=how, time=_clock_words(turn, case, since))
    if case.state is CaseState.ACCEPTED:
        stands = await _accepted_words(turn, case, report)
    else:
        stands = await _searching_words(turn, case) if case.alerting else turn.say("stands-seen")
    return " ".join(filter(None, (await found_sentence(turn, case, report), stands)))


async def _asked_about(turn: Turn) -> list[Report]:
    """Open ones, and the one that is being told; else the newest draft, else the one that was closed last."""
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    dialogue = await dialogues.active(turn)
    told = dialogue.subject_id if dialogue is not None and dialogue.form == FORM.name else 0
    found = [
        r for r in mine if r.state is ReportState.OPEN or (r.id == told and r.state is ReportState.DRAFT)
    ]
    if len(found) > 1:
        named = await subject_of_words.report_meant(
            turn, [report for report in found if report.case_id is not None]
        )
        return [named] if named is not None else found[-SHOWN:]
    for state in (ReportState.DRAFT, ReportState.CLOSED):
        found = found or [report for report in mine if report.state is state][-1:]
    return found


async def _accepted_words(turn: Turn, case: Case, report: Report) -> str:
    """Since when a lawyer has it, and how far their way was last, unless a court or a release has come since; until when we
    wait for a first word of theirs.
    """
    acts = actions_shown(await turn.tx.timeline.by(case_id=case.id))
    way = [*acts.items(), *((step.act, step.at) for step in await visit_way.load_steps(turn.tx, case))]
    steps = [(act, at) for act, at in way if act in STAGES]
    last, at = max(steps, key=lambda step: step[1], default=(None, turn.now))
    if last is not None and not await _is_past(turn, case, at):
        came = acts.get(TimelineKind.AT_STATION, at) if STAGES[last] != ON_THE_WAY else at
        said = turn.say("stands-accepted", stage=STAGES[last], time=_clock_words(turn, case, came))
        may = may_be_told("stands-refused", await turn.tx.claims.by(report_id=report.id))
        return f"{said} {turn.say('stands-refused')}" if may and last is TimelineKind.REFUSED else said
    since = turn.say(
        "stands-accepted", stage="none", time=_clock_words(turn, case, case.accepted_at or turn.now)
    )
    return since if last is not None else await _with_look(turn, case, since, first_action_key(case.id))


async def _is_past(turn: Turn, case: Case, at: datetime) -> bool:
    """Whether something has come since that step, after which it tells nothing of now: a court, a release."""
    if case.says_over or turn.now - at > A_WAY:
        return True
    view = await view_of(turn.tx, case)
    courts = [tracked.hearing.at for tracked in tracked_hearings(view, told=True) if not tracked.hearing.off]
    return people_left(case, view) == 0 or any(at < court <= turn.now for court in courts)


async def _searching_words(turn: Turn, case: Case) -> str:
    """Nobody yet: how many were asked, since when a coordinator knows of it, when we look again."""
    offers = await turn.tx.alerts.by(case_id=case.id)
    asked = len({offer.member_id for offer in offers})
    if case.says_over:
        said = turn.say("stands-over")
    elif not offers and await tasks.who_is_asked(turn.tx, case) is WhoIsAsked.NOBODY:
        said = turn.say("stands-nobody")
    elif case.found_nobody_at is not None:
        time = _clock_words(turn, case, case.found_nobody_at)
        said = turn.say("stands-coordinator", count=asked, time=time)
    else:
        said = turn.say("stands-asked", count=asked)
    return await _with_look(turn, case, said, escalation_key(case.id))


async def _with_look(turn: Turn, case: Case, said: str, key: str) -> str:
    """When we look again, if that is known and still ahead."""
    timer = await turn.tx.timers.get(key)
    if timer is None or timer.due_at <= turn.now:
        return said
    minute = (timer.due_at + MINUTE - timer.due_at.resolution).replace(
        second=0, microsecond=0
    )  # never one that is past
    return f"{said} {turn.say('stands-look', time=_clock_words(turn, case, minute))}"


def _clock_words(turn: Turn, case: Case, moment: datetime) -> str:
    """Hour and minute at the place, with the date unless it is today."""
    zone = case_lines.zone_of(turn.service, case)
    shown = case_lines.local_time(moment, zone, turn.service.zone)
    today = moment.astimezone(zone).date() == turn.now.astimezone(zone).date()
    return shown.split(" ", 1)[1] if today else shown
