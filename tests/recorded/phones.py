"""What a phone shows that it did not show before, as lines of a record.

``♪`` a new message with sound · ``·`` one without · ``~`` one that changed, with what did · ``✕`` one that is gone;
buttons stand in brackets.
"""

import difflib
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from playground.bubbles import ChatMessage
from playground.phone import Screen
from tests.world.on_signal import SignalPhone

BEHIND = "\n      "  # where the further lines of a message begin


class Shown(Struct, frozen=True):
    """One message of ours as a phone shows it. ``at``: when it came; Telegram says that in whole seconds."""

    text: str
    sounds: bool
    at: datetime
    buttons: str = ""
    file: str = ""

    def line(self, sign: str) -> str:
        """As a record has it."""
        file = f"<{self.file}> " if self.file else ""
        buttons = f"{BEHIND}{self.buttons}" if self.buttons else ""
        return f"  {sign} {file}{self.text.replace(chr(10), BEHIND)}{buttons}"


class Eye(Protocol):
    """Looks at one phone. ``came``: the messages that were new at the last look."""

    came: list[Shown]

    async def changes(self) -> list[str]:
        """What is seen that was not seen the last time."""
        ...


def differences(before: dict[int, Shown], now: dict[int, Shown]) -> Iterator[str]:
    """The lines of a record between two looks, in the order of the messages."""
    for number, shown in now.items():
        if number not in before:
            yield shown.line("♪" if shown.sounds else "·")
        elif before[number] != shown:
            yield _changed(before[number], shown)
    for number, shown in before.items():
        if number not in now:
            yield Shown(shown.text.partition("\n")[0], shown.sounds, shown.at).line("✕")


def _changed(before: Shown, now: Shown) -> str:
    """The head of a message, and those of its lines that differ."""
    old, new = ([*shown.text.splitlines(), shown.buttons] for shown in (before, now))
    return BEHIND.join([f"  ~ {new[0]}", *(line for line in difflib.ndiff(old, new) if line[0] in "-+")])


class TelegramEye:
    """Looks at a phone, or a channel, with Telegram."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._seen: dict[int, Shown] = {}
        self.came: list[Shown] = []

    async def changes(self) -> list[str]:
        """What is seen that was not seen the last time."""
        now = {message.id: _shown(message) for message in await self._screen.shown() if message.from_bot}
        lines = list(differences(self._seen, now))
        self.came = [shown for number, shown in now.items() if number not in self._seen]
        self._seen = now
        return lines


def _shown(message: ChatMessage) -> Shown:
    rows = [*message.buttons, *(message.keyboard or ())]
    labels = " ".join(f"[{button.label}]" for row in rows for button in row)
    return Shown(
        message.text, not message.silent, message.date, labels, message.file["kind"] if message.file else ""
    )


class SignalEye:
    """Looks at a phone with Signal."""

    def __init__(self, phone: SignalPhone) -> None:
        self._person = phone.person
        self._seen: dict[int, Shown] = {}
        self.came: list[Shown] = []

    async def changes(self) -> list[str]:
        """What is seen that was not seen the last time."""
        now = {
            bubble.number: Shown(
                bubble.text, bubble.urgent, bubble.at, file=" ".join("file" for _ in bubble.files)
            )
            for bubble in self._person.bubbles.values()
            if bubble.from_bot and not bubble.deleted
        }
        lines = list(differences(self._seen, now))
        self.came = [shown for number, shown in now.items() if number not in self._seen]
        self._seen = now
        return lines
