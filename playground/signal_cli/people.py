"""Who is at Signal and what stands on their phones. It only remembers; what the daemon does with it is elsewhere."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from msgspec import Struct, field

from bot.clock.clock import Clock
from playground.journal import Pulse

Json = dict[str, Any]
OURS, OUR_ID = "+77000000000", "00000000-0000-4000-8000-000000000000"
FIRST_HANDLE = 800_001
NOBODY = {"source": None, "sourceNumber": None, "sourceUuid": None, "sourceName": None, "sourceDevice": None}


class Bubble(Struct):
    """A message on a phone. ``history``: what it said before. ``reaction``: the person's own, on a message of ours.

    ``read``: the phone has told that it was read.
    """

    number: int  # the time at which its sender says that it was sent, in milliseconds
    from_bot: bool
    text: str
    at: datetime
    history: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    quote: int | None = None
    reaction: str = ""
    deleted: bool = False
    urgent: bool = True
    read: bool = False
    lasts: int = 0  # seconds until it disappears; 0: it stays


class SignalPerson(Struct):
    """``key`` and ``trusted``: that of their phone, and the one that our account believes. ``waiting``: what is sent to a
    phone without network. ``kept``: what the daemon keeps of a phone whose key it does not believe. ``skew``: how wrong its
    clock is. ``accepted``: whether our account has answered their request.
    ``handle``: what the playground calls their phone. ``blocked``: they see nothing of us, and nobody is told.
    """

    id: str
    name: str
    number: str | None = None  # None: hidden
    registered: bool = True
    key: int = 1
    trusted: int = 1
    wrote: bool = False
    accepted: bool = False
    online: bool = True
    receipts: bool = True
    disappearing: int = 0  # seconds
    skew: timedelta = timedelta()
    handle: int = 0
    language: str = ""  # of the words on their phone; Signal does not tell it
    blocked: bool = False
    bubbles: dict[int, Bubble] = field(default_factory=dict)
    waiting: list[Bubble] = field(default_factory=list)
    kept: list[Json] = field(default_factory=list)

    def texts(self) -> list[str]:
        """What is to be read, oldest first."""
        return [bubble.text for bubble in self.bubbles.values() if not bubble.deleted]


class SignalNetwork:
    """The service behind the daemon: people, envelopes on their way to us, files, and its moods."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.accounts = [OURS]  # that the daemon has
        self.asked_code: set[str] = set()  # numbers that a code was sent to
        self.pin, self.scanned = "", False  # of the account; a phone has read the code that links
        self.people: dict[str, SignalPerson] = {}
        self.files: dict[str, bytes] = {}
        self.folder: Path | None = (
            None  # where the daemon puts what people send, in the clear; None: in memory
        )
        self.undelivered: list[Json] = []  # waits at Signal while nobody listens
        self.changed = Pulse()
        self.strangers_left: int | None = (
            2  # so many who never wrote may be written to, until a person must prove themselves
        )
        self.token = ""  # of the riddle, while one is asked
        self._last = 0

    def add(self, name: str, *, number: str | None = None, id: str = "", language: str = "") -> SignalPerson:
        """Somebody with Signal on their phone."""
        person = SignalPerson(id or str(uuid4()), name, number, language=language)
        person.handle = FIRST_HANDLE + len(self.people)
        self.people[person.id] = person
        self.changed.beat()
        return person

    def find(self, recipient: str) -> SignalPerson | None:
        """By the account's id or a number."""
        found = self.people.get(recipient)
        return found or next((person for person in self.people.values() if person.number == recipient), None)

    def stamp(self, skew: timedelta = timedelta()) -> int:
        """The next time in milliseconds, by a clock that is so wrong; never the same twice."""
        self._last = max(self._last + 1, _milliseconds(self.clock.now()))
        return max(0, self._last + int(skew / timedelta(milliseconds=1)))

    # --- what people do

    def writes(self, person: SignalPerson, text: str, *, quote: int | None = None, **more: Any) -> Bubble:
        """A message to us. ``more``: further members of its ``dataMessage``."""
        number = self.stamp(person.skew)
        bubble = Bubble(number, False, text, self.clock.now(), quote=quote, lasts=person.disappearing)
        bubble.files = [file["id"] for file in more.get("attachments", ())]
        person.bubbles[number] = bubble
        person.wrote = True
        said: Json = {
            "timestamp": number,
            "message": text or None,
            "expiresInSeconds": person.disappearing,
            **more,
        }
        if quote is not None:
            said["quote"] = {"id": quote, "author": OURS, "authorUuid": OUR_ID, "text": "", "attachments": []}
        self.arrives(person, number, dataMessage=said)
        return bubble

    def sends(
        self, person: SignalPerson, content: bytes, mime: str, *, name: str = "", text: str = "", **more: Any
    ) -> Bubble:
        """A file to us."""
        id = f"{uuid4().hex[:20]}.{mime.rpartition('/')[2]}"
        self.files[id] = content
        if self.folder is not None:
            (self.folder / id).write_bytes(content)
        about = {"contentType": mime, "filename": name or None, "id": id, "size": len(content)}
        return self.writes(person, text, attachments=[about], **more)

    def corrects(self, person: SignalPerson, bubble: Bubble, text: str) -> None:
        """An edit of what they wrote."""
        number = self.stamp(person.skew)
        bubble.history.append(bubble.text)
        bubble.text = text
        said = {"timestamp": number, "message": text, "expiresInSeconds": person.disappearing}
        self.arrives(person, number, editMessage={"targetSentTimestamp": bubble.number, "dataMessage": said})

    def reacts(self, person: SignalPerson, number: int, emoji: str, *, remove: bool = False) -> None:
        """A sign on a message of ours, or its removal."""
        if number in person.bubbles:
            person.bubbles[number].reaction = "" if remove else emoji
        mine = {
            "emoji": emoji,
            "targetAuthor": OURS,
            "targetAuthorUuid": OUR_ID,
            "targetSentTimestamp": number,
        }
        at = self.stamp(person.skew)
        self.arrives(
            person,
            at,
            dataMessage={"timestamp": at, "message": None, "reaction": {**mine, "isRemove": remove}},
        )

    def takes_back(self, person: SignalPerson, bubble: Bubble) -> None:
        """They delete what they wrote, on both sides."""
        bubble.deleted = True
        at = self.stamp(person.skew)
        self.arrives(
            person,
            at,
            dataMessage={"timestamp": at, "message": None, "remoteDelete": {"timestamp": bubble.number}},
        )

    def reads(self, person: SignalPerson) -> None:
        """They open the chat: what is there was read, if they tell so."""
        unread = [
            bubble
            for bubble in person.bubbles.values()
            if bubble.from_bot and not (bubble.deleted or bubble.read)
        ]
        if person.receipts and unread:
            for bubble in unread:
                bubble.read = True
            self.receipt(person, [bubble.number for bubble in unread], isRead=True)

    def gets_network(self, person: SignalPerson) -> None:
        """What waited for their phone arrives."""
        person.online = True
        waiting, person.waiting = person.waiting, []
        for bubble in waiting:
            self.shows(person, bubble)

    def reinstalls(self, person: SignalPerson) -> None:
        """Another key; the old messages are gone. What comes from there waits at the daemon until the key is trusted."""
        person.key += 1
        person.bubbles.clear()

    def trusts(self, person: SignalPerson) -> None:
        """Our account believes the key of their phone: what waited comes now."""
        person.trusted = person.key
        kept, person.kept = person.kept, []
        self.undelivered += kept
        self.changed.beat()

    # --- what reaches whom

    def shows(self, person: SignalPerson, bubble: Bubble) -> None:
        """A message of ours on its way to a phone. Of who was not accepted nothing is seen."""
        if person.blocked:
            return
        if not person.online:
            person.waiting.append(bubble)
            return
        if person.accepted:
            person.bubbles[bubble.number] = bubble
        self.receipt(person, [bubble.number], isDelivery=True)
        self.changed.beat()

    def receipt(self, person: SignalPerson, numbers: list[int], **kind: bool) -> None:
        """A phone tells that it has these messages of ours."""
        at = self.stamp(person.skew)
        said = {
            "when": at,
            "isDelivery": False,
            "isRead": False,
            "isViewed": False,
            "timestamps": numbers,
            **kind,
        }
        self.arrives(person, at, receiptMessage=said)

    def arrives(self, person: SignalPerson | None, number: int, **what: Json) -> None:
        """An envelope for us; without anything in it, what phones tell each other by themselves."""
        event = self._event(person, number, **what)
        if person is not None and person.key != person.trusted:
            person.kept.append(event)
            self.undecrypted(person, "UntrustedIdentityException", number)
            return
        self.undelivered.append(event)
        self.changed.beat()

    def undecrypted(self, person: SignalPerson | None, error: str, number: int | None = None) -> None:
        """An envelope that the daemon could not decrypt: its head, and beside it why. None: nobody knows from whom."""
        event = self._event(person, self.stamp() if number is None else number)
        if person is None:
            event["envelope"] |= NOBODY
        else:
            person.wrote = True
        event["exception"] = {"message": None, "type": error}
        self.undelivered.append(event)
        self.changed.beat()

    def _event(self, person: SignalPerson | None, number: int, **what: Json) -> Json:
        server = self.stamp()
        envelope: Json = {
            "source": person.number or person.id if person else OURS,
            "sourceNumber": person.number if person else OURS,
            "sourceUuid": person.id if person else OUR_ID,
            "sourceName": person.name if person else "",
            "sourceDevice": 1,
            "timestamp": number,
            "serverReceivedTimestamp": server,
            "serverDeliveredTimestamp": server,
            **what,
        }
        return {"envelope": envelope, "account": OURS}


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
