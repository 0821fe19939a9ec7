"""Who is on the roster as coordinators see it, and how a membership ends: by one's own wish, or a coordinator's tap."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES, Member
from core.records.invitations import InvitationState
from core.vocabulary import CaseState, Role
from handlers.casework import roster
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def of(desk: Desk, person: Person) -> Member:
    """The person's place on the roster."""
    return await desk.membership(person)


async def takes(desk: Desk, person: Person) -> None:
    """The person has the newest case."""
    await desk.reports(HELD)
    case = await desk.case()
    await person.presses_data(f"accept:{(await desk.offer_to(person.name, case)).id}")


async def test_a_coordinator_sees_everybody_page_by_page(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(9):
        await desk.lawyer(f"Lawyer {number}")
    gone = await desk.lawyer("Gone")
    await desk.suspends(gone)
    await olga.writes("/members")
    olga.sees("Roster: 10 active, 1 ended", "1. Olga · coordinator", "2. Lawyer 0 · lawyer · on duty")
    olga.sees_nothing_of("Lawyer 8", "Gone")
    await olga.presses("▶")
    olga.sees("10. Lawyer 8", "11. Gone · lawyer · ended")
    assert olga.count("Roster:") == 1
    await olga.presses("11")
    olga.sees("Gone · lawyer · ended", "Phone: +7701", "Cities: Almaty", "[Invite again]")
    await olga.presses("◀ Roster", "2")
    olga.sees("Lawyer 0", "[End the membership]")


@pytest.mark.parametrize("later", [0, 60])  # hours
@pytest.mark.parametrize("page", ["a list", "one member"])
async def test_the_roster_goes_from_the_chat_of_whoever_is_a_coordinator_no_more(
    desk: Desk, later: int, page: str
) -> None:
    aida, olga = await desk.coordinator("Aida"), await desk.coordinator()
    await desk.lawyer("Marat Made-Up", phone="+77017654321")
    await olga.writes("/members")
    if page == "one member":
        await olga.presses("3")
        olga.sees("Phone: +77017654321")
    desk.now += timedelta(hours=later)
    await aida.writes("/members")
    await aida.presses("2", "End the membership", "End the membership")
    assert (await of(desk, olga)).suspended_at is not None
    olga.sees_nothing_of("Marat Made-Up", "+77017654321")
    aida.sees("Olga")


@pytest.mark.parametrize("page", ["who is on duty", "one member's duty", "whom to give a case to"])
async def test_names_of_the_roster_go_from_other_pages_of_theirs_too(desk: Desk, page: str) -> None:
    olga = await desk.coordinator()
    await desk.coordinator("Aida")
    if page == "whom to give a case to":
        await desk.reports(HELD)
        await desk.lawyer("Marat Made-Up")
        await olga.presses_data(f"assign:{(await desk.case()).id}")
    else:
        await desk.lawyer("Marat Made-Up")
        await olga.writes("/duty")
        await olga.presses_data("team:all")
        if page == "one member's duty":
            marat = next(one for one in await everybody(desk) if one.name == "Marat Made-Up")
            await olga.presses_data(f"team:{marat.id}", max(olga.screen.messages))
        if desk.phones.abilities.buttons:
            assert olga.count("Marat Made-Up") == 1  # in place
    olga.sees("Marat Made-Up")
    await desk.suspends(olga)
    olga.sees_nothing_of("Marat Made-Up")


async def everybody(desk: Desk) -> list[Member]:
    """The whole roster."""
    async with desk.reading() as tx:
        return list(await tx.members.select())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_member_leaves_and_what_they_hold_is_offered_on(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer(languages=(language,))
    await takes(desk, marat)
    say = desk.service.words.say
    await marat.writes("/leave")
    marat.sees(say(language, "leave-sure", held=1))
    await marat.presses(say(language, "button-stay"))
    assert (await of(desk, marat)).suspended_at is None
    await desk.lawyer("Timur")
    await marat.writes("/leave")
    await marat.presses(say(language, "button-leave"))
    marat.sees(say(language, "leave-done"))
    olga.sees("Marat has left the roster. One case is offered to the others.")
    assert (await desk.case()).state is CaseState.OPEN
    assert (await desk.states())["Timur"] == "offered"
    marat.sees_nothing_of("Dana Made-Up")


async def test_what_was_opened_to_a_coordinator_stays_when_their_cities_change_and_goes_when_they_are_none(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty")
    await olga.opens(await desk.case())
    await desk.coordinator(person=olga, cities=("astana",))
    await desk.later(seconds=1)
    olga.sees("Dana Made-Up")
    await desk.lawyer("Olga", person=olga, on_duty=False)
    await desk.later(seconds=1)
    olga.sees_nothing_of("Dana Made-Up")


async def test_the_only_coordinator_does_not_leave(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/leave")
    await olga.presses_data("leave:yes")
    olga.sees("You are the only coordinator")
    assert (await of(desk, olga)).suspended_at is None


async def test_a_coordinator_ends_a_membership_and_the_others_hear_of_it(desk: Desk) -> None:
    olga, dina, marat = await desk.coordinator(), await desk.coordinator("Dina"), await desk.lawyer()
    await takes(desk, marat)
    await olga.writes("/members")
    await olga.presses("3", "End the membership")
    olga.sees("End the membership of Marat?", "One case is offered")
    assert (await of(desk, marat)).suspended_at is None
    await olga.presses("End the membership")
    olga.sees("The membership of Marat has ended")
    dina.sees("Olga has ended the membership of Marat. One case is offered to the others.")
    desk.administrator.sees(f"A coordinator has ended the membership of {marat.chat}")
    assert (await desk.case()).state is CaseState.OPEN
    marat.sees_nothing_of("Dana Made-Up", "Olga")
    await marat.writes("/cases")
    marat.sees("suspended")


async def test_a_coordinator_thinks_better_of_it(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await olga.writes("/members")
    await olga.presses("2", "End the membership", "Keep")
    olga.sees("Marat · lawyer", "[End the membership]")
    assert (await of(desk, marat)).suspended_at is None


async def test_nobody_ends_their_own_or_an_administrators_membership_so(desk: Desk) -> None:
    olga = await desk.coordinator()
    root = await desk.member("Root", Role.ADMINISTRATOR)
    for person in (olga, root):
        number = (await of(desk, person)).id
        await olga.presses_data(f"suspended:{number}")
        await olga.presses_data(f"member:{number}")
        assert not olga.screen.has(f"suspend:{number}")
        assert (await of(desk, person)).suspended_at is None


async def test_buttons_kept_from_before_a_suspension_do_nothing(desk: Desk) -> None:
    olga, dina, marat = await desk.coordinator(), await desk.coordinator("Dina"), await desk.lawyer()
    await olga.writes("/members", "/invite Aida")
    async with desk.reading() as tx:
        (one,) = await tx.invitations.select()
    await desk.suspends(olga)
    number = (await of(desk, marat)).id
    for data in (f"member:{number}", f"suspended:{number}", "members:0", f"uninvite:{one.id}", "example:now"):
        await olga.presses_data(data)
    await olga.writes("/invite Thief", "/members")
    olga.sees("suspended")
    async with desk.reading() as tx:
        (one,) = await tx.invitations.select()
    assert one.state is InvitationState.OPEN
    assert (await of(desk, marat)).suspended_at is None
    dina.sees_nothing_of("Marat")


async def test_a_name_behind_members_opens_its_page(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(9):
        await desk.lawyer(f"Lawyer {number}")
    await olga.writes("/members lawyer 8")
    olga.sees("10. Lawyer 8")
    await olga.writes("/members Nobody")
    olga.sees("Nobody on the roster is called “Nobody”")


async def test_on_duty_is_whoever_is_so_now_whatever_the_roster_marks(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer("Marat")
    saule = await desk.lawyer("Saule", on_duty=False)
    await marat.writes("/duty sat 9-18")  # it is Monday
    await saule.writes("/duty mon 9-18")
    await olga.writes("/members")
    olga.sees("2. Marat · lawyer\n", "3. Saule · lawyer · on duty")
    await olga.presses("3")
    olga.sees("Saule · lawyer · on duty\n")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_coordinators_read_when_nobody_comes_who_was_counted_on(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    olga, dina = [await desk.coordinator(name, languages=(language,)) for name in ("Olga", "Dina")]
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    for one, week in ((marat, "tue 9-18"), (saule, "fri 22-6")):
        await one.writes(f"/duty {week}")
    await marat.presses_data("leave:yes")
    tuesday = f"{say(language, 'duty-day-tue')} 18.09, 09:00–18:00"
    for coordinator in (olga, dina):
        coordinator.sees("Marat", say(language, "member-gone-duty", times=tuesday))
    await olga.presses_data(f"suspended:{(await of(desk, saule)).id}")
    friday = f"{say(language, 'duty-day-fri')} 21.09, 22:00–06:00"
    for coordinator in (olga, dina):
        coordinator.sees(say(language, "member-gone-duty", times=friday))


async def test_of_a_roster_it_is_told_how_many_are_new_and_how_many_were_known(desk: Desk) -> None:
    marat = await desk.membership(await desk.lawyer("Marat"))
    async with desk.writing() as tx:
        known = await roster.row_of(tx, marat)
        new = replace(known, telegram_id=known.telegram_id + 500, name="Saule")
        assert await roster.save_rows(tx, desk.service, [known, new, known]) == (1, 2)
