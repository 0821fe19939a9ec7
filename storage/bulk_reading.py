"""Many rows that are read only once: they are opened, handed out and not kept.

The maps of a transaction keep what they read, which is what handlers want; to read all cases through them would keep all.

Also here: who told of each case first, and how many cases each of these people has told of, in one statement for all cases.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import func, select

from core.casework.claims import Claim
from storage import statements
from storage.layout import CLAIMS, Layout
from storage.row_map import CHUNK
from storage.schema import reports
from storage.statements import Prepared
from storage.transaction import Transaction
from storage.unsealed_cache import Read

T = TypeVar("T")
MOST_IN_A_QUESTION = 4_000  # values in one IN
_KIND, _VALUE = CLAIMS.names.index("kind"), CLAIMS.names.index("value")


async def rows_among(tx: Transaction, layout: Layout[T], column: str, values: Iterable[int]) -> list[T]:
    """The rows whose column has one of these values."""
    found: list[T] = []
    for records, read in await _read_in_portions(tx, layout, column, values):
        found += [layout.row(layout.unseal(read(record), tx.keyring)) for record in records]
    return found


async def claims_among(
    tx: Transaction, column: str, values: Iterable[int], kinds: Collection[str], shut: Mapping[str, bytes]
) -> list[Claim]:
    """The same of claims of these kinds; the others are not opened. ``shut``: kinds whose values are not opened either,
    and what stands in their place.
    """
    found = []
    for records, read in await _read_in_portions(tx, CLAIMS, column, values):
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


async def _read_in_portions(
    tx: Transaction, layout: Layout[T], column: str, values: Iterable[int]
) -> list[tuple[Sequence[Sequence[Any]], Read]]:
    wanted, answers = [*values], []
    for start in range(0, len(wanted), MOST_IN_A_QUESTION):
        size, numbered = statements.among(wanted[start : start + MOST_IN_A_QUESTION])
        question = statements.rows_among(layout.table, column, size)
        answers.append((await tx.session.fetch(question, numbered), tx.session.reader(question)))
    return answers


async def first_reporters(tx: Transaction, case_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Of each case that somebody told: the address of who was first, and how many cases that address has told."""
    await tx.flush()
    ids, found = list(case_ids), dict[int, tuple[int, int]]()
    for start in range(0, len(ids), CHUNK):
        size, values = statements.among(ids[start : start + CHUNK])
        for case_id, address_id, cases in await tx.session.fetch(_first_reports(size), values):
            found.setdefault(case_id, (address_id, cases))
    return found


@cache
def _first_reports(size: int) -> Prepared:
    others = reports.alias()
    theirs = others.c.address_id == reports.c.address_id, others.c.case_id.is_not(None)
    cases = select(func.count()).select_from(others).where(*theirs).scalar_subquery().label("cases")
    columns = (reports.c.case_id, reports.c.address_id, cases)
    asked = select(*columns).where(statements.one_of(reports.c.case_id, size))
    return Prepared(asked.order_by(reports.c.id), columns)
