"""Which offers are one row of a list, and what its button carries."""

import random
from datetime import UTC, datetime

import pytest

from core.alerting.offer_bundles import AT_ONCE, bundle_cases, pack_offers, unpack_offers
from core.model import Case
from core.places.spots import make_spot
from core.vocabulary import CaseState, RecordKind

NOW = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)


def cases(many: int) -> list[Case]:
    return [
        Case(n, "", RecordKind.DEPRIVATION, CaseState.OPEN, NOW, "other", "ru") for n in range(1, many + 1)
    ]


def test_those_of_one_place_stand_where_the_first_of_them_does() -> None:
    said = {1: "Абая 10", 2: "", 3: "ул. Абая 10", 4: "Сатпаева 22", 5: "", 6: "Сатпаева 22"}
    found = bundle_cases(cases(6), {number: make_spot("almaty", words) for number, words in said.items()})
    assert [[case.id for case in row] for row in found] == [[1, 3], [2], [4, 6], [5]]


def test_no_row_has_more_than_one_press_may_take() -> None:
    found = bundle_cases(cases(12), {number: make_spot("almaty", "Абая 10") for number in range(1, 13)})
    assert [len(row) for row in found] == [AT_ONCE, AT_ONCE, 2]


def test_a_case_of_which_nothing_is_known_stands_alone() -> None:
    assert [len(row) for row in bundle_cases(cases(3), {})] == [1, 1, 1]


def test_a_button_names_its_offers_within_what_a_press_may_carry() -> None:
    chance = random.Random(2018)
    for many in range(1, AT_ONCE + 1):
        offers = tuple(chance.getrandbits(62) + 1 for _ in range(many))
        assert unpack_offers(pack_offers(offers)) == offers
        assert len(f"bundle:{pack_offers(offers)}") <= 64


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "x",
        "17",
        "=",
        "ё",
        pack_offers([0]),
        pack_offers([-5]),
        pack_offers([7, 7]),
        pack_offers(range(1, 9)),
        pack_offers([7]) + "A",
        "!!!" + pack_offers([7]),
        pack_offers([7]) + "\n",
    ],
)
def test_what_no_button_of_ours_carried_names_nothing(forged: str) -> None:
    assert unpack_offers(forged) == ()
