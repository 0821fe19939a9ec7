"""What was done in an emergency, who was told; and which key seals."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0039"
down_revision = "0038"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.add_column("boots", sa.Column("key", sa.Text, nullable=True))
    op.create_table(
        "sealing_keys",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("since", UtcTime, nullable=False),
        sa.Column("alone_since", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_sealing_keys"),
    )
    op.create_table(
        "emergency_steps",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_emergency_steps"),
    )
    under_way = sa.text("ended_at IS NULL")
    op.create_index(
        "ix_emergency_steps_under_way",
        "emergency_steps",
        ["id"],
        sqlite_where=under_way,
        postgresql_where=under_way,
    )
    op.create_table(
        "notices",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("step_id", Id, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("told_at", UtcTime, nullable=False),
        sa.Column("confirmed_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.ForeignKeyConstraint(["step_id"], ["emergency_steps.id"], name="fk_notices_step_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_notices_address_id", **AT_COMMIT),
    )
    op.create_index("ix_notices_step_id", "notices", ["step_id"])
    op.create_index("ix_notices_address_id", "notices", ["address_id"])
