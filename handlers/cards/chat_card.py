"""All that is open of one chat: for coordinators its cases, for whoever was asked the offers of these."""

from collections.abc import Sequence

from bot.core.casework.listing import SEVERAL, Listed
from bot.core.model import Case, Member
from bot.core.presentation import Button, Presentation, Rows
from bot.core.traffic import Card
from bot.core.vocabulary import CaseState
from handlers.cards.board_lines import Group, by_need, drawn
from handlers.cards.case_card import stub
from handlers.cards.overviews import offer_buttons, offer_lines, offered
from handlers.cards.paging import on_page, turning
from handlers.people.membership import active_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The card's subject is the chat's address."""
    language = await language_of(tx, service, card.address_id)
    members = await active_at(tx, card.address_id)
    if not members:
        return stub(service, language, "members-only")
    told = [r for r in await tx.reports.by(address_id=card.subject_id) if r.case_id is not None]
    ids = dict.fromkeys(report.case_id for report in told if report.case_id is not None)
    await tx.cases.prefetch("id", list(ids))
    found = [case for id in ids if (case := await tx.cases.get(id)) is not None]
    if await is_coordinator(tx, card.address_id):
        brought = await active_at(tx, card.subject_id)
        return await _cases(tx, service, language, card, found, brought[0] if brought else None)
    return await _offers(tx, service, language, card, found, members[0])


async def _cases(
    tx: Transaction, service: Service, language: str, card: Card, found: Sequence[Case], by: Member | None
) -> Presentation:
    """``by``: the member whose chat it is, who has brought them; what is nobody's is a flood only of others."""
    still = [case for case in found if case.state is not CaseState.CLOSED]
    needs = by_need(still)
    say = service.words.say
    groups = [
        Group(say(language, key, count=len(cases)), [Listed((case,)) for case in reversed(cases)])
        for key, cases in needs.items()
    ]
    head = say(language, "chat-head", count=len(still))
    if by is not None and still:
        head = say(language, "chat-of-member", count=len(still), name=by.name)
        return await drawn(tx, service, language, card, head, groups, opens=True)
    if len(still) > SEVERAL:
        head += " " + say(language, "chat-many")
    free = [*needs["board-free"], *needs["board-records"]]
    label = say(language, "button-close-all", count=len(free))
    more: Rows = ((Button(label, f"all:{free[0].id}"),),) if free else ()
    return await drawn(tx, service, language, card, head, groups, opens=True, more=more)


async def _offers(
    tx: Transaction, service: Service, language: str, card: Card, found: Sequence[Case], member: Member
) -> Presentation:
    theirs = await offered(tx, member)
    open_offers = [theirs[case.id] for case in reversed(found) if case.id in theirs]
    texts = [service.words.say(language, "chat-head", count=len(open_offers))]
    rows: list[tuple[Button, ...]] = []
    for offer, case in on_page(open_offers, card):
        texts += ["", *offer_lines(service, language, offer, case, member)]
        rows.append(offer_buttons(service, language, offer, case))
    return Presentation("\n".join(texts), (*rows, *turning(len(open_offers), card)), protect=True)
