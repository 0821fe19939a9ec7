"""Whose phone may be in other hands, and where the reports of a case went from there.

On the card of a case, for whoever sees it whole: what was told on the telephone, to whom, and the number to ring.
"""

from collections.abc import Iterator
from datetime import datetime

from core.casework.case_view import CaseView
from core.casework.claim_kinds import KINDS, read_value
from core.folding import inert_line
from core.model import Case, Report
from core.values import Contact
from core.vocabulary import PHONE, AfterClosing
from handlers.cards import case_lines
from handlers.cards.case_buttons import hidden_chats
from handlers.people.addresses import is_chat
from handlers.service import Service
from storage.transaction import Transaction


async def moved_at(tx: Transaction, case: Case) -> list[datetime]:
    """When reports of the case went to another phone."""
    reports = await tx.reports.by(case_id=case.id)
    found = [await tx.entries.by(report_id=report.id, kind="moved") for report in reports]
    return sorted(entry.at for entries in found for entry in entries)


async def changed_phone_lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Somebody who tells of the case reads nothing of what is written to them: another phone answers there."""
    zone, told = case_lines.zone_of(service, case), []
    for number in dict.fromkeys(report.address_id for report in await tx.reports.by(case_id=case.id)):
        address = await tx.addresses.get(number)
        if address is not None and address.untrusted_since is not None:
            time = case_lines.local_time(address.untrusted_since, zone, service.zone)
            told.append(service.words.say(language, "case-phone-changed", time=time))
    return told


async def whose_phone_is_taken(tx: Transaction, case: Case, view: CaseView, *, moved: bool) -> str:
    """Whose phone may be in other hands: the reporter's own; somebody's; nobody's (empty)."""
    flags = view.value("urgent")
    flagged = isinstance(flags, tuple) and PHONE in flags
    held = case.situation == "me" or view.value("link") == "self" or moved
    chats = await hidden_chats(tx, case)
    if any(chat.after_closing is not AfterClosing.HIDDEN for chat in chats) or (flagged and held):
        return "own"
    return "some" if flagged else ""


async def telephone_lines(
    tx: Transaction, service: Service, language: str, case: Case, *, call_own: bool
) -> list[str]:
    """One for each report that was. ``call_own``: see fact_lines.Reading."""
    told = []
    for report in await tx.reports.by(case_id=case.id):
        member = await tx.members.get(report.told_to) if report.told_to is not None else None
        if member is not None:
            zone = case_lines.zone_of(service, case)
            time = case_lines.local_time(report.created_at, zone, service.zone)
            who = await _caller_words(tx, service, language, report, call_own=call_own)
            told.append(
                service.words.say(language, "case-by-telephone", who=who, name=member.name, time=time)
            )
    return told


async def numbers_to_ring(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Whom to ring, because nothing can be written to them."""
    found = []
    for report in await tx.reports.by(case_id=case.id):
        address = await tx.addresses.get(report.address_id)
        if address is not None and not is_chat(address):
            found.append(await _caller_words(tx, service, language, report, call_own=True))
    return found


async def _caller_words(
    tx: Transaction, service: Service, language: str, report: Report, *, call_own: bool
) -> str:
    """The number and the link, as they were told."""
    said = {claim.kind: claim for claim in await tx.claims.by(report_id=report.id) if not claim.withdrawn_at}
    contact = read_value(KINDS["contact"], said["contact"].value) if "contact" in said else None
    parts = [*_number_words(service, language, contact, call_own=call_own)]
    if "link" in said:
        parts.append(service.words.say(language, f"report-link-{said['link'].value}").lower())
    return ", ".join(parts)


def _number_words(service: Service, language: str, contact: object, *, call_own: bool) -> Iterator[str]:
    if not isinstance(contact, Contact) or not (contact.phone or contact.words):
        yield service.words.say(language, "call-no-number")
    elif contact.phone and contact.own is not False and not call_own:
        yield service.words.say(language, "contact-own", end=contact.phone[-2:])
    else:
        yield inert_line(" ".join(part for part in (contact.phone, contact.name) if part) or contact.words)
