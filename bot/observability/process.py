"""The process as others see it: its health by the watchman's last audit (for a load balancer, Docker or systemd), what it
costs, and what it tells systemd.

systemd is told (sd_notify) that we are ready, how we are, that we live and that we stop: a datagram to the socket that
``NOTIFY_SOCKET`` names (``@`` begins the name of a socket that is in no folder). Without systemd, or if it cannot be sent,
nothing is sent.

Garbage collections skip the words, places and modules, which stay to the end: to look through them would stop all loops for
some 0.1 s. They are also rarer: with Python's threshold of 700 they took a fifteenth of the time.
"""

import gc
import logging
import os
import resource
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from msgspec import Struct

from bot.clock.clock import Clock
from core.watch.audit import RULES, AuditFinding

BETWEEN = 10_000  # new objects from one collection to the next


@contextmanager
def seldom_collected() -> Iterator[None]:
    """What is in memory now stays while this lasts."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(BETWEEN, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


YOUNG = timedelta(minutes=3)  # of an audit; one comes each minute
NO_AUDIT, OLD_AUDIT = "no-audit-yet", "audit-old"


class Health:
    """What was found last, and how long ago that was; by time that passed, for clocks are set."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at: timedelta | None = None
        self.findings: Sequence[AuditFinding] = ()

    def note(self, findings: Sequence[AuditFinding]) -> None:
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


STATM = Path("/proc/self/statm")


class Process(Struct, frozen=True):
    """Processor time in seconds, memory in bytes; None where the system does not tell it so."""

    processor: float
    memory: int | None


def measure_process() -> Process:
    """What the process costs at this moment."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    pages = int(STATM.read_text().split()[1]) if STATM.exists() else None
    return Process(
        used.ru_utime + used.ru_stime, pages * os.sysconf("SC_PAGE_SIZE") if pages is not None else None
    )


log = logging.getLogger(__name__)

SOCKET, WATCHDOG, WATCHDOG_PID = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"
LEAST = timedelta(minutes=3)  # of WatchdogSec: an audit comes each minute


class Supervisor:
    """Of one process. ``environ``: systemd's variables are in it, or not."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        name = environ.get(SOCKET, "")
        self._address = "\0" + name[1:] if name.startswith("@") else name
        ours = environ.get(WATCHDOG_PID, str(os.getpid())) == str(os.getpid())
        given = environ.get(WATCHDOG, "") if ours else ""
        self.watchdog = timedelta(microseconds=int(given)) if given.isdigit() else None
        if self._address and self.watchdog is not None and self.watchdog < LEAST:
            log.warning("WatchdogSec is %s: give it three minutes or more", self.watchdog)

    def ready(self, how: str) -> None:
        """The start is over."""
        self._say("READY=1", f"STATUS={how}", "WATCHDOG=1")

    def waits(self) -> None:
        """A standby is as ready as it can be."""
        self._say("READY=1", "STATUS=standby: another process has the database", "WATCHDOG=1")

    def alive(self) -> None:
        """Nothing hangs. Where this is not said for ``WatchdogSec``, systemd starts the program again."""
        self._say("WATCHDOG=1")

    def found(self, findings: Sequence[AuditFinding]) -> None:
        """How it stands, as ``systemctl status`` shows it."""
        kinds = ", ".join(finding.kind for finding in findings)
        self._say(f"STATUS=running; found: {kinds}" if kinds else "STATUS=running; all is well")

    def stopping(self) -> None:
        """The end has begun."""
        self._say("STOPPING=1", "STATUS=stopping")

    def _say(self, *lines: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as way:
                way.sendto("\n".join(lines).encode(), self._address)
        except OSError as error:
            log.debug("the supervisor was not told: %s", error.strerror)


ALONE = Supervisor({})  # nobody supervises
