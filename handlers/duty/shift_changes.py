"""A member's weekly shifts by buttons, days and then hours, each of which can be taken away; and exceptions by a
coordinator's word: somebody is put in, taken out, or comes in a colleague's place, and is told.

A coordinator changes anybody's.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.duty import rota_changes
from core.duty.rota_changes import DutyRefusal
from core.duty.schedule import NOTHING, Interval, wall_moment
from core.duty.typed_shifts import WEEK, DatedHours
from core.model import Member
from core.presentation import Button, Presentation, Style
from core.rota import DAY, Override, OverrideKind, Rota, Shift
from core.traffic import Lane, Timer
from core.vocabulary import Role
from handlers.duty import wording
from handlers.outbox import sending
from handlers.people import on_call
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

MOST_DAYS = 31


def hours_of_days(service: Service, days: DatedHours) -> list[Interval]:
    """Each day's hours; without hours the days in one piece."""
    if days.hours is None:
        ends = wall_moment(days.last, DAY, service.zone, end=True)
        return [(wall_moment(days.first, 0, service.zone, end=False), ends)]
    starts, ends_at = days.hours
    over = ends_at if ends_at > starts else ends_at + DAY
    every = [days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1)]
    return [
        (wall_moment(day, starts, service.zone, end=False), wall_moment(day, over, service.zone, end=True))
        for day in every[:MOST_DAYS]
    ]


async def add_exception(
    tx: Transaction,
    service: Service,
    by: Member,
    member: Member,
    change: OverrideKind,
    times: Interval,
    colleague: Member | None = None,
) -> DutyRefusal | None:
    """Write an exception, and tell whom it concerns; or why not. ``colleague``: the member who is replaced."""
    planned = await on_call.schedule(tx, service)
    new = Override(change, *times, by.id, colleague.id if colleague is not None else None)
    rota = rota_changes.add_override(planned, member, new, tx.now)
    if isinstance(rota, DutyRefusal):
        return rota
    tx.members.put(replace(member, duty=rota))
    for whom, key in ((member, f"duty-told-{change}"), (colleague, "duty-told-replaced")):
        if whom is not None and whom.id != by.id:
            await tell_member(tx, service, whom, key, times)
    return None


async def remove_exception(
    tx: Transaction, service: Service, by: Member, member: Member, starts: datetime
) -> bool:
    """Remove the first exception that begins at this moment."""
    rota = member.duty or NOTHING
    gone = next((override for override in rota.overrides if override.starts == starts), None)
    if gone is None:
        return False
    tx.members.put(replace(member, duty=rota_changes.without_override(rota, gone)))
    if member.id != by.id:
        await tell_member(tx, service, member, "duty-told-back", (gone.starts, gone.ends))
    return True


async def tell_member(tx: Transaction, service: Service, member: Member, key: str, times: Interval) -> None:
    """One sentence to the member: by day and night alike, since it says when they are needed."""
    there = await home_address(tx, member)
    language = await language_of(tx, service, there)
    text = service.words.say(language, key, times=wording.span_words(service, language, times))
    sending.send_message(tx, service, there, Presentation(text), Lane.NEWS)


TYPING = timedelta(minutes=15)  # so long what is typed next may be shifts
HOURS = ((540, 1080), (1080, 1320), (1320, 360), (0, DAY))
GROUPS = (("duty-weekdays", 0b0011111), ("duty-weekend", 0b1100000), ("duty-daily", 0b1111111))
DAYS, ADD, SET, DROP = "d", "+", "=", "-"


class WeekPress(Struct, frozen=True):
    """Whose week, and what is done with it."""

    member: Member
    act: str
    code: str


async def pressed_week(turn: Turn, argument: str) -> WeekPress | None:
    """``member:act code``: one's own, or for a coordinator anybody's who has duty."""
    number, colon, rest = argument.partition(":")
    member = await turn.tx.members.get(id_in(number) or 0)
    if member is None or not colon or rest[:1] not in ("", DAYS, ADD, SET, DROP):
        return None
    theirs = turn.active is not None and turn.active.id == member.id
    if not (theirs or turn.coordinator is not None) or member.role is Role.ADMINISTRATOR:
        return None
    return WeekPress(member, rest[:1], rest[1:])


async def on_week_pressed(turn: Turn, pressed: WeekPress) -> None:
    """A button of a week."""
    if pressed.member.suspended_at is not None:
        turn.reply(f"duty-refused-{wording.reason_key(DutyRefusal.SUSPENDED)}")
        return
    if pressed.act == DAYS:
        _ask_hours(turn, pressed)
    elif pressed.act == "":
        await show_week(turn, pressed.member)
    else:
        shifts = wording.unpack_shifts(pressed.code)
        if shifts is None:
            turn.reply("button-unknown")
            return
        rota = pressed.member.duty or NOTHING
        if pressed.act == DROP:
            kept = tuple(shift for shift in rota.shifts if shift._replace(region=None) not in shifts)
            await save_shifts(turn, pressed.member, replace(rota, shifts=kept))
        else:
            await change_shifts(turn, pressed.member, shifts, instead=pressed.act == SET)


async def change_shifts(turn: Turn, member: Member, new: Sequence[Shift], *, instead: bool) -> None:
    """These shifts too, or only these; where some have become one, it is said."""
    rota = member.duty or NOTHING
    apart = {*new} if instead else {*rota.shifts, *new}
    changed = rota_changes.set_shifts(rota, new, instead=instead)
    became_one = isinstance(changed, Rota) and len(changed.shifts) < len(apart)
    await save_shifts(turn, member, changed, "duty-merged" if became_one else "duty-saved")


async def save_shifts(turn: Turn, member: Member, rota: Rota | DutyRefusal, key: str = "duty-saved") -> None:
    """Write it, show it, and tell whose week it is, if a coordinator has changed it."""
    if isinstance(rota, DutyRefusal):
        turn.reply(f"duty-refused-{wording.reason_key(rota)}")
        return
    member = turn.tx.members.put(replace(member, duty=rota))
    await show_week(turn, member, turn.say(key))
    if turn.active is not None and turn.active.id != member.id:
        there = await home_address(turn.tx, member)
        language = await language_of(turn.tx, turn.service, there)
        say = turn.service.words.say
        lines = [line for line, _ in wording.week_lines(turn.service, language, rota.shifts)]
        text = say(language, "duty-week-changed", week="; ".join(lines) or say(language, "duty-week-empty"))
        sending.send_message(turn.tx, turn.service, there, Presentation(text), Lane.NEWS)


async def show_week(turn: Turn, member: Member, head: str = "") -> None:
    """The week, and what can be done with it; what is typed next may be shifts of it."""
    expect_typing(turn.tx, turn.address.id, member)
    groups = wording.week_lines(turn.service, turn.language, (member.duty or NOTHING).shifts)
    others = turn.active is None or turn.active.id != member.id
    title = turn.say("duty-week-of", name=member.name) if others else turn.say("duty-week")
    lines = [f"· {line}" for line, _ in groups] or [turn.say("duty-week-empty")]
    text = "\n".join([*([head, ""] if head else []), title, *lines, "", turn.say("duty-week-how")])
    days = [
        Button(turn.say(f"duty-day-{day}"), f"week:{member.id}:{DAYS}{1 << n:02x}")
        for n, day in enumerate(WEEK)
    ]
    several = [Button(turn.say(key), f"week:{member.id}:{DAYS}{mask:02x}") for key, mask in GROUPS]
    drop = [
        (Button(f"✕ {line}", f"week:{member.id}:{DROP}{wording.pack_shifts(shifts)}"),)
        for line, shifts in groups
    ]
    back = Button(turn.say("button-duty-back"), f"team:{member.id}" if others else "duty:show")
    show_week_screen(
        turn, Presentation(text, (tuple(several), tuple(days[:4]), tuple(days[4:]), *drop, (back,)))
    )


def expect_typing(tx: Transaction, address_id: int, member: Member) -> None:
    """What is typed in this chat next may be about this member's duty."""
    tx.timers.put(Timer(f"shifts-typed:{address_id}", "shifts-typed", tx.now + TYPING, member.id))


async def on_typing_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """What is typed now is no shift any more."""


def _ask_hours(turn: Turn, pressed: WeekPress) -> None:
    try:
        days = int(pressed.code, 16)
    except ValueError:
        days = 0
    if not 0 < days < 1 << len(WEEK):
        turn.reply("button-unknown")
        return
    weekdays = [day for day in range(len(WEEK)) if days >> day & 1]
    rows = []
    for starts, ends in HOURS:
        shifts = [Shift(day, starts, ends) for day in weekdays]
        ((line, _),) = wording.week_lines(turn.service, turn.language, shifts)
        rows.append(
            (Button(line, f"week:{pressed.member.id}:{ADD}{wording.pack_shifts(shifts)}", Style.PRIMARY),)
        )
    back = Button(turn.say("button-duty-back"), f"week:{pressed.member.id}:")
    show_week_screen(turn, Presentation(turn.say("duty-which-hours"), (*rows, (back,))))


def show_week_screen(turn: Turn, shown: Presentation) -> None:
    """In place of what was pressed; what was typed is answered below it."""
    if turn.incoming.data and turn.incoming.message_id is not None:
        turn.show_in_place(shown)
    else:
        turn.show(shown)
