"""``dabyl`` in processes that end at a failpoint as kill -9 would end them. They need not import and load anything first.

``python -m tests.faults.dying`` takes a line of JSON: the arguments, the log, the environment, the place of a point among
all points or null, and a marker; and says the number of the process. The point is armed at once if the marker is "-"; else
by SIGUSR1, and then the file MARKER is made. A line with a number asks how that process has ended: null while it runs.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from tests.faults.failpoints import STEPS, WHEN, Failpoints, Point
from tests.kill.ready import become, load

CODE = 77  # how it ends at the point
POINTS = [Point(step, when) for step in STEPS for when in WHEN]


def _die() -> NoReturn:
    os._exit(CODE)


def _arm(point: Point, marker: str) -> None:
    deadly = Failpoints(_die)

    def arm(*_: object) -> None:
        deadly.arm(point)
        Path(marker).touch()

    if marker == "-":
        deadly.arm(point)
    else:
        signal.signal(signal.SIGUSR1, arm)


def _started(arguments: list[str], log: str, environ: dict[str, str], place: int | None, marker: str) -> int:
    if pid := os.fork():
        return pid
    os.environ.update(environ)
    if place is not None:
        _arm(POINTS[place], marker)
    become(arguments, log)
    sys.exit()


def _ended(pid: int) -> int | None:
    found, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def _serve() -> None:
    load()
    for line in iter(sys.stdin.readline, ""):
        order: Any = json.loads(line)
        answer = _ended(order) if isinstance(order, int) else _started(*order)
        os.write(sys.stdout.fileno(), json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    _serve()
