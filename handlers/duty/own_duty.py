"""One's own duty: ``/duty``, one tap on or off, one's week, one's calendar.

A tap goes before shifts, and ends by itself after twelve hours; before that it can be renewed. The calendar is a file and
not an address, which would give the roster away; its events have one plain word, hearings the case's code and the court, so
that somebody who looks at the phone learns no name.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from core.duty import rota_changes
from core.duty.schedule import NOTHING, ON_DUTY, DutyReason, DutySchedule
from core.model import Member
from core.presentation import Button, Presentation, Style
from core.rota import Rota
from core.traffic import Lane, Timer
from core.vocabulary import Role
from handlers.duty import wording
from handlers.outbox import sending
from handlers.people import on_call
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

CALENDAR_AHEAD = timedelta(weeks=8)
NAME = "calendar.ics"


class CalendarEvent(Struct, frozen=True):
    """Something at a time, UTC."""

    starts: datetime
    ends: datetime
    title: str
    place: str = ""


async def send_calendar(turn: Turn, member: Member, others: Sequence[CalendarEvent] = ()) -> None:
    """The member's duty of eight weeks, and other events of theirs."""
    planned = await on_call.schedule(turn.tx, turn.service)
    stints = planned.stints(member, turn.now, turn.now + CALENDAR_AHEAD) if member.duty is not None else []
    events = [*(CalendarEvent(*times, turn.say("duty-event")) for times in stints), *others]
    if not events:
        turn.reply("duty-file-empty")
        return
    text = turn.say("duty-file", count=len(events))
    key = f"calendar:{turn.tx.new_id()}"
    sending.send_document(turn.tx, turn.address.id, text, calendar_file(events, turn.now), NAME, key)


def calendar_file(events: Sequence[CalendarEvent], now: datetime) -> bytes:
    """The events in the order of time, as iCalendar (RFC 5545). The same event has the same id in every file; two at one
    time have two.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dabyl//")
    calendar.add("version", "2.0")
    for listed in sorted(events, key=lambda event: (event.starts, event.ends, event.title)):
        event = icalendar.Event()
        which = sha256(listed.title.encode()).hexdigest()[:8]
        event.add("uid", f"{listed.starts:%Y%m%dT%H%M}-{listed.ends:%Y%m%dT%H%M}-{which}@calendar")
        event.add("dtstamp", now)
        event.add("dtstart", listed.starts)
        event.add("dtend", listed.ends)
        event.add("summary", listed.title)
        if listed.place:
            event.add("location", listed.place)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


SHOW, ON, OFF, PLAN = "show", "on", "off", "plan"
ACTS = (SHOW, ON, OFF, PLAN)
BEFORE = timedelta(minutes=30)  # the end of a tap, at which it is told
AHEAD = timedelta(days=15)
SHOWN = 3  # coming times of duty


async def pressed_act(turn: Turn, argument: str) -> str | None:
    """One of the acts."""
    return argument if argument in ACTS and _has_duty(turn.active) else None


def _has_duty(member: Member | None) -> bool:
    return member is not None and member.role is not Role.ADMINISTRATOR


async def on_pressed(turn: Turn, act: str) -> None:
    """A button of the own duty."""
    member = turn.active
    assert member is not None  # who may press it
    if act in (ON, OFF):
        member = record_tap(
            turn.tx, member, rota_changes.tap_duty(member.duty or NOTHING, on=act == ON, now=turn.now)
        )
    elif act == PLAN and member.duty is not None:
        member = record_tap(turn.tx, member, replace(member.duty, mark=None))
    turn.member = member
    await show_duty(turn, member)


def record_tap(tx: Transaction, member: Member, rota: Rota) -> Member:
    """Write what the member's own hand says, and when to tell that it ends."""
    key = f"tap-ends:{member.id}"
    if rota.mark is None:
        tx.timers.remove(key)
    else:
        tx.timers.put(Timer(key, "tap-ends", rota.mark.until - BEFORE, member.id))
    return tx.members.put(replace(member, duty=rota))


async def show_duty(turn: Turn, member: Member, head: str = "") -> None:
    """The own duty, in place of what was pressed."""
    planned = await on_call.schedule(turn.tx, turn.service)
    shown = duty_view(turn.service, turn.language, planned, member, turn.now)
    if head:
        shown = replace(shown, text=f"{head}\n\n{shown.text}")
    if turn.incoming.data and turn.incoming.message_id is not None:
        turn.show_in_place(shown)
    else:
        turn.show(shown)


def duty_view(
    service: Service, language: str, planned: DutySchedule, member: Member, now: datetime
) -> Presentation:
    """Whether the member is on duty, why, until when; what comes; the week."""
    say = service.words.say
    why, until = planned.said(member, now), planned.until(member, now)
    key = "duty-now-on" if why in ON_DUTY else "duty-now-off"
    now_is = say(language, key, why=say(language, f"duty-why-{wording.reason_key(why)}"))
    if until is not None:
        now_is += " " + say(language, "duty-until", until=wording.moment_words(service, language, until, now))
    lines = [now_is]
    rota = member.duty or NOTHING
    if rota.shifts:
        lines.append(
            "\n".join(
                [
                    say(language, "duty-week"),
                    *(f"· {line}" for line, _ in wording.week_lines(service, language, rota.shifts)),
                ]
            )
        )
    elif why is DutyReason.STANDING:
        lines.append(say(language, "duty-no-shifts"))
    elif why is DutyReason.NOT_STANDING:
        lines.append(say(language, "duty-no-shifts-off"))
    coming = [times for times in planned.stints(member, now, now + AHEAD) if times[0] > now][:SHOWN]
    if coming and rota != NOTHING:
        spans = "; ".join(wording.span_words(service, language, times) for times in coming)
        lines.append(say(language, "duty-coming", times=spans))
    return Presentation("\n\n".join(lines), _buttons(service, language, member, rota, why))


def _buttons(
    service: Service, language: str, member: Member, rota: Rota, why: DutyReason
) -> tuple[tuple[Button, ...], ...]:
    say = service.words.say
    on = Button(say(language, "button-duty-on"), f"duty:{ON}", Style.SUCCESS)
    off = Button(say(language, "button-duty-off"), f"duty:{OFF}", Style.DANGER)
    rows = [
        (off,)
        if why in ON_DUTY and why is not DutyReason.ON
        else (on,)
        if why is not DutyReason.ON
        else (on, off)
    ]
    if rota.mark is not None and why in (DutyReason.ON, DutyReason.OFF):
        rows.append((Button(say(language, "button-duty-plan"), f"duty:{PLAN}"),))
    rows.append(
        (
            Button(say(language, "button-duty-week"), f"week:{member.id}:"),
            Button(say(language, "button-duty-cannot"), "cannot:which"),
        )
    )
    last = [Button(say(language, "button-duty-file"), "calendar:own")]
    if member.role is Role.COORDINATOR:
        last.append(Button(say(language, "button-duty-team"), "team:all"))
    sound = (Button(say(language, "button-example"), "example:now"),)
    return (*rows, tuple(last), sound)


async def on_tap_ending(tx: Transaction, service: Service, timer: Timer) -> None:
    """What was tapped ends soon: it can be renewed."""
    member = await tx.members.get(timer.subject_id)
    if member is None or member.suspended_at is not None or member.duty is None or member.duty.mark is None:
        return
    there = await home_address(tx, member)
    mark, language = member.duty.mark, await language_of(tx, service, there)
    say, end = service.words.say, wording.moment_words(service, language, mark.until, tx.now)
    word = ON if mark.on else OFF
    again = Button(say(language, f"button-duty-{word}-again"), f"duty:{word}")
    shown = Presentation(say(language, f"duty-{word}-ends", until=end), ((again,),))
    sending.send_message(tx, service, there, shown, Lane.REMINDER)
