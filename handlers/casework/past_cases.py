"""A case that a member had until lately: what they write without having one may be about it."""

from datetime import timedelta

from core.casework.linking import is_stub
from core.casework.ownership import has_case, last_had
from core.model import Case, Member, Offer
from handlers.arguments import OnOffer, OnPastCase, offer
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

LATELY = timedelta(days=1)


async def last_case(tx: Transaction, member: Member) -> tuple[Offer, Case] | None:
    """The one that they had last, and the offer by which they had it."""
    found = last_had(await tx.alerts.by(member_id=member.id), tx.now - LATELY)
    case = await tx.cases.get(found.case_id) if found is not None else None
    return (found, case) if found is not None and case is not None and not is_stub(case) else None


async def closed_lately(tx: Transaction, member: Member) -> list[Case]:
    """Those that they had when they were closed, the newest last."""
    theirs = [await tx.cases.get(offer.case_id) for offer in await tx.alerts.by(member_id=member.id)]
    found = [
        (case.closed_at, case)
        for case in theirs
        if case is not None and has_case(case, member.id) and case.closed_at is not None
    ]
    lately = [(at, case.id, case) for at, case in found if at >= tx.now - LATELY]
    return [case for _, _, case in sorted(lately, key=lambda each: each[:2])]


async def past_case_and_words(turn: Turn, argument: str) -> OnPastCase | None:
    """``offer:words``: what the member had, and the dialogue that holds their words."""
    number, _, words = argument.partition(":")
    found = await offer(turn, number)
    held = await turn.tx.dialogues.get(id_in(words) or 0)
    if not isinstance(found, OnOffer) or held is None or held.address_id != turn.address.id:
        return None
    there = await last_case(turn.tx, found.member)
    if there is None or there[0].id != found.alert.id:
        return None
    return OnPastCase(found.member, found.case, "", found.alert, held)
