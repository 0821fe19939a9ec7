"""Where it is played: a folder, the local Bot API server, and the real bot as a process of its own.

They end, and the folder goes, however the play ends.
"""

import asyncio
import csv
import secrets
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from msgspec import Struct

from bot.clock.follower import ENVIRONMENT as CLOCK
from bot.clock.follower import Patience
from bot.config.settings import KEY, TOKEN
from core.roster.csv_file import NEEDED
from playground.client import Playground
from playground.demo.processes import (
    DABYL,
    PlayFailed,
    end_of_log,
    environment,
    run_dabyl,
    start_process,
    stop_process,
)
from playground.demo.scenario import Member, Scenario
from playground.phone import NotShown, Refused, Screen
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key

STARTING = 30.0  # real seconds
Says = Callable[[str], None]  # hears what is being done: a key of the playground's words

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
SIGNAL = """
[signal]
url = "{url}"
account = "{account}"
"""


class Stage(Struct):
    """Everything that the play needs. ``command`` and ``variables`` start the bot again, which is another ``bot`` then."""

    world: Playground
    channel: Screen
    database: Database
    bot: Process
    log: Path
    command: tuple[str, ...]
    variables: dict[str, str]
    pace: float = 0.0  # real seconds between two acts, for people who watch
    noted: int | None = (
        None  # the newest envelope of Signal's that stands in the bot's inbox, as far as it was looked for
    )

    @property
    def config(self) -> Path:
        """The file that the bot was started with."""
        return Path(self.command[-1])

    def check_alive(self) -> None:
        """Raises PlayFailed when the bot has ended."""
        if self.bot.returncode is not None:
            raise PlayFailed(f"the bot has ended with {self.bot.returncode}\n{end_of_log(self.log)}")


def new_token() -> str:
    """A token that nobody else on this machine knows."""
    return f"424242:{secrets.token_urlsafe(24)}"


def silently(key: str) -> None:
    """Nobody has to hear it."""


@asynccontextmanager
async def open_stage(scenario: Scenario, says: Says = silently) -> AsyncIterator[Stage]:
    """All of it, running; the server too is a process. Raises PlayFailed when something does not start."""
    says("opening-server")
    async with AsyncExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="dabyl-demo-")))
        token, log = new_token(), folder / "server.log"
        server = await start_process(
            (sys.executable, "-m", "playground", "--token", token, "--start", scenario.start.isoformat()),
            log,
            environment(),
        )
        ends.push_async_callback(stop_process, server)
        world = await ends.enter_async_context(Playground(await _address(server, log)))
        made = await set_up(ends, scenario, folder, world, token, says)
        ends.push_async_callback(stop_process, made.bot)
        await until_polling(made)
        try:
            yield made
        except (PlayFailed, NotShown, Refused) as error:
            raise PlayFailed(f"{error}\n\nThe bot's log ends:\n{end_of_log(made.log)}") from error


async def set_up(
    ends: AsyncExitStack,
    scenario: Scenario,
    folder: Path,
    world: Playground,
    token: str,
    says: Says,
    *,
    signal: bool = False,
) -> Stage:
    """Database, roster, and the bot, whom the caller stops; ``signal``: which listens to that too.

    Raises PlayFailed when something does not start.
    """
    key, channel = new_key(), await world.channel("Digest")
    config = folder / "config.toml"
    config.write_text(
        CONFIG.format(
            **scenario.model_dump(include={"organisation", "zone", "hotline", "language"}),
            api_url=world.about["bot_api_url"],
            channel=channel.chat_id,
            database=folder / "dabyl.db",
        )
        + (
            SIGNAL.format(url=world.about["signal_url"], account=world.about["signal_account"])
            if signal
            else ""
        ),
        "utf-8",
    )
    variables = environment() | {TOKEN: token, KEY: key, CLOCK: world.about["control_url"]}
    write_roster(scenario.members.values(), folder / "roster.csv")
    says("opening-database")
    await migrate(f"sqlite:///{folder / 'dabyl.db'}")
    says("opening-roster")
    await run_dabyl(["roster", "import", str(folder / "roster.csv"), "--config", str(config)], variables)
    command, log = (*DABYL, "run", "--config", str(config)), folder / "bot.log"
    database = await Database.open(f"sqlite:///{folder / 'dabyl.db'}", Keyring.parse(key))
    ends.push_async_callback(database.close)
    says("opening-bot")
    bot = await start_process(command, log, variables)
    return Stage(world, channel, database, bot, log, command, variables)


def write_roster(members: Iterable[Member], file: Path) -> None:
    """The roster as a spreadsheet would save it."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(NEEDED)
        for member in members:
            yes = {True: "yes", False: "no"}
            spoken, cities = " ".join(member.languages), ";".join(member.cities)
            last = (yes[member.on_duty], member.phone, yes[member.escalation])
            table.writerow((member.id, member.role, member.name, spoken, cities, *last))


async def until_polling(made: Stage) -> None:
    """Return when this bot asks for updates. Raises PlayFailed when it does not."""
    loop = asyncio.get_running_loop()
    patience = Patience(STARTING, loop.time())
    while not await made.world.calls("getUpdates"):
        made.check_alive()
        if patience.over(loop.time()):
            raise PlayFailed(f"the bot does not ask for updates\n{end_of_log(made.log)}")
        await asyncio.sleep(0.05)


async def _address(server: Process, log: Path) -> str:
    assert server.stdout is not None  # it is a pipe
    try:
        line = await asyncio.wait_for(server.stdout.readline(), STARTING)
    except TimeoutError:
        line = b""
    if not line:
        raise PlayFailed(f"the local Bot API server did not start\n{end_of_log(log)}")
    return line.decode().split()[-1]
