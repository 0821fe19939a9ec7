"""Hearings on the wire: written down by taps and words, remembered through a crash; a pin on the messenger's map."""

import pytest

from core.resources.word_files import load_words
from playground.phone import Phone
from tests.stories.staff import reports, says, taps
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
SAY = load_words().say


async def presses(world: World, person: Phone, language: str, *keys: str) -> None:
    """Buttons by the keys of their words."""
    await taps(world, person, *(SAY(language, key) for key in keys))


async def has_the_case(world: World, language: str) -> tuple[Phone, Phone]:
    """A lawyer who has the case of a citizen and is on it."""
    lawyer = await world.member("Marat", languages=(language,))
    citizen = await reports(world, HELD[language], language=language)
    await presses(world, lawyer, language, "button-accept", "button-contacted")
    return lawyer, citizen


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_hearing_is_remembered_through_crashes_and_asked_about(world: World, language: str) -> None:
    lawyer, _ = await has_the_case(world, language)
    await presses(
        world, lawyer, language, "button-proceedings", "button-new-proceeding", "sort-administrative"
    )
    await presses(world, lawyer, language, "button-new-hearing")
    await says(world, lawyer, "19.09 10:00", "Made-Up court")
    await world.crash()
    await world.start_bot()
    await says(world, lawyer, "Judge Made-Up", "/skip")
    line = "19.09 10:00 · Made-Up court · Judge Made-Up"
    await lawyer.expects(line)
    await world.fast_forward(hours=31)  # 19:00 of the day before, in Almaty
    evening = SAY(language, "hearing-reminder-evening", code="§", line="").partition("§")[2].strip()
    await lawyer.expects(evening, line)
    await world.crash()
    await world.sleeps_through(hours=14, minutes=20)
    await world.start_bot()
    await world.settle()
    hour = SAY(language, "hearing-reminder-hour", code="§", line="").partition("§")[2].strip()
    await lawyer.expects(hour, line)
    await world.fast_forward(hours=3)
    came = SAY(language, "hearing-reminder-outcome", code="§", line="").partition("§")[2].strip()
    await lawyer.expects(came, line)
    await presses(world, lawyer, language, "hearing-arrest")
    await says(world, lawyer, "10")
    await lawyer.expects(f"{line} · {SAY(language, 'hearing-arrest-days', days=10)}")


async def test_a_shared_place_is_shown_on_the_messengers_own_map(world: World) -> None:
    lawyer, citizen = await has_the_case(world, "en")
    await citizen.shares_location(43.24, 76.95)
    await world.settle()
    await taps(world, lawyer, "On a map")
    (call,) = [one for one in await world.playground.calls("sendLocation") if one["status"] == 200]
    sent = {name: str(call["params"][name]).lower() for name in ("latitude", "longitude", "protect_content")}
    assert sent == {"latitude": "43.24", "longitude": "76.95", "protect_content": "true"}
    pin = (await lawyer.shown())[-1].id
    await taps(world, lawyer, "Give back")
    assert pin not in [message.id for message in await lawyer.shown()]
