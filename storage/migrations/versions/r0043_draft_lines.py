"""What coordinators did with words of which no case was made: who has read them, and when."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0043"
down_revision = "0042"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.create_table(
        "draft_lines",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("actor_id", Id, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft_lines"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_draft_lines_report_id", **AT_COMMIT),
    )
    op.create_index("ix_draft_lines_report_id", "draft_lines", ["report_id"])
