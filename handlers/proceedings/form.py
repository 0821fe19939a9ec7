"""What is typed of proceedings: an article, a hearing, when something happened, how much. One form; ``what`` says which.

``what`` and the place of the case (for its zone) stand among the answers before anything is asked; they are no questions.
What was said is written down when nothing is left to ask, or when it is left with what had to be said.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from bot.core.casework.kinds import STEPS
from bot.core.casework.proceedings import MEASURED, course, sitting
from bot.core.conversation.forms import Answer, Form, Kind, Question, Source, Values, answers_to_data
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Case, Dialogue
from bot.core.traffic import Timer
from bot.core.values import Hearing, Moment, Place, Value
from bot.core.vocabulary import CaseState, DialogueState
from handlers.cards.case_view import view_of
from handlers.casework import handed_out
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.people.membership import active_at
from handlers.proceedings import about, screens, writing
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

WHAT, WHERE = "what", "where"
ARTICLE, PART, HEARING, MOVE = "article", "part", "hearing", "move"


def _at(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "proceeding",
    (
        Question("article", Kind.WORDS, applies=_at(ARTICLE), required=True),
        Question("part", Kind.WORDS, applies=_at(ARTICLE, PART)),
        Question("when", Kind.WHEN, applies=_at(HEARING, MOVE), required=True),
        Question("court", Kind.WORDS, applies=_at(HEARING)),
        Question("judge", Kind.WORDS, applies=_at(HEARING)),
        Question("subject", Kind.WORDS, applies=_at(HEARING)),
        Question("moment", Kind.MOMENT, ("now", "today", "yesterday"), applies=_at(*STEPS), required=True),
        Question("measure", Kind.WORDS, applies=_at(*MEASURED)),
    ),
    lambda values: False,  # whoever cancels has written nothing down
)


async def begin(turn: Turn, case: Case, what: str, subject: int) -> None:
    """Ask about the proceeding or the hearing of this number."""
    begun = await dialogues.begin(turn, TYPED, subject)
    place = Place(case.city, case.district, case.region)
    known = {name: Answer(value, Source.TAP, turn.now) for name, value in ((WHAT, what), (WHERE, place))}
    begun = dialogues.save(turn, TYPED, replace(begun, answers=answers_to_data(known)))
    await dialogues.ask(turn, TYPED, begun)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # it is no report's; what comes of it are claims


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Nothing is left to ask, or it was cancelled. Whoever has lost the case meanwhile writes nothing into it."""
    answers = {name: answer.value for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    case = await about.case_of(turn.tx, dialogue.subject_id)
    if outcome is Outcome.CANCELLED or case is None:
        turn.reply("proceeding-cancelled")
        return
    if case.state is CaseState.CLOSED or not await handed_out.may_see(turn.tx, case, turn.address.id):
        turn.reply("case-is-closed" if case.state is CaseState.CLOSED else "case-not-yours")
        return
    await _write(turn, case, dialogue.subject_id, answers)


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: a hearing of which the time was said is written down as far as it is known."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is None or dialogue.state is not DialogueState.OPEN:
        return
    answers = state_of(dialogue).answers
    address = await tx.addresses.get(dialogue.address_id)
    if answers[WHAT].value == HEARING and "when" in answers and address is not None:
        turn = turn_of(tx, service, address)
        turn.member = next(iter(await active_at(tx, address.id)), None)
        await _on_ended(turn, dialogue, Outcome.FINISHED)
    else:
        tx.dialogues.remove(dialogue.id)


async def _write(turn: Turn, case: Case, number: int, said: Mapping[str, Value | None]) -> None:
    """What was said becomes claims, and the proceeding or the hearing is shown as it is now."""
    view, member = await view_of(turn.tx, case), turn.active
    of, held = course(view, number), sitting(view, number)
    if held is not None:
        of = course(view, held.proceeding)
    if member is None or of is None:
        turn.reply("button-unknown")
        return
    what, when = str(said[WHAT]), said.get("when")
    court, judge, subject = (str(said.get(name) or "") for name in ("court", "judge", "subject"))
    if what in (ARTICLE, PART):
        given = {name: value for name in (ARTICLE, PART) if isinstance(value := said.get(name), str)}
        await writing.changed(turn, case, member, of, **given)
    elif what == HEARING and isinstance(when, Moment):
        hearing = Hearing(0, when.at or turn.now, when.precision, court, judge, subject)
        number = await writing.hearing_set(turn, case, member, of, hearing)
    elif what == MOVE and isinstance(when, Moment) and held is not None:
        changes = {"at": when.at, "precision": when.precision, "off": False}
        await writing.hearing_changed(turn, case, member, held, **changes)
    elif what in STEPS and isinstance(moment := said.get("moment"), Moment):
        await writing.happened(turn, case, member, of, what, moment)
    elif what in MEASURED and isinstance(measure := said.get("measure"), str) and held is not None:
        await writing.hearing_changed(turn, case, member, held, measure=measure)
    await show(turn, case, number)


async def show(turn: Turn, case: Case, number: int, *, in_place: bool = False) -> None:
    """The proceeding or the hearing of this number as it is now."""
    view = await view_of(turn.tx, case)
    held, of = sitting(view, number), course(view, number)
    if held is not None:
        shown = screens.hearing(turn, case, held)
    elif of is not None:
        shown = screens.one(turn, case, view, of)
    else:
        return
    if in_place:
        handed_out.show_in_place(turn, case, shown)
    else:
        handed_out.show(turn, case, shown)


TYPED = Follow(
    FORM,
    "typing-left",
    Happenings.STRANGERS,
    _keep,
    _on_changed,
    _on_ended,
    hears_visits=True,
    reviewed=False,
)
