"""200 lawyers who accept, decline or are silent, and 10 coordinators who say which cases are one.

A lawyer looks at an offer after a while and decides; whoever has a case says later that they have begun. Coordinators know
who was meant (``same``): what is measured is the bot, and not their memory.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from random import Random

from benchmarks.hour.screens import Screens, Shown
from playground.control.telegram import act
from playground.server import Server

LAWYERS = range(10_001, 10_201)
COORDINATORS = range(20_001, 20_011)
ACCEPT, DECLINE = 0.5, 0.25  # shares of all offers; the others stay without an answer
LOOKS = (5.0, 90.0)  # seconds until a lawyer has read it
BEGINS = (60.0, 600.0)
COORDINATES = (3.0, 9.0)  # seconds between two decisions of a coordinator
PATIENCE = 30.0  # seconds until they press again though nothing has happened
PRESSED = re.compile(r"(accept|why|first):(\d+)")
LINKED = re.compile(r"linked:(\d+):same")
Same = Callable[[int], Awaitable[bool]]


class Staff:
    """All of them. ``same``: whether the two cases of a pair are about one detention."""

    def __init__(self, server: Server, seed: int, same: Same) -> None:
        self._world = server.world
        self._seed = seed
        self._same = same
        self._cards: dict[int, int] = {}  # a coordinator's card of pairs
        self._waits: dict[int, float] = {}  # a coordinator's press that nothing has answered: when
        self._done: set[tuple[int, str, str]] = set()
        self.screens: Screens | None = None
        self.pressed = 0
        for number in (*LAWYERS, *COORDINATORS):
            self._world.private_chat(self._world.add_person(id=number, first_name="Made-up"))

    def shown(self, shown: Shown) -> None:
        """One of them reads a message."""
        if shown.chat in COORDINATORS:
            self._waits.pop(shown.chat, None)
            if any(LINKED.match(button.get("callback_data", "")) for button in shown.buttons):
                self._cards[shown.chat] = shown.message_id
            return
        for button in shown.buttons:
            found = PRESSED.match(button.get("callback_data", ""))
            if found is not None and (shown.chat, found[1], found[2]) not in self._done:
                self._done.add((shown.chat, found[1], found[2]))
                self._decide(shown.chat, shown.message_id, found[1], found[2], button["callback_data"])

    def _decide(self, chat: int, message_id: int, what: str, number: str, data: str) -> None:
        chance = Random(f"{self._seed} {chat} {what} {number}")
        loop, drawn = asyncio.get_running_loop(), chance.random()
        if what == "first":
            loop.call_later(chance.uniform(*BEGINS), self._tap, chat, message_id, data)
        elif what == "why" or drawn < ACCEPT:
            loop.call_later(chance.uniform(*LOOKS), self._tap, chat, message_id, data)
        elif drawn < ACCEPT + DECLINE:
            loop.call_later(chance.uniform(*LOOKS), self._tap, chat, message_id, f"decline:{number}")

    def _tap(self, chat: int, message_id: int, data: str) -> None:
        """Press a button, if it is still there."""
        if data in self._on(chat, message_id):
            self._press(chat, message_id, data)

    def _press(self, chat: int, message_id: int, data: str) -> None:
        assert self.screens is not None  # set before anybody begins
        self.screens.heard(chat)
        self.pressed += 1
        act(self._world, self._world.people[chat], "tap", {"message_id": message_id, "data": data})

    def _on(self, chat: int, message_id: int) -> list[str]:
        message = self._world.chats[chat].messages.get(message_id)
        if message is None or message.deleted:
            return []
        rows = message.shown.get("reply_markup", {}).get("inline_keyboard", ())
        return [button.get("callback_data", "") for row in rows for button in row]

    def open_boards(self) -> None:
        """Each coordinator opens the list of all cases, which follows what happens."""
        for number in COORDINATORS:
            act(self._world, self._world.people[number], "write", {"text": "/cases"})

    async def coordinate(self, chat: int) -> None:
        """One coordinator's hour: now and then one of the pairs on their card."""
        chance = Random(f"{self._seed} {chat}")
        while True:
            await asyncio.sleep(chance.uniform(*COORDINATES))
            now = asyncio.get_running_loop().time()
            if now - self._waits.get(chat, 0.0) < PATIENCE:
                continue
            shown = self._on(chat, self._cards[chat]) if chat in self._cards else []
            if waiting := [found[1] for data in shown if (found := LINKED.match(data)) is not None]:
                number = chance.choice(waiting)
                word = "same" if await self._same(int(number)) else "apart"
                self._waits[chat] = now
                self._press(chat, self._cards[chat], f"linked:{number}:{word}")
