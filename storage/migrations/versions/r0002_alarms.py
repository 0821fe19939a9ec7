"""What the watchman has told of, and an index for parked timers."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import UtcTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "alarms",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("began_at", UtcTime, nullable=False),
        sa.Column("told_at", UtcTime, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("quiet_since", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("kind", name="pk_alarms"),
    )
    parked = sa.column("parked", sa.Boolean).is_(True)
    op.create_index("ix_timers_parked", "timers", ["due_at"], sqlite_where=parked, postgresql_where=parked)
