"""Practices: somebody tries out how it is to report; and members who agree to be asked then."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0015"
down_revision = "0014"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.add_column("members", sa.Column("drills", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "practices",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("began_at", UtcTime, nullable=False),
        sa.Column("asked_at", UtcTime, nullable=True),
        sa.Column("reached", sa.Integer, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("accepted_at", UtcTime, nullable=True),
        sa.Column("accepted_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_practices"),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name="fk_practices_address_id", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(
            ["accepted_by"], ["members.id"], name="fk_practices_accepted_by", **AT_COMMIT
        ),
    )
    op.create_index("ix_practices_address_id", "practices", ["address_id"])
