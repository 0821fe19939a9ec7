"""People who report, on phones at the local Bot API server, in its own process: driving them costs no request.

Each does what benchmarks.guided says: acts, waits until the next question is on the screen, thinks, acts. All times are
those of the server's journals (UTC seconds, microseconds resolved): when an update was queued, when a call came in.
"""

import asyncio
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from benchmarks.contestants import LAWYERS
from benchmarks.guided import BY_NAME, OPENING, QUESTIONS, UPDATES
from playground.control.telegram import act
from playground.server import Server
from playground.world import Person

ACCEPT = re.compile(r"accept:(\d+)")
NEW = count(100_001)
SHOWS = ("sendMessage", "editMessageText")  # what puts a question on the screen
GOLDEN = 0.618  # its multiples, less their whole part, are spread evenly
RECEIPT = "consent"  # the button of Dabyl's receipt: no news
Buttons = list[dict[str, Any]]


@dataclass(slots=True)
class Sent:
    """One update: who, which act (0 is the start, then the answers), when; ``replied`` when they could go on."""

    person: int
    act: int
    at: float
    replied: float | None = None


@dataclass(slots=True, eq=False)
class Reporter:
    """One person. ``done`` acts are answered; while ``open`` they wait for an answer. ``pace``: 0.5 (fast) to 1.5."""

    person: Person
    pace: float
    done: int = 0
    open: Sent | None = None
    ready_at: float = 0.0
    asked_in: int = 0  # the message with the buttons
    buttons: Buttons = field(default_factory=list)
    receipt: bool = False
    seen: Counter[str] = field(default_factory=Counter)  # messages, by the question they ask; "" asks nothing

    def waits(self, now: float) -> float:
        """Seconds since their last act, if it is not answered."""
        return now - self.open.at if self.open is not None else 0.0


class Phones:
    """All people. :meth:`watch` must run beside."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._calls = self._updates = 0  # what was read of the journals
        self.reporters: dict[int, Reporter] = {}
        self.ready: deque[Reporter] = deque()
        self.sent: list[Sent] = []
        self.alerts: list[tuple[float, int]] = []  # when, and the number on its button
        self.polled: list[float] = []  # when the bot asked for updates
        self.last_call = 0.0  # when it last did anything else
        self.waiting = 0  # how many people's last act is not answered
        self.changed = asyncio.Event()
        for number in LAWYERS:  # they pressed start some day
            server.world.private_chat(server.world.add_person(id=number, first_name="Made-up"))

    async def watch(self) -> None:
        """Look at every call as it is made."""
        while True:
            changed = self._server.calls.changed.next()
            for line in self._server.calls.after(self._calls):
                self._calls = line["sequence"]
                if line.get("method") == "getUpdates":
                    self.polled.append(_seconds(line["at"]))
                    continue
                self.last_call = _seconds(line["at"])
                if line.get("method") in SHOWS and line["status"] == 200:
                    self._shown(line["answer"], _seconds(line["at"]))
            self.changed.set()
            await changed.wait()

    def new(self) -> Reporter:
        """Somebody who has not written yet."""
        number = next(NEW)
        person = self._server.world.add_person(id=number, first_name="Made-up", language_code="en")
        self.reporters[number] = one = Reporter(person, 0.5 + number * GOLDEN % 1)
        return one

    def act(self, one: Reporter) -> None:
        """Their next act: /start, or the answer to the question on the screen."""
        world, question = self._server.world, QUESTIONS[one.done - 1]
        if one.done == 0:
            act(world, one.person, "start", {})
        elif question.words:
            act(world, one.person, "write", {"text": question.words})
        else:
            end = f"{question.name}:{question.answer}"
            data = next(b["callback_data"] for b in one.buttons if b["callback_data"].endswith(end))
            act(world, one.person, "tap", {"message_id": one.asked_in, "data": data})
        line = self._server.updates_log.after(self._updates)[-1]
        self._updates = line["sequence"]
        one.open = Sent(one.person.id, one.done, _seconds(line["at"]))
        self.sent.append(one.open)
        self.waiting += 1

    def _shown(self, message: dict[str, Any], at: float) -> None:
        chat = message["chat"]["id"]
        buttons = [b for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for b in row]
        if chat in LAWYERS:
            found = [ACCEPT.match(button.get("callback_data", "")) for button in buttons]
            self.alerts += [(at, int(match[1])) for match in found if match]
        elif chat in self.reporters and (
            buttons or "edit_date" not in message
        ):  # an edit that asks nothing is none
            self._read(self.reporters[chat], message["message_id"], buttons, at)

    def _read(self, one: Reporter, number: int, buttons: Buttons, at: float) -> None:
        """The person reads a message: a question (named by its first button of one), the receipt or thanks."""
        named = [button["callback_data"].rpartition("/")[2].partition(":")[0] for button in buttons]
        asks = next((name for name in named if name in BY_NAME), named[0] if named else "")
        receives = asks in ("", RECEIPT) and one.open is not None and one.done == BY_NAME[OPENING] + 1
        one.receipt = one.receipt or receives
        one.seen["" if receives else asks] += 1
        expected = QUESTIONS[one.done].name if one.done < len(QUESTIONS) else ""
        if one.open is not None and asks == expected:
            one.open.replied, one.open, one.done, one.ready_at = at, None, one.done + 1, at
            one.asked_in, one.buttons = number, buttons
            self.waiting -= 1
            if one.done < UPDATES:
                self.ready.append(one)

    async def until(self, happened: Callable[[], object], patience: float) -> bool:
        """Wait until something on the phones is so; False after ``patience`` seconds."""
        end = asyncio.get_running_loop().time() + patience
        while not happened():
            self.changed.clear()
            left = end - asyncio.get_running_loop().time()
            try:
                await asyncio.wait_for(self.changed.wait(), left)
            except TimeoutError:
                return bool(happened())
        return True


def first_alerts(
    alerts: Iterable[tuple[float, int]], persons: dict[int, int] | None
) -> dict[int, list[float]]:
    """When each person's alerts came in, oldest first. ``persons``: whose case a button's number is about."""
    times: dict[int, list[float]] = {}
    for at, number in sorted(alerts):
        times.setdefault(number if persons is None else persons[number], []).append(at)
    return times


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
