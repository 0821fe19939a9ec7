"""A chat is hidden on a messenger that names messages by the moment, and on which nobody but they can delete their words."""

from collections.abc import Sequence

import pytest

from tests.casework.phones import Phones
from tests.casework.story_desk import Desk, Person


@pytest.fixture
def deleted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Whatever the messenger is asked to delete: each is a message of its own there, of which it lets few leave."""
    asked: list[int] = []
    delete = Phones.delete

    async def remember(phones: Phones, chat: str, message_ids: Sequence[int]) -> None:
        asked.extend(message_ids)
        await delete(phones, chat, message_ids)

    monkeypatch.setattr(Phones, "delete", remember)
    return asked


async def shown(rita: Person) -> set[int]:
    """What of ours is on her phone."""
    return set(rita.screen.messages)


async def test_hiding_deletes_what_the_bot_wrote_and_asks_for_nothing_else(
    desk: Desk, deleted: list[int]
) -> None:
    rita = desk.on_signal("Rita")
    await rita.writes("police took Dana Made-Up in Almaty")
    ours = await shown(rita)
    await rita.writes("/hide")
    assert sorted(deleted) == sorted(ours)


async def test_whoever_hides_is_told_that_their_own_words_stay(desk: Desk) -> None:
    rita = desk.on_signal("Rita")
    await rita.writes("police took Dana Made-Up in Almaty", "/hide")
    assert len(rita.screen.messages) == 1
    rita.sees("please delete it yourself")


async def test_what_is_written_in_a_hidden_chat_is_not_tried_to_be_deleted(
    desk: Desk, deleted: list[int]
) -> None:
    rita = desk.on_signal("Rita")
    await rita.writes("police took Dana Made-Up in Almaty", "/hide")
    deleted.clear()
    await rita.writes("they are asking for my password")
    assert not deleted
