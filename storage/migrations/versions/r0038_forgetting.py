"""What is forgotten: which parts of a case are gone, lines that were emptied, and holds."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0038"
down_revision = "0037"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
PARENTS = {"case_id": "cases", "by": "members", "lifted_by": "members"}


def upgrade() -> None:
    op.add_column("cases", sa.Column("forgotten", sa.Text, nullable=False, server_default="[]"))
    op.add_column("cases", sa.Column("forgotten_at", UtcTime, nullable=True))
    op.add_column("timeline", sa.Column("emptied", sa.LargeBinary, nullable=True))
    op.create_table(
        "holds",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("by", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("reason", sa.LargeBinary, nullable=False),
        sa.Column("until", UtcTime, nullable=True),
        sa.Column("lifted_at", UtcTime, nullable=True),
        sa.Column("lifted_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_holds"),
        *(
            sa.ForeignKeyConstraint([one], [f"{parent}.id"], name=f"fk_holds_{one}", **AT_COMMIT)
            for one, parent in PARENTS.items()
        ),
    )
    for one in PARENTS:
        op.create_index(f"ix_holds_{one}", "holds", [one])
