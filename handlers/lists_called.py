"""A member types the plain word of a list that a command shows: "дела", "members", "істер". It is read as that command.

It is all of the message, and no form waits for words. What somebody may not see stays what they wrote.
"""

from msgspec.structs import replace

from bot.core.incoming import Kind
from bot.core.understanding.heard import Heard
from bot.core.understanding.plain import plain, readable
from handlers import permission
from handlers.forms import dialogues
from handlers.routes import COMMANDS
from handlers.turn import Turn

LONGEST = 60  # characters of such a word
HELP = "help"  # what the menu is


async def read(turn: Turn) -> None:
    """Make the command of its words."""
    incoming = turn.incoming
    if incoming.kind is not Kind.MESSAGE or permission.standing(turn, permission.Who.STAFF) is not None:
        return
    command = called(incoming.text, turn.service.heard)
    if command is None:
        return
    more = incoming.forwarded or incoming.file or incoming.location or incoming.contact
    if more is not None or await dialogues.active(turn) is not None:
        return
    if await permission.relation(turn, COMMANDS[command].who, None) is None:
        turn.incoming = replace(incoming, text=f"/{command}", typed=incoming.text)


def called(text: str, heard: Heard) -> str | None:
    """The command whose list the text names, and nothing else."""
    if len(text) > LONGEST:
        return None
    said = plain(readable(text).strip(" .!?\n"))
    if said in heard.names.menu:
        return HELP
    return next((name for name, words in vars(heard.lists).items() if said in words), None)
