"""Lists that somebody else reads: a photo, a voice, one that was left; and whatever else is sent in place of names."""

import pytest

from core.incoming import File, FileKind
from core.model import LANGUAGES
from handlers.door import unread_lists as door_waiting
from tests.casework.door.test_door_list import DOOR, brings, found, known, writes
from tests.casework.outbox.test_quiet_hours import LATE
from tests.casework.story_desk import Desk, Person


async def test_a_photo_is_read_by_a_coordinator_and_its_sender_hears_of_it(desk: Desk) -> None:
    olga, vera, marat = (
        await desk.coordinator(),
        await desk.coordinator("Vera"),
        await desk.lawyer(on_duty=False),
    )
    await known(desk)
    await marat.writes(f"/list {DOOR}")
    await marat.sends("a-photo")
    marat.sees("It is kept. A coordinator reads it")
    olga.sees("A list to read: Marat sent it from Almaty, Medeu police station, 11:20")
    await olga.presses("Read it")
    olga.sees("(file a-photo)")
    vera.sees("Olga is reading it")
    await vera.presses_data(olga_reads := f"doorread:{await number(desk)}")
    vera.sees("This list is done with, or in other hands already")
    assert olga_reads
    await olga.writes("Ахметов Ерлан", "Made-Up Dana")
    olga.sees("Brought by Marat", "2. + Made-Up Dana")
    await writes(olga, 2)
    marat.sees("Olga has read your list", "All of it is noted")
    assert await found(desk, 0)
    assert ("found", "Olga", {}) in await desk.history(0)
    olga.sees_nothing_of("a-photo")
    async with desk.reading() as tx:
        member = await desk.membership(marat)
        assert {claim.source_id for claim in await tx.claims.by(kind="found")} == {member.id}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_sent_a_photo_reads_that_it_waits_until_somebody_has_written_it_down(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False, languages=(language,))
    say = desk.service.words.say
    await marat.writes(f"/list {DOOR}")
    await marat.sends("a-photo")
    head = say(language, "door-head", place="Almaty, Medeu police station", time="11:20")
    marat.sees(head, waits := say(language, "door-is-waits", done=0, left=0))
    await olga.presses("Read it")
    marat.sees(head, say(language, "door-is-open", reader="Olga"))
    await olga.writes("Ахметов Ерлан")
    await writes(olga, 1)
    marat.sees(head, say(language, "door-is-noted"))
    marat.sees_nothing_of(waits)


async def reads_a_photo(desk: Desk) -> Person:
    """A coordinator who has a photo of a list before them."""
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await desk.coordinator("Vera")
    await marat.writes(f"/list {DOOR}")
    await marat.sends("a-photo")
    await olga.presses("Read it")
    olga.sees("(file a-photo)")
    return olga


async def test_a_photo_of_a_list_goes_from_the_chat_of_whoever_is_a_coordinator_no_more(desk: Desk) -> None:
    olga = await reads_a_photo(desk)
    await desk.suspends(olga)
    olga.sees_nothing_of("a-photo")


async def test_a_photo_of_a_list_that_cannot_be_deleted_any_more_is_replaced_when_the_chat_is_hidden(
    desk: Desk,
) -> None:
    olga = await reads_a_photo(desk)
    await desk.later(hours=60)
    olga.screen.undeletable = frozenset(olga.screen.messages)
    await olga.presses_data("hide:sure")
    olga.sees_nothing_of("a-photo")


async def test_a_photo_of_a_list_that_was_put_away_on_its_way_goes_as_it_comes(desk: Desk) -> None:
    olga = await reads_a_photo(desk)
    await olga.presses("Put away")
    async with desk.writing() as tx:
        await door_waiting.hand_out_files(
            tx, desk.service, (one := (await tx.door_lists.select())[-1]), one.files
        )
    olga.sees_nothing_of("a-photo")


async def number(desk: Desk) -> int:
    """The newest list."""
    async with desk.reading() as tx:
        return max(one.id for one in await tx.door_lists.select())


async def test_a_photo_without_a_word_waits_for_nobody_to_say_the_place(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await marat.writes("/list")
    await marat.sends("a-photo")
    await marat.sends("another")
    assert olga.rang() == 1
    marat.sees("At which station is it")
    olga.sees("A list to read: Marat sent it from")
    await marat.writes("Almaty, Medeu police station")
    olga.sees("A list to read: Marat sent it from Almaty, Medeu police station")
    await olga.presses("Read it")
    olga.sees("(file a-photo)")
    olga.sees("(file another)")
    await marat.sends("a third one")
    olga.sees("(file a third one)")
    await marat.writes("Made-Up Dana")
    await olga.presses("Put away")
    olga.sees_nothing_of("(file")


async def test_whoever_reads_says_the_place_that_nobody_has_said(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await marat.writes("/list")
    await marat.sends("a-photo")
    await olga.presses("Read it")
    olga.sees("At which station or place")
    await olga.writes("Almaty, Medeu police station", "Made-Up Dana")
    await writes(olga, 1)
    assert await found(desk, 0)


async def test_a_voice_is_kept_and_a_caption_is_read(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await marat.writes(f"/list {DOOR}")
    await marat.writes("", file=File(FileKind.VOICE, "a-voice"))
    await marat.sends("a-photo", "Made-Up Dana")
    await olga.presses("Read it")
    olga.sees("(file a-voice)")
    olga.sees("1. + Made-Up Dana")


async def test_nobody_reads_it_coordinators_hear_of_it_again(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await marat.writes(f"/list {DOOR}")
    await marat.sends("a-photo")
    assert olga.rang() == 1
    await desk.later(minutes=16)
    assert olga.rang() == 1
    await desk.later(hours=1)
    assert olga.rang() == 1
    await olga.presses("Read it", "Put away")
    olga.rang()
    await desk.later(hours=12)
    assert olga.rang() == 0
    olga.sees_nothing_of("a-photo")
    marat.sees("It is put away")


async def test_no_coordinator_can_be_reached_the_administrators_hear_of_it(desk: Desk) -> None:
    marat = await desk.lawyer(on_duty=False)
    await marat.writes(f"/list {DOOR}")
    await marat.sends("a-photo")
    desk.administrator.sees("A list of names from a station waits")


async def test_a_list_that_was_left_goes_on_with_a_coordinator(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await brings(marat, "Made-Up Dana\nTim Example")
    await marat.writes(f"/list {DOOR}")
    marat.sees("is not written down yet", "names: 2")
    await desk.later(minutes=31)
    olga.sees("A list of Marat waits", "lines: 2")
    marat.sees("It waits for a coordinator")
    marat.sees_nothing_of("is noted")
    await olga.presses("Read it")
    await writes(olga, 2)
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 2


async def test_a_list_of_which_nothing_came_is_gone(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await marat.writes("/list")
    await desk.later(minutes=31)
    await marat.writes("Made-Up Dana")
    olga.sees_nothing_of("list")
    async with desk.reading() as tx:
        (one,) = await tx.door_lists.select()
    assert one.state == "dropped"


async def test_only_digits_and_only_officials_open_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "12345\n67")
    olga.sees("There are no names in this")
    await olga.writes("майор Иванов\nсержант Петров А.")
    olga.sees("1. – Иванов · an official?", "Nothing in it is new")
    await olga.presses("2", "+ Somebody new")
    olga.sees("2. + Петров А.")


async def test_a_corrected_message_takes_the_place_of_what_it_said(desk: Desk) -> None:
    olga = await desk.coordinator()
    await brings(olga, "Made-Up Dana")
    await olga.writes("Tim Exampel\nAida Example", message_id=7000)
    await olga.corrects(7000, "Tim Example")
    olga.sees("1. + Made-Up Dana\n2. + Tim Example\n[")
    await olga.writes("Ахметов Ерлан")
    olga.sees("3. + Ахметов Ерлан")


async def test_before_the_first_name_the_door_and_its_hour_can_be_said_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/list Almaty, Alatau police station", "Almaty, Medeu police station, 11:20")
    olga.sees("Medeu police station · 11:20")
    await olga.writes("Made-Up Dana", "Almaty, Alatau police station, 11:40")
    olga.sees("Medeu police station · 11:20", "Made-Up Dana")


async def test_a_place_that_nobody_knows_is_asked_once_more_and_then_taken(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/list", "Gondor, the seventh gate")
    olga.sees("I do not know this place")
    await olga.writes("Gondor, the seventh gate", "Made-Up Dana")
    await writes(olga, 1)
    assert (await desk.case()).region is None


@pytest.mark.slow
async def test_four_hundred_names_with_numbers_ranks_and_remarks_are_read_in_pages(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    rows = [
        f"{n}. {'майор ' if n % 40 == 0 else ''}Made{chr(97 + n % 26)}up Dana{chr(97 + n // 26)}, {1950 + n % 50} г.р."
        for n in range(1, 401)
    ]
    rows[6] = "7. Ахметов Ерлан, 1990"
    await olga.writes(f"/list {DOOR}")
    for at in range(0, 400, 100):
        await olga.writes("\n".join(rows[at : at + 100]))
    olga.sees("known 1", "7. ✓ Ахметов Ерлан, 1990", "1/34")
    assert len(max(olga.screen.texts(), key=len)) < 2500
    assert olga.count("List of names ·") == 1
    await olga.presses("34")
    olga.sees("400. ")


async def test_at_night_what_was_written_down_makes_no_sound(desk: Desk) -> None:
    olga, marat = await desk.coordinator(cities=("almaty",)), await desk.lawyer(on_duty=False)
    desk.now = LATE
    await known(desk)
    await desk.later(hours=1)
    olga.rang()
    await brings(marat, "Ахметов Ерлан", "Almaty, Medeu police station")
    await writes(marat, 1)
    olga.sees("A list from the door: Marat")
    assert olga.rang() == 0


async def test_what_waits_to_be_read_is_not_taken_back_as_if_it_were_written(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer(on_duty=False)
    await marat.writes(f"/list {DOOR}")
    await marat.sends("a-photo")
    for person in (olga, marat):
        await person.presses_data(f"door:{await number(desk)}:undone")
    await olga.presses("Read it")
    olga.sees("(file a-photo)")
