"""The play, scene by scene; then what came out, and whether it is what the scenario expects."""

from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from bot.demo import papers
from bot.demo.acting import SHORT
from bot.demo.checking import Difference, differences
from bot.demo.closing import close
from bot.demo.finding import find
from bot.demo.moments import Players
from bot.demo.quiet import advance, leap, quiet
from bot.demo.scenario import Moment, Scenario
from bot.demo.stage import Stage, stage
from bot.demo.telling import LINES, Telling
from bot.playground.phone import Phone
from bot.resources.words import load_words

BRIEF = ("codes", "letters")  # of whoever does it little is told: they see the whole case


async def play(scenario: Scenario, out: Console, folder: Path | None = None) -> list[Difference]:
    """Play it and show it; what came out otherwise than expected. Raises PlayFailed when it cannot be played.

    ``folder``: where the papers go; then it is also played how they are made.
    """
    telling = Telling(out, ZoneInfo(scenario.zone))
    telling.title(
        f"Dabyl plays {scenario.title}",
        (
            f"Facts and names of the six rows: {scenario.source}.",
            "Reporters, lawyers, minutes and how cases are closed are made up.",
        ),
    )
    async with stage(scenario, lambda key: telling.doing(load_words().say("en", key))) as made:
        acts = Play(scenario, made, telling)
        await acts.all()
        found, files = await find(made, scenario), []
        if folder is not None:
            await acts.afterwards()
            files = await papers.write(scenario, made, folder)
    missed = differences(scenario, found)
    close(out, scenario, found, missed, files)
    return missed


class Play:
    """One run, told on the terminal. The roster's phones are there from the beginning, a reporter's when they report."""

    def __init__(self, scenario: Scenario, made: Stage, telling: Telling) -> None:
        self._scenario = scenario
        self._stage = made
        self._telling = telling
        self._phones: dict[str, Phone] = {}
        self._players = Players(scenario, made, telling, self._phones, self._others)

    async def all(self) -> None:
        """From the roster's first press to the last digest."""
        self._telling.scene(self._scenario.start, "The roster is imported; each of them presses start once.")
        for key, member in self._scenario.members.items():
            world = self._stage.world
            self._phones[key] = await world.person(member.name, language=member.languages[0], id=member.id)
            await self._phones[key].starts()
        await quiet(self._stage)
        for key, member in self._scenario.members.items():
            duty = "on duty" if member.on_duty else "not on duty"
            cities = ", ".join(member.cities)
            last = ", escalation list" if member.escalation else ""
            self._telling.act(
                member.name, f"({member.role}, {cities}, {' '.join(member.languages)}, {duty}{last})"
            )
            self._telling.news(self._phones[key].chat_id, await self._phones[key].shown())
        for moment in self._scenario.moments:
            await self._moment(moment)

    async def afterwards(self) -> None:
        """What papers need besides."""
        for moment in self._scenario.afterwards:
            await leap(self._stage, moment.at)
            await self._moment(moment)

    async def _moment(self, moment: Moment) -> None:
        await advance(self._stage, moment.at)
        self._telling.scene(moment.at, moment.says or "The same for the next.")
        if moment.does == "reports":
            self._telling.published(f"row {moment.row}", self._scenario.rows[moment.row].published)
        await self._others()
        await self._players.play(moment)
        await self._others(brief=moment.by if moment.does in BRIEF else "")

    async def _others(self, brief: str = "") -> None:
        """What is new on all phones, and in the channel; ``brief``: whose is told in short."""
        for key, phone in self._phones.items():
            if news := self._telling.news(phone.chat_id, await phone.shown()):
                self._telling.phone(self._who(key), news, SHORT if key == brief else LINES)
        for post in self._telling.news(self._stage.channel.chat_id, await self._stage.channel.shown()):
            self._telling.whole("The channel shows", post.message)

    def _who(self, key: str) -> str:
        member = self._scenario.members.get(key)
        if member is None:
            return self._phones[key].name
        return f"{member.name} ({member.role})"
