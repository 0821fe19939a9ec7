"""A coordinator's reason comes first, whichever way a case is opened; and who works on it did not give it back."""

from core.vocabulary import TAKEN_AWAY
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
WHY = "Why do you need"


async def test_taking_a_case_that_was_never_opened_asks_for_a_reason_first(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator()
    await desk.reports(HELD)
    case = await desk.case()
    await olga.presses_data(f"take:{case.id}")
    olga.sees("It is not yours yet", WHY)
    olga.sees_nothing_of("Dana")
    assert await desk.case() == case
    await olga.writes("no lawyer answers")
    await olga.presses("I'll take it")
    olga.sees("yours", "Dana Made-Up")
    assert [kind for kind, _, _ in await desk.history()][-2:] == ["viewed", "accepted"]


async def test_offering_to_others_and_taking_shows_nothing_without_a_reason(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    case = await desk.case()
    await olga.presses_data(f"back:{case.id}")
    await olga.presses_data(f"take:{case.id}")
    assert await desk.case() == case
    olga.sees(WHY)
    olga.sees_nothing_of("Dana")


async def test_who_loses_a_case_to_a_coordinator_has_not_given_it_back_and_is_asked_again(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await olga.opens(await desk.case())
    await olga.presses("Offer to others")
    kind, who, details = next(line for line in await desk.history() if line[0] == "taken_away")
    assert (kind, who, details) == ("taken_away", "Olga", {"member": "Marat"})
    assert (await desk.offers())["Marat"].reason == TAKEN_AWAY
    await marat.presses("I can after all")
    assert (await desk.case()).state == "accepted"


async def test_a_case_whose_owner_cannot_be_reached_is_offered_to_others_at_once(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.blocks(marat)
    saule.rang()
    await olga.presses("Offer to others")
    assert saule.rang() == 1
