"""Districts by their names, and by the police, courts and offices that are called after them."""

import pytest

from core.places.gazetteer import Gazetteer, PlaceRole
from core.resources.place_files import load_gazetteer

OFFICES = [
    ("Медеуское РУП", "almaty-medeu"),
    ("забрали в медеуское руп", "almaty-medeu"),
    ("Медеуский РОВД", "almaty-medeu"),
    ("УП Медеуского района", "almaty-medeu"),
    ("Медеу РУП-та отыр", "almaty-medeu"),
    ("Алмалы РОВД", "almaty-almaly"),
    ("Алмалы полиция бөлімінде", "almaty-almaly"),
    ("Бостандық АІІБ", "almaty-bostandyk"),
    ("Бостандық ІІБ", "almaty-bostandyk"),
    ("бостандык ииб", "almaty-bostandyk"),
    ("Бостандық ПБ-да", "almaty-bostandyk"),
    ("Ауэзовское УП", "almaty-auezov"),
    ("Турксибский отдел полиции", "almaty-turksib"),
    ("в Турксибском районном суде", "almaty-turksib"),
    ("ОП Сарыарка", "astana-saryarka"),
    ("отдел полиции Сарыарка", "astana-saryarka"),
    ("Saryarka ROVD", "astana-saryarka"),
    ("Сарыарқа аудандық соты", "astana-saryarka"),
    ("Астана, Есіл ПБ", "astana-esil"),
    ("Енбекшинский РОВД", "shymkent-enbekshi"),
]

RURAL = [
    ("Сарыагашский район", "saryagash-district", "turkistan-region"),
    ("в Сарыагашском районе", "saryagash-district", "turkistan-region"),
    ("Сарыағаш ауданында", "saryagash-district", "turkistan-region"),
    ("сарыагаш ауданы", "saryagash-district", "turkistan-region"),
    ("Saryagash audanynda", "saryagash-district", "turkistan-region"),
    ("в Сарыагашском РОВД", "saryagash-district", "turkistan-region"),
    ("Енбекшиказахский р-н", "enbekshikazakh-district", "almaty-region"),
    ("Еңбекшіқазақ ауданынан", "enbekshikazakh-district", "almaty-region"),
    ("в Панфиловском районе", "panfilov-district", "jetisu-region"),
    ("Жаркентский район", "panfilov-district", "jetisu-region"),
    ("Мақтаарал ауданы", "maktaaral-district", "turkistan-region"),
    ("район Магжана Жумабаева", "zhumabaev-district", "north-kazakhstan-region"),
    ("район Шал акына", "shal-akyn-district", "north-kazakhstan-region"),
    ("Тарановский район", "maylin-district", "kostanay-region"),
    ("Бейімбет Майлин ауданы", "maylin-district", "kostanay-region"),
    ("Зыряновский район", "altay-district", "east-kazakhstan-region"),
    ("Мақаншы ауданы", "makanshy-district", "abai-region"),
    ("Абайский район Карагандинской области", "karaganda-abay-district", "karaganda-region"),
    ("Абай облысы, Абай ауданы", "abai-district", "abai-region"),
    ("Жамбылский район Алматинской области", "almaty-zhambyl-district", "almaty-region"),
    ("СКО Жамбылский район", "nkr-zhambyl-district", "north-kazakhstan-region"),
    ("Есильский район Акмолинской области", "akmola-esil-district", "akmola-region"),
    ("Алматы, Талгарский район", "talgar-district", "almaty-region"),
    ("Бәйтерек ауданы, БҚО", "baiterek-district", "west-kazakhstan-region"),
]

UNSURE = [
    "Жамбылский район", "Абай ауданы", "Есильский район", "Алматинский район", "Нұра ауданы", "Актогайский РОВД",
    "Есиль РОВД", "район Алматы", "Астана ауданы", "возле Байтерека", "в районе Байтерека", "9 май полиция келді",
    "Байқоңыр ПБ", "Абай полиция бөлімі",
]  # fmt: skip


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(("text", "district"), OFFICES)
def test_an_office_is_in_the_district_after_which_it_is_called(
    kz: Gazetteer, text: str, district: str
) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.city, found.district) == (kz.districts[district].city, district)


@pytest.mark.parametrize(("text", "district", "region"), RURAL)
def test_a_district_of_a_region_is_a_place_without_a_city(
    kz: Gazetteer, text: str, district: str, region: str
) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.city, found.district, found.region, found.exact) == (None, district, region, True)


@pytest.mark.parametrize("text", UNSURE)
def test_a_name_of_several_districts_is_not_decided_by_chance(kz: Gazetteer, text: str) -> None:
    assert kz.find(text) is None


def test_the_districts_that_may_be_meant_are_offered(kz: Gazetteer) -> None:
    assert set(kz.close("Жамбылский район")) >= {
        "almaty-zhambyl-district", "zhambyl-zhambyl-district", "nkr-zhambyl-district",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "city", "region"),
    [
        ("ДП Алматы", "almaty", "almaty-city"),
        ("ДП города Шымкент", "shymkent", "shymkent-city"),
        ("Сарыағаш аудандық ІІБ", "saryagash", "turkistan-region"),
        ("Талгар РОВД", "talgar", "almaty-region"),
        ("УП Павлодар", "pavlodar", "pavlodar-region"),
        ("в центре Алматы полиция", "almaty", "almaty-city"),
    ],
)
def test_an_office_of_a_city_is_in_the_city(kz: Gazetteer, text: str, city: str, region: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.city, found.region) == (city, region)


def test_every_district_is_found_by_all_its_names_beside_its_city_or_region(kz: Gazetteer) -> None:
    for district in kz.places.districts:
        for language, name in district.names.items():
            around = kz.name(district.city or district.region, language)
            found = kz.find(f"{around}, {name}")
            assert found is not None, name
            assert (found.city, found.district) == (district.city, district.id), name
            assert found.region == district.region


def test_a_district_has_a_region_a_zone_and_a_name(kz: Gazetteer) -> None:
    assert kz.region_of("beyneu-district") == "mangystau-region"
    assert kz.zone_of("beyneu-district") == "Asia/Aqtau"
    assert kz.name("enbekshikazakh-district", "kk") == "Еңбекшіқазақ ауданы"
    assert kz.name("zhumabaev-district", "ru") == "район Магжана Жумабаева"
    assert kz.name("tolebi-district", "en") == "Tole Bi District"


def test_what_is_done_in_a_district_is_in_it_and_what_comes_from_it_is_not(kz: Gazetteer) -> None:
    here, away = kz.find("в Сарыагашском районе"), kz.find("из Сарыагашского района")
    assert here is not None
    assert away is not None
    assert (here.role, away.role) == (PlaceRole.IN, PlaceRole.FROM)
