"""Deleting what no longer has a use. What was said, cases and their timelines stay."""

from datetime import datetime

from sqlalchemy import and_, or_, select

from storage.schema import cards, choices, inbox, members, messages, outbox, reports
from storage.transaction import Transaction


async def prune(
    tx: Transaction,
    *,
    handled_before: datetime,
    left_before: datetime,
    messages_before: datetime,
    chosen_before: datetime,
    kept: str,
) -> None:
    """Handled updates, sent or failed messages, notes of messages, and what could be typed in place of buttons.

    What was sent under a key that begins with ``kept`` stays until it is taken back; its contents are gone already. A note
    of a message that gave an entry stays: an edit of that message still finds what it corrects. So do notes of ours in the
    chat of a reporter, because they can still be emptied; in a member's, where they are many, cards and ``kept`` are known.
    """
    await tx.execute(inbox.delete().where(inbox.c.state == "done", inbox.c.received_at < handled_before))
    await tx.execute(
        outbox.delete().where(
            or_(
                outbox.c.state.in_(("failed", "dropped")),
                and_(outbox.c.state == "sent", or_(outbox.c.key.is_(None), ~outbox.c.key.startswith(kept))),
            ),
            outbox.c.created_at < left_before,
        )
    )
    of_members = or_(
        messages.c.address_id.in_(select(members.c.address_id)),
        messages.c.address_id.in_(select(members.c.other_id).where(members.c.other_id.is_not(None))),
    )
    of_reporters = messages.c.address_id.in_(
        select(reports.c.address_id).where(reports.c.case_id.is_not(None))
    )
    await tx.execute(
        messages.delete().where(
            messages.c.at < messages_before,
            messages.c.entry_id.is_(None),
            or_(~messages.c.outgoing, of_members, ~of_reporters),
        )
    )
    shown = choices.c.card_id.in_(select(cards.c.id))
    await tx.execute(
        choices.delete().where(
            or_(choices.c.turn == 0, ~shown, choices.c.gone_at < chosen_before),
            choices.c.given_at < chosen_before,
        )
    )
