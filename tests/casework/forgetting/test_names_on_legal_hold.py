"""A case on legal hold keeps the names of whoever worked on it, until the hold ends: of those who left the roster too."""

import pytest

from storage.purge import counts
from tests.casework.forgotten import closed, nights, plain
from tests.casework.linking.test_linked_cases import accepts
from tests.casework.linking.test_same_case import SAME, two
from tests.casework.story_desk import Desk, Person

WHY = "the court in Almaty wants it"


async def holds(olga: Person) -> None:
    """The case that is open before her."""
    await olga.presses("Legal hold")
    await olga.writes(WHY)


async def due(desk: Desk) -> int:
    """How many members --dry-run counts."""
    async with desk.reading() as tx:
        return (await counts.count_due(tx, desk.service.retention, set()))["members", "members that were"]


async def test_the_history_of_a_held_case_names_whoever_has_left_until_the_hold_ends(desk: Desk) -> None:
    marat, olga, _ = await closed(desk)
    aida = await desk.lawyer("Aida", phone="+77010000009")  # had nothing to do with it
    await olga.opens(await desk.case())
    await holds(olga)
    await desk.suspends(marat)
    await desk.suspends(aida)
    await nights(desk, 400)
    assert await due(desk) == 0
    text = await plain(desk)
    assert ("Marat" in text, "Aida" in text) == (True, False)
    await olga.opens(await desk.case())
    olga.sees("Marat")  # the note on the card
    await olga.presses("History")
    olga.sees("accepted · Marat")
    await olga.opens(await desk.case())
    await olga.presses("Legal hold", "Lift the hold", "Lift the hold")
    assert await due(desk) == 1
    await nights(desk, 0)
    assert "Marat" not in await plain(desk)


async def test_an_end_that_was_chosen_frees_the_names_too(desk: Desk) -> None:
    marat, olga, _ = await closed(desk)
    await olga.opens(await desk.case())
    await holds(olga)
    await olga.presses("3 years")
    await desk.suspends(marat)
    await nights(desk, 1000)
    assert "Marat" in await plain(desk)
    await nights(desk, 100)
    assert "Marat" not in await plain(desk)


@pytest.mark.parametrize("held", [0, 1], ids=["the whole", "the part"])
async def test_whoever_opened_one_of_two_cases_that_became_one_is_named_while_the_other_is_held(
    desk: Desk, held: int
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    olga, dina = await desk.coordinator(), await desk.coordinator("Dina")
    await two(desk)
    await accepts(desk, marat, 0)
    await accepts(desk, saule, 1)
    await dina.opens(await desk.case(1 - held))
    await olga.opens(await desk.case(held))
    await holds(olga)
    await saule.presses("Released", "Released")
    await olga.presses(f"{SAME}, still held" if held else SAME)
    await marat.presses("Released", "Released")
    await desk.suspends(dina)
    await nights(desk, 400)
    assert "Dina" in await plain(desk)
