"""What is told unasked of an open case reaches somebody at once: who has it, else coordinators. By a code as well."""

import re

import pytest

from tests.casework.linking.test_same_case import SAME
from tests.casework.story_desk import Desk, Person

HELD = {
    "ru": "Алматы, задержали моего мужа Дана Придуманова",
    "en": "police took my husband Dan Made-Up in Almaty",
    "kk": "Алматыда күйеуім Дан Ойданшығарылғанды полиция ұстады",
}
TOLD = {
    "ru": [
        "до сих пор не отвечает, второе имя у него Аскар",
        "телефон в сети был в три, потом погас",
        "её так и нет",
        "пришло сообщение от него: жив",
        "его видели в камере утром",
        "ни слуху ни духу",
        "связи с ней нет с обеда",
        "муж так и не объявился",
    ],
    "en": [
        "He rang me once at ten past one, then nothing",
        "she still does not answer, her surname is Made-Up",
        "someone saw him this morning in the yard of the station",
        "still no word from him",
        "his phone was online at 3 and then went off",
    ],
    "kk": [
        "түнгі бірде бір рет қоңырау шалды, содан бері жоқ",
        "әлі жауап бермейді, фамилиясы Ойданшығарылған",
        "телефоны үште желіде болды, кейін сөнді",
        "оны таңертең біреу көріпті",
    ],
}
IDLE = {
    "ru": ["спасибо вам большое", "извините, не туда написал"],
    "en": ["thank you so much", "wrong number", "she has asthma since childhood"],
    "kk": ["көп рақмет сізге", "нөмірден қателестім"],
}
CHILDREN = {
    "ru": ["Её ребёнок остался у меня, что делать?", "дети одни дома сидят"],
    "en": [
        "Her little one is with me, what shall I do?",
        "the children are alone in the flat",
        "her toddler is at my place",
    ],
    "kk": ["Баласы менің қолымда, қайтейін?", "балалары үйде жалғыз қалды"],
}
WARNS = {
    "ru": [
        "Если деверь Рустам будет писать, ничего ему не говорите, он с ними заодно",
        "тётке ни слова, она всё передаёт участковому",
        "У нас в семье нет никакого Рустама!",
        "тот кто пишет от имени сестры — не она",
        "племяннику не верьте, он всё ментам докладывает",
    ],
    "en": [
        "If his uncle asks, say nothing, he works for them",
        "We have no such relative!",
        "don't tell his boss anything, he informs on us",
        "careful with his cousin, he talks to the police",
        "whoever writes as her sister is not her sister",
    ],
    "kk": [
        "Нағашысы сұраса, ештеңе айтпаңдар, ол солардың адамы",
        "Бізде ондай туыс жоқ!",
        "оның көршісіне сенбеңдер, полицияға жеткізеді",
    ],
}
CAR = {
    "ru": ["его сажают в автозак прямо сейчас", "только что запихнули в машину"],
    "en": ["they are pushing him into a van right now", "he was just put in a police car"],
    "kk": ["оны қазір көлікке отырғызып жатыр", "автозакқа салып жатыр"],
}
ILL = {
    "ru": [
        "он на гемодиализе через день",
        "с ней малыш, у него температура 39",
        "колет инсулин по 10 единиц",
    ],
    "en": ["the baby with her has a fever", "he takes insulin, 10 units at night"],
    "kk": ["қасындағы баласының қызуы көтеріліп тұр", "ол инсулин егеді, таңертең 10 бірлік"],
}
RANSOM = {
    "ru": ["сказали принести полмиллиона и отпустят", "за двести тысяч обещают выпустить, что делать?"],
    "en": ["they told us to bring money by evening, what do we do?"],
    "kk": ["ақша әкелсең босатамыз дейді, не істейміз?"],
}


def every(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in table.items() for text in texts]


async def crew(desk: Desk, language: str, *, is_taken: bool) -> tuple[Person, Person, Person]:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    if is_taken:
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=1)
    for person in (olga, marat, rita):
        person.rang()
    return rita, marat, olga


async def guest_of(desk: Desk, rita: Person, language: str) -> Person:
    """Somebody who has the code, and has greeted."""
    found = re.search(r"[^\W\d_]+ [^\W\d_]+ \d\d(?!\d)", rita.screen.text())
    assert found is not None
    guest = desk.person("Timur", language)
    await guest.writes(found[0])
    return guest


@pytest.mark.parametrize(("language", "text"), every(TOLD))
async def test_a_sign_of_life_or_none_rings_the_owner(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    assert marat.rang() == 1
    marat.sees("new: ", "The words are on the card.")


@pytest.mark.parametrize(("language", "text"), every(TOLD))
async def test_where_nobody_has_the_case_coordinators_hear_it(desk: Desk, language: str, text: str) -> None:
    rita, _, olga = await crew(desk, language, is_taken=False)
    await rita.writes(text)
    assert olga.rang() == 1
    olga.sees("something new of who is held", "[Open the case]")


@pytest.mark.parametrize(("language", "text"), every(IDLE))
async def test_what_tells_nothing_of_them_makes_no_sound_as_news(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    assert olga.rang() == 0
    marat.sees_nothing_of("something new of them", "a sign of life", "still no sign")


@pytest.mark.parametrize("is_taken", [True, False])
@pytest.mark.parametrize(("language", "text"), every(CHILDREN))
async def test_children_left_alone_are_urgent_by_a_guests_words_too(
    desk: Desk, language: str, text: str, is_taken: bool
) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=is_taken)
    guest = await guest_of(desk, rita, language)
    for person in (marat, olga):
        person.rang()
    await guest.writes(text)
    assert olga.rang() >= 1
    assert marat.rang() >= 1
    marat.sees("URGENT")
    if is_taken:
        marat.sees("Children left without them")
    assert (await desk.case()).priority == "urgent"
    guest.sees(desk.service.words.say(language, "guest-added"))
    guest.sees_nothing_of(desk.service.words.say(language, "everyday-advice"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "я сосед, у них дверь выбита"),
        ("en", "I am the neighbour, their door is broken"),
        ("kk", "көршісімін, есігі сынған"),
    ],
)
async def test_any_words_of_a_guest_ring_the_owner(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=True)
    guest = await guest_of(desk, rita, language)
    marat.rang()
    await guest.writes(text)
    assert marat.rang() == 1
    marat.sees("by the code, not proved")


@pytest.mark.parametrize(("language", "text"), every(WARNS))
async def test_a_warning_rings_and_the_other_chat_reads_nothing_until_it_is_verified(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=True)
    case, uncle = await desk.case(), await desk.reports(HELD[language], name="Uncle", language=language)
    await desk.later(minutes=1)
    await olga.presses(SAME)
    for person in (marat, olga, uncle):
        person.rang()
    await rita.writes(text)
    assert (marat.rang(), olga.rang()) == (1, 1)
    olga.sees("warns of somebody")
    await marat.presses_data(f"first:{case.id}:on_my_way")
    assert uncle.rang() == 0
    assert rita.rang() >= 1


@pytest.mark.parametrize(("language", "text"), every(CAR))
async def test_a_car_rings_the_owner_and_coordinators(desk: Desk, language: str, text: str) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    assert (marat.rang() >= 1, olga.rang()) == (True, 1)
    marat.sees("put into a car")


@pytest.mark.parametrize(("language", "text"), every(ILL))
async def test_an_illness_rings_at_once_and_is_urgent(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    assert marat.rang() >= 1
    assert "ill, hospital or medicine" in marat.screen.text() or "URGENT" in marat.screen.text()


@pytest.mark.parametrize(("language", "text"), every(RANSOM))
async def test_a_demand_of_money_rings_as_such(desk: Desk, language: str, text: str) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    assert olga.rang() == 1
    assert marat.rang() >= 1
    marat.sees("money is demanded")
