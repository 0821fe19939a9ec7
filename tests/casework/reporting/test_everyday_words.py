"""Everyday words have answers, and then everything stands as it stood; some of them reach a person."""

import pytest

from core.conversation.everyday import EVERYDAY
from core.model import LANGUAGES
from core.understanding.questions import ASKED
from tests.casework.story_desk import Desk

SAID = {
    "hello": ("hello", "здравствуйте", "сәлем"),
    "thanks": ("thank you", "спасибо", "рахмет"),
    "who": ("who are you?", "кто вы?", "сіз кімсіз"),
    "free": ("is it free?", "это бесплатно?", "тегін бе"),
    "safe": ("is it safe to write here?", "безопасно ли сюда писать?", "осында жазу қауіпсіз бе?"),
    "police": ("are you the police?", "вы полиция?", "сіз полиция емессіз бе"),
    "robot": ("are you a robot?", "вы бот?", "ботсыз ба"),
    "person": ("I need a real person", "позовите человека", "адам керек"),
    "advice": ("what should I say to them?", "что мне говорить им", "маған не істеу керек"),
    "wrong": ("wrong number", "извините, ошибся номером", "қате жіберіппін"),
    "status": ("any news?", "ну что там?", "жаңалық бар ма"),
    "code": ("what is my code?", "напомните код", "кодым қандай"),
    "howlong": ("how long does it take?", "когда ответит адвокат", "қашан жауап береді"),
    "nobody": ("nobody called", "никто не звонит", "ешкім келмеді"),
    "delete": ("delete everything", "удалите все", "бәрін өшіріңіз"),
    "where": ("which prison is he in?", "в какой он тюрьме", "қайда отырғанын қалай білем"),
    "fear": ("they might arrest me tomorrow", "может задержат завтра в Алматы", "ертең мені ұстауы мүмкін"),
    "reads": ("who reads this?", "кто это читает?", "мұны кім оқиды?"),
    "law": ("how long can they hold him?", "сколько могут держать?", "қанша уақыт ұстай алады?"),
    "anyone": ("is anybody there?", "есть кто живой?", "біреу бар ма?"),
    "comes": ("who is coming?", "кто приедет?", "кім келеді?"),
    "hearing": ("when is the hearing?", "когда заседание?", "отырыс қашан?"),
    "release": ("when will they release her?", "когда он вернётся домой?", "ол үйге қашан келеді?"),
    "condition": ("is she eating?", "его кормят?", "ол тамақ ішті ме?"),
    "publish": ("should we post it online?", "стоит ли выкладывать в интернет?", "интернетке жариялайық па?"),
    "covers": ("do you work in Oral?", "вы работаете в Уральске?", "сіздер Оралда жұмыс істейсіздер ме?"),
    "cancel": ("how do I cancel this?", "как отменить заявку?", "хабарды қайтарып алуға бола ма?"),
    "reach": ("can I have the lawyer's number?", "как связаться с адвокатом?", "адвокаттың нөмірі бар ма?"),
    "ownlawyer": (
        "can we hire our own lawyer?",
        "можно нанять своего адвоката?",
        "өз адвокатымызды жалдасақ бола ма?",
    ),
    "parcel": ("may I bring him clothes?", "можно передать ему вещи?", "оған киім апаруға бола ма?"),
    "visit": ("may I visit her?", "можно с ней увидеться?", "онымен кездесуге бола ма?"),
    "interpreter": ("will there be an interpreter?", "переводчик будет?", "аудармашы бола ма?"),
    "complain": ("where can we complain?", "куда подать жалобу?", "қайда шағым беруге болады?"),
    "callus": ("can I call you?", "можно вам позвонить?", "сіздерге қоңырау шалуға бола ма?"),
    "callthem": (
        "can you call the station?",
        "вы можете позвонить в отдел?",
        "бөлімге қоңырау шала аласыз ба?",
    ),
    "callme": ("can somebody call me back?", "вы мне перезвоните?", "маған қоңырау шаласыз ба?"),
    "name": ("must I give my name?", "нужно называть своё имя?", "атымды айтуым керек пе?"),
    "number": ("do you see my number?", "вы видите мой номер?", "менің нөмірім көріне ме?"),
    "others": ("who told you about it?", "кто вам об этом сообщил?", "сіздерге кім айтты?"),
    "tell": ("will you tell my school?", "вы сообщите мне на работу?", "жұмысыма хабарлайсыз ба?"),
    "code-use": ("what is the code for?", "зачем нужен код?", "код не үшін керек?"),
    "correct": ("can I add something?", "можно дополнить сообщение?", "қалай түзетуге болады?"),
    "another": (
        "can I report another person?",
        "можно сообщить ещё об одном человеке?",
        "тағы бір адам туралы жаза аламын ба?",
    ),
    "waiting": ("why is nobody coming?", "почему никто не едет?", "неге ешкім келмейді?"),
    "which-lawyer": (
        "does the lawyer speak Kazakh?",
        "адвокат говорит по-казахски?",
        "адвокат қазақша біле ме?",
    ),
    "stay": ("should I wait here?", "мне ждать здесь?", "күтейін бе?"),
    "helps": ("what can the lawyer do?", "чем поможет адвокат?", "адвокат не істей алады?"),
    "hours": ("do you work at night?", "вы работаете ночью?", "түнде жұмыс істейсіздер ме?"),
    "papers": ("which documents do I need?", "какие документы нужны?", "қандай құжат керек?"),
    "outcome": ("what will they do to him?", "что ему грозит?", "оған не болады?"),
    "needs": ("what do you need from me?", "что вам от меня нужно?", "сізге менен не керек?"),
    "languages": (
        "which languages do you speak?",
        "на каком языке можно писать?",
        "қай тілде жазуға болады?",
    ),
    "next": ("what happens next?", "что будет дальше?", "әрі қарай не болады?"),
    "whither": ("where should I go?", "куда мне идти?", "қайда барайын?"),
    "attend": ("can we come to the court?", "можно прийти на суд?", "сотқа баруға бола ма?"),
    "charge": ("what is he accused of?", "в чём его обвиняют?", "оны не үшін айыптап отыр?"),
    "our-lawyer": (
        "can we trust this lawyer?",
        "этому юристу можно верить?",
        "бұл адвокатқа сенуге бола ма?",
    ),
    "transfer": (
        "will they move her to a prison?",
        "его переведут в сизо?",
        "оны түрмеге ауыстыра ма?",
    ),
    "phone": ("must I give my passcode?", "надо ли называть пароль?", "құпиясөзді айту керек пе?"),
    "home": ("can they come without a warrant?", "нужен ли ордер на обыск?", "тінтуге ордер керек пе?"),
    "leave": ("am I under arrest?", "мне можно встать и уйти?", "мен кете аламын ба?"),
    "body": (
        "must I give my fingerprints?",
        "отпечатки сдавать обязательно?",
        "саусақ ізін беру міндетті ме?",
    ),
    "film": ("may I film the police?", "можно снимать полицию?", "полицияны видеоға түсіруге бола ма?"),
    "minor": ("my son is only 15, what now?", "сыну 15 лет, что теперь?", "ұлым 15 жаста, енді не болады?"),
    "pregnant": ("is a pregnant woman let go?", "беременную отпустят?", "жүкті әйелді жібере ме?"),
    "foreign": (
        "do you help foreigners?",
        "вы помогаете иностранцам?",
        "шетелдіктерге көмектесесіздер ме?",
    ),
    "dismissal": ("will she lose her job?", "её уволят с работы?", "оны жұмыстан шығара ма?"),
    "children": (
        "who looks after the children?",
        "кто присмотрит за детьми?",
        "балаларға кім қарайды?",
    ),
    "things": ("do we get the car back?", "машину вернут?", "көлікті қайтара ма?"),
    "army": ("can he be conscripted?", "его отправят служить?", "оны әскерге ала ма?"),
    "doctor": ("can I call a doctor for him?", "можно вызвать ему врача?", "ол жақта дәрігер бар ма?"),
    "prayer": ("will they let him pray?", "ему дадут молиться?", "намаз оқуға бере ме?"),
    "witness": (
        "do I have to be a witness?",
        "мне надо быть свидетелем?",
        "маған куәгер болу керек пе?",
    ),
    "newnumber": (
        "my number changed, what now?",
        "у меня новый номер, что делать?",
        "нөмірім ауысты, не істеймін?",
    ),
    "support": ("how can I donate?", "как вам пожертвовать?", "қайырымдылық қалай жасаймын?"),
    "whyask": ("why so many questions?", "зачем столько вопросов?", "неге сонша көп сұрайсыз?"),
    "stop": ("can I stop answering?", "можно больше не отвечать?", "бәріне жауап беру міндетті ме?"),
    "photo": ("where do I send a photo?", "куда отправить фото?", "суретті қайда жіберемін?"),
    "updates": ("will you let us know?", "вы нам сообщите?", "өзгерсе хабарлайсыз ба?"),
    "protest": ("may I go to the rally?", "можно идти на митинг?", "митингіге баруға бола ма?"),
    "kept": (
        "how long do you keep what I write?",
        "когда удалят мои сообщения?",
        "жазғанымды қанша уақыт сақтайсыз?",
    ),
    "skip": ("may I leave the number blank?", "можно не заполнять всё это?", "жасын бос қалдыруға бола ма?"),
    "fine": ("who pays the fine?", "кто заплатит штраф?", "айыппұлды кім төлейді?"),
    "fromlawyer": (
        "can I see photos from the lawyer?",
        "будут фото от адвоката?",
        "адвокаттан сурет бола ма?",
    ),
    "village": (
        "is it enough to write the district of the village?",
        "у нас село, район указать достаточно?",
        "ауылдың ауданын жазу жеткілікті ме?",
    ),
    "daycount": (
        "from when are the days counted?",
        "с какого момента считаются сутки?",
        "тәулік қашаннан бастап есептеледі?",
    ),
    "confide": (
        "is it better to tell the lawyer everything?",
        "адвокату всё можно рассказать?",
        "заңгерге бәрін айтуға бола ма?",
    ),
    "code-owner": ("will the owner of the code see it?", "хозяин кода это увидит?", "кодтың иесі көре ме?"),
    "received": ("did you get my message?", "вы получили сообщение?", "хабарламамды алдыңыз ба?"),
    "spam": ("casino bonus win", "в Астане дождь", "несие аламыз"),
}
BEGINS = ("hearing", "attend", "minor")  # before a report a court is one, and that a child may be held
HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
PLAIN = [(intent, language) for intent in SAID if intent not in BEGINS for language in ("en", "ru", "kk")]


# Beside the question something is stated, and may be of anybody: a coordinator hears it.
STATED_BESIDE = {("newnumber", "en"), ("newnumber", "ru"), ("village", "ru")}


def first_words(desk: Desk, language: str, intent: str) -> str:
    organisation = desk.service.organisation
    kept = {"released": 12, "others": 36, "files": 12, "drafts": 24}
    return desk.service.words.say(language, f"everyday-{intent}", organisation=organisation, **kept)


def test_every_everyday_word_is_said_here_in_three_languages() -> None:
    assert {*SAID, ASKED} == set(EVERYDAY)


@pytest.mark.parametrize(("intent", "language"), PLAIN)
async def test_whoever_reports_nothing_is_answered_and_nothing_is_opened(
    desk: Desk, intent: str, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person(language=language)
    await rita.writes(SAID[intent][("en", "ru", "kk").index(language)])
    rita.sees(first_words(desk, language, intent))
    await desk.later(minutes=5)
    async with desk.reading() as tx:
        assert await tx.cases.select() == []
    assert marat.rang() == 0
    is_reached = EVERYDAY[intent].reaches and intent != "fear"
    assert bool(olga.rang()) == (is_reached or (intent, language) in STATED_BESIDE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "мой рейс задержали"),
        ("en", "my flight got delayed by three hours"),
        ("en", "flight delayed"),
        ("kk", "ұшағымыз үш сағатқа кешікті"),
        ("ru", "у меня вопрос про штраф за парковку"),
        ("en", "i have a question about a parking fine"),
        ("kk", "көлік тұрағына айыппұл туралы сұрағым бар"),
    ],
)
async def test_a_flight_that_is_late_and_a_parking_fine_ring_nobody(
    desk: Desk, language: str, text: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person(language=language)
    await rita.writes(text)
    await desk.later(minutes=5)
    assert (olga.rang(), marat.rang()) == (0, 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "в алматы брата забрали за неуплату штрафа за парковку"),
        ("en", "the train was late and they arrested him at Almaty station"),
        ("ru", "рейс задержали и полиция забрала мужа, мы в Алматы"),
    ],
)
async def test_who_is_taken_over_a_fine_or_off_a_train_is_a_report(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    assert marat.rang()


FEARS = [
    ("ru", "может задержат завтра в Алматы"),
    ("ru", "боюсь, что меня завтра в Алматы задержат"),
    ("ru", "завтра выйду на площадь в Алматы, могут задержать"),
    ("en", "they might arrest me tomorrow in Almaty"),
    ("en", "I'm afraid the police will come for me, Almaty"),
    ("kk", "ертең Алматыда мені ұстауы мүмкін"),
    ("kk", "Алматыда мені қамап қояды деп қорқамын"),
]


@pytest.mark.parametrize(("language", "text"), FEARS)
async def test_a_fear_or_a_plan_rings_nobody_and_a_coordinator_can_read_it(
    desk: Desk, language: str, text: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person(language=language)
    await rita.writes(text)
    rita.sees(first_words(desk, language, "fear"))
    await desk.later(minutes=10)
    assert (marat.rang(), olga.rang()) == (0, 0)
    olga.sees("afraid of being taken", "[Read]")
    await olga.presses("Read")
    olga.sees(text, "[Make a case]")


@pytest.mark.parametrize(
    "text",
    [
        "сейчас меня заберут, Алматы",
        "брата забрали в Алматы, боюсь за него",
        "қазір мені алып кетеді, Алматы",
    ],
)
async def test_what_happens_now_is_no_fear(desk: Desk, text: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language="ru")
    assert marat.rang() == 1


OLD = {
    "ru": "17 марта 2016 задержали активиста в Алматы",
    "en": "17 March 2016 police detained an activist in Almaty",
    "kk": "2016 жылғы 17 наурызда Алматыда белсендіні ұстады",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_news_of_an_earlier_year_rings_no_lawyer_and_a_coordinator_sees_it(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(OLD[language], language=language)
    assert (marat.rang(), (await desk.case()).alerting) == (0, False)
    olga.sees("A record that wakes nobody")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_news_of_an_earlier_year_end_no_search(desk: Desk, language: str) -> None:
    await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(OLD[language])
    case = await desk.case()
    assert (case.says_over, case.ongoing) == (False, "unknown")
    assert await desk.waits_until("pause") is None


@pytest.mark.parametrize(
    "text",
    [
        "в Алматы задержали Асхата Придуманова 17.03.1990 г.р.",
        "31 декабря 2017 и сегодня снова в Алматы задержали активиста, до сих пор держат",
    ],
)
async def test_a_birthday_or_what_goes_on_since_then_is_no_old_news(desk: Desk, text: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language="ru")
    assert marat.rang() == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "ошиблись номером"),
        ("ru", "извините, не туда написал"),
        ("en", "wrong number"),
        ("kk", "нөмірден қателестім"),
    ],
)
async def test_a_wrong_number_behind_a_report_does_not_end_it(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    olga.rang()
    await rita.writes(text)
    rita.sees(first_words(desk, language, "wrong"))
    case = await desk.case()
    assert (case.says_over, case.says_false, olga.rang()) == (False, False, 0)
    assert await desk.waits_until("pause") is None


async def test_the_first_screen_is_offered_under_an_answer(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("hello")
    rita.sees("Hello", "What is happening", "[It is me]")
    assert rita.rang() == 1
    await rita.presses("It is someone else")
    rita.sees("In which city")


async def test_the_question_that_was_open_is_open_still(desk: Desk) -> None:
    rita = desk.person()
    await rita.presses_data("report/situation:other")
    rita.rang()
    await rita.writes("are you the police?")
    rita.sees("not to the police")
    rita.sees("In which city is it?")
    assert rita.rang() == 1
    await rita.writes("Almaty")
    assert (await desk.case()).city == "almaty"


async def test_thanks_in_a_form_are_no_answer_and_the_question_is_not_asked_again(desk: Desk) -> None:
    rita = await desk.reports("police took somebody in Almaty")
    rita.rang()
    await rita.writes("thanks", "who are you?", "is it free?")
    rita.sees("Thank you for writing")
    assert rita.rang() == 3  # nothing but the answers
    rita.sees("Who was detained?")
    await rita.writes("Dana Made-Up")
    assert (await desk.case()).identified == 1


async def test_a_name_that_is_thanks_too_is_a_name_where_names_are_asked(desk: Desk) -> None:
    rita = await desk.reports("полиция задержала кого-то в Алматы", language="ru")
    await rita.writes("Рахмет Сериков")
    assert (await desk.case()).identified == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_cry_behind_thanks_is_a_report(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    await desk.reports({"en": "thanks, ", "ru": "спасибо, ", "kk": "рахмет, "}[language] + HELD[language])
    assert marat.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_waits_hears_how_it_stands(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    word = SAID["howlong"][("en", "ru", "kk").index(language)]
    say = desk.service.words.say
    await rita.writes(word)
    rita.sees(say(language, "stands-asked", count=1), desk.service.hotline)
    await marat.presses("I'll take it")
    await rita.writes(word)
    rita.sees(say(language, "stands-accepted", stage="none", time="12:00"))
    await marat.presses("Released", "Released")
    await rita.writes(word)
    rita.sees(say(language, "stands-closed", how=say(language, "outcome-released"), time="12:00"))


async def test_before_it_is_enough_it_is_said_that_nobody_was_asked(desk: Desk) -> None:
    rita = desk.person()
    await rita.presses_data("report/situation:other")
    await rita.writes("when will a lawyer answer?")
    rita.sees("Lawyers have not been contacted yet")


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("nobody called", "nobody has come or called"),
        ("delete everything", "asks to have deleted"),
        ("which prison is he in?", "asks where somebody is held"),
    ],
)
async def test_some_words_reach_a_coordinator_once(desk: Desk, word: str, shown: str) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD["en"])
    olga.rang()
    await rita.writes(word, word)
    olga.sees(shown, (await desk.case()).code)
    assert word not in olga.screen.text()  # behind the usual tap
    assert olga.rang() == 1
    await olga.opens(await desk.case())
    olga.sees(word)


async def test_nobody_came_names_whoever_has_the_case(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(phone="+77010001122")
    rita = await desk.reports(HELD["en"])
    await marat.presses("I'll take it")
    await rita.writes("nobody called")
    olga.sees("nobody has come or called", "Marat: +77010001122")


async def test_who_has_no_report_reaches_a_coordinator_too_and_the_words_are_kept(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.writes("nobody called", "nobody came")
    olga.sees("Somebody without a report says that nobody has come")
    assert olga.rang() == 1
    await olga.presses("Read")
    olga.sees("nobody called", "nobody came")


async def test_deletion_can_be_asked_for_when_the_case_is_closed(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD["en"])
    await olga.opens(await desk.case())
    await olga.presses("Released", "Released")
    await rita.writes("delete everything")
    olga.sees("asks to have deleted", "[Open the case]")


async def test_what_a_member_writes_is_theirs(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await marat.writes("hello", "nobody called")
    marat.sees_nothing_of("What is happening, and to whom?", "A coordinator is told")
    assert olga.rang() == 0


FOREIGN = ["برادرم را گرفتند", "我弟弟被抓了", "Акамни олиб кетишди, ўғлим ҳам"]


@pytest.mark.parametrize("words", FOREIGN)
async def test_another_language_is_answered_in_all_three_and_a_coordinator_reads_it(
    desk: Desk, words: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(words)
    for language in LANGUAGES:
        rita.sees(desk.service.words.say(language, "everyday-language"))
    await desk.later(minutes=2)
    olga.sees("writes in another language")
    await olga.opens(await desk.case())
    olga.sees("another language", words)
    assert marat.rang() == 0


async def test_another_language_in_an_open_report_asks_a_coordinator_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD["en"])
    for word in ("Example street 5", "skip", "skip", "skip", "skip", "skip", "skip", "skip", "skip", "skip"):
        await rita.writes(word)
    await rita.presses("All correct ✓")
    olga.rang()
    await rita.writes("برادرم را گرفتند", "برادرم را گرفتند")
    olga.sees("writes in another language")
    assert olga.rang() == 1


@pytest.mark.parametrize("text", ["тут полиция", "менты тут, Алматы", "здесь полиция"])
async def test_the_police_that_are_where_the_writer_is_are_no_question_about_us(
    desk: Desk, text: str
) -> None:
    rita = await desk.reports(text, language="ru")
    rita.sees_nothing_of("Это бот организации")


@pytest.mark.parametrize("text", ["это полиция?", "вы из полиции", "менты читают это?"])
async def test_whether_we_are_the_police_is_answered(desk: Desk, text: str) -> None:
    rita = await desk.reports(text, language="ru")
    rita.sees("Это бот организации Test Bureau, а не полиции.")


AFRAID = [
    ("ru", "помогите", "Алматы", "нет, я боюсь", "Это страшно"),
    ("ru", "помогите", "Алматы", "мне страшно, что меня будут бить", "Это страшно"),
    ("en", "help me", "Almaty", "I am afraid they will beat me", "That is frightening"),
    ("kk", "көмектесіңіздер", "Алматы", "қорқып тұрмын, ұрып тастайды деп", "Қорқып тұрғаныңызды"),
]


@pytest.mark.parametrize(("language", "sos", "city", "text", "answer"), AFRAID)
async def test_who_is_held_and_afraid_is_not_told_that_nothing_has_happened_yet(
    desk: Desk, language: str, sos: str, city: str, text: str, answer: str
) -> None:
    marat = await desk.lawyer()
    rita = desk.person(language=language)
    await rita.writes(sos, city, text)
    assert marat.count("URGENT") == 1
    rita.sees(answer, desk.service.words.say(language, "stands-asked", count=1))
    rita.sees_nothing_of(first_words(desk, language, "fear"))


ANYBODY = [
    ("en", "are you there??"), ("en", "is anyone reading this?"), ("ru", "вы тут?"), ("ru", "приедет кто-нибудь?"),
    ("kk", "адвокат келе ме?"), ("kk", "оқып отырсыз ба?"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), ANYBODY)
async def test_whether_anybody_is_there_is_answered_by_how_it_stands(
    desk: Desk, language: str, words: str
) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(words)
    rita.sees(*desk.service.words.say(language, "stands-nobody").splitlines())
