"""Where it is played: a temporary folder, the local Bot API server and the real bot as processes of their own.

They end, and the folder goes, however the play ends. Their sessions are their own, so that Ctrl+C reaches the demo
first and it can end them in order.
"""

import asyncio
import csv
import os
import secrets
import sys
import tempfile
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock_follower import ENVIRONMENT as CLOCK
from bot.config import KEY, TOKEN
from bot.core.roster_file import COLUMNS
from bot.demo.scenario import Scenario
from bot.playground.client import Playground
from bot.playground.screen import NotShown, Refused, Screen
from storage.database import Database
from storage.sealing import Keyring, new_key

DABYL = (sys.executable, "-c", "from bot.cli import main; main()")
STARTING = 30.0  # real seconds
STOPPING = 5.0
TAIL = 2000  # characters of a log that a failure shows

CONFIG = """\
[organisation]
name = "{organisation}"
zone = "{zone}"
hotline = "{hotline}"
language = "{language}"

[telegram]
api_url = "{api_url}"
channel = "{channel}"

[storage]
url = "sqlite+aiosqlite:///{database}"
"""


class PlayFailed(Exception):
    """The play cannot go on; the text says where it stands."""


@dataclass(frozen=True)
class Stage:
    """Everything that the play needs."""

    world: Playground
    channel: Screen
    database: Database
    bot: Process
    log: Path

    def check_alive(self) -> None:
        """Raises PlayFailed when the bot has ended."""
        if self.bot.returncode is not None:
            raise PlayFailed(f"the bot has ended with {self.bot.returncode}\n{_tail(self.log)}")


@asynccontextmanager
async def stage(scenario: Scenario) -> AsyncIterator[Stage]:
    """All of it, running. Raises PlayFailed when something does not start."""
    async with AsyncExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="dabyl-demo-")))
        token, key = f"424242:{secrets.token_urlsafe(24)}", new_key()
        server = await _start(
            ends,
            (sys.executable, "-m", "bot.playground", "--token", token, "--start", scenario.start.isoformat()),
            folder / "server.log",
            _environment(),
        )
        world = await ends.enter_async_context(Playground(await _address(server, folder / "server.log")))
        channel = await world.channel("Digest")
        config = folder / "config.toml"
        config.write_text(
            CONFIG.format(
                **scenario.model_dump(include={"organisation", "zone", "hotline", "language"}),
                api_url=world.about["bot_api_url"],
                channel=channel.chat_id,
                database=folder / "dabyl.db",
            ),
            "utf-8",
        )
        environment = _environment() | {TOKEN: token, KEY: key, CLOCK: world.about["control_url"]}
        write_roster(scenario, folder / "roster.csv")
        for command in (["migrate"], ["roster", "import", str(folder / "roster.csv")]):
            await _run([*command, "--config", str(config)], environment)
        log = folder / "bot.log"
        bot = await _start(ends, (*DABYL, "run", "--config", str(config)), log, environment)
        database = await Database.open(f"sqlite:///{folder / 'dabyl.db'}", Keyring.parse(key))
        ends.push_async_callback(database.close)
        made = Stage(world, channel, database, bot, log)
        await _until_polling(made)
        try:
            yield made
        except (PlayFailed, NotShown, Refused) as error:
            raise PlayFailed(f"{error}\n\nThe bot's log ends:\n{_tail(log)}") from error


def write_roster(scenario: Scenario, file: Path) -> None:
    """The roster as a spreadsheet would save it."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for one in scenario.members.values():
            yes = {True: "yes", False: "no"}
            spoken, cities = " ".join(one.languages), ";".join(one.cities)
            last = (yes[one.on_duty], one.phone, yes[one.escalation])
            table.writerow((one.id, one.role, one.name, spoken, cities, *last))


def _environment() -> dict[str, str]:
    """The caller's, without what it says about another bot, and without a proxy before this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DABYL_")}
    return kept | {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


async def _start(
    ends: AsyncExitStack, command: tuple[str, ...], log: Path, environment: dict[str, str]
) -> Process:
    """A process that lives as long as the stage. It may say one line; the rest goes into its log."""
    with log.open("wb") as errors:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=DEVNULL, stdout=PIPE, stderr=errors, env=environment, start_new_session=True
        )
    ends.push_async_callback(_stop, process)
    return process


async def _stop(process: Process) -> None:
    """Politely, then not."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOPPING)
    except TimeoutError:
        process.kill()
        await process.wait()


async def _address(server: Process, log: Path) -> str:
    assert server.stdout is not None  # it is a pipe
    try:
        line = await asyncio.wait_for(server.stdout.readline(), STARTING)
    except TimeoutError:
        line = b""
    if not line:
        raise PlayFailed(f"the local Bot API server did not start\n{_tail(log)}")
    return line.decode().split()[-1]


async def _run(arguments: list[str], environment: dict[str, str]) -> None:
    process = await asyncio.create_subprocess_exec(
        *DABYL, *arguments, stdin=DEVNULL, stdout=PIPE, stderr=asyncio.subprocess.STDOUT, env=environment
    )
    try:
        said, _ = await process.communicate()
    finally:
        await _stop(process)
    if process.returncode:
        raise PlayFailed(f"dabyl {arguments[0]} ended with {process.returncode}\n{said.decode()}")


async def _until_polling(made: Stage) -> None:
    loop = asyncio.get_running_loop()
    end = loop.time() + STARTING
    while not await made.world.calls("getUpdates"):
        made.check_alive()
        if loop.time() > end:
            raise PlayFailed(f"the bot does not ask for updates\n{_tail(made.log)}")
        await asyncio.sleep(0.05)


def _tail(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-TAIL:]
