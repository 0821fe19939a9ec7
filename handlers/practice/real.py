"""What is typed or sent while somebody practises turns out to be real, or may be (core.intake.stages.safety)."""

from core.intake.stages.beginning import is_cry
from core.vocabulary import ReportState
from handlers.cards import draft_card
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn
from handlers.forms.message_reading import message_of
from handlers.practice import practice_run
from handlers.reporting import message_routing, sos, without_place
from handlers.turn import Turn


async def on_words(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The practice is over before anything reads them."""
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    if practice is not None:
        await practice_run.end(turn.tx, turn.service, practice, tell=False)
    turn.head, turn.ends_practice = "", True
    turn.reply("practice-real")


async def on_unheard(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The same, and a report begins, where nothing else would hear that it is real."""
    await on_words(turn, opened, found)
    heard = read_turn(turn)
    if not heard.happening:
        await sos.begin_sos(turn, heard.place, situation="")
    elif is_cry(message_of(turn)):
        await sos.begin_sos(turn, heard.place)
    else:
        await message_routing.on_said(turn)


async def hurry(turn: Turn) -> None:
    """After it: coordinators are asked about anything begun by words that ended a practice as soon as about an SOS."""
    if not turn.ends_practice:
        return
    for report in (await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT))[-1:]:
        without_place.wait_after_sos(
            turn, report, await turn.tx.timers.get(draft_card.no_place_key(report.id))
        )
