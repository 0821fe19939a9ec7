"""docs/run/first-steps.md, line by line: from an empty folder to an alert that a lawyer takes.

The commands and answers are read from the page. Three things are put in their places: the token and the address of the
local Bot API server, and the number of the coordinator.
"""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock.clock import RealClock
from core.resources.word_files import load_words
from playground.client import Playground
from playground.phone import NotShown, Phone, Screen
from playground.serve import serve
from playground.server import TOKEN
from tests.project.tree import ROOT
from tests.stories.terminal import Terminal, typed

pytestmark = pytest.mark.slow

PAGE = (ROOT / "docs/run/first-steps.md").read_text(encoding="utf-8")
WAIT = 30  # real seconds for what another process writes
NAME = "Marat Made-Up"
WORDS = load_words()
COORDINATOR = 1000005  # in the page
PROGRAM = """#!/bin/sh
if [ "$1" = init ]; then set -- "$@" --api-url {url}; fi
exec {python} -c 'from bot.cli.main import main; main()' "$@"
"""


def say(key: str) -> str:
    """These words, in English."""
    return WORDS.say("en", key)


def blocks(section: int, language: str = "sh") -> list[str]:
    """What is to be typed in a section of the page, or what stands in its other blocks."""
    text = PAGE.split(f"\n## {section}. ")[1].split("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def machine(folder: Path, url: str) -> dict[str, str]:
    """A bare one, on which dabyl is installed: the environment in which somebody types."""
    tools = folder / "tools"
    tools.mkdir()
    program = tools / "dabyl"
    program.write_text(PROGRAM.format(url=url, python=sys.executable))
    program.chmod(0o755)
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "PYTHONPATH") if name in os.environ}
    return {**kept, "PATH": f"{tools}:{os.environ['PATH']}", "TERM": "dumb"}


async def is_asked(terminal: Terminal, question: str) -> None:
    """The question, and the blank behind it: from there on what is typed is taken."""
    await terminal.shows(question)
    await terminal.shows(": ")


async def set_up(terminal: Terminal, token: str) -> None:
    """The five questions, after a token that is none and a zone that does not exist."""
    (questions,) = blocks(3, "text")
    for line in questions.splitlines():
        question, _, answer = line.partition(": ")
        await is_asked(terminal, question)
        if "token" in question:
            terminal.types("hunter2")
            await terminal.shows("That is no token")
            await is_asked(terminal, question)
            terminal.types(token)
            await terminal.shows("Telegram knows the bot as @")
        elif "zone" in question:
            terminal.types("Asia/Almati")
            await terminal.shows("did you mean Asia/Almaty?")
            await is_asked(terminal, question)
            terminal.types(answer)
        else:
            terminal.types(answer)
    await terminal.shows("Left to do:")
    assert await terminal.ends() == 0, terminal.text
    assert token not in terminal.text


@asynccontextmanager
async def running(folder: Path, environ: dict[str, str]) -> AsyncIterator[Terminal]:
    """The bot, in a window of its own, until Ctrl+C."""
    (command,) = blocks(4)
    async with typed(command, folder, environ) as terminal:
        yield terminal
        terminal.interrupts()
        assert await terminal.ends() == 0, terminal.text
        assert TOKEN not in terminal.text


async def becomes_coordinator(person: Phone, folder: Path, environ: dict[str, str]) -> None:
    await person.starts()
    await person.writes("/id")
    await person.expects(str(person.id), within=WAIT)
    (commands,) = blocks(5)
    assert str(COORDINATOR) in commands
    async with typed(commands.replace(str(COORDINATOR), str(person.id)), folder, environ) as terminal:
        assert await terminal.ends() == 0, terminal.text
    await person.expects("You are on the roster of Made-Up Bureau", within=WAIT)


async def taps(person: Phone, label: str) -> None:
    """The button, as soon as the other process has shown it."""
    async with asyncio.timeout(WAIT):
        while True:
            try:
                return await person.taps(label)
            except NotShown:
                await person._look(WAIT)


async def joins(lawyer: Phone, coordinator: Phone) -> None:
    await coordinator.writes("/invite")
    link = await coordinator.expects("https://t.me/", within=WAIT)
    await lawyer.starts(re.findall(r"\?start=(\S+)", link.text)[0])
    for question, answer in (("name", NAME), ("cities", "Almaty")):
        await lawyer.expects(say(f"joining-{question}"), within=WAIT)
        await lawyer.writes(answer)
    for question, buttons in (
        ("languages", ("joining-languages-en", "form-done")),
        ("calling", ("joining-calling-consultant",)),
        ("specialities", ("form-none",)),
    ):
        await lawyer.expects(say(f"joining-{question}"), within=WAIT)
        for button in buttons:
            await taps(lawyer, say(button))
    await lawyer.expects(say("joining-contact"), within=WAIT)
    await lawyer.shares_contact()
    await lawyer.expects(say("joining-review"), NAME, within=WAIT)
    await taps(lawyer, say("form-confirm"))
    await coordinator.expects(say("joining-head"), NAME, within=WAIT)
    await taps(coordinator, say("button-approve"))
    await lawyer.expects(say("example-head"), within=WAIT)


async def is_tried(lawyer: Phone, folder: Path, environ: dict[str, str]) -> None:
    """The example of the approval is answered first: the next one has the same buttons."""
    await taps(lawyer, say("button-accept"))
    await lawyer.expects(say("example-take"), within=WAIT)
    (command,) = blocks(8)
    assert NAME in command
    async with typed(command, folder, environ) as terminal:
        await terminal.shows(f"Sent to {NAME}")
        await taps(lawyer, say("button-accept"))
        await terminal.shows(f"{NAME} answered")
        assert await terminal.ends() == 0, terminal.text


async def channel_is_told(playground: Playground, administrator: Phone) -> Screen:
    channel = await playground.channel("Evenings", bot="left")
    await playground.sets_bot(channel, "administrator", administrator)
    await administrator.expects("Evenings", str(channel.chat_id), within=WAIT)
    await taps(administrator, "The digest goes there")
    await administrator.expects("the digest is posted in", within=WAIT)
    return channel


async def test_from_an_empty_folder_to_a_lawyer_who_takes_a_case_as_the_page_says(tmp_path: Path) -> None:
    async with serve(RealClock()) as server, Playground(server.url) as playground:
        environ, folder = machine(tmp_path, server.url), tmp_path / "home"
        folder.mkdir()
        command, backup = blocks(3)
        async with typed(command, folder, environ) as terminal:
            await set_up(terminal, TOKEN)
        async with typed(backup, folder, environ) as terminal:
            await terminal.shows("It can be restored")
            assert await terminal.ends() == 0, terminal.text
        technician, coordinator, citizen = [
            await playground.person(name, language="en") for name in ("Tim", "Dana", "Rita")
        ]
        lawyer = await playground.person("Marat", language="en", phone="+77010000007")
        async with running(folder, environ) as terminal:
            line = await terminal.shows("admin-")
            await technician.writes(line)
            await technician.expects("You look after this bot from now on", within=WAIT)
            await becomes_coordinator(coordinator, folder, environ)
            await joins(lawyer, coordinator)
            channel = await channel_is_told(playground, technician)
            await is_tried(lawyer, folder, environ)
            (words,) = blocks(8, "text")
            await citizen.writes(words.strip())
            await lawyer.expects("Almaty", within=WAIT)
            await taps(lawyer, "I'll take it")
            await lawyer.expects("yours", within=WAIT)
        (check,) = blocks(9)
        async with typed(check, folder, environ) as terminal:
            assert await terminal.ends() == 0, terminal.text
            assert f"may post in the channel {channel.chat_id}" in terminal.text
        assert sorted(path.name for path in folder.iterdir()) == [
            "backups",
            "config.toml",
            "dabyl-backup.service",
            "dabyl-backup.timer",
            "dabyl.service",
            "data",
            "key",
            "token",
        ]
