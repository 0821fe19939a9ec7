"""What was done in one world, recorded and told as a story, happens again in another: all of it in this process."""

import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.backstage.record import Beginning, Group, Place, Somebody
from bot.backstage.recording import Recording
from bot.playground.phone import Phone
from bot.playground.screen import Screen
from storage.sealing import new_key
from tests.project.tree import ROOT
from tests.world.world import World
from tests.world.world import world as make_world

ALMATY = Place("lawyer", ("en", "ru"), ("almaty",), True, "+77000000001", False)


class Played:
    """A world with two reporters, a lawyer and a group, whatever is done in it, and the story of it."""

    def __init__(self, world: World, lawyer: Phone, citizens: tuple[Phone, Phone], group: Screen) -> None:
        self.world = world
        self.lawyer = lawyer
        self.first, self.second = citizens
        self.group = group
        people = [Somebody(lawyer.id, lawyer.name, "ru", ALMATY)]
        people += [Somebody(one.id, one.name, one.about["language_code"]) for one in citizens]
        groups = (Group(group.chat_id, group.name, (lawyer.id,)),)
        channel = world.channel.chat_id
        beginning = Beginning(world.clock.now(), "Test Bureau", "ru", channel, tuple(people), groups)
        self.recording = Recording(world.server, beginning, self._quiet)

    async def _quiet(self) -> bool:
        return self.world._is_quiet()


@asynccontextmanager
async def played(template: Path, folder: Path) -> AsyncIterator[Played]:
    """The bot runs, everybody is there, the lawyer has pressed start, and a recording has begun."""
    async with new_world(template, folder) as world:
        place = {"languages": ALMATY.languages, "cities": ALMATY.cities, "phone": ALMATY.phone}
        lawyer = await world.member("Made-up Marat", **place, started=False, app="ru")  # type: ignore[arg-type]
        citizens = (await world.person("Made-up Aigul", "kk"), await world.person("Изобретена", "en"))
        group = await world.playground.group("Coordinators", lawyer, bot="left")
        await lawyer.starts()
        await world.settle()
        made = Played(world, lawyer, citizens, group)
        await made.recording.start()
        yield made


@asynccontextmanager
async def new_world(template: Path, folder: Path, **options: Any) -> AsyncIterator[World]:
    """A world of its own, on SQLite."""
    async with make_world(_database(template, folder), new_key(), folder, **options) as world:
        yield world


def _database(template: Path, folder: Path) -> str:
    folder.mkdir()
    shutil.copy(template, folder / "dabyl.db")
    return f"sqlite:///{folder}/dabyl.db"


async def happens_again(source: str, template: Path, folder: Path) -> None:
    """Run a story in a new world. What it does not see there is raised."""
    names: dict[str, Any] = {}
    exec(compile(source, "test_recorded.py", "exec"), names)
    story = names["test_recorded"]
    [mark] = story.pytestmark
    async with new_world(template, folder, **mark.kwargs) as world:
        await story(world)


def linted(*files: Path) -> str:
    """What the linter and the formatter of this project say about files; empty if they have nothing to say."""
    ruff, config = (sys.executable, "-m", "ruff"), ("--quiet", "--config", str(ROOT / "pyproject.toml"))
    said = ""
    for how in (("check", "--no-cache"), ("format", "--diff", "--no-cache")):
        done = subprocess.run(
            [*ruff, *how, *config, *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        said += done.stdout + done.stderr
    return said
