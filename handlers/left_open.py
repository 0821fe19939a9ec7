"""A question waits for typed words, and a member goes on to something else: the next words are not an answer to it.

Forms that end with a review stay: a member who looks at an offer in the middle of a report by telephone has not left it.
"""

from msgspec import Struct

from core.model import Dialogue
from handlers.forms import dialogues
from handlers.routes import FORMS
from handlers.turn import Turn
from handlers.visits import observations


class Waits(Struct, frozen=True):
    """What waited before a press."""

    form: Dialogue | None = None
    asked: frozenset[int] = frozenset()


async def before(turn: Turn) -> Waits:
    """What waits for the actor's words, if they are a member."""
    if turn.active is None:
        return Waits()
    found = await dialogues.active(turn)
    return Waits(
        found if found and not FORMS[found.form].reviewed else None, await observations.asked_numbers(turn)
    )


async def after(turn: Turn, waited: Waits) -> None:
    """The press has neither asked nor answered it: it no longer waits."""
    if waited.form is not None and await dialogues.active(turn) == waited.form:
        dialogues.set_aside(turn, waited.form)
    if waited.asked and await observations.asked_numbers(turn) == waited.asked:
        await observations.forget_question(turn)
