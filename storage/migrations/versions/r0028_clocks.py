"""What becomes of the law's clocks, and who has checked their rows."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0028"
down_revision = "0027"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.create_table(
        "clock_marks",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("clock", sa.Text, nullable=False),
        sa.Column("length", sa.Text, nullable=False),
        sa.Column("due_at", UtcTime, nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("warned_at", UtcTime, nullable=True),
        sa.Column("passed_at", UtcTime, nullable=True),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("answered_by", Id, nullable=True),
        sa.Column("told_at", UtcTime, nullable=True),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("void_at", UtcTime, nullable=True),
        sa.Column("known", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_clock_marks"),
        *_foreign("clock_marks", case_id="cases", person_id="persons", answered_by="members"),
    )
    op.create_index("ix_clock_marks_case_id", "clock_marks", ["case_id"])
    op.create_index("ix_clock_marks_told_at", "clock_marks", ["told_at"])
    op.create_table(
        "signatures",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("row", sa.Text, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("signed_at", UtcTime, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("revoked_at", UtcTime, nullable=True),
        sa.Column("revoked_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_signatures"),
        *_foreign("signatures", member_id="members", revoked_by="members"),
    )
    op.create_index("ix_signatures_row", "signatures", ["row"])


def _foreign(table: str, **parents: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_{table}_{column}", **AT_COMMIT)
        for column, of in parents.items()
    ]
