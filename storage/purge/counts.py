"""How much is due now, by table and reason: of nobody more than that there is something."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Table, func, not_, select

from core.forgetting.retention_terms import ForgettingStage, RetentionTerms
from storage.purge import aged_rows, due_cases, finished_rows
from storage.schema import alerts, cases, claims, entries, export_permits, members, papers, reports, timeline
from storage.transaction import Transaction

AT_ONCE = 500  # cases in one statement
Counts = Mapping[tuple[str, str], int]
# What is counted of the cases of which a part is due; each leads to them by this column.
OF_CASES: Mapping[ForgettingStage, tuple[Table, ...]] = {
    ForgettingStage.HELP: (alerts,),
    ForgettingStage.PAPERS: (papers,),
    ForgettingStage.FILES: (),
    ForgettingStage.WORDS: (claims, timeline),
}


async def count_due(tx: Transaction, terms: RetentionTerms, keep: set[bytes]) -> Counts:
    """Table and reason → rows."""
    found: Counter[tuple[str, str]] = Counter(
        await aged_rows.count_aged(tx, (*aged_rows.RULES, *finished_rows.RULES), terms, keep)
    )
    wanted: dict[ForgettingStage, list[int]] = {stage: [] for stage in ForgettingStage}
    after: int | None = 0
    while after is not None:
        some = await due_cases.find_due_cases(tx, terms, after, due_cases.LOOKED_AT)
        after = some.after
        for due_case in some.due:
            for stage in due_case.stages:
                wanted[stage].append(due_case.case_id)
    for stage, ids in wanted.items():
        found[cases.name, stage.value] += len(ids)
        for start in range(0, len(ids), AT_ONCE):
            await _of_cases(tx, found, stage, ids[start : start + AT_ONCE])
    found[members.name, "members that were"] += await _members(tx, tx.now - terms.members)
    old = export_permits.c.asked_at < tx.now - terms.reasons
    found[export_permits.name, "reasons"] += len(
        [permit for permit in await tx.export_permits.select(old) if permit.reason]
    )
    return found


async def _of_cases(
    tx: Transaction, found: Counter[tuple[str, str]], stage: ForgettingStage, ids: list[int]
) -> None:
    for table in OF_CASES[stage]:
        number = select(func.count()).select_from(table).where(table.c.case_id.in_(ids))
        found[table.name, stage.value] += int((await tx.execute(number)).scalar_one())
    of = entries.c.report_id.in_(select(reports.c.id).where(reports.c.case_id.in_(ids)))
    said = select(func.count()).select_from(entries).where(of)
    if stage is ForgettingStage.WORDS:
        found[entries.name, stage.value] += int((await tx.execute(said)).scalar_one())
    elif stage is ForgettingStage.FILES:
        with_file = said.where(entries.c.file_id.is_not(None))
        found["files", stage.value] += int((await tx.execute(with_file)).scalar_one())


async def _members(tx: Transaction, before: datetime) -> int:
    """Those whose membership ended before that, but for whom a hold names. Who is forgotten already has no name."""
    over = members.c.suspended_at < before, not_(due_cases.members_of_held(tx.now))
    return len([member for member in await tx.members.select(*over) if member.name])
