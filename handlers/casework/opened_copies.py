"""A coordinator's copy of a case does not stay on their phone: it shrinks to a line when the case is closed, some days
after it was opened, and when they hand it over. Opened anew it is, as the first time, with a reason.
"""

from datetime import datetime, timedelta

from bot.core.casework.linking import is_stub
from bot.core.model import Case
from bot.core.presentation import Button
from bot.core.timeline import Line
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards import case_lines, history, stub_lines, tracking
from handlers.cards.case_card import stub
from handlers.casework import handed_out
from handlers.people.membership import members_at
from handlers.people.readers import language_of
from handlers.service import Service
from storage.schema import cards
from storage.transaction import Transaction

OPENED_FOR = timedelta(days=3)


async def shrink(tx: Transaction, service: Service, case: Case) -> None:
    """All copies of a case."""
    for card in await tx.cards.by(subject="case", subject_id=case.id):
        await _shrink(tx, service, card, case)


async def shut(tx: Transaction, service: Service, case: Case, address_id: int) -> None:
    """One reader's, who has given it out of their hands."""
    for card in await tx.cards.by(subject="case", subject_id=case.id, address_id=address_id):
        await _shrink(tx, service, card, case)


async def shrink_old(tx: Transaction, service: Service) -> None:
    """Those that were opened long ago, each counted from the last reason that was given for it."""
    for card in await tx.cards.select(cards.c.subject == "case"):
        case = await tx.cases.get(card.subject_id)
        if case is not None and await _opened_at(tx, card) <= tx.now - OPENED_FOR:
            await _shrink(tx, service, card, case)


async def _opened_at(tx: Transaction, card: Card) -> datetime:
    readers = {member.id for member in await members_at(tx, card.address_id)}
    lines = await tx.timeline.by(case_id=card.case_id)
    viewed = [line.at for line in lines if line.kind is Line.VIEWED and line.actor_id in readers]
    return max(viewed, default=card.created_at)


async def _shrink(tx: Transaction, service: Service, card: Card, case: Case) -> None:
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    row: tuple[Button, ...] = (Button(say(language, "button-open"), f"open:{case.id}"),)
    if is_stub(case):
        shown = await stub_lines.opened(tx, service, language, case)
    elif case.state is CaseState.CLOSED:
        row = (*row, Button(say(language, "button-reopen"), f"reopen:{case.id}"))
        ended = case_lines.outcome(service, language, case)
        shown = stub(service, language, "stub-closed", (row,), code=case.code, outcome=ended)
    else:
        shown = stub(service, language, "stub-shrunk", (row,), code=case.code)
    tracking.drop(tx, card, shown)
    await handed_out.take_back(tx, case_id=case.id, address_id=card.address_id)
    for one in await tx.cards.by(subject=history.CARD, subject_id=case.id, address_id=card.address_id):
        tracking.drop(tx, one, stub(service, language, "history-shut", code=case.code))
