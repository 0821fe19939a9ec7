"""A timer or a press that comes when there is nothing to do for it any more, and what only then is done."""

import pytest
from msgspec.structs import replace

from bot.messengers.errors import Rejected
from core.traffic import Lane, Timer
from handlers import timing
from handlers.alerting import delivery
from tests.casework.casework.test_handing_over import asks, held
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
CHILD = "police took Dana Made-Up in Almaty, she is 15 years old"


async def test_of_a_case_that_nobody_has_any_more_nothing_is_handed_over_and_no_second_wanted(
    desk: Desk,
) -> None:
    marat, saule, olga, _ = await held(desk)
    case = await desk.case()
    await olga.opens(case)
    await marat.presses("Give back")
    before = await desk.history()
    for told, data in enumerate((f"hand:{case.id}", f"second:{case.id}:yes"), start=1):
        await olga.presses_data(data)
        assert olga.count("This case is open.") == told
    assert await desk.history() == before
    saule.sees_nothing_of("asks you")


async def test_the_time_of_a_colleague_who_was_asked_is_over_when_it_is_closed(desk: Desk) -> None:
    marat, _, _, _ = await held(desk)
    await asks(marat)
    await marat.presses("Close…", "Fine")
    marat.rang()
    before = await desk.history()
    await runs(desk, "handing")
    assert (await desk.history(), marat.rang()) == (before, 0)


async def test_the_second_lawyer_is_gone_when_nobody_is_the_second(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    before = await desk.history()
    await runs(desk, "second-gone")
    assert await desk.history() == before


async def test_the_second_lawyer_of_a_closed_case_is_gone(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    await saule.presses("I'll take it")
    await marat.presses("Close…", "Fine")
    await desk.blocks(saule)
    before = await desk.history()
    await runs(desk, "second-gone")
    assert await desk.history() == before


async def test_a_coordinator_who_has_left_hears_no_more_what_became_of_their_request(desk: Desk) -> None:
    _, saule, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over", "Saule Invented", "In court")
    await desk.suspends(olga)
    await saule.presses("I'll take it")
    saule.sees("yours")
    olga.sees_nothing_of("has taken it over")


async def test_a_membership_ends_once(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    assert await desk.suspends(marat)
    ended = await desk.membership(marat)
    await desk.later(minutes=1)
    assert not await desk.suspends(marat)
    assert await desk.membership(marat) == ended


async def test_whatever_its_owner_did_in_a_case_is_a_sign_of_them(desk: Desk) -> None:
    desk.without_clocks()
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("I'll take it", "Contacted")
    await desk.later(hours=3)
    await olga.presses("Mute the reporter for 24 h")
    await desk.later(hours=3.9)
    olga.sees_nothing_of("Is it still yours?")
    await desk.later(hours=0.2)
    olga.sees("Is it still yours?")


async def test_whoever_asks_hears_at_once_that_the_request_could_not_be_shown(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    saule.screen.refuses = Rejected("our mistake")
    await asks(marat)
    await desk.later(seconds=1)
    marat.sees("nobody has taken it over. It is still yours.")
    assert (await desk.states())["Saule Invented"] == "unreachable"


async def test_what_coordinators_are_asked_and_cannot_be_shown_changes_no_offer(desk: Desk) -> None:
    await desk.lawyer("Marat", cities=("aktau",), on_duty=False, escalation=True)
    olga = await desk.coordinator()
    olga.screen.refuses = Rejected("our mistake")
    await desk.reports(HELD)
    await desk.later(minutes=1)
    assert await desk.states() == {"Marat": "offered"}


async def test_an_offer_that_was_seen_stays_open_when_a_later_edit_of_it_cannot_be_shown(desk: Desk) -> None:
    await desk.lawyer("Marat")
    await desk.reports(HELD)
    async with desk.writing() as tx:
        (card,) = await tx.cards.by(subject="alert")
        await delivery.on_unshown(tx, desk.service, card)
    assert await desk.states() == {"Marat": "offered"}


@pytest.mark.slow
async def test_of_a_list_that_could_not_be_shown_only_what_is_open_has_reached_nobody(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    for number in range(5):
        await desk.reports(HELD, name=f"Rita {number}")
    taken, waits = await desk.case(-2), await desk.case(-1)
    await olga.opens(taken)
    await olga.presses("I'll take it")
    async with desk.writing() as tx:
        (card,) = await tx.cards.by(subject="list", subject_id=(await desk.membership(marat)).id)
        await delivery.on_unshown(tx, desk.service, replace(card, lane=Lane.ALERT))
    of = [await desk.offer_to("Marat", case) for case in (await desk.case(0), taken, waits)]
    assert [offer.state.value for offer in of] == ["offered", "withdrawn", "unreachable"]
    assert (await desk.offer_to("Saule", waits)).state.value == "offered"


async def test_what_was_asked_is_asked_once_more_when_presses_were_lost_while_it_ran(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    marat.rang()
    await runs(desk, "returned")
    assert marat.rang() == 1


async def runs(desk: Desk, kind: str) -> None:
    """A timer of this kind, about the newest case."""
    async with desk.writing() as tx:
        case = (await tx.cases.select())[-1]
        await timing.on_timer(tx, desk.service, Timer(f"{kind}:late", kind, desk.now, case.id))
