"""A station is called by one name in the reader's language, which says no more than was told."""

from datetime import date

import pytest

from core.places.station_labels import station_label
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_words
from core.stations import Station


def listed(name: str, city: str = "almaty") -> Station:
    """A station of the list."""
    return Station(
        name,
        dict.fromkeys(("kk", "ru", "en"), name),
        "x",
        city,
        ("+77270000001",),
        "made up",
        date(2018, 9, 1),
    )


def label(text: str, language: str = "en", town: str = "almaty", *stations: Station) -> str:
    """How it is called."""
    return station_label(load_words(), load_gazetteer("kz"), stations, language, text, town)


@pytest.mark.parametrize(
    ("text", "kk", "ru", "en"),
    [
        (
            "в Алмалинском РОВД",
            "полиция бөлімі, Алмалы ауданы",
            "отдел полиции, Алмалинский район",
            "police station, Almaly District",
        ),
        ("5-ші бөлімшеде", "полиция бөлімі № 5", "отдел полиции № 5", "police station no. 5"),
        (
            "ОП №2 Жетысуского района",
            "полиция бөлімі № 2, Жетісу ауданы",
            "отдел полиции № 2, Жетысуский район",
            "police station no. 2, Zhetysu District",
        ),
        (
            "в ИВС",
            "уақытша ұстау изоляторы (УҰИ)",
            "изолятор временного содержания (ИВС)",
            "temporary detention facility (IVS)",
        ),
        (
            "тергеу изоляторында",
            "тергеу изоляторы (СИЗО)",
            "следственный изолятор (СИЗО)",
            "remand prison (SIZO)",
        ),
    ],
)
def test_it_is_called_by_kind_number_and_district(text: str, kk: str, ru: str, en: str) -> None:
    assert [label(text, language) for language in ("kk", "ru", "en")] == [kk, ru, en]


@pytest.mark.parametrize(
    "text",
    [
        "in the yard behind the market",
        "РОВД на Карасай батыра",
        "в Алмалинском РОВД или в Медеуском РОВД",
        "в полиции",
        "",
    ],
)
def test_what_only_its_words_tell_or_what_is_not_told_has_no_other_name(text: str) -> None:
    assert label(text) == ""


def test_a_station_of_the_list_has_its_name_there_if_all_that_is_told_is_its() -> None:
    almaly = listed("Made-Up Almaly ROVD")
    numbered = listed("Made-Up police station No. 5 of Medeu district")
    assert label("Алмалы ПБ", "en", "almaty", almaly, numbered) == "Made-Up Almaly ROVD"
    assert label("5-ші бөлімше", "en", "almaty", almaly, numbered) == "police station no. 5"
    assert label("Алмалы ПБ", "en", "astana", almaly) != "Made-Up Almaly ROVD"
    again = listed("Another Almaly ROVD")
    assert label("Алмалы ПБ", "en", "almaty", almaly, again) == "police station, Almaly District"


def test_two_local_police_posts_need_not_be_one() -> None:
    stations = load_gazetteer("kz").stations
    first, second = (stations.only(text, ("almaty",)) for text in ("опорный пункт", "опорка"))
    assert first is not None
    assert second is not None
    assert not first.is_same(second)
    prison, same = stations.only("в СИЗО", ("almaty",)), stations.only("тергеу изоляторында", ("almaty",))
    assert prison is not None
    assert same is not None
    assert prison.is_same(same)
