"""The border: all that the loops know of a messenger, what it can do, and how it may deliver updates by itself. What can go
wrong there is named in bot.messengers.errors.
"""

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from msgspec import Struct

from core.abilities import Abilities
from core.incoming import FileKind, Incoming
from core.presentation import Presentation

TELEGRAM_ABILITIES = Abilities(
    text=4096,  # characters; it counts UTF-16 code units at most, and counting them is the safe side
    caption=1024,
    press=64,
    file=20 * 1024 * 1024,
    sends=50 * 1024 * 1024,
    deletable=timedelta(hours=48),
    # Of voice messages, round videos and stickers nothing but a caption can be edited.
    replaceable=frozenset(
        {FileKind.PHOTO, FileKind.VIDEO, FileKind.ANIMATION, FileKind.AUDIO, FileKind.DOCUMENT}
    ),
    presses_kept=timedelta(seconds=150),
)

SIGNAL_ABILITIES = Abilities(
    text=2000,  # a longer one travels as a file, which phones show as text
    caption=2000,
    press=64,  # nothing is pressed there: a number stands for what a button carries
    file=100 * 1024 * 1024,
    sends=100 * 1024 * 1024,
    deletable=timedelta(hours=24),  # by hearsay: signal-cli's documents do not say it
    replaceable=frozenset(),
    presses_kept=timedelta(days=30),  # an answer is a message, and Signal keeps messages for who is not there
    buttons=False,
    sealed=True,
    receipts=True,
    requests=True,
    deletes_theirs=False,
    counted=False,  # a message is known by the millisecond in which it was sent
)


class Delivery(Struct, frozen=True):
    """What it says of its deliveries: to where, how many updates wait, and the last failure (UTC)."""

    url: str
    pending: int
    error: str = ""
    failed_at: datetime | None = None


class Deliveries(Protocol):
    """Those of one messenger. ``header``: of a request, in which the secret is shown."""

    header: str

    async def set(self, url: str, secret: str) -> None:
        """Have updates brought there; ``secret`` is shown with each."""
        ...

    async def look(self) -> Delivery:
        """The state of deliveries, as the messenger tells it."""
        ...

    def read(self, body: bytes) -> tuple[int, bytes]:
        """The id of an update that was brought, and it as polling would have given it, so that what comes in both ways is
        known to be the same. Raises Unreadable.
        """
        ...


class Messenger(Protocol):
    """Fetches raw updates and tells what they mean; sends, changes and deletes messages. It remembers nothing."""

    name: str  # as addresses and the inbox have it
    abilities: Abilities

    async def prepare(self, commands: Sequence[tuple[str, str, str]]) -> None:
        """At a start: what everybody is offered, as (language or empty, name, meaning), and how we look there."""
        ...

    async def fetch(self, offset: int | None, timeout: int = ...) -> list[tuple[int, bytes]]:
        """Raw updates with their ids, oldest first; asking with an offset confirms all before it. ``timeout``: seconds for
        which it waits for one.
        """
        ...

    def parse(self, raw: bytes) -> Incoming:
        """What an update means. Raises Unreadable."""
        ...

    def kind_of(self, raw: bytes) -> str:
        """The name of an update's kind, for the operator; never content."""
        ...

    def tap_id(self, raw: bytes) -> str | None:
        """The id of the press that an update is; None for everything else."""
        ...

    async def answer(self, tap_id: str) -> None:
        """Stop the waiting sign on a pressed button."""
        ...

    async def send(self, chat: str, shown: Presentation, patience: int = 1) -> int:
        """Send one message; its id. ``patience``: how many times as long as usual an answer is waited for."""
        ...

    async def send_copy(
        self, chat: str, shown: Presentation, content: bytes, name: str, patience: int = 1
    ) -> int:
        """The same with these bytes, under this name, in place of the file that the messenger keeps."""
        ...

    async def start_link(self, argument: str) -> str:
        """A link that opens the bot and makes the person who follows it say ``/start argument``."""
        ...

    def download(self, file_id: str) -> AsyncGenerator[bytes, None]:
        """The bytes of a file that somebody sent, in pieces. Raises NoFile or TooBig; RetryLater also half-way."""
        ...

    async def discard(self, file_id: str) -> None:
        """Nobody will ask for this file again: what lies of it on a disk of this machine goes. Raises OSError."""
        ...

    async def edit(self, chat: str, message_id: int, shown: Presentation, patience: int = 1) -> None:
        """Change a message of ours; ``patience`` as in :meth:`send`."""
        ...

    async def replace(self, chat: str, message_id: int) -> None:
        """A neutral picture in place of a file of ours, of a kind that is replaceable."""
        ...

    async def delete(self, chat: str, message_ids: Sequence[int]) -> None:
        """Delete messages, ours or the person's."""
        ...

    async def offer_menu(self, chat: str, commands: Sequence[tuple[str, str, str]]) -> None:
        """The command menu of one private chat: these, as :meth:`prepare` takes them; without any, as everybody has it."""
        ...

    async def leave(self, chat: str) -> None:
        """Leave a group or channel."""
        ...

    async def accept(self, chat: str) -> None:
        """Answer the request of somebody who writes for the first time, where abilities say that there are any."""
        ...

    async def vanish(self, chat: str, seconds: int) -> None:
        """What is said from now on disappears on both sides after so long; 0: it stays."""
        ...

    async def trust(self, chat: str) -> None:
        """Believe that the phone that answers now is this person's."""
        ...

    async def alive(self) -> bool:
        """Whether the program that stands between us and it on this machine answers, if there is one."""
        ...

    async def unfetched(self) -> int:
        """How many updates wait there for us."""
        ...
