"""Every cry reaches a lawyer, or a coordinator who reads its words at one tap, within a minute: however it comes, whatever
was written before, and whether or not the bot knows its words.
"""

from collections.abc import Awaitable, Callable

import pytest

from core.incoming import File, FileKind, Forwarded
from tests.casework.story_desk import Desk, Person

Way = Callable[[Desk, Person, str], Awaitable[None]]


async def plainly(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes(text)


async def word_by_word(desk: Desk, rita: Person, text: str) -> None:
    for word in text.split():
        await rita.writes(word)
        await desk.later(seconds=2)


async def forwarded(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes(text, forwarded=Forwarded(desk.now))


async def as_a_correction(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("hello", message_id=7000)
    await desk.later(seconds=30)
    await rita.corrects(7000, text)


async def below_a_photo(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes(text, file=File(FileKind.PHOTO, "a-photo"))


async def after_a_greeting(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("hello")
    await desk.later(seconds=30)
    await rita.writes(text)


async def after_chatter(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("do you print leaflets?")
    await desk.later(minutes=5)
    await rita.writes(text)


async def after_a_link(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("https://news.example.org/x")
    await desk.later(minutes=5)
    await rita.writes(text)


async def after_no_a_question(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("it is about the documents of ours")
    await rita.presses("No, a question")
    await desk.later(minutes=5)
    await rita.writes(text)


async def where_a_time_is_asked(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("/checkin")
    await desk.later(seconds=30)
    await rita.writes(text)


async def in_a_report_just_begun(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("/report")
    await desk.later(seconds=30)
    await rita.writes(text)


async def where_somebody_is_looked_for(desk: Desk, rita: Person, text: str) -> None:
    await rita.writes("where is Dana Made-Up held?")
    await desk.later(minutes=5)
    await rita.writes(text)


WAYS = (
    plainly, word_by_word, forwarded, as_a_correction, below_a_photo, after_a_greeting, after_chatter, after_a_link,
    after_no_a_question, where_a_time_is_asked, in_a_report_just_begun, where_somebody_is_looked_for,
)  # fmt: skip
CRIES = [
    ("en", "police took my brother"),
    ("en", "they put zip ties on all of us here"),  # words that the bot does not know
    ("en", "he's bleeding"),
    ("ru", "полиция забрала брата"),
    ("ru", "нас всех тут положили лицом в пол"),
    ("ru", "нас валят"),
    ("kk", "полиция ағамды алып кетті"),
    ("kk", "бізді бәрімізді еденге жатқызып қойды"),
    ("kk", "оны соқты"),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("language", "text"), CRIES)
async def test_a_cry_is_heard_within_a_minute(desk: Desk, way: Way, language: str, text: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = desk.person("Rita", language)
    await way(desk, rita, text)
    await desk.later(minutes=1)
    assert marat.rang() + olga.rang() > 0


FIRST = {
    "ru": (
        "Здравствуйте у меня под подъездом с утра машина и двое стоят, участковый сказал чтоб никуда не выходила",
        "нет не задержали. просто не выпускают",
        "говорят для вашей же безопасности",
        "у меня встреча с послами, я приглашена",
    ),
    "en": (
        "hello there is a car at my door since morning and two men, the officer said I should not go anywhere today",
        "no not arrested. they just do not let me out",
        "they say it is for my own safety",
        "I have a meeting with ambassadors, I am invited",
    ),
    "kk": (
        "сәлем есігімнің алдында таңнан бері көлік пен екі адам тұр, учаскелік бүгін ешқайда шықпа деді",
        "жоқ ұстаған жоқ. жай шығармай тұр",
        "өз қауіпсіздігіңіз үшін дейді",
        "елшілермен кездесуім бар, шақырылғанмын",
    ),
}


@pytest.mark.parametrize("language", FIRST)
async def test_what_is_written_meanwhile_puts_nothing_off(desk: Desk, language: str) -> None:
    """The second message says it in all three languages."""
    olga = await desk.coordinator()
    rita = desk.person("Rita", language)
    for text in FIRST[language]:
        await rita.writes(text)
        await desk.later(seconds=10)
    assert olga.rang() == 0
    await desk.later(seconds=5)
    assert olga.rang() == 1
