"""One thing that reached us from a messenger, in words of our own.

A messenger's adapter makes it from the raw update; handlers read it and never see the messenger's own types.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class IncomingKind(StrEnum):
    """What sort of thing came in."""

    MESSAGE = "message"
    EDITED = "edited"  # an earlier message of the person, corrected by them
    TAP = "tap"  # a press on an inline button
    MEMBERSHIP = "membership"  # the bot was blocked, unblocked, added to a chat or removed from it
    MIGRATED = "migrated"  # a group got a new chat id
    REACTION = "reaction"  # a sign on a message, or (without one) that it was taken away
    RECEIPT = "receipt"  # messages of ours reached the phone, or were read
    CALL = "call"  # the person rings us, which nobody can answer here
    ILLEGIBLE = "illegible"  # something that the messenger could not decrypt: nobody knows what it said
    OTHER = "other"  # understood by nobody: kept, and nothing follows


class FileKind(StrEnum):
    """The Bot API's names for what a message can carry; each has its own send method."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"
    ANIMATION = "animation"


class File(Struct, frozen=True):
    """A file that the messenger keeps for us. ``size`` in bytes, ``duration`` in seconds; both may be unknown. ``name`` is
    what its sender called it.
    """

    kind: FileKind
    file_id: str
    mime: str | None = None
    size: int | None = None
    duration: int | None = None
    name: str = ""


class Location(Struct, frozen=True):
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


class SharedContact(Struct, frozen=True):
    """A contact card. ``user_id`` says whose account it is, if the messenger knows; the phone may be empty."""

    phone: str
    name: str
    user_id: str | None


class Forwarded(Struct, frozen=True):
    """The message was first written by somebody else, at ``at`` (UTC)."""

    at: datetime


class Incoming(Struct, frozen=True):
    """The actor is ``sender``, never ``chat``. Times are UTC. ``sent_at`` is when the messenger's server got it."""

    messenger: str
    kind: IncomingKind
    sender: str
    chat: str
    chat_type: str  # private, group, supergroup, channel
    sent_at: datetime | None = None
    message_id: int | None = None  # of the message; for a tap or a reaction, of the message that it is on
    text: str = ""  # text or caption
    typed: str = ""  # the whole of it, where less is read than was typed; else empty
    data: str = ""  # what the pressed button carried
    tap_id: str | None = None  # to answer the callback query
    language: str | None = None  # the language of the person's app, as the messenger says
    file: File | None = None
    location: Location | None = None
    contact: SharedContact | None = None
    forwarded: Forwarded | None = None
    status: str = (
        ""  # MEMBERSHIP: the bot's new one (member, administrator, left, kicked); RECEIPT: delivered, read;
        # ILLEGIBLE: the class of the error
    )
    title: str = ""  # MEMBERSHIP: how the group or channel is called
    new_chat: str | None = None  # MIGRATED: the new chat id
    answers: int | None = None  # the message that it quotes
    about: tuple[int, ...] = ()  # RECEIPT: the messages

    def as_press(self, data: str, message_id: int | None) -> "Incoming":
        """The same as if the button with ``data`` of that message had been pressed instead."""
        return replace(self, kind=IncomingKind.TAP, data=data, text="", typed="", message_id=message_id)

    @property
    def private(self) -> bool:
        """Whether it came from a chat with the person alone."""
        return self.chat_type == "private"

    @property
    def command(self) -> str | None:
        """The command without slash and bot name (``/case@bot x`` gives ``case``), or None."""
        if self.kind is not IncomingKind.MESSAGE or not self.text.startswith("/"):
            return None
        head = self.text.split(maxsplit=1)[0][1:].split("@", 1)[0].casefold()
        return head or None

    @property
    def argument(self) -> str:
        """What stands after the command."""
        parts = self.text.split(maxsplit=1)
        return parts[1].strip() if len(parts) > 1 else ""
