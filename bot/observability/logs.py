"""The log: ids, classes and lines of the code, as text or as JSON, on stderr.

What others write (asyncio, SQLAlchemy …) may have a person's words in it: in arguments, in the repr of a task, in the text
of an exception. So of a line of theirs the first line of the template stays, and of any exception its class and its place.
"""

import json
import logging
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, TextIO

from bot.loops.error_summary import code_line, error_name

OURS = ("bot", "core", "handlers", "playground", "storage")
CHATTY = ("httpx", "httpcore", "telegram", "alembic", "aiohttp")  # the first writes the token into its lines
PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))
DEBUG = 7  # of the journal


class TextFormatter(logging.Formatter):
    """One line of text. ``journal``: with the priority before it, and without the time, which the journal has itself."""

    def __init__(self, *, journal: bool) -> None:
        super().__init__()
        self._journal = journal

    def format(self, record: logging.LogRecord) -> str:
        said = f"{record.levelname} {record.name} {loggable(record)}"
        if self._journal:
            return f"<{priority(record.levelno)}>{said}"
        return f"{self.formatTime(record)} {said}"


class JsonFormatter(logging.Formatter):
    """One JSON object a line. ``journal`` as for a line of text."""

    def __init__(self, *, journal: bool) -> None:
        super().__init__()
        self._journal = journal

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said = {
            "at": at,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": loggable(record),
        }
        line = json.dumps(said, ensure_ascii=False)
        return f"<{priority(record.levelno)}>{line}" if self._journal else line


def loggable(record: logging.LogRecord) -> str:
    """What may be written of a record."""
    ours = record.name.partition(".")[0] in OURS
    text = record.getMessage() if ours else str(record.msg).partition("\n")[0]
    error = record.exc_info[1] if record.exc_info else None
    return text if error is None else f"{text}: {error_name(error)} at {code_line(error)}"


def priority(level: int) -> int:
    """The journal's, 0 to 7."""
    return next((number for least, number in PRIORITIES if level >= least), DEBUG)


def goes_to_journal(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether systemd's journal reads this stream: it says so by device and inode."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError):  # no file behind it
        return False
    return environ.get("JOURNAL_STREAM") == f"{status.st_dev}:{status.st_ino}"


def set_up(level: int, form: Literal["text", "json"] = "text") -> None:
    """Of the whole process, on stderr."""
    journal = goes_to_journal(sys.stderr, os.environ)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter(journal=journal) if form == "json" else TextFormatter(journal=journal))
    logging.basicConfig(level=level, handlers=[handler])
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
