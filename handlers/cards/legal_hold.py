"""Whether a case is on legal hold. One whose reports feed it is a part of it: a hold of that holds all.

On the card of a case: that it is held, why, and until when; and the buttons by which it is kept or forgotten.
"""

from datetime import datetime

from core.casework.linking import is_stub
from core.folding import inert_line
from core.model import Case
from core.presentation import Button
from core.records.holds import Hold
from core.vocabulary import CaseState
from handlers.service import Service
from storage.transaction import Transaction


async def with_merged_cases(tx: Transaction, case: Case) -> list[Case]:
    """The case, and those that are stubs because their reports feed it: they go with it."""
    reports = await tx.reports.by(case_id=case.id)
    await tx.links.prefetch("report_id", [report.id for report in reports])
    fed = {link.case_id for report in reports for link in await tx.links.by(report_id=report.id)}
    others = [await tx.cases.get(id) for id in sorted(fed - {case.id})]
    return [case, *(one for one in others if one is not None and is_stub(one))]


async def holds_of(tx: Transaction, case: Case) -> list[Hold]:
    """What holds it now, its own first."""
    found = [hold for one in await with_merged_cases(tx, case) for hold in await tx.holds.by(case_id=one.id)]
    return [hold for hold in found if hold.lives(tx.now)]


async def hold_lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """One for each hold."""
    return [
        service.words.say(language, "case-preserved", why=inert_line(hold.reason), **end_words(service, hold))
        for hold in await holds_of(tx, case)
    ]


def end_words(service: Service, hold: Hold) -> dict[str, str]:
    """Whether it has an end, and which."""
    if hold.until is None:
        return {"ends": "no", "until": ""}
    return {"ends": "yes", "until": date_words(service, hold.until)}


def date_words(service: Service, moment: datetime) -> str:
    """With its year: it is about years."""
    return f"{moment.astimezone(service.zone):%d.%m.%Y}"


def buttons(service: Service, language: str, case: Case) -> tuple[Button, ...]:
    """*Legal hold*, and of a closed case *Forget it*."""
    say = service.words.say
    hold = Button(say(language, "button-preserve"), f"preserve:{case.id}")
    if case.state is not CaseState.CLOSED:
        return (hold,)
    return (hold, Button(say(language, "button-forget"), f"forget:{case.id}"))
