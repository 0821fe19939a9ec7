"""What answers a question is taken whenever it is said, and nobody is asked twice in a row in the same words."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took my brother in Almaty",
    "ru": "в Алматы полиция забрала брата",
    "kk": "Алматыда полиция інімді алып кетті",
}
NEAR = {
    "en": "near the market on Tole Bi street",
    "ru": "это возле рынка было на Толе би",
    "kk": "Төле би көшесіндегі базардың қасында болды",
}
NAMED = {
    "en": "my brother is called Aidos Inventedov",
    "ru": "брата зовут Айдос Выдуманов, ему 24",
    "kk": "інімнің аты Айдос Ойданұлы",
}
STILL = {"en": "yes they hold him still", "ru": "да, он все ещё у них", "kk": "иә әлі ұстап отыр"}
NOTHING_URGENT = {"en": "nothing urgent", "ru": "ничего срочного", "kk": "шұғыл ештеңе жоқ"}
BY_THE_WAY = {"en": "we worry a lot", "ru": "мы очень переживаем", "kk": "қатты уайымдап отырмыз"}
NOT_THERE = {"en": "not Almaty, Semey", "ru": "не в Алматы, в Семее", "kk": "Алматы емес, Семейде"}


def label(desk: Desk, language: str, key: str, **said: str) -> str:
    return desk.service.words.say(language, key, **said)


def asked(person: Person) -> str:
    """The newest message but for its first lines: what is asked."""
    newest = person.screen.messages[max(person.screen.messages)].text
    return newest.rpartition("\n\n")[2]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_place_told_while_a_name_is_asked_is_not_asked_for_again(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    await rita.writes(NEAR[language])
    rita.sees(f"«{NEAR[language]}»")
    await desk.later(minutes=1)
    await rita.writes(NAMED[language])
    rita.sees(label(desk, language, "report-when", situation="other"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_that_they_are_held_still_is_no_place(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    await rita.presses_data("report/who:one")
    await rita.writes(STILL[language])
    rita.sees(label(desk, language, "report-ongoing-yes"))
    rita.sees_nothing_of(f"«{STILL[language]}»")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_urgent_answers_what_is_urgent_and_rings_nobody(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    await rita.presses_data("report/urgent:!edit")
    marat.rang()
    await rita.writes(NOTHING_URGENT[language])
    assert marat.rang() == 0
    rita.sees(f"{label(desk, language, 'report-urgent-short')}: {label(desk, language, 'value-none')}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_question_comes_twice_in_a_row_in_the_same_words(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    read = [asked(rita)]
    for words in (NOT_THERE[language], BY_THE_WAY[language], NEAR[language]):
        await desk.later(minutes=1)
        await rita.writes(words)
        read.append(asked(rita))
        assert read[-1] != read[-2], read


@pytest.mark.parametrize("language", LANGUAGES)
async def test_thanks_are_no_place_when_the_questions_are_over(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(hours=2)
    thanks = "thank u. rahmet sizge. thank u"
    await rita.writes(thanks)
    rita.sees_nothing_of(f"«{thanks}»")
