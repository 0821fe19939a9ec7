"""Papers that were made out of a case, and files that came with it: each by a term of its own."""

from msgspec.structs import replace

from bot.core.keeping import FileState
from bot.core.model import Case
from bot.core.papers.choices import CASES, Choices, from_text, to_text, toggled
from bot.core.papers.made import Paper, PaperState
from bot.core.traffic import Timer
from handlers.cards import kept, tracking
from handlers.service import Service
from storage.schema import entries
from storage.transaction import Transaction

PORTION = 300  # files in one transaction
LETTER = "letter"  # a letter's page; and among the answers of a paper, what its letter tells


async def forget_papers(tx: Transaction, service: Service, case: Case) -> bool:
    """With the facts that stand in them: they cannot be made again."""
    for paper in await tx.papers.by(case_id=case.id):
        tx.papers.remove(paper.id)
    for letter in await tx.papers.by(case_id=None):
        if LETTER in letter.answers:
            await _forget_in(tx, letter, from_text(letter.answers[LETTER]), case)
    return True


async def _forget_in(tx: Transaction, letter: Paper, choices: Choices, case: Case) -> None:
    """One that tells of the case among others: what was made goes, unless another is held; a draft tells of it no more."""
    told = {*choices.cases, *choices.earlier}
    if case.id not in told:
        return
    if letter.state is not PaperState.DRAFT:
        others = [await tx.cases.get(other) for other in sorted(told - {case.id})]
        if not any([one is not None and await kept.holds_of(tx, one) for one in others]):
            tx.papers.remove(letter.id)
        return
    for of in CASES:
        if case.id in getattr(choices, of):
            choices = toggled(choices, of, case.id)
    tx.papers.put(replace(letter, answers={**letter.answers, LETTER: to_text(choices)}))
    for card in await tx.cards.by(subject=LETTER, subject_id=letter.id):
        tracking.touch(tx, card)


async def on_letter_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody works at a letter any more: the draft is gone, and so is its page."""
    letter = await tx.papers.get(timer.subject_id)
    if letter is not None and letter.state is PaperState.DRAFT and LETTER in letter.answers:
        tx.papers.remove(letter.id)
        for card in await tx.cards.by(subject=LETTER, subject_id=letter.id):
            tracking.touch(tx, card)


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
