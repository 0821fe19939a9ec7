"""How much a command prints beside its result: ``-q`` and ``-v`` (before or after the command), and the progress of long
ones.

-q   warnings only; no progress, and of ``dabyl check`` only what is wrong, or was not looked at
-v   what our own modules do. Libraries stay as quiet as ever: their lines have tokens, words and numbers in them

Progress is a bar on a terminal, otherwise a line now and then.
"""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

QUIET, USUAL, VERBOSE = -1, 0, 1
_chosen = USUAL


def choose_loudness(*, quiet: bool, verbose: bool) -> None:
    """What stands before the command; it begins with that."""
    global _chosen  # noqa: PLW0603 - of the process, as the log is
    _chosen = QUIET if quiet else VERBOSE if verbose else USUAL


def is_quiet() -> bool:
    """Whether only warnings are wanted."""
    return _chosen == QUIET


def level_of(usual: int) -> int:
    """The level of our own log where a command's ``usual`` one is this."""
    return max(usual - 10 * _chosen, logging.DEBUG)


def _more(wanted: bool) -> None:
    if wanted:
        choose_loudness(quiet=False, verbose=True)


def _less(wanted: bool) -> None:
    if wanted:
        choose_loudness(quiet=True, verbose=False)


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what is wrong.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more of what is done.")]
QuietHere = Annotated[
    bool, typer.Option("--quiet", "-q", callback=_less, expose_value=False, help="Say only what is wrong.")
]
VerboseHere = Annotated[
    bool,
    typer.Option("--verbose", "-v", callback=_more, expose_value=False, help="Say more of what is done."),
]


def loudness_options(quiet: QuietHere = False, verbose: VerboseHere = False) -> None:
    """What every command takes beside its own."""


Shown = Callable[[int, int | None], None]  # done, of how many; None: nobody knows
EVERY = 2  # seconds between two lines where there is no terminal


@contextmanager
def show_progress(what: str) -> Iterator[Shown]:
    """What shows how many of ``what`` are done."""
    if is_quiet():
        yield lambda done, total: None
        return
    if not sys.stderr.isatty():
        yield progress_lines(what, time.monotonic)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=True)


def progress_lines(what: str, seconds: Callable[[], float]) -> Shown:
    """A line for the first, the last, and every few seconds. ``what`` is counted; ``seconds``: of a clock that only goes
    forward.
    """
    due, said = seconds(), 0

    def show(done: int, total: int | None) -> None:
        nonlocal due, said
        if total != 0 and done != said and (done == total or seconds() >= due):
            due, said = seconds() + EVERY, done
            typer.echo(f"{what}: {done}" if total is None else f"{what}: {done} of {total}", err=True)

    return show
