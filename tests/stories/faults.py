"""What the stories about faults share: time that goes on while something is broken, and a hand in the machinery."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot import app as program
from bot.app import App
from bot.config.settings import load
from core.model import Address
from core.presentation import Presentation
from core.traffic import Lane
from handlers.outbox import sending
from handlers.people import addresses
from playground.bubbles import ChatMessage
from playground.phone import Phone, Screen
from tests.world.world import World

STEP = timedelta(seconds=0.5)


async def until(world: World, done: Callable[[], Awaitable[bool]], *, minutes: float = 60) -> None:
    """Time goes on in small steps until ``done``; AssertionError if that takes longer. For worlds that do not settle."""
    end = world.clock.now() + timedelta(minutes=minutes)
    while not await done():
        assert world.clock.now() < end, f"it did not happen: {world._unrest()}"
        world.clock.move_to(world.clock.now() + STEP)
        await asyncio.sleep(0.03)


def shows(screen: Screen, *parts: str) -> Callable[[], Awaitable[bool]]:
    """Whether the screen shows a message of the bot with these parts."""

    async def look() -> bool:
        return any(all(part in one.text for part in parts) for one in await from_bot(screen))

    return look


def polling(world: World) -> Callable[[], Awaitable[bool]]:
    """Whether a poll of the bot waits at the server."""

    async def look() -> bool:
        return world.server.receiving.waiting

    return look


def fetched(world: World) -> Callable[[], Awaitable[bool]]:
    """Whether the bot has fetched and confirmed everything."""

    async def look() -> bool:
        return world.server.pending == 0

    return look


async def from_bot(screen: Screen, *parts: str) -> list[ChatMessage]:
    """What the bot wrote there and is shown, oldest first; only what contains these parts."""
    return [one for one in await screen.shown() if one.from_bot and all(part in one.text for part in parts)]


async def reader(world: World, name: str) -> Phone:
    """Somebody who may be written to, because they pressed start once; nothing was written yet."""
    person = await world.person(name, "ru")
    world.server.world.private_chat(world.server.world.people[person.id])
    return person


@asynccontextmanager
async def by_hand(world: World) -> AsyncIterator[App]:
    """The program, open after a crash, with none of its loops running; then it starts as usual."""
    settings = load(world.folder / "config.toml", world._environ)
    async with program.open_app(settings, world.clock) as app:
        yield app
    await world.start_bot()


async def tells(world: World, person: Phone | Screen, text: str, lane: Lane = Lane.REPLY) -> None:
    """The service writes something to somebody."""
    async with world.app.database.write(world.clock.now()) as tx:
        address = await addresses.of_chat(tx, str(person.chat_id), private=person.chat_id > 0)
        sending.send_message(tx, world.app.service, address.id, Presentation(text), lane)


async def address_of(world: World, person: Phone | Screen) -> Address:
    """What the service knows of this chat."""
    async with world.app.database.read(world.clock.now()) as tx:
        found = await tx.addresses.by(lookup=tx.lookup("telegram", str(person.chat_id)))
    return found[0]


class Gate:
    """What is sent to one chat (or edited in it) arrives there, and the bot learns of it when the gate is opened."""

    def __init__(
        self, world: World, person: Phone, monkeypatch: pytest.MonkeyPatch, what: str = "send"
    ) -> None:
        self._world = world
        self._arrived = asyncio.Event()
        self._open = asyncio.Event()
        act = getattr(world.app.telegram, what)

        async def slow(chat: str, *rest: Any) -> Any:
            done = await act(chat, *rest)
            if chat == str(person.id):
                self._arrived.set()
                await self._open.wait()
            return done

        monkeypatch.setattr(world.app.telegram, what, slow)

    async def reached(self) -> None:
        """Wait until something has arrived; time goes on meanwhile, because there may be no slot at this moment."""

        async def look() -> bool:
            return self._arrived.is_set()

        await until(self._world, look, minutes=5)

    def open(self) -> None:
        """The answers come."""
        self._open.set()
