"""Sparse news to the reporter, only with their consent: a lawyer is on it, at the station, still looking, closed and how.

Of news that have not left yet the newest stands for all. What changes nothing for whoever waits makes no sound.
"""

from bot.core.model import Case, Report
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from bot.core.vocabulary import Asked, CaseState, outcome_key
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.people.written_to import may_be_written_to
from handlers.service import Service
from storage.transaction import Transaction

STATES = {CaseState.ACCEPTED: "news-accepted", CaseState.CLOSED: "news-closed"}
QUIET = frozenset({"news-still-looking"})


async def tell(tx: Transaction, service: Service, case: Case, key: str, asked: Asked = Asked.LAWYERS) -> None:
    """Those of the case's reporters who want to hear it. ``asked``: who is, where the words say it."""
    for report in await tx.reports.by(case_id=case.id):
        await _write(tx, service, case, report, key, asked)


async def allowed(tx: Transaction, service: Service, case: Case, report: Report) -> None:
    """The reporter allows news only now: what has happened already is told once."""
    if case.state in STATES:
        await _write(tx, service, case, report, STATES[case.state], Asked.LAWYERS)


async def _write(
    tx: Transaction, service: Service, case: Case, report: Report, key: str, asked: Asked
) -> None:
    if not await may_be_written_to(tx, report):
        return
    language = await language_of(tx, service, report.address_id)
    how = service.words.say(language, outcome_key(case.outcome or "other"))
    said = service.words.say(language, key, how=how, outcome=case.outcome or "other", asked=asked)
    shown = Presentation(service.with_hotline(language, said), silent=key in QUIET)
    sending.message(tx, service, report.address_id, shown, Lane.NEWS, topic=f"news:{report.id}")
