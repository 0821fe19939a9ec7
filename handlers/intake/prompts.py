"""Everything that waits for words in a chat, as rows of one table (routes.PROMPTS); the newest that fits gets the words."""

from collections.abc import Awaitable, Callable, Mapping

from msgspec import Struct

from core.intake.message import ReadMessage
from core.intake.prompts import Prompt, newest_first
from handlers.forms.form_behaviour import OpenForm
from handlers.intake.reading import message_of
from handlers.turn import Turn


class PromptRoute(Struct, frozen=True):
    """``fits``: whether these words answer it; ``find``: what waits now, asked only of words that fit; ``take``: it is
    answered.
    """

    fits: Callable[[ReadMessage], bool]
    find: Callable[[Turn, OpenForm | None], Awaitable[Prompt | None]]
    take: Callable[[Turn, Prompt, OpenForm | None], Awaitable[None]]


async def answer_newest(turn: Turn, opened: OpenForm | None, routes: Mapping[str, PromptRoute]) -> bool:
    """Whether the words answer something that waits: then they have. What is older stays open."""
    message = message_of(turn)
    fitting = {kind: route for kind, route in routes.items() if route.fits(message)}
    waiting = [await route.find(turn, opened) for route in fitting.values()]
    for prompt in newest_first(prompt for prompt in waiting if prompt is not None):
        await fitting[prompt.kind].take(turn, prompt, opened)
        return True
    return False
