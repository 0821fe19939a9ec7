"""Whoever writes for the first time is accepted, once; what reporters read disappears, what members read does not."""

from msgspec.structs import replace

from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.vocabulary import Role
from tests.casework.story_desk import Desk


def with_requests(desk: Desk) -> None:
    """A messenger that keeps strangers apart."""
    desk.phones.abilities = replace(TELEGRAM_ABILITIES, requests=True)
    desk.service = replace(desk.service, abilities={"telegram": desk.phones.abilities})


async def test_who_writes_for_the_first_time_is_accepted_before_anything_is_said_to_them(desk: Desk) -> None:
    with_requests(desk)
    rita = desk.person()
    await rita.writes("/start", "/start")
    assert rita.screen.acts == ["accepted", "vanishes after 86400"]
    assert rita.lanes()[:2] == ["hide", "hide"]


async def test_it_is_written_down_with_the_words_that_came(desk: Desk) -> None:
    with_requests(desk)
    rita = desk.person()
    async with desk.database.write(desk.now) as tx:
        from handlers import dispatch

        await dispatch.handle(tx, desk.service, rita.tap("sees"), desk.now)
        (address,) = await tx.addresses.by(lookup=tx.lookup("telegram", rita.chat))
        kinds = [row.kind for row in await tx.outgoing.by(address_id=address.id)]
    assert kinds[:2] == ["accept", "vanish"]


async def test_where_nobody_has_to_be_accepted_nothing_is_done(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("/start")
    assert rita.screen.acts == []


async def test_what_a_member_reads_stays(desk: Desk) -> None:
    with_requests(desk)
    marat = desk.person("Marat")
    await marat.writes("/start")
    await desk.member("Marat", Role.LAWYER, person=marat)
    assert marat.screen.acts[-1] == "vanishes after 0"
