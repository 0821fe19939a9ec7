"""What is typed while somebody is waited for: an hour more, another time, and anything that may be a sign of life."""

from msgspec.structs import replace

from core.conversation.events import Confirmed
from core.intake.signs import Sign
from core.intake.stages.answer import AboutCheckIn, CheckInAnswer
from core.records.check_ins import CheckIn
from core.vocabulary import CheckInState
from handlers.checkin import running_checkin, signs
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.turn import Turn


async def on_said(turn: Turn, opened: OpenForm | None, said: CheckInAnswer) -> None:
    """Typed instead of pressed. "All good" below the answers of its own form says that they are right."""
    checkin = await running_checkin.latest_of_chat(turn.tx, turn.address.id)
    if checkin is None:
        return
    if said.about is AboutCheckIn.CONFIRMS and opened is not None:
        await dialogues.apply_event(turn, opened.follow, opened.dialogue, Confirmed(), None)
    elif said.about is AboutCheckIn.LONGER and checkin.state is CheckInState.MISSED:
        await signs.hear(turn, checkin, Sign.UNSURE)
    elif said.about is AboutCheckIn.LONGER:
        await running_checkin.on_longer(turn, await _keep(turn, checkin))
    elif said.until is not None:
        checkin = await _keep(turn, checkin)
        moved = running_checkin.save(turn.tx, replace(checkin, due=said.until))
        await running_checkin.show_reminder(turn.tx, moved)
    elif said.about is AboutCheckIn.NOT_WELL:
        await signs.answer(turn, checkin, signs.NO)
    elif said.sign is not None:
        await signs.hear(turn, checkin, said.sign)


async def _keep(turn: Turn, checkin: CheckIn) -> CheckIn:
    """The words stand with the check-in: if it is missed they are read."""
    await signs.keep(turn, checkin)
    return await turn.tx.checkins.get(checkin.id) or checkin
