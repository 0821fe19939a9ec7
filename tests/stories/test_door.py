"""The list from the door, on both databases, through a restart: a photo that a coordinator reads; all of it taken back."""

import pytest

from tests.stories.sent_files import is_kept, shown, stored
from tests.stories.staff import history, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

LIST = b"\xff\xd8\xff a made-up photo of a list \x00\x01"


async def test_a_photo_of_a_list_is_read_written_down_and_taken_back(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",), on_duty=False)
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    citizen = await reports(world, "police took Dana Made-Up in Almaty")
    await says(world, lawyer, "/list Almaty, Medeu police station")
    await lawyer.sends_photo(LIST)
    await world.settle()
    await is_kept(world, LIST)
    await world.restart()
    await taps(world, coordinator, "Read it")
    (photo,) = await shown(coordinator)
    assert stored(world, photo).content == LIST
    await says(world, coordinator, "1. Made-Up Dana, 1990\n2. Tim Example")
    await coordinator.expects("1. ✓ Made-Up Dana, 1990", "2. + Tim Example")
    await says(world, coordinator, f"/case {(await the_case(world)).code}", "the family has called")
    await taps(world, coordinator, "Verify", "Source 1", "probably reliable")
    await taps(world, coordinator, "✅ Write it down (2)")
    await citizen.expects("found on a list: Almaty, Medeu police station")
    await coordinator.expects("Written down by Olga: found 2, of them new cases 1")
    await lawyer.expects("Olga has read your list", "All of it is noted")
    for hidden in ("found 2", "new cases", (await the_case(world)).code, (await the_case(world, 1)).code):
        await lawyer.expects_nothing(hidden)  # whose cases they are is not theirs to know
    assert await shown(coordinator) == []
    await world.restart()
    await taps(world, coordinator, "Take it all back", "Yes, take it back")
    await citizen.expects("It was a mistake")
    case, opened = await the_case(world), await the_case(world, 1)
    assert (case.state, opened.state, opened.outcome) == ("open", "closed", "false_alarm")
    assert [line for line in await history(world, case) if "found_" in line or line == "found"][-2:] == [
        "found",
        "found_void",
    ]
