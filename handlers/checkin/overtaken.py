"""Somebody with a check-in says that it has happened: that case hears what the check-in told, and nothing is waited for."""

from msgspec.structs import replace

from bot.core.in_a_chat import CheckIn
from bot.core.model import Case, Entry, Report
from bot.core.values import Moment, Place, Precision, to_data
from bot.core.vocabulary import MYSELF, CaseState, ReportState
from handlers.casework import facts, sayings
from handlers.casework.sayings import Saying
from handlers.checkin import missed
from handlers.service import Service
from storage.transaction import Transaction


async def join(tx: Transaction, service: Service, one: CheckIn) -> bool:
    """Whether a case of the same person was opened since: it hears where they went, and what about."""
    found = await _theirs(tx, one)
    if found is None:
        return False
    report, case = found
    answers = await missed.told_by(tx, one)
    place = answers["place"].value if "place" in answers else None
    about = answers["about"].value if "about" in answers else None
    said = [words for words in (about, place.text if isinstance(place, Place) else "") if words]
    if said:
        tx.entries.add(Entry(tx.new_id(), report.id, tx.now, "words", {"text": " · ".join(map(str, said))}))
    draft = await tx.reports.get(one.report_id) if one.report_id is not None else None
    if draft is not None and draft.state is ReportState.DRAFT:  # what was written while they were waited for
        for entry in await tx.entries.by(report_id=draft.id):
            tx.entries.put(replace(entry, report_id=report.id))
    until = to_data(Moment(one.due, Precision.MINUTE, exact=True))
    await facts.note(tx, service, case, sayings.claim_of(tx, report, Saying("checkin", until)))
    return True


async def _theirs(tx: Transaction, one: CheckIn) -> tuple[Report, Case] | None:
    """The newest case that this chat opened about itself since the check-in was set."""
    for report in reversed(await tx.reports.by(address_id=one.address_id)):
        if report.case_id is None or report.opened_at is None or report.opened_at < one.created_at:
            continue
        case = await tx.cases.get(report.case_id)
        if case is not None and case.situation == MYSELF and case.state is not CaseState.CLOSED:
            return report, case
    return None
