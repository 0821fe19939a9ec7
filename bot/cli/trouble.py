"""Whatever goes wrong in a command becomes sentences that say what happened and what to do. No traceback, no secret.

StorageError, MessengerError   say it themselves
HeardMistake                   a row of a heard.toml: file, row and reason
OSError                        its reason and the file
a defect of ours               its class and the line in the code; never its text, which may hold a person's words
an ExceptionGroup              each of its errors once

The exit code is 2 when the configuration, or a file that was named, is to blame, else 1.
"""

import asyncio

from bot.clock.follower import NotLoopback
from bot.core.understanding.rows import HeardMistake
from bot.loops.sayable import where
from bot.messengers.errors import MessengerError
from storage.errors import AnotherBot, BadKey, KeyNeeded, StorageError, WrongFile, WrongKey

SAY_IT_THEMSELVES = (StorageError, MessengerError, NotLoopback, HeardMistake)
TO_BLAME = (AnotherBot, KeyNeeded, WrongKey, BadKey, WrongFile, NotLoopback, HeardMistake)


def sentences(error: BaseException) -> list[str]:
    """What to tell, each thing once."""
    return list(dict.fromkeys(_sentence(one) for one in _single(error)))


def exit_code(error: BaseException) -> int:
    """1, or 2 for a wrong configuration, file or argument."""
    return 2 if any(isinstance(one, TO_BLAME) for one in _single(error)) else 1


def _single(error: BaseException) -> list[BaseException]:
    """The errors of a group, however deep; those that only say that the others were stopped are left out."""
    if isinstance(error, BaseExceptionGroup):
        return [single for one in error.exceptions for single in _single(one)]
    return [] if isinstance(error, asyncio.CancelledError) else [error]


def _sentence(error: BaseException) -> str:
    if isinstance(error, SAY_IT_THEMSELVES):
        return str(error)
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror or type(error).__name__}"
    return (
        f"A defect of the program: {type(error).__name__} at {where(error)}. Please report this line. "
        "Nothing that was received is lost: it is handled after the next start."
    )
