"""The live feed of a page: server-sent events, each a JSON object with a ``type``.

A new connection is told everything, then what changes; so a page that lost its connection simply connects again,
and two pages always agree. Types: ``hello`` (which run of the server this is), ``clock``, ``bot``, ``faults``,
``person``, ``chat``, ``messages``, ``notice`` (an answer to a tap), ``log``, ``complete`` (all that was there has
been told), and everything that ``Server.tell`` was given. Each entry of the log is one short line.
"""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.clock.clock import RealClock
from playground.journal import Pulse
from playground.server import Server
from playground.signal_cli import faults
from playground.world import Json, Messenger

SHORT = 120  # characters of a text in a line of the log


def log_line(line: Json) -> Json:
    """A call or an update in short. The whole is at ``/playground/log/<sequence>``."""
    short = _update(line["update"]) if "update" in line else _call(line)
    if about := line.get("about"):  # a line that says itself what it is about
        short |= {**about, "text": _short(about["text"])}
    return {"sequence": line["sequence"], "at": line["at"], **short}


def _call(line: Json) -> Json:
    params, answer = line["params"], line["answer"]
    error = answer.get("description", "") if isinstance(answer, dict) and answer.get("ok") is False else ""
    return {
        "kind": "call",
        "name": line["method"],
        "chat_id": params.get("chat_id"),
        "text": _short(params.get("text") or params.get("caption") or params.get("action")),
        "status": line["status"],
        "fault": line.get("fault"),
        "error": error,
    }


def _update(update: Any) -> Json:
    if not isinstance(update, dict):
        return {"kind": "update", "name": "?", "chat_id": None, "text": _short(update)}
    name = next((key for key in update if key != "update_id"), "?")
    body = update.get(name)
    body = body if isinstance(body, dict) else {}
    message = body.get("message", body)
    chat = message.get("chat") if isinstance(message, dict) else None
    text = body.get("data") or body.get("text") or body.get("caption")
    return {
        "kind": "update",
        "name": name,
        "chat_id": chat.get("id") if isinstance(chat, dict) else None,
        "text": _short(text),
    }


def _short(text: Any) -> str:
    return "" if text is None else str(text)[:SHORT]


GATHER = 0.02  # seconds in which changes that come together travel together
AGAIN = 500  # milliseconds after which a page that lost the server asks again
ALIVE = 15.0  # seconds after which a silent connection gets a comment, so that a dead one is noticed
OLD_LINES = 400  # of the log, for a new connection
encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


class Feed:
    """What one connection knows already. :meth:`news` is the rest."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._versions: dict[str, int] = {}  # of what each messenger shows
        self._told: dict[tuple[str, int], str] = {}
        self._unanswered: dict[int, Json] = {}  # calls of the log that have no answer yet
        self._notices = {
            person["id"]: len(messenger.notices(person["id"]))
            for messenger in server.messengers
            for person in messenger.people()
        }
        numbers = [line["sequence"] for line in (*server.calls.after(), *server.updates_log.after())]
        self._logged = sorted(numbers)[-OLD_LINES - 1] if len(numbers) > OLD_LINES else 0
        self._heard = 0  # of what the server was told

    def pulses(self) -> tuple[Pulse, ...]:
        """One of these beats when there may be news."""
        server = self._server
        journals = (server.calls.changed, server.updates_log.changed, server.told.changed)
        phones = (messenger.changed for messenger in server.messengers)
        return (*phones, server.clock_moved, server.faults.changed, *journals)

    def news(self) -> Iterator[Json]:
        """The events since the last time."""
        server = self._server
        yield from self._changed("hello", 0, {"boot": server.boot})
        time = server.time()
        if self._told.get(("clock", 0)) != str(time["version"]):
            self._told["clock", 0] = str(time["version"])
            yield {"type": "clock", **time, "running": isinstance(server.clock, RealClock)}
        yield from self._changed("bot", 0, self._bot())
        yield from self._changed(
            "faults",
            0,
            {
                "down": server.down,
                "hits": server.faults.hits,
                "faults": server.faults.listing(),
                "signal": faults.shown(server.signal),
            },
        )
        for messenger in server.messengers:
            yield from self._phones(messenger)
        yield from self._log()
        for event in server.told.after(self._heard):
            self._heard = event["sequence"]
            yield event
        yield from self._changed("complete", 0, {})

    def _changed(self, kind: str, number: int, document: Json) -> Iterator[Json]:
        text = encode(document)
        if self._told.get((kind, number)) != text:
            self._told[kind, number] = text
            yield {"type": kind, **document}

    def _bot(self) -> Json:
        server = self._server
        commands = [
            {"scope": json.loads(scope), "language_code": language, "commands": value}
            for (what, scope, language), value in server.world.profile.items()
            if what == "commands"
        ]
        return {
            "bot": server.world.bot,
            "commands": commands,
            "listening": server.receiving.waiting,
            "pending": server.pending,
            "waiting": [message for messenger in server.messengers for message in messenger.waiting()],
        }

    def _phones(self, messenger: Messenger) -> Iterator[Json]:
        before, now = self._versions.get(messenger.name, 0), messenger.version
        if now == before:
            return
        self._versions[messenger.name] = now
        for person in messenger.people():
            id = person["id"]
            yield from self._changed("person", id, {"person": person})
            notices = messenger.notices(id)
            for notice in notices[self._notices.get(id, 0) :]:
                yield {"type": "notice", "person_id": id, **notice}
            self._notices[id] = len(notices)
        for chat in messenger.chats():
            yield from self._changed("chat", chat["id"], {"chat": chat})
            if lines := messenger.lines(chat["id"], before):
                yield {"type": "messages", "chat_id": chat["id"], "lines": lines}

    def _log(self) -> Iterator[Json]:
        server = self._server
        calls, updates = server.calls.after(self._logged), server.updates_log.after(self._logged)
        answered = [line for line in self._unanswered.values() if line["status"] is not None]
        new = sorted([*calls, *updates], key=_number)
        if new:
            self._logged = new[-1]["sequence"]
        for line in calls:
            self._unanswered[line["sequence"]] = line
        for number in [number for number, line in self._unanswered.items() if line["status"] is not None]:
            del self._unanswered[number]
        if answered or new:
            yield {"type": "log", "lines": [log_line(line) for line in (*answered, *new)]}


def _number(line: Json) -> int:
    return int(line["sequence"])


class Stream(Response):
    """The feed as an answer that never ends."""

    def __init__(self, server: Server) -> None:
        super().__init__(media_type="text/event-stream", headers={"cache-control": "no-store"})
        del self.headers["content-length"]
        self._feed = Feed(server)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the page is gone."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": b"retry: %d\n\n" % AGAIN, "more_body": True})
        gone = asyncio.ensure_future(_hung_up(receive))
        try:
            while not gone.done():
                beats = [pulse.next() for pulse in self._feed.pulses()]
                body = "".join(f"data: {encode(event)}\n\n" for event in self._feed.news()) or ": alive\n\n"
                await send({"type": "http.response.body", "body": body.encode(), "more_body": True})
                await _first([gone, *(asyncio.ensure_future(beat.wait()) for beat in beats)])
                await asyncio.wait([gone], timeout=GATHER)
        finally:
            gone.cancel()


async def _first(tasks: list[asyncio.Future[Any]]) -> None:
    """Return when one is done, or after a while; all but the first in the list are cancelled."""
    await asyncio.wait(tasks, timeout=ALIVE, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks[1:]:
        task.cancel()


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
