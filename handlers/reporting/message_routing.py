"""Words outside any form: to which report they belong.

No open report: a new one begins, unless they are about one that was closed (after_closing). One: they join it, and "this is
a new one" moves them, unless something happens elsewhere to somebody else (another_case). Several: something that happens
where none of them is begins a new one; other words go to the report whose people or place they name (subject_of_words), or
wait until the person says (report_choice). In the open form of one of them, words about what became of somebody are routed
in the same way. A member reports by */report* with words behind it, or by *This is a report* under what they wrote.
"""

from msgspec.structs import replace

from core.conversation.events import Cancelled
from core.conversation.forms import AnswerKind, current_question
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import IncomingKind
from core.model import Dialogue, Report
from core.presentation import Button, Presentation
from core.understanding import later
from core.vocabulary import ReportState
from handlers.arguments import HELD_WORDS
from handlers.casework import notes, relay
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.held_words import words_in
from handlers.forms.input_reading import beginning_of, read_turn
from handlers.forms.report_form import tells_happening
from handlers.reporting import (
    after_closing,
    another_case,
    owner_updates,
    receipt_codes,
    report_choice,
    reports,
    said_to_be_out,
    subject_of_words,
)
from handlers.reporting.another_case import Belonging
from handlers.reporting.reports import REPORT
from handlers.turn import Turn, id_in

ENDS = "ongoing"  # the question to which a release is an answer
NAMING = frozenset({AnswerKind.PEOPLE, AnswerKind.CONTACT})  # questions whose answers name people


async def on_happening(turn: Turn, opened: OpenForm | None) -> bool:
    """Words in a form that lets them go, when something is happening to somebody: a report, wherever they were typed."""
    own_words = turn.incoming.text if turn.incoming.forwarded is None else ""
    if (
        opened is None
        or not opened.follow.lets_go(turn)
        or not tells_happening(own_words, turn.service.heard)
    ):
        return False
    return await on_said(turn)


async def on_said(turn: Turn, opened: OpenForm | None = None) -> bool:
    """Words, a file, a place or a contact outside any form: all of it is taken."""
    if await said_to_be_out.take_answer(turn):
        return True
    mine = await reports.open_reports(turn)
    if not mine:
        if not await after_closing.takes_words(turn):
            await after_closing.begin_held_again(turn)
        return True
    if len(mine) == 1:
        belongs = await another_case.compare_with_report(turn, mine[0])
        await (
            another_case.begin_separate_report(turn)
            if belongs is Belonging.ANOTHER
            else _join_report(turn, mine[0], belongs)
        )
    elif await _is_elsewhere(turn, mine):
        await another_case.begin_separate_report(turn)
    else:
        await _among_several(turn, mine)
    return True


async def on_told_in_form(turn: Turn, opened: OpenForm | None) -> bool:
    """In the open form of a report: what another report is told, and that people are out."""
    if opened is None or opened.follow is not REPORT or turn.incoming.kind is not IncomingKind.MESSAGE:
        return False
    return await _told_of_another(turn, opened) or await said_to_be_out.ends_form(turn, opened)


async def _told_of_another(turn: Turn, opened: OpenForm) -> bool:
    """In the open form of one of several reports: what became of somebody, and what else is told of somebody who is named,
    belongs to that person's report, and an answer to where a member has asked back since. Names that are asked for stay.
    """
    here = await turn.tx.reports.get(opened.dialogue.subject_id)
    others = [report for report in await reports.open_reports(turn) if here and report.id != here.id]
    if here is None or not others or turn.incoming.forwarded is not None or not turn.incoming.text.strip():
        return False
    if await report_choice.take_answer(turn, [*others, here], by_number=False):
        return True
    asked_back = await relay.report_asked_since(turn.tx, others, opened.dialogue.updated_at)
    if asked_back is not None and not read_turn(turn).happening:
        await _join_report(turn, asked_back, Belonging.HERE, named=True)
        return True
    facts = later.facts_told(turn.incoming.text, turn.service.heard)
    asked = current_question(REPORT.form, dialogues.state_of(opened.dialogue))
    if facts:
        found = await subject_of_words.report_meant(turn, [*others, here])
    elif (
        here.case_id is not None
        and not read_turn(turn).happening
        and (asked is None or asked.kind not in NAMING)
    ):
        found = await subject_of_words.report_named(turn, [*others, here])
    else:
        found = None
    is_answer = asked is not None and asked.name == ENDS
    if found is None and "released" in facts and not is_answer and here.case_id is not None:
        await report_choice.ask_which(turn, [*others, here])
        return True
    if found is None or found.id == here.id:
        return False
    await _join_report(turn, found, Belonging.HERE, named=True)
    return True


async def _among_several(turn: Turn, mine: list[Report]) -> None:
    """Words outside any form, of somebody with several open reports."""
    if await report_choice.take_answer(turn, mine):
        return
    found = (
        await subject_of_words.report_meant(turn, mine)
        if not await report_choice.waiting_draft(turn)
        else None
    )
    if found is None:
        await report_choice.ask_which(turn, mine)
    else:
        await _join_report(turn, found, await another_case.compare_with_report(turn, found), named=True)


async def _is_elsewhere(turn: Turn, mine: list[Report]) -> bool:
    """Whether something happens where none of the person's open reports is. What a member says begins none by itself."""
    if turn.active is not None:
        return False
    for report in reversed(mine[-reports.MANY :]):
        if await another_case.compare_with_report(turn, report) not in (
            Belonging.ANOTHER,
            Belonging.DOUBTFUL,
        ):
            return False
    return True


async def on_control(turn: Turn, opened: OpenForm | None = None) -> bool:
    """A typed back, skip or cancel outside any form: True if it was one. Cancelling an open report asks why."""
    which = typed_control(turn.incoming.text.strip().removeprefix("/"), turn.service.words)
    if which not in (TypedControl.BACK, TypedControl.SKIP, TypedControl.CANCEL):
        return False
    mine = await reports.open_reports(turn)
    dialogue = await reports.dialogue_of(turn, mine[-1].id) if mine and which is TypedControl.CANCEL else None
    if dialogue is None:
        turn.reply("nothing-open")
    else:
        entry = await entries.keep(turn, dialogue.subject_id)
        await dialogues.apply_event(
            turn, REPORT, dialogues.reopen(turn, REPORT, dialogue), Cancelled(), entry
        )
    return True


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
        elif before is None or await said_to_be_out.told_now(turn, report) is None:
            turn.show(Presentation(said, ((new,),)), topic="joined")
    await another_case.have_words_read(turn, report, belongs)


BEGINNING = ("report", "sos")


async def on_commanded(turn: Turn, opened: OpenForm | None = None) -> bool:
    """Words behind a command that begins reports, outside any form: they are one. False for other words."""
    if turn.active is None or replace(turn.incoming, text=turn.incoming.typed).command not in BEGINNING:
        return False
    return await on_said(turn)


async def held_words(turn: Turn, argument: str) -> Dialogue | None:
    """The words of that number, if the actor wrote them and they are still held."""
    held = await turn.tx.dialogues.get(id_in(argument) or 0)
    ours = held is not None and held.form == HELD_WORDS and held.address_id == turn.address.id
    return held if ours else None


async def on_report(turn: Turn, held: Dialogue) -> None:
    """They join the report that the member has open, or begin one; they are no note then."""
    await notes.take_back(turn, held)
    turn.tx.dialogues.remove(held.id)
    turn.tx.timers.remove(f"note:{held.id}")
    words = words_in(held)
    said = replace(turn.incoming, kind=IncomingKind.MESSAGE, text=beginning_of(words), typed=words)
    turn.incoming = replace(said, data="", message_id=None)
    if await reports.open_reports(turn):
        await on_said(turn)
    else:
        await another_case.begin_separate_report(turn)
