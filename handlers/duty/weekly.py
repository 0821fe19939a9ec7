"""A member's weekly shifts by buttons: days, then hours; each can be taken away. A coordinator changes anybody's."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from bot.core.duty import changes
from bot.core.duty.changes import Refused
from bot.core.duty.schedule import NOTHING
from bot.core.duty.typed import WEEK
from bot.core.model import Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.rota import DAY, Rota, Shift
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import Role
from handlers.duty import said
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

TYPING = timedelta(minutes=15)  # so long what is typed next may be shifts
HOURS = ((540, 1080), (1080, 1320), (1320, 360), (0, DAY))
GROUPS = (("duty-weekdays", 0b0011111), ("duty-weekend", 0b1100000), ("duty-daily", 0b1111111))
DAYS, ADD, SET, DROP = "d", "+", "=", "-"


class Week(Struct, frozen=True):
    """Whose week, and what is done with it."""

    member: Member
    act: str
    code: str


async def week(turn: Turn, argument: str) -> Week | None:
    """``member:act code``: one's own, or for a coordinator anybody's who has duty."""
    number, colon, rest = argument.partition(":")
    member = await turn.tx.members.get(id_in(number) or 0)
    if member is None or not colon or rest[:1] not in ("", DAYS, ADD, SET, DROP):
        return None
    theirs = turn.active is not None and turn.active.id == member.id
    if not (theirs or turn.coordinator is not None) or member.role is Role.ADMINISTRATOR:
        return None
    return Week(member, rest[:1], rest[1:])


async def on_pressed(turn: Turn, pressed: Week) -> None:
    """A button of a week."""
    if pressed.member.suspended_at is not None:
        turn.reply(f"duty-refused-{said.word(Refused.SUSPENDED)}")
        return
    if pressed.act == DAYS:
        _ask_hours(turn, pressed)
    elif pressed.act == "":
        await show(turn, pressed.member)
    else:
        shifts = said.unpacked(pressed.code)
        if shifts is None:
            turn.reply("button-unknown")
            return
        rota = pressed.member.duty or NOTHING
        if pressed.act == DROP:
            kept = tuple(one for one in rota.shifts if one._replace(region=None) not in shifts)
            await save(turn, pressed.member, replace(rota, shifts=kept))
        else:
            await change(turn, pressed.member, shifts, instead=pressed.act == SET)


async def change(turn: Turn, member: Member, new: Sequence[Shift], *, instead: bool) -> None:
    """These shifts too, or only these; where some have become one, it is said."""
    rota = member.duty or NOTHING
    apart = {*new} if instead else {*rota.shifts, *new}
    changed = changes.shifts(rota, new, instead=instead)
    became_one = isinstance(changed, Rota) and len(changed.shifts) < len(apart)
    await save(turn, member, changed, "duty-merged" if became_one else "duty-saved")


async def save(turn: Turn, member: Member, rota: Rota | Refused, key: str = "duty-saved") -> None:
    """Write it, show it, and tell whose week it is, if a coordinator has changed it."""
    if isinstance(rota, Refused):
        turn.reply(f"duty-refused-{said.word(rota)}")
        return
    member = turn.tx.members.put(replace(member, duty=rota))
    await show(turn, member, turn.say(key))
    if turn.active is not None and turn.active.id != member.id:
        there = await home(turn.tx, member)
        language = await language_of(turn.tx, turn.service, there)
        say = turn.service.words.say
        lines = [line for line, _ in said.week(turn.service, language, rota.shifts)]
        text = say(language, "duty-week-changed", week="; ".join(lines) or say(language, "duty-week-empty"))
        sending.message(turn.tx, turn.service, there, Presentation(text), Lane.NEWS)


async def show(turn: Turn, member: Member, head: str = "") -> None:
    """The week, and what can be done with it; what is typed next may be shifts of it."""
    expect(turn.tx, turn.address.id, member)
    groups = said.week(turn.service, turn.language, (member.duty or NOTHING).shifts)
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
        (Button(f"✕ {line}", f"week:{member.id}:{DROP}{said.packed(shifts)}"),) for line, shifts in groups
    ]
    back = Button(turn.say("button-duty-back"), f"team:{member.id}" if others else "duty:show")
    put(turn, Presentation(text, (tuple(several), tuple(days[:4]), tuple(days[4:]), *drop, (back,))))


def expect(tx: Transaction, address_id: int, member: Member) -> None:
    """What is typed in this chat next may be about this member's duty."""
    tx.timers.put(Timer(f"shifts-typed:{address_id}", "shifts-typed", tx.now + TYPING, member.id))


async def on_forgotten(tx: Transaction, service: Service, timer: Timer) -> None:
    """What is typed now is no shift any more."""


def _ask_hours(turn: Turn, pressed: Week) -> None:
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
        ((line, _),) = said.week(turn.service, turn.language, shifts)
        rows.append((Button(line, f"week:{pressed.member.id}:{ADD}{said.packed(shifts)}", Style.PRIMARY),))
    back = Button(turn.say("button-duty-back"), f"week:{pressed.member.id}:")
    put(turn, Presentation(turn.say("duty-which-hours"), (*rows, (back,))))


def put(turn: Turn, shown: Presentation) -> None:
    """In place of what was pressed; what was typed is answered below it."""
    if turn.incoming.data and turn.incoming.message_id is not None:
        turn.show_in_place(shown)
    else:
        turn.show(shown)
