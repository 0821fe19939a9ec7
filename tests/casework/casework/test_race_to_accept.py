"""Fifty lawyers accept one case in one instant: one has it, each of the others is told. On both databases."""

import asyncio
import random
from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.alerting.policy import AskedGroup, Policy, PolicyStep
from handlers import dispatch
from handlers.service import Service
from storage.database import Database
from tests.casework.story_desk import Desk, Person

pytestmark = pytest.mark.slow

MANY = 50
ALL_AT_ONCE = Policy((PolicyStep(AskedGroup.REGION, at_once=MANY, wait=timedelta(minutes=5)),))
HELD = "police took a man in Almaty"


@pytest.fixture
async def wide(database: Database, service: Service) -> Desk:
    """An organisation on either database that asks fifty at once."""
    chance = random.Random(2018)
    return Desk(database, replace(service, pick=chance.randrange, policy=ALL_AT_ONCE))


async def fifty(desk: Desk) -> list[Person]:
    """Lawyers of one city, all asked about one case."""
    people = [await desk.lawyer(f"Lawyer {number}") for number in range(MANY)]
    await desk.reports(HELD)
    return people


async def accepts(desk: Desk, person: Person, data: str) -> None:
    """One press in a transaction of its own."""
    press = person.tap(data)
    async with desk.database.write(desk.now) as tx:
        await dispatch.prefetch(tx, desk.service, [press])
        await dispatch.handle(tx, desk.service, press, desk.now)


async def one_has_it_and_each_other_is_told(desk: Desk, people: list[Person]) -> None:
    async with desk.writing():
        pass  # what waits appears on the phones
    case = await desk.case()
    owners = [person for person in people if (await desk.membership(person)).id == case.owner_id]
    assert len(owners) == 1
    winner = owners[0]
    winner.sees(f"Case {case.code}", "yours")
    assert winner.count("A colleague has taken this case already") == 0
    for person in people:
        if person is not winner:
            assert person.count("A colleague has taken this case already. Thank you.") == 1, person.name
            assert person.count(f"{case.code}: a colleague has taken it. Thank you.") == 1, person.name
            person.sees_nothing_of("I'll take it", "yours")
    assert [line[0] for line in await desk.history()].count("accepted") == 1
    states = list((await desk.states()).values())
    assert (states.count("accepted"), states.count("withdrawn")) == (1, MANY - 1)


async def test_fifty_accepts_in_one_batch(wide: Desk) -> None:
    people = await fifty(wide)
    offers = await wide.offers()
    await wide.receive(*(person.tap(f"accept:{offers[person.name].id}") for person in people))
    await one_has_it_and_each_other_is_told(wide, people)


async def test_fifty_accepts_in_transactions_that_begin_at_once(wide: Desk) -> None:
    people = await fifty(wide)
    offers = await wide.offers()
    presses = [(person, f"accept:{offers[person.name].id}") for person in people]
    random.Random(7).shuffle(presses)
    await asyncio.gather(*(accepts(wide, person, data) for person, data in presses))
    await one_has_it_and_each_other_is_told(wide, people)
