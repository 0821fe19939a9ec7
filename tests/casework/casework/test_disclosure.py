"""What was handed out beside a card goes when its reader may not see the case any more: sent, waiting, on its way."""

import pytest
from msgspec.structs import replace

from bot.loops.send_jobs import Job, lease, perform
from bot.loops.send_results import record
from core.traffic import Outgoing
from core.vocabulary import Role
from handlers import dispatch
from handlers.cards import live_cards
from handlers.casework import disclosure as beside
from storage.outbox import waiting
from storage.schema import outbox
from tests.casework.story_desk import BOOT, Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def has(desk: Desk) -> tuple[Person, Person]:
    """Marat has a case with a photo; Olga has opened it."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.sends("photo-1")
    await marat.presses("I'll take it")
    await olga.opens(await desk.case())
    return marat, olga


async def handed_out(desk: Desk) -> list[Outgoing]:
    async with desk.reading() as tx:
        return await tx.outgoing.select(outbox.c.key.startswith("extra:"))


@pytest.mark.slow
async def test_who_was_made_an_administrator_or_a_lawyer_by_hand_sees_nothing_whole_any_more(
    desk: Desk,
) -> None:
    marat, olga = await has(desk)
    await marat.presses("All words")
    await olga.presses("All words")
    case = await desk.case()
    async with desk.writing() as tx:
        tx.members.put(replace(await desk.membership(marat), role=Role.ADMINISTRATOR))
        tx.members.put(replace(await desk.membership(olga), role=Role.LAWYER))
        await beside.take_back(tx, case_id=case.id)
        await live_cards.touch_case(tx, case.id)
    for one in (marat, olga):
        one.sees_nothing_of("Dana")


async def test_a_chat_that_is_a_members_no_more_shows_no_case(desk: Desk) -> None:
    marat, _ = await has(desk)
    other = await desk.also_on_signal(marat)
    await other.writes(f"/case {(await desk.case()).code}")
    other.sees("yours", "Dana Made-Up")
    async with desk.writing() as tx:
        tx.members.put(replace(await desk.membership(marat), other_id=None))
        await live_cards.touch_case(tx, (await desk.case()).id)
    other.sees_nothing_of("Dana")
    marat.sees("yours", "Dana Made-Up")


async def test_what_still_waits_is_not_sent_any_more(desk: Desk) -> None:
    marat, _ = await has(desk)
    case = await desk.case()
    await desk.receive(
        marat.tap(f"words:{case.id}"), marat.tap(f"files:{case.id}"), marat.tap(f"back:{case.id}")
    )
    marat.sees_nothing_of("Dana", "photo-1")
    assert {(row.state, row.failed) for row in await handed_out(desk)} == {("failed", "not shown any more")}
    assert marat.lanes().count("reply") >= 1  # the word of care, which tells nothing


async def test_what_is_on_its_way_is_taken_back_when_it_arrives(desk: Desk) -> None:
    marat, _ = await has(desk)
    case = await desk.case()
    async with desk.database.write(desk.now) as tx:
        for data in (f"words:{case.id}", f"files:{case.id}"):
            await dispatch.handle(tx, desk.service, marat.tap(data), desk.now)
    async with desk.database.write(desk.now) as tx:
        jobs: list[Job] = []
        for item in await waiting(tx, 100):
            job = await lease(tx, desk.service, item, BOOT)
            assert job is not None
            jobs.append(job)
    results = [await perform(desk.phones, job) for job in jobs]  # type: ignore[arg-type]
    marat.sees("Their words:\n17.09", "Dana")
    await marat.presses_data(f"back:{case.id}")
    marat.sees("(file photo-1)")  # nobody knows its number yet
    async with desk.writing() as tx:
        for result in results:
            await record(tx, desk.service, result)
    marat.sees_nothing_of("Dana", "photo-1")


async def test_it_is_said_to_be_gone_and_is_gone_in_one_go(desk: Desk) -> None:
    marat, _ = await has(desk)
    await marat.presses("All words", "1 file")
    shown = len(marat.screen.messages)
    await marat.presses("Give back")
    assert len(marat.screen.messages) == shown - 2


async def test_the_same_lawyers_other_case_stays_with_its_words(desk: Desk) -> None:
    marat, _ = await has(desk)
    await marat.presses("All words")
    await desk.reports("police took Asel Example in Almaty")
    await marat.presses("I'll take it", "All words")
    await marat.presses_data(f"back:{(await desk.case(0)).id}")
    marat.sees_nothing_of("Dana")
    assert marat.count("Asel Example") == 2


async def test_what_was_handed_out_stays_as_long_as_its_reader_has_the_case(desk: Desk) -> None:
    desk.without_clocks()
    marat, _ = await has(desk)
    await marat.presses("Contacted", "All words", "1 file")
    await desk.later(hours=30)
    marat.sees("photo-1")
    assert marat.count("Dana") == 3  # with the list of his cases, which came in the morning
    assert [row.payload for row in await handed_out(desk)] == [{}, {"file": "photo"}]  # where, and not what


async def test_what_other_readers_have_stays(desk: Desk) -> None:
    marat, olga = await has(desk)
    await marat.presses("All words")
    await olga.presses("All words")
    await marat.presses("Give back")
    marat.sees_nothing_of("Dana")
    assert olga.count("Dana") == 2


@pytest.mark.slow
async def test_the_owner_of_one_case_does_not_see_another(desk: Desk) -> None:
    marat, _ = await has(desk)
    await desk.lawyer("Saule")
    await desk.reports("police took Asel Example in Almaty")
    case = await desk.case()
    await marat.presses_data(f"words:{case.id}")
    marat.sees("This case is not shown to you.")
    marat.sees_nothing_of("Asel")


async def test_a_coordinator_sees_the_case_that_was_opened_and_no_other(desk: Desk) -> None:
    _, olga = await has(desk)
    vera = await desk.coordinator("Vera")
    await desk.reports("police took Asel Example in Almaty")
    await olga.presses_data(f"words:{(await desk.case()).id}")
    await vera.presses_data(f"words:{(await desk.case(0)).id}")
    olga.sees_nothing_of("Asel")
    vera.sees_nothing_of("Dana")


@pytest.mark.slow
async def test_a_suspended_coordinator_keeps_nothing_of_any_case_and_others_keep_theirs(desk: Desk) -> None:
    marat, olga = await has(desk)
    vera = await desk.coordinator("Vera")
    await vera.opens(await desk.case())
    await desk.reports("police took Asel Example in Almaty")
    await olga.presses("All words")
    await olga.opens(await desk.case())
    await olga.presses("All words")
    await vera.presses("All words")
    await marat.presses_data(f"words:{(await desk.case(0)).id}")
    assert await desk.suspends(olga)
    olga.sees_nothing_of("Dana", "Asel", "Made-Up")
    assert olga.count("Your membership is suspended.") == 2  # in place of both cards
    assert (vera.count("Dana"), marat.count("Dana")) == (2, 2)


@pytest.mark.slow
async def test_who_is_no_coordinator_any_more_loses_the_views_and_keeps_the_own_case(desk: Desk) -> None:
    marat, olga = await has(desk)
    await olga.presses("All words")
    await desk.reports("police took Asel Example in Almaty")
    await olga.presses_data(f"take:{(await desk.case()).id}")
    await olga.presses("All words")
    await desk.lawyer("Olga", person=olga)
    olga.sees_nothing_of("Dana")
    olga.sees("This case is not shown to you.")
    assert olga.count("Asel") == 2
    marat.sees("yours", "Dana")


@pytest.mark.slow
async def test_a_coordinator_who_becomes_an_administrator_loses_all(desk: Desk) -> None:
    _, olga = await has(desk)
    await olga.presses("All words")
    await desk.reports("police took Asel Example in Almaty")
    await olga.presses_data(f"take:{(await desk.case()).id}")
    await olga.presses("All words")
    await desk.member("Olga", Role.ADMINISTRATOR, person=olga)
    olga.sees_nothing_of("Dana", "Asel")
    assert (await desk.case()).state == "open"


async def test_of_two_memberships_at_one_address_the_suspended_one_opens_nothing(desk: Desk) -> None:
    marat, _ = await has(desk)
    case = await desk.case()
    membership = await desk.membership(marat)
    async with desk.database.write(desk.now) as tx:
        tx.members.put(replace(membership, suspended_at=desk.now))
        tx.members.add(replace(membership, id=tx.new_id(), name="Marat again"))
    await marat.presses_data(f"words:{case.id}")
    assert marat.count("Their words:\n17.09 12:00") == 1  # in the card alone
