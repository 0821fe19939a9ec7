"""How long somebody waits for another process, in time that both have lived through."""

AT_ONCE = 1.0  # seconds that two looks may be apart; what is more was spent asleep or stopped, and the other was too


class Patience:
    """So many seconds. ``now`` is the loop's time at each look: a machine that slept in between has cost one second."""

    def __init__(self, seconds: float, now: float) -> None:
        self._seconds = seconds
        self.renew(now)

    def renew(self, now: float) -> None:
        """Begin anew: there was an answer, or something went on."""
        self._left, self._looked = self._seconds, now

    def over(self, now: float) -> bool:
        """Whether it has been waited long enough."""
        self._left -= min(now - self._looked, AT_ONCE)
        self._looked = now
        return self._left <= 0
