"""A whole list from the door is taken back, exactly; and what does not need to be written twice is not."""

import pytest

from core.casework.case_view import CaseView
from core.vocabulary import CaseState
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from handlers.door.claims import PORTION
from tests.casework.door.test_door_list import DOOR, brings, found, known, writes
from tests.casework.story_desk import Desk
from tests.casework.verified import verify


async def views(desk: Desk) -> list[CaseView]:
    """What is true of all cases."""
    async with desk.reading() as tx:
        return [await view_of(tx, case) for case in sorted(await tx.cases.select(), key=lambda case: case.id)]


async def hashes(desk: Desk) -> set[tuple[int, bytes]]:
    """By what people of open cases are found."""
    async with desk.reading() as tx:
        return {(row.case_id, row.hash) for row in await tx.name_blocks.select()}


@pytest.mark.slow
async def test_every_view_is_as_it_was_and_what_it_opened_is_closed(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await known(desk)
    await known(desk, "Айгүл Касымова")
    await marat.presses("I'll take it")
    await verify(desk, olga, 0)
    before, hashed = await views(desk), await hashes(desk)
    await brings(olga, "Ахметов Ерлан, needs insulin\nКасымова Айгүл\nMade-Up Dana\nСмагулов Бекзат")
    await writes(olga, 4)
    assert await views(desk) != before
    await olga.presses("Take it all back", "Yes, take it back")
    after = await views(desk)
    assert after[: len(before)] == before
    assert hashed <= await hashes(desk)
    assert [(await desk.case(number)).state for number in range(4)] == [
        CaseState.OPEN, CaseState.ACCEPTED, CaseState.CLOSED, CaseState.CLOSED,
    ]  # fmt: skip
    assert (await desk.case()).outcome == "false_alarm"
    olga.sees("All of it is taken back")
    olga.sees("Nothing is open of this chat")
    rita.sees("It was a mistake: where the person is, we do not know")
    marat.sees("was a mistake", (await desk.case(1)).code)
    assert ("found_void", "Olga", {}) in await desk.history(0)
    await desk.later(hours=1)
    assert not await found(desk, 0)


async def test_only_who_was_told_hears_that_it_was_a_mistake(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await known(desk, news="no")
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    await rita.allows_news()
    await olga.presses("Take it all back", "Yes, take it back")
    rita.sees_nothing_of("It was a mistake")


async def test_a_case_that_somebody_has_taken_meanwhile_stays(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await brings(olga, "Made-Up Dana")
    await writes(olga, 1)
    await marat.presses("I'll take it")
    await olga.presses("Take it all back", "Yes, take it back")
    assert (await desk.case()).state is CaseState.ACCEPTED
    assert not await found(desk, 0)


async def test_a_case_that_a_coordinator_has_only_read_is_closed_with_the_others(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "Made-Up Dana\nСмагулов Бекзат")
    await writes(olga, 2)
    await olga.opens(await desk.case())
    await olga.presses("Take it all back", "Yes, take it back")
    assert [(await desk.case(number)).state for number in (0, 1)] == [CaseState.CLOSED] * 2


async def test_what_was_taken_back_is_not_asked_about_as_the_same_case(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "Д. Оспанов\nОспанов Даурен")
    await writes(olga, 2)
    await desk.later(minutes=1)
    olga.sees("The same case? 1 question")
    await olga.presses("Take it all back", "Yes, take it back")
    olga.sees("Nothing to compare at this moment")


async def test_it_is_asked_once_more_and_no_keeps_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    await olga.presses("Take it all back", "No, go on")
    olga.sees("The list stays")
    assert await found(desk, 0)


async def test_another_coordinator_takes_back_a_lawyers_list_and_a_lawyer_none_of_others(desk: Desk) -> None:
    olga, marat, saule = (
        await desk.coordinator(),
        await desk.lawyer(on_duty=False),
        await desk.lawyer("Saule"),
    )
    vera = await desk.coordinator("Vera")
    await known(desk)
    await brings(marat, "Ахметов Ерлан")
    await writes(marat, 1)
    async with desk.reading() as tx:
        (one,) = await tx.door_lists.select()
    await saule.presses_data(f"door:{one.id}:undone")
    assert await found(desk, 0)
    await olga.presses("Take it all back", "Yes, take it back")
    assert not await found(desk, 0)
    marat.sees("All of it is taken back")
    vera.sees("Olga has taken back the list of Marat")


async def test_the_same_list_twice_changes_nothing_and_says_so(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await known(desk)
    names = "Ахметов Ерлан\nMade-Up Dana\nЕрлан\nСмагулов Бекзат"
    await brings(olga, names)
    await writes(olga, 4)
    before, heard = await views(desk), rita.rang()
    assert heard
    await brings(olga, names)
    olga.sees("1. = Ахметов Ерлан", "said before", "Nothing in it is new")
    olga.sees("= said before 4")
    assert not olga.screen.has("write")
    assert await views(desk) == before
    assert rita.rang() == 0


async def test_two_people_bring_the_same_list(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await known(desk)
    await brings(marat, "1. Ахметов Ерлан\n2. Made-Up Dana")
    await brings(olga, "Made-Up Dana\nАхметов Е.", "Алматы, РУП Медеу, 11:30")
    await writes(marat, 2)
    await olga.presses("🚫 All: “not here”", "All: they are here")
    olga.sees("1. = Made-Up Dana")
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 2


async def test_what_was_taken_back_can_be_said_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    await olga.presses("Take it all back", "Yes, take it back")
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    assert len(await found(desk, 0)) == 1


@pytest.mark.slow
async def test_denied_in_the_morning_and_found_in_the_evening_are_both_kept(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await brings(olga, "Ахметов Ерлан")
    await olga.presses("🚫 All: “not here”")
    await writes(olga, 1)
    await desk.later(hours=5)
    await brings(olga, "Ахметов Ерлан", "Almaty, Medeu police station")
    await writes(olga, 1)
    assert (len(await found(desk, 0)), len(await found(desk, 0, "denied"))) == (1, 1)


@pytest.mark.slow
async def test_a_long_list_is_written_and_taken_back_in_portions(desk: Desk) -> None:
    olga = await desk.coordinator()
    names = "\n".join(
        f"{n}. Made{chr(97 + n % 26)}up{chr(97 + n // 26)} Dana" for n in range(2 * PORTION + 5)
    )
    await brings(olga, names)
    await writes(olga, 2 * PORTION + 5)
    olga.sees(f"It is being written down: {PORTION} of {2 * PORTION + 5}")
    await desk.later(minutes=1)
    olga.sees(f"of them new cases {2 * PORTION + 5}")
    await olga.presses("Take it all back", "Yes, take it back")
    await desk.later(minutes=1)
    olga.sees("All of it is taken back")
    async with desk.reading() as tx:
        assert {case.state for case in await tx.cases.select()} == {CaseState.CLOSED}


async def test_the_door_is_said_in_the_list(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "Made-Up Dana", DOOR)
    olga.sees("Medeu police station · 11:20")


async def test_a_case_of_which_somebody_else_has_told_meanwhile_stays(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "Made-Up Dana")
    await writes(olga, 1)
    await desk.reports("police took Dana Made-Up in Almaty")
    await desk.later(minutes=1)
    await olga.presses("1: the same", "Take it all back", "Yes, take it back")
    assert (await desk.case(0)).state is CaseState.OPEN
    assert not await found(desk, 0)


async def test_a_case_of_which_a_member_has_said_more_meanwhile_stays(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await brings(olga, "Made-Up Dana")
    await writes(olga, 1)
    async with desk.writing() as tx:
        case, member = await desk.case(), await desk.membership(vera)
        await facts.record(tx, desk.service, case, facts.member_claim(tx, case, member, "note", "made up"))
    await olga.presses("Take it all back", "Yes, take it back")
    assert (await desk.case()).state is CaseState.OPEN


async def test_it_is_taken_back_once_however_often_it_is_pressed(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await known(desk)
    await brings(olga, "Ахметов Ерлан")
    await writes(olga, 1)
    await olga.presses("Take it all back", "Yes, take it back")
    vera.rang()
    before = await desk.history(0)
    async with desk.reading() as tx:
        (one,) = await tx.door_lists.select()
    for word in ("undone", "undo", "write"):
        await olga.presses_data(f"door:{one.id}:{word}")
    assert vera.rang() == 0
    assert await desk.history(0) == before
