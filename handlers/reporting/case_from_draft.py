"""A coordinator makes a case of a draft: of words that they have read, or of a call that was begun."""

from bot.core.conversation.forms import Answer, Source, applying
from bot.core.model import Case, Member, Report
from bot.core.traffic import Lane
from bot.core.vocabulary import AskKind, CaseState
from handlers.cards import tracking
from handlers.casework import opening, placing
from handlers.forms.dialogues import state_of
from handlers.forms.report import FORM
from handlers.pressed import OnPlace
from handlers.reporting import by_telephone, words_read
from handlers.reporting.by_telephone import UNSAID
from handlers.reporting.reports import dialogue_of
from handlers.reporting.words_read import OnDraft
from handlers.turn import Turn


async def on_adopted(turn: Turn, found: OnDraft) -> None:
    """*Make a case*: what is missing is unknown, and nobody is rung. The coordinator sees it."""
    if await words_read.has_read(turn, found):
        case = await _made(turn, found.report, found.member)
        await _show(turn, case)


async def on_lawyers_wanted(turn: Turn, found: OnDraft) -> None:
    """*Ask lawyers* of a city: a case is made of the words, and lawyers there are asked at once."""
    if not turn.service.gazetteer.knows(found.word):
        turn.reply("button-unknown")
    elif await words_read.has_read(turn, found):
        case = await _made(turn, found.report, found.member)
        if case.state is CaseState.OPEN:
            await placing.on_placed(turn, OnPlace(found.member, case, "", found.word))
        await _show(turn, case)


async def _show(turn: Turn, case: Case) -> None:
    """The case whole, to whoever has read all that it was made of: the timeline says that they did."""
    await tracking.renew(turn.tx, "case", case.id, turn.address.id, Lane.REPLY, case_id=case.id)


async def _made(turn: Turn, report: Report, member: Member) -> Case:
    """The case of a draft; the one that there is, if somebody was faster."""
    if report.case_id is None and report.told_to is not None:
        await by_telephone.open_case(turn.tx, turn.service, report, member, AskKind.RECORD)
    elif report.case_id is None:
        dialogue = await dialogue_of(turn, report.id)
        said = applying(FORM, state_of(dialogue).answers) if dialogue is not None else {}
        unsaid = {name: Answer(value, Source.IMPLIED, turn.now) for name, value in UNSAID.items()}
        await opening.open_case(turn, report, {**unsaid, **said}, ask=AskKind.RECORD)
    report = await turn.tx.reports.get(report.id) or report
    case = await turn.tx.cases.get(report.case_id or 0)
    assert case is not None  # it was opened just now, or before
    return case
