"""Full exports that two people allow."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0036"
down_revision = "0035"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
MEMBERS = ("asked_by", "settled_by")


def upgrade() -> None:
    op.create_table(
        "export_permits",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("opened_from", UtcTime, nullable=False),
        sa.Column("opened_before", UtcTime, nullable=False),
        sa.Column("reason", sa.LargeBinary, nullable=False),
        sa.Column("asked_at", UtcTime, nullable=False),
        sa.Column("asked_by", Id, nullable=False),
        sa.Column("settled_at", UtcTime, nullable=True),
        sa.Column("settled_by", Id, nullable=True),
        sa.Column("allowed", sa.Boolean, nullable=False),
        sa.Column("used_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_export_permits"),
        sa.UniqueConstraint("number", name="uq_export_permits_number"),
        *(
            sa.ForeignKeyConstraint([one], ["members.id"], name=f"fk_export_permits_{one}", **AT_COMMIT)
            for one in MEMBERS
        ),
    )
    for one in MEMBERS:
        op.create_index(f"ix_export_permits_{one}", "export_permits", [one])
