"""The part of ``dabyl check`` that looks at folders: of the files that people send, and of backups."""

import os
from shutil import disk_usage

from bot.cli.report import Report
from bot.cli.session import now
from bot.config.settings import Settings
from bot.core.keeping import ROOM, FileState
from bot.core.watch.rules import NAMED
from storage.engine import files_folder, parse_url, sqlite_file
from storage.schema import files
from storage.transaction import Transaction

PORTION = 500  # files whose rows are read at once


async def missing_files(tx: Transaction) -> list[int]:
    """The rows of kept files that are not in the folder, or not whole."""
    folder, found, last = tx.folder, [], 0
    while folder is not None and (
        portion := await tx.files.select(
            files.c.id > last, files.c.state == FileState.KEPT.value, order_by=files.c.id, limit=PORTION
        )
    ):
        found += [file.id for file in portion if not folder.is_whole(file.id, file.size or 0)]
        last = portion[-1].id
    return found


def look_at_files(settings: Settings, report: Report, missing: list[int]) -> None:
    """Whether the files that people sent are there, and new ones can be kept."""
    file = sqlite_file(parse_url(settings.storage.url))
    place = settings.storage.folder or (files_folder(file) if file is not None else None)
    if place is None:
        return  # said already: see advice
    if missing:
        named = ", ".join(map(str, missing[:NAMED]))
        report.wrong(
            f"{len(missing)} files that people sent are missing in {place}, or cut off ({named}): restore them from a backup"
        )
    there = next(one for one in (place, *place.absolute().parents) if one.exists())
    if not there.is_dir():
        report.wrong(f"{there} is no folder, so dabyl run would not start: correct storage.files")
    elif not os.access(there, os.W_OK | os.X_OK):
        report.wrong(
            f"{there} cannot be written: correct its owner and mode, or no file that people send is kept"
        )
    elif there != place:
        report.ok(f"The folder of files that people send is made by dabyl run: {place}")
    else:
        report.ok(f"The folder of files that people send can be written: {place}")
    if (free := disk_usage(there).free) < ROOM:
        report.wrong(
            f"The disk with {place} is nearly full ({free // 1_000_000} MB are free): what people write may not be kept"
        )


def look_at_backups(settings: Settings, report: Report) -> None:
    """Whether they can be seen where the configuration says, and how old the newest is."""
    watched = settings.backup.watched
    if watched is None:
        return  # said already: see advice
    folder = watched.folder
    if not folder.is_dir():
        report.wrong(
            f"backup.folder names {folder}, and there is no such folder: no backup is made. Make it, or correct the name"
        )
    elif not os.access(folder, os.R_OK | os.X_OK):
        report.wrong(
            f"{folder} cannot be read: correct its owner and mode, or nobody is told when no backup is made"
        )
    elif (newest := watched.newest(now())) is None:
        report.note(f"No backup lies in {folder} yet: dabyl backup --prove makes one")
    else:
        report.ok(f"Backups lie in {folder}, the newest of {newest:%Y-%m-%d %H:%M} UTC")
