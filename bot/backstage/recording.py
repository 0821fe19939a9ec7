"""Recording: what is done on the playground from its beginning on, and what the phones show each time.

Everything is kept from the moment the house is open, so that a story can always begin where the house began.
``start`` only marks from where on what was seen is expected.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot.backstage.house import House
from bot.backstage.record import Beginning, Done, Json, Log, Look, Place, Somebody
from bot.backstage.story import tell
from bot.demo.quiet import is_quiet
from bot.demo.scenario import Member
from bot.playground.bubbles import read_bubble
from bot.playground.server import Server
from bot.resources.places import load_gazetteer

RESTS = 5.0  # real seconds that a bot gets to come to rest
SOON = timedelta(seconds=4)  # what fails and is tried again in this time is no rest; nor is it in a story
GLANCE = 0.05  # real seconds


class Recording:
    """Watches a server on which nobody has done anything since the beginning; see bot.playground.server.Watcher.

    ``quiet`` tells whether the bot has nothing left to do.
    """

    def __init__(self, server: Server, beginning: Beginning, quiet: Callable[[], Awaitable[bool]]) -> None:
        self._server = server
        self._beginning = beginning
        self._quiet = quiet
        self._log: Log = []
        self._seen: dict[str, int] = {}  # by messenger, of what its phones show
        self._mark: int | None = None
        server.watcher = self

    @property
    def on(self) -> bool:
        """Whether a story is being recorded."""
        return self._mark is not None

    async def start(self) -> None:
        """From now on what is seen is expected."""
        await self._rests()
        self._mark = len(self._log)

    async def stop(self) -> str:
        """The story, as Python source. Raises ValueError if none was begun."""
        if self._mark is None:
            raise ValueError("no story is being recorded")
        await self._rests()
        mark, self._mark = self._mark, None
        return tell(self._beginning, self._log, mark)

    async def before(self) -> None:
        """Look at the phones: something is about to be done."""
        self._log.append(await self._look())

    def after(self, what: str, body: Json, answer: Any) -> None:
        """Something was done."""
        self._log.append(Done(what, body, answer))

    async def _rests(self) -> None:
        """Look until the bot has come to rest, or does not come to it."""
        loop = asyncio.get_running_loop()
        end = loop.time() + RESTS
        while True:
            look = await self._look()
            self._log.append(look)
            if look.quiet or loop.time() > end:
                return
            await asyncio.sleep(GLANCE)

    async def _look(self) -> Look:
        server = self._server  # the phones first: they go on changing while the bot is asked
        changed = []
        for one in server.messengers:
            after, self._seen[one.name] = self._seen.get(one.name, 0), one.version
            for chat in one.chats():
                viewer = chat["id"] if chat["type"] == "private" else 0
                lines = one.lines(chat["id"], after, viewer)
                changed += [(chat["id"], read_bubble(line, server.world.bot["id"])) for line in lines]
        at, broken = server.clock.now(), server.broken
        return Look(at, await self._quiet(), broken, tuple(changed))


def recording_of(house: House) -> Recording:
    """A recording of a house that was just opened."""

    async def quiet() -> bool:
        return not house.running or await is_quiet(house.stage, SOON)

    return Recording(house.server, _beginning(house), quiet)


def _beginning(house: House) -> Beginning:
    scenario = house.scenario
    places = {one.id: place_of(one) for one in scenario.members.values()}
    people = [
        Somebody(
            one["id"],
            one["first_name"],
            one.get("language_code", ""),
            places.get(one["id"]),
            one["messenger"],
        )
        for messenger in house.server.messengers
        for one in messenger.people()
    ]
    in_order = sorted(people, key=lambda one: one.place is None)  # the roster was there before everybody
    return Beginning(
        house.server.clock.now(),
        scenario.organisation,
        scenario.language,
        house.stage.channel.chat_id,
        tuple(in_order),
    )


def place_of(member: Member) -> Place:
    """Their line of the roster."""
    found = [load_gazetteer("kz").answer(city) for city in member.cities]
    cities = tuple(match.city or match.region for match in found if match is not None)
    return Place(member.role, member.languages, cities, member.on_duty, member.phone, member.escalation)
