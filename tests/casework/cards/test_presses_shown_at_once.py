"""Whoever presses sees at once what became of it: lists and boards that are only kept up to date leave after it."""

from typing import cast

import pytest
from msgspec.structs import replace

from bot.loops.send_jobs import Job, Result, lease, perform
from bot.loops.send_results import record
from bot.messengers.errors import RetryLater
from bot.messengers.telegram.client import Telegram
from core.traffic import Lane
from handlers.cards import live_cards
from storage.outbox import waiting
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"


async def test_the_next_question_after_a_press_goes_before_boards(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), desk.person()
    await olga.writes("/cases")
    await rita.writes("/start")
    await rita.presses("It is someone else", "Almaty", "One person", "Skip", "Just now")
    rita.lanes()
    olga.lanes()
    await rita.presses("Yes, still going on")
    rita.sees("Where were they taken?")
    assert rita.lanes() == ["reply"]
    assert set(olga.lanes()) <= {"edit"}


async def test_a_member_who_presses_on_a_card_sees_it_change_before_others_see_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await olga.writes("/cases")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    marat.lanes()
    olga.lanes()
    await marat.presses("Contacted")
    marat.sees("📞 contacted")
    assert marat.lanes()[0] == "reply"
    assert set(olga.lanes()) <= {"edit"}


async def test_what_changes_because_of_somebody_else_is_only_kept_up_to_date(desk: Desk) -> None:
    marat, rita = await desk.lawyer(), await desk.reports(HELD)
    rita.lanes()
    await marat.presses("I'll take it")
    rita.sees("A lawyer")
    assert "reply" not in rita.lanes()


class InFlight:
    """The card of a case on a phone, whose change is on its way to the messenger: leased, and not recorded yet."""

    def __init__(self, desk: Desk, job: Job) -> None:
        self._desk, self._job = desk, job

    async def arrives(self) -> None:
        phones = self._desk.messengers[self._job.item.messenger]
        await self._record(await perform(cast(Telegram, phones), self._job))

    async def fails(self) -> None:
        await self._record(Result(self._job, None, RetryLater("busy", sent=False)))

    async def _record(self, result: Result) -> None:
        async with self._desk.writing() as tx:
            await record(tx, self._desk.service, result)


async def in_flight(desk: Desk, lane: Lane = Lane.EDIT) -> InFlight:
    """Something has changed on the owner's card of the newest case, and is being sent."""
    case = await desk.case()
    async with desk.database.write(desk.now) as tx:
        (offer,) = await tx.alerts.by(case_id=case.id)
        (card,) = await tx.cards.by(subject="alert", subject_id=offer.id)
        live_cards.touch(tx, replace(card, lane=lane, content=b""))
    async with desk.database.write(desk.now) as tx:
        (item,) = [item for item in await waiting(tx, 1000) if (item.kind, item.id) == ("card", card.id)]
        job = await lease(tx, desk.service, item, "1")
    assert job is not None
    return InFlight(desk, job)


async def test_what_a_press_changes_while_its_card_is_on_its_way_follows_as_a_reply(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    sent = await in_flight(desk)
    await marat.presses("Contacted")
    marat.lanes()
    await sent.arrives()
    marat.sees("📞 contacted")
    assert marat.lanes() == ["reply"]


async def test_so_does_what_a_second_press_changes_while_the_reply_to_the_first_is_on_its_way(
    desk: Desk,
) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    sent = await in_flight(desk, Lane.REPLY)
    await marat.presses("Contacted")
    marat.lanes()
    await sent.arrives()
    marat.sees("📞 contacted")
    assert marat.lanes() == ["reply"]


@pytest.mark.parametrize("lane", [Lane.ALERT, Lane.REPLY, Lane.EDIT])
async def test_what_somebody_else_changes_meanwhile_is_only_kept_up_to_date(desk: Desk, lane: Lane) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    sent = await in_flight(desk, lane)
    await rita.writes("his phone is off")
    marat.lanes()
    await sent.arrives()
    marat.sees("his phone is off")
    assert marat.lanes() == ["edit"]


@pytest.mark.parametrize("lane", [Lane.ALERT, Lane.REPLY, Lane.EDIT])
async def test_what_could_not_be_sent_goes_again_as_fast_as_it_was_to_go(desk: Desk, lane: Lane) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    sent = await in_flight(desk, lane)
    marat.lanes()
    await sent.fails()
    assert marat.lanes() == [lane.name.lower()]
