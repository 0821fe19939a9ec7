"""A street is not a city, and where somebody was going is not where they were taken."""

import pytest

from core.places.gazetteer import Gazetteer, PlaceRole
from core.resources.place_files import load_gazetteer

STREETS = [
    "площадь Астана", "улица Ташкентская", "ул. Карагандинская", "ул. Алматы 5", "проспект Туркестан", "пр-т Астана",
    "мкр-н Алматы", "Астана даңғылы", "Алматы көшесінде", "Сайран", "на Сайране", "в Сайране", "проспект Абая",
    "улица Ленина", "трасса Алматы – Тараз", "на трассе Астана-Караганда", "поезд Алматы—Астана", "автобус Тараз",
    "вокзал Алматы", "hotel Almaty", "улица Ташкент", "ул. Аксу", "Жамбыл көшесі", "Семей даңғылында",
]  # fmt: skip

SCENES = [
    ("площадь Астана, Алматы", "almaty"),
    ("на площади Астана в Алматы", "almaty"),
    ("Алматы, площадь Астана", "almaty"),
    ("Алматы площадь Астаны", "almaty"),
    ("ул. Карагандинская 5, Астана", "astana"),
    ("улица Алматы, Караганда", "karaganda"),
    ("мкр-н Алматы, Караганда", "karaganda"),
    ("Астана даңғылында, Алматыда", "almaty"),
    ("Алматыда Абай даңғылында", "almaty"),
    ("Алматы, Арена", "almaty"),
    ("брата задержали на площади алматы", "almaty"),
    ("square almaty they are arresting people", "almaty"),
    ("на площади алматы, в шымкенте брата забрали", "shymkent"),
    ("площадь Атырау, Уральск", "oral"),
    ("in Almaty, hotel Kazakhstan", "almaty"),
    ("in Almaty hotel Kazakhstan", "almaty"),
    ("на трассе Астана – Караганда под Темиртау", "temirtau"),
    ("автобус Алматы - Тараз остановили в Мерке", "merke"),
    ("Шымкент, проспект Туркестан", "shymkent"),
    ("в Таразе на улице Казыбек би", "taraz"),
]

ON_THE_WAY = [
    ("ехали в Астану, остановили под Карагандой", "karaganda"),
    ("ехали вчера ночью в Алматы, остановили под Мерке", "merke"),
    ("ехали в Шымкент, нас задержали в Сарыагашском районе", None),
    ("направлялись в Павлодар но взяли в Экибастузе", "ekibastuz"),
    ("Астанаға бара жатыр едік, Қарағандыда тоқтатты", "karaganda"),
    ("we were going to Astana, stopped near Karaganda", "karaganda"),
]  # fmt: skip


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize("text", STREETS)
def test_a_street_names_no_city(kz: Gazetteer, text: str) -> None:
    assert kz.find(text) is None
    assert kz.outside(text) is None


@pytest.mark.parametrize(("text", "city"), SCENES)
def test_a_street_does_not_hide_the_city(kz: Gazetteer, text: str, city: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert found.city == city


@pytest.mark.parametrize(("text", "city"), ON_THE_WAY)
def test_a_destination_is_not_the_scene(kz: Gazetteer, text: str, city: str | None) -> None:
    found = kz.find(text)
    assert found is not None
    assert found.city == city


def test_a_destination_alone_says_that_it_is_one(kz: Gazetteer) -> None:
    for text in (
        "нас везут в Алматы",
        "ехали мы вчера утром в Алматы",
        "в Астану",
        "нас везут сейчас в Тараз",
    ):
        found = kz.find(text)
        assert found is not None
        assert found.role is PlaceRole.TO, text


def test_going_elsewhere_in_another_clause_changes_nothing(kz: Gazetteer) -> None:
    found = kz.find("поехали домой, а его взяли в Алматы")
    assert found is not None
    assert found.role is PlaceRole.IN
