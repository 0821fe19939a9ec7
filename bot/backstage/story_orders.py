"""What else is done on the playground, as lines of a story: faults, groups, new people, the bot killed and started."""

import re
from typing import Any

from bot.backstage.record import Done, Json, Place
from bot.backstage.story_acts import Untold
from bot.backstage.story_code import Call, Code, named
from bot.backstage.story_names import Names

HANGING = "hang_"
HANG_PATIENCE = 90  # real seconds: a poll that hangs is given up after sixty

_CHAT = re.compile(r"POST /chats/(-?\d+)/(bot|migrate)")


class Orders:
    """Tells what is ordered besides the acts on phones. Raises Untold where it cannot."""

    def __init__(self, names: Names, called: dict[int, str]) -> None:
        self._names = names
        self._called = called
        self._down = False
        self.hangs = False  # whether calls ever hung: then the bot waits in real time
        self.breaks = False  # whether the last order broke something, or mended it

    def call(self, done: Done) -> Call:
        """The line."""
        self.breaks = done.what in ("POST /faults", "DELETE /faults", "POST /down")
        match done.what, done.body:
            case "POST /people", {"messenger": "signal"} as body:
                return self.on_signal(int(done.answer["id"]), body["first_name"])
            case "POST /people", body:
                return self.person(int(done.answer["id"]), body)
            case "ROSTER", body:
                place = Place(
                    body["role"], (*body["languages"],), (*body["cities"],), True, body["phone"], False
                )
                return self.member(int(body["id"]), body["name"], body["language"], place)
            case "POST /chats", {"type": "group" | "supergroup" | "channel"} as body if "by" not in body:
                return self._chat(done.answer, body)
            case "POST /faults", body:
                return self._fault(body)
            case "DELETE /faults", _:
                return Call("world.server.faults.clear", awaited=False)
            case "POST /down", {"down": bool() as down}:
                return Call("world.playground.goes_down") if down else Call("world.server.set_down", (False,))
        if found := _CHAT.fullmatch(done.what):
            return self._change(int(found[1]), found[2], done)
        raise Untold(done.what)

    def person(self, id: int, body: Json) -> Call:
        """Somebody with a phone."""
        about = [named(name, body[name]) for name in ("last_name", "username") if body.get(name)]
        language = body.get("language_code", "")
        said = [named("language", language)] if about and language else [language]
        call = Call(
            "world.playground.person" if about else "world.person", (body["first_name"], *said, *about)
        )
        self._called[id] = body["first_name"]
        self._names.declare(id, body["first_name"], "person", call)
        return call

    def on_signal(self, id: int, name: str) -> Call:
        """Somebody whose phone has Signal."""
        call = Call("world.on_signal", (name,), awaited=False)
        self._called[id] = name
        self._names.declare(id, name, "person", call)
        self._names.typed.add(id)
        return call

    def member(self, id: int, name: str, language: str, place: Place) -> Call:
        """Somebody on the roster, who has not pressed start."""
        about = [named("role", place.role)] if place.role != "lawyer" else []
        about += [named("languages", place.languages), named("cities", place.cities)]
        about += [named("on_duty", False)] if not place.on_duty else []
        about += [named("phone", place.phone)]
        about += [named("escalation", True)] if place.escalation else []
        about += [named("app", language)] if language != place.languages[0] else []
        call = Call("world.member", (name, *about, named("started", False)))
        self._called[id] = name
        self._names.declare(id, name, "member1", call)
        return call

    def _chat(self, answer: Any, body: Json) -> Call:
        about: list[object] = []
        if body["type"] == "channel":
            if body.get("bot") != "administrator":
                about = [named("bot", body.get("bot", "left"))]
        else:
            about = [Code(self._names.of(member)) for member in body.get("members", ())]
            about += [named("bot", body.get("bot", "left"))]
            about += [named("supergroup", True)] if body["type"] == "supergroup" else []
        about += [named("username", body["username"])] if body.get("username") else []
        does = "channel" if body["type"] == "channel" else "group"
        call = Call(f"world.playground.{does}", (body["title"], *about))
        self._names.declare(int(answer["id"]), does, does, call)
        return call

    def _change(self, chat: int, how: str, done: Done) -> Call:
        if not self._names.knows(chat) or (how == "bot" and "by" not in done.body):
            raise Untold(done.what)
        if how == "bot":
            status, by = done.body["status"], Code(self._names.of(int(done.body["by"])))
            return Call("world.playground.sets_bot", (Code(self._names.of(chat)), status, by))
        call = Call("world.playground.migrates", (Code(self._names.of(chat)),))
        self._names.declare(int(done.answer["id"]), "supergroup", "supergroup", call)
        return call

    def _fault(self, body: Json) -> Call:
        self.hangs = self.hangs or str(body["kind"]).startswith(HANGING)
        about = [named("times", body["times"])] if body.get("times", 1) != 1 else []
        about += [named("methods", tuple(body["methods"]))] if body.get("methods") else []
        if body.get("chat_id") is not None:
            if not self._names.knows(int(body["chat_id"])):
                raise Untold("a fault in a chat that is not in the story")
            about += [Code(f"chat={self._names.of(int(body['chat_id']))}")]
        about += (
            [named("retry_after", body["retry_after"])]
            if body["kind"] == "too_many" and "retry_after" in body
            else []
        )
        about += [named("text", body["text"])] if body.get("text") else []
        return Call("world.playground.fails", (body["kind"], *about))
