"""What was answered so far, and what is missing, in lines for the person who typed it."""

from collections.abc import Iterator

from core.conversation.context import Setting
from core.conversation.forms import (
    IN_WORDS,
    Answer,
    Form,
    FormState,
    Question,
    applicable_questions,
    is_settled,
)
from core.conversation.screen import say_value
from core.folding import inert_line
from core.values import Contact, People


def known_lines(form: Form, state: FormState, language: str, setting: Setting) -> Iterator[str]:
    """A line for each answer, in full: names, the number, and the words of a place."""
    for question in applicable_questions(form, state.answers):
        answer = state.answers.get(question.name)
        if answer is not None and answer.value is not None:
            short = _short_name(form, question, language, setting)
            yield f"{short}: {_answer_words(form, question, answer, state, language, setting)}"


def missing_line(form: Form, state: FormState, language: str, setting: Setting) -> str:
    """The questions that nobody has answered yet; empty if nothing is missing."""
    unsaid = [
        _short_name(form, question, language, setting)
        for question in applicable_questions(form, state.answers)
        if question.name not in state.answers and not is_settled(question, None)
    ]
    return setting.words.say(language, "form-missing", what=" · ".join(unsaid)) if unsaid else ""


def _answer_words(
    form: Form, question: Question, answer: Answer, state: FormState, language: str, setting: Setting
) -> str:
    value = answer.value
    said = say_value(form, question, value, state.answers, language=language, setting=setting)
    match value:
        case People() if value.names:
            return inert_line(", ".join(value.names))
        case Contact():
            return (
                inert_line(" ".join(part for part in (value.phone, value.name) if part) or value.words)
                or said
            )
        case str() if question.kind in IN_WORDS:
            return inert_line(value)
        case _:
            return said


def _short_name(form: Form, question: Question, language: str, setting: Setting) -> str:
    return setting.words.say(language, f"{form.key}-{question.name}-short")
