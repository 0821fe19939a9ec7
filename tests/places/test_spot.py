"""Whether two people speak of one station or one address."""

import pytest

from core.places.spots import make_spot

ALMATY = ("Алматы", "Almaty")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("РОВД Ауэзовского района", "Ауэзовское РУВД"),
        ("РОВД Ауэзовского района", "Auezov police station"),
        ("Әуезов аудандық полиция бөлімі", "в Ауэзовском отделе полиции"),
        ("ул. Абая, 10", "Абай көшесі 10"),
        ("Abay street 10", "at Abay 10, Almaty"),
        ("отдел полиции № 3", "3 отдел"),
        ("ул. Жандосова 55", "Жандосов 55"),
    ],
)
def test_one_place_however_it_is_said(one: str, other: str) -> None:
    assert make_spot("almaty", one, ALMATY).is_same(make_spot("almaty", other, ALMATY))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("в отделе полиции", "в отделе полиции"),  # any
        ("", ""),
        ("at the police station", "in the street"),
        ("Абая 10", "Абая 100"),
        ("Абая 10", "Абая"),
        ("отдел полиции № 3", "отдел полиции № 13"),
        ("Алмалинский РОВД", "Алатауский РОВД"),
        ("Алмалинский РОВД", "Медеуский РОВД"),
        ("ул. Сатпаева 22", "ул. Саина 22"),
        ("в Алматы", "Алматы"),
    ],
)
def test_what_differs_or_tells_nothing_is_not_one_place(one: str, other: str) -> None:
    assert not make_spot("almaty", one, ALMATY).is_same(make_spot("almaty", other, ALMATY))


def test_the_same_words_in_another_town_are_another_place() -> None:
    assert not make_spot("almaty", "Абая 10").is_same(make_spot("astana", "Абая 10"))


def test_pins_beside_each_other_are_one_place_whatever_was_said() -> None:
    here = make_spot("almaty", "Абая 10", point=(43.2380, 76.9450))
    assert here.is_same(make_spot("almaty", "у метро", point=(43.2389, 76.9455)))
    assert not here.is_same(make_spot("almaty", "Абая 10", point=(43.2480, 76.9450)))
    assert here.is_same(make_spot("almaty", "Абая 10"))
