"""A check-in told in one message: "I go to the akimat; if I have not written by 15:00, they took me".

What follows from silence may stand there too, as if it had happened: nothing of it has.
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.understanding.ahead import AheadProblem, understand_ahead
from bot.core.understanding.heard import Heard
from bot.core.understanding.latin import heard_sentence
from bot.core.understanding.phrases import mentions
from bot.core.understanding.plain import readable
from bot.core.values import Moment

_CLAUSES = re.compile(r"[,;!?\n–—]|\.(?!\d)|(?<=\s)-(?=\s)")


def promises(text: str, heard: Heard) -> bool:
    """Whether somebody says what is to be thought if they do not write; not of another, who may be gone by now."""
    said = heard_sentence(readable(text), heard)
    return mentions(heard.told.promise, said) and not mentions(heard.told.quoted, said)


def until(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None
) -> Moment | AheadProblem | None:
    """By when they will have written, or what is wrong with that time; None if none is said. ``now`` is UTC.

    The hour that stands beside the promise comes before any other: "at ten I go there, if I do not write by three …".
    """
    beside = [part for clause in _clauses(text) for part in _beside(clause, heard)]
    found = [understand_ahead(part, heard, now, zone, language) for part in (*beside, text)]
    sound = (one for one in found if isinstance(one, Moment) and one.at is not None)
    return next(sound, None) or next((one for one in found if isinstance(one, AheadProblem)), None)


def _beside(clause: str, heard: Heard) -> list[str]:
    """A clause that promises; what is left of it, and what stands inside: "if I do not write *by three*"."""
    said = heard_sentence(clause, heard)
    match = heard.told.promise.search(said)
    if match is None:
        return []
    inside = match.group().split()[1:-2]
    return [clause, said[: match.start()] + said[match.end() :], " ".join(inside)]


def said_before(text: str, heard: Heard) -> str:
    """What stands before the promise: all that has happened. Behind it is what is feared."""
    clauses = _clauses(text)
    first = next((n for n, clause in enumerate(clauses) if promises(clause, heard)), 0)
    return ", ".join(clauses[:first])


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSES.split(readable(text)) if clause.strip()]
