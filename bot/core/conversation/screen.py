"""What a person is shown at a state of a form: text and buttons, before any messenger draws them.

First what was noted or went wrong, then the question, its help, its options, the acts (back, skip, cancel) and the
form's own actions. With no question left: the review.
"""

from collections.abc import Iterable

from bot.core.conversation.buttons import BACK, CANCEL, CONFIRM, DONE, EDIT, SHARE, SKIP, carried
from bot.core.conversation.context import Setting
from bot.core.conversation.events import Note, Problem
from bot.core.conversation.forms import Form, Kind, Question, State, applicable, current, is_enough, settled
from bot.core.conversation.labels import choices_said
from bot.core.conversation.step import ECHOED, REVIEW, Step
from bot.core.conversation.values_said import say_value
from bot.core.presentation import Button, Presentation, Request, Style
from bot.core.values import Value

WIDTHS = ((11, 3), (19, 2))  # the longest label of a row, and how many then fit beside each other
CHOSEN = "✅ "
SHARED = {Kind.PLACE: ("place", Request.LOCATION), Kind.CONTACT: ("contact", Request.CONTACT)}


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


def present_step(form: Form, step: Step, language: str, setting: Setting) -> Presentation:
    """The message after a step that goes on: the sharing button where it was wanted, else the state."""
    if step.share is not None:
        question = form.question(step.share)
        if question is not None and question.kind in SHARED:
            return present_request(question, language, setting)
    return present(form, step.state, language, setting, notes=step.notes, problem=step.problem)


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


class _Screen:
    """One state in one language."""

    def __init__(self, form: Form, state: State, language: str, setting: Setting) -> None:
        self.form, self.state, self.language, self.setting = form, state, language, setting
        self.said = choices_said(form, state.answers)

    def words(self, key: str, **values: str | int) -> str:
        return self.setting.words.say(self.language, key, **values)

    def of(self, question: Question, part: str = "") -> str:
        """The form's words for a question or one of its parts."""
        return self.words(f"{self.form.name}-{question.name}{part}", **self.said)

    def button(self, label: str, question: str, value: str, style: Style = Style.PLAIN) -> Button:
        return Button(label, carried(self.form.name, question, value), style)

    def value(self, question: Question, value: Value | None) -> str:
        """A known value in a few words."""
        answers = self.state.answers
        return say_value(self.form, question, value, answers, language=self.language, setting=self.setting)

    def note(self, note: Note) -> str:
        """A note whose values are answers says them together, as ``what``; numbers keep their names."""
        numbers = {name: value for name, value in note.values.items() if isinstance(value, int)}
        said = [
            self.value(question, value)
            if question.kind in ECHOED
            else f"{self.of(question, '-short')}: {self.value(question, value)}"
            for name, value in note.values.items()
            if not isinstance(value, int) and (question := self.form.question(name)) is not None
        ]
        return self.words(note.key, **numbers, **({"what": "; ".join(said)} if said else {}))

    def question(self, question: Question, problem: Problem | None) -> tuple[str, list[list[Button]]]:
        lines = [self.of(question)]
        help_key = f"{self.form.name}-{question.name}-help"
        if self.setting.words.has(self.language, help_key):
            lines.append(self.of(question, "-help"))
        if question == self.form.leaving:
            return lines[0], _laid_out(self.options(question))
        left = sum(
            not settled(q, self.state.answers.get(q.name)) for q in applicable(self.form, self.state.answers)
        )
        if is_enough(self.form, self.state) and left:
            lines.append(self.words("form-left", left=left))
        offers = (
            []
            if problem is None or question.kind is not Kind.PLACE
            else self.places(question, problem.offers)
        )
        rows = [
            *_laid_out(offers),
            *_laid_out(self.options(question)),
            *self.sharing(question),
            self.acts(question),
            self.actions(),
        ]
        return "\n".join(lines), rows

    def options(self, question: Question) -> list[Button]:
        if question.kind is Kind.CHOICES:
            return self.toggles(question)
        buttons = [self.button(self.of(question, f"-{o}"), question.name, o) for o in question.options]
        if question.kind is Kind.PLACE:
            return [*self.places(question, (c.id for c in self.setting.gazetteer.buttons())), *buttons]
        return buttons

    def toggles(self, question: Question) -> list[Button]:
        answer = self.state.answers.get(question.name)
        chosen = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
        buttons = []
        for option in question.options:
            label, on = self.of(question, f"-{option}"), option in chosen
            buttons.append(
                self.button(CHOSEN + label if on else label, question.name, ("-" if on else "+") + option)
            )
        ready = self.words("form-done" if chosen else "form-none")
        return [*buttons, self.button(ready, question.name, DONE, Style.SUCCESS)]

    def places(self, question: Question, ids: Iterable[str]) -> list[Button]:
        gazetteer = self.setting.gazetteer
        return [self.button(gazetteer.name(id, self.language), question.name, id) for id in ids]

    def sharing(self, question: Question) -> list[list[Button]]:
        if question.kind not in SHARED:
            return []
        return [[self.button(self.words(f"form-share-{SHARED[question.kind][0]}"), question.name, SHARE)]]

    def acts(self, question: Question) -> list[Button]:
        answers, row = self.state.answers, []
        earlier = [q.name for q in applicable(self.form, answers)]
        if any(name in answers for name in earlier[: earlier.index(question.name)]):
            row.append(self.button(self.words("form-back"), question.name, BACK))
        if not question.required or question.name in answers:
            row.append(self.button(self.words("form-skip"), question.name, SKIP))
        if not answers:
            return row  # nothing was said yet that could be cancelled
        return [*row, self.button(self.words("form-cancel"), question.name, CANCEL)]

    def actions(self) -> list[Button]:
        return [Button(self.words(key), data, Style.DANGER) for data, key in self.form.actions]

    def review(self) -> tuple[str, list[list[Button]]]:
        lines, edits = [self.words(f"{self.form.name}-{REVIEW}")], []
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
        return "\n".join(lines), [[confirm], *_laid_out(edits), last, self.actions()]


def _laid_out(buttons: list[Button]) -> list[list[Button]]:
    """Rows of as many buttons as the longest label of each row leaves room for, in their order."""
    rows: list[list[Button]] = []
    for button in buttons:
        if rows and len(rows[-1]) < _columns([*rows[-1], button]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def _columns(row: list[Button]) -> int:
    longest = max(len(button.label) for button in row)
    return next((n for width, n in WIDTHS if longest <= width), 1)
