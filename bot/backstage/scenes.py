"""A scene is played step by step or at once; each step has a line of the narrator."""

from typing import Protocol

from bot.backstage.at_the_door import at_the_door
from bot.backstage.both import both
from bot.backstage.brother import brother
from bot.backstage.crowd import Crowd
from bot.backstage.demand import demand
from bot.backstage.five import five
from bot.backstage.hours import hours
from bot.backstage.house import House
from bot.backstage.missed import missed
from bot.backstage.night import night
from bot.backstage.practice import Practice
from bot.backstage.september import September
from bot.backstage.taken import taken
from bot.demo.scenario import Scenario


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
        brother(),
        five(),
        missed(),
        taken(),
        both(),
        night(),
        hours(),
        demand(),
        at_the_door(),
        Practice(),
    )
