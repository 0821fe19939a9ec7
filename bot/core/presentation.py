"""What a person is shown, before any messenger draws it. Text is plain: nothing in it is ever interpreted."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.incoming import File


class Style(StrEnum):
    """A button's colour where the messenger has one (the Bot API's names)."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """``data`` is at most 64 bytes: ``form/question:value`` or ``action:id``; ``url`` and ``data`` exclude each other."""

    label: str
    data: str = ""
    style: Style = Style.PLAIN
    url: str = ""


class Request(StrEnum):
    """A reply keyboard with one button that shares something from the phone, or takes such a keyboard away."""

    LOCATION = "location"
    CONTACT = "contact"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Presentation:
    """One message. ``request_label`` is the text on the request button. ``protect``: cannot be forwarded or saved."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = field(default=())
    request: Request | None = None
    request_label: str = ""
    protect: bool = False
    silent: bool = False
    file: File | None = None
