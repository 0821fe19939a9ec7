"""One message as a phone shows it, read from what the control API tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from playground.files import KINDS

Json = dict[str, Any]


class Button(Struct, frozen=True):
    """An inline button (``data`` or ``url``) or one of a reply keyboard (``request``: location, contact or "")."""

    label: str
    data: str = ""
    url: str = ""
    style: str = ""
    request: str = ""


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One bubble. ``keyboard`` is a reply keyboard that came with it, () if it takes one away, None if neither."""

    id: int
    from_bot: bool
    sender: int
    text: str  # text or caption
    date: datetime
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[Button, ...], ...] | None = None
    edited: bool = False
    deleted: bool = False
    silent: bool = False
    file: Json | None = None  # with "kind"
    raw: Json = field(default_factory=dict, repr=False)  # Telegram's JSON


def find_button(rows: tuple[tuple[Button, ...], ...], wanted: str) -> Button | None:
    """The button whose label or data is this, or else the first whose label contains it."""
    buttons = [button for row in rows for button in row]
    exact = [button for button in buttons if wanted in (button.label, button.data)]
    return next(iter(exact or [button for button in buttons if wanted in button.label]), None)


def button_to_press(shown: Sequence[ChatMessage], wanted: str) -> tuple[ChatMessage, Button] | None:
    """What somebody who looks for this label (or data) presses: an inline button, in the newest message that has one."""
    for message in reversed(shown):
        button = find_button(message.buttons, wanted)
        if button is not None and button.data:
            return message, button
    return None


CHOICE = re.compile(
    r"(\d{1,3}|[A-Z]\d?) (.+)"
)  # what is typed where nothing is pressed, and what it stands for


def choice_to_type(shown: Sequence[ChatMessage], wanted: str) -> str | None:
    """What somebody types who looks for this choice, in the newest message of the bot that offers one with these words."""
    for message in reversed(shown):
        lines = message.text.splitlines() if message.from_bot else ()
        for part in (part for line in lines for part in line.split(" · ")):
            found = CHOICE.fullmatch(part.strip())
            if found and wanted in found[2]:
                return found[1]
    return None


def read_bubble(line: Json, bot_id: int) -> ChatMessage:
    """The bubble in a line of the control API's answer."""
    shown = line["message"]
    inline = shown.get("reply_markup", {}).get("inline_keyboard", [])
    markup = line["keyboard"]
    return ChatMessage(
        id=line["id"],
        from_bot=line["sender"] == bot_id,
        sender=line["sender"],
        text=shown.get("text", shown.get("caption", "")),
        date=datetime.fromtimestamp(shown["date"], UTC),
        buttons=tuple(tuple(map(_button, row)) for row in inline),
        keyboard=None
        if markup is None
        else tuple(tuple(map(_button, row)) for row in markup.get("keyboard", [])),
        edited="edit_date" in shown,
        deleted=line["deleted"],
        silent=line["silent"],
        file=_file(shown),
        raw=shown,
    )


def _button(button: Json | str) -> Button:
    if isinstance(button, str):
        return Button(button)
    request = next((kind for kind in ("location", "contact") if button.get(f"request_{kind}")), "")
    return Button(
        button["text"],
        button.get("callback_data", ""),
        button.get("url", ""),
        button.get("style", ""),
        request,
    )


def _file(shown: Json) -> Json | None:
    for kind in ("animation", *KINDS):
        if kind in shown:
            body = shown[kind][-1] if isinstance(shown[kind], list) else shown[kind]
            return {"kind": kind, **body}
    return None
