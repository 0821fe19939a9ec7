"""What messengers tell of our messages; members' other addresses, and the words by which those are added."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0041"
down_revision = "0040"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
PARENTS = {"member_id": "members", "address_id": "addresses"}


def upgrade() -> None:
    op.add_column("members", sa.Column("other_id", Id, nullable=True))
    there = sa.text("other_id IS NOT NULL")
    op.create_index(
        "ix_members_other_id", "members", ["other_id"], sqlite_where=there, postgresql_where=there
    )
    op.add_column("alerts", sa.Column("delivered_at", UtcTime, nullable=True))
    op.add_column("alerts", sa.Column("read_at", UtcTime, nullable=True))
    op.add_column("alerts", sa.Column("undelivered_at", UtcTime, nullable=True))
    op.add_column("messages", sa.Column("delivered_at", UtcTime, nullable=True))
    op.add_column("messages", sa.Column("read_at", UtcTime, nullable=True))
    op.create_table(
        "bindings",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("lookup", sa.LargeBinary, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("made_at", UtcTime, nullable=False),
        sa.Column("expires_at", UtcTime, nullable=False),
        sa.Column("address_id", Id, nullable=True),
        sa.Column("seal", sa.LargeBinary, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_bindings"),
        sa.UniqueConstraint("lookup", name="uq_bindings_lookup"),
        *(
            sa.ForeignKeyConstraint([one], [f"{parent}.id"], name=f"fk_bindings_{one}", **AT_COMMIT)
            for one, parent in PARENTS.items()
        ),
    )
    for one in PARENTS:
        op.create_index(f"ix_bindings_{one}", "bindings", [one])
