"""A member reports: by */report* with words behind it, or by *This is a report* under what they wrote."""

from msgspec.structs import replace

from bot.core.incoming import Kind
from bot.core.model import Dialogue
from handlers.casework import notes
from handlers.forms.told import beginning
from handlers.pressed import HELD
from handlers.reporting import another, reports, words_placed
from handlers.turn import Turn, id_in

BEGINNING = ("report", "sos")


async def on_commanded(turn: Turn) -> bool:
    """Words behind a command that begins reports, outside any form: they are one. False for other words."""
    if turn.active is None or replace(turn.incoming, text=turn.incoming.typed).command not in BEGINNING:
        return False
    return await words_placed.on_said(turn)


async def held_words(turn: Turn, argument: str) -> Dialogue | None:
    """The words of that number, if the actor wrote them and they are still held."""
    held = await turn.tx.dialogues.get(id_in(argument) or 0)
    ours = held is not None and held.form == HELD and held.address_id == turn.address.id
    return held if ours else None


async def on_report(turn: Turn, held: Dialogue) -> None:
    """They join the report that the member has open, or begin one; they are no note then."""
    await notes.take_back(turn, held)
    turn.tx.dialogues.remove(held.id)
    turn.tx.timers.remove(f"note:{held.id}")
    words = notes.words_in(held)
    said = replace(turn.incoming, kind=Kind.MESSAGE, text=beginning(words), typed=words)
    turn.incoming = replace(said, data="", message_id=None)
    if await reports.open_reports(turn):
        await words_placed.on_said(turn)
    else:
        await another.begin(turn)
