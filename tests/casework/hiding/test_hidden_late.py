"""A chat that is hidden days after it began: what cannot be deleted any more is emptied, and what stays is said exactly."""

import pytest

from core.presentation import Presentation
from core.traffic import Message
from handlers.hiding.chat_clearing import PORTION
from storage.schema import messages
from tests.casework.forgotten import nights
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
BLAND = "Thank you. The message has been received."
IN = {
    "en": HELD,
    "ru": "полиция задержала Дану в Алматы",
    "kk": "полиция Алматыда Дананы ұстап кетті",
}
STAYS = {"en": "What you wrote here earlier", "ru": "То, что вы писали здесь раньше", "kk": "Бұрын осында"}


async def days_pass(desk: Desk, days: float) -> None:
    """Time passes and nights with it; nothing that is on a screen now can be deleted any more."""
    for screen in desk.phones.screens.values():
        screen.undeletable = frozenset(screen.messages)
    await nights(desk, days)  # as if the bot had been away: no timer runs


async def notes_of(desk: Desk, person: Person) -> list[Message]:
    address = await desk.address(person)
    async with desk.reading() as tx:
        return await tx.messages.select(messages.c.address_id == address.id)


@pytest.mark.parametrize("days", [3, 9, 40])
async def test_our_receipt_questions_and_card_are_emptied_however_old(desk: Desk, days: int) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("he is 16 years old", "how long will it take?")
    rita.sees("Your code")
    await days_pass(desk, days)
    await rita.writes("/hide")
    rita.sees_nothing_of("code", "lawyer", "Almaty", "?")
    assert {text for text in rita.screen.texts() if not text.startswith(BLAND)} == {"…"}


@pytest.mark.parametrize("language", STAYS)
async def test_the_farewell_says_until_when_the_persons_own_words_stay(desk: Desk, language: str) -> None:
    rita = await desk.reports(IN[language], language=language)
    await days_pass(desk, 3)
    await rita.writes("/hide")
    rita.sees(STAYS[language], "17.09 12:00")
    await rita.writes("hello")
    assert rita.count(STAYS[language]) == 1


@pytest.mark.slow
async def test_the_farewell_says_no_more_than_the_bland_sentence_if_nothing_stays(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await desk.later(hours=47)
    await rita.writes("/hide")
    assert rita.screen.texts() == [BLAND]


async def test_what_was_deleted_at_the_first_hiding_is_not_said_to_stay_at_the_second(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.writes("/hide")
    await olga.opens(await desk.case())
    await olga.presses("Answer the reporter's chat again", "Yes, the phone is theirs")
    await days_pass(desk, 3)
    await rita.writes("/hide")
    assert rita.count(STAYS["en"]) == 0


async def test_very_many_old_messages_are_emptied_in_portions_the_newest_first(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    address = await desk.address(rita)
    numbers = [await desk.phones.send(rita.chat, Presentation(f"reply {n}")) for n in range(250)]
    async with desk.writing() as tx:
        for number in numbers:
            tx.messages.add(Message(tx.new_id(), address.id, number, desk.now, outgoing=True))
    await days_pass(desk, 3)
    await rita.writes("/hide")
    assert rita.count("reply") == 250 - PORTION
    rita.sees_nothing_of("reply 249")
    rita.sees("reply 0")
    await desk.later(minutes=10)
    rita.sees_nothing_of("reply")
    assert [m for m in await notes_of(desk, rita) if m.message_id in numbers] == []


async def test_a_chat_that_is_answered_again_is_emptied_no_further(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    address = await desk.address(rita)
    numbers = [await desk.phones.send(rita.chat, Presentation(f"reply {n}")) for n in range(250)]
    async with desk.writing() as tx:
        for number in numbers:
            tx.messages.add(Message(tx.new_id(), address.id, number, desk.now, outgoing=True))
    await days_pass(desk, 3)
    await rita.writes("/hide")
    await olga.opens(await desk.case())
    await olga.presses("Answer the reporter's chat again", "Yes, the phone is theirs")
    before = rita.count("reply")
    await desk.later(minutes=10)
    assert rita.count("reply") == before > 0


@pytest.mark.parametrize("days", [3, 40])
async def test_a_member_who_hides_after_days_keeps_no_card_no_words_and_no_photo(
    desk: Desk, days: int
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.sends("a-face")
    await marat.presses("I'll take it", "Contacted", "All words", "1 file")
    marat.sees("(file a-face)")
    await days_pass(desk, days)
    await marat.presses_data("hide:sure")
    marat.sees_nothing_of("Made-Up", "a-face", "Almaty")


async def test_a_coordinator_who_hides_after_days_keeps_no_case_and_no_history(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("All words", "History")
    await days_pass(desk, 3)
    await olga.presses_data("hide:sure")
    olga.sees_nothing_of("Made-Up", "has called", "Almaty")


async def test_of_a_strangers_chat_nothing_is_known_after_a_month(desk: Desk) -> None:
    sara = desk.person("Sara")
    await sara.writes("/help")
    await days_pass(desk, 29)
    assert await notes_of(desk, sara)
    address = await desk.address(sara)
    await days_pass(desk, 2)
    async with desk.reading() as tx:
        assert await tx.messages.select(messages.c.address_id == address.id) == []


async def test_whoever_hides_leaves_it_known_what_others_have_in_their_chats(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("All words")
    await marat.presses_data("hide:sure")
    olga.sees("Their words", "Made-Up")
    await olga.presses("Released", "Released")
    olga.sees_nothing_of("Their words", "Made-Up")
