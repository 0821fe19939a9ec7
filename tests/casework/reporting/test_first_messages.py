"""A first message that tells of anybody is heard with a sound within a minute, whatever it asks beside,
and whoever writes it.

None of these sentences has words that the bot knows; only how they are built tells that somebody may be in need.
"""

import pytest

from tests.casework.story_desk import Desk

BESIDE = [
    ("en", "who do I call? they told Ilya to pack his things"),
    ("en", "they carry my father out of the ward, how much does it cost?"),
    ("en", "do you speak English? they put my neighbour on a plane"),
    ("ru", "вы бесплатно работаете? подругу выселяют из общежития с полицией"),
    ("ru", "вы полиция? отца выносят из палаты"),
    ("ru", "какие права у иностранца? мою соседку сажают в самолёт"),
    ("kk", "оны бір сағаттан кейін елден шығарады, не істеуге болады?"),
    ("kk", "кімге қоңырау шаламын? Илияға заттарыңды жина деді"),
    ("kk", "қазақша жазуға бола ма? көршімді ұшаққа отырғызып жатыр"),
    ("kk", "Aizhan 7-de habarlasuy kerek edi, qazir 9, habar joq"),
]
HAPPENED = [  # why it happened is asked, not whether
    ("en", "why was he arrested? Almaty"),
    ("ru", "за что его забрали"),
    ("ru", "за что его забрали? Алматы"),
    ("kk", "оны неге ұстады? Алматы"),
]
NAMED = [
    ("en", "Why do they take Ilya Made-Up from the house in Almaty?"),
    ("ru", "за что задержали Илью Придуманова в Алматы?"),
    ("ru", "почему полиция увозит Илью Придуманова? Алматы"),
    ("kk", "Илия Ойданды Алматыда неге ұстады?"),
    ("kk", "Алматыда Ойдан Илияны полиция неге алып кетіп жатыр?"),
]
WATCHED = [
    ("en", "a grey car follows us since morning, Almaty"),
    ("en", "police are outside our door"),
    ("ru", "за нами весь день едет машина, Алматы"),
    ("ru", "у двери стоят полицейские"),
    ("ru", "идёт суд над Ильёй Придумановым, судья кричит"),
    ("kk", "есік алдында полиция тұр, Алматы"),
    ("kk", "есік алдында полиция тұр"),
]
SILENT = [
    ("en", "hello"),
    ("en", "how much does it cost?"),
    ("en", "I want to know how I can volunteer with you"),
    ("en", "I saw police buses near the square in Almaty"),
    ("ru", "вы кто?"),
    ("ru", "у меня вопрос: вы работаете по выходным?"),
    ("ru", "скажите пожалуйста сколько стоит консультация"),
    ("ru", "что мне делать?"),
    ("kk", "тегін бе?"),
    ("kk", "сәлеметсіз бе, кеңес қанша тұрады айтыңызшы"),
]


@pytest.mark.parametrize(("language", "text"), BESIDE + HAPPENED + WATCHED)
async def test_what_tells_of_anybody_is_heard_within_a_minute_and_read_at_one_press(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await desk.lawyer(languages=(language,)), await desk.coordinator()
    await desk.reports(text, language=language)
    await desk.later(seconds=45)
    assert (marat.rang(), olga.rang()) == (0, 1)
    if olga.screen.offers("Read"):
        await olga.presses("Read")
        olga.sees(text.partition("?")[0])
    else:
        olga.sees("[Open the case]")


@pytest.mark.parametrize(("language", "text"), NAMED)
async def test_why_somebody_was_taken_tells_lawyers_that_they_were(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports(text, language=language)
    assert marat.rang() == 1


@pytest.mark.parametrize(("language", "text"), SILENT)
async def test_what_tells_of_nobody_makes_no_sound(desk: Desk, language: str, text: str) -> None:
    marat, olga = await desk.lawyer(languages=(language,)), await desk.coordinator()
    await desk.reports(text, language=language)
    await desk.later(minutes=2)
    assert (marat.rang(), olga.rang()) == (0, 0)


# --- what members write who have no case

CALLED = [
    ("en", "an observer was pushed into a car"),
    ("ru", "волонтёрку посадили в бус и увезли"),
    ("kk", "еріктіні көлікке отырғызып әкетті"),
    ("en", "they carry the volunteer out of the ward"),
]


@pytest.mark.parametrize(("language", "text"), CALLED)
async def test_what_a_coordinator_writes_of_a_call_reaches_the_others_within_a_minute(
    desk: Desk, language: str, text: str
) -> None:
    olga, vera = await desk.coordinator("Olga"), await desk.coordinator("Vera")
    await olga.writes(text)
    olga.sees("the other coordinators read this within a minute", "[This is a report]")
    olga.rang()
    await desk.later(minutes=1)
    assert (olga.rang(), vera.rang()) == (0, 1)
    vera.sees(text, "[Read]")


async def test_what_its_writer_makes_a_report_the_others_do_not_read_beside(desk: Desk) -> None:
    olga, vera = await desk.coordinator("Olga"), await desk.coordinator("Vera")
    await olga.writes("they carry the volunteer out of the ward")
    await olga.presses("This is a report")
    await desk.later(seconds=50)
    vera.sees_nothing_of("they carry the volunteer out of the ward")


@pytest.mark.parametrize("text", ["ok", "thank you all", "спасибо", "рахмет"])
async def test_a_word_of_courtesy_reaches_nobody(desk: Desk, text: str) -> None:
    olga, vera = await desk.coordinator("Olga"), await desk.coordinator("Vera")
    await olga.writes(text)
    await desk.later(minutes=2)
    assert vera.rang() == 0


@pytest.mark.parametrize(
    "text",
    ["they carry me out of my office", "меня выносят из моей конторы", "мені кеңсемнен алып шығып жатыр"],
)
async def test_a_lawyer_who_is_taken_reads_that_coordinators_hear_it(desk: Desk, text: str) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await marat.writes(text)
    marat.sees("oordinators", "[This is a report]")
    marat.sees_nothing_of("went into none")
    await desk.later(minutes=1)
    assert olga.rang() == 1
    olga.sees(text)


# --- a code that nobody has


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "where is case 123-456?"),
        ("ru", "где человек по делу 123-456?"),
        ("kk", "123-456 ісі бойынша адам қайда?"),
    ],
)
async def test_who_asks_by_a_wrong_code_is_not_answered_as_if_they_had_a_report(
    desk: Desk, language: str, text: str
) -> None:
    await desk.coordinator()
    rita = await desk.reports(text, language=language)
    rita.sees_nothing_of(desk.service.words.say(language, "stands-draft"))
