"""Where is my brother: a stranger asks for a name that nobody knows, a sister for a man whom a passer-by has reported.

Both read the same words, and nothing of the case. The coordinator sees that one may fit, opens it with a reason, calls back.
"""

import asyncio
from dataclasses import dataclass

from bot.backstage import cast, narrator
from bot.backstage.house import House
from bot.demo.quiet import pause, quiet
from bot.playground.phone import Phone
from bot.playground.screen import NotShown, Refused

DANA = "dana"  # the coordinator of the scenario


@dataclass(frozen=True, slots=True)
class Act:
    """Who does it, and what they type; ``taps`` is the label of a button instead."""

    who: str
    types: str = ""
    taps: str = ""


SISTER, STRANGER, PASSER_BY = "Made-up Зарина", "Made-up Виктория", "Made-up Мадина"
STEPS: tuple[tuple[Act, ...], ...] = (
    (Act(PASSER_BY, "Алматы, у вокзала полиция забрала Ерлана Касымова"),),
    (Act(STRANGER, "Где Данияр Бекжанов?"), Act(STRANGER, "Алматы"), Act(STRANGER, taps="Без номера")),
    (Act(SISTER, "Не знаю, где мой брат Ерлан Касымов"), Act(SISTER, "Алматы"), Act(SISTER, "+77010001122")),
    (Act(DANA, taps="Possible case 1"), Act(DANA, "his sister asks, she told his address")),
    (Act(DANA, taps="Called back"),),
)


class Brother:
    """See bot.backstage.scenes. It begins whenever it is asked to."""

    id = "brother"

    def __init__(self) -> None:
        self.steps = len(STEPS)
        self.at = 0
        self._done = 0  # acts of the step that has begun
        self._phones: dict[str, Phone] = {}

    async def step(self, house: House) -> None:
        """The next step. One that broke off because the bot had ended goes on."""
        narrator.tell(house.server, f"brother-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * narrator.READING)
        for act in STEPS[self.at][self._done :]:
            phone = await self._phone(house, act.who)
            await pause(house.stage, 2)
            try:
                await (phone.taps(act.taps) if act.taps else phone.writes(act.types))
            except (NotShown, Refused):
                narrator.tell(house.server, "scene-hindered", who=phone.name)
            self._done += 1
            await quiet(house.stage)
        self.at, self._done = self.at + 1, 0

    async def _phone(self, house: House, who: str) -> Phone:
        """Theirs, which joins the first row when they first act."""
        if who in house.cast.members:
            phone, card = house.cast.members[who], cast.member(house.scenario, who)
        else:
            phone = self._phones.get(who) or await house.stage.world.person(who, language="ru")
            self._phones[who] = phone
            card = cast.citizen(phone, "ru", "Almaty")
        house.shows(phone.chat_id, card)
        return phone
