"""Check-ins: somebody will write that they are fine by a time."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0012"
down_revision = "0011"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
PARENTS = {"address_id": "addresses", "dialogue_id": "dialogues", "report_id": "reports"}


def upgrade() -> None:
    op.create_table(
        "checkins",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("dialogue_id", Id, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("due", UtcTime, nullable=False),
        sa.Column("region", sa.Text, nullable=True),
        sa.Column("report_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_checkins"),
        *(
            sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_checkins_{column}", **AT_COMMIT)
            for column, of in PARENTS.items()
        ),
    )
    for column in PARENTS:
        op.create_index(f"ix_checkins_{column}", "checkins", [column])
    op.create_index("ix_checkins_region_state", "checkins", ["region", "state"])
