"""Fifty lawyers press *I'll take it* in one instant: one has the case, and each other is told."""

import asyncio
import random
from collections import Counter
from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.timeline import TimelineKind
from core.vocabulary import OfferState
from handlers import dispatch
from handlers.service import Service
from storage.database import Database
from storage.schema import cases
from tests.casework.conftest import service
from tests.casework.story_desk import Desk, Person

pytestmark = pytest.mark.slow

__all__ = ["service"]  # the fixture

MANY = 50
EVERYBODY = Policy((PolicyStep(AskedGroup.REGION, at_once=MANY, wait=timedelta(minutes=5)),))


async def press(desk: Desk, lawyer: Person, offer: int) -> None:
    """One press, in a transaction of its own."""
    tap = lawyer.tap(f"accept:{offer}")
    async with desk.database.write(desk.now) as tx:
        await dispatch.prefetch(tx, desk.service, [tap])
        await dispatch.handle(tx, desk.service, tap, desk.now)


@pytest.mark.parametrize(
    ("told", "winners"),
    [("police took Dana Made-Up in Almaty", 1), ("police took Dana Made-Up in Almaty, she is 15", 2)],
    ids=["one lawyer", "two lawyers"],
)
async def test_of_fifty_who_accept_in_one_instant_as_many_have_it_as_are_wanted_and_the_others_are_told(
    database: Database, service: Service, told: str, winners: int
) -> None:
    chance = random.Random(2018)
    desk = Desk(database, replace(service, policy=EVERYBODY, pick=chance.randrange))
    lawyers = [await desk.lawyer(f"Lawyer {number}") for number in range(MANY)]
    await desk.reports(told)
    offers = await desk.offers()
    assert len(offers) == MANY
    order = chance.sample(lawyers, MANY)
    await asyncio.gather(*(press(desk, one, offers[one.name].id) for one in order))
    states = Counter((await desk.states()).values())
    assert states == {OfferState.ACCEPTED: winners, OfferState.WITHDRAWN: MANY - winners}
    async with desk.writing():
        pass  # what was written is sent
    losers = [one for one in lawyers if one.count("A colleague has taken this case already.")]
    assert len(losers) == MANY - winners
    assert sum(one.count("Dana Made-Up") for one in lawyers) == winners
    async with desk.reading() as tx:
        (case,) = await tx.cases.select(order_by=cases.c.id)
        taken = [line.kind for line in await tx.timeline.by(case_id=case.id)]
    assert taken.count(TimelineKind.ACCEPTED) == 1
    assert taken.count(TimelineKind.JOINED) == winners - 1
