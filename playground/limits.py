"""How fast a bot may send: a table, and a gate that reads it.

30 a second in all; one chat 1 a second with bursts of 5; a group or channel 20 a minute (Bots FAQ of Telegram,
"My bot is hitting limits"). Telegram's own thresholds are soft; these are a token bucket each.
"""

from math import ceil

from msgspec import Struct


class Rate(Struct, frozen=True):
    """``count`` in ``seconds``, of which up to ``burst`` at once."""

    count: int
    seconds: float
    burst: int


class Limits(Struct, frozen=True):
    """None means no limit. Sends and edits share them; deleting, answering a tap and asking are free."""

    all: Rate | None = Rate(30, 1, 30)
    chat: Rate | None = Rate(1, 1, 5)
    group: Rate | None = Rate(20, 60, 20)

    @classmethod
    def off(cls) -> "Limits":
        """No limits at all."""
        return cls(None, None, None)


_ALL = 0  # no chat has this id


class Gate:
    """Lets sends through as far as ``limits`` allow (generic cell rate algorithm: one number a chat)."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.refused = 0
        self._due: dict[int, float] = {}  # when the bucket is full again, seconds

    def wait(self, chat: int, *, group: bool, now: float) -> int:
        """0 and the send is counted, or the whole seconds to wait. ``now`` in seconds, any epoch."""
        own = self.limits.group if group else self.limits.chat
        rates = [(key, rate) for key, rate in ((_ALL, self.limits.all), (chat, own)) if rate is not None]
        wait = max((self._missing(key, rate, now) for key, rate in rates), default=0.0)
        if wait > 0:
            self.refused += 1
            return max(1, ceil(wait))
        for key, rate in rates:
            self._due[key] = max(self._due.get(key, now), now) + rate.seconds / rate.count
        return 0

    def _missing(self, key: int, rate: Rate, now: float) -> float:
        step = rate.seconds / rate.count
        ahead = self._due.get(key, now) - now
        if ahead > rate.burst * step + 1e-6:  # the clock was put back, or the limit was tightened
            self._due[key] = now + rate.burst * step
            ahead = rate.burst * step
        missing = ahead - (rate.burst - 1) * step
        return missing if missing > 1e-6 else 0.0
