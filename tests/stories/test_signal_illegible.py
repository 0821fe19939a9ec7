"""What Signal's daemon hands over without words: of what phones tell each other nothing follows, and anyone who wrote what
could not be decrypted is asked to write it again.
"""

import pytest

from playground.signal_cli.people import OURS
from tests.world.on_signal import SignalPhone
from tests.world.world import World

pytestmark = pytest.mark.world(signal=True)
HELD = "полиция задержала Дану Придуманную в Алматы, увезли прямо сейчас"
ASKED = "не можем прочитать"
NOTICE = "Exception)"  # in every language it names the class of the error
UNDECRYPTED = ("ProtocolInvalidMessageException", "ProtocolNoSessionException", "SomethingNewException")


@pytest.fixture
async def aigul(world: World) -> SignalPhone:
    """She has reported, and was answered."""
    phone = world.on_signal("Made-Up Aigul")
    await phone.writes(HELD)
    await world.settle()
    return phone


async def last_entry(world: World) -> str:
    """The newest words that were kept."""
    async with world.app.database.read(world.clock.now()) as tx:
        return str((await tx.entries.select())[-1].payload["text"])


async def test_what_phones_tell_each_other_by_themselves_alarms_nobody(
    world: World, aigul: SignalPhone
) -> None:
    assert world.signal is not None
    signal, before = world.signal.signal, aigul.screen()
    signal.arrives(aigul.person, signal.stamp())
    signal.undecrypted(aigul.person, "ProtocolDuplicateMessageException")
    stranger = world.on_signal("Made-Up Stranger")
    signal.arrives(stranger.person, signal.stamp())
    await world.settle()
    assert aigul.screen() == before
    assert stranger.screen() == ""
    await world.administrator.expects_nothing("parked")
    await world.administrator.expects_nothing(NOTICE)


@pytest.mark.parametrize("error", UNDECRYPTED)
async def test_whoever_could_not_be_read_is_asked_once_in_their_language_to_write_again(
    world: World, aigul: SignalPhone, error: str
) -> None:
    assert world.signal is not None
    for _ in range(3):
        world.signal.signal.undecrypted(aigul.person, error)
    await world.settle()
    asked = [text for text in aigul.person.texts() if ASKED in text]
    assert len(asked) == 1
    assert "cannot read" not in asked[0]
    await world.administrator.expects(NOTICE)
    await world.administrator.expects_nothing("parked")


async def test_a_stranger_who_could_not_be_read_is_accepted_asked_in_three_languages_and_heard_afterwards(
    world: World,
) -> None:
    assert world.signal is not None
    dana, marat = world.on_signal("Made-Up Dana"), await world.member("Made-Up Marat")
    world.signal.signal.undecrypted(dana.person, "ProtocolInvalidMessageException")
    await world.settle()
    await dana.expects(ASKED, "оқи алмаймыз", "cannot read")
    await dana.writes(HELD)
    await world.settle()
    await marat.expects("Алматы")


async def test_many_who_could_not_be_read_are_one_notice_and_each_is_asked(world: World) -> None:
    assert world.signal is not None
    phones = [world.on_signal(f"Made-Up {number}") for number in range(4)]
    for phone in phones:
        world.signal.signal.undecrypted(phone.person, "ProtocolInvalidMessageException")
    await world.settle()
    assert [ASKED in phone.screen() for phone in phones] == [True] * 4
    (notice,) = [message.text for message in await world.administrator.shown() if NOTICE in message.text]
    assert not any(phone.id in notice for phone in phones)


async def test_an_envelope_from_nobody_knows_whom_is_told_and_nobody_is_asked(world: World) -> None:
    assert world.signal is not None
    world.signal.signal.undecrypted(None, "InvalidMetadataMessageException")
    await world.settle()
    await world.administrator.expects(NOTICE)
    await world.administrator.expects_nothing("parked")


async def test_what_our_own_phone_told_its_linked_devices_is_nobodys(
    world: World, aigul: SignalPhone
) -> None:
    assert world.signal is not None
    own = world.on_signal("Made-Up Ourselves")
    own.person.number = OURS
    world.signal.signal.undecrypted(own.person, "ProtocolInvalidMessageException")
    await world.settle()
    assert own.screen() == ""
    await world.administrator.expects_nothing(NOTICE)


async def test_a_chat_that_is_hidden_stays_silent_whatever_came(world: World, aigul: SignalPhone) -> None:
    assert world.signal is not None
    await aigul.writes("/hide")
    await world.settle()
    before = aigul.screen()
    world.signal.signal.undecrypted(aigul.person, "ProtocolInvalidMessageException")
    await world.settle()
    assert aigul.screen() == before


async def test_what_was_written_with_a_new_phone_is_heard_once_a_coordinator_trusts_it(
    world: World, aigul: SignalPhone
) -> None:
    assert world.signal is not None
    olga = await world.member("Made-Up Olga", role="coordinator")
    world.signal.signal.reinstalls(aigul.person)
    await aigul.writes("брата тоже забрали")
    await world.settle()
    assert aigul.screen() == "брата тоже забрали"
    await olga.expects("отвечает другой телефон")
    assert await last_entry(world) == HELD, "the daemon has not decrypted the other words yet"
    await olga.taps("Поговорили: доверять")
    await world.settle()
    assert await last_entry(world) == "брата тоже забрали"
