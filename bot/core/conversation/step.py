"""One event in, the next state out. Pure: the same event twice leaves the state of once.

The rules:
* An answer given to its question (tap, typed, edited) replaces whatever was there: the newest counts.
* What free words propose fills unanswered questions and makes known answers finer. It replaces an explicit answer
  only where the question evolves.
* A tap answers the question of its own keyboard; back and skip of an old keyboard do nothing.
* Cancelling after enough asks first; nothing is ever taken out of the answers.
* Messages that answer nothing are counted where the form listens; a button or an answer begins to count anew.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bot.core.conversation.answer_rules import as_known, give, propose, unanswered, with_details
from bot.core.conversation.events import (
    Back,
    Cancelled,
    Chose,
    Confirmed,
    Done,
    Editing,
    Event,
    MoreAsked,
    Note,
    Problem,
    Said,
    SharingAsked,
    Skipped,
    Toggled,
)
from bot.core.conversation.forms import (
    Answer,
    Answers,
    Form,
    Question,
    Source,
    State,
    applicable,
    current,
    is_enough,
    settled,
    values_of,
    with_implied,
)
from bot.core.conversation.shown_back import is_shown_back
from bot.core.values import Value

STAY = "stay"  # the option of a form's leaving question that goes on
REVIEW = "review"  # stands for the review where a button names a question


class Outcome(StrEnum):
    """What follows for whoever runs the form."""

    ASKED = "asked"  # show what is current now
    ENOUGH = "enough"  # the same, and the purpose of the form has just been reached
    TOGGLED = "toggled"  # the same keyboard changed: it can be edited in place
    SHARING = "sharing"  # show the button that shares something from the phone
    UNCHANGED = "unchanged"  # a double or stale tap: nothing to show
    CANCEL_ASKED = "cancel_asked"  # cancelled after enough: "false alarm?" is asked now
    CALLED_OFF = (
        "called_off"  # the leaving question was answered; its answer is in the state; the dialogue ends
    )
    CANCELLED = "cancelled"  # left before enough; the dialogue ends
    FINISHED = "finished"  # the review was confirmed; the dialogue ends


class Step(Struct, frozen=True):
    """``answered``: the questions whose values changed. ``share``: the question whose sharing button is wanted."""

    state: State
    outcome: Outcome
    answered: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: Problem | None = None
    share: str | None = None


def step(form: Form, state: State, event: Event, now: datetime, entry: int | None = None) -> Step:
    """What an event makes of a state. ``entry`` is the id of the report's entry that keeps what was said."""
    match event:
        case Problem():
            return Step(state, Outcome.ASKED, problem=event)
        case Said():
            return _said(form, state, event, now, entry)
        case Chose() | Toggled() | Done() | Editing() | SharingAsked() | MoreAsked():
            return _tapped(form, state, event, now, entry)
        case Skipped():
            return _skipped(form, state, event, now, entry)
        case Back():
            return _back(form, state, event)
        case Cancelled():
            return _cancelled(form, state)
        case Confirmed():
            rest = State(state.answers)
            return Step(rest, Outcome.FINISHED if current(form, rest) is None else Outcome.ASKED)


def _tapped(
    form: Form,
    state: State,
    event: Chose | Toggled | Done | Editing | SharingAsked | MoreAsked,
    now: datetime,
    entry: int | None,
) -> Step:
    question = form.question(event.question)
    if question is None:
        return Step(state, Outcome.ASKED, problem=Problem("problem-button"))
    if question == form.leaving and isinstance(event, Chose):
        return _leaving(form, state, question, Answer(event.value, Source.TAP, now, entry))
    if question not in applicable(form, state.answers):
        return Step(state, Outcome.ASKED, problem=Problem("problem-button-old"))
    before = state.answers.get(question.name)
    match event:
        case Chose():
            answer = Answer(with_details(before, event.value), Source.TAP, now, entry)
            return _moved(form, state, give(state, question, answer), now)
        case Toggled():
            wanted = {*_chosen(before)} | {event.option} if event.on else {*_chosen(before)} - {event.option}
            chosen = tuple(option for option in question.options if option in wanted)
            after = give(state, question, Answer(chosen, Source.TAP, now, entry))
            return _moved(form, state, replace(after, revisiting=question.name), now, Outcome.TOGGLED)
        case Done():
            chosen = _chosen(before)
            return _moved(form, state, give(state, question, Answer(chosen, Source.TAP, now, entry)), now)
        case Editing():
            return _moved(form, state, State(state.answers, question.name), now)
        case SharingAsked():
            return Step(state, Outcome.SHARING, share=question.name)
        case MoreAsked():  # the question once more, in other words and with all that it offers
            again = replace(state, unanswered=max(1, state.unanswered))
            return _moved(form, state, again, now, Outcome.TOGGLED)


def _said(form: Form, state: State, event: Said, now: datetime, entry: int | None) -> Step:
    if form.leaving is not None and event.question == form.leaving.name:
        answer = Answer(event.values[event.question], Source.TYPED, now, entry)
        return _leaving(form, state, form.leaving, answer)
    kept = entry if event.corrects is None else event.corrects
    after = state
    # In the order of the form, because an earlier answer decides whether a later question applies.
    for question in form.questions:
        value = event.values.get(question.name)
        if value is None or not question.applies(values_of(after.answers)):
            continue
        if question.name == event.question:
            source = Source.TYPED if event.corrects is None else Source.EDITED
            before = after.answers.get(question.name)
            value = as_known(before, with_details(before, value))
            after = give(after, question, Answer(value, source, now, kept))
        else:
            proposal = propose(question, after.answers.get(question.name), value, event)
            if proposal is not None:
                after = replace(after, answers={**after.answers, question.name: Answer(*proposal, now, kept)})
    after = replace(after, unanswered=unanswered(form, state, after, event))
    moved = _moved(form, state, after, now)
    echoed = {
        name: value
        for name in moved.answered
        if (value := moved.state.answers[name].value) is not None
        and moved.state.answers[name].source is not Source.IMPLIED
        and is_shown_back(form, name, value, event.question)
    }
    notes = event.notes
    if echoed:
        notes = (*notes, Note("note-understood", echoed))
    elif not notes and event.problem is None and event.question is None:
        notes = (Note("note-kept"),)
    outcome = Outcome.ASKED if moved.outcome is Outcome.UNCHANGED else moved.outcome
    return replace(moved, outcome=outcome, notes=notes, problem=event.problem)


def _skipped(form: Form, state: State, event: Skipped, now: datetime, entry: int | None) -> Step:
    question = current(form, state)
    if event.question is not None and (question is None or question.name != event.question):
        return Step(state, Outcome.UNCHANGED)
    if question is None or question == form.leaving:
        return Step(State(state.answers), Outcome.ASKED)
    before = state.answers.get(question.name)
    if before is not None:  # revisited, or proposed by words: it stays as it is
        settling = before if settled(question, before) else replace(before, source=Source.TAP)
        return _moved(form, state, give(state, question, settling), now)
    if question.required:
        return Step(state, Outcome.ASKED, problem=Problem(f"{form.key}-{question.name}-required"))
    return _moved(form, state, give(state, question, Answer(None, Source.SKIPPED, now, entry)), now)


def _back(form: Form, state: State, event: Back) -> Step:
    question = current(form, state)
    here = REVIEW if question is None else question.name
    if event.question is not None and event.question != here:
        return Step(state, Outcome.UNCHANGED)
    if question is not None and question == form.leaving:
        return Step(State(state.answers), Outcome.ASKED)
    before = None
    for earlier in applicable(form, state.answers):
        if earlier == question:
            break
        if earlier.name in state.answers:
            before = earlier.name
    if before is None:
        return Step(state, Outcome.ASKED, problem=Problem("problem-first"))
    return Step(State(state.answers, before), Outcome.ASKED)


def _cancelled(form: Form, state: State) -> Step:
    if form.leaving is None or not is_enough(form, state):
        return Step(state, Outcome.CANCELLED)
    if state.revisiting == form.leaving.name:
        return Step(state, Outcome.ASKED)
    return Step(State(state.answers, form.leaving.name), Outcome.CANCEL_ASKED)


def _leaving(form: Form, state: State, question: Question, answer: Answer) -> Step:
    if answer.value == STAY:
        after = State(state.answers, None if state.revisiting == question.name else state.revisiting)
        return Step(after, Outcome.UNCHANGED if after == state else Outcome.ASKED)
    if not is_enough(form, state):
        return Step(state, Outcome.CANCELLED)
    after = give(state, question, answer)
    if after == state:
        return Step(state, Outcome.UNCHANGED)
    return Step(after, Outcome.CALLED_OFF, answered=(question.name,))


def _chosen(before: Answer | None) -> tuple[str, ...]:
    return before.value if before is not None and isinstance(before.value, tuple) else ()


def _moved(form: Form, before: State, after: State, now: datetime, outcome: Outcome = Outcome.ASKED) -> Step:
    """The step to a state, with what follows from its answers."""
    after = replace(after, answers=with_implied(form, after.answers, now))
    if after == before:
        return Step(before, Outcome.UNCHANGED)
    if not is_enough(form, before) and is_enough(form, after):
        outcome = Outcome.ENOUGH
    return Step(after, outcome, _changed(before.answers, after.answers))


def _changed(before: Answers, after: Answers) -> tuple[str, ...]:
    values: Mapping[str, Value] = values_of(before)
    return tuple(n for n, a in after.items() if a.value is not None and values.get(n) != a.value)
