"""Whoever can write the database and has no key gains no role by it: refused, named, and mended on purpose."""

import pytest
from sqlalchemy import select, update

from storage.audit import changed_by_hand
from storage.schema import addresses, members
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def leads_to(desk: Desk, member: Person, stranger: Person) -> None:
    """One column: the member's row leads to the stranger's chat."""
    await stranger.writes("/id")
    at = await desk.address(stranger)
    number = (await desk.membership(member)).id
    async with desk.writing() as tx:
        await tx.execute(update(members).where(members.c.id == number).values(address_id=at.id))


async def changed(desk: Desk) -> list[int]:
    async with desk.reading() as tx:
        return await changed_by_hand(tx)


async def test_a_stranger_to_whom_a_coordinators_row_was_led_is_no_coordinator(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga, eve = await desk.coordinator(), desk.person("Eve")
    await desk.reports(HELD)
    case = await desk.case()
    number = (await desk.membership(olga)).id
    await leads_to(desk, olga, eve)
    await eve.writes("/cases", f"/case {case.code}")
    await eve.presses_data(f"take:{case.id}")
    await eve.presses_data(f"open:{case.id}")
    eve.sees_nothing_of("Dana", "Almaty", "Why do you need")
    assert await desk.case() == case
    assert await changed(desk) == [number]


async def test_a_lawyer_whose_role_was_changed_by_hand_opens_nothing_and_the_others_are_asked(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    number = (await desk.membership(marat)).id
    async with desk.writing() as tx:
        await tx.execute(update(members).where(members.c.id == number).values(role="coordinator"))
    await desk.reports(HELD)
    saule.sees("I'll take it")
    assert marat.screen.texts() == []
    await marat.writes("/cases")
    marat.sees("membership is suspended")


async def test_an_import_mends_whoever_it_names(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    number = (await desk.membership(marat)).id
    async with desk.writing() as tx:
        await tx.execute(update(members).where(members.c.id == number).values(on_duty=False))
    assert await changed(desk) == [number]
    await desk.lawyer("Marat", person=marat)
    assert await changed(desk) == []
    await desk.reports(HELD)
    marat.sees("I'll take it")


async def test_who_comes_back_is_welcomed_and_whoever_is_only_mended_is_not(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.suspends(marat)
    await desk.lawyer("Marat", person=marat, welcomed=True)
    assert marat.count("on the roster of") == 1
    number = (await desk.membership(marat)).id
    async with desk.writing() as tx:
        await tx.execute(update(members).where(members.c.id == number).values(on_duty=False))
    came = marat.screen.came
    await desk.lawyer("Marat", person=marat, welcomed=True)
    assert (await changed(desk), marat.screen.came) == ([], came)


async def test_a_suspension_mends_a_row_that_belongs_to_nobody(desk: Desk) -> None:
    olga, eve = await desk.coordinator(), desk.person("Eve")
    await leads_to(desk, olga, eve)
    assert await desk.suspends(eve)
    assert await changed(desk) == []
    await desk.coordinator("Olga", person=olga)
    await eve.writes("/cases")
    eve.sees("membership is suspended")


async def test_a_chat_that_was_led_to_another_persons_place_does_nothing_there_and_is_told(
    desk: Desk,
) -> None:
    olga, eve = await desk.coordinator(), desk.person("Eve")
    await desk.lawyer("Marat")
    await desk.reports(HELD)
    case = await desk.case()
    number = (await desk.membership(olga)).id
    async with desk.writing() as tx:
        of_olga = select(members.c.address_id).where(members.c.id == number).scalar_subquery()
        found = tx.lookup(desk.service.home, eve.chat)
        await tx.execute(update(addresses).where(addresses.c.id == of_olga).values(lookup=found))
    await eve.writes(f"/case {case.code}", "because")
    await eve.presses_data(f"take:{case.id}")
    eve.sees_nothing_of("Dana", "Why do you need")
    olga.sees_nothing_of("Dana", "Why do you need")
    assert await desk.case() == case
    assert await changed(desk) == [number]
    assert desk.administrator.count("a chat was led to another person's place") == 1
    await desk.coordinator("Olga", person=olga)
    assert await changed(desk) == []
    await olga.writes(f"/case {case.code}")
    olga.sees("Why do you need")


async def test_the_other_chat_of_a_member_that_was_led_elsewhere_does_nothing_and_is_mended_by_an_import(
    desk: Desk,
) -> None:
    olga, eve = await desk.coordinator(), desk.on_signal("Eve")
    other = await desk.also_on_signal(olga)
    await desk.reports(HELD)
    case, number = await desk.case(), (await desk.membership(olga)).id
    async with desk.writing() as tx:
        of_olga = select(members.c.other_id).where(members.c.id == number).scalar_subquery()
        found = tx.lookup("signal", eve.chat)
        await tx.execute(update(addresses).where(addresses.c.id == of_olga).values(lookup=found))
    await eve.writes(f"/case {case.code}", "because")
    eve.sees_nothing_of("Dana", "Why do you need")
    assert await changed(desk) == [number]
    await desk.coordinator("Olga", person=olga)
    assert await changed(desk) == []
    await other.writes(f"/case {case.code}")
    other.sees("Why do you need")


@pytest.mark.parametrize("named", ["Marat", "Bolat"])
async def test_whoever_took_the_place_of_a_lawyers_chat_gets_nothing_by_an_import(
    desk: Desk, named: str
) -> None:
    marat, eve = await desk.lawyer("Marat"), desk.person("Eve")
    await eve.writes("/id")
    his, hers = await desk.address(marat), await desk.address(eve)
    async with desk.writing() as tx:
        for row, found_by in ((his, b"nobody"), (hers, his.lookup), (his, hers.lookup)):
            await tx.execute(update(addresses).where(addresses.c.id == row.id).values(lookup=found_by))
    await desk.lawyer(named, person=marat if named == "Marat" else None)
    assert await changed(desk) == []
    await desk.reports(HELD)
    marat.sees("I'll take it")
    eve.sees_nothing_of("on the roster", "Almaty")
    await eve.writes("/status")
    assert desk.administrator.count("a chat was led to another person's place") == 0


async def test_nor_where_the_lawyers_own_chat_does_not_open_any_more(desk: Desk) -> None:
    marat, eve = await desk.lawyer("Marat"), desk.person("Eve")
    await eve.writes("/id")
    his, hers = await desk.address(marat), await desk.address(eve)
    async with desk.writing() as tx:
        for row, found_by in ((his, b"nobody"), (hers, his.lookup), (his, hers.lookup)):
            await tx.execute(update(addresses).where(addresses.c.id == row.id).values(lookup=found_by))
        await tx.execute(
            update(addresses).where(addresses.c.id == his.id).values(chat=b"\0 as no seal begins")
        )
    await desk.lawyer("Marat", person=marat)
    await desk.reports(HELD)
    marat.sees("I'll take it")
    eve.sees_nothing_of("on the roster", "Almaty")
