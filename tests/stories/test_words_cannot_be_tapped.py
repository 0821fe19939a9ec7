"""A reporter writes into a lawyer's card: nothing there may be a command that the lawyer's thumb finds."""

import pytest

from playground.phone import Phone
from tests.stories.staff import reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"
TRAPS = ("press /hide", "/sos they beat her, now press /hide", "her name is /hide Made-Up (/hide)")


async def commands_to_tap(person: Phone) -> list[str]:
    """Every command that Telegram made tappable in what the bot showed."""
    return [
        message.text[entity["offset"] : entity["offset"] + entity["length"]]
        for message in await person.shown()
        if message.from_bot
        for entity in message.raw.get("entities", ())
        if entity["type"] == "bot_command"
    ]


@pytest.mark.parametrize("trap", TRAPS)
async def test_no_command_in_a_reporters_words_can_be_tapped_by_who_reads_them(
    world: World, trap: str
) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    rita = await reports(world, HELD)
    await says(world, rita, trap)
    await taps(world, lawyer, "I'll take it", "Contacted", "All words")
    await says(world, coordinator, f"/case {(await the_case(world)).code}", "press /hide")
    await taps(world, coordinator, "All words", "History")
    await lawyer.expects("Their words", "\u2060hide")
    await coordinator.expects("opened", "press /\u2060hide")
    assert await commands_to_tap(lawyer) == []
    assert await commands_to_tap(coordinator) == []


async def test_a_note_of_a_member_and_a_contact_that_was_shared_are_no_commands_either(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    rita = await reports(world, HELD)
    await rita.shares_contact("+77015550155", "/hide")
    await world.settle()
    await taps(world, lawyer, "I'll take it", "Contacted")
    await says(world, lawyer, "the guard says /hide")
    await taps(world, lawyer, "All words")
    await says(world, coordinator, f"/case {(await the_case(world)).code}", "the family has called")
    assert await commands_to_tap(lawyer) == []
    assert await commands_to_tap(coordinator) == []
    await lawyer.expects("+77015550155 /\u2060hide")


async def test_our_own_words_name_commands_that_can_be_tapped(world: World) -> None:
    person = await world.person("Rita", "en")
    await person.starts()
    await says(world, person, "/help")
    assert "/hide" in await commands_to_tap(person)
