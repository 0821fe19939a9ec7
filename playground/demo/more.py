"""*More…* on the card of a case: the way to the buttons that a short card does not show."""

import asyncio
from collections.abc import Awaitable, Callable

from playground.demo.settling import pause
from playground.demo.stage import Stage
from playground.phone import Phone

MORE = "whole:"  # what the button carries, before the case
TURNS, TURN = 30, 0.1  # so often it is looked whether it has opened; seconds between


async def open_more(
    stage: Stage, phone: Phone, is_shown: Callable[[], Awaitable[bool]], data: str = ""
) -> str:
    """Open a card, and return when what is wanted is shown, or when it is clear that it does not come.

    It is the card of the case that ``data`` names, else the newest. The label that was pressed; empty if no card has it.
    """
    every = [(m.id, button) for m in await phone.shown() for row in m.buttons for button in row]
    more = [(id, b) for id, b in every if b.data.startswith(MORE) and b.data.count(":") == 1]
    named = [(id, b) for id, b in more if b.data.removeprefix(MORE) in data.split(":")]
    for id, button in (named or more)[-1:]:
        await phone.taps_data(id, button.data)
        for _ in range(TURNS):
            if await is_shown():
                break
            await pause(stage, 1.0)
            await asyncio.sleep(TURN)
        return button.label
    return ""
