"""A messenger's server that counts what reaches it, for the tests of the sender."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush

from msgspec import Struct

from core.sending.lanes import Sender
from core.sending.pace import SendingLimits
from core.traffic import Lane

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


class Thing(Struct, frozen=True):
    """Something to send."""

    id: int
    lane: Lane = Lane.NEWS
    address_id: int = 1
    private: bool = True
    not_before: datetime | None = None
    kind: str = "message"
    aside: bool = False
    topic: str | None = None


@dataclass
class Wire:
    """Drives a sender through time and keeps what was sent, with the moment."""

    limits: SendingLimits = field(default_factory=SendingLimits)
    now: datetime = START
    sent: list[tuple[datetime, Thing]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sender: Sender[Thing] = Sender(self.limits)
        self.flying: list[tuple[datetime, int, Thing]] = []

    def offer(self, things: Iterable[Thing]) -> None:
        """Hand all to the sender."""
        for thing in things:
            assert self.sender.offer(thing)

    def send(self) -> Thing | None:
        """Send what may go at this moment, if anything; it is answered at once."""
        thing = self.sender.pick(self.now)
        if thing is not None:
            self.sender.started(thing, self.now)
            self.sender.finished(thing, self.now)
            self.sent.append((self.now, thing))
        return thing

    def send_next(self) -> Thing:
        """Wait for the next thing to go, and send it."""
        due = self.sender.next_time(self.now)
        assert due is not None
        self.now = due
        thing = self.send()
        assert thing is not None, "next_time named a moment at which nothing can go"
        return thing

    def run(
        self,
        arriving: Iterable[tuple[datetime, Thing]] = (),
        takes: Callable[[], timedelta] = timedelta,
        wakes: Callable[[], timedelta] = timedelta,
    ) -> None:
        """Until everything that arrives is sent. A send takes ``takes()``; the loop wakes ``wakes()`` late."""
        coming = sorted(arriving, key=lambda pair: (pair[0], pair[1].id))
        while True:
            while coming and coming[0][0] <= self.now:
                self.offer([coming.pop(0)[1]])
            while self.flying and self.flying[0][0] <= self.now:
                self.sender.finished(heappop(self.flying)[2], self.now)
            thing = self.sender.pick(self.now)
            if thing is not None:
                self.sender.started(thing, self.now)
                self.sent.append((self.now, thing))
                heappush(self.flying, (self.now + takes(), thing.id, thing))
                self.check_flying()
                continue
            moments = [moment for moment, *_ in self.flying[:1]] + [moment for moment, _ in coming[:1]]
            due = self.sender.next_time(self.now)
            moments += [] if due is None else [due]
            if not moments:
                assert len(self.sender) == 0, "something waits, and nothing will ever send it"
                return
            self.now = max(self.now, min(moments)) + wakes()

    def check_flying(self) -> None:
        """Never too many at once, never two for one chat, the reserve left alone."""
        flying = [thing for *_, thing in self.flying]
        assert len(flying) <= self.limits.in_flight
        no_alerts = sum(thing.lane is not Lane.ALERT for thing in flying)
        assert no_alerts <= self.limits.in_flight - (self.limits.reserved + 1) // 2
        ordinary = sum(thing.lane not in (Lane.HIDE, Lane.ALERT) for thing in flying)
        assert ordinary <= self.limits.in_flight - self.limits.reserved
        assert max(Counter(thing.address_id for thing in flying).values()) == 1

    def check_rates(self) -> None:
        """What the server would refuse: counted in every sliding window."""
        moments = [at for at, _ in self.sent]
        _at_most(self.limits.per_second, SECOND, moments)
        chats: dict[int, list[datetime]] = defaultdict(list)
        groups: dict[int, list[datetime]] = defaultdict(list)
        for at, thing in self.sent:
            chats[thing.address_id].append(at)
            if not thing.private:
                groups[thing.address_id].append(at)
        for times in groups.values():
            _at_most(self.limits.group_per_minute, timedelta(minutes=1), times)
        for times in chats.values():
            left, last = float(self.limits.chat_burst), times[0]
            for at in times:
                left = min(
                    self.limits.chat_burst, left + (at - last).total_seconds() * self.limits.chat_per_second
                )
                assert left >= 1, f"a chat was sent to too fast at {at}"
                left, last = left - 1, at


def _at_most(count: float, window: timedelta, moments: list[datetime]) -> None:
    number = int(count)
    for first, one_too_many in zip(moments, moments[number:], strict=False):
        assert one_too_many - first > window, f"more than {number} in {window} from {first}"
