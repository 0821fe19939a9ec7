"""What nobody may keep seeing, and what must never be lost in silence."""

import pytest
from msgspec.structs import replace

from bot.loops.timers import ATTEMPTS
from core.model import Member
from core.roster.person_row import RosterRow
from core.vocabulary import OfferState, Role
from handlers import routes
from handlers.cards import case_lines
from handlers.casework import offer_answers, roster
from handlers.daily import digest_figures
from handlers.people import addresses
from playground.phone import Phone
from storage.schema import timers
from tests.stories.staff import EVENING, PATIENT, member_at, offers_of, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"


async def suspends(world: World, person: Phone) -> None:
    async with world.app.database.write(world.clock.now()) as tx:
        assert await roster.suspend(tx, world.app.service, await member_at(tx, person.id))
    await world.restart()
    await world.settle()


async def imports(world: World, person: Phone, role: str) -> None:
    row = RosterRow(person.id, Role(role), "Marat", ("en",), ("almaty",), True, "", False)
    async with world.app.database.write(world.clock.now()) as tx:
        await roster.save_rows(tx, world.app.service, [row])
    await world.restart()
    await world.settle()


async def mutes(world: World, person: Phone) -> None:
    async with world.app.database.write(world.clock.now()) as tx:
        address = await addresses.of_chat(tx, str(person.id))
        tx.addresses.put(replace(address, muted_until=world.clock.now() + digest_figures.LOOK_BACK))


async def member_of(world: World, person: Phone) -> Member:
    async with world.app.database.read(world.clock.now()) as tx:
        (address,) = await tx.addresses.by(lookup=tx.lookup(addresses.TELEGRAM, str(person.id)))
        return (await tx.members.by(address_id=address.id))[0]


async def test_a_muted_member_accepts_and_a_muted_chat_can_be_hidden(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await mutes(world, lawyer)
    await mutes(world, citizen)
    await taps(world, lawyer, "I'll take it")
    assert (await the_case(world)).state == "accepted"
    await says(world, citizen, "/hide")
    async with world.app.database.read(world.clock.now()) as tx:
        (address,) = await tx.addresses.by(lookup=tx.lookup(addresses.TELEGRAM, str(citizen.id)))
    assert address.silenced_at is not None


@pytest.mark.world(config=PATIENT)
async def test_who_hides_is_asked_no_more_and_a_coordinator_hears_of_the_held_case(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "Contacted")
    await reports(world, "police took a man in Almaty", name="Sara")
    await says(world, lawyer, "/hide")
    await taps(world, lawyer, "Yes, clear the chat")
    await coordinator.expects("has blocked the bot or is gone", "Marat")
    assert [offer.state for offer in await offers_of(world, await the_case(world, 1))] == ["unreachable"]


@pytest.mark.world(start=EVENING)
async def test_a_parked_digest_does_not_end_the_next(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise KeyError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr(digest_figures, "count", broken)
        await world.fast_forward(hours=2)
        await world.administrator.expects("is parked", "digest")
    assert not [m for m in await world.channel.shown() if m.from_bot]
    await world.fast_forward(hours=24)
    assert [m for m in await world.channel.shown() if m.from_bot]


async def test_a_parked_search_is_told_to_coordinators(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise KeyError("a defect")

    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    monkeypatch.setitem(routes.TIMERS, "escalation", replace(routes.TIMERS["escalation"], function=broken))
    await world.fast_forward(hours=1)
    async with world.app.database.read(world.clock.now()) as tx:
        (parked,) = await tx.timers.select(timers.c.parked)
    assert (parked.kind, parked.attempts) == ("escalation", ATTEMPTS)
    assert routes.TIMERS["escalation"].on_parked is offer_answers.on_timer_parked
    await coordinator.expects("No lawyer has taken this case", (await the_case(world)).code)


@pytest.mark.world(config=PATIENT)
async def test_all_words_and_files_go_when_the_case_is_given_back(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await citizen.sends_photo(b"a face", caption="it is her")
    await world.settle()
    await taps(world, lawyer, "I'll take it", "All words", "1 file")
    before = len(await lawyer.shown())
    await lawyer.expects("Their words", "it is her")
    await taps(world, lawyer, "Give back")
    await lawyer.expects_nothing("it is her")
    await lawyer.expects_nothing("Made-Up")
    assert len(await lawyer.shown()) == before - 2


@pytest.mark.world(config=PATIENT)
async def test_an_old_full_view_is_emptied_where_it_cannot_be_deleted(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "Contacted", "All words")
    await world.fast_forward(hours=60)
    await says(world, lawyer, f"/case {(await the_case(world)).code}")
    await taps(world, lawyer, "Give back")
    await lawyer.expects_nothing("Made-Up")


async def test_a_suspended_coordinators_opened_cases_do_not_come_back(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    await reports(world, HELD)
    await says(world, coordinator, f"/case {(await the_case(world)).code}", "the family has called")
    await coordinator.expects("Made-Up")
    await suspends(world, coordinator)
    await coordinator.expects_nothing("Made-Up")
    await imports(world, coordinator, "coordinator")
    await coordinator.expects_nothing("Made-Up")


@pytest.mark.world(config=PATIENT)
async def test_a_lawyer_who_becomes_administrator_loses_cases_and_offers(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "Contacted")
    await reports(world, "police took a man in Almaty", name="Sara")
    await imports(world, lawyer, "administrator")
    await lawyer.expects_nothing("Made-Up")
    held, offered = await the_case(world), await the_case(world, 1)
    assert (held.state, held.owner_id) == ("open", None)
    (offer,) = await offers_of(world, offered)
    assert offer.state is OfferState.UNREACHABLE
    await lawyer.taps_data((await lawyer.last()).id, f"accept:{offer.id}")
    await world.settle()
    assert (await the_case(world, 1)).state == "open"


async def test_without_a_reachable_coordinator_the_operator_learns_once_a_case_and_kind(world: World) -> None:
    citizen = await reports(world, "a trial in Almaty of Dana Made-Up")
    case = await the_case(world)
    await says(world, citizen, "/cancel")
    told = [m for m in await world.administrator.shown() if "No coordinator can be reached" in m.text]
    assert len(told) == 1
    assert case.code in told[0].text
    await world.administrator.expects_nothing("Made-Up")


@pytest.mark.world(config=PATIENT)
async def test_a_correction_of_an_accepted_case_makes_a_sound(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    typed = await citizen.writes(HELD)
    await world.settle()
    await taps(world, lawyer, "I'll take it", "Contacted")
    before = (await lawyer.last()).id
    await citizen.edits(typed, "police took Dana Made-Up in Aktau")
    await world.settle()
    assert (await lawyer.expects("Made-Up", "Aktau")).id > before
    await coordinator.expects("moved this case to another region", "Marat")


async def test_a_place_that_the_gazetteer_has_no_more_is_shown_by_its_id(world: World) -> None:
    await reports(world, HELD)
    case = replace(await the_case(world), city="atlantis", region="atlantis", district=None)
    service = world.app.service
    assert case_lines.place_name(service, "en", case) == "atlantis"
    assert case_lines.zone_of(service, case) == service.zone
