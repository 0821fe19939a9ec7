"""What buttons carry, both ways: ``form/question:value``.

A value is an option or a place's id; ``+option`` and ``-option`` switch one of several; ``!act`` is an act.
The question is always the one of the keyboard, so that an old keyboard answers its own question.
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.conversation.events import (
    Back,
    Cancelled,
    Chose,
    Confirmed,
    Done,
    Editing,
    Event,
    MoreAsked,
    Problem,
    SharingAsked,
    Skipped,
    Toggled,
)
from bot.core.conversation.forms import Form, Kind
from bot.core.conversation.quick_answers import quick
from bot.core.conversation.step import REVIEW
from bot.core.places.gazetteer import Gazetteer

BACK, SKIP, CANCEL, DONE, EDIT, SHARE, MORE, CONFIRM = (
    "!back",
    "!skip",
    "!cancel",
    "!done",
    "!edit",
    "!share",
    "!more",
    "!confirm",
)

_DATA = re.compile(r"(?P<form>[a-z][a-z-]*)/(?P<question>[a-z][a-z-]*):(?P<value>[!+-]?[a-z][a-z0-9-]*)")


def carried(form: str, question: str, value: str) -> str:
    """What a button carries."""
    return f"{form}/{question}:{value}"


def read_tap(data: str, form: Form, gazetteer: Gazetteer, now: datetime, zone: ZoneInfo) -> Event:
    """The event of a pressed button; a Problem for what was never a button of this form."""
    match = _DATA.fullmatch(data)
    if match is None:
        return Problem("problem-button")
    if match["form"] != form.name:
        return Problem("problem-button-old")
    name, value = match["question"], match["value"]
    if name == REVIEW:
        return _ACTS_OF_REVIEW.get(value, Problem("problem-button"))
    question = form.question(name)
    if question is None:
        return Problem("problem-button-old")
    acts: dict[str, Event] = {
        BACK: Back(name),
        SKIP: Skipped(name),
        CANCEL: Cancelled(),
        EDIT: Editing(name),
    }
    if question.kind in (Kind.PLACE, Kind.CONTACT):
        acts[SHARE] = SharingAsked(name)
    if question.kind is Kind.PLACE:
        acts[MORE] = MoreAsked(name)
    if question.kind is Kind.CHOICES:
        acts[DONE] = Done(name)
        acts |= {f"+{option}": Toggled(name, option, True) for option in question.options}
        acts |= {f"-{option}": Toggled(name, option, False) for option in question.options}
    elif value not in acts:
        meant = quick(question, value, gazetteer, now, zone)
        return Problem("problem-button") if meant is None else Chose(name, meant)
    return acts.get(value, Problem("problem-button"))


_ACTS_OF_REVIEW: dict[str, Event] = {BACK: Back(REVIEW), CANCEL: Cancelled(), CONFIRM: Confirmed()}
