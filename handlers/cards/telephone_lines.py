"""On the card of a case, for whoever sees it whole: what was told on the telephone, to whom, and the number to ring."""

from collections.abc import Iterator

from bot.core.casework.kinds import KINDS, read
from bot.core.folding import inert
from bot.core.model import Case, Report
from bot.core.values import Contact
from handlers.cards import case_lines
from handlers.people.addresses import is_chat
from handlers.service import Service
from storage.transaction import Transaction


async def lines(tx: Transaction, service: Service, language: str, case: Case, *, call_own: bool) -> list[str]:
    """One for each report that was. ``call_own``: see fact_lines.Reading."""
    told = []
    for report in await tx.reports.by(case_id=case.id):
        member = await tx.members.get(report.told_to) if report.told_to is not None else None
        if member is not None:
            zone = case_lines.zone_of(service, case)
            time = case_lines.local(report.created_at, zone, service.zone)
            who = await _who(tx, service, language, report, call_own=call_own)
            told.append(
                service.words.say(language, "case-by-telephone", who=who, name=member.name, time=time)
            )
    return told


async def numbers(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Whom to ring, because nothing can be written to them."""
    found = []
    for report in await tx.reports.by(case_id=case.id):
        address = await tx.addresses.get(report.address_id)
        if address is not None and not is_chat(address):
            found.append(await _who(tx, service, language, report, call_own=True))
    return found


async def _who(tx: Transaction, service: Service, language: str, report: Report, *, call_own: bool) -> str:
    """The number and the link, as they were told."""
    said = {claim.kind: claim for claim in await tx.claims.by(report_id=report.id) if not claim.withdrawn_at}
    contact = read(KINDS["contact"], said["contact"].value) if "contact" in said else None
    parts = [*_number(service, language, contact, call_own=call_own)]
    if "link" in said:
        parts.append(service.words.say(language, f"report-link-{said['link'].value}").lower())
    return ", ".join(parts)


def _number(service: Service, language: str, contact: object, *, call_own: bool) -> Iterator[str]:
    if not isinstance(contact, Contact) or not (contact.phone or contact.words):
        yield service.words.say(language, "call-no-number")
    elif contact.phone and contact.own is not False and not call_own:
        yield service.words.say(language, "contact-own", end=contact.phone[-2:])
    else:
        yield inert(" ".join(part for part in (contact.phone, contact.name) if part) or contact.words)
