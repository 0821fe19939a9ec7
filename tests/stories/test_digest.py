"""The day's digest: always at its time, one a day, nothing about a person, and private words for coordinators."""

from datetime import UTC, date, datetime

import pytest

from handlers.daily import digest_figures
from playground.bubbles import ChatMessage
from tests.stories.staff import EVENING, PATIENT, reports, says, taps
from tests.world.world import World

pytestmark = pytest.mark.slow


async def posts(world: World) -> list[ChatMessage]:
    """What the channel shows."""
    return await world.channel.shown()


async def test_it_comes_at_its_time_every_day_also_when_nothing_happened(world: World) -> None:
    await world.fast_forward(hours=7, minutes=59)
    assert await posts(world) == []
    await world.fast_forward(minutes=1)
    (first,) = await posts(world)
    assert first.date == datetime(2018, 9, 17, 14, 0, tzinfo=UTC)  # 20:00 in Almaty
    assert "За это время ничего не сообщили и ничего не изменилось." in first.text
    assert "Новые: 0 задержаний; имя известно: 0, имя неизвестно: 0" in first.text
    await world.fast_forward(hours=48)
    assert [post.text.splitlines()[0] for post in await posts(world)] == [
        f"Сводка, {day} сентября 2018 г." for day in (17, 18, 19)
    ]


async def test_it_stays_one_a_day_whatever_restarts(world: World) -> None:
    await world.fast_forward(hours=7, minutes=59)
    await world.restart()
    await world.fast_forward(minutes=2)
    await world.restart()
    await world.settle()
    await world.fast_forward(hours=1)
    assert len(await posts(world)) == 1


@pytest.mark.world(config=PATIENT)
async def test_a_missed_one_is_made_up_and_says_what_it_covers(world: World) -> None:
    await world.fast_forward(hours=9)
    await reports(world, "police took a man in Almaty", confirms=True)
    await world.crash()
    await world.sleeps_through(hours=48)
    await world.start_bot()
    await world.settle()
    _, late = await posts(world)
    assert "Сводка, 18 сентября" in late.text
    assert "С опозданием" in late.text
    assert "17.09 20:00 – 19.09 21:00 (UTC+6), 49 часов" in late.text
    assert "Новые: 1 задержание" in late.text
    await world.fast_forward(hours=23)
    third = (await posts(world))[2:]
    assert ["Сводка, 20 сентября" in post.text for post in third] == [True]
    assert "С опозданием" not in third[0].text


async def test_a_few_minutes_late_is_not_made_up(world: World) -> None:
    await world.fast_forward(hours=7, minutes=58)
    await world.crash()
    await world.sleeps_through(minutes=5)
    await world.start_bot()
    await world.settle()
    (post,) = await posts(world)
    assert "С опозданием" not in post.text
    assert "– 17.09 20:03 (UTC+6)" in post.text


async def test_a_time_that_was_changed_counts_from_the_next_start(world: World) -> None:
    await world.crash()
    file = world.folder / "config.toml"
    file.write_text(file.read_text() + '\n[digest]\ntime = "13:30"\n')
    await world.start_bot()
    await world.fast_forward(hours=8)
    assert [post.date.hour for post in await posts(world)] == [7]


async def test_one_whose_sending_is_unknown_is_repeated_once_and_marked(world: World) -> None:
    await world.fast_forward(hours=7)
    await world.playground.fails("close_after", methods=("sendPhoto",), chat=world.channel)
    await world.fast_forward(hours=1, minutes=5)
    first, second = await posts(world)
    assert "Повтор" not in first.text
    assert "Повтор: неизвестно, дошла ли эта сводка в первый раз." in second.text
    assert second.text.replace("Повтор: неизвестно, дошла ли эта сводка в первый раз.\n", "") == first.text


async def test_one_that_was_on_its_way_when_the_bot_died_is_repeated_and_marked(world: World) -> None:
    await world.playground.fails("hang_after", methods=("sendPhoto",), chat=world.channel)
    await world.settle()
    world.clock.move_to(datetime(2018, 9, 17, 14, 0, tzinfo=UTC))
    await world.channel.expects("Сводка, 17 сентября", within=10)
    await world.restart()
    await world.settle()
    first, second = await posts(world)
    assert "Повтор" not in first.text
    assert "Повтор: неизвестно" in second.text


async def test_one_whose_sending_stays_unknown_is_not_repeated_for_ever(world: World) -> None:
    await world.fast_forward(hours=7)
    await world.playground.fails("close_after", times=None, methods=("sendPhoto",), chat=world.channel)
    await world.fast_forward(hours=3)
    assert len(await posts(world)) == 2
    await world.playground.heals()
    await world.fast_forward(hours=22, minutes=1)
    assert len(await posts(world)) == 3


@pytest.mark.world(config=PATIENT)
async def test_it_counts_by_day_region_and_situation_and_corrects_earlier_days(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, "сегодня в Алматы полиция задержала людей", language="ru", confirms=True)
    await says(world, citizen, "Дана Выдуманова и ещё двое")
    await taps(world, lawyer, "I'll take it", "Contacted", "Released", "All are out: close")
    await reports(world, "police took a man in Pavlodar", name="Vera", confirms=True)
    await world.fast_forward(hours=9)
    first = (await posts(world))[0].text
    assert "Новые: 2 задержания; имя известно: 1, имя неизвестно: не менее 3" in first
    assert "0 0 1\n" in first
    assert "· отпущены: 1 ·" in first
    assert "Ещё не закрыты: 1 (0 / 1+)" in first
    assert "Выдуманов" not in first
    await world.fast_forward(hours=12)
    await reports(
        world, "вчера в Алматы полиция задержала двух человек", name="Olya", language="ru", confirms=True
    )
    await world.fast_forward(hours=24)
    second = (await posts(world))[1].text
    assert "Новые: 1 задержание" in second
    assert "Раньше дня сообщения: 1 (0 / 2+) · день неизвестен: 0 (0 / 0)" in second
    assert "· 17.09: было 1 (1 / 2+), стало 2 (1 / 4+)" in second


@pytest.mark.world(start=EVENING)
async def test_coordinators_read_privately_what_found_no_lawyer_and_who_is_on_duty(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    lawyer = await world.member("Marat", languages=("kk",), cities=("pavlodar",))
    gone = await world.member("Saule", languages=("ru",), cities=("pavlodar",))
    await gone.blocks()
    await reports(world, "police took a man in Almaty", confirms=True)
    await reports(world, "police took a woman in Pavlodar", name="Vera", confirms=True)
    await world.fast_forward(minutes=4)
    await taps(world, lawyer, "Аламын", "Хабарластым")
    await world.fast_forward(hours=1)
    private = await coordinator.expects("For coordinators only, 17 September 2018")
    assert private.raw["has_protected_content"] is True
    assert "Found no lawyer in time: 1 (" in private.text
    assert "Still without a lawyer, earlier ones included: 1 (" in private.text
    assert "median 4 min, longest 4 min (1 case)" in private.text
    assert "· Marat (lawyer): Pavlodar; kk" in private.text
    assert "Cannot be reached in the messenger (1): Saule" in private.text
    post = (await posts(world))[0].text
    assert not any(word in post for word in ("Marat", "Saule", "median", "медиана"))
    await lawyer.expects_nothing("For coordinators only")
    await lawyer.expects_nothing("Тек үйлестірушілерге")


@pytest.mark.world(channel=False, start=EVENING)
async def test_without_a_channel_the_coordinators_read_the_digest(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    await reports(world, "police took a man in Almaty", confirms=True)
    await world.fast_forward(hours=2)
    await coordinator.expects("Digest, 17 September 2018", "New: 1 detention", "For coordinators only")
    await world.administrator.expects_nothing("channel")


async def test_a_long_duty_list_comes_in_several_messages(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    for n in range(90):
        await world.member(f"Lawyer with a rather long name {n}", languages=("en",), started=False)
    await world.fast_forward(hours=9)
    shown = [message for message in await coordinator.shown() if message.from_bot]
    assert sum("(lawyer)" in message.text for message in shown) > 1
    assert all(len(message.text) <= 4096 for message in shown)
    assert "long name 89" in "".join(message.text for message in shown)


@pytest.mark.world(config=PATIENT)
async def test_the_figures_of_a_day_can_be_read_again_as_posted(world: World) -> None:
    await reports(world, "police took two people in Almaty", confirms=True)
    await world.fast_forward(hours=9)
    await reports(world, "police took a man in Almaty", name="Vera", confirms=True)
    async with world.app.database.read(world.clock.now()) as tx:
        counted, posted = await digest_figures.as_of(tx, world.app.service, date(2018, 9, 17))
        now, not_yet = await digest_figures.as_of(tx, world.app.service, date(2018, 9, 18))
    assert (posted, counted.new.detentions, counted.new.unidentified) == (True, 1, 2)
    assert (not_yet, now.new.detentions) == (False, 1)


async def test_proceedings_and_observations_stand_apart(world: World) -> None:
    for name, button in (("Rita", "A trial"), ("Vera", "Being followed"), ("Olya", "It is over")):
        citizen = await world.person(name, "en")
        await citizen.starts()
        await world.settle()
        await taps(world, citizen, button, "Almaty")
    await says(world, citizen, "/skip")
    await world.fast_forward(hours=9)
    post = (await posts(world))[0].text
    assert "Новые: 1 задержание" in post
    assert "не подтверждено: 0 · без задержания: суды и дела 1, наблюдения 1, вызовы 0" in post
