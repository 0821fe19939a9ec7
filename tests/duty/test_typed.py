"""Shifts as people type them in three languages."""

from datetime import date

import pytest

from core.duty.typed_shifts import MEANINGS, WEEK, DatedHours, TypedDuty, TypingMistake, read_typed_duty
from core.folding import fold_text
from core.model import LANGUAGES
from core.resources.word_files import load_words
from core.rota import DAY, Shift

WORDS = load_words()
SAID = {
    fold_text(phrase.strip()): meaning
    for meaning in MEANINGS
    for language in LANGUAGES
    for phrase in WORDS.say(language, f"duty-typed-{meaning}").split(",")
}
TODAY = date(2018, 9, 17)  # Monday


def week(days: str, *hours: tuple[int, int]) -> tuple[Shift, ...]:
    return tuple(Shift(int(day), starts * 60, ends * 60) for starts, ends in hours for day in days)


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("пн-пт 9-18", week("01234", (9, 18))),
        ("Пн–Пт 9:00–18:00", week("01234", (9, 18))),
        ("пн - пт с 9 до 18", week("01234", (9, 18))),
        ("с понедельника по пятницу с 9 до 18", week("01234", (9, 18))),
        ("будни 9-18", week("01234", (9, 18))),
        ("по будням 9.00-18.00", week("01234", (9, 18))),
        ("пт 22-6", week("4", (22, 6))),
        ("пн-пт с 9 до 18 кроме ср", week("0134", (9, 18))),
        ("mon-fri 9-18, except wed and fri", week("013", (9, 18))),
        ("пятница 22:00-06:00", week("4", (22, 6))),
        ("сб, вс 10-16", week("56", (10, 16))),
        ("сб и вс 10-16", week("56", (10, 16))),
        ("пт-пн 20-8", week("4560", (20, 8))),
        ("пн 9-12 14-18", week("0", (9, 12), (14, 18))),
        ("пн-чт 9-18, пт 9-16", week("0123", (9, 18)) + week("4", (9, 16))),
        ("ежедневно 20-8", week("0123456", (20, 8))),
        ("каждый день 20-8", week("0123456", (20, 8))),
        ("выходные круглосуточно", week("56", (0, 24))),
        ("дс-жм 9-18", week("01234", (9, 18))),
        ("дүйсенбі мен жұма 9-18", week("04", (9, 18))),
        ("дүйсенбіден жұмаға дейін 9-дан 18-ге дейін", week("01234", (9, 18))),
        ("жм 22-6", week("4", (22, 6))),
        ("сенбі, жексенбі сағат 10-16", week("56", (10, 16))),
        ("күн сайын 20-8", week("0123456", (20, 8))),
        ("жұмыс күндері 9-18", week("01234", (9, 18))),
        ("демалыс күндері тәулік бойы", week("56", (0, 24))),
        ("бс 0-24", week("3", (0, 24))),
        ("mon-fri 9-18", week("01234", (9, 18))),
        ("Monday to Friday from 9 to 18", week("01234", (9, 18))),
        ("weekdays 9am-6pm", week("01234", (9, 18))),
        ("fri 22:00 - 06:00", week("4", (22, 6))),
        ("every day 8 pm to 8 am", week("0123456", (20, 8))),
        ("weekend around the clock", week("56", (0, 24))),
        ("sun 18-0", (Shift(6, 18 * 60, DAY),)),
    ],
)
def test_weekly_shifts(text: str, shifts: tuple[Shift, ...]) -> None:
    assert read_typed_duty(text, SAID, TODAY) == TypedDuty(shifts)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("28.09 22-6", TypedDuty((), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), (1320, 360)),))),
        ("28.09", TypedDuty((), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), None),))),
        ("28.09-30.09", TypedDuty((), (DatedHours(date(2018, 9, 28), date(2018, 9, 30), None),))),
        ("2018-09-28 9-18", TypedDuty((), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), (540, 1080)),))),
        ("02.01", TypedDuty((), (DatedHours(date(2019, 1, 2), date(2019, 1, 2), None),))),  # the next one
        ("-28.09", TypedDuty((), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), None),), takes_out=True)),
        (
            "кроме 28.09",
            TypedDuty((), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), None),), takes_out=True),
        ),
        ("завтра 9-18", TypedDuty((), (DatedHours(date(2018, 9, 18), date(2018, 9, 18), (540, 1080)),))),
        ("бүгін 18-22", TypedDuty((), (DatedHours(date(2018, 9, 17), date(2018, 9, 17), (1080, 1320)),))),
        (
            "not tomorrow",
            TypedDuty((), (DatedHours(date(2018, 9, 18), date(2018, 9, 18), None),), takes_out=True),
        ),
        (
            "не могу в пятницу",
            TypedDuty((), (DatedHours(date(2018, 9, 21), date(2018, 9, 21), None),), takes_out=True),
        ),
        (
            "жұмада келе алмаймын",
            TypedDuty((), (DatedHours(date(2018, 9, 21), date(2018, 9, 21), None),), takes_out=True),
        ),
        (
            "I cannot on Friday",
            TypedDuty((), (DatedHours(date(2018, 9, 21), date(2018, 9, 21), None),), takes_out=True),
        ),
        (
            "Сауле вместо Марата 28.09 22-6",
            TypedDuty(
                (), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), (1320, 360)),), False, "сауле", "марата"
            ),
        ),
        (
            "Saule instead of Marat 28.09 22-6",
            TypedDuty(
                (), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), (1320, 360)),), False, "saule", "marat"
            ),
        ),
        (
            "Марат орнына Сәуле 28.09",
            TypedDuty((), (DatedHours(date(2018, 9, 28), date(2018, 9, 28), None),), False, "сауле", "марат"),
        ),
        ("Marat mon-fri 9-18", TypedDuty(week("01234", (9, 18)), name="marat")),
    ],
)
def test_dates_and_names(text: str, typed: TypedDuty) -> None:
    assert read_typed_duty(text, SAID, TODAY) == typed


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("пн 9-9", TypingMistake.ZERO),
        ("пн 0-0", TypingMistake.ZERO),
        ("пн 25-26", TypingMistake.TIME),
        ("пн 9-18:75", TypingMistake.TIME),
        ("пн 24-6", TypingMistake.TIME),
        ("mon 13pm-15", TypingMistake.TIME),
        ("пн-пт", TypingMistake.NO_HOURS),
        ("9-18", TypingMistake.NO_DAYS),
        ("31.02 9-18", TypingMistake.DATE),
        ("30.09-28.09", TypingMistake.DATE),
        ("пн 9", TypingMistake.TIME),
    ],
)
def test_what_cannot_be_meant_is_told(text: str, problem: TypingMistake) -> None:
    assert read_typed_duty(text, SAID, TODAY) is problem


@pytest.mark.parametrize("text", ["", "hello", "Марат дежурит", "the police took him"])
def test_other_words_are_no_shifts(text: str) -> None:
    assert read_typed_duty(text, SAID, TODAY) is None


def test_no_phrase_means_two_things() -> None:
    said: dict[str, str] = {}
    for meaning in MEANINGS:
        for language in LANGUAGES:
            for phrase in WORDS.say(language, f"duty-typed-{meaning}").split(","):
                assert said.setdefault(fold_text(phrase.strip()), meaning) == meaning, phrase


@pytest.mark.parametrize(
    "text", ["не могу пн-пт 9-18", "I cannot fri 9-18", "жұма 9-18 келе алмаймын", "mon-fri except wed 9-18"]
)
def test_a_week_in_which_somebody_cannot_is_never_noted_as_one_in_which_they_come(text: str) -> None:
    assert read_typed_duty(text, SAID, TODAY) is TypingMistake.NEVER


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_on_the_buttons_of_days_can_be_typed(language: str) -> None:
    for key in ("weekdays", "weekend", "daily", *(f"day-{day}" for day in WEEK)):
        typed = read_typed_duty(f"{WORDS.say(language, f'duty-{key}')} 9-18", SAID, TODAY)
        assert isinstance(typed, TypedDuty), (key, typed)
        assert typed.shifts
