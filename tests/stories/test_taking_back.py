"""What was handed out is taken back for as long as its message may exist, however old it is."""

import pytest

from handlers.casework import disclosure
from playground.bubbles import ChatMessage
from playground.phone import Phone
from storage.schema import outbox
from tests.stories.citizens import later
from tests.stories.staff import PATIENT, reports, says, taps, the_case
from tests.stories.test_staff_safety import suspends
from tests.world.world import World

HELD = "police took Dana Made-Up in Almaty"
DAYS = 24


async def files(person: Phone) -> list[str]:
    """The ids of the files that the bot shows."""
    return [m.file["file_id"] for m in await person.shown() if m.from_bot and m.file is not None]


async def hands_out(world: World, kind: str = "photo") -> tuple[Phone, ChatMessage]:
    """A lawyer who has the words and a file of a case; and the file."""
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await citizen.sends_file(kind, b"a face")
    await world.settle()
    await taps(world, lawyer, "I'll take it", "Contacted", "All words", "1 file")
    (file,) = [m for m in await lawyer.shown() if m.from_bot and m.file is not None]
    await lawyer.expects("Their words", "Made-Up")
    return lawyer, file


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["photo", "video", "document", "audio"])
@pytest.mark.world(config=PATIENT)
async def test_after_nine_days_words_are_emptied_and_another_picture_is_in_place_of_a_file(
    world: World, kind: str
) -> None:
    lawyer, file = await hands_out(world, kind)
    await later(world, 9 * DAYS)
    await says(world, lawyer, f"/case {(await the_case(world)).code}")
    await taps(world, lawyer, "Close", "Other")
    await lawyer.expects_nothing("Made-Up")
    assert file.file is not None
    assert file.file["file_id"] not in await files(lawyer)
    (left,) = [m for m in await lawyer.shown() if m.id == file.id]
    assert left.raw["has_protected_content"]
    assert "photo" in left.raw


@pytest.mark.slow
@pytest.mark.world(config=PATIENT)
async def test_a_lawyer_who_is_suspended_after_nine_days_keeps_nothing(world: World) -> None:
    lawyer, file = await hands_out(world)
    await later(world, 9 * DAYS)
    await suspends(world, lawyer)
    await lawyer.expects_nothing("Made-Up")
    assert file.file is not None
    assert file.file["file_id"] not in await files(lawyer)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["voice", "video_note"])
@pytest.mark.world(config=PATIENT)
async def test_a_voice_goes_while_it_can_be_deleted_and_is_asked_for_again(world: World, kind: str) -> None:
    lawyer, _ = await hands_out(world, kind)
    await world.fast_forward(hours=45)
    assert len(await files(lawyer)) == 1
    await world.fast_forward(hours=2)
    assert await files(lawyer) == []
    await taps(world, lawyer, "1 file")
    assert len(await files(lawyer)) == 1


@pytest.mark.world(config=PATIENT)
async def test_where_another_picture_is_refused_the_deletion_is_tried(world: World) -> None:
    lawyer, file = await hands_out(world)
    await world.fast_forward(hours=47.5)
    says_so = "Bad Request: message media can't be edited"
    await world.playground.fails("rejected", methods=("editMessageMedia",), says=says_so)
    await suspends(world, lawyer)
    assert await world.playground.fault_hits() == 1
    assert file.id not in [message.id for message in await lawyer.shown()]
    await world.administrator.expects_nothing("refused")


@pytest.mark.slow
@pytest.mark.world(config=PATIENT)
async def test_of_what_was_handed_out_the_outbox_keeps_where_it_is_and_nothing_that_it_says(
    world: World,
) -> None:
    await hands_out(world)
    async with world.app.database.read(world.clock.now()) as tx:
        rows = await tx.outgoing.select(outbox.c.key.startswith(disclosure.KEY))
    assert [row.payload for row in rows] == [{}, {"file": "photo"}]
    assert all(row.message_id for row in rows)


@pytest.mark.slow
@pytest.mark.world(config=PATIENT)
async def test_nothing_is_remembered_of_what_was_taken_back(world: World) -> None:
    lawyer, _ = await hands_out(world)
    await taps(world, lawyer, "Give back")
    async with world.app.database.read(world.clock.now()) as tx:
        assert await tx.outgoing.select(outbox.c.key.startswith(disclosure.KEY)) == []
