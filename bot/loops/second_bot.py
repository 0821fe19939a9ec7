"""The second bot is kept warm: soon after the start and then every week it is asked whether it is there, by its own token.

Nothing else is done with it; administrators hear what is wrong, as long as it is.
"""

import asyncio
from datetime import timedelta

from pydantic import SecretStr

from bot.clock.clock import Clock
from bot.loops.trouble import Operator
from bot.messengers.telegram.sessions import what_is_wrong

SOON, WEEK = timedelta(minutes=10), timedelta(weeks=1)


async def watch(token: SecretStr | None, name: str, api_url: str, clock: Clock, operator: Operator) -> None:
    """For ever; where there is no second bot, not at all."""
    if token is None:
        return
    never, pause = asyncio.Event(), SOON
    while True:
        await clock.wait(never, clock.now() + pause)
        pause = WEEK
        if why := await what_is_wrong(token.get_secret_value(), name, api_url):
            await operator.tell("successor", error=why)
