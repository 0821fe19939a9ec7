"""A hand that takes a phone with Signal: what goes, what stays, and what is asked of the messenger."""

from collections.abc import Sequence

import pytest

from core.incoming import Forwarded, Incoming, IncomingKind
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


@pytest.fixture
async def rita(desk: Desk) -> Person:
    rita = desk.on_signal("Rita")
    await rita.writes(HELD)
    return rita


async def test_whoever_hides_is_told_that_their_own_words_are_still_there(rita: Person) -> None:
    await rita.writes("/hide")
    (left,) = rita.screen.texts()
    assert "What you wrote here earlier is still there" in left


async def test_what_was_never_sent_is_not_deleted_either(
    desk: Desk, rita: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    phones, asked = desk.messengers["signal"], list[int]()
    ours = set(rita.screen.messages)
    delete = phones.delete

    async def deleted(chat: str, message_ids: Sequence[int]) -> None:
        asked.extend(message_ids)
        await delete(chat, message_ids)

    monkeypatch.setattr(phones, "delete", deleted)
    await rita.writes("/hide")
    assert set(asked) == ours


WORDS = (
    "hide",
    "Hide now!",
    "hide this chat",
    "скрыть",
    "Скрыть чат",
    "скрой всё",
    "жасыр",
    "бұл чатты жасыр",
)


@pytest.mark.parametrize("word", [*WORDS, "забирают телефон", "телефонды алып жатыр", "taking the phone"])
async def test_the_words_alone_hide_whatever_is_asked(desk: Desk, rita: Person, word: str) -> None:
    await rita.writes("Abay 10", word)
    assert (await desk.address(rita)).silenced_at is not None
    assert len(rita.screen.texts()) == 1


async def test_what_a_coordinator_writes_down_for_a_caller_hides_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/new", HELD, "забирают телефон")
    olga.sees_nothing_of("Is your phone really being taken?")
    assert (await desk.address(olga)).silenced_at is None


async def test_whoever_calls_reads_that_nobody_can_answer_and_what_to_do(desk: Desk, rita: Person) -> None:
    await desk.receive(Incoming("signal", IncomingKind.CALL, rita.chat, rita.chat, "private", desk.now))
    rita.sees("A call cannot be taken here", "+7 727 000 00 00")


async def test_a_call_to_a_hidden_chat_shows_nothing(desk: Desk, rita: Person) -> None:
    await rita.writes("/hide")
    await desk.receive(Incoming("signal", IncomingKind.CALL, rita.chat, rita.chat, "private", desk.now))
    rita.sees_nothing_of("call")


async def test_the_word_among_others_and_one_that_is_forwarded_hide_nothing(desk: Desk, rita: Person) -> None:
    await rita.writes("they hide her from us")
    await rita.writes("hide", forwarded=Forwarded(desk.now))
    assert (await desk.address(rita)).silenced_at is None


async def test_a_member_who_writes_it_is_asked_first(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("hide")
    marat.sees("Is your phone really being taken?")
    assert (await desk.address(marat)).silenced_at is None
