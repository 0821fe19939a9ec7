"""What somebody sees: a chat, from the outside, over HTTP, so the bot may be anywhere.

What is not there raises :class:`NotShown`, which lists what is.
"""

from datetime import UTC, datetime
from typing import Any

import httpx

from bot.playground.bubbles import ChatMessage, read_bubble


class NotShown(AssertionError):
    """The phone does not show what was looked for; the text says what it does show."""


class Refused(Exception):
    """The playground refused an act: a real phone could not have done it either."""


class Screen:
    """A chat as somebody sees it: a channel, a group, or (through :class:`Phone`) the chat with the bot."""

    def __init__(
        self, http: httpx.AsyncClient, chat_id: int, name: str, bot_id: int, viewer: int = 0
    ) -> None:
        self.chat_id = chat_id
        self.name = name
        self._http = http
        self._bot_id = bot_id
        self._viewer = viewer
        self._version = 0
        self._seen: dict[int, ChatMessage] = {}

    async def messages(self) -> list[ChatMessage]:
        """All messages in their order, deleted ones too (``deleted``)."""
        await self._look(0)
        return [self._seen[number] for number in sorted(self._seen)]

    async def shown(self) -> list[ChatMessage]:
        """What the screen shows: messages that are not deleted."""
        return [message for message in await self.messages() if not message.deleted]

    async def last(self) -> ChatMessage:
        """The newest message of the bot. Raises NotShown if there is none."""
        return await self.expects()

    async def expects(self, *substrings: str, within: float = 0) -> ChatMessage:
        """The newest message of the bot that contains all of these. Raises NotShown with the conversation.

        ``within``: real seconds to wait for it, when the bot is another process.
        """
        end = datetime.now(UTC).timestamp() + within
        while True:
            for message in reversed(await self.shown()):
                if message.from_bot and all(part in message.text for part in substrings):
                    return message
            left = end - datetime.now(UTC).timestamp()
            if left <= 0:
                raise NotShown(
                    f"{self.name}: no message of the bot with {substrings!r}\n" + await self.transcript()
                )
            await self._look(left)

    async def expects_nothing(self, *substrings: str) -> None:
        """No message of the bot contains all of these. Raises NotShown if one does."""
        for message in await self.shown():
            if message.from_bot and all(part in message.text for part in substrings):
                raise NotShown(f"{self.name}: {substrings!r} should not be shown\n" + await self.transcript())

    async def transcript(self) -> str:
        """The conversation as text, one line a message, buttons in brackets."""
        lines = []
        for message in await self.shown():
            who = "bot" if message.from_bot else "person"
            labels = [button.label for row in (*message.buttons, *(message.keyboard or ())) for button in row]
            kind = f" <{message.file['kind']}>" if message.file else ""
            lines.append(
                f"  #{message.id} {who}:{kind} {message.text} " + " ".join(f"[{one}]" for one in labels)
            )
        return "\n".join(lines) or "  (nothing)"

    async def _look(self, wait: float) -> None:
        query = {"after": self._version, "wait": wait, "viewer": self._viewer}
        found = await ask(self._http, "GET", f"/chats/{self.chat_id}/messages", params=query, wait=wait)
        self._version = found["version"]
        for line in found["messages"]:
            self._seen[line["id"]] = read_bubble(line, self._bot_id)


async def ask(http: httpx.AsyncClient, method: str, path: str, wait: float = 0, **options: Any) -> Any:
    """One request to the control API. Raises Refused with its reason."""
    answer = await http.request(method, f"/playground{path}", timeout=30 + wait, **options)
    if answer.is_error:
        raise Refused(answer.text)
    return answer.json()
