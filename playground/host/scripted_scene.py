"""A scene that is a table: who does what, step by step. Time passes where an act says so."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.records.invitations import CODE_ALPHABET
from playground.bubbles import button_to_press
from playground.demo.more import open_more
from playground.demo.settling import leave_time_to_read, settle
from playground.demo.stage import Stage
from playground.host import cast, playhouse
from playground.host.crowd import button_data_shown, find_button_data
from playground.host.playhouse import House
from playground.phone import NotShown, Phone, Refused

READS = 2.0  # seconds between two acts
CODE = re.compile(r": (\w+ \w+ \d\d)\.")  # as a receipt tells it
WORD = re.compile(rf"\b[a-z]+(?:-[{CODE_ALPHABET}]{{4}})+\b")  # as a member is given it for another address
CASE = re.compile(r"\b(\d{3}-\d{3})\b")  # as members read it


class Act(Struct, frozen=True):
    """Who does it, and what they type. Instead: ``taps`` is the label of a button, or the beginning of what it carries in
    brackets; ``code_of`` is whose code is typed; ``word_of`` who was given the word that is; ``case_of`` a member whose
    case is looked for; ``blocks``: the bot is blocked. With nothing of these they only look. ``after``: minutes that pass
    before; ``until``: the next time that it is so late, on the organisation's clock.
    """

    who: str
    types: str = ""
    taps: str = ""
    code_of: str = ""
    case_of: str = ""
    word_of: str = ""
    blocks: bool = False
    after: int = 0
    until: time | None = None


class ScriptedPerson(Struct, frozen=True):
    """Somebody who has no phone before they act: as the app says, and where they are."""

    language: str
    city: str
    messenger: str = "telegram"
    role: str = "citizen"


class ScriptedScene:
    """See playground.host.scenes. The narrator says ``<id>-1`` to the first step. It begins whenever it is asked to."""

    def __init__(self, id: str, people: Mapping[str, ScriptedPerson], steps: Sequence[Sequence[Act]]) -> None:
        self.id = id
        self.steps = len(steps)
        self.at = 0
        self._people = people
        self._acts = steps
        self._done = 0  # acts of the step that has begun
        self._until: datetime | None = None  # to which time goes on before the next of them
        self._phones: dict[str, Phone] = {}

    async def step(self, house: House) -> None:
        """The next step. One that broke off because the bot had ended goes on; an act that cannot be done is told."""
        playhouse.narrate(house.server, f"{self.id}-{self.at + 1}")
        await asyncio.sleep(house.stage.pace * playhouse.READING)
        for act in self._acts[self.at][self._done :]:
            await self._waits(house, act)
            phone = await self._phone(house, act.who)
            await leave_time_to_read(house.stage, READS)
            try:
                await self._does(house, phone, act)
            except (NotShown, Refused):
                playhouse.narrate(house.server, "scene-hindered", who=phone.name)
            self._done += 1
            await settle(house.stage)
        self.at, self._done = self.at + 1, 0

    async def _waits(self, house: House, act: Act) -> None:
        """Move the clock on; everything that is due on the way happens at its own time."""
        if act.after or act.until is not None:
            now = await house.stage.world.now()
            self._until = self._until or _until(act, now.astimezone(ZoneInfo(house.scenario.zone)))
            await playhouse.move_on(house, self._until)
            self._until = None

    async def _does(self, house: House, phone: Phone, act: Act) -> None:
        """Raises NotShown or Refused if it cannot be done."""
        await phone.reads()
        if act.taps:
            await _taps(house.stage, phone, act.taps)
        elif act.code_of:
            await phone.writes(await _code(self._phones[act.code_of]))
        elif act.case_of:
            await phone.writes(f"/case {await _case(house.cast.members[act.case_of])}")
        elif act.types:
            await phone.writes(act.types)
        elif act.word_of:
            await phone.writes(await _word(await self._phone(house, act.word_of)))
        elif act.blocks:
            await phone.blocks()

    async def _phone(self, house: House, who: str) -> Phone:
        """Theirs, which joins the first row when they first act."""
        if who in house.cast.members:
            phone, card = house.cast.members[who], cast.member(house.scenario, who)
        else:
            person = self._people[who]
            world = house.stage.world
            makes = world.on_signal if person.messenger == "signal" else world.person
            phone = self._phones.get(who) or await makes(who, language=person.language)
            self._phones[who] = phone
            card = cast.somebody(phone, person.role, person.language, person.city)
        house.shows(phone.chat_id, card)
        return phone


async def _taps(stage: Stage, phone: Phone, wanted: str) -> None:
    """Press this button, on a card or behind its *More…*. Raises NotShown or Refused if it cannot be done."""

    async def is_shown() -> bool:
        if wanted.startswith("["):
            return bool(await find_button_data(phone, wanted[1:-1]))
        return button_to_press(await phone.shown(), wanted) is not None

    if phone.about.get("buttons", True) and not await is_shown():
        await open_more(stage, phone, is_shown)
    await phone.taps(await button_data_shown(phone, wanted[1:-1]) if wanted.startswith("[") else wanted)


def _until(act: Act, now: datetime) -> datetime:
    if act.until is None:
        return now + timedelta(minutes=act.after)
    today = datetime.combine(now.date(), act.until, now.tzinfo)
    return today if today > now else today + timedelta(days=1)


async def _code(phone: Phone) -> str:
    """What they have learned by heart, before their chat was emptied. Raises NotShown if they never got a code."""
    for message in await phone.messages():
        if found := CODE.search(message.text):
            return found[1]
    raise NotShown(f"{phone.name} never got a code")


async def _word(phone: Phone) -> str:
    """The word that they were given last, to be sent from elsewhere. Raises NotShown if they never got one."""
    for message in reversed(await phone.shown()):
        if message.from_bot and (found := WORD.search(message.text)):
            return found[0]
    raise NotShown(f"{phone.name} never got a word")


async def _case(phone: Phone) -> str:
    """The code of the case that they read of last. Raises NotShown if they never did."""
    for message in reversed(await phone.shown()):
        if message.from_bot and (found := CASE.search(message.text)):
            return found[1]
    raise NotShown(f"{phone.name} has no case")
