"""The roster's duty, for coordinators alone: who is on now in each region and why; one member's week and exceptions."""

from datetime import UTC, datetime, timedelta

from msgspec import Struct

from core.duty.schedule import NOTHING, ON_DUTY, DutySchedule
from core.model import Member
from core.presentation import Button, Presentation
from core.vocabulary import Role
from handlers.casework import disclosure
from handlers.duty import coverage, shift_changes, wording
from handlers.people import on_call
from handlers.turn import Turn, id_in

ALL, PAGE, BACK = "all", "page", "x"
ON_PAGE = 10
DAY = timedelta(days=1)


class TeamPress(Struct, frozen=True):
    """The whole roster at a page, or one member; ``starts``: the beginning of the exception that is taken back."""

    member: Member | None = None
    page: int = 0
    starts: datetime | None = None


async def pressed_page(turn: Turn, argument: str) -> TeamPress | None:
    """``all``, ``page:number``, ``member`` or ``member:x:moment``."""
    word, _, rest = argument.partition(":")
    if word == ALL:
        return TeamPress()
    if word == PAGE:
        return TeamPress(page=int(rest)) if rest.isdecimal() and len(rest) < 4 else None
    member = await turn.tx.members.get(id_in(word) or 0)
    if member is None or member.role is Role.ADMINISTRATOR:
        return None
    if not rest:
        return TeamPress(member)
    act, _, seconds = rest.partition(":")
    if act != BACK or not seconds.isdecimal() or len(seconds) > 11:
        return None
    return TeamPress(member, starts=datetime.fromtimestamp(int(seconds), UTC))


async def on_pressed(turn: Turn, about: TeamPress) -> None:
    """Show it; or take an exception back and show what is left."""
    if about.member is None:
        await _show_all(turn, about.page)
        return
    member, head = about.member, ""
    if about.starts is not None and turn.active is not None:
        done = await shift_changes.remove_exception(turn.tx, turn.service, turn.active, member, about.starts)
        head = turn.say("duty-saved" if done else "duty-gone")
        member = await turn.tx.members.get(member.id) or member
    await show_member(turn, member, head)


async def _show_all(turn: Turn, page: int) -> None:
    planned = await on_call.schedule(turn.tx, turn.service)
    served = sorted({region for member in planned.members for region in planned.regions(member)})
    lines = [turn.say("duty-team")]
    for region in served:
        names = [member.name for member, _ in planned.on_duty(turn.now, region) if member.role is Role.LAWYER]
        place = wording.region_name(turn.service, turn.language, region)
        lines.append(
            turn.say("duty-team-region", place=place, count=len(names), names=", ".join(names) or "-")
        )
    of_lawyers = await coverage.lawyer_schedule(turn.tx, turn.service)
    if coverage.uses_shifts(of_lawyers):
        found = coverage.find_gaps(of_lawyers, turn.now, turn.now + DAY)
        lines += (
            ["", turn.say("duty-gaps-day"), *coverage.gap_lines(turn.service, turn.language, found)]
            if found
            else []
        )
    everybody = sorted(planned.members, key=lambda member: (member.name, member.id))
    first = page * ON_PAGE if page * ON_PAGE < len(everybody) else 0
    rows: list[tuple[Button, ...]] = [
        (Button(f"{_duty_sign(planned, member, turn.now)} {member.name}", f"team:{member.id}"),)
        for member in everybody[first : first + ON_PAGE]
    ]
    turning = []
    if first:
        turning.append(Button("‹", f"team:{PAGE}:{first // ON_PAGE - 1}"))
    if everybody[first + ON_PAGE :]:
        turning.append(Button("›", f"team:{PAGE}:{first // ON_PAGE + 1}"))
    rows += [tuple(turning)] if turning else []
    rows.append((Button(turn.say("button-duty-back"), "duty:show"),))
    await _show_page(turn, Presentation("\n".join(lines), tuple(rows), protect=True))


def _duty_sign(planned: DutySchedule, member: Member, now: datetime) -> str:
    """At a glance: on duty, not, cannot be reached."""
    if member.id in planned.away:
        return "⚠️"
    return "🟢" if planned.said(member, now) in ON_DUTY else "⚪"


async def show_member(turn: Turn, member: Member, head: str = "") -> None:
    """One member's duty; what is typed next may be about it."""
    planned = await on_call.schedule(turn.tx, turn.service)
    service, language = turn.service, turn.language
    shift_changes.expect_typing(turn.tx, turn.address.id, member)
    why = planned.why(member, turn.now)
    lines = [
        *([head, ""] if head else []),
        f"{member.name} · {wording.member_places(service, language, member)}",
    ]
    lines.append(
        turn.say(
            "duty-is-on" if why in ON_DUTY else "duty-is-off",
            why=turn.say(f"duty-why-{wording.reason_key(why)}"),
        )
    )
    rota = member.duty or NOTHING
    week = [line for line, _ in wording.week_lines(service, language, rota.shifts)]
    lines += (
        [turn.say("duty-week"), *(f"· {line}" for line in week)] if week else [turn.say("duty-week-empty")]
    )
    rows: list[tuple[Button, ...]] = []
    for override in rota.overrides:
        if override.ends > turn.now:
            line = turn.say(
                f"duty-change-{override.change}",
                times=wording.span_words(service, language, (override.starts, override.ends)),
            )
            lines.append(f"· {line}")
            rows.append((Button(f"✕ {line}", f"team:{member.id}:{BACK}:{int(override.starts.timestamp())}"),))
    lines += ["", turn.say("duty-member-how")]
    change = Button(turn.say("button-duty-week"), f"week:{member.id}:")
    rows.append((change, Button(turn.say("button-duty-back"), f"team:{ALL}")))
    await _show_page(turn, Presentation("\n".join(lines), tuple(rows), protect=True))


async def _show_page(turn: Turn, shown: Presentation) -> None:
    """A message of its own, which goes when its reader is no longer a coordinator; pressed there, it changes in place."""
    here = turn.incoming.message_id if turn.incoming.data else None
    known = await disclosure.disclosed_rows(turn.tx, address_id=turn.address.id) if here is not None else []
    key = disclosure.new_key(turn.tx, None)
    if any(row.message_id == here for row in known):
        turn.show_in_place(shown, key=key)
    else:
        turn.show(shown, key=key)
