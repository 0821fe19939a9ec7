"""The coordinators' one card of all cases that nobody has taken. While there is one only, it says whom to ring."""

from collections.abc import Sequence

from bot.core.casework.listing import listed
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, in_rows
from bot.core.traffic import Card
from bot.core.vocabulary import AskKind, CaseState
from handlers.cards import ask_card
from handlers.cards.case_card import stub
from handlers.cards.overviews import button_of, line_of
from handlers.cards.paging import on_page, sources, turning
from handlers.people.readers import is_coordinator, language_of
from handlers.people.shortage import triage
from handlers.service import Service
from storage.transaction import Transaction

CARD = "unclaimed"


async def waiting(tx: Transaction) -> list[Case]:
    """The cases for which everybody was asked and nobody has accepted, and urgent ones that nobody has answered."""
    found = await tx.cases.by(state=CaseState.OPEN)
    return [case for case in found if case.alerting and case.unclaimed_at is not None]


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Coarse lines, the urgent first; each opens whom to ring."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    found = await waiting(tx)
    if not found:
        return stub(service, language, "unclaimed-none")
    if len(found) == 1:
        return await ask_card.about(tx, service, language, found[0], AskKind.NOBODY, card.address_id)
    return await _many(tx, service, language, card, found)


async def _many(
    tx: Transaction, service: Service, language: str, card: Card, found: Sequence[Case]
) -> Presentation:
    told = await sources(tx, found)
    order = await triage(tx, service, found)
    lines = listed(found, told.of, told.newcomers, order.key)
    texts = [service.words.say(language, "unclaimed-head", count=len(found)), ""]
    buttons = []
    for one in on_page(lines, card):
        ringing = await ask_card.who_rings(tx, service, language, one.first) if len(one.cases) == 1 else ""
        texts.append(line_of(service, language, one, ringing, order))
        chat = button_of(service, language, one)
        buttons.append(Button(one.first.code, f"ring:{one.first.id}") if len(one.cases) == 1 else chat)
    rows = in_rows(buttons)
    return Presentation("\n".join(texts), (*rows, *turning(len(lines), card)), protect=True)
