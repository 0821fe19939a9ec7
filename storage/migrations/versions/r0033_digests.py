"""Digests that are held back or have a sentence of a coordinator's, and where which one was posted."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0033"
down_revision = "0032"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
MEMBERS = ("noted_by", "held_by", "released_by")


def upgrade() -> None:
    op.create_table(
        "previews",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("note", sa.LargeBinary, nullable=False),
        sa.Column("noted_by", Id, nullable=True),
        sa.Column("note_agreed", sa.Boolean, nullable=False),
        sa.Column("held_at", UtcTime, nullable=True),
        sa.Column("held_by", Id, nullable=True),
        sa.Column("reason", sa.LargeBinary, nullable=False),
        sa.Column("released_at", UtcTime, nullable=True),
        sa.Column("released_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_previews"),
        *(
            sa.ForeignKeyConstraint([one], ["members.id"], name=f"fk_previews_{one}", **AT_COMMIT)
            for one in MEMBERS
        ),
    )
    for one in MEMBERS:
        op.create_index(f"ix_previews_{one}", "previews", [one])
    op.create_table(
        "postings",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("weekly", sa.Boolean, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("made_at", UtcTime, nullable=False),
        sa.Column("posted_at", UtcTime, nullable=True),
        sa.Column("message_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_postings"),
        sa.UniqueConstraint(
            "day", "weekly", "language", "number", name="uq_postings_day_weekly_language_number"
        ),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_postings_address_id", **AT_COMMIT),
    )
    for column in ("address_id", "made_at"):
        op.create_index(f"ix_postings_{column}", "postings", [column])
