"""Words outside any form: to which report they belong.

No open report: a new one begins, unless they are about one that was closed (after_closing). One: they join it, and "this is
a new one" moves them, unless something happens elsewhere to somebody else (another). Several: what happens where none of
them is begins a new one; other words wait until the person says (which_report).
"""

from bot.core.conversation.events import Cancelled
from bot.core.conversation.labels import Control, control
from bot.core.model import Report
from bot.core.presentation import Button, Presentation
from bot.core.vocabulary import ReportState
from handlers.forms import dialogues, entries
from handlers.forms.follow import Open
from handlers.forms.report import tells
from handlers.reporting import after_closing, another, joined, reports, which_report
from handlers.reporting.another import Belongs
from handlers.reporting.reports import REPORT
from handlers.turn import Turn


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
            await another.begin(turn)
        return True
    if len(mine) == 1:
        belongs = await another.belonging(turn, mine[0])
        await (another.begin(turn) if belongs is Belongs.ANOTHER else _join(turn, mine[0], belongs))
    elif await _is_elsewhere(turn, mine):
        await another.begin(turn)
    else:
        await which_report.ask(turn, mine)
    return True


async def _is_elsewhere(turn: Turn, mine: list[Report]) -> bool:
    """Whether something happens where none of the person's open reports is. What a member says begins none by itself."""
    if turn.active is not None:
        return False
    for report in reversed(mine):
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
            turn.show(Presentation(text))
    return True


async def on_moved(turn: Turn) -> bool:
    """A live location goes on: kept in the newest open report without a word; False for anything else."""
    mine = await reports.open_reports(turn)
    if turn.incoming.location is None or not mine:
        return False
    await entries.keep(turn, mine[-1].id)
    await joined.show_on_cards(turn.tx, mine[-1].id)
    return True


async def _join(turn: Turn, report: Report, belongs: Belongs) -> None:
    """Something more about a report: kept, read, and shown to whoever works on it."""
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
        doubtful = belongs is Belongs.DOUBTFUL
        turn.show(another.question(turn, said) if doubtful else Presentation(said, ((new,),)))
    await another.have_read(turn, report, belongs)
