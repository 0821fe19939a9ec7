"""Who has checked which row of the law. A row of which anything has changed since is unverified again."""

from collections.abc import Mapping
from datetime import datetime

from bot.core.clocks.rows import Law, Row
from bot.core.law_kept import Signature
from storage.transaction import Transaction


def hash_of(tx: Transaction, row: Row, member_id: int, at: datetime) -> bytes:
    """Keyed: nobody signs, or changes what was signed, by a hand on the database."""
    return tx.keyed_hash("law", f"{row.text}\0{member_id}\0{at.isoformat()}")


async def signed(tx: Transaction) -> Mapping[str, Signature]:
    """The newest signature of each row that was not revoked."""
    found = await tx.signatures.by(revoked_at=None)
    return {one.row: one for one in sorted(found, key=lambda one: one.signed_at)}


def checked(tx: Transaction, row: Row, signatures: Mapping[str, Signature]) -> Signature | None:
    """By whom this row, as it stands, was checked; None if it is unverified."""
    one = signatures.get(row.id)
    return one if one is not None and one.hash == hash_of(tx, row, one.member_id, one.signed_at) else None


async def unverified(tx: Transaction, law: Law) -> frozenset[str]:
    """The ids of the rows that nobody has checked as they stand."""
    signatures = await signed(tx)
    return frozenset(row.id for row in law if checked(tx, row, signatures) is None)
