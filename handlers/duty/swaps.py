"""*I cannot*: the member is off duty at once, and colleagues of the region may take the time; the first one gets it.

Colleagues read when and where, and not who cannot. If nobody takes it in time, coordinators are told
(handlers.duty.duty_reminders).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.duty import rota_changes
from core.duty.rota_changes import DutyRefusal
from core.duty.schedule import NOTHING, DutyReason, DutySchedule, Interval
from core.model import Member
from core.presentation import Button, Presentation, Style
from core.rota import Override, OverrideKind, Stint, StintState
from core.traffic import Card, Lane
from core.vocabulary import Role
from handlers.cards import live_cards
from handlers.cards.stub import stub
from handlers.duty import unconfirmed, wording
from handlers.duty.shift_changes import show_week_screen, tell_member
from handlers.people import on_call
from handlers.people.membership import active_members_at, home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

OWN, OFFER = "stint", "swap"  # cards: for the member who has the duty, for colleagues
WHICH = "which"
YES, NO, BACK = "yes", "no", "back"
AHEAD = timedelta(days=15)
BEHIND = timedelta(days=2)  # so long one may last already
MOST = 10  # times of duty to choose from


class StintAnswer(Struct, frozen=True):
    """One's own time of duty, and the answer."""

    stint: Stint
    word: str


async def own_stint(turn: Turn, argument: str) -> StintAnswer | None:
    """``number:word``: a time of duty of the actor's."""
    number, _, word = argument.partition(":")
    stint = await turn.tx.stints.get(id_in(number) or 0)
    if stint is None or turn.active is None or word not in (YES, NO, BACK):
        return None
    return StintAnswer(stint, word) if stint.member_id == turn.active.id else None


async def offered_stint(turn: Turn, argument: str) -> Stint | None:
    """The time that was offered to the actor."""
    stint = await turn.tx.stints.get(id_in(argument) or 0)
    if stint is None or turn.active is None:
        return None
    cards = await turn.tx.cards.by(subject=OFFER, subject_id=stint.id, address_id=turn.address.id)
    return stint if cards else None


async def coming_stint(turn: Turn, argument: str) -> str | None:
    """Which of one's own times, by its beginning; or the question."""
    if turn.active is None or turn.active.role is Role.ADMINISTRATOR:
        return None
    return argument if argument == WHICH or id_in(argument) is not None else None


async def on_cannot(turn: Turn, argument: str) -> None:
    """*I cannot*: which time? Then it is offered to the others, and the question stands for the other times."""
    member = turn.active
    assert member is not None  # who may press it
    if argument != WHICH:
        chosen = next(
            (span for span in await _times(turn, member) if _moment_code(span[0]) == argument), None
        )
        if chosen is None:
            turn.reply("duty-gone")
            return
        refused = await offer_stint(turn.tx, turn.service, member, (max(chosen[0], turn.now), chosen[1]))
        if refused is not None:
            turn.reply(f"duty-refused-{wording.reason_key(refused)}")
            return
        member = await turn.tx.members.get(member.id) or member
    times = await _times(turn, member)
    rows = [
        (Button(wording.span_words(turn.service, turn.language, span), f"cannot:{_moment_code(span[0])}"),)
        for span in times
    ]
    back = Button(turn.say("button-duty-back"), "duty:show")
    show_week_screen(
        turn, Presentation(turn.say("duty-which" if times else "duty-none-coming"), (*rows, (back,)))
    )


async def _times(turn: Turn, member: Member) -> list[Interval]:
    if member.duty is None:
        return []
    return coming_stints(await on_call.schedule(turn.tx, turn.service), member, turn.now)


def coming_stints(planned: DutySchedule, member: Member, now: datetime) -> list[Interval]:
    """The member's coming times of duty, the one of now too."""
    every = planned.stints(member, now - BEHIND, now + AHEAD)
    return [span for span in every if span[1] > now and span[1] - span[0] < AHEAD][:MOST]


def _moment_code(moment: datetime) -> str:
    return str(int(moment.timestamp()))


async def offer_stint(
    tx: Transaction, service: Service, member: Member, times: Interval
) -> DutyRefusal | None:
    """The member is off duty then; colleagues are asked. Asked twice it stays one offer."""
    planned = await on_call.schedule(tx, service)
    known = next(
        (stint for stint in await tx.stints.by(member_id=member.id) if stint.starts == times[0]), None
    )
    if known is not None and known.state in (StintState.OFFERED, StintState.TAKEN):
        return None
    rota = rota_changes.add_override(
        planned, member, Override(OverrideKind.REMOVE, *times, member.id), tx.now, cannot=True
    )
    if isinstance(rota, DutyRefusal):
        return rota
    tx.members.put(replace(member, duty=rota))
    stint = known or Stint(tx.new_id(), member.id, *times, StintState.ASKED, tx.now)
    stint = tx.stints.put(
        replace(stint, state=StintState.OFFERED, asked_at=tx.now, settled_at=None, told_at=None)
    )
    await live_cards.renew(tx, OWN, stint.id, await home_address(tx, member), Lane.REPLY)
    asked = possible_colleagues(planned, member, times)
    for colleague in asked:
        await live_cards.renew(tx, OFFER, stint.id, await home_address(tx, colleague), Lane.NEWS)
    if asked:
        unconfirmed.watch_stint(tx, stint)
    else:
        await unconfirmed.tell_coordinators(tx, service, [stint])
    return None


def possible_colleagues(planned: DutySchedule, member: Member, times: Interval) -> list[Member]:
    """Colleagues who may take it: of the same role and of a region of theirs, reachable, not on duty all that time already,
    and not off duty then by their own or a coordinator's word.
    """
    where = planned.regions(member)
    return [
        colleague
        for colleague in planned.members
        if colleague.id != member.id
        and colleague.role is member.role
        and colleague.id not in planned.away
        and (not where or not planned.regions(colleague) or set(where) & set(planned.regions(colleague)))
        and planned.stints(colleague, *times) != [times]
        and planned.said(colleague, times[0]) not in (DutyReason.REMOVED, DutyReason.REPLACED)
    ]


async def on_taken(turn: Turn, stint: Stint) -> None:
    """*I take it*: the first has it; everybody who comes later reads so on their card."""
    member = turn.active
    assert member is not None  # to whom it was offered
    await _touch_cards(turn.tx, stint)
    giver = await turn.tx.members.get(stint.member_id)
    gone = giver is None or giver.suspended_at is not None or stint.ends <= turn.now
    if stint.state is not StintState.OFFERED or gone:
        if stint.taken_by != member.id:
            turn.reply("duty-taken-before" if stint.state is StintState.TAKEN else "duty-gone")
        return
    planned = await on_call.schedule(turn.tx, turn.service)
    new = Override(OverrideKind.REPLACE, stint.starts, stint.ends, member.id, stint.member_id)
    rota = rota_changes.add_override(planned, member, new, turn.now, given=True)
    if isinstance(rota, DutyRefusal):
        turn.reply(f"duty-refused-{wording.reason_key(rota)}")
        return
    turn.tx.members.put(replace(member, duty=rota))
    turn.tx.stints.put(replace(stint, state=StintState.TAKEN, settled_at=turn.now, taken_by=member.id))
    if giver is not None:
        await tell_member(turn.tx, turn.service, giver, "duty-told-taken", (stint.starts, stint.ends))


async def on_answered(turn: Turn, answered: StintAnswer) -> None:
    """*Confirm*, *I cannot*, or *I can after all* while nobody has taken it."""
    stint, member = answered.stint, turn.active
    assert member is not None  # whose it is
    await _touch_cards(turn.tx, stint)
    if stint.ends <= turn.now:
        turn.reply("duty-gone")
    elif answered.word == NO:
        refused = await offer_stint(turn.tx, turn.service, member, (stint.starts, stint.ends))
        if refused is not None:
            turn.reply(f"duty-refused-{wording.reason_key(refused)}")
    elif stint.state is StintState.TAKEN:
        turn.reply("duty-taken-before")
    elif stint.state is StintState.OFFERED and answered.word == BACK:
        rota = member.duty or NOTHING
        kept = tuple(
            override
            for override in rota.overrides
            if (override.change, override.starts, override.ends)
            != (OverrideKind.REMOVE, stint.starts, stint.ends)
        )
        turn.tx.members.put(replace(member, duty=replace(rota, overrides=kept)))
        _confirm(turn.tx, stint)
    elif stint.state is StintState.ASKED and answered.word == YES:
        _confirm(turn.tx, stint)


def _confirm(tx: Transaction, stint: Stint) -> None:
    tx.stints.put(replace(stint, state=StintState.CONFIRMED, settled_at=tx.now))


async def _touch_cards(tx: Transaction, stint: Stint) -> None:
    for subject in (OWN, OFFER):
        for card in await tx.cards.by(subject=subject, subject_id=stint.id):
            live_cards.touch(tx, card)


async def stint_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One's own time of duty: whether one comes."""
    stint = await tx.stints.get(card.subject_id)
    member = await tx.members.get(stint.member_id) if stint is not None else None
    language = await language_of(tx, service, card.address_id)
    if stint is None or member is None:
        return None
    if member.suspended_at is not None:
        return stub(service, language, "suspended")
    say = service.words.say
    asked = await tx.cards.by(subject=OFFER, subject_id=stint.id)
    alone = stint.state is StintState.OFFERED and not asked
    times = wording.span_words(service, language, (stint.starts, stint.ends))
    text = say(language, "duty-stint-alone" if alone else f"duty-stint-{stint.state}", times=times)
    words: Sequence[tuple[str, Style]] = {
        StintState.ASKED: ((YES, Style.SUCCESS), (NO, Style.DANGER)),
        StintState.CONFIRMED: ((NO, Style.PLAIN),),
        StintState.OFFERED: ((BACK, Style.PLAIN),),
        StintState.TAKEN: (),
    }[stint.state]
    buttons = tuple(
        Button(say(language, f"button-stint-{word}"), f"stint:{stint.id}:{word}", style)
        for word, style in words
    )
    over = stint.ends <= tx.now
    return Presentation(text, (buttons,) if buttons and not over else ())


async def swap_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """A colleague's time that can be taken: when and where, and nobody's name."""
    stint = await tx.stints.get(card.subject_id)
    giver = await tx.members.get(stint.member_id) if stint is not None else None
    readers = await active_members_at(tx, card.address_id)
    language = await language_of(tx, service, card.address_id)
    if stint is None or giver is None:
        return None
    if not readers:
        return stub(service, language, "suspended")
    say = service.words.say
    times, places = (
        wording.span_words(service, language, (stint.starts, stint.ends)),
        wording.member_places(service, language, giver),
    )
    if stint.state is not StintState.OFFERED or stint.ends <= tx.now or giver.suspended_at is not None:
        mine = stint.taken_by == readers[0].id
        return Presentation(
            say(language, "duty-swap-yours" if mine else "duty-swap-over", times=times, places=places)
        )
    take = Button(say(language, "button-swap-take"), f"swap:{stint.id}", Style.SUCCESS)
    return Presentation(say(language, "duty-swap", times=times, places=places), ((take,),))
