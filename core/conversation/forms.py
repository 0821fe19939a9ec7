"""A form is a tuple of questions; **the answers are the state**.

The current question is the one being revisited, else the first that applies and is not settled, else the review
(None). So resume, back, skip, edit, and a form that changes while somebody is in it need nothing more. Answers that may have
been misread are shown back to the person.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from core.values import Contact, Moment, People, Place, Value, value_from_data, value_to_data


class AnswerKind(StrEnum):
    """What an answer to a question is, and so how it is read and shown."""

    CHOICE = "choice"  # one of the options
    CHOICES = "choices"  # any of the options, also none
    WORDS = "words"
    SPOT = "spot"  # an exact place in words: a street, a house, what is near
    STATION = "station"  # where somebody is held, in words; also heard wherever it is told
    COURT = "court"  # which court, in words; also beside the time of a hearing
    PEOPLE = "people"  # names, or how many
    PLACE = "place"
    MOMENT = "moment"
    UNTIL = "until"  # a time that is still ahead, soon
    APPOINTMENT = "appointment"  # the same, however far, and be it a day alone
    WHEN = "when"  # a time, ahead or past, be it a day alone
    CONTACT = "contact"
    CONSENT = "consent"  # yes or no
    FILE = "file"  # the messenger's ids of files


class AnswerSource(StrEnum):
    """How we know an answer."""

    TAP = "tap"
    TYPED = "typed"  # in reply to this very question
    EDITED = "edited"  # the person corrected the message that gave it
    WORDS = "words"  # understood from free words
    SHARED = "shared"  # a location, contact or file that came unasked
    IMPLIED = "implied"  # follows from other answers, and goes when they change
    GUESSED = "guessed"  # free words may say so, without evidence: it answers nothing
    SKIPPED = "skipped"


EXPLICIT = frozenset({AnswerSource.TAP, AnswerSource.TYPED, AnswerSource.EDITED})
_PERHAPS = "perhaps-"  # no question begins so


class Answer(Struct, frozen=True):
    """``value``: None when skipped. ``entry``: the id of the report's entry that gave it, if any. ``was``: what words have
    put right with it.
    """

    value: Value | None
    source: AnswerSource
    at: datetime
    entry: int | None = None
    was: Value | None = None


Answers = Mapping[str, Answer]  # by the names of questions; guesses by :func:`name_of_guess`
Values = Mapping[str, Value]


def name_of_guess(question: str) -> str:
    """Under which name a guess stands, beside the answer of its question."""
    return _PERHAPS + question


def question_of_guess(name: str) -> str:
    """The question of a guess."""
    return name.removeprefix(_PERHAPS)


def _always(values: Values) -> bool:
    return True


def _always_asked(answers: "Answers") -> bool:
    return True


def always(before: Value, said: Value) -> bool:
    """The later answer counts in any case."""
    return True


def never(before: Value, said: Value) -> bool:
    """What is said later only makes it finer."""
    return False


class Question(Struct, frozen=True):
    """One declarative entry; its words are found by its name: ``report-place``, ``report-place-unknown`` …

    ``options`` are the choices, or the quick answers beside typing. ``part`` names what understanding may propose
    for it (an attribute of ``Understood``); empty: nothing. ``evolves``: whether free words said later replace even
    an explicit answer, because the world changes ("they let him go"). ``asked``: whether it is put by itself; its buttons
    and words answer it in any case. ``unoffered``: options that no button offers while
    they are not chosen; a command gives them.
    """

    name: str
    kind: AnswerKind
    options: tuple[str, ...] = ()
    applies: Callable[[Values], bool] = _always
    part: str = ""
    required: bool = False
    evolves: Callable[[Value, Value], bool] = never
    asked: Callable[["Answers"], bool] = _always_asked
    unoffered: frozenset[str] = frozenset()


IN_WORDS = frozenset(
    {AnswerKind.WORDS, AnswerKind.SPOT, AnswerKind.STATION, AnswerKind.COURT}
)  # the answer is what was typed
TWICE = 2  # so often a question is put


def _nothing(answers: Answers) -> Values:
    return {}


class Form(Struct, frozen=True):
    """``enough`` says when the purpose of the form is reached, even if questions are left.

    ``implied`` gives answers that follow from others, also from those implied before. ``leaving`` is asked when
    somebody cancels after enough; its option ``stay`` goes on. ``actions`` are buttons on every keyboard: (data, key
    of the label). ``listens``: a person who does not answer twice is not asked again. ``words``: the form whose words it is
    asked in, if not its own. ``of_reporters``: it is filled in by those who tell us of somebody.
    """

    name: str
    questions: tuple[Question, ...]
    enough: Callable[[Values], bool]
    implied: Callable[[Answers], Values] = _nothing
    leaving: Question | None = None
    actions: tuple[tuple[str, str], ...] = ()
    listens: bool = False
    words: str = ""
    of_reporters: bool = False

    @property
    def key(self) -> str:
        """How the keys of its words begin."""
        return self.words or self.name

    def question(self, name: str) -> Question | None:
        """The question of that name, also the one about leaving."""
        every = self.questions if self.leaving is None else (*self.questions, self.leaving)
        return next((q for q in every if q.name == name), None)


class FormState(Struct, frozen=True):
    """Where one person stands in one form. ``unanswered``: how many messages in a row answered nothing that was asked."""

    answers: Answers = field(default_factory=dict)
    revisiting: str | None = None
    unanswered: int = 0

    @property
    def listening(self) -> bool:
        """Whether nothing is asked any more: a question is put twice, and then the person is only listened to."""
        return self.unanswered >= TWICE


def values_of(answers: Answers) -> dict[str, Value]:
    """What is known: the answers without the skipped ones, and without guesses."""
    return {
        name: a.value
        for name, a in answers.items()
        if a.value is not None and a.source is not AnswerSource.GUESSED
    }


def applicable_questions(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The questions that make sense with these answers."""
    values = values_of(answers)
    return tuple(q for q in form.questions if q.applies(values))


def applying_answers(form: Form, answers: Answers) -> dict[str, Answer]:
    """The answers, not skipped, of the questions that apply, and guesses at them. The other answers are kept, unused."""
    values = values_of(answers)
    names = [q.name for q in form.questions if q.applies(values)]
    guesses = [guess for name in names if (guess := name_of_guess(name)) in answers]
    return {name: answers[name] for name in (*(name for name in names if name in values), *guesses)}


def form_facts(form: Form, answers: Answers) -> dict[str, Value]:
    """What the form says now: the values of the answers that apply."""
    return values_of(applying_answers(form, answers))


def is_settled(question: Question, answer: Answer | None) -> bool:
    """Whether the question need not be asked. Proposed choices, and a count without names, are only a beginning."""
    if answer is None:
        return False
    unnamed = isinstance(answer.value, People) and not answer.value.names
    proposed = answer.source is AnswerSource.WORDS or is_guess(answer)
    return not proposed or not (question.kind is AnswerKind.CHOICES or unnamed)


def is_guess(answer: Answer) -> bool:
    """Whether it only follows from what somebody said: from a question of theirs, from a part of what happened."""
    return answer.source is AnswerSource.IMPLIED and answer.entry is not None


def current_question(form: Form, state: FormState) -> Question | None:
    """The question to ask now; None is the review."""
    values = values_of(state.answers)
    if state.revisiting is not None:
        if form.leaving is not None and state.revisiting == form.leaving.name:
            return form.leaving
        for question in form.questions:
            if question.name == state.revisiting and question.applies(values):
                return question
    return next((q for q in form.questions if q.applies(values) and is_left(q, state.answers)), None)


def is_left(question: Question, answers: Answers) -> bool:
    """Whether it is still to be put, where it applies."""
    return question.asked(answers) and not is_settled(question, answers.get(question.name))


def is_enough(form: Form, state: FormState) -> bool:
    """Whether the purpose of the form is reached."""
    return form.enough(form_facts(form, state.answers))


def with_implied(form: Form, answers: Answers, at: datetime) -> dict[str, Answer]:
    """The answers, with what follows from them derived again; a real answer is never replaced by a derived one."""
    result = {name: a for name, a in answers.items() if a.source is not AnswerSource.IMPLIED}
    for name, value in form.implied(answers).items():
        if name not in result or result[name].value is None:
            before = answers.get(name)
            same = before is not None and before.source is AnswerSource.IMPLIED and before.value == value
            result[name] = before if before is not None and same else Answer(value, AnswerSource.IMPLIED, at)
    return with_open_guesses(result)


def with_open_guesses(answers: Answers) -> dict[str, Answer]:
    """The answers without the guesses that have been answered since, or turned out to be so."""
    found = {}
    for name, answer in answers.items():
        if answer.source is AnswerSource.GUESSED:
            left = _left_of_guess(answer, answers.get(question_of_guess(name)))
            if left is not None:
                found[name] = left
        else:
            found[name] = answer
    return found


def _left_of_guess(guess: Answer, answer: Answer | None) -> Answer | None:
    if answer is None or answer.value is None:
        return guess
    if answer.source in EXPLICIT and answer.at >= guess.at:
        return None
    if not (isinstance(guess.value, tuple) and isinstance(answer.value, tuple)):
        return None if guess.value == answer.value else guess
    options = tuple(option for option in guess.value if option not in answer.value)
    return replace(guess, value=options) if options else None


def answers_to_data(answers: Answers) -> dict[str, Any]:
    """The answers as JSON data."""
    return {
        name: {
            "value": None if a.value is None else value_to_data(a.value),
            "source": a.source.value,
            "at": a.at.isoformat(),
            "entry": a.entry,
            **({} if a.was is None else {"was": value_to_data(a.was)}),
        }
        for name, a in answers.items()
    }


def answers_from_data(data: Mapping[str, Any]) -> dict[str, Answer]:
    """The answers that :func:`answers_to_data` wrote. Raises KeyError, TypeError or ValueError on anything else."""
    return {
        name: Answer(
            None if d["value"] is None else value_from_data(d["value"]),
            AnswerSource(d["source"]),
            datetime.fromisoformat(d["at"]),
            d["entry"],
            value_from_data(d["was"]) if "was" in d else None,
        )
        for name, d in data.items()
    }


UNLABELLED = frozenset(
    {AnswerKind.PLACE, AnswerKind.MOMENT, AnswerKind.PEOPLE, AnswerKind.CONTACT}
)  # their values say what they are
WHEREVER = frozenset({AnswerKind.SPOT, AnswerKind.STATION})  # answers that are a place in words
ECHOED = UNLABELLED | {
    AnswerKind.APPOINTMENT,
    AnswerKind.UNTIL,
    AnswerKind.WHEN,
    AnswerKind.SPOT,
    AnswerKind.STATION,
}  # shown back when typed
PROPOSED = frozenset({AnswerKind.COURT, AnswerKind.STATION})  # words that are also found beside other answers
NOTHING_KNOWN: tuple[Value, ...] = (People(), Moment(), Contact(), Place(unknown=True))


def is_shown_back(form: Form, name: str, value: Value, asked: str | None) -> bool:
    """Proposals are shown, and typed answers that may have been misread. "I do not know" is not repeated."""
    question = form.question(name)
    unseen = (AnswerKind.FILE, *IN_WORDS - PROPOSED - ECHOED)
    if question is None or question.kind in unseen or value in NOTHING_KNOWN:
        return False
    return name != asked or question.kind in ECHOED
