"""The language that a person chooses, by a command or on the first screen."""

from bot.core.model import LANGUAGES
from handlers.cards import tracking
from handlers.forms import dialogues
from handlers.people import addresses
from handlers.reporting import first_screen, reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn


async def on_language_asked(turn: Turn, argument: str) -> None:
    """``/language``: choose one of the three."""
    turn.reply("language-asked", (first_screen.language_buttons(turn),), topic="language-asked")


async def on_language_chosen(turn: Turn, argument: str) -> None:
    """A language was chosen; the question that is open is asked again in it."""
    chosen, _, screen = argument.partition(":")
    if chosen not in LANGUAGES:
        turn.reply("button-unknown")
        return
    turn.address = addresses.choose_language(turn.tx, turn.address, chosen)
    for card in await turn.tx.cards.by(address_id=turn.address.id):
        tracking.touch(turn.tx, card)
    dialogue = await dialogues.active(turn)
    if dialogue is not None and dialogue.form == REPORT.form.name:
        await dialogues.ask(turn, REPORT, dialogue, turn.say("language-set"))
    elif screen and turn.incoming.message_id is not None:
        turn.show_in_place(first_screen.of(turn))
    elif turn.member is None and not await reports.open_reports(turn):
        turn.show(first_screen.of(turn), topic="start")
    else:
        turn.reply("language-set")
