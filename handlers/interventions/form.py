"""What is typed of papers that were sent: to whom, when, under which number; and of their answers. One form; ``what`` says
which: a sort of paper, a reply, or what is corrected.

``what``, the person and the place of the case (for its zone) stand among the answers before anything is asked. What was said
is written down when nothing is left to ask, or when it is left with what had to be said.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from bot.core.casework.describe import CaseView
from bot.core.casework.interventions import ANSWERS, By, Sort, intervention
from bot.core.conversation.forms import Answer, Form, Kind, Question, Source, Values, answers_to_data
from bot.core.conversation.step import Outcome, Step
from bot.core.model import Case, Dialogue, Member
from bot.core.traffic import Timer
from bot.core.values import Intervention, Moment, Place, Precision, Value
from bot.core.vocabulary import DialogueState
from handlers.cards.case_view import view_of
from handlers.casework import handed_out
from handlers.casework.handed_out import show as show_new
from handlers.casework.handed_out import show_in_place
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.follow import Follow, Happenings
from handlers.interventions import screens, waiting, writing
from handlers.people.membership import active_at
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

WHAT, WHERE, WHOM = "what", "where", "whom"
REFERENCE, DATE, DUE = "reference", "date", "due"
SORTS, REPLIES = tuple(map(str, Sort)), tuple(map(str, ANSWERS))


def _at(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "intervention",
    (
        Question("addressee", Kind.WORDS, applies=_at(*SORTS), required=True),
        Question("by", Kind.CHOICE, tuple(map(str, By)), applies=_at(*SORTS), required=True),
        Question(
            "moment",
            Kind.MOMENT,
            ("now", "today", "yesterday"),
            applies=_at(*SORTS, *REPLIES, DATE),
            required=True,
        ),
        Question("until", Kind.WHEN, applies=_at(DUE), required=True),
        Question("reference", Kind.WORDS, applies=_at(*SORTS, *REPLIES, REFERENCE)),
    ),
    lambda values: False,  # whoever cancels has written nothing down
)


async def begin(turn: Turn, case: Case, what: str, subject: int, person: int | None = None) -> None:
    """Ask about a new paper (``subject``: the case) or the one of this number."""
    begun = await dialogues.begin(turn, TYPED, subject)
    place = Place(case.city, case.district, case.region)
    known: dict[str, Value] = {WHAT: what, WHERE: place}
    if person is not None:
        known[WHOM] = str(person)
    answers = {name: Answer(value, Source.TAP, turn.now) for name, value in known.items()}
    begun = dialogues.save(turn, TYPED, replace(begun, answers=answers_to_data(answers)))
    await dialogues.ask(turn, TYPED, begun)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    return None  # it is no report's; what comes of it are claims


async def _on_changed(turn: Turn, dialogue: Dialogue, step: Step) -> None:
    return None


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: Outcome) -> None:
    """Nothing is left to ask, or it was cancelled. Whoever has lost the case meanwhile writes nothing into it."""
    answers = {name: answer.value for name, answer in state_of(dialogue).answers.items()}
    turn.tx.dialogues.remove(dialogue.id)
    if outcome is Outcome.CANCELLED:
        turn.reply("proceeding-cancelled")
        return
    tx, number = turn.tx, dialogue.subject_id
    is_new = answers[WHAT] in SORTS
    case = await tx.cases.get(number) if is_new else await waiting.case_of(tx, number)
    if case is None or turn.active is None or not await handed_out.may_see(tx, case, turn.address.id):
        turn.reply("case-not-yours")
        return
    if is_new:
        number = await _new(turn, case, turn.active, answers)
    else:
        await _known_better(turn, case, turn.active, number, answers)
    await show(turn, case, number)


async def on_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: what lacks only a number is written down."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    if dialogue is None or dialogue.state is not DialogueState.OPEN:
        return
    address = await tx.addresses.get(dialogue.address_id)
    if "moment" in state_of(dialogue).answers and address is not None:
        turn = turn_of(tx, service, address)
        turn.member = next(iter(await active_at(tx, address.id)), None)
        await _on_ended(turn, dialogue, Outcome.FINISHED)
    else:
        tx.dialogues.remove(dialogue.id)


async def _new(turn: Turn, case: Case, member: Member, said: Mapping[str, Value | None]) -> int:
    when = said["moment"]
    assert isinstance(when, Moment)
    addressee, reference = (str(said.get(name) or "") for name in ("addressee", "reference"))
    what = Intervention(
        0,
        str(said[WHAT]),
        addressee,
        when.at or turn.now,
        when.precision,
        str(said.get("by") or By.US),
        reference=reference,
    )
    whom = said.get(WHOM)
    person = int(str(whom)) if whom is not None else None
    return await writing.sent(turn.tx, turn.service, case, member, what, person=person)


async def _known_better(
    turn: Turn, case: Case, member: Member, number: int, said: Mapping[str, Value | None]
) -> None:
    found = intervention(await view_of(turn.tx, case), number)
    what, when, reference = str(said[WHAT]), said.get("moment"), str(said.get("reference") or "")
    if found is None:
        return
    changes: dict[str, Any]
    if what == REFERENCE and reference:
        line, changes = "corrected", {"reference": reference}
    elif what == DATE and isinstance(when, Moment) and when.at is not None:
        line, changes = "corrected", {"at": when.at, "precision": when.precision}
    elif what == DUE and isinstance(until := said.get("until"), Moment) and until.at is not None:
        day = timedelta(days=1) if until.precision is Precision.DAY else timedelta()
        line, changes = "corrected", {"due_at": until.at + day, "term": "", "doubtful": False}
    elif what in REPLIES and isinstance(when, Moment):
        line, changes = (
            "answered",
            {
                "reply": what,
                "replied_at": when.at or turn.now,
                "reply_precision": when.precision,
                "reply_reference": reference,
                "unregistered": False,
            },
        )
    else:
        return
    await writing.changed(turn.tx, turn.service, case, member, found, line, **changes)


async def show(turn: Turn, case: Case, number: int, *, in_place: bool = False) -> None:
    """The paper of this number as it is now."""
    view: CaseView = await view_of(turn.tx, case)
    found = intervention(view, number)
    if found is None:
        return
    shown = await screens.one(turn, case, view, found)
    if in_place:
        show_in_place(turn, case, shown)
    else:
        show_new(turn, case, shown)


TYPED = Follow(
    FORM,
    "sending-left",
    Happenings.STRANGERS,
    _keep,
    _on_changed,
    _on_ended,
    hears_visits=True,
    reviewed=False,
)
