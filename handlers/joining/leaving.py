"""A membership ends by the member's own wish or a coordinator's: what they hold is offered to the others at once."""

from collections.abc import Sequence
from datetime import timedelta

from core.duty.schedule import Interval
from core.model import Member
from core.presentation import Button, Presentation, Style
from core.traffic import Lane
from core.vocabulary import CaseState, Role
from handlers.alerting import tasks
from handlers.casework import roster
from handlers.duty import swaps, wording
from handlers.outbox import administrators, sending
from handlers.people import on_call
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.turn import Turn, id_in

SURE, STAY = "yes", "no"
WEEK = timedelta(days=7)


async def leave_choice(turn: Turn, argument: str) -> str | None:
    """What may stand behind ``/leave`` and its buttons."""
    return argument.strip() if argument.strip() in ("", SURE, STAY) else None


async def on_leave(turn: Turn, chosen: str) -> None:
    """``/leave``: asked once more, because their cases go."""
    member = turn.active
    if member is None:
        return
    if await _is_last_coordinator(turn, member):
        turn.reply("leave-last")
    elif chosen == STAY:
        turn.reply_in_place("leave-stayed")
    elif chosen == SURE:
        held, times = await _count_held(turn, member), await _coming_duty(turn, member)
        await roster.end_membership(turn.tx, turn.service, member)
        turn.reply_in_place("leave-done")
        await _tell_coordinators(turn, "member-left", member, held, times)
    else:
        leave = Button(turn.say("button-leave"), f"leave:{SURE}", Style.DANGER)
        stay = Button(turn.say("button-stay"), f"leave:{STAY}")
        turn.reply("leave-sure", ((leave,), (stay,)), held=await _count_held(turn, member))


async def other_member(turn: Turn, argument: str) -> Member | None:
    """Somebody whose membership a coordinator may end: neither their own nor an administrator's."""
    member = await turn.tx.members.get(id_in(argument) or 0)
    if member is None or member.suspended_at is not None or member.role is Role.ADMINISTRATOR:
        return None
    return member if turn.member is None or member.id != turn.member.id else None


async def on_suspending(turn: Turn, member: Member) -> None:
    """*Suspend*: asked once more."""
    sure = Button(turn.say("button-suspend"), f"suspended:{member.id}", Style.DANGER)
    rather_not = Button(turn.say("button-keep-member"), f"member:{member.id}")
    held = await _count_held(turn, member)
    turn.reply_in_place("suspend-sure", ((sure,), (rather_not,)), name=member.name, held=held)


async def on_suspended(turn: Turn, member: Member) -> None:
    """It is over for them at once: a phone that others have in their hands opens nothing any more."""
    held, times = await _count_held(turn, member), await _coming_duty(turn, member)
    await roster.end_membership(turn.tx, turn.service, member)
    again = Button(turn.say("button-reinvite"), f"reinvite:{member.id}")
    turn.reply_in_place("suspend-done", ((again,),), name=member.name, held=held)
    for line in _missing_lines(turn, turn.language, times):
        turn.show(Presentation(line))
    by = turn.coordinator.name if turn.coordinator is not None else "—"
    await _tell_coordinators(turn, "member-suspended", member, held, times, by=by)
    address = await turn.tx.addresses.get(member.address_id)
    if address is not None:
        once = f"suspended:{member.id}:{turn.now.isoformat()}"
        await administrators.tell(turn.tx, turn.service, "operator-suspended", once=once, id=address.chat)


async def _count_held(turn: Turn, member: Member) -> int:
    return len(await turn.tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED))


async def _is_last_coordinator(turn: Turn, member: Member) -> bool:
    everybody = [coordinator.id for coordinator in await tasks.coordinators(turn.tx)]
    return everybody == [member.id]


async def _coming_duty(turn: Turn, member: Member) -> list[Interval]:
    """Their times of duty within a week."""
    if member.duty is None:
        return []
    planned = await on_call.schedule(turn.tx, turn.service)
    every = swaps.coming_stints(planned, member, turn.now)
    return [(max(span[0], turn.now), span[1]) for span in every if span[0] < turn.now + WEEK]


def _missing_lines(turn: Turn, language: str, times: Sequence[Interval]) -> list[str]:
    """That somebody who was counted on is not there then."""
    spans = "; ".join(wording.span_words(turn.service, language, span) for span in times)
    return [turn.service.words.say(language, "member-gone-duty", times=spans)] if times else []


async def _tell_coordinators(
    turn: Turn, key: str, member: Member, held: int, times: Sequence[Interval], **more: str
) -> None:
    """The other coordinators, so that nobody counts on a member who has left."""
    for reader in await tasks.coordinators(turn.tx):
        if turn.member is None or reader.id not in (turn.member.id, member.id):
            there = await home_address(turn.tx, reader)
            language = await language_of(turn.tx, turn.service, there)
            text = turn.service.words.say(language, key, name=member.name, held=held, **more)
            shown = Presentation("\n".join([text, *_missing_lines(turn, language, times)]), protect=True)
            sending.send_message(turn.tx, turn.service, there, shown, Lane.NEWS)
