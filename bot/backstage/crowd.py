"""Mass detention: forty people within ten minutes, five in each step; then what becomes of the cases nobody has taken."""

import asyncio
import random
import struct
import zlib
from collections import deque
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from bot.backstage import cast, narrator
from bot.backstage.crowd_people import HERE, PHOTO, REACTIONS, WAVES, Person
from bot.backstage.house import House
from bot.demo.quiet import advance, pause, quiet
from bot.playground.phone import Phone
from bot.playground.screen import NotShown, Refused

APART = timedelta(seconds=75)  # from one step to the next
AFTERWARDS = timedelta(minutes=16)  # from the beginning
READS = (1.0, 4.0)  # seconds between two acts, whoever does them
ALMATY = (43.2560, 76.9450)  # degrees
HOW = {"accept": ("first:",), "decline": ("why:",), "incident": ()}  # what follows, by the first button
SEED = 40


class Crowd:
    """See bot.backstage.scenes. It begins whenever it is asked to."""

    id = "crowd"

    def __init__(self) -> None:
        self.steps = len(WAVES) + 1
        self.at = 0
        self._begun: datetime | None = None
        self._chance = random.Random(SEED)
        self._acts: AsyncIterator[None] | None = None  # of the step that has begun

    async def step(self, house: House) -> None:
        """The next five people, or the quarter of an hour. A step that broke off because the bot had ended goes on."""
        if self._begun is None:
            self._begun = await house.stage.world.now()
        after = AFTERWARDS if self.at == len(WAVES) else self.at * APART
        await advance(house.stage, self._begun + after)
        if self._acts is None:
            self._acts = self._plays(house)
        async for _ in self._acts:
            await quiet(house.stage)
        self._acts = None
        self.at += 1

    async def _plays(self, house: House) -> AsyncIterator[None]:
        """One step; yields when the bot has something to do."""
        wave = WAVES[self.at] if self.at < len(WAVES) else ()
        people = [(await _phone(house, one), deque(one.acts)) for one in wave]
        narrator.tell(house.server, f"crowd-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * narrator.READING)
        while people:
            for phone, acts in people:
                await pause(house.stage, self._chance.uniform(*READS))
                try:
                    await _does(phone, acts.popleft())
                except (NotShown, Refused):
                    acts.clear()
                    narrator.tell(house.server, "scene-hindered", who=phone.name)
            people = [(phone, acts) for phone, acts in people if acts]
            yield
        for key, choice in REACTIONS.get(self.at + 1, ()):
            async for _ in self._reacts(house, key, choice):
                yield

    async def _reacts(self, house: House, key: str, choice: str) -> AsyncIterator[None]:
        """A member presses what is on top: an offer, or a board; nothing if somebody was there before."""
        phone = house.cast.members[key]
        for start in (f"{choice}:", *HOW[choice]):
            if data := await button(phone, start):
                house.shows(phone.chat_id, cast.member(house.scenario, key))
                await pause(house.stage, self._chance.uniform(*READS))
                await phone.taps(data)
                yield


async def _phone(house: House, one: Person) -> Phone:
    phone = await house.stage.world.person(one.name, language=one.language)
    if one.shown:
        house.shows(phone.chat_id, cast.citizen(phone, one.language, one.city))
    return phone


async def _does(phone: Phone, act: str) -> None:
    """Raises NotShown or Refused if it cannot be done."""
    if act == HERE:
        await phone.shares_location(*ALMATY)
    elif act == PHOTO:
        await phone.sends_photo(_picture())
    elif act.startswith("report/"):
        await phone.taps(act)
    else:
        await phone.writes(act)


async def button(phone: Phone, start: str) -> str:
    """The data of the first button of this kind in the newest message that has one; empty if there is none."""
    for message in reversed(await phone.shown()):
        for row in message.buttons:
            for one in row:
                if one.data.startswith(start):
                    return one.data
    return ""


async def shown(phone: Phone, start: str) -> str:
    """As :func:`button`. Raises NotShown if there is none."""
    if data := await button(phone, start):
        return data
    raise NotShown(f"{phone.name} has no button {start}")


def _picture(width: int = 240, height: int = 160) -> bytes:
    """A PNG: an evening sky, getting darker downwards."""
    rows = b"".join(b"\0" + bytes((200 - y, 150 - y * 3 // 5, 130 - y // 2)) * width for y in range(height))
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
