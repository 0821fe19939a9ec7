"""How a messenger brings updates by itself, as the loop that takes them knows it."""

from datetime import datetime
from typing import Protocol

from msgspec import Struct


class Delivery(Struct, frozen=True):
    """What it says of its deliveries: to where, how many updates wait, and the last failure (UTC)."""

    url: str
    pending: int
    error: str = ""
    failed_at: datetime | None = None


class Deliveries(Protocol):
    """Those of one messenger. ``header``: of a request, in which the secret is shown."""

    header: str

    async def set(self, url: str, secret: str) -> None:
        """Have updates brought there; ``secret`` is shown with each."""
        ...

    async def look(self) -> Delivery:
        """How that goes."""
        ...

    def read(self, body: bytes) -> tuple[int, bytes]:
        """The id of an update that was brought, and it as polling would have given it, so that what comes in both ways is
        known to be the same. Raises Unreadable.
        """
        ...
