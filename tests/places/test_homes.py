"""Where the writer is, or somebody lives or works, is no scene where another place is told of who was taken."""

import pytest

from bot.core.places.gazetteer import Gazetteer
from bot.resources.places import load_gazetteer

ELSEWHERE = [
    ("я в актобе маму задержали в уральске на площади", "oral"),
    ("сама в Астане, сын в Караганде задержан", "karaganda"),
    ("нахожусь в Шымкенте. брат в Таразе, его забрали сегодня", "taraz"),
    ("я живу в Алматы а мужа забрали в Актау где он на вахте", "aktau"),
    ("Мы в Алматы. Сестра поехала в Талдыкорган, там её и задержали", "taldykorgan"),
    ("в Алматы живу, звонит тётя из Тараза — её сына забрали там", "taraz"),
    ("муж работает в Актау, задержали в Атырау", "atyrau"),
    ("мен Алматыдамын, әкемді Семейде ұстапты", "semey"),
    ("мен Тараздамын бауырымды Қарағандыда алып кетті", "karaganda"),
    ("өзім Ақтөбеде тұрамын, қызымды Астанада полиция алып кетті", "astana"),
    ("інім Таразда жұмыс істейді, Алматыда ұстады", "almaty"),
    ("шымкенттемін, ал інім алматыда тұрады, оны ұстап кетіпті", "almaty"),
    ("Im in Almaty. They arrested my mum in Astana.", "astana"),
    ("I live in Astana, my brother got arrested in Shymkent yesterday", "shymkent"),
    ("brother who lives in Astana got arrested in Karaganda", "karaganda"),
    ("We flew from Astana to Almaty and they arrested my brother at the airport on arrival", "almaty"),
    ("брата забрали в Таразе, он живет в Астане", "taraz"),
    ("Алматы. Мужа задержали. Он живет в Таразе", "almaty"),
]
HERE = [
    ("я в Алматы, меня забирают, сестра в Астане знает", "almaty"),
    ("я в Алматы, нас задержали, мама в Астане", "almaty"),
    ("я в Алматы, мама в Астане, брата задержали здесь", "almaty"),
    ("я в алматы мама в астане брата задержали", "almaty"),
    ("я в Алматы у РОВД, брата задержали. Жена в Астане", "almaty"),
    ("я в Актобе, маму задержали", "aktobe"),
    ("живу в Шымкенте, мужа забрали", "shymkent"),
    ("мен Алматыдамын, ағамды ұстады", "almaty"),
    ("мужа задержали в Таразе и в Алматы тоже", "taraz"),
    ("едем из Астаны в Алматы, нас задержали", "astana"),
    ("задержали в Алматы, везут в Талдыкорган", "almaty"),
    ("нас задержали в Астане, мы из Караганды", "astana"),
    ("брата в Таразе, я в Алматы. сына в Астане, его там нет", "taraz"),
]
OUTSIDE = [
    ("дочь задержали в Ташкенте она из Шымкента", "Ташкент"),
    ("Задержали в Стамбуле активиста из Астаны", "Стамбул"),
    ("my brother from almaty was detained in moscow", "Москва"),
    ("Арестовали друга из России в Алматы", None),
    ("брата задержали в Алматы, друг из Москвы", None),
    ("из Алматы мужа увезли в Москву", None),
]


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(("text", "city"), ELSEWHERE)
def test_a_home_is_no_scene_where_somebody_is_taken_elsewhere(kz: Gazetteer, text: str, city: str) -> None:
    assert next(match.city for match in kz.cities_named(text)) == city


@pytest.mark.parametrize(("text", "city"), HERE)
def test_it_is_where_nobody_is_taken_elsewhere(kz: Gazetteer, text: str, city: str) -> None:
    assert next(match.city for match in kz.cities_named(text)) == city


@pytest.mark.parametrize(("text", "name"), OUTSIDE)
def test_whoever_comes_from_here_and_is_taken_abroad_is_abroad(
    kz: Gazetteer, text: str, name: str | None
) -> None:
    assert kz.outside(text) == name
