"""A hand that takes a phone with Signal: what goes, what stays, and what is asked of the messenger."""

from collections.abc import Sequence

import pytest

from tests.casework.desk import Desk, Person

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
