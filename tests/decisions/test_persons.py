"""A corrected answer keeps the persons whom it still names."""

import pytest

from core.matching.likeness import match_names

KNOWN = {1: "Динара Выдуманная", 2: "Ерлан Придуманный"}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Динара Выдуманная", "Ерлан Придуманный"], [1, 2]),
        (["Ерлан Придуманный", "Динара Выдуманная"], [2, 1]),  # the other way round
        (["динара  выдуманная", "ЕРЛАН ПРИДУМАННЫЙ"], [1, 2]),
        (["Динара Выдуманная"], [1]),  # one is taken back
        (["Динара Выдуманная", "Ерлан Придуманный", "Асель Небывалова"], [1, 2, None]),
        (["Динара Выдумная", "Асель Небывалова", "Ерлан Придуманный"], [1, None, 2]),  # a better spelling
        (["Придуманный Ерлан"], [2]),  # the family name first
        (["Динара Выдуманная", "Болат"], [1, 2]),  # as many as before: the one in its place
        (["Болат"], [None]),
        (["Динара Выдуманная", "Динара Выдуманная", "Болат"], [1, None, None]),  # two of one name are two
        ([], []),
    ],
)
def test_each_name_finds_its_person(names: list[str], found: list[int | None]) -> None:
    assert match_names(KNOWN, names) == found


def test_nobody_is_known_at_first() -> None:
    assert match_names({}, ["Динара Выдуманная", "Динара Выдуманная"]) == [None, None]


def test_an_equal_name_goes_before_one_that_is_only_alike() -> None:
    assert match_names(
        {1: "Асель Небывалова", 2: "Айсель Небывалова"}, ["Айсель Небывалова", "Асель Небывалова"]
    ) == [2, 1]
