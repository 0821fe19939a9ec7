"""Somebody forbids voice messages, a channel takes no pictures: what can be said in another way goes in another way."""

import pytest

from playground.phone import Phone
from storage.schema import outbox
from tests.stories.citizens import count
from tests.stories.faults import address_of, from_bot
from tests.stories.sent_files import names, shown, stored
from tests.stories.staff import EVENING, reports, taps
from tests.world.world import World

HELD = "police took Dana Made-Up in Almaty"
SPOKEN = b"OggS made-up voice \x00\x01"


async def lawyer_who_forbids_voices(world: World, language: str = "en") -> Phone:
    lawyer = await world.member("Marat", languages=(language,))
    await world.playground.forbids(lawyer, "voice")
    return lawyer


async def nothing_failed(world: World) -> None:
    async with world.app.database.read(world.clock.now()) as tx:
        assert await tx.outgoing.select(outbox.c.state == "failed") == []
    assert await count(world.administrator, "refused") == 0


@pytest.mark.parametrize("kind", ["voice", "video_note"])
async def test_what_a_lawyer_takes_no_voices_of_comes_as_a_document(world: World, kind: str) -> None:
    lawyer = await lawyer_who_forbids_voices(world)
    citizen = await reports(world, HELD)
    await citizen.sends_file(kind, SPOKEN)
    await world.settle()
    await taps(world, lawyer, "I'll take it", "Contacted", "1 file")
    (copy,) = await shown(lawyer)
    assert stored(world, copy).content == SPOKEN
    assert "document" in copy.raw
    assert copy.raw["has_protected_content"]
    tried = [
        call for call in await world.playground.calls() if call["method"] in ("sendVoice", "sendVideoNote")
    ]
    assert len(tried) == 1  # what was refused by its id is not uploaded to be refused again
    await nothing_failed(world)


async def test_a_voice_whose_id_telegram_has_forgotten_goes_as_a_document_too(world: World) -> None:
    lawyer = await lawyer_who_forbids_voices(world)
    citizen = await reports(world, HELD)
    await citizen.sends_voice(SPOKEN)
    await world.settle()
    await world.playground.fails(
        "rejected", methods=("sendVoice",), says="Bad Request: wrong file identifier/HTTP URL specified"
    )
    await taps(world, lawyer, "I'll take it", "Contacted", "1 file")
    (copy,) = await shown(lawyer)
    assert "document" in copy.raw  # our copy was offered as a voice first


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "takes none from this bot"), ("ru", "не принимает их от этого бота"), ("kk", "қабылдамайды")],
)
async def test_where_there_is_no_copy_the_lawyer_hears_why_nothing_came_and_goes_on_being_asked(
    world: World, language: str, said: str
) -> None:
    lawyer = await lawyer_who_forbids_voices(world, language)
    citizen = await reports(world, HELD)
    await citizen.sends_voice(SPOKEN)
    await world.settle()
    names(world)[0].unlink()
    card = await lawyer.last()
    await lawyer.taps_data(card.id, f"accept:{await alert_of(world)}")
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        (case,) = await tx.cases.select()
    await lawyer.taps_data((await lawyer.last()).id, f"files:{case.id}")
    await world.settle()
    assert await count(lawyer, said) == 1
    assert await shown(lawyer) == []
    assert (await address_of(world, lawyer)).unreachable_since is None
    await nothing_failed(world)


async def alert_of(world: World) -> int:
    async with world.app.database.read(world.clock.now()) as tx:
        return (await tx.alerts.select())[0].id


@pytest.mark.world(start=EVENING)
async def test_where_a_channel_takes_no_pictures_the_words_of_the_digest_are_there(world: World) -> None:
    await world.playground.forbids(world.channel, "photo")
    await world.fast_forward(hours=2)
    (post,) = await world.channel.shown()
    assert "photo" not in post.raw
    assert "Сводка, 17 сентября" in post.text
    await nothing_failed(world)
    assert await count(world.administrator, "channel cannot be reached") == 0


@pytest.mark.world(start=EVENING)
@pytest.mark.parametrize(
    "says",
    [
        "Bad Request: IMAGE_PROCESS_FAILED",
        "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN",
        "Bad Request: CHAT_SEND_MEDIA_FORBIDDEN",
        "Bad Request: PHOTO_INVALID_DIMENSIONS",
        "Bad Request: BUTTON_DATA_INVALID",
        "Request Entity Too Large",
    ],
)
async def test_whatever_is_said_against_its_picture_the_digest_is_posted_once(
    world: World, says: str
) -> None:
    await world.playground.fails("rejected", methods=("sendPhoto",), says=says, times=None)
    await world.fast_forward(hours=2)
    assert ["Сводка, 17 сентября" in post.text for post in await world.channel.shown()] == [True]
    async with world.app.database.read(world.clock.now()) as tx:
        (posting,) = await tx.postings.select()
    assert posting.posted_at is not None


@pytest.mark.world(start=EVENING)
async def test_a_channel_that_takes_no_words_either_is_told_of(world: World) -> None:
    await world.playground.forbids(world.channel, "photo", "text")
    await world.fast_forward(hours=2)
    assert await world.channel.shown() == []
    await world.administrator.expects("channel cannot be reached")


async def test_an_invitation_whose_picture_is_refused_is_there_in_words(world: World) -> None:
    says = "Bad Request: IMAGE_PROCESS_FAILED"
    await world.playground.fails("rejected", methods=("sendPhoto",), says=says, times=None)
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    await coordinator.writes("/invite")
    await world.settle()
    (invitation,) = await from_bot(coordinator, "?start=")
    assert "photo" not in invitation.raw
