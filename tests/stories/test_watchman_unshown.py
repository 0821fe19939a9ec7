"""A card that calls somebody and is given up: told, watched, and somebody else is asked at once."""

import pytest
from msgspec.structs import replace

from core.vocabulary import OfferState
from handlers import routes
from storage.schema import cards
from tests.stories.faults import from_bot
from tests.stories.staff import NEVER_LISTED, reports, taps, the_case
from tests.stories.watch import DeadManService, alarms, beats, minutes
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took a man in Almaty"


async def test_an_alert_that_is_refused_is_told_watched_asked_of_the_next_and_asked_again(
    world: World, service: DeadManService
) -> None:
    refused = await world.member("Marat", languages=("en",))
    await world.member("Olga", role="coordinator", languages=("en",))
    await world.playground.fails(
        "rejected", times=None, methods=("sendMessage",), chat=refused, text="Almaty"
    )
    await reports(world, HELD)
    case = await the_case(world)
    await world.administrator.expects("Telegram refused a message of ours")
    async with world.app.database.read(world.clock.now()) as tx:
        (alert, *others) = await tx.alerts.by(case_id=case.id)
    assert alert.state is OfferState.UNREACHABLE
    assert others, "nobody else was asked, though Marat knows of nothing"
    assert await beats(world, service) == 0
    (told,) = await alarms(world)
    assert case.code in told.text
    assert "/case CODE" in told.text
    await world.playground.heals()
    await minutes(world, 40)  # the search comes to Marat again
    assert await from_bot(refused, "Almaty")
    await minutes(world, 8)
    assert "over. Nothing that asks" in "".join(one.text for one in await alarms(world))
    assert await beats(world, service) == 2


@pytest.mark.world(config=NEVER_LISTED)
async def test_an_offer_that_cannot_be_drawn_is_asked_of_the_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: object) -> None:
        raise ValueError("Dana Made-Up")

    first = await world.member("Marat", languages=("en",))
    await world.member("Zarina", languages=("en",), escalation=True, cities=("pavlodar",))
    draws = routes.CARDS["alert"]
    monkeypatch.setitem(routes.CARDS, "alert", breaks)
    await reports(world, HELD)
    await world.administrator.expects("cannot be drawn")
    async with world.app.database.read(world.clock.now()) as tx:
        states = [alert.state for alert in await tx.alerts.select()]
    assert OfferState.UNREACHABLE in states
    assert len(states) > 1
    monkeypatch.setitem(routes.CARDS, "alert", draws)
    await minutes(world, 60, step=5)
    assert await from_bot(first, "Almaty")


async def test_a_card_whose_edit_fails_takes_nothing_from_whoever_has_seen_it(
    world: World, service: DeadManService
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await world.playground.fails("rejected", methods=("editMessageText",), chat=lawyer)
    async with world.app.database.write(world.clock.now()) as tx:
        for card in await tx.cards.select(cards.c.subject == "alert"):
            tx.cards.put(replace(card, wanted=card.wanted + 1, content=b"another"))
    await world.settle()
    await world.administrator.expects("refused")
    await taps(world, lawyer, "I'll take it")
    assert (await the_case(world)).owner_id is not None
    assert await beats(world, service) == 2
