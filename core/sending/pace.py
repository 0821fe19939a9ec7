"""How fast we may send, as the messenger counts it: in all, to one chat, to one group.

    in all      a slot each ``1/per_second``, stretched by ``MARGIN``; never more than ``per_second`` starts in any second
    woken late  the slots that were missed are used at once, those of the last ``LATE`` at most
    idle        slots that pass while there is nothing to send are lost
    a chat      a burst, then one at a time, stretched by ``MARGIN``
    a group     also so many in any minute, stretched likewise

Lateness costs nothing while it is less than ``MARGIN`` leaves of a second, a hundredth of it, on average. The messenger
counts by a bucket of one second's worth: there is room in it for what we make up for, and for some tenths of a second by
which latency shifts what arrives. ``reset`` is for a clock that went back.

How fast we may send, as values.
"""

from collections import deque
from datetime import UTC, datetime, timedelta

from msgspec import Struct


class SendingLimits(Struct, frozen=True):
    """What the messenger lets us send. The numbers are Telegram's; paid broadcasts allow more.

    A chat may get ``chat_burst`` messages at once and then ``chat_per_second``; a group or channel
    ``group_per_minute``. At most ``in_flight`` sends wait for an answer or to be recorded, ``reserved`` of them only for
    alerts: those of half a second, so that a slow answer or a busy database does not make it less than 30 a second.
    """

    per_second: float = 30
    chat_burst: int = 5
    chat_per_second: float = 1
    group_per_minute: int = 20
    in_flight: int = 16
    reserved: int = 2


MARGIN = 1.01
DRIFT = 1.001  # clocks that are being put right run wrong by half of that
LATE = timedelta(milliseconds=250)
LONG_AGO = datetime.min.replace(tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)


class Pace:
    """The rate of all sends together. A slot is held from :meth:`hold` until its send starts or is given up."""

    def __init__(self, per_second: float) -> None:
        self._most = max(1, int(per_second))
        self._gap = timedelta(seconds=MARGIN / per_second)
        self._window = timedelta(seconds=DRIFT * self._most / per_second)
        self._starts: deque[datetime] = deque(maxlen=self._most)
        self._slot = LONG_AGO  # when the first slot that is not used begins
        self._held = 0
        self._idle = True

    def reset(self) -> None:
        """Forget when things were sent, not what is held."""
        self._starts.clear()
        self._slot = LONG_AGO
        self._idle = True

    def free_at(self) -> datetime:
        """When the next slot begins that is not held. It may be long over. NEVER while all of a second are held."""
        if self._held >= self._most:
            return NEVER
        free = self._slot + self._held * self._gap
        full = self._most - self._held
        return max(free, self._starts[-full] + self._window) if len(self._starts) >= full else free

    def idle(self) -> None:
        """There is nothing to send: slots that pass until the next :meth:`hold` are lost."""
        self._idle = True

    def hold(self, now: datetime) -> None:
        """The next slot is taken."""
        oldest = now if self._idle else now - LATE
        self._slot = max(self._slot, oldest - self._held * self._gap)
        self._idle = False
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

    def __init__(self, limits: SendingLimits, private: bool) -> None:
        self._gap = timedelta(seconds=MARGIN / limits.chat_per_second)
        self._burst = (limits.chat_burst - 1) * self._gap
        self._full_at = LONG_AGO  # when the whole burst is there again
        self._minute: deque[datetime] | None = None if private else deque(maxlen=limits.group_per_minute)

    def reset(self) -> None:
        """Forget when things were sent."""
        self._full_at = LONG_AGO
        if self._minute is not None:
            self._minute.clear()

    def spend(self, now: datetime) -> None:
        """Of the burst one message is left: an earlier run may have sent the others."""
        self._full_at = now + self._burst

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
