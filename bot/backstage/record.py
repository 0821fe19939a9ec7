"""What a recording holds, as data: how it was at the beginning, what was done, and what the phones showed before it."""

from datetime import datetime
from typing import Any

from msgspec import Struct

from bot.playground.bubbles import ChatMessage

Json = dict[str, Any]


class Place(Struct, frozen=True):
    """A line of the roster, without the person. ``cities`` are ids of the gazetteer."""

    role: str
    languages: tuple[str, ...]
    cities: tuple[str, ...]
    on_duty: bool
    phone: str
    escalation: bool


class Somebody(Struct, frozen=True):
    """A phone that was there; ``language`` is that of its app. Members of the roster have pressed start."""

    id: int
    name: str
    language: str
    place: Place | None = None
    messenger: str = "telegram"


class Group(Struct, frozen=True):
    """A group that was there; the bot was not in it."""

    id: int
    title: str
    members: tuple[int, ...]


class Beginning(Struct, frozen=True):
    """How it was when the house was opened. ``channel``: the chat id of the digest's."""

    at: datetime
    organisation: str
    language: str
    channel: int
    people: tuple[Somebody, ...]
    groups: tuple[Group, ...] = ()


class Look(Struct, frozen=True):
    """Taken before something is done, and at the end. ``quiet``: the bot had nothing left to do.

    ``broken``: Telegram was away, or calls were to fail. ``changed``: messages by chat that are new or look otherwise.
    """

    at: datetime
    quiet: bool
    broken: bool
    changed: tuple[tuple[int, ChatMessage], ...] = ()


class Done(Struct, frozen=True):
    """``what`` as the control API has it (``POST /people/17/write``), or ``BOT kill``, ``BOT stop``, ``BOT start``."""

    what: str
    body: Json
    answer: Any


Log = list[Look | Done]
