"""Where it happened, where they were brought, where they were going, and where only the writer is."""

import pytest

from core.places.gazetteer import Gazetteer, PlaceRole
from core.resources.place_files import load_gazetteer

ROLES = [
    ("взяли в Таразе", "taraz", PlaceRole.IN),
    ("забрали, Тараз", "taraz", PlaceRole.BARE),
    ("увезли из Тараза", "taraz", PlaceRole.FROM),
    ("в отделе полиции Степногорска сидят", "stepnogorsk", PlaceRole.BARE),
    ("на станции Шымкент", "shymkent", PlaceRole.IN),
    ("со станции Шымкент", "shymkent", PlaceRole.FROM),
    ("его увезли в Караганду", "karaganda", PlaceRole.BROUGHT),
    ("в Караганду увезли", "karaganda", PlaceRole.BROUGHT),
    ("брата перевели вчера в Алматы", "almaty", PlaceRole.BROUGHT),
    ("was taken to Astana", "astana", PlaceRole.BROUGHT),
    ("Астанаға алып кетті", "astana", PlaceRole.BROUGHT),
    ("Астанаға жеткізді", "astana", PlaceRole.BROUGHT),
    ("taken to Almaly ROVD", "almaty", PlaceRole.BROUGHT),
    ("этапируют в Уральск", "oral", PlaceRole.TO),
    ("его везут в Караганду", "karaganda", PlaceRole.TO),
    ("Астанаға апара жатыр", "astana", PlaceRole.TO),
    ("Астанаға алып бара жатыр", "astana", PlaceRole.TO),
    ("we are going to Astana", "astana", PlaceRole.TO),
    ("Шымкентке барамын", "shymkent", PlaceRole.TO),
    ("ехали вчера и нас взяли в Алматы", "almaty", PlaceRole.IN),
    ("повестка на допрос завтра к 10 Астана", "astana", PlaceRole.BARE),
    ("а то Астана не отвечает", "astana", PlaceRole.BARE),
    ("пишу из Алматы", "almaty", PlaceRole.WRITER),
    ("звоню вам из Тараза", "taraz", PlaceRole.WRITER),
    ("calling from Almaty", "almaty", PlaceRole.WRITER),
    ("Алматыдан жазып отырмын", "almaty", PlaceRole.WRITER),
    ("пишу из Алматы, нас тут бьют", "almaty", PlaceRole.FROM),
    ("he is calling from Almaty", "almaty", PlaceRole.FROM),
    ("Алматыдан жазып отыр", "almaty", PlaceRole.FROM),
]

ORDER = [
    ("в аксае зко задержали, этапируют в уральск", ["aksay", "oral"]),
    ("пишу из Алматы, брата взяли в Таразе", ["taraz", "almaty"]),
    ("затобольск под костанаем, забрали деда", ["tobyl", "kostanay"]),
    ("Қостанай маңындағы Затобольск", ["tobyl", "kostanay"]),
    ("from village Aiteke Bi by kyzylorda side", ["ayteke-bi", "kyzylorda"]),
    ("из узынагаша парня увезли, полиция жамбылского района алматинской обл", ["uzynagash"]),
    ("увезли в Астану, взяли в Темиртау", ["temirtau", "astana"]),
]

ABROAD = [
    ("пишу из алматы брата в бишкеке взяли", "Бишкек"), ("ехали в Алматы, взяли в Ташкенте", "Ташкент"),
    ("calling from germany, cousin was arrested", None), ("пишу из Москвы, брата взяли", None),
    ("из Москвы летел в Астану", None),
    ("мәскеуден Астанаға бара жатқанда", None), ("пишу из Москвы, нас тут бьют", "Москва"),
]  # fmt: skip


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(("text", "city", "role"), ROLES)
def test_a_place_has_its_role(kz: Gazetteer, text: str, city: str, role: PlaceRole) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.city, found.role) == (city, role)


@pytest.mark.parametrize(("text", "cities"), ORDER)
def test_of_several_places_the_scene_is_first(kz: Gazetteer, text: str, cities: list[str]) -> None:
    assert [match.city for match in kz.cities_named(text)] == cities


@pytest.mark.parametrize(("text", "name"), ABROAD)
def test_where_somebody_writes_from_or_flies_from_is_no_scene_abroad(
    kz: Gazetteer, text: str, name: str | None
) -> None:
    assert kz.outside(text) == name
