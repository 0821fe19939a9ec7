"""Papers that were made out of a case, and files that came with it: each by a term of its own."""

from msgspec.structs import replace

from bot.core.keeping import FileState
from bot.core.model import Case
from handlers.service import Service
from storage.schema import entries
from storage.transaction import Transaction

PORTION = 300  # files in one transaction


async def forget_papers(tx: Transaction, service: Service, case: Case) -> bool:
    """With the facts that stand in them: they cannot be made again."""
    for paper in await tx.papers.by(case_id=case.id):
        tx.papers.remove(paper.id)
    return True


async def forget_files(tx: Transaction, service: Service, case: Case) -> bool:
    """Photos, voices, documents: the bytes in the folder go with their rows, in which their keys are."""
    reports = [report.id for report in await tx.reports.by(case_id=case.id)]
    with_file = entries.c.report_id.in_(reports), entries.c.file_id.is_not(None)
    found = await tx.entries.select(*with_file, order_by=entries.c.id, limit=PORTION)
    for entry in found:
        told = {name: said for name, said in entry.payload.items() if name != "file"}
        tx.entries.put(replace(entry, file_id=None, payload=told))
        file = await tx.files.get(entry.file_id or 0)
        if file is not None:
            tx.files.put(replace(file, state=FileState.UNWANTED))
    return len(found) < PORTION
