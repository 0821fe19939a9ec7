"""The outgoing heartbeat: one request to a dead-man service, which raises the alarm when none comes any more.

The address is a secret: with most services whoever knows it can send heartbeats in our place. It appears in no log and no
error. The service learns that this machine is alive, and its network address.
"""

import asyncio

import httpx
from pydantic import SecretStr

PATIENCE = 10.0  # seconds of the machine's time for all of one request


class DeadMan:
    """Any service that takes a GET at an address of its own."""

    def __init__(self, url: SecretStr, patience: float = PATIENCE) -> None:
        self._url = url
        self._patience = patience
        # Without timeouts of its own: they count for each piece, and a service that drips would never come to an end.
        self._client = httpx.AsyncClient(timeout=None, headers={"User-Agent": "heartbeat"})

    async def beat(self) -> str:
        """Send one. Empty when the service took it, else why not. Raises nothing: it disturbs nobody."""
        try:
            async with asyncio.timeout(self._patience):
                async with self._client.stream("GET", self._url.get_secret_value()) as answer:
                    return "" if answer.is_success else f"HTTP {answer.status_code}"
        except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError) as error:
            return type(error).__name__

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()
