"""The buttons of a state of a form, in one language: the options of a question, its acts, the form's own actions.

The data of a button, written and read here, is ``form/question:value``.

A value is an option or a place's id; ``+option`` and ``-option`` switch one of several; ``!act`` is an act.
The question is always the one of the keyboard, so that an old keyboard answers its own question.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from core.conversation.context import Setting
from core.conversation.events import (
    Back,
    Cancelled,
    Chose,
    Confirmed,
    Done,
    Editing,
    FormEvent,
    MoreAsked,
    Problem,
    SharingAsked,
    Skipped,
    Toggled,
)
from core.conversation.forms import AnswerKind, Form, FormState, Question, applicable_questions
from core.conversation.quick_answers import places_offered, quick_value
from core.conversation.step import REVIEW
from core.conversation.typed_shortcuts import choice_variables
from core.places.gazetteer import Gazetteer
from core.presentation import Button, Request, Style

BACK, SKIP, CANCEL, DONE, EDIT, SHARE, MORE, CONFIRM = (
    "!back",
    "!skip",
    "!cancel",
    "!done",
    "!edit",
    "!share",
    "!more",
    "!confirm",
)

_DATA = re.compile(r"(?P<form>[a-z][a-z-]*)/(?P<question>[a-z][a-z-]*):(?P<value>[!+-]?[a-z][a-z0-9-]*)")


def button_data(form: str, question: str, value: str) -> str:
    """The data that a button carries."""
    return f"{form}/{question}:{value}"


def read_tap(data: str, form: Form, gazetteer: Gazetteer, now: datetime, zone: ZoneInfo) -> FormEvent:
    """The event of a pressed button; a Problem for what was never a button of this form."""
    match = _DATA.fullmatch(data)
    if match is None:
        return Problem("problem-button")
    if match["form"] != form.name:
        return Problem("problem-button-old")
    name, value = match["question"], match["value"]
    if name == REVIEW:
        return _ACTS_OF_REVIEW.get(value, Problem("problem-button"))
    question = form.question(name)
    if question is None:
        return Problem("problem-button-old")
    acts: dict[str, FormEvent] = {
        BACK: Back(name),
        SKIP: Skipped(name),
        CANCEL: Cancelled(),
        EDIT: Editing(name),
    }
    if question.kind in (AnswerKind.PLACE, AnswerKind.CONTACT):
        acts[SHARE] = SharingAsked(name)
    if question.kind is AnswerKind.PLACE:
        acts[MORE] = MoreAsked(name)
    if question.kind is AnswerKind.CHOICES:
        acts[DONE] = Done(name)
        acts |= {f"+{option}": Toggled(name, option, True) for option in question.options}
        acts |= {f"-{option}": Toggled(name, option, False) for option in question.options}
    elif value not in acts:
        meant = quick_value(question, value, gazetteer, now, zone)
        return Problem("problem-button") if meant is None else Chose(name, meant)
    return acts.get(value, Problem("problem-button"))


_ACTS_OF_REVIEW: dict[str, FormEvent] = {BACK: Back(REVIEW), CANCEL: Cancelled(), CONFIRM: Confirmed()}


WIDTHS = ((11, 3), (19, 2))  # the longest label of a row, and how many then fit beside each other
CHOSEN = "✅ "
SHARED = {AnswerKind.PLACE: ("place", Request.LOCATION), AnswerKind.CONTACT: ("contact", Request.CONTACT)}


class Keyboard:
    """One state in one language."""

    def __init__(self, form: Form, state: FormState, language: str, setting: Setting) -> None:
        self.form, self.state, self.language, self.setting = form, state, language, setting
        self.said = choice_variables(form, state.answers)

    def words(self, key: str, **values: str | int) -> str:
        return self.setting.words.say(self.language, key, **values)

    def of(self, question: Question, part: str = "") -> str:
        """The form's words for a question or one of its parts."""
        return self.words(f"{self.form.key}-{question.name}{part}", **self.said)

    def button(self, label: str, question: str, value: str, style: Style = Style.PLAIN) -> Button:
        return Button(label, button_data(self.form.name, question, value), style)

    def options(self, question: Question) -> list[Button]:
        if question.kind is AnswerKind.CHOICES:
            return self.toggles(question)
        buttons = [self.button(self.of(question, f"-{o}"), question.name, o) for o in question.options]
        if question.kind is AnswerKind.PLACE:
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
        earlier = [q.name for q in applicable_questions(self.form, answers)]
        if any(name in answers for name in earlier[: earlier.index(question.name)]):
            row.append(self.button(self.words("form-back"), question.name, BACK))
        if not question.required or question.name in answers:
            row.append(self.button(self.words("form-skip"), question.name, SKIP))
        if not answers:
            return row  # nothing was said yet that could be cancelled
        return [*row, self.button(self.words("form-cancel"), question.name, CANCEL)]

    def actions(self) -> list[Button]:
        return [Button(self.words(key), data, Style.DANGER) for data, key in self.form.actions]


def lay_out_buttons(buttons: list[Button]) -> list[list[Button]]:
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
