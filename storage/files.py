"""Which files are to be fetched or deleted next, and how much is kept from one person. If nobody needs a file's row, the
file in the folder is removed first, then the row, which has its key.
"""

import asyncio
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import exists, func, or_, select

from core.sent_files import FileState, NotFetchedReason, SentFile
from storage.database import Database
from storage.schema import addresses, entries, file_unwanted, file_wanted, files, reports
from storage.transaction import Transaction

PORTION = 50  # that are deleted at once
PERSONS = 100  # of whom a file is fetched next


async def list_wanted(tx: Transaction) -> list[SentFile]:
    """The oldest file of each person that may be fetched now, so that a person who sends a hundred delays nobody else."""
    due = or_(files.c.not_before.is_(None), files.c.not_before <= tx.now)
    oldest = select(func.min(files.c.id)).where(file_wanted, due).group_by(files.c.address_id)
    return await tx.files.select(files.c.id.in_(oldest), order_by=files.c.id, limit=PERSONS)


async def wanted_of_person(tx: Transaction, messenger: str) -> list[SentFile]:
    """All that this messenger is asked for still."""
    there = select(addresses.c.id).where(addresses.c.messenger == messenger)
    return await tx.files.select(file_wanted, files.c.address_id.in_(there))


async def next_due(tx: Transaction) -> datetime | None:
    """When the first of those that may not be fetched yet may be."""
    later = select(func.min(files.c.not_before)).where(file_wanted, files.c.not_before > tx.now)
    due: datetime | None = (await tx.execute(later)).scalar()
    return due


async def list_unwanted(tx: Transaction) -> list[SentFile]:
    """Some of those whose bytes are to be deleted, the oldest first."""
    return await tx.files.select(file_unwanted, order_by=files.c.id, limit=PORTION)


async def kept_of(tx: Transaction, address_id: int) -> int:
    """The bytes that are kept of one person."""
    mine = files.c.address_id == address_id, files.c.state == FileState.KEPT.value
    return int((await tx.execute(select(func.sum(files.c.size)).where(*mine))).scalar() or 0)


async def left_since(tx: Transaction, file: SentFile, why: NotFetchedReason, since: datetime) -> bool:
    """Whether another one of this person, received since then, was left for the same reason."""
    mine = files.c.address_id == file.address_id, files.c.state == FileState.LEFT.value
    others = files.c.why == why.value, files.c.id != file.id, files.c.received_at >= since
    return bool(await tx.files.select(*mine, *others, limit=1))


async def find_same_bytes(tx: Transaction, digest: bytes, whose: Collection[int]) -> SentFile | None:
    """One with the same bytes that is kept already in one of these cases, or reports without a case."""
    here = or_(reports.c.case_id.in_(whose), reports.c.id.in_(whose))
    sent = exists().where(entries.c.file_id == files.c.id, reports.c.id == entries.c.report_id, here)
    same = files.c.digest == digest, files.c.state == FileState.KEPT.value
    found = await tx.files.select(*same, sent, order_by=files.c.id, limit=1)
    return found[0] if found else None


async def all_ids(tx: Transaction) -> list[int]:
    """The ids of all rows: a file in the folder that belongs to none of them was left by a crash."""
    return list((await tx.execute(select(files.c.id))).scalars())


async def delete_unwanted(database: Database, now: datetime) -> int:
    """All of them; how many. A running bot may do the same at once. Raises OSError where the folder does not let."""
    deleted = 0
    while True:
        async with database.read(now) as tx:
            unwanted = await list_unwanted(tx)
        if not unwanted:
            return deleted
        if database.folder is not None:
            for file in unwanted:
                await asyncio.to_thread(database.folder.remove, file.id)
        async with database.write(now) as tx:
            tx.forget()
            for file in unwanted:
                current = await tx.files.get(file.id)
                if current is not None and current.state is FileState.UNWANTED:
                    tx.files.remove(file.id)
        deleted += len(unwanted)
