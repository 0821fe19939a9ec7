"""Where it happened, where they were brought, where they were going, and where only the writer is."""

import pytest

from bot.core.places.gazetteer import Gazetteer, Role
from bot.resources.places import load_gazetteer

ROLES = [
    ("взяли в Таразе", "taraz", Role.IN), ("забрали, Тараз", "taraz", Role.BARE), ("увезли из Тараза", "taraz", Role.FROM),
    ("в отделе полиции Степногорска сидят", "stepnogorsk", Role.BARE), ("на станции Шымкент", "shymkent", Role.IN),
    ("со станции Шымкент", "shymkent", Role.FROM),
    ("его увезли в Караганду", "karaganda", Role.BROUGHT), ("в Караганду увезли", "karaganda", Role.BROUGHT),
    ("брата перевели вчера в Алматы", "almaty", Role.BROUGHT), ("was taken to Astana", "astana", Role.BROUGHT),
    ("Астанаға алып кетті", "astana", Role.BROUGHT), ("Астанаға жеткізді", "astana", Role.BROUGHT),
    ("taken to Almaly ROVD", "almaty", Role.BROUGHT),
    ("этапируют в Уральск", "oral", Role.TO), ("его везут в Караганду", "karaganda", Role.TO),
    ("Астанаға апара жатыр", "astana", Role.TO),
    ("Астанаға алып бара жатыр", "astana", Role.TO), ("we are going to Astana", "astana", Role.TO),
    ("Шымкентке барамын", "shymkent", Role.TO),
    ("ехали вчера и нас взяли в Алматы", "almaty", Role.IN), ("повестка на допрос завтра к 10 Астана", "astana", Role.BARE),
    ("а то Астана не отвечает", "astana", Role.BARE),
    ("пишу из Алматы", "almaty", Role.WRITER), ("звоню вам из Тараза", "taraz", Role.WRITER),
    ("calling from Almaty", "almaty", Role.WRITER),
    ("Алматыдан жазып отырмын", "almaty", Role.WRITER),
    ("пишу из Алматы, нас тут бьют", "almaty", Role.FROM), ("he is calling from Almaty", "almaty", Role.FROM),
    ("Алматыдан жазып отыр", "almaty", Role.FROM),
]  # fmt: skip

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
def test_a_place_has_its_role(kz: Gazetteer, text: str, city: str, role: Role) -> None:
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
