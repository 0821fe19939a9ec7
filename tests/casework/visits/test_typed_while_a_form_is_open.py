"""A lawyer at the door types that they are not let in while a hearing is half typed: that is no judge's name."""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NOT_LET_IN = {"en": "they do not let me in", "ru": "не пускают", "kk": "кіргізбей жатыр"}


async def typing(desk: Desk) -> tuple[Person, Person]:
    """Marat has the case and is asked for the judge of a hearing; Olga coordinates."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "⚖️ Proceedings", "➕ New", "criminal", "➕ Hearing")
    await marat.writes("18.09 10:00", "Medeu court")
    marat.sees("Which judge?")
    return marat, olga


@pytest.mark.parametrize("language", NOT_LET_IN)
async def test_what_a_button_of_the_visit_says_is_heard_while_a_hearing_is_typed(
    desk: Desk, language: str
) -> None:
    marat, olga = await typing(desk)
    await marat.writes("at the door", NOT_LET_IN[language])
    olga.sees("The lawyer is not let in", "• Marat")
    await marat.writes("Judge Made-Up", "remand")
    marat.sees("📅 18.09 10:00 · Medeu court · Judge Made-Up · remand")


async def test_of_several_cases_it_is_asked_which_and_the_hearing_goes_on(desk: Desk) -> None:
    marat, olga = await typing(desk)
    await desk.reports("police took Askar Invented in Almaty")
    await marat.presses("I'll take it")
    await marat.writes("not let in")
    marat.sees("If it is about another case, choose it.")
    await marat.chooses(await desk.case(0))
    olga.sees("The lawyer is not let in", "• Marat")


async def test_what_tells_more_than_a_button_is_an_answer_and_bad_news_all_the_same(desk: Desk) -> None:
    marat, olga = await typing(desk)
    await marat.writes("not let in, the hearing is closed to the public")
    olga.sees("The lawyer is not let in")
    await marat.writes("remand")
    marat.sees("Medeu court · not let in, the hearing is closed to the public")


async def test_a_hearing_in_two_days_is_in_two_days(desk: Desk) -> None:
    marat, _ = await typing(desk)
    await marat.writes("/skip", "/skip")
    await marat.presses("It moved")
    await marat.writes("in two days at 15:30")
    marat.sees("📅 19.09 15:30 · Medeu court", "Before: 18.09 10:00")
