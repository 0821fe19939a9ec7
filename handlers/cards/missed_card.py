"""The coordinators' one card of check-ins that were missed: where several come within minutes, it sounds for them all, and
each stands on it by its code, which opens what is asked about it.
"""

from core.casework.case_list import CaseListLine, list_cases
from core.model import Case
from core.presentation import Button, Presentation, in_button_rows
from core.traffic import Card
from core.vocabulary import CheckInState, TaskKind
from handlers.cards import live_cards, task_card
from handlers.cards.case_labels import load_labels
from handlers.cards.case_lists import lines_on_page, listed_line, load_sources, page_buttons
from handlers.cards.stub import stub
from handlers.people.on_call import load_triage
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

CARD = live_cards.MISSED


async def waiting(tx: Transaction) -> list[Case]:
    """The cases of missed check-ins of which coordinators are asked still."""
    ids = [
        checkin.report_id for checkin in await tx.checkins.by(state=CheckInState.MISSED) if checkin.report_id
    ]
    reports = [await tx.reports.get(id) for id in ids]
    found = {report.case_id for report in reports if report is not None and report.case_id is not None}
    cases = [await tx.cases.get(id) for id in sorted(found)]
    return [case for case in cases if case is not None and not task_card.is_settled(case, TaskKind.CHECK_IN)]


async def touch(tx: Transaction) -> None:
    """One of them is something else now."""
    for card in await tx.cards.by(subject=CARD, subject_id=0):
        live_cards.touch(tx, card)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A line and a button for each: those of chats that we know before those of new ones."""
    language, say = await language_of(tx, service, card.address_id), service.words.say
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await waiting(tx)
    if not found:
        return stub(service, language, "missed-none")
    told, order = await load_sources(tx, found), await load_triage(tx, service, found)
    lines = [
        CaseListLine((case,))
        for source in list_cases(found, told.of, told.newcomers, order.key)
        for case in source.cases
    ]
    shown = lines_on_page(lines, card)
    labels = await load_labels(tx, service, language, [line.first for line in shown], card.address_id)
    texts = [listed_line(service, language, line, "", order, labels) for line in shown]
    buttons = [Button(labels.button(line.first), f"missed:{line.first.id}") for line in shown]
    text = "\n".join((say(language, "missed-head", count=len(found)), "", *texts))
    return Presentation(text, (*in_button_rows(buttons), *page_buttons(len(lines), card)), protect=True)
