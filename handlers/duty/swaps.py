"""*I cannot*: the member is off duty at once, and colleagues of the region may take the time; the first has it.

Colleagues read when and where, and not who cannot. Where nobody takes it in time, coordinators are told
(handlers.duty.evening).
"""

from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.core.duty import changes
from bot.core.duty.changes import Refused
from bot.core.duty.schedule import NOTHING, Interval, Schedule, Why
from bot.core.model import Member
from bot.core.presentation import Button, Presentation
from bot.core.rota import Change, Override, Stint, StintState
from bot.core.traffic import Lane
from bot.core.vocabulary import Role
from handlers.cards import tracking
from handlers.duty import said, unanswered
from handlers.duty.exceptions import tell
from handlers.duty.weekly import put
from handlers.people import on_duty
from handlers.people.membership import home
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

OWN, OFFER = "stint", "swap"  # cards: of whoever has the duty, of colleagues
WHICH = "which"
YES, NO, BACK = "yes", "no", "back"
AHEAD = timedelta(days=15)
BEHIND = timedelta(days=2)  # so long one may last already
MOST = 10  # times of duty to choose from


class Answered(Struct, frozen=True):
    """One's own time of duty, and the answer."""

    stint: Stint
    word: str


async def own(turn: Turn, argument: str) -> Answered | None:
    """``number:word``: a time of duty of the actor's."""
    number, _, word = argument.partition(":")
    stint = await turn.tx.stints.get(id_in(number) or 0)
    if stint is None or turn.active is None or word not in (YES, NO, BACK):
        return None
    return Answered(stint, word) if stint.member_id == turn.active.id else None


async def offered(turn: Turn, argument: str) -> Stint | None:
    """The time that was offered to the actor."""
    stint = await turn.tx.stints.get(id_in(argument) or 0)
    if stint is None or turn.active is None:
        return None
    cards = await turn.tx.cards.by(subject=OFFER, subject_id=stint.id, address_id=turn.address.id)
    return stint if cards else None


async def coming(turn: Turn, argument: str) -> str | None:
    """Which of one's own times, by its beginning; or the question."""
    if turn.active is None or turn.active.role is Role.ADMINISTRATOR:
        return None
    return argument if argument == WHICH or id_in(argument) is not None else None


async def on_cannot(turn: Turn, argument: str) -> None:
    """*I cannot*: which time? Then it is offered to the others, and the question stands for the other times."""
    member = turn.active
    assert member is not None  # who may press it
    if argument != WHICH:
        chosen = next((one for one in await _times(turn, member) if _code(one[0]) == argument), None)
        if chosen is None:
            turn.reply("duty-gone")
            return
        refused = await offer(turn.tx, turn.service, member, (max(chosen[0], turn.now), chosen[1]))
        if refused is not None:
            turn.reply(f"duty-refused-{said.word(refused)}")
            return
        member = await turn.tx.members.get(member.id) or member
    times = await _times(turn, member)
    rows = [
        (Button(said.span(turn.service, turn.language, one), f"cannot:{_code(one[0])}"),) for one in times
    ]
    back = Button(turn.say("button-duty-back"), "duty:show")
    put(turn, Presentation(turn.say("duty-which" if times else "duty-none-coming"), (*rows, (back,))))


async def _times(turn: Turn, member: Member) -> list[Interval]:
    if member.duty is None:
        return []
    return stints(await on_duty.schedule(turn.tx, turn.service), member, turn.now)


def stints(planned: Schedule, member: Member, now: datetime) -> list[Interval]:
    """The member's coming times of duty, the one of now too."""
    every = planned.stints(member, now - BEHIND, now + AHEAD)
    return [one for one in every if one[1] > now and one[1] - one[0] < AHEAD][:MOST]


def _code(moment: datetime) -> str:
    return str(int(moment.timestamp()))


async def offer(tx: Transaction, service: Service, member: Member, times: Interval) -> Refused | None:
    """The member is off duty then; colleagues are asked. Asked twice it stays one offer."""
    planned = await on_duty.schedule(tx, service)
    known = next((one for one in await tx.stints.by(member_id=member.id) if one.starts == times[0]), None)
    if known is not None and known.state in (StintState.OFFERED, StintState.TAKEN):
        return None
    rota = changes.override(planned, member, Override(Change.REMOVE, *times, member.id), tx.now, cannot=True)
    if isinstance(rota, Refused):
        return rota
    tx.members.put(replace(member, duty=rota))
    stint = known or Stint(tx.new_id(), member.id, *times, StintState.ASKED, tx.now)
    stint = tx.stints.put(
        replace(stint, state=StintState.OFFERED, asked_at=tx.now, settled_at=None, told_at=None)
    )
    await tracking.renew(tx, OWN, stint.id, await home(tx, member), Lane.REPLY)
    asked = colleagues(planned, member, times)
    for colleague in asked:
        await tracking.renew(tx, OFFER, stint.id, await home(tx, colleague), Lane.NEWS)
    if asked:
        unanswered.watch(tx, stint)
    else:
        await unanswered.tell(tx, service, [stint])
    return None


def colleagues(planned: Schedule, member: Member, times: Interval) -> list[Member]:
    """Who may take it: of the same role and of a region of theirs, reachable, not on duty all that time already, and not
    off duty then by their own or a coordinator's word.
    """
    where = planned.regions(member)
    return [
        one
        for one in planned.members
        if one.id != member.id
        and one.role is member.role
        and one.id not in planned.away
        and (not where or not planned.regions(one) or set(where) & set(planned.regions(one)))
        and planned.stints(one, *times) != [times]
        and planned.said(one, times[0]) not in (Why.REMOVED, Why.REPLACED)
    ]


async def on_taken(turn: Turn, stint: Stint) -> None:
    """*I take it*: the first has it; everybody who comes later reads so on their card."""
    member = turn.active
    assert member is not None  # to whom it was offered
    await _touch(turn.tx, stint)
    giver = await turn.tx.members.get(stint.member_id)
    gone = giver is None or giver.suspended_at is not None or stint.ends <= turn.now
    if stint.state is not StintState.OFFERED or gone:
        if stint.taken_by != member.id:
            turn.reply("duty-taken-before" if stint.state is StintState.TAKEN else "duty-gone")
        return
    planned = await on_duty.schedule(turn.tx, turn.service)
    new = Override(Change.REPLACE, stint.starts, stint.ends, member.id, stint.member_id)
    rota = changes.override(planned, member, new, turn.now, given=True)
    if isinstance(rota, Refused):
        turn.reply(f"duty-refused-{said.word(rota)}")
        return
    turn.tx.members.put(replace(member, duty=rota))
    turn.tx.stints.put(replace(stint, state=StintState.TAKEN, settled_at=turn.now, taken_by=member.id))
    if giver is not None:
        await tell(turn.tx, turn.service, giver, "duty-told-taken", (stint.starts, stint.ends))


async def on_answered(turn: Turn, answered: Answered) -> None:
    """*Confirm*, *I cannot*, or *I can after all* while nobody has taken it."""
    stint, member = answered.stint, turn.active
    assert member is not None  # whose it is
    await _touch(turn.tx, stint)
    if stint.ends <= turn.now:
        turn.reply("duty-gone")
    elif answered.word == NO:
        refused = await offer(turn.tx, turn.service, member, (stint.starts, stint.ends))
        if refused is not None:
            turn.reply(f"duty-refused-{said.word(refused)}")
    elif stint.state is StintState.TAKEN:
        turn.reply("duty-taken-before")
    elif stint.state is StintState.OFFERED and answered.word == BACK:
        rota = member.duty or NOTHING
        kept = tuple(
            one
            for one in rota.overrides
            if (one.change, one.starts, one.ends) != (Change.REMOVE, stint.starts, stint.ends)
        )
        turn.tx.members.put(replace(member, duty=replace(rota, overrides=kept)))
        _confirm(turn.tx, stint)
    elif stint.state is StintState.ASKED and answered.word == YES:
        _confirm(turn.tx, stint)


def _confirm(tx: Transaction, stint: Stint) -> None:
    tx.stints.put(replace(stint, state=StintState.CONFIRMED, settled_at=tx.now))


async def _touch(tx: Transaction, stint: Stint) -> None:
    for subject in (OWN, OFFER):
        for card in await tx.cards.by(subject=subject, subject_id=stint.id):
            tracking.touch(tx, card)
