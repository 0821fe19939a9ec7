"""Whose phone may be in other hands, and where the reports of a case went from there."""

from datetime import datetime

from bot.core.casework.describe import CaseView
from bot.core.model import Case
from bot.core.vocabulary import PHONE, AfterClosing
from handlers.cards import case_lines
from handlers.cards.case_buttons import hidden
from handlers.service import Service
from storage.transaction import Transaction


async def moves(tx: Transaction, case: Case) -> list[datetime]:
    """When reports of the case went to another phone."""
    reports = await tx.reports.by(case_id=case.id)
    found = [await tx.entries.by(report_id=report.id, kind="moved") for report in reports]
    return sorted(entry.at for entries in found for entry in entries)


async def changed(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Somebody who tells of the case reads nothing of what is written to them: another phone answers there."""
    zone, told = case_lines.zone_of(service, case), []
    for number in dict.fromkeys(report.address_id for report in await tx.reports.by(case_id=case.id)):
        address = await tx.addresses.get(number)
        if address is not None and address.untrusted_since is not None:
            time = case_lines.local(address.untrusted_since, zone, service.zone)
            told.append(service.words.say(language, "case-phone-changed", time=time))
    return told


async def taken(tx: Transaction, case: Case, view: CaseView, *, moved: bool) -> str:
    """Whose phone may be in other hands: the reporter's own; somebody's; nobody's (empty)."""
    flags = view.value("urgent")
    flagged = isinstance(flags, tuple) and PHONE in flags
    held = case.situation == "me" or view.value("link") == "self" or moved
    chats = await hidden(tx, case)
    if any(chat.after_closing is not AfterClosing.HIDDEN for chat in chats) or (flagged and held):
        return "own"
    return "some" if flagged else ""
