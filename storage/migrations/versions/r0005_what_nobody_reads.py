"""Columns that nobody reads leave: a sealed receipt code is only a risk, since its keyed hash finds the report."""

from alembic import op

revision = "0005"
down_revision = "0004"

UNREAD = {"inbox": "sender", "entries": "question", "reports": "receipt", "alarms": "began_at"}


def upgrade() -> None:
    for table, column in UNREAD.items():
        op.drop_column(table, column)
