"""A city in the spellings that people use."""

import pytest

from core.places.gazetteer import Gazetteer
from core.places.place_kinds import Proof
from core.places.place_names import sounds_of
from core.resources.place_files import load_gazetteer

SPELLINGS = {
    "almaty": [
        "Алматы", "алматы", "АЛМАТЫ", "Алматы.", "Алматы-", "г.Алматы", "г. Алматы", "город Алматы",
        "Алматы қаласы", "Алматы қаласында",
        "Алматыда", "Алматыдан", "Алматыға", "Алматының", "Алматыдағы", "Алматымен", "Almaty", "ALMATY",
        "almatyda", "Almatydan", "in Almaty",
        "Алмати", "в Алмати", "алмата в алмате", "в Алмате", "из Алматы", "Алма-Ата", "алма ата",
        "алмаата", "в Алма-Ате", "Alma-Ata",
        "под Алматы", "Алмaты", "\u202eАлматы\u202c", "Ал\u200bматы", "#Алматы", "Алматы🆘", "Almatı",
        "в Аламты", "алматы қ.",
    ],
    "astana": [
        "Астана", "астана", "Астане", "в Астане", "в Астану", "из Астаны", "Астанада", "Астанадан",
        "Астанаға", "Астананың", "Astana",
        "astanada", "Астна", "в Астаене", "Нур-Султан", "нур султан", "в Нур-Султане", "нурсултан",
        "в нурсултане", "Нұр-Сұлтан",
        "Нұр-Сұлтанда", "nur sultan", "Nur-Sultan", "Целиноград", "в Целинограде",
    ],
    "shymkent": [
        "Шымкент", "шимкент", "Чимкент", "в чимкенте", "под Шымкентом", "из Шымкента", "Шымкентте",
        "Шымкенттен", "Шымкентке", "Шымкенттің",
        "Shymkent", "Shimkent", "Chimkent", "Şymkent", "в Шымкене",
    ],
    "karaganda": [
        "Караганда", "Караганды", "Қарағанды", "Қарағандыда", "карагандыда", "Қарағандыдан", "в Караганде",
        "из Караганды", "под Карагандой",
        "в Караганду", "Karaganda", "Qaragandy", "Qarağandy", "karagandyda", "в Карагонде", "карагонда",
        "кара ганда",
    ],
    "aktobe": ["Ақтөбе", "Актобе", "Ақтөбеде", "актобеде", "в Актобе", "Актюбинск", "в Актюбинске",
        "Aktobe", "Aqtöbe"],
    "aktau": ["Ақтау", "Актау", "в Актау", "Ақтауда", "Aqtau", "Aktau", "aktauda", "в Шевченко"],
    "atyrau": ["Атырау", "Атырауда", "атырау", "Atyrau", "в Гурьеве", "из Гурьева"],
    "pavlodar": ["Павлодар", "из Павлодара", "в Павлодаре", "Павлодарда", "Pavlodar", "павладар",
        "в Павладаре"],
    "semey": ["Семей", "в Семее", "из Семея", "Семейде", "Семейден", "г. Семей", "Семипалатинск",
        "в Семипалатинске", "Semey"],
    "oral": ["Уральск", "в Уральске", "Орал қаласы", "Оралда", "Оралдан", "в Орале", "Uralsk", "Oral city"],
    "oskemen": [
        "Усть-Каменогорск", "Усть Каменогорск", "в Усть-Каменогорске", "устькаменогорск", "Өскемен",
        "Өскеменде", "оскемен", "Oskemen",
        "Ust-Kamenogorsk", "усть-каман",
    ],
    "kostanay": ["Костанай", "Қостанай", "Кустанай", "в Костанае", "Қостанайда", "Kostanay", "Kostanai"],
    "kokshetau": ["Кокшетау", "Көкшетау", "Көкшетауда", "Кокчетав", "в Кокчетаве", "Kokshetau"],
    "kyzylorda": ["Қызылорда", "Кызылорда", "Кизилорда", "кызыл орда", "Кзыл-Орда", "в Кызылорде",
        "Қызылордада", "Kyzylorda", "Qyzylorda"],
    "petropavl": ["Петропавл", "Петропавловск", "в Петропавловске", "Петропавлда", "Petropavl",
        "петропавловскк"],
    "taldykorgan": ["Талдыкорган", "Талдықорған", "Талды-Курган", "талдыкурган", "в Талдыкоргане",
        "Талдықорғанда", "Taldykorgan"],
    "taraz": ["Тараз", "в Таразе", "Таразда", "Taraz", "в Джамбуле", "г. Жамбыл"],
    "turkistan": ["Туркестан", "Түркістан", "Түркістанда", "в Туркестане", "Turkistan", "Turkestan"],
    "zhezkazgan": ["Жезказган", "Жезқазған", "Джезказган", "в Жезказгане", "Жезқазғанда", "Zhezkazgan",
        "Jezkazgan"],
    "konaev": ["г. Конаев", "Қонаевта", "в Конаеве", "Капчагай", "Капшагай", "в Капчагае", "Қапшағайда"],
    "zhanaozen": ["Жанаозен", "Жаңаөзен", "Жаңаөзенде", "жана озен", "в Жанаозене", "Zhanaozen",
        "Новый Узень"],
    "ekibastuz": ["Экибастуз", "Екібастұз", "екибастуз", "в Экибастузе", "Екібастұзда", "Ekibastuz"],
    "temirtau": ["Темиртау", "Теміртау", "Теміртауда", "Temirtau"],
    "rudny": ["Рудный", "в Рудном", "из Рудного", "г. Рудный", "Rudny"],
    "balkhash": ["Балхаш", "Балқаш", "в Балхаше", "Балқашта", "Balkhash"],
    "kaskelen": ["Каскелен", "Қаскелең", "в Каскелене", "Қаскелеңде"],
    "talgar": ["Талгар", "Талғар", "Талғарда", "в Талгаре"],
    "ridder": ["Риддер", "в Риддере", "Лениногорск"],
    "stepnogorsk": ["Степногорск", "в Степногорске", "Степногорскіде"],
    "kulsary": ["Кульсары", "Құлсары", "Құлсарыда", "кулсары"],
    "saryagash": ["Сарыагаш", "Сарыағаш", "в Сарыагаше", "Сарыағашта"],
    "kentau": ["Кентау", "Кентауда", "в Кентау"],
    "satpayev": ["город Сатпаев", "в Сатпаеве", "Сәтбаев қаласы"],
    "shu": ["в Шу", "Шу қаласы", "г. Чу"],
    "esik": ["в Есике", "Есік қаласында", "г. Есик", "в Иссыке"],
    "aksay": ["г. Аксай", "Ақсай қаласында", "Аксай, Западно-Казахстанская область"],
    "abay": ["г. Абай", "Абай қаласы", "город Абай Карагандинской области"],
    "baikonur": ["Байконур", "в Байконуре", "Байқоңырда", "Baikonur"],
    "aral": ["Аральск", "в Аральске", "г. Арал"],
    "korday": ["Кордай", "Қордайда", "в Кордае"],
    "zharkent": ["Жаркент", "в Жаркенте"],
    "boralday": ["п. Боралдай Илийского района", "Бурундай"],
    "shonzhy": ["Шонжы", "Чунджа", "в Чундже", "Шонжыда"],
    "kurmangazy": ["в Ганюшкино", "из Ганюшкино"],
    "makanshy": ["Маканчи", "в Маканчи", "Мақаншыда"],
}  # fmt: skip


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(("written", "city"), [(w, city) for city, ws in SPELLINGS.items() for w in ws])
def test_a_city_is_found_as_people_write_it(kz: Gazetteer, written: str, city: str) -> None:
    found = kz.find(written)
    assert found is not None
    assert found.city == city


@pytest.mark.slow
def test_every_name_of_every_city_answers_the_question_or_is_offered_back(kz: Gazetteer) -> None:
    wrong = []
    for city in kz.places.cities:
        for name in city.names.values():
            found = kz.answer(name)
            offered = city.id in kz.close(name, 9) if found is None else not found.exact
            if (
                not offered
                and found is not None
                and found.city not in {city.id, None} | named_alike(kz, name)
            ):
                wrong.append((city.id, name, found))
    assert wrong == []


def named_alike(kz: Gazetteer, name: str) -> set[str]:
    """The towns that have the name too, and are larger."""
    return {city.id for city in kz.places.cities if city.town and name in dict(city.spellings)}


def test_no_two_cities_answer_to_one_name(kz: Gazetteer) -> None:
    bearers: dict[str, set[str]] = {}
    for city in kz.places.cities:
        for name, proof in city.spellings:
            if proof < Proof.CITY:
                bearers.setdefault(sounds_of(name), set()).add(city.id)
    assert [name for name, ids in bearers.items() if len(ids) > 1] == []


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("карагонда", "karaganda"), ("астна", "astana"), ("Актоу", "aktau"), ("алмтаы", "almaty"),
        ("я в шимкнте", "shymkent"), ("шу", "shu"),
        ("есик", "esik"), ("орал", "oral"), ("семей", "semey"), ("рудный", "rudny"),
        ("Екебастуз", "ekibastuz"), ("питропавловск", "petropavl"),
        ("жаноозен", "zhanaozen"), ("город астана", "astana"), ("Нурсултан", "astana"),
        ("шевченко", "aktau"), ("сатпаев", "satpayev"),
        ("Усть каменагорск", "oskemen"), ("талдыкургане", "taldykorgan"), ("kostanai", "kostanay"),
    ],
)  # fmt: skip
def test_an_answer_to_the_question_may_be_typed_badly(kz: Gazetteer, typed: str, city: str) -> None:
    found = kz.answer(typed)
    assert found is not None
    assert found.city == city


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "...", "абай", "аксай", "ы", "не знаю", "в центре города", "дома", "у магазина", "😢", "12"],
)
def test_an_answer_that_is_no_sure_city_is_not_guessed(kz: Gazetteer, typed: str) -> None:
    assert kz.answer(typed) is None


def test_an_ambiguous_answer_is_asked_back(kz: Gazetteer) -> None:
    assert {"abay", "shymkent-abay"} <= set(kz.close("абай"))
    assert kz.close("кстанай", 2)[0] == "kostanay"
    assert kz.close("") == []


def test_a_typo_is_marked_as_guessed(kz: Gazetteer) -> None:
    typo, right = kz.find("в Жаноозене"), kz.find("в Жанаозене")
    assert typo is not None
    assert not typo.exact
    assert right is not None
    assert right.exact
