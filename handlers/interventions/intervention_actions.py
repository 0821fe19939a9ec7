"""What members do with papers that were sent, by buttons and by typed words: to whom, when, under which number, the answers.

Everybody who sees the case whole may do it, also when it is closed: bodies answer after the lawyer's work is done, and then
a coordinator writes it down. One form asks; ``what`` says for which sort of paper, for which reply, or what is corrected.
``what``, the person and the place of the case (for its zone) are kept among the answers before anything is asked. As soon as
the answers are enough they are written down, and again with each that follows; before that, a form that is left is kept and
offered back. *Cancel* takes back what it has written.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claims import Claim
from core.casework.interventions import (
    REPLIES,
    InterventionAuthor,
    InterventionKind,
    InterventionReply,
    TrackedIntervention,
    tracked_intervention,
)
from core.casework.interventions import REPLIES as ANSWERS
from core.conversation.forms import (
    Answer,
    AnswerKind,
    Answers,
    AnswerSource,
    Form,
    Question,
    Values,
    answers_to_data,
)
from core.conversation.step import FormStep, StepOutcome
from core.model import Case, Dialogue, Member
from core.presentation import Button, Style
from core.traffic import Timer
from core.values import Intervention, Moment, Place, Precision, Value
from core.vocabulary import DialogueState
from handlers import arguments
from handlers.arguments import OnCase
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure
from handlers.casework.disclosure import show_in_place
from handlers.forms import dialogues, unfinished
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, TakenWords, keep_nothing
from handlers.interventions import answers_due, intervention_claims, intervention_screens
from handlers.interventions.answers_due import case_of_paper
from handlers.people.membership import active_members_at
from handlers.proceedings import proceeding_screens
from handlers.proceedings.proceeding_arguments import NewProceeding, numbered
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction


class OnSentPaper(OnCase, frozen=True):
    """A paper of the case, too, and what is known of the case."""

    sent: TrackedIntervention
    view: CaseView


async def sent_paper(turn: Turn, argument: str) -> OnSentPaper | None:
    """``number`` or ``number:word``: the paper of that number."""
    return await numbered(turn, argument, OnSentPaper, case_of_paper, tracked_intervention)


WHAT, WHERE, WHOM = "what", "where", "whom"
NOTED = "noted"  # the claims that were made of the answers so far
REFERENCE, DATE, DUE = "reference", "date", "due"
KIND_VALUES, REPLY_VALUES = tuple(map(str, InterventionKind)), tuple(map(str, ANSWERS))


def _when_asked(*wanted: str) -> Callable[[Values], bool]:
    return lambda values: values.get(WHAT) in wanted


FORM = Form(
    "intervention",
    (
        Question("addressee", AnswerKind.WORDS, applies=_when_asked(*KIND_VALUES), required=True),
        Question(
            "by",
            AnswerKind.CHOICE,
            tuple(map(str, InterventionAuthor)),
            applies=_when_asked(*KIND_VALUES),
            required=True,
        ),
        Question(
            "moment",
            AnswerKind.MOMENT,
            ("now", "today", "yesterday"),
            applies=_when_asked(*KIND_VALUES, *REPLY_VALUES, DATE),
            required=True,
        ),
        Question("until", AnswerKind.WHEN, applies=_when_asked(DUE), required=True),
        Question("reference", AnswerKind.WORDS, applies=_when_asked(*KIND_VALUES, *REPLY_VALUES, REFERENCE)),
    ),
    lambda values: False,  # somebody who cancels takes back what was written down
)


async def ask_for(turn: Turn, case: Case, what: str, subject: int, person: int | None = None) -> None:
    """Ask about a new paper (``subject``: the case) or the one of this number."""
    begun = await dialogues.begin(turn, INTERVENTION_FORM, subject)
    place = Place(case.city, case.district, case.region)
    known: dict[str, Value] = {WHAT: what, WHERE: place}
    if person is not None:
        known[WHOM] = str(person)
    answers = {name: Answer(value, AnswerSource.TAP, turn.now) for name, value in known.items()}
    begun = dialogues.save(turn, INTERVENTION_FORM, replace(begun, answers=answers_to_data(answers)))
    await dialogues.ask_question(turn, INTERVENTION_FORM, begun)


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """What is answered is written down as soon as it means something: who presses something else now has lost nothing."""
    case = await _case_of(turn.tx, dialogue)
    if case is None or turn.active is None or not await disclosure.may_see(turn.tx, case, turn.address.id):
        return
    given = state_of(dialogue).answers
    values = {name: answer.value for name, answer in given.items()}
    before = await intervention_claims.withdraw(turn.tx, _written(given))
    written = await _write(turn, case, turn.active, dialogue.subject_id, values, before)
    if written:
        numbers = ",".join(str(claim.id) for claim in written)
        noted = {**given, NOTED: Answer(numbers, AnswerSource.TAP, turn.now)}
        turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(noted)))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Nothing is left to ask: it is shown as it is now. Cancelled, what was written down is taken back. A member who has
    lost the case meanwhile has written nothing into it since, and takes nothing back.
    """
    tx = turn.tx
    stored = await tx.dialogues.get(dialogue.id) or dialogue
    written = _written(state_of(stored).answers)
    tx.dialogues.remove(dialogue.id)
    case = await _case_of(tx, dialogue)
    if outcome is StepOutcome.CANCELLED and not written:
        turn.reply("proceeding-cancelled")
    elif case is None or turn.active is None or not await disclosure.may_see(tx, case, turn.address.id):
        turn.reply("case-not-yours")
    elif outcome is not StepOutcome.CANCELLED:
        claim = await tx.claims.get(written[0]) if written else None
        await show_paper(
            turn, case, intervention_claims.number_of([claim]) if claim is not None else dialogue.subject_id
        )
    elif claims := await intervention_claims.withdraw(tx, written):
        await intervention_claims.take_back(tx, turn.service, case, turn.active, claims)
        turn.reply("proceeding-taken-back")


async def on_form_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: what was written down is shown as it is; what could not be is offered back."""
    dialogue = await tx.dialogues.get(timer.subject_id)
    address = await tx.addresses.get(dialogue.address_id) if dialogue is not None else None
    if dialogue is None or address is None:
        return
    turn = turn_of(tx, service, address)
    turn.member = next(iter(await active_members_at(tx, address.id)), None)
    case = await _case_of(tx, dialogue)
    if _written(state_of(dialogue).answers) and dialogue.state is DialogueState.OPEN:
        await _on_ended(turn, dialogue, StepOutcome.FINISHED)
    elif (
        _written(state_of(dialogue).answers)
        or case is None
        or not await disclosure.may_see(tx, case, address.id)
    ):
        tx.dialogues.remove(dialogue.id)
    elif unfinished.keep(tx, INTERVENTION_FORM, dialogue):
        go_on = Button(turn.say("draft-continue"), f"unsent:{case.id}:{dialogue.id}", Style.PRIMARY)
        disclosure.show(turn, case, unfinished.offer(turn, INTERVENTION_FORM, dialogue, go_on))


class OnUnfinished(OnCase, frozen=True):
    """The form that was left, too."""

    dialogue: Dialogue


async def left_form(turn: Turn, argument: str) -> OnUnfinished | None:
    """``case:number``: the form of that number about that case, if the actor has left it and it is kept."""
    found = await arguments.case(turn, argument)
    dialogue = await turn.tx.dialogues.get(id_in(found.word) or 0) if found is not None else None
    if found is None or dialogue is None or dialogue.address_id != turn.address.id:
        return None
    is_left = dialogue.form == FORM.name and dialogue.state is DialogueState.FINISHED
    about = await _case_of(turn.tx, dialogue)
    if not is_left or about is None or about.id != found.case.id:
        return None
    return OnUnfinished(found.member, found.case, "", dialogue)


async def on_gone_on(turn: Turn, found: OnUnfinished) -> None:
    """*Go on*: the question at which it was left."""
    await unfinished.go_on(turn, INTERVENTION_FORM, found.dialogue)


def _written(answers: Answers) -> list[int]:
    """The numbers of the claims that the form has written so far."""
    return [int(number) for number in str(answers[NOTED].value).split(",")] if NOTED in answers else []


async def _case_of(tx: Transaction, dialogue: Dialogue) -> Case | None:
    """The case of a new paper, or of the one that is changed."""
    what, number = state_of(dialogue).answers[WHAT].value, dialogue.subject_id
    return await (tx.cases.get(number) if what in KIND_VALUES else answers_due.case_of_paper(tx, number))


async def _write(
    turn: Turn,
    case: Case,
    member: Member,
    number: int,
    said: Mapping[str, Value | None],
    before: Sequence[Claim],
) -> list[Claim]:
    """The claims, in place of those ``before``; none while the answers mean nothing yet."""
    if said[WHAT] not in KIND_VALUES:
        return await _write_change(turn, case, member, number, said, again=bool(before))
    when, addressee = said.get("moment"), said.get("addressee")
    if not isinstance(when, Moment) or not addressee:
        return []
    what = Intervention(
        intervention_claims.number_of(before) if before else 0,
        str(said[WHAT]),
        str(addressee),
        when.at or turn.now,
        when.precision,
        str(said.get("by") or InterventionAuthor.US),
        reference=str(said.get(REFERENCE) or ""),
    )
    whom = said.get(WHOM)
    person = int(str(whom)) if whom is not None else None
    return await intervention_claims.record_sent(
        turn.tx, turn.service, case, member, what, person=person, again=bool(before)
    )


async def _write_change(
    turn: Turn, case: Case, member: Member, number: int, said: Mapping[str, Value | None], *, again: bool
) -> list[Claim]:
    found = tracked_intervention(await view_of(turn.tx, case), number)
    what, when, reference = str(said[WHAT]), said.get("moment"), str(said.get(REFERENCE) or "")
    if found is None:
        return []
    changes: dict[str, Any]
    if what == REFERENCE and reference:
        line, changes = "corrected", {"reference": reference}
    elif what == DATE and isinstance(when, Moment) and when.at is not None:
        line, changes = "corrected", {"at": when.at, "precision": when.precision}
    elif what == DUE and isinstance(until := said.get("until"), Moment) and until.at is not None:
        day = timedelta(days=1) if until.precision is Precision.DAY else timedelta()
        line, changes = "corrected", {"due_at": until.at + day, "term": "", "doubtful": False}
    elif what in REPLY_VALUES and isinstance(when, Moment):
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
        return []
    line = "" if again else line
    return await intervention_claims.record_change(
        turn.tx, turn.service, case, member, found, line, **changes
    )


async def show_paper(turn: Turn, case: Case, number: int, *, in_place: bool = False) -> None:
    """The paper of this number as it is now."""
    view: CaseView = await view_of(turn.tx, case)
    found = tracked_intervention(view, number)
    if found is None:
        return
    shown = await intervention_screens.paper_screen(turn, case, view, found)
    if in_place:
        show_in_place(turn, case, shown)
    else:
        disclosure.show(turn, case, shown)


async def _take_back_addressee(turn: Turn, taken: TakenWords) -> TakenWords | None:
    """None: it is written down already; there it is withdrawn by its own button."""
    still = await dialogues.active(turn)
    is_open = still is not None and (still.form, still.subject_id) == (taken.form, taken.subject)
    return taken if is_open else None


INTERVENTION_FORM = FormBehaviour(
    FORM,
    "sending-left",
    Interrupts.STRANGERS,
    keep_nothing,
    _on_changed,
    _on_ended,
    reviewed=False,
    takes_back={"addressee": _take_back_addressee},
)


LIST = "list"
PAGES = ("", LIST, *map(str, range(1, 20)))
# What is said at one tap: the line of the timeline, and what changes.
SAID: dict[str, dict[str, bool]] = {
    "unregistered": {"unregistered": True},
    "registered": {"unregistered": False},
    "withdrawn": {"withdrawn": True},
    "again": {"withdrawn": False},
}
CHANGES = ("answered", REFERENCE, DATE, DUE, *SAID, *InterventionReply)


async def on_list(turn: Turn, found: OnCase) -> None:
    """*Sent and answers* on the card: all of a case, as a message of its own; from within, in place."""
    page = int(found.word) if found.word.isdecimal() else 0
    shown = await intervention_screens.overview_screen(
        turn, found.case, await view_of(turn.tx, found.case), page
    )
    if found.word:
        show_in_place(turn, found.case, shown)
    else:
        disclosure.show(turn, found.case, shown)


async def on_begun(turn: Turn, found: NewProceeding) -> None:
    """*Something was sent*: what; where the case has several persons, about whom; then the form."""
    if not found.word:
        show_in_place(turn, found.case, intervention_screens.kinds_screen(turn, found.case))
        return
    view = await view_of(turn.tx, found.case)
    if not found.chosen and len(view.persons) > 1:
        action = f"send:{found.case.id}:{found.word}"
        screen = proceeding_screens.persons_screen(turn, found.case, view, action, "interventions-whom")
        show_in_place(turn, found.case, screen)
        return
    await ask_for(turn, found.case, found.word, found.case.id, found.person)


async def on_paper(turn: Turn, found: OnSentPaper) -> None:
    """One paper, as a message of its own: it is also opened from a reminder."""
    disclosure.show(
        turn, found.case, await intervention_screens.paper_screen(turn, found.case, found.view, found.sent)
    )


async def on_changed(turn: Turn, found: OnSentPaper) -> None:
    """A button of one paper: it asks, or it writes down what was said."""
    case, sent, word = found.case, found.sent, found.word
    if word == "answered":
        show_in_place(turn, case, intervention_screens.replies_screen(turn, sent))
    elif word in (REFERENCE, DATE, DUE, *REPLIES):
        await ask_for(turn, case, word, sent.number)
    else:
        tx, service, member = turn.tx, turn.service, found.member
        if word == InterventionReply.NONE:
            said = {"reply": word, "replied_at": turn.now, "reply_precision": Precision.MINUTE}
            await intervention_claims.record_change(tx, service, case, member, sent, "unanswered", **said)
        else:
            await intervention_claims.record_change(tx, service, case, member, sent, word, **SAID[word])
        await show_paper(turn, case, sent.number, in_place=True)
