"""What the stories about the watchman share: a dead-man service, and minutes that pass."""

import asyncio
from datetime import timedelta

from pydantic import SecretStr

from playground.bubbles import ChatMessage
from tests.stories.faults import from_bot
from tests.world.world import PATIENCE, World

MINUTE = timedelta(minutes=1)
SECRET = "a-key-that-nobody-may-see"


class DeadManService:
    """Counts the heartbeats it gets. ``mode``: takes, refuses or hangs."""

    def __init__(self) -> None:
        self.beats = 0
        self.asked: list[str] = []
        self.mode = "takes"
        self.url = ""
        self._server: asyncio.Server | None = None

    @property
    def settings_url(self) -> SecretStr:
        """The address as the settings hold it."""
        return SecretStr(self.url)

    async def open(self) -> None:
        """On this machine alone."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/{SECRET}"

    def stop(self) -> None:
        """Nobody is there any more."""
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            while line := await reader.readline():
                while (await reader.readline()).strip():
                    pass
                self.asked.append(line.decode().strip())
                if self.mode == "hangs":
                    await reader.read()
                    break
                self.beats += self.mode == "takes"
                status = b"200 OK" if self.mode == "takes" else b"503 Service Unavailable"
                writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Length: 2\r\n\r\nOK")
                await writer.drain()
        finally:
            writer.close()


async def minutes(world: World, number: int, *, step: int = 1) -> None:
    """So many minutes pass, ``step`` at a time, so that the watchman looks as he would."""
    for _ in range(0, number, step):
        await world.fast_forward(minutes=step)
        await _is_noted(world)


async def _is_noted(world: World) -> None:
    """The run has noted that it is alive, if it can: nobody waits for that rest, and on a busy machine five such minutes
    can pass before its thread has its turn.
    """
    begun, noted = asyncio.get_running_loop().time(), world.app.database.high_water
    while noted is not None and (reached := noted.read()) is not None:
        late = reached.alive_at < world.clock.now() - 2 * MINUTE
        if not late or asyncio.get_running_loop().time() > begun + 0.2:
            return
        await asyncio.sleep(0.001)


async def beats(world: World, service: DeadManService, number: int = 2) -> int:
    """How many heartbeats come in so many minutes."""
    before = service.beats
    await minutes(world, number)
    return service.beats - before


async def stuck_minutes(world: World, number: int) -> None:
    """The same in a world that does not come to rest, because something in it hangs. What does not hang has its time."""
    for _ in range(4 * number):
        world.clock.move_to(world.clock.now() + MINUTE / 4)
        await asyncio.sleep(0.02)
        begun = asyncio.get_running_loop().time()
        while not world.app.watchman.idle(world.clock.now()):
            assert asyncio.get_running_loop().time() < begun + PATIENCE, world._unrest()
            await asyncio.sleep(0.001)
        while not _others_idle(world) and asyncio.get_running_loop().time() < begun + 0.2:  # noqa: ASYNC110
            await asyncio.sleep(0.001)


def _others_idle(world: World) -> bool:
    return world.app.timers.idle(world.clock.now()) and world.app.outbox.idle(world.clock.now())


async def alarms(world: World) -> list[ChatMessage]:
    """What the administrator's phone shows of the watchman."""
    return await from_bot(world.administrator, "Watchman")
