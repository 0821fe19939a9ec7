"""``dabyl`` in a process that ends at a failpoint as kill -9 would end it: python -m tests.faults.dying POINT MARKER run …

POINT is its place among all points. It is armed at once if MARKER is "-"; else by SIGUSR1, and then the file MARKER is made.
"""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from bot.cli.main import main
from tests.faults.failpoints import STEPS, WHEN, Failpoints, Point

CODE = 77  # how it ends at the point
POINTS = [Point(step, when) for step in STEPS for when in WHEN]


def _die() -> NoReturn:
    os._exit(CODE)


def _run() -> None:
    number, marker, *arguments = sys.argv[1:]
    deadly, point = Failpoints(_die), POINTS[int(number)]

    def arm(*_: object) -> None:
        deadly.arm(point)
        Path(marker).touch()

    if marker == "-":
        deadly.arm(point)
    else:
        signal.signal(signal.SIGUSR1, arm)
    sys.argv = ["dabyl", *arguments]
    main()


if __name__ == "__main__":
    _run()
