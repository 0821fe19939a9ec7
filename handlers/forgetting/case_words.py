"""Names and words of a case go, for good. What stays is what an export without names tells: numbers, days, regions."""

from msgspec.structs import replace

from core.casework.claims import SourceKind
from core.forgetting.remains import remains_of_claim
from core.model import Case, Report
from core.timeline import TimelineKind
from handlers.cards import live_cards
from handlers.forgetting.help_and_evidence import all_claims_of
from handlers.forms import entries
from handlers.service import Service
from storage import timeline
from storage.schema import timers
from storage.transaction import Transaction

PORTION = 300  # messages of reporters in one transaction


async def forget_words(tx: Transaction, service: Service, case: Case) -> bool:
    """What was said, and everything by which somebody could be found or known."""
    reports = await tx.reports.by(case_id=case.id)
    for report in reports:
        if not await _forget_entries(tx, report):
            return False
    await _forget_claims(tx, case, reports)
    await _forget_other_records(tx, case, reports)
    await _forget_incidents(tx, case)
    await timeline.empty(tx, case, but=(TimelineKind.FORGOTTEN,))
    tx.cases.put(replace(case, district=None, owner_id=None, second_id=None))
    return True


async def _forget_entries(tx: Transaction, report: Report) -> bool:
    said = await tx.entries.oldest(PORTION, report_id=report.id)
    await tx.messages.prefetch("entry_id", [entry.id for entry in said])
    for entry in said:
        for message in await tx.messages.by(entry_id=entry.id):
            tx.messages.put(replace(message, entry_id=None))
        await entries.forget(tx, entry)
    return len(said) < PORTION


async def _forget_claims(tx: Transaction, case: Case, reports: list[Report]) -> None:
    """It stays known that there were several members, not who they are."""
    found = await all_claims_of(tx, case, reports)
    several: dict[int, int] = {}
    for claim in sorted(found, key=lambda claim: claim.id):
        value = remains_of_claim(claim)
        if value is None:
            tx.claims.remove(claim.id)
            continue
        source = claim.source_id
        if claim.source_kind in (SourceKind.MEMBER, SourceKind.PAPER):
            source = several.setdefault(source, len(several) + 1)
        tx.claims.put(replace(claim, value=value, source_id=source, entry_id=None))


async def _forget_other_records(tx: Transaction, case: Case, reports: list[Report]) -> None:
    """The index of names, forms, clocks, calls, holds that are over, timers."""
    for block in await tx.name_blocks.by(case_id=case.id):
        tx.name_blocks.remove(block.id)
    for pair in [*await tx.pairs.by(case_id=case.id), *await tx.pairs.by(other_id=case.id)]:
        tx.pairs.remove(pair.id)
    numbers = [case.id, *(report.id for report in reports)]
    for number in numbers:
        for dialogue in await tx.dialogues.by(subject_id=number):
            tx.dialogues.put(replace(dialogue, answers={}, revisiting=None))
    of_the_case = timers.c.key != timers.c.kind  # those of every night only remember how far they are
    for timer in await tx.timers.select(timers.c.subject_id.in_(numbers), of_the_case):
        tx.timers.remove(timer.key)
    for mark in await tx.clock_marks.by(case_id=case.id):
        tx.clock_marks.put(replace(mark, known={}))
    for call_round in await tx.rounds.by(case_id=case.id):
        tx.rounds.put(replace(call_round, case_id=None))
    for hold in await tx.holds.by(case_id=case.id):
        tx.holds.put(replace(hold, reason=""))


async def _forget_incidents(tx: Transaction, case: Case) -> None:
    """What an incident was called may name somebody; it goes with the last of its cases, and letters about it too."""
    for number in {link.incident_id for link in await tx.incident_links.by(case_id=case.id)}:
        others = {link.case_id for link in await tx.incident_links.by(incident_id=number)} - {case.id}
        found = [await tx.cases.get(other) for other in others]
        if any(case is not None and case.forgotten_at is None for case in found):
            continue
        incident = await tx.incidents.get(number)
        if incident is not None:
            tx.incidents.put(replace(incident, name=""))
        for paper in await tx.papers.by(incident_id=number):
            tx.papers.remove(paper.id)
    await live_cards.touch_incidents(tx, case.id)
