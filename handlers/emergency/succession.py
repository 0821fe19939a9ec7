"""Another bot writes from now on, on the same database. A chat with a person has the same number for every bot, but a bot
can write to nobody who has not pressed start in it: so everybody counts as unreachable until they do.

Who somebody is stands in their number, which Telegram gives and nobody else can: a member who presses start is that member,
a reporter has their report back, and from another account by its code. A forwarded link gives nothing.
"""

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Select, delete, or_, select

from bot.core.emergency import EmergencyStep, Notice, Step
from bot.core.keeping import FileState
from bot.core.model import Address
from bot.core.traffic import Lane
from bot.core.vocabulary import ReportState
from handlers.alerting import escalation
from handlers.cards import tracking
from handlers.emergency import announcing
from handlers.people.addresses import TELEGRAM
from handlers.people.held import held_by
from handlers.people.membership import active_at, addresses_of
from handlers.service import Service
from handlers.turn import Turn
from storage.schema import addresses, cards, files, messages, outbox
from storage.transaction import Transaction


class Left(Struct, frozen=True):
    """What is missing now: members and reporters who have to press start, files that only the other bot could fetch, and how
    many messages were not sent any more.
    """

    members: int
    reporters: int
    files: int
    unsent: int


async def succeed(tx: Transaction, service: Service) -> Left:
    """Nothing of the other bot's chats is ours any more. No process may run on the database."""
    await _forget_messages(tx)
    step = tx.emergency_steps.add(EmergencyStep(tx.new_id(), Step.SUCCEEDED, tx.now))
    members = await tx.members.by(suspended_at=None)
    reporters = {one.address_id for one in await tx.reports.by(state=ReportState.OPEN)}
    people = {id for member in members for id in addresses_of(member)}
    for address in await tx.addresses.select(addresses.c.messenger == TELEGRAM, addresses.c.private):
        if address.unreachable_since is None:
            tx.addresses.put(replace(address, unreachable_since=tx.now))
        if address.id in people | reporters:
            tx.notices.add(Notice(tx.new_id(), step.id, address.id, tx.now))
    for member in members:
        await escalation.end_offers(tx, service, member)
    unsent = await _take_back(tx)
    unfetched = await tx.files.count(files.c.state == FileState.WANTED)
    return Left(len(members), len(reporters - people), unfetched, unsent)


async def _forget_messages(tx: Transaction) -> None:
    """Their numbers mean nothing to this bot."""
    await tx.flush()
    await tx.execute(delete(messages).where(messages.c.address_id.in_(_ours())))
    shown = or_(cards.c.message_id.is_not(None), cards.c.lease.is_not(None), cards.c.wanted > cards.c.shown)
    for card in await tx.cards.select(shown, cards.c.address_id.in_(_ours())):
        tx.cards.put(replace(card, message_id=None, content=None, lease=None, shown=card.wanted))


def _ours() -> Select[tuple[int]]:
    """Chats of the messenger whose bot is exchanged; those of others go on as they were."""
    return select(addresses.c.id).where(addresses.c.messenger == TELEGRAM)


async def _take_back(tx: Transaction) -> int:
    """What waits was written for the other bot's chats: changes and deletions name its messages."""
    unsent = outbox.c.state.in_(("waiting", "leased"))
    waiting = await tx.outgoing.select(unsent, outbox.c.address_id.in_(_ours()))
    for row in waiting:
        tx.outgoing.put(replace(row, state="failed", failed="another bot writes now", lease=None))
    return len(waiting)


async def on_heard(turn: Turn) -> None:
    """Somebody pressed start, or wrote: the chat is ours again, and shows what is true."""
    notices = await turn.tx.notices.by(address_id=turn.address.id, confirmed_at=None)
    step = await announcing.under_way(turn.tx, Step.SUCCEEDED) if notices else None
    mine = [one for one in notices if step is not None and one.step_id == step.id]
    if not mine:
        return
    for notice in mine:
        turn.tx.notices.put(replace(notice, confirmed_at=turn.now))
    turn.reply("successor-here")
    await _bring_back(turn.tx, turn.address)


async def _bring_back(tx: Transaction, address: Address) -> None:
    """Every card as it has to look now; what a member holds makes a sound. A list of offers has none: they have ended."""
    members = await active_at(tx, address.id)
    held = {member.id: await held_by(tx, member) for member in members}
    for card in await tx.cards.by(address_id=address.id):
        if card.subject != "list" or held.get(card.subject_id):
            tracking.touch(tx, card)
    for member in members:
        for case in held[member.id]:
            for alert in await tx.alerts.by(case_id=case.id):
                if alert.member_id == member.id:
                    await tracking.renew(tx, "alert", alert.id, address.id, Lane.ALERT, case_id=case.id)
