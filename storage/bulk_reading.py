"""Many rows that are read only once: they are opened, handed out and not kept.

The maps of a transaction keep what they read, which is what handlers want; to read all cases through them would keep all.

Also here: who told of each case first, and how many cases each of these people has told of, in one statement for all cases.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Protocol, TypeVar

from sqlalchemy import func, select

from core.casework.claims import Claim
from storage import statements
from storage.layout import CLAIMS, Layout, Plain
from storage.row_map import CHUNK
from storage.schema import reports
from storage.statements import Prepared
from storage.transaction import Transaction
from storage.unsealed_cache import Read

T = TypeVar("T")


class See(Protocol):
    """Gets the plain values of each row; ``opened``: those that are sealed too."""

    def __call__(self, table: Layout[Any], plain: Sequence[Any], *, opened: bool) -> None:
        """Take a row of this table."""


MOST_IN_A_QUESTION = 4_000  # values in one IN
_KIND, _VALUE = CLAIMS.names.index("kind"), CLAIMS.names.index("value")


async def rows_among(
    tx: Transaction, layout: Layout[T], column: str, values: Iterable[int], see: See | None = None
) -> list[T]:
    """The rows whose column has one of these values. ``see`` gets their plain values."""
    found: list[T] = []
    for records, read in await _read_in_portions(tx, layout, column, values):
        for record in records:
            plain = layout.unseal(read(record), tx.keyring)
            if see is not None:
                see(layout, plain, opened=True)
            found.append(layout.row(plain))
    return found


async def plain_among(
    tx: Transaction, layout: Layout[Any], column: str, values: Iterable[int]
) -> list[Plain]:
    """The same, as plain values; what does not open is empty."""
    found: list[Plain] = []
    for records, read in await _read_in_portions(tx, layout, column, values):
        found += [layout.unseal(read(record), tx.keyring, damaged=True) for record in records]
    return found


async def claims_among(
    tx: Transaction,
    column: str,
    values: Iterable[int],
    kinds: Collection[str],
    shut: Mapping[str, bytes],
    see: See,
) -> list[Claim]:
    """The same of claims of these kinds; the others are not opened, but ``see`` gets them. ``shut``: kinds whose values are
    not opened either, and what stands in their place.
    """
    found = []
    for records, read in await _read_in_portions(tx, CLAIMS, column, values):
        for record in records:
            kind, known = record[_KIND], read(record)
            if kind not in kinds or kind in shut:
                see(CLAIMS, known, opened=False)
                if kind not in kinds:
                    continue
                plain = (*known[:_VALUE], shut[kind], *known[_VALUE + 1 :])
            else:
                plain = CLAIMS.unseal(known, tx.keyring)
                see(CLAIMS, plain, opened=True)
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
