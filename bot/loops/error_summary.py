"""What may be said of an error. Apart from who is told of it, so that a short command need not load what handlers are."""

import traceback

from bot.messengers.errors import MessengerError
from storage.errors import Unavailable


def error_name(error: BaseException) -> str:
    """What may be said of an error: messengers' own sentences, of a database that is away the reason too, of all others
    the class alone.
    """
    if isinstance(error, MessengerError):
        return str(error)
    name = type(error).__name__
    return f"{name}, {error.reason}" if isinstance(error, Unavailable) and error.reason else name


def code_line(error: BaseException) -> str:
    """File, line and function of the innermost frame: enough to find it, and no person's words."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "unknown"
    last = frames[-1]
    return f"{'/'.join(last.filename.split('/')[-2:])}:{last.lineno} in {last.name}"
