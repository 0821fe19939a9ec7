"""Reports: from the first word to the open case, and whatever the reporter says afterwards.

Everything said is an entry, kept exactly, before anything is understood. The entry that makes it enough opens the case
and asks the lawyers in the same transaction.
"""

from dataclasses import replace

from bot.core.conversation import Outcome, Step
from bot.core.forms import facts
from bot.core.model import Dialogue, Report
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Lane
from bot.core.values import Value
from handlers import carding, cases, dialogues, entries, hiding, receipts
from handlers.dialogues import Follow, state_of
from handlers.report_form import FORM
from handlers.turn import Turn
from storage import timeline


async def begin(turn: Turn) -> tuple[Report, Dialogue]:
    """A new report and its dialogue."""
    report = turn.tx.reports.add(Report(turn.tx.new_id(), turn.address.id, "draft", turn.now, turn.language))
    return report, await dialogues.begin(turn, FORM.name, report.id)


async def on_said(turn: Turn) -> None:
    """Words, a file, a place or a contact outside any form: they join the open report, or start one."""
    reports = await open_reports(turn)
    if len(reports) == 1:
        await join(turn, reports[0])
    elif reports:
        await _ask_which(turn, reports)
    else:
        _, dialogue = await begin(turn)
        await dialogues.proceed(turn, REPORT, dialogue)


async def open_reports(turn: Turn) -> list[Report]:
    """The reports of the actor whose cases are not closed, oldest first."""
    return await turn.tx.reports.by(address_id=turn.address.id, state="open")


async def dialogue_of(turn: Turn, report_id: int) -> Dialogue | None:
    """The dialogue that gave this report, open or not."""
    found = await turn.tx.dialogues.by(form=FORM.name, subject_id=report_id)
    return found[-1] if found else None


async def join(turn: Turn, report: Report) -> None:
    """Something more about a report: kept, read, and shown to whoever works on it."""
    dialogue = await dialogue_of(turn, report.id)
    if dialogue is None:
        await entries.keep(turn, report.id)
    else:
        await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    if report.case_id is not None:
        await carding.touch_case(turn.tx, report.case_id)
    if turn.address.silenced_at is None:
        turn.reply("report-joined", ((Button(turn.say("report-which-new"), f"new:{turn.entry_id}"),),))


async def on_tapped(turn: Turn) -> None:
    """A button of the report form with no report under way: an old keyboard, or the first tap."""
    question = turn.incoming.data.partition("/")[2].partition(":")[0]
    reports = await turn.tx.reports.by(address_id=turn.address.id)
    latest = reports[-1] if reports else None
    dialogue = await dialogue_of(turn, latest.id) if latest is not None and latest.state == "open" else None
    if dialogue is not None and question != "situation":
        await dialogues.proceed(turn, REPORT, dialogues.reopen(turn, dialogue))
        return
    if question != "situation":
        turn.show(Presentation(turn.say("problem-button-old")))
        await on_start(turn)
        return
    _, dialogue = await begin(turn)
    await dialogues.proceed(turn, REPORT, dialogue)


async def on_start(turn: Turn) -> None:
    """The first screen: who we are, who can see what, and the first question; or the question that is open."""
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == FORM.name:
        dialogues.ask(turn, REPORT, dialogue)
        return
    hello = turn.say("start-hello", organisation=turn.service.organisation)
    sees = turn.say("start-sees", organisation=turn.service.organisation)
    dialogues.ask_first(turn, FORM, "\n\n".join((hello, sees)))


async def on_report_asked(turn: Turn) -> None:
    """``/report``: a new report, whatever is under way; an open one stays open."""
    dialogue = await dialogues.active(turn)
    if dialogue is not None:
        dialogues.finish(turn, dialogue, "finished")
    dialogues.ask_first(turn, FORM, turn.say("start-help"))


async def on_sos(turn: Turn) -> None:
    """``/sos``: it is me, and a place. The shortest report."""
    turn.incoming = replace(turn.incoming, data="report/situation:me", text=turn.incoming.text)
    _, dialogue = await begin(turn)
    await dialogues.answer(turn, REPORT, dialogue, "situation", "me")


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return await entries.keep(turn, dialogue.subject_id)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    """The report knows more: open the case when it is enough, else let the case follow."""
    values: dict[str, Value] = facts(FORM, state_of(dialogue).answers)
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is None:
        return
    consent = values.get("consent")
    report = turn.tx.reports.put(
        replace(report, language=turn.language, consent=str(consent) if consent is not None else None)
    )
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await cases.follow(turn.tx, turn.service, case, values)
    elif step.outcome is Outcome.ENOUGH or FORM.enough(values):
        report, code = await receipts.give(turn, report)
        case = await cases.open_case(turn, report, values)
        key = "report-opened" if case.alerting else "report-kept"
        turn.reply(key, lane=Lane.REPLY, code=code, hotline=turn.service.hotline)
    urgent = values.get("urgent")
    if isinstance(urgent, tuple) and "phone" in urgent and turn.address.silenced_at is None:
        dialogues.finish(turn, dialogue, "finished")
        await hiding.silence(turn)


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Confirmed, called off ("false alarm?") or cancelled before it was enough."""
    report = await turn.tx.reports.get(dialogue.subject_id)
    if report is None:
        return
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await timeline.append(turn.tx, case.id, 0, "reporter_" + outcome.value, {})
    if outcome is Outcome.FINISHED:
        turn.reply("report-finished", hotline=turn.service.hotline)
    elif outcome is Outcome.CALLED_OFF and case is not None:
        why = state_of(dialogue).answers.get("cancel")
        if why is not None and why.value == "over":
            await cases.says_over(turn.tx, case)
        else:
            await cases.says_false(turn.tx, case)
        turn.reply("report-cancel-noted")
    else:
        turn.tx.reports.put(replace(report, state="expired"))
        turn.reply("report-cancelled")


REPORT = Follow(FORM, _keep, _on_changed, _on_ended)


async def _ask_which(turn: Turn, reports: list[Report]) -> None:
    """Several reports are open: the words are kept in a draft until the person says where they belong."""
    draft, _ = await begin(turn)
    await entries.keep(turn, draft.id)
    buttons: list[Button] = []
    for report in reports[-5:]:
        buttons.append(Button(await receipts.label(turn, report), f"which:{report.id}:{turn.entry_id}"))
    buttons.append(Button(turn.say("report-which-new"), f"which:{draft.id}:{turn.entry_id}"))
    turn.show(Presentation(turn.say("report-which"), tuple((button,) for button in buttons)))


async def on_which(turn: Turn, argument: str) -> None:
    """The person says which report some words belong to."""
    wanted, _, identity = argument.partition(":")
    report = await turn.tx.reports.get(int(wanted)) if wanted.isdecimal() else None
    entry = await turn.tx.entries.get(int(identity)) if identity.isdecimal() else None
    draft = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    if (
        report is None
        or entry is None
        or draft is None
        or {report.address_id, draft.address_id} != {turn.address.id}
    ):
        turn.reply("button-unknown")
        return
    pressed, turn.incoming = turn.incoming, entries.words_of(entry, turn.incoming)
    dialogue = await dialogue_of(turn, report.id)
    turn.tx.entries.put(replace(entry, report_id=report.id))
    turn.entry_id = entry.id
    if report.id != draft.id:
        stray = await dialogue_of(turn, draft.id)
        if stray is not None and stray.state == "open":
            dialogues.finish(turn, stray, "cancelled")
        turn.tx.reports.put(replace(draft, state="expired"))
    if dialogue is not None:
        quiet = report.id != draft.id
        await dialogues.read(turn, REPORT, dialogue, entry.id, quiet=quiet)
        if quiet:
            turn.reply("report-joined")
    if report.case_id is not None:
        await carding.touch_case(turn.tx, report.case_id)
    turn.incoming = pressed


async def on_new(turn: Turn, argument: str) -> None:
    """*This is a new one*: the same words start a report of their own."""
    entry = await turn.tx.entries.get(int(argument)) if argument.isdecimal() else None
    old = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    if entry is None or old is None or old.address_id != turn.address.id:
        turn.reply("button-unknown")
        return
    pressed, turn.incoming = turn.incoming, entries.words_of(entry, turn.incoming)
    _, dialogue = await begin(turn)
    await dialogues.proceed(turn, REPORT, dialogue)
    turn.incoming = pressed


async def on_continued(turn: Turn, argument: str) -> None:
    """*Go on* with an unfinished report."""
    dialogue = await turn.tx.dialogues.get(int(argument)) if argument.isdecimal() else None
    if dialogue is None or dialogue.address_id != turn.address.id or dialogue.state != "open":
        turn.reply("button-unknown")
        return
    dialogues.ask(turn, REPORT, dialogue)
