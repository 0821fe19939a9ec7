"""The reducer, event by event, with no words of any language."""

from datetime import timedelta

import pytest

from core.casework.case_columns import case_priority
from core.casework.claim_kinds import QUIET
from core.conversation.events import (
    Back,
    Cancelled,
    Chose,
    Confirmed,
    Done,
    Editing,
    Problem,
    Said,
    SharingAsked,
    Skipped,
    Toggled,
)
from core.conversation.forms import Answer, AnswerSource, FormState, current_question
from core.conversation.step import StepOutcome
from core.values import CountKind, Moment, People, Place, Precision
from handlers.forms.report_form import FORM
from tests.conversation.person import START, Person

ALMATY = Place("almaty", region="almaty-city")
ASTANA = Place("astana", region="astana-city")


def _reported(situation: str = "other") -> Person:
    return Person().does(Chose("situation", situation)).does(Chose("place", ALMATY))


def test_two_taps_are_enough() -> None:
    assert Person().does(Chose("situation", "me")).outcome is StepOutcome.ASKED
    person = _reported("me")
    assert person.outcome is StepOutcome.ENOUGH
    assert person.last is not None
    assert person.last.answered == ("place",)


def test_not_knowing_where_is_enough() -> None:
    person = Person().does(Chose("situation", "missing")).does(Chose("place", Place(unknown=True)))
    assert person.outcome is StepOutcome.ENOUGH


def test_words_that_name_a_city_and_nothing_else_are_a_beginning() -> None:
    person = Person().does(Said(None, {"place": ALMATY}))
    assert person.outcome is StepOutcome.ASKED
    assert person.question == "situation"
    assert person.does(Chose("situation", "other")).outcome is StepOutcome.ENOUGH


def test_a_location_alone_is_not_enough() -> None:
    person = Person().does(Said(None, {"place": ALMATY}, source=AnswerSource.SHARED))
    assert person.outcome is StepOutcome.ASKED
    assert person.question == "situation"


def test_what_was_assumed_stays_when_the_place_is_corrected_and_gives_way_to_words() -> None:
    person = Person()
    person.state = FormState({"situation": Answer("other", AnswerSource.IMPLIED, START)})
    person.does(Chose("place", ASTANA))
    assert person.facts["situation"] == "other"
    person.does(Said(None, {"situation": "me"}))
    assert person.facts["situation"] == "me"
    assert person.facts["link"] == "self"


@pytest.mark.parametrize("quiet", sorted(QUIET))
def test_what_was_quiet_becomes_what_is_happening_by_words_and_never_the_other_way_round(quiet: str) -> None:
    person = Person().does(Chose("situation", quiet)).does(Said(None, {"situation": "other"}))
    assert person.facts["situation"] == "other"
    person.does(Said(None, {"situation": quiet}))
    assert person.facts["situation"] == "other"


def test_what_follows_from_a_situation_goes_when_the_situation_changes() -> None:
    person = _reported("me")
    assert (person.facts["link"], person.facts["ongoing"]) == ("self", "yes")
    person.does(Chose("situation", "other"))
    assert "link" not in person.facts
    assert "ongoing" not in person.facts


def test_the_questions_follow_in_order_and_end_in_the_review() -> None:
    asked, person = [], _reported()
    while person.question is not None:
        asked.append(person.question)
        person.does(Skipped(person.question))
    assert asked == [
        "who",
        "where",
        "when",
        "ongoing",
        "taken",
        "contact",
        "urgent",
        "link",
        "files",
    ]
    assert person.does(Confirmed()).outcome is StepOutcome.FINISHED


@pytest.mark.parametrize(
    ("situation", "asked"),
    [
        ("me", "who where when taken contact urgent files consent"),
        ("blocked", "who where when ongoing contact urgent link files consent"),
        ("missing", "who where when contact urgent link files"),
        ("trial", "accused proceedings contact link files"),
        ("over", "who where when taken contact link files"),
        ("saw", "who where watched when contact link files"),
    ],
)
def test_each_situation_is_asked_what_applies_to_it(situation: str, asked: str) -> None:
    person, names = _reported(situation), []
    while person.question is not None:
        names.append(person.question)
        person.does(Skipped(person.question))
    assert names == asked.split()


def test_what_a_lawyer_cannot_do_without_cannot_be_skipped() -> None:
    assert Person().does(Skipped()).problem == "report-situation-required"
    assert Person().does(Chose("situation", "me")).does(Skipped("place")).problem == "report-place-required"


def test_back_goes_to_the_answer_before_and_answering_returns_to_where_one_was() -> None:
    person = _reported().does(Back("who"))
    assert person.question == "place"
    person.does(Back("place"))
    assert person.question == "situation"
    person.does(Chose("situation", "blocked"))
    assert person.question == "who"
    assert person.facts["place"] == ALMATY


def test_back_at_the_first_question_says_so() -> None:
    assert Person().does(Back()).problem == "problem-first"


def test_a_skipped_revisit_keeps_the_answer() -> None:
    person = _reported().does(Back()).does(Skipped())
    assert person.question == "who"
    assert person.facts["place"] == ALMATY


def test_several_are_switched_and_done() -> None:
    person = _reported().does(Toggled("urgent", "phone", True)).does(Toggled("urgent", "minor", True))
    assert person.outcome is StepOutcome.TOGGLED
    assert person.facts["urgent"] == ("minor", "phone")
    assert person.question == "urgent"
    person.does(Toggled("urgent", "phone", False)).does(Done("urgent"))
    assert "phone" not in str(person.facts["urgent"])
    assert person.question == "who"


def test_none_of_these_is_an_answer() -> None:
    person = _reported().does(Done("urgent"))
    assert person.facts["urgent"] == ()
    assert case_priority(person.view) == "normal"


def test_what_words_propose_for_several_choices_is_asked_all_the_same() -> None:
    person = _reported().does(Said(None, {"urgent": ("minor",)}))
    assert case_priority(person.view) == "urgent"
    for name in ("who", "where", "when", "ongoing", "taken", "contact"):
        person.does(Skipped(name))
    assert person.question == "urgent"
    assert person.does(Skipped("urgent")).facts["urgent"] == ("minor",)
    assert person.question == "link"


def test_words_add_urgency_also_after_none_of_these() -> None:
    person = _reported().does(Done("urgent")).does(Said(None, {"urgent": ("medicine",)}))
    assert person.facts["urgent"] == ("medicine",)


def test_words_do_not_move_the_place_but_make_it_finer() -> None:
    person = _reported().does(Said(None, {"place": ASTANA}))
    assert person.facts["place"] == ALMATY
    finer = Place("almaty", "almaty-medeu", "almaty-city")
    person.does(Said(None, {"place": finer}))
    assert person.facts["place"] == finer


def test_words_give_a_place_after_i_do_not_know() -> None:
    person = Person().does(Chose("situation", "missing")).does(Chose("place", Place(unknown=True)))
    assert person.does(Said(None, {"place": ASTANA})).facts["place"] == ASTANA


def test_a_shared_location_answers_where_exactly() -> None:
    point = Place("almaty", region="almaty-city", latitude=43.24, longitude=76.95)
    person = _reported().does(Said(None, {"place": point}, source=AnswerSource.SHARED))
    assert person.facts["place"] == point
    assert person.question == "who"


def test_a_city_tapped_again_keeps_the_point() -> None:
    point = Place("almaty", region="almaty-city", latitude=43.24, longitude=76.95)
    person = (
        Person().does(Said(None, {"place": point}, source=AnswerSource.SHARED)).does(Chose("place", ALMATY))
    )
    assert person.facts["place"] == point


def test_names_said_later_join_the_count() -> None:
    person = _reported().does(Chose("who", People(count=3, kind=CountKind.EXACT)))
    person.does(Said(None, {"who": People(("Асан Усенов",), 1, CountKind.EXACT)}))
    assert person.facts["who"] == People(("Асан Усенов",), 3, CountKind.EXACT)


def test_one_name_given_to_who_does_not_make_two_counted_people_one() -> None:
    counted = People(count=2, kind=CountKind.EXACT)
    person = Person().does(Said(values={"situation": "other", "place": ALMATY, "who": counted}))
    named = People(("Dana Made-Up",), count=1, kind=CountKind.EXACT)
    person = person.does(Said("who", {"who": named}))
    who = person.state.answers["who"].value
    assert who == People(("Dana Made-Up",), count=2, kind=CountKind.EXACT)


def test_whoever_does_not_want_to_name_is_not_named_by_words() -> None:
    withheld = People(withheld=True)
    person = _reported().does(Chose("who", withheld))
    assert person.does(Said(None, {"who": People(("Асан Усенов",))})).facts["who"] == withheld


def test_it_is_over_is_heard_also_against_an_explicit_answer() -> None:
    person = _reported().does(Chose("ongoing", "yes")).does(Said(None, {"ongoing": "no"}))
    assert person.facts["ongoing"] == "no"
    assert person.last is not None
    assert person.last.answered == ("ongoing",)


def test_a_tap_on_an_old_keyboard_answers_its_own_question() -> None:
    person = _reported().does(Chose("situation", "blocked"))
    assert person.facts["situation"] == "blocked"
    assert person.question == "who"


def test_a_tap_on_a_question_that_no_longer_applies_changes_nothing() -> None:
    person = _reported("trial").does(Chose("ongoing", "yes"))
    assert person.problem == "problem-button-old"
    assert "ongoing" not in person.state.answers


def test_an_answer_that_does_not_apply_any_more_is_kept_and_comes_back() -> None:
    person = _reported().does(Chose("ongoing", "yes")).does(Chose("situation", "trial"))
    assert "ongoing" not in person.facts
    assert person.does(Chose("situation", "other")).facts["ongoing"] == "yes"


def test_an_edited_message_corrects_the_answer_it_gave() -> None:
    person = Person().does(Chose("situation", "other")).does(Said("place", {"place": ALMATY}))
    gave = person.entry
    person.does(Said("where", {"where": "у цирка"}))
    person.does(Said("place", {"place": ASTANA}, corrects=gave))
    assert person.facts["place"] == ASTANA
    assert person.state.answers["place"].source is AnswerSource.EDITED
    assert person.state.answers["place"].entry == gave
    assert person.question == "who"
    person.does(Said("place", {"place": ALMATY}, corrects=gave))
    assert person.facts["place"] == ALMATY


def test_an_edited_message_corrects_what_its_words_proposed() -> None:
    person = Person().does(Said(None, {"place": ALMATY, "who": People(count=2, kind=CountKind.EXACT)}))
    gave = person.entry
    person.does(Said(None, {"place": ASTANA}, corrects=gave))
    assert person.facts["place"] == ASTANA
    assert person.facts["who"] == People(count=2, kind=CountKind.EXACT)


def test_editing_from_the_review_returns_to_it() -> None:
    person = _reported()
    while person.question is not None:
        person.does(Skipped())
    person.does(Editing("who"))
    assert person.question == "who"
    person.does(Chose("who", People(count=2, kind=CountKind.EXACT)))
    assert person.question is None
    assert person.does(Back("review")).question == "files"


def test_confirming_too_early_asks_on() -> None:
    assert _reported().does(Confirmed()).outcome is StepOutcome.ASKED


def test_cancelling_before_enough_leaves() -> None:
    assert Person().does(Chose("situation", "me")).does(Cancelled()).outcome is StepOutcome.CANCELLED


def test_cancelling_after_enough_asks_first_and_takes_nothing_away() -> None:
    person = _reported().does(Cancelled())
    assert [person.outcome] == [StepOutcome.CANCEL_ASKED]
    assert current_question(FORM, person.state) == FORM.leaving
    person.does(Chose("cancel", "false"))
    assert [person.outcome] == [StepOutcome.CALLED_OFF]
    assert person.state.answers["cancel"].value == "false"
    assert person.facts["place"] == ALMATY
    assert person.does(Chose("cancel", "false")).outcome is StepOutcome.UNCHANGED


def test_whoever_stays_goes_on_where_they_were() -> None:
    person = _reported().does(Cancelled()).does(Chose("cancel", "stay"))
    assert person.outcome is StepOutcome.ASKED
    assert person.question == "who"


def test_a_forged_cancellation_before_enough_only_leaves() -> None:
    assert Person().does(Chose("cancel", "false")).outcome is StepOutcome.CANCELLED


def test_the_sharing_button_is_shown_on_demand() -> None:
    person = Person().does(Chose("situation", "me")).does(SharingAsked("place"))
    assert person.outcome is StepOutcome.SHARING
    assert person.shown.request == "location"


def test_a_problem_changes_nothing_and_asks_again() -> None:
    person = _reported()
    before = person.state
    person.does(Problem("problem-empty"))
    assert person.state == before
    assert person.shown.text.startswith("Сообщение пустое")


@pytest.mark.parametrize(
    ("situation", "said", "expected"),
    [
        ("me", None, (0, 1)),
        ("other", None, (0, 1)),
        ("other", People(("А Б",), 3, CountKind.EXACT), (1, 2)),
        ("other", People(("А Б",), None, CountKind.SEVERAL), (1, 1)),
    ],
)
def test_people_are_counted_by_what_was_said(
    situation: str, said: People | None, expected: tuple[int, int]
) -> None:
    person = _reported(situation)
    if said is not None:
        person.does(Chose("who", said))
    counted = person.view.people
    assert (counted.identified, counted.unidentified_min) == expected


def test_nobody_named_in_a_trial_counts_nobody() -> None:
    person = _reported("trial").does(Chose("accused", People(count=0, kind=CountKind.EXACT)))
    assert person.view.people.unidentified_min == 0


def test_a_time_is_kept_through_saving_to_the_second() -> None:
    moment = Moment(START - timedelta(hours=3, seconds=7), Precision.MINUTE, True, "в девять с чем-то")
    assert _reported().does(Said("when", {"when": moment})).facts["when"] == moment


def test_who_was_one_by_the_way_may_turn_out_to_be_three_but_a_tapped_count_stays() -> None:
    said = People(count=3, kind=CountKind.EXACT)
    one = People(count=1, kind=CountKind.EXACT)
    assert _reported().does(Said(None, {"who": one})).does(Said(None, {"who": said})).facts["who"] == said
    assert _reported().does(Chose("who", one)).does(Said(None, {"who": said})).facts["who"] == one


def test_a_count_told_by_the_way_leaves_the_question_for_the_name() -> None:
    person = _reported()
    while person.question != "who":
        person.does(Skipped())
    person.writes("брата забрали и бьют")
    assert (person.facts["who"], person.question) == (People(count=1, kind=CountKind.EXACT), "who")
    assert person.writes("Ерлан Ахметов").facts["who"] == People(("Ерлан Ахметов",), 1, CountKind.EXACT)
