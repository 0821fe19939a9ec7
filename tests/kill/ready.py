"""Starts the program as often as it is told to, each time as a new process that need not import and load anything first.

This process has only imported and loaded; what it forks has never run anything. ``python -m tests.kill.ready`` takes a line
of JSON, the arguments and the log, and says the number of the process.
"""

import json
import os
import signal
import sys
from importlib import import_module

from bot.cli.main import main
from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_code_words, load_heard, load_receipt_words, load_words

STARTED = ("run", "roster", "status")  # what they need they import when they are started: a second


def load() -> None:
    """All that a start would import and load, or what nearly all of its time goes into."""
    for command in STARTED:
        import_module(f"bot.cli.{command}")
    for words in (load_words, load_heard, load_names, load_receipt_words, load_code_words):
        words()
    load_gazetteer("kz")


def become(arguments: list[str], log: str) -> None:
    """Be the program, in a process that was forked for it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, sys.stdout.fileno())
    os.dup2(said, sys.stderr.fileno())
    sys.argv = ["dabyl", *arguments]
    main()


def _serve() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever ends is gone: nobody asks how
    load()
    while line := os.read(sys.stdin.fileno(), 4096):
        pid = os.fork()
        if not pid:
            become(*json.loads(line))
        os.write(sys.stdout.fileno(), b"%d\n" % pid)


if __name__ == "__main__":
    _serve()
