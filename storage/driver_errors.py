"""What the drivers raise, as what it means to us. The one place that knows them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from storage.errors import Refused, StorageError, Unavailable

# What SQLite and PostgreSQL call their trouble → what it is and what to do. Longer names of SQLite begin with these.
REASONS = {
    "SQLITE_BUSY": "another program keeps it locked; find out which one writes for so long",
    "SQLITE_READONLY": "this user may not write it; correct the owner and the mode of the file and of its folder",
    "SQLITE_CANTOPEN": "this user may not open it; correct the owner and the mode of the file and of its folder",
    "SQLITE_FULL": "there is no disk space left",
    "SQLITE_IOERR": "the disk is full, or it fails, or its folder is gone; df -h, then the system's log",
    "SQLITE_NOTADB": "the file is no SQLite database; correct storage.url",
    "SQLITE_CORRUPT": "the file is damaged; keep a copy of it and restore a backup",
    "28P01": "the server refuses the password in storage.url",
    "28000": "the server refuses the user in storage.url",
    "3D000": "the server has no database of this name; make it (createdb) or correct storage.url",
    "53100": "there is no disk space left",
    "53200": "the server has no memory left",
    "53300": "the server has no connection left",
    "57P03": "the server is starting or stopping",
}
CLOSED = (
    "no active connection",
    "connection closed",
    "cannot operate on a closed database.",
)  # aiosqlite's, sqlite3's
ABORTED = "25P02"  # PostgreSQL takes no statement after one that failed
UNKNOWN = "check its server, its disk space and whether another program keeps it locked"

ABOUT_THE_ROWS = (
    "IntegrityError",
    "DataError",
    "ProgrammingError",
    "NotSupportedError",
)  # SQLAlchemy's, sqlite3's


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the drivers raise into :class:`Unavailable` or :class:`Refused`."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _translate(error, error.orig) from error
    except ValueError as error:  # aiosqlite's, when its connection was closed
        if str(error).lower() not in CLOSED:
            raise
        raise Unavailable(
            "The connection to the database is closed; the next one is opened again."
        ) from error
    except sqlite3.Error as error:  # of a statement that went straight to the driver
        raise _translate(error, error) from error
    except exc.StatementError as error:  # a value that its column type refuses before any driver sees it
        raise Refused(f"A value does not fit its column ({type(error.orig).__name__}).") from error
    except exc.TimeoutError as error:  # the connection pool's
        raise Unavailable("No connection to the database came free in time; try again later.") from error
    except (OSError, TimeoutError) as error:  # asyncpg lets the socket's own errors through
        raise Unavailable(
            f"The database cannot be reached ({type(error).__name__}); check storage.url and the server."
        ) from error
    except OverflowError as error:  # sqlite3's, for integers beyond 64 bits
        raise Refused("The database refuses a number that is too large for its column.") from error


def _translate(error: Exception, cause: BaseException | None) -> StorageError:
    """What to do about an error whose ``cause`` is the driver's."""
    kind = type(cause).__name__
    about_the_rows = type(error).__name__ in ABOUT_THE_ROWS and str(cause).lower() not in CLOSED
    if about_the_rows or kind == "DataError" or _state(cause).startswith("22") or _state(cause) == ABORTED:
        return Refused(f"The database refuses these rows ({kind}{_constraint(cause)}).")
    name = getattr(cause, "sqlite_errorname", None) or _state(cause)
    reason = REASONS.get("_".join(name.split("_")[:2]), UNKNOWN)
    return Unavailable(f"The database cannot be used now ({kind}): {reason}.", reason)


def _state(cause: BaseException | None) -> str:
    return str(getattr(cause, "sqlstate", None) or "")


def _constraint(cause: BaseException | None) -> str:
    """The name of the violated rule. Only PostgreSQL and SQLite's unique keys tell; never the values."""
    name = getattr(getattr(cause, "__cause__", None), "constraint_name", None)
    text = str(cause)
    if not name and text.startswith("UNIQUE constraint failed: "):
        name = text.removeprefix("UNIQUE constraint failed: ")
    return f": {name}" if name else ""
