"""Who of a linked report is whom of its case; and pairs of cases that may be about the same people."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0029"
down_revision = "0028"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
PARENTS = {"case_id": "cases", "other_id": "cases", "answered_by": "members"}


def upgrade() -> None:
    op.add_column("links", sa.Column("persons", sa.Text, nullable=False, server_default="{}"))
    op.create_table(
        "pairs",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("other_id", Id, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("found_at", UtcTime, nullable=False),
        sa.Column("score", sa.Float, nullable=True),
        sa.Column("answer", sa.Text, nullable=True),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("answered_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pairs"),
        *(
            sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_pairs_{column}", **AT_COMMIT)
            for column, of in PARENTS.items()
        ),
    )
    for column in ("case_id", "other_id"):
        op.create_index(f"ix_pairs_{column}", "pairs", [column])
    waiting = sa.text("answer IS NULL")
    op.create_index(
        "ix_pairs_found_at", "pairs", ["found_at"], sqlite_where=waiting, postgresql_where=waiting
    )
