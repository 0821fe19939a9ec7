"""A lawyer joins without a shell: a coordinator's link, a short form, a yes; and whatever else links are used for."""

import re
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.incoming import File, FileKind, SharedContact
from core.model import LANGUAGES, Member
from core.qualification import Qualification, Speciality
from core.records.invitations import INVITATION_START, Invitation, InvitationState, is_invitation_code
from core.vocabulary import Role
from storage.schema import invitations, outbox
from tests.casework.story_desk import Desk, Person

NUMBER = "+77010001122"
LINK = re.compile(r"https://t\.me/\w+\?start=(\S+)")


async def invites(desk: Desk, coordinator: Person, whom: str = "") -> str:
    """A coordinator makes an invitation; what the link carries."""
    await coordinator.writes(f"/invite {whom}".strip())
    return link_on(coordinator)


def link_on(person: Person) -> str:
    """What the newest link on the screen carries."""
    found: list[str] = LINK.findall(person.screen.text())
    return found[-1]


async def answers(person: Person, name: str = "Aida Made-Up", cities: str = "Almaty, Konaev") -> None:
    """The form, up to its review."""
    await person.writes(name, cities)
    for data in ("languages:+kk", "languages:+ru", "languages:+en", "languages:!done", "calling:advocate"):
        await person.presses_data(f"joining/{data}")
    for data in ("specialities:+minors", "specialities:!done"):
        await person.presses_data(f"joining/{data}")
    await person.writes("", contact=SharedContact(NUMBER, person.name, person.chat))


async def sends(person: Person) -> None:
    """The review is confirmed."""
    await person.presses_data("joining/review:!confirm")


async def joins(desk: Desk, person: Person, code: str, **said: str) -> None:
    """From the link to the review and its yes."""
    await person.writes(f"/start {code}")
    await answers(person, **said)
    await sends(person)


async def all_invitations(desk: Desk) -> list[Invitation]:
    """Oldest first."""
    async with desk.reading() as tx:
        return await tx.invitations.select(order_by=invitations.c.id)


async def members(desk: Desk) -> dict[str, Member]:
    """The roster, by name."""
    async with desk.reading() as tx:
        return {member.name: member for member in await tx.members.select()}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_joins_by_a_link_a_form_and_a_coordinators_yes(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    code = await invites(desk, olga, "Aida")
    assert "(file )" in olga.screen.text()  # the picture
    aida = desk.person("Aida", language)
    say = desk.service.words.say
    await aida.writes(f"/start {code}")
    aida.sees(say(language, "joining-name"))
    await answers(aida)
    review = aida.sees(say(language, "joining-review"), "Aida Made-Up", NUMBER)
    assert desk.service.gazetteer.name("almaty", language) in review
    await sends(aida)
    aida.sees(say(language, "joining-asked"))
    olga.sees(say(language, "joining-head"), "Aida Made-Up", NUMBER, say(language, "joining-own-number"))
    await olga.presses(say(language, "button-approve"))
    olga.sees(say(language, "joining-approved", name="Aida Made-Up", by="Olga"))
    aida.sees(say(language, "start-member", organisation=desk.service.organisation))
    member = (await members(desk))["Aida Made-Up"]
    assert (member.role, member.phone, member.on_duty, member.escalation) == (
        Role.LAWYER,
        NUMBER,
        True,
        False,
    )
    assert member.languages == tuple(sorted(LANGUAGES, key=lambda one: one != language))
    assert member.calling is Qualification.ADVOCATE
    assert member.cities[0] == "almaty"
    assert len(member.cities) == 2
    assert tuple(member.specialities) == (Speciality.MINORS,)


async def test_an_example_sounds_and_its_buttons_explain(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await joins(desk, aida, await invites(desk, olga))
    aida.rang()
    aida.lanes()
    await olga.presses("Approve: on the roster, on duty")
    assert aida.rang() == 1
    assert sorted(aida.lanes()) == ["news", "reminder", "reply"]  # it never goes before a true one
    aida.sees("EXAMPLE", "Nobody is held", "Almaty", "at least 1 person")
    await aida.presses("I'll take it")
    aida.sees("Example: now the case would be yours")
    await aida.presses("How an alert looks and sounds")
    assert aida.count("EXAMPLE. Nobody is held") == 1
    async with desk.reading() as tx:
        assert await tx.cases.count() == 0


async def test_whoever_joined_is_asked_about_the_next_case(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await joins(desk, aida, await invites(desk, olga))
    await olga.presses("Approve: on the roster, on duty")
    await desk.reports("police took Dana Made-Up in Almaty")
    assert await desk.states() == {"Aida Made-Up": "offered"}


@pytest.mark.slow
async def test_of_two_coordinators_the_first_decides(desk: Desk) -> None:
    olga, dina = await desk.coordinator(), await desk.coordinator("Dina")
    aida = desk.person("Aida")
    await joins(desk, aida, await invites(desk, olga))
    (one,) = await all_invitations(desk)
    await dina.presses("Refuse")
    olga.sees("Aida Made-Up was not put on the roster (Dina refused)")
    aida.sees("You were not put on the roster now")
    await olga.presses_data(f"joined:{one.id}:yes")
    olga.sees("This is settled already")
    assert "Aida Made-Up" not in await members(desk)


async def test_two_yeses_in_one_batch_make_one_member(desk: Desk) -> None:
    olga, dina = await desk.coordinator(), await desk.coordinator("Dina")
    aida = desk.person("Aida")
    await joins(desk, aida, await invites(desk, olga))
    (one,) = await all_invitations(desk)
    await desk.receive(olga.tap(f"joined:{one.id}:yes"), dina.tap(f"joined:{one.id}:yes"))
    dina.sees("This is settled already")
    async with desk.reading() as tx:
        assert sum(member.name == "Aida Made-Up" for member in await tx.members.select()) == 1


async def test_a_link_works_once_and_only_for_who_opened_it_first(desk: Desk) -> None:
    olga = await desk.coordinator()
    code = await invites(desk, olga, "Aida")
    aida, thief = desk.person("Aida"), desk.person("Thief")
    await aida.writes(f"/start {code}")
    assert LINK.findall(olga.screen.text()) == []  # it is taken out of the coordinator's chat
    await thief.writes(f"/start {code}", f"/start {code}")
    thief.sees("does not hold any more")
    assert olga.count("opened from a second chat, too", "for: Aida") == 1
    await answers(aida)
    await sends(aida)
    olga.sees("A second chat tried this link.")
    await olga.presses("Approve: on the roster, on duty")
    await thief.writes(f"/start {code}")
    assert list(await members(desk)) == ["Olga", "Aida Made-Up"]
    await desk.suspends(aida)
    await aida.writes(f"/start {code}")
    aida.sees("does not hold any more")


async def test_an_invitation_is_over_after_a_week(desk: Desk) -> None:
    olga = await desk.coordinator()
    late, half = await invites(desk, olga, "Late"), await invites(desk, olga, "Half")
    person, slow = desk.person("Late"), desk.person("Slow")
    await slow.writes(f"/start {half}", "Slow Made-Up")
    await desk.later(hours=7 * 24 + 1)
    await person.writes(f"/start {late}")
    person.sees("does not hold any more")
    assert olga.count("The time is over") == 2
    assert LINK.findall(olga.screen.text()) == []
    slow.sees("has expired, and your answers are deleted")
    async with desk.reading() as tx:
        assert [dialogue.answers for dialogue in await tx.dialogues.select()] == [{}]
    await desk.later(hours=31 * 24)
    assert await all_invitations(desk) == []


async def test_an_invitation_is_over_also_where_its_timer_is_late(desk: Desk) -> None:
    olga = await desk.coordinator()
    code = await invites(desk, olga)
    desk.now += timedelta(days=7)
    aida = desk.person("Aida")
    await aida.writes(f"/start {code}")
    aida.sees("does not hold any more")


async def test_members_and_administrators_do_not_use_up_a_link(desk: Desk) -> None:
    olga, dina, marat = await desk.coordinator(), await desk.coordinator("Dina"), await desk.lawyer()
    code = await invites(desk, olga)
    for person in (olga, dina, marat, desk.administrator):
        await person.writes(f"/start {code}")
        person.sees("You are on the roster already")
    (one,) = await all_invitations(desk)
    assert one.state is InvitationState.OPEN


async def test_a_suspended_member_comes_back_only_by_an_invitation_of_their_own(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.suspends(marat)
    await marat.writes(f"/start {await invites(desk, olga)}")
    marat.sees("Ask a coordinator to invite you again")
    member = (await members(desk))["Marat"]
    await olga.presses_data(f"member:{member.id}")
    await olga.presses("Invite again")
    await joins(desk, marat, link_on(olga), name="Marat Made-Up")
    card = olga.sees("asks to join", "Was on the roster as Marat")
    assert "another chat" not in card
    await olga.presses("Approve: on the roster, on duty")
    back = (await members(desk))["Marat Made-Up"]
    assert (back.id, back.suspended_at, back.role) == (member.id, None, Role.LAWYER)


async def test_an_invitation_again_from_another_phone_is_told_as_such(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.suspends(marat)
    member = (await members(desk))["Marat"]
    await olga.presses_data(f"reinvite:{member.id}")
    other = desk.person("Marat's new phone")
    await joins(desk, other, link_on(olga), name="Marat")
    olga.sees("This is another chat than that of Marat")


async def test_another_number_than_the_coordinator_wrote_is_told(desk: Desk) -> None:
    olga = await desk.coordinator()
    code = await invites(desk, olga, "Aida, +7 701 555 66 77")
    aida = desk.person("Aida")
    await joins(desk, aida, code)
    olga.sees("Another number than in the invitation (+77015556677)", "Invited as: Aida")


async def test_a_typed_number_is_told_apart_from_a_shared_one(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await aida.writes(f"/start {await invites(desk, olga)}")
    await answers(aida)
    await aida.presses_data("joining/contact:!edit")
    await aida.writes(f"my number {NUMBER}")
    await sends(aida)
    olga.sees("The number was typed")


@pytest.mark.slow
async def test_whoever_is_on_the_roster_already_is_noticed(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Aida Made-Up", phone=NUMBER)
    twin = desk.person("Aida")
    await joins(desk, twin, await invites(desk, olga))
    olga.sees("Aida Made-Up on the roster has the same number")


async def test_guessed_links_slow_down_and_tell_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    code = await invites(desk, olga)
    thief = desk.person("Thief")
    for letter in "bcdfg":
        await thief.writes(f"/start {INVITATION_START}{letter * 26}")
    thief.sees("does not hold any more")
    await thief.writes(f"/start {code}")
    thief.sees("Please wait an hour")
    (one,) = await all_invitations(desk)
    assert one.state is InvitationState.OPEN
    await desk.later(hours=1)
    await thief.writes(f"/start {code}")
    thief.sees("What is your name?")


async def test_any_other_start_is_the_first_screen(desk: Desk) -> None:
    person = desk.person()
    await person.writes("/start from-our-site", "/start join-us")
    person.sees_nothing_of("invitation")
    assert not is_invitation_code("join-us")


async def test_what_cannot_be_used_is_asked_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await aida.writes(f"/start {await invites(desk, olga)}")
    await aida.writes("12345")
    aida.sees("Please write a name", "What is your name?")
    await aida.writes("x" * 101)
    aida.sees("Please write a name")
    await aida.writes("Aida Made-Up", "Almaty, Zzyzx")
    aida.sees("I do not know this: Zzyzx", "In which cities")
    await aida.writes("Алматы және Астана")
    await aida.writes("all of them, more or less")
    aida.sees("Please choose", "In which languages")
    await aida.presses_data("joining/languages:!done")
    await aida.presses_data("joining/calling:consultant")
    await aida.presses_data("joining/specialities:!done")
    await aida.writes("ask my wife")
    aida.sees("This is no phone number", "On which number")
    await aida.writes(NUMBER)
    aida.sees("This goes to the coordinators", "Almaty, Astana", "Legal consultant")


async def test_a_form_left_half_way_is_offered_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    code = await invites(desk, olga)
    await aida.writes(f"/start {code}", "Aida Made-Up")
    await desk.later(minutes=31)
    aida.sees("The form is not finished")
    await aida.presses("Go on with the form")
    aida.sees("In which cities can you come?")
    await aida.presses_data("joining/cities:!cancel")
    aida.sees("It is deleted")
    await aida.writes(f"/start {code}")
    aida.sees("What is your name?")


async def test_a_happening_in_the_form_is_a_report(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await aida.writes(f"/start {await invites(desk, olga)}", "police took Dana Made-Up in Almaty")
    assert (await desk.case()).city == "almaty"


async def test_what_is_withdrawn_leads_nowhere(desk: Desk) -> None:
    olga = await desk.coordinator()
    code, other = await invites(desk, olga), await invites(desk, olga)
    aida, dana = desk.person("Aida"), desk.person("Dana")
    await dana.writes(f"/start {other}")
    await answers(dana)
    for one in await all_invitations(desk):
        await olga.presses_data(f"uninvite:{one.id}")
    assert olga.count("Withdrawn") == 2
    await aida.writes(f"/start {code}")
    aida.sees("does not hold any more")
    await sends(dana)
    assert not olga.count("asks to join")


async def test_whoever_is_no_coordinator_any_more_has_invited_nobody(desk: Desk) -> None:
    olga, dina = await desk.coordinator(), await desk.coordinator("Dina")
    code, asked = await invites(desk, olga), await invites(desk, olga)
    aida, dana = desk.person("Aida"), desk.person("Dana")
    await joins(desk, dana, asked)
    await desk.suspends(olga)
    await aida.writes(f"/start {code}")
    aida.sees("does not hold any more")
    dina.sees("asks to join", "Whoever invited them is no coordinator any more")
    olga.sees_nothing_of("Aida", NUMBER)


async def test_a_hidden_and_a_muted_chat_open_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    code = await invites(desk, olga)
    for changes in ({"silenced_at": desk.now}, {"muted_until": desk.now + timedelta(days=1)}):
        person = desk.person("Quiet")
        await person.writes("/id")
        address = await desk.address(person)
        async with desk.writing() as tx:
            tx.addresses.put(replace(address, **changes))
        await person.writes(f"/start {code}")
        person.sees_nothing_of("roster")
    (one,) = await all_invitations(desk)
    assert one.state is InvitationState.OPEN


async def test_whoever_hid_their_chat_after_the_form_is_told_so(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await joins(desk, aida, await invites(desk, olga))
    address = await desk.address(aida)
    async with desk.writing() as tx:
        tx.addresses.put(replace(address, silenced_at=desk.now))
    await desk.later(hours=25)
    olga.sees("This chat was hidden since")


async def test_coordinators_are_asked_again_and_then_it_is_over(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await joins(desk, aida, await invites(desk, olga))
    olga.rang()
    await desk.later(hours=25)
    assert olga.rang() == 1
    assert olga.count("asks to join") == 1
    await desk.later(hours=8 * 24)
    olga.sees("Nobody decided about an invitation in time")
    aida.sees("has expired")


async def test_a_code_is_nowhere_once_it_is_sent(desk: Desk) -> None:
    olga = await desk.coordinator()
    code = await invites(desk, olga)
    async with desk.reading() as tx:
        rows = await tx.outgoing.select(outbox.c.kind == "invitation")
        assert [row.payload for row in rows] == [{}]
        (one,) = await tx.invitations.select()
        assert one.lookup == tx.keyed_hash("invitation", code)
        assert code not in repr(one)


@pytest.mark.slow
async def test_a_coordinator_has_twenty_open_at_most(desk: Desk) -> None:
    olga = await desk.coordinator()
    for _ in range(21):
        await olga.writes("/invite")
    olga.sees("20 of your invitations are open already")
    assert len(await all_invitations(desk)) == 20


async def test_lawyers_see_nothing_of_it(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aida = desk.person("Aida")
    await joins(desk, aida, await invites(desk, olga))
    for typed in ("/invite Dana", "/members", "/roster"):
        await marat.writes(typed)
    marat.sees_nothing_of("Olga", "Aida", "t.me", "Roster:")
    assert len(await all_invitations(desk)) == 1


async def test_whoever_changes_an_invitation_by_hand_gains_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida, thief = desk.person("Aida"), desk.person("Thief")
    await thief.writes("/id")
    await joins(desk, aida, await invites(desk, olga))
    stolen: dict[str, Any] = {"address_id": (await desk.address(thief)).id}
    async with desk.writing() as tx:
        await tx.execute(invitations.update().values(**stolen))
    (one,) = await all_invitations(desk)
    assert one.state is InvitationState.WITHDRAWN
    await olga.presses_data(f"joined:{one.id}:yes")
    olga.sees("This is settled already")
    assert list(await members(desk)) == ["Olga"]


async def test_a_file_is_no_answer_and_is_kept_nowhere(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    await aida.writes(f"/start {await invites(desk, olga)}")
    await aida.writes("", file=File(FileKind.VOICE, "v"))
    async with desk.reading() as tx:
        assert await tx.files.count() == 0


async def test_whoever_opens_their_own_link_again_is_not_told_that_it_still_works(desk: Desk) -> None:
    olga = await desk.coordinator()
    code = await invites(desk, olga, "Aida")
    aida = desk.person("Aida")
    await joins(desk, aida, code)
    await olga.presses("Approve: on the roster, on duty")
    await aida.writes(f"/start {code}")
    aida.sees("You are on the roster already.")
    aida.sees_nothing_of("it still works")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_was_imported_before_they_pressed_start_reads_one_first_screen(
    desk: Desk, language: str
) -> None:
    marat = desk.person("Marat", language)
    marat.screen.blocked = True
    await desk.lawyer("Marat", person=marat, welcomed=True, languages=(language,))
    assert marat.screen.texts() == []
    marat.screen.blocked = False
    await marat.writes("/start")
    say = desk.service.words.say
    (first,) = marat.screen.texts()  # one message: what this chat is for, an example, SOS
    assert say(language, "start-member", organisation="Test Bureau") in first
    assert say(language, "button-example") in first
    assert say(language, "button-sos") in first
