"""Locations, zones, ids, buttons, and the file itself."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.places.gazetteer import NEIGHBOUR_KM, Gazetteer
from core.resources.jurisdictions import UnknownJurisdiction, known_jurisdictions
from core.resources.place_files import load_gazetteer


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(
    ("latitude", "longitude", "city"),
    [
        (43.2380, 76.9450, "almaty"), (51.1283, 71.4305, "astana"), (42.3417, 69.5901, "shymkent"),
        (43.6532, 51.1605, "aktau"),
        (43.3440, 52.8600, "zhanaozen"), (49.8047, 73.1094, "karaganda"), (50.0549, 72.9646, "temirtau"),
        (43.0400, 74.7100, "korday"),
        (42.9333, 75.2833, "korday"), (41.4600, 69.1700, "saryagash"), (51.9945, 70.9500, "akkol"),
    ],
)  # fmt: skip
def test_a_location_is_in_the_nearest_city(
    kz: Gazetteer, latitude: float, longitude: float, city: str
) -> None:
    found = kz.nearest(latitude, longitude)
    assert found is not None
    assert found[0].id == city
    assert 0 <= found[1] <= 60


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        (55.7558, 37.6173), (42.8746, 74.5698), (41.2995, 69.2401), (54.9885, 73.3242), (51.7682, 55.0970),
        (0.0, 0.0), (43.8256, 87.6168), (90.0, 180.0),
        (46.9, 65.2), (-43.2, 76.9),
    ],
)  # fmt: skip
def test_a_location_abroad_or_far_from_everything_is_nowhere(
    kz: Gazetteer, latitude: float, longitude: float
) -> None:
    assert kz.nearest(latitude, longitude) is None


@pytest.mark.parametrize(
    ("city", "hours_2018", "hours_now"),
    [
        ("almaty", 6, 5),
        ("astana", 6, 5),
        ("aktau", 5, 5),
        ("oral", 5, 5),
        ("kyzylorda", 6, 5),
        ("kostanay", 6, 5),
        ("baikonur", 6, 5),
    ],
)
def test_a_city_has_its_own_zone_then_and_now(
    kz: Gazetteer, city: str, hours_2018: int, hours_now: int
) -> None:
    zone = ZoneInfo(kz.cities[city].zone)
    offsets = [datetime(y, 9, 18, 7, tzinfo=UTC).astimezone(zone).utcoffset() for y in (2018, 2026)]
    assert [o.total_seconds() / 3600 for o in offsets if o is not None] == [hours_2018, hours_now]


def test_a_zone_belongs_to_any_place(kz: Gazetteer) -> None:
    assert kz.zone_of("almaty-medeu") == "Asia/Almaty"
    assert kz.zone_of(None, "mangystau-region") == "Asia/Aqtau"
    assert kz.zone_of("aktau", "almaty-city") == "Asia/Aqtau"
    assert kz.zone_of(None, None) is None


def test_a_place_has_a_region_and_a_name(kz: Gazetteer) -> None:
    assert kz.region_of("almaty-medeu") == "almaty-city"
    assert kz.region_of("zhanaozen") == "mangystau-region"
    assert kz.region_of("abai-region") == "abai-region"
    assert kz.name("oskemen", "ru") == "Усть-Каменогорск"
    assert kz.name("abai-region", "kk") == "Абай облысы"
    assert kz.name("shymkent-turan", "en") == "Turan District"
    with pytest.raises(KeyError):
        kz.name("atlantis", "en")


def test_the_buttons_are_three_cities_and_the_regional_centres(kz: Gazetteer) -> None:
    buttons = [city.id for city in kz.buttons()]
    assert buttons[:3] == ["almaty", "astana", "shymkent"]
    assert set(buttons) == {region.centre for region in kz.places.regions}


def test_ids_are_unique_short_ascii_slugs(kz: Gazetteer) -> None:
    ids = [*kz.cities, *kz.regions, *kz.districts]
    assert len(ids) == len(set(ids))
    assert all(id.isascii() and id == id.lower() and len(id) <= 32 and " " not in id for id in ids)


def test_the_regions_are_those_of_today_and_know_their_neighbours(kz: Gazetteer) -> None:
    assert len(kz.regions) == 20
    for region in kz.regions.values():
        assert region.neighbours
        assert all(region.id in kz.neighbours(other) for other in kz.neighbours(region.id)), region.id
        assert kz.cities[region.centre].region == region.id


def test_regions_are_told_by_the_distance_of_their_centres(kz: Gazetteer) -> None:
    found = kz.by_distance("almaty-city")
    assert [region for region, _ in found[:3]] == ["almaty-region", "jetisu-region", "zhambyl-region"]
    assert [round(km, -1) for _, km in found[:3]] == [70, 230, 450]
    assert {region for region, _ in found} == kz.regions.keys() - {"almaty-city"}


def test_the_neighbours_are_those_across_the_border_then_those_within_a_drive(kz: Gazetteer) -> None:
    assert kz.neighbours("almaty-city") == ("almaty-region", "jetisu-region", "zhambyl-region")
    assert kz.neighbours("astana-city")[:3] == ("akmola-region", "karaganda-region", "pavlodar-region")
    assert kz.neighbours("mangystau-region") == ("atyrau-region", "aktobe-region")
    for region in kz.regions.values():
        far = dict(kz.by_distance(region.id))
        others = set(kz.neighbours(region.id)) - set(region.neighbours)
        assert all(far[other] <= NEIGHBOUR_KM for other in others)


def test_every_place_has_three_names_a_real_zone_and_lies_in_the_box(kz: Gazetteer) -> None:
    south, west, north, east = kz.places.box
    for id in (*kz.cities, *kz.regions, *kz.districts):
        assert all(kz.name(id, language) for language in ("kk", "ru", "en"))
    for city in kz.cities.values():
        ZoneInfo(city.zone)
        assert city.region in kz.regions
        assert city.at is None or (south < city.at[0] < north and west < city.at[1] < east), city.id


def test_every_town_is_nearest_to_itself(kz: Gazetteer) -> None:
    towns = [
        city for city in kz.places.cities if city.town and city.id != "tobyl"
    ]  # which is Kostanay's edge
    assert [city.id for city in towns if city.at and kz.nearest(*city.at) != (city, 0.0)] == []
    assert [city.id for city in towns if not city.at] == ["zhem"]  # no source says where


def test_a_location_at_the_edge_of_a_large_city_is_in_it(kz: Gazetteer) -> None:
    for latitude, longitude, city in (
        (43.21, 76.79, "almaty"),
        (43.33, 76.84, "almaty"),
        (43.36, 76.85, "boralday"),
    ):
        found = kz.nearest(latitude, longitude)
        assert found is not None
        assert found[0].id == city


def test_an_unknown_jurisdiction_names_the_known_ones() -> None:
    with pytest.raises(UnknownJurisdiction, match=r"atlantis.*known: .*kz"):
        load_gazetteer("atlantis")
    assert "kz" in known_jurisdictions()


def test_the_gazetteer_is_read_once() -> None:
    assert load_gazetteer("kz") is load_gazetteer("kz")
