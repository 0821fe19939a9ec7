"""A scene is played step by step or at once; each step has a line of the narrator.

Practice: a lawyer agrees to be drilled, a citizen tries out an SOS, and nothing of it stays.

September 2018: every moment of the scenario is a step, at its own time, or now if that time has passed already.
"""

import asyncio
from typing import Protocol
from zoneinfo import ZoneInfo

from rich.console import Console

from playground.demo.people import Hindered
from playground.demo.play import Players
from playground.demo.scenario import Moment, Scenario
from playground.demo.settling import leave_time_to_read, settle
from playground.demo.terminal import Telling
from playground.host import cast, playhouse
from playground.host.casework_scenes import from_clock_to_paper, hours_48, list_from_the_door, night_on_duty
from playground.host.crowd import Crowd, button_data_shown
from playground.host.playhouse import House
from playground.host.report_scenes import (
    check_in_missed,
    five_reports,
    phone_taken,
    two_messengers,
    where_is_my_brother,
)
from playground.phone import NotShown, Refused

LAWYER = "saule"  # of the scenario, who works where the citizen is
READS = 3.0  # seconds between two acts
# Who does what, step by step: words are typed, of a button the beginning of what it carries is in brackets.
STEPS = (
    (("lawyer", "/drills"), ("lawyer", "[drills:on]")),
    (("citizen", "/practice"), ("citizen", "[practice:sos]"), ("citizen", "[practice/place:astana]")),
    (("lawyer", "[drill:]"),),
    (("citizen", "[practice:end]"),),
)


class Practice:
    """See playground.host.scenes. A step that somebody's clicks have made impossible says so and counts as played."""

    id = "practice"
    steps = len(STEPS)

    def __init__(self) -> None:
        self.at = 0

    async def step(self, house: House) -> None:
        """Play the next step."""
        playhouse.narrate(house.server, f"practised-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * playhouse.READING)
        phones = {"lawyer": house.cast.members[LAWYER], "citizen": house.cast.citizens[1]}
        for who, act in STEPS[self.at]:
            phone = phones[who]
            card = cast.member(house.scenario, LAWYER) if who == "lawyer" else None
            house.shows(phone.chat_id, card)
            await leave_time_to_read(house.stage, READS)
            try:
                await (
                    phone.taps(await button_data_shown(phone, act[1:-1]))
                    if act[0] == "["
                    else phone.writes(act)
                )
            except (NotShown, Refused):
                playhouse.narrate(house.server, "scene-hindered", who=phone.name)
            await settle(house.stage)
        self.at += 1


class September:
    """See playground.host.scenes. A step that somebody's clicks have made impossible says so and counts as played."""

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
        await playhouse.move_on(house, moment.at)
        await self._shows(house, self._players, moment)
        playhouse.narrate(house.server, f"september-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * playhouse.READING)
        try:
            await self._players.play(moment)
        except (Hindered, NotShown, Refused):
            who = (await self._players.phone(moment)).name
            playhouse.narrate(house.server, "scene-hindered", who=who)
            await settle(house.stage)
        self.at += 1

    async def _shows(self, house: House, players: Players, moment: Moment) -> None:
        """Bring everybody who acts into the first row, and into view."""
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


class Scene(Protocol):
    """``at`` counts the steps that were played. The title is the words' ``scene-<id>``."""

    id: str
    steps: int
    at: int

    async def step(self, house: House) -> None:
        """Play the next step and say its line; called with ``house.orders`` held, and only while ``at < steps``.

        Returns when the bot has done everything that follows. Raises PlayFailed, NotShown or Refused when it cannot go on.
        """
        ...


def scenes(scenario: Scenario) -> tuple[Scene, ...]:
    """All of them, from their beginning."""
    return (
        September(scenario),
        Crowd(),
        where_is_my_brother(),
        five_reports(),
        check_in_missed(),
        phone_taken(),
        two_messengers(),
        night_on_duty(),
        hours_48(),
        from_clock_to_paper(),
        list_from_the_door(),
        Practice(),
    )
