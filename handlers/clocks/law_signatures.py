"""Who has checked which row of the law. A row of which anything has changed since is unverified again."""

from collections.abc import Mapping
from datetime import datetime

from core.clocks.clock_rows import ClockRow, Law
from core.records.holds import Signature
from storage.transaction import Transaction


def signature_hash(tx: Transaction, row: ClockRow, member_id: int, at: datetime) -> bytes:
    """Keyed: nobody signs, or changes what was signed, by a hand on the database."""
    return tx.keyed_hash("law", f"{row.text}\0{member_id}\0{at.isoformat()}")


async def load_signatures(tx: Transaction) -> Mapping[str, Signature]:
    """The newest signature of each row that was not revoked."""
    found = await tx.signatures.by(revoked_at=None)
    return {
        signature.row: signature for signature in sorted(found, key=lambda signature: signature.signed_at)
    }


def checked_by(tx: Transaction, row: ClockRow, signatures: Mapping[str, Signature]) -> Signature | None:
    """By whom this row, as it stands, was checked; None if it is unverified."""
    signature = signatures.get(row.id)
    return (
        signature
        if signature is not None
        and signature.hash == signature_hash(tx, row, signature.member_id, signature.signed_at)
        else None
    )


async def unverified_rows(tx: Transaction, law: Law) -> frozenset[str]:
    """The ids of the rows that nobody has checked as they stand."""
    signatures = await load_signatures(tx)
    return frozenset(row.id for row in law if checked_by(tx, row, signatures) is None)
