"""How fast we may send, as the messenger counts it: in all, to one chat, to one group.

In all: evenly, a slot each ``1/per_second``, and never more than ``per_second`` in any second. A chat: a burst, then
one at a time. A group also: so many in any minute. Everything is stretched by ``MARGIN``, because what we start
evenly does not arrive evenly. ``reset`` is for a clock that went back.
"""

from collections import deque
from datetime import UTC, datetime, timedelta

from bot.core.policy import Limits

MARGIN = 1.01
LATE = timedelta(milliseconds=100)  # woken late by so much, a sender catches up; after idleness it does not
LONG_AGO = datetime.min.replace(tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)


class Pace:
    """The rate of all sends together. A slot is held from :meth:`hold` until its send starts or is given up."""

    def __init__(self, per_second: float) -> None:
        self._most = max(1, int(per_second))
        self._gap = timedelta(seconds=MARGIN / per_second)
        self._window = timedelta(seconds=MARGIN * self._most / per_second)
        self._starts: deque[datetime] = deque(maxlen=self._most)
        self._slot = LONG_AGO
        self._held = 0

    def reset(self) -> None:
        """Forget when things were sent, not what is held."""
        self._starts.clear()
        self._slot = LONG_AGO

    def free_at(self) -> datetime:
        """When the next slot begins. It may be long over. NEVER while all of a second are held."""
        if self._held >= self._most:
            return NEVER
        free = self._slot + self._held * self._gap
        full = self._most - self._held
        return max(free, self._starts[-full] + self._window) if len(self._starts) >= full else free

    def hold(self, now: datetime) -> None:
        """The next slot is taken."""
        if not self._held and now - self._slot > LATE:
            self._slot = now
        self._held += 1

    def start(self, now: datetime) -> None:
        """A held slot is used now."""
        self._held -= 1
        self._slot = max(self._slot, now - LATE) + self._gap
        self._starts.append(now)

    def give_up(self) -> None:
        """A held slot is free again: nothing was sent."""
        self._held -= 1


class ChatPace:
    """The rate of one chat, group or channel."""

    def __init__(self, limits: Limits, private: bool) -> None:
        self._gap = timedelta(seconds=MARGIN / limits.chat_per_second)
        self._burst = (limits.chat_burst - 1) * self._gap
        self._full_at = LONG_AGO  # when the whole burst is there again
        self._minute: deque[datetime] | None = None if private else deque(maxlen=limits.group_per_minute)

    def reset(self) -> None:
        """Forget when things were sent."""
        self._full_at = LONG_AGO
        if self._minute is not None:
            self._minute.clear()

    def free_at(self) -> datetime:
        """When the chat may get its next message. It may be long over."""
        free = self._full_at - self._burst if self._full_at > LONG_AGO else LONG_AGO
        if self._minute is not None and len(self._minute) == self._minute.maxlen:
            free = max(free, self._minute[0] + timedelta(minutes=MARGIN))
        return free

    def start(self, now: datetime) -> None:
        """A message is sent now."""
        self._full_at = max(self._full_at, now) + self._gap
        if self._minute is not None:
            self._minute.append(now)

    def forgettable(self, now: datetime) -> bool:
        """Whether nothing that was sent matters any more."""
        recent = self._minute and self._minute[-1] + timedelta(minutes=MARGIN) > now
        return self._full_at <= now and not recent
