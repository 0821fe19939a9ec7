"""The buttons of a state of a form, in one language: the options of a question, its acts, the form's own actions."""

from collections.abc import Iterable

from bot.core.conversation.buttons import BACK, CANCEL, DONE, MORE, SHARE, SKIP, carried
from bot.core.conversation.context import Setting
from bot.core.conversation.forms import Form, Kind, Question, State, applicable
from bot.core.conversation.labels import choices_said
from bot.core.conversation.quick_answers import places_offered
from bot.core.presentation import Button, Request, Style

WIDTHS = ((11, 3), (19, 2))  # the longest label of a row, and how many then fit beside each other
CHOSEN = "✅ "
SHARED = {Kind.PLACE: ("place", Request.LOCATION), Kind.CONTACT: ("contact", Request.CONTACT)}


class Keyboard:
    """One state in one language."""

    def __init__(self, form: Form, state: State, language: str, setting: Setting) -> None:
        self.form, self.state, self.language, self.setting = form, state, language, setting
        self.said = choices_said(form, state.answers)

    def words(self, key: str, **values: str | int) -> str:
        return self.setting.words.say(self.language, key, **values)

    def of(self, question: Question, part: str = "") -> str:
        """The form's words for a question or one of its parts."""
        return self.words(f"{self.form.key}-{question.name}{part}", **self.said)

    def button(self, label: str, question: str, value: str, style: Style = Style.PLAIN) -> Button:
        return Button(label, carried(self.form.name, question, value), style)

    def options(self, question: Question) -> list[Button]:
        if question.kind is Kind.CHOICES:
            return self.toggles(question)
        buttons = [self.button(self.of(question, f"-{o}"), question.name, o) for o in question.options]
        if question.kind is Kind.PLACE:
            places = self.places(question, places_offered(self.setting, self.state))
            more = self.button(self.words("form-more"), question.name, MORE)
            return [*places, *buttons, *([] if self.state.unanswered else [more])]
        return buttons

    def toggles(self, question: Question) -> list[Button]:
        answer = self.state.answers.get(question.name)
        chosen = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
        buttons = []
        for option in question.options:
            label, on = self.of(question, f"-{option}"), option in chosen
            if option in question.unoffered and not on:
                continue
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


def laid_out(buttons: list[Button]) -> list[list[Button]]:
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
