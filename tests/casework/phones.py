"""The phones of a casework story: what the outbox would send appears on their screens at once, without a network."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from msgspec.structs import replace

from bot.messengers.errors import Gone, MessengerError, Unchanged, Unreachable
from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.abilities import Abilities
from core.incoming import File, FileKind
from core.presentation import Button, Presentation

SIGNS = "✅📞🚗🏛🤝👥👤✍🚪⛔🚶📋\ufe0f "  # before the words of a button


@dataclass
class Screen:
    """One chat: its messages by id, oldest first, and how many of them made a sound."""

    messages: dict[int, Presentation] = field(default_factory=dict)
    rang: int = 0
    came: int = 0  # new messages, silent ones too
    edited: int = 0
    characters: int = 0  # of new messages and of edits
    sounds: list[datetime] = field(default_factory=list)  # when it made one, from the beginning
    urgent: list[datetime] = field(default_factory=list)  # of these, by urgent offers
    blocked: bool = False
    refuses: MessengerError | None = None  # what becomes of whatever is sent there
    acts: list[str] = field(default_factory=list)  # what was done there without a message, in its order
    longest: str = ""  # whatever was ever on it, buttons too
    undeletable: frozenset[int] = frozenset()  # too old for it
    menu: bool = True  # whether it has the commands that everybody is offered
    offered: dict[str, str] = field(default_factory=dict)  # else which, and how each is called
    off: bool = False  # what is sent is accepted by the messenger, and has not reached the phone
    unconfirmed: list[int] = field(default_factory=list)  # messages that the phone has not told of
    signs: dict[int, Mapping[str, str]] = field(
        default_factory=dict
    )  # of what is listed: by message and data
    raw: dict[int, Presentation] = field(default_factory=dict)  # as it came: what is listed is a list

    def shows(self, number: int, shown: Presentation) -> None:
        """A message, new or in place of its old text."""
        self.messages[number] = self.raw[number] = shown
        self.longest = max(self.longest, drawn(shown), key=len)

    def button(self, label: str) -> tuple[int, Button]:
        """The newest button with this label, its sign left out, and its message."""
        for number, shown in reversed(self.messages.items()):
            for row in shown.rows:
                for button in row:
                    if button.label.lstrip(SIGNS) == label:
                        return number, button
        raise AssertionError(f"there is no button {label!r} in:\n{self.text()}")

    def offers(self, label: str) -> bool:
        """Whether there is a button with this label."""
        rows = (row for shown in self.messages.values() for row in shown.rows)
        return any(button.label.lstrip(SIGNS) == label for row in rows for button in row)

    def is_of_an_older_case(self, label: str) -> bool:
        """Whether the newest button with this label is on the whole card of a case above a brief one."""
        number, _ = self.button(label)
        brief = [
            n
            for n, shown in self.messages.items()
            if "whole:" in str(shown.rows) and ":less" not in str(shown.rows)
        ]
        return ":less" in str(self.messages[number].rows) and max(brief, default=0) > number

    def sign(self, label: str) -> str:
        """What is typed for this label in the newest message that lists it."""
        number, button = self.button(label)
        return self.signs[number][button.data]

    def listed(self, data: str, message: int | None) -> tuple[int, str] | None:
        """The message, the newest unless it is said, that lists a choice which carries this, and its sign there."""
        for number, signs in reversed(self.signs.items()):
            if data in signs and number in self.messages and message in (None, number):
                return number, signs[data]
        return None

    def note(self, number: int, signs: Mapping[str, str]) -> None:
        """What the signs in a message stand for: it looks as if it had buttons, to be looked at like everywhere."""
        shown = self.messages.get(number)
        self.signs.pop(number, None)
        if shown is not None:
            self.signs[number] = signs
            self.messages[number] = unlisted(shown, {sign: data for data, sign in signs.items()})

    def has(self, data: str) -> bool:
        """Whether a button that carries this is on the screen."""
        return any(b.data == data for shown in self.messages.values() for row in shown.rows for b in row)

    def texts(self) -> list[str]:
        """What is to be read, message by message; buttons in brackets, files by their id."""
        return [drawn(shown) for shown in self.messages.values()]

    def text(self) -> str:
        """All of it."""
        return "\n---\n".join(self.texts())

    def drawn(self, part: str) -> str:
        """The newest message with this part, as it looks: colours of buttons too, and a lock if it cannot be forwarded."""
        found = next(shown for shown in reversed(self.messages.values()) if part in shown.text)
        rows = [" ".join(map(_look, row)) for row in found.rows]
        return "\n".join(["🔒"] * found.protect + [found.text, *rows])


class Phones:
    """All screens of one messenger, by chat; what the loops know as the messenger."""

    def __init__(self, now: Callable[[], datetime], abilities: Abilities = TELEGRAM_ABILITIES) -> None:
        self.abilities = abilities
        self._now = now
        self.screens: dict[str, Screen] = {}
        self.left: set[str] = set()  # groups and channels
        self._last = 0
        self.copies: dict[str, bytes] = {}  # of files that we made, by their names

    def of(self, chat: str) -> Screen:
        """The screen of a chat."""
        return self.screens.setdefault(chat, Screen())

    def next_id(self) -> int:
        """The id of one more message."""
        self._last += 1
        return self._last

    async def send(self, chat: str, shown: Presentation, patience: int = 1) -> int:
        """A new message."""
        screen, number = self.of(chat), self.next_id()
        if screen.blocked:
            raise Unreachable("blocked")
        if screen.refuses is not None:
            raise screen.refuses
        screen.shows(number, shown)
        screen.came += 1
        screen.characters += len(shown.text)
        screen.unconfirmed.append(number)
        if not shown.silent:
            screen.rang += 1
            screen.sounds.append(self._now())
            if shown.text.startswith("🔴") and any(
                b.data.startswith("accept:") for row in shown.rows for b in row
            ):
                screen.urgent.append(self._now())
        return number

    async def send_copy(
        self, chat: str, shown: Presentation, content: bytes, name: str, patience: int = 1
    ) -> int:
        """The same with a file of ours; its bytes are kept for whoever looks."""
        self.copies[name] = content
        return await self.send(chat, shown, patience)

    async def start_link(self, argument: str) -> str:
        """A link that opens the bot."""
        return f"https://t.me/dabyl_bot?start={argument}"

    async def edit(self, chat: str, message_id: int, shown: Presentation, patience: int = 1) -> None:
        """Another text in place of the old one."""
        screen = self.of(chat)
        messages = screen.messages
        if screen.refuses is not None:
            raise screen.refuses
        if message_id not in messages:
            raise Gone("nothing to edit")
        if messages[message_id].file is not None or messages[message_id].place is not None:
            raise Gone("there is no text in the message to edit")
        if (screen.raw if message_id in screen.signs else messages)[message_id] == shown:
            raise Unchanged("as it was")
        screen.edited += 1
        screen.characters += len(shown.text)
        screen.shows(message_id, shown)

    async def replace(self, chat: str, message_id: int) -> None:
        """A neutral picture in place of a file."""
        shown = self.of(chat).messages.get(message_id)
        if shown is None or shown.file is None or shown.file.kind not in self.abilities.replaceable:
            raise Gone("message can't be edited")
        self.of(chat).messages[message_id] = replace(shown, text="", file=File(FileKind.PHOTO, "neutral"))

    async def delete(self, chat: str, message_ids: Sequence[int]) -> None:
        """Messages go."""
        screen = self.of(chat)
        if not screen.undeletable.isdisjoint(message_ids):
            raise Gone("message can't be deleted")
        for number in message_ids:
            screen.messages.pop(number, None)

    async def offer_menu(self, chat: str, commands: Sequence[tuple[str, str, str]]) -> None:
        """The command menu of a chat."""
        self.of(chat).menu = not commands
        self.of(chat).offered = {name: label for _, name, label in commands}

    async def accept(self, chat: str) -> None:
        """Somebody may read us from now on."""
        self.of(chat).acts.append("accepted")

    async def vanish(self, chat: str, seconds: int) -> None:
        """What is said from now on disappears after so long."""
        self.of(chat).acts.append(f"vanishes after {seconds}")

    async def trust(self, chat: str) -> None:
        """The phone is believed."""
        self.of(chat).acts.append("trusted")
        self.of(chat).refuses = None

    async def leave(self, chat: str) -> None:
        """The bot leaves a group or channel."""
        self.left.add(chat)


LINE = re.compile(r"(?P<sign>\d{1,3}|[A-Z][2-9]?) (?P<label>.+)|(?P<link>.+) (?P<url>https?://\S+)")
BESIDE = re.compile(r" · (?=(?:\d{1,3}|[A-Z][2-9]?) )")


def unlisted(shown: Presentation, signs: Mapping[str, str]) -> Presentation:
    """The message as it would be with buttons: its last lines are what can be chosen."""
    lines, rows = shown.text.split("\n"), list[tuple[Button, ...]]()
    while lines and (row := _row(lines[-1], signs)):
        rows.insert(0, row)
        lines.pop()
    return replace(shown, text="\n".join(lines).strip("\n"), rows=tuple(rows)) if rows else shown


def _row(line: str, signs: Mapping[str, str]) -> tuple[Button, ...] | None:
    found = [LINE.fullmatch(part) for part in BESIDE.split(line)]
    row = [_button(one, signs) for one in found if one is not None]
    return tuple(one for one in row if one is not None) if all(found) and all(row) else None


def _button(found: re.Match[str], signs: Mapping[str, str]) -> Button | None:
    if found["sign"] is None:
        return Button(found["link"], url=found["url"])
    return Button(found["label"], signs[found["sign"]]) if found["sign"] in signs else None


def _look(button: Button) -> str:
    return f"[{button.label}{f' | {button.style}' if button.style else ''}]"


def drawn(shown: Presentation) -> str:
    """A message as it is to be read."""
    file = [f"(file {shown.file.file_id})"] if shown.file is not None else []
    rows = [" ".join(f"[{button.label}]" for button in row) for row in shown.rows]
    pin = [f"(pin {shown.place[0]}, {shown.place[1]})"] if shown.place is not None else []
    return "\n".join([*file, *pin, shown.text, *rows])
