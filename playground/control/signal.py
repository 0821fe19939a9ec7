"""Signal's phones, as the playground drives and draws them. Their messages are the same JSON as Telegram's, plus what only
Signal knows.
"""

import base64
from datetime import timedelta
from urllib.parse import unquote

from msgspec import Struct, field

from playground.bot_api.errors import ControlError
from playground.control.signal_acts import ACTS
from playground.signal_cli.daemon import Daemon
from playground.signal_cli.people import Bubble, SignalNetwork, SignalPerson
from playground.world import Json

KINDS = {"image": "photo", "audio": "voice", "video": "video"}


class Contents:
    """Files by the ids that phones ask for: a person's own, or one that we sent, which came as data."""

    def __init__(self, signal: SignalNetwork) -> None:
        self._signal = signal
        self._ours: dict[str, tuple[bytes, str, str]] = {}  # bytes, kind, name

    def file(self, id: str) -> tuple[bytes, str] | None:
        """The bytes and their kind."""
        if id in self._ours:
            return self._ours[id][:2]
        content = self._signal.files.get(id)
        return (content, _mime(id)) if content is not None else None

    def shown(self, person: SignalPerson, bubble: Bubble) -> Json:
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
            name = next((option[9:] for option in options if option.startswith("filename=")), "")
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


def line_of(
    signal: SignalNetwork, person: SignalPerson, bubble: Bubble, place: int, bot: int, contents: Contents
) -> Json:
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


class SignalLine(Struct):
    """A message by its place on the phone, as it was last looked at."""

    place: int
    version: int = 0
    shown: Json = field(default_factory=dict)


class SignalPhones:
    """See playground.world. Changes are found by looking at all phones, so the code that makes a change need not report it.

    Somebody's id is their handle; the only chat that they have is the one with the bot, which is called the same.
    """

    name = "signal"

    def __init__(self, daemon: Daemon, bot: int) -> None:
        self._daemon = daemon
        self._signal = daemon.signal
        self._bot = bot
        self._contents = Contents(daemon.signal)
        self._lines: dict[int, dict[int, SignalLine]] = {}  # by handle, and a message's number
        self._offline: dict[int, list[tuple[str, Json]]] = {}  # what is done without network
        self._people: list[Json] = []
        self._version = 0
        self.changed = daemon.signal.changed

    @property
    def version(self) -> int:
        self._look()
        return self._version

    def has(self, id: int) -> bool:
        return any(person.handle == id for person in self._signal.people.values())

    def people(self) -> list[Json]:
        return [_person_as_json(person) for person in self._signal.people.values()]

    def chats(self) -> list[Json]:
        return [_chat_as_json(person) for person in self._signal.people.values()]

    def lines(self, chat: int, after: int, viewer: int = 0) -> list[Json]:
        self._look()
        changed = [line for line in self._lines.get(chat, {}).values() if line.version > after]
        changed.sort(key=lambda line: line.version)
        return [{**line.shown, "version": line.version} for line in changed]

    def notices(self, person: int) -> list[Json]:
        return []

    def waiting(self) -> list[list[int]]:
        self._look()
        found = []
        for event in self._signal.undelivered:
            person = self._signal.people.get(event["envelope"]["sourceUuid"])
            line = self._lines[person.handle].get(event["envelope"]["timestamp"]) if person else None
            if person is not None and line is not None:
                found.append([person.handle, line.place])
        return found

    def add(self, about: Json) -> Json:
        person = self._signal.add(
            about["first_name"], number=about.get("phone") or None, language=about.get("language_code", "")
        )
        return _person_as_json(person)

    def act(self, person: int, name: str, body: Json) -> Json:
        who = next(known for known in self._signal.people.values() if known.handle == person)
        if name == "online":
            return self._online(who)
        does = ACTS.get(name)
        if does is None:
            raise ControlError(409, f"nobody can {name} on Signal")
        if not who.online and name not in ("offline", "clock"):
            kept = self._offline.setdefault(person, [])
            kept.append((name, body))
            return {"waiting": len(kept)}
        before = len(who.bubbles)
        done = does(self._signal, who, body, self._find)
        self.changed.beat()
        self._look()
        return done if len(who.bubbles) <= before else {**done, "message_id": self._newest(who)}

    def file(self, id: str) -> tuple[bytes, str] | None:
        return self._contents.file(id)

    def _online(self, who: SignalPerson) -> Json:
        self._signal.gets_network(who)
        waited = self._offline.pop(who.handle, [])
        return {"done": [self.act(who.handle, name, body) for name, body in waited]}

    def _find(self, person: SignalPerson, place: int) -> Bubble:
        """Raises KeyError where nothing is."""
        self._look()
        lines = self._lines[person.handle]
        return next(person.bubbles[number] for number, line in lines.items() if line.place == place)

    def _newest(self, person: SignalPerson) -> int:
        return max(line.place for line in self._lines[person.handle].values())

    def _look(self) -> None:
        people = self.people()
        self._version += people != self._people
        self._people = people
        for person in self._signal.people.values():
            lines = self._lines.setdefault(person.handle, {})
            for number, bubble in list(person.bubbles.items()):
                line = lines.setdefault(number, SignalLine(len(lines) + 1))
                shown = line_of(self._signal, person, bubble, line.place, self._bot, self._contents)
                self._keep(line, shown)
            for number in (
                lines.keys() - person.bubbles.keys()
            ):  # deleted here alone, or the phone is another one
                self._keep(lines[number], {**lines[number].shown, "deleted": True, "vanished": True})

    def _keep(self, line: SignalLine, shown: Json) -> None:
        if line.shown != shown:
            self._version += 1
            line.version, line.shown = self._version, shown


def _person_as_json(person: SignalPerson) -> Json:
    """``buttons``: whether anything can be pressed there."""
    return {
        "id": person.handle,
        "account": person.id,
        "first_name": person.name,
        "language_code": person.language,
        "phone": person.number or "",
        "blocked": person.blocked,
        "offline": not person.online,
        "messenger": SignalPhones.name,
        "buttons": False,
        "tells_reading": person.receipts,
        "wrote": person.wrote,
        "accepted": person.accepted,
        "registered": person.registered,
        "trusted": person.key == person.trusted,
        "wrong_clock": bool(person.skew),
        "disappearing": person.disappearing,
    }


def _chat_as_json(person: SignalPerson) -> Json:
    about: Json = {"bot": "member", "members": [], "migrated_to": None, "pinned": [], "action": None}
    return {"id": person.handle, "type": "private", "first_name": person.name, **about}
