"""What is said of members' duty; and times of duty about which they are asked, and which colleagues take."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0025"
down_revision = "0024"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.add_column("members", sa.Column("duty", sa.Text, nullable=True))
    op.create_table(
        "stints",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("starts", UtcTime, nullable=False),
        sa.Column("ends", UtcTime, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("asked_at", UtcTime, nullable=False),
        sa.Column("settled_at", UtcTime, nullable=True),
        sa.Column("taken_by", Id, nullable=True),
        sa.Column("told_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_stints"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_stints_member_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["taken_by"], ["members.id"], name="fk_stints_taken_by", **AT_COMMIT),
    )
    for column in ("member_id", "taken_by", "state", "ends"):
        op.create_index(f"ix_stints_{column}", "stints", [column])
