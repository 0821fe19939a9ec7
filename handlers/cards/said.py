"""What was said in the reports of a case: all of it, or what a card has room for."""

from collections import Counter

from bot.core.model import Case, Entry
from storage.transaction import Transaction

LATELY = 100  # messages of a report that a card looks at


async def everything(tx: Transaction, case: Case) -> list[Entry]:
    """Everything said in the reports of a case."""
    return [
        entry
        for report in await tx.reports.by(case_id=case.id)
        for entry in await tx.entries.by(report_id=report.id)
    ]


async def lately(tx: Transaction, case: Case) -> tuple[list[Entry], Counter[str]]:
    """What a card has room for of what was said; and how much there is of each kind in all."""
    found: list[Entry] = []
    kinds: Counter[str] = Counter()
    for report in await tx.reports.by(case_id=case.id):
        found += await tx.entries.newest(LATELY, report_id=report.id)
        kinds += await tx.entries.tally("kind", report_id=report.id)
    return found, kinds


async def files(tx: Transaction, case: Case) -> int:
    """How many files were sent, equal ones counted once."""
    rows: Counter[int | None] = Counter()
    for report in await tx.reports.by(case_id=case.id):
        rows += await tx.entries.tally("file_id", report_id=report.id, kind="file")
    return len(rows.keys() - {None}) + rows[None]
