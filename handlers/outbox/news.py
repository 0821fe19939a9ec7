"""Sparse news to the reporter, only with their consent: a lawyer is on it, still looking, closed."""

from bot.core.model import Case, Report
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from bot.core.vocabulary import CaseState
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

STATES = {CaseState.ACCEPTED: "news-accepted", CaseState.CLOSED: "news-closed"}


async def tell(tx: Transaction, service: Service, case: Case, key: str) -> None:
    """Those of the case's reporters who want to hear it."""
    for report in await tx.reports.by(case_id=case.id):
        if report.consent == "yes":
            await _write(tx, service, report, key)


async def allowed(tx: Transaction, service: Service, case: Case, report: Report) -> None:
    """The reporter allows news only now: what has happened already is told once."""
    if case.state in STATES:
        await _write(tx, service, report, STATES[case.state])


async def _write(tx: Transaction, service: Service, report: Report, key: str) -> None:
    language = await language_of(tx, service, report.address_id)
    text = service.with_hotline(language, service.words.say(language, key))
    sending.message(tx, service, report.address_id, Presentation(text), Lane.NEWS)
