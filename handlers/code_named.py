"""A member names a case by its code alone, or behind ``/case``: what is offered to them comes, any other is looked up."""

from dataclasses import replace

from bot.core.incoming import Kind
from handlers.casework import lists
from handlers.forms import dialogues, entries
from handlers.pressed import case_of_code
from handlers.routes import FORMS
from handlers.turn import Turn

SEARCH = "case"  # the command


async def read(turn: Turn) -> bool:
    """Make the command of a code. False: an offer is shown, and there is nothing more to do."""
    said = turn.incoming
    if said.kind is not Kind.MESSAGE or turn.active is None or said.command not in (None, SEARCH):
        return True
    typed = said.argument if said.command else said.text
    case = await case_of_code(turn.tx, turn.service, typed)
    if case is None or (said.command is None and not await _is_heard(turn)):
        return True
    if await lists.on_offer_named(turn, case):
        await entries.remember(turn)
        return False
    turn.incoming = replace(said, text=f"/{SEARCH} {typed}", typed=said.typed or said.text)
    return True


async def _is_heard(turn: Turn) -> bool:
    """Whether no form is open that takes all words for itself."""
    dialogue = await dialogues.active(turn)
    return dialogue is None or FORMS[dialogue.form].hears_codes
