"""A lawyer reports for a client, or writes without a case: others hear of it, and nobody is offered their own report."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

CLIENT = "police took my client Dana Made-Up in Almaty"
UNABLE = {
    "en": "can someone cover my hearings tomorrow in Almaty and Astana",
    "ru": "кто подменит меня завтра на судах в Алматы и Астане",
    "kk": "ертең Алматы мен Астанадағы сотта мені кім алмастыра алады",
}


async def test_who_reports_for_a_client_is_not_offered_it_and_the_others_are(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await marat.writes("/report", CLIENT)
    assert set(await desk.offers()) == {"Saule"}
    marat.sees("You are not asked about what you report yourself", "[I take it myself]")
    await marat.presses("I take it myself")
    assert (await desk.case()).owner_id == (await desk.membership(marat)).id
    saule.sees_nothing_of("[✅ I'll take it]")
    marat.sees_nothing_of("A lawyer has taken your report.")


async def test_where_nobody_else_is_on_duty_coordinators_hear_of_it_at_once(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await marat.writes("/report", CLIENT)
    olga.sees("No lawyer has taken this case.")
    assert olga.rang() == 1
    await marat.presses("I take it myself")
    assert (await desk.case()).state == "accepted"


async def test_it_is_theirs_only_while_nobody_has_it(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await marat.writes("/report", CLIENT)
    await saule.presses("I'll take it")
    await marat.presses("I take it myself")
    assert (await desk.case()).owner_id == (await desk.membership(saule)).id


async def test_nobody_takes_a_report_of_others_so(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await marat.writes("/report", CLIENT)
    await saule.presses_data(f"mycase:{(await desk.case()).id}")
    assert (await desk.case()).state == "open"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyer_without_a_case_who_asks_for_somebody_in_their_place_rings_coordinators(
    desk: Desk, language: str
) -> None:
    marat, olga = await desk.lawyer("Marat", languages=(language,)), await desk.coordinator()
    await marat.writes(UNABLE[language])
    marat.sees(desk.service.words.say(language, "without-case-told"))
    assert olga.rang() == 1
    await olga.presses("Read")
    olga.sees(UNABLE[language])


async def test_they_are_heard_also_while_their_own_report_asks_on(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await marat.writes("/report", CLIENT)
    olga.rang()
    await marat.writes(UNABLE["en"])
    marat.sees("Coordinators hear of it now")
    assert olga.rang() == 1


async def test_what_a_lawyer_without_a_case_tells_is_read_within_a_minute_unless_it_becomes_a_report(
    desk: Desk,
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await marat.writes(CLIENT)
    marat.sees("coordinators read this within a minute", "If it is a report, say so here")
    assert olga.rang() == 0
    await desk.later(minutes=1)
    assert olga.rang() == 1
    await marat.presses("This is a report")
    assert set(await desk.offers()) == {"Saule"}
    olga.sees_nothing_of("[Read]")


async def test_who_says_at_once_that_it_is_a_report_rings_no_coordinator_besides(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await marat.writes(CLIENT)
    await marat.presses("This is a report")
    await desk.later(minutes=1)
    assert olga.rang() == 0


async def test_a_report_that_asked_before_they_took_a_case_takes_none_of_its_words(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await marat.writes("/report", CLIENT)
    marat.sees("Where exactly?")
    await desk.later(minutes=5)
    await desk.reports("police took Askar Invented in Almaty", name="Tina")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.writes("room 14, second floor")
    marat.sees((await desk.case(1)).code, "noted.")
    await marat.presses("I take it myself")
    await marat.writes("on my way to Dana")
    marat.sees((await desk.case(0)).code, "🚗 on the way")
