"""What a card costs that much is said of while it waits: one row, once."""

from msgspec.structs import replace

from handlers.cards import live_cards
from tests.casework.story_desk import Desk


async def test_a_card_that_waits_is_written_once_however_often_it_is_touched_and_one_on_its_way_again(
    desk: Desk,
) -> None:
    await desk.coordinator()
    await desk.lawyer()
    await desk.reports("police took a man in Almaty")
    async with desk.database.write(desk.now) as tx:
        (before,) = await tx.cards.by(subject="alert")
        card = live_cards.touch(tx, before)
        await tx.flush()
        written = tx.statements
        assert live_cards.touch(tx, card) == card
        await tx.flush()
        assert (card.wanted, tx.statements) == (before.wanted + 1, written)
        leased = tx.cards.put(replace(card, lease="a run"))
        assert live_cards.touch(tx, leased).wanted == card.wanted + 1, "it may have been drawn already"
        failed = tx.cards.put(replace(card, failed="a reason"))
        assert live_cards.touch(tx, failed) == replace(card, wanted=card.wanted + 1)
