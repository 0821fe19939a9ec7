"""What is typed while somebody is waited for: an hour more, another time, and anything that may be a sign of life."""

from msgspec.structs import replace

from core.conversation.events import Confirmed
from core.conversation.forms import current_question
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import IncomingKind
from core.records.check_ins import CheckIn
from core.understanding import AheadProblem, understand_ahead
from core.vocabulary import CheckInState, ReportState
from handlers.checkin import missed_checkin, running_checkin, signs
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.turn import Turn

A_TIME = 5  # words at most that are a time and nothing else


async def on_said(turn: Turn, opened: OpenForm | None) -> bool:
    """Typed instead of pressed. Beside another form, or another report, only what says nothing but that they are fine."""
    checkin = (
        await running_checkin.latest_of_chat(turn.tx, turn.address.id)
        if turn.incoming.kind is not IncomingKind.TAP
        else None
    )
    if (
        checkin is None
        or turn.incoming.forwarded is not None
        or await missed_checkin.is_closed(turn.tx, checkin)
    ):
        return False
    text = turn.incoming.text
    fine = signs.says_fine(turn, text)
    if opened is not None and _is_being_set(turn, checkin, opened):
        return fine and await _confirmed(turn, opened)
    if signs.is_typed(turn, text, "checkin-typed-longer"):
        await running_checkin.on_longer(turn, checkin)
        return True
    sign = signs.sign_in(turn)
    if opened is None and sign not in (None, signs.Sign.GOOD) and await _is_time(turn, checkin):
        return True
    if not fine and await _is_elsewhere(turn, checkin, opened):
        return False
    if typed_control(text.strip(), turn.service.words) is TypedControl.NO and await signs.is_asked(
        turn.tx, checkin
    ):
        await signs.answer(turn, checkin, signs.NO)
        return True
    if sign is not None:
        await signs.hear(turn, checkin, sign)
    return sign is not None


async def _is_time(turn: Turn, checkin: CheckIn) -> bool:
    """Whether it is another time, and nothing else."""
    service = turn.service
    if (
        checkin.state is not CheckInState.RUNNING
        or not turn.incoming.text
        or len(turn.incoming.text.split()) > A_TIME
    ):
        return False
    until = understand_ahead(turn.incoming.text, service.heard, turn.now, service.zone, turn.language)
    if until is None or isinstance(until, AheadProblem) or until.at is None:
        return False
    await running_checkin.show_reminder(
        turn.tx, running_checkin.save(turn.tx, replace(checkin, due=until.at))
    )
    return True


async def _is_elsewhere(turn: Turn, checkin: CheckIn, opened: OpenForm | None) -> bool:
    """Whether words may as well be about something else: another form, another report, a member's work."""
    if turn.active is not None or (opened is not None and opened.dialogue.id != checkin.dialogue_id):
        return True
    mine = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.OPEN)
    return any(report.id != checkin.report_id for report in mine)


def _is_being_set(turn: Turn, checkin: CheckIn, opened: OpenForm) -> bool:
    """Whether its own questions are still asked, and no reminder can have come: then nobody says yet that they are back."""
    runs = checkin.state is CheckInState.RUNNING and turn.now < checkin.due - running_checkin.BEFORE
    return runs and opened.dialogue.id == checkin.dialogue_id


async def _confirmed(turn: Turn, opened: OpenForm) -> bool:
    """ "All good" below the answers says that they are right; beside a question it is only words."""
    if current_question(opened.follow.form, dialogues.state_of(opened.dialogue)) is not None:
        return False
    await dialogues.apply_event(turn, opened.follow, opened.dialogue, Confirmed(), None)
    return True
