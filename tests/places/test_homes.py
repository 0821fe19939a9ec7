"""Where the writer is, or somebody lives or works, is no scene where another place is told of who was taken."""

import pytest

from core.places.gazetteer import Gazetteer
from core.resources.place_files import load_gazetteer

OTHERS_ELSEWHERE = [
    ("Мен Астанада турамын бауырымды Шымкентте ұстап кетті", "shymkent"),
    ("ақтауданмын, күйеуім алматыға жұмысқа барған сол жакта полиция алып кетипти", "almaty"),
    ("Таразда туып өскен інім, қазір Қызылордада оқиды. Бүгін жатақханасынан алып кетті", "kyzylorda"),
    ("шымкенттен түркістанға зиярат жасауга барган едик туркистанда акемди устады", "turkistan"),
    ("Қостанайда тұратын әпкем хабарлады, Көкшетауда жиенімді полиция ұстапты", "kokshetau"),
    (
        "Талдықорғаннан Алматыға көштік былтыр, бірақ ұлым талдықорғанға әжесіне барганда сол жерде устап алды",
        "taldykorgan",
    ),
    ("алматыда адвокат бар ма, астанада күйеуімді ұстап отыр РУП та", "astana"),
    ("караганды астана поезинен тусирип алып кетти інімді карагандынын вокзалында", "karaganda"),
    ("Ақтаудың жігіті ғой, Атырауда заводта істейді, сол атырауда митингте ұстады", "atyrau"),
    ("я в алмате живу а маму в таразе забрали полицейские", "taraz"),
    ("муж ехал из караганды в астану, в астане на вокзале задержали", "astana"),
    ("мы сами с актау, брат в Атырау на вахте вчера его там повязали прям в общаге", "atyrau"),
    ("Задержали сестру в Павлодаре. Я в Костанае, родители в Кокшетау, никто рядом не живет", "pavlodar"),
    ("пишу из астаны. друга в уральске взяли прямо на работе", "oral"),
    (
        "папа дальнобой вез груз из шымкента в актобе, под актобе уже в самом городе остановили и закрыли",
        "aktobe",
    ),
    ("сам из кызылорды, щас сижу в отделе в шымкенте отпускать не хотят, жена в алмате", "shymkent"),
    ("Брат прописан в Туркестане а живет в Талдыкоргане, забрали с квартиры в талдыке", "taldykorgan"),
    (
        "из кокчетава ехали в костанай на суд к другу, и в костанае у суда нас самих скрутили, меня отпустили а мужа нет",
        "kostanay",
    ),
    ("тетя с темиртау позвонила что дядю в караганде увезли, я сама в павлодаре", "karaganda"),
    ("в алмате щас митинг на площади, я оттуда ушел норм, а девушку мою в астане дома приняли", "astana"),
    (
        "жену в кокшетау в полиции держат я сам в дороге из петропавловска через астану лечу к ней",
        "kokshetau",
    ),
    ("im in astana but my brother got arrested in almaty 2 hrs ago", "almaty"),
    (
        "my parents live in semey. i live in pavlodar. they took my dad from his flat in semey this morning",
        "semey",
    ),
    (
        "we were driving from shymkent to taraz cops stopped us when we got into taraz and took my husband",
        "taraz",
    ),
    ("husband works in aktau hes from oral originaly, police grabbed him at work in aktau", "aktau"),
    ("please help my son was detained in kyzylorda hes a student there, we are from turkestan", "kyzylorda"),
    (
        "my sister flew from almaty to aktobe for a funeral and got arrested in aktobe at the airport",
        "aktobe",
    ),
    ("originaly from karaganda, living in atyrau now, police took my wife here an hour ago", "atyrau"),
    (
        "i left kostanay yesterday for astana and now my neighbours say they arrested my boyfriend in kostanay",
        "kostanay",
    ),
    ("uncle lives in taldykorgan, he went to almaty for the protest and got detained there", "almaty"),
    (
        "arrested in turkestan city, friend of mine, im calling lawyers in shymkent but no one picks up",
        "turkistan",
    ),
    ("dads in aktau prison since monday, mum and me are in oral and cant travel", "aktau"),
    (
        "my brother was on the bus from pavlodar to karaganda they took him off it at the karaganda bus station",
        "karaganda",
    ),
]
TAKEN_ABROAD = [
    "Ағам Мәскеуде ұсталды, біз Ақтөбедеміз, үйі Оралда",
    "Тараздан жазып отырмын. Бішкекте баламды қырғыз полициясы ұстап алды, өзі Алматыда оқиды",
    "мужа задержали в ташкенте в аэропорту летел домой в Алматы через Шымкент",
    "мы из Актобе, сына в Оренбурге задержали фсб держат второй день, адвокат наш в Уральске",
    "my cousin got picked up in istanbul, turkish police have him, his mum is in shymkent and im in almaty",
    "he was deported to almaty last year but now hes locked up in moscow again, family in kokshetau",
]
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


@pytest.mark.parametrize(("text", "city"), OTHERS_ELSEWHERE)
def test_of_all_places_that_are_named_the_scene_is_where_somebody_is_taken(
    kz: Gazetteer, text: str, city: str
) -> None:
    assert next(match.city for match in kz.cities_named(text)) == city


@pytest.mark.parametrize("text", TAKEN_ABROAD)
def test_whoever_is_taken_abroad_is_not_taken_where_the_family_is(kz: Gazetteer, text: str) -> None:
    assert kz.outside(text) is not None


@pytest.mark.parametrize(("text", "city"), HERE)
def test_it_is_where_nobody_is_taken_elsewhere(kz: Gazetteer, text: str, city: str) -> None:
    assert next(match.city for match in kz.cities_named(text)) == city


@pytest.mark.parametrize(("text", "name"), OUTSIDE)
def test_whoever_comes_from_here_and_is_taken_abroad_is_abroad(
    kz: Gazetteer, text: str, name: str | None
) -> None:
    assert kz.outside(text) == name
