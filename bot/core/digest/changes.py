"""What reads otherwise in a corrected digest: line by line, as it was and as it is now. Pure."""

from collections.abc import Iterator

from msgspec import Struct

MORE = ": "  # a line says what it is of before it, and the numbers behind it


class Change(Struct, frozen=True):
    """A line. ``was`` or ``now`` is empty where there was none, or is none any more."""

    was: str
    now: str


def changes(was: str, now: str) -> list[Change]:
    """The lines that differ, in the order of the new text; then those that are gone."""
    before, after = dict(_lines(was)), dict(_lines(now))
    found = [Change(before.get(key, ""), line) for key, line in after.items() if before.get(key) != line]
    return found + [Change(line, "") for key, line in before.items() if key not in after]


def _lines(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Each line by its table's title and by what it is of."""
    title = ""
    for line in text.splitlines():
        is_row = line.startswith("·")
        title = title if is_row else line.partition(MORE)[0]
        if line.strip():
            yield (title, line.partition(MORE)[0] if is_row else ""), line.strip("· ")
