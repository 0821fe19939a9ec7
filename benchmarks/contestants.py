"""Who is compared: how each is prepared and started, and what it still knows when it has stopped."""

import asyncio
import csv
import os
import pickle
import sqlite3
import sys
from asyncio.subprocess import Process
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from json import loads
from pathlib import Path

from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN
from core.roster.csv_file import NEEDED
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key

LAWYERS = range(10_001, 10_201)  # so many that no single chat is the limit
ROSTER = [
    (number, "lawyer", f"Made-up {number}", "ru en", "almaty", "yes", "+77015550100", "no")
    for number in LAWYERS
]
DABYL = ("-c", "from bot.cli.main import main; main()")
CONFIG = """
[telegram]
api_url = "{api_url}"
channel = "{channel}"
[storage]
url = "sqlite:///{folder}/dabyl.db"
"""
ONE_LAWYER = """
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 60.0
"""
NO_LIMITS = """
[limits]
per_second = 1000000.0
chat_burst = 1000000
chat_per_second = 1000000.0
in_flight = 60
group_per_minute = 1000000
"""


@dataclass(frozen=True)
class Contestant:
    """``program`` is ptb, aiogram, echo or dabyl; ``settings`` is TOML that Dabyl's configuration has besides."""

    name: str
    program: str
    settings: str = ""
    save_seconds: float = 60.0  # python-telegram-bot's own default
    channel: int = 0  # of Dabyl's digest

    def command(self, folder: Path, pace: Path | None = None) -> tuple[str, ...]:
        """What runs it; at the pace of a file (benchmarks.hour.pace) if one is given."""
        if self.program == "dabyl":
            return dabyl(pace, "run", "--config", str(folder / "config.toml"))
        peer = f"benchmarks.peers.{self.program}_bot"
        paced = () if pace is None else ("benchmarks.hour.start", str(pace))
        return (sys.executable, "-m", *paced, peer)


def dabyl(pace: Path | None, *arguments: str) -> tuple[str, ...]:
    """Its command line."""
    if pace is None:
        return (sys.executable, *DABYL, *arguments)
    return (sys.executable, "-m", "benchmarks.hour.start", str(pace), "bot.cli.main", *arguments)


PTB = Contestant("ptb", "ptb")
AIOGRAM = Contestant("aiogram", "aiogram")
DABYL_FREE = Contestant("dabyl", "dabyl", ONE_LAWYER + NO_LIMITS)  # its send limits lifted
CONTESTANTS = {
    one.name: one
    for one in (
        PTB,
        AIOGRAM,
        DABYL_FREE,
        Contestant(
            "dabyl-limits", "dabyl", ONE_LAWYER
        ),  # Telegram's limits respected, one lawyer asked at once
        Contestant("dabyl-shipped", "dabyl"),  # nothing set: three lawyers at once
        Contestant("ptb-every-second", "ptb", save_seconds=1.0),
        Contestant("echo", "echo"),
    )
}


class Running:
    """One contestant in a folder of its own, as a process that can be killed and started again."""

    def __init__(
        self,
        contestant: Contestant,
        folder: Path,
        api_url: str,
        token: str,
        roster: Iterable[Sequence[object]] = ROSTER,
        pace: Path | None = None,
        desk: str = "",
    ) -> None:
        self._contestant = contestant
        self._roster = roster
        self._pace = pace
        self._folder = folder
        self._api_url = api_url
        self._key = new_key()
        mine = {"BENCH_TOKEN": token, "BENCH_API_URL": api_url, "BENCH_FOLDER": str(folder)}
        mine |= {
            "BENCH_SAVE_SECONDS": str(contestant.save_seconds),
            "BENCH_LAWYERS": " ".join(map(str, LAWYERS)),
            "BENCH_DESK": desk,
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DABYL_")}
        self._environment = {**kept, **mine, TOKEN: token, KEY: self._key, "NO_PROXY": "127.0.0.1"}
        self.process: Process | None = None

    async def prepare(self) -> None:
        """What is there before the first start: Dabyl's tables and roster. The peers make their files themselves."""
        if self._contestant.program != "dabyl":
            return
        channel = self._contestant.channel or ""
        text = CONFIG.format(api_url=self._api_url, channel=channel, folder=self._folder)
        text += self._contestant.settings
        (self._folder / "config.toml").write_text(text, "utf-8")
        await migrate(f"sqlite:///{self._folder}/dabyl.db")
        roster = self._folder / "roster.csv"
        with roster.open("w", encoding="utf-8", newline="") as out:
            table = csv.writer(out)
            table.writerow(NEEDED)
            table.writerows(self._roster)
        arguments = ("roster", "import", str(roster), "--config", str(self._folder / "config.toml"))
        await self._spawn(dabyl(self._pace, *arguments))
        if await self._wait():
            raise RuntimeError(f"the roster was not imported:\n{self.log()}")

    async def start(self) -> None:
        """Start it; it is running when it asks for updates."""
        self._take_away_half_a_pickle()
        await self._spawn(self._contestant.command(self._folder, self._pace))

    def _take_away_half_a_pickle(self) -> None:
        """Kill -9 in the middle of a flush leaves it, and python-telegram-bot does not start until somebody removes it."""
        file = self._folder / "ptb.pickle"
        try:
            pickle.loads(file.read_bytes())
        except FileNotFoundError:
            pass
        except (EOFError, pickle.UnpicklingError):
            file.rename(file.with_suffix(".broken"))

    async def stop(self, *, kill: bool = False) -> None:
        """End it: SIGTERM, or kill -9, after which nothing is flushed. Raises RuntimeError if it has ended by itself."""
        if self.process is None:
            return
        if self.process.returncode is not None:
            raise RuntimeError(f"{self._contestant.name} has ended by itself:\n{self.log()}")
        if kill:
            self.process.kill()
        else:
            self.process.terminate()
        await self._wait()

    def log(self) -> str:
        """The end of what it wrote."""
        return (self._folder / "log.txt").read_text("utf-8", "replace")[-3000:]

    async def _spawn(self, command: tuple[str, ...]) -> None:
        with (self._folder / "log.txt").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment,
                start_new_session=True,
            )

    async def _wait(self) -> int:
        assert self.process is not None  # somebody has started it
        try:
            return await asyncio.wait_for(self.process.wait(), 30)
        except TimeoutError:
            self.process.kill()
            return await self.process.wait()
        finally:
            self.process = None

    async def kept(self) -> dict[int, set[str]]:
        """The questions whose answers it still knows, of each person. It must have stopped."""
        if self._contestant.program == "ptb":
            file = self._folder / "ptb.pickle"
            data = pickle.loads(file.read_bytes())["user_data"] if file.exists() else {}
            return {person: set(answers) for person, answers in data.items()}
        if self._contestant.program == "aiogram":
            connection = sqlite3.connect(self._folder / "aiogram.db")
            rows = connection.execute("SELECT key, data FROM fsm_data").fetchall()
            connection.close()
            return {int(key.split(":")[2]): set(loads(data)) for key, data in rows}
        database = await self.database()
        async with database.read(RealClock().now()) as tx:
            chats = {address.id: int(address.chat) for address in await tx.addresses.select()}
            dialogues = await tx.dialogues.select()
        await database.close()
        return {chats[one.address_id]: set(one.answers) for one in dialogues}

    async def alerted(self) -> dict[int, int] | None:
        """Whose case an offer is about, by the number on its button; None if that number is the person's own."""
        if self._contestant.program != "dabyl":
            return None
        database = await self.database()
        async with database.read(RealClock().now()) as tx:
            chats = {address.id: int(address.chat) for address in await tx.addresses.select()}
            reporters = {one.case_id: chats[one.address_id] for one in await tx.reports.select()}
            alerts = await tx.alerts.select()
        await database.close()
        return {alert.id: reporters[alert.case_id] for alert in alerts}

    async def database(self) -> Database:
        """Dabyl's, open; it may be running beside."""
        return await Database.open(f"sqlite:///{self._folder}/dabyl.db", Keyring.parse(self._key))
