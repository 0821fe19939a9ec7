"""A backup into whatever a command makes of its standard input. A stream that breaks off never looks to it like an end."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO

from storage.errors import StorageError


@contextmanager
def taken_by(command: str, environment: Mapping[str, str]) -> Iterator[IO[bytes]]:
    """What the command reads. Raises StorageError when it ends with anything but 0, or before everything was written.

    Where the block raises, the command and what it has started are killed before their input ends.
    """
    process = subprocess.Popen(
        ["/bin/sh", "-c", command], stdin=subprocess.PIPE, env=environment, start_new_session=True
    )
    assert process.stdin is not None
    broken = False
    try:
        try:
            yield process.stdin
            process.stdin.close()
        except BrokenPipeError:
            broken = True
        code = process.wait()
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    finally:
        with suppress(OSError):  # it takes no more: that was told
            process.stdin.close()
    if code or broken:
        raise StorageError(
            f"The command ended with exit code {code}{' before it had read everything' if broken else ''}: the backup did "
            "not arrive. What it has made of the beginning is no backup; remove it."
        )
