"""The whole playground from the outside: make people and chats, move the clock, break things, read the log."""

from datetime import datetime
from types import TracebackType
from typing import Any

import httpx

from playground.phone import Phone, Screen, request

Json = dict[str, Any]


class Playground:
    """``async with Playground(url) as world``. ``url`` is either address of the server."""

    def __init__(self, url: str) -> None:
        # Plain HTTP on this machine: reading a file of certificates would take longer than all else here.
        self._http = httpx.AsyncClient(base_url=url, trust_env=False, verify=False)
        self.about: Json = {}  # the addresses of the server, and the bot
        self.bot: Json = {}

    async def __aenter__(self) -> "Playground":
        about = await request(self._http, "GET", "/about")
        self._http.base_url = about["control_url"]  # this one answers even while Telegram is down
        self.about, self.bot = about, about["bot"]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def person(
        self,
        name: str,
        *,
        language: str = "",
        id: int = 0,
        phone: str = "",
        last_name: str = "",
        username: str = "",
    ) -> Phone:
        """Somebody new with Telegram; ``language`` is that of their app (``language_code``)."""
        about = {
            "first_name": name,
            "last_name": last_name,
            "username": username,
            "language_code": language,
            "phone": phone,
            "id": id,
        }
        return self.phone(await request(self._http, "POST", "/people", json=about))

    async def on_signal(self, name: str, *, language: str = "", phone: str = "") -> Phone:
        """Somebody new with Signal; without ``phone`` their number is hidden. ``language``: of the words on their phone."""
        about = {"messenger": "signal", "first_name": name, "language_code": language, "phone": phone}
        return self.phone(await request(self._http, "POST", "/people", json=about))

    def phone(self, about: Json) -> Phone:
        """The phone of somebody who is there, as the control API shows them."""
        return Phone(self._http, about, self.bot["id"])

    async def channel(
        self, title: str, *, bot: str = "administrator", username: str = "", id: int = 0
    ) -> Screen:
        """A channel; ``bot`` is the bot's status in it."""
        return await self._chat(
            {"type": "channel", "title": title, "bot": bot, "username": username, "id": id}
        )

    async def group(
        self,
        title: str,
        *members: Phone,
        bot: str = "member",
        supergroup: bool = False,
        by: Phone | None = None,
        id: int = 0,
    ) -> Screen:
        """A group with these people. With ``by`` the bot is told who added it (``my_chat_member``)."""
        body: Json = {"type": "supergroup" if supergroup else "group", "title": title, "bot": bot, "id": id}
        body["members"] = [member.id for member in members]
        return await self._chat({**body, **({"by": by.id} if by else {})})

    async def _chat(self, body: Json) -> Screen:
        made = await request(self._http, "POST", "/chats", json=body)
        return Screen(self._http, made["id"], body["title"], self.bot["id"])

    async def sets_bot(self, chat: Screen, status: str, by: Phone) -> None:
        """Somebody makes the bot a member or administrator, or removes it (left, kicked)."""
        await request(self._http, "POST", f"/chats/{chat.chat_id}/bot", json={"status": status, "by": by.id})

    async def forbids(self, chat: Screen, *kinds: str) -> None:
        """From now on nothing of these kinds (files.KINDS, or "text") may be sent there; a person who forbids voice messages
        forbids round videos with them. Without kinds everything may be sent again.
        """
        await request(self._http, "POST", f"/chats/{chat.chat_id}/forbids", json={"kinds": kinds})

    async def migrates(self, chat: Screen) -> Screen:
        """The group becomes a supergroup with a new id, which is returned."""
        made = await request(self._http, "POST", f"/chats/{chat.chat_id}/migrate", json={})
        return Screen(self._http, made["id"], chat.name, self.bot["id"])

    async def now(self) -> datetime:
        """The server's time, UTC."""
        return datetime.fromisoformat((await request(self._http, "GET", "/clock"))["now"])

    async def advance(self, seconds: float = 0, *, minutes: float = 0, hours: float = 0) -> None:
        total = seconds + 60 * minutes + 3600 * hours
        await request(self._http, "POST", "/clock", json={"advance_seconds": total})

    async def moves_to(self, moment: datetime) -> None:
        await request(self._http, "POST", "/clock", json={"to": moment.isoformat()})

    async def fails(
        self,
        kind: str,
        *,
        times: int | None = 1,
        methods: tuple[str, ...] = (),
        chat: Screen | None = None,
        retry_after: int = 1,
        text: str = "",
        says: str = "",
    ) -> None:
        """The next ``times`` calls (None: until :meth:`heals`) fail; ``kind`` is one of faults.FaultKind.

        ``methods``, ``chat`` and ``text`` (what the call's text contains) say which. ``says``: one of errors.REFUSALS.
        """
        body: Json = {"kind": kind, "times": times, "methods": list(methods), "retry_after": retry_after}
        body |= {"text": text, "says": says}
        if chat is not None:
            body["chat_id"] = chat.chat_id
        await request(self._http, "POST", "/faults", json=body)

    async def fault_hits(self) -> int:
        """How many calls have failed by a fault so far."""
        return int((await request(self._http, "GET", "/faults"))["hits"])

    async def goes_down(self) -> None:
        """Telegram is unreachable: connections are refused."""
        await request(self._http, "POST", "/down", json={"down": True})

    async def heals(self) -> None:
        """No faults, and reachable again."""
        await request(self._http, "DELETE", "/faults")
        await request(self._http, "POST", "/down", json={"down": False})

    async def injects(self, raw: Any) -> int:
        """Queue a raw update, any JSON. Returns the id by which it is confirmed."""
        return int((await request(self._http, "POST", "/updates", json={"raw": raw}))["id"])

    async def calls(self, method: str = "", after: int = 0) -> list[Json]:
        """The Bot API calls since ``after`` (a sequence number), of one method if named, oldest first."""
        found: list[Json] = await request(self._http, "GET", "/calls", params={"after": after})
        return [call for call in found if not method or call.get("method") == method]

    async def updates(self, after: int = 0) -> list[Json]:
        """The updates that the server queued since ``after``, oldest first."""
        found: list[Json] = await request(self._http, "GET", "/updates", params={"after": after})
        return found

    async def pending(self) -> int:
        """How many updates the bot has not confirmed, nor envelopes been given."""
        return int((await request(self._http, "GET", "/pending"))["pending"])

    async def handed_over(self) -> tuple[int, int | None]:
        """As :meth:`pending`; and the number of the newest envelope that it was given, if any since it listens."""
        found = await request(self._http, "GET", "/pending")
        return int(found["pending"]), found["newest"]
