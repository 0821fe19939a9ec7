"""Papers that were made out of a case, files that came with it, and what says that somebody was helped: each with its own
term.

Help is forgotten first, because it has been used against people: who took the case, who consented to what, what was sent for
them, the receipt code, and whose chat it was. What happened to them stays until the words go.
"""

from msgspec.structs import replace
from sqlalchemy import select

from core.casework.claims import Claim, SourceKind
from core.forgetting.remains import OF_HELP, OF_HELPERS
from core.model import Case, Report
from core.papers.letter import CASES, LetterChoices, choices_from_text, choices_to_text, toggle_choice
from core.records.papers import Paper, PaperState
from core.sent_files import FileState
from core.timeline import KEPT_LONGER
from core.traffic import Timer
from core.vocabulary import DialogueState
from handlers.cards import live_cards
from handlers.casework import disclosure
from handlers.forgetting import legal_holds, traces
from handlers.people import placeholders
from handlers.service import Service
from storage import timeline
from storage.schema import entries, files, timers
from storage.transaction import Transaction

PORTION = 300  # files in one transaction
LETTER = "letter"  # a letter's page; and among the answers of a paper, what its letter tells


async def forget_papers(tx: Transaction, service: Service, case: Case) -> bool:
    """With the facts that stand in them: they cannot be made again."""
    for paper in await tx.papers.by(case_id=case.id):
        tx.papers.remove(paper.id)
    for letter in await tx.papers.by(case_id=None):
        if LETTER in letter.answers:
            await _forget_in_letter(tx, letter, choices_from_text(letter.answers[LETTER]), case)
    return True


async def _forget_in_letter(tx: Transaction, letter: Paper, choices: LetterChoices, case: Case) -> None:
    """One that tells of the case among others: what was made goes, unless another is held; a draft no longer tells of it."""
    told = {*choices.cases, *choices.earlier}
    if case.id not in told:
        return
    if letter.state is not PaperState.DRAFT:
        others = [await tx.cases.get(other) for other in sorted(told - {case.id})]
        if not any([other is not None and await legal_holds.holds_of(tx, other) for other in others]):
            tx.papers.remove(letter.id)
        return
    for of in CASES:
        if case.id in getattr(choices, of):
            choices = toggle_choice(choices, of, case.id)
    tx.papers.put(replace(letter, answers={**letter.answers, LETTER: choices_to_text(choices)}))
    for card in await tx.cards.by(subject=LETTER, subject_id=letter.id):
        live_cards.touch(tx, card)


async def on_letter_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody works at a letter any more: the draft is gone, and so is its page."""
    letter = await tx.papers.get(timer.subject_id)
    if letter is not None and letter.state is PaperState.DRAFT and LETTER in letter.answers:
        tx.papers.remove(letter.id)
        for card in await tx.cards.by(subject=LETTER, subject_id=letter.id):
            live_cards.touch(tx, card)


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


async def forget_help(tx: Transaction, service: Service, case: Case) -> bool:
    """All of it, but of a chat with very many messages first some."""
    reports = await tx.reports.by(case_id=case.id)
    for report in reports:
        if not await traces.empty_chat(tx, service, report):
            return False
    for report in reports:
        await _cut_off_chat(tx, report)
    await traces.take_case_cards_away(tx, case, reports)
    for row in await disclosure.disclosed_rows(tx, case_id=case.id):
        disclosure.take_away(tx, row)
    for alert in await tx.alerts.by(case_id=case.id):
        tx.alerts.put(replace(alert, member_id=(await placeholders.member(tx)).id, asked_by=None))
    for mark in await tx.clock_marks.by(case_id=case.id):
        tx.clock_marks.put(replace(mark, answered_by=None))
    await _forget_claims(tx, case, reports)
    await timeline.empty(tx, case, but=KEPT_LONGER)
    tx.cases.put(replace(case, owner_id=None, second_id=None))
    return True


async def _cut_off_chat(tx: Transaction, report: Report) -> None:
    """Nobody can tell any more whose report it was, nor come back by its code."""
    home = await placeholders.chat(tx, report.id)
    told_to = report.told_to and (await placeholders.member(tx)).id
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


async def all_claims_of(tx: Transaction, case: Case, reports: list[Report]) -> list[Claim]:
    """What is said of a case, and in the reports that feed it."""
    told = [claim for report in reports for claim in await tx.claims.by(report_id=report.id)]
    return [*await tx.claims.by(case_id=case.id), *told]


async def _forget_claims(tx: Transaction, case: Case, reports: list[Report]) -> None:
    gone = []
    for claim in await all_claims_of(tx, case, reports):
        if claim.kind in OF_HELP:
            tx.claims.remove(claim.id)
            gone.append(claim.id)
        elif claim.kind in OF_HELPERS and claim.source_kind is SourceKind.MEMBER:
            tx.claims.put(replace(claim, source_kind=SourceKind.BOT, source_id=0))
        elif claim.kind == "note":
            tx.claims.put(replace(claim, source_id=(await placeholders.member(tx)).id))
    if gone:
        for timer in await tx.timers.select(timers.c.subject_id.in_(gone)):
            tx.timers.remove(timer.key)
