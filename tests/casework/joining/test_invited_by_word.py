"""An invitation where no link brings its code: the account's link and a word, which whoever comes sends by hand."""

import re

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.records.invitations import INVITATION_START, InvitationState
from tests.casework.joining.test_joining import LINK, all_invitations, answers, members, sends
from tests.casework.story_desk import Desk, Person

DOOR = "https://signal.me/#eu/made-up"
WORD = re.compile(rf"^{re.escape(DOOR)}\n(join-\w+)$", re.M)


@pytest.fixture
async def desk(desk: Desk) -> Desk:
    """With a second messenger that is found by this link."""
    desk.with_signal()
    desk.service = replace(desk.service, doors={"signal": DOOR})
    return desk


async def invited(coordinator: Person, whom: str = "Lena Made-Up") -> str:
    """The word that a coordinator passes on."""
    await coordinator.writes(f"/invite {whom}")
    return str(WORD.findall(coordinator.screen.text())[-1])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_gets_the_link_of_the_account_its_picture_and_the_word_beside_the_link_that_brings_it(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    word = await invited(olga)
    assert LINK.findall(olga.screen.text()) == [word]  # one invitation, two ways
    said = desk.service.words.say(
        language, "invitation-word", organisation="Test Bureau", messenger="Signal", time="…"
    )
    olga.sees("(file )", said.partition("…")[0], DOOR)
    assert len(await all_invitations(desk)) == 1


@pytest.mark.slow
async def test_who_sends_the_word_joins_after_a_yes_and_both_pictures_go(desk: Desk) -> None:
    olga, lena = await desk.coordinator(), desk.on_signal("Lena")
    await lena.writes(await invited(olga))
    olga.sees_nothing_of(DOOR, "t.me")
    await answers(lena, "Lena Made-Up", "Almaty")
    await sends(lena)
    assert "Lena Made-Up" not in await members(desk)
    await olga.presses("Approve: on the roster, on duty")
    lena.sees("You are on the roster of")
    assert "Lena Made-Up" in await members(desk)


async def test_a_coordinator_who_reads_there_gets_the_word_alone(desk: Desk) -> None:
    olga = await desk.coordinator()
    signal = await desk.also_on_signal(olga, first=True)
    word = await invited(signal)
    assert word.startswith(INVITATION_START)
    assert signal.count(DOOR) == 1
    olga.sees_nothing_of(word)


async def test_it_works_once_by_whichever_way_it_came_first(desk: Desk) -> None:
    olga, lena, thief = await desk.coordinator(), desk.on_signal("Lena"), desk.person("Thief")
    word = await invited(olga)
    await lena.writes(word)
    await thief.writes(f"/start {word}")
    thief.sees("does not hold any more")
    olga.sees("opened from a second chat")


@pytest.mark.parametrize("copied", ["{}", " {}\n", f"{DOOR}\n{{}}", "Join{}", "join–{}"])
async def test_the_word_is_read_however_a_phone_copies_it(desk: Desk, copied: str) -> None:
    olga, lena = await desk.coordinator(), desk.on_signal("Lena")
    word = await invited(olga)
    if copied == "Join{}":
        word = word.removeprefix("join")
    elif copied == "join–{}":
        word = word.removeprefix("join-")
    await lena.writes(copied.format(word))
    lena.sees("What is your name?")


@pytest.mark.parametrize(
    "wrong", [f"{INVITATION_START}{'b' * 26}", f"{INVITATION_START}{'b' * 25}", f"{INVITATION_START}us"]
)
async def test_a_word_that_leads_to_nothing_is_no_report_and_wakes_nobody(desk: Desk, wrong: str) -> None:
    olga, marat, lena = await desk.coordinator(), await desk.lawyer(), desk.on_signal("Lena")
    await invited(olga)
    for person in (olga, marat):
        person.rang()
    await lena.writes(wrong)
    lena.sees("does not hold any more")
    await desk.later(hours=1)
    assert not olga.rang()
    assert not marat.rang()
    async with desk.reading() as tx:
        assert await tx.reports.count() == await tx.cases.count() == 0


async def test_guessed_words_have_to_wait(desk: Desk) -> None:
    olga, thief = await desk.coordinator(), desk.on_signal("Thief")
    word = await invited(olga)
    await thief.writes(*(f"{INVITATION_START}{letter * 26}" for letter in "bcdfg"), word)
    thief.sees("Please wait an hour")
    (one,) = await all_invitations(desk)
    assert one.state is InvitationState.OPEN


async def test_what_is_withdrawn_leads_nowhere_and_its_pictures_go(desk: Desk) -> None:
    olga, lena = await desk.coordinator(), desk.on_signal("Lena")
    word = await invited(olga)
    (one,) = await all_invitations(desk)
    await olga.presses_data(f"uninvite:{one.id}")
    olga.sees_nothing_of(DOOR, "t.me")
    await lena.writes(word)
    lena.sees("does not hold any more")


async def test_a_report_that_has_such_a_word_in_it_is_a_report(desk: Desk) -> None:
    lena = desk.on_signal("Lena")
    await lena.writes(f"police took Dana Made-Up in Almaty, she wrote {INVITATION_START}us")
    assert (await desk.case()).city == "almaty"
