"""Deleting what no longer has a use. What was said, cases and their timelines stay."""

from datetime import datetime

from sqlalchemy import or_

from storage.schema import inbox, messages, outbox
from storage.transaction import Transaction


async def prune(tx: Transaction, *, handled_before: datetime, messages_before: datetime) -> None:
    """Handled updates and sent or failed messages, and notes of messages too old to be deleted at the messenger.

    A note of a message that gave an entry stays: an edit of that message still finds what it corrects.
    """
    await tx.execute(inbox.delete().where(inbox.c.state == "done", inbox.c.received_at < handled_before))
    await tx.execute(
        outbox.delete().where(
            or_(outbox.c.state == "sent", outbox.c.state == "failed"),
            outbox.c.created_at < handled_before,
        )
    )
    await tx.execute(messages.delete().where(messages.c.at < messages_before, messages.c.entry_id.is_(None)))
