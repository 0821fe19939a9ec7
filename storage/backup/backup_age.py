"""How old the newest backup is, and the newest that was tried out; what is noted of it beside the backups."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

ENDING = ".dabyl"
# Empty files, of which the time of the last change says how old the newest is:
PROVEN = "proven"  # that could be restored
SENT = "sent"  # that a command has taken away
AHEAD = timedelta(hours=1)  # so far a clock may be wrong; what is from the future otherwise proves nothing


class Backups(Struct, frozen=True):
    """A folder, and how old the newest file in it may be."""

    folder: Path
    most: timedelta

    def too_old(self, now: datetime) -> str:
        """For how many hours no backup has been made, ``?`` if there has never been any; empty: all is well."""
        return self._too_old(self.newest(now), now)

    def unproven(self, now: datetime) -> str:
        """The same of one that was tried out; empty too where no backup lies here that could be."""
        return self._too_old(self.proven(now), now) if self._changed(now, f"*{ENDING}") else ""

    def newest(self, now: datetime) -> datetime | None:
        """When the newest was made, even if a command has moved it elsewhere; None if there has never been any."""
        return max(filter(None, (self._changed(now, f"*{ENDING}"), self._changed(now, SENT))), default=None)

    def proven(self, now: datetime) -> datetime | None:
        """When the newest backup that was tried out and could be restored was made; None if no backup was ever tried out."""
        return self._changed(now, PROVEN)

    def _too_old(self, newest: datetime | None, now: datetime) -> str:
        if newest is None:
            return "?"
        return str((now - newest) // timedelta(hours=1)) if now - newest > self.most else ""

    def _changed(self, now: datetime, pattern: str) -> datetime | None:
        try:
            times = [datetime.fromtimestamp(file.stat().st_mtime, UTC) for file in self.folder.glob(pattern)]
        except OSError:
            return None
        return max((at for at in times if at < now + AHEAD), default=None)


def note_backup(folder: Path, what: str, made_at: datetime, now: datetime) -> None:
    """That a backup of this moment was proven or sent, unless a newer one was. OSError where that cannot be written."""
    file = folder / what
    noted = datetime.fromtimestamp(file.stat().st_mtime, UTC) if file.exists() else made_at
    if not made_at < noted < now + AHEAD:
        file.unlink(missing_ok=True)  # it may be another user's, who tried one by hand
        file.touch(mode=0o600)
        os.utime(file, (made_at.timestamp(),) * 2)
