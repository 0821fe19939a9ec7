"""The roster as coordinators see it in their chat: a list with pages, and one member of it. Lawyers see nothing of it."""

from collections.abc import Sequence

from msgspec import Struct

from core.duty.schedule import ON_DUTY, DutySchedule
from core.folding import fold_text
from core.model import Member
from core.presentation import Button, Presentation, Style
from core.roster.csv_file import name_to_read
from core.vocabulary import Role
from handlers.casework import disclosure
from handlers.joining import invitations
from handlers.joining.link_code import messenger_name
from handlers.joining.own_addresses import both_addresses
from handlers.people import on_call, placeholders
from handlers.people.readers import unreachable_ids
from handlers.turn import Turn, id_in

PAGE = 8  # members on one screen
ORDER = (Role.COORDINATOR, Role.LAWYER, Role.ADMINISTRATOR)


class RosterPage(Struct, frozen=True):
    """Which one is wanted; ``turned``: by a button of the list."""

    number: int
    turned: bool


async def roster_page(turn: Turn, argument: str) -> RosterPage | None:
    """Nothing, the number of a page, or a part of a name: the page with the first who is called so."""
    wanted = fold_text(argument.strip())
    if argument.isdecimal() and argument.isascii() and len(argument) < len("1000"):
        return RosterPage(int(argument), turned=True)
    everybody = await _everybody(turn)
    found = next((place for place, member in enumerate(everybody) if wanted in fold_text(member.name)), None)
    return RosterPage(found // PAGE, turned=False) if found is not None else None


async def on_members(turn: Turn, wanted: RosterPage) -> None:
    """``/members``: who is on the roster, and who may not be reached."""
    everybody = await _everybody(turn)
    pages = max(1, -(-len(everybody) // PAGE))
    number = wanted.number % pages
    shown = everybody[number * PAGE : (number + 1) * PAGE]
    known = await _schedule_of(turn, shown)
    active = sum(member.suspended_at is None for member in everybody)
    lines = [turn.say("members-head", active=active, suspended=len(everybody) - active)]
    for place, member in enumerate(shown, number * PAGE + 1):
        lines.append(f"{place}. {_member_line(turn, member, known)}")
    picks = [
        Button(str(place), f"member:{member.id}") for place, member in enumerate(shown, number * PAGE + 1)
    ]
    rows = [tuple(picks[at : at + 4]) for at in range(0, len(picks), 4)]
    if pages > 1:
        before, after = (number - 1) % pages, (number + 1) % pages
        rows.append((Button("◀", f"members:{before}"), Button("▶", f"members:{after}")))
    rows.append(tuple(Button(turn.say(f"menu-{name}"), f"do:{name}") for name in ("invite", "drill")))
    _show_screen(turn, Presentation("\n".join(lines), tuple(rows), protect=True), in_place=wanted.turned)


async def _everybody(turn: Turn) -> list[Member]:
    return sorted(await placeholders.remembered_members(turn.tx), key=_order)


async def numbered_member(turn: Turn, argument: str) -> Member | None:
    """The member of that number, suspended or not."""
    member = await turn.tx.members.get(id_in(argument) or 0)
    return member if member is not None and member.name else None


async def on_member(turn: Turn, member: Member) -> None:
    """All that the roster says of one."""
    say = turn.say
    places = [name_to_read(turn.service.gazetteer, id, turn.language) for id in member.cities]
    facts = {
        "contact": member.phone,
        "calling": say(f"joining-calling-{member.calling}") if member.calling else "",
        "cities": ", ".join(places),
        "languages": ", ".join(say(f"joining-languages-{language}") for language in member.languages),
        "specialities": ", ".join(
            say(f"joining-specialities-{speciality}") for speciality in member.specialities
        ),
    }
    lines = [_member_line(turn, member, await _schedule_of(turn, [member]))]
    if member.other_id is not None:
        found = [
            messenger_name(address)
            for address in await both_addresses(turn.tx, member)
            if address is not None
        ]
        lines.append(say("members-reached", names=", ".join(found)))
    lines += [f"{say(f'joining-{key}-short')}: {said}" for key, said in facts.items() if said]
    if member.suspended_at is not None:
        act = Button(say("button-reinvite"), f"reinvite:{member.id}", Style.PRIMARY)
    else:
        act = Button(say("button-suspend"), f"suspend:{member.id}", Style.DANGER)
    mine = turn.member is not None and member.id == turn.member.id
    rows = [] if mine or member.role is Role.ADMINISTRATOR else [(act,)]
    back = (Button(say("button-members"), "members:0"),)
    _show_screen(turn, Presentation("\n".join(lines), (*rows, back), protect=True), in_place=True)


async def suspended_member(turn: Turn, argument: str) -> Member | None:
    """The member of that number, if their membership has ended. What was an administrator's an administrator gives again."""
    member = await turn.tx.members.get(id_in(argument) or 0)
    ended = (
        member is not None
        and member.name
        and member.suspended_at is not None
        and member.role is not Role.ADMINISTRATOR
    )
    return member if ended else None


async def on_reinvited(turn: Turn, member: Member) -> None:
    """*Invite again*: the coordinator who approves is told if it is another chat than theirs."""
    if turn.coordinator is not None:
        await invitations.make_invitation(turn, turn.coordinator, "", member)


def _order(member: Member) -> tuple[bool, int, str]:
    return member.suspended_at is not None, ORDER.index(member.role), member.name.casefold()


async def _schedule_of(turn: Turn, shown: Sequence[Member]) -> DutySchedule:
    """Which of them cannot be reached, and which are on duty now."""
    everybody = await turn.tx.members.by(suspended_at=None)  # colleagues come in each other's places
    return on_call.schedule_of(turn.service, everybody, await unreachable_ids(turn.tx, shown))


def _member_line(turn: Turn, member: Member, known: DutySchedule) -> str:
    here = member.suspended_at is None
    has_duty = here and member.role is not Role.ADMINISTRATOR
    states = (
        ("suspended", not here),
        ("unreachable", here and member.id in known.away),
        ("on-duty", has_duty and known.said(member, turn.now) in ON_DUTY),
    )
    said = [turn.say(f"members-{state}") for state, holds in states if holds]
    return " · ".join([member.name, turn.say(f"members-{member.role}"), *said])


def _show_screen(turn: Turn, shown: Presentation, *, in_place: bool) -> None:
    """It goes when its reader is no longer a coordinator."""
    key = disclosure.new_key(turn.tx, None)
    if in_place and turn.incoming.message_id is not None:
        turn.show_in_place(shown, key=key)
    else:
        turn.show(shown, key=key)
