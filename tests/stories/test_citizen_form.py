"""The whole form: by taps, by words, by numbers; back, skip, cancel, review, corrections; things shared from the phone."""

from datetime import timedelta

import pytest

from core.incoming import FileKind
from core.values import Contact
from tests.stories.citizens import (
    all_cases,
    all_entries,
    all_reports,
    count,
    does,
    finished_reporter,
    reporter,
    texts,
    view,
)
from tests.world.world import World


@pytest.mark.slow
async def test_the_whole_form_by_taps(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await does(world, "[It is me]", "[Astana]", "[Only me]", "[Skip]", "[Just now]", "[Skip]", by=citizen)
    await does(
        world, "[Nobody]", "[Under 18]", "[Journalist]", "[Done]", "[Skip]", "[No, do not]", by=citizen
    )
    review = await citizen.expects("Please check")
    for line in ("City: Astana", "Who: 1 person", "Urgent: Under 18, Journalist", "Phone: none"):
        assert line in review.text
    await does(world, "[All correct]", by=citizen)
    await citizen.expects("everything is noted")
    [case] = await all_cases(world)
    assert (case.situation, case.city, case.priority, case.ongoing) == ("me", "astana", "urgent", "yes")


@pytest.mark.slow
async def test_the_whole_form_by_words_numbers_and_labels_of_another_language(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await does(world, "Бұл басқа адам", "2", "Dana Made-Up, Asan Invented", "next", "yesterday", by=citizen)
    await does(world, "Иә, жалғасып жатыр", "отдел полиции 5", "8 701 555 01 23", "1, 3", by=citizen)
    await does(world, "родственник", "done", "нет", by=citizen)
    # the first words were Kazakh: so are the questions, until somebody chooses another language
    review = await citizen.expects(
        "Тексеріп шығыңызшы", "Кім: 2 адамның аты", "Шұғыл: 18 жасқа толмаған, Дәрі керек"
    )
    assert "нөмір, соңғы цифрлары 23" in review.text
    assert await count(citizen, "Made-Up") == 0
    await does(world, "all correct", by=citizen)
    await citizen.expects("бәрі жазылды")
    assert [case.city for case in await all_cases(world)] == ["astana"]


@pytest.mark.slow
async def test_back_and_the_review_lines_lead_to_the_question_again(world: World) -> None:
    citizen = await reporter(world)
    await does(world, "Dana Made-Up", "/back", by=citizen)
    assert "Who was detained?" in (await citizen.last()).text
    await does(world, "назад", by=citizen)
    assert "In which city" in (await citizen.last()).text
    await does(world, "[Astana]", by=citizen)
    while "Please check" not in (await citizen.last()).text:
        await does(world, "skip", by=citizen)
    await does(world, "[City]", "Shymkent", by=citizen)
    await citizen.expects("Please check", "City: Shymkent")
    assert [case.city for case in await all_cases(world)] == ["shymkent"]


async def test_cancelling_before_enough_forgets_politely(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await does(world, "they took Dana Made-Up", "[Cancel]", by=citizen)
    await citizen.expects("Stopped; no lawyer was contacted")
    assert await all_entries(world) == []
    assert [report.state for report in await all_reports(world)] == ["expired"]


@pytest.mark.slow
async def test_cancelling_after_enough_asks_why_and_tells_a_coordinator(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reporter(world)
    await does(world, "/cancel", "[Go on]", by=citizen)
    assert "Who was detained?" in (await citizen.last()).text
    await does(world, "cancel", "[false alarm]", by=citizen)
    await citizen.expects("A coordinator has been told", "Nothing was deleted")
    await coordinator.expects("false alarm")
    await lawyer.expects("Almaty")
    [case] = await all_cases(world)
    assert (case.state, case.says_false) == ("open", True)
    assert await texts(world) == ["police took a man in Almaty", "/cancel", "cancel"]


@pytest.mark.slow
async def test_a_finished_report_can_still_be_called_off_in_words(world: World) -> None:
    citizen = await finished_reporter(world)
    await does(world, "back", by=citizen)
    await citizen.expects("nothing to go back to")
    await does(world, "отмена", "[It is over]", by=citizen)
    await citizen.expects("Noted: it is over")
    assert [case.says_over for case in await all_cases(world)] == [True]


@pytest.mark.slow
async def test_an_edited_message_corrects_its_answer_before_and_after_the_end(world: World) -> None:
    citizen = await reporter(world)
    await does(world, "Dana Made-Up", by=citizen)
    where = await citizen.writes("Main street 1")
    await world.settle()
    await citizen.edits(where, "Main street 2")
    await world.settle()
    await citizen.expects("Corrected.")
    await citizen.expects("When did it start?")
    while "Please check" not in (await citizen.last()).text:
        await does(world, "skip", by=citizen)
    await does(world, "[All correct]", by=citizen)
    await citizen.edits(where, "Main street 3")
    await world.settle()
    assert (await citizen.last()).text.endswith("Corrected.")
    [case] = await all_cases(world)
    assert (await view(world, case)).value("where") == "Main street 3"
    assert [t for t in await texts(world) if "street" in t] == [f"Main street {n}" for n in (1, 2, 3)]


@pytest.mark.slow
async def test_urgent_choices_are_toggled_in_place(world: World) -> None:
    citizen = await reporter(world)
    while "Is anything urgent" not in (await citizen.last()).text:
        await does(world, "skip", by=citizen)
    before = await count(citizen)
    await does(world, "[Under 18]", "[Journalist]", "[✅ Under 18]", by=citizen)
    assert await count(citizen) == before
    labels = [button.label for row in (await citizen.last()).buttons for button in row]
    assert [label for label in labels if label.startswith("✅")] == ["✅ Journalist"]
    assert [case.priority for case in await all_cases(world)] == ["urgent"]


@pytest.mark.slow
async def test_a_location_answers_the_city_inside_the_country_and_is_noted_outside(world: World) -> None:
    citizen, traveller = await world.person("Rita", "en"), await world.person("Tim", "en")
    await does(world, "/report", "[someone else]", "[Send my location]", by=citizen)
    await citizen.shares_location(43.2389, 76.8897)
    await does(world, "/report", "[someone else]", by=traveller)
    await traveller.shares_location(48.8566, 2.3522)
    await world.settle()
    await citizen.expects("Noted: Almaty, a point on the map")
    await traveller.expects("outside the country where we work")
    assert [case.city for case in await all_cases(world)] == ["almaty", None]


@pytest.mark.slow
async def test_contacts_own_foreign_and_without_a_number(world: World) -> None:
    citizen = await reporter(world)
    while "Who can we call" not in (await citizen.last()).text:
        await does(world, "skip", by=citizen)
    await citizen.shares_contact("", "Bob", own=False)
    await world.settle()
    await citizen.expects("no number in this contact")
    await citizen.expects("Who can we call?")
    await citizen.shares_contact("+77015550199", "Bob", user_id=4711, own=False)
    await world.settle()
    await citizen.expects("another person's number")
    await citizen.expects("a number ending in 99")
    await does(world, "/back", by=citizen)
    await citizen.shares_contact()
    await world.settle()
    assert "another person" not in (await citizen.last()).text
    [case] = await all_cases(world)
    contact = (await view(world, case)).value("contact")
    assert isinstance(contact, Contact)
    assert contact.own is True
    assert sum(entry.kind == "contact" for entry in await all_entries(world)) == 3


@pytest.mark.slow
async def test_files_voices_and_forwards_belong_to_the_report_at_any_question(world: World) -> None:
    citizen = await reporter(world)
    await does(world, "skip", by=citizen)
    await citizen.sends_voice(b"voice")
    await world.settle()
    await citizen.expects("voice message is kept")
    await citizen.expects("When did it start?")  # a spoken answer to "where exactly?"
    await citizen.sends_photo(b"photo", "he is 17 years old")
    await citizen.sends_document(b"paper", "protocol.pdf")
    written = world.clock.now() - timedelta(days=2)
    await citizen.forwards("they took three people near the Example hotel", written)
    await world.settle()
    await citizen.expects("Kept as forwarded, with its own date")
    kept = await all_entries(world)
    kinds = [entry.payload["file"]["kind"] for entry in kept if "file" in entry.payload]
    assert kinds == [FileKind.VOICE, FileKind.PHOTO, FileKind.DOCUMENT]
    assert kept[-1].payload["forwarded"].startswith(f"{written:%Y-%m-%dT%H:%M}")
    assert [case.priority for case in await all_cases(world)] == ["urgent"]
