"""How far a long command is: a bar on a terminal, else a line now and then; nothing where it was asked to be quiet."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from bot.cli.loudness import is_quiet

Shown = Callable[[int, int | None], None]  # done, of how many; None: nobody knows
EVERY = 2  # seconds between two lines where there is no terminal


@contextmanager
def progress(what: str) -> Iterator[Shown]:
    """What shows how many of ``what`` are done."""
    if is_quiet():
        yield lambda done, total: None
        return
    if not sys.stderr.isatty():
        yield lines(what, time.monotonic)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=True)


def lines(what: str, seconds: Callable[[], float]) -> Shown:
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
