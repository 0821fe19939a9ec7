"""Fetching from one messenger: raw updates are on disk before they are confirmed.

poll    fetch → store and commit → only then confirm (the offset of the next fetch); in a flood polls come before batches
"""

from bot.loops.receiving import Receiving
from bot.messengers.errors import MessengerError
from storage.errors import StorageError

FULL = 100  # updates of one poll: then more wait there, perhaps behind them somebody else's


class Polling(Receiving):
    """The loop."""

    async def run(self) -> None:
        """Fetch for ever. No error ends it: a deaf bot is worse than a complaining one."""
        offset: int | None = None
        failures = 0
        try:
            while True:
                try:
                    offset = await self._fetch(offset)
                    await self._works()
                    failures = 0
                    self.polled.set()
                except (MessengerError, StorageError) as error:
                    failures += 1
                    self.flood = False
                    self.polled.set()
                    await self._complain(error, failures)
        finally:
            await self._courtesy.close()

    async def _fetch(self, offset: int | None) -> int | None:
        """One poll; what the next one confirms."""
        updates = await (self.messenger.fetch(offset, 0) if self.flood else self.messenger.fetch(offset))
        self.flood = len(updates) >= FULL
        await self._answered()
        if not updates:
            self._heard = self._clock.elapsed()
            return offset
        new = await self._store(updates)
        confirmed = max(number for number, _ in updates) + 1
        if not new and confirmed == offset:  # the messenger gives the same again, whatever we confirm
            await self._pause(1)
        return confirmed
