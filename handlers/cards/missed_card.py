"""The coordinators' one card of check-ins that were missed: where several come within minutes, it sounds for them all, and
each stands on it by its code, which opens what is asked about it.
"""

from bot.core.casework.listing import Listed, listed
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, in_rows
from bot.core.traffic import Card
from bot.core.vocabulary import AskKind, CheckInState
from handlers.cards import ask_card, tracking
from handlers.cards.case_card import stub
from handlers.cards.overviews import line_of
from handlers.cards.paging import on_page, sources, turning
from handlers.people.readers import is_coordinator, language_of
from handlers.people.shortage import triage
from handlers.service import Service
from storage.transaction import Transaction

CARD = tracking.MISSED


async def waiting(tx: Transaction) -> list[Case]:
    """The cases of missed check-ins of which coordinators are asked still."""
    ids = [
        checkin.report_id for checkin in await tx.checkins.by(state=CheckInState.MISSED) if checkin.report_id
    ]
    reports = [await tx.reports.get(id) for id in ids]
    found = {report.case_id for report in reports if report is not None and report.case_id is not None}
    cases = [await tx.cases.get(id) for id in sorted(found)]
    return [case for case in cases if case is not None and not ask_card.is_settled(case, AskKind.CHECK_IN)]


async def touch(tx: Transaction) -> None:
    """One of them is something else now."""
    for card in await tx.cards.by(subject=CARD, subject_id=0):
        tracking.touch(tx, card)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A line and a button for each: those of chats that we know before those of new ones."""
    language, say = await language_of(tx, service, card.address_id), service.words.say
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await waiting(tx)
    if not found:
        return stub(service, language, "missed-none")
    told, order = await sources(tx, found), await triage(tx, service, found)
    lines = [
        Listed((case,))
        for source in listed(found, told.of, told.newcomers, order.key)
        for case in source.cases
    ]
    shown = on_page(lines, card)
    texts = [line_of(service, language, line, "", order) for line in shown]
    buttons = [Button(line.first.code, f"missed:{line.first.id}") for line in shown]
    text = "\n".join((say(language, "missed-head", count=len(found)), "", *texts))
    return Presentation(text, (*in_rows(buttons), *turning(len(lines), card)), protect=True)
