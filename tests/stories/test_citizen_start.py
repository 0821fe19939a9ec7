"""The first screen, languages, and how few taps and words it takes until lawyers are asked."""

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

import core
from core.model import LANGUAGES
from tests.stories.citizens import HOTLINE, all_cases, all_reports, count, does, finished_reporter, texts
from tests.world.world import World

HIDE = {"kk": "Телефонды алып жатыр", "ru": "Телефон забирают", "en": "Phone is being taken"}
SEES = {"kk": "Мұны кім көреді?", "ru": "Кто это увидит?", "en": "Who will see this?"}
ASKED = {"kk": "қай қалада", "ru": "В каком это городе", "en": "In which city"}
OTHER = {"kk": "Бұл басқа адам", "ru": "Это кто-то другой", "en": "It is someone else"}
ALMATY = {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"}
OPENED = {"kk": "Қабылдадық", "ru": "Приняли", "en": "Received"}
CODE = {"kk": "Кодыңыз:", "ru": "Ваш код:", "en": "Your code:"}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_the_first_screen_says_who_sees_what_and_two_taps_alert_a_lawyer(
    world: World, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lawyer = await world.member("Marat")
    citizen = await world.person("Aigul", language)
    await citizen.starts("from_a_leaflet")
    await world.settle()
    first = await citizen.expects("Test Bureau")
    assert len(first.text) <= 250
    labels = [button.label for row in first.buttons for button in row]
    assert {"Қазақша", "Русский", "English", SEES[language], HIDE[language]} <= set(labels)
    await citizen.taps(SEES[language])
    await world.settle()
    await citizen.expects("Telegram", HIDE[language])
    taps = [OTHER[language], ALMATY[language]]
    for label in taps:
        await citizen.taps(label)
        await world.settle()
        await citizen.expects("Telegram", ASKED[language]) if label == OTHER[language] else None
    await lawyer.expects("Алматы")
    await citizen.expects(OPENED[language], CODE[language], HOTLINE)
    with capsys.disabled():
        sys.stdout.write(f" taps to the alert ({language}): {len(taps)} ")
    assert len(taps) <= 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "караганды каласында агамды полиция алып кетти"),
        ("ru", "в караганде полиция забрала брата"),
        ("en", "police took my brother in karaganda"),
    ],
)
async def test_one_typed_message_that_names_a_city_opens_the_case_and_the_next_question_follows(
    world: World, language: str, said: str
) -> None:
    lawyer = await world.member("Marat", cities=("karaganda",))
    citizen = await world.person("Aigul", language)
    await citizen.writes(said)
    await world.settle()
    await lawyer.expects("Караганда")
    opened = await citizen.expects(OPENED[language], CODE[language], HOTLINE)
    assert (await citizen.last()).id > opened.id
    assert [case.situation for case in await all_cases(world)] == ["other"]
    assert await texts(world) == [said]


@pytest.mark.slow
async def test_the_language_is_chosen_on_the_first_screen_which_changes_in_place(world: World) -> None:
    citizen = await world.person("Tim", "fr")
    await citizen.starts()
    await world.settle()
    await citizen.expects("Что происходит")  # the organisation's language, where the app's is not ours
    await does(world, "[Қазақша]", by=citizen)
    await citizen.expects("Не болып жатыр")
    assert await count(citizen) == 1
    await does(world, "[Бұл мен]", by=citizen)
    await citizen.expects("қай қалада")
    await does(world, "/language", "[English]", by=citizen)
    await citizen.expects("We will continue in English.")
    await citizen.expects("In which city")


@pytest.mark.slow
async def test_the_language_is_the_one_that_the_person_writes(world: World) -> None:
    citizen = await world.person("Dias", "ru")
    await does(world, "әкемді полиция алып кетті, көмектесіңіз", by=citizen)
    await citizen.expects("Бұл қай қалада?")
    await does(world, "Алматы", by=citizen)
    await citizen.expects("Қабылдадық")
    await does(world, "Dana Made-Up", "пр. Абая 10, Төле би көшесі", by=citizen)
    await citizen.expects("Бұл қашан басталды?")  # neither a street nor a name changes the language


@pytest.mark.slow
async def test_a_chosen_language_stays_whatever_is_written(world: World) -> None:
    citizen = await world.person("Dias", "ru")
    await citizen.starts()
    await does(world, "[English]", "моего брата вчера забрала полиция", by=citizen)
    await citizen.expects("What is happening")


@pytest.mark.slow
async def test_commands_answer_before_in_the_middle_and_after_a_report(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await does(world, "/help", by=citizen)
    await citizen.expects("/report", "/hide", HOTLINE)
    await does(world, "/id", by=citizen)
    await citizen.expects(str(citizen.id))
    await does(world, "/nonsense", by=citizen)
    await citizen.expects("no such command")
    await does(world, "/cancel", by=citizen)
    await citizen.expects("nothing to go back to")
    await does(world, "/report", "[someone else]", "/help", "Astana", by=citizen)
    await citizen.expects("Received")
    await does(world, "/nonsense", by=citizen)
    await citizen.expects("no such command")
    assert "Who was detained?" in (await citizen.last()).text
    await does(world, "/start", by=citizen)
    assert "Who was detained?" in (await citizen.last()).text
    await does(world, "/report", by=citizen)
    assert "What is happening" in (await citizen.last()).text
    await does(world, "[It is me]", "Shymkent", by=citizen)
    assert [case.city for case in await all_cases(world)] == ["astana", "shymkent"]


@pytest.mark.slow
async def test_sos_is_me_and_goes_on_with_what_was_begun(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await does(world, "/report", "[cannot find]", "/sos", by=citizen)
    await citizen.expects("In which city")
    await does(world, "/sos", "Astana", by=citizen)
    assert [case.situation for case in await all_cases(world)] == ["me"]
    assert len(await all_reports(world)) == 1


@pytest.mark.slow
async def test_a_trial_wakes_nobody_and_the_person_is_told_so(world: World) -> None:
    lawyer = await world.member("Marat")
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await does(world, "[trial]", "[Almaty]", by=citizen)
    await citizen.expects("We do not contact lawyers now", "Your code:", HOTLINE)
    await coordinator.expects("Almaty")
    assert await count(lawyer) == 1
    await does(world, "/cancel", by=citizen)
    await citizen.expects("The coordinators already have this")


@pytest.mark.slow
@pytest.mark.parametrize("refuses", [True, False])
async def test_news_come_by_themselves_until_they_are_refused(world: World, refuses: bool) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await finished_reporter(world)
    if refuses:
        await does(world, "[No, do not write]", by=citizen)
    await does(world, "[I'll take it]", by=lawyer)
    assert await count(citizen, "lawyer has taken your report") == (not refuses)


@pytest.mark.slow
async def test_a_group_is_left_and_never_talked_to(world: World) -> None:
    citizen = await world.person("Rita", "en")
    group = await world.playground.group("Neighbours", citizen, by=citizen)
    await world.settle()
    await citizen.writes("police took a man in Almaty", chat=group)
    await world.settle()
    await group.expects_nothing("")
    assert await all_cases(world) == []
    assert any(call["method"] == "leaveChat" for call in await world.playground.calls("leaveChat"))


async def test_without_a_number_to_ring_no_text_speaks_of_a_hotline(world: World) -> None:
    service = replace(world.app.service, hotline="")
    assert service.with_hotline("en", "Text") == "Text"
    assert world.app.service.with_hotline("en", "Text") == f"Text\nHotline: {HOTLINE}"
    for language in LANGUAGES:
        word = service.words.say(language, "hotline", number="").partition(":")[0].casefold()
        files = (Path(core.__file__).parent / "words" / language).glob("*.ftl")
        read = [file for file in files if file.name != "console.ftl"]  # which technicians read
        lines = [line for file in read for line in file.read_text("utf-8").casefold().splitlines()]
        assert [line.partition(" = ")[0] for line in lines if word in line] == ["hotline"]
