"""What else people do on Signal, and what the wire brings of it: nothing of it loses a report or begins one."""

from datetime import timedelta

import pytest

from core.model import Case
from tests.world.on_signal import SignalPhone
from tests.world.world import World

pytestmark = [pytest.mark.world(signal=True), pytest.mark.slow]
HELD = "полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас"


@pytest.fixture
async def aigul(world: World) -> SignalPhone:
    """She has reported, and was answered."""
    phone = world.on_signal("Made-Up Aigul")
    phone.person.accepted = True
    await phone.writes(HELD)
    await world.settle()
    return phone


async def cases(world: World) -> list[Case]:
    async with world.app.database.read(world.clock.now()) as tx:
        return await tx.cases.select()


def arrives(world: World, phone: SignalPhone, **data: object) -> None:
    """Something that is neither words nor a file."""
    assert world.signal is not None
    at = world.signal.signal.stamp()
    world.signal.signal.arrives(phone.person, at, dataMessage={"timestamp": at, "message": None, **data})


async def test_a_sticker_a_payment_and_a_call_are_answered_as_what_nobody_can_read(
    world: World, aigul: SignalPhone
) -> None:
    for data in ({"sticker": {"packId": "aa", "stickerId": 1}}, {"payment": {"note": "", "receipt": "AA=="}}):
        before = len(aigul.person.texts())
        arrives(world, aigul, **data)
        await world.settle()
        assert len(aigul.person.texts()) > before
    assert world.signal is not None
    at = world.signal.signal.stamp()
    world.signal.signal.arrives(
        aigul.person, at, callMessage={"offerMessage": {"id": 1, "type": "audio_call"}}
    )
    await world.settle()
    assert len(await cases(world)) == 1


async def test_a_story_a_group_and_a_sign_on_what_is_gone_change_nothing(
    world: World, aigul: SignalPhone
) -> None:
    before = aigul.screen()
    assert world.signal is not None
    signal, at = world.signal.signal, world.signal.signal.stamp()
    signal.arrives(aigul.person, at, storyMessage={"allowsReplies": True, "textAttachment": {"text": HELD}})
    arrives(world, aigul, storyContext={"authorUuid": aigul.id, "sentTimestamp": at}, message=HELD)
    arrives(world, aigul, groupInfo={"groupId": "QUJD", "type": "DELIVER"}, message=HELD)
    signal.reacts(aigul.person, 12345, "👍")
    await world.settle()
    assert len(await cases(world)) == 1
    assert aigul.screen() == before


async def test_a_photo_to_be_seen_once_is_kept_as_evidence_and_one_of_a_hundred_megabytes_is_asked_for_otherwise(
    world: World, aigul: SignalPhone
) -> None:
    assert world.signal is not None
    world.signal.signal.sends(aigul.person, b"a made-up photo", "image/jpeg", viewOnce=True)
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        (kept,) = await tx.files.select()
    about = {"contentType": "video/mp4", "filename": "made-up.mp4", "id": "big.mp4", "size": 101 << 20}
    aigul._signal.writes(aigul.person, "", attachments=[about])
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        states = {one.id: one.state for one in await tx.files.select()}
    assert states[kept.id] == kept.state
    await aigul.expects("больше 100 МБ")


async def test_a_phone_whose_clock_stands_in_1970_reports_today(world: World) -> None:
    aigul = world.on_signal("Made-Up Aigul")
    aigul.person.accepted, aigul.person.skew = True, timedelta(days=-17_790)
    await aigul.writes(HELD)
    await world.settle()
    (case,) = await cases(world)
    assert abs(case.opened_at - world.clock.now()) < timedelta(minutes=5)


async def test_an_edit_of_an_old_answer_corrects_it(world: World, aigul: SignalPhone) -> None:
    first = next(one for one in aigul.person.bubbles.values() if not one.from_bot)
    assert world.signal is not None
    world.signal.signal.corrects(aigul.person, first, HELD.replace("Алматы", "Шымкенте"))
    await world.settle()
    assert (await cases(world))[0].city == "shymkent"


async def test_who_is_not_at_signal_any_more_counts_as_unreachable_and_what_they_wrote_is_kept(
    world: World, aigul: SignalPhone
) -> None:
    aigul.person.registered = False
    await aigul.writes("и брата тоже")
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        (gone,) = [one for one in await tx.addresses.select() if one.messenger == "signal"]
        entries = await tx.entries.select()
    assert gone.unreachable_since is not None
    assert entries[-1].payload["text"] == "и брата тоже"
