"""Words outside any form: to which report they belong.

No open report: a new one begins, unless they are about one that was closed (after_closing). One: they join it, and "this is
a new one" moves them, unless something happens elsewhere to somebody else (another). Several: what happens where none of
them is begins a new one; other words go where whom or what they name is (whose_words), or wait until the person says
(which_report). What became of somebody is so decided also inside the open form of one of them.
"""

from bot.core.conversation.events import Cancelled
from bot.core.conversation.forms import Kind as AnswerKind
from bot.core.conversation.forms import current
from bot.core.conversation.labels import Control, control
from bot.core.incoming import Kind
from bot.core.model import Report
from bot.core.presentation import Button, Presentation
from bot.core.understanding import later
from bot.core.vocabulary import ReportState
from handlers.casework import relay
from handlers.forms import dialogues, entries
from handlers.forms.follow import Open
from handlers.forms.report import tells
from handlers.forms.told import told
from handlers.reporting import (
    after_closing,
    another,
    held_again,
    joined,
    receipt_codes,
    reports,
    which_report,
    whose_words,
)
from handlers.reporting.another import Belongs
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

ENDS = "ongoing"  # the question to which a release is an answer
NAMING = frozenset({AnswerKind.PEOPLE, AnswerKind.CONTACT})  # questions whose answers name people


async def on_happening(turn: Turn, opened: Open | None) -> bool:
    """Words in a form that lets them go, when something is happening to somebody: a report, wherever they were typed."""
    own_words = turn.incoming.text if turn.incoming.forwarded is None else ""
    if opened is None or not opened.follow.lets_go(turn) or not tells(own_words, turn.service.heard):
        return False
    return await on_said(turn)


async def on_said(turn: Turn) -> bool:
    """Words, a file, a place or a contact outside any form: all of it is taken."""
    mine = await reports.open_reports(turn)
    if not mine:
        if not await after_closing.takes(turn):
            await held_again.begin(turn)
        return True
    if len(mine) == 1:
        belongs = await another.belonging(turn, mine[0])
        await (another.begin(turn) if belongs is Belongs.ANOTHER else _join(turn, mine[0], belongs))
    elif await _is_elsewhere(turn, mine):
        await another.begin(turn)
    else:
        await _among(turn, mine)
    return True


async def on_told_in_form(turn: Turn, opened: Open | None) -> bool:
    """In the open form of one of several reports: what became of somebody, and what else is told of whoever is named,
    belongs to that one's report, and an answer to where a member has asked back since. Names that are asked for stay.
    """
    if opened is None or opened.follow is not REPORT or turn.incoming.kind is not Kind.MESSAGE:
        return False
    here = await turn.tx.reports.get(opened.dialogue.subject_id)
    others = [report for report in await reports.open_reports(turn) if here and report.id != here.id]
    if here is None or not others or turn.incoming.forwarded is not None or not turn.incoming.text.strip():
        return False
    if await which_report.answered(turn, [*others, here], by_number=False):
        return True
    asked_back = await relay.asked_after(turn.tx, others, opened.dialogue.updated_at)
    if asked_back is not None and not told(turn).happening:
        await _join(turn, asked_back, Belongs.HERE, named=True)
        return True
    facts = later.facts_told(turn.incoming.text, turn.service.heard)
    asked = current(REPORT.form, dialogues.state_of(opened.dialogue))
    if facts:
        found = await whose_words.decided(turn, [*others, here])
    elif (
        here.case_id is not None and not told(turn).happening and (asked is None or asked.kind not in NAMING)
    ):
        found = await whose_words.named(turn, [*others, here])
    else:
        found = None
    is_answer = asked is not None and asked.name == ENDS
    if found is None and "released" in facts and not is_answer and here.case_id is not None:
        await which_report.ask(turn, [*others, here])
        return True
    if found is None or found.id == here.id:
        return False
    await _join(turn, found, Belongs.HERE, named=True)
    return True


async def _among(turn: Turn, mine: list[Report]) -> None:
    """Words outside any form, of somebody with several open reports."""
    if await which_report.answered(turn, mine):
        return
    found = await whose_words.decided(turn, mine) if not await which_report.waits(turn) else None
    if found is None:
        await which_report.ask(turn, mine)
    else:
        await _join(turn, found, await another.belonging(turn, found), named=True)


async def _is_elsewhere(turn: Turn, mine: list[Report]) -> bool:
    """Whether something happens where none of the person's open reports is. What a member says begins none by itself."""
    if turn.active is not None:
        return False
    for report in reversed(mine[-reports.MANY :]):
        if await another.belonging(turn, report) not in (Belongs.ANOTHER, Belongs.DOUBTFUL):
            return False
    return True


async def on_control(turn: Turn) -> bool:
    """A typed back, skip or cancel outside any form: True if it was one. Cancelling an open report asks why."""
    which = control(turn.incoming.text.strip().removeprefix("/"), turn.service.words)
    if which not in (Control.BACK, Control.SKIP, Control.CANCEL):
        return False
    mine = await reports.open_reports(turn)
    dialogue = await reports.dialogue_of(turn, mine[-1].id) if mine and which is Control.CANCEL else None
    if dialogue is None:
        turn.reply("nothing-open")
    else:
        entry = await entries.keep(turn, dialogue.subject_id)
        await dialogues.apply(turn, REPORT, dialogues.reopen(turn, REPORT, dialogue), Cancelled(), entry)
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
    await joined.show_on_cards(turn.tx, entry.report_id)
    if turn.address.silenced_at is None and turn.incoming.location is None:
        text = joined.noted(turn, step, "report-corrected")
        after = await dialogues.active(turn)
        if after is not None and after.id == dialogue.id:
            await dialogues.ask(turn, REPORT, after, text)
        else:
            turn.show(Presentation(text), topic="corrected")
    return True


async def on_moved(turn: Turn) -> bool:
    """A live location goes on: kept in the newest open report without a word; False for anything else."""
    mine = await reports.open_reports(turn)
    if turn.incoming.location is None or not mine:
        return False
    await entries.keep(turn, mine[-1].id)
    await joined.show_on_cards(turn.tx, mine[-1].id)
    return True


async def _join(turn: Turn, report: Report, belongs: Belongs, *, named: bool = False) -> None:
    """Something more about a report: kept, read, and shown to whoever works on it. ``named``: the answer says to which."""
    dialogue = await reports.dialogue_of(turn, report.id)
    before = await joined.case_of(turn.tx, report.id)
    if dialogue is None:
        await entries.keep(turn, report.id)
        step = None
    else:
        step = await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    await joined.show_on_cards(turn.tx, report.id)
    if turn.address.silenced_at is None:
        after = await joined.case_of(turn.tx, report.id)
        says_over = before is not None and after is not None and after.says_over and not before.says_over
        new = Button(turn.say("report-which-new"), f"new:{turn.entry_id}")
        key = "report-over-noted" if says_over else "report-joined"
        said = joined.noted(turn, step, key)
        if named:
            said = f"{await receipt_codes.label(turn, report)}\n{said}"
        doubtful = belongs is Belongs.DOUBTFUL
        if doubtful:
            turn.show(another.question(turn, said))
        else:
            turn.show(Presentation(said, ((new,),)), topic="joined")
    await another.have_read(turn, report, belongs)
