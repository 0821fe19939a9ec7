"""Reports: from the first word to the open case, and whatever the reporter says afterwards.

Everything said is an entry, kept exactly, before anything is understood. The entry that makes it enough opens the case
and asks the lawyers in the same transaction.
"""

from msgspec.structs import replace

from bot.core.casework.answering import Way, is_at_risk
from bot.core.casework.kinds import SITUATIONS
from bot.core.conversation.buttons import carried
from bot.core.conversation.forms import Answers, Form, applying, values_of
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Dialogue, Report
from bot.core.presentation import Button, Presentation
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.vocabulary import DialogueState, ReportState, Use
from handlers.alerting import asks
from handlers.casework import opening
from handlers.casework.consents import say as say_consent
from handlers.forms import dialogues, entries
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.forms.report import FORM, told_in
from handlers.outbox import news
from handlers.people.written_to import way_to
from handlers.reporting import (
    consents,
    drafts,
    first_screen,
    in_pieces,
    live_card,
    receipt_codes,
    rights,
    somebody_else,
    turned,
    without_place,
)
from handlers.turn import Turn
from storage import timeline

MANY = 20  # reports of one person that are not closed
FIRST_TAPS = frozenset(f"{FORM.name}/situation:{situation}" for situation in SITUATIONS)


def new(turn: Turn) -> Report:
    """A draft of the actor's, not stored yet."""
    return Report(turn.tx.new_id(), turn.address.id, ReportState.DRAFT, turn.now, turn.language)


async def begin(turn: Turn) -> tuple[Report, Dialogue]:
    """A new report and its dialogue. Whoever has begun very many goes on with the newest, where nothing is lost."""
    drafts_of = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
    report = drafts_of[-1] if len(drafts_of) >= MANY else turn.tx.reports.add(new(turn))
    return report, await dialogues.begin(turn, REPORT, report.id)


async def open_reports(turn: Turn) -> list[Report]:
    """The reports of the actor whose cases are not closed, oldest first."""
    return await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.OPEN)


async def dialogue_of(turn: Turn, report_id: int) -> Dialogue | None:
    """The dialogue that gave this report, open or not."""
    found = await turn.tx.dialogues.by(form=FORM.name, subject_id=report_id)
    return found[-1] if found else None


async def on_tapped(turn: Turn, dialogue: Dialogue | None) -> None:
    """A button of the report form. Without an open dialogue: the first tap, or a keyboard of an earlier one."""
    latest = dialogue or await _latest(turn)
    begins = turn.incoming.data in FIRST_TAPS
    if dialogue is None and begins:
        _, dialogue = await begin(turn)
        await dialogues.proceed(turn, REPORT, dialogue)
    elif latest is None or not (begins or await _is_of(turn, latest)):
        await _on_old_button(turn, dialogue)
    else:
        step = await dialogues.proceed(turn, REPORT, latest)
        after = await turn.tx.dialogues.get(latest.id)
        goes_on = step.outcome in (Outcome.ASKED, Outcome.TOGGLED, Outcome.SHARING, Outcome.CANCEL_ASKED)
        other = await dialogues.active(turn)  # of another form: it stays open
        if (
            dialogue is None
            and other is None
            and after is not None
            and goes_on
            and not turn.address.silenced_at
        ):
            dialogues.reopen(turn, REPORT, after)


async def _latest(turn: Turn) -> Dialogue | None:
    mine = await open_reports(turn)
    return await dialogue_of(turn, mine[-1].id) if mine else None


async def _is_of(turn: Turn, dialogue: Dialogue) -> bool:
    """Whether the pressed keyboard was sent in this dialogue. Who has only one report cannot press another's."""
    if len(await turn.tx.reports.by(address_id=turn.address.id)) == 1:
        return True
    pressed = turn.incoming.message_id
    sent = await turn.tx.messages.by(address_id=turn.address.id, message_id=pressed) if pressed else []
    return bool(sent) and sent[0].at >= dialogue.started_at


async def _on_old_button(turn: Turn, dialogue: Dialogue | None) -> None:
    """Nothing changes; what can be answered now is shown."""
    old = turn.say("problem-button-old")
    if dialogue is not None:
        await dialogues.ask(turn, REPORT, dialogue, old)
    else:
        shown = dialogues.first(turn, FORM)
        turn.show(replace(shown, text=f"{old}\n\n{shown.text}"), topic="old-button")


async def on_start(turn: Turn, argument: str) -> None:
    """The first screen; or the question that is open."""
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == FORM.name:
        await dialogues.ask(turn, REPORT, dialogue)
    else:
        turn.show(first_screen.of(turn), topic="start")


async def on_report_asked(turn: Turn, argument: str) -> None:
    """``/report``: a new report, whatever is under way; an open one stays open."""
    _, dialogue = await begin(turn)
    await dialogues.ask(turn, REPORT, dialogue)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is not None:
        said = await in_pieces.together(turn, report)
        await without_place.on_word(turn, report, state_of(dialogue).answers, said)
        await turned.back(turn, report)
        await somebody_else.unheard(turn, report)
    return await entries.keep(turn, dialogue.subject_id)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    """The report knows more: open the case when it is enough, else let the case follow."""
    answers = applying(FORM, step.state.answers)
    values = values_of(answers)
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is None:
        return
    before = await way_to(turn.tx, report)
    report = turn.tx.reports.put(replace(report, language=turn.language))
    if "consent" in step.answered:  # else what was allowed stays, also by coming back with the code
        said = str(values["consent"])
        report = await say_consent(turn.tx, turn.service, report, Use.WRITE, said, asked_in=turn.language)
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        was, case = case, await opening.follow(turn.tx, turn.service, case, report, answers)
        turned.say(turn, was, case, in_form=dialogue.state is DialogueState.OPEN)
        if "link" in step.answered:
            await consents.on_link_told(turn.tx, report, values.get("link"))
        if before is not Way.NEWS and await way_to(turn.tx, report) is Way.NEWS:
            await news.allowed(turn.tx, turn.service, case, report)
    elif step.outcome is Outcome.ENOUGH or FORM.enough(values):
        report, code = await receipt_codes.give(turn, report)
        case = await opening.open_case(turn, report, answers)
        consents.on_opened(turn.tx, report, values.get("link"))
        without_place.settled(turn.tx, report)
        kept = "report-summons" if case.situation == "summons" else "report-kept"
        key = "report-opened" if case.alerting else kept
        text = turn.say(key, code=code, asked=await asks.who_is_asked(turn.tx, case))
        _show_code(turn, turn.service.with_other_ways(turn.language, text), answers)
    else:
        await without_place.wait(turn, report, answers, step)


def _show_code(turn: Turn, received: str, answers: Answers) -> None:
    """That it is received, by which code to come back, and that news comes here, or whether it may."""
    text, row = about_news(turn, FORM, answers)
    rows = (row, *rights.row(turn.service, turn.language))
    turn.show(Presentation(f"{received}\n\n{text}", rows), lane=Lane.RECEIPT)


def about_news(turn: Turn, form: Form, answers: Answers) -> tuple[str, tuple[Button, ...]]:
    """Who tells of somebody elsewhere reads that news comes here, and can say no; who may be seen reading it is asked."""
    asked = is_at_risk(told_in(answers))
    row = tuple(
        Button(turn.say(f"report-consent-{answer}"), carried(form.name, "consent", answer))
        for answer in (("yes", "no") if asked else ("no",))
    )
    return turn.say("report-consent" if asked else "report-news"), row


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Confirmed, called off ("false alarm?") or cancelled before it was enough."""
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is None:
        return
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    await live_card.touch(turn.tx, report.id)
    if case is not None:
        await timeline.append(turn.tx, case.id, 0, Line(f"reporter_{outcome}"), {})
    if outcome is Outcome.FINISHED:
        turn.show(Presentation(turn.with_hotline(turn.say("report-finished"))))
    elif case is not None:
        why = state_of(dialogue).answers.get("cancel")
        if why is not None and why.value == "over":
            await opening.says_over(turn.tx, turn.service, case, report)
            turn.reply("report-over-noted")
        else:
            await opening.says_false(turn.tx, turn.service, case, report)
            turn.reply("report-cancel-noted")
    else:
        await drafts.wipe(turn.tx, report)
        turn.reply("report-cancelled")


REPORT = Follow(
    FORM,
    "draft",
    Happenings.NOBODYS,
    _keep,
    _on_changed,
    _on_ended,
    on_tapped=on_tapped,
    hears_codes=True,
    shows=live_card.show,
    asks=live_card.renew,
    hears_everyday=True,
)


async def on_continued(turn: Turn, dialogue: Dialogue) -> None:
    """*Go on* with an unfinished report."""
    await dialogues.ask(turn, REPORT, dialogue)
