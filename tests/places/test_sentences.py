"""What a sentence says about the scene; and what must not be taken for a city."""

import pytest

from core.places.gazetteer import Gazetteer, PlaceRole
from core.resources.place_files import load_gazetteer

NOTHING = [
    "он орал на меня", "Орал на всех и бил", "полицейский орал", "она орала и плакала", "орали всю ночь",
    "ПОЛИЦЕЙСКИЙ ОРАЛ НА МЕНЯ",
    "много семей ждут у отдела", "из семей задержанных никто не знает", "в семье горе",
    "у семьи отобрали телефоны", "наша семья", "семья в беде",
    "Абай сказал что его не выпускают", "абай", "задержали Абая", "у Абая забрали телефон",
    "Абайға хабар беріңіз", "на Абая и Сатпаева",
    "улица Абая 10", "проспект Абая", "Абай көшесі", "Сатпаева 22", "ул. Сатпаева", "на улице Шевченко",
    "задержали Шевченко", "Гурьев задержан",
    "площадь Астана", "возле площади Астана", "гостиница Алматы", "отель Астана", "кафе Павлодар",
    "ресторан Тараз", "метро Алатау", "ЖК Астана",
    "Астана көшесінде", "Almaty street", "hotel Astana", "мкр Аксай", "в микрорайоне Аксай 4",
    "улица Конаева",
    "жена Алмата Жумагулова", "Алмат Жумагулов задержан", "вместе с Алматом", "задержали Аслана",
    "Асана увезли", "задержали Нурсултана",
    "Нурсултан не отвечает", "звоню Нурсултану", "есікте полиция тұр", "есіктен шығармайды", "есік жабық",
    "сараң адам", "таразы", "шар", "жем",
    "темір есік", "алға", "Алға, Қазақстан!", "алтай", "поехали на Алтай", "Есиль", "вдоль реки Есиль",
    "рудник", "арал", "in oral form",
    "щука", "в суде", "помогите", "меня задержали", "мені ұстап кетті", "they took my brother",
    "остановили машину", "в остановке", "в Талгате",
    "останови их", "в автобусе", "в актовом зале", "задержали на площади", "Медеу", "Алатау", "Пугачева",
    "", " \n ", "🚨🚨🚨",
    "Тарас", "в тарелке", "балкон", "на балконе", "Руслана забрали", "костюм", "в Москве", "Бишкек",
    "район", "в районе", "область", "в нашей области",
    "Есильский район", "Абайский район", "Алматинский район", "Петропавловка", "а" * 4096, "\u202e\u202d",
    "<b>bold</b>", "нура", "в Иссык-Куле",
    "Петропавловск-Камчатский", "в Уральской", "в Шаре", "семейный", "в камере",
]  # fmt: skip

SCENES = [
    ("нас везут из Караганды в Астану", "karaganda"),
    ("ехали из Караганды в Астану, остановили", "karaganda"),
    ("мы из Караганды, задержали в Астане", "astana"),
    ("Қарағандыдан Астанаға бара жатқанда тоқтатты", "karaganda"),
    ("Қарағандыданбыз, Астанада ұсталдық", "astana"),
    ("еду в Алматы, а брата взяли в Таразе", "taraz"),
    ("сегодня в 7 утра в алматы возле рикс отеля задержали троих", "almaty"),
    ("бүгін алматыда үш адамды ұстап әкетті", "almaty"),
    ("police took my friend in Shymkent an hour ago", "shymkent"),
    ("I am from Pavlodar, they stopped us near Ekibastuz", "ekibastuz"),
    ("в городе Рудный", "rudny"),
    ("в городе Караганда у акимата", "karaganda"),
    ("Карагандинская область, Темиртау", "temirtau"),
    ("в Абае Карагандинской области", "abay"),
    ("Аксу, Павлодарская область", "aksu"),
    ("Костанайская обл. г. Рудный", "rudny"),
    ("Алматы облысы, Талғар", "talgar"),
    ("Маңғыстау облысы Жаңаөзен қаласында", "zhanaozen"),
    ("на площади Астаны", "astana"),
    ("в центре Астаны", "astana"),
    ("в районе Алматы", "almaty"),
    ("на улицах Алматы", "almaty"),
    ("ПОМОГИТЕ В АЛМАТЫ ЗАДЕРЖАЛИ", "almaty"),
    ("сестру держат в Орале", "oral"),
    ("задержали\nАлматы\n2 человека", "almaty"),
    ("на улице, Алматы", "almaty"),
    ("в Алматы на проспекте Абая", "almaty"),
    ("Алматы, улица Шевченко", "almaty"),
    ("Алматы Сатпаева 22", "almaty"),
    ("брат Нурсултан, в Астане", "astana"),
    ("жену Алмата не выпускают из дома в Алматы", "almaty"),
    ("в кордае ночью", "korday"),
    ("ехали из Тараза, взяли в Сергеевке", "sergeyevka"),
    ("приехали в Алматы из Тараза", "almaty"),
]

REGIONS = [
    ("в Карагандинской области", "karaganda-region"),
    ("Қарағанды облысында", "karaganda-region"),
    ("Карагандинская обл.", "karaganda-region"),
    ("Karaganda region", "karaganda-region"),
    ("область Абай", "abai-region"),
    ("в области Абай", "abai-region"),
    ("Абай облысы", "abai-region"),
    ("в Алматинской области", "almaty-region"),
    ("Алматы облысынан", "almaty-region"),
    ("ВКО", "east-kazakhstan-region"),
    ("в вко", "east-kazakhstan-region"),
    ("Шығыс Қазақстан облысы", "east-kazakhstan-region"),
    ("в Восточном Казахстане", "east-kazakhstan-region"),
    ("Северо-Казахстанская область", "north-kazakhstan-region"),
    ("Жетісу облысында", "jetisu-region"),
    ("область Жетысу", "jetisu-region"),
    ("Ұлытау облысы", "ulytau-region"),
    ("Маңғыстауда", "mangystau-region"),
    ("Мангистауская область", "mangystau-region"),
    ("Южно-Казахстанская область", "turkistan-region"),
    ("Акмолинская область", "akmola-region"),
    ("Ақмола облысы", "akmola-region"),
    ("Ақмолада", "akmola-region"),
    ("ско, дочь задержали", "north-kazakhstan-region"),
]

DISTRICTS = [
    ("Алматинский район в Астане", "astana", "astana-almaty"),
    ("район Алматы, Астана", "astana", "astana-almaty"),
    ("Астана, Алматы ауданы", "astana", "astana-almaty"),
    ("Астана, Есильский район", "astana", "astana-esil"),
    ("Астанада Есіл ауданында", "astana", "astana-esil"),
    ("район Байконыр", "astana", "astana-baikonur"),
    ("Байконурский район", "astana", "astana-baikonur"),
    ("Сарыарка ауданы", "astana", "astana-saryarka"),
    ("Нұра ауданы, Астана", "astana", "astana-nura"),
    ("район Сарайшык", "astana", "astana-sarayshyk"),
    ("в Медеуском районе Алматы", "almaty", "almaty-medeu"),
    ("Алматы, Медеу ауданы", "almaty", "almaty-medeu"),
    ("Алматы, Медеу", "almaty", "almaty-medeu"),
    ("увезли в Алмалинский РОВД", "almaty", "almaty-almaly"),
    ("в Бостандыкском районном суде", "almaty", "almaty-bostandyk"),
    ("Әуезов ауданында", "almaty", "almaty-auezov"),
    ("Ауэзовский р-н", "almaty", "almaty-auezov"),
    ("Турксибский район", "almaty", "almaty-turksib"),
    ("Наурызбай ауданы", "almaty", "almaty-nauryzbay"),
    ("Жетысуский район", "almaty", "almaty-zhetysu"),
    ("Алатауский район г. Алматы", "almaty", "almaty-alatau"),
    ("Almaly district", "almaty", "almaty-almaly"),
    ("Шымкент, Абайский район", "shymkent", "shymkent-abay"),
    ("Шымкентте Әл-Фараби ауданында", "shymkent", "shymkent-al-farabi"),
    ("Аль-Фарабийский район", "shymkent", "shymkent-al-farabi"),
    ("Енбекшинский район", "shymkent", "shymkent-enbekshi"),
    ("Каратауский район", "shymkent", "shymkent-karatau"),
    ("Тұран ауданы", "shymkent", "shymkent-turan"),
]


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_taken_for_a_place(kz: Gazetteer, text: str) -> None:
    assert kz.find(text) is None


@pytest.mark.parametrize(("text", "city"), SCENES)
def test_the_scene_is_found(kz: Gazetteer, text: str, city: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert found.city == city


@pytest.mark.parametrize(("text", "region"), REGIONS)
def test_a_region_is_found_without_a_city(kz: Gazetteer, text: str, region: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.city, found.region) == (None, region)


@pytest.mark.parametrize(("text", "city", "district"), DISTRICTS)
def test_a_district_is_found_with_its_city(kz: Gazetteer, text: str, city: str, district: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.city, found.district) == (city, district)


def test_several_cities_are_named_the_scene_first(kz: Gazetteer) -> None:
    found = kz.cities_named("едем из Караганды в Астану, взяли в Темиртау")
    assert [(m.city, m.role) for m in found] == [
        ("temirtau", PlaceRole.IN),
        ("karaganda", PlaceRole.FROM),
        ("astana", PlaceRole.TO),
    ]


def test_a_match_says_which_words_it_read(kz: Gazetteer) -> None:
    found = kz.find("брата взяли в Усть-Каменогорске вчера")
    assert found is not None
    assert found.words == "Усть-Каменогорске"
    assert "брата взяли в Усть-Каменогорске вчера"[found.start : found.end] == found.words


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("в Москве", "ru", "Москва"), ("Мәскеуде", "kk", "Мәскеу"), ("in Moscow", "en", "Moscow"),
        ("из Бишкека", "ru", "Бишкек"),
        ("Ташкентте", "kk", "Ташкент"), ("в Санкт-Петербурге", "ru", "Санкт-Петербург"),
        ("в Оше", "ru", "Ош"), ("в Самаре", "ru", "Samara"),
        ("Бішкекте ұсталды", "kk", "Бішкек"), ("в Казани", "ru", "Казань"),
        ("в Турции", "ru", "Турция"), ("Ресейде", "kk", "Ресей"), ("in Russia", "en", "Russia"), ("в ОАЭ", "ru", "ОАЭ"),
        ("Түркияда ұсталды", "kk", "Түркия"), ("АҚШ-та", "kk", "АҚШ"), ("в селе под Оренбургом, в России", "ru", "Оренбург"),
        ("в Кыргызстане", "en", "Kyrgyzstan"), ("в Самарканде", "ru", "Samarkand"),
        ("в деревне, в Германии", "kk", "Германия"),
    ],
)  # fmt: skip
def test_a_place_abroad_is_recognised(kz: Gazetteer, text: str, language: str, name: str) -> None:
    assert kz.outside(text, language) == name


@pytest.mark.parametrize(
    "text",
    [
        "Владимир",
        "помогите",
        "в Алматы, раньше жил в Москве",
        "летел в Москву",
        "хотели уехать в Россию",
        "гражданин России",
        "в полиции",
        "в суде",
        "из дома",
        "в машине",
        "",
    ],
)
def test_nothing_abroad_is_recognised(kz: Gazetteer, text: str) -> None:
    assert kz.outside(text) is None


def test_a_city_abroad_knows_its_country(kz: Gazetteer) -> None:
    countries = {place.names["en"]: place.country for place in kz.places.abroad}
    assert (countries["Bishkek"], countries["Moscow"], countries["Russia"]) == ("KG", "RU", "RU")


def test_a_name_alone_is_abroad_only_as_an_answer(kz: Gazetteer) -> None:
    assert kz.outside("Бишкек") is None
    assert kz.outside("Бишкек", asked=True) == "Бишкек"
    assert kz.outside("Лондон", "en", asked=True) == "London"
