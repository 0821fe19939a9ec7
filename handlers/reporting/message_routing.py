"""Words go to the report to which they belong (core.intake.home); and what the open form of a report hears of others.

"This is a new one" moves what was joined. A member reports by */report* with words behind it, or by *This is a report* under
what they wrote.
"""

from msgspec.structs import replace

from core.conversation.events import Cancelled
from core.conversation.typed_shortcuts import TypedControl
from core.incoming import IncomingKind
from core.intake.belonging import Belonging
from core.intake.home import Home, Way, home_of
from core.intake.stages.turn import AboutAnother, ToldInForm
from core.intake.standing import Standing
from core.model import Dialogue, Report
from core.presentation import Button, Presentation
from core.vocabulary import ReportState
from handlers.arguments import HELD_WORDS
from handlers.casework import notes
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.held_words import forget_words, words_in
from handlers.forms.input_reading import beginning_of
from handlers.forms.message_reading import message_of
from handlers.reporting import (
    after_closing,
    another_case,
    known_reports,
    lawyer_without_case,
    owner_updates,
    receipt_codes,
    report_choice,
    reports,
    said_to_be_out,
)
from handlers.reporting.reports import REPORT
from handlers.turn import Turn, id_in


async def on_words(turn: Turn, opened: OpenForm | None, home: Home) -> None:
    """Words, a file, a place or a contact: all of it is taken where it belongs."""
    if opened is None:
        dialogues.follow_words(turn)
    report = await turn.tx.reports.get(home.report) if home.report is not None else None
    mine = await reports.open_reports(turn)
    if home.way is Way.ANSWERS_OUT and report is not None:
        await said_to_be_out.take_answer(turn, report, home.word)
    elif home.way in (Way.CLOSED, Way.BEGINS) and await after_closing.denies_end(turn):
        return
    elif home.way is Way.CLOSED and report is not None:
        await after_closing.take_words(turn, report)
    elif home.way is Way.BEGINS:
        await after_closing.begin_held_again(turn)
    elif home.way is Way.ELSEWHERE:
        await another_case.begin_separate_report(turn)
    elif home.way is Way.SETTLES:
        await report_choice.take_answer(turn, mine)
    elif home.way is Way.JOINS and report is not None:
        await _join_report(turn, report, home.belongs, named=home.named)
    else:
        await report_choice.ask_which(turn, mine)


async def on_said(turn: Turn) -> None:
    """The same of words that come here another way than by the stages."""
    mine = await reports.open_reports(turn)
    standing = Standing(
        turn.now,
        member=turn.active,
        reports=await known_reports.own_reports(turn),
        waiting=await report_choice.waiting_words(turn, mine) if len(mine) > 1 else None,
    )
    await on_words(turn, None, home_of(message_of(turn), standing))


async def on_told_in_form(turn: Turn, opened: OpenForm | None, told: ToldInForm) -> None:
    """In the open form of a report: what another report is told, and that people are out."""
    if opened is None:
        return
    if told.about is AboutAnother.OUT:
        await said_to_be_out.end_form(turn, opened, told.report)
        return
    if told.about is AboutAnother.JOINS:
        report = await turn.tx.reports.get(told.report)
        if report is not None:
            await _join_report(turn, report, Belonging.HERE, named=True)
        return
    mine = await among_others(turn, opened)
    if told.about is AboutAnother.SETTLES:
        await report_choice.take_answer(turn, mine, by_number=False)
    else:
        await report_choice.ask_which(turn, mine)


async def among_others(turn: Turn, opened: OpenForm | None) -> list[Report]:
    """The open reports, that of the open form behind the others."""
    here = await turn.tx.reports.get(opened.dialogue.subject_id) if opened is not None else None
    others = [report for report in await reports.open_reports(turn) if here is None or report.id != here.id]
    return [*others, here] if here is not None else others


async def on_control(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """A typed back, skip or cancel outside any form. Cancelling an open report asks why."""
    which, mine = message_of(turn).control, await reports.open_reports(turn)
    dialogue = await reports.dialogue_of(turn, mine[-1].id) if mine and which is TypedControl.CANCEL else None
    if dialogue is None:
        turn.reply("nothing-open")
    else:
        entry = await entries.keep(turn, dialogue.subject_id)
        await dialogues.apply_event(
            turn, REPORT, dialogues.reopen(turn, REPORT, dialogue), Cancelled(), entry
        )


async def on_edited(turn: Turn) -> bool:
    """A corrected message corrects the answer that it gave; False if it gave none."""
    corrected = await entries.corrected_entry(turn)
    entry = await turn.tx.entries.get(corrected) if corrected is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    dialogue = await reports.dialogue_of(turn, entry.report_id) if entry is not None else None
    if entry is None or dialogue is None or report is None:
        return False
    if report.state is ReportState.CLOSED:
        return await after_closing.takes_correction(turn, report)
    step = await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    await report_choice.show_on_cards(turn.tx, entry.report_id)
    if turn.address.silenced_at is None and turn.incoming.location is None:
        text = report_choice.noted_words(turn, step, "report-corrected")
        after = await dialogues.active(turn)
        if after is not None and after.id == dialogue.id:
            await dialogues.ask_question(turn, REPORT, after, text)
        else:
            turn.show(Presentation(text), topic="corrected")
    return True


async def on_moved(turn: Turn) -> bool:
    """A live location goes on: kept in the newest open report without a word; False for anything else."""
    mine = await reports.open_reports(turn)
    if turn.incoming.location is None or not mine:
        return False
    await entries.keep(turn, mine[-1].id)
    await report_choice.show_on_cards(turn.tx, mine[-1].id)
    return True


async def _join_report(turn: Turn, report: Report, belongs: Belonging, *, named: bool = False) -> None:
    """Something more about a report: kept, read, and shown to the members who work on the case. ``named``: the answer says
    to which.
    """
    dialogue = await reports.dialogue_of(turn, report.id)
    before = await report_choice.case_of(turn.tx, report.id)
    if dialogue is None:
        await entries.keep(turn, report.id)
        step = None
    else:
        step = await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    await report_choice.show_on_cards(turn.tx, report.id)
    if turn.address.silenced_at is None:
        after = await report_choice.case_of(turn.tx, report.id)
        says_over = before is not None and after is not None and after.says_over and not before.says_over
        new = Button(turn.say("report-which-new"), f"new:{turn.entry_id}")
        key = "report-over-noted" if says_over else "report-joined"
        said = report_choice.noted_words(turn, step, key)
        if before is not None and (passed := await owner_updates.passed_on(turn, report)):
            said = said.replace(turn.say(key), passed)
        if named:
            said = f"{await receipt_codes.report_label(turn, report)}\n{said}"
        doubtful = belongs is Belonging.DOUBTFUL
        if doubtful:
            turn.show(another_case.another_case_question(turn, said))
        elif before is None or not await said_to_be_out.is_answered_there(turn, report):
            turn.show(Presentation(said, ((new,),)), topic="joined")
    await another_case.have_words_read(turn, report, belongs)


async def held_words(turn: Turn, argument: str) -> Dialogue | None:
    """The words of that number, if the actor wrote them and they are still held."""
    held = await turn.tx.dialogues.get(id_in(argument) or 0)
    ours = held is not None and held.form == HELD_WORDS and held.address_id == turn.address.id
    return held if ours else None


async def on_report(turn: Turn, held: Dialogue) -> None:
    """They join the report that the member has open, or begin one; they are no note then."""
    await notes.take_back(turn, held)
    forget_words(turn.tx, held)
    words = words_in(held)
    await lawyer_without_case.settle(turn, held.id, words)
    said = replace(turn.incoming, kind=IncomingKind.MESSAGE, text=beginning_of(words), typed=words)
    turn.incoming = replace(said, data="", message_id=None)
    if await reports.open_reports(turn):
        await on_said(turn)
    else:
        await another_case.begin_separate_report(turn)
