"""A coordinator invites somebody, follows what becomes of it, and withdraws it."""

from bot.core.folding import inert
from bot.core.joining import Invitation, InvitationState
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Card
from handlers.cards import case_lines
from handlers.cards.case_card import stub
from handlers.joining import invitations
from handlers.joining.invitations import UNDER_WAY
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.schema import invitations as table
from storage.transaction import Transaction

NOTE = 200  # characters of whom is meant
MANY = 20  # under way at once, of one coordinator


async def whom(turn: Turn, argument: str) -> str:
    """Whom it is for, as the coordinator says it, or nothing."""
    return " ".join(argument.split())[:NOTE]


async def on_invite(turn: Turn, note: str) -> None:
    """``/invite``, and whom it is for: a name, a number. It goes with the invitation, to be compared."""
    if turn.coordinator is None:
        return
    states = [state.value for state in UNDER_WAY]
    mine = table.c.made_by == turn.coordinator.id, table.c.state.in_(states)
    if await turn.tx.invitations.count(*mine) >= MANY:
        turn.reply("invitation-many", count=MANY)
        return
    await invitations.make(turn, turn.coordinator, note)


async def under_way(turn: Turn, argument: str) -> Invitation | None:
    """An invitation that nobody has finished answering."""
    one = await turn.tx.invitations.get(id_in(argument) or 0)
    return one if one is not None and one.state in UNDER_WAY else None


async def on_withdrawn(turn: Turn, one: Invitation) -> None:
    """*Withdraw*: the link leads nowhere from now on."""
    state = InvitationState.WITHDRAWN
    await invitations.settle(turn.tx, turn.service, one, state, by=turn.coordinator)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """How far it has come, for whoever made it."""
    language, one = await language_of(tx, service, card.address_id), await tx.invitations.get(card.subject_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if one is None:
        return None
    say = service.words.say
    by = await tx.members.get(one.settled_by or 0)
    until = case_lines.local(one.expires_at, service.zone, service.zone)
    for_whom = inert(one.note) or say(language, "invitation-for-anybody")
    former = await tx.members.get(one.former_id or 0)
    if former is not None:
        for_whom = former.name
    text = say(language, f"invitation-{one.state}", note=for_whom, time=until, by=by.name if by else "—")
    withdraw = Button(say(language, "button-withdraw"), f"uninvite:{one.id}")
    return Presentation(text, ((withdraw,),) if one.state in UNDER_WAY else (), protect=True)
