"""Somebody's phone is taken, perhaps the writer's: anyone who holds it learns nothing more, whatever they type or press, and
who wrote honestly is heard. Only a person of ours who has heard their voice ends that.
"""

import pytest

from core.incoming import Forwarded
from core.model import LANGUAGES
from core.vocabulary import CaseState
from tests.casework.story_desk import Desk, Person

RELATIVE = {
    "en": "police took my brother Dan Made-Up in Almaty",
    "ru": "полиция задержала моего брата Дана Придуманова в Алматы",
    "kk": "Алматыда ағам Дан Ойданшығарылғанды полиция ұстады",
}
UNSURE = {
    "en": "now they'll grab the phone",
    "ru": "сейчас заберут телефон",
    "kk": "қазір телефонды тартып алады",
}
# What a captor types who wants the chat to go on.
CAPTOR = {
    "en": ["no", "no, not mine", "no it's mine, all fine", "who are you?", "who is the lawyer?", "/status"],
    "ru": ["нет", "нет, не мой", "нет, всё хорошо", "вы кто?", "кто адвокат?", "/status"],
    "kk": ["жоқ", "жоқ, менікі емес", "жоқ, бәрі жақсы", "сіз кімсіз?", "адвокат кім?", "/status"],
}
MINE = {"en": "yes, it is mine", "ru": "да, это мой", "kk": "иә, менікі"}
WORSE = {"en": "they are beating him", "ru": "его бьют", "kk": "оны ұрып жатыр"}
NO = {"en": "no, not mine", "ru": "нет, не мой", "kk": "жоқ, менікі емес"}
AGAIN = "Answer the reporter's chat again"
THEIRS = "Yes, the phone is theirs"


def says(desk: Desk, language: str, key: str) -> str:
    return desk.service.words.say(language, key)


async def doubted(desk: Desk, language: str) -> tuple[Person, Person, Person]:
    """A reporter elsewhere who wrote that a phone is about to be taken; the lawyer who has the case; a coordinator."""
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(RELATIVE[language], language=language)
    await marat.presses("I'll take it")
    await rita.writes(UNSURE[language])
    for person in (rita, marat, olga):
        person.rang()
    return rita, marat, olga


async def new_on(person: Person, seen: set[int]) -> set[str]:
    return {shown.text for number, shown in person.screen.messages.items() if number not in seen}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whatever_a_captor_types_or_presses_the_chat_says_one_neutral_sentence(
    desk: Desk, language: str
) -> None:
    rita, marat, _ = await doubted(desk, language)
    old, seen = dict(rita.screen.messages), set(rita.screen.messages)
    for text in CAPTOR[language]:
        await rita.writes(text)
    for shown in old.values():
        for button in [button for row in shown.rows for button in row]:
            if not button.data.startswith(("hide", "report/urgent:+phone")):
                await rita.presses_data(button.data)
    await rita.writes(WORSE[language], forwarded=Forwarded(desk.now))
    await rita.sends("photo", NO[language])
    await rita.shares_place(43.2, 76.9)
    await marat.presses("On my way", "At the door")
    await desk.later(hours=30)
    assert await new_on(rita, seen) == {says(desk, language, "bland")}
    left = rita.screen.messages
    assert all(left[number] == shown for number, shown in old.items() if number in left)  # none shows more
    assert rita.rang() == 0
    assert (await desk.case()).state is CaseState.ACCEPTED
    assert (await desk.address(rita)).doubted_at is not None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_empties_the_chat_and_the_code_brings_nobody_back(desk: Desk, language: str) -> None:
    rita, _, _ = await doubted(desk, language)
    code = await code_of(desk, rita)
    await rita.writes(MINE[language])
    assert rita.screen.texts() == [says(desk, language, "bland")]
    await desk.later(hours=30)
    await rita.writes(code)
    assert set(rita.screen.texts()) == {says(desk, language, "bland")}
    assert (await desk.address(rita)).silenced_at is not None
    assert "answered_again" not in [kind for kind, _, _ in await desk.history()]


async def test_what_is_pressed_there_changes_nothing_of_the_case(desk: Desk) -> None:
    rita, _, _ = await doubted(desk, "en")
    before = await desk.case()
    for data in (
        "report/cancel:over",
        "report/consent:yes",
        "report/ongoing:no",
        "report/place:astana",
        "language:kk",
    ):
        await rita.presses_data(data)
    await rita.writes("/cancel", "/start", "/settings", "no")
    assert await desk.case() == before
    assert (await desk.report()).consent is None
    assert (await desk.address(rita)).language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_misspoke_is_heard_and_reads_that_it_was_received(desk: Desk, language: str) -> None:
    rita, marat, olga = await doubted(desk, language)
    seen = set(rita.screen.messages)
    await rita.writes(NO[language])
    marat.sees(NO[language])
    await rita.writes(WORSE[language])
    assert marat.rang() > 0
    marat.sees(WORSE[language])
    assert await new_on(rita, seen) == {says(desk, language, "bland")}
    await rita.presses_data("sos:")
    assert olga.rang() > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["lawyer", "coordinator"])
async def test_the_owner_or_a_coordinator_who_heard_their_voice_ends_it(
    desk: Desk, language: str, who: str
) -> None:
    rita, marat, olga = await doubted(desk, language)
    seen = set(rita.screen.messages)
    marat.sees(
        "Since 17.09 12:00 the reporter's chat may be in other hands", "not now: the phone may be in other"
    )
    await marat.presses("On my way")
    person = marat
    if who == "coordinator":
        person = olga
        olga.sees("phone is being taken")
        await olga.writes(f"/case {(await desk.case()).code}", "the sister rang")
    await person.presses(AGAIN, "No")
    await rita.writes("?")
    assert await new_on(rita, seen) == {says(desk, language, "bland")}
    await person.presses(AGAIN, THEIRS)
    rita.sees(says(desk, language, "news-accepted"))
    assert "may be in other hands" not in marat.screen.text()
    rita.rang()
    await marat.presses("At the door")
    assert rita.rang() == 1


async def test_a_lawyer_answers_no_chat_that_its_person_hid(desk: Desk) -> None:
    rita, marat, _ = await doubted(desk, "en")
    await marat.opens_more()
    number = (await desk.case()).id
    await rita.writes("/hide")
    assert not marat.screen.has(f"answer:{number}")
    await marat.presses_data(f"answer:{number}:sure")
    assert (await desk.address(rita)).silenced_at is not None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_code_and_the_place_that_stand_in_the_chat_move_it_to_no_other_phone(
    desk: Desk, language: str
) -> None:
    rita, _, olga = await doubted(desk, language)
    code = await code_of(desk, rita)
    thief = desk.person("Thief", language)
    await thief.writes(code, "Алматы", MINE[language].split(",")[0], "и что адвокат?")
    thief.sees_nothing_of(
        "Dan", "Дан", says(desk, language, "code-open"), says(desk, language, "news-accepted")
    )
    async with desk.reading() as tx:
        assert (await desk.report()).address_id == (await desk.address(rita)).id
        assert await tx.guests.select()
    await olga.writes(f"/case {(await desk.case()).code}", "the sister rang")
    await olga.opens_more()
    olga.sees("it is them")


async def code_of(desk: Desk, person: Person) -> str:
    for text in person.screen.texts():
        for line in text.splitlines():
            if ": " in line and "«" not in line and len(line.split(": ", 1)[1].split(".", 1)[0].split()) == 3:
                return line.split(": ", 1)[1].split(".", 1)[0]
    raise AssertionError(person.screen.text())
