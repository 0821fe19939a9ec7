"""Every case is within three taps, whatever else is reported; and what one chat has flooded is closed together."""

import os
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
EACH = 60 if os.environ.get("DABYL_FAULTS") == "long" else 5  # false cases of each of ten chats
TURNS = ("page:", "chat:", "more:")  # presses that only show more


def data_on(person: Person) -> list[str]:
    """What the buttons of the newest message carry."""
    newest = next(reversed(person.screen.messages.values()))
    return [button.data for row in newest.rows for button in row]


async def within_three_taps(person: Person, action: str) -> set[int]:
    """The numbers of all buttons ``action:number`` that are pressed by the third tap at the latest, from ``/cases`` on."""
    found: set[int] = set()
    ways: list[tuple[str, ...]] = [()]
    while ways:
        way = ways.pop()
        await person.writes("/cases")
        for turn in way:
            await person.presses_data(turn.replace("CARD", _card(person)))
        seen = data_on(person)
        found.update(int(data.partition(":")[2]) for data in seen if data.startswith(f"{action}:"))
        if len(way) < 2:
            turns = [data.replace(_card(person), "CARD") for data in seen if data.startswith(TURNS)]
            ways += [(*way, turn) for turn in dict.fromkeys(turns)]
    return found


def _card(person: Person) -> str:
    """The number of the list on the screen, which the buttons that turn it carry."""
    return next((data.split(":")[1] for data in data_on(person) if data.startswith("page:")), "no card")


async def flood(desk: Desk, accounts: int, each: int, say: Callable[[int], str] = lambda n: HELD) -> None:
    """So many chats report so many cases each."""
    for account in range(accounts):
        person = await desk.reports(say(0), name=f"Flood {account}")
        for number in range(1, each):
            await person.writes("/report", say(number))


async def all_cases(desk: Desk) -> list[int]:
    async with desk.reading() as tx:
        return sorted(case.id for case in await tx.cases.select())


@pytest.mark.slow
async def test_a_true_report_stands_on_the_first_page_under_a_flood_of_false_ones(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await flood(desk, 5, 3)
    rita = await desk.reports(HELD, name="Rita")
    true = await desk.case()
    await flood(desk, 5, 3)
    for person, data in (
        (olga, f"open:{true.id}"),
        (marat, f"accept:{(await desk.offer_to('Marat', true)).id}"),
    ):
        await person.writes("/cases")
        assert data in data_on(person)
    assert olga.sees("Without a lawyer (31)").count("3 of one chat\n") == 10
    assert await within_three_taps(olga, "open") == set(await all_cases(desk))
    assert len(await within_three_taps(marat, "accept")) == 31
    await rita.writes("he is injured")
    await olga.writes("/cases")
    assert data_on(olga)[0] == f"open:{true.id}"  # urgent first


@pytest.mark.slow
async def test_in_a_mass_detention_every_case_is_within_three_taps(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    for number in range(60):
        await desk.reports(HELD, name=f"Rita {number}")
    assert await within_three_taps(olga, "open") == set(await all_cases(desk))
    assert len(await within_three_taps(marat, "accept")) == 60
    await olga.writes("/cases")
    assert f"open:{(await desk.case()).id}" in data_on(olga)  # the newest is in sight


@pytest.mark.slow
async def test_what_came_last_and_who_reports_for_the_first_time_are_in_sight_though_others_are_urgent(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    await flood(desk, 12, 2, lambda n: f"{HELD}, he is injured")
    await desk.reports(HELD, name="Rita")
    first = await desk.case()
    await flood(desk, 3, 2)
    await olga.writes("/cases")
    assert f"open:{first.id}" in data_on(olga)
    assert f"open:{(await desk.case()).id}" in data_on(olga)


@pytest.mark.slow
async def test_what_one_chat_reported_is_closed_together_and_opened_together(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.reports(HELD, name="Rita")
    await flood(desk, 1, 5)
    taken = await desk.case(3)
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', taken)).id}")
    await olga.writes("/cases")
    await olga.presses("4 of one chat")
    olga.sees("5 open cases of one chat")
    await olga.presses("Close all that nobody has (4)…")
    olga.sees("Close 4 cases of this chat, which nobody has?")
    assert len([line for line in await desk.history(1) if line[0] == "closed"]) == 0
    await olga.presses("False alarm")
    olga.sees("You have not opened this. Why is it closed?")
    await olga.writes("one person plays with the bot, I have rung them")
    olga.sees("4 cases are closed: ")
    olga.sees("1 open case of one chat")
    states = [(await desk.case(n)).state.value for n in range(6)]
    assert states == ["open", "closed", "closed", "accepted", "closed", "closed"]
    why = {"outcome": "false_alarm", "reason": "one person plays with the bot, I have rung them"}
    assert (await desk.history(1))[-1] == ("closed", "Olga", why)
    await olga.presses("Open them again")
    olga.sees("4 cases are open again.")
    states = [(await desk.case(n)).state.value for n in range(6)]
    assert states == ["open", "open", "open", "accepted", "open", "open"]


@pytest.mark.slow
async def test_a_case_that_somebody_else_told_too_is_not_closed_with_the_others(desk: Desk) -> None:
    olga = await desk.coordinator()
    await flood(desk, 1, 3)
    shared = await desk.case()
    await desk.reports(HELD, name="Rita")
    async with desk.writing() as tx:
        (other,) = await tx.reports.by(case_id=(await desk.case()).id)
        tx.reports.put(replace(other, case_id=shared.id))
    await olga.writes("/cases")
    await olga.presses("3 of one chat", "Close all that nobody has (3)…", "False alarm")
    await olga.writes("one person plays with the bot")
    olga.sees("2 cases are closed: ")
    async with desk.reading() as tx:
        still = await tx.cases.get(shared.id)
    assert still is not None
    assert still.state.value == "open"


async def test_of_who_reports_very_much_there_is_a_card_and_of_nobody_else(desk: Desk) -> None:
    await desk.coordinator()
    await desk.reports(HELD, name="Rita")
    await flood(desk, 1, EACH)
    async with desk.reading() as tx:
        shown = [card.subject_id for card in await tx.cards.by(subject="chat")]
    assert shown == [(await desk.report()).address_id]


async def test_nobody_turns_the_pages_of_others(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    for number in range(13):
        await desk.reports(HELD, name=f"Rita {number}")
    await olga.writes("/cases")
    turn = next(data for data in data_on(olga) if data.startswith("page:"))
    before = olga.screen.text()
    await vera.presses_data(turn)
    vera.sees("is not possible any more")
    assert olga.screen.text() == before


@pytest.mark.slow
@pytest.mark.parametrize("wanted", ["99", "-1", "x", ""])
async def test_a_page_that_is_not_there_shows_one_that_is(desk: Desk, wanted: str) -> None:
    olga = await desk.coordinator()
    for number in range(13):
        await desk.reports(HELD, name=f"Rita {number}")
    await olga.writes("/cases")
    turn = next(data for data in data_on(olga) if data.startswith("page:")).rpartition(":")[0]
    await olga.presses_data(f"{turn}:{wanted}")
    assert "/2]" in olga.sees("Open now")


@pytest.mark.slow
async def test_a_flood_of_false_cases_leaves_coordinators_able_to_act(desk: Desk) -> None:
    olga = await desk.coordinator()
    await flood(desk, 10, EACH)
    await desk.reports(HELD, name="Rita")
    true = await desk.case()
    await desk.later(hours=2)
    assert olga.screen.came <= 40
    await olga.writes("/cases")
    assert f"open:{true.id}" in data_on(olga)
    for _ in range(10):
        await olga.writes("/cases")
        await olga.presses(f"{EACH} of one chat", f"Close all that nobody has ({EACH})…", "False alarm")
        await olga.writes("one person plays with the bot")
    assert "Without a lawyer (1)" in olga.sees("Open now")


@pytest.mark.parametrize("typed", ["2", " 2 ", "2.", "№ 2", "#2"])
async def test_the_number_of_an_offer_typed_opens_it_with_its_buttons(desk: Desk, typed: str) -> None:
    marat = await desk.lawyer("Marat")
    for number in range(4):
        await desk.reports(HELD, name=f"Rita {number}")
    second = await desk.case(1)
    await marat.writes(typed)
    newest = marat.screen.texts()[-1]
    assert second.code in newest
    assert data_on(marat) == [
        f"{action}:{(await desk.offer_to('Marat', second)).id}" for action in ("accept", "decline")
    ]
    assert (await desk.case(1)).state.value == "open"  # a number takes nothing
    await marat.presses("I'll take it")
    marat.sees("3 open offers", "[✅ Take 3 · Almaty]")


async def test_a_number_that_no_offer_has_or_without_a_list_is_what_any_word_is(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    for person, typed in ((marat, "1"), (olga, "1")):  # one offer is no list
        await person.writes(typed)
        person.sees("so this went into none")
    for number in range(3):
        await desk.reports(HELD, name=f"Rita {number}")
    marat.sees("4 open offers")
    for typed in ("17", "0", "2 people", "1000", "-1"):
        before = marat.count("I'll take it")
        await marat.writes(typed)
        assert marat.count("I'll take it") == before
    await desk.suspends(marat)
    await marat.writes("2")
    assert "I'll take it" not in marat.screen.texts()[-1]
