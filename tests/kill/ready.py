"""Starts the program as often as it is told to, each time as a new process that need not import and load anything first.

This process has only imported and loaded; what it forks has never run anything. ``python -m tests.kill.ready`` takes a line
of JSON, the arguments and the log, and says the number of the process.
"""

import json
import os
import signal
import sys

from bot.cli.main import main
from bot.resources.heard import load_heard
from bot.resources.names import load_names
from bot.resources.places import load_gazetteer
from bot.resources.receipt_words import load_code_words, load_receipt_words
from bot.resources.words import load_words


def _become(arguments: list[str], log: str) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, sys.stdout.fileno())
    os.dup2(said, sys.stderr.fileno())
    sys.argv = ["dabyl", *arguments]
    main()


def _serve() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever ends is gone: nobody asks how
    for load in (load_words, load_heard, load_names, load_receipt_words, load_code_words):
        load()
    load_gazetteer("kz")
    while line := os.read(sys.stdin.fileno(), 4096):
        pid = os.fork()
        if not pid:
            _become(*json.loads(line))
        os.write(sys.stdout.fileno(), b"%d\n" % pid)


if __name__ == "__main__":
    _serve()
