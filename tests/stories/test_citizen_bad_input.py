"""Whatever is sent gets a clear answer to that very mistake in the person's language, and nothing is lost."""

import asyncio
from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.folding import storable_text
from core.vocabulary import Role
from playground.phone import Phone
from tests.stories.citizens import (
    all_cases,
    all_entries,
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

BAD_WHEN = {  # typed at "when did it start?": the answer in each language
    "ru": {"31.02": "Такого дня", "завтра в 5": "ещё не наступило", "30 лет назад": "очень давно"},
    "kk": {"31.02": "мұндай күн", "ертең сағат 5-те": "әлі келген жоқ", "30 жыл бұрын": "өте бұрын"},
    "en": {"31.02": "no such day", "tomorrow at 5": "in the future", "30 years ago": "very long ago"},
}
ALMATY = {"ru": "в Алматы полиция забрала человека", "kk": "Алматыда полиция бір адамды алып кетті"}
WHEN = {"ru": "Когда это началось?", "kk": "Бұл қашан басталды?", "en": "When did it start?"}
SHORTER = {"ru": "Примерно когда?", "kk": "Шамамен қашан?", "en": "About when?"}  # beside what was wrong


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_impossible_future_and_ancient_dates_are_asked_again(world: World, language: str) -> None:
    citizen = await world.person("Rita", language)
    await does(world, ALMATY.get(language, "police took a man in Almaty"), "/skip", "/skip", by=citizen)
    assert WHEN[language] in (await citizen.last()).text
    for typed, answer in BAD_WHEN[language].items():
        await does(world, typed, by=citizen)
        wrong, asked = await citizen.expects(answer), await citizen.expects(SHORTER[language])
        assert typed == [message.text for message in await citizen.shown() if not message.from_bot][-1]
        assert (await citizen.last()).id == asked.id > wrong.id
    assert (await texts(world))[-3:] == list(BAD_WHEN[language])


EMPTY = {"kk": "Хабар бос", "ru": "Сообщение пустое", "en": "The message is empty"}
SIGNS = {"kk": "тек таңбалар", "ru": "только значки", "en": "could not read any words"}
STICKER = {"kk": "Стикерді оқу", "ru": "Стикер прочитать", "en": "A sticker cannot"}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_empty_messages_signs_and_stickers_are_answered_before_during_and_after(
    world: World, language: str
) -> None:
    citizen = await world.person("Rita", language)
    for _ in ("before", "during"):
        await does(world, "\u200b", "🔥🔥", by=citizen)
        await citizen.sends_sticker()
        await world.settle()
        for answer in (EMPTY, SIGNS, STICKER):
            await citizen.expects(answer[language])
        await does(world, ALMATY.get(language, "police took a man in Almaty"), by=citizen)
    assert len(await all_entries(world)) == 8
    assert len(await all_cases(world)) == 1


@pytest.mark.slow
async def test_the_longest_message_and_a_hundred_names_are_kept_whole(world: World) -> None:
    citizen = await reporter(world)
    long = ("word " * 820)[:4096].ljust(4096, "!")
    given = ("Dana", "Asel", "Marat", "Serik", "Timur", "Aliya", "Nurlan", "Rustem", "Saule", "Yerlan")
    family = (
        "Akhmetov",
        "Ospanov",
        "Sadykov",
        "Omarov",
        "Ivanov",
        "Petrov",
        "Karimov",
        "Abenov",
        "Isaev",
        "Made-Up",
    )
    names = "\n".join(f"{one} {other}" for one in given for other in family)
    await does(world, long, names, by=citizen)
    await citizen.expects("A long message: all of it is kept")
    await citizen.expects("A long list")
    await citizen.expects("100 names")
    assert (await texts(world))[1:] == [long, names]
    [case] = await all_cases(world)
    assert case.identified == 100


@pytest.mark.slow
async def test_markup_and_strange_signs_in_names_are_shown_literally_to_the_lawyer_only(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reporter(world)
    names = "<b>Dana</b> *Made*\n_Up_ [link](http://x.example)\n\u202eAsan\u202c Omarov\nLo\x07ng 🙂 Name"
    await does(world, names, by=citizen)
    await citizen.expects("invisible characters")
    await citizen.expects("2 names")
    await does(world, "[I'll take it]", by=lawyer)
    card = await lawyer.expects("<b>Dana</\u2060b> *Made*", "_Up_ [link](http://x.example)")
    assert "\u202e" not in card.text
    assert storable_text(names) in await texts(world)
    for part in ("Dana", "Omarov"):
        assert await count(citizen, part) == 0


@pytest.mark.slow
async def test_a_place_outside_the_country_is_noted_and_a_coordinator_asked(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "/report", "[someone else]", "Paris", by=citizen)
    await citizen.expects("outside the country where we work")
    assert await count(coordinator) > 1
    unknown = await world.person("Tim", "en")
    await does(world, "/report", "[someone else]", "Qwertyville", by=unknown)
    await unknown.expects("at least the city or the district")
    assert len(await all_cases(world)) == 1


@pytest.mark.slow
async def test_a_keyboard_of_an_earlier_report_changes_nothing(world: World) -> None:
    citizen = await reporter(world)
    while "Is anything urgent" not in (await citizen.last()).text:
        await does(world, "skip", by=citizen)
    await world.fast_forward(seconds=6)
    old = await citizen.last()
    await finishes(world, citizen)
    await later(world, 24 * 7)
    await does(world, "/report", "[cannot find]", by=citizen)
    await citizen.taps("Under 18", old)
    await world.settle()
    await citizen.expects("from an earlier conversation")
    await citizen.expects("In which city")
    await does(world, "Astana", by=citizen)
    await citizen.taps("Under 18", old)
    await world.settle()
    assert [case.priority for case in await all_cases(world)] == ["unknown", "unknown"]


@pytest.mark.slow
async def test_a_keyboard_of_last_week_still_answers_the_only_report(world: World) -> None:
    citizen = await reporter(world)
    while "Is anything urgent" not in (await citizen.last()).text:
        await does(world, "skip", by=citizen)
    await world.fast_forward(seconds=6)
    old = await citizen.last()
    await later(world, 24 * 7)
    await citizen.taps("Under 18", old)
    await world.settle()
    assert [case.priority for case in await all_cases(world)] == ["urgent"]


@pytest.mark.slow
async def test_two_taps_at_once_are_one(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await world.settle()
    for label in ("It is me", "Almaty"):
        shown = await citizen.last()
        await asyncio.gather(citizen.taps(label, shown), citizen.taps(label, shown))
        await world.settle()
    assert await count(citizen, "Received") == 1
    await finishes_twice(world, citizen)
    assert await count(citizen, "everything is noted") == 1
    assert len(await all_cases(world)) == 1


async def finishes_twice(world: World, citizen: Phone) -> None:
    """Both presses on "All correct" arrive."""
    while "Please check" not in (await citizen.last()).text:
        await does(world, "/skip", by=citizen)
    review = await citizen.last()
    await asyncio.gather(citizen.taps("All correct", review), citizen.taps("All correct", review))
    await world.settle()


FORGED = (
    "report/place:nowhere",
    "report/nonsense:1",
    "report/situation",
    "report/urgent:+nonsense",
    "which:1:2",
    "which:99999999999999999999999999:1",
    "new:9223372036854775808",
    "continue:١٢٣",
    "drop:1",
    "accept:1",
    "adopt:1",
    "language:xx",
    "nonsense",
    "opening/reason:x",
    "/",
    ":",
)


@pytest.mark.slow
async def test_forged_buttons_are_answered_and_break_nothing(world: World) -> None:
    citizen = await finished_reporter(world)
    pressed = await citizen.last()
    [before] = await all_cases(world)
    for data in FORGED:
        shown = await count(citizen)
        await citizen.taps_data(pressed.id, data)
        await world.settle()
        assert await count(citizen) > shown, data
    await citizen.expects_nothing("Something broke")
    await world.administrator.expects_nothing("parked")
    assert await all_cases(world) == [before]


async def test_an_unknown_update_and_malformed_fields_stop_nobody_and_the_operator_is_told(
    world: World,
) -> None:
    citizen = await world.person("Rita", "en")
    await world.settle()  # the administrator's language is known
    await world.playground.injects({"something_new": {"from": {"id": 1}}})
    await world.playground.injects({"message": {"message_id": "many", "chat": 7, "from": None}})
    await does(world, "police took a man in Almaty", by=citizen)
    await citizen.expects("Received")
    await world.administrator.expects("parked")


@pytest.mark.slow
async def test_a_forwarded_message_is_kept_with_its_own_date_and_opens_nothing(world: World) -> None:
    citizen = await world.person("Rita", "en")
    written = world.clock.now() - timedelta(days=1)
    await citizen.forwards("police took three people in Almaty at 7 am", written)
    await world.settle()
    await citizen.expects("Kept as forwarded", "in your own words")
    assert await all_cases(world) == []
    [entry] = await all_entries(world)
    assert entry.payload["forwarded"].startswith("2018-09-16")


@pytest.mark.slow
async def test_a_suspended_member_is_told_so_and_can_still_report(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reporter(world)
    async with world.app.database.write(world.clock.now()) as tx:
        [member] = await tx.members.by(role=Role.LAWYER)
        tx.members.put(replace(member, suspended_at=world.clock.now()))
    await does(world, "[I'll take it]", by=lawyer)
    await lawyer.expects("suspended")
    await does(world, "police took a man in Astana", by=lawyer)
    await lawyer.expects("Received")
    assert [case.state for case in await all_cases(world)] == ["open", "open"]
    assert await code_of(citizen) != await code_of(lawyer)
