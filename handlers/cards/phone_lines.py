"""Whose phone may be in other hands, and where the reports of a case went from there."""

from datetime import datetime

from bot.core.casework.describe import CaseView
from bot.core.model import Case
from bot.core.vocabulary import PHONE, AfterClosing
from handlers.cards.case_buttons import hidden
from storage.transaction import Transaction


async def moves(tx: Transaction, case: Case) -> list[datetime]:
    """When reports of the case went to another phone."""
    reports = await tx.reports.by(case_id=case.id)
    found = [await tx.entries.by(report_id=report.id, kind="moved") for report in reports]
    return sorted(entry.at for entries in found for entry in entries)


async def taken(tx: Transaction, case: Case, view: CaseView, *, moved: bool) -> str:
    """Whose phone may be in other hands: the reporter's own; somebody's; nobody's (empty)."""
    flags = view.value("urgent")
    flagged = isinstance(flags, tuple) and PHONE in flags
    held = case.situation == "me" or view.value("link") == "self" or moved
    chats = await hidden(tx, case)
    if any(chat.after_closing is not AfterClosing.HIDDEN for chat in chats) or (flagged and held):
        return "own"
    return "some" if flagged else ""
