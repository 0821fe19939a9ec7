"""One event in, the next state out. Pure: the same event twice leaves the state of once.

The rules:
* An answer given to its question (tap, typed, edited) replaces the one before: the newest counts.
* What free words propose fills unanswered questions and makes known answers finer. It replaces an explicit answer
  only where the question evolves.
* A tap answers the question of its own keyboard; back and skip of an old keyboard do nothing.
* Cancelling after enough asks first; nothing is ever taken out of the answers.
* Messages that answer nothing are counted if the form listens; after a button or an answer the count begins again.
* A new value changes an answer so: the newest explicit one counts, and proposals only fill gaps.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from core.conversation.events import (
    Back,
    Cancelled,
    Chose,
    Confirmed,
    Done,
    Editing,
    FormEvent,
    MoreAsked,
    Note,
    Problem,
    Said,
    SharingAsked,
    Skipped,
    Toggled,
)
from core.conversation.finer_values import merge_values, value_put_right
from core.conversation.forms import (
    EXPLICIT,
    Answer,
    AnswerKind,
    Answers,
    AnswerSource,
    Form,
    FormState,
    Question,
    applicable_questions,
    applying_answers,
    current_question,
    is_enough,
    is_guess,
    is_settled,
    is_shown_back,
    name_of_guess,
    values_of,
    with_implied,
)
from core.values import CountKind, People, Place, Value


def give_answer(state: FormState, question: Question, answer: Answer) -> FormState:
    """The state with an answer to this question, which need not be revisited any more."""
    revisiting = None if state.revisiting == question.name else state.revisiting
    before = state.answers.get(question.name)
    if before is not None and before.value == answer.value and before.source in EXPLICIT:
        return FormState(state.answers, revisiting)
    return FormState({**state.answers, question.name: answer}, revisiting)


def with_details(before: Answer | None, value: Value) -> Value:
    """A place named again keeps the finer things known about it; names keep the greater count said before in words."""
    if (
        before is not None
        and before.source is AnswerSource.WORDS
        and _only_counted(before.value)
        and _only_named(value)
    ):
        return merge_values(before.value, value)  # type: ignore[arg-type]  # a count, so not None
    if before is not None and isinstance(before.value, Place) and isinstance(value, Place) and value.city:
        return merge_values(value, before.value) if before.value.city == value.city else value
    return value


def as_known(before: Answer | None, value: Value) -> Value:
    """Who says, asked who it was, that they do not know, takes back nothing of what they have told."""
    told = before is not None and isinstance(before.value, People)
    return before.value if told and value == People() else value  # type: ignore[union-attr,return-value]


def _only_counted(value: Value | None) -> bool:
    return isinstance(value, People) and not value.names and not value.withheld


def _only_named(value: Value) -> bool:
    return isinstance(value, People) and 0 < len(value.names) == value.count


def _is_one(value: Value) -> bool:
    return isinstance(value, People) and value.count == 1 and not value.names and not value.withheld


def _are_more(value: Value) -> bool:
    return isinstance(value, People) and ((value.count or 0) > 1 or value.kind is CountKind.SEVERAL)


def propose_value(
    question: Question, before: Answer | None, value: Value, event: Said
) -> tuple[Value, AnswerSource] | None:
    """What a proposal makes of an answer: the new value and its source, or None to leave it as it is.

    What an edited message gave is replaced by what it gives now. A guess is as if it followed from other answers.
    """
    source = AnswerSource.IMPLIED if question.name in event.guessed else event.source
    if before is None or before.value is None or before.source is AnswerSource.IMPLIED:
        return value, source
    if event.corrects is not None and before.entry == event.corrects:
        return value, AnswerSource.EDITED if before.source in EXPLICIT else event.source
    if question.name in event.replaces:
        return value, before.source
    if before.source is AnswerSource.WORDS and _is_one(before.value) and _are_more(value):
        return value, event.source  # "брата забрали", and then "их трое"
    merged = value if question.evolves(before.value, value) else merge_values(before.value, value)
    if merged == before.value:
        return None
    made_finer = before.source in EXPLICIT and merged != value
    return merged, before.source if made_finer else source


def count_unanswered(form: Form, before: FormState, after: FormState, event: Said) -> int:
    """How many messages in a row have answered nothing that was asked, with this one. A question that stands beside what
    else was taken counts as put once: nobody reads the same text twice in a row.
    """
    asked = current_question(form, before)
    if event.corrects is not None or asked is None or not form.listens:
        return before.unanswered
    stands = current_question(form, after) == asked
    if event.aside:
        return max(before.unanswered, int(stands and bool(event.values)))
    if event.question is not None or event.problem is not None or not stands:
        return int(stands)
    return before.unanswered + 1


STAY = "stay"  # the option of a form's leaving question that goes on
REVIEW = "review"  # stands for the review where a button names a question


class StepOutcome(StrEnum):
    """What the runner of the form has to do next."""

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


class FormStep(Struct, frozen=True):
    """``answered``: the questions whose values changed. ``share``: the question whose sharing button is wanted."""

    state: FormState
    outcome: StepOutcome
    answered: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    problem: Problem | None = None
    share: str | None = None


def take_step(
    form: Form, state: FormState, event: FormEvent, now: datetime, entry: int | None = None
) -> FormStep:
    """What an event makes of a state. ``entry`` is the id of the report's entry that keeps what was said."""
    match event:
        case Problem():
            return FormStep(state, StepOutcome.ASKED, problem=event)
        case Said():
            return _take_words(form, state, event, now, entry)
        case Chose() | Toggled() | Done() | Editing() | SharingAsked() | MoreAsked():
            return _tapped(form, state, event, now, entry)
        case Skipped():
            return _skipped(form, state, event, now, entry)
        case Back():
            return _back(form, state, event)
        case Cancelled():
            return _cancelled(form, state)
        case Confirmed():
            rest = FormState(state.answers)
            if current_question(form, rest) is not None:
                return FormStep(rest, StepOutcome.ASKED)
            said = FormState(_as_said(form, rest.answers))
            return FormStep(said, StepOutcome.FINISHED, _changed(rest.answers, said.answers))


def _as_said(form: Form, answers: Answers) -> dict[str, Answer]:
    """The answers of a review that is right: what was read from words has been said now."""
    shown = applying_answers(form, answers)
    read = {name for name, a in shown.items() if a.source is AnswerSource.WORDS or is_guess(a)}
    return {
        name: replace(answer, source=AnswerSource.TAP) if name in read else answer
        for name, answer in answers.items()
    }


def _tapped(
    form: Form,
    state: FormState,
    event: Chose | Toggled | Done | Editing | SharingAsked | MoreAsked,
    now: datetime,
    entry: int | None,
) -> FormStep:
    question = form.question(event.question)
    if question is None:
        return FormStep(state, StepOutcome.ASKED, problem=Problem("problem-button"))
    if question == form.leaving and isinstance(event, Chose):
        return _leaving(form, state, question, Answer(event.value, AnswerSource.TAP, now, entry))
    if question not in applicable_questions(form, state.answers):
        return FormStep(state, StepOutcome.ASKED, problem=Problem("problem-button-old"))
    before = state.answers.get(question.name)
    match event:
        case Chose():
            answer = Answer(with_details(before, event.value), AnswerSource.TAP, now, entry)
            return _moved(form, state, give_answer(state, question, answer), now)
        case Toggled():
            wanted = {*_chosen(before)} | {event.option} if event.on else {*_chosen(before)} - {event.option}
            chosen = tuple(option for option in question.options if option in wanted)
            after = give_answer(state, question, Answer(chosen, AnswerSource.TAP, now, entry))
            return _moved(form, state, replace(after, revisiting=question.name), now, StepOutcome.TOGGLED)
        case Done():
            chosen = _chosen(before)
            return _moved(
                form, state, give_answer(state, question, Answer(chosen, AnswerSource.TAP, now, entry)), now
            )
        case Editing():
            return _moved(form, state, FormState(state.answers, question.name), now)
        case SharingAsked():
            return FormStep(state, StepOutcome.SHARING, share=question.name)
        case MoreAsked():  # the question once more, in other words and with all that it offers
            again = replace(state, unanswered=max(1, state.unanswered))
            return _moved(form, state, again, now, StepOutcome.TOGGLED)


def _time_noted(form: Form, state: FormState) -> tuple[Note, ...]:
    """By when somebody writes, said again beside what answers nothing: the rest of a check-in may stay open."""
    known = values_of(state.answers)
    times = {q.name: known[q.name] for q in form.questions if q.kind is AnswerKind.UNTIL and q.name in known}
    return (Note("note-understood", times),) if times else ()


def _take_words(form: Form, state: FormState, event: Said, now: datetime, entry: int | None) -> FormStep:
    if form.leaving is not None and event.question == form.leaving.name:
        answer = Answer(event.values[event.question], AnswerSource.TYPED, now, entry)
        return _leaving(form, state, form.leaving, answer)
    kept = entry if event.corrects is None else event.corrects
    after = state
    # In the order of the form, because an earlier answer decides whether a later question applies.
    for question in form.questions:
        value = event.values.get(question.name)
        if value is None or not question.applies(values_of(after.answers)):
            continue
        if question.name == event.question:
            source = AnswerSource.TYPED if event.corrects is None else AnswerSource.EDITED
            source = AnswerSource.WORDS if question.name in event.read else source
            before = after.answers.get(question.name)
            value = as_known(before, with_details(before, value))
            after = give_answer(
                after, question, Answer(value, source, now, kept, value_put_right(question, before, value))
            )
        else:
            before = after.answers.get(question.name)
            proposal = propose_value(question, before, value, event)
            if proposal is not None:
                answer = Answer(*proposal, now, kept, value_put_right(question, before, proposal[0]))
                after = replace(after, answers={**after.answers, question.name: answer})
    after = replace(after, answers=_with_guesses(form, after.answers, event, now, kept))
    after = replace(after, unanswered=count_unanswered(form, state, after, event))
    moved = _moved(form, state, after, now)
    echoed = {
        name: value
        for name in moved.answered
        if (value := moved.state.answers[name].value) is not None
        and moved.state.answers[name].source not in (AnswerSource.IMPLIED, AnswerSource.GUESSED)
        and (name not in state.answers or state.answers[name].value != value)
        and is_shown_back(form, name, value, event.question)
    }
    notes = event.notes
    if echoed:
        notes = (*notes, Note("note-understood", echoed))
    elif not notes and event.problem is None and event.question is None:
        notes = (Note("note-kept"), *_time_noted(form, moved.state))
    outcome = StepOutcome.ASKED if moved.outcome is StepOutcome.UNCHANGED else moved.outcome
    return replace(moved, outcome=outcome, notes=notes, problem=event.problem)


def _with_guesses(
    form: Form, answers: Answers, event: Said, now: datetime, entry: int | None
) -> dict[str, Answer]:
    """The answers, and beside them what the words may say too; of an edited message what it may say now."""
    corrected = event.corrects is not None
    found = {
        name: answer
        for name, answer in answers.items()
        if not (corrected and answer.source is AnswerSource.GUESSED and answer.entry == entry)
    }
    for question in form.questions:
        value, name = event.maybe.get(question.name), name_of_guess(question.name)
        if value is not None and question.applies(values_of(found)):
            before = found.get(name)
            if isinstance(value, tuple) and before is not None and isinstance(before.value, tuple):
                value = tuple(option for option in question.options if option in {*before.value, *value})
            found[name] = Answer(value, AnswerSource.GUESSED, now, entry)
    return found


def _skipped(form: Form, state: FormState, event: Skipped, now: datetime, entry: int | None) -> FormStep:
    question = current_question(form, state)
    if event.question is not None and (question is None or question.name != event.question):
        return FormStep(state, StepOutcome.UNCHANGED)
    if question is None or question == form.leaving:
        return FormStep(FormState(state.answers), StepOutcome.ASKED)
    before = state.answers.get(question.name)
    if before is not None:  # revisited, or proposed by words: it stays as it is
        settling = before if is_settled(question, before) else replace(before, source=AnswerSource.TAP)
        return _moved(form, state, give_answer(state, question, settling), now)
    if question.required:
        return FormStep(state, StepOutcome.ASKED, problem=Problem(f"{form.key}-{question.name}-required"))
    return _moved(
        form, state, give_answer(state, question, Answer(None, AnswerSource.SKIPPED, now, entry)), now
    )


def _back(form: Form, state: FormState, event: Back) -> FormStep:
    question = current_question(form, state)
    here = REVIEW if question is None else question.name
    if event.question is not None and event.question != here:
        return FormStep(state, StepOutcome.UNCHANGED)
    if question is not None and question == form.leaving:
        return FormStep(FormState(state.answers), StepOutcome.ASKED)
    before = None
    for earlier in applicable_questions(form, state.answers):
        if earlier == question:
            break
        if earlier.name in state.answers:
            before = earlier.name
    if before is None:
        return FormStep(state, StepOutcome.ASKED, problem=Problem("problem-first"))
    return FormStep(FormState(state.answers, before), StepOutcome.ASKED)


def _cancelled(form: Form, state: FormState) -> FormStep:
    if form.leaving is None or not is_enough(form, state):
        return FormStep(state, StepOutcome.CANCELLED)
    if state.revisiting == form.leaving.name:
        return FormStep(state, StepOutcome.ASKED)
    return FormStep(FormState(state.answers, form.leaving.name), StepOutcome.CANCEL_ASKED)


def _leaving(form: Form, state: FormState, question: Question, answer: Answer) -> FormStep:
    if answer.value == STAY:
        after = FormState(state.answers, None if state.revisiting == question.name else state.revisiting)
        return FormStep(after, StepOutcome.UNCHANGED if after == state else StepOutcome.ASKED)
    if not is_enough(form, state):
        return FormStep(state, StepOutcome.CANCELLED)
    after = give_answer(state, question, answer)
    if after == state:
        return FormStep(state, StepOutcome.UNCHANGED)
    return FormStep(after, StepOutcome.CALLED_OFF, answered=(question.name,))


def _chosen(before: Answer | None) -> tuple[str, ...]:
    return before.value if before is not None and isinstance(before.value, tuple) else ()


def _moved(
    form: Form, before: FormState, after: FormState, now: datetime, outcome: StepOutcome = StepOutcome.ASKED
) -> FormStep:
    """The step to a state, with what follows from its answers."""
    after = replace(after, answers=with_implied(form, after.answers, now))
    if after == before:
        return FormStep(before, StepOutcome.UNCHANGED)
    if not is_enough(form, before) and is_enough(form, after):
        outcome = StepOutcome.ENOUGH
    return FormStep(after, outcome, _changed(before.answers, after.answers))


def _changed(before: Answers, after: Answers) -> tuple[str, ...]:
    return tuple(n for n, a in after.items() if a.value is not None and _is_news(before.get(n), a))


def _is_news(before: Answer | None, answer: Answer) -> bool:
    """Whether the value is another one, or is only now given as an answer."""
    if before is None or before.value != answer.value:
        return True
    return answer.source in EXPLICIT and before.source not in EXPLICIT
