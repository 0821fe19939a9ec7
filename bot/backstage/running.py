"""The playground from its opening to its end; when it is to begin anew, another house stands where the last one stood."""

from collections.abc import Callable
from contextlib import AsyncExitStack

from bot.backstage.house import House, opened
from bot.backstage.routes import Backstage, backstage_app
from bot.demo.stage import Says


async def runs(port: int, pace: float, says: Says, ready: Callable[[House], None]) -> None:
    """Until it is cancelled. ``says`` hears what is done while it opens, ``ready`` that one can play.

    Raises OSError if the port is taken, PlayFailed if a part does not start.
    """
    play = ""
    while True:
        async with AsyncExitStack() as ends:
            house = await ends.enter_async_context(opened(port, pace, says))
            backstage = Backstage(house)
            house.server.backstage = backstage_app(backstage)
            ends.push_async_callback(backstage.close)
            house.server.tell({"type": "cast"})
            ready(house)
            if play:
                await backstage.scene({"id": play, "do": "all"})
            play = await backstage.ends()
            port = house.port  # pages are there: they find the next house at the same address
