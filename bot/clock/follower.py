"""A real process whose clock follows that of the playground's server: for the demo and the playground, loopback only.

When such a process waits for another, only the time that passed for both of them counts.
"""

import asyncio
import ipaddress
import logging
from datetime import timedelta
from urllib.parse import urlsplit

import httpx

from bot.clock.clock import RealClock

AT_ONCE = 1.0  # seconds that two looks may be apart; what is more was spent asleep or stopped, and the other was too


class Patience:
    """So many seconds. ``now`` is the loop's time at each look: a machine that slept in between has cost one second."""

    def __init__(self, seconds: float, now: float) -> None:
        self._seconds = seconds
        self.renew(now)

    def renew(self, now: float) -> None:
        """Begin again: there was an answer, or something went on."""
        self._left, self._looked = self._seconds, now

    def over(self, now: float) -> bool:
        """Whether it has been waited long enough."""
        self._left -= min(now - self._looked, AT_ONCE)
        self._looked = now
        return self._left <= 0


log = logging.getLogger(__name__)

PATIENCE = 30.0  # real seconds in which nobody listens there; a play that was killed leaves no bot behind
PAUSE = 0.2  # real seconds before the next try
ENVIRONMENT = "DABYL_CLOCK"  # the control address of the local server; empty for the machine's own time


class NotLoopback(ValueError):
    """Nobody but this machine may move the clock."""


async def synchronise(clock: RealClock, url: str) -> int:
    """Take over the server's offset once; the version of its clock. Raises NotLoopback or httpx.HTTPError."""
    host = urlsplit(url).hostname or ""
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise NotLoopback(f"{ENVIRONMENT}: expected an address of this machine, not {host!r}")
    async with _client(url) as http:
        return await _fetch_offset(clock, http, after=-1, wait=0)


async def follow(clock: RealClock, url: str, version: int) -> None:
    """Take over every change. Return when nobody listens there any more: the play is over.

    A server that hangs is only stopped, or the machine slept: it is asked again, for as long as it takes.
    """
    loop = asyncio.get_running_loop()
    patience = Patience(PATIENCE, loop.time())
    async with _client(url) as http:
        while True:
            try:
                version = await _fetch_offset(clock, http, after=version, wait=30)
                patience.renew(loop.time())
            except httpx.ConnectError:
                if patience.over(loop.time()):
                    break
                await asyncio.sleep(PAUSE)
            except httpx.HTTPError as error:
                log.debug("the clock's server does not answer: %s", type(error).__name__)
                patience.renew(loop.time())
                await asyncio.sleep(PAUSE)
    log.error("the clock's server has been gone for %.0f seconds: nobody plays here any more", PATIENCE)


def _client(url: str) -> httpx.AsyncClient:
    # Plain HTTP on this machine: no certificates are read for it.
    return httpx.AsyncClient(base_url=url, trust_env=False, verify=False)


async def _fetch_offset(clock: RealClock, http: httpx.AsyncClient, after: int, wait: float) -> int:
    answer = await http.get("/playground/clock", params={"after": after, "wait": wait}, timeout=wait + 10)
    answer.raise_for_status()
    told = answer.json()
    clock.shift(timedelta(seconds=told["offset_seconds"]))
    return int(told["version"])
