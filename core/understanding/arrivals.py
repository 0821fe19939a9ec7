"""When a lawyer expects to be there: "on the way, 25 minutes", «буду через полчаса», "15:30-да барамын".

That alone says that they are on the way, also by words that would tell of something else where no time is said.
"""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.timeline import TimelineKind
from core.understanding.ahead import understand_ahead
from core.understanding.heard import Heard
from core.understanding.language import heard_sentence
from core.understanding.lawyer_words import VisitSaid, is_of_writer, visit_said
from core.understanding.own_steps import own_step
from core.understanding.phrases import mentions, says
from core.understanding.plain import readable
from core.values import Moment

FARTHEST = timedelta(hours=6)  # what is later is an appointment
MINUTES = range(2, 121)  # that a number alone may be
_NUMBERS = re.compile(r"([^\W\d_]+)\W+(\d{1,3})(?![\d:.])")
_STEPS = (
    TimelineKind.CONTACTED,
    TimelineKind.ON_MY_WAY,
    TimelineKind.AT_STATION,
    TimelineKind.ADMITTED,
    TimelineKind.REFUSED,
)
_BEFORE = (
    None,
    TimelineKind.ON_MY_WAY,
    TimelineKind.CONTACTED,
    TimelineKind.OUT,
)  # what it may be instead of


def step_said(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None
) -> VisitSaid | None:
    """What the words say of a visit, and when its lawyer expects to be there."""
    said = _farther(visit_said(text, heard, language), own_step(text, heard, language))
    if (said.act if said is not None else None) not in _BEFORE:
        return said
    is_coming = said is not None and said.act is TimelineKind.ON_MY_WAY
    there = _arrival(text, heard, now, zone, language, is_coming=is_coming)
    if there is None:
        return said
    return VisitSaid(TimelineKind.ON_MY_WAY, more=True, there=there)


def _farther(said: VisitSaid | None, own: VisitSaid | None) -> VisitSaid | None:
    """What the buttons' words say counts, unless the writer's own verbs tell of a step behind it."""
    if said is None or own is None or said.act not in _STEPS[:-1]:
        return said or own
    return own if _STEPS.index(own.act) > _STEPS.index(said.act) else said


def _arrival(
    text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None, *, is_coming: bool
) -> datetime | None:
    """UTC; None where the writer does not say that they come, or not when."""
    shown = readable(text).strip()
    said = heard_sentence(shown, heard, language)
    if not (is_coming or says(heard.members.arrives, said, heard.denial)) or mentions(
        heard.members.elsewhere, said
    ):
        return None
    if not is_of_writer(text, heard, language):
        return None
    found = understand_ahead(shown, heard, now, zone, language)
    at = found.at if isinstance(found, Moment) else None
    if at is None:
        spans = [
            int(number) for word, number in _NUMBERS.findall(shown) if word.lower() in heard.members.minutes
        ]
        at = now + timedelta(minutes=spans[0]) if len(spans) == 1 and spans[0] in MINUTES else None
    return at if at is not None and now < at <= now + FARTHEST else None
