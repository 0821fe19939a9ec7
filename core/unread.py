"""Words of which no case was made: what coordinators did with them, line by line, and when they are rung about them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

RINGS = (4, 14, 29)  # minutes after the first sound, which comes a minute after the last word
DAILY = timedelta(days=1)  # administrators hear so often that words wait unread


class Act(StrEnum):
    """The bot shows words to coordinators, or a coordinator does something with them."""

    UNCLEAR = "unclear"  # the bot does not understand them: coordinators are rung
    CHATTER = "chatter"  # the same, and all of it only asks: see weight
    IDLE = "idle"  # invented or only a link: it makes no sound
    SHOWN = "shown"
    READ = "read"
    ANSWERED = "answered"  # the actor wrote to the person who wrote them
    NOT_OURS = "not_ours"  # they are nothing for us
    ERASED = "erased"  # kept long enough, or the person wanted it: nobody can read them any more


LISTED = (Act.IDLE, Act.CHATTER, Act.UNCLEAR)  # on the coordinators' one card
SHOWINGS = (Act.IDLE, Act.SHOWN, Act.CHATTER, Act.UNCLEAR)  # the loudest last


class DraftLine(Struct, frozen=True):
    """One line of what was done with a draft. ``hash`` covers the line and the line before."""

    id: int
    report_id: int
    at: datetime
    actor_id: int  # member; 0 for the bot
    kind: Act
    previous: bytes
    hash: bytes


def newest_showing(lines: Sequence[DraftLine]) -> DraftLine | None:
    """By which the words that came last were shown to coordinators."""
    return next((line for line in reversed(lines) if line.kind in SHOWINGS), None)


def waits(lines: Sequence[DraftLine]) -> bool:
    """Whether something of it was shown that nobody has read yet."""
    return next((line.kind in SHOWINGS for line in reversed(lines)), False)


def is_unclear(lines: Sequence[DraftLine]) -> bool:
    """Whether it stands on the coordinators' one card of what the bot does not understand."""
    return any(line.kind in LISTED for line in lines)


def is_louder(act: Act, lines: Sequence[DraftLine]) -> bool:
    """Whether what is shown now was not shown yet, or not so that it makes as much of a sound."""
    shown = newest_showing(lines)
    return shown is None or not waits(lines) or SHOWINGS.index(act) > SHOWINGS.index(shown.kind)


def readers(lines: Sequence[DraftLine]) -> frozenset[int]:
    """The members who have read all that was shown."""
    shown = newest_showing(lines)
    since = lines[lines.index(shown) :] if shown is not None else lines
    return frozenset(line.actor_id for line in since if line.kind is Act.READ)


def is_answer(lines: Sequence[DraftLine]) -> bool:
    """Whether what was shown last was written to a coordinator who had answered."""
    shown = newest_showing(lines)
    before = lines[: lines.index(shown)] if shown is not None else ()
    return any(line.kind is Act.ANSWERED for line in before)


def next_ring(since: datetime, now: datetime) -> datetime | None:
    """When coordinators are rung again, if nobody has read it by then; None after the last time."""
    times = (since + timedelta(minutes=minutes) for minutes in RINGS)
    return next((time for time in times if time > now), None)
