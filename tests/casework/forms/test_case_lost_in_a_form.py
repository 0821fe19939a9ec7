"""A form about a case is open, and then whoever has it before them may do this no more, or wants it no more."""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def given_back(desk: Desk) -> Person:
    """Marat, who is asked what the next lawyer should know."""
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Give back", "Too far", "Tell the next one")
    marat.sees("What should the next lawyer know?")
    return marat


async def test_what_the_next_lawyer_should_know_is_not_taken_from_who_has_left(desk: Desk) -> None:
    marat = await given_back(desk)
    await desk.suspends(marat)
    before = await desk.history()
    await marat.writes("He is in room 4")
    marat.sees("Nothing was noted.")
    assert await desk.history() == before


async def test_who_has_nothing_to_tell_the_next_lawyer_notes_nothing(desk: Desk) -> None:
    marat = await given_back(desk)
    before = await desk.history()
    await marat.writes("/cancel")
    marat.sees("Nothing was noted.")
    assert await desk.history() == before


@pytest.mark.slow
async def test_the_next_lawyer_of_a_closed_case_is_told_nothing(desk: Desk) -> None:
    marat, olga = await given_back(desk), await desk.coordinator()
    tell = f"tell:{(await desk.offers())['Marat'].id}"
    await olga.opens(await desk.case())
    await olga.presses("Released", "Released")
    await marat.writes("/cancel")
    await marat.presses_data(tell)
    marat.sees("This is not possible any more.")


async def test_a_case_is_not_opened_by_who_is_no_coordinator_when_they_say_why(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.writes(f"/case {(await desk.case()).code}")
    await desk.suspends(olga)
    before = await desk.history()
    await olga.writes("the family has called")
    olga.sees("This is not possible any more.")
    olga.sees_nothing_of("Dana Made-Up")
    assert await desk.history() == before


async def test_a_case_is_not_handed_over_by_who_has_left_when_they_say_why(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule Invented", on_duty=False)
    await desk.reports(HELD)
    olga = await desk.coordinator()
    await olga.opens(await desk.case())
    await marat.presses("I'll take it")
    await olga.presses("Hand over", "Saule Invented")
    await desk.suspends(olga)
    await olga.presses_data("handing/why:court")
    olga.sees("This case is not shown to you.")
    saule.sees_nothing_of("asks you")


async def test_what_was_typed_into_a_form_that_is_left_is_kept_no_longer_and_goes_on_with_nothing(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule Invented", on_duty=False)
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted", "Hand over")
    await marat.writes("Saule Invented")
    await desk.later(minutes=29)
    assert await forms(desk) == [("handing", "open", ["whom"])]
    await desk.later(minutes=1)
    assert await forms(desk) == [("handing", "expired", [])]
    assert await held(desk) == 0
    await marat.writes("I am ill")
    saule.sees_nothing_of("asks you")


@pytest.mark.slow
async def test_nor_what_was_typed_into_one_that_was_set_aside(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Marat")
    await desk.reports(HELD)
    code = (await desk.case()).code
    await olga.opens(await desk.case())
    await olga.presses("I'll take it", "Hand over")
    await olga.writes("Nobody Such", f"/case {code}", "/new")
    assert ("handing", "finished", ["whom"]) in await forms(desk)
    await desk.later(minutes=30)
    assert ("handing", "expired", []) in await forms(desk)


async def held(desk: Desk) -> int:
    """How many words could still be given back."""
    async with desk.reading() as tx:
        return len(await tx.dialogues.by(form="note"))


async def forms(desk: Desk) -> list[tuple[str, str, list[str]]]:
    """Of members: which form, how it stands, what was answered."""
    async with desk.reading() as tx:
        found = [one for one in await tx.dialogues.select() if one.form not in ("report", "note")]
    return [(one.form, one.state.value, [*one.answers]) for one in found]


@pytest.mark.slow
async def test_what_was_typed_at_an_address_that_is_removed_is_kept_no_longer(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal = await desk.also_on_signal(marat)
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    await signal.presses_data(f"hand:{(await desk.case()).id}")
    await signal.writes("Saule Invented")
    assert await forms(desk) == [("handing", "open", ["whom"])]
    await marat.writes("/addresses")
    await marat.presses("Remove Signal")
    assert (await forms(desk), await held(desk)) == ([("handing", "finished", [])], 0)
    assert await desk.waits_until("reason") is None
