"""``-q`` and ``-v``, before a command or behind it: how much is said beside what was asked for.

-q   warnings only; no progress, and of ``dabyl check`` only what is wrong, or was not looked at
-v   what our own modules do. Libraries stay as quiet as ever: their lines have tokens, words and numbers in them
"""

import logging
from typing import Annotated

import typer

QUIET, USUAL, VERBOSE = -1, 0, 1
_chosen = USUAL


def choose(*, quiet: bool, verbose: bool) -> None:
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
        choose(quiet=False, verbose=True)


def _less(wanted: bool) -> None:
    if wanted:
        choose(quiet=True, verbose=False)


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what is wrong.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more of what is done.")]
QuietHere = Annotated[
    bool, typer.Option("--quiet", "-q", callback=_less, expose_value=False, help="Say only what is wrong.")
]
VerboseHere = Annotated[
    bool,
    typer.Option("--verbose", "-v", callback=_more, expose_value=False, help="Say more of what is done."),
]


def options(quiet: QuietHere = False, verbose: VerboseHere = False) -> None:
    """What every command takes beside its own."""
