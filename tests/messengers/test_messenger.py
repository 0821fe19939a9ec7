"""The border to messengers: what one can do is its own number, and nobody above it writes that down."""

from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.loops.send_jobs import MARGIN, Job, perform
from bot.messengers.errors import Gone, MessengerError, Rejected, Unchanged
from bot.messengers.messenger import TELEGRAM_ABILITIES
from bot.messengers.telegram.keyboards import inline_keyboard
from core.abilities import least_abilities
from core.incoming import Incoming, IncomingKind
from core.presentation import Button, Presentation
from core.traffic import Lane, Outgoing
from storage.outbox import Waiting

NOW = datetime(2018, 9, 17, 12, tzinfo=UTC)
OTHER = replace(TELEGRAM_ABILITIES, text=2000, deletable=timedelta(hours=24))


class Pigeons:
    """Another messenger; it notes what it is asked, and may fail at one of its acts."""

    name = "pigeons"
    abilities = OTHER

    def __init__(self, broken: MessengerError | None = None) -> None:
        self.broken = broken
        self.asked: list[str] = []

    async def prepare(self, commands: Sequence[tuple[str, str, str]]) -> None:
        self.asked.append("prepare")

    async def fetch(self, offset: int | None, timeout: int = 0) -> list[tuple[int, bytes]]:
        return []

    def parse(self, raw: bytes) -> Incoming:
        return Incoming(self.name, IncomingKind.OTHER, sender="", chat="", chat_type="")

    def kind_of(self, raw: bytes) -> str:
        return "letter"

    def tap_id(self, raw: bytes) -> str | None:
        return None

    async def answer(self, tap_id: str) -> None:
        self.asked.append("answer")

    async def send(self, chat: str, shown: Presentation, patience: int = 1) -> int:
        self.asked.append(f"send {shown.text}")
        return 1

    async def send_copy(
        self, chat: str, shown: Presentation, content: bytes, name: str, patience: int = 1
    ) -> int:
        self.asked.append(f"send_copy {name} {content!r}")
        return 1

    async def start_link(self, argument: str) -> str:
        return f"https://pigeons.example/{argument}"

    async def download(self, file_id: str) -> AsyncGenerator[bytes, None]:
        yield b""

    async def edit(self, chat: str, message_id: int, shown: Presentation, patience: int = 1) -> None:
        self.asked.append(f"edit {message_id}: {shown.text}")
        if self.broken is not None:
            raise self.broken

    async def replace(self, chat: str, message_id: int) -> None:
        self.asked.append(f"replace {message_id}")

    async def delete(self, chat: str, message_ids: Sequence[int]) -> None:
        self.asked.append(f"delete {list(message_ids)}")

    async def offer_menu(self, chat: str, commands: Sequence[tuple[str, str, str]]) -> None:
        self.asked.append(f"menu {len(commands)}")

    async def leave(self, chat: str) -> None:
        self.asked.append("leave")

    async def accept(self, chat: str) -> None:
        self.asked.append("accept")

    async def vanish(self, chat: str, seconds: int) -> None:
        self.asked.append(f"vanish {seconds}")

    async def trust(self, chat: str) -> None:
        self.asked.append("trust")

    async def alive(self) -> bool:
        return True

    async def discard(self, file_id: str) -> None:
        self.asked.append(f"discard {file_id}")

    async def unfetched(self) -> int:
        return 0


def shown_before(age: timedelta) -> Job:
    """A message of ours that is to be taken away."""
    payload = {"message_id": 5, "since": (NOW - age).isoformat()}
    row = Outgoing(1, 2, Lane.REPLY, "take-away", payload, NOW)
    return Job(Waiting("message", 1, Lane.REPLY, 2, None, NOW, True, False, Pigeons.name), "chat", row)


def test_what_is_written_for_everybody_is_what_the_least_able_messenger_can_show() -> None:
    assert least_abilities([TELEGRAM_ABILITIES, OTHER]) == OTHER
    assert least_abilities([replace(OTHER, press=10), TELEGRAM_ABILITIES]) == replace(OTHER, press=10)
    assert least_abilities([TELEGRAM_ABILITIES]) == TELEGRAM_ABILITIES


async def test_a_message_that_can_still_be_deleted_is_deleted() -> None:
    pigeons = Pigeons()
    result = await perform(pigeons, shown_before(OTHER.deletable - MARGIN - timedelta(seconds=1)))
    assert (result.error, pigeons.asked) == (None, ["delete [5]"])


@pytest.mark.parametrize("broken", [None, Gone("gone"), Unchanged("empty already")], ids=repr)
async def test_a_message_that_may_be_too_old_there_to_be_deleted_is_emptied_first(
    broken: MessengerError | None,
) -> None:
    pigeons = Pigeons(broken)
    result = await perform(pigeons, shown_before(OTHER.deletable - MARGIN))
    assert (result.error, pigeons.asked) == (None, ["edit 5: …", "delete [5]"])


def test_a_button_that_carries_too_much_is_refused_with_what_it_carries() -> None:
    longest = "a" * TELEGRAM_ABILITIES.press
    assert inline_keyboard(Presentation("text", ((Button("label", longest),),))) is not None
    with pytest.raises(Rejected, match=f"'{longest}a' is over 64 bytes"):
        inline_keyboard(Presentation("text", ((Button("label", longest + "a"),),)))
