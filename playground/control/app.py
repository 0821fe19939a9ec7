"""The control API, ``/playground/...``: people, chats, clock, faults and logs as JSON, for tests, the demo and a page.

Waiting (``wait=SECONDS``, until something has changed) is in the machine's time, because a real process waits. Wrong data
gets 400 and ``{"error": ...}``, what a phone could not do 409, a missing thing 404.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground.bot_api.errors import ControlError
from playground.files import KINDS
from playground.limits import Limits, Rate
from playground.server import Server
from playground.signal_cli import faults
from playground.signal_cli.people import OURS
from playground.world import Chat, Json, Messenger, show_chat

Run = Callable[[Request], Awaitable[Any]]


def answer_in_json(run: Run) -> Callable[[Request], Awaitable[Response]]:
    """What is raised becomes an answer too."""

    @wraps(run)
    async def answer(request: Request) -> Response:
        try:
            result = await run(request)
        except ControlError as error:
            return JSONResponse({"error": str(error)}, error.status)
        except KeyError as error:
            return JSONResponse({"error": f"not found or missing: {error}"}, 404)
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return result if isinstance(result, Response) else JSONResponse(result)

    return answer


LONGEST_WAIT = 25.0


def waiting_ends(request: Request, otherwise: float) -> float:
    """When to stop waiting, by the loop's clock."""
    seconds = min(float(request.query_params.get("wait", otherwise)), LONGEST_WAIT)
    return asyncio.get_running_loop().time() + seconds


async def wait_for_event(request: Request, event: asyncio.Event, until: float) -> bool:
    """Wait for the event. False once the time is over or the client has hung up."""
    left = until - asyncio.get_running_loop().time()
    if left <= 0:
        return False
    happened, gone = asyncio.ensure_future(event.wait()), asyncio.ensure_future(_hung_up(request))
    await asyncio.wait([happened, gone], timeout=left, return_when=asyncio.FIRST_COMPLETED)
    lost = gone.done()
    happened.cancel()
    gone.cancel()
    return not lost


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def control_app(server: Server) -> Starlette:
    """The application for one server."""
    control = Control(server)
    table: list[tuple[str, str, Callable[[Request], Awaitable[Any]]]] = [
        ("GET", "/about", control.about),
        ("GET", "/clock", control.clock),
        ("POST", "/clock", control.move_clock),
        ("GET", "/people", control.people),
        ("POST", "/people", control.add_person),
        ("GET", "/people/{id:int}/notices", control.notices),
        ("POST", "/people/{id:int}/{act}", control.acts),
        ("GET", "/chats", control.chats),
        ("POST", "/chats", control.add_chat),
        ("POST", "/chats/{id}/bot", control.set_bot),
        ("POST", "/chats/{id}/forbids", control.forbid),
        ("POST", "/chats/{id}/migrate", control.migrate),
        ("GET", "/chats/{id}/messages", control.messages),
        ("GET", "/updates", control.updates),
        ("POST", "/updates", control.inject),
        ("POST", "/updates/restart", control.restart_ids),
        ("GET", "/calls", control.calls),
        ("GET", "/pending", control.pending),
        ("GET", "/faults", control.faults),
        ("POST", "/faults", control.add_fault),
        ("DELETE", "/faults", control.clear_faults),
        ("POST", "/down", control.down),
        ("POST", "/signal/faults", control.add_signal_fault),
        ("DELETE", "/signal/faults", control.clear_signal_faults),
        ("POST", "/signal/down", control.signal_down),
        ("POST", "/limits", control.limits),
        ("GET", "/files/{id}", control.download),
    ]
    return Starlette(
        routes=[Route(f"/playground{path}", answer_in_json(run), methods=[how]) for how, path, run in table]
    )


class Control:
    """One method a path; what it returns becomes JSON."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._world = server.world

    def _of(self, id: int) -> Messenger:
        """Where a person or a chat is; Telegram, where a chat may come to be, if it is nowhere."""
        messengers = self._server.messengers
        return next((messenger for messenger in messengers if messenger.has(id)), messengers[0])

    def _chat(self, request: Request) -> Chat:
        return self._world.chats[int(request.path_params["id"])]

    async def about(self, request: Request) -> Json:
        return {
            "bot_api_url": self._server.url,
            "control_url": self._server.control_url,
            "signal_url": self._server.signal.url,
            "signal_account": OURS,
            "bot": self._world.bot,
        }

    async def clock(self, request: Request) -> Json:
        """The time; with ``after=VERSION`` it waits until somebody moves the clock."""
        if "after" in request.query_params:
            after, end = int(request.query_params["after"]), waiting_ends(request, LONGEST_WAIT)
            moved = self._server.clock_moved
            while moved.version <= after and await wait_for_event(request, moved.next(), end):
                pass
        return self._server.time()

    async def move_clock(self, request: Request) -> Json:
        """``{"advance_seconds": n}`` or ``{"to": ISO}``."""
        body = await request.json()
        if "to" in body:
            self._server.move_clock(datetime.fromisoformat(body["to"]))
        else:
            self._server.move_clock(self._server.clock.now() + timedelta(seconds=body["advance_seconds"]))
        return self._server.time()

    async def add_person(self, request: Request) -> Json:
        """``messenger``: telegram if it is not named; what somebody has there."""
        about = await request.json()
        name = about.pop("messenger", "telegram")
        found = next((messenger for messenger in self._server.messengers if messenger.name == name), None)
        if found is None:
            raise ControlError(400, f"no messenger {name!r}")
        return found.add(about)

    async def people(self, request: Request) -> list[Json]:
        return [person for messenger in self._server.messengers for person in messenger.people()]

    async def acts(self, request: Request) -> Json:
        person = int(request.path_params["id"])
        return self._of(person).act(person, request.path_params["act"], await request.json())

    async def notices(self, request: Request) -> list[Json]:
        person = int(request.path_params["id"])
        return self._of(person).notices(person)

    async def add_chat(self, request: Request) -> Json:
        """``type``, ``title``; optionally ``username``, ``id``, ``members``, ``bot`` (its status), ``by`` (who added it)."""
        body = await request.json()
        about = {"username": body.get("username", ""), "id": body.get("id", 0)}
        chat = self._world.add_chat(body["type"], body["title"], **about)
        chat.members = {*body.get("members", ()), *([body["by"]] if "by" in body else [])}
        self._set_bot(chat, body.get("bot", "left"), body.get("by"))
        return show_chat(chat)

    async def chats(self, request: Request) -> list[Json]:
        return [chat for messenger in self._server.messengers for chat in messenger.chats()]

    async def set_bot(self, request: Request) -> Json:
        body = await request.json()
        chat = self._chat(request)
        self._set_bot(chat, body["status"], body.get("by"))
        return show_chat(chat)

    def _set_bot(self, chat: Chat, status: str, by: int | None) -> None:
        old, chat.bot = chat.bot, status
        if by is not None and old != status:
            self._world.notify_member(chat, self._world.people[by].user(), old, status)

    async def forbid(self, request: Request) -> Json:
        """``kinds`` that may not be sent there from now on."""
        kinds = frozenset((await request.json())["kinds"])
        if not kinds <= {*KINDS, "text"}:
            raise ValueError("no such kind")
        chat = self._chat(request)
        chat.forbids = kinds
        return show_chat(chat)

    async def migrate(self, request: Request) -> Json:
        """The group becomes a supergroup; both chats say so to the bot."""
        old = self._chat(request)
        new = self._world.add_chat("supergroup", old.shown["title"], bot=old.bot)
        new.members, old.migrated_to = set(old.members), new.id
        somebody = self._world.people[min(old.members)]
        for chat, told in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
            self._world.updates.add("message", self._world.post(chat, somebody, dict(told)).shown)
        return show_chat(new)

    async def messages(self, request: Request) -> Json:
        """What changed since version ``after``, oldest change first, as ``viewer`` (a person's id) sees it."""
        chat_id = int(request.path_params["id"])
        after, viewer = int(request.query_params.get("after", 0)), int(request.query_params.get("viewer", 0))
        end = waiting_ends(request, 0)
        screens = self._of(chat_id)
        while not (found := screens.lines(chat_id, after, viewer)):
            if not await wait_for_event(request, screens.changed.next(), end):
                break
        return {"version": screens.version, "messages": found}

    async def inject(self, request: Request) -> Json:
        return {"id": self._server.updates.inject((await request.json())["raw"])}

    async def restart_ids(self, request: Request) -> Json:
        self._server.updates.restart_ids((await request.json())["next"])
        return {}

    async def updates(self, request: Request) -> list[Json]:
        return self._server.updates_log.after(int(request.query_params.get("after", 0)))

    async def calls(self, request: Request) -> list[Json]:
        return self._server.calls.after(int(request.query_params.get("after", 0)))

    async def pending(self, request: Request) -> Json:
        """``newest``: the number of the newest envelope of Signal's that the bot was given and may not have written down."""
        server = self._server
        return {
            "pending": server.pending,
            "polling": server.receiving.waiting,
            "newest": server.signal.newest,
        }

    async def faults(self, request: Request) -> Json:
        return {"hits": self._server.faults.hits, "faults": self._server.faults.listing()}

    async def add_fault(self, request: Request) -> Json:
        self._server.faults.add(**await request.json())
        return await self.faults(request)

    async def clear_faults(self, request: Request) -> Json:
        self._server.faults.clear()
        return await self.faults(request)

    async def down(self, request: Request) -> Json:
        await self._server.set_down((await request.json())["down"])
        return {}

    async def add_signal_fault(self, request: Request) -> Json:
        """``kind`` of signal_cli.faults, ``times`` (null: until it is healed)."""
        body = await request.json()
        faults.begin(self._server.signal, body["kind"], body["times"])
        return faults.shown(self._server.signal)

    async def clear_signal_faults(self, request: Request) -> Json:
        faults.heal(self._server.signal)
        return faults.shown(self._server.signal)

    async def signal_down(self, request: Request) -> Json:
        await self._server.signal.set_down((await request.json())["down"])
        return {}

    async def limits(self, request: Request) -> Json:
        """``{"all": [count, seconds, burst] | null, "chat": …, "group": …}``; what is not named keeps its default."""
        body = await request.json()
        self._server.gate.limits = Limits(
            **{name: Rate(*rate) if rate else None for name, rate in body.items()}
        )
        return {"refused": self._server.gate.refused}

    async def download(self, request: Request) -> Response:
        id = request.path_params["id"]
        found = next(
            (file for messenger in self._server.messengers if (file := messenger.file(id)) is not None), None
        )
        if found is None:
            raise KeyError(id)
        return Response(found[0], media_type=found[1])
