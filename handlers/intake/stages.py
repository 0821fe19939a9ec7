"""One decision for every message: the rows of routes.STAGES, asked one after the other; the first that takes it ends it.

0 silent      a hidden or muted chat (handlers.dispatch asks this first of all): it may be another hand
1 safety      the sender's own phone is being taken, a practice that turns out to be real
2 code        codes, and files that are read
3 answer      something that was asked: the newest prompt that the words can answer (routes.PROMPTS), the form that is open
4 turn        in an open case, unasked: for the worse, for the better, a permission taken back
5 question    what is asked of us
6 correction  an edited message (routes.EVENTS.edited), a slip that is put right
7 beginning   something happens, and no open case fits
8 addition    words for a case
9 unclear     everything else
"""

from collections.abc import Awaitable, Callable
from enum import IntEnum

from msgspec import Struct

from handlers.forms.form_behaviour import OpenForm
from handlers.turn import Turn


class Stage(IntEnum):
    """See above."""

    SILENT = 0
    SAFETY = 1
    CODE = 2
    ANSWER = 3
    TURN = 4
    QUESTION = 5
    CORRECTION = 6
    BEGINNING = 7
    ADDITION = 8
    UNCLEAR = 9


class StageRow(Struct, frozen=True):
    """``takes``: whether the message belongs here; then all that follows is done. ``why``: why it stands at this place."""

    stage: Stage
    takes: Callable[[Turn, OpenForm | None], Awaitable[bool]]
    why: str
