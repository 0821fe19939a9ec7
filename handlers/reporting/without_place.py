"""Something is happening to somebody, and nobody knows where: a person sees the words within two minutes.

A minute after the last word without a place, two minutes after the first at the latest, the draft becomes a case that is
the coordinators': it stands on their board, is counted, is never wiped, and rings again until one of them has read it.
Lawyers are asked as soon as a place is known, from the reporter's words or by a coordinator's button.
"""

from datetime import timedelta

from bot.core.conversation.forms import Answer, Answers, Source, applying
from bot.core.conversation.step import Step
from bot.core.incoming import Incoming, Kind
from bot.core.model import Case, Report
from bot.core.presentation import Presentation
from bot.core.traffic import Timer
from bot.core.values import Place
from bot.core.vocabulary import AskKind, CaseState, ReportState
from handlers.alerting import asks
from handlers.casework import opening
from handlers.forms.dialogues import state_of
from handlers.forms.report import FORM, HAPPENING
from handlers.reporting import receipt_codes
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

QUIET = timedelta(seconds=60)  # after the last word
LONGEST = timedelta(seconds=120)  # after the first
AGAIN = (5, 10, 20, 30)  # minutes until a case that no coordinator has read rings again; the last one stays


def wait(turn: Turn, report: Report, answers: Answers, step: Step) -> None:
    """Words or a mark told that something is happening, and no place yet."""
    situation, urgent = answers.get("situation"), answers.get("urgent")
    happening = situation is not None and situation.value in HAPPENING
    told = turn.incoming.kind is not Kind.TAP or "urgent" in step.answered
    if told and (happening or (urgent is not None and urgent.value)):
        _set(turn, report)


async def put_off(turn: Turn, report: Report) -> None:
    """One more message: whoever still writes may still say where."""
    if report.case_id is None and await turn.tx.timers.get(_key(report.id)) is not None:
        _set(turn, report)


def _set(turn: Turn, report: Report) -> None:
    due = max(turn.now, min(turn.now + QUIET, report.created_at + LONGEST))
    turn.tx.timers.put(Timer(_key(report.id), "no-place", due, report.id))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has said where: coordinators read the words. Then until one of them has, they are asked again."""
    report = await tx.reports.get(timer.subject_id)
    if report is None:
        return
    if report.case_id is None:
        await _open(tx, service, report)
    else:
        await _ring_again(tx, service, await tx.cases.get(report.case_id), timer)


async def _open(tx: Transaction, service: Service, report: Report) -> None:
    address = await tx.addresses.get(report.address_id)
    found = await tx.dialogues.by(form=FORM.name, subject_id=report.id)
    if address is None or report.state is ReportState.EXPIRED:
        return
    nobody = Incoming(address.messenger, Kind.MESSAGE, address.chat, address.chat, "private")
    turn = Turn(tx, service, nobody, address, None, tx.now)
    answers = applying(FORM, state_of(found[-1]).answers) if found else {}
    assumed = {
        "situation": Answer("other", Source.IMPLIED, tx.now),
        "place": Answer(Place(unknown=True), Source.IMPLIED, tx.now),
    }
    report, code = await receipt_codes.give(turn, report)
    case = await opening.open_case(turn, report, {**assumed, **answers}, ask=AskKind.NO_PLACE)
    tx.timers.put(Timer(_key(report.id), "no-place", tx.now + timedelta(minutes=AGAIN[0]), report.id))
    if address.silenced_at is None and case.state is CaseState.OPEN:
        turn.show(Presentation(turn.with_hotline(turn.say("report-without-place", code=code))))


async def _ring_again(tx: Transaction, service: Service, case: Case | None, timer: Timer) -> None:
    if case is None or case.state is not CaseState.OPEN or case.alerting:
        return
    if await tx.cards.by(subject="case", subject_id=case.id):
        return  # a coordinator has opened it
    await asks.put(tx, service, case, AskKind.NO_PLACE, again=True)
    waited = (tx.now - case.opened_at) / timedelta(minutes=1)
    pause = next((minutes for minutes in AGAIN if minutes > waited), AGAIN[-1])
    tx.timers.put(Timer(timer.key, "no-place", tx.now + timedelta(minutes=pause), timer.subject_id))


def _key(report_id: int) -> str:
    return f"no-place:{report_id}"
