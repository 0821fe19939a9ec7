"""Whether all is well, by the watchman's last audit: what a load balancer, Docker or systemd asks of the process itself."""

from collections.abc import Sequence
from datetime import timedelta

from bot.clock.clock import Clock
from bot.core.watch.rules import RULES, Finding

YOUNG = timedelta(minutes=3)  # of an audit; one comes each minute
NO_AUDIT, OLD_AUDIT = "no-audit-yet", "audit-old"


class Health:
    """What was found last, and how long ago that was; by time that passed, for clocks are set."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at: timedelta | None = None
        self.findings: Sequence[Finding] = ()

    def note(self, findings: Sequence[Finding]) -> None:
        """An audit has ended with these."""
        self.findings, self._at = tuple(findings), self._clock.elapsed()

    @property
    def age(self) -> timedelta | None:
        """Of the last audit; None before the first."""
        return self._clock.elapsed() - self._at if self._at is not None else None

    def reasons(self) -> list[str]:
        """Why it is not well, as codes; empty: it is. What stops the heartbeat is a reason, nothing else of the findings."""
        if self.age is None:
            return [NO_AUDIT]
        old = [OLD_AUDIT] if self.age > YOUNG else []
        return old + [finding.kind for finding in self.findings if RULES[finding.kind].stops]
