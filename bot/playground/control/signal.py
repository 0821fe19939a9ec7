"""Signal's phones, as the playground drives and draws them."""

from msgspec import Struct, field

from bot.playground.bot_api.errors import ControlError
from bot.playground.control.signal_acts import ACTS
from bot.playground.control.signal_lines import Contents, line_of
from bot.playground.messenger import Json
from bot.playground.signal_cli.daemon import Daemon
from bot.playground.signal_cli.people import Bubble, Person


class Line(Struct):
    """A message by its place on the phone, as it was last looked at."""

    place: int
    version: int = 0
    shown: Json = field(default_factory=dict)


class Signal:
    """See bot.playground.messenger. What has changed is found by looking at all phones: whoever changed it need not say so.

    Somebody's id is their handle; the only chat that they have is the one with the bot, which is called the same.
    """

    name = "signal"

    def __init__(self, daemon: Daemon, bot: int) -> None:
        self._daemon = daemon
        self._signal = daemon.signal
        self._bot = bot
        self._contents = Contents(daemon.signal)
        self._lines: dict[int, dict[int, Line]] = {}  # by handle, and a message's number
        self._offline: dict[int, list[tuple[str, Json]]] = {}  # what is done without network
        self._people: list[Json] = []
        self._version = 0
        self.changed = daemon.signal.changed

    @property
    def version(self) -> int:
        self._look()
        return self._version

    def has(self, id: int) -> bool:
        return any(one.handle == id for one in self._signal.people.values())

    def people(self) -> list[Json]:
        return [_person(one) for one in self._signal.people.values()]

    def chats(self) -> list[Json]:
        return [_chat(one) for one in self._signal.people.values()]

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
        return _person(person)

    def act(self, person: int, name: str, body: Json) -> Json:
        who = next(one for one in self._signal.people.values() if one.handle == person)
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

    def _online(self, who: Person) -> Json:
        self._signal.gets_network(who)
        waited = self._offline.pop(who.handle, [])
        return {"done": [self.act(who.handle, name, body) for name, body in waited]}

    def _find(self, person: Person, place: int) -> Bubble:
        """Raises KeyError where nothing is."""
        self._look()
        lines = self._lines[person.handle]
        return next(person.bubbles[number] for number, line in lines.items() if line.place == place)

    def _newest(self, person: Person) -> int:
        return max(line.place for line in self._lines[person.handle].values())

    def _look(self) -> None:
        people = self.people()
        self._version += people != self._people
        self._people = people
        for person in self._signal.people.values():
            lines = self._lines.setdefault(person.handle, {})
            for number, bubble in list(person.bubbles.items()):
                line = lines.setdefault(number, Line(len(lines) + 1))
                shown = line_of(self._signal, person, bubble, line.place, self._bot, self._contents)
                self._keep(line, shown)
            for number in (
                lines.keys() - person.bubbles.keys()
            ):  # deleted here alone, or the phone is another one
                self._keep(lines[number], {**lines[number].shown, "deleted": True, "vanished": True})

    def _keep(self, line: Line, shown: Json) -> None:
        if line.shown != shown:
            self._version += 1
            line.version, line.shown = self._version, shown


def _person(one: Person) -> Json:
    """``buttons``: whether anything can be pressed there."""
    return {
        "id": one.handle,
        "account": one.id,
        "first_name": one.name,
        "language_code": one.language,
        "phone": one.number or "",
        "blocked": one.blocked,
        "offline": not one.online,
        "messenger": Signal.name,
        "buttons": False,
        "tells_reading": one.receipts,
        "wrote": one.wrote,
        "accepted": one.accepted,
        "registered": one.registered,
        "trusted": one.key == one.trusted,
        "wrong_clock": bool(one.skew),
        "disappearing": one.disappearing,
    }


def _chat(one: Person) -> Json:
    about: Json = {"bot": "member", "members": [], "migrated_to": None, "pinned": [], "action": None}
    return {"id": one.handle, "type": "private", "first_name": one.name, **about}
