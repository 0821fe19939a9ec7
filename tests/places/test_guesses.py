"""Of a small town one letter may be wrong, never two, and never where two places are as near: then the person is asked."""

import pytest

from core.places.gazetteer import Gazetteer
from core.places.place_names import sound_of, sounds_of
from core.resources.place_files import load_gazetteer


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(
    ("typed", "city"),
    [("в Жаноозене", "zhanaozen"), ("Екебастуз", "ekibastuz"), ("Балхас", "balkhash")],
)
def test_one_letter_is_guessed_and_said_to_be_a_guess(kz: Gazetteer, typed: str, city: str) -> None:
    found = kz.answer(typed)
    assert found is not None
    assert (found.city, found.exact) == (city, False)


@pytest.mark.parametrize(
    ("typed", "city"),
    [("карагоднда", "karaganda"), ("жоноозин", "zhanaozen"), ("екебастус", "ekibastuz")],
)
def test_two_letters_are_asked_back(kz: Gazetteer, typed: str, city: str) -> None:
    assert kz.find(f"в {typed}") is None
    assert kz.answer(typed) is None
    assert kz.close(typed)[0] == city


@pytest.mark.parametrize(
    "text", ["Павлодаров задержан", "адвокат Астанин", "задержали Костанаева", "Таразов"]
)
def test_a_surname_is_no_typo(kz: Gazetteer, text: str) -> None:
    assert kz.find(text) is None


@pytest.mark.parametrize("typed", ["Актоб", "Аксуй", "Каратак", "Саран"])
def test_a_guess_between_two_places_is_none(kz: Gazetteer, typed: str) -> None:
    found = kz.answer(typed)
    assert found is None or found.exact or len(kz.close(typed)) > 1


@pytest.mark.slow
def test_a_village_that_is_so_called_is_no_typo_of_a_town(kz: Gazetteer) -> None:
    typos = []
    for name in {name for city in kz.places.villages for name, _ in city.spellings}:
        found = kz.answer(name)
        if found is not None and found.city is not None and not found.exact:
            known = {sounds_of(spelling) for spelling, _ in kz.cities[found.city].spellings}
            if sounds_of(name) not in known:
                typos.append((name, found))
    assert typos == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Semei", "Семей"), ("Abai", "Абай"), ("Kostanai", "Қостанай"), ("Baikonur", "Байконур"), ("Taiynsha", "Тайынша"),
        ("Jambyl", "Жамбыл"), ("Zhambyl", "Жамбыл"), ("Qyzylorda", "Кызылорда"), ("Oskemen", "Өскемен"), ("Aqtau", "Ақтау"),
        ("Atyraw", "Атырау"), ("Taldıqorğan", "Талдыкорган"), ("Şymkent", "Шымкент"), ("Ekibastuz", "Экибастуз"),
    ],
)  # fmt: skip
def test_a_name_in_latin_letters_sounds_as_in_cyrillic(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("Zhangaozen", "zhanaozen"),
        ("Zhanaozen", "zhanaozen"),
        ("Jañaözen", "zhanaozen"),
        ("жангаозен", "zhanaozen"),
    ],
)
def test_the_kazakh_ng_may_be_two_letters(kz: Gazetteer, typed: str, city: str) -> None:
    found = kz.find(typed)
    assert found is not None
    assert (found.city, found.exact) == (city, True)


@pytest.mark.parametrize(
    ("said", "city"),
    [
        ("Шымкалада", "shymkent"), ("в южной столице", "almaty"), ("возле Хан Шатыра", "astana"), ("в Семске", "semey"),
        ("в Майкудуке", "karaganda"), ("Пришахтинск", "karaganda"), ("на Шымбулаке", "almaty"), ("в Целинограде", "astana"),
        ("в Ермаке", "aksu"), ("Актюба", "aktobe"),
    ],
)  # fmt: skip
def test_what_people_call_a_city_is_that_city(kz: Gazetteer, said: str, city: str) -> None:
    found = kz.find(said)
    assert found is not None
    assert found.city == city


@pytest.mark.parametrize(
    "said", ["ЕКБ", "площадь Республики", "на Арбате", "возле Байтерека", "левый берег", "барахолка"]
)
def test_what_two_cities_have_is_none_of_them(kz: Gazetteer, said: str) -> None:
    assert kz.find(said) is None
