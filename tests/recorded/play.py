"""Plays a script on the local servers with the real bot, and writes down what every phone shows and what is stored."""

import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from msgspec import Struct, field

from core.model import Member
from core.vocabulary import Role
from handlers.people import addresses
from playground.phone import Phone
from storage.schema import choices
from storage.sealing import new_key
from tests.recorded.buttons import fits, patterns_of
from tests.recorded.codes import code_in, named_codes, without_codes
from tests.recorded.judge import Judge
from tests.recorded.phones import Eye, SignalEye, TelegramEye
from tests.recorded.script import LOCAL, Script, Somebody, Step, length_of
from tests.recorded.stored import stored
from tests.world.on_signal import SignalPhone
from tests.world.world import World, world

PRESSES = ("taps", "taps_label")
END = timedelta(minutes=35)  # after the last step: escalations and first actions come due
SEED = 2018
NO_CODE = "мята жасмин 00"  # what is typed where no phone shows one


class Played(Struct):
    """What came of a script: sections of lines by who reads them, and which of the properties do not hold, with the words
    where it shows."""

    sections: dict[str, list[str]] = field(default_factory=dict)
    broken: dict[str, list[str]] = field(default_factory=dict)

    def text(self, script: Script) -> str:
        """As a file of records/."""
        parts = [f"# {script.title}"]
        for name, lines in self.sections.items():
            parts += ["", f"== {name}", *lines]
        return "\n".join(parts) + "\n"


class Playing:
    """One script in one world."""

    def __init__(self, made: World, script: Script) -> None:
        self.world = made
        self.script = script
        self.played = Played()
        self._people = {person.name: person for person in script.people}
        self._phones: dict[str, Phone | SignalPhone] = {}
        self._eyes: dict[str, Eye] = {}
        self._headers: dict[str, str] = {}
        self._wrote: dict[str, int] = {}
        self._codes: dict[str, str] = {}
        self._judge = Judge(made, script)
        self._untapped: list[str] = []

    async def everybody(self) -> None:
        """People get their phones; members are on the roster. The channel and the administrator are always there."""
        for person in self.script.people:
            await self._enter(person)
        self._see("the channel", TelegramEye(self.world.channel))
        self._see("the administrator", TelegramEye(self.world.administrator))
        for eye in self._eyes.values():
            await eye.changes()  # how they came on the roster is no part of the conversation

    async def _enter(self, person: Somebody) -> None:
        phone: Phone | SignalPhone
        chat, messenger = "", person.messenger
        if messenger == "signal":
            phone = self.world.on_signal(person.name)
            phone.person.accepted = True
            chat = phone.id
            self._see(person.name, SignalEye(phone))
        else:
            phone = await self.world.person(person.name, person.language)
            chat = str(phone.id)
            self._see(person.name, TelegramEye(phone))
        self._phones[person.name] = phone
        self._judge.enters(person.name, chat)
        if person.role == "citizen":
            return
        await self._starts(phone)
        async with self.world.app.database.write(self.world.clock.now()) as tx:
            address = await addresses.of_chat(tx, chat, messenger=messenger)
            languages = person.speaks or (person.language,)
            role = Role(person.role)
            tx.members.add(
                Member(
                    tx.new_id(), address.id, role, person.name, languages, person.cities, person.on_duty,
                    f"+7700{1000000 + len(self._phones)}", person.escalation, tx.now,
                )
            )  # fmt: skip

    async def _starts(self, phone: Phone | SignalPhone) -> None:
        if isinstance(phone, Phone):
            await phone.starts()
        else:
            await phone.writes("/start")
        await self.world.settle()

    def _see(self, name: str, eye: Eye) -> None:
        about = self._people.get(name)
        head = f"{name} ({about.role}, {about.language}, {about.messenger})" if about else name
        self._eyes[name] = eye
        self.played.sections[head] = []
        self._headers[name] = head

    # --- time

    async def until(self, goal: datetime) -> None:
        """Let time pass, and look at all phones whenever something came due."""
        await self._look()
        while (due := await self.world._next_due()) is not None and due < goal:
            self.world.clock.move_to(max(due, self.world.clock.now()))
            await self.world.settle()
            await self._look()
        self.world.clock.move_to(max(goal, self.world.clock.now()))
        await self.world.settle()
        await self._look()

    async def _look(self) -> None:
        for name, eye in self._eyes.items():
            if changes := await eye.changes():
                self._judge.shown(name, eye.came)
                self._note(name, *[self._plain(line) for line in changes])

    def _note(self, name: str, *lines: str) -> None:
        head = self.world.clock.now().astimezone(LOCAL).strftime("%d %H:%M:%S")
        section = self.played.sections[self._headers[name]]
        newest = next((line for line in reversed(section) if not line.startswith("  ")), "")
        if not newest.startswith(head) and not lines[0].startswith(">"):
            section.append(head)
        section += [f"{head} {line}" if line.startswith(">") else line for line in lines]

    def _plain(self, line: str) -> str:
        """Codes are drawn by lot: the first that is met is code-1."""
        return named_codes(line, lambda code: self._codes.setdefault(code, f"code-{len(self._codes) + 1}"))

    # --- acts

    async def plays(self) -> Played:
        """All steps, then a while, and what is stored then."""
        for step in self.script.steps:
            await self.until(step.at.astimezone(UTC))
            await getattr(self, f"_{step.act}")(step)
        await self.until(self.world.clock.now() + END)
        async with self.world.app.database.read(self.world.clock.now()) as tx:
            self.played.sections["stored"] = [self._plain(f"  {line}") for line in await stored(tx)]
            self.played.broken = await self._judge.verdict(tx)
        if self._untapped:
            self.played.broken["tapped"] = self._untapped
        return self.played

    async def _does(self, step: Step, text: str) -> None:
        """What was just done comes to its answer."""
        self._note(step.who, f"> {self._plain(text)}")
        words = "" if step.act in PRESSES else without_codes(text)
        async with self._judge.watching(step.who, words):
            await self.world.settle()
            await self._look()

    async def _writes(self, step: Step) -> None:
        text = step.given["writes"]
        phone = self._phones[step.who]
        quoted = await self._newest(phone) if step.given.get("answers") else None
        if isinstance(phone, SignalPhone):
            bubble = phone._signal.writes(phone.person, text, quote=quoted)
            self._wrote[step.who] = bubble.number
        else:
            self._wrote[step.who] = await phone.writes(text, reply_to=quoted)
        await self._does(step, text)

    async def _newest(self, phone: Phone | SignalPhone) -> int | None:
        if isinstance(phone, SignalPhone):
            ours = [bubble.number for bubble in phone.person.bubbles.values() if bubble.from_bot]
        else:
            ours = [message.id for message in await phone.shown() if message.from_bot]
        return ours[-1] if ours else None

    async def _code_of(self, step: Step) -> None:
        phone = self._phones[step.given["code_of"]]
        text = phone.screen() if isinstance(phone, SignalPhone) else await phone.transcript()
        code = code_in(text) or NO_CODE
        await self._writes(
            Step(step.at, step.act, step.who, {"writes": f"{code} {step.given.get('words', '')}".strip()})
        )

    async def _edits(self, step: Step) -> None:
        phone = self._phones[step.who]
        text = step.given["edits"]
        if isinstance(phone, SignalPhone):
            phone._signal.corrects(phone.person, phone.person.bubbles[self._wrote[step.who]], text)
        else:
            await phone.edits(self._wrote[step.who], text)
        await self._does(step, text)

    async def _pin(self, step: Step) -> None:
        latitude, longitude = step.given["pin"]
        phone = self._phones[step.who]
        if isinstance(phone, SignalPhone):  # it sends places as a link
            await phone.writes(f"https://maps.google.com/maps?q={latitude},{longitude}")
        else:
            await phone.shares_location(latitude, longitude)
        await self._does(step, f"(pin {latitude}, {longitude})")

    async def _forwards(self, step: Step) -> None:
        phone = self._phones[step.who]
        text = step.given["forwards"]
        if isinstance(phone, SignalPhone):
            await phone.writes(text)
        else:
            await phone.forwards(text, self.world.clock.now() - timedelta(hours=2))
        await self._does(step, f"(forwarded) {text}")

    async def _sends(self, step: Step) -> None:
        phone = self._phones[step.who]
        kind, caption = step.given["sends"], step.given.get("caption", "")
        if isinstance(phone, SignalPhone):
            mimes = {"photo": "image/jpeg", "voice": "audio/aac", "video": "video/mp4"}
            phone.sends(b"made-up", mimes.get(kind, "application/pdf"), text=caption)
        elif kind == "contact":
            await phone.shares_contact(step.given.get("phone", "+77000000099"), "Somebody", own=False)
        elif kind == "voice":
            await phone.sends_voice(b"made-up")
        elif kind == "sticker":
            await phone.sends_sticker()
        else:
            named = {"name": "made-up.pdf"} if kind == "document" else {}
            await phone.sends_file(kind, b"made-up", caption, **named)
        await self._does(step, f"({kind}) {caption}".strip())

    async def _taps(self, step: Step) -> None:
        meaning = step.given["taps"]
        for pattern in patterns_of(meaning, step.given.get("city", "")):
            if await self._presses(step.who, pattern):
                await self._does(step, f"[{meaning}]")
                return
        self._finds_none(step, meaning)

    async def _presses(self, who: str, pattern: str) -> bool:
        """Whether there was such a button, in the newest message that has one; it is pressed."""
        phone = self._phones[who]
        if pattern.startswith("/"):
            await phone.writes(pattern)
            return True
        if isinstance(phone, SignalPhone):
            sign = await self._sign(phone, pattern)
            if sign is not None:
                await phone.writes(sign)
            return sign is not None
        for message in reversed(await phone.shown()):
            for button in (button for row in message.buttons for button in row):
                if button.data and fits(button.data, pattern):
                    await phone.taps_data(message.id, button.data)
                    return True
        return False

    async def _sign(self, phone: SignalPhone, pattern: str) -> str | None:
        """What is typed for the newest choice of this phone that is meant."""
        async with self.world.app.database.read(self.world.clock.now()) as tx:
            address = await addresses.of_chat(tx, phone.id, messenger="signal")
            found = await tx.choices.select(choices.c.address_id == address.id, choices.c.gone_at.is_(None))
        fitting = [choice for choice in found if fits(choice.data, pattern)]
        return fitting[-1].sign if fitting else None

    async def _taps_label(self, step: Step) -> None:
        label = step.given["taps_label"]
        phone = self._phones[step.who]
        try:
            if isinstance(phone, SignalPhone):
                await phone.chooses(label)
            else:
                await phone.taps(label)
        except AssertionError:
            self._finds_none(step, label)
            return
        await self._does(step, f"[{label}]")

    def _finds_none(self, step: Step, wanted: str) -> None:
        """Nothing to tap: as the script means it, or by mistake."""
        self._note(step.who, f"> [{wanted}: there is none]")
        if not step.given.get("absent"):
            self._untapped.append(f"{step.who} {step.at:%H:%M:%S} {wanted}")

    async def _kill(self, step: Step) -> None:
        await self.world.restart()
        await self.world.settle()
        await self._look()

    async def _down(self, step: Step) -> None:
        await self.world.crash()
        await self.world.sleeps_through(minutes=length_of(step.given["down"]) / timedelta(minutes=1))
        await self.world.start_bot()
        await self.world.settle()
        await self._look()

    async def _waits(self, step: Step) -> None:
        await self._look()


@contextmanager
def one_chance() -> Iterator[None]:
    """Codes, ids and choices between equals are drawn as in every other run."""
    chance = random.Random(SEED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.building.secrets", SimpleNamespace(SystemRandom=lambda: chance))
        patch.setattr("storage.ids.Ids.__init__.__defaults__", (chance.getrandbits,))
        patch.setattr(
            "playground.signal_cli.people.uuid4", lambda: UUID(int=chance.getrandbits(128), version=4)
        )
        yield


@asynccontextmanager
async def _world_of(script: Script, url: str, folder: Path) -> AsyncIterator[World]:
    signal = any(person.messenger == "signal" for person in script.people)
    start = script.start.astimezone(UTC) - timedelta(minutes=10)
    async with world(url, new_key(), folder, start=start, signal=signal) as made:
        yield made


async def play(script: Script, url: str, folder: Path) -> Played:
    """What comes of a script on an empty database."""
    with one_chance():
        async with _world_of(script, url, folder) as made:
            playing = Playing(made, script)
            await playing.everybody()
            return await playing.plays()
