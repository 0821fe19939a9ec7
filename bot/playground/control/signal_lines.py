"""A message of Signal's as phones draw it: the JSON that Telegram's have, and what only Signal knows beside it."""

import base64
from datetime import timedelta
from urllib.parse import unquote

from bot.playground.messenger import Json
from bot.playground.signal_cli.people import Bubble, Person, Signal

KINDS = {"image": "photo", "audio": "voice", "video": "video"}


class Contents:
    """Files by the ids that phones ask for: a person's own, or one that we sent, which came as data."""

    def __init__(self, signal: Signal) -> None:
        self._signal = signal
        self._ours: dict[str, tuple[bytes, str, str]] = {}  # bytes, kind, name

    def file(self, id: str) -> tuple[bytes, str] | None:
        """The bytes and their kind."""
        if id in self._ours:
            return self._ours[id][:2]
        content = self._signal.files.get(id)
        return (content, _mime(id)) if content is not None else None

    def shown(self, person: Person, bubble: Bubble) -> Json:
        """What the first file of a message adds to it."""
        if not bubble.files:
            return {}
        id, name = bubble.files[0], ""
        if id.startswith("data:"):
            id, name = self._keep(f"{person.handle}-{bubble.number}", id)
        content, mime = self.file(id) or (b"", "")
        kind = KINDS.get(mime.partition("/")[0], "document")
        about: Json = {"file_id": id, "file_size": len(content)}
        if kind == "photo":
            return {"photo": [about]}
        return {kind: {**about, "duration": 0, **({"file_name": name} if name else {})}}

    def _keep(self, id: str, uri: str) -> tuple[str, str]:
        if id not in self._ours:
            head, _, data = uri.partition(",")
            mime, *options = head.removeprefix("data:").split(";")
            name = next((one[9:] for one in options if one.startswith("filename=")), "")
            self._ours[id] = (base64.b64decode(data), mime, unquote(name))
        return id, self._ours[id][2]


def _mime(id: str) -> str:
    """By the end of an id, as the daemon gives it."""
    end = id.rpartition(".")[2]
    sort = {"jpeg": "image", "png": "image", "webp": "image", "gif": "image", "mp4": "video"}.get(end)
    return (
        f"{sort}/{end}"
        if sort
        else f"audio/{end}"
        if end in ("aac", "ogg", "mpeg")
        else "application/octet-stream"
    )


def line_of(signal: Signal, person: Person, bubble: Bubble, place: int, bot: int, contents: Contents) -> Json:
    """The line of the control API. Its time is what the sender's clock says; what has disappeared is ``vanished``."""
    vanished = bool(bubble.lasts) and signal.clock.now() >= bubble.at + timedelta(seconds=bubble.lasts)
    message: Json = {"message_id": place, "timestamp": bubble.number, "date": bubble.number // 1000}
    if bubble.text:
        message["text"] = bubble.text
    if bubble.history:
        message["edit_date"] = message["date"]
    if (quoted := person.bubbles.get(bubble.quote or 0)) is not None:
        message["reply_to_message"] = {
            "from": {"id": bot if quoted.from_bot else person.handle},
            "text": quoted.text,
        }
    return {
        "id": place,
        "sender": bot if bubble.from_bot else person.handle,
        "deleted": bubble.deleted or vanished,
        "vanished": vanished,
        "silent": not bubble.urgent,
        "keyboard": None,
        "hidden": [],
        "reaction": bubble.reaction,
        "read": bubble.read,
        "history": list(bubble.history),
        "message": {**message, **contents.shown(person, bubble)},
    }
