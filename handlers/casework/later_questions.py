"""Questions without hurry: when a reporter is asked what papers will need, and what a member asks for meanwhile.

Some hours after a case was opened, then once a day; by day, three at most; only where news may come by itself; nothing
any more when the case is closed. What was put twice or skipped is not put again, unless a member asks for it. Nothing is
open in the chat until the person presses *Answer*.
"""

from collections import Counter
from datetime import timedelta

from core.alerting.quiet_hours import next_daytime
from core.casework.answering import Way
from core.casework.follow_up_questions import QUESTIONS, next_questions
from core.conversation.forms import AnswerSource, answers_from_data
from core.model import Case, Entry, Report
from core.presentation import Button, Presentation, Style, in_button_rows
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, DialogueState
from handlers.arguments import OnCase
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.casework import relay
from handlers.forms.report_form import LATER_FORM
from handlers.outbox import sending
from handlers.people.addresses import way_to
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

AFTER = timedelta(hours=4)  # an hour after the family was asked about the name
AGAIN = timedelta(hours=20)  # until the next ones, where some were put or nobody may be asked yet
BREAKFAST = timedelta(hours=2)  # into the morning after a night: the family is asked about the name before
BUSY = timedelta(hours=1)  # somebody who is telling something is left alone for so long
PUT = "put"  # the kind of entry that says what was asked
NEVER = "never"


def later_timer_key(report_id: int) -> str:
    """The timer of the next questions."""
    return f"unhurried:{report_id}"


def schedule(tx: Transaction, service: Service, case: Case, report_id: int, after: timedelta = AFTER) -> None:
    """The next questions come after so long, by day."""
    due = tx.now + after
    day = next_daytime(due, case_lines.zone_of(service, case))
    due = day + BREAKFAST if day > due else due
    tx.timers.put(Timer(later_timer_key(report_id), "unhurried", due, report_id))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Ask, if somebody may be asked now and something is left to ask."""
    report = await tx.reports.get(timer.subject_id)
    case = await tx.cases.get(report.case_id) if report is not None and report.case_id is not None else None
    if report is None or case is None or case.state is CaseState.CLOSED:
        return
    put = await _times_put(tx, report)
    if put is None:
        return
    is_night = next_daytime(tx.now, case_lines.zone_of(service, case)) > tx.now
    if is_night or await _is_busy(tx, report):
        schedule(tx, service, case, report.id, BUSY)
        return
    if await way_to(tx, report) is Way.NEWS:
        questions = await _questions_left(tx, case, report, put)
        if not questions:
            return
        language = await language_of(tx, service, report.address_id)
        say = service.words.say
        rows = (
            (Button(say(language, "later-answer"), f"answers:{report.id}", Style.PRIMARY),),
            (Button(say(language, "later-never"), f"answers:{report.id}:{NEVER}"),),
        )
        text = say(language, "later-invited", count=len(questions))
        sending.send_message(tx, service, report.address_id, Presentation(text, rows), Lane.REMINDER)
        record_put(tx, report, questions)
    schedule(tx, service, case, report.id, AGAIN)


async def _questions_left(tx: Transaction, case: Case, report: Report, put: Counter[str]) -> tuple[str, ...]:
    """What of stage B nobody has told and the person has not skipped, the most needed first."""
    view = await view_of(tx, case)
    known = {name for name in QUESTIONS if view.earliest(name) is not None} | await _skipped(tx, report)
    link = view.value("link")
    return next_questions(known, put, str(link) if link is not None else None)


async def on_wanted(turn: Turn, found: OnCase) -> None:
    """*Ask the reporter*: what is not known yet as buttons; one of them asks it now."""
    tx, case = turn.tx, found.case
    if not found.word:
        view = await view_of(tx, case)
        unknown = [name for name in QUESTIONS if view.earliest(name) is None]
        labels = [Button(turn.say(f"later-{name}-short"), f"wants:{case.id}:{name}") for name in unknown]
        rows = in_button_rows(labels)
        turn.reply("later-which" if rows else "later-all-known", rows, code=case.code)
        return
    reached = 0
    for report in await tx.reports.by(case_id=case.id):
        how = await way_to(tx, report)
        if how is not Way.NOTHING:
            language = await language_of(tx, turn.service, report.address_id)
            say = turn.service.words.say
            question = say(language, f"later-{found.word}")
            text = say(language, "later-asked", role=found.member.role, question=question)
            row = (Button(say(language, "later-answer"), f"answers:{report.id}:{found.word}", Style.PRIMARY),)
            shown = Presentation(text, (row,), silent=how is Way.QUIETLY)
            sending.send_message(tx, turn.service, report.address_id, shown, Lane.NEWS)
            relay.wait_for(tx, report, found.member)
            record_put(tx, report, (found.word,))
            reached += 1
    if reached:
        await timeline.append(tx, case.id, found.member.id, TimelineKind.ASKED_BACK, {})
    await relay.say_reached(turn, case, reached)


def record_put(tx: Transaction, report: Report, questions: tuple[str, ...]) -> None:
    """These questions were put; if none, nothing is put any more."""
    tx.entries.add(Entry(tx.new_id(), report.id, tx.now, PUT, {"questions": list(questions)}))


async def last_put(tx: Transaction, report: Report) -> tuple[str, ...]:
    """What was put last."""
    entries = await tx.entries.by(report_id=report.id, kind=PUT)
    return tuple(entries[-1].payload["questions"]) if entries else ()


async def _times_put(tx: Transaction, report: Report) -> Counter[str] | None:
    """How often each was put; None when the person wants to be asked nothing more."""
    entries = await tx.entries.by(report_id=report.id, kind=PUT)
    if any(not entry.payload["questions"] for entry in entries):
        return None
    return Counter(name for entry in entries for name in entry.payload["questions"])


async def _skipped(tx: Transaction, report: Report) -> set[str]:
    """What the person would not answer. What was skipped before it was shown has no entry."""
    return {
        name
        for dialogue in await tx.dialogues.by(form=LATER_FORM.name, subject_id=report.id)
        for name, answer in answers_from_data(dialogue.answers).items()
        if answer.source is AnswerSource.SKIPPED and answer.entry is not None
    }


async def _is_busy(tx: Transaction, report: Report) -> bool:
    opened = await tx.dialogues.by(address_id=report.address_id, state=DialogueState.OPEN)
    return any(tx.now - dialogue.updated_at < BUSY for dialogue in opened)
