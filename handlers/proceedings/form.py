"""What is typed of proceedings: an article, a hearing, when something happened, how much. One form; ``what`` says which.

``what`` and the place of the case (for its zone) stand among the answers before anything is asked; they are no questions.
What is answered is written down at once, and amended by what comes; *Cancel* takes it back.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec.structs import replace

from bot.core.casework.claims import Claim
from bot.core.casework.kinds import STEPS
from bot.core.casework.proceedings import MEASURED, course, sitting
from bot.core.conversation.forms import Answer, Answers, Form, Kind, Question, Source, Values, answers_to_data
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Case, Dialogue, Member
from bot.core.traffic import Timer
from bot.core.values import Hearing, Moment, Place, Value, from_data
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
NOTED = "noted"  # the claim that was made of the answers so far
ARTICLE, PART, HEARING, MOVE = "article", "part", "hearing", "move"


def _at(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "proceeding",
    (
        Question("article", Kind.WORDS, applies=_at(ARTICLE), required=True),
        Question("part", Kind.WORDS, applies=_at(ARTICLE, PART)),
        Question("when", Kind.WHEN, applies=_at(HEARING, MOVE), required=True),
        Question("court", Kind.COURT, applies=_at(HEARING)),
        Question("judge", Kind.WORDS, applies=_at(HEARING)),
        Question("subject", Kind.WORDS, applies=_at(HEARING)),
        Question("moment", Kind.MOMENT, ("now", "today", "yesterday"), applies=_at(*STEPS), required=True),
        Question("measure", Kind.WORDS, applies=_at(*MEASURED)),
    ),
    lambda values: False,  # whoever cancels takes back what was written down
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
    """What is answered is written down at once: who presses something else now has lost nothing."""
    case = await about.case_of(turn.tx, dialogue.subject_id)
    if case is None or turn.active is None or not await _may_write(turn, case):
        return
    given = state_of(dialogue).answers
    values = {name: answer.value for name, answer in given.items()}
    before = await writing.withdrawn(turn, _number(given))
    claim = await _write(turn, case, turn.active, dialogue.subject_id, values, step.answered, before)
    if claim is not None:
        noted = {**given, NOTED: Answer(str(claim.id), Source.TAP, turn.now)}
        turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(noted)))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Nothing is left to ask: it is shown as it is now. Cancelled, what was written down is taken back. Whoever has lost the
    case meanwhile has written nothing into it since, and takes nothing back.
    """
    stored = await turn.tx.dialogues.get(dialogue.id) or dialogue
    number = _number(state_of(stored).answers)
    turn.tx.dialogues.remove(dialogue.id)
    case = await about.case_of(turn.tx, dialogue.subject_id)
    if case is None or (outcome is Outcome.CANCELLED and number is None):
        turn.reply("proceeding-cancelled")
    elif not await _may_write(turn, case):
        turn.reply("case-is-closed" if case.state is CaseState.CLOSED else "case-not-yours")
    elif outcome is not Outcome.CANCELLED:
        written = await turn.tx.claims.get(number or 0)
        hearing = from_data(written.value) if written is not None else None
        await show(turn, case, hearing.number if isinstance(hearing, Hearing) else dialogue.subject_id)
    elif (claim := await writing.withdrawn(turn, number)) is not None and turn.active is not None:
        await writing.taken_back(turn, case, turn.active, claim)
        turn.reply("proceeding-taken-back")


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: what was written down is shown as it is."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    address = await tx.addresses.get(dialogue.address_id) if dialogue is not None else None
    if dialogue is None or address is None:
        return
    if dialogue.state is DialogueState.OPEN and _number(state_of(dialogue).answers) is not None:
        turn = turn_of(tx, service, address)
        turn.member = next(iter(await active_at(tx, address.id)), None)
        await _on_ended(turn, dialogue, Outcome.FINISHED)
    else:
        tx.dialogues.remove(dialogue.id)


def _number(answers: Answers) -> int | None:
    """Of the claim that the form has written so far."""
    return int(str(answers[NOTED].value)) if NOTED in answers else None


async def _may_write(turn: Turn, case: Case) -> bool:
    return case.state is not CaseState.CLOSED and await handed_out.may_see(turn.tx, case, turn.address.id)


async def _write(
    turn: Turn,
    case: Case,
    member: Member,
    number: int,
    said: Mapping[str, Value | None],
    new: Collection[str],
    before: Claim | None,
) -> Claim | None:
    """What was said becomes a claim in place of the one ``before`` it. ``number``: of the proceeding or the hearing;
    ``new``: what was answered just now. What somebody else said of the hearing meanwhile stands where this says nothing new.
    """
    earlier = from_data(before.value) if before is not None else None
    view = await view_of(turn.tx, case)
    held = sitting(view, earlier.number if isinstance(earlier, Hearing) else number)
    of = course(view, held.proceeding if held is not None else number)
    what, when, again = str(said[WHAT]), said.get("when"), before is not None
    words = {name: str(said.get(name) or "") for name in ("court", "judge", "subject")}
    if of is None:
        return None
    if what in (ARTICLE, PART):
        given = {name: value for name in (ARTICLE, PART) if isinstance(value := said.get(name), str)}
        return await writing.changed(turn, case, member, of, again=again, **given)
    if what == HEARING and held is not None:
        changes: dict[str, Any] = {name: words[name] for name in words if name in new}
        changes |= _moved(turn, when) if "when" in new and isinstance(when, Moment) else {}
        return await writing.hearing_changed(turn, case, member, held, again=again, **changes)
    if what == HEARING and isinstance(when, Moment):
        own = earlier.number if isinstance(earlier, Hearing) else 0
        at = when.at or turn.now
        hearing = Hearing(own, at, when.precision, words["court"], words["judge"], words["subject"])
        return await writing.hearing_set(turn, case, member, of, hearing, again=again)
    if what == MOVE and isinstance(when, Moment) and held is not None:
        return await writing.hearing_changed(turn, case, member, held, **_moved(turn, when), off=False)
    if what in STEPS and isinstance(moment := said.get("moment"), Moment):
        return await writing.happened(turn, case, member, of, what, moment)
    if what in MEASURED and isinstance(measure := said.get("measure"), str) and held is not None:
        return await writing.hearing_changed(turn, case, member, held, measure=measure)
    return None


def _moved(turn: Turn, when: Moment) -> dict[str, Any]:
    return {"at": when.at or turn.now, "precision": when.precision}


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
