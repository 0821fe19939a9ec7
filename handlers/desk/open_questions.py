"""What is open of a coordinator: whom to ring, what to decide, what they opened and what they have. Coarse, no names."""

from collections.abc import Mapping

from msgspec import Struct

from bot.core.casework.holding import has
from bot.core.model import Case, Member
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards import ask_card
from handlers.lookup import waiting
from handlers.people.membership import addresses_of
from storage.schema import cards
from storage.transaction import Transaction

ASK = "ask-"  # subjects of cards


class Open(Struct, frozen=True):
    """Cases below their headings, the cards of what coordinators were asked, and how many people wait to be called back."""

    under: Mapping[str, list[Case]]
    asks: tuple[Card, ...]
    lookups: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not self.lookups and not any(self.under.values())


async def of(tx: Transaction, member: Member) -> Open:
    """All of it now. Nothing is kept of it: whatever is done meanwhile is not in it any more."""
    shown = await tx.cards.select(cards.c.address_id.in_(addresses_of(member)))
    await tx.cases.prefetch("id", {card.case_id for card in shown if card.case_id})
    under: dict[str, dict[int, Case]] = {key: {} for key in ("ring", "decide", "opened", "own")}
    asks, lookups = [], 0
    for card in shown:
        case = await tx.cases.get(card.case_id) if card.case_id else None
        kind = card.subject.removeprefix(ASK)
        if card.subject == waiting.SUBJECT:
            lookups += len(await waiting.of(tx, card.subject_id))
        elif case is None:
            continue
        elif kind != card.subject and not ask_card.is_settled(case, kind):
            asks.append(card)
            under["ring" if kind in ask_card.RINGS else "decide"][case.id] = case
        elif card.subject == "case" and case.state is not CaseState.CLOSED:
            under["opened"][case.id] = case
        elif card.subject == "alert" and case.state is CaseState.ACCEPTED and has(case, member.id):
            under["own"][case.id] = case
    return Open({key: list(found.values()) for key, found in under.items()}, tuple(asks), lookups)
