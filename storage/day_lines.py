"""Each day one line that others can keep: a hash of yesterday's and of every line that was written of cases since then.

Anyone who has it knows nothing of the cases, not even whether there were any. Later it shows that a history is the one of
that day: somebody who rewrites it with all our keys cannot change what partners have. It takes no key of ours to see that
the lines follow from each other (core.exporting.witness); that they follow from the database takes the key.
"""

from datetime import date

from sqlalchemy import func, select, union_all

from core.exporting.witness import FIRST, next_line
from core.model import DayLine
from storage.schema import day_lines, evidence, timeline
from storage.transaction import Transaction


async def write_day_line(tx: Transaction, day: date) -> DayLine:
    """The line of this day; the same, however often it is asked for."""
    found = await tx.day_lines.get(day)
    if found is not None:
        return found
    last = await tx.day_lines.select(order_by=day_lines.c.day.desc(), limit=1)
    previous, after = (last[0].line, last[0].upto) if last else (FIRST, 0)
    newest = [select(func.max(table.c.id).label("id")) for table in (timeline, evidence)]
    both = union_all(*newest).subquery()
    upto = (await tx.execute(select(func.max(both.c.id)))).scalar() or after
    digest = await _digest(tx, day, after, upto)
    return tx.day_lines.add(DayLine(day, upto, digest, next_line(previous, day, digest)))


async def first_flaw(tx: Transaction) -> DayLine | None:
    """The first line that does not follow from the line before it, or from what was written of cases until it."""
    previous, after = FIRST, 0
    for line in await tx.day_lines.select(order_by=day_lines.c.day):
        follows = line.line == next_line(previous, line.day, line.digest)
        if not follows or line.digest != await _digest(tx, line.day, after, line.upto):
            return line
        previous, after = line.line, line.upto
    return None


async def _digest(tx: Transaction, day: date, after: int, upto: int) -> bytes:
    """A keyed hash of all lines after one up to another, so that nobody else can find out what they are."""
    parts = [
        select(table.c.id, table.c.hash).where(table.c.id > after, table.c.id <= upto)
        for table in (timeline, evidence)
    ]
    every = union_all(*parts).subquery()
    rows = await tx.execute(select(every.c.hash).order_by(every.c.id))
    return tx.keyed_hash("day", day.isoformat().encode() + b"".join(rows.scalars()))
