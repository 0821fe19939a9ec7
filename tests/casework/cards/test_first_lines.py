"""What members read first: a card without what tells nothing, a map, commands that answer, a word to who is new."""

import pytest

from core.vocabulary import Role
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"


@pytest.mark.slow
async def test_skip_and_yes_take_no_place_on_the_card_and_all_words_show_them(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.writes("skip", "yes", "he was limping")
    await marat.presses("I'll take it")
    marat.sees("«he was limping»")
    marat.sees_nothing_of("«skip»", "«yes»")
    await marat.presses("All words")
    marat.sees("«skip»", "«yes»", "«he was limping»")


async def test_a_place_that_was_shared_opens_on_a_map(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    marat.sees_nothing_of("Map")
    await rita.shares_place(43.25, 76.95)
    await rita.shares_place(43.26, 76.94)
    _, button = marat.screen.button("🗺 Map")
    assert button.url == "https://www.openstreetmap.org/?mlat=43.26000&mlon=76.94000#map=17/43.26000/76.94000"
    assert button.data == ""


async def test_an_offer_has_the_code_by_which_colleagues_speak_of_it(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    marat.sees((await desk.case()).code, "I'll take it")


async def test_the_command_for_one_case_says_what_it_needs(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await marat.writes("/case")
    marat.sees("You have no open case. To find one: /case with its code, a name, a station or a day.")
    rita = desk.person()
    await rita.writes("/case")
    rita.sees("This is for members of the roster.")


async def test_help_tells_administrators_what_is_theirs_and_nobody_else(desk: Desk) -> None:
    rita, marat = desk.person(), await desk.lawyer("Marat")
    for one in (desk.administrator, rita, marat):
        await one.writes("/help")
    desk.administrator.sees("/cases – the board, without names", "dabyl check")
    rita.sees_nothing_of("dabyl check")
    marat.sees_nothing_of("dabyl check")


async def test_who_is_new_on_the_roster_is_told_once_and_without_a_sound(desk: Desk) -> None:
    marat = await desk.lawyer("Marat", welcomed=True)
    assert marat.count("You are on the roster of Test Bureau", "/cases", "/help") == 1
    assert marat.rang() == 0
    await desk.member("Marat", Role.COORDINATOR, person=marat, welcomed=True)
    assert marat.count("You are on the roster") == 1


@pytest.mark.parametrize("role", ["lawyer", "coordinator"])
async def test_a_member_who_presses_start_has_sos_and_no_form_and_reads_the_commands_once(
    desk: Desk, role: str
) -> None:
    marat = await (desk.lawyer("Marat") if role == "lawyer" else desk.coordinator("Marat"))
    await marat.writes("/start")
    marat.sees("You are on the roster of Test Bureau", "/help")
    marat.sees_nothing_of("What is happening, and to whom?")
    assert marat.screen.texts()[-1].count("/report") == 1
    await marat.presses_data("sos:now")
    assert marat.count(f"For {role}s:") == 0
