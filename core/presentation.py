"""What a person is shown, before any messenger draws it. Text is plain: nothing in it is ever interpreted."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from core.incoming import File, FileKind


class Style(StrEnum):
    """A button's colour where the messenger has one (the Bot API's names)."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


class Button(Struct, frozen=True):
    """``data`` is short: ``form/question:value`` or ``action:id``; ``url`` and ``data`` exclude each other."""

    label: str
    data: str = ""
    style: Style = Style.PLAIN
    url: str = ""


ButtonRows = tuple[tuple[Button, ...], ...]


def in_button_rows(buttons: Iterable[Button], across: int = 2) -> ButtonRows:
    """So many side by side."""
    every = tuple(buttons)
    return tuple(every[at : at + across] for at in range(0, len(every), across))


class Request(StrEnum):
    """A reply keyboard with one button that shares something from the phone, or takes such a keyboard away."""

    LOCATION = "location"
    CONTACT = "contact"
    REMOVE = "remove"


class Presentation(Struct, frozen=True):
    """One message. ``request_label`` is the text on the request button. ``protect``: cannot be forwarded or saved.

    ``place``: degrees (WGS 84) that the messenger draws on a map of its own, in the place of a text.
    ``answers``: the message of this chat that it answers, where the messenger can show that; it is sent if that one is gone.
    """

    text: str
    rows: ButtonRows = field(default=())
    request: Request | None = None
    request_label: str = ""
    protect: bool = False
    silent: bool = False
    file: File | None = None
    place: tuple[float, float] | None = None
    answers: int | None = None


def presentation_to_data(shown: Presentation) -> dict[str, Any]:
    """The presentation as JSON data, defaults left out."""
    data: dict[str, Any] = {"text": shown.text}
    if shown.rows:
        data["rows"] = [[[b.label, b.data, b.style.value, b.url] for b in row] for row in shown.rows]
    if shown.request is not None:
        data["request"] = [shown.request.value, shown.request_label]
    if shown.protect:
        data["protect"] = True
    if shown.silent:
        data["silent"] = True
    if shown.file is not None:
        data["file"] = [shown.file.kind.value, shown.file.file_id, shown.file.duration]
    if shown.place is not None:
        data["place"] = list(shown.place)
    if shown.answers is not None:
        data["answers"] = shown.answers
    return data


def presentation_from_data(data: dict[str, Any]) -> Presentation:
    """The presentation that :func:`to_data` wrote."""
    request, label = data.get("request", (None, ""))
    file = data.get("file")
    return Presentation(
        data["text"],
        tuple(tuple(Button(b[0], b[1], Style(b[2]), b[3]) for b in row) for row in data.get("rows", ())),
        Request(request) if request else None,
        label,
        data.get("protect", False),
        data.get("silent", False),
        File(FileKind(file[0]), file[1], duration=file[2] if len(file) > 2 else None) if file else None,
        (data["place"][0], data["place"][1]) if "place" in data else None,
        data.get("answers"),
    )


def split_text(text: str, limit: int) -> list[str]:
    """The text in pieces of at most ``limit`` UTF-16 code units, cut at line ends where there are any."""
    pieces: list[str] = []
    current, room = "", limit
    for line in text.splitlines(keepends=True):
        for part in _parts_of_line(line, limit):
            size = utf16_length(part)
            if size > room and current:
                pieces.append(current.rstrip("\n"))
                current, room = "", limit
            current, room = current + part, room - size
    if current.strip() or not pieces:
        pieces.append(current.rstrip("\n"))
    return pieces


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _parts_of_line(line: str, limit: int) -> list[str]:
    step = limit // 2  # a character is at most two units
    return [line] if utf16_length(line) <= limit else [line[i : i + step] for i in range(0, len(line), step)]
