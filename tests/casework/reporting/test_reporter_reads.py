"""What a reporter is told of their report is true at that moment: who is asked, how it ended, who is not on it any more."""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
WE_ASK = "We are looking for a lawyer"


async def test_lawyers_are_asked_and_it_is_said(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD)
    rita.sees("Received", WE_ASK)


async def test_without_a_lawyer_to_ask_it_says_that_a_coordinator_is_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    rita.sees("Received", "we are telling a coordinator", "Your code:")
    rita.sees_nothing_of(WE_ASK)
    assert olga.rang() == 1


async def test_without_anybody_it_promises_nothing(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    rita.sees("Received and kept", "cannot reach anybody", "Hotline", "Your code:")
    rita.sees("Nobody here can be reached right now")
    rita.sees_nothing_of(WE_ASK, "we are telling a coordinator", "The coordinators see this")
    desk.administrator.sees("Nobody is left to ask")


async def test_a_coordinator_whom_nothing_reaches_is_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.blocks(olga)
    rita = await desk.reports(HELD)
    rita.sees("Received and kept", "cannot reach anybody")


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ru", "задержали Дану в Алматы", "сообщаем координатору"),
        ("kk", "Алматыда Дананы ұстап алды", "үйлестірушіге"),
    ],
)
async def test_in_the_other_languages_too(desk: Desk, language: str, text: str, said: str) -> None:
    await desk.coordinator()
    rita = await desk.reports(text, language=language)
    rita.sees(said)


async def test_of_many_reports_a_coordinator_is_asked_first(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.coordinator()
    rita = desk.person()
    for city in ("Astana", "Shymkent", "Aktau"):
        await rita.writes("/report", f"police took a man in {city}")
    marat.rang()
    await rita.writes("/report", HELD)
    rita.sees("Received", "we are telling a coordinator")
    assert marat.rang() == 0


# --- how it ended


async def taken(desk: Desk) -> tuple[Person, Person]:
    marat = await desk.lawyer("Marat")
    await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await marat.presses("I'll take it")
    rita.sees("A lawyer has taken your report.")
    return marat, rita


async def test_closed_says_how(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await marat.presses("Close…", "Remand")
    rita.sees("Your report is closed: Remand.", "If something new happens")
    rita.sees("Closed: Remand.")  # the card


async def test_who_comes_back_with_the_code_reads_how_it_ended_too(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    code = rita.sees("Your code:").split("Your code: ")[1].split(".")[0]
    await marat.presses("I'll take it", "Close…", "Fine")
    await rita.writes(code)
    rita.sees("Code accepted", "Your report is closed: Fine.")


# --- who is not on it any more


@pytest.mark.parametrize("how", ["given back", "lapsed", "suspended"])
async def test_when_its_lawyer_loses_it_the_last_word_is_mended(desk: Desk, how: str) -> None:
    saule = await desk.lawyer("Saule")
    marat, rita = await taken(desk)
    if how == "given back":
        await marat.presses("Give back")
    elif how == "lapsed":
        await desk.later(minutes=30)
    else:
        await desk.suspends(marat)
    assert rita.screen.texts()[-1].startswith(
        "That lawyer is not on it any more. We are contacting another one."
    )
    assert saule.rang() >= 1


async def test_when_nobody_else_can_be_asked_it_says_that_a_coordinator_is(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await marat.presses("Give back")
    assert rita.screen.texts()[-1].startswith(
        "That lawyer is not on it any more. The coordinators have it now."
    )
