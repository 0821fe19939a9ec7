"""What a reporter says of themselves beside a question is of them: their age and health are not those of who is held."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my brother Dana Made-Up in Almaty",
    "ru": "в Алматы полиция забрала моего брата Дану Придуманного",
    "kk": "Алматыда полиция бауырым Дана Ойданшығарылғанды ұстап әкетті",
}
OF_WRITER = [
    ("en", "What will it cost, I am an old woman"),
    ("en", "is it free? I'm a pensioner, 70 years old"),
    ("en", "who will call me, I am pregnant and cannot sleep"),
    ("en", "does one need a car, i am diabetic myself"),
    ("ru", "сколько это стоит, я пожилая женщина"),
    ("ru", "это бесплатно? я пенсионерка, мне 72 года"),
    ("ru", "а мне что делать, я сама беременная"),
    ("kk", "бұл қанша тұрады, мен қарт әйелмін"),
    ("kk", "ақылы ма? мен зейнеткермін, 70 жастамын"),
    ("kk", "не істейін, өзім жүктімін"),
]
OF_HELD = [
    ("en", "what now, he is 72 years old", "elderly"),
    ("en", "he is diabetic and I am worried, what should I do", "medicine"),
    ("ru", "что делать, ему 72 года", "elderly"),
    ("ru", "я знаю что у него диабет, что будет", "medicine"),
    ("kk", "не істейміз, оның қант диабеті бар", "medicine"),
]


async def urgent(desk: Desk) -> str:
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    return " ".join(str(fact.value) for fact in view.history("urgent"))


@pytest.mark.parametrize(("language", "text"), OF_WRITER)
async def test_age_and_health_of_the_writer_are_no_fact_of_who_is_held(
    desk: Desk, language: str, text: str
) -> None:
    await desk.lawyer("Marat", languages=("en", "ru", "kk"))
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert await urgent(desk) == ""


@pytest.mark.parametrize(("language", "text", "flag"), OF_HELD)
async def test_what_is_said_of_who_is_held_stays_urgent(
    desk: Desk, language: str, text: str, flag: str
) -> None:
    await desk.lawyer("Marat", languages=("en", "ru", "kk"))
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert flag in await urgent(desk)


async def test_who_is_held_and_writes_is_meant_by_what_they_say_of_themselves(desk: Desk) -> None:
    await desk.lawyer("Marat")
    rita = await desk.reports("I have been detained in Almaty")
    await rita.writes("what will they do, I am pregnant")
    assert "pregnant" in await urgent(desk)
