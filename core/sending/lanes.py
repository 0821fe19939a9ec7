"""Which message leaves next. A state without a clock: the caller says what time it is.

    urgent          are alerts and what hides a chat: in the next free slot, by turns if both wait; two in a row at most
                    while another lane is due
    another lane    is due when it has had something that may go, and ``SHARE`` slots would pass without it: then it
                    comes first (so each gets one slot of 15; in a flood of alerts, if all lanes wait, one of 18)
    otherwise       the first lane that has something that may go; in a lane the chats in turn
    a chat          has one message in flight; its pace and its pauses are its own
    in flight       at most ``in_flight``; ``reserved`` of them are for what is urgent, half of these for alerts alone

A slot is taken by :meth:`Sender.pick`, counts from :meth:`Sender.started`, and is given back by a
:meth:`Sender.finished` without a start.
"""

from datetime import datetime, timedelta
from typing import Generic

from core.sending.pace import LONG_AGO, NEVER, Pace, SendingLimits
from core.sending.queues import ChatQueues, Key, LaneQueue, T, WaitingQueue
from core.traffic import Lane

SHARE = 15  # slots
URGENT = (Lane.HIDE, Lane.ALERT)
OTHERS = tuple(lane for lane in Lane if lane not in URGENT)
URGENT_IN_A_ROW = 2  # while another lane is due
SEVERAL = 3  # different chats told to wait within TOGETHER: then it is not about the chats
TOGETHER = timedelta(seconds=5)
# Then it is tried: it may have been about those chats after all. If it was not, twice as long, as far as it was asked for.
ALL_WAIT = timedelta(seconds=10)
DOUBLED = 12  # times at most


class Sender(Generic[T]):
    """Everything that waits or is in flight. Times are UTC; a clock that goes back forgets paces and pauses."""

    def __init__(self, limits: SendingLimits) -> None:
        self._limits = limits
        self._lanes: dict[Lane, LaneQueue[T]] = {lane: LaneQueue() for lane in Lane}
        # Slots in a row that went by a lane which had something to send.
        self._passed = dict.fromkeys(OTHERS, 0)
        self._last: Lane | None = None  # that was chosen
        self._urgent_in_a_row = 0
        self._chats: dict[int, ChatQueues[T]] = {}
        self._resting: dict[int, None] = {}  # chats to be forgotten when nothing about them matters
        self._where: dict[Key, WaitingQueue[T]] = {}
        self._waiting = dict.fromkeys(Lane, 0)
        self._flying: dict[Key, tuple[Lane, bool]] = {}  # the lane, and whether the send has started
        self._others = 0  # in flight, alerts not counted
        self._hits: dict[int, tuple[datetime, datetime]] = {}  # chat: when it was told to wait, until when
        self._pace = Pace(limits.per_second)
        self._all_waited = 0  # times in a row that everything was told to
        self._paused_until = LONG_AGO
        self._now = LONG_AGO
        self._crashed: datetime | None = None

    def __len__(self) -> int:
        return len(self._where)

    def waiting(self, lane: Lane) -> int:
        """How many wait in this lane."""
        return self._waiting[lane]

    def after_crash(self, now: datetime) -> None:
        """An earlier run was sending just before, and nobody knows how much to whom: no chat has its burst yet."""
        self._crashed = now

    def offer(self, item: T) -> bool:
        """Add it, or replace what waits under its kind and id. False, and nothing happens, while that is in flight."""
        key = (item.kind, item.id)
        if key in self._flying:
            return False
        chat = self._chat(item.address_id, item.private)
        queue = chat.queue(item.lane)
        known = self._where.get(key)
        if known is not None and known is not queue:
            self.drop(*key)
        before = queue.head()
        queue.put(item)
        self._where[key] = queue
        if known is not queue:
            self._waiting[item.lane] += 1
        if before is not queue.head():
            self._lanes[item.lane].place(queue)
        return True

    def drop(self, kind: str, number: int) -> bool:
        """It need not be sent any more. False if it does not wait."""
        queue = self._where.pop((kind, number), None)
        if queue is not None:
            item = queue.pop((kind, number))
            self._waiting[item.lane] -= 1
            self._lanes[item.lane].place(queue)
            self._resting[item.address_id] = None
        return queue is not None

    def replaced_by(self, item: T) -> T | None:
        """Take off what waits with the topic of ``item`` in its chat and lane and is older: it need not be sent."""
        chat = self._chats.get(item.address_id)
        older = chat.queue(item.lane).older(item) if chat is not None else None
        if older is not None:
            self.drop(older.kind, older.id)
        return older

    def pick(self, now: datetime) -> T | None:
        """What to send now: it has a slot and is in flight until it is finished. None: see :meth:`next_time`."""
        self._watch(now)
        if now < max(self._paused_until, self._pace.free_at()) or len(self._flying) >= self._limits.in_flight:
            return None
        found = self._next(now)
        if found is None:
            return None
        lane, queue = found
        item = queue.head()
        assert item is not None  # a queue without items is not ready
        self._pace.hold(now)
        queue.chat.busy = True
        key = (item.kind, item.id)
        queue.pop(key)
        del self._where[key]
        self._lanes[lane].take(queue)
        self._waiting[lane] -= 1
        self._flying[key] = (lane, False)
        self._others += lane is not Lane.ALERT
        return item

    def started(self, item: T, now: datetime) -> None:
        """Its send begins at this moment."""
        key = (item.kind, item.id)
        self._flying[key] = (self._flying[key][0], True)
        self._pace.start(now)

    def finished(self, item: T, now: datetime) -> None:
        """Its send is over, however it went; or there was none after all."""
        lane, started = self._flying.pop((item.kind, item.id))
        self._others -= lane is not Lane.ALERT
        chat = self._chats[item.address_id]
        chat.busy = False
        if started:
            chat.pace.start(now)  # the messenger counts it when it comes, which was before its answer
        else:
            self._pace.give_up()
        for kind, queue in chat.queues.items():
            self._lanes[kind].place(queue)
        self._resting[item.address_id] = None
        self._rest(now)

    def pause_chat(self, address_id: int, until: datetime, now: datetime) -> None:
        """The messenger says that this chat must wait. If it says so of several chats, and none was served since the first
        of them, everything waits; and longer, if the chat that is tried first after that must wait too.
        """
        chat = self._chats.get(address_id)
        if chat is not None:
            chat.paused_until = max(chat.paused_until, until)
        self._hits[address_id] = (now, until)
        self._hits = {a: hit for a, hit in self._hits.items() if now - hit[0] <= TOGETHER}
        over = now >= self._paused_until
        still = self._all_waited > 0 and now - self._paused_until <= TOGETHER
        if len(self._hits) >= SEVERAL or still:
            if over:
                self._all_waited = min(self._all_waited + 1, DOUBLED) if still else 1
            span = ALL_WAIT * 2 ** (max(self._all_waited, 1) - 1)
            self.pause(min(now + span, *(end for _, end in self._hits.values())))

    def served(self) -> None:
        """The messenger took something: what some chats were told is about them alone."""
        self._hits.clear()
        self._all_waited = 0

    @property
    def paused_until(self) -> datetime | None:
        """Until when everything waits; None when the messenger has taken something since it last had to."""
        return self._paused_until if self._all_waited else None

    def pause(self, until: datetime) -> None:
        """The messenger cannot be reached at all: everything waits, and alerts come first when it is over."""
        self._paused_until = max(self._paused_until, until)
        self._pace.idle()

    def next_time(self, now: datetime) -> datetime | None:
        """When :meth:`pick` can next give something, ``now`` at the earliest.

        None when only an offer or a finished send can change that.
        """
        self._watch(now)
        if len(self._flying) >= self._limits.in_flight:
            return None
        lanes = [self._lanes[lane] for lane in Lane if self._has_room(lane)]
        times = [now if lane.top(now) else lane.next_at() for lane in lanes]
        earliest = min((time for time in times if time is not None), default=NEVER)
        free = max(now, self._paused_until, self._pace.free_at())
        if len(lanes) == len(Lane) and earliest > free:
            self._pace.idle()  # not late, but without anything to send
        at = max(free, earliest)
        return None if at == NEVER else at

    def _next(self, now: datetime) -> tuple[Lane, WaitingQueue[T]] | None:
        """The lane that has this slot, and the queue in it. Keeps count of whom the slot passed by."""
        open_to = [lane for lane in Lane if self._has_room(lane)]
        ready = {lane: queue for lane in open_to if (queue := self._lanes[lane].top(now)) is not None}
        if not ready:
            return None
        due = [lane for lane in OTHERS if lane in ready and self._passed[lane] >= SHARE - 1]
        urgent = [lane for lane in URGENT if lane in ready]
        if urgent and not (due and self._urgent_in_a_row >= URGENT_IN_A_ROW):
            chosen = urgent[0] if urgent[0] is not self._last else urgent[-1]
        else:
            chosen = max(due, key=self._passed.__getitem__) if due else min(ready)
        self._last = chosen
        self._urgent_in_a_row = self._urgent_in_a_row + 1 if chosen in URGENT else 0
        if len(open_to) == len(Lane):
            for lane in OTHERS:
                self._passed[lane] = self._passed[lane] + 1 if lane in ready and lane is not chosen else 0
        return chosen, ready[chosen]

    def _has_room(self, lane: Lane) -> bool:
        if lane is Lane.ALERT:
            return True
        if self._all_waited and self._flying:
            return False  # nobody has been served yet: what is tried is one thing, and alerts
        kept = self._limits.reserved if lane in OTHERS else (self._limits.reserved + 1) // 2
        return self._others < self._limits.in_flight - kept

    def _chat(self, address_id: int, private: bool) -> ChatQueues[T]:
        if address_id not in self._chats:
            self._chats[address_id] = ChatQueues(self._limits, private)
            if self._crashed is not None:
                self._chats[address_id].pace.spend(self._crashed)
        return self._chats[address_id]

    def _rest(self, now: datetime) -> None:
        """Forget chats that nothing waits for and whose pace is at rest; one that is not is looked at again last."""
        while self._resting:
            address_id = next(iter(self._resting))
            chat = self._chats.get(address_id)
            del self._resting[address_id]
            if chat is not None and not chat.forgettable(now):
                self._resting[address_id] = None
                return
            self._chats.pop(address_id, None)

    def _watch(self, now: datetime) -> None:
        if now < self._now:
            self._paused_until = LONG_AGO
            self._all_waited = 0
            self._crashed = None
            self._hits.clear()
            self._pace.reset()
            for chat in self._chats.values():
                chat.reset()
                for lane, queue in chat.queues.items():
                    self._lanes[lane].place(queue)
        self._now = now
