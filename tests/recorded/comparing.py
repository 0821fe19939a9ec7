"""A record beside what was played now: what differs, by person."""

import difflib
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.recorded.play import Played
from tests.recorded.script import Script

HEAD = re.compile(r"^\d\d \d\d:\d\d:\d\d ?")
STORED = re.compile(r"'(\d\d)\.\d\d (\d\d):(\d\d):(\d\d)'")
ISO = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+]+")  # in the answers of a dialogue
DAY_LINE = re.compile(r"(?<=\d{4}-\d\d-\d\d )[0-9a-f]{64}")  # another hash in each run
LEFT = re.compile(r"(?<=⏳ )[^,]+")  # how long a clock runs still
SLACK = 10  # seconds
RECORDS = Path(__file__).parent / "records"


def record_of(name: str) -> Path:
    """Where the record of a script stands."""
    return RECORDS / f"{name}.txt"


def sections(text: str) -> dict[str, list[str]]:
    """The lines of a record by its sections."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("== "):
            lines = found.setdefault(line[3:], [])
        elif line:
            lines.append(line)
    return {name: list(_in_order(lines)) for name, lines in found.items()}


def _in_order(lines: list[str]) -> Iterator[str]:
    """What one moment brought, sorted: what is sent at one moment has no order of its own."""
    for is_head, moment in groupby(lines, key=lambda line: not line.startswith("  ")):
        if is_head:
            yield from moment
            continue
        messages: list[list[str]] = []
        for line in moment:
            if line.startswith("      ") and messages:
                messages[-1].append(line)
            else:
                messages.append([line])
        yield from (line for message in sorted(messages) for line in message)


def difference(script: Script, played: Played) -> str:
    """What differs from the record, person by person; empty if nothing does."""
    file = record_of(script.name)
    before = sections(file.read_text("utf-8")) if file.exists() else {}
    now = sections(played.text(script))
    parts = []
    for who in dict.fromkeys([*before, *now]):
        if _alike(before.get(who, []), now.get(who, [])):
            continue
        lines = difflib.unified_diff(
            before.get(who, []), now.get(who, []), "recorded", "now", n=2, lineterm=""
        )
        if changed := list(lines)[2:]:
            parts.append("\n".join([f"{script.name}: {who}", *changed]))
    return "\n\n".join(parts)


def _alike(before: list[str], now: list[str]) -> bool:
    """Whether only seconds differ: what waits for a free send slot after a kill comes a little sooner or later."""
    if before == now:
        return True
    if list(_without_times(before)) != list(_without_times(now)):
        return False
    moments = [
        [_seconds(found) for line in lines for found in STORED.finditer(line)] for lines in (before, now)
    ]
    return all(abs(old - new) <= SLACK for old, new in zip(*moments, strict=True))


def _without_times(lines: list[str]) -> Iterator[str]:
    """What was read between two acts, sorted, and what was stored."""
    heads = [HEAD.sub("", line) for line in lines if not HEAD.fullmatch(line)]
    return _in_order([LEFT.sub("", DAY_LINE.sub("", ISO.sub("", STORED.sub("", line)))) for line in heads])


def _seconds(found: re.Match[str]) -> int:
    days, hours, minutes, seconds = (int(part) for part in found.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def accept(script: Script, played: Played) -> None:
    """From now on this is the record."""
    record_of(script.name).write_text(played.text(script), "utf-8")
