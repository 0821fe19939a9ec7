"""How sure the sources of a case are, as members have said it: for whoever sees the case whole."""

from bot.core.casework.describe import CaseView
from bot.core.casework.kinds import KINDS
from bot.core.casework.verifying import JOKE, RANG_BACK, RELIABILITY
from bot.core.model import Case, Member, Report
from bot.core.vocabulary import Role
from handlers.cards import case_lines
from handlers.cards.relation import relation
from handlers.service import Service
from storage.transaction import Transaction

LOOKED_AT = 20  # earlier reports of one chat, the newest


async def lines(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, reader: Member
) -> list[str]:
    """Of each source of which somebody has said something; for coordinators also what was said of its chat before."""
    found = []
    for number, report in enumerate(await tx.reports.by(case_id=case.id), 1):
        said = marks(service, language, case, view, report)
        if reader.role is Role.COORDINATOR and (jokes := await _jokes_before(tx, report)):
            said.append(service.words.say(language, "source-joked-before", count=jokes))
        if said:
            who = await relation(tx, service, language, report)
            line = service.words.say(language, "source-said", number=number, who=who)
            found.append(f"{line}: {' · '.join(said)}")
    return found


def marks(service: Service, language: str, case: Case, view: CaseView, report: Report) -> list[str]:
    """How far the report is trusted, whether it may be a joke, and what came of ringing, the newest call alone."""
    say, found = service.words.say, []
    if grade := view.of_source(report.id, RELIABILITY):
        found.append(say(language, KINDS[RELIABILITY].option_key(grade)))
    if view.of_source(report.id, JOKE) == "yes":
        found.append(say(language, "joke-yes"))
    for call in view.history(RANG_BACK, report.id)[-1:]:
        time = case_lines.local(call.claim.noted_at, case_lines.zone_of(service, case), service.zone)
        answer = say(language, KINDS[RANG_BACK].option_key(str(call.value)))
        found.append(f"{time} {answer}")
    return found


async def _jokes_before(tx: Transaction, report: Report) -> int:
    """How many other reports of the chat were taken for a joke."""
    others = [one for one in await tx.reports.by(address_id=report.address_id) if one.id != report.id]
    count = 0
    for other in others[-LOOKED_AT:]:
        said = [c for c in await tx.claims.by(report_id=other.id) if c.kind == JOKE]
        count += bool(said) and max(said, key=lambda c: c.id).value == "yes"
    return count
