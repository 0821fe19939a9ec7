"""September 2018: every moment of the scenario is a step, at its own time, or now if that time has passed already."""

import asyncio
from zoneinfo import ZoneInfo

from rich.console import Console

from bot.backstage import cast, narrator
from bot.backstage.house import House
from bot.demo.acting import Hindered
from bot.demo.moments import Players
from bot.demo.quiet import advance, quiet
from bot.demo.scenario import Moment, Scenario
from bot.demo.telling import Telling
from bot.playground.screen import NotShown, Refused


class September:
    """See bot.backstage.scenes. A step that somebody's clicks have made impossible says so and counts as played."""

    id = "september"

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.steps = len(scenario.moments)
        self.at = 0
        self._players: Players | None = None

    async def step(self, house: House) -> None:
        """The next moment. One that broke off because the bot had ended goes on."""
        moment = self._scenario.moments[self.at]
        if self._players is None:
            self._players = _players(house, self._scenario)
        await advance(house.stage, moment.at)
        await self._shows(house, self._players, moment)
        narrator.tell(house.server, f"september-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * narrator.READING)
        try:
            await self._players.play(moment)
        except (Hindered, NotShown, Refused):
            who = (await self._players.phone(moment)).name
            narrator.tell(house.server, "scene-hindered", who=who)
            await quiet(house.stage)
        self.at += 1

    async def _shows(self, house: House, players: Players, moment: Moment) -> None:
        """Whoever acts is in the first row, and in view."""
        if moment.does == "waits":
            house.shows(house.stage.channel.chat_id)
            return
        phone = await players.phone(moment)
        if moment.by:
            house.shows(phone.chat_id, cast.member(self._scenario, moment.by))
        else:
            row = self._scenario.rows[moment.row]
            house.shows(phone.chat_id, cast.citizen(phone, row.reporter.app, row.expected.city))


def _players(house: House, scenario: Scenario) -> Players:
    """They act; nothing is told on the terminal."""
    telling = Telling(Console(quiet=True), ZoneInfo(scenario.zone))
    return Players(scenario, house.stage, telling, dict(house.cast.members), meanwhile=_nothing)


async def _nothing() -> None:
    pass
