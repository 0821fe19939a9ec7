"""The coordinators' one card of all cases that nobody has taken. While there is one only, it says whom to ring."""

from collections.abc import Sequence

from core.casework.case_list import list_cases
from core.casework.sieves import is_unanswered, is_untaken
from core.model import Case
from core.presentation import Button, Presentation, in_button_rows
from core.traffic import Card
from core.vocabulary import CaseState, TaskKind
from handlers.cards.case_labels import load_labels
from handlers.cards.case_lists import (
    lines_on_page,
    listed_button,
    listed_line,
    load_sources,
    order_line,
    page_buttons,
)
from handlers.cards.stub import stub
from handlers.cards.task_card import task_view, who_rings
from handlers.people.on_call import load_triage
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

UNCLAIMED = "unclaimed"


async def unclaimed_cases(tx: Transaction) -> list[Case]:
    """The cases for which everybody was asked and nobody has accepted, and urgent ones that nobody has answered."""
    return [case for case in await tx.cases.by(state=CaseState.OPEN) if is_unanswered(case)]


async def unclaimed_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Coarse lines, the urgent first; each opens whom to ring."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await unclaimed_cases(tx)
    if not found:
        return stub(service, language, "unclaimed-none")
    if len(found) == 1:
        return await task_view(tx, service, language, found[0], TaskKind.NOBODY, card.address_id)
    return await _unclaimed_list(tx, service, language, card, found)


async def _unclaimed_list(
    tx: Transaction, service: Service, language: str, card: Card, found: Sequence[Case]
) -> Presentation:
    told = await load_sources(tx, found)
    order = await load_triage(tx, service, found)
    lines = list_cases(found, told.of, told.newcomers, order.key)
    untaken = sum(is_untaken(case) for case in await tx.cases.by(state=CaseState.OPEN))
    texts = [service.words.say(language, "unclaimed-head", count=len(found), untaken=untaken)]
    texts += [*filter(None, [order_line(service, language, "urgent", len(lines))]), ""]
    buttons = []
    page = lines_on_page(lines, card)
    labels = await load_labels(tx, service, language, [line.first for line in page], card.address_id)
    for line in page:
        ringing = await who_rings(tx, service, language, line.first) if len(line.cases) == 1 else ""
        texts.append(listed_line(service, language, line, ringing, order, labels))
        chat = listed_button(service, language, line)
        rings = Button(labels.button(line.first), f"ring:{line.first.id}")
        buttons.append(rings if len(line.cases) == 1 else chat)
    rows = in_button_rows(buttons)
    return Presentation("\n".join(texts), (*rows, *page_buttons(len(lines), card)), protect=True)
