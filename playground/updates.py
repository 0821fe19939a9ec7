"""The queue of updates that wait for the bot, as Telegram keeps it.

An update waits until the bot confirms it (an offset above its id) or until it is too old: 24 hours, a button
press 150 seconds (open Bot API server, ``add_update``). Kinds that the bot did not ask for are not queued.
"""

from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from bot.clock.clock import Clock
from playground.journal import Journal, Pulse

LIFE = timedelta(hours=24)
QUERY_LIFE = timedelta(seconds=150)
FIRST_ID = 700_000_001
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


def _pass_by(update: Any) -> None:
    """The listener of updates at which nobody looks."""


class Updates:
    """``arrived`` beats with every new update. ``allowed``: None for Telegram's default kinds."""

    def __init__(self, clock: Clock, journal: Journal) -> None:
        self._clock = clock
        self._journal = journal
        self._waiting: OrderedDict[int, Any] = OrderedDict()
        self._expiring: tuple[deque[tuple[datetime, int]], deque[tuple[datetime, int]]] = (deque(), deque())
        self.next_id = FIRST_ID
        self.allowed: frozenset[str] | None = None
        self.look_at: Callable[[Any], None] = (
            _pass_by  # each that Telegram itself would queue; none that is injected
        )
        self.arrived = Pulse()

    def add(self, kind: str, body: Any) -> int | None:
        """Queue an update. Returns its id, or None if the bot does not want this kind."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        update = {"update_id": self.next_id, kind: body}
        self.look_at(update)
        return self._queue(update, QUERY_LIFE if kind == "callback_query" else LIFE)

    def inject(self, raw: Any) -> int:
        """Queue any JSON as it is; an object without ``update_id`` gets one. Returns the id it is confirmed by."""
        if isinstance(raw, dict):
            raw = {"update_id": self.next_id, **raw}
            number = raw["update_id"]
            if isinstance(number, int) and number > self.next_id:
                self.next_id = number
        return self._queue(raw, LIFE)

    def _queue(self, update: Any, life: timedelta) -> int:
        number, now = self.next_id, self._clock.now()
        self.next_id += 1
        self._waiting[number] = update
        self._expiring[life is QUERY_LIFE].append((now + life, number))
        self._journal.add({"at": now.isoformat(), "update": update})
        self.arrived.beat()
        return number

    def confirm(self, offset: int) -> None:
        """The bot's next poll: everything below ``offset`` is done; a negative one keeps only the last so many.

        An offset beyond all that was given out is from before a restart of the ids and confirms nothing.
        """
        if offset < 0:
            offset = self.next_id + offset
        if offset <= self.next_id:
            while self._waiting and next(iter(self._waiting)) < offset:
                self._waiting.popitem(last=False)

    def drop(self, number: int) -> None:
        """This one is done (a webhook took it)."""
        self._waiting.pop(number, None)

    def clear(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()

    def restart_ids(self, next_id: int) -> None:
        """After a week without updates Telegram goes on at a random number. The queue is empty then."""
        self.clear()
        self.next_id = next_id

    def take(self, limit: int) -> list[Any]:
        """The oldest waiting updates. They stay until they are confirmed."""
        self._expire()
        return list(islice(self._waiting.values(), limit))

    def waiting(self) -> list[tuple[int, Any]]:
        """Everything that waits, with the ids, oldest first."""
        self._expire()
        return list(self._waiting.items())

    @property
    def pending(self) -> int:
        """How many updates are not confirmed."""
        self._expire()
        return len(self._waiting)

    def _expire(self) -> None:
        now = self._clock.now()
        for expiring in self._expiring:
            while expiring and expiring[0][0] <= now:
                self._waiting.pop(expiring.popleft()[1], None)
