"""The properties that do not hold yet, and where: failing.txt, a line each. It only shrinks.

A property that is broken and not listed fails its test; one that is listed and holds does too, until its line is gone
(``make recorded ACCEPT=yes`` removes it, and adds none).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

LIST = Path(__file__).parent / "failing.txt"


def listed() -> set[str]:
    """All lines."""
    return set(LIST.read_text("utf-8").splitlines())


def lines_of(story: str, broken: Mapping[str, Iterable[str]]) -> set[str]:
    """What is broken in a story, as lines of the list."""
    return {
        f"{story} | {name} | {' / '.join(text.splitlines())}"
        for name, texts in broken.items()
        for text in texts
    }


def compared(story: str, broken: Mapping[str, Iterable[str]]) -> tuple[set[str], set[str]]:
    """What is listed of this story and holds; and what is broken and not listed."""
    now = lines_of(story, broken)
    before = {line for line in listed() if line.startswith(f"{story} | ")}
    return before - now, now - before


def remove(lines: Iterable[str]) -> None:
    """These hold now."""
    LIST.write_text("".join(f"{line}\n" for line in sorted(listed() - set(lines))), "utf-8")
