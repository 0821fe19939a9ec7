"""What was answered reaches the lawyer, whichever question it answered: the card draws from the table of kinds."""

from types import SimpleNamespace
from typing import Any

import pytest

from core.casework.case_view import view_case
from core.casework.claim_kinds import KINDS, ClaimKind, ClaimRule, ValueKind
from core.casework.claims import Claim
from core.conversation.forms import Answer, AnswerSource
from core.conversation.forms import AnswerKind as QuestionKind
from core.fluent_words import Words
from core.model import LANGUAGES
from core.values import Contact, CountKind, Moment, People, Place, Precision, Value
from core.vocabulary import ACTS
from handlers.cards.fact_lines import SPECIAL, CaseReading, capitalised_name, fact_lines
from handlers.casework.report_claims import QUESTIONS, sayings
from handlers.forms.report_form import FORM
from tests.conversation.person import SETTING, START, claims_of
from tests.decisions.claims import LATE, claim, moment
from tests.decisions.people import case

TOYS: dict[str, tuple[ClaimKind, Value, str]] = {
    "shoes": (ClaimKind("shoes", ValueKind.WORDS, ClaimRule.SUREST), "red boots", "red boots"),
    "dogs": (ClaimKind("dogs", ValueKind.CHOICE, ClaimRule.NEWEST), "two", "two dogs"),
    "smells": (ClaimKind("smells", ValueKind.FLAGS, ClaimRule.UNION), ("tar", "tea"), "tar, tea leaves"),
    "dawn": (ClaimKind("dawn", ValueKind.MOMENT, ClaimRule.EARLIEST), moment(5), "17.09.2018 18:05"),
}
TOY_WORDS = {
    "en": """
case-shoes = Shoes: { $value }
case-dogs = Dogs: { $value }
case-smells = Smells: { $value }
case-dawn = Dawn: { $value }
report-dogs-two = two dogs
report-smells-tea = tea leaves
case-not-understood = strange: { $kinds }
case-ongoing = Goes on: { $value }
case-consent = Write: { $value }
case-act = Act: { $value }
consent-unanswered = unanswered
consent-quietly = unanswered
act-not-coded = none
part-3 = evening
"""
}


def lines(claims: list[Claim], words: Words = SETTING.words, **changes: Any) -> list[str]:
    """The lines of a case in English."""
    service: Any = SimpleNamespace(words=words, zone=SETTING.zone)
    return fact_lines(CaseReading(service, "en", case(**changes), view_case(claims, LATE), SETTING.zone))


@pytest.mark.parametrize("name", TOYS)
def test_an_answer_to_a_new_question_is_on_the_card_without_another_line_of_code(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, value, shown = TOYS[name]
    monkeypatch.setitem(KINDS, name, kind)
    said = claims_of({name: Answer(value, AnswerSource.TYPED, START)})
    assert f"{name.capitalize()}: {shown}" in lines(said, Words(TOY_WORDS))


def test_a_claim_of_a_newer_version_is_told_and_the_rest_is_shown() -> None:
    shown = lines([claim("weather", "rain"), claim("where", "Made-up street 1")])
    assert "Where: Made-up street 1" in shown
    assert "Not understood by this version of the program: weather" in shown


def test_an_option_of_a_newer_version_stands_for_itself() -> None:
    assert "Urgent: Under 18, diabetic" in lines([claim("urgent", ("minor", "diabetic"))])


def test_what_another_source_says_stands_beside_it() -> None:
    shown = lines(
        [claim("where", "at the bridge", "report 1", 1), claim("where", "at the gate", "member 2", 2)]
    )
    assert "Where: at the gate · at the bridge" in shown


VALUES: dict[QuestionKind, Value] = {
    QuestionKind.CHOICE: "other",
    QuestionKind.CHOICES: ("minor",),
    QuestionKind.WORDS: "made-up words",
    QuestionKind.SPOT: "made-up words",
    QuestionKind.STATION: "made-up words",
    QuestionKind.COURT: "made-up words",
    QuestionKind.PEOPLE: People(("Made-up Dana",), 1, CountKind.EXACT),
    QuestionKind.PLACE: Place(text="made-up village"),
    QuestionKind.MOMENT: Moment(START, Precision.MINUTE, exact=True),
    QuestionKind.APPOINTMENT: Moment(LATE, Precision.MINUTE, exact=True),
    QuestionKind.CONTACT: Contact("+77000000001"),
}


@pytest.mark.parametrize(
    "question",
    [q for q in FORM.questions if q.kind not in (QuestionKind.FILE, QuestionKind.CONSENT)],
    ids=lambda q: q.name,
)
def test_every_question_of_the_report_claims_kinds_that_are_known(question: Any) -> None:
    said = list(sayings({question.name: Answer(VALUES[question.kind], AnswerSource.TAP, START)}))
    assert said
    assert {one.kind for one in said} <= KINDS.keys()
    assert (
        view_case(
            claims_of({question.name: Answer(VALUES[question.kind], AnswerSource.TAP, START)}), LATE
        ).not_understood
        == ()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_on_the_card_has_its_words(language: str) -> None:
    has = SETTING.words.has
    assert [
        name
        for name, kind in KINDS.items()
        if kind.on_card and not has(language, f"case-{name.replace('_', '-')}")
    ] == []
    options = {q.name: q.options for q in FORM.questions} | {"act": ACTS, "consent": ("yes", "no")}
    keys = [
        KINDS[n].option_key(o)
        for n, found in options.items()
        if n in KINDS and KINDS[n].holds.is_option
        for o in found
    ]
    assert keys
    assert [key for key in keys if not has(language, key)] == []


def test_what_is_special_is_a_kind_or_a_question() -> None:
    assert SPECIAL.keys() <= KINDS.keys()
    assert QUESTIONS.keys() <= {question.name for question in FORM.questions}


def test_a_name_typed_in_small_letters_is_shown_with_its_capitals() -> None:
    assert capitalised_name("дина ахметова") == "Дина Ахметова"
    assert capitalised_name("Дина оглы") == "Дина оглы"
