"""Who and what exists on the playground: people, chats, messages, files. It only remembers; rules live elsewhere.

Messages are kept as the JSON that Telegram would show. A change makes new JSON, so what the log holds stays true.

A ``Messenger`` is what the control API and the page's feed know of a messenger: who has a phone there, what it shows, what
people do with it. A message's JSON is what phones draw, no matter which messenger wrote it.
"""

from collections import OrderedDict
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Any, Protocol

from msgspec import Struct, field

from bot.clock.clock import Clock
from playground.files import Files
from playground.journal import Pulse
from playground.limits import Gate
from playground.updates import Updates

Json = dict[str, Any]


class Messenger(Protocol):
    """``changed`` beats when a phone may look otherwise."""

    name: str
    changed: Pulse

    @property
    def version(self) -> int:
        """Grows with every change of what a phone shows, or of the person who has it."""
        ...

    def has(self, id: int) -> bool:
        """Whether a person or a chat is there."""
        ...

    def people(self) -> list[Json]:
        """Everybody with a phone."""
        ...

    def chats(self) -> list[Json]:
        """Every chat that there is."""
        ...

    def lines(self, chat: int, after: int, viewer: int = 0) -> list[Json]:
        """The messages that have changed since a version, the oldest change first, as this person's phone has them."""
        ...

    def notices(self, person: int) -> list[Json]:
        """What a phone has shown for a moment, oldest first."""
        ...

    def waiting(self) -> list[list[int]]:
        """Chat and message id of what people sent and the bot has not got."""
        ...

    def add(self, about: Json) -> Json:
        """Somebody new. Raises TypeError for what nobody has there."""
        ...

    def act(self, person: int, name: str, body: Json) -> Json:
        """What somebody does with their phone. Raises KeyError for what is no act, ControlError if it cannot be."""
        ...

    def file(self, id: str) -> tuple[bytes, str] | None:
        """The bytes and the kind of a file that a message has."""
        ...


class Person(Struct):
    """Somebody with a phone. ``offline`` holds what they did without network, until the phone is back."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    phone: str = ""
    blocked: bool = False
    offline: list[tuple[str, Json]] | None = None
    notices: list[Json] = field(default_factory=list)  # what answers to taps showed

    def user(self) -> Json:
        """The Bot API's User."""
        shown = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {name: value for name, value in shown.items() if value != ""}


class Message(Struct):
    """``shown`` is Telegram's JSON; ``deleted`` is for everybody, ``hidden`` for these people only."""

    id: int
    chat: "Chat"
    sender: int
    at: datetime
    shown: Json
    keyboard: Json | None = None  # a reply keyboard (or its removal) that came with it
    silent: bool = False
    deleted: bool = False
    hidden: set[int] = field(default_factory=set)
    version: int = 0


class Chat(Struct):
    """``bot`` is the bot's status: member, administrator, left, kicked. ``messages``: last changed, last placed."""

    id: int
    type: str  # private, group, supergroup, channel
    shown: Json
    bot: str = "member"
    members: set[int] = field(default_factory=set)
    person: Person | None = None  # of a private chat
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    forbids: frozenset[str] = frozenset()  # kinds of files, or "text", that may not be sent there
    action: tuple[str, datetime] | None = None  # "typing" and until when
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def private(self) -> bool:
        """Whether it is a person alone with the bot."""
        return self.person is not None


class World:
    """Everything the server knows. ``changed`` beats whenever something that a phone shows has changed."""

    def __init__(self, clock: Clock, bot: Json, updates: Updates, gate: Gate) -> None:
        self.clock = clock
        self.bot = bot
        self.updates = updates
        self.gate = gate
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.by_username: dict[str, Chat] = {}
        self.files = Files()
        self.queries: OrderedDict[str, tuple[int, datetime]] = (
            OrderedDict()
        )  # open taps: whose, and until when an answer is taken
        self.profile: dict[tuple[str, str, str], Any] = {}  # (what, scope, language)
        self.changed = Pulse()
        self._numbers = count(1)  # private chats and basic groups share one numbering, as on Telegram
        self._ids = count(100_001)

    def add_person(self, **about: Any) -> Person:
        """A new person; ``id`` may be given."""
        about["id"] = int(about.get("id") or next(self._ids))
        person = Person(**about)
        self.people[person.id] = person
        self.changed.beat()
        return person

    def private_chat(self, person: Person) -> Chat:
        """The chat of the person with the bot. It exists from the first message or start on."""
        chat = self.chats.get(person.id)
        if chat is None:
            shown = {
                key: value for key, value in person.user().items() if key not in ("is_bot", "language_code")
            }
            chat = Chat(person.id, "private", {**shown, "type": "private"}, person=person)
            chat.numbers = self._numbers
            self.chats[chat.id] = chat
        return chat

    def add_chat(self, kind: str, title: str, *, username: str = "", bot: str = "left", id: int = 0) -> Chat:
        """A new group, supergroup or channel. Ids look as Telegram's do."""
        number = next(self._ids)
        chat_id = id or (-number if kind == "group" else -1_000_000_000_000 - number)
        shown: Json = {"id": chat_id, "type": kind, "title": title}
        if username:
            shown["username"] = username
        chat = Chat(chat_id, kind, shown, bot=bot)
        if kind == "group":
            chat.numbers = self._numbers
        self.chats[chat_id] = chat
        if username:
            self.by_username[username.lower()] = chat
        self.changed.beat()
        return chat

    def post(self, chat: Chat, sender: Person | None, content: Json) -> Message:
        """Put a message into a chat; ``sender`` None is the bot."""
        now = self.clock.now()
        number = next(chat.numbers)
        author: Json
        if chat.type == "channel":
            author = {"sender_chat": chat.shown}
        else:
            author = {"from": self.bot if sender is None else sender.user()}
        shown = {"message_id": number, **author, "chat": chat.shown, "date": int(now.timestamp()), **content}
        message = Message(number, chat, self.bot["id"] if sender is None else sender.id, now, shown)
        message.version = self.changed.beat()
        chat.messages[number] = message
        return message

    def touch(self, message: Message) -> None:
        """The message changed: phones that ask what is new get it again."""
        message.version = self.changed.beat()
        message.chat.messages[message.id] = message.chat.messages.pop(message.id)

    def delete(self, message: Message) -> None:
        """Delete the message for everybody."""
        message.deleted = True
        self.touch(message)

    def notify_member(self, chat: Chat, actor: Json, old: str, new: str) -> None:
        """The ``my_chat_member`` update: what the bot is in this chat has changed."""
        self.updates.add(
            "my_chat_member",
            {
                "chat": chat.shown,
                "from": actor,
                "date": int(self.clock.now().timestamp()),
                "old_chat_member": member(self.bot, old),
                "new_chat_member": member(self.bot, new),
            },
        )
        self.changed.beat()


RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_post_messages",
    "can_edit_messages",
    "can_pin_messages",
    "can_send_welcome_messages",
]


def member(user: Json, status: str) -> Json:
    """The Bot API's ChatMember. In a private chat ``kicked`` is a block."""
    if status == "administrator":
        rights = dict.fromkeys(RIGHTS, True)
        return {"user": user, "status": status, "can_be_edited": False, "is_anonymous": False, **rights}
    if status == "kicked":
        return {"user": user, "status": status, "until_date": 0}
    if status == "creator":
        return {"user": user, "status": status, "is_anonymous": False}
    return {"user": user, "status": status}


def show_person(person: Person) -> Json:
    """A person with what only the playground knows."""
    return {
        **person.user(),
        "phone": person.phone,
        "blocked": person.blocked,
        "offline": person.offline is not None,
        "messenger": "telegram",
        "buttons": True,
    }


def show_chat(chat: Chat) -> Json:
    """A chat with what only the playground knows."""
    return {
        **chat.shown,
        "bot": chat.bot,
        "members": sorted(chat.members),
        "migrated_to": chat.migrated_to,
        "pinned": chat.pinned,
    }


def show_message(message: Message, viewer: int) -> Json:
    """A message with its history, as this person's phone has it (0: nobody's)."""
    return {
        "id": message.id,
        "version": message.version,
        "sender": message.sender,
        "deleted": message.deleted or viewer in message.hidden,
        "silent": message.silent,
        "keyboard": message.keyboard,
        "message": message.shown,
    }
