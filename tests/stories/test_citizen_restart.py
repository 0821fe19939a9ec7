"""The process dies between all steps of one long conversation, and nothing is lost."""

import pytest

from tests.stories.citizens import all_cases, count, texts
from tests.world.world import World

pytestmark = pytest.mark.slow

SAID = (
    "They took my brother",
    "Astana",
    "Asan Invented",
    "Main street 1",
    "yesterday at 7 am",
    "yes",
    "station 5",
    "8 701 555 01 23",
    "done",
    "skip",
    "yes",
    "all correct",
    "he is 16 years old",
)


async def test_a_restart_between_all_steps_of_a_conversation_loses_nothing(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",), cities=("astana",))
    citizen = await world.person("Rita", "en")
    for number, said in enumerate(SAID):
        await citizen.writes(said)
        if number % 2:
            await world.settle()
        await world.restart()
        await world.settle()
    await citizen.expects("everything is noted")
    await citizen.expects("Noted: Urgent: Under 18.")
    assert await texts(world) == list(SAID)
    [case] = await all_cases(world)
    assert (case.city, case.identified, case.priority, case.ongoing) == ("astana", 1, "urgent", "yes")
    assert await count(citizen, "Received") == 1
    assert await count(lawyer, "Astana") == 1
