"""A small world for stories: a stepped clock, the local Bot API server with people on it, and the real bot.

citizen = await world.person("Aigul", "kk")
await citizen.writes("…"); await world.settle()
await lawyer.expects("Almaty")
await world.fast_forward(minutes=10); await world.crash()
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from bot import app as program
from bot.clock.clock import SteppedClock
from bot.config.settings import load
from bot.messengers.signal.client import Signal
from core.model import Member
from core.vocabulary import Role
from handlers.people import addresses
from playground.client import Playground
from playground.limits import Limits
from playground.phone import Phone, Screen
from playground.serve import serve
from playground.server import Server
from playground.signal_cli.daemon import Daemon
from playground.signal_cli.daemon import serve as serve_signal
from playground.signal_cli.people import OURS
from storage.schema import timers
from tests.world.bot_api import check, check_said
from tests.world.on_signal import SignalPhone, Taken

START = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)  # noon in Almaty, which was at UTC+6
SLOT = timedelta(seconds=4)  # the longest wait for a send slot; longer pauses are not stepped through
TURNS = 20  # of the event loop: whoever waits for the clock notices within 12 that it was moved
STEP = timedelta(seconds=1)  # of time that goes on although something is broken
LOOKS = 20  # a thousandth of a real second each, in every such step
PATIENCE = 60  # real seconds until a world that does not come to rest is a failure
TOKEN = "424242:local-playground-not-a-secret"
ADMINISTRATOR = 900

CONFIG = """
[organisation]
name = "{organisation}"
hotline = "+7 727 000 00 00"
language = "{language}"
[telegram]
api_url = "{api_url}"
channel = "{channel}"
administrators = [{administrator}]
[storage]
url = "{storage_url}"
files = "{folder}/files"
{more}
"""

SIGNAL = """
[signal]
url = "{url}"
account = "{account}"
attachments = "{folder}"
"""


class World:
    """Everything a story needs. Made by :func:`world`."""

    def __init__(
        self, server: Server, playground: Playground, clock: SteppedClock, folder: Path, patience: float
    ) -> None:
        self.server = server
        self.playground = playground
        self.clock = clock
        self.folder = folder
        self._patience = patience
        self.channel: Screen
        self.administrator: Phone
        self.app: program.App
        self.signal: Daemon | None = None
        self._taken: Taken | None = None
        self._environ: dict[str, str] = {}
        self._open: AsyncExitStack | None = None
        self._running: asyncio.Task[None] | None = None

    # --- the bot

    async def start_bot(self) -> None:
        """Start the program on what is in the database."""
        settings = load(self.folder / "config.toml", self._environ)
        self._open = AsyncExitStack()
        self.app = await self._open.enter_async_context(program.open_app(settings, self.clock))
        messenger = self.app.every[-1]
        if self.signal is not None and isinstance(messenger, Signal):
            self._taken = Taken(self.signal, messenger)
        self._running = asyncio.create_task(self.app.run())

    async def crash(self) -> None:
        """The process dies where it stands. What was not committed never happened."""
        assert self._running is not None
        assert self._open is not None
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)
        await self._open.aclose()
        self._running = self._open = None

    async def restart(self) -> None:
        """Crash, and start again."""
        await self.crash()
        await self.start_bot()

    # --- time

    async def settle(self) -> None:
        """Wait until nothing is left to do at this moment, stepping through send slots."""
        end = asyncio.get_running_loop().time() + self._patience
        was_quiet = False
        while not ((quiet := self._is_quiet()) and was_quiet):
            if self._running is not None and self._running.done():
                self._running.result()
                raise AssertionError("the bot has stopped")
            if not quiet and (slot := self._slot()) is not None:
                self.clock.move_to(slot)
            if asyncio.get_running_loop().time() > end:
                raise AssertionError(f"no rest: {self._unrest()}")
            if quiet:  # in turns, not in time: on a busy machine a millisecond can be a single turn
                for _ in range(TURNS):
                    await asyncio.sleep(0)
            else:
                await asyncio.sleep(0.001)
            was_quiet = quiet

    def _is_quiet(self) -> bool:
        now = self.clock.now()
        return (
            self.server.pending == 0
            and (self._taken is None or self._taken.all)
            and self.app.inbox.idle
            and self.app.outbox.idle(now)
            and self.app.timers.idle(now)
            and self.app.watchman.idle(now)
            and (self.app.fetching is None or self.app.fetching.idle(now))
            and self._soon(now) is None
        )

    def _slot(self) -> datetime | None:
        """When the outbox sends next, if it rests until then and that is soon."""
        now = self.clock.now()
        return self._soon(now) if self.app.outbox.idle(now) else None

    def _soon(self, now: datetime) -> datetime | None:
        upcoming = self.app.outbox.sender.next_time(now)
        return upcoming if upcoming is not None and upcoming - now <= SLOT else None

    def _unrest(self) -> str:
        now = self.clock.now()
        return (
            f"pending {self.server.pending}, inbox idle {self.app.inbox.idle}, outbox idle {self.app.outbox.idle(now)}, "
            f"timers idle {self.app.timers.idle(now)}, watchman idle {self.app.watchman.idle(now)}, "
            f"fetching idle {self.app.fetching is None or self.app.fetching.idle(now)}, "
            f"next slot {self.app.outbox.sender.next_time(now)}, now {now}"
        )

    async def fast_forward(self, *, minutes: float = 0, hours: float = 0, seconds: float = 0) -> None:
        """Let time pass; every timer on the way runs at its own time."""
        goal = self.clock.now() + timedelta(minutes=minutes, hours=hours, seconds=seconds)
        await self.settle()
        while (due := await self._next_due()) is not None and due <= goal:
            self.clock.move_to(max(due, self.clock.now()))
            await self.settle()
        self.clock.move_to(max(goal, self.clock.now()))
        await self.settle()

    async def goes_on(self, *, minutes: float = 0, hours: float = 0, seconds: float = 0) -> None:
        """Let time pass where the bot may not come to rest, because Telegram is away or broken: step by step."""
        goal = self.clock.now() + timedelta(minutes=minutes, hours=hours, seconds=seconds)
        while (now := self.clock.now()) < goal:
            step = now + STEP
            if await self._rests():
                due = await self._next_due()
                step = goal if due is None else max(due, step)
            self.clock.move_to(min(step, goal))
        await self._rests()

    async def _rests(self) -> bool:
        """Whether the bot comes to rest now. It gets a moment for it."""
        for _ in range(LOOKS):
            await asyncio.sleep(0.001)
            if self._is_quiet():
                return True
        return False

    async def sleeps_through(self, *, minutes: float = 0, hours: float = 0, seconds: float = 0) -> None:
        """Time passes while the bot is down."""
        assert self._running is None
        self.clock.move_to(self.clock.now() + timedelta(minutes=minutes, hours=hours, seconds=seconds))

    async def _next_due(self) -> datetime | None:
        async with self.app.database.read(self.clock.now()) as tx:
            found = await tx.timers.select(timers.c.parked.is_(False), order_by=timers.c.due_at, limit=1)
        return found[0].due_at if found else None

    # --- people

    async def person(self, name: str, language: str = "ru", *, id: int = 0) -> Phone:
        """Somebody with a phone."""
        return await self.playground.person(name, language=language, id=id, phone=f"+7701{id or 5550000:07d}")

    def on_signal(self, name: str) -> SignalPhone:
        """Somebody with a phone that has Signal alone. Only in a world with ``signal=True``."""
        assert self.signal is not None
        return SignalPhone(self.signal, name)

    async def member(
        self,
        name: str,
        *,
        role: str = "lawyer",
        languages: tuple[str, ...] = ("ru",),
        cities: tuple[str, ...] = ("almaty",),
        on_duty: bool = True,
        phone: str = "+77015550100",
        escalation: bool = False,
        started: bool = True,
    ) -> Phone:
        """Somebody on the roster, who has pressed start."""
        person = await self.playground.person(name, language=languages[0] if languages else "ru")
        if started:
            await person.starts()
            await self.settle()
        async with self.app.database.write(self.clock.now()) as tx:
            address = await addresses.of_chat(tx, str(person.id))
            tx.members.add(
                Member(
                    tx.new_id(),
                    address.id,
                    Role(role),
                    name,
                    languages,
                    cities,
                    on_duty,
                    phone,
                    escalation,
                    tx.now,
                )
            )
        return person


def with_driver(url: str) -> str:
    """The URL as a configuration must write it, with its async driver."""
    return url.replace("sqlite://", "sqlite+aiosqlite://").replace("postgresql://", "postgresql+asyncpg://")


@asynccontextmanager
async def world(
    storage_url: str,
    key: str,
    folder: Path,
    *,
    start: datetime = START,
    limits: Limits | None = None,
    config: str = "",
    channel: bool = True,
    organisation: str = "Test Bureau",
    language: str = "ru",
    patience: float = PATIENCE,
    environ: Mapping[str, str] = MappingProxyType({}),
    signal: bool = False,
) -> AsyncIterator[World]:
    """A running bot on an empty database. Every call it makes and all it is told is checked against
    the Bot API's schema.

    ``signal``: Signal's daemon is there as well.
    ``patience``: real seconds until a world that does not come to rest is a failure.
    """
    clock = SteppedClock(start)
    async with (
        AsyncExitStack() as more,
        serve(clock, token=TOKEN, limits=limits or Limits(), on_call=check, on_said=check_said) as server,
        Playground(server.url) as playground,
    ):
        made = World(server, playground, clock, folder, patience)
        if signal:
            made.signal = await more.enter_async_context(serve_signal(clock))
            made.signal.signal.folder = folder / "signal"
            made.signal.signal.folder.mkdir()
            config += SIGNAL.format(url=made.signal.url, account=OURS, folder=made.signal.signal.folder)
        made.channel = await playground.channel("Digest")
        made.administrator = await playground.person("Admin", language="en", id=ADMINISTRATOR)
        await made.administrator.starts()
        text = CONFIG.format(
            api_url=server.url,
            channel=made.channel.chat_id if channel else "",
            administrator=ADMINISTRATOR,
            storage_url=with_driver(storage_url),
            folder=folder,
            more=config,
            organisation=organisation,
            language=language,
        )
        (folder / "config.toml").write_text(text)
        made._environ = {"DABYL_TELEGRAM_TOKEN": TOKEN, "DABYL_KEY": key, **environ}
        await made.start_bot()
        try:
            yield made
        finally:
            if made._running is not None:
                await made.crash()
