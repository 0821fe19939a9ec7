"""A person's phone, from the outside: what they do and what they see.

``await citizen.taps("Report")``, ``await lawyer.expects("Almaty")``.
"""

import base64
from datetime import datetime
from typing import Any

import httpx

from bot.playground.bubbles import Button, ChatMessage, Json, fitting, listed, pressed
from bot.playground.files import KINDS
from bot.playground.screen import NotShown, Screen, ask


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
        """Write a message."""
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
            sign = listed([message] if message else shown, label_or_data)
            if sign is None:
                raise NotShown(f"{self.name}: no choice {label_or_data!r}\n" + await screen.transcript())
            await self.writes(sign)
            return
        found = pressed([message] if message else shown, label_or_data)
        if found is not None:
            await self.taps_data(found[0].id, found[1].data, chat=chat)
            return
        button = fitting(_active_keyboard(shown), label_or_data)
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
        """Send a picture."""
        return await self.sends_file("photo", content, caption)

    async def sends_voice(self, content: bytes, duration: int = 3) -> int:
        """Send a voice note of so many seconds."""
        return await self.sends_file("voice", content, duration=duration)

    async def sends_video(self, content: bytes, caption: str = "", duration: int = 3) -> int:
        """Send a video of so many seconds."""
        return await self.sends_file("video", content, caption, duration=duration)

    async def sends_document(self, content: bytes, name: str, caption: str = "", mime: str = "") -> int:
        """Send any file."""
        return await self.sends_file("document", content, caption, name=name, mime=mime)

    async def sends_sticker(self, content: bytes = b"sticker") -> int:
        """Send a sticker."""
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
        """Block the bot."""
        await self._act("block")

    async def unblocks(self) -> None:
        """Unblock the bot."""
        await self._act("unblock")

    async def goes_offline(self) -> None:
        """No network: what is done from now on waits."""
        await self._act("offline")

    async def comes_online(self) -> None:
        """All that waited arrives at once, with one date."""
        await self._act("online")

    async def notices(self) -> list[str]:
        """What answers to taps showed, oldest first."""
        return [notice["text"] for notice in await ask(self._http, "GET", f"/people/{self.id}/notices")]

    async def _does(self, act: str, chat: Screen | None = None, /, **body: Any) -> int:
        return int((await self._act(act, chat, **body)).get("message_id", 0))

    async def _act(self, act: str, chat: Screen | None = None, /, **body: Any) -> Json:
        if chat is not None:
            body["chat_id"] = chat.chat_id
        given = {key: value for key, value in body.items() if value is not None}
        done: Json = await ask(self._http, "POST", f"/people/{self.id}/{act}", json=given)
        return done


def _active_keyboard(shown: list[ChatMessage]) -> tuple[tuple[Button, ...], ...]:
    return next((one.keyboard for one in reversed(shown) if one.from_bot and one.keyboard is not None), ())
