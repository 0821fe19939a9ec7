"""The daemon's folder of files: it puts there in the clear what people send, and never takes anything away."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

PREVIEW = ".preview"


def remove(folder: Path, file_id: str) -> None:
    """Only a file of the folder itself: an id is what somebody else wrote. The small picture of it goes along."""
    for path in (folder / file_id, folder / f"{file_id}{PREVIEW}"):
        if path.parent == folder and path.is_file():
            path.unlink(missing_ok=True)


def sweep(folder: Path, wanted: Collection[str], before: datetime) -> int:
    """Remove what is there since before then, but what is wanted still; how many files these were."""
    gone = 0
    for path in folder.iterdir():
        old = path.is_file() and path.stat().st_mtime < before.timestamp()
        if old and path.name.removesuffix(PREVIEW) not in wanted:
            path.unlink(missing_ok=True)
            gone += 1
    return gone
