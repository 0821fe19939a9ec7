"""The language and the menu called by their names, as somebody types them who sees no menu: "қазақша", "язык", "menu".

They are all of the message; everything else of these words is told to whoever reads.
"""

from collections.abc import Awaitable, Callable

from bot.core.incoming import Kind
from bot.core.model import LANGUAGES
from bot.core.understanding.plain import plain, readable
from handlers import commands
from handlers.forms.follow import Open
from handlers.reporting import language
from handlers.turn import Turn

LONGEST = 60  # characters of such a name


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Whether it was one of these names, and was followed. What a member writes is theirs."""
    incoming = turn.incoming
    if turn.active is not None or incoming.kind is not Kind.MESSAGE or incoming.forwarded is not None:
        return False
    if incoming.file is not None or (opened is not None and not opened.follow.hears_everyday):
        return False
    found = _called(turn, incoming.text)
    if found is not None:
        follow, argument = found
        await follow(turn, argument)
    return found is not None


def _called(turn: Turn, text: str) -> tuple[Callable[[Turn, str], Awaitable[None]], str] | None:
    names = turn.service.heard.names
    said = plain(readable(text).strip(" .!?\n").replace("-", " ")) if len(text) <= LONGEST else ""
    for chosen in LANGUAGES:
        if said in getattr(names, chosen):
            return language.on_language_chosen, chosen
    if said in names.language:
        return language.on_language_asked, ""
    return (commands.on_help, "") if said in names.menu else None
