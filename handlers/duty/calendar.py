"""One's own times as a file for the phone's calendar: a file and not an address, which would give the roster away.

Events bear one plain word: whoever looks at the phone learns no more.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from bot.core.model import Member
from handlers.outbox import sending
from handlers.people import on_duty
from handlers.turn import Turn

AHEAD = timedelta(weeks=8)
NAME = "calendar.ics"


class Event(Struct, frozen=True):
    """Something at a time, UTC."""

    starts: datetime
    ends: datetime
    title: str


async def send(turn: Turn, member: Member, others: Sequence[Event] = ()) -> None:
    """The member's duty of eight weeks, and other events of theirs."""
    planned = await on_duty.schedule(turn.tx, turn.service)
    stints = planned.stints(member, turn.now, turn.now + AHEAD) if member.duty is not None else []
    events = [*(Event(*times, turn.say("duty-event")) for times in stints), *others]
    if not events:
        turn.reply("duty-file-empty")
        return
    text = turn.say("duty-file", count=len(events))
    key = f"calendar:{turn.tx.new_id()}"
    sending.document(turn.tx, turn.address.id, text, file_of(events, turn.now), NAME, key)


def file_of(events: Sequence[Event], now: datetime) -> bytes:
    """The events in the order of time, as iCalendar (RFC 5545). The same event has the same id in every file."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dabyl//")
    calendar.add("version", "2.0")
    for one in sorted(events, key=lambda event: (event.starts, event.ends, event.title)):
        event = icalendar.Event()
        event.add("uid", f"{one.starts:%Y%m%dT%H%M}-{one.ends:%Y%m%dT%H%M}@calendar")
        event.add("dtstamp", now)
        event.add("dtstart", one.starts)
        event.add("dtend", one.ends)
        event.add("summary", one.title)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
