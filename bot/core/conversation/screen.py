"""What a person is shown at a state of a form: text and buttons, before any messenger draws them.

First what was noted or went wrong, then the question, its help, its options, the acts (back, skip, cancel) and the
form's own actions. With no question left: the review.
"""

from collections.abc import Iterable
from functools import cached_property

from msgspec.structs import replace

from bot.core.conversation.buttons import BACK, CANCEL, CONFIRM, EDIT
from bot.core.conversation.context import Setting
from bot.core.conversation.events import Note, Problem
from bot.core.conversation.forms import (
    IN_WORDS,
    Answer,
    Form,
    Kind,
    Question,
    Source,
    State,
    applicable,
    applying,
    current,
    is_left,
    values_of,
)
from bot.core.conversation.keyboard import SHARED, Keyboard, laid_out
from bot.core.conversation.shown_back import ECHOED, NOTHING_KNOWN, UNLABELLED
from bot.core.conversation.step import REVIEW, Step
from bot.core.conversation.values_said import say_value
from bot.core.presentation import Button, Presentation, Style
from bot.core.values import Value

ON_CARD = frozenset({"note-understood", "note-kept"})  # the card says as much by itself


def present(
    form: Form,
    state: State,
    language: str,
    setting: Setting,
    *,
    notes: Iterable[Note] = (),
    problem: Problem | None = None,
) -> Presentation:
    """The message for a state, opened by the notes and the problem of the step that led there."""
    screen = _Screen(form, state, language, setting)
    opening = [screen.note(note) for note in notes]
    if problem is not None:
        opening.append(screen.note(Note(problem.key, problem.values)))
    question = current(form, state)
    body, rows = screen.review() if question is None else screen.question(question, problem)
    text = "\n".join(opening) + "\n\n" + body if opening else body
    return Presentation(text, tuple(tuple(row) for row in rows if row))


def present_card(
    form: Form, state: State, language: str, setting: Setting, happens: str = ""
) -> Presentation:
    """One message that says all of it: what we have, what ``happens`` now, and what is asked, if anything still is."""
    screen = _Screen(form, state, language, setting)
    question = current(form, state)
    if state.listening and question is not None:
        body, rows = screen.listening(question)
    else:
        body, rows = screen.review() if question is None else screen.question(question, None)
    has = screen.known() if question is not None else ""
    text = "\n".join(filter(None, (has, happens)))
    return Presentation("\n\n".join(filter(None, (text, body))), tuple(tuple(row) for row in rows if row))


def present_known(
    form: Form, state: State, language: str, setting: Setting, happens: str = ""
) -> Presentation:
    """The same when nothing is asked any more."""
    known = _Screen(form, state, language, setting).known()
    return Presentation("\n".join(filter(None, (known, happens))))


def present_step(form: Form, step: Step, language: str, setting: Setting) -> Presentation:
    """The message after a step that goes on: the sharing button where it was wanted, else the state."""
    if step.share is not None:
        question = form.question(step.share)
        if question is not None and question.kind in SHARED:
            return present_request(question, language, setting)
    return present(form, step.state, language, setting, notes=step.notes, problem=step.problem)


def present_problem(form: Form, step: Step, language: str, setting: Setting) -> Presentation:
    """What could not be used, with what may have been meant as buttons, and what is worth saying beside the card."""
    question = current(form, step.state)
    offers = step.problem.offers if step.problem is not None else ()
    rows: list[list[Button]] = []
    if question is not None and question.kind is Kind.PLACE and offers:
        rows = laid_out(_Screen(form, step.state, language, setting).places(question, offers))
    beside = tuple(note for note in step.notes if note.key not in ON_CARD)
    text = present_notes(form, replace(step, notes=beside), language, setting)
    return Presentation(text, tuple(tuple(row) for row in rows))


def present_notes(form: Form, step: Step, language: str, setting: Setting) -> str:
    """Only what was noted or went wrong, for who is asked nothing more; empty if there is nothing to say."""
    screen = _Screen(form, step.state, language, setting)
    problem = () if step.problem is None else (Note(step.problem.key, step.problem.values),)
    return "\n".join(screen.note(note) for note in (*step.notes, *problem))


def present_request(question: Question, language: str, setting: Setting) -> Presentation:
    """The message with the button that shares a location or a contact. Raises KeyError at other kinds of question."""
    name, request = SHARED[question.kind]
    text = setting.words.say(language, f"form-share-{name}-text")
    return Presentation(
        text, request=request, request_label=setting.words.say(language, f"form-share-{name}")
    )


class _Screen(Keyboard):
    """One state in one language, in words and buttons."""

    @cached_property
    def applying(self) -> dict[str, Answer]:
        """The answers that count."""
        return applying(self.form, self.state.answers)

    def value(self, question: Question, value: Value | None) -> str:
        """A known value in a few words."""
        answers = self.state.answers
        return say_value(self.form, question, value, answers, language=self.language, setting=self.setting)

    def note(self, note: Note) -> str:
        """A note whose values are answers says them together, as ``what``; numbers keep their names."""
        numbers = {name: value for name, value in note.values.items() if isinstance(value, int)}
        said = [
            self.value(question, value)
            if question.kind in UNLABELLED
            else f"{self.of(question, '-short')}: {self.value(question, value)}"
            for name, value in note.values.items()
            if not isinstance(value, int) and (question := self.form.question(name)) is not None
        ]
        return self.words(note.key, **numbers, **({"what": "; ".join(said)} if said else {}))

    def question(self, question: Question, problem: Problem | None) -> tuple[str, list[list[Button]]]:
        lines = [self.of(question)]
        help_key = f"{self.form.key}-{question.name}-help"
        if self.state.unanswered and self.form.listens:
            lines = [self.of(question, "-again")]
        elif self.setting.words.has(self.language, help_key):
            lines.append(self.of(question, "-help"))
        if question == self.form.leaving:
            return lines[0], laid_out(self.options(question))
        answers = self.state.answers
        left = sum(is_left(q, answers) for q in applicable(self.form, answers))
        if left and self.form.enough(values_of(self.applying)):
            lines.append(self.words("form-left", left=left))
        offers = (
            []
            if problem is None or question.kind is not Kind.PLACE
            else self.places(question, problem.offers)
        )
        offered = {button.data for button in offers}
        rows = [
            *laid_out(offers),
            *laid_out([button for button in self.options(question) if button.data not in offered]),
            *self.sharing(question),
            self.acts(question),
            self.actions(),
        ]
        return "\n".join(lines), rows

    def known(self) -> str:
        """What we have, so that a misread place or hour is noticed: of names how many, of numbers the last digits."""
        values = {
            name: answer.value
            for name, answer in self.applying.items()
            if answer.value is not None
            and answer.value not in NOTHING_KNOWN
            and (question := self.form.question(name)) is not None
            and question.kind not in (Kind.FILE, *IN_WORDS)
            and answer.source is not Source.IMPLIED
            and not (
                question.required and question.kind is Kind.CHOICE
            )  # who is held is asked and said otherwise
            and (question.kind in (*ECHOED, Kind.CONSENT) or answer.source is Source.WORDS)
        }
        return self.note(Note("note-understood", values)) if values else ""

    def listening(self, question: Question) -> tuple[str, list[list[Button]]]:
        """No question any more, and one button that has them asked after all."""
        ask = self.button(self.words("form-ask-me"), question.name, EDIT)
        return self.words("form-listening"), [[ask], self.actions()]

    def review(self) -> tuple[str, list[list[Button]]]:
        lines, edits = [self.words(f"{self.form.key}-{REVIEW}")], []
        for question in applicable(self.form, self.state.answers):
            answer = self.state.answers.get(question.name)
            value = self.value(question, None if answer is None else answer.value)
            short = self.of(question, "-short")
            lines.append(f"{short}: {value}")
            edits.append(self.button(short, question.name, EDIT))
        confirm = self.button(self.words("form-confirm"), REVIEW, CONFIRM, Style.SUCCESS)
        last = [
            self.button(self.words(f"form-{n}"), REVIEW, v) for n, v in (("back", BACK), ("cancel", CANCEL))
        ]
        return "\n".join(lines), [[confirm], *laid_out(edits), last, self.actions()]
