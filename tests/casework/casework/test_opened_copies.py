"""Coordinators' copies of a case do not stay: they shrink when it is closed and after some days."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.stations import Station
from handlers.casework import opened_cases
from handlers.daily import upkeep
from storage.schema import timers
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
TOLD = ("Made-Up", "has called")


async def night(desk: Desk, days: float) -> None:
    """So many days later housekeeping is done; no other timer runs."""
    desk.now += timedelta(days=days)
    async with desk.writing() as tx:
        await upkeep.schedule_housekeeping(tx, desk.service)
        (timer,) = await tx.timers.select(timers.c.kind == "housekeeping")
        await upkeep.on_housekeeping_due(tx, desk.service, timer)


async def opened(desk: Desk) -> Person:
    """A coordinator who has a case open, with its words and its history."""
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("All words", "History")
    olga.sees("Their words", "Made-Up")
    olga.sees("has called")
    return olga


async def test_closing_a_case_closes_the_copies_of_all_coordinators(desk: Desk) -> None:
    olga = await opened(desk)
    aida = await desk.coordinator("Aida")
    await aida.opens(await desk.case())
    await aida.presses("Released", "Released")
    for coordinator in (olga, aida):
        coordinator.sees_nothing_of(*TOLD)
        coordinator.sees((await desk.case()).code, "closed (Released)")


@pytest.mark.parametrize(("days", "stays"), [(2, True), (3.1, False)])
async def test_after_three_days_a_copy_is_one_line(desk: Desk, days: float, stays: bool) -> None:
    olga = await opened(desk)
    await night(desk, days)
    if stays:
        olga.sees("Their words", "Made-Up")
    else:
        olga.sees_nothing_of(*TOLD)
        olga.sees((await desk.case()).code, "this copy is closed")


@pytest.mark.slow
async def test_the_days_are_counted_from_the_last_reason(desk: Desk) -> None:
    olga = await opened(desk)
    await night(desk, 2)
    await olga.opens(await desk.case(), "she called once more")
    await night(desk, 2)
    olga.sees("Their words", "Made-Up")
    await night(desk, 1.1)
    olga.sees_nothing_of(*TOLD)


async def test_whoever_opened_it_later_has_it_longer_and_nobody_else(desk: Desk) -> None:
    olga = await opened(desk)
    aida = await desk.coordinator("Aida")
    await night(desk, 2)
    await aida.opens(await desk.case())
    await night(desk, 1.1)
    olga.sees_nothing_of(*TOLD)
    aida.sees("Made-Up")


async def test_a_copy_that_shrank_shows_nothing_until_a_reason_is_given_again(desk: Desk) -> None:
    olga = await opened(desk)
    case = await desk.case()
    await night(desk, 4)
    await olga.presses_data(f"words:{case.id}")
    await olga.presses_data(f"history:{case.id}")
    olga.sees_nothing_of(*TOLD)
    await olga.presses("Open the case")
    asked = olga.sees("Why do you need to see this case?")
    assert not [words for words in ("not yours yet", "Skip", "Questions left") if words in asked]
    olga.sees_nothing_of("Made-Up")
    await olga.writes("the court is tomorrow")
    olga.sees("Their words", "Made-Up")
    viewed = [details["reason"] for kind, _, details in await desk.history() if kind == "viewed"]
    assert viewed == ["the family has called", "the court is tomorrow"]


async def test_a_closed_case_is_opened_again_from_the_line_and_its_copy_only_with_a_reason(
    desk: Desk,
) -> None:
    olga = await opened(desk)
    await olga.presses("Released", "Released")
    (line, _), here = olga.screen.button("Open again"), (await desk.address(olga)).id
    async with desk.writing() as tx:  # chats of one messenger number their messages alike
        other = next(card for card in await tx.cards.select() if card.address_id != here)
        tx.cards.put(replace(other, message_id=line))
    await olga.presses("Open again")
    assert (await desk.case()).state == "open"
    olga.sees("is open again.", "[Open the case]")
    olga.sees_nothing_of("[Open again]", *TOLD)


async def test_who_has_the_case_keeps_it_when_a_copy_shrinks(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("I'll take it", "Contacted", "All words")
    await night(desk, 4)
    assert olga.count("Made-Up") == 2  # the card of the case that is hers, and its words
    await olga.presses("All words")
    assert olga.count("Made-Up") == 3


SEVERAL = "police took Dana Made-Up and Tim Made-Up in Almaty"


async def ringing(desk: Desk, told: str) -> Person:
    """A coordinator who has a case open, and both rounds of calls before them."""
    at = dict.fromkeys(LANGUAGES, "Made-up station")
    one = Station("one", at, "almaty-city", "almaty", ("+77270000001",), "made up", date(2018, 9, 1))
    desk.service = replace(desk.service, stations=(one,), law=())
    olga = await desk.coordinator()
    await desk.reports(told)
    await olga.opens(await desk.case())
    await olga.writes(f"/calls {(await desk.case()).code}", "/calls Almaty")
    olga.sees("Ask for:", "Made-Up")
    return olga


@pytest.mark.parametrize("end", ["closed", "three days", "suspended"])
async def test_whom_to_ask_for_at_stations_goes_from_both_rounds_with_the_copy(desk: Desk, end: str) -> None:
    olga = await ringing(desk, HELD)
    if end == "closed":
        await olga.presses("Released", "Released")
    elif end == "three days":
        await night(desk, 3.1)
    else:
        await desk.suspends(olga)
    olga.sees_nothing_of("Made-Up")


async def test_whoever_had_the_case_and_gave_it_back_reads_nobody_in_the_round_of_the_region(
    desk: Desk,
) -> None:
    olga = await ringing(desk, HELD)
    await olga.presses_data(f"take:{(await desk.case()).id}")
    async with desk.writing() as tx:
        await opened_cases.shrink_copy(tx, desk.service, await desk.case(), (await desk.address(olga)).id)
    olga.sees("Ask for:", "Made-Up")  # the case is hers
    await olga.presses("Give back")
    olga.sees_nothing_of("Made-Up")


async def test_names_on_the_buttons_that_ask_who_is_there_go_with_the_copy(desk: Desk) -> None:
    olga = await ringing(desk, SEVERAL)
    await olga.presses("☎️ 1", "1: there")
    olga.sees("Who is there?", "Dana Made-Up", "Tim Made-Up")
    await olga.presses("Released", "All are out: close")
    olga.sees_nothing_of("Made-Up")


@pytest.mark.slow
async def test_names_of_several_cases_on_such_buttons_go_after_a_day(desk: Desk) -> None:
    olga = await ringing(desk, HELD)
    await desk.person().writes("Where is Tim Made-Up?", "Almaty", "+77010001122")
    await olga.writes("/calls Almaty")
    await olga.presses("☎️ 1", "1: there")
    olga.sees("Who is there?", "Dana Made-Up", "Tim Made-Up")
    await desk.later(hours=25)
    assert not olga.count("Who is there?")


@pytest.mark.parametrize("end", ["called back", "cancelled"])
async def test_whom_a_stranger_looks_for_goes_from_the_round_when_that_is_settled(
    desk: Desk, end: str
) -> None:
    olga = await ringing(desk, HELD)
    rita = desk.person()
    await rita.writes("Where is Tim Made-Up?", "Almaty")
    await olga.writes("/calls Almaty")
    olga.sees("Ask for: Tim Made-Up")
    if end == "cancelled":
        await rita.writes("cancel")
    else:
        await desk.later(minutes=3)
        await olga.presses("Called back")
    olga.sees_nothing_of("Ask for: Tim")
