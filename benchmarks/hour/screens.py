"""What all phones show: every call of the bot as the local Bot API server took it, counted and told to whoever watches."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from playground.server import Server

COUNTED = ("send", "edit", "copy", "forward")  # how methods begin that Telegram counts
OFFERS = re.compile(r"(?:accept|bundle|more):(\d+(?:[:,]\d+)*)")
REPEATED = 600.0  # seconds: the same words later than this were meant
Json = dict[str, Any]
Buttons = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that a phone shows now; ``new`` makes a sound, the others are edits."""

    at: float
    chat: int
    message_id: int
    text: str
    buttons: Buttons
    new: bool


@dataclass
class Screens:
    """:meth:`watch` must run beside. ``role``: of a chat; ``shown`` is told of every message."""

    server: Server
    role: Callable[[int], str]
    shown: Callable[[Shown], None]
    start: float
    sent: Counter[tuple[str, int]] = field(default_factory=Counter)  # role, minute
    edits: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)  # 429, by role
    rejected: Counter[str] = field(default_factory=Counter)  # other errors of what counts, by their words
    repeated: Counter[str] = field(default_factory=Counter)  # role
    repeats: list[Json] = field(default_factory=list)
    offered: dict[int, float] = field(default_factory=dict)  # the number on the button: first shown
    posts: list[str] = field(default_factory=list)  # in the channel
    polls: int = 0
    last_call: float = 0.0
    killed: float = 0.0  # what came later is of the run after the last kill
    _read: int = 0
    _said: dict[int, dict[str, float]] = field(default_factory=dict)

    async def watch(self) -> None:
        """Look at every call as it is made."""
        while True:
            changed = self.server.calls.changed.next()
            for line in self.server.calls.after(self._read):
                self._read = line["sequence"]
                self._call(line)
            await changed.wait()

    def heard(self, chat: int) -> None:
        """Somebody did something: what is said to them now is an answer."""
        self._said.pop(chat, None)

    def _call(self, line: Json) -> None:
        method = line.get("method", "")
        if method == "getUpdates":
            self.polls += 1
            return
        self.last_call = datetime.fromisoformat(line["at"]).timestamp()
        if not method.startswith(COUNTED) or "chat_id" not in line["params"]:
            return
        chat = int(line["params"]["chat_id"])
        role = self.role(chat)
        if line["status"] == 429:
            self.refused[role] += 1
        elif line["status"] != 200:
            self.rejected[str(line["answer"].get("description"))] += 1
        else:
            self.sent[role, int((self.last_call - self.start) // 60)] += 1
            self.edits[role] += method.startswith("edit")
            self._taken(line["answer"], chat, role, new=not method.startswith("edit"))

    def _taken(self, message: Any, chat: int, role: str, *, new: bool) -> None:
        if not isinstance(message, dict):
            return
        at, text = self.last_call, message.get("text") or message.get("caption") or ""
        buttons = [b for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for b in row]
        if new:
            self._compare(chat, role, at, text + json.dumps(buttons))
            if role == "channel":
                self.posts.append(text)
        if role == "lawyer":
            for found in (OFFERS.match(button.get("callback_data", "")) for button in buttons):
                for number in re.findall(r"\d+", found[1]) if found else ():
                    self.offered.setdefault(int(number), at)
        self.shown(Shown(at, chat, message["message_id"], text, buttons, new))

    def _compare(self, chat: int, role: str, at: float, words: str) -> None:
        """The same words from before a kill and again after it, to somebody who did nothing meanwhile, were sent twice.

        It says about how many: answers that are alike, to two presses from before the kill, count too, and whoever did
        something meanwhile is left out.
        """
        said = self._said.setdefault(chat, {})
        before = said.get(words, 0.0)
        if before <= self.killed and at - before < REPEATED:
            self.repeated[role] += 1
            self.repeats.append({"role": role, "at": at - self.start, "text": words[:80]})
        said[words] = at
