"""That somebody was helped goes first: it has been used against people. Who took the case, who consented to what, what was
sent for them, the receipt code, and whose chat it was. What happened to them stays until the words go.
"""

from msgspec.structs import replace
from sqlalchemy import select

from bot.core.casework.claims import Claim, SourceKind
from bot.core.forgetting.left import OF_HELP, OF_HELPERS
from bot.core.model import Case, Report
from bot.core.timeline import KEPT_LONGER
from bot.core.vocabulary import DialogueState
from handlers.casework import handed_out
from handlers.forgetting import chats
from handlers.people import nobody
from handlers.service import Service
from storage import timeline
from storage.schema import entries, files, timers
from storage.transaction import Transaction


async def forget(tx: Transaction, service: Service, case: Case) -> bool:
    """All of it, but of a chat with very many messages first some."""
    reports = await tx.reports.by(case_id=case.id)
    for report in reports:
        if not await chats.empty(tx, service, report):
            return False
    for report in reports:
        await _cut_off(tx, report)
    await chats.take_away_cards(tx, case, reports)
    for row in await handed_out.at(tx, case_id=case.id):
        handed_out.take_away(tx, row)
    for alert in await tx.alerts.by(case_id=case.id):
        tx.alerts.put(replace(alert, member_id=(await nobody.member(tx)).id, asked_by=None))
    for mark in await tx.clock_marks.by(case_id=case.id):
        tx.clock_marks.put(replace(mark, answered_by=None))
    await _forget_claims(tx, case, reports)
    await timeline.empty(tx, case, but=KEPT_LONGER)
    tx.cases.put(replace(case, owner_id=None, second_id=None))
    return True


async def _cut_off(tx: Transaction, report: Report) -> None:
    """Nobody can tell any more whose report it was, nor come back by its code."""
    home = await nobody.chat(tx, report.id)
    told_to = report.told_to and (await nobody.member(tx)).id
    tx.reports.put(replace(report, address_id=home.id, receipt_lookup=None, consent=None, told_to=told_to))
    for guest in await tx.guests.by(report_id=report.id):
        tx.guests.remove(guest.id)
    for checkin in await tx.checkins.by(report_id=report.id):
        tx.checkins.remove(checkin.id)
    for dialogue in await tx.dialogues.by(subject_id=report.id):
        ended = DialogueState.EXPIRED if dialogue.state is DialogueState.OPEN else dialogue.state
        tx.dialogues.put(replace(dialogue, address_id=home.id, state=ended))
    sent = select(entries.c.file_id).where(entries.c.report_id == report.id, entries.c.file_id.is_not(None))
    for file in await tx.files.select(files.c.id.in_(sent)):
        tx.files.put(replace(file, address_id=home.id))


async def claims_of(tx: Transaction, case: Case, reports: list[Report]) -> list[Claim]:
    """What is said of a case, and in the reports that feed it."""
    told = [one for report in reports for one in await tx.claims.by(report_id=report.id)]
    return [*await tx.claims.by(case_id=case.id), *told]


async def _forget_claims(tx: Transaction, case: Case, reports: list[Report]) -> None:
    gone = []
    for claim in await claims_of(tx, case, reports):
        if claim.kind in OF_HELP:
            tx.claims.remove(claim.id)
            gone.append(claim.id)
        elif claim.kind in OF_HELPERS and claim.source_kind is SourceKind.MEMBER:
            tx.claims.put(replace(claim, source_kind=SourceKind.BOT, source_id=0))
        elif claim.kind == "note":
            tx.claims.put(replace(claim, source_id=(await nobody.member(tx)).id))
    if gone:
        for timer in await tx.timers.select(timers.c.subject_id.in_(gone)):
            tx.timers.remove(timer.key)
