"""Many rows for whoever reads them once: opened, handed out, and known to nobody afterwards.

The maps of a transaction keep what they read, which is what handlers want. Who reads all cases would keep all.
"""

from collections.abc import Collection, Iterable
from typing import TypeVar

from storage import compiled
from storage.layout import Layout
from storage.transaction import Transaction

T = TypeVar("T")
CHUNK = 4_000  # values in one IN


async def among(
    tx: Transaction,
    layout: Layout[T],
    column: str,
    values: Iterable[int],
    *,
    only: Collection[str] = (),
    of: str = "",
) -> list[T]:
    """The rows whose column has one of these values; in its column ``of`` one of ``only``: the others are not opened."""
    wanted, found = [*values], list[T]()
    at = layout.names.index(of) if of else 0
    for start in range(0, len(wanted), CHUNK):
        size, numbered = compiled.among(wanted[start : start + CHUNK])
        question = compiled.rows_among(layout.table, column, size)
        read = tx.session.reader(question)
        for record in await tx.session.fetch(question, numbered):
            if not of or record[at] in only:
                found.append(layout.row(layout.unseal(read(record), tx.keyring)))
    return found
