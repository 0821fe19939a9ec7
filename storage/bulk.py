"""Many rows for whoever reads them once: opened, handed out, and known to nobody afterwards.

The maps of a transaction keep what they read, which is what handlers want. Who reads all cases would keep all.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from bot.core.casework.claims import Claim
from storage import compiled
from storage.layout import CLAIMS, Layout
from storage.transaction import Transaction
from storage.unsealed_cache import Read

T = TypeVar("T")
CHUNK = 4_000  # values in one IN
_KIND, _VALUE = CLAIMS.names.index("kind"), CLAIMS.names.index("value")


async def among(tx: Transaction, layout: Layout[T], column: str, values: Iterable[int]) -> list[T]:
    """The rows whose column has one of these values."""
    found: list[T] = []
    for records, read in await _asked(tx, layout, column, values):
        found += [layout.row(layout.unseal(read(record), tx.keyring)) for record in records]
    return found


async def claims(
    tx: Transaction, column: str, values: Iterable[int], kinds: Collection[str], shut: Mapping[str, bytes]
) -> list[Claim]:
    """The same of claims of these kinds; the others are not opened. ``shut``: kinds whose values are not opened either,
    and what stands in their place.
    """
    found = []
    for records, read in await _asked(tx, CLAIMS, column, values):
        for record in records:
            kind = record[_KIND]
            if kind not in kinds:
                continue
            known = read(record)
            if kind in shut:
                plain = (*known[:_VALUE], shut[kind], *known[_VALUE + 1 :])
            else:
                plain = CLAIMS.unseal(known, tx.keyring)
            found.append(CLAIMS.row(plain))
    return found


async def _asked(
    tx: Transaction, layout: Layout[T], column: str, values: Iterable[int]
) -> list[tuple[Sequence[Sequence[Any]], Read]]:
    wanted, answers = [*values], []
    for start in range(0, len(wanted), CHUNK):
        size, numbered = compiled.among(wanted[start : start + CHUNK])
        question = compiled.rows_among(layout.table, column, size)
        answers.append((await tx.session.fetch(question, numbered), tx.session.reader(question)))
    return answers
