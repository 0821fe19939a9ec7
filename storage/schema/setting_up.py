"""Channels that made the bot their administrator; one of them may have been chosen for the digest."""

from sqlalchemy import LargeBinary, Table

from storage.schema.columns import UtcTime, an_id, may, metadata, must, sealed

told_channels = Table(
    "told_channels",
    metadata,
    an_id(),
    sealed("chat"),
    sealed("title"),
    must("told_at", UtcTime),
    may("chosen_at", UtcTime),
    may("seal", LargeBinary),
)
