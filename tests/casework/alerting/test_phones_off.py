"""A phone that is off or closed, where more hangs on it: a case in hand, a second lawyer, a colleague, a list."""

import pytest

from tests.casework.joining.test_own_addresses import added
from tests.casework.story_desk import Desk, Person

TOLD = "police took Dana Made-Up in Almaty"
CHILD = "police took Dana Made-Up in Almaty, she is 15 years old"


async def alone_on_signal(desk: Desk, name: str, **more: object) -> Person:
    """A lawyer who has Signal and nothing else."""
    first = await desk.lawyer(name, **more)
    signal = await added(desk, first)
    await first.writes("/addresses")
    await first.presses("Signal first", "Remove Telegram")
    signal.rang()
    return signal


async def test_a_case_in_hand_comes_to_the_other_address_when_the_first_is_closed(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal = await desk.also_on_signal(marat, first=True)
    rita = await desk.reports(TOLD)
    await signal.presses("I'll take it")
    marat.sees_nothing_of("Dana Made-Up")
    marat.lanes()
    await desk.blocks(signal)
    marat.sees("yours", "Dana Made-Up")
    assert "news" in marat.lanes()
    await rita.writes("they took her to the police station")
    marat.sees("yours", "to the police station")
    await marat.presses("Contacted")
    assert (await desk.case()).owner_id == (await desk.membership(marat)).id


async def test_a_phone_that_is_off_rings_once_where_its_owner_has_no_other(desk: Desk) -> None:
    marat = await alone_on_signal(desk, "Marat")
    marat.screen.off = True
    await desk.reports(TOLD)
    await desk.later(minutes=4)
    assert marat.rang() == 1
    assert marat.count("Almaty", "[I can't]") <= 1


async def test_a_colleague_whose_phone_is_off_does_not_hold_up_whoever_asks_them(desk: Desk) -> None:
    marat = await desk.lawyer("Marat Made-Up")
    saule = await alone_on_signal(desk, "Saule Invented", cities=("aktau",), on_duty=False)
    await desk.reports(TOLD)
    await marat.presses("I'll take it", "Contacted", "Hand over")
    saule.screen.off = True
    await marat.writes("saule invented")
    await marat.presses("In court")
    marat.rang()
    await desk.later(minutes=1.9)
    assert marat.rang() == 0
    await desk.later(minutes=0.2)
    assert marat.rang() == 1


async def test_where_a_second_lawyer_is_wanted_a_phone_that_is_off_does_not_hold_up_the_next(
    desk: Desk,
) -> None:
    marat = await desk.lawyer("Marat")
    saule = await alone_on_signal(desk, "Saule")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    saule.screen.off = True
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    await desk.later(minutes=2)
    assert igor.rang() == 1


async def test_what_went_to_the_other_address_at_once_is_not_looked_for_at_the_first(desk: Desk) -> None:
    marat, dina = await desk.lawyer("Marat"), await desk.coordinator("Dina", on_duty=True)
    signal = await desk.also_on_signal(marat, first=True)
    signal.screen.off = True
    await desk.reports(TOLD)
    await desk.blocks(signal)
    assert marat.rang() == 1
    await desk.later(minutes=3)
    assert (marat.rang(), dina.rang()) == (0, 0)


MANY = (
    TOLD,
    "they arrested my neighbour Kairat Made-Up in Almaty",
    "my brother Timur Made-Up was detained in Almaty",
    "police took Aliya Made-Up in Almaty",
    "police took Saken Made-Up in Almaty, he is at the station",
)


@pytest.mark.slow
async def test_what_is_added_to_a_list_on_the_phone_has_reached_it(desk: Desk) -> None:
    await alone_on_signal(desk, "Marat")
    for number, text in enumerate(MANY):
        await desk.reports(text, name=f"Rita {number}")
    await desk.later(minutes=2.1)
    async with desk.reading() as tx:
        found = await tx.alerts.select()
    assert len(found) == len(MANY)
    assert [alert.undelivered_at for alert in found] == [None] * len(MANY)


@pytest.mark.slow
@pytest.mark.parametrize("hid_before", [False, True])
async def test_a_list_that_has_not_reached_the_phone_has_asked_nobody(desk: Desk, hid_before: bool) -> None:
    marat, saule = await alone_on_signal(desk, "Marat"), await alone_on_signal(desk, "Saule")
    olga = await desk.also_on_signal(await desk.coordinator(), first=True)
    if hid_before:  # what coordinators read of it then is not what he is asked now
        await marat.writes("/hide")
        await marat.presses("Yes, clear the chat")
        olga.sees("Marat hid their chat")
        await olga.presses("Write to them again")
    marat.screen.off = True
    for number, text in enumerate(MANY):
        await desk.reports(text, name=f"Rita {number}")
    await desk.later(minutes=2.1)
    async with desk.reading() as tx:
        found = {
            name: await tx.alerts.by(member_id=(await desk.membership(name)).id) for name in (marat, saule)
        }
    assert len(found[marat]) == len(found[saule]) == len(MANY)
    assert None not in [alert.undelivered_at for alert in found[marat]]
    assert {alert.undelivered_at for alert in found[saule]} == {None}


@pytest.mark.slow
async def test_an_alert_by_itself_has_not_reached_the_phone_because_an_older_list_has(desk: Desk) -> None:
    marat = await alone_on_signal(desk, "Marat")
    for number, text in enumerate(MANY):
        await desk.reports(text, name=f"Rita {number}")
    await desk.later(hours=5)
    marat.screen.off = True
    await desk.reports("police took Zhanar Made-Up in Almaty", name="Zoya")
    await desk.later(minutes=2.1)
    alert = (await desk.offers())["Marat"]
    assert alert.undelivered_at is not None


async def test_whoever_is_given_a_case_by_name_is_asked_at_their_other_phone_and_nobody_else_meanwhile(
    desk: Desk,
) -> None:
    saule = await desk.lawyer("Saule", on_duty=False)
    signal, olga = await desk.also_on_signal(saule, first=True), await desk.coordinator()
    await desk.lawyer("Marat")
    await desk.reports(TOLD)
    await olga.opens(await desk.case())
    signal.screen.off = True
    await olga.presses("Give it to…", "Saule")
    timur = await desk.lawyer("Timur")
    await desk.later(minutes=2)
    assert (saule.rang(), timur.rang()) == (1, 0)
    saule.sees("Olga asks you by name")
    assert await desk.states() == {"Marat": "expired", "Saule": "offered"}


@pytest.mark.slow
async def test_what_was_asked_at_an_address_that_is_removed_comes_to_the_other_at_once(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal = await added(desk, marat)
    await marat.writes("/addresses")
    await marat.presses("Signal first")
    signal.screen.off = True
    await desk.reports(TOLD)
    await signal.writes("/addresses")
    await signal.presses("Telegram first")
    await marat.writes("/addresses")
    await marat.presses("Remove Signal")
    marat.sees("Almaty", "[✅ I'll take it]")
    assert marat.rang() > 0
    await desk.later(minutes=2.1)
    assert marat.rang() == 0


async def test_what_was_in_a_list_is_in_a_list_at_the_other_address(desk: Desk) -> None:
    marat, _ = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    signal = await desk.also_on_signal(marat)
    for number, text in enumerate(MANY):
        await desk.reports(text, name=f"Rita {number}")
    rang = marat.rang()
    await desk.blocks(marat)
    assert signal.rang() == rang
    assert signal.count("open offers") == 1


async def test_what_somebody_else_has_taken_meanwhile_is_not_looked_for(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    signal = await desk.also_on_signal(marat, first=True)
    signal.screen.off = True
    await desk.reports(TOLD)
    await saule.presses("I'll take it")
    await desk.later(minutes=2.1)
    assert marat.rang() == 0
    assert "undelivered" not in [line[0] for line in await desk.history()]


async def test_while_it_is_said_to_be_over_nobody_is_asked_in_place_of_whose_phone_is_off(desk: Desk) -> None:
    marat = await alone_on_signal(desk, "Marat")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    marat.screen.off = True
    rita = await desk.reports(TOLD)
    await rita.tells_all_out("she was released")
    await desk.later(minutes=14)
    assert igor.rang() == 0
    await desk.later(minutes=7)
    assert igor.rang() == 1
