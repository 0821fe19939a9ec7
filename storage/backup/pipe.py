"""A backup into the standard input of a command. A stream that breaks off never looks to the command like an end."""

import fcntl
import os
import signal
import subprocess
import termios
import threading
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO

from storage.errors import StorageError


@contextmanager
def taken_by(command: str, environment: Mapping[str, str]) -> Iterator[IO[bytes]]:
    """What the command reads. Raises StorageError when it ends with anything but 0, or before everything was written.

    Where the block raises, or we are told to stop, the command and what it has started are killed before their input ends.
    """
    with _stopped_by_an_error():
        yield from _taken_by(command, environment)


@contextmanager
def _stopped_by_an_error() -> Iterator[None]:
    """A machine that goes down, or a terminal that is closed: else our end would look to the command like the backup's."""

    def stop(number: int, _: object) -> None:
        name = signal.Signals(number).name
        raise StorageError(f"It was told to stop ({name}): the backup did not arrive.")

    ours = (signal.SIGTERM, signal.SIGHUP) if threading.current_thread() is threading.main_thread() else ()
    before = {signum: signal.signal(signum, stop) for signum in ours}
    try:
        yield
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)


def _taken_by(command: str, environment: Mapping[str, str]) -> Iterator[IO[bytes]]:
    process = subprocess.Popen(
        ["/bin/sh", "-c", command], stdin=subprocess.PIPE, env=environment, start_new_session=True
    )
    assert process.stdin is not None
    broken, rest = False, None
    try:
        try:
            yield process.stdin
            process.stdin.flush()
            rest = _other_end(process.stdin)
            process.stdin.close()
        except BrokenPipeError:
            broken = True
        code = process.wait()
        broken = broken or (rest is not None and _unread(rest) > 0)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    finally:
        with suppress(OSError):  # it takes no more: that was told
            process.stdin.close()
        if rest is not None:
            os.close(rest)
    if code or broken:
        raise StorageError(
            f"The command ended with exit code {code}{' before it had read everything' if broken else ''}: the backup did "
            "not arrive. What it has made of the beginning is no backup; remove it."
        )


def _other_end(pipe: IO[bytes]) -> int | None:
    """Where the command reads, opened once more when all is written: before, a command that is gone would not be noticed.
    None where the system has no such place.
    """
    place = f"/proc/self/fd/{pipe.fileno()}"
    return os.open(place, os.O_RDONLY | os.O_NONBLOCK) if os.path.exists(place) else None


def _unread(end: int) -> int:
    """How many bytes lie in the pipe: a small backup fits into it whole, and nobody need have read a word."""
    count = array("i", [0])
    fcntl.ioctl(end, termios.FIONREAD, count)
    return count[0]
