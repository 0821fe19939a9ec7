"""Deleting what no longer has a use. What was said, cases and their timelines stay."""

from datetime import datetime

from sqlalchemy import or_, select

from storage.schema import inbox, members, messages, outbox
from storage.transaction import Transaction


async def prune(
    tx: Transaction, *, handled_before: datetime, messages_before: datetime, ours_before: datetime
) -> None:
    """Handled updates and sent or failed messages, and notes of messages too old to be deleted at the messenger.

    A note of a message that gave an entry stays: an edit of that message still finds what it corrects. Ours stay longer,
    because they can still be emptied; of members the cards know where they are.
    """
    await tx.execute(inbox.delete().where(inbox.c.state == "done", inbox.c.received_at < handled_before))
    await tx.execute(
        outbox.delete().where(
            or_(outbox.c.state == "sent", outbox.c.state == "failed"),
            outbox.c.created_at < handled_before,
        )
    )
    of_members = messages.c.address_id.in_(select(members.c.address_id))
    await tx.execute(
        messages.delete().where(
            messages.c.at < messages_before,
            messages.c.entry_id.is_(None),
            or_(~messages.c.outgoing, messages.c.at < ours_before, of_members),
        )
    )
