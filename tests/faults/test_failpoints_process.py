"""The same points in a real process, which ends there without a last word. In the short run one of each kind."""

import asyncio
import signal
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.clock.clock import RealClock
from bot.clock.follower import ENVIRONMENT
from bot.config.settings import KEY, TOKEN
from core.model import Member
from core.vocabulary import Role
from handlers.people import addresses
from playground.client import Playground
from playground.limits import Limits
from playground.phone import Phone
from playground.serve import serve
from playground.server import TOKEN as TOKEN_VALUE
from playground.server import Server
from storage.database import Database
from storage.sealing import Keyring, new_key
from tests.conftest import DIALECTS
from tests.faults.dying import CODE, POINTS
from tests.faults.failpoints import HANDLING, HANDLING_SINGLY, STARTING, TIMING, Point
from tests.faults.mortal import Mortal, Mother
from tests.faults.scale import SCALE
from tests.stories.faults import from_bot

pytestmark = pytest.mark.slow

PATIENCE = 60  # real seconds
IN_FLIGHT = 8
WORDS = "в алматы задержали человека у дома 5"
STORED = Point(HANDLING[0], "before")
NEVER_ENDS = "bot.app:App.run"
CONFIG = """
[organisation]
hotline = "+7 727 000 00 00"
[telegram]
api_url = "{api_url}"
[storage]
url = "{storage_url}"
[limits]
in_flight = {in_flight}
"""


def chosen() -> list[Point]:
    """All of them; in the short run the one after which a report is kept and nothing of it was sent."""
    if SCALE.long:
        return [point for point in POINTS if (point.step.place, point.when) != (NEVER_ENDS, "after")]
    return [Point(HANDLING[8], "after")]


@dataclass
class Bench:
    """A server with a lawyer and a citizen on it, and the program as a process."""

    mother: Mother
    server: Server
    playground: Playground
    folder: Path
    key: str
    storage_url: str
    lawyer: Phone
    citizen: Phone
    bystander: Phone
    processes: list[Mortal] = field(default_factory=list)

    def start(self, point: Point | None = None, marker: str = "") -> Mortal:
        """Start it; with a point, at which it will end."""
        process = self.mother.starts(
            ["run", "--config", str(self.folder / "config.toml")],
            self.folder / "bot.log",
            {TOKEN: TOKEN_VALUE, KEY: self.key, ENVIRONMENT: self.server.control_url},
            None if point is None else POINTS.index(point),
            marker,
        )
        self.processes.append(process)
        return process

    async def dies(self, process: Mortal) -> None:
        """It ends at the point, and nowhere else."""
        async with asyncio.timeout(PATIENCE):
            code = await process.wait()
        assert code == CODE, (self.folder / "bot.log").read_text()[-3000:]

    async def polls(self) -> None:
        """Wait until the bot, started just now, has asked for updates and waits for more."""
        before = await self._asked()
        async with asyncio.timeout(PATIENCE):
            while await self._asked() == before or not self.server.receiving.waiting:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def _asked(self) -> int:
        return len(await self.playground.calls("getUpdates"))

    async def is_awake(self) -> None:
        """Wait until it has answered somebody: the rows that it finds at its start it handles singly, and not in a batch."""
        await self.bystander.starts()
        await self.bystander.expects("", within=PATIENCE)

    async def arms(self, process: Mortal) -> None:
        """From now on the point is deadly."""
        process.send_signal(signal.SIGUSR1)
        async with asyncio.timeout(PATIENCE):
            while not self.marker.exists():  # noqa: ASYNC110 - another process makes it
                await asyncio.sleep(0.01)

    @property
    def marker(self) -> Path:
        """Made when the point is armed."""
        return self.folder / "armed"

    async def runs_again(self) -> Mortal:
        """As a supervisor does: until it is not refused, because a server needs a moment to see that a client died."""
        for _ in range(20):
            process = self.start()
            await asyncio.wait(
                [asyncio.ensure_future(process.wait()), shown := asyncio.ensure_future(self.polls())],
                return_when=asyncio.FIRST_COMPLETED,
            )
            if process.returncode is None:
                return process
            shown.cancel()
            await asyncio.sleep(0.2)
        raise AssertionError((self.folder / "bot.log").read_text()[-3000:])


@pytest.fixture(scope="module")
def mother() -> Iterator[Mother]:
    """Starts the program as often as it is to die."""
    made = Mother()
    yield made
    made.ends()


@pytest.fixture
async def bench(mother: Mother, storage_url: str, tmp_path: Path) -> AsyncIterator[Bench]:
    key = new_key()
    async with serve(RealClock(), limits=Limits.off()) as server, Playground(server.url) as playground:
        text = CONFIG.format(api_url=server.url, storage_url=storage_url, in_flight=IN_FLIGHT)
        (tmp_path / "config.toml").write_text(text)
        lawyer = await playground.person("Made-up Marat", language="ru")
        citizen = await playground.person("Made-up Aigul", language="ru")
        bystander = await playground.person("Made-up Serik", language="ru")
        await lawyer.starts()
        made = Bench(mother, server, playground, tmp_path, key, storage_url, lawyer, citizen, bystander)
        async with made_database(made) as database, database.write(RealClock().now()) as tx:
            address = await addresses.of_chat(tx, str(lawyer.id))
            tx.members.add(
                Member(
                    tx.new_id(),
                    address.id,
                    Role.LAWYER,
                    "Made-up Marat",
                    ("ru",),
                    ("almaty",),
                    True,
                    "+77015550100",
                    False,
                    tx.now,
                )
            )
        server.updates.clear()
        yield made
        for process in made.processes:
            if (
                process.returncode is None
            ):  # the test failed; a bot that stays would hold the database of the next one
                process.send_signal(signal.SIGKILL)
                await process.wait()


@asynccontextmanager
async def made_database(bench: Bench) -> AsyncIterator[Database]:
    database = await Database.open(bench.storage_url, Keyring.parse(bench.key))
    try:
        yield database
    finally:
        await database.close()


@pytest.mark.parametrize("dialect", DIALECTS if SCALE.long else DIALECTS[:1])
@pytest.mark.parametrize("point", chosen(), ids=str)
async def test_a_process_that_ends_at_a_step_loses_nothing(bench: Bench, point: Point) -> None:
    starts = point.step in STARTING or point.step in HANDLING_SINGLY
    process = bench.start(STORED if starts else point, str(bench.marker))
    await bench.is_awake()
    if point.step in TIMING:
        await bench.citizen.writes(WORDS)
        await bench.lawyer.expects("Алматы", within=PATIENCE)
    await bench.arms(process)
    if point.step in TIMING:
        await bench.playground.advance(minutes=6)
    else:
        await bench.citizen.writes(WORDS)
    await bench.dies(process)
    if starts:
        await bench.dies(bench.start(point, "-"))
    process = await bench.runs_again()
    try:
        await bench.lawyer.expects("Алматы", within=PATIENCE)
        await bench.citizen.expects("+7 727 000 00 00", within=PATIENCE)
    finally:
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0, (bench.folder / "bot.log").read_text()[-3000:]
    async with made_database(bench) as database, database.read(RealClock().now()) as tx:
        said = [entry for entry in await tx.entries.select() if entry.payload.get("text") == WORDS]
        (report,) = await tx.reports.select()
        (case,) = await tx.cases.select()
        alerts = await tx.alerts.select()
        searching = await tx.timers.by(kind="escalation")
    assert len(said) == 1
    assert report.case_id == case.id
    assert {alert.case_id for alert in alerts} == {case.id}
    assert len(searching) == 1
    texts = [one.text for phone in (bench.lawyer, bench.citizen) for one in await from_bot(phone)]
    assert sum(count - 1 for count in Counter(texts).values()) <= IN_FLIGHT
