"""Processes of the one that has imported everything: a break in each, and as many beside each other as there are cores."""

import os
import signal
import traceback
from collections.abc import Callable, Sequence
from typing import TypeVar

LONGEST = 60  # seconds of processor time that one test may take; a break that makes something endless is noticed by this
LONG_ENOUGH = 45  # seconds of processor time for all tests that are asked about one break
PATIENCE = 600  # seconds that it may wait
CORES = len(os.sched_getaffinity(0))

T = TypeVar("T")


def in_child(run: Callable[[int], bool], *, longest: int = LONGEST, quiet: bool = True) -> str:
    """Run it in a fork: what it wrote into the pipe it gets, or how it died; empty when it returned False."""
    said, status = _end_of(*_begun(run, longest=longest, quiet=quiet))
    return (said or f"status {status}") if status else ""


def on_all_cores(run: Callable[[Sequence[T]], str], jobs: Sequence[T]) -> list[str]:
    """The jobs in as many forks as there are cores, every so-manyth in each: what each fork said. Raises where one died."""

    def begun(part: Sequence[T]) -> tuple[int, int]:
        def says(pipe: int) -> bool:
            with os.fdopen(pipe, "w") as out:
                out.write(run(part))
            return False

        return _begun(says, longest=0, quiet=False)

    begun_all = [begun(jobs[n::CORES]) for n in range(min(CORES, len(jobs)))]
    ended = [_end_of(*one) for one in begun_all]
    if any(status for _, status in ended):
        raise RuntimeError("a process ended before its work was done: its traceback stands above")
    return [said for said, _ in ended]


def wait_so_long(longest: float = LONGEST) -> None:
    """From now on, for one test: all tests together take longer, and their end must not look like a failure."""
    signal.setitimer(signal.ITIMER_PROF, longest)
    signal.alarm(PATIENCE)


def _begun(run: Callable[[int], bool], *, longest: int, quiet: bool) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    if longest:
        wait_so_long(longest)
    if quiet:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
    try:
        os._exit(int(run(writing)))
    except BaseException:  # noqa: BLE001 - the fork must not go on as if it were its parent
        traceback.print_exc()
        os._exit(3)


def _end_of(child: int, reading: int) -> tuple[str, int]:
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    return said, os.waitpid(child, 0)[1]
