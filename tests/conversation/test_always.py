"""Whatever happens in whatever order, the rules of the reducer hold."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.conversation.events import (
    Back,
    Cancelled,
    Chose,
    Confirmed,
    Done,
    Editing,
    FormEvent,
    Note,
    Problem,
    Said,
    SharingAsked,
    Skipped,
    Toggled,
)
from core.conversation.forms import (
    EXPLICIT,
    AnswerKind,
    AnswerSource,
    FormState,
    Question,
    answers_from_data,
    answers_to_data,
    applicable_questions,
    current_question,
    is_enough,
    never,
    values_of,
)
from core.conversation.quick_answers import quick_value
from core.conversation.screen import present_step
from core.conversation.step import StepOutcome, take_step
from core.conversation.typed_shortcuts import choice_variables
from core.values import Contact, CountKind, Moment, People, Place, Precision, Value
from handlers.forms.report_form import FORM
from tests.conversation.person import SETTING, START, check

CITIES = ("almaty", "astana", "pavlodar")
NAMES = [q.name for q in FORM.questions]


def _values(question: Question) -> st.SearchStrategy[Value]:
    words = st.text(min_size=1, max_size=20)
    by_kind: dict[AnswerKind, st.SearchStrategy[Value]] = {
        AnswerKind.CHOICE: st.sampled_from(question.options or ("x",)),
        AnswerKind.CONSENT: st.sampled_from(question.options or ("x",)),
        AnswerKind.CHOICES: st.lists(st.sampled_from(question.options or ("x",)), unique=True).map(tuple),
        AnswerKind.WORDS: words,
        AnswerKind.SPOT: words,
        AnswerKind.STATION: words,
        AnswerKind.COURT: words,
        AnswerKind.PEOPLE: st.builds(
            People,
            st.lists(words, max_size=3, unique=True).map(tuple),
            st.none() | st.integers(0, 9),
            st.sampled_from(CountKind),
            st.booleans(),
        ),
        AnswerKind.PLACE: st.sampled_from(
            [_city(id) for id in CITIES] + [Place(unknown=True), Place(outside=True)]
        )
        | st.sampled_from(CITIES).map(
            lambda id: Place(id, region=_city(id).region, latitude=43.2, longitude=76.9)
        ),
        AnswerKind.WHEN: st.builds(Moment, st.just(START), st.sampled_from(Precision), st.booleans(), words),
        AnswerKind.APPOINTMENT: st.builds(
            Moment, st.just(START), st.sampled_from(Precision), st.booleans(), words
        ),
        AnswerKind.MOMENT: st.builds(
            Moment, st.just(START), st.sampled_from(Precision), st.booleans(), words
        ),
        AnswerKind.CONTACT: st.builds(
            Contact, st.sampled_from(["", "+77011234567"]), words, st.none() | st.booleans()
        ),
        AnswerKind.FILE: st.lists(words, min_size=1, max_size=2).map(tuple),
    }
    return by_kind[question.kind]


def _city(id: str) -> Place:
    value = quick_value(FORM.questions[1], id, SETTING.gazetteer, START, SETTING.zone)
    assert isinstance(value, Place)
    return value


def _said(asked: bool) -> st.SearchStrategy[Said]:
    pairs = st.sampled_from(FORM.questions).flatmap(lambda q: st.tuples(st.just(q.name), _values(q)))
    return st.builds(
        lambda found, corrects, source: Said(
            found[0][0] if asked and found else None, dict(found), corrects=corrects, source=source
        ),
        st.lists(pairs, max_size=4),
        st.none() | st.integers(1, 5),
        st.sampled_from([AnswerSource.WORDS, AnswerSource.SHARED]),
    )


NAMED = st.sampled_from([*NAMES, "review", "cancel", "gone"])
CHOSE = st.sampled_from(FORM.questions).flatmap(lambda q: st.builds(Chose, st.just(q.name), _values(q)))
LEFT = st.sampled_from(["false", "over", "stay"]).map(lambda value: Chose("cancel", value))
TAPS: st.SearchStrategy[FormEvent] = st.one_of(
    CHOSE,
    LEFT,
    st.builds(Toggled, st.just("urgent"), st.sampled_from(["minor", "alone", "phone"]), st.booleans()),
    st.just(Done("urgent")),
    st.builds(Skipped, NAMED),
    st.builds(Back, NAMED),
    st.builds(Editing, NAMED),
    st.builds(SharingAsked, NAMED),
    st.just(Cancelled()),
)
EVENTS: st.SearchStrategy[FormEvent] = st.one_of(
    TAPS,
    _said(True),
    _said(False),
    st.builds(Skipped),
    st.builds(Back),
    st.just(Confirmed()),
    st.just(Problem("problem-empty")),
)
HISTORIES = st.lists(EVENTS, max_size=25)


def _run(events: list[FormEvent]) -> FormState:
    state, now = FormState(), START
    for entry, event in enumerate(events, start=1):
        now += timedelta(seconds=1)
        state = take_step(FORM, state, event, now, entry % 6).state
    return state


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(HISTORIES, EVENTS)
def test_the_current_question_always_applies_and_nothing_said_is_lost(
    past: list[FormEvent], event: FormEvent
) -> None:
    before = _run(past)
    was_enough = is_enough(FORM, before)
    taken = take_step(FORM, before, event, START + timedelta(minutes=9), 9)
    after = taken.state
    question = current_question(FORM, after)
    assert (
        question is None or question == FORM.leaving or question in applicable_questions(FORM, after.answers)
    )
    real = {
        name
        for name, a in before.answers.items()
        if a.value is not None and a.source is not AnswerSource.IMPLIED
    }
    assert real <= set(values_of(after.answers))
    assert is_enough(FORM, after) or not was_enough
    assert (taken.outcome is StepOutcome.ENOUGH) == (is_enough(FORM, after) and not was_enough)
    assert answers_from_data(answers_to_data(after.answers)) == after.answers
    if taken.outcome is StepOutcome.UNCHANGED:
        assert after == before


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(HISTORIES, TAPS)
def test_a_double_tap_changes_nothing_more(past: list[FormEvent], tap: FormEvent) -> None:
    once = take_step(FORM, _run(past), tap, START + timedelta(minutes=9), 8)
    twice = take_step(FORM, once.state, tap, START + timedelta(minutes=10), 9)
    assert twice.state == once.state
    assert twice.answered == ()
    assert twice.outcome is not StepOutcome.ENOUGH


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(HISTORIES, _said(False))
def test_free_words_never_replace_an_explicit_choice(past: list[FormEvent], said: Said) -> None:
    before = _run(past)
    after = take_step(FORM, before, said, START + timedelta(minutes=9), 9).state
    for question in FORM.questions:
        answer = before.answers.get(question.name)
        if answer is None or answer.source not in EXPLICIT or answer.value is None:
            continue
        if isinstance(answer.value, str) and question.evolves is never and answer.entry != said.corrects:
            assert after.answers[question.name].value == answer.value


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(HISTORIES, EVENTS, st.sampled_from(["kk", "ru", "en"]))
def test_whatever_happened_can_be_shown(past: list[FormEvent], event: FormEvent, language: str) -> None:
    taken = take_step(FORM, _run(past), event, START + timedelta(minutes=9), 9)
    check(present_step(FORM, taken, language, SETTING))


def test_a_question_that_went_away_does_not_stop_anybody() -> None:
    state = FormState({}, revisiting="a-question-of-an-older-version")
    question = current_question(FORM, state)
    assert question is not None
    assert question.name == "situation"
    assert choice_variables(FORM, state.answers)["situation"] == "none"
    assert Note("x") == Note("x", {})
