"""On the card of a case: whose phone may be in other hands, where its reports went from there, what was told on the
telephone, to whom, and the number to ring.
"""

from collections.abc import Iterator

from core.casework.claim_kinds import KINDS, read_value
from core.folding import inert_line
from core.model import Case, Report
from core.values import Contact
from handlers.cards import case_lines
from handlers.cards.card_lines import CardReading, hidden_chats
from handlers.people.addresses import is_chat
from handlers.service import Service
from storage.transaction import Transaction


async def taken_lines(reading: CardReading) -> list[str]:
    """A phone that may be in other hands, or else a chat that is hidden; and when reports went to another phone."""
    told = []
    chats = await hidden_chats(reading.tx, reading.case)
    since = min((chat.doubted_at for chat in chats if chat.doubted_at is not None), default=None)
    if reading.taken == "doubt" and since is not None:
        time = case_lines.local_time(since, reading.zone, reading.service.zone)
        told.append(reading.say("case-phone-doubt", time=time))
    elif reading.taken:
        told.append(reading.say(f"case-phone-{reading.taken}"))
    elif chats:
        told.append(reading.say("case-hidden-after"))
    if reading.moved:
        time = case_lines.local_time(reading.moved[-1], reading.zone, reading.service.zone)
        told.append(reading.say("case-moved", time=time))
    return told


async def changed_phone_lines(reading: CardReading) -> list[str]:
    """Somebody who tells of the case reads nothing of what is written to them: another phone answers there."""
    tx, told = reading.tx, []
    reports = await tx.reports.by(case_id=reading.case.id)
    for number in dict.fromkeys(report.address_id for report in reports):
        address = await tx.addresses.get(number)
        if address is not None and address.untrusted_since is not None:
            time = case_lines.local_time(address.untrusted_since, reading.zone, reading.service.zone)
            told.append(reading.say("case-phone-changed", time=time))
    return told


async def telephone_lines(reading: CardReading) -> list[str]:
    """A line for each report that was told on the telephone."""
    tx, service, told = reading.tx, reading.service, []
    for report in await tx.reports.by(case_id=reading.case.id):
        member = await tx.members.get(report.told_to) if report.told_to is not None else None
        if member is not None:
            time = case_lines.local_time(report.created_at, reading.zone, service.zone)
            who = await _caller_words(tx, service, reading.language, report, call_own=reading.call_own)
            told.append(reading.say("case-by-telephone", who=who, name=member.name, time=time))
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
