"""A detention that words beside it could hide, and a release that is none: whoever is held wakes lawyers all the same."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Grade, Understood, grade, understand

HEARD, NAMES, GAZETTEER = load_heard(), load_names(), load_gazetteer("kz")
NOW = datetime(2018, 9, 18, 9, tzinfo=UTC)


def read(text: str) -> Understood:
    return understand(
        text,
        HEARD,
        NAMES,
        now=NOW,
        zone=ZoneInfo("Asia/Almaty"),
        gazetteer=GAZETTEER,
        evidence=load_evidence(),
    )


BESIDE = (
    "Ақтауда досымды жұмыстан шыға бере қара киімділер алып кетті | "
    "Алматыда азаматтық киімдегі адамдар інімді алып кетті | Алматыда інімді ұрып ұстап кетті | "
    "Алматыда ағамды алып қойды ұстап отыр | Алматыда малшы көршімізді ұстап кетті | "
    "Алматыда інімді балық базарынан ұстап кетті | Алматыда ұлымды ұрылар сияқты ұстап кетті | "
    "Алматыда інімді құжаттарын тексеріп алып кетті | Алматыда інімді нан алуға шыққанда алып кетті | "
    "Алматыда інімді шай ішіп отырғанда алып кетті | Алматыда інімді кітапханадан алып кетті | "
    "Алматыда жалақы сұраған ағамды ұстап кетті | Алматыда інімді қылмыскер сияқты ұстап кетті | "
    "Алматы пенсионера задержали | с поезда сняли и задержали мужа алматы | в самолете задержали мужа алматы | "
    "задержали мужа на работе алматы | забрали сына из школы алматы | задержали брата без санкции алматы | "
    "взяли мужа в такси алматы | задержали мужа как вора алматы | забрали мужа не зачитав права алматы | "
    "без права на адвоката забрали брата алматы | отключили свет и задержали мужа алматы | "
    "охрана не выпускает пока мужа алматы | рабочих из-за зарплаты задержали алматы | "
    "курьера задержали с доставкой алматы | карточку отобрали и брата забрали алматы | "
    "they took him 3 hours ago almaty | they took him from his place almaty | police held him at the rally almaty | "
    "off the train they took my brother almaty | police planted drugs and arrested my brother almaty | "
    "they took his laptop and grabbed him almaty | with a bag on his head taken almaty my brother | "
    "Алматы, за скорость остановили и забрали мужа | Алматы, брата за скорость увезли | "
    "Алматы, у него проверили документы и задержали | Алматы, мужа в отпуске задержали | "
    "police took my brother at school in Almaty | police took my son at a wedding in Almaty | "
    "а если серьезно мужа забрали алматы | если без шуток брата задержали в алматы | "
    "my wife was called for questioning at 10 and still isnt out, almaty | "
    "summoned to the KNB this morning, not back yet, almaty | жену вызвали на допрос в 10, до сих пор не вышла алматы | "
    "в алматы забрали брата, он родился в 1986 году | алматы полиция уже у нас дома | алматы менты уже дома | "
    "cops are already at our home almaty | полиция қазір үйде алматы | алматы они его в машину и все | "
    "алматы двое сына в черную машину и уехали | сына забрали на работе в алматы, будет поздно | "
    "police detained my husband at work in almaty, he'll be late | бөлімнен хабарласты балаңыз бізде келіңіз деді алматы | "
    "police rang and said we have your daughter almaty | имеют ли право мужа забрали из дома алматы | "
    "законно ли это брата увезли ночью алматы | are they allowed to do this they took my husband in almaty | "
    "құқығы бар ма ағамды алып кетті алматыда | что делать если мужа уже забрали в алматы | "
    "куда звонить если брата задержали в алматы | what should i do if they took my husband in almaty | "
    "who do i call if my brother was arrested in almaty | "
    "вызвали брата в отдел утром и не вернулся алматы | інімді тергеуге шақырып еді әлі шыққан жоқ алматы | "
    "повесткамен барған күйеуім әлі келген жоқ алматы | сұраққа шақырды содан хабар жоқ алматы | "
    "они вышли и ломают дверь Алматы | вышли из машины ломают дверь, Актау | "
    "they got out of the car and are breaking my door almaty | сын вышел из дома и пропал, Караганда | "
    "отпустила сына в магазин и он пропал, Астана | I let my daughter go to the shop and she's gone, taraz | "
    "he went into the police station and doesnt come out, taraz | к нам ломятся, Актау | "
    "нас выпустили из автобуса и построили у стены, Шымкент | "
    "вызвали на беседу в КНБ шымкент брат зашел в 9 утра и не выходит | не выходит из полиции муж Тараз | "
    "my dad was called for a talk, entered at 9 and doesnt come out, taraz | "
    "они не выходят из отдела уже 5 часов мои друзья Астана | не вышел он оттуда, зашел в 9 в РОВД, Тараз | "
    "Таразда ағам таңертең полицияға кірген, содан шықпады | судья дала 15 суток брату, Шымкент | "
    "трое суток дали мужу в астане"
)


@pytest.mark.parametrize("words", BESIDE.split(" | "))
def test_no_word_beside_a_detention_hides_it(words: str) -> None:
    assert grade(read(words)) is Grade.LAWYERS


NOT_HOME = (
    "Алматыда ұлымды босатты деген бөлімнен хабар жоқ үйге келген жоқ | босатты деді бірақ үйге келмеді | "
    "босатты деп айтты бірақ телефоны өшік | отпустили говорят но домой не пришел | "
    "говорят отпустили а телефон не отвечает | отпустили только детей | выпустили только женщин | "
    "тек балаларды босатты | they told us he was released but he never came home | "
    "police say they released him an hour ago but phone is off | they only released the women | found him at the station | "
    "he is safe in the cell | he is back at the station | мама вернулась домой одна | отпустили соседа а моего нет | "
    "вроде отпускают но телефон не берет | mom came back from the station without him | my sister was let go, he wasnt | "
    "found him! hes in the medeu station | апам шықты ағам қалды | көршім босады менің ағам жоқ | "
    "анам үйге келді жылап отыр ағамды бермепті"
)


@pytest.mark.parametrize("words", NOT_HOME.split(" | "))
def test_who_is_said_to_be_free_and_did_not_come_is_looked_for(words: str) -> None:
    understood = read(words)
    assert (understood.situation, understood.ongoing) == ("other", "yes")


PROMISED = (
    "they'll let him go in the evening | they will let him go soon | they said they'd let him go | "
    "they're gonna let him go tonight | his lawyer says he gets released tomorrow | "
    "he should be released by now | pay 500k and they let him go | заплатите и мы его отпустим | "
    "его отпустили вы знаете | выпустили покурить | все вышли на площадь | they let me see him | they let him call | "
    "they released a statement | is he home | he is out of pills | please free him | заңгер табылды ма | "
    "заңгер табылды | оның телефоны табылды | сөмкесі табылды | вышел из строя телефон | "
    "he is free of any guilt | he is out of his mind with fear | hes alive and ok they let us see him for a min"
)


@pytest.mark.parametrize("words", PROMISED.split(" | "))
def test_a_release_that_is_promised_or_asked_about_ends_nothing(words: str) -> None:
    understood = read(words)
    assert (understood.situation, understood.ongoing) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        "кешке босатамыз деді",
        "кешке шығарамыз дейді",
        "к вечеру отпустят",
        "сказали вечером отпустят",
        "they said they will release him in the evening",
        "Жаңа ауылда інімді полиция алып кетті",
        "Жана аул інімді алып кетті",
    ],
)
def test_what_is_ahead_and_the_name_of_a_village_are_no_beginning(words: str) -> None:
    assert read(words).moment is None


RELEASED = (
    "муж вернулся | он дома уже | ложная тревога он дома | false alarm hes home | қателесіппін үйде екен | "
    "только что отпустили | его только отпустили | just released | they just released him | тек қазір босатты | "
    "жаңа ғана босатты | he paid and they let him go | he was let go | his lawyer got him released | отпустили мужа он дома"
)


@pytest.mark.parametrize("words", RELEASED.split(" | "))
def test_a_release_is_one(words: str) -> None:
    assert read(words).situation == "over"


@pytest.mark.parametrize(
    "words",
    [
        "менты уже дома",
        "полиция үйде екен",
        "the police are at our home now",
        "police are already inside our home",
    ],
)
def test_the_police_at_home_are_no_release(words: str) -> None:
    assert read(words).situation != "over"


@pytest.mark.parametrize(
    ("words", "cries"), [("🆘", True), ("🆘🆘 мама", True), ("🚨", True), ("🚨 Актау", False)]
)
def test_the_sign_of_an_sos_is_a_cry(words: str, cries: bool) -> None:
    assert read(words).happening == cries


NOBODYS = (
    "I might get arrested at the protest on saturday in almaty, can you be ready? | "
    "I think I will be arrested tonight, shymkent | Я журналист, есть ли у вас данные по задержаниям в Астане? | "
    "можете дать комментарий по задержаниям в Алматы? | вы издеваетесь?! | хватит издеваться надо мной где юрист | "
    "ақша сұрап жатыр алаяқтар Алматы"
)


@pytest.mark.parametrize("words", NOBODYS.split(" | "))
def test_what_may_happen_what_is_asked_about_and_what_is_said_of_us_wakes_nobody(words: str) -> None:
    understood = read(words)
    assert grade(understood) is Grade.NOBODY
    assert "injured" not in understood.flags


PLACES = {
    "Алматы Аскара забрали": ("almaty", "Аскара"),
    "Астана Ержана увезли": ("astana", "Ержана"),
    "Алматы Асқарды ұстап кетті": ("almaty", "Асқарды"),
    "Almaty Askar was taken by police": ("almaty", "Askar"),
    "police took Askar Almaty": ("almaty", "Askar"),
    "Тараз Болата увели": ("taraz", "Болата"),
}


@pytest.mark.parametrize(("words", "told"), PLACES.items())
def test_a_city_before_or_behind_a_bare_name_is_the_place(words: str, told: tuple[str, str]) -> None:
    understood = read(words)
    assert understood.place is not None
    assert understood.people is not None
    assert (understood.place.city, *understood.people.names) == told


ONE = (
    "аты Нұрлан Алматыда ұсталды жасы 23 студент | age 23 student detained almaty | 21 yo student arrested almaty | "
    "задержали возле дома 5 алматы брата | дом 8 парня забрали алматы | автобус 92 парня забрали алматы | "
    "забрали мужа, у нас 3 детей алматы | мама троих детей задержана алматы | школа 25 ученика забрали алматы | "
    "4 курс студента забрали алматы | дали мужу 15 суток алматы | мне скрутили руки и посадили в машину алматы | "
    "me and nobody else, on me handcuffs, i was arrested in almaty | в алматы на вокзале забрали таджика | "
    "Астанада адвокатымды сот алдында ұстап алды"
)
TWO = "Алматы. Қызым мен күйеу баламды алып кетті | me and my gf r detained in almaty | у нас двоих забрали алматы"


@pytest.mark.parametrize(
    ("words", "count"),
    [(words, 1) for words in ONE.split(" | ")] + [(words, 2) for words in TWO.split(" | ")],
)
def test_no_age_house_or_child_counts_anybody(words: str, count: int) -> None:
    understood = read(words)
    assert grade(understood) is Grade.LAWYERS
    assert understood.people is not None
    assert understood.people.count == count


@pytest.mark.parametrize(
    "words",
    [
        "автобус задержали на час алматы",
        "вчера полиция алматы поймала грабителей",
        "паспортымды жоғалтып алдым алматыда",
        "мужа задержали на работе, будет поздно",
        "my husband was held up at work in almaty, he'll be late",
        "күйеуім жұмыста ұсталып қалды кеш келеді",
        "in 1986 hundreds of students were arrested in Almaty, my father told me",
        "в 90х в алматы дядю забрали менты",
        "in the 90s my uncle was arrested in almaty",
        "тоқсаныншы жылдары алматыда нағашымды полиция ұстаған еді",
        "жалақыны екі ай ұстап отыр алматыда",
        "имеют ли право забирать мужа в алматы",
        "do they have the right to take my husband in almaty",
        "что делать если мужа заберут в алматы",
        "what if they arrest my husband in almaty",
        "1986 жылы алматыда жүздеген студентті ұстады әкем айтқан",
    ],
)
def test_things_that_are_late_lost_or_caught_wake_nobody(words: str) -> None:
    assert grade(read(words)) is Grade.NOBODY
