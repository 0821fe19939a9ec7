"""Something was asked that is typed: held for an hour, and forgotten when it is answered. Nobody has to answer."""

from datetime import timedelta

from msgspec import Struct

from bot.core.conversation.forms import Answer, Source, answers_from_data, answers_to_data
from bot.core.model import Case, Dialogue
from bot.core.traffic import Timer
from bot.core.vocabulary import DialogueState
from handlers.casework import handed_out
from handlers.turn import Turn

FORM = "visit"  # of a dialogue that only remembers what was asked
WAITS = timedelta(hours=1)


class Asked(Struct, frozen=True):
    """Of which case, of whom (as buttons carry it), and what."""

    case: Case
    who: str
    what: str


async def put(turn: Turn, case: Case, who: str, what: str) -> None:
    """This is asked now, and nothing else."""
    await forget(turn)
    number, now = turn.tx.new_id(), turn.now
    answers = answers_to_data({"who": Answer(who, Source.TAP, now), "what": Answer(what, Source.TAP, now)})
    turn.tx.timers.put(Timer(f"note:{number}", "note", now + WAITS, number))
    turn.tx.dialogues.add(
        Dialogue(number, turn.address.id, FORM, case.id, DialogueState.FINISHED, now, now, answers)
    )


async def waiting(turn: Turn) -> Asked | None:
    """What was asked and is not answered, of a case that its reader still sees."""
    for held in await turn.tx.dialogues.by(address_id=turn.address.id, form=FORM):
        case = await turn.tx.cases.get(held.subject_id)
        if case is not None and await handed_out.may_see(turn.tx, case, turn.address.id):
            said = answers_from_data(held.answers)
            return Asked(case, str(said["who"].value), str(said["what"].value))
    return None


async def numbers(turn: Turn) -> frozenset[int]:
    """Of what is asked; others once it is asked anew."""
    return frozenset(held.id for held in await turn.tx.dialogues.by(address_id=turn.address.id, form=FORM))


async def forget(turn: Turn) -> None:
    """Nothing is asked any more."""
    for held in await turn.tx.dialogues.by(address_id=turn.address.id, form=FORM):
        turn.tx.dialogues.remove(held.id)
        turn.tx.timers.remove(f"note:{held.id}")
