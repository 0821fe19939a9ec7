"""Channels that made the bot their administrator."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.create_table(
        "told_channels",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("chat", sa.LargeBinary, nullable=False),
        sa.Column("title", sa.LargeBinary, nullable=False),
        sa.Column("told_at", UtcTime, nullable=False),
        sa.Column("chosen_at", UtcTime, nullable=True),
        sa.Column("seal", sa.LargeBinary, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_told_channels"),
    )
