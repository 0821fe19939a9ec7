"""What somebody else can check of an export, without a key of ours and without a network: that its files are those of which
the sums are in it, that the lines of its days follow from each other, and that they are the lines that were posted.

What it cannot show is that the records follow from the lines: that takes the organisation's key (``dabyl audit verify``).
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from core.model import DayLine

DAY_LINES = "evidence/days.csv"
COLUMNS = ("day", "digest", "line")
FIRST = bytes(32)  # what the first line comes after
POSTED = re.compile(r"\b(\d{4}-\d{2}-\d{2})\s+([0-9a-f]{64})\b")


def next_line(previous: bytes, day: date, digest: bytes) -> bytes:
    """The line of a day, from that of the day before."""
    return hashlib.sha256(previous + day.isoformat().encode() + digest).digest()


def day_line_file(lines: Iterable[DayLine]) -> bytes:
    """As it lies in an export."""
    text = io.StringIO(newline="")
    rows = ((line.day.isoformat(), line.digest.hex(), line.line.hex()) for line in lines)
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, *rows])
    return text.getvalue().encode()


class Witnessed(Struct, frozen=True):
    """``wrong``: what does not fit, in sentences; ``fit``: how many posted lines the export has; ``later``: days of posted
    lines that are newer than the export.
    """

    wrong: Sequence[str]
    fit: int
    later: Sequence[str]


def compare_lines(file: bytes, posted: str) -> Witnessed:
    """The file of an export's days, and a text in which lines stand as they were posted."""
    rows = [*csv.DictReader(io.StringIO(file.decode(), newline=""))]
    wrong, known = [*_broken(rows)], {row["day"]: row["line"] for row in rows}
    told, newest = sorted(set(POSTED.findall(posted))), max(known, default="")
    fit = 0
    for day, line in told:
        if day in known and known[day] == line:
            fit += 1
        elif day in known:
            wrong.append(f"{day}: another line was posted than the export has.")
        elif day <= newest:
            wrong.append(f"{day}: a line was posted, and the export has none.")
    return Witnessed(wrong, fit, [day for day, _ in told if day > newest])


def _broken(rows: Sequence[dict[str, str]]) -> Iterator[str]:
    previous = FIRST
    for row in rows:
        line = next_line(previous, date.fromisoformat(row["day"]), bytes.fromhex(row["digest"]))
        if line.hex() != row["line"]:
            yield f"{row['day']}: the line does not follow from the day before."
            return
        previous = line
