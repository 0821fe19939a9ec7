"""Whose hand writes: somebody else says so by themselves, in a chat that has something to keep from them.

A stranger's words hide the chat. Somebody close who takes over is heard, and the chat is in doubt until a member who has
spoken with them answers there again. Where nothing was told before there is nothing to keep: who finds their way here tells
it for the first time.
"""

from core.casework.answering import is_at_scene, told_by
from core.conversation.forms import values_of
from core.incoming import IncomingKind
from core.intake.stages.safety import hand_written
from core.model import Report
from core.timeline import TimelineKind
from core.understanding.language import heard_sentence
from core.understanding.other_hand import Hand
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.vocabulary import MYSELF, CheckInState, ReportState
from handlers.forms import dialogues
from handlers.forms.input_reading import read_turn
from handlers.forms.report_form import FORM
from handlers.reporting import known_reports
from handlers.turn import Turn

WRITTEN = (IncomingKind.MESSAGE, IncomingKind.EDITED)


async def hand_that_writes(turn: Turn) -> Hand:
    """OFFICIAL and STRANGER: the chat is hidden; KIN and PERHAPS: it is in doubt."""
    incoming = turn.incoming
    if incoming.kind not in WRITTEN or incoming.forwarded is not None or not incoming.text:
        return Hand.NO
    hand = hand_written(incoming.text, turn.service.heard, turn.service.cues)
    if hand is Hand.NO:
        return hand
    if turn.active is not None:  # their notes tell of phones and officials, and who rings them is taken down
        is_note = hand is not Hand.OFFICIAL or await dialogues.active(turn) is not None
        return Hand.NO if is_note else hand
    if not await _keeps_something(turn, hand):
        return Hand.NO
    if hand is Hand.THEIRS:
        is_this = await was_told_from_scene(turn) or await _is_of_nobody_told(turn)
        return Hand.STRANGER if is_this else Hand.PERHAPS
    if hand is Hand.NAMED:
        hand = Hand.KIN if await was_told_from_scene(turn) else Hand.NO
    return Hand.NO if hand is Hand.KIN and await _is_agreed(turn) else hand


async def was_told_from_scene(turn: Turn) -> bool:
    """Whether the writer has told before that they are held, or where it happens."""
    for report in await turn.tx.reports.by(address_id=turn.address.id):
        if report.state not in (ReportState.DRAFT, ReportState.OPEN):
            continue
        if is_at_scene(told_by(await turn.tx.claims.by(report_id=report.id))):
            return True
        for dialogue in await turn.tx.dialogues.by(form=FORM.name, subject_id=report.id):
            told = values_of(dialogues.state_of(dialogue).answers)
            if told.get("situation") == MYSELF:
                return True
    return False


async def is_at_the_scene(turn: Turn) -> bool:
    """The same, or by these words."""
    return read_turn(turn).situation == MYSELF or await was_told_from_scene(turn)


async def _keeps_something(turn: Turn, hand: Hand) -> bool:
    """Whether something was told here, or waits. A draft may be by the same hand, of somebody close who has just begun."""
    kept = [ReportState.OPEN, ReportState.CLOSED, *([ReportState.DRAFT] if hand > Hand.KIN else [])]
    checkins = await turn.tx.checkins.by(address_id=turn.address.id)
    waited = any(checkin.state is CheckInState.RUNNING for checkin in checkins)
    guests = await turn.tx.guests.by(address_id=turn.address.id)
    return waited or bool(guests) or any(report.state in kept for report in await _reports(turn))


async def _reports(turn: Turn) -> list[Report]:
    return list(await turn.tx.reports.by(address_id=turn.address.id))


async def _is_of_nobody_told(turn: Turn) -> bool:
    """Whether "her phone" cannot be that of whom this chat told: they were men."""
    heard, told = turn.service.heard, ""
    for report in await _reports(turn):
        told += " . ".join((await known_reports.known_report(turn, report, names=True)).said)
    now, before = (heard_sentence(readable(text), heard) for text in (turn.incoming.text, told))
    told_men, told_women = mentions(heard.later.men, before), mentions(heard.later.women, before)
    hers, his = mentions(heard.other_hand.hers, now), mentions(heard.other_hand.his, now)
    return (hers and told_men and not told_women) or (his and told_women and not told_men)


async def _is_agreed(turn: Turn) -> bool:
    """Whether a member has had this chat answered again."""
    for report in await _reports(turn):
        lines = await turn.tx.timeline.by(case_id=report.case_id) if report.case_id is not None else ()
        if any(line.kind is TimelineKind.ANSWERED_AGAIN and line.actor_id for line in lines):
            return True
    return False
