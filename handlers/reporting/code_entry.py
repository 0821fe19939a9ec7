"""Somebody writes a receipt code: they come back to their report, or somebody else has found it.

The chat that has the report is told its state. In any other chat the code alone tells nothing: that chat becomes a guest
(guests), whose words reach the case, until a second thing proves it. The chat never inherits that another one was hidden.
In a hidden chat the code opens it again from the time on that its person, or a coordinator, has chosen (ReopensFrom).
"""

from datetime import datetime, timedelta

from msgspec.structs import replace

from core.incoming import IncomingKind
from core.intake.standing import CodeSaid
from core.model import Address, Report
from core.presentation import Presentation
from core.receipt_codes import blotted, code_among_words, is_mistyped, normalise_code, words_beside
from core.timeline import TimelineKind
from core.vocabulary import GuestStanding, ReopensFrom, ReportState
from handlers.cards import live_cards
from handlers.casework import unhiding
from handlers.forms import dialogues, entries
from handlers.forms.form_behaviour import OpenForm
from handlers.reporting import chat_transfer, guests, receipt_codes, reports
from handlers.reporting.receipt_codes import code_lookup
from handlers.turn import Turn
from storage import timeline

# From hiding; until then somebody who took the phone may be reading in it.
RETURNS_AFTER = {ReopensFrom.HOURS: timedelta(hours=6), ReopensFrom.DAY: timedelta(hours=24)}
EXPIRES = timedelta(days=30)  # after the case was closed; the longest administrative arrest


async def code_said(turn: Turn, opened: OpenForm | None) -> CodeSaid | None:
    """What a receipt code among the words is. Beside words it is read in new messages alone, and not while this chat has to
    wait for its guessing.
    """
    said, known = turn.incoming, turn.service.code_words
    if not said.text or (opened is not None and not opened.follow.hears_codes):
        return None
    if normalise_code(said.text, known) is not None:
        return CodeSaid.ALONE
    among = code_among_words(said.text, known) if said.kind is IncomingKind.MESSAGE else None
    if among is not None and not await receipt_codes.has_to_wait(turn):
        report = await _report_of(turn, among[0])
        own = report is not None and report.address_id == turn.address.id
        told = report is not None and not own and not await receipt_codes.is_guessing(turn.tx)
        return CodeSaid.OF_ANOTHER if told else CodeSaid.BESIDE
    return CodeSaid.ALONE if is_mistyped(said.text, known) else None


async def on_receipt_code_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The words are a receipt code, or nearly one."""
    code = normalise_code(turn.incoming.text, turn.service.code_words)
    if turn.incoming.file is not None:
        await _keep_file(turn)
    if code is None:
        turn.reply("code-unknown")
    elif await receipt_codes.has_to_wait(turn):
        turn.reply("code-wait")
    else:
        await _answer_code(turn, await _report_of(turn, code))


async def on_words_of_guest(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Words beside the code of another chat's report."""
    among = code_among_words(turn.incoming.text, turn.service.code_words)
    report = await _report_of(turn, among[0]) if among is not None else None
    if among is not None and report is not None:
        _leave_out(turn, among[1])
        guests.speak_as_report(turn, report)
        dialogues.follow_words(turn)
        await _answer_code(turn, report)
        await guests.add_beside_code(turn, report)


async def on_words_beside(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """In the report's own chat they are its person's, and go on without the code; where no report has it, with it. While
    codes are guessed, right and wrong ones count and go on alike: guests hear the words next, on their usual way.
    """
    said = turn.incoming
    among = code_among_words(said.text, turn.service.code_words)
    if among is None:
        return
    code, typed = among
    report = await _report_of(turn, code)
    own = report is not None and report.address_id == turn.address.id
    if await receipt_codes.is_guessing(turn.tx) and not own:
        await receipt_codes.count_code(turn)
        whole = said.typed or said.text
        kept = whole if report is None else blotted(whole, typed)
        turn.incoming = replace(said, text=words_beside(said.text, typed), typed=kept)
        if report is not None:
            await guests.come_with_code(turn, report, GuestStanding.UNTOLD)
    elif report is None:
        await receipt_codes.count_code(turn)
    else:
        _leave_out(turn, typed)
        turn.coded = report.id if own else None


def _leave_out(turn: Turn, typed: str) -> None:
    """The words without the code: somebody who reads them could come back by it."""
    said = turn.incoming
    kept = words_beside(said.typed, typed) if said.typed else ""
    turn.incoming = replace(said, text=words_beside(said.text, typed), typed=kept)


async def _answer_code(turn: Turn, report: Report | None) -> None:
    if report is not None and report.address_id == turn.address.id:
        await chat_transfer.take_words_along(turn, report)
        await chat_transfer.tell_state(turn, report)
        return
    guessing = await receipt_codes.is_guessing(turn.tx)
    if report is None or guessing:
        await receipt_codes.count_code(turn)
    if report is not None:
        await guests.come_with_code(turn, report, GuestStanding.UNTOLD if guessing else GuestStanding.BY_CODE)
    if guessing:
        turn.show(Presentation(turn.with_hotline(turn.say("code-busy"))))
    else:
        if report is not None:
            guests.speak_as_report(turn, report)
        turn.reply("code-unknown" if report is None else "code-proof")


async def _keep_file(turn: Turn) -> None:
    """The code stands under a photo or a voice: that is kept without it, and goes along as what was told before."""
    found = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT)
    draft = found[-1] if found else (await reports.begin(turn))[0]
    said = turn.incoming
    turn.incoming = replace(said, text="")  # somebody who reads the words could come back by it
    await entries.keep(turn, draft.id)
    turn.incoming = said


async def brings_back(turn: Turn) -> bool:
    """Whether this is the code of a report that this hidden chat has, or had, late enough: then it is answered again. Not
    where it was in doubt who reads: the code stood there.
    """
    hidden, tx = turn.address.silenced_at, turn.tx
    in_doubt = turn.address.doubted_at is not None
    if hidden is None or in_doubt or turn.incoming.kind is not IncomingKind.MESSAGE:
        return False
    code = normalise_code(turn.incoming.text, turn.service.code_words)
    if code is None or not await _may_return(turn) or await receipt_codes.has_to_wait(turn):
        return False
    report = await _report_of(turn, code)
    if report is None:
        await receipt_codes.count_code(turn)
    own = report is not None and report.address_id == turn.address.id
    if report is None or not (
        _is_late_enough(turn.address, turn.now) if own else await _had_report(turn, report)
    ):
        return False
    await entries.remember_message(turn)
    turn.address = await unhiding.unhide(tx, turn.address)
    if report.case_id is not None:
        await timeline.append(tx, report.case_id, 0, TimelineKind.ANSWERED_AGAIN, {})
        await live_cards.touch_case(tx, report.case_id)
    await _answer_code(turn, report)
    return True


def _is_late_enough(address: Address, now: datetime) -> bool:
    span = RETURNS_AFTER.get(address.returns or ReopensFrom.HOURS)
    return address.silenced_at is not None and span is not None and now - address.silenced_at >= span


async def _may_return(turn: Turn) -> bool:
    """Whether codes are read at all in this hidden chat: it is late enough, or a report of it has gone elsewhere."""
    if turn.address.returns is not ReopensFrom.ELSEWHERE:
        return _is_late_enough(turn.address, turn.now)
    guests_here = await turn.tx.guests.by(address_id=turn.address.id)
    return any(guest.standing is GuestStanding.EARLIER for guest in guests_here)


async def _had_report(turn: Turn, report: Report) -> bool:
    """Whether this chat had the report, until it was brought to another phone."""
    return any(
        guest.report_id == report.id and guest.standing is GuestStanding.EARLIER
        for guest in await turn.tx.guests.by(address_id=turn.address.id)
    )


async def _report_of(turn: Turn, code: str) -> Report | None:
    """The report of a code that holds: as long as its case is open, and for some weeks after."""
    found = await turn.tx.reports.by(receipt_lookup=code_lookup(turn, code))
    report = found[0] if found else None
    case = await turn.tx.cases.get(report.case_id) if report is not None and report.case_id else None
    closed = case.closed_at if case is not None else None
    return None if closed is not None and turn.now - closed > EXPIRES else report
