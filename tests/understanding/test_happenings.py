"""What happened, as people say it in three languages, what only looks like it, and who is woken."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.name_files import load_names, read_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import (
    Grade,
    Understood,
    grade,
    understand,
    understand_flags,
    understand_situation,
)
from core.values import Place

HEARD, NAMES, GAZETTEER = load_heard(), load_names(), load_gazetteer("kz")
NOW = datetime(2018, 9, 18, 9, tzinfo=UTC)
GIVEN = [name for names in read_names()["given"].values() for name in names.split()]


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


HAPPENED = {
    "other": (
        "за братом приехали четверо в штатском | кнб взяло племяша | парня тащит омон | дядю повинтили | "
        "zaderjali moego syna | muja ne otdaiut | к мужу никого не пускают | дочку осудили на пять суток | "
        "бауырым в ивс | жена в больнице под охраной | үш адамды сотқа апара жатыр | they question her without a lawyer | "
        "жауап беруге барған алты сағаттан бері шықпай жатыр | "
        "двоим помогли, а Руслана оставили до утра, отпустили остальных | "
        "сына приняли возле универа | вчера закрыли моего соседа | активистов пакуют прямо у памятника | "
        "наших загребли всех | девчонок крутят и тащат в бус | брата забрали в РОВД, не отпускают | "
        "муж сидит в отделе с утра | его уже третьи сутки держат в спецприемнике | "
        "дядю под руки вывели из кафе | "
        "Ерлана свинтили у метро | отец под админкой, пятнадцать суток | "
        "дали десять суток аресту не верим, увезли | "
        "никто не верит, но его задержали | муж не звонит забрали | видела как женщину запихнули в машину | "
        "нас не тронули, а водителя увезли | спасибо, брата задержали | задержали брата, что делать? | "
        "двоих отпустили, одного оставили | отпустили, а потом снова забрали | его прямо в суде задержали | "
        "әкемді жұмысынан әкетті | досымды полицияға алып барды | ағамды қамап тастады | "
        "көршімді ішкі істерге апарды | "
        "жігіттің қолын қайырып машинаға салды | студенттерді автобусқа тиеп жатыр | інім ИВС-те отыр екен | "
        "босатпай жатыр әлі | үшеуін жіберді, біреуі сонда қалды | "
        "кешеден бері бөлімде отыр, адвокат жіберген жоқ | "
        "рахмет, бірақ апамды ұстап кетті | ұстап кетті хабар жоқ | "
        "my brother got picked up outside the mall | cops nabbed two students | he was bundled into a car | "
        "they hauled off my uncle | she is being questioned and they won't let her go | "
        "dad is locked up since friday | "
        "three people in custody | the police are holding my cousin | they cuffed her in front of the kids | "
        "thanks, but they arrested my sister | two were let go, one is still held | "
        "they released him and took his brother | "
        "полиция взяла моего отца | адвоката к нему не пускают | студентов ловят у общежития | "
        "в камере сидит, просил адвоката отказали | у него приступ астмы в отделе | "
        "нос разбит, он в участке | "
        "зашли двое в масках и нет брата | приняли ночью прямо у подъезда | брат там вторые сутки | "
        "жену отпустили, остальных оформляют | отпустили не всех | задержлаи соседа | "
        "досым екі күннен бері кнбда | ағам ровдда | інімді задержать етті | вокзалда поездан түсіріп алды | "
        "шешемді шығарды ал әкем изоляторда қалды | кішілерін жіберіп, үлкендерін алып қалды | "
        "agam polisiyada | "
        "police have my son | he was carried out and put in a van | my boss still in police | "
        "lawyer not let in | "
        "she got released but my friend no | most were freed, one remains | "
        "asthma. my sister. police station | "
        "they detaned my uncle | can you help my cousin was arrested | our teacher was led away by police"
    ),
    "me": (
        "меня приняли на вокзале | сижу в РОВД уже час | нас везут в отдел | мы в автозаке нас шестеро | "
        "нас с подругой забрали | всех отпустили кроме меня | "
        "мен бөлімшедемін | ровддамыз көмектесіңіз | menya zabrali | мені алып кетті | бөлімде отырмын | "
        "бізді қамап қойды | полиция машинасында отырмыз | "
        "i'm in a police van | we are being held at the station | they took us from the square | "
        "i got arrested"
    ),
    "blocked": (
        "изьяли компьютеры, роются | "
        "к соседке ломится собр | двери квартиры пилят болгаркой | мы в окружении, выйти не дают | "
        "менты в квартире, все перевернули | в дверь стучат, откройте кнб | ищут листовки в шкафах | "
        "they broke down the door and are turning everything over | "
        "у двери стоят люди в форме, не даем открыть | нас не выпускают из общежития | ломятся в квартиру | "
        "автобус остановили на трассе | площадь окружили, мы в кольце | "
        "жатақханадан шығармай жатыр | бізді қоршап алды | "
        "they won't let us leave the building | we are kettled"
    ),
    "missing": (
        "балам жоқ болып кетті | соңғы рет кеше хабарласты, трубка көтермейді | she stopped replying to us | "
        "сын не вернулся домой с вечера | жена пропала, телефон молчит | не могу найти брата | "
        "ұлым үйге келмеді | әкемді таба алмай жүрмін | my son didn't come home | "
        "nobody has seen her since monday"
    ),
    "over": (
        "ағамды ұстап, кейін босатты аман | оларды екі сағат ұстап жіберді | all of them are free already | "
        "мужа отпустили, он дома | их держали три часа и отпустили | отпустили, держали два часа | "
        "год назад меня задержали | ағамды босатты | оны кеше ұстап, бүгін жіберді үйге | "
        "she was released this morning | they let him go after he was arrested | we were detained last year"
    ),
    "trial": (
        "завтра суд по делу брата, он на свободе | ертең сот, өзі бостандықта | "
        "her trial is on monday, she is free"
    ),
    "saw": (
        "есігімнің алдында полиция тұр | police outside my door | "
        "за нами второй день ездит машина | на площади много полиции, никого не трогают | "
        "көшеде полиция көп, ешкімді ұстаған жоқ | a car is following me | "
        "police everywhere, nobody was taken"
    ),
}


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, words) for name, listed in table.items() for words in listed.split(" | ")]


@pytest.mark.parametrize(("situation", "words"), cases(HAPPENED))
def test_what_happened_is_heard(situation: str, words: str) -> None:
    understood = read(words)
    assert (understood.situation, understood.intent) == (situation, None)
    assert understood.happening == (situation in ("other", "me", "blocked", "missing"))


SUMMONED = (
    "вызвали на беседу в прокуратуру | мужа вызывают на допрос завтра в 10 | принесли повестку сыну | "
    "участковый просит подойти в отдел | маған полициядан шақырту келді | ертең тергеуге шақырды | "
    "ағамды прокуратураға шақырып отыр | i was invited to the police for a talk | "
    "my husband must come to the police on friday | she got a summons"
)


@pytest.mark.parametrize("words", SUMMONED.split(" | "))
def test_who_is_only_called_for_a_talk_wakes_nobody(words: str) -> None:
    understood = read(f"{words}, Тараз")
    assert (understood.situation, understood.summons, understood.happening) == (None, True, False)
    assert grade(understood) is Grade.NOBODY


@pytest.mark.parametrize(
    ("words", "situation"),
    [
        ("they've got Timur", "other"),
        ("cops are holding Sanzhar since five", "other"),
        ("they let Aidos go, he is home", "over"),
        ("nobody can find Yerbol after the rally", "missing"),
    ],
)
def test_what_is_said_of_somebody_is_heard_where_a_name_stands(words: str, situation: str) -> None:
    assert read(words).situation == situation


def test_who_was_called_and_is_not_let_out_is_held() -> None:
    for words in (
        "вызвали на беседу в отдел и не выпускают",
        "called to the police for a talk and they won't let her leave",
        "бөлімге шақырып, шығармай жатыр",
    ):
        assert read(words).situation == "other"


NOTHING = (
    "в новостях сказали что министр арестован | выпустили новый закон | advokat kerek pe | my bag was taken on the train | "
    "are there many detainees today? | в сериале арестовали героя | can i be arrested for a post? | "
    "это фейк, никто никого не забирал, а пишут забрали | пишут задержали сто человек, вранье | "
    "полиция задержала лето ахаха | "
    "кошку арестовали за колбасу | кто задержан сегодня | взяли такси вместе | закрыли магазин возле дома | "
    "сын в полиции служит | ұсталды дегені өтірік | кімдер ұсталды бүгін | полицияға арыз жаздым | "
    "ағам полицияда жұмыс істейді | "
    "задержать еткен жоқ | it is not true that he was arrested | they arrested the snowman lol | "
    "a taxi took us home | "
    "if they arrest us tomorrow will you help me | my phone is dead | никого не задержали | "
    "никого сегодня на площади не забрали | его не задерживали | пока не арестован | "
    "если меня задержат | могут ли меня задержать за пост | что делать если заберут | "
    "вы работаете в Алматы? | "
    "рейс задержали на три часа | зарплату задержали опять | счёт арестовали | скорая забрала бабушку | "
    "меня жена задержала дома | собираемся в субботу на площадь | в Астане дождь | "
    "перешлю: в 2016 году задержали людей | "
    "ешкімді ұстаған жоқ | ұсталғаны өтірік | егер мені ұстаса | балық ұстадым | ұстай ма бізді | "
    "шықсақ ұстап ала ма | анекдот: полиция жігітті ұстапты | Таразда күн суық | "
    "no one has been arrested | nobody was detained | he was not taken | if they arrest me | "
    "what happens if police take my phone | my flight is detained | i took a photo | "
    "can police search my car | "
    "do you work in Almaty? | my dog is arrested under the sofa | "
    "он работает в полиции | сказали что если не приду, арестуют | мені ұстамады | "
    "i am afraid they will arrest me | "
    "задержали зарплату опять | машину задержали на таможне | у меня права забрали гаишники | "
    "какие у меня права при задержании | мы прочитали про аресты, у нас самих спокойно | репетируем спектакль про задержание"
)


@pytest.mark.parametrize("words", NOTHING.split(" | "))
def test_denials_questions_plans_and_things_are_no_detention(words: str) -> None:
    understood = read(words)
    assert (understood.situation, understood.happening) == (None, False)
    assert grade(understood) is Grade.NOBODY


INTENTS = {
    "who": "вы кто такие | сіз кімсіз | who are you",
    "free": "это бесплатно? | сколько стоит адвокат | бұл тегін бе | is it free? | how much does it cost",
    "safe": "это безопасно? | можно вам верить?",
    "reads": "who reads this? | кім оқиды?",
    "comes": "кто мой юрист?",
    "police": "вы из полиции? | сіздер полициясыздар ма | are you the police?",
    "howlong": "сколько ждать | когда мне ответят | қашан жауап бересіздер | how long should i wait | "
    "сколько ждать ответа юриста | неше күн тосам",
    "nobody": "никто не приехал | никто не звонит | ешкім келмеді | nobody came | nobody called me",
    "delete": "удалите всё | сотрите мои сообщения | бәрін өшіріңіз | delete everything please",
    "advice": "что мне говорить следователю | какие у меня права | қалай жауап беремін | what are my rights",
    "thanks": "спасибо большое | рахмет сізге | thank you",
    "wrong": "ой, не туда | ошиблась номером | қателесіп жаздым | sorry wrong number",
    "robot": "ты бот? | вы живой человек? | сен ботсың ба | are you a robot?",
    "person": "позовите человека | мне нужен живой оператор | адам керек | can I talk to a real person | get me a human",
    "status": "есть новости? | новости есть? | did you find a lawyer | "
    "что там по моему делу | жаңалық бар ма | any news?",
    "hello": "здравствуйте | сәлеметсіз бе | hello",
    "where": "как узнать в каком он отделе | қайда апарады екен, қалай білуге болады | "
    "which station do they use",
    "spam": "кредит за пять минут без справок | арзан пәтер жалға | cheap loans for everyone",
}


@pytest.mark.parametrize(("intent", "words"), cases(INTENTS))
def test_everyday_words_have_an_intent(intent: str, words: str) -> None:
    understood = read(words)
    assert (understood.intent, understood.situation) == (intent, None)
    assert grade(understood) is Grade.NOBODY


HELD = Understood(situation="other", happening=True)


@pytest.mark.parametrize(
    ("understood", "woken"),
    [
        (HELD, Grade.COORDINATORS),
        (
            Understood(situation="other", happening=True, place=Place("taraz", region="zhambyl-region")),
            Grade.LAWYERS,
        ),
        (
            Understood(situation="missing", happening=True, place=Place(region="zhambyl-region")),
            Grade.LAWYERS,
        ),
        (
            Understood(situation="other", happening=True, place=Place(text="Bishkek", outside=True)),
            Grade.COORDINATORS,
        ),
        (Understood(situation="other", happening=True, place=Place(unknown=True)), Grade.COORDINATORS),
        (Understood(happening=True, place=Place("taraz")), Grade.COORDINATORS),
        (Understood(situation="over", place=Place("taraz")), Grade.NOBODY),
        (Understood(summons=True, place=Place("taraz")), Grade.NOBODY),
        (Understood(), Grade.NOBODY),
    ],
)
def test_lawyers_are_woken_where_it_is_known_what_happens_and_where(
    understood: Understood, woken: Grade
) -> None:
    assert grade(understood) is woken


@pytest.mark.parametrize(
    "words",
    [
        "спасибо, брата задержали в Таразе",
        "задержали брата в Таразе, что делать?",
        "Таразда ағамды ұстады, не істейміз?",
        "they arrested my brother in Taraz, what should i do?",
        "никто не знает почему, но сына забрали в Таразе",
    ],
)
def test_what_is_asked_or_thanked_beside_a_report_is_a_report(words: str) -> None:
    assert grade(read(words)) is Grade.LAWYERS


@pytest.mark.parametrize("words", ["помогите", "көмектесіңіздер", "please help"])
def test_a_call_for_help_alone_is_seen_by_a_coordinator(words: str) -> None:
    assert grade(read(words)) is Grade.COORDINATORS


@pytest.mark.parametrize(
    ("words", "ongoing"),
    [
        ("двоих отпустили, одного оставили", "yes"),
        ("отпустили, держали два часа", "no"),
        ("год назад меня задержали, до сих пор страшно", "no"),
    ],
)
def test_what_is_over_for_some_goes_on_for_others(words: str, ongoing: str) -> None:
    assert read(words).ongoing == ongoing


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("вчера в 7 утра", True),
        ("да, это было вчера", True),
        ("мужа забрали вчера", True),
        ("вчера никого не задержали", False),
        ("собираемся сегодня на площадь выйти", False),
        ("вчера писал вам, есть новости?", False),
        ("мужа вчера вызвали на допрос завтра в 10", False),
    ],
)
def test_a_moment_is_of_what_happened_or_stands_alone(words: str, told: bool) -> None:
    assert (read(words).moment is not None) is told


@pytest.mark.parametrize(
    "words",
    [
        "сегодня задержали Айдара Примерова, которого задерживали в марте 2022",
        "сегодня задержали Айдара Примерова которого задерживали в марте 2022",
        "Айдара Примерова, которого арестовывали в 2021 году, сегодня забрали",
        "бүгін Айдар Мысаловты ұстады, оны 2017 жылы да ұстаған",
        "they arrested Aidar Madeup today, who was detained last year",
    ],
)
def test_what_is_told_beside_it_of_another_year_makes_it_no_old_news(words: str) -> None:
    understood = read(words)
    assert (understood.situation, understood.happening, understood.past) == ("other", True, False)
    assert understood.moment is not None
    assert understood.moment.at is not None
    assert understood.moment.at.year == 2018


@pytest.mark.parametrize(
    "words",
    ["сегодня ровно год, как задержали Айдара, это было в 2021 году", "в прошлом году задержали брата"],
)
def test_an_anniversary_is_no_alarm(words: str) -> None:
    assert not read(words).happening


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("перенесли на пятницу", datetime(2018, 9, 20, 18, tzinfo=UTC)),
        ("жұмаға ауыстырды", datetime(2018, 9, 20, 18, tzinfo=UTC)),
        ("they moved it to Friday", datetime(2018, 9, 20, 18, tzinfo=UTC)),
    ],
)
def test_an_appointment_may_be_put_off(words: str, at: datetime) -> None:
    understood = read(words)
    assert understood.appointment is not None
    assert understood.appointment.at == at


def test_a_summons_has_its_appointment() -> None:
    understood = read("мужа вызывают на допрос завтра в 10 утра")
    assert understood.appointment is not None
    assert understood.appointment.at == datetime(2018, 9, 19, 4, tzinfo=UTC)
    assert read("мужа забрали вчера").appointment is None


@pytest.mark.parametrize(
    "words",
    [
        "Астана: задержали человека, Марунов Табылды Калымович",
        "задержали Табылды Иванова",
        "полиция Малика Оспановты алып кетті",
        "Астанада Ким Мәженов ұсталды",
        "полиция Шайза Оспановты алып кетті",
    ],
)
def test_a_name_that_is_also_a_word_for_something_else_hides_no_detention(words: str) -> None:
    told = read(words)
    assert (told.happening, told.situation, told.ongoing) == (True, "other", None)


@pytest.mark.parametrize("words", ["Марунов Табылды Калымович", "Оспанов Табылды", "Табылды Оспанов"])
def test_a_name_by_itself_releases_nobody(words: str) -> None:
    assert (read(words).situation, read(words).ongoing) == (None, None)


@pytest.mark.parametrize(
    "words", ["Ерлан табылды", "Табылды!", "Табылды, рахмет", "ЕРЛАН ТАБЫЛДЫ", "Отпустили Табылды Калымовича"]
)
def test_who_was_found_is_found_whatever_they_are_called(words: str) -> None:
    assert (read(words).happening, read(words).situation) == (False, "over")


@pytest.mark.parametrize(
    "words",
    [
        "задержали человека, Марта Иванова, Астана",
        "Астанада Қундыз Мәженова ұсталды",
        "задержали человека, Толғат Иванов",
        "Сәби Мәженова ұсталды, Алматы",
    ],
)
def test_a_name_that_is_also_a_month_or_an_illness_tells_neither(words: str) -> None:
    told = read(words)
    assert (told.happening, told.moment, told.flags) == (True, None, frozenset())


def test_what_stands_beside_a_name_is_heard_all_the_same() -> None:
    told = read("задержали 8 Марта, Асхат Иванов, он диабетик")
    assert told.moment is not None
    assert told.moment.words == "8 Марта"
    assert told.flags == {"medicine"}


@pytest.mark.parametrize("name", ["Базарбай Мәженов", "Базаргүл Мәженова"])
def test_a_name_that_begins_like_a_market_is_a_name(name: str) -> None:
    people = read(f"{name} ұсталды, Алматы").people
    assert people is not None
    assert people.names == (name,)
    there = read("Алматыда базарда екі адамды ұстады").people
    assert there is not None
    assert (there.names, there.count) == ((), 2)


@pytest.mark.slow
def test_no_name_that_is_a_word_for_something_hides_a_detention() -> None:
    """Of all names in the book those are tried that tell something when they stand alone."""
    names = [name for name in GIVEN if understand_situation(name, HEARD) or understand_flags(name, HEARD)]
    assert "Табылды" in names
    hidden = [name for name in names if not read(f"Астана: задержали человека, {name} Иванов").happening]
    assert hidden == []
