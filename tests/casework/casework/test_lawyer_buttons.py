"""What a lawyer's presses do besides taking: decline, say why, late, twice, forged, and by somebody who may not."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.presentation import Presentation
from core.vocabulary import Role
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NOTHING = "This is not possible any more."
NOT_YOURS = "This case is not shown to you."


async def test_a_decline_is_noted_and_the_others_are_still_waited_for(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(HELD)
    due = await desk.waits_until("escalation")
    await desk.later(minutes=1)
    await marat.presses("I can't")
    offer = (await desk.offers())["Marat"]
    assert (offer.state, offer.reason, offer.answered_at) == ("declined", None, desk.now)
    assert (await desk.history())[-1] == ("declined", "Marat", {})
    assert (igor.rang(), await desk.waits_until("escalation")) == (0, due)
    await saule.presses("I can't")
    assert igor.rang() == 1  # all have answered: the next are asked at once
    assert await desk.waits_until("escalation") == desk.now + timedelta(minutes=5)


@pytest.mark.parametrize("reason", ["busy", "far", "conflict", "other"])
@pytest.mark.parametrize("taken", [False, True])
async def test_why_it_was_declined_is_kept(desk: Desk, reason: str, taken: bool) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I can't")
    if taken:
        await saule.presses("I'll take it")
    await marat.presses_data(f"why:{(await desk.offers())['Marat'].id}:{reason}")
    assert (await desk.offers())["Marat"].reason == reason
    assert (await desk.history())[-1] == ("reason", "Marat", {"reason": reason})
    assert marat.count("declined,") + marat.count("declined.") == (0 if taken else 1)


async def test_a_reason_that_there_is_not_and_one_for_what_was_not_declined_are_not_kept(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I can't")
    before, offers = await desk.history(), await desk.offers()
    await marat.presses_data(f"why:{offers['Marat'].id}:tired")
    await saule.presses_data(f"why:{offers['Saule'].id}:busy")
    assert (await desk.history(), await desk.offers()) == (before, offers)


async def test_a_decline_counts_once(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    offer = (await desk.offers())["Marat"]
    await marat.presses_data(f"decline:{offer.id}")
    before = await desk.history()
    await marat.presses_data(f"decline:{offer.id}")
    assert await desk.history() == before


async def test_an_offer_that_has_expired_can_be_declined(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(HELD)
    await desk.later(minutes=11)
    await marat.presses("I can't")
    assert (await desk.states())["Marat"] == "declined"


async def test_who_had_blocked_the_bot_can_decline_when_they_are_back(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    offer = (await desk.offers())["Marat"]
    await desk.blocks(marat)
    assert (await desk.states())["Marat"] == "unreachable"
    marat.screen.blocked = False
    await marat.presses_data(f"decline:{offer.id}")
    assert (await desk.states())["Marat"] == "declined"


async def test_what_somebody_has_or_was_withdrawn_cannot_be_declined(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    await desk.reports(HELD)
    offers = await desk.offers()
    await marat.presses("I'll take it")
    await saule.presses_data(f"decline:{offers['Saule'].id}")
    await marat.presses_data(f"decline:{offers['Marat'].id}")
    assert await desk.states() == {"Marat": "accepted", "Saule": "withdrawn"}
    await desk.lawyer("Saule", person=saule, on_duty=False)
    await marat.presses("Give back")  # Saule is not asked now
    await saule.presses_data(f"decline:{offers['Saule'].id}")
    assert await desk.states() == {"Marat": "declined", "Saule": "withdrawn"}
    saule.sees("Nobody has taken it yet. You still can.")
    assert olga.count("No lawyer has taken this case.") == 1


@pytest.mark.slow
async def test_a_decline_is_seen_where_coordinators_are_told_whom_to_ring(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    await desk.later(minutes=60)
    assert olga.screen.drawn("To call").startswith(
        "🔒\n☎️ No lawyer has taken this case. A message may go unnoticed: please call.\n"
        "🟠 513-742 · Almaty · perhaps: somebody is detained · 17.09 12:00 ❔ · nobody has it yet\n"
        "To call:\n"
        f"• Marat: +7701000{marat.chat}\n"
    )
    await marat.presses("I can't")
    assert "• Marat" not in olga.sees("No lawyer has taken this case.", "• Saule")


async def breaks(desk: Desk, person: Person) -> None:
    """The person's newest card could not be drawn, and their screen shows something else."""
    async with desk.reading() as tx:
        address = (await tx.addresses.by(lookup=tx.lookup(desk.service.home, person.chat)))[0]
        card = (await tx.cards.by(address_id=address.id))[-1]
    assert card.message_id is not None
    person.screen.messages[card.message_id] = Presentation("nonsense")
    async with desk.database.write(desk.now) as tx:
        tx.cards.put(replace(card, failed="render: KeyError", content=None, wanted=card.wanted + 1))


@pytest.mark.parametrize("data", ["accept", "decline", "why"])
@pytest.mark.parametrize("state", ["accepted by another", "accepted", "closed"])
async def test_a_press_gives_a_card_that_could_not_be_drawn_another_chance(
    desk: Desk, data: str, state: str
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await (saule if state == "accepted by another" else marat).presses("I'll take it")
    if state == "closed":
        await marat.presses("Close…", "Fine")
    await breaks(desk, marat)
    await marat.presses_data(
        f"{data}:{(await desk.offers())['Marat'].id}:busy".removesuffix(":busy" * (data != "why"))
    )
    marat.sees_nothing_of("nonsense")


# --- who may not


@pytest.mark.slow
async def test_forged_offers_of_others_and_of_nobody_are_told_apart_from_nothing(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    rita = await desk.reports(HELD)
    offer = (await desk.offers())["Marat"]
    before = await desk.states()
    for person in (saule, olga, rita):
        for data in (
            f"accept:{offer.id}",
            f"decline:{offer.id}",
            f"why:{offer.id}:busy",
            "accept:77",
            "accept:x",
        ):
            await person.presses_data(data)
        assert person.count(NOTHING) == 5
    assert await desk.states() == before
    marat.sees("[✅ I'll take it]")


async def test_the_suspended_and_administrators_take_and_decline_nothing(desk: Desk) -> None:
    marat, vera = await desk.lawyer("Marat"), await desk.lawyer("Vera")
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    offers = await desk.offers()
    await desk.suspends(marat)
    await desk.member("Vera", Role.ADMINISTRATOR, person=vera)
    before = await desk.history()
    marat.screen.messages.clear()
    vera.screen.messages.clear()
    for name, person in (("Marat", marat), ("Vera", vera)):
        await person.presses_data(f"accept:{offers[name].id}")
        await person.presses_data(f"decline:{offers[name].id}")
    assert marat.count("Your membership is suspended.") == 2
    assert vera.count("This is not possible any more.") == 2
    assert await desk.history() == before


async def test_a_case_is_given_back_and_closed_by_its_owner_or_a_coordinator_alone(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    case = await desk.case()
    for data in (f"back:{case.id}", f"closing:{case.id}", f"closed:{case.id}:fine"):
        for person in (saule, rita):
            await person.presses_data(data)
    assert (saule.count(NOT_YOURS), rita.count(NOTHING)) == (3, 3)
    assert await desk.case() == case
    for data in ("back:77", "closing:77", "back:", "first:77:contacted"):
        await olga.presses_data(data)
    assert olga.count(NOTHING) == 4
    await olga.presses_data(f"back:{case.id}")
    assert await desk.case() == case  # why comes first
    await olga.writes("he is ill")
    await olga.presses("Offer to others")
    assert (await desk.case()).state == "open"


async def test_an_owner_who_became_an_administrator_acts_on_nothing(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    case = await desk.case()
    async with desk.database.write(desk.now) as tx:  # as if by hand: an import would offer the case to others
        tx.members.put(replace(await desk.membership(marat), role=Role.ADMINISTRATOR))
    for data in (f"back:{case.id}", f"first:{case.id}:contacted", f"open:{case.id}", f"words:{case.id}"):
        await marat.presses_data(data)
    assert marat.count(NOT_YOURS) == 4
    assert await desk.case() == case
