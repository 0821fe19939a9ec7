"""Everything that waits for words in a chat, as rows of one table (routes.PROMPTS); the newest that fits gets the words."""

from collections.abc import Awaitable, Callable, Mapping

from msgspec import Struct

from core.intake.message import ReadMessage
from core.intake.prompts import FITS, Prompt
from handlers.forms.form_behaviour import OpenForm
from handlers.turn import Turn


class PromptRoute(Struct, frozen=True):
    """``find``: what waits now, asked only of words that fit (core.intake.prompts); ``take``: it is answered."""

    find: Callable[[Turn, OpenForm | None], Awaitable[Prompt | None]]
    take: Callable[[Turn, Prompt, OpenForm | None], Awaitable[None]]


async def waiting_prompts(
    turn: Turn, message: ReadMessage, opened: OpenForm | None, routes: Mapping[str, PromptRoute]
) -> tuple[Prompt, ...]:
    """Those that these words can answer."""
    found = [await route.find(turn, opened) for kind, route in routes.items() if FITS[kind](message)]
    return tuple(prompt for prompt in found if prompt is not None)


async def on_answered(
    turn: Turn, opened: OpenForm | None, prompt: Prompt, routes: Mapping[str, PromptRoute]
) -> None:
    """What is older stays open."""
    await routes[prompt.kind].take(turn, prompt, opened)
