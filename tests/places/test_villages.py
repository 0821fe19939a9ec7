"""Villages count where something beside them says so, and never where two are called the same."""

import pytest

from core.places.gazetteer import Gazetteer
from core.places.place_kinds import Proof
from core.places.place_names import sounds_of
from core.resources.place_files import load_gazetteer

FOUND = [
    ("в селе Шубарсу", "shubarsu"),
    ("Шұбарсу ауылында", "shubarsu"),
    ("в Шелеке", "shelek"),
    ("Нарынкол", "narynkol"),
    ("Нарынқолда ұсталды", "narynkol"),
    ("из Масанчи", "masanchi"),
    ("п. Осакаровка", "osakarovka"),
    ("Карагандинская область, Топар", "topar"),
    ("Тургень, Енбекшиказахский район", "turgen"),
    ("село Карабулак Сайрамского района", "karabulak-turkistan"),
    ("Ескельдинский район, Карабулак", "karabulak"),
    ("Жамбылский район, Узынагаш", "uzynagash"),
    ("Жамбыл ауданы, Аса ауылы", "asa"),
    ("Түлкібас ауданы Састөбе кенті", "sastobe"),
    ("с. Акмол Целиноградского района", "akmol"),
    ("село Чапаево ЗКО", "chapaev"),
    ("Байтерек ауылы, Еңбекшіқазақ ауданы", "baiterek"),
    ("село Талгар", "talgar"),
    ("Кегенде", "kegen"),
    ("Качиры", "terenkol"),
    ("в Келлеровке Тайыншинского района", "v596055100"),
    ("с. Летовочное", "v596063100"),
]  # fmt: skip

UNSURE = [
    "село Карабулак", "Карабулак", "в Карабулаке", "в ауле Абай", "Абай ауылында", "село Аксай", "с. Жамбыл", "п. Актас",
    "село Достык", "Теректі ауылы", "в Бирлике", "Чапаев ауылы", "в селе Первомайское", "в Акжаре", "Коктобе",
]  # fmt: skip

WORDS = [
    "в тенге", "аса ауыр", "қарауылда тұрмыз", "Тимирязева 42", "Чапаева 5", "Махамбета 10", "на Айтеке би",
    "по Толе би", "Райымбека 200", "Курмангазы 40", "Сергеев задержан", "Смирнова увезли", "Лисаков не отвечает",
    "Булаева забрали", "возле Атакента", "в Калкамане", "улица Достык", "Даулет звонил", "в Нуре", "мұнайшыдан сұра",
    "с Алматинского", "жақсы", "Жақсы рахмет", "Темирлан", "Темирлана забрали", "Жанибек", "задержали Конаева",
    "задержали Рудного", "Ермака увели", "жақсы аудан", "Ильич", "Шалкар не отвечает", "Кабанбай батыра 11",
    "в Ленинском", "в Октябрьском", "Самал", "Мирный протест", "победа за нами", "дом, село, суд",
]  # fmt: skip


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(("text", "village"), FOUND)
def test_a_village_is_found_where_the_words_say_which(kz: Gazetteer, text: str, village: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert found.city == village


@pytest.mark.parametrize("text", UNSURE)
def test_a_village_whose_name_others_have_is_not_decided_by_chance(kz: Gazetteer, text: str) -> None:
    found = kz.find(text)
    assert found is None or (found.city is None and found.district is None)


@pytest.mark.parametrize("text", WORDS)
def test_a_word_a_person_or_a_street_is_no_village(kz: Gazetteer, text: str) -> None:
    assert kz.find(text) is None


def test_the_villages_that_may_be_meant_are_offered_each_with_its_district(kz: Gazetteer) -> None:
    offered = kz.close("село Карабулак")
    assert offered[:2] == ["karabulak", "karabulak-turkistan"]
    assert kz.name(offered[0], "ru") == "Карабулак, Ескельдинский район"
    assert kz.name(offered[1], "kk") == "Қарабұлақ, Сайрам ауданы"
    assert kz.find("Карабулак ауылы, Түркістан облысы") is not None


def test_several_villages_of_one_region_leave_the_region(kz: Gazetteer) -> None:
    found = kz.find("Карабулак ауылы, Түркістан облысы")
    assert found is not None
    assert (found.city, found.region) == (None, "turkistan-region")


def test_a_name_that_a_small_village_elsewhere_has_too_is_not_exact(kz: Gazetteer) -> None:
    alone, told = kz.find("в Бескарагае"), kz.find("в Бескарагае области Абай")
    assert alone is not None
    assert not alone.exact
    assert told is not None
    assert told.exact


@pytest.mark.slow
def test_no_name_is_sure_that_settlements_of_two_regions_have(kz: Gazetteer) -> None:
    """The promise for everything at once: every village is asked for by every name it has."""
    villages = [city for city in kz.cities.values() if not city.town]
    bearers: dict[str, set[str]] = {}
    for city in villages:
        for name, _ in city.spellings:
            bearers.setdefault(sounds_of(name), set()).add(city.region)
    wrong = []
    for name in {name for city in villages for name, _ in city.spellings}:
        found, regions = kz.find(f"в селе {name}"), bearers[sounds_of(name)]
        if found is None or not found.exact or (found.city and kz.cities[found.city].large):
            continue
        if regions != {found.region}:
            wrong.append((name, found))
    assert wrong == []


def test_a_large_village_is_meant_although_some_hamlets_are_called_so(kz: Gazetteer) -> None:
    for text in ("в Узынагаше", "uzynagashta", "поселок Жетыбай", "Шиеліде", "в селе Шиели"):
        found = kz.find(text)
        assert found is not None, text
        assert found.exact
        assert kz.cities[found.city or ""].large
    told = kz.find("Шиели, Бурабайский район")
    assert told is not None
    assert told.region == "akmola-region"


def test_few_settlements_elsewhere_are_called_as_a_large_one(kz: Gazetteer) -> None:
    for city in kz.places.cities:
        if city.large:
            names = {sounds_of(name) for name, proof in city.spellings if proof < Proof.ENDING}
            twins = {
                other.id
                for other in kz.cities.values()
                if other.region != city.region and names & {sounds_of(name) for name, _ in other.spellings}
            }
            assert 0 < len(twins) <= 3, (city.id, twins)


def test_a_village_has_its_zone_its_region_and_a_name_in_english(kz: Gazetteer) -> None:
    assert kz.region_of("v596055100") == "north-kazakhstan-region"
    assert kz.zone_of("v596055100") == "Asia/Almaty"
    assert kz.name("v596055100", "en") == "Kellerovka, Tayynsha District"
