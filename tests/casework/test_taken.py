"""Somebody takes a case: first wins, the owner sees it whole, the others a line."""

from tests.casework.desk import Desk

HELD = "police took Dana Made-Up in Almaty"


async def test_first_accept_wins_and_only_the_owner_reads_the_name(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    marat.sees_nothing_of("Dana")
    saule.sees_nothing_of("Dana")
    await marat.presses("I'll take it")
    marat.sees("yours", "Dana Made-Up")
    saule.sees("a colleague has taken it")
    saule.sees_nothing_of("Dana", "I'll take it")
