"""What may not be wiped unseen: a voice, a cry in words, somebody who says that it is them."""

import pytest

from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_a_voice_alone_is_a_case_of_the_coordinators_within_two_minutes(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Voice", "ru")
    await citizen.sends_voice(b"made up")
    await world.settle()
    await world.fast_forward(minutes=2)
    await coordinator.expects("Only a voice message or a file came")


async def test_a_cry_without_a_city_is_a_case_of_the_coordinators_within_two_minutes(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Cry", "en")
    await citizen.writes("they broke the door, four men in masks, somebody is bleeding")
    await world.settle()
    await world.fast_forward(minutes=2)
    await coordinator.expects("Something is happening, and nobody has said where")


async def test_whoever_says_it_is_me_and_hides_is_shown_to_a_coordinator_at_once(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Hidden", "en")
    await citizen.starts()
    await world.settle()
    await citizen.taps("It is me")
    await world.settle()
    await citizen.taps("Phone is being taken")
    await world.settle()
    await coordinator.expects("unfinished report")
