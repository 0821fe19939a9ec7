"""What has to stand beside a name that is a word, a person or a river too, and what does not do."""

import pytest

from core.places.gazetteer import Gazetteer, PlaceRole
from core.places.place_kinds import Proof
from core.places.proofs import SUFFICES, NameEvidence
from core.resources.place_files import load_gazetteer

FOUND = [
    # the first or last word, a clause of its own, a heading
    ("сказали везут в отдел и пропали каратау", "karatau"), ("забрали сына, есик", "esik"),
    ("семей, у нас забрали троих", "semey"), ("мужа забрали, сатпаев", "satpayev"), ("где она? Сатпаев", "satpayev"),
    ("курчатов. двоих увезли", "kurchatov"), ("шу. помогите", "shu"),
    # an address
    ("Орал Әйтеке би көшесі 3", "oral"), ("семей ул Ленина 4 обыск", "semey"), ("есік Абай көшесі 9", "esik"),
    # an office
    ("рудный отдел полиции не отвечает", "rudny"), ("его держат в ивс семей", "semey"),
    ("Сәтбаев полициясында отыр", "satpayev"),
    ("Орал ІІБ-де", "oral"), ("курчатов отдел полиции", "kurchatov"), ("в сатпаевском горотделе", "satpayev"),
    ("темиртауский ровд", "temirtau"), ("рудненский гувд", "rudny"), ("из Балхашского городского суда", "balkhash"),
    ("Осакаров полициясында", "osakarovka"),
    # Kazakh endings
    ("Лисаковта ұсталды", "lisakovsk"), ("Сәтбаевтан алып кетті", "satpayev"), ("Мақатта ұсталды", "makat"),
    ("алматыдамын", "almaty"), ("Ақтауданбыз көмектесіңіз", "aktau"), ("Арыстан ұстап Шымкентке апара жатыр", "arys"),
    # no subject and no object
    ("джамбул брата вчера закрыли", "taraz"), ("гурьев мужа забрали", "atyrau"),
    # what people call a city
    ("с Байтерека забрали", "astana"), ("bayterek tower, two arrested", "astana"), ("елордада ұсталды", "astana"),
    ("на Медео задержали", "almaty"), ("in nursultan he was taken", "astana"),
    ("это бывший Зыряновск", "altay"),
    # English streets have their name before
    ("arrested at freedom square almaty", "almaty"), ("near abay metro almaty", "almaty"),
    ("at royal hotel astana", "astana"),
    # stations, which towns have too
    ("на станции Арысь", "arys"), ("Шу станциясында", "shu"), ("разъезд Макат", "makat"),
    ("at Kandyagash station", "kandyagash"),
    ("город Бейнеу", "beyneu"),
]  # fmt: skip

NOTHING = [
    "он на меня орал", "кричал, орал, бил", "много детей, семей, стариков", "а то",
    "орал", "в отделе полиции орал", "в сизо орал от боли", "полиция орал", "много семей",
    "помогите, семьей",
    "Нурсултан, 25 лет, забрали", "мой муж, Нурсултан", "брат Орал, 20 лет", "аты Арыс", "Арал, 30 жаста", "его зовут Семей",
    "Нурсултан полицияда отыр", "Сатпаев суд сегодня", "адвокат Сатпаев", "задержали: Ахметов, Гурьев, Сатпаев",
    "Джамбул не отвечает", "Нурсултан брата избил", "Арыстан ұсталды", "Күләнда апа", "Уралский край",
    "в Байтереке", "возле Байтерека", "с Байтереком", "Медеу", "в Акжаре", "Сергеев телефоны жоқ",
    "метро Байконур", "на станции Москва", "Байқоңыр станциясында", "at Abay station", "станция Абай", "метро Алатау",
    "square Astana", "at the hotel Astana", "from hotel Almaty",
    # words that only sound like a place
    "will", "they will come", "can I call you", "a rider was taken", "rider arrested", "семь человек", "адай руы",
    "нас таскали по полу",
    "маған қарағанда ол үлкен", "бір емес екеу түгіл", "аяғында ісік бар, ісік", "голову стали макать", "мерки сняли",
    "акулы",
    "оқу орнында", "он оку", "надо тебе", "арман", "in oral form", "шелек", "құрық салды", "отар қой", "жезды",
]  # fmt: skip


@pytest.fixture(scope="module")
def kz() -> Gazetteer:
    return load_gazetteer("kz")


@pytest.mark.parametrize(("text", "city"), FOUND)
def test_enough_stands_beside_it(kz: Gazetteer, text: str, city: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.city, found.exact) == (city, True)
    assert found.role < PlaceRole.TO


@pytest.mark.parametrize("text", NOTHING)
def test_not_enough_stands_beside_it(kz: Gazetteer, text: str) -> None:
    assert kz.find(text) is None
    assert kz.outside(text) is None


def test_every_kind_of_name_has_its_proofs_and_every_proof_a_name() -> None:
    assert set(SUFFICES) == set(Proof)
    assert set().union(*SUFFICES.values()) == set(NameEvidence)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("караг. обл.", "karaganda-region"), ("в алм обл обыск", "almaty-region"), ("мангист обл", "mangystau-region"),
        ("аксай зко", "west-kazakhstan-region"), ("суд идет, вко", "east-kazakhstan-region"),
        ("в Алматинском областном суде", "almaty-region"), ("акмола, двоих взяли", "akmola-region"),
    ],
)  # fmt: skip
def test_a_region_is_said_shortly(kz: Gazetteer, text: str, region: str) -> None:
    found = kz.find(text)
    assert found is not None
    assert (found.region, found.exact) == (region, True)


def test_what_is_short_for_two_regions_is_neither(kz: Gazetteer) -> None:
    assert kz.find("тур обл") is None  # of Turkistan, and Turgay, which is Kostanay's today


def test_an_adjective_of_a_town_and_of_a_district_of_another_region_says_neither(kz: Gazetteer) -> None:
    assert kz.find("Балхашский отдел полиции") is None
    for text, region in (
        ("Балхашский городской суд", "karaganda-region"),
        ("Балхашский районный суд", "almaty-region"),
    ):
        found = kz.find(text)
        assert found is not None
        assert found.region == region


def test_a_district_and_its_police_are_said_in_one_word(kz: Gazetteer) -> None:
    found = kz.find("тайыншинский рополиции, сын там")
    assert found is not None
    assert found.district == "tayynsha-district"
