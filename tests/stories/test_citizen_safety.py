"""Nothing said is lost, nothing said to the wrong report stays there, and nobody hears what they did not allow."""

import pytest

from playground.phone import Phone
from tests.stories.citizens import (
    all_cases,
    all_entries,
    all_reports,
    code_of,
    count,
    does,
    finished_reporter,
    finishes,
    later,
    reporter,
    texts,
)
from tests.world.world import World

BLAND = "Thank you. The message has been received."


async def test_it_is_me_and_then_a_taken_phone_is_shown_to_a_coordinator(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await does(world, "[It is me]", "[Phone is being taken]", by=citizen)
    await coordinator.expects("An unfinished report")


@pytest.mark.slow
async def test_later_words_of_a_hidden_draft_that_name_a_city_open_the_case_quietly(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await does(
        world, "[It is me]", "[Phone is being taken]", "they drive me to Almaty, I am Dana", by=citizen
    )
    await lawyer.expects("Almaty")
    await later(world, 30)
    assert await texts(world) == ["they drive me to Almaty, I am Dana"]
    assert [m.text for m in await citizen.shown() if m.from_bot] == [BLAND] * 2


@pytest.mark.slow
async def test_later_words_of_a_hidden_draft_put_off_its_wiping(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "my brother", "/hide", by=citizen)
    before = (await coordinator.expects("An unfinished report")).id
    await later(world, 23)
    await does(world, "they beat him", by=citizen)
    assert (await coordinator.expects("A case was made of this")).id > before
    await later(world, 2)
    assert await texts(world) == ["my brother", "they beat him"]


@pytest.mark.slow
async def test_words_in_silence_belong_to_an_open_report_rather_than_a_newer_draft(world: World) -> None:
    citizen = await finished_reporter(world)
    await does(world, "/report", "[It is me]", "/hide", "they beat me", by=citizen)
    [entry] = [e for e in await all_entries(world) if e.payload.get("text") == "they beat me"]
    assert entry.report_id == (await all_reports(world))[0].id


@pytest.mark.slow
async def test_a_voice_note_or_a_few_words_are_shown_and_not_wiped_unseen(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    voice, words = await world.person("Rita", "en"), await world.person("Tim", "en")
    await voice.sends_voice(b"voice")
    await does(world, "help us", by=words)
    await later(world, 1)
    assert await count(coordinator, "Only a voice message or a file came") > 0
    assert await count(coordinator, "nobody has said where") > 0
    await later(world, 30)
    assert len(await all_entries(world)) == 2


async def with_two_reports(world: World) -> Phone:
    """Somebody whose reports from Almaty and Astana are open."""
    citizen = await finished_reporter(world)
    await does(world, "/report", "[someone else]", "Astana", by=citizen)
    await finishes(world, citizen)
    return citizen


@pytest.mark.slow
async def test_words_about_a_third_city_open_a_case_though_two_reports_are_open(world: World) -> None:
    citizen = await with_two_reports(world)
    await does(world, "police took my sister in Shymkent just now", by=citizen)
    await citizen.expects("Received")
    assert [case.city for case in await all_cases(world)] == ["almaty", "astana", "shymkent"]


@pytest.mark.slow
async def test_words_that_nobody_sorted_are_read_and_coordinators_are_asked(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await with_two_reports(world)
    await does(world, "he is 16 years old", by=citizen)
    await citizen.expects("Which of your reports")
    await later(world, 1)
    await coordinator.expects("to which their new words belong")
    assert [case.priority for case in await all_cases(world)] == ["unknown", "urgent"]


@pytest.mark.parametrize("command", ["report", "police", "help", "start", "sos", "hide"])
async def test_words_after_a_command_are_words(world: World, command: str) -> None:
    citizen = await world.person("Rita", "en")
    said = f"/{command}  police took my brother in Almaty"
    await does(world, said, by=citizen)
    assert [case.city for case in await all_cases(world)] == ["almaty"]
    assert await texts(world) == [said]


@pytest.mark.slow
async def test_a_photo_with_a_command_is_kept(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await citizen.sends_photo(b"face", caption="/sos police took my brother in Almaty")
    await world.settle()
    [entry] = await all_entries(world)
    assert (entry.kind, len(await all_cases(world))) == ("file", 1)


@pytest.mark.slow
async def test_an_edit_from_the_old_phone_changes_no_answer(world: World) -> None:
    citizen = await world.person("Rita", "en")
    message = await citizen.writes("police took a man in Almaty")
    await world.settle()
    other = await world.person("Sister", "en")
    await does(world, await code_of(citizen), "Almaty", "yes", by=other)
    await citizen.edits(message, "it is over in Aktau")
    await world.settle()
    first = (await all_cases(world))[0]
    assert (first.city, first.says_over) == ("almaty", False)
    assert "it is over in Aktau" in await texts(world)


@pytest.mark.slow
async def test_a_voice_note_is_no_reason_for_opening_a_case(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    await finished_reporter(world)
    [case] = await all_cases(world)
    await does(world, f"/case {case.code}", by=coordinator)
    asked = await count(coordinator, "Why do you need")
    await coordinator.sends_voice(b"voice")
    await world.settle()
    assert await count(coordinator, "Why do you need") == asked + 1
    async with world.app.database.read(world.clock.now()) as tx:
        assert "viewed" not in [happened.kind for happened in await tx.timeline.by(case_id=case.id)]


@pytest.mark.slow
async def test_a_code_from_another_phone_does_not_override_a_no(world: World) -> None:
    citizen = await finished_reporter(world)
    code = await code_of(citizen)
    await does(world, "[No, do not write]", by=citizen)
    other = await world.person("Sister", "en")
    await does(world, code, "Almaty", "yes", by=other)
    await other.expects("Code accepted")
    assert [report.consent for report in await all_reports(world)] == ["no"]


@pytest.mark.slow
async def test_words_that_are_a_new_report_leave_nothing_in_the_old_one(world: World) -> None:
    citizen = await finished_reporter(world)
    await does(world, "police took a boy in Shymkent, he is 16 years old", by=citizen)
    assert [case.priority for case in await all_cases(world)] == ["urgent"]
    await does(world, "[Yes, another]", by=citizen)
    old, new = await all_cases(world)
    assert (old.city, old.priority, new.city, new.priority) == ("almaty", "unknown", "shymkent", "urgent")


@pytest.mark.slow
async def test_a_live_location_moves_without_a_message_each(world: World) -> None:
    citizen = await reporter(world)
    message = await citizen.shares_location(43.25, 76.9)
    await world.settle()
    before, kept = len(await citizen.shown()), len(await all_entries(world))
    now = int(world.clock.now().timestamp())
    person = {"id": citizen.id, "first_name": "R"}
    edit = {
        "message_id": message,
        "date": now,
        "edit_date": now,
        "chat": {**person, "type": "private"},
        "from": {**person, "is_bot": False},
        "location": {"latitude": 43.26, "longitude": 76.9, "live_period": 3600},
    }
    await world.playground.injects({"edited_message": edit})
    await world.settle()
    assert (len(await citizen.shown()), len(await all_entries(world))) == (before, kept + 1)


@pytest.mark.slow
async def test_who_is_held_and_allows_news_after_a_lawyer_took_the_case_hears_of_it(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "they detained me in Almaty", by=citizen)
    await does(world, "[I'll take it]", by=lawyer)
    await citizen.expects_nothing("A lawyer has taken")
    await does(world, "[Yes, you may]", by=citizen)
    assert await count(citizen, "A lawyer has taken") == 1
