"""What the messenger can do decides how long a text is, what can still be deleted, and after how long presses are lost."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.presentation import utf16_length
from handlers.daily import runs
from tests.casework.forgotten import nights
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"


def can(desk: Desk, **other: Any) -> None:
    """The messenger can do other things than Telegram."""
    desk.service = replace(desk.service, abilities={"telegram": replace(TELEGRAM_ABILITIES, **other)})


@pytest.mark.parametrize("text", [300, 4096])
async def test_no_message_is_longer_than_the_messenger_takes(desk: Desk, text: int) -> None:
    can(desk, text=text)
    marat = await desk.lawyer("Marat")
    await desk.reports(f"{HELD}. " + "They came at night. " * 190)
    await marat.presses("I'll take it")
    await marat.presses("All words")
    lengths = [utf16_length(shown.text) for shown in marat.screen.messages.values()]
    assert max(lengths) <= text
    assert sum(lengths) > 3800  # nothing of the words was cut off


@pytest.mark.parametrize(("minutes", "rang"), [(9, 0), (11, 1)])
async def test_offers_are_shown_again_when_presses_may_have_been_lost(
    desk: Desk, minutes: int, rang: int
) -> None:
    can(desk, presses_kept=timedelta(minutes=10))
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    async with desk.writing() as tx:
        await runs.on_started(tx, desk.service, {}, ())
    marat.rang()
    desk.now += timedelta(minutes=minutes)  # nobody was there
    async with desk.writing() as tx:
        await runs.on_started(tx, desk.service, {}, ())
    assert marat.rang() == rang


@pytest.mark.parametrize(("days", "kept"), [(39, True), (41, False)])
async def test_what_is_known_of_messages_is_kept_while_one_messenger_can_delete_them(
    desk: Desk, days: int, kept: bool
) -> None:
    other = replace(TELEGRAM_ABILITIES, deletable=timedelta(days=40))
    desk.service = replace(desk.service, abilities={"telegram": TELEGRAM_ABILITIES, "pigeons": other})
    await desk.person().writes("/help")
    await nights(desk, days)
    async with desk.reading() as tx:
        assert any(not message.outgoing for message in await tx.messages.select()) == kept
