"""A check-in that is told in one message, without a command: it runs at once, and what is missing is asked.

"I go to the akimat, if I do not write by 15:00, they took me." Nobody has been taken yet: it opens no case.
"""

from msgspec.structs import replace

from bot.core.conversation.answers_by_kind import AHEAD_PROBLEMS
from bot.core.conversation.events import Problem, Said
from bot.core.incoming import Kind
from bot.core.understanding import AheadProblem, promise
from bot.core.values import Moment, Value
from bot.core.vocabulary import CheckInState
from handlers.checkin import running
from handlers.checkin.form import CHECK_IN
from handlers.forms import dialogues
from handlers.forms.follow import Open
from handlers.forms.told import read, told
from handlers.turn import Turn

LONGEST = 60  # words; who tells more tells something else


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Whether the words say by when they will write. In a report they belong to it."""
    incoming, service = turn.incoming, turn.service
    if incoming.kind is not Kind.MESSAGE or incoming.forwarded is not None or incoming.file is not None:
        return False
    if (opened is not None and opened.follow is not CHECK_IN) or len(incoming.text.split()) > LONGEST:
        return False
    if not promise.promises(incoming.text, service.heard) or _happens(turn):
        return False
    until = promise.until(incoming.text, service.heard, turn.now, service.zone, turn.language)
    one = await running.of(turn.tx, turn.address.id)
    if opened is None and one is not None and one.state is CheckInState.RUNNING:
        if not isinstance(until, Moment) or until.at is None:
            return False
        await running.show(turn.tx, running.put(turn.tx, replace(one, due=until.at)))
        return True
    dialogue = opened.dialogue if opened is not None else await dialogues.begin(turn, CHECK_IN, 0)
    await dialogues.apply(turn, CHECK_IN, dialogue, _said(turn, until), None)
    return True


def _happens(turn: Turn) -> bool:
    """Whether something has happened already: a report. What stands behind the promise is feared."""
    before = promise.said_before(turn.incoming.text, turn.service.heard)
    return bool(before) and read(turn.service, before, turn.now, turn.language).happening


def _said(turn: Turn, found: Moment | AheadProblem | None) -> Said:
    """The time, and what else is asked: where, what it is about (all of it), a number."""
    known = told(turn)
    values: dict[str, Value] = {"about": turn.incoming.text}
    values |= {name: value for name, value in (("place", known.place), ("contact", known.contact)) if value}
    if isinstance(found, AheadProblem):
        return Said(None, values, problem=Problem(AHEAD_PROBLEMS[found]), language=known.language)
    if found is not None:
        values["until"] = found
    return Said("until" if found is not None else None, values, language=known.language)
