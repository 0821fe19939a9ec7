"""Digests in two channels on the wire: kill -9 between them, one that is gone, a hold over midnight, a correction."""

from datetime import UTC, datetime

import pytest

from playground.phone import Screen
from tests.stories.staff import EVENING, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow


async def with_kazakh(world: World) -> Screen:
    """A second channel, in Kazakh, from the next start on."""
    second = await world.playground.channel("Қорытынды")
    await world.crash()
    file = world.folder / "config.toml"
    more = f'\n[[digest.channels]]\nid = "{second.chat_id}"\nlanguage = "kk"\n'
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    await world.start_bot()
    return second


async def texts(channel: Screen) -> list[str]:
    """What the channel shows."""
    return [one.text for one in await channel.shown()]


@pytest.mark.world(start=EVENING)
async def test_killed_between_two_channels_each_has_it_and_what_is_unsure_is_marked(world: World) -> None:
    second = await with_kazakh(world)
    await world.playground.fails("hang_after", methods=("sendPhoto",), chat=world.channel)
    await world.settle()
    world.clock.move_to(datetime(2018, 9, 17, 14, 0, tzinfo=UTC))
    await world.channel.expects("Сводка, 17 сентября", within=10)
    assert await texts(second) == []
    await world.restart()
    await world.settle()
    assert ["Повтор" in text for text in await texts(world.channel)] == [False, True]
    assert ["Қайталанды" in text for text in await texts(second)] == [False]
    assert all(one.raw["photo"] for one in await world.channel.shown())
    await world.fast_forward(hours=24)
    assert (len(await texts(world.channel)), len(await texts(second))) == (3, 2)


@pytest.mark.world(start=EVENING)
async def test_a_channel_that_is_gone_stops_no_other_and_is_told_once(world: World) -> None:
    second = await with_kazakh(world)
    await world.playground.sets_bot(second, "kicked", by=world.administrator)
    await world.fast_forward(hours=50)
    assert len(await texts(world.channel)) == 3
    shown = [one.text for one in await world.administrator.shown()]
    assert sum("channel cannot be reached: kk" in text for text in shown) == 1
    await world.playground.sets_bot(second, "administrator", by=world.administrator)
    await world.fast_forward(hours=24)
    assert len(await texts(second)) == 1


@pytest.mark.world(start=EVENING)
async def test_what_is_held_stays_held_through_kill_and_midnight(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    await world.fast_forward(minutes=31)
    await taps(world, coordinator, "Hold")
    await says(world, coordinator, "the number is wrong")
    await world.crash()
    await world.sleeps_through(hours=1)
    await world.start_bot()
    await world.settle()
    await coordinator.expects("is HELD", "the number is wrong")
    assert await texts(world.channel) == []
    await world.restart()
    await world.fast_forward(hours=4)
    await coordinator.expects("was held and not posted")
    await world.fast_forward(hours=20)
    assert [text.splitlines()[0] for text in await texts(world.channel)] == ["Сводка, 18 сентября 2018 г."]


@pytest.mark.world(start=EVENING)
async def test_a_correction_answers_the_digest_that_it_corrects(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    await reports(world, "police took a man in Almaty")
    await world.fast_forward(hours=2)
    case = await the_case(world)
    await says(world, coordinator, f"/case {case.code}", "the family has called")
    await taps(world, coordinator, "False alarm", "False alarm")
    await says(world, coordinator, "/digest")
    await taps(world, coordinator, "Correct 17 September 2018", "Post the correction")
    first, second = await world.channel.shown()
    assert second.raw["reply_to_message"]["message_id"] == first.id
    assert "Исправлено. Заменяет опубликованное 17 сентября 2018 г., 20:00." in second.text
