"""The family is asked about the name when the alarm is over: some hours after the report, by day, once, and only where they
allow to be written to. They answer by a button, or by "yes" or "no" if nothing was asked since.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from core.alerting.quiet_hours import next_daytime
from core.casework.claims import NO, SourceKind
from core.casework.consents import YES, is_entitled
from core.casework.sieves import is_untaken
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.intake.prompts import CONSENT, Prompt
from core.model import Report
from core.presentation import Presentation
from core.traffic import Timer
from core.vocabulary import FAMILY, OF_NAMES, ConsentUse, ReportState
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.casework import name_consents, relay
from handlers.casework.name_consents import ASKED_ONCE, LATER, consent_timer_key
from handlers.forms.form_behaviour import OpenForm
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

AGAIN = timedelta(days=1)  # where they cannot be written to yet
TRIED = timedelta(days=14)  # after the report; then only a coordinator asks
TYPED = timedelta(hours=12)  # so long "yes" is an answer
NEWEST = 5  # reports of one person that are looked at for it
ANSWERS = {f"{use}-{answer}": (use, answer) for use in OF_NAMES for answer in (YES, NO, LATER)}


class ConsentAnswer(Struct, frozen=True):
    """What was pressed, of an own report."""

    report: Report
    use: ConsentUse
    answer: str


def on_opened(tx: Transaction, report: Report, link: object) -> None:
    """Have it asked, if the writer may speak."""
    if link in FAMILY:
        tx.timers.put(
            Timer(consent_timer_key(report.id), "consents", tx.now + name_consents.AFTER, report.id)
        )


async def on_link_told(tx: Transaction, report: Report, link: object) -> None:
    """The same, unless it was asked or will be."""
    if link in FAMILY:
        await name_consents.ask_later(tx, report.id)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The time has come: asked by day, of people who may speak and be written to, while the case is open; of nobody whose
    urgent case still waits for a lawyer.
    """
    report = await tx.reports.get(timer.subject_id)
    case = await tx.cases.get(report.case_id) if report is not None and report.case_id else None
    if report is None or case is None or report.state is not ReportState.OPEN or report.opened_at is None:
        return
    view = await view_of(tx, case)
    if not is_entitled(view, (SourceKind.REPORT, report.id)) or tx.now - report.opened_at > TRIED:
        return
    day = next_daytime(tx.now, case_lines.zone_of(service, case))
    if case.priority == "urgent" and is_untaken(case):
        tx.timers.put(Timer(timer.key, timer.kind, tx.now + name_consents.AFTER, report.id))
    elif day > tx.now:
        tx.timers.put(Timer(timer.key, timer.kind, day, report.id))
    elif not await name_consents.ask_reporter(tx, service, report, view) and name_consents.next_unanswered(
        view, report
    ):
        tx.timers.put(Timer(timer.key, timer.kind, tx.now + AGAIN, report.id))


async def own_answer(turn: Turn, argument: str) -> ConsentAnswer | None:
    """``number:use-answer``, of a report of the actor's."""
    number, _, word = argument.partition(":")
    report = await turn.tx.reports.get(id_in(number) or 0)
    if report is None or report.address_id != turn.address.id or word not in ANSWERS:
        return None
    return ConsentAnswer(report, *ANSWERS[word])


async def on_answered(turn: Turn, found: ConsentAnswer) -> None:
    """A button under the question; an old one changes the answer."""
    shown = await _take_answer(turn, found)
    turn.show_in_place(shown)


async def find_question(turn: Turn, opened: OpenForm | None) -> Prompt | None:
    """The question about the name that waits: asked in these hours, and later than anything else was said here."""
    if turn.active is not None:
        return None
    mine = (await turn.tx.reports.by(address_id=turn.address.id))[: -NEWEST - 1 : -1]
    for report in mine:
        timer = await turn.tx.timers.get(consent_timer_key(report.id))
        asked = timer.due_at - ASKED_ONCE if timer is not None and timer.kind == "forget" else None
        case = await turn.tx.cases.get(report.case_id) if report.case_id else None
        if asked is None or case is None or turn.now - asked > TYPED:
            continue
        use = name_consents.next_unanswered(await view_of(turn.tx, case), report)
        if use is not None and not await _went_on(turn, mine, opened, asked):
            return Prompt(CONSENT, asked, (report, use))
    return None


async def take_answer(turn: Turn, prompt: Prompt, opened: OpenForm | None) -> None:
    """A plain yes or no."""
    report, use = prompt.about
    control = typed_control(turn.incoming.text.strip(), turn.service.words)
    turn.show(
        await _take_answer(turn, ConsentAnswer(report, use, YES if control is TypedControl.YES else NO))
    )


async def _went_on(turn: Turn, mine: list[Report], opened: OpenForm | None, asked: datetime) -> bool:
    """Whether anything was said or asked in this chat since: by its person, a form, a member, the news of an end."""
    if opened is not None and opened.dialogue.updated_at > asked:
        return True
    for report in mine:
        case = await turn.tx.cases.get(report.case_id) if report.case_id else None
        closed = case is not None and case.closed_at is not None and case.closed_at > asked
        said = any(entry.at > asked for entry in await turn.tx.entries.newest(1, report_id=report.id))
        asked_back = await relay.asked_back_at(turn.tx, report)
        if closed or said or (asked_back is not None and asked_back >= asked):
            return True
    return False


async def _take_answer(turn: Turn, found: ConsentAnswer) -> Presentation:
    """Write the answer down; what is shown then: what was noted, and the next question."""
    tx, service, report = turn.tx, turn.service, found.report
    if found.answer == LATER:
        return Presentation(turn.say("consent-put-off"))
    await name_consents.record_answer(tx, service, report, found.use, found.answer, asked_in=turn.language)
    noted = turn.say(f"consent-{found.use}-noted", answer=found.answer)
    case = await tx.cases.get(report.case_id) if report.case_id else None
    if case is None:
        return Presentation(noted)
    await name_consents.on_answer_changed(tx, service, case)
    following = name_consents.next_unanswered(await view_of(tx, case), report)
    if following is None:
        return Presentation(f"{noted}\n{turn.say('consent-any-time')}")
    return name_consents.question(service, turn.language, report, following, noted)
