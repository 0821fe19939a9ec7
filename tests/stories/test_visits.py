"""A lawyer at the station, on both databases, through a restart: not let in, let in, what they saw, a photo of the paper."""

import pytest

from tests.stories.sent_files import is_kept
from tests.stories.staff import history, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"
TYPED = {"en": ("not let in", "let in"), "ru": ("не пустили", "пустили"), "kk": ("кіргізбеді", "кіргізді")}
PAPER = b"\xff\xd8\xff made-up bytes of a protocol \x00\x01"


@pytest.mark.parametrize("language", TYPED)
async def test_from_the_door_to_the_papers(world: World, language: str) -> None:
    lawyer = await world.member("Marat", languages=(language,))
    coordinator = await world.member("Olga", role="coordinator", languages=(language,))
    await reports(world, HELD)
    say = world.app.service.words.say
    await taps(world, lawyer, say(language, "button-accept"), say(language, "button-at-station"))
    refused, admitted = TYPED[language]
    await says(world, lawyer, refused)
    await coordinator.expects(say(language, "ask-refused"))
    await world.fast_forward(minutes=5)
    await says(world, lawyer, admitted)
    await world.restart()
    await world.fast_forward(minutes=181)
    await taps(world, lawyer, say(language, "button-out"))
    await taps(world, lawyer, say(language, "saw-medical"), say(language, "saw-no"))
    await lawyer.expects(say(language, "saw-noted"))
    await lawyer.sends_photo(PAPER)
    await world.settle()
    await is_kept(world, PAPER)
    case = await the_case(world)
    told = ["accepted", "at_station", "refused", "admitted", "out", "noted"]
    assert [line for line in await history(world, case) if line in told] == told
    await lawyer.expects(
        say(language, "state-yours"),
        say(language, "done-out"),
        f"📋 Dana Made-Up: ✗ {say(language, 'saw-medical')}",
    )
