"""A lawyer who never presses a button: each of their words is acted on, also while an older question stands open."""

from datetime import datetime

import pytest

from core.casework.proceedings import tracked_hearings
from core.model import LANGUAGES
from core.values import Hearing
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
WAY = {
    "en": "on the way, 25 minutes",
    "ru": "выехал, буду через 25",
    "kk": "жолдамын, 25 минуттан кейін",
}
UNABLE = {
    "en": "can someone cover my hearing tomorrow",
    "ru": "не могу завтра на суд, подмените",
    "kk": "ертең сотқа бара алмаймын, орныма біреу барсын",
}
REFUSED = {
    "en": "I'm here but they won't let me in",
    "ru": "я тут, меня не пускают",
    "kk": "келдім, кіргізбей жатыр",
}
HEARING = {
    "en": (
        "hearing tomorrow 10:00, Medeu court",
        "not 10 but 11:00",
        "wrong court, Almaly court",
        "Almaly court",
    ),
    "ru": ("суд завтра в 10:00, Медеуский суд", "не 10, а 11:00", "суд не тот, Алмалинский", "Алмалинский"),
    "kk": ("сот ертең 10:00-де, Медеу соты", "10 емес, 11:00", "сот басқа, Алмалы соты", "Алмалы соты"),
}
DAY = {"en": "she gets out on the 25th", "ru": "выходит 25 числа", "kk": "25 қыркүйекте босайды"}
OPENS = ("/report", "/checkin", "/list", "/duty", "/practice")


async def taken(desk: Desk, language: str = "en", told: str = HELD) -> tuple[Person, Person]:
    """A lawyer who has the case, and a coordinator."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await take(desk, marat, told)
    marat.rang(), olga.rang()
    return marat, olga


async def take(desk: Desk, marat: Person, told: str = HELD) -> None:
    rita = await desk.reports(told)
    await rita.allows_news()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")


async def steps(desk: Desk, number: int = -1) -> list[str]:
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case(number))
    return [str(fact.value) for fact in view.history("visit")]


async def hearing(desk: Desk) -> tuple[str, str]:
    async with desk.reading() as tx:
        (sitting,) = tracked_hearings(await view_of(tx, await desk.case()))
    known: Hearing = sitting.hearing
    return f"{known.at.astimezone(desk.service.zone):%d.%m %H:%M}", known.court


@pytest.mark.parametrize("language", LANGUAGES)
async def test_by_when_they_are_there_is_the_step_with_its_time(desk: Desk, language: str) -> None:
    marat, _ = await taken(desk, language)
    await marat.writes(WAY[language])
    assert await steps(desk) == ["on_my_way"]
    assert (await desk.case()).first_action_at is not None
    marat.sees(desk.service.words.say(language, "visit-there", time="12:25"))


@pytest.mark.parametrize("opens", OPENS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_of_a_visit_are_heard_while_another_question_stands_open(
    desk: Desk, language: str, opens: str
) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(opens, WAY[language], REFUSED[language], UNABLE[language])
    assert await steps(desk) == ["on_my_way", "refused"]
    say = desk.service.words.say
    olga.sees(say(language, "ask-refused"))
    olga.sees(say(language, "ask-cannot-come"))
    assert olga.rang() == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_for_somebody_in_their_place_rings_coordinators_and_can_hand_over(
    desk: Desk, language: str
) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(UNABLE[language])
    say = desk.service.words.say
    olga.sees(say(language, "ask-cannot-come"))
    assert olga.rang() == 1
    marat.sees(say(language, "button-hand-over"))
    await marat.presses(say(language, "button-unsaid"))
    olga.sees_nothing_of(say(language, "ask-cannot-come"))


async def test_who_asks_so_for_two_towns_rings_for_both_cases(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer("Marat", cities=())
    for told in (HELD, "police took Askar Invented in Astana", "police took Tim Imagined in Taraz"):
        await take(desk, marat, told)
    await marat.writes("can someone cover my hearings tomorrow in Almaty and Astana")
    asked = "The lawyer of this case writes that they do not get there, or cannot go on."
    olga.sees(asked, (await desk.case(0)).code)
    olga.sees(asked, (await desk.case(1)).code)
    assert olga.count(asked) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_written_of_a_hearing_is_put_right_old_and_new(desk: Desk, language: str) -> None:
    marat, _ = await taken(desk, language)
    first, hour, court, named = HEARING[language]
    await marat.writes(WAY[language], first)
    await desk.later(hours=3)
    await marat.writes(hour)
    say = desk.service.words.say
    marat.sees("18.09 11:00", say(language, "hearing-was", times="18.09 10:00"))
    await desk.later(hours=3)
    await marat.writes(court)
    assert await hearing(desk) == ("18.09 11:00", named)
    await marat.presses(say(language, "button-not-this"))
    assert (await hearing(desk))[0] == "18.09 11:00"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_on_the_day_on_which_they_are_to_be_free_it_is_asked_whether_they_are(
    desk: Desk, language: str
) -> None:
    desk.without_clocks()
    marat, _ = await taken(desk, language)
    await marat.writes(WAY[language], DAY[language])
    say, code = desk.service.words.say, (await desk.case()).code
    marat.sees(say(language, "free-day", code=code, day="25.09"))
    await desk.later(hours=7 * 24 + 21)
    assert desk.now.astimezone(desk.service.zone) == datetime(2018, 9, 25, 9, tzinfo=desk.service.zone)
    marat.sees(
        say(language, "arrest-promised-day", code=code), say(language, "button-released").lstrip("✅ ")
    )


async def test_such_a_day_can_be_taken_back(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await marat.writes(DAY["en"])
    await marat.presses("Not this")
    assert await desk.waits_until("promised-day") is None


async def test_an_answer_to_a_message_about_a_case_is_about_that_case(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer("Marat")
    await take(desk, marat)
    await take(desk, marat, "police took Askar Invented in Almaty")
    card = max(n for n, shown in marat.screen.messages.items() if "Dana" in shown.text)
    await marat.writes("on my way there", answers=card)
    assert (await steps(desk, 0), await steps(desk, 1)) == (["on_my_way"], [])
    reply = max(n for n, shown in marat.screen.messages.items() if "🚗 on the way" in shown.text)
    await marat.writes("they do not let me in", answers=reply)
    assert (await steps(desk, 0), await steps(desk, 1)) == (["on_my_way", "refused"], [])
    olga.sees("The lawyer is not let in", (await desk.case(0)).code)
    await marat.writes("room 14", answers=card)
    marat.sees(f"{(await desk.case(0)).code}: noted.")


async def test_a_name_or_a_city_says_which_case_a_step_is_of(desk: Desk) -> None:
    marat = await desk.lawyer("Marat", cities=())
    await take(desk, marat)
    await take(desk, marat, "police took Askar Invented in Astana")
    await marat.writes("on my way to Dana")
    await marat.writes("at the door in Astana")
    assert (await steps(desk, 0), await steps(desk, 1)) == (["on_my_way"], ["at_station"])


@pytest.mark.parametrize(
    "words",
    [
        "/case 513-742",
        "513-742",
        "where is he held?",
        "/status",
        "thank you, got it",
        "/list Almaty, Medeu police, 12:00",
    ],
)
async def test_whatever_the_owner_types_is_a_sign_of_life_and_they_are_asked_before_the_case_is_taken(
    desk: Desk, words: str
) -> None:
    marat, _ = await taken(desk)
    await desk.later(minutes=5)
    await marat.writes(words)
    await desk.later(minutes=26)
    assert (await desk.case()).state == "accepted"
    marat.sees("Is it still yours?")


RELAY = {
    "en": ("ask the mother whether he takes pills", "tell the wife he is fine and asks for warm clothes"),
    "ru": ("спросите у матери, пьёт ли он таблетки", "пусть родные привезут паспорт"),
    "kk": ("анасынан сұраңызшы, дәрі іше ме", "әйеліне айтыңыз, жылы киім сұрайды"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [0, 1])
async def test_what_the_family_is_to_be_asked_or_told_goes_to_them_by_one_press(
    desk: Desk, language: str, which: int
) -> None:
    marat, _ = await taken(desk, language)
    say, code = desk.service.words.say, (await desk.case()).code
    await marat.writes(RELAY[language][which])
    marat.sees(say(language, "jotted-relay", code=code))
    await marat.presses(say(language, "button-relay"))
    marat.sees(say(language, "relay-sent", code=code, chats=1))


RENAMED = {
    "en": ("the name is wrong, it is Dina not Dana", HELD, "Dina Made-Up"),
    "ru": ("её зовут не Дана, а Дина", "полиция забрала Дану Выдуманову в Алматы", "Дина Выдуманову"),
    "kk": ("аты қате, Дана емес, Дина", "Алматыда полиция Дана Ойдановты алып кетті", "Дина Ойдановты"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_wrong_name_is_put_right_and_one_press_undoes_it(desk: Desk, language: str) -> None:
    words, told, after = RENAMED[language]
    marat, _ = await taken(desk, language, told)
    before = await names(desk)
    await marat.writes(words)
    assert await names(desk) == [after]
    marat.sees(f"{before[0]} → {after}")
    await marat.presses(desk.service.words.say(language, "button-not-this"))
    assert await names(desk) == before


async def names(desk: Desk) -> list[str]:
    async with desk.reading() as tx:
        return [name for person in (await view_of(tx, await desk.case())).persons for name in person.names]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("Алматыда полиция Айдын Ойдановты алып кетті", "Тимур Алатау аудандық полицияда, Айдын жоқ"),
        ("полиция забрала Дану Выдуманову в Алматы", "здесь Асель, Даны нет"),
        (HELD, "Asel is here, Dana is not"),
    ],
)
async def test_who_is_not_there_is_not_called_otherwise(desk: Desk, told: str, text: str) -> None:
    marat, _ = await taken(desk, told=told)
    before = await names(desk)
    await marat.writes(text)
    assert await names(desk) == before
