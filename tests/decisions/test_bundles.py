"""Which offers are one row of a list, and what its button carries."""

import random
from datetime import UTC, datetime

import pytest

from bot.core.alerting.bundles import AT_ONCE, bundles, packed, unpacked
from bot.core.model import Case
from bot.core.places.spot import spot
from bot.core.vocabulary import CaseState, Record

NOW = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)


def cases(many: int) -> list[Case]:
    return [Case(n, "", Record.DEPRIVATION, CaseState.OPEN, NOW, "other", "ru") for n in range(1, many + 1)]


def test_those_of_one_place_stand_where_the_first_of_them_does() -> None:
    said = {1: "Абая 10", 2: "", 3: "ул. Абая 10", 4: "Сатпаева 22", 5: "", 6: "Сатпаева 22"}
    found = bundles(cases(6), {number: spot("almaty", words) for number, words in said.items()})
    assert [[case.id for case in row] for row in found] == [[1, 3], [2], [4, 6], [5]]


def test_no_row_has_more_than_one_press_may_take() -> None:
    found = bundles(cases(12), {number: spot("almaty", "Абая 10") for number in range(1, 13)})
    assert [len(row) for row in found] == [AT_ONCE, AT_ONCE, 2]


def test_a_case_of_which_nothing_is_known_stands_alone() -> None:
    assert [len(row) for row in bundles(cases(3), {})] == [1, 1, 1]


def test_a_button_names_its_offers_within_what_a_press_may_carry() -> None:
    chance = random.Random(2018)
    for many in range(1, AT_ONCE + 1):
        offers = tuple(chance.getrandbits(62) + 1 for _ in range(many))
        assert unpacked(packed(offers)) == offers
        assert len(f"bundle:{packed(offers)}") <= 64


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "x",
        "17",
        "=",
        "ё",
        packed([0]),
        packed([-5]),
        packed([7, 7]),
        packed(range(1, 9)),
        packed([7]) + "A",
        "!!!" + packed([7]),
        packed([7]) + "\n",
    ],
)
def test_what_no_button_of_ours_carried_names_nothing(forged: str) -> None:
    assert unpacked(forged) == ()
