"""What buttons say can be typed, in three languages; a time with it, and what else is told beside it."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
TYPED = {
    "en": ("on my way", "at the door", "not let in", "let in", "I'm out"),
    "ru": ("еду", "у входа", "не пустили", "пустили", "на выходе"),
    "kk": ("жолдамын", "есік алдындамын", "кіргізбеді", "кіргізді", "сыртқа шықтым"),
}


async def taken(desk: Desk, language: str = "en", cases: int = 1) -> Person:
    """Marat has so many cases."""
    marat = await desk.lawyer("Marat", languages=(language,))
    for number in range(cases):
        await desk.reports(HELD, name=f"Rita {number}")
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    return marat


async def said(desk: Desk, number: int = -1) -> list[tuple[str, str]]:
    """The acts of a case, and when they were so in Almaty."""
    async with desk.reading() as tx:
        history = (await view_of(tx, await desk.case(number))).history("visit")
    zone = desk.service.zone
    return [(str(fact.value), f"{fact.time.astimezone(zone):%d %H:%M}") for fact in history if fact.time]


async def notes(desk: Desk) -> list[object]:
    async with desk.reading() as tx:
        return [fact.value for fact in (await view_of(tx, await desk.case())).history("note")]


@pytest.mark.slow
@pytest.mark.parametrize("language", TYPED)
async def test_whatever_the_buttons_say_can_be_typed(desk: Desk, language: str) -> None:
    marat = await taken(desk, language)
    for text in TYPED[language]:
        await desk.later(minutes=1)
        await marat.writes(text)
    assert [act for act, _ in await said(desk)] == ["on_my_way", "at_station", "refused", "admitted", "out"]
    assert await notes(desk) == []
    assert (await desk.case()).first_action_at is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "not let in at 12:20"), ("ru", "не пустили 12:20"), ("kk", "мені кіргізбеді 12:20")],
)
async def test_a_time_that_is_typed_with_it_is_when_it_was(desk: Desk, language: str, text: str) -> None:
    marat = await taken(desk, language)
    await desk.later(minutes=25)
    await marat.writes(text)
    assert await said(desk) == [("refused", "17 12:20")]
    marat.sees("17.09 12:20", desk.service.words.say(language, "button-admitted"))


async def test_a_time_of_the_place_is_that_of_its_own_clock(desk: Desk) -> None:
    marat = await desk.lawyer("Marat", cities=("aktau",))
    await desk.reports("police took a man in Aktau")
    await marat.presses("I'll take it")
    await desk.later(minutes=25)
    await marat.writes("not let in 11:20")
    assert await said(desk) == [("refused", "17 12:20")]  # in Almaty it is an hour later
    marat.sees("17.09 11:20 UTC+5")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("let in 18:40", "you wrote 18:40, and that has not come yet. It stands as now, 17.09 12:25"),
        ("let in at 9:00", "you wrote at 9:00, and the case was opened at 17.09 12:00"),
    ],
)
async def test_a_time_that_cannot_be_is_answered_and_kept_as_it_was_written(
    desk: Desk, text: str, answer: str
) -> None:
    marat = await taken(desk)
    await desk.later(minutes=25)
    await marat.writes(text)
    marat.sees(answer)
    assert await said(desk) == [("admitted", "17 12:25")]
    assert await notes(desk) == [text]


async def test_what_is_told_besides_is_a_note(desk: Desk) -> None:
    marat = await taken(desk)
    await marat.writes("not let in, they say come tomorrow")
    assert [act for act, _ in await said(desk)] == ["refused"]
    assert await notes(desk) == ["not let in, they say come tomorrow"]
    marat.sees("The rest is noted in the case.")


@pytest.mark.parametrize("text", ["let in?", "the mother was not let in", "out"])
async def test_other_words_stay_notes(desk: Desk, text: str) -> None:
    marat = await taken(desk)
    await marat.writes(text)
    assert await said(desk) == []
    assert await notes(desk) == [text]


@pytest.mark.slow
async def test_of_several_cases_it_is_asked_which(desk: Desk) -> None:
    marat = await taken(desk, cases=2)
    await marat.writes("on my way there")
    assert (await said(desk, 0), await said(desk, 1)) == ([], [])
    marat.sees("Which case is that about?")


async def test_bad_news_waits_for_no_answer_and_goes_from_the_newest_case_to_the_one_that_is_chosen(
    desk: Desk,
) -> None:
    marat, olga = await taken(desk, cases=2), await desk.coordinator()
    await desk.later(minutes=25)
    await marat.writes("not let in 12:20")
    assert (await said(desk, 0), await said(desk, 1)) == ([], [("refused", "17 12:20")])
    olga.sees("The lawyer is not let in", (await desk.case(1)).code)
    marat.sees("If it is about another case, choose it.")
    message, button = marat.button_of(await desk.case(0), "visit:")
    await marat.presses_data(button.data, message)
    assert (await said(desk, 0), await said(desk, 1)) == ([("refused", "17 12:20")], [])
    await marat.presses_data(button.data, message)
    assert len(await said(desk, 0)) == 1  # pressed twice, it is said once
    olga.sees("The lawyer is not let in", (await desk.case(0)).code)
    assert olga.count("The lawyer is not let in") == 1


async def test_words_of_whoever_has_no_case_say_nothing(desk: Desk) -> None:
    marat, saule = await taken(desk), await desk.lawyer("Saule")
    await saule.writes("not let in")
    await marat.presses("Give back")
    await marat.writes("not let in")
    assert await said(desk) == []
