"""Chats that add words to a report that is another chat's: by its code, or because they had it before."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0011"
down_revision = "0010"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.create_table(
        "guests",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("since", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guests"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_guests_report_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_guests_address_id", **AT_COMMIT),
    )
    op.create_index("ix_guests_report_id", "guests", ["report_id"])
    op.create_index("ix_guests_address_id", "guests", ["address_id"])
