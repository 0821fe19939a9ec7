"""Practice: a lawyer agrees to be drilled, a citizen tries out an SOS, and nothing of it stays."""

import asyncio

from bot.backstage import cast, narrator
from bot.backstage.crowd import shown
from bot.backstage.house import House
from bot.demo.quiet import quiet, reads
from bot.playground.screen import NotShown, Refused

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
    """See bot.backstage.scenes. A step that somebody's clicks have made impossible says so and counts as played."""

    id = "practice"
    steps = len(STEPS)

    def __init__(self) -> None:
        self.at = 0

    async def step(self, house: House) -> None:
        """The next step."""
        narrator.tell(house.server, f"practised-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * narrator.READING)
        phones = {"lawyer": house.cast.members[LAWYER], "citizen": house.cast.citizens[1]}
        for who, act in STEPS[self.at]:
            phone = phones[who]
            card = cast.member(house.scenario, LAWYER) if who == "lawyer" else None
            house.shows(phone.chat_id, card)
            await reads(house.stage, READS)
            try:
                await (phone.taps(await shown(phone, act[1:-1])) if act[0] == "[" else phone.writes(act))
            except (NotShown, Refused):
                narrator.tell(house.server, "scene-hindered", who=phone.name)
            await quiet(house.stage)
        self.at += 1
