"""How old the newest backup is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.backup.writing import ENDING


@dataclass(frozen=True, slots=True)
class Backups:
    """A folder, and how old the newest file in it may be."""

    folder: Path
    most: timedelta

    def newest(self) -> datetime | None:
        """When the newest was made; None where there is none."""
        try:
            made = max((file.stat().st_mtime for file in self.folder.glob(f"*{ENDING}")), default=None)
        except OSError:
            return None
        return datetime.fromtimestamp(made, UTC) if made is not None else None

    def too_old(self, now: datetime) -> str:
        """For how many hours there has been none, ``?`` where there is none; empty: all is well."""
        newest = self.newest()
        if newest is None:
            return "?"
        age = now - newest
        return str(age // timedelta(hours=1)) if age > self.most else ""
