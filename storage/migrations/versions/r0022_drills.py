"""Drills of the whole chain, and who was asked in the one that runs."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0022"
down_revision = "0021"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.create_table(
        "drills",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("began_at", UtcTime, nullable=False),
        sa.Column("began_by", Id, nullable=True),
        sa.Column("city", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("loops", sa.Integer, nullable=False),
        sa.Column("first_answer_at", UtcTime, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("unreachable", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drills"),
        sa.ForeignKeyConstraint(["began_by"], ["members.id"], name="fk_drills_began_by", **AT_COMMIT),
    )
    op.create_table(
        "drill_offers",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("drill_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("offered_at", UtcTime, nullable=False),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_drill_offers"),
        *(
            sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_drill_offers_{column}", **AT_COMMIT)
            for column, of in (("drill_id", "drills"), ("member_id", "members"))
        ),
    )
    for table, column in (
        ("drills", "began_by"),
        ("drills", "ended_at"),
        ("drill_offers", "drill_id"),
        ("drill_offers", "member_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
