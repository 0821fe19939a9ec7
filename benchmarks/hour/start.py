"""``python -m benchmarks.hour.start FILE MODULE ARGUMENTS``: the ``main`` of a module, at the pace that the file says."""

import asyncio
import inspect
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.hour.pace import Pace, live_by


def main() -> None:
    """Before anything of the module is imported its time is the hour's."""
    file, module = sys.argv[1:3]
    del sys.argv[1:3]
    live_by(Pace(Path(file)))
    running = import_module(module).main()
    if inspect.iscoroutine(running):
        asyncio.run(running)


if __name__ == "__main__":
    main()
