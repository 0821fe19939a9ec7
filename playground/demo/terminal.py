"""What the terminal shows: scenes, and each phone's side of them, on 80 columns.

Long messages are shortened and say so; digests never are. rich leaves the colours out where there is no terminal.
"""

import textwrap
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from rich.console import Console
from rich.text import Text

from playground.bubbles import ChatMessage

WIDTH = 80
LINES = 16  # of a message
BUTTONS = 6  # of a keyboard
LABEL = 24  # characters of a button
INDENT = "      "


def console() -> Console:
    """Standard output, never wider than 80 columns."""
    made = Console(highlight=False, emoji=False, markup=False)
    made.width = min(made.width, WIDTH) if made.is_terminal else WIDTH
    return made


class News(Struct, frozen=True):
    """A message that a phone shows now, and how it looked before, if it was there."""

    message: ChatMessage
    before: ChatMessage | None = None

    def fresh(self) -> tuple[list[str], list[str]]:
        """The lines and the buttons to tell of."""
        lines, labels = self.message.text.splitlines(), _labels(self.message)
        if self.before is None:
            return lines, labels
        known = self.before.text.splitlines()
        same = labels == _labels(self.before)
        return [line for line in lines if line not in known] or ["(the same card)"], [] if same else labels


class Telling:
    """The narrator. Remembers what each phone showed, so that only news is told."""

    def __init__(self, out: Console, zone: ZoneInfo) -> None:
        self.out = out
        self._zone = zone
        self._shown: dict[int, dict[int, ChatMessage]] = {}

    def title(self, title: str, lines: Iterable[str]) -> None:
        """The first lines."""
        self.out.print(Text(title, style="bold"))
        for line in lines:
            self.out.print(Text(line, style="dim"))

    def doing(self, what: str) -> None:
        """What takes a while before the first scene."""
        self._paragraph(what, "dim")

    def scene(self, at: datetime, says: str) -> None:
        """What happens now."""
        self.out.print()
        self.out.print(
            Text(f"── {at.astimezone(self._zone):%a %d %b %Y, %H:%M} ".ljust(self._width, "─"), "cyan")
        )
        self._paragraph(says, "bold")

    def published(self, row: str, lines: Iterable[str]) -> None:
        """What the statement says of a row."""
        for line in lines:
            self._paragraph(f"{row}: {line}", "dim", indent="  ")

    def act(self, who: str, does: str) -> None:
        """What somebody does with their phone."""
        self._paragraph(f"{who} {does}", "green", indent="  ▸ ")

    def asked(self, question: str, answer: str) -> None:
        """One of the questions after the alert, in one line."""
        line = f"{question}  ▸ {answer}"
        self.out.print(Text(INDENT + _cut(line, self._width - len(INDENT))))

    def phone(self, who: str, news: Iterable[News], lines: int = LINES) -> None:
        """What is new on a phone; of what only changed, the changes."""
        self._paragraph(f"{who} sees", "yellow", indent="  ◂ ")
        for change in news:
            self.message(change, lines)

    def message(self, news: News, lines: int = LINES) -> None:
        """One message, shortened, with its buttons."""
        text, labels = news.fresh()
        shown = [piece for line in text if line.strip() for piece in self._wrapped(line)]
        if len(shown) > lines:
            shown = [*shown[:lines], "…"]
        for line in shown:
            self.out.print(Text(INDENT + line))
        if labels:
            self.out.print(Text(INDENT + _buttons(labels, self._width - len(INDENT)), "magenta"))

    def whole(self, who: str, message: ChatMessage) -> None:
        """A message that is not shortened."""
        self._paragraph(who, "yellow", indent="  ◂ ")
        for line in message.text.splitlines():
            for piece in self._wrapped(line) or [""]:
                self.out.print(Text(f"{INDENT}{piece}".rstrip()))

    def news(self, chat: int, messages: Iterable[ChatMessage]) -> list[News]:
        """What of these messages of the bot was not there, or looked otherwise, when this was last asked."""
        known = self._shown.setdefault(chat, {})
        fresh = []
        for message in messages:
            before = known.get(message.id)
            if message.from_bot and (before is None or _looks(before) != _looks(message)):
                known[message.id] = message
                fresh.append(News(message, before))
        return fresh

    def _wrapped(self, line: str) -> list[str]:
        return textwrap.wrap(line, self._width - len(INDENT))

    @property
    def _width(self) -> int:
        return self.out.width

    def _paragraph(self, text: str, style: str, indent: str = "") -> None:
        hanging = " " * len(indent)
        for line in textwrap.wrap(text, self._width, initial_indent=indent, subsequent_indent=hanging):
            self.out.print(Text(line, style))


def _labels(message: ChatMessage) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def _looks(message: ChatMessage) -> tuple[str, list[str]]:
    return message.text, _labels(message)


def _buttons(labels: list[str], width: int) -> str:
    """As many as fit, then how many more there are."""
    line = ""
    for number, label in enumerate(labels):
        more = f" +{len(labels) - number}"
        piece = f"[{_cut(label, LABEL)}] "
        if number == BUTTONS or len(line) + len(piece) + len(more) > width:
            return line + more.strip()
        line += piece
    return line.rstrip()


def _cut(text: str, width: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
