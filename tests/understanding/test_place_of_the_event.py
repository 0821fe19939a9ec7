"""Where a village and a city are both named, the place of what happened wins; small towns are read in any ending."""

import pytest

from tests.understanding.test_evidence import read

PLACES = {
    "police took my brother in the village of Uzynagash near Almaty": "uzynagash",
    "my brother was arrested near Astana, in the village of Kosshy": "kosshy",
    "we are from Almaty, he was taken in Esik": "esik",
    "at the akimat in Aksay police took my father": "aksay",
    "задержали брата в селе Узынагаш под Алматы": "uzynagash",
    "недалеко от Астаны, в Косшы забрали сына": "kosshy",
    "задержали в Ащибулаке возле Алматы": "almaty",  # several villages are called so: those near the city are asked
    "в Аксае у акимата задержали мужа": "aksay",
    "в Алматы, в Аксае у акимата забрали мужа": "almaty",  # a microdistrict
    "в Шетпе у акимата полиция увезла двоих": "shetpe",
    "Алматы маңындағы Ұзынағаш ауылында інімді ұстады": "uzynagash",
    "Алматының қасында, Қаскелеңде ағамды ұстады": "kaskelen",
    "Ақсайда әкімдіктің алдында адамдарды ұстады": "aksay",
    "Жаркентте әкімдік алдында адамдар ұсталды": "zharkent",
    "Аягөзде полиция бөліміне алып кетті": "ayagoz",
    "Мақатта мұнайшыларды ұстады": "makat",
}
NO_TOWN = [
    "в микрорайоне Аксай забрали мужа",
    "на Абая у акимата забрали людей",
    "Абай көшесінде әкімдік алдында ұстады",
]


@pytest.mark.parametrize("text", PLACES)
def test_it_is_where_it_happened(text: str) -> None:
    place = read(text).place
    assert place is not None
    assert place.city == PLACES[text]


@pytest.mark.parametrize("text", NO_TOWN)
def test_a_street_or_a_microdistrict_is_no_town_beside_a_town_hall(text: str) -> None:
    place = read(text).place
    assert place is None or place.city is None
