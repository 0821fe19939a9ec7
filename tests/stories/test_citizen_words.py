"""Free words, with and without a question: kept exactly, read, and brought to the report they belong to."""

import pytest

from handlers.reporting.report_choice import WAIT
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
    reporter,
    texts,
)
from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_words_in_the_middle_of_another_question_propose_values_and_the_next_one_follows(
    world: World,
) -> None:
    citizen = await reporter(world)
    said = "not sure, but there were three of them and one is 16 years old, taken yesterday at 7 pm"
    await does(world, said, by=citizen)
    await citizen.expects("Noted:", "16 September 2018")
    [case] = await all_cases(world)
    assert (case.unidentified_min, case.priority) == (3, "urgent")
    assert said in await texts(world)


async def test_more_words_join_the_one_open_report_and_raise_its_priority(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await finished_reporter(world)
    await lawyer.expects("urgency not known")
    await does(world, "he is 16 and he is bleeding", by=citizen)
    await citizen.expects("Passed on: we are contacting lawyers again, as urgent")
    await lawyer.expects("URGENT")
    assert [case.priority for case in await all_cases(world)] == ["urgent"]


async def test_it_is_over_in_words_asks_a_coordinator_and_withdraws_nothing(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await finished_reporter(world)
    await does(world, "he was released, it is all over", by=citizen)
    await citizen.expects("Are all of them out?")
    await citizen.taps("All are out")
    await world.settle()
    await citizen.expects("Noted that all are out")
    await coordinator.expects("over")
    labels = [b.label for row in (await lawyer.expects("Almaty")).buttons for b in row]
    assert any("I'll take it" in label for label in labels)
    [case] = await all_cases(world)
    assert (case.state, case.says_over, case.ongoing) == ("open", True, "unknown")


async def test_this_is_a_new_one_moves_the_words_to_a_report_of_their_own(world: World) -> None:
    citizen = await finished_reporter(world)
    await does(world, "they took my sister in Almaty too", "[This is a new one]", by=citizen)
    await citizen.expects("Received", "Your code:")
    old = await citizen.expects("Added to your report.")
    await citizen.taps("This is a new one", old)
    await world.settle()
    first, second = await all_reports(world)
    assert [case.city for case in await all_cases(world)] == ["almaty", "almaty"]
    kept = [entry for entry in await all_entries(world) if "sister" in entry.payload.get("text", "")]
    assert [entry.report_id for entry in kept] == [second.id] != [first.id]


async def two_reports(world: World) -> Phone:
    citizen = await finished_reporter(world)
    await does(world, "/report", "police took a man in Astana", by=citizen)
    await finishes(world, citizen)
    return citizen


async def test_with_two_reports_the_words_wait_for_the_answer_and_move(world: World) -> None:
    citizen = await two_reports(world)
    await does(world, "he is 16 years old", "there were two of them", by=citizen)
    await citizen.expects("Which of your reports")
    await does(world, "[Astana]", by=citizen)
    await citizen.expects("Added to your report.")
    await does(world, "[Almaty]", by=citizen)  # pressed on the older keyboard: nothing more happens
    almaty, astana = await all_cases(world)
    assert (almaty.priority, astana.priority) == ("unknown", "urgent")
    kept = [
        e.report_id for e in await all_entries(world) if e.payload.get("text", "").startswith(("he", "there"))
    ]
    assert kept == [(await all_reports(world))[1].id] * 2


async def test_which_report_can_be_answered_by_typing_a_number_or_a_city(world: World) -> None:
    citizen = await two_reports(world)
    await does(world, "he is 16 years old", "1", by=citizen)
    await does(world, "she is bleeding", "astana", by=citizen)
    assert [case.priority for case in await all_cases(world)] == ["urgent", "urgent"]
    await does(world, "they took a woman in Shymkent", "3", by=citizen)
    assert [case.city for case in await all_cases(world)] == ["almaty", "astana", "shymkent"]


async def test_words_that_nobody_placed_join_the_newest_report(world: World) -> None:
    citizen = await two_reports(world)
    await does(world, "he is a kind man", by=citizen)
    await world.fast_forward(minutes=WAIT.total_seconds() / 60 + 1)
    reports = await all_reports(world)
    [entry] = [e for e in await all_entries(world) if e.payload.get("text") == "he is a kind man"]
    assert entry.report_id == reports[1].id
    assert reports[2].state == "expired"


async def test_a_file_that_waited_is_read_in_its_report(world: World) -> None:
    citizen = await two_reports(world)
    await citizen.sends_photo(b"photo", "he is 16 years old")
    await world.settle()
    await does(world, "[Almaty]", by=citizen)
    await citizen.expects("The file is kept", "Added to your report.")
    assert [case.priority for case in await all_cases(world)] == ["urgent", "unknown"]


async def test_a_code_typed_sloppily_on_another_phone_brings_the_report_there(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reporter(world)
    code = await code_of(citizen)
    other = await world.person("Sister", "en")
    await other.starts()
    await does(
        world, "[someone else]", code.upper().replace(" ", "-"), "Almaty", "yes", by=other
    )  # a question stands open
    await other.expects("Code accepted")
    shown = await count(citizen)
    await does(world, "[I'll take it]", by=lawyer)
    await other.expects("A lawyer has taken your report.")
    await does(world, "he is 16 years old", by=other)
    assert await count(citizen) == shown
    assert [case.priority for case in await all_cases(world)] == ["urgent"]


async def test_wrong_codes_are_answered_and_limited_and_a_right_one_works_an_hour_later(world: World) -> None:
    citizen = await reporter(world)
    code = await code_of(citizen)
    first, second, number = code.split()
    wrong = [f"{first} {second} {n}" for n in range(10, 99) if n != int(number)]
    other = await world.person("Guesser", "en")
    await does(world, wrong[0], by=other)
    await other.expects("There is no such code")
    await does(world, *wrong[1:5], code, by=other)
    await other.expects("wait an hour")
    await other.expects_nothing("Code accepted")
    await world.fast_forward(minutes=61)
    await does(world, code.replace(" ", ""), "Almaty", "yes", by=other)
    await other.expects("Code accepted")


async def test_someone_is_reporter_and_lawyer_at_once(world: World) -> None:
    both = await world.member("Marat", languages=("en",))
    await does(world, "/report", "[cannot find]", by=both)
    citizen = await reporter(world)
    await does(world, "[I'll take it]", by=both)  # beside the open form
    await does(world, "Astana", by=both)
    await both.expects("Received", "Your code:")
    taken, own = await all_cases(world)
    assert (taken.state, own.state) == ("accepted", "open")
    assert await count(citizen, "Received") == 1
