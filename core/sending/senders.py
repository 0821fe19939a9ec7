"""Several messengers, each with its own order, pace and pauses: one that cannot be reached holds up no other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from core.sending.lanes import Sender
from core.sending.queues import QueueItem
from core.traffic import Lane


class Addressed(QueueItem, Protocol):
    """A row that waits, and the messenger through which it leaves."""

    @property
    def messenger(self) -> str: ...


T = TypeVar("T", bound=Addressed)


class Senders(Generic[T]):
    """A sender for each messenger, by its name; they pick in turn. KeyError for an unknown messenger."""

    def __init__(self, senders: Mapping[str, Sender[T]]) -> None:
        self._of = dict(senders)

    def __len__(self) -> int:
        return sum(map(len, self._of.values()))

    def of(self, messenger: str) -> Sender[T]:
        """The one of this messenger."""
        return self._of[messenger]

    def has(self, messenger: str) -> bool:
        """Whether anything can leave through it."""
        return messenger in self._of

    def after_crash(self, now: datetime) -> None:
        """An earlier run was sending just before: see Sender."""
        for sender in self._of.values():
            sender.after_crash(now)

    def waiting(self, lane: Lane) -> int:
        """How many wait in this lane."""
        return sum(sender.waiting(lane) for sender in self._of.values())

    def pick(self, now: datetime) -> T | None:
        """What to send now, of each messenger in turn. None: see :meth:`next_time`."""
        for name in list(self._of):
            self._of[name] = sender = self._of.pop(name)  # behind all others
            if (item := sender.pick(now)) is not None:
                return item
        return None

    def next_time(self, now: datetime) -> datetime | None:
        """When :meth:`pick` can next give something."""
        times = [sender.next_time(now) for sender in self._of.values()]
        return min((time for time in times if time is not None), default=None)
