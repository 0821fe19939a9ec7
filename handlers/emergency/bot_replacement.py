"""Another bot writes from now on, on the same database: each member is told its name and confirms it by a tap. After a day
coordinators get a list of those who have not confirmed, to ring them.

A chat with a person has the same number for every bot, but a bot can write to nobody who has not pressed start in it: so
everybody counts as unreachable until they do. The number, which Telegram gives and nobody else can, says who somebody is: a
member who presses start is that member, a reporter has their report back, and from another account by its code. A forwarded
link gives nothing.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Select, delete, or_, select

from core.model import Address, Member
from core.presentation import Button, Presentation
from core.records.emergency_steps import EmergencyKind, EmergencyStep, Notice
from core.sent_files import FileState
from core.traffic import Lane, Timer
from core.vocabulary import ReportState
from handlers.alerting import escalation, tasks
from handlers.cards import live_cards
from handlers.outbox import sending
from handlers.people.addresses import TELEGRAM
from handlers.people.membership import active_members_at, addresses_of, held_cases, home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.schema import addresses, cards, files, messages, outbox
from storage.transaction import Transaction

RECEIPTS = "receipts"
DAY = timedelta(days=1)


async def announce(tx: Transaction, service: Service) -> int:
    """Tell every member who has not confirmed it yet; how many these are. The list comes a day later."""
    step = await step_under_way(tx, EmergencyKind.ANNOUNCED)
    if step is None:
        step = tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.ANNOUNCED, tx.now))
    told = 0
    notices = {notice.address_id: notice for notice in await tx.notices.by(step_id=step.id)}
    for member in await tx.members.by(suspended_at=None):
        there = await home_address(tx, member)
        notice = next((notices[id] for id in addresses_of(member) if id in notices), None)
        if notice is None:
            notice = tx.notices.add(Notice(tx.new_id(), step.id, there, tx.now))
        if notice.confirmed_at is None:
            told += 1
            notice = tx.notices.put(replace(notice, address_id=there))
            language = await language_of(tx, service, there)
            known = Button(service.words.say(language, "button-successor-known"), f"successor:{notice.id}")
            text = service.words.say(language, "successor-told", name=service.successor)
            sending.send_message(
                tx, service, there, Presentation(text, ((known,),)), Lane.NEWS, topic=RECEIPTS
            )
    tx.timers.put(Timer(f"{RECEIPTS}:{step.id}", RECEIPTS, tx.now + DAY, step.id))
    return told


async def step_under_way(tx: Transaction, step: EmergencyKind) -> EmergencyStep | None:
    """The step of this sort that has not ended."""
    found = await tx.emergency_steps.by(step=step, ended_at=None)
    return found[-1] if found else None


async def own_notice(turn: Turn, argument: str) -> Notice | None:
    """A notice to the member who presses."""
    notice = await turn.tx.notices.get(id_in(argument) or 0)
    return notice if notice is not None and notice.address_id == turn.address.id else None


async def on_confirmed(turn: Turn, notice: Notice) -> None:
    """*I have opened it*."""
    if notice.confirmed_at is None:
        turn.tx.notices.put(replace(notice, confirmed_at=turn.now))
    turn.reply_in_place("successor-known", name=turn.service.successor)


async def unconfirmed_members(tx: Transaction, step: EmergencyStep) -> list[Member]:
    """The members who have not confirmed it."""
    open_ = {
        notice.address_id for notice in await tx.notices.by(step_id=step.id) if notice.confirmed_at is None
    }
    return [
        member
        for member in await tx.members.by(suspended_at=None)
        if not open_.isdisjoint(addresses_of(member))
    ]


async def on_receipts_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """A day later: whom coordinators ring."""
    step = await tx.emergency_steps.get(timer.subject_id)
    if step is None or step.ended_at is not None:
        return
    left = await unconfirmed_members(tx, step)
    if not left:
        tx.emergency_steps.put(replace(step, ended_at=tx.now))
    await _tell_coordinators(tx, service, [member.name for member in left])


async def _tell_coordinators(tx: Transaction, service: Service, names: Sequence[str]) -> None:
    for reader in await tasks.coordinators(tx):
        there = await home_address(tx, reader)
        language = await language_of(tx, service, there)
        key = "successor-unknown" if names else "successor-all-know"
        text = service.words.say(language, key, names=", ".join(sorted(names)))
        sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.NEWS)


class RemainingWork(Struct, frozen=True):
    """What is missing now: members and reporters who have to press start, files that only the other bot could fetch, and how
    many messages were not sent any more.
    """

    members: int
    reporters: int
    files: int
    unsent: int


async def replace_bot(tx: Transaction, service: Service) -> RemainingWork:
    """Nothing of the other bot's chats is ours any more. No process may run on the database."""
    await _forget_messages(tx)
    step = tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.SUCCEEDED, tx.now))
    members = await tx.members.by(suspended_at=None)
    reporters = {report.address_id for report in await tx.reports.by(state=ReportState.OPEN)}
    people = {id for member in members for id in addresses_of(member)}
    for address in await tx.addresses.select(addresses.c.messenger == TELEGRAM, addresses.c.private):
        if address.unreachable_since is None:
            tx.addresses.put(replace(address, unreachable_since=tx.now))
        if address.id in people | reporters:
            tx.notices.add(Notice(tx.new_id(), step.id, address.id, tx.now))
    for member in members:
        await escalation.end_offers(tx, service, member)
    unsent = await _withdraw_waiting(tx)
    unfetched = await tx.files.count(files.c.state == FileState.WANTED)
    return RemainingWork(len(members), len(reporters - people), unfetched, unsent)


async def _forget_messages(tx: Transaction) -> None:
    """Their numbers mean nothing to this bot."""
    await tx.flush()
    await tx.execute(delete(messages).where(messages.c.address_id.in_(_chats_of_messenger())))
    shown = or_(cards.c.message_id.is_not(None), cards.c.lease.is_not(None), cards.c.wanted > cards.c.shown)
    for card in await tx.cards.select(shown, cards.c.address_id.in_(_chats_of_messenger())):
        tx.cards.put(replace(card, message_id=None, content=None, lease=None, shown=card.wanted))


def _chats_of_messenger() -> Select[tuple[int]]:
    """Chats of the messenger whose bot is exchanged; those of others go on as they were."""
    return select(addresses.c.id).where(addresses.c.messenger == TELEGRAM)


async def _withdraw_waiting(tx: Transaction) -> int:
    """What waits was written for the other bot's chats: changes and deletions name its messages."""
    unsent = outbox.c.state.in_(("waiting", "leased"))
    waiting = await tx.outgoing.select(unsent, outbox.c.address_id.in_(_chats_of_messenger()))
    for row in waiting:
        tx.outgoing.put(replace(row, state="failed", failed="another bot writes now", lease=None))
    return len(waiting)


async def on_heard(turn: Turn) -> None:
    """Somebody pressed start, or wrote: the chat is ours again, and shows what is true."""
    notices = await turn.tx.notices.by(address_id=turn.address.id, confirmed_at=None)
    step = await step_under_way(turn.tx, EmergencyKind.SUCCEEDED) if notices else None
    mine = [notice for notice in notices if step is not None and notice.step_id == step.id]
    if not mine:
        return
    for notice in mine:
        turn.tx.notices.put(replace(notice, confirmed_at=turn.now))
    turn.reply("successor-here")
    await _bring_chat_back(turn.tx, turn.address)


async def _bring_chat_back(tx: Transaction, address: Address) -> None:
    """Every card as it has to look now; what a member holds makes a sound. A list of offers has none: they have ended."""
    members = await active_members_at(tx, address.id)
    held = {member.id: await held_cases(tx, member) for member in members}
    for card in await tx.cards.by(address_id=address.id):
        if card.subject != "list" or held.get(card.subject_id):
            live_cards.touch(tx, card)
    for member in members:
        for case in held[member.id]:
            for alert in await tx.alerts.by(case_id=case.id):
                if alert.member_id == member.id:
                    await live_cards.renew(tx, "alert", alert.id, address.id, Lane.ALERT, case_id=case.id)
