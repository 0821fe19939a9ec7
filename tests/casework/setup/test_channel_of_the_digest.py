"""A channel makes the bot its administrator: administrators read which, and with one tap the digest goes there."""

import pytest
from msgspec.structs import replace
from sqlalchemy import update

from core.incoming import Incoming, IncomingKind
from core.model import LANGUAGES
from core.vocabulary import Role
from handlers.daily import posting, previews
from storage.schema import told_channels
from tests.casework.story_desk import Desk, Person

CHAT, TITLE = "-1002233445566", "Evenings /hide"


@pytest.fixture
def unnamed(desk: Desk) -> Desk:
    """An organisation whose configuration names no channel."""
    desk.service = replace(desk.service, channels={})
    desk.staff.add(CHAT)
    return desk


async def membership(
    desk: Desk, person: Person, status: str = "administrator", *, chat: str = CHAT, kind: str = "channel"
) -> None:
    """Somebody adds the bot to a channel, or takes it away."""
    incoming = Incoming(
        "telegram", IncomingKind.MEMBERSHIP, person.chat, chat, kind, desk.now, status=status, title=TITLE
    )
    await desk.receive(incoming)


async def goes_to(desk: Desk) -> dict[str, str]:
    """Where the digest goes."""
    async with desk.reading() as tx:
        return dict(await posting.digest_channels(tx, desk.service))


def left(desk: Desk, chat: str = CHAT) -> bool:
    """Whether the bot has left."""
    return chat in desk.phones.left


@pytest.mark.parametrize("language", LANGUAGES)
async def test_administrators_read_title_and_id_and_one_tap_sends_the_digest_there(
    unnamed: Desk, language: str
) -> None:
    tim = await unnamed.member("Tim", Role.ADMINISTRATOR, languages=(language,))
    say = unnamed.service.words.say
    await membership(unnamed, tim)
    tim.sees(CHAT, "Evenings")
    assert "/hide" not in tim.screen.text()  # no command of a stranger can be tapped
    assert await goes_to(unnamed) == {}
    await tim.presses(say(language, "button-channel"))
    assert await goes_to(unnamed) == {"en": CHAT}
    await unnamed.later(hours=25)
    assert unnamed.phones.of(CHAT).texts()
    assert not left(unnamed)


async def test_coordinators_and_other_administrators_hear_where_it_goes_and_see_it_ahead(
    unnamed: Desk,
) -> None:
    olga = await unnamed.coordinator()
    await membership(unnamed, unnamed.administrator)
    other = await unnamed.member("Tim", Role.ADMINISTRATOR)
    await unnamed.administrator.presses("The digest goes there")
    for person in (olga, other):
        person.sees("From the next one on", "Evenings")
    assert await unnamed.waits_until(previews.SOON) is not None


async def test_a_coordinator_may_bring_the_bot_there_and_only_an_administrator_may_choose(
    unnamed: Desk,
) -> None:
    olga = await unnamed.coordinator()
    await membership(unnamed, olga)
    message, button = unnamed.administrator.screen.button("The digest goes there")
    olga.sees_nothing_of(CHAT)
    await olga.presses_data(button.data, message)
    assert await goes_to(unnamed) == {}


async def test_the_channels_of_others_are_left_in_silence(unnamed: Desk) -> None:
    marat, stranger = await unnamed.lawyer(), unnamed.person()
    for number, person in enumerate((marat, stranger)):
        chat = f"-100777777777{number}"
        await membership(unnamed, person, chat=chat)
        assert left(unnamed, chat)
    unnamed.administrator.sees_nothing_of("Evenings")


async def test_a_group_is_left_whoever_adds_the_bot(unnamed: Desk) -> None:
    await membership(unnamed, unnamed.administrator, kind="supergroup")
    assert left(unnamed)


async def test_what_nobody_chose_within_a_day_is_left(unnamed: Desk) -> None:
    await membership(unnamed, unnamed.administrator)
    await unnamed.later(hours=23)
    assert not left(unnamed)
    await unnamed.later(hours=2)
    assert left(unnamed)
    await unnamed.administrator.presses("The digest goes there")
    unnamed.administrator.sees("not in this channel any more")
    assert await goes_to(unnamed) == {}


async def test_the_configuration_goes_before_the_tap(unnamed: Desk) -> None:
    await membership(unnamed, unnamed.administrator)
    unnamed.service = replace(unnamed.service, channels={"kk": "-1009"})
    await unnamed.administrator.presses("The digest goes there")
    unnamed.administrator.sees("stands in the configuration", CHAT)
    assert await goes_to(unnamed) == {"kk": "-1009"}
    other = "-1005554443332"
    await membership(unnamed, unnamed.administrator, chat=other)
    unnamed.administrator.sees("stands in the configuration", other)


async def test_another_channel_may_be_chosen_and_the_first_is_left(unnamed: Desk) -> None:
    other = "-1005554443332"
    for chat in (CHAT, other):
        await membership(unnamed, unnamed.administrator, chat=chat)
        await unnamed.administrator.presses("The digest goes there")
    assert await goes_to(unnamed) == {"en": other}
    assert left(unnamed)
    assert not left(unnamed, other)


async def test_when_the_bot_is_thrown_out_administrators_hear_it_and_coordinators_have_the_digest(
    unnamed: Desk,
) -> None:
    olga = await unnamed.coordinator()
    await membership(unnamed, unnamed.administrator)
    await unnamed.administrator.presses("The digest goes there")
    await membership(unnamed, unnamed.administrator, "kicked")
    unnamed.administrator.sees("not in the channel", "Evenings", "coordinators get it")
    olga.sees("not in the channel", "Evenings", "it comes to you here")
    assert await goes_to(unnamed) == {}


async def test_a_row_that_was_changed_by_hand_sends_the_digest_nowhere(unnamed: Desk) -> None:
    await membership(unnamed, unnamed.administrator)
    async with unnamed.writing() as tx:
        await tx.execute(update(told_channels).values(chosen_at=unnamed.now))
    assert await goes_to(unnamed) == {}
