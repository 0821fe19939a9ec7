"""What systemd is told (sd_notify): that we are ready, how it stands, that we live, that we stop. Without systemd, nothing.

A datagram to the socket that ``NOTIFY_SOCKET`` names; ``@`` begins the name of one that is in no folder. It disturbs nobody:
what cannot be sent is not sent.
"""

import logging
import os
import socket
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.core.watch.rules import Finding

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

    def found(self, findings: Sequence[Finding]) -> None:
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
