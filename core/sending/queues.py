"""What waits to be sent, so that the next one is found in a few steps however much waits.

Each chat has a queue in each lane, and chats come in turn: each send moves a chat one turn back, and one that had nothing
for a while is a burst ahead of all that had. A lane keeps two heaps of queues: those that may go, by their turn and the age
of their first item, and those that may go later, by time. A queue moves between them when it comes up, never before, and is
in neither while its chat is busy; the ``stamp`` tells its one true entry from older ones.

A message that must wait holds up what follows it in its queue, because order matters in a conversation; until it has
failed so often that it stands aside. A card that must wait holds up nothing: it shows what is true when it is sent. Of
what waits with one topic in a queue, only the newest is left.
"""

from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from typing import Generic, Protocol, TypeVar

from core.sending.pace import LONG_AGO, ChatPace, SendingLimits
from core.traffic import Lane

Key = tuple[str, int]
BURST = 5  # turns by which a chat is ahead that had nothing for a while
FIRST = -BURST


class QueueItem(Protocol):
    """A row that waits: a message or a card. ``not_before`` is UTC."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> int: ...
    @property
    def lane(self) -> Lane: ...
    @property
    def address_id(self) -> int: ...
    @property
    def private(self) -> bool: ...
    @property
    def not_before(self) -> datetime | None: ...
    @property
    def aside(self) -> bool: ...
    @property
    def topic(self) -> str | None: ...


T = TypeVar("T", bound=QueueItem)
Place = tuple[int, int]  # turn, id


class ChatQueues(Generic[T]):
    """One chat: its pace, its pause, whether a message to it is in flight, and what waits for it in each lane."""

    def __init__(self, limits: SendingLimits, private: bool) -> None:
        self.pace = ChatPace(limits, private)
        self.paused_until = LONG_AGO
        self.busy = False
        self.queues: dict[Lane, WaitingQueue[T]] = {}

    def free_at(self) -> datetime:
        """When it may get its next message."""
        return max(self.pace.free_at(), self.paused_until)

    def reset(self) -> None:
        """Forget when things were sent, and the pause."""
        self.pace.reset()
        self.paused_until = LONG_AGO

    def queue(self, lane: Lane) -> "WaitingQueue[T]":
        """What waits for it in this lane."""
        if lane not in self.queues:
            self.queues[lane] = WaitingQueue(self)
        return self.queues[lane]

    def forgettable(self, now: datetime) -> bool:
        """Whether nothing about it matters any more."""
        idle = not self.busy and self.paused_until <= now and not any(q.items for q in self.queues.values())
        return idle and self.pace.forgettable(now)


class WaitingQueue(Generic[T]):
    """What waits for one chat in one lane."""

    def __init__(self, chat: ChatQueues[T]) -> None:
        self.chat = chat
        self.items: dict[Key, T] = {}
        self.stamp = 0
        self.turn = FIRST
        self._topics: dict[str, Key] = {}
        self._order: list[tuple[datetime, int, str]] = []

    def put(self, item: T) -> None:
        """Add it, or put it in place of what has its key."""
        key = (item.kind, item.id)
        known = self.items.get(key)
        self.items[key] = item
        if known is None or _item_rank(known) != _item_rank(item):
            heappush(self._order, _item_rank(item))
        if item.topic is not None and not self._is_newer(item.topic, item.id):
            self._topics[item.topic] = key

    def older(self, item: T) -> T | None:
        """What waits here with the topic of ``item``, and was written before it."""
        if item.topic not in self._topics or self._is_newer(item.topic, item.id - 1):
            return None
        return self.items[self._topics[item.topic]]

    def _is_newer(self, topic: str, id: int) -> bool:
        """Whether what waits with this topic was written after what has this id."""
        return topic in self._topics and self._topics[topic][1] > id

    def pop(self, key: Key) -> T:
        item = self.items.pop(key)
        if item.topic is not None and self._topics.get(item.topic) == key:
            del self._topics[item.topic]
        return item

    def head(self) -> T | None:
        while self._order:
            item = self.items.get((self._order[0][2], self._order[0][1]))
            if item is not None and _item_rank(item) == self._order[0]:
                return item
            heappop(self._order)
        return None

    def ready_at(self, head: T) -> datetime:
        """When ``head`` may go, if the chat is not busy."""
        return max(self.chat.free_at(), head.not_before or LONG_AGO)


def _item_rank(item: QueueItem) -> tuple[datetime, int, str]:
    waits = item.not_before if item.kind == "card" or item.aside else None
    return (waits or LONG_AGO, item.id, item.kind)


class LaneQueue(Generic[T]):
    """All queues of one lane."""

    def __init__(self) -> None:
        self._ready: list[tuple[Place, int, int, WaitingQueue[T]]] = []
        self._later: list[tuple[datetime, int, int, WaitingQueue[T]]] = []
        self._turn = 0  # the highest of those that went
        self._number = count().__next__  # heaps never compare queues

    def place(self, queue: WaitingQueue[T], now: datetime = LONG_AGO) -> None:
        """Put the queue where it belongs. Without ``now`` it is sorted in when the lane is next looked at."""
        queue.stamp += 1
        head = queue.head()
        if head is None or queue.chat.busy:
            return
        at = queue.ready_at(head)
        if at <= now:
            queue.turn = max(queue.turn, self._turn - BURST)
            heappush(self._ready, ((queue.turn, head.id), self._number(), queue.stamp, queue))
        else:
            heappush(self._later, (at, self._number(), queue.stamp, queue))

    def take(self, queue: WaitingQueue[T]) -> None:
        """Its first item goes: others come before the next one."""
        self._turn = max(self._turn, queue.turn)
        queue.turn += 1

    def top(self, now: datetime) -> WaitingQueue[T] | None:
        """The queue whose turn it is of those whose first item may go now."""
        while self._later and self._later[0][0] <= now:
            self._again(heappop(self._later), now)
        while self._ready:
            (_, number), _, stamp, queue = self._ready[0]
            head = queue.head() if stamp == queue.stamp and not queue.chat.busy else None
            if head is not None and head.id == number and queue.ready_at(head) <= now:
                return queue
            self._again(heappop(self._ready), now)
        return None

    def next_at(self) -> datetime | None:
        """When the first of those that must wait may go. Ask :meth:`top` before."""
        while self._later:
            at, _, stamp, queue = self._later[0]
            head = queue.head() if stamp == queue.stamp and not queue.chat.busy else None
            if head is not None and queue.ready_at(head) <= at:
                return at
            self._again(heappop(self._later), LONG_AGO)
        return None

    def _again(self, entry: tuple[datetime | Place, int, int, WaitingQueue[T]], now: datetime) -> None:
        _, _, stamp, queue = entry
        if stamp == queue.stamp:
            self.place(queue, now)
