"""What the phones show while a story is told: how a message is found again, and what is new."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from bot.backstage.story_pieces import codes, pieces
from bot.core.receipt_codes import normalise_code
from bot.playground.bubbles import ChatMessage

Key = tuple[int, int]  # chat and message id


class News(Struct, frozen=True):
    """Something that a chat shows now, or (``gone``) does not show any more."""

    chat: int
    pieces: tuple[str, ...]
    gone: bool = False


class Screens:
    """All chats. ``fresh``: messages of the bot that have changed since the last rest."""

    def __init__(self) -> None:
        self._chats: dict[int, dict[int, ChatMessage]] = {}
        self._before: dict[Key, ChatMessage | None] = {}  # of what changed: as it was when news was last told
        self._labels: dict[Key, dict[str, str]] = {}  # of every button that a message ever had, by its data
        self.fresh: set[Key] = set()

    def change(self, changed: Iterable[tuple[int, ChatMessage]]) -> None:
        """A look at the phones."""
        for chat, message in changed:
            screen = self._chats.setdefault(chat, {})
            self._before.setdefault((chat, message.id), screen.get(message.id))
            screen[message.id] = message
            labels = self._labels.setdefault((chat, message.id), {})
            labels |= {button.data: button.label for row in message.buttons for button in row}
            if message.from_bot:
                self.fresh.add((chat, message.id))

    def shown(self, chat: int) -> list[ChatMessage]:
        """What a chat shows, oldest first."""
        screen = self._chats.get(chat, {})
        return [screen[number] for number in sorted(screen) if not screen[number].deleted]

    def get(self, chat: int, number: int) -> ChatMessage | None:
        """A message, also a deleted one."""
        return self._chats.get(chat, {}).get(number)

    def label(self, chat: int, number: int, data: str) -> str:
        """What stood on a button that a message has or had; "" if it never had it."""
        return self._labels.get((chat, number), {}).get(data, "")

    def way_to(self, chat: int, number: int) -> tuple[str, ...] | int | None:
        """How a story finds a message: the pieces by which it is expected, or its place from the end. None: not shown."""
        shown = self.shown(chat)
        place = next((at for at, message in enumerate(shown) if message.id == number), None)
        if place is None:
            return None
        wanted = pieces(shown[place].text)
        first = next((one for one in reversed(shown) if _has(one, wanted)), None)
        return wanted if wanted and first is shown[place] else place - len(shown)

    def code(self, typed: str) -> tuple[int, int, int] | None:
        """Where a code is shown that somebody typed: chat, message id, and which of its codes it is, rather the first."""
        found = [
            (chat, message.id, at)
            for chat in self._chats
            for message in reversed(self.shown(chat))
            for at, code in enumerate(codes(message.text) if message.from_bot else ())
            if normalise_code(code) == normalise_code(typed)
        ]
        return min(found, key=lambda place: place[2], default=None)

    def gone_code(self, typed: str) -> tuple[int, int, int] | None:
        """As :meth:`code`, where it is not shown any more: chat, the message's place among all that were there, which."""
        found = [
            (chat, place, at)
            for chat, messages in self._chats.items()
            for place, number in enumerate(sorted(messages))
            for at, code in enumerate(codes(messages[number].text) if messages[number].from_bot else ())
            if normalise_code(code) == normalise_code(typed)
        ]
        return min(found, key=lambda place: place[2], default=None)

    def news(self) -> list[News]:
        """What has come and gone since news was last told, as far as it proves something; see :meth:`told`."""
        return list(dict.fromkeys(self._news()))

    def told(self) -> None:
        """The news is known."""
        self._before.clear()

    def _news(self) -> Iterator[News]:
        for (chat, number), before in self._before.items():
            now = self._chats[chat][number]
            if not now.from_bot:
                continue
            if now.deleted:
                wanted = pieces(before.text) if before is not None and not before.deleted else ()
                if wanted and not any(_has(one, wanted) for one in self.shown(chat)):
                    yield News(chat, wanted, gone=True)
            else:
                wanted = pieces(now.text, before.text if before is not None else "")
                if wanted and not any(_has(one, wanted) for one in self._as_before(chat)):
                    yield News(chat, wanted)

    def _as_before(self, chat: int) -> Iterator[ChatMessage]:
        for number, message in self._chats[chat].items():
            old = self._before.get((chat, number), message)
            if old is not None and not old.deleted:
                yield old


def _has(message: ChatMessage, wanted: tuple[str, ...]) -> bool:
    return message.from_bot and all(part in message.text for part in wanted)
