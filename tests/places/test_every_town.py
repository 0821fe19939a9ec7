"""Every town and every centre of a district, in every place of a sentence in which people put it, in three languages."""

from collections.abc import Iterator

import pytest

from core.places.gazetteer import Gazetteer, PlaceRole
from core.places.place_kinds import City, Proof
from core.places.place_names import romanise, sounds_of
from core.resources.place_files import load_gazetteer

RUSSIAN = [
    "{} мужа забрали", "{}. 3 человека", "{}, забрали сына", "мужа забрали утром, {}", "вчера ночью задержали троих {}",
    "г {}",
    "он в сизо {}", "{} ул Победы 5 обыск", "на станции {} сняли с поезда", "{} у нас фермера задержали",
]  # fmt: skip
KAZAKH = [
    "{}, күйеуімді алып кетті", "күйеуімді алып кетті, {}", "{} қаласында ұсталды", "{} станциясында поездан түсіріп алды",
    "{} полициясында отыр", "{} Жеңіс көшесі 5 үйде тінту жүріп жатыр",
]  # fmt: skip
PLACED = [
    "{} інімді ұстап кетті",
    "бауырым {} абақтыда",
    "біз {}мыз көмектесіңіз",
    "кеше {}ғы үйден алып кетті",
]
ENGLISH = [
    "arrested in {}!!", "{}: two people detained", "husband was taken, {}", "near {} they stopped us",
    "taken to {} this morning",
    "from {} police station", "they detained him at {} station",
]  # fmt: skip


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


def known(kz: Gazetteer, language: str) -> Iterator[tuple[City, str]]:
    """Towns and centres whose name is nothing else, with the name."""
    centres = {district.centre for district in kz.places.districts}
    offices = {sounds_of(name) for district in kz.places.districts if district.city for name in district.said}
    for city in kz.places.cities:
        name = city.names[language]
        sure = dict(city.spellings)[name] <= Proof.OTHER and not city.elsewhere
        if sure and (city.town or city.id in centres) and sounds_of(name) not in offices:
            yield city, name


def missed(kz: Gazetteer, texts: Iterator[tuple[City, str]]) -> list[str]:
    """Those of which neither the town is found nor, where a village of its district is called so too, its region."""
    wrong = []
    for city, text in texts:
        found = kz.find(text)
        there = found is not None and found.region == city.region and found.city in {city.id, None}
        if found is None or not there or not found.exact or found.role >= PlaceRole.TO:
            wrong.append(text)
    return wrong


@pytest.mark.parametrize("frame", RUSSIAN)
def test_every_town_is_found_in_russian_in_small_letters(kz: Gazetteer, frame: str) -> None:
    assert missed(kz, ((city, frame.format(name).lower()) for city, name in known(kz, "ru"))) == []


@pytest.mark.parametrize("frame", KAZAKH)
def test_every_town_is_found_in_kazakh_and_in_latin_letters(kz: Gazetteer, frame: str) -> None:
    texts = [(city, frame.format(name).lower()) for city, name in known(kz, "kk")]
    assert missed(kz, iter(texts)) == []
    assert missed(kz, ((city, romanise(text)) for city, text in texts)) == []


@pytest.mark.parametrize("frame", PLACED)
def test_every_town_is_found_with_a_kazakh_ending(kz: Gazetteer, frame: str) -> None:
    texts = [(city, frame.format(located(name)).lower()) for city, name in known(kz, "kk")]
    assert missed(kz, iter(texts)) == []
    assert missed(kz, ((city, romanise(text)) for city, text in texts)) == []


@pytest.mark.parametrize("frame", ENGLISH)
def test_every_town_is_found_in_english_in_small_letters(kz: Gazetteer, frame: str) -> None:
    assert missed(kz, ((city, frame.format(name).lower()) for city, name in known(kz, "en"))) == []


def located(name: str) -> str:
    """Алматыда, Шымкентте: the vowel follows the last one, the consonant the last letter."""
    vowels = [letter for letter in name.lower() if letter in "аоуыұяюёэеіөүиә"]
    return name + ("т" if name[-1] in "кқптсшщчцхфһбвгд" else "д") + ("е" if vowels[-1] in "еіөүәиэ" else "а")
