"""Hiding: everything that can be deleted goes, and from then on there is one bland sentence for whatever comes."""

import json

import pytest

from handlers.casework import unhiding
from handlers.people import addresses
from playground.phone import Phone
from tests.stories.citizens import (
    all_cases,
    all_entries,
    all_reports,
    code_of,
    count,
    does,
    finished_reporter,
    later,
    reporter,
    texts,
)
from tests.world.world import World

BLAND = "Thank you. The message has been received."


@pytest.mark.slow
@pytest.mark.parametrize("how", ["[Phone is being taken]", "/hide"])
async def test_hiding_empties_the_chat_on_both_sides_but_for_the_bland_sentence(
    world: World, how: str
) -> None:
    citizen = await reporter(world)
    await does(world, "Dana Made-Up", how, by=citizen)
    [left] = await citizen.shown()
    assert left.text == BLAND
    assert len(await texts(world)) == 2


@pytest.mark.slow
async def test_of_messages_older_than_two_days_only_the_persons_own_words_stay(world: World) -> None:
    citizen = await reporter(world)
    await later(world, 49)
    await does(world, "one more thing", "/hide", by=citizen)
    shown = await citizen.shown()
    *emptied, farewell = [m.text for m in shown if m.from_bot]
    assert set(emptied) == {"…"}
    assert farewell.startswith(f"{BLAND}\nWhat you wrote here earlier is still there")
    assert {m.text for m in shown if not m.from_bot} == {"/start", "police took a man in Almaty"}


def menu(world: World, citizen: Phone, language: str) -> list[str]:
    """The commands that this person's app offers, as Telegram chooses the list: the narrowest scope, then the language."""
    here = json.dumps({"chat_id": citizen.chat_id, "type": "chat"})
    everywhere = json.dumps({"type": "default"})
    of = world.server.world.profile
    for scope in (here, everywhere):
        for code in (language, ""):
            if found := of.get(("commands", scope, code)):
                return [f"{one['command']}: {one['description']}" for one in found]
    return []


@pytest.mark.parametrize(
    ("language", "neutral"), [("en", "Help"), ("ru", "Помощь"), ("kk", "Көмек"), ("uz", "Помощь")]
)
async def test_the_command_menu_has_neutral_labels_and_one_entry_in_a_hidden_chat(
    world: World, language: str, neutral: str
) -> None:
    citizen = await reporter(world)
    whole = menu(world, citizen, language)
    assert len(whole) == 7
    assert not any(word in "".join(whole).casefold() for word in ("задерж", "detention", "ұста"))
    await does(world, "/hide", by=citizen)
    assert menu(world, citizen, language) == [f"help: {neutral}"]
    await does(world, "/help", by=citizen)
    assert (await citizen.last()).text == BLAND


async def test_a_chat_that_is_hidden_no_more_has_the_menu_of_everybody(world: World) -> None:
    citizen = await reporter(world)
    whole = menu(world, citizen, "kk")
    await does(world, "/hide", by=citizen)
    async with world.app.database.write(world.clock.now()) as tx:
        address = await addresses.of_chat(tx, str(citizen.id))
        await unhiding.unhide(tx, address)
    await world.settle()
    assert menu(world, citizen, "kk") == whole
    assert {scope for what, scope, _ in world.server.world.profile if what == "commands"} == {
        '{"type": "default"}'
    }


@pytest.mark.slow
async def test_whatever_a_hidden_chat_says_is_stored_and_answered_blandly(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await finished_reporter(world)
    card = await citizen.expects("everything is noted")
    await does(world, "/hide", by=citizen)
    await does(world, "I am fine", "/start", "/help", "/cancel", "/id", "false alarm", by=citizen)
    await citizen.taps_data(card.id, "report/situation:me")
    await world.settle()
    for sends in (
        citizen.sends_voice(b"voice"),
        citizen.sends_sticker(),
        citizen.shares_location(43.2, 76.9),
    ):
        await sends
        await world.settle()
    await citizen.shares_contact()
    await world.settle()
    said = [message.text for message in await citizen.shown() if message.from_bot]
    assert said == [BLAND] * 12
    assert (await texts(world))[-6:] == ["I am fine", "/start", "/help", "/cancel", "/id", "false alarm"]
    [case] = await all_cases(world)
    assert (case.says_false, case.says_over) == (False, False)
    await does(world, "[I'll take it]", by=lawyer)
    await later(world, 30)
    assert await count(citizen) == 12  # no news, no cards
    await coordinator.expects("Almaty")


async def test_phone_about_to_be_taken_silences_the_chat_and_shows_no_code(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "I am in Almaty, police is taking my phone right now", by=citizen)
    await lawyer.expects("Almaty")
    assert [m.text for m in await citizen.shown()] == [BLAND]


@pytest.mark.slow
async def test_toggling_phone_about_to_be_taken_silences_the_chat(world: World) -> None:
    citizen = await reporter(world)
    while "Is anything urgent" not in (await citizen.last()).text:
        await does(world, "skip", by=citizen)
    await does(world, "[Phone is about to be taken]", "hello", by=citizen)
    assert [m.text for m in await citizen.shown() if m.from_bot] == [BLAND] * 2


@pytest.mark.slow
async def test_a_message_on_its_way_when_the_chat_is_hidden_is_deleted_too(world: World) -> None:
    citizen = await reporter(world)
    await world.crash()
    await citizen.taps("Phone is being taken")
    await citizen.writes("Dana Made-Up")
    await world.start_bot()
    await world.settle()
    await citizen.expects_nothing("Who was")
    assert not any("Made-Up" in message.text for message in await citizen.shown())
    assert "Dana Made-Up" in await texts(world)


@pytest.mark.slow
async def test_every_draft_is_shown_to_a_coordinator_when_it_is_hidden(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    named, silent = await world.person("Rita", "en"), await world.person("Tim", "en")
    await does(world, "Dana Made-Up", "/hide", by=named)
    await does(world, "/report", "[Being followed or watched, nobody held]", "/hide", by=silent)
    await coordinator.expects("An unfinished report")
    assert await count(coordinator, "An unfinished report") == 2
    await later(world, 25)
    assert await all_entries(world) != []  # nobody has read them
    await later(world, 24 * 7)
    assert await all_entries(world) == []
    assert {report.state for report in await all_reports(world)} == {"expired"}


@pytest.mark.slow
async def test_words_of_a_hidden_chat_without_a_report_reach_a_coordinator(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "/hide", "they took Dana Made-Up", "and Asan", by=citizen)
    await coordinator.expects("An unfinished report")
    assert await count(coordinator, "An unfinished report") == 1
    assert await all_cases(world) == []
    assert len(await texts(world)) == 2


@pytest.mark.slow
async def test_a_hidden_report_comes_back_by_its_code_elsewhere_and_the_old_chat_stays_silent(
    world: World,
) -> None:
    citizen = await finished_reporter(world)
    code = await code_of(citizen)
    await does(world, "/hide", by=citizen)
    other = await world.person("Sister", "en")
    await does(world, code, "Almaty", "yes", by=other)
    await other.expects("Code accepted")
    await does(world, code, by=citizen)
    assert [m.text for m in await citizen.shown() if m.from_bot] == [BLAND] * 2
    await does(world, "he is 16 years old", by=other)
    await other.expects("Added to your report.")
    assert (await all_reports(world))[0].consent == "yes"
