"""As frightened people type it: what is a release and what is none, what is a danger and what only sounds like one."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Grade, Understood, grade, understand

HEARD, NAMES, GAZETTEER = load_heard(), load_names(), load_gazetteer("kz")
NOW = datetime(2018, 9, 18, 9, tzinfo=UTC)

FREE = [
    "күйеуім үйге келді аллаға шүкір",
    "агамды жиберди кеше кешке озимиз барып алып кеттик",
    "босатыпты ғой күйеуімді штраф төлеттіріп",
    "інім үйге жетті сау саламат, тек телефонын бермей қойыпты",
    "ұлымды шығарды подписка бердіртіп, қасымда отыр",
    "Ағам бостандықта!!! соттан шығарып жіберді залдан",
    "отпустили слава богу едем домой",
    "муж дома спасибо вам огромное",
    "брата выпустили час назад дали только протокол подписать",
    "сын пришел сам пешком, весь замерз но целый",
    "папу забрали мы из отдела он щас в машине со мной",
    "все отбой он на свободе, суд дал штраф 50 мрп",
    "муж вышел!!! стоим обнимаемся возле ивс",
    "Сына отдали под расписку, уже дома кушает",
    "вобщем брат вернулся ночью синяки есть но живой дома",
    "отсидел свои 15 суток вчера встретили отца, дома он",
    "hes home thank god",
    "they let my brother go about 20 min ago hes in the car w me",
    "my son just walked thru the door im crying",
    "dad is out, they made him sign something but hes out",
    "you can close this my husband was released last nite no charges",
    "he got out this morning we picked him up at the gate",
    "judge let him go with a fine. sleeping in his own bed now",
    "my father is back with us, tired and hungry but ok",
    "its over hes free they just dropped him off near the bazar and he called me from a shop",
    "brother came home at 4am wont talk about it but hes here",
]
NOT_FREE = [
    "күйеуімнің көлігі табылды РОВД ның ауласында тур, өзі жоқ",
    "агамнын телефоны табылды корши балада екен ози али жок",
    "ертең жібереміз дейді сенейін бе",
    "үйге тінту жүргізуге келді қазір 4 адам",
    "балам қашан шығады білесіздер ма",
    "бирге усталган балалардын ушеуин жиберди менин балам ишинде жок",
    "әкемді шығарды деп естідік бірақ хабарласпайды үйде де жоқ",
    "ағамды көрдім терезеден қолын бұлғады, шығармай жатыр",
    "жанымыз шыкты гой куте куте не болды адвокат",
    "адвокат келді күйеуіме кіргізбей қойды",
    "следователь вышел и сказал ждите",
    "обещают отпустить до вечера",
    "его же должны выпустить через 72 часа или нет??",
    "говорят его отпустили но дома его нет и трубку не берет",
    "всех женщин выпустили мужиков оставили мой там",
    "видела мужа вели по коридору в наручниках, домой не отпускают",
    "я дома сижу жду звонка, про сына ничего нового",
    "ничего не вышло с передачкой не взяли",
    "адвокат свободен только после обеда, что нам делать до этого",
    "found his jacket outside the station but not him",
    "they swear he will be home by tonight",
    "is he free to go after 3 hours if they dont charge him",
    "someone said hes been let out but his phones off and hes not here",
    "they let 5 of the guys out my brother isnt one of them",
    "i found out which station hes in",
    "im totally freaking out here pls answer",
    "i saw him at the window he waved. they wont release him",
    "is the lawyer free of charge",
    "cops came to our home again looking for his laptop",
]
DANGER = [
    "алматы есигимизди сындырып жатыр полиция не истеймиз",
    "Шымкент. Күйеуімді таңертең полицияға шақырды әлі қайтпады телефоны өшірулі",
    "астанада інімді автозакка салып жатыр дәл қазір",
    "баламды уриппе полиция мұрны сынған Тараздамыз",
    "Ақтөбе мені РОВД да ұстап отыр телефонды тығып жазып отырмын",
    "Кешеден бері ағам жоқ Ақтау қаласы, соңғы рет гаишниктер тоқтатты деп звандаған",
    "караганды акемди кнб алып кетти кайда екенин айтпайды",
    "Семейде әпкемді участковый ертіп кетті 5 сағат болды хабар жоқ",
    "Қызылорда терезенің астында маскалы полициялар тұр шықпай отырмыз балалармен",
    "атырау жигиттерди алан да устады менин куйеуим де ишинде",
    "алматы мужа увезли люди в масках куда не знаем",
    "Астана. брата вызвали на допрос к 10 утра уже ночь его нет",
    "помогите стоят под дверью ломятся говорят полиция мы в караганде",
    "шымкент сына избили в отделе, почки отбили, он в больнице под охраной",
    "нас пакуют актобе площадь",
    "пропал отец в костанае после того как участковый приходил второй день ищем",
    "павлодар сижу в обезьяннике телефон щас отберут",
    "В Уральске подругу приняли за плакат, держат в северном отделе, адвоката не пускают",
    "жена пошла в полицию заявление писать в актау и не вышла оттуда, мне говорят ее тут нет",
    "pls help police took my husband almaty we dont know where",
    "im in a police van in astana they wont say why",
    "theyre banging on the door saying police im alone w kids shymkent",
    "my dad got called in to the station in aktobe at 9 and he never came back",
    "karaganda cops beat my brother up his ribs are broken",
    "havent heard from my son since the cops stopped his car in taraz last nite",
    "friend is in detention center in pavlodar 3rd day no lawyer",
    "they put a bag on his head and drove off, atyrau, my cousin",
    "locked in a cell in semey hurry battery 4%",
]
NONE = [
    "Сәлеметсіз бе, мен журналистпін, Алматыдағы ұсталғандар санын берсеңіздер",
    "келесі аптада Астанада митингке барамыз ба деп отырмыз ұстап кетсе не істейміз",
    "шымкентте базарда сумкамды урлап кетти полиция карамайды",
    "кеше Павлодарда кинода полиция баланы ұстап кететін фильм көрдік қатты әсер етті",
    "Оралдан поезд 3 сағат кешігіп жатыр вокзалда ұсталып қалдық",
    "Добрый день, редакция, готовим материал о задержаниях в Алматы, с кем можно поговорить?",
    "боюсь что на следующей неделе за мной придут, астана, просто хочу знать что делать если что",
    "в таразе рейс задержали на 4 часа куда жаловаться",
    "потерял паспорт в кокшетау в отделе не принимают заявление",
    "надоело уже что в атырау менты творят что хотят, когда это кончится",
    "hi im a reporter w an online paper, writing about arrests in almaty can u share numbers",
    "thinking of going to the rally in astana next sat, what if they arrest me",
    "my luggage is being held at customs in aktau 5 days now",
    "neighbours got robbed in kostanay last night and everyones scared",
]


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


@pytest.mark.parametrize("text", FREE)
def test_who_is_free_is_free(text: str) -> None:
    assert read(text).situation == "over"


@pytest.mark.parametrize("text", NOT_FREE)
def test_what_only_sounds_like_it_frees_nobody(text: str) -> None:
    assert read(text).situation != "over"


@pytest.mark.parametrize("text", DANGER)
def test_who_is_in_danger_wakes_lawyers(text: str) -> None:
    assert grade(read(text)) is Grade.LAWYERS


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_danger_wakes_nobody(text: str) -> None:
    assert grade(read(text)) is Grade.NOBODY


ONE_SLIP = [
    "полиция келп ағамды алп кетт",
    "әкемді ұстды",
    "менты забрли сына",
    "мужа увзли куда то",
    "нас скрутли на площади",
    "памагите пришла полиция увили брата",
    "police grabed him",
    "полиция оны ұстды",
    "they jaild my brother",
    "cops draged my dad out",
]
ONE_SLIP_OF_NOTHING = [
    "его не забрли",
    "qala tynysh, eshkim qamalmady",
    "звонит следак требует прийти сегодня в 15:00 свидетелем",
    "Ержан Увал звонил, всё хорошо",
    "в городе тихо",
    "ол қызыл күртеше киген",
]


@pytest.mark.parametrize("text", ONE_SLIP)
def test_what_is_done_to_people_is_heard_behind_one_slip_of_the_finger(text: str) -> None:
    assert read(text).happening


@pytest.mark.parametrize("text", ONE_SLIP_OF_NOTHING)
def test_a_slip_makes_no_arrest_of_a_denial_a_summons_or_a_name(text: str) -> None:
    assert not read(text).happening


def test_what_a_slip_hides_is_a_guess() -> None:
    assert read("мужа увзли куда то").guessed
