"""Setting a check-in: by when they will write, where they are, what it is about, whom to ring.

It runs from the first answer on. At the end the chat keeps nothing but the reminder: somebody who looks into the phone reads
a time and two signs.

A check-in told in one message runs at once, and what is missing is asked: "I go to the akimat, if I do not write by 15:00,
they took me." Nobody has been taken yet, so it opens no case.
"""

from msgspec.structs import replace

from core.conversation.answers_by_kind import AHEAD_PROBLEMS
from core.conversation.events import Problem, Said
from core.conversation.everyday import is_unclear
from core.conversation.forms import AnswerKind, Form, Question
from core.conversation.step import FormStep, StepOutcome
from core.conversation.typed_shortcuts import typed_control
from core.incoming import IncomingKind
from core.intake.weight import may_be_short_cry
from core.model import Dialogue
from core.presentation import Button, Style
from core.records.check_ins import CheckIn
from core.traffic import Timer
from core.understanding import AheadProblem, ahead, understand_ahead
from core.values import Moment, Place, Value
from core.vocabulary import CheckInState, DialogueState
from handlers.checkin import running_checkin
from handlers.forms import dialogues, entries, unfinished
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import FormBehaviour, Interrupts, OpenForm
from handlers.forms.input_reading import read_turn
from handlers.reporting import asides, reports, without_place
from handlers.reporting.on_behalf import turn_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

FORM = Form(
    "checkin",
    (
        Question("until", AnswerKind.UNTIL, ("h1", "h2", "h3"), required=True),
        Question("place", AnswerKind.PLACE, ("unknown",)),
        Question("about", AnswerKind.WORDS),
        Question("contact", AnswerKind.CONTACT, ("no",)),
    ),
    lambda values: "until" in values,
)


async def on_asked(turn: Turn, argument: str) -> None:
    """``/checkin``: the one that runs, else a new one."""
    checkin = await running_checkin.latest_of_chat(turn.tx, turn.address.id)
    if checkin is not None and checkin.state is CheckInState.RUNNING:
        await running_checkin.show_reminder(turn.tx, checkin)
        return
    left = await unfinished.left_by(turn, CHECK_IN_FORM, 0)
    if left is not None:
        await unfinished.go_on(turn, CHECK_IN_FORM, left)
        return
    dialogue = await dialogues.begin(turn, CHECK_IN_FORM, 0)
    await dialogues.ask_question(turn, CHECK_IN_FORM, dialogue)


async def _keep(turn: Turn, dialogue: Dialogue) -> int | None:
    """What is typed is kept aside until the check-in ends well; the answers are in the dialogue. What is no time, and may
    tell something, is read by a coordinator: nobody is looked for before a time is known.
    """
    if turn.incoming.kind is IncomingKind.MESSAGE and turn.incoming.text.strip():
        if _may_be_cry(turn, dialogue):
            report = await asides.become_draft(turn) or turn.tx.reports.add(reports.new_report(turn))
            await without_place.on_word(turn, report, {}, turn.incoming.text)
            await entries.keep(turn, report.id)
        else:
            await asides.keep_aside(turn)
    return None


def _may_be_cry(turn: Turn, dialogue: Dialogue) -> bool:
    """Whether the words are no answer to by when they will write, and may tell that something happens."""
    text, service = turn.incoming.text, turn.service
    if "until" in state_of(dialogue).answers or typed_control(text, service.words) is not None:
        return False
    until = understand_ahead(text, service.heard, turn.now, service.zone, turn.language)
    said = read_turn(turn)
    tells = said.happening or said.denied or said.foreign or is_unclear(said, text)
    return until is None and (tells or may_be_short_cry(said, text, service.cues))


async def _on_changed(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """A time is known: it runs, or goes on until another time."""
    answers = state_of(dialogue).answers
    until, place = answers.get("until"), answers.get("place")
    if until is None or not isinstance(until.value, Moment) or until.value.at is None:
        return
    region = place.value.region if place is not None and isinstance(place.value, Place) else None
    checkin = await turn.tx.checkins.get(dialogue.subject_id) if dialogue.subject_id else None
    if checkin is None:
        checkin = turn.tx.checkins.add(
            CheckIn(
                turn.tx.new_id(),
                turn.address.id,
                dialogue.id,
                CheckInState.RUNNING,
                turn.now,
                due=until.value.at,
            )
        )
        turn.tx.dialogues.put(replace(dialogue, subject_id=checkin.id))
    due = until.value.at if "until" in step.answered else checkin.due
    running_checkin.save(turn.tx, replace(checkin, region=region, due=due))


async def _on_ended(turn: Turn, dialogue: Dialogue, outcome: StepOutcome) -> None:
    """Confirmed: only the reminder stays. Cancelled: nothing does."""
    checkin = await turn.tx.checkins.get(dialogue.subject_id) if dialogue.subject_id else None
    if outcome is StepOutcome.FINISHED and checkin is not None:
        await running_checkin.clear_questions(turn.tx, turn.service, turn.address.id, dialogue.started_at)
        await running_checkin.show_reminder(turn.tx, checkin)
        return
    if checkin is not None:
        await running_checkin.end(turn.tx, turn.service, checkin)
    turn.tx.dialogues.remove(dialogue.id)
    turn.reply("checkin-cancelled")


async def on_form_left(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody answers any more: with a time it runs, and the chat keeps only the reminder; without one nobody is looked for,
    and that is said.
    """
    dialogue = await tx.dialogues.get(timer.subject_id)
    address = await tx.addresses.get(dialogue.address_id) if dialogue is not None else None
    if dialogue is None or address is None:
        return
    checkin = await tx.checkins.get(dialogue.subject_id) if dialogue.subject_id else None
    if checkin is not None:
        tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED, revisiting=None))
        await running_checkin.clear_questions(tx, service, dialogue.address_id, dialogue.started_at)
        await running_checkin.show_reminder(tx, checkin)
    elif unfinished.keep(tx, CHECK_IN_FORM, dialogue) and address.silenced_at is None:
        turn = turn_of(tx, service, address)
        go_on = Button(turn.say("draft-continue"), "checkin", Style.PRIMARY)
        turn.show(unfinished.offer(turn, CHECK_IN_FORM, dialogue, go_on, listed=False))


CHECK_IN_FORM = FormBehaviour(FORM, "check-in-left", Interrupts.EVERYBODYS, _keep, _on_changed, _on_ended)


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The words say by when they will write."""
    service = turn.service
    until = ahead.until(turn.incoming.text, service.heard, turn.now, service.zone, turn.language)
    checkin = await running_checkin.latest_of_chat(turn.tx, turn.address.id)
    runs = opened is None and checkin is not None and checkin.state is CheckInState.RUNNING
    if checkin is not None and runs and isinstance(until, Moment) and until.at is not None:
        moved = running_checkin.save(turn.tx, replace(checkin, due=until.at))
        await running_checkin.show_reminder(turn.tx, moved)
        return
    dialogue = opened.dialogue if opened is not None else await dialogues.begin(turn, CHECK_IN_FORM, 0)
    await dialogues.apply_event(turn, CHECK_IN_FORM, dialogue, _answers_said(turn, until), None)


def _answers_said(turn: Turn, found: Moment | AheadProblem | None) -> Said:
    """The time, and what else is asked: where, what it is about (all of it), a number."""
    known = read_turn(turn)
    values: dict[str, Value] = {"about": turn.incoming.text}
    values |= {name: value for name, value in (("place", known.place), ("contact", known.contact)) if value}
    if isinstance(found, AheadProblem):
        return Said(None, values, problem=Problem(AHEAD_PROBLEMS[found]), language=known.language)
    if found is not None:
        values["until"] = found
    return Said("until" if found is not None else None, values, language=known.language)
