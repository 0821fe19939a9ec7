"""A person's phone, from the outside: what they do and what they see, over HTTP, so the bot may be anywhere.

``await citizen.taps("Report")``, ``await lawyer.expects("Almaty")``. If something is not there, :class:`NotShown` is raised,
which lists what is.
"""

import base64
from datetime import UTC, datetime
from typing import Any

import httpx

from playground.bubbles import (
    Button,
    ChatMessage,
    Json,
    button_to_press,
    choice_to_type,
    find_button,
    read_bubble,
)
from playground.files import KINDS


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
        """The newest message of the bot. Raises NotShown if the bot has sent nothing."""
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
                f"  #{message.id} {who}:{kind} {message.text} " + " ".join(f"[{label}]" for label in labels)
            )
        return "\n".join(lines) or "  (nothing)"

    async def _look(self, wait: float) -> None:
        query = {"after": self._version, "wait": wait, "viewer": self._viewer}
        found = await request(self._http, "GET", f"/chats/{self.chat_id}/messages", params=query, wait=wait)
        self._version = found["version"]
        for line in found["messages"]:
            self._seen[line["id"]] = read_bubble(line, self._bot_id)


async def request(http: httpx.AsyncClient, method: str, path: str, wait: float = 0, **options: Any) -> Any:
    """One request to the control API. Raises Refused with its reason."""
    answer = await http.request(method, f"/playground{path}", timeout=30 + wait, **options)
    if answer.is_error:
        raise Refused(answer.text)
    return answer.json()


class Phone(Screen):
    """A person. Without ``chat`` an act happens in the chat with the bot. Acts return the message id (0 if offline)."""

    def __init__(self, http: httpx.AsyncClient, about: Json, bot_id: int) -> None:
        super().__init__(http, about["id"], about["first_name"], bot_id, about["id"])
        self.id: int = about["id"]
        self.about = about

    async def starts(self, payload: str = "") -> int:
        """Press start (which also unblocks); ``payload`` is that of a deep link."""
        return await self._does("start", payload=payload)

    async def writes(self, text: str, *, chat: Screen | None = None, reply_to: int | None = None) -> int:
        return await self._does("write", chat, text=text, reply_to=reply_to)

    async def writes_rich(self, *blocks: Json) -> int:
        """Write a rich message, of these blocks as the Bot API shows them."""
        return await self._does("write_rich", blocks=blocks)

    async def taps(
        self, label_or_data: str, message: ChatMessage | None = None, *, chat: Screen | None = None
    ) -> None:
        """Press the button whose label contains this (or whose data is this) in the newest message that has one.

        Inline buttons come before the reply keyboard. Where nothing can be pressed, what the label is listed under is typed.
        Raises NotShown if nothing fits.
        """
        screen = chat or self
        shown = await screen.shown()
        if not self.about.get("buttons", True):
            sign = choice_to_type([message] if message else shown, label_or_data)
            if sign is None:
                raise NotShown(f"{self.name}: no choice {label_or_data!r}\n" + await screen.transcript())
            await self.writes(sign)
            return
        found = button_to_press([message] if message else shown, label_or_data)
        if found is not None:
            await self.taps_data(found[0].id, found[1].data, chat=chat)
            return
        button = find_button(_active_keyboard(shown), label_or_data)
        if button is None or message is not None:
            raise NotShown(f"{self.name}: no button {label_or_data!r}\n" + await screen.transcript())
        if button.request:
            raise NotShown(
                f"{self.name}: {button.label!r} asks for a {button.request}: use shares_{button.request}()"
            )
        await self.writes(button.label, chat=chat)

    async def taps_data(self, message_id: int, data: str, *, chat: Screen | None = None) -> str:
        """A press with any data on any message, also forged or long gone. Returns the callback query's id."""
        done = await self._act("tap", chat, message_id=message_id, data=data)
        return str(done.get("query_id", ""))

    async def shares_location(self, latitude: float, longitude: float, *, chat: Screen | None = None) -> int:
        """Share a place, degrees."""
        return await self._does("location", chat, latitude=latitude, longitude=longitude)

    async def shares_contact(
        self,
        phone: str | None = None,
        name: str | None = None,
        *,
        user_id: int | None = None,
        own: bool = True,
    ) -> int:
        """Share the own contact, or (``own=False``) another's, which may lack a number or an account."""
        if own:
            phone = self.about["phone"] if phone is None else phone
            user_id = self.id if user_id is None else user_id
        return await self._does(
            "contact", phone_number=phone or "", first_name=name or self.name, user_id=user_id
        )

    async def sends_file(self, kind: str, content: bytes, caption: str = "", **about: Any) -> int:
        """Send a file of a kind of the Bot API; ``about``: name, mime, duration (seconds)."""
        if kind not in KINDS:
            raise ValueError(f"no such kind of file: {kind}")
        coded = base64.b64encode(content).decode()
        return await self._does("file", kind=kind, content=coded, caption=caption, **about)

    async def sends_photo(self, content: bytes, caption: str = "") -> int:
        return await self.sends_file("photo", content, caption)

    async def sends_voice(self, content: bytes, duration: int = 3) -> int:
        """Send a voice note of so many seconds."""
        return await self.sends_file("voice", content, duration=duration)

    async def sends_video(self, content: bytes, caption: str = "", duration: int = 3) -> int:
        """Send a video of so many seconds."""
        return await self.sends_file("video", content, caption, duration=duration)

    async def sends_document(self, content: bytes, name: str, caption: str = "", mime: str = "") -> int:
        return await self.sends_file("document", content, caption, name=name, mime=mime)

    async def sends_sticker(self, content: bytes = b"sticker") -> int:
        return await self.sends_file("sticker", content)

    async def forwards(
        self, text: str, written_at: datetime, *, name: str = "Somebody", user: int | None = None
    ) -> int:
        """Forward what somebody wrote elsewhere; the account is hidden unless ``user`` (a person's id) is given."""
        return await self._does("forward", text=text, date=int(written_at.timestamp()), name=name, user=user)

    async def forwards_message(
        self, message: ChatMessage, source: Screen | None = None, *, chat: Screen | None = None
    ) -> int:
        """Forward a message of the chat with the bot (or of ``source``) to the bot. Refused if it is protected."""
        origin = (source or self).chat_id
        return await self._does("forward", chat, message_id=message.id, from_chat_id=origin)

    async def edits(self, message_id: int, text: str, *, chat: Screen | None = None) -> int:
        """Correct an own message."""
        return await self._does("edit", chat, message_id=message_id, text=text)

    async def reads(self) -> None:
        """Look at the chat: a phone tells so, where bots are told."""
        if self.about.get("tells_reading", False):
            await self._act("read")

    async def reacts(self, message_id: int, emoji: str) -> None:
        """Put a sign on a message, or take it away: where a messenger has them."""
        await self._act("react", message_id=message_id, emoji=emoji)

    async def deletes(self, message_id: int, *, chat: Screen | None = None) -> None:
        """Delete a message from this phone; the bot is not told."""
        await self._act("delete", chat, message_id=message_id)

    async def blocks(self) -> None:
        await self._act("block")

    async def unblocks(self) -> None:
        await self._act("unblock")

    async def goes_offline(self) -> None:
        """No network: what is done from now on waits."""
        await self._act("offline")

    async def comes_online(self) -> None:
        """All that waited arrives at once, with one date."""
        await self._act("online")

    async def notices(self) -> list[str]:
        """What answers to taps showed, oldest first."""
        return [notice["text"] for notice in await request(self._http, "GET", f"/people/{self.id}/notices")]

    async def _does(self, act: str, chat: Screen | None = None, /, **body: Any) -> int:
        return int((await self._act(act, chat, **body)).get("message_id", 0))

    async def _act(self, act: str, chat: Screen | None = None, /, **body: Any) -> Json:
        if chat is not None:
            body["chat_id"] = chat.chat_id
        given = {key: value for key, value in body.items() if value is not None}
        done: Json = await request(self._http, "POST", f"/people/{self.id}/{act}", json=given)
        return done


def _active_keyboard(shown: list[ChatMessage]) -> tuple[tuple[Button, ...], ...]:
    return next(
        (
            message.keyboard
            for message in reversed(shown)
            if message.from_bot and message.keyboard is not None
        ),
        (),
    )
